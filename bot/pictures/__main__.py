"""Draw what is ordered, one picture after the other; see ``bot.pictures.studio``.

An order on standard input is a picture's stored form, and on standard output comes PNG, each after its length.
What cannot be drawn ends the process: the next order is for a new one.
"""

from __future__ import annotations

import json
import sys

from bot.pictures.drawing import drawn
from bot.pictures.painter import LENGTH
from bot.pictures.rendering import photo

while ordered := sys.stdin.buffer.read(LENGTH):
    made = photo(drawn(json.loads(sys.stdin.buffer.read(int.from_bytes(ordered)))))
    sys.stdout.buffer.write(len(made).to_bytes(LENGTH) + made)
    sys.stdout.buffer.flush()
