"""Coming back: at the right hour, at most once a day, at most twice, and never after a goodbye."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.store import Store
from dialogues.chapters.welcome import POLICY
from dialogues.session import AskPlan, Session, Wish
from tests.person import AMSTERDAM, MONDAY_MORNING, Person, talks_in

CHAT = 4711


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    who = Person(talks_in(tmp_path))
    yield who
    who.talks.store.close()


def settled(person: Person, *statuses: str, **more: Any) -> None:
    """Give the person a talk at rest with some asks."""
    session = Session("rest.open", turn=1, consent=True, policy=POLICY, **more)
    session.asks = [
        AskPlan(Wish(task="sit"), f"Marietje {number}", status=status) for number, status in enumerate(statuses)
    ]
    session.heard_at = person.now.isoformat()
    with person.talks.store.transaction() as work:
        work.load({CHAT})
        work.save({CHAT: (session.to_json(), person.talks.expiry(session, person.now))}, person.now)


def plan(person: Person, kind: str, due: datetime, ask: int = 0) -> None:
    with person.talks.store.transaction() as work:
        work.load({CHAT})
        work.remind(CHAT, kind, ask, due)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


def shown_at(person: Person, moment: datetime) -> list[str]:
    person.now = moment
    return [message.text for message in person.wait()]


def test_a_reminder_survives_a_restart(tmp_path: Path) -> None:
    first = Person(talks_in(tmp_path))
    settled(first, "ready")
    plan(first, "asked", at(24, 10))
    seal = first.talks.store._seal
    first.talks.store.close()
    second = Person(first.talks)
    second.talks.store = Store.open(f"sqlite:///{tmp_path / 'talks.db'}", seal)
    assert not shown_at(second, at(24, 9, 59))
    assert "Is het ervan gekomen" in shown_at(second, at(24, 10))[-1]
    second.talks.store.close()


@pytest.mark.parametrize(("hour", "minute"), [(21, 0), (23, 30), (0, 5), (3, 0), (8, 59)])
def test_at_night_nobody_is_woken_and_in_the_morning_it_comes(person: Person, hour: int, minute: int) -> None:
    settled(person, "ready")
    plan(person, "asked", at(24, 20, 59))
    night = at(24 if hour > 12 else 25, hour, minute)
    assert not shown_at(person, night)
    assert not shown_at(person, at(25, 9, 59))
    assert shown_at(person, at(25, 10))


def test_only_one_comes_on_a_day_the_most_urgent_first(person: Person) -> None:
    settled(person, "ready", "agreed")
    session_changes(person, lambda session: setattr(session.asks[1], "agreed_on", {"day": "2026-11-25"}))
    plan(person, "asked", at(24, 10), ask=0)
    plan(person, "eve", at(24, 10), ask=1)
    assert "Morgen" in "".join(shown_at(person, at(24, 10)))
    assert not shown_at(person, at(24, 15))
    assert "Is het ervan gekomen" in "".join(shown_at(person, at(25, 10)))


def session_changes(person: Person, change: Any) -> None:
    with person.talks.store.transaction() as work:
        session = Session.from_json(work.load({CHAT})[CHAT])
        change(session)
        work.save({CHAT: (session.to_json(), person.talks.expiry(session, person.now))}, person.now)


def test_we_ask_at_most_twice_whether_it_was_asked(person: Person) -> None:
    settled(person, "ready")
    for day in (24, 25):
        plan(person, "asked", at(day, 10))
        assert shown_at(person, at(day, 10))
    plan(person, "asked", at(26, 10))
    assert not shown_at(person, at(26, 10))


@pytest.mark.parametrize("status", ["agreed", "refused", "dropped", "not_needed", "ended", "draft"])
def test_what_has_been_answered_is_not_asked_again(person: Person, status: str) -> None:
    settled(person, status)
    plan(person, "asked", at(24, 10))
    assert not shown_at(person, at(24, 10))


def test_the_day_before_is_only_told_on_the_day_before(person: Person) -> None:
    settled(person, "agreed")
    session_changes(person, lambda session: setattr(session.asks[0], "agreed_on", {"day": "2026-11-25"}))
    plan(person, "eve", at(24, 10))
    assert not shown_at(person, at(25, 10)), "the bot was away for a day: “tomorrow” is not true any more"


def test_the_clock_change_moves_nothing(person: Person) -> None:
    person.now = datetime(2027, 3, 26, 9, tzinfo=UTC)
    settled(person, "ready")
    person.send("/start")
    person.tap("Menu")
    person.tap("7. Hoe het ging")
    person.tap("Nog niet")
    person.tap("Vraag het me later")
    person.tap("Over drie dagen")
    assert not shown_at(person, datetime(2027, 3, 29, 7, 59, tzinfo=UTC))
    assert shown_at(person, datetime(2027, 3, 29, 8, 0, tzinfo=UTC)), "ten o'clock, now two hours ahead of UTC"


def test_one_tap_stops_all_of_them(person: Person) -> None:
    settled(person, "ready", "ready")
    plan(person, "asked", at(24, 10), ask=0)
    plan(person, "asked", at(26, 10), ask=1)
    shown_at(person, at(24, 10))
    person.tap("Niet meer herinneren")
    assert not shown_at(person, at(27, 10))


def test_after_a_block_nothing_comes(person: Person) -> None:
    settled(person, "ready")
    plan(person, "asked", at(24, 10))
    person.talks.store.drop_reminders(CHAT)
    assert not shown_at(person, at(24, 10))


def test_after_delete_nothing_comes(person: Person) -> None:
    settled(person, "ready")
    plan(person, "asked", at(24, 10))
    person.send("/delete")
    person.tap(next(label for label in person.messages[-1].labels() if "wis" in label.casefold()))
    assert not shown_at(person, at(30, 10))


def test_after_a_death_old_reminders_stop_and_nobody_is_asked_for_care(person: Person) -> None:
    settled(person, "ready", answers={"wish.company": ["sit", "listen"]})
    plan(person, "asked", at(24, 10))
    person.send("/menu")
    person.tap("Mijn plan")
    person.tap("Er is iets veranderd")
    person.tap("Is overleden")
    assert not shown_at(person, at(30, 10))
    person.send("/menu")
    person.tap("5. Eén duidelijke vraag")
    assert "Gezelschap houden" not in person.messages[-1].labels()
    assert "Naar mij luisteren" in person.messages[-1].labels()


def test_every_month_for_who_wants_that_and_with_a_button_to_stop(person: Person) -> None:
    settled(person)
    person.send("/menu")
    person.tap("Mijn plan")
    person.tap("Hoe ik het volhoud")
    person.tap("Gaat wel")
    person.tap("Ja, graag")
    first = MONDAY_MORNING + timedelta(days=31)
    assert "Hoe houdt u het vol?" in shown_at(person, first)[-1]
    person.tap("Goed")
    assert person.sees("Iets lichter")
    assert "Hoe houdt u het vol?" in shown_at(person, first + timedelta(days=31))[-1]
    person.tap("Niet meer herinneren")
    assert not shown_at(person, first + timedelta(days=90))


def test_while_a_violence_signal_stands_nothing_about_an_ask_comes(person: Person) -> None:
    settled(person, "ready", violence=True)
    plan(person, "asked", at(24, 10))
    assert not shown_at(person, at(24, 10))
