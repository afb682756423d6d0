"""Passes to the page of a support centre: opened once, expiring, revocable, and not to be made by who has no key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.store import Keys, Seal, Store
from bot.store.passes import LINK_LASTS, Passes
from bot.store.trouble import KeyMissing

DAY = timedelta(days=1)


def made(store: Store, now: datetime, role: str = "edit") -> str:
    return store.passes().make("voorbeeld", role, "Anna", 30, now)[1]


def test_a_link_opens_once(store: Store, now: datetime) -> None:
    passes, token = store.passes(), made(store, now)
    assert passes.link(token, now) == passes.link(token, now)
    begun = passes.begin(token, now)
    assert begun is not None
    known, session = begun
    assert passes.begin(token, now) is None
    assert passes.link(token, now) is None
    assert passes.session(token, now) is None
    assert passes.session(session, now) == known
    assert (known.steunpunt, known.role, known.who) == ("voorbeeld", "edit", "Anna")


def test_of_two_who_open_it_at_once_one_is_let_in(store: Store, now: datetime) -> None:
    token = made(store, now)
    with ThreadPoolExecutor(4) as threads:
        begun = list(threads.map(lambda _: store.passes().begin(token, now), range(8)))
    assert sum(each is not None for each in begun) == 1


def test_a_link_waits_a_week_and_a_session_lasts_as_long_as_was_said(store: Store, now: datetime) -> None:
    passes, token = store.passes(), made(store, now)
    assert passes.begin(token, now + LINK_LASTS) is None
    begun = passes.begin(token, now + LINK_LASTS - DAY)
    assert begun is not None
    opened = now + LINK_LASTS - DAY
    assert passes.session(begun[1], opened + 29 * DAY)
    assert passes.session(begun[1], opened + 30 * DAY) is None
    assert passes.listed("voorbeeld", opened + 30 * DAY) == []


def test_of_a_pass_whose_time_is_over_nothing_stays(store: Store, now: datetime) -> None:
    made(store, now)
    for day, left in ((6, 1), (8, 0)):
        store.sweep(now + day * DAY)
        with store._engine.begin() as connection:
            assert connection.execute(text("SELECT count(*) FROM desk_pass")).scalar() == left


def test_what_is_taken_back_is_closed_at_once(store: Store, now: datetime) -> None:
    passes = store.passes()
    begun = passes.begin(made(store, now), now)
    assert begun is not None
    assert [each.id for each in passes.listed("voorbeeld", now)] == [begun[0].id]
    assert passes.revoke(begun[0].id)
    assert not passes.revoke(begun[0].id)
    assert passes.session(begun[1], now) is None


@pytest.mark.parametrize("change", ["role = 'operator'", "steunpunt = 'ander'", "days = 365", "label = 'Bea'"])
def test_who_writes_in_the_database_gives_no_pass_more_rights(store: Store, now: datetime, change: str) -> None:
    token = made(store, now)
    with store._engine.begin() as connection:
        connection.execute(text(f"UPDATE desk_pass SET {change}"))  # noqa: S608
    assert store.passes().begin(token, now) is None


def test_neither_secret_stands_in_the_database(store: Store, now: datetime) -> None:
    token = made(store, now)
    begun = store.passes().begin(token, now)
    assert begun is not None
    with store._engine.begin() as connection:
        row = str(connection.execute(text("SELECT * FROM desk_pass")).one())
    assert token.partition("-")[2] not in row
    assert begun[1].partition("-")[2] not in row


@pytest.mark.parametrize("token", ["", "x", "0" * 57, f"{'0' * 8}-{'0' * 48}", "a" * 5000, "\x00", "é" * 57])
def test_a_made_up_token_opens_nothing(store: Store, now: datetime, token: str) -> None:
    made(store, now)
    assert store.passes().begin(token, now) is None
    assert store.passes().session(token, now) is None


def test_the_command_of_who_has_other_keys_is_refused(store: Store, url: str) -> None:
    assert store.counts().conversations == 0
    with pytest.raises(KeyMissing), Passes.open(url, Seal(Keys.fresh())):
        pass


def test_a_moment_with_microseconds_is_no_other_moment(store: Store) -> None:
    odd = datetime(2026, 11, 22, 9, 30, 15, 123456, tzinfo=UTC)
    begun = store.passes().begin(made(store, odd), odd)
    assert begun is not None
    assert store.passes().session(begun[1], odd)
