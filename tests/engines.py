"""Engines for tests: programs in a folder of their own that speak like the real ones, and are first on the path."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

VOICES = """Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)
 2  en-gb           --/M      English_(Great_Britain) gmw/en           (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  nl              --/M      Dutch              gmw/nl
"""

ESPEAK = f"""#!{sys.executable}
import math, pathlib, struct, sys
said = pathlib.Path(__file__).with_name("said.txt")
if "--voices" in sys.argv:
    print({VOICES!r})
    sys.exit()
text = sys.stdin.buffer.read().decode()
said.open("a").write(" ".join(sys.argv[1:]) + "|" + text + "\\n")
if "broken" in text:
    sys.exit(1)
sound = b"".join(struct.pack("<h", int(9000 * math.sin(at / 9))) for at in range(100 * len(text)))
long = 0x7FFFF000  # as the real one, which does not know yet how much it will say
form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 22050, 44100, 2, 16)
head = struct.pack("<4sI4s", b"RIFF", long, b"WAVE") + form + struct.pack("<4sI", b"data", long)
sys.stdout.buffer.write(head + (b"" if "silence" in text else sound))
"""

PIPER = f"""#!{sys.executable}
import pathlib, sys
pathlib.Path(__file__).with_name("said.txt").open("a").write(" ".join(sys.argv[1:]) + "|" + sys.stdin.read() + "\\n")
sys.stdout.buffer.write(bytes(range(256)) * 100)
"""


def put_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch, **programs: str) -> Path:
    """Let programs be found before those of the machine; gives the file in which they note what they were given."""
    folder.mkdir(exist_ok=True)
    for name, text in programs.items():
        program = folder / name.replace("_", "-")
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))
    return folder / "said.txt"
