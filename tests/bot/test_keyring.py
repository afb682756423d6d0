"""The operator's commands for the keys, as they are typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import keyring
from bot.settings import Settings
from bot.store import Keys, Store, make_keys, read_keys, replace_keys
from bot.store.rotation import LINGER, SETTLE, FileSeal, census
from tests.operator_at_work import DAY, LOSSES, ROWS, Operator, letters_of, operator
from tests.postgres import postgres_server, postgres_url

__all__ = ["operator", "postgres_server", "postgres_url"]

PATIENCE = 30.0


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


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
    assert f"{ROWS} rows sealed anew" in operator.types("rotate", "--finish").said
    assert "these can go" in operator.types("check").said
    operator.set(VRAAGKRACHT_KEYS=f"{new} lookup:{old}")
    with operator.open() as store, store.transaction() as work:
        assert len(work.load(range(ROWS))) == ROWS


# --- rotate ---------------------------------------------------------------------------------------


def test_rotate_puts_a_key_in_front_and_seals_anew_itself_when_no_bot_runs(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    before = read_keys(operator.file)
    ran = operator.types("rotate")
    after = read_keys(operator.file)
    assert ran.code == 0
    assert f"{ROWS} rows sealed anew" in ran.said
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
    assert f"{ROWS} rows sealed anew" in shared.types("rotate", "--finish").said


def test_a_round_that_was_interrupted_is_finished_without_another_key(operator: Operator, now: datetime) -> None:
    operator.fill(now)
    replace_keys(operator.file, keys := read_keys(operator.file).rotated())
    assert f"{ROWS} rows sealed anew" in operator.types("rotate", "--finish").said
    assert read_keys(operator.file) == keys


def test_what_the_terminal_remembers_is_sealed_anew_too(operator: Operator, now: datetime) -> None:
    make_keys(operator.file)
    url = Settings().terminal_url()
    with Store.open(url, FileSeal(operator.file)) as store, store.transaction() as work:
        work.save({1: ({}, now + DAY)}, now)
    assert "terminal.db: 1 row sealed anew" in operator.types("rotate").said


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
