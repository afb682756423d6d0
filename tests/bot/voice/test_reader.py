"""The reader makes notes in processes of its own, and keeps only what is the same for everybody."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.settings import Settings
from bot.voice import reader as readers
from bot.voice.reader import NotRead, Reader, found_voices, reader_for
from bot.voice.shelf import NoteShelf
from tests.engines import ESPEAK, put_on_path


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return put_on_path(tmp_path / "programs", monkeypatch, espeak_ng=ESPEAK)


@pytest.fixture
async def reader(tmp_path: Path, said: Path) -> AsyncIterator[Reader]:
    made = Reader(found_voices(said.parent), NoteShelf(tmp_path / "notes"))
    yield made
    await made.aclose()


def told(text: str, *, shared: bool = True, language: str = "nl") -> dict[str, object]:
    return {"text": text, "shared": shared, "language": language, "sorry": ""}


def heard(said: Path) -> str:
    return said.read_text(encoding="utf-8").strip().split("|", 1)[1]


def spoken_times(said: Path) -> int:
    return len(said.read_text(encoding="utf-8").splitlines())


async def test_what_is_the_same_for_all_is_made_once(reader: Reader, said: Path, tmp_path: Path) -> None:
    first, second = await reader.note(told("Hoe slaapt u?")), await reader.note(told("Hoe slaapt u?"))
    assert first == second
    assert spoken_times(said) == 1
    (kept,) = (tmp_path / "notes").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600


async def test_what_holds_a_name_is_never_written(reader: Reader, said: Path, tmp_path: Path) -> None:
    await reader.note(told("Hoe is het met Ria?", shared=False))
    await reader.note(told("Hoe is het met Ria?", shared=False))
    assert spoken_times(said) == 2
    assert not (tmp_path / "notes").exists()


async def test_another_voice_is_another_note(reader: Reader, tmp_path: Path) -> None:
    await reader.note(told("Water"))
    await reader.note(told("Water", language="en"))
    assert len(list((tmp_path / "notes").iterdir())) == 2


async def test_one_that_fails_harms_no_other(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(NotRead):
        await reader.note(told("broken"))
    with pytest.raises(NotRead):
        await reader.note(told("silence"))
    assert not (tmp_path / "notes").exists()
    assert (await reader.note(told("Hallo"))).startswith(b"OggS")


async def test_a_language_without_a_voice_is_told(reader: Reader) -> None:
    with pytest.raises(NotRead, match="no voice"):
        await reader.note(told("Haa", language="so"))


async def test_very_much_is_read_up_to_a_sentence(reader: Reader, said: Path) -> None:
    await reader.note(told("Dit is een zin. " * 300))
    text = heard(said)
    assert text.endswith("een zin.")
    assert len(text) <= readers.MOST_CHARACTERS


async def test_when_very_many_listen_the_last_only_read(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_WAITING", 2)
    made = await asyncio.gather(*(reader.note(told(f"Zin {each}")) for each in "abc"), return_exceptions=True)
    assert sum(isinstance(each, NotRead) for each in made) == 1
    assert await reader.note(told("Zin c"))


async def test_a_disk_that_is_full_keeps_nobody_from_hearing(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("in the way", encoding="utf-8")
    assert (await reader.note(told("Hallo"))).startswith(b"OggS")


def test_the_shelf_stays_within_its_bounds(tmp_path: Path) -> None:
    shelf = NoteShelf(tmp_path / "notes", most=30)
    for at, name in enumerate("abc"):
        shelf.keep(bytes(10), name)
        os.utime(shelf._path((name,)), (at, at))
    assert shelf.find("a") == bytes(10)
    shelf.keep(bytes(10), "d")
    assert [shelf.find(name) is not None for name in "abcd"] == [True, False, True, True]


@pytest.mark.usefixtures("said")
def test_nothing_is_read_until_the_operator_asks_for_it(tmp_path: Path) -> None:
    assert reader_for(Settings(VRAAGKRACHT_DATA=tmp_path)).languages == frozenset()
    assert reader_for(Settings(VRAAGKRACHT_DATA=tmp_path, VRAAGKRACHT_READ_ALOUD=True)).languages == {
        "nl",
        "en",
        "fr",
    }


@pytest.mark.usefixtures("said")
def test_without_what_makes_notes_there_are_no_voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "NEEDED", ("soundfile", "there_is_no_such_library"))
    assert found_voices(tmp_path) == {}
    with capture_logs() as lines:
        reader_for(Settings(VRAAGKRACHT_DATA=tmp_path, VRAAGKRACHT_READ_ALOUD=True))
    assert "make voice" in lines[0]["reason"]
