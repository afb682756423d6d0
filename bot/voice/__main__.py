"""Speak what is ordered, one note after the other; see ``bot.voice.reader``.

An order on standard input names an engine, a voice and the words, and on standard output comes OGG, each after its
length. What cannot be spoken ends the process: the next order is for a new one.
"""

from __future__ import annotations

import json
import sys

from bot.pictures.painter import LENGTH
from bot.voice.engines import ENGINES
from bot.voice.note import opus

while ordered := sys.stdin.buffer.read(LENGTH):
    order = json.loads(sys.stdin.buffer.read(int.from_bytes(ordered)))
    made = opus(ENGINES[order["engine"]].speak(order["voice"], order["text"]))
    sys.stdout.buffer.write(len(made).to_bytes(LENGTH) + made)
    sys.stdout.buffer.flush()
