"""Every effect has one handler, and every fact that the talk asks for can be told."""

from __future__ import annotations

import typing
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.facts import facts
from bot.handlers import HANDLERS, in_daytime
from bot.settings import Settings
from bot.words import Speaker
from dialogues.effects import Effect
from dialogues.inputs import Input
from dialogues.languages import LANGUAGES
from dialogues.words import Fact


def test_every_effect_has_exactly_one_handler() -> None:
    assert set(typing.get_args(Effect)) == set(HANDLERS)


def test_no_handler_serves_two_effects() -> None:
    assert len(set(HANDLERS.values())) == len(HANDLERS)


def test_every_input_has_a_handler_in_the_engine() -> None:
    from dialogues.engine import HANDLERS as INPUTS  # noqa: PLC0415  the other table of the same name

    assert set(typing.get_args(Input)) == set(INPUTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["talk", "suicide", "violence", "emergency", "carer", "harm_to_cared_for", "need"])
@pytest.mark.parametrize("country", ["NL", "BE", ""])
@pytest.mark.parametrize("age", ["under16", "16to24", "25plus", "unsaid", ""])
def test_for_every_need_there_is_a_way_to_people(language: str, kind: str, country: str, age: str) -> None:
    speaker = Speaker(language, young=False, facts=facts(Settings()))
    told = speaker.say(Fact("helplines", {"kind": kind, "country": country, "age": age, "most": "2"}))
    assert told.strip()


def test_a_municipality_is_told_with_number_site_and_date() -> None:
    told = Speaker("nl", young=False, facts=facts(Settings())).say(Fact("municipality", {"code": "GM0344"}))
    assert "Utrecht" in told
    assert "14 030" in told
    assert "https://www.utrecht.nl" in told
    assert "2026" in told


@pytest.mark.parametrize(("day", "hour_utc"), [(date(2026, 1, 5), 9), (date(2026, 7, 6), 8)])
def test_reminders_come_at_ten_in_winter_and_in_summer(day: date, hour_utc: int) -> None:
    moment = in_daytime(day, ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
    assert moment == datetime(day.year, day.month, day.day, hour_utc, tzinfo=UTC)


def test_young_people_are_reminded_when_school_is_out() -> None:
    assert in_daytime(date(2026, 1, 5), ZoneInfo("Europe/Amsterdam"), young=True).hour == 16
