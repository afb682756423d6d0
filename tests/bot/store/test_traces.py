"""What a thief of the disk finds: nothing that was said, and after an erasure not even the seal on it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from bot.post import Call
from bot.store import Unforgotten
from bot.store import statements as sql

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bot.store import Store


DAY = timedelta(days=1)
CHAT = 700800900
WORDS = "mijn man is 's nachts zo onrustig"


def remember(store: Store, now: datetime, chat: int, words: str) -> None:
    with store.transaction() as work:
        work.load([chat])
        work.save({chat: ({"said": words}, now + DAY)}, now)
        work.queue([(chat, Call("sendMessage", {"chat_id": chat, "text": words}))], now, claimed_until=now + DAY)
        work.remind(chat, "asked", 1, now)


def sealed(store: Store) -> list[bytes]:
    """Every sealed value that stands in the store now."""
    with store.transaction() as work:
        run = work._context.connection.execute
        return [
            value
            for of in (sql.conversation, sql.outbox, sql.reminder)
            for value in run(select(of.c.sealed)).scalars()
        ]


def disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


@pytest.fixture
def file_store(sqlite_url: str, open_store: Callable[[str], Store]) -> Store:
    return open_store(sqlite_url)


def test_the_disk_holds_no_words_and_no_chat(file_store: Store, now: datetime, tmp_path: Path) -> None:
    remember(file_store, now, CHAT, WORDS)
    remember(file_store, now, CHAT + 1, WORDS * 100)
    file_store.forget_traces()
    found = disk(tmp_path)
    for trace in (
        b"onrustig",
        b"sendMessage",
        str(CHAT).encode(),
        CHAT.to_bytes(4, "big"),
        CHAT.to_bytes(4, "little"),
    ):
        assert trace not in found


@pytest.mark.parametrize(
    "words", [WORDS, "".join(chr(33 + n * n % 9001) for n in range(30000))], ids=["short", "long"]
)
def test_after_erasing_not_even_what_was_sealed_is_there(
    file_store: Store, now: datetime, tmp_path: Path, words: str
) -> None:
    for chat in range(50):
        remember(file_store, now, chat, words)
    before = sealed(file_store)
    remember(file_store, now, CHAT, words)
    mine = [value for value in sealed(file_store) if value not in before]
    remember(file_store, now, CHAT, words)  # what a later turn replaces is a trace as well
    mine += [value for value in sealed(file_store) if value not in before + mine]
    assert len(mine) == 6
    assert all(piece in disk(tmp_path) for value in mine for piece in pieces(value)[:1])

    with file_store.transaction() as work:
        work.load([CHAT])
        work.erase(CHAT)
    file_store.forget_traces()

    found = disk(tmp_path)
    assert not [piece for value in mine for piece in pieces(value) if piece in found]
    assert all(pieces(value)[0] in found for value in before)


def pieces(value: bytes) -> list[bytes]:
    """Cut a value: one that fills several pages is nowhere in one piece."""
    return [value[start : start + 24] for start in range(0, len(value) - 24, 100)]


def test_what_expired_is_gone_as_well(file_store: Store, now: datetime, tmp_path: Path) -> None:
    remember(file_store, now, CHAT, WORDS)
    mine = sealed(file_store)
    file_store.sweep(now + DAY)
    file_store.forget_traces()
    assert not [value for value in mine if value in disk(tmp_path)]


def test_a_reader_that_is_in_the_way_is_told(file_store: Store, sqlite_url: str, now: datetime) -> None:
    remember(file_store, now, CHAT, WORDS)
    reader = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    try:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM outbox").fetchall()
        with file_store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=0")
        with file_store.transaction() as work:
            work.erase(CHAT)
        with pytest.raises(Unforgotten):
            file_store.forget_traces()
    finally:
        reader.close()
    file_store.forget_traces()


def test_a_postgresql_database_holds_no_words_and_no_chat(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    store = open_store(postgres_url)
    remember(store, now, CHAT, WORDS)
    with store.transaction() as work:
        for name in ("conversation", "outbox", "reminder", "seen_update", "keyring"):
            rows = work._context.connection.execute(text(f"SELECT CAST(t AS text) FROM {name} AS t")).scalars()  # noqa: S608
            for row in rows:
                assert str(CHAT) not in row
                assert WORDS.encode().hex() not in row
    store.forget_traces()
