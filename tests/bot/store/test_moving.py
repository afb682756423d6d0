"""Moving to another database and back: everything arrives, or nothing; nothing newer is overwritten."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.cli import main
from bot.conversations import Conversations
from bot.facts import facts
from bot.post import Call
from bot.settings import Settings
from bot.store import Keys, Occupied, Seal, Store, moving
from bot.store.engine import address, connect
from bot.store.moving import move
from bot.store.trouble import NotMoved
from bot.telegram.stage import TelegramStage
from tests.person import AMSTERDAM, Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

DAY = timedelta(days=1)
CHATS = range(1, 1301)
"""More than two chunks, so that a move can be broken off between them."""


def fill(url: str, seal: Seal, now: datetime, chats: range = CHATS) -> None:
    """Leave rows in every table; of the outbox and the reminders the newest numbers are gone again."""
    with Store.open(url, seal) as store, store.transaction() as work:
        work.first_seen(chats, now)
        work.save({chat: ({"said": f"{chat} é \ud83d"}, now + DAY) for chat in chats}, now)
        work.queue([(chat, Call("sendMessage", {"chat_id": chat})) for chat in chats[:50]], now)
        work.sent(range(41, 51))
        for chat in chats[:40]:
            work.remind(chat, "asked", 1, now + DAY)
        work.forget_reminders(40)


def change(url: str, seal: Seal, now: datetime, chat: int, said: str) -> None:
    with Store.open(url, seal) as store, store.transaction() as work:
        work.save({chat: ({"said": said}, now + DAY)}, now)


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that is moved, read without what is tested."""
    engine = connect(address(url))
    names = ("conversation", "outbox", "reminder", "seen_update", "service", "steunpunt", "tally")
    names += ("desk_pass", "entry_change")
    with engine.connect() as connection:
        found = {name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))] for name in names}  # noqa: S608
    engine.dispose()
    return {name: sorted(each, key=repr) for name, each in found.items()}


@pytest.fixture
def filled(sqlite_url: str, seal: Seal, now: datetime) -> str:
    fill(sqlite_url, seal, now)
    with Store.open(sqlite_url, seal) as store:
        for code in ("voorbeeld", "ander"):
            store.passes().make(code, "see", "Anna", 30, now)
            store.registering().put_steunpunt(code, {"name": "a"}, now)
            store.changes().make(("steunpunt", code), {"name": "a"}, {"name": "é"}, "Anna", now)
    return sqlite_url


@pytest.fixture
def back_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'back' / 'talks.db'}"


@pytest.fixture(params=["postgresql", "sqlite"])
def target(request: pytest.FixtureRequest) -> str:
    address: str = request.getfixturevalue("back_url" if request.param == "sqlite" else "postgres_url")
    return address


def test_there_and_back_again_is_equal_to_the_last_byte(
    filled: str, postgres_url: str, back_url: str, seal: Seal
) -> None:
    before = rows(filled)
    there = move(filled, postgres_url, seal)
    back = move(postgres_url, back_url, seal)
    assert there == back
    assert there.copied
    assert {each.table: each.rows for each in there.tables} == {name: len(each) for name, each in before.items()}
    assert before == rows(postgres_url) == rows(back_url) == rows(filled)
    assert len(before["conversation"]) == len(CHATS)
    assert before["outbox"]
    assert before["reminder"]


def test_a_checksum_tells_every_difference(filled: str, seal: Seal, target: str) -> None:
    checksums = {each.table: each.checksum for each in move(filled, target, seal).tables}
    engine = connect(address(target))
    with engine.begin() as connection:
        connection.execute(text("UPDATE reminder SET due_at = due_at + 1 WHERE number = 7"))
        connection.execute(text("UPDATE outbox SET claimed_by = 1 WHERE number = (SELECT min(number) FROM outbox)"))
        found = {each.table: each.checksum for each in moving.content(connection)}
    engine.dispose()
    assert {name for name in found if found[name] != checksums[name]} == {"reminder", "outbox"}


def test_moving_again_says_that_it_is_equal(filled: str, target: str, seal: Seal) -> None:
    first, again = move(filled, target, seal), move(filled, target, seal)
    assert again.tables == first.tables
    assert (first.copied, again.copied) == (True, False)


def test_moving_again_brings_the_target_up_to_date_also_with_what_was_erased(
    filled: str, target: str, seal: Seal, now: datetime
) -> None:
    move(filled, target, seal)
    change(filled, seal, now + DAY, 1, "anders")
    change(filled, seal, now + DAY, 5000, "nieuw")
    with Store.open(filled, seal) as store, store.transaction() as work:
        work.erase(2)
    assert move(filled, target, seal).copied
    assert rows(target) == rows(filled)
    with Store.open(target, seal) as store, store.transaction() as work:
        assert work.load([1, 2, 5000]) == {1: {"said": "anders"}, 5000: {"said": "nieuw"}}


def test_talks_that_went_on_in_the_target_are_not_overwritten(
    filled: str, target: str, seal: Seal, now: datetime
) -> None:
    move(filled, target, seal)
    change(target, seal, now, 1, "in de nieuwe")
    with pytest.raises(NotMoved, match="went on in it"):
        move(filled, target, seal)
    with Store.open(target, seal) as store, store.transaction() as work:
        assert work.load([1]) == {1: {"said": "in de nieuwe"}}


def test_a_target_with_other_conversations_is_refused(filled: str, target: str, seal: Seal, now: datetime) -> None:
    fill(target, seal, now, range(9000, 9003))
    before = rows(target)
    with pytest.raises(NotMoved, match="other conversations"):
        move(filled, target, seal)
    assert rows(target) == before


def test_a_target_of_other_keys_is_refused(filled: str, target: str, seal: Seal) -> None:
    others = Seal(Keys.fresh())
    Store.open(target, others).close()
    with pytest.raises(NotMoved, match="target belongs to other keys"):
        move(filled, target, seal)
    Store.open(target, others).close()


def test_a_source_of_other_keys_is_refused_and_the_target_stays_free(filled: str, target: str) -> None:
    others = Seal(Keys.fresh())
    with pytest.raises(NotMoved, match="source belongs to other keys"):
        move(filled, target, others)
    Store.open(target, others).close()


def test_a_move_broken_off_in_the_middle_leaves_nothing_and_can_be_repeated(
    filled: str, target: str, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(target, seal).close()
    with monkeypatch.context() as broken:
        broken.setattr(moving, "_chunks", breaking(moving._chunks))
        with pytest.raises(NotMoved, match="run the command again"):
            move(filled, target, seal)
    assert not any(rows(target).values())
    assert move(filled, target, seal).copied
    assert rows(target) == rows(filled)


def breaking(real: Callable[..., object]) -> Callable[..., object]:
    """Lose the connection after the first chunk of the second time that the source is read: the copying."""
    read: list[str] = []

    def chunks(connection, table):  # noqa: ANN001, ANN202  the signature of what it replaces
        read.append(table.name)
        for number, found in enumerate(real(connection, table)):  # type: ignore[arg-type]
            if number and read.count(table.name) > 2:
                raise OperationalError("SELECT", {}, Exception("gone"))
            yield found

    return chunks


KILLED = """
import os, signal, sys
from bot.store import Keys, Seal, moving
real = moving.insert
count = 0
def insert(table):
    global count
    count += 1
    if count == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(table)
moving.insert = insert
moving.move(sys.argv[1], sys.argv[2], Seal(Keys.parse(sys.stdin.read())))
"""


def test_a_move_that_is_killed_leaves_nothing_and_can_be_repeated(
    filled: str, target: str, keys: Keys, seal: Seal
) -> None:
    Store.open(target, seal).close()
    code = [sys.executable, "-c", KILLED, filled, target]
    done = subprocess.run(code, input=keys.text(), text=True, check=False, cwd=Path(__file__).parents[3])  # noqa: S603
    assert done.returncode == -9
    assert not any(rows(target).values())
    assert move(filled, target, seal).copied
    assert rows(target) == rows(filled)


def test_what_arrives_otherwise_than_it_was_sent_does_not_count(
    filled: str, target: str, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(target, seal).close()
    with monkeypatch.context() as broken:
        broken.setattr(moving, "_chunks", spoiling(moving._chunks))
        with pytest.raises(NotMoved, match="not what was sent"):
            move(filled, target, seal)
    assert not any(rows(target).values())


def spoiling(real: Callable[..., object]) -> Callable[..., object]:
    """Skip a row while copying."""
    read: list[str] = []

    def chunks(connection, table):  # noqa: ANN001, ANN202  the signature of what it replaces
        read.append(table.name)
        skipped = 1 if read.count(table.name) == 3 else 0
        for found in real(connection, table):  # type: ignore[attr-defined]
            yield found[skipped:]

    return chunks


def test_numbers_go_on_where_they_were(
    filled: str, postgres_url: str, back_url: str, seal: Seal, now: datetime
) -> None:
    """Also where the newest rows were gone before the move: a number is never given twice."""
    move(filled, postgres_url, seal)
    move(postgres_url, back_url, seal)
    assert next_numbers(filled, seal, now) == next_numbers(postgres_url, seal, now) == (51, 41)
    assert next_numbers(back_url, seal, now) == (51, 41)


def next_numbers(url: str, seal: Seal, now: datetime) -> tuple[int, int]:
    with Store.open(url, seal) as store, store.transaction() as work:
        work.queue([(1, Call("sendMessage", {}))], now)
        work.remind(40, "asked", 2, now)
        run = work._context.connection.execute
        return tuple(run(text(f"SELECT max(number) FROM {name}")).scalar() for name in ("outbox", "reminder"))  # type: ignore[return-value]  # noqa: S608


def test_a_talk_goes_on_after_the_move(sqlite_url: str, postgres_url: str, back_url: str, seal: Seal) -> None:
    with Store.open(sqlite_url, seal) as store:
        person = Person(talks(store), language="en")
        person.send("/start")
        person.tap("English")
        person.tap("25 or older")
    move(sqlite_url, postgres_url, seal)
    with Store.open(postgres_url, seal) as store:
        person.talks = talks(store)
        person.tap("Yes, keep it")
        assert person.sees("Who is it?")
    move(postgres_url, back_url, seal)
    with Store.open(back_url, seal) as store:
        person.talks = talks(store)
        person.send("my partner")
        assert person.sees("What do you call him or her?")


def talks(store: Store) -> Conversations:
    return Conversations(store, TelegramStage, facts(Settings()), AMSTERDAM)


def test_a_file_that_the_bot_has_is_not_moved(filled: str, back_url: str, seal: Seal) -> None:
    with Store.open(filled, seal), pytest.raises(Occupied):
        move(filled, back_url, seal)


def test_a_database_that_a_bot_is_connected_to_is_not_moved(
    filled: str, postgres_url: str, back_url: str, seal: Seal
) -> None:
    move(filled, postgres_url, seal)
    with Store.open(postgres_url, seal):
        with pytest.raises(NotMoved, match="connected to the source"):
            move(postgres_url, back_url, seal)
        with pytest.raises(NotMoved, match="connected to the target"):
            move(filled, postgres_url, seal)


def test_nothing_is_moved_from_where_nothing_was_stored(sqlite_url: str, target: str, seal: Seal) -> None:
    with pytest.raises(NotMoved, match="nothing to move"):
        move(sqlite_url, target, seal)
    assert not Path(sqlite_url.removeprefix("sqlite:///")).exists()


def test_a_database_is_not_moved_onto_itself(filled: str, seal: Seal, tmp_path: Path) -> None:
    for same in (filled, f"sqlite:///{tmp_path}/data/../data/talks.db"):
        with pytest.raises(NotMoved, match="give another one"):
            move(filled, same, seal)


@pytest.mark.parametrize(
    "address", ["", "nonsense", "mysql://me@host/db", "sqlite://", "postgresql+asyncpg://me@host/db"]
)
def test_an_address_that_cannot_be_used_is_told(filled: str, seal: Seal, address: str) -> None:
    with pytest.raises(NotMoved, match="address of the target must be"):
        move(filled, address, seal)


@pytest.mark.parametrize("address", ["postgresql://me:geheim@127.0.0.1:1/db", "sqlite:////proc/nowhere/talks.db"])
def test_trouble_is_told_in_one_line_without_the_password(
    filled: str, keys: Keys, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", filled)
    monkeypatch.setenv("VRAAGKRACHT_KEYS", keys.text().replace("\n", ","))
    monkeypatch.setattr(sys, "argv", ["vraagkracht", "move", "--to", address])
    with pytest.raises(SystemExit) as left:
        main()
    assert len(str(left.value).splitlines()) == 1
    assert "geheim" not in str(left.value)


def test_the_command_tells_what_stands_on_both_sides(
    filled: str, target: str, keys: Keys, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", filled)
    monkeypatch.setenv("VRAAGKRACHT_KEYS", keys.text().replace("\n", ","))
    for last in ("Moved: now set DATABASE_URL to the target.", "The target held all of this already."):
        monkeypatch.setattr(sys, "argv", ["vraagkracht", "move", "--to", target])
        with pytest.raises(SystemExit) as left:
            main()
        lines = capsys.readouterr().out.splitlines()
        assert not left.value.code
        assert lines[0].split()[:3] == ["conversation", str(len(CHATS)), "rows,"]
        assert lines[-1] == last


def test_a_copy_that_was_replaced_leaves_no_trace_of_what_was_erased(filled: str, back_url: str, seal: Seal) -> None:
    """Somebody used /delete in the source between two moves: the target's file must forget as well."""
    move(filled, back_url, seal)
    with closing(sqlite3.connect(filled.removeprefix("sqlite:///"))) as connection:
        (mine,) = connection.execute(
            "SELECT sealed FROM conversation WHERE key = ?", [seal.conversation_key(3)]
        ).fetchone()
    folder = Path(back_url.removeprefix("sqlite:///")).parent
    assert mine in b"".join(file.read_bytes() for file in folder.iterdir())
    with Store.open(filled, seal) as store, store.transaction() as work:
        work.erase(3)
    move(filled, back_url, seal)
    assert mine not in b"".join(file.read_bytes() for file in folder.iterdir())
