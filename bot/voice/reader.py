"""The reader: makes voice notes in processes of their own, so that nobody else's talk waits for them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import structlog

from bot.pictures.studio import NotDrawn, Studio
from bot.post import Json
from bot.settings import Settings
from bot.telegram.outgoing import split
from bot.voice.engines import ENGINES
from bot.voice.shelf import NoteShelf
from dialogues.languages import LANGUAGES

log = structlog.get_logger()

COMMAND = (sys.executable, "-m", "bot.voice")
SECONDS = 60.0
NEEDED = ("soundfile", "soxr")

MOST_CHARACTERS = 3000
"""Read at once: about four minutes; of anything longer the rest is left to be read."""


MOST_WAITING = 20
"""Notes that are made or wait for it: any more are left out, so that sending never stops for them."""


class NotRead(Exception):  # noqa: N818  the words are there to read
    """A note could not be made."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks a language: an engine, and which of its voices."""

    engine: str
    name: str


class Reader:
    """Reads to people with the voices that there are; used within one event loop, and closed there."""

    def __init__(
        self,
        voices: Mapping[str, Voice],
        shelf: NoteShelf,
        command: tuple[str, ...] = COMMAND,
    ) -> None:
        self._voices, self._shelf = voices, shelf
        self._studio = Studio(command, seconds=SECONDS)
        self._waiting = 0

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which something can be heard."""
        return frozenset(self._voices)

    async def note(self, told: Json) -> bytes:
        """Make a note of what is to be read; only one that is the same for everybody is kept. Raises NotRead."""
        voice = self._voices.get(told["language"])
        if voice is None:
            raise NotRead("There is no voice for this language")
        text = split(told["text"], MOST_CHARACTERS)[0]
        known = (voice.engine, voice.name, text)
        if told["shared"] and (note := await asyncio.to_thread(self._shelf.find, *known)):
            return note
        note = await self._made(voice, text)
        if told["shared"]:
            await asyncio.to_thread(self._shelf.keep, note, *known)
        return note

    async def aclose(self) -> None:
        """End the processes that wait."""
        await self._studio.close()

    async def _made(self, voice: Voice, text: str) -> bytes:
        if self._waiting >= MOST_WAITING:
            raise NotRead("Too many wait")
        self._waiting += 1
        try:
            return await self._studio.draw({"engine": voice.engine, "voice": voice.name, "text": text})
        except NotDrawn as error:
            raise NotRead(str(error)) from None
        finally:
            self._waiting -= 1


def found_voices(folder: Path) -> dict[str, Voice]:
    """Find a voice for each language: of the best engine that has one, and none without what makes notes."""
    found: dict[str, Voice] = {}
    if all(map(find_spec, NEEDED)):
        for name, engine in reversed(list(ENGINES.items())):
            found |= {language: Voice(name, voice) for language, voice in engine.voices(folder).items()}
    return found


def reader_for(settings: Settings) -> Reader:
    """Make the reader that the operator asked for; without voices it reads nothing, and that is logged."""
    if not settings.read_aloud:
        return silent()
    voices = found_voices(settings.voices or settings.data / "voices")
    if heard := sorted(voices.keys() & LANGUAGES.keys()):
        log.info("reading_aloud", mode=" ".join(heard))
    else:
        log.warning("not_read_aloud", reason=_lacking())
    return Reader(voices, NoteShelf(settings.data / "notes"))


def _lacking() -> str:
    """Tell the operator what to add before anything can be heard."""
    libraries = all(map(find_spec, NEEDED))
    return "There is no voice: install espeak-ng" if libraries else "Two libraries are missing: run `make voice`"


def silent() -> Reader:
    """Give a reader that has no voices."""
    return Reader({}, NoteShelf(Path()))
