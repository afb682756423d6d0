"""On the page a player stands below what it reads, for who asks for it; the note is made when it is played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.post import Json
from bot.voice.engines import Espeak
from bot.voice.note import opus
from bot.voice.reader import NotRead, Reader, Voice
from bot.voice.shelf import NoteShelf
from bot.web.guard import POLICY
from bot.web.playing import ranged
from tests import browser
from tests.browser import Opened, Served, begin, problems, tap
from tests.engines import ESPEAK, put_on_path
from tests.visitor import Clock, Visitor, pages


class Told(Reader):
    """A reader that writes down what it was to read."""

    def __init__(self, note: bytes = b"OggS") -> None:
        super().__init__({"en": Voice("espeak-ng", "en")}, NoteShelf(Path()))
        self.made = note
        self.read: list[Json] = []
        self.broken = False

    async def note(self, told: Json) -> bytes:
        self.read.append(told)
        if self.broken:
            raise NotRead("The process failed")
        return self.made


@pytest.fixture
def reader() -> Told:
    return Told()


@pytest.fixture
def listener(tmp_path: Path, clock: Clock, reader: Told) -> Iterator[Visitor]:
    made, store = pages(tmp_path, clock, reader=reader)
    someone = Visitor(made)
    someone.begin()
    yield someone
    store.close()


def players(visitor: Visitor) -> list[str]:
    return re.findall(r'<audio controls preload="none" src="(voice\?n=\d+)"', visitor.page)


def test_a_player_stands_below_the_question_and_nothing_is_made_before_it_is_played(
    listener: Visitor, reader: Told
) -> None:
    assert not players(listener)
    listener.tap("Listen")
    (address,) = players(listener)
    assert not reader.read
    assert "25 or older" in listener.labels()
    note = listener.client.get(f"/{address}")
    assert (note.status_code, note.headers["content-type"], note.headers["cache-control"]) == (
        200,
        "audio/ogg",
        "no-store",
    )
    assert note.content == b"OggS"
    assert [each["text"][:16] for each in reader.read] == ["How old are you?"]


def test_without_a_voice_there_is_nothing_to_tap(visitor: Visitor) -> None:
    assert 'value="listen"' not in visitor.page
    visitor.type("/listen")
    assert not players(visitor)


def test_every_message_is_read_to_who_asks_for_it(listener: Visitor) -> None:
    listener.tap("Menu")
    listener.form("Listen")
    listener.tap("Listen")
    assert len(players(listener)) == 1, "the button above reads the question that stands there"
    listener.type("/menu")
    listener.page = listener.post("/say", {**listener.fields(), "tap": choice(listener, "listen")}).text
    listener.tap("Read every message")
    assert len(players(listener)) == 2
    listener.tap("25 or older")
    assert len(players(listener)) == 3


def choice(visitor: Visitor, code: str) -> str:
    """Give what a tap on a choice sends, where something else reads the same."""
    (found,) = re.findall(rf'name="tap" value="(\d+:\d+:{code})"', visitor.page)
    return str(found)


def test_a_note_that_cannot_be_made_is_not_there(listener: Visitor, reader: Told) -> None:
    listener.tap("Listen")
    reader.broken = True
    assert listener.client.get(f"/{players(listener)[0]}").status_code == 404


def test_only_who_has_the_talk_can_hear_it(listener: Visitor, reader: Told) -> None:
    listener.tap("Listen")
    (address,) = players(listener)
    stranger = Visitor(listener.app)
    assert stranger.client.get(f"/{address}").status_code == 404
    stranger.begin()
    assert stranger.client.get(f"/{address}").status_code == 404
    assert not reader.read
    listener.post("/leave", {})
    assert listener.client.get(f"/{address}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("", 200, b"0123456789", None),
        ("bytes=0-", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 200, b"0123456789", None),
        ("bytes=4-2", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_player_may_ask_for_a_part(asked: str, status: int, part: bytes, told: str | None) -> None:
    answer = ranged(b"0123456789", "audio/ogg", asked)
    assert (answer.status_code, answer.body, answer.headers.get("content-range")) == (status, part, told)


def test_sound_may_come_from_our_own_pages_only() -> None:
    assert "media-src 'self';" in POLICY


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    put_on_path(tmp_path / "programs", monkeypatch, espeak_ng=ESPEAK)
    reader = Told(opus(Espeak().speak("en", "x" * 441)))
    app, store = pages(tmp_path, Clock(), reader=reader)
    with Served(app) as running:
        yield running
    store.close()


@pytest.mark.skipif(browser.find() is None, reason=browser.NONE)
@pytest.mark.xdist_group("browser")
def test_a_browser_can_play_it(opened: Opened) -> None:
    page = begin(opened())
    page.locator("summary").click()
    tap(page, "Listen")
    page.locator("audio").evaluate("each => { each.preload = 'auto'; each.load(); }")
    page.wait_for_function("() => document.querySelector('audio').duration > 1.5")
    assert not problems(page)
