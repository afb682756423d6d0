"""Which services fit whom: by need, place, age and language; and how each is told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.directory.hsds import Service
from bot.directory.opening import is_dutch_holiday
from bot.directory.services import Directory
from bot.directory.telling import service_in_words, service_name
from bot.store.register import Listed
from bot.words import Speaker, bare
from dialogues.effects import FindServices
from dialogues.needs import needs
from dialogues.session import Session
from tests.steunpunt import VOORBEELD

UTRECHT, ALMERE = "GM0344", "GM0034"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def service(name: str, kind: str, area: str = UTRECHT, **more: object) -> Service:
    entry = {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "organization": {"name": "Het Voorbeeld"},
        "url": "https://example.org",
        "service_areas": [{"extent": area, "extent_type": "country" if area in {"NL", "BE"} else "municipality"}],
        "attributes": [{"link_type": "kind", "value": kind}],
        "assured_date": "2026-11-01",
        **more,
    }
    return Service.model_validate(entry)


def directory(*services: Service) -> Directory:
    return Directory({each.id: each for each in services})


def asked(**more: object) -> FindServices:
    given = {
        "place": UTRECHT,
        "cared_place": UTRECHT,
        "country": "NL",
        "kinds": ("respite_home", "peers", "steunpunt"),
    }
    return FindServices(**{**given, "age": "25plus", "language": "nl", **more})  # type: ignore[arg-type]


def found(known: Directory, **more: object) -> list[str]:
    return [each.name for each in known.find(asked(**more))]


def test_the_need_orders_and_the_place_chooses() -> None:
    known = directory(
        service("Praten", "peers"),
        service("Overnemen", "respite_home"),
        service("Elders", "respite_home", ALMERE),
        service("Anders", "work"),
        service("Landelijk", "peers", "NL"),
        service("Vlaams", "peers", "BE"),
    )
    assert found(known) == ["Overnemen", "Praten", "Landelijk"]


def test_help_at_home_is_where_the_cared_for_person_lives_and_the_rest_where_the_carer_does() -> None:
    known = directory(service("Overnemen", "respite_home", ALMERE), service("Praten", "peers", ALMERE))
    assert found(known, cared_place=ALMERE) == ["Overnemen"]
    assert found(known, place=ALMERE) == ["Praten"]


def test_what_is_closed_or_for_another_age_is_not_shown() -> None:
    known = directory(
        service("Dicht", "peers", status="temporarily closed"),
        service("Jong", "peers", maximum_age=17),
        service("Oud", "peers", minimum_age=65),
    )
    assert found(known, age="16to24") == ["Jong"]
    assert found(known, age="") == ["Jong", "Oud"]


def test_whoever_gave_the_link_comes_first_and_the_own_language_before_another() -> None:
    turks = service("Zus", "peers", languages=[{"code": "tr"}])
    steunpunt = VOORBEELD.as_service()
    known = directory(service("Aan tafel", "peers"), turks, steunpunt)
    assert found(known, language="tr", steunpunt="voorbeeld") == [steunpunt.name, "Zus", "Aan tafel"]


def test_an_entry_that_no_longer_makes_sense_is_left_out_and_the_rest_stays() -> None:
    good = service("Praten", "peers").model_dump(mode="json")
    known = Directory.of(Listed(({**good, "id": "x", "service_areas": []}, good), ()))
    assert list(known.services) == ["praten"]


def told(known: Service, now: datetime = MONDAY) -> str:
    return bare(service_in_words(known, Speaker("en", young=False, now=now)))


PHONES = [{"number": "036 000 00 00"}]
WEEK = [{"byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:00"}]


def test_an_entry_tells_how_to_begin_what_it_costs_and_when_it_was_checked() -> None:
    known = service(
        *("Praten", "peers"),
        application_process="Call and ask for the coffee table.",
        fees_description="Free",
        wait_time="two weeks",
        phones=[{"number": "036 000 00 00"}],
        schedules=WEEK,
    )
    for words in ("Call and ask for the coffee table.", "Costs: Free", "Waiting time: two weeks", "036 000 00 00"):
        assert words in told(known)
    assert "open now" in told(known)
    assert "Checked on" in told(known)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 3, 27, 8, 30, tzinfo=UTC), True),  # winter time: half past nine
        (datetime(2026, 3, 27, 7, 30, tzinfo=UTC), False),
        (datetime(2026, 3, 30, 7, 30, tzinfo=UTC), True),  # summer time: half past nine
        (datetime(2026, 4, 6, 9, 0, tzinfo=UTC), False),  # Easter Monday
        (datetime(2026, 4, 27, 9, 0, tzinfo=UTC), False),  # King's Day
        (datetime(2026, 12, 25, 9, 0, tzinfo=UTC), False),
    ],
)
def test_open_now_knows_summer_time_and_holidays(moment: datetime, is_open: bool) -> None:  # noqa: FBT001
    known = service(
        "Praten", "peers", phones=[{"number": "036 000 00 00"}], schedules=WEEK, assured_date="2026-01-02"
    )
    assert ("open now" in told(known, moment)) is is_open
    assert ("opens " in told(known, moment)) is not is_open


def test_an_entry_that_was_not_checked_for_eighteen_months_is_no_longer_certain() -> None:
    known = service(
        "Praten", "peers", phones=[{"number": "036 000 00 00"}], schedules=WEEK, assured_date="2025-05-01"
    )
    assert "It may have changed since." in told(known)
    assert "open now" not in told(known)


def test_an_invented_example_says_so() -> None:
    demo = {"attributes": [{"link_type": "kind", "value": "peers"}, {"link_type": "demo", "value": "ja"}]}
    name = service_name(service("Praten", "peers", **demo), Speaker("nl", young=False))
    assert "verzonnen voorbeeld" in name


@pytest.mark.parametrize(
    ("day", "shut"),
    [
        (date(2027, 4, 27), True),
        (date(2025, 4, 26), True),
        (date(2025, 4, 27), False),
        (date(2025, 5, 5), True),
        (date(2026, 5, 5), False),
        (date(2026, 5, 14), True),
        (date(2026, 11, 11), False),
    ],
)
def test_the_public_holidays_of_the_netherlands(day: date, shut: bool) -> None:  # noqa: FBT001
    assert is_dutch_holiday(day) is shut


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"strain.heaviest": "body"}, "respite_home"),
        ({"strain.heaviest": "alone"}, "buddy"),
        ({"strain.heaviest": "her own words"}, "steunpunt"),
        ({"wish.practical": ["letters"]}, "client_support"),
        ({"reluctance.barriers": ["strangers"], "strain.heaviest": "time"}, "family_meeting"),
        ({"strain.phase": "ended"}, "bereavement"),
        ({"welcome.age": "under16", "strain.heaviest": "time"}, "young"),
    ],
)
def test_what_was_told_decides_what_comes_first(answers: dict[str, object], first: str) -> None:
    assert needs(Session("support.near", answers=dict(answers)))[0].kind == first


def test_who_has_nobody_is_pointed_to_somebody_who_goes_along() -> None:
    assert needs(Session("support.near", done=["network"]))[0].kind == "buddy"
