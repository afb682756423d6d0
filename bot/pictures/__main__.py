"""Draw one picture: its stored form on standard input, PNG on standard output; see ``bot.pictures.studio``."""

from __future__ import annotations

import json
import sys

from bot.pictures.drawing import drawn
from bot.pictures.rendering import png

sys.stdout.buffer.write(png(drawn(json.load(sys.stdin))))
