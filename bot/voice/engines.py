"""Engines: programs on this machine that turn words into sound; no word leaves it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

SECONDS = 45.0
"""How long an engine may take for one note."""

FINDING_SECONDS = 5.0
WORDS_A_MINUTE = "150"
"""A little slower than the engine's own 175: the words are new to who listens."""

PAUSE = "0.4"
"""Seconds of silence after a sentence."""


class NoSound(Exception):  # noqa: N818  the words are there to read
    """An engine gave no sound."""


class Engine(Protocol):
    """Speaks with one of its voices; it gets the words on its standard input, where no other program sees them."""

    def voices(self, folder: Path) -> Mapping[str, str]:
        """Name a voice for each language that there is one for; ``folder`` holds the operator's own."""

    def speak(self, voice: str, text: str) -> bytes:
        """Give the sound as WAV; raises NoSound."""


class Espeak:
    """The program espeak-ng: many languages, small and quick, and one hears that it is a machine."""

    program = "espeak-ng"

    def voices(self, folder: Path) -> Mapping[str, str]:  # noqa: ARG002  it brings its own
        """Ask the program which languages it speaks; the plainest kind of each is taken."""
        try:
            told = output(self.program, "--voices", seconds=FINDING_SECONDS).decode()
        except (NoSound, UnicodeDecodeError):
            return {}
        rows = [line.split() for line in told.splitlines()[1:]]
        found = sorted((_plain(row[1]), int(row[0]), row[1]) for row in rows if len(row) > 1 and row[0].isdigit())
        return {code.partition("-")[0]: code for _plainness, _priority, code in reversed(found)}

    def speak(self, voice: str, text: str) -> bytes:
        """Give the sound as WAV."""
        return output(self.program, "--stdin", "--stdout", "-b", "1", "-s", WORDS_A_MINUTE, "-v", voice, said=text)


class Piper:
    """The program piper: voices that sound like people, from files that the operator puts in a folder."""

    program = "piper"

    def voices(self, folder: Path) -> Mapping[str, str]:
        """Find the voices with their settings beside them; of a language the first by name."""
        if not shutil.which(self.program):
            return {}
        models = sorted(folder.glob("*.onnx"), reverse=True)
        return {_settings(each)["language"]: str(each) for each in models if _settings(each)}

    def speak(self, voice: str, text: str) -> bytes:
        """Give the sound as WAV; the program would write one to a file, so it is asked for the bare samples."""
        rate = int(_settings(Path(voice)).get("rate", "0"))
        samples = output(
            self.program, "--model", voice, "--output_raw", "--sentence_silence", PAUSE, said=text.replace("\n", " ")
        )
        if not rate:
            raise NoSound("This is no voice")
        return _wav(samples, rate)


ENGINES: Mapping[str, Engine] = {"piper": Piper(), "espeak-ng": Espeak()}
"""The engines by name, the best first."""


def output(program: str, *given: str, said: str = "", seconds: float = SECONDS) -> bytes:
    """Run a program that is on the path; raises NoSound."""
    path = shutil.which(program)
    if path is None:
        raise NoSound(f"There is no {program}")
    try:
        done = subprocess.run([path, *given], input=said.encode(), capture_output=True, timeout=seconds, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        raise NoSound(f"{program} failed") from None
    return done.stdout


def _plain(code: str) -> int:
    """Tell how plain a kind of a language is: itself, then that of its own country, then any other."""
    language, _, region = code.partition("-")
    return ("", language).index(region) if region in {"", language} else 2


def _settings(model: Path) -> dict[str, str]:
    """Read the language and the rate of a voice from the file beside it; nothing when it is no such file."""
    try:
        told = json.loads(Path(f"{model}.json").read_bytes())
        language = told.get("language", {}).get("family") or model.name.partition("_")[0]
        return {"language": str(language), "rate": str(int(told["audio"]["sample_rate"]))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _wav(samples: bytes, rate: int) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples)
    return made.getvalue()
