"""The operator's commands for the keys, as they are typed; and the real process when a key is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import cli, keyring
from bot.settings import Settings
from bot.store import Keys, Store, make_keys, read_keys, replace_keys
from bot.store.rotation import LINGER, SETTLE, FileSeal, census, find_seal
from tests.bot.test_process import CHAT, PATIENCE, bot, shown
from tests.fake_telegram import FakeTelegram
from tests.postgres import postgres_server, postgres_url

__all__ = ["postgres_server", "postgres_url"]

DAY = timedelta(days=1)
ROWS = 5


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and all that it said."""

    code: int
    said: str


class Operator:
    """Types commands, with everything in a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.file = folder / "data", folder / "keys" / "keys"
        self._patch, self._capsys = monkeypatch, capsys
        self.set(VRAAGKRACHT_DATA=str(self.data), VRAAGKRACHT_KEY_FILE=str(self.file))
        self.set(DATABASE_URL="", VRAAGKRACHT_KEYS="")

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self._patch.setenv(name, value)

    def types(self, *words: str) -> Ran:
        self._patch.setattr(sys, "argv", ["vraagkracht", "keys", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        code, said = ended.value.code, "".join(self._capsys.readouterr())
        assert not self.file.exists() or not any(key in said for key in letters(self.file))
        return Ran(1, said + code) if isinstance(code, str) else Ran(code or 0, said)

    @property
    def url(self) -> str:
        return Settings().store_url()

    def open(self) -> Store:
        settings = Settings()
        value = settings.keys.get_secret_value()
        return Store.open(self.url, find_seal(value, settings.key_file, settings.data, self.url))

    def fill(self, now: datetime) -> None:
        """Let people say something."""
        with self.open() as store, store.transaction() as work:
            work.save({chat: ({"said": "words"}, now + DAY) for chat in range(ROWS)}, now)

    def age(self, age: timedelta) -> None:
        """Let the key file rest."""
        moment = (datetime.now(UTC) - age).timestamp()
        os.utime(self.file, (moment, moment))


def letters(file: Path) -> list[str]:
    return [line.removeprefix("lookup:") for line in file.read_text().splitlines() if line[:1] != "#" and line]


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(tmp_path, monkeypatch, capsys)


@pytest.fixture
def shared(operator: Operator, postgres_url: str) -> Operator:
    """An operator whose conversations stand in PostgreSQL."""
    operator.set(DATABASE_URL=postgres_url)
    return operator


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Operator:
    operator: Operator = request.getfixturevalue("operator" if request.param == "sqlite" else "shared")
    return operator


# --- new ------------------------------------------------------------------------------------------


def test_new_makes_a_key_file_and_says_where_and_that_a_copy_must_be_kept(operator: Operator) -> None:
    ran = operator.types("new")
    assert ran.code == 0
    assert str(operator.file) in ran.said
    assert "Keep a copy" in ran.said
    assert operator.file.stat().st_mode & 0o777 == 0o600


def test_new_leaves_keys_that_are_there_alone(operator: Operator) -> None:
    keys = make_keys(operator.file)
    ran = operator.types("new")
    assert (ran.code, ran.said.count("\n")) == (1, 0)
    assert read_keys(operator.file) == keys


def test_new_refuses_a_database_that_belongs_to_keys(either: Operator, now: datetime) -> None:
    either.fill(now)
    either.file.unlink()
    ran = either.types("new")
    assert (ran.code, ran.said.count("\n")) == (1, 0)
    assert "put the key file back" in ran.said
    assert not either.file.exists()


def test_new_and_rotate_leave_keys_from_the_environment_to_the_operator(operator: Operator) -> None:
    keys = Keys.fresh()
    operator.set(VRAAGKRACHT_KEYS=keys.text())
    assert operator.types("new").code == 1
    ran = operator.types("rotate")
    assert ran.code == 1
    assert "put it second; restart every process" in ran.said
    assert "lookup:KEY" not in ran.said
    assert not operator.file.exists()


def test_who_has_no_lookup_entry_in_the_environment_is_told_to_write_one(operator: Operator) -> None:
    operator.set(VRAAGKRACHT_KEYS=Keys.fresh().text().splitlines()[1])
    assert "lookup:KEY" in operator.types("rotate").said


def test_rotating_by_hand_as_told_finds_every_conversation(operator: Operator, now: datetime) -> None:
    """The two rounds that the message tells, from one key without a lookup entry."""
    (old,) = letters_of(Keys.fresh())[1:]
    (new,) = letters_of(Keys.fresh())[1:]
    operator.set(VRAAGKRACHT_KEYS=old)
    operator.fill(now)
    for keys in (f"{old} lookup:{old}", f"{old} {new} lookup:{old}", f"{new} {old} lookup:{old}"):
        operator.set(VRAAGKRACHT_KEYS=keys)
        assert operator.types("check").code == 0
    assert f"{ROWS} rows were sealed anew" in operator.types("rotate", "--finish").said
    assert "these can go" in operator.types("check").said
    operator.set(VRAAGKRACHT_KEYS=f"{new} lookup:{old}")
    with operator.open() as store, store.transaction() as work:
        assert len(work.load(range(ROWS))) == ROWS


def letters_of(keys: Keys) -> list[str]:
    return [line.removeprefix("lookup:") for line in keys.text().splitlines()]


# --- rotate ---------------------------------------------------------------------------------------


def test_rotate_puts_a_key_in_front_and_seals_anew_itself_when_no_bot_runs(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    before = read_keys(operator.file)
    ran = operator.types("rotate")
    after = read_keys(operator.file)
    assert ran.code == 0
    assert f"{ROWS} rows were sealed anew" in ran.said
    assert "Make a new copy" in ran.said
    assert (after.sealing[1:], after.lookup) == (before.sealing, before.lookup)
    with operator.open() as store:
        assert census(store._engine) == {after.names[0]: ROWS}


def test_rotate_needs_keys(operator: Operator) -> None:
    ran = operator.types("rotate")
    assert ran.code == 1
    assert "vraagkracht keys new" in ran.said
    assert not operator.file.parent.exists()


def test_rotate_leaves_keys_alone_that_are_not_the_databases(either: Operator, now: datetime) -> None:
    either.fill(now)
    replace_keys(either.file, keys := Keys.fresh())
    ran = either.types("rotate")
    assert (ran.code, ran.said.count("\n")) == (1, 0)
    assert "made with other keys" in ran.said
    assert read_keys(either.file) == keys


def test_a_bot_that_has_the_file_takes_the_key_up_by_itself(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    with operator.open() as store:
        assert "within the hour" in operator.types("rotate").said
        resealed = {read_keys(operator.file).names[0]: ROWS}
        asyncio.run(kept_until(store, lambda: census(store._engine) == resealed))


async def kept_until(store: Store, done: Callable[[], bool]) -> None:
    """Let the upkeep of a running bot do its rounds."""
    task = asyncio.create_task(keyring.upkeep(store, every=0.01))
    async with asyncio.timeout(PATIENCE):
        while not done():  # noqa: ASYNC110  it happens in another thread
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_upkeep_goes_on_after_trouble(operator: Operator, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    operator.fill(now)
    troubles = []
    monkeypatch.setattr(keyring.log, "exception", lambda event, **_: troubles.append(event), raising=False)
    with operator.open() as store:
        away = operator.file.rename(operator.file.with_name("away"))
        asyncio.run(kept_until(store, lambda: bool(troubles)))
        away.rename(operator.file)
        (newest, *_) = replaced(operator.file).names
        asyncio.run(kept_until(store, lambda: set(census(store._engine)) == {newest}))
    assert set(troubles) == {"keys_not_kept"}


def replaced(file: Path) -> Keys:
    replace_keys(file, keys := read_keys(file).rotated())
    return keys


def test_processes_that_share_a_database_have_time_to_learn_the_key(shared: Operator, now: datetime) -> None:
    shared.fill(now)
    shared.age(SETTLE)
    assert "Give every machine its copy" in shared.types("rotate").said
    keys = read_keys(shared.file)
    with shared.open() as store:
        assert list(store.resealing()) == []
        assert census(store._engine) == {keys.names[1]: ROWS}
    assert "comes into use after" in shared.types("check").said
    assert "is not in use yet" in shared.types("rotate").said
    assert read_keys(shared.file) == keys
    shared.age(SETTLE)
    assert f"{ROWS} rows were sealed anew" in shared.types("rotate", "--finish").said


def test_a_round_that_was_interrupted_is_finished_without_another_key(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    replace_keys(operator.file, keys := read_keys(operator.file).rotated())
    assert f"{ROWS} rows were sealed anew" in operator.types("rotate", "--finish").said
    assert read_keys(operator.file) == keys


def test_what_the_terminal_remembers_is_sealed_anew_too(operator: Operator, now: datetime) -> None:
    make_keys(operator.file)
    url = Settings().terminal_url()
    with Store.open(url, FileSeal(operator.file)) as store, store.transaction() as work:
        work.save({1: ({}, now + DAY)}, now)
    assert "terminal.db: 1 rows were sealed anew" in operator.types("rotate").said


# --- check ----------------------------------------------------------------------------------------


def test_check_tells_which_key_seals_how_much_and_when_old_keys_can_go(either: Operator, now: datetime) -> None:
    either.fill(now)
    (old,) = read_keys(either.file).names
    assert f"{old.hex()}  seals     {ROWS} rows" in either.types("check").said
    replace_keys(either.file, read_keys(either.file).rotated())
    either.age(LINGER)
    ran = either.types("check")
    assert f"{old.hex()}  old       {ROWS} rows" in ran.said
    assert "still needed" in ran.said
    either.types("rotate", "--finish")
    ran = either.types("check")
    assert ran.code == 0
    assert ran.said.endswith(f"now, each with the line under its name: {old.hex()}\n")


def test_check_lets_no_key_go_while_a_process_may_still_seal_with_it(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    operator.types("rotate")
    assert "after 2" in operator.types("check").said
    operator.age(LINGER)
    assert "now" in operator.types("check").said


def test_check_keeps_the_oldest_key_where_it_stands_in_for_the_lookup_key(operator: Operator, now: datetime) -> None:
    old, new = letters_of(Keys.fresh())
    operator.file.parent.mkdir()
    operator.file.write_text(old)
    operator.file.chmod(0o600)
    operator.fill(now)
    operator.file.write_text(f"{new}\n{old}")
    operator.types("rotate", "--finish")
    assert "no old keys to drop" in operator.types("check").said


def test_check_works_beside_a_running_bot(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    with operator.open():
        assert operator.types("check").code == 0


def lose_file(operator: Operator) -> str:
    operator.file.unlink()
    return "put the key file back"


def open_to_others(operator: Operator) -> str:
    operator.file.chmod(0o644)
    return "chmod 600"


def exchange(operator: Operator) -> str:
    replace_keys(operator.file, Keys.fresh())
    return "made with other keys"


def lose_sealing_key(operator: Operator) -> str:
    keys = read_keys(operator.file)
    replace_keys(operator.file, Keys(keys.rotated().sealing[:1], keys.lookup))
    return keys.names[0].hex()


LOSSES = [lose_file, open_to_others, exchange, lose_sealing_key]


@pytest.mark.parametrize("lose", LOSSES)
def test_check_tells_trouble_in_one_line(either: Operator, now: datetime, lose: Callable[[Operator], str]) -> None:
    either.fill(now)
    hint = lose(either)
    ran = either.types("check")
    assert (ran.code, ran.said.count("\n")) == (1, 0)
    assert hint in ran.said


def test_check_before_anything_is_there(operator: Operator) -> None:
    ran = operator.types("check")
    assert (ran.code, ran.said.count("\n")) == (1, 0)
    assert not operator.file.exists()
    operator.types("new")
    assert operator.types("check").code == 0


# --- the real process -----------------------------------------------------------------------------


@pytest.fixture
def stored(operator: Operator) -> Callable[[], list[bytes]]:
    """Read all sealed values, behind the back of the store."""

    def values() -> list[bytes]:
        with closing(sqlite3.connect(operator.data / "vraagkracht.db")) as database:
            return sorted(row[0] for row in database.execute("SELECT sealed FROM conversation"))

    return values


async def talk_a_little(folder: Path, fake: FakeTelegram) -> None:
    async with bot(folder, fake) as process:
        fake.say(CHAT, "/start", language="en")
        await shown(fake, "Which language")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0


@pytest.mark.parametrize("lose", LOSSES)
async def test_a_lost_key_ends_the_process_with_one_line_and_changes_nothing(
    tmp_path: Path, operator: Operator, stored: Callable[[], list[bytes]], lose: Callable[[Operator], str]
) -> None:
    async with FakeTelegram() as fake:
        await talk_a_little(tmp_path, fake)
        before, hint = stored(), lose(operator)
        keys = operator.file.read_bytes() if operator.file.exists() else None
        (tmp_path / "log").unlink()
        async with bot(tmp_path, fake) as process:
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 1
    said = (tmp_path / "log").read_text().splitlines()
    assert len(said) == 1
    assert hint in said[0]
    assert stored() == before
    assert (operator.file.read_bytes() if operator.file.exists() else None) == keys


async def test_a_talk_goes_on_after_a_rotation_during_it(
    tmp_path: Path, operator: Operator, stored: Callable[[], list[bytes]]
) -> None:
    async with FakeTelegram() as fake:
        async with bot(tmp_path, fake) as process:
            fake.say(CHAT, "/start", language="en")
            await shown(fake, "Which language")
            assert "within the hour" in operator.types("rotate").said
            fake.tap(CHAT, "English")
            await shown(fake, "May I keep it?")
            process.send_signal(signal.SIGTERM)
            await process.wait()
        async with bot(tmp_path, fake), asyncio.timeout(PATIENCE):
            newest = read_keys(operator.file).names[0]
            while {value[1:5] for value in stored()} != {newest}:  # noqa: ASYNC110  it happens in another process
                await asyncio.sleep(0.02)
            fake.tap(CHAT, "Yes, keep it")
            await shown(fake, "How old are you?")
