"""Phrases that were read once are kept for the next start, and only as they were read."""

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import bookshelf
from dialogues.listening import phrasebook
from dialogues.listening.crisis import detect


@pytest.fixture(autouse=True)
def own_books() -> Iterator[None]:
    yield
    start_anew()


def start_anew() -> None:
    phrasebook._put.clear()
    phrasebook.books.cache_clear()


def test_the_next_start_hears_the_same_without_reading_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bookshelf.take_up(tmp_path)
    heard = detect("ik wil niet meer leven", "nl")
    start_anew()
    monkeypatch.setattr(phrasebook, "_load", lambda language: pytest.fail(f"{language} was read anew"))
    bookshelf.take_up(tmp_path)
    assert len(phrasebook.books()) == len(phrasebook.languages())
    assert detect("ik wil niet meer leven", "nl") == heard is not None


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda _kept: b"",
        lambda kept: kept[:1000],
        lambda kept: b"0" * 32 + kept[32:],
        lambda kept: kept[:32] + b"no pickle",
        lambda kept: kept[:32] + pickle.dumps(["no books"]),
    ],
    ids=["empty", "cut off", "of other files", "no pickle", "something else"],
)
def test_what_is_not_as_it_was_kept_is_read_anew(tmp_path: Path, spoiled: Callable[[bytes], bytes]) -> None:
    bookshelf.take_up(tmp_path)
    file = tmp_path / bookshelf.NAME
    whole = file.read_bytes()
    file.write_bytes(spoiled(whole))
    start_anew()
    bookshelf.take_up(tmp_path)
    assert [book.language for book in phrasebook.books()] == list(phrasebook.languages())
    assert file.read_bytes()[:32] == whole[:32]


def test_nothing_but_phrases_can_come_out_of_the_file(tmp_path: Path) -> None:
    bookshelf.take_up(tmp_path)
    file, out = tmp_path / bookshelf.NAME, tmp_path / "harm"
    harm = pickle.dumps(_Harm(str(out)))
    file.write_bytes(file.read_bytes()[:32] + harm)
    start_anew()
    bookshelf.take_up(tmp_path)
    assert not out.exists()
    assert len(phrasebook.books()) == len(phrasebook.languages())


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    bookshelf.take_up(tmp_path / "not" / "there")
    assert len(phrasebook.books()) == len(phrasebook.languages())


class _Harm:
    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path(self.path),)
