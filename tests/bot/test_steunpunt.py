"""A support centre's link: it greets, comes first, and keeps nothing but what is known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.directory.checking import problems
from bot.directory.services import Directory, Kept
from bot.directory.steunpunten import Steunpunt, link, read_link
from dialogues.session import Session
from tests.person import Person, talks_in
from tests.steunpunt import VOORBEELD, with_steunpunt


@pytest.mark.parametrize(
    ("payload", "kept", "code", "language"),
    [
        ("voorbeeld", "voorbeeld", "voorbeeld", ""),
        ("voorbeeld-nl", "voorbeeld-nl", "voorbeeld", "nl"),
        ("VOORBEELD_EN-young", "voorbeeld-en-young", "voorbeeld", "en"),
        ("voorbeeld-xx", "voorbeeld", "voorbeeld", ""),
        ("young", "young", "", ""),
        ("jan-jansen-0612345678", "", "", ""),
        ("nl-voorbeeld", "nl", "", "nl"),
        ("", "", "", ""),
        ("-" * 64, "", "", ""),
    ],
)
def test_only_what_is_known_of_a_link_is_kept(payload: str, kept: str, code: str, language: str) -> None:
    read = read_link(payload, {"voorbeeld"})
    assert (read.payload, read.steunpunt, read.language) == (kept, code, language)


def test_a_link_reads_back_as_it_was_made() -> None:
    address = link("een_bot", "voorbeeld", "en", young=True)
    assert address == "https://t.me/een_bot?start=voorbeeld-en-young"
    assert read_link(address.partition("start=")[2], {"voorbeeld"}).payload == "voorbeeld-en-young"


@pytest.mark.parametrize("code", ["Voor", "a", "a-b", "nl", "young", "x" * 21, "é"])
def test_a_code_that_would_not_survive_a_link_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="code"):
        Steunpunt.model_validate({**VOORBEELD.model_dump(), "code": code})


def test_one_that_nobody_can_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody can reach it"):
        Steunpunt.model_validate({**VOORBEELD.model_dump(), "phones": [], "website": ""})


def test_its_link_greets_in_its_name_and_language_and_puts_it_first(tmp_path: Path) -> None:
    person = Person(with_steunpunt(talks_in(tmp_path)), language="en")
    person.send("/start voorbeeld-nl")
    assert person.sees("Fijn dat u kijkt.")
    assert person.sees("U komt hier via Steunpunt Het Voorbeeld. Zij lezen niet wat u schrijft.")
    assert person.sees("In welke taal")
    person.tap("Nederlands")
    person.tap("25 of ouder")
    person.tap("Ja, dat mag")
    person.send("/menu")
    person.tap("6. Hulp in de buurt")
    person.send("Utrecht")
    assert "Steunpunt Het Voorbeeld" in person.last()
    person.tap("Iemand spreken")
    assert "036 000 00 00" in person.last()
    person.talks.store.close()


def to_support(person: Person) -> None:
    person.send("/start")
    for label in ("English", "25 or older", "Yes, keep it"):
        person.tap(label)
    person.send("/menu")
    person.tap("6. Support nearby")


def test_an_unknown_code_just_starts_and_is_not_kept(tmp_path: Path) -> None:
    person = Person(with_steunpunt(talks_in(tmp_path)), language="en")
    person.send("/start piet-de-vries")
    assert [message.text for message in person.messages] == [person.messages[-1].text]
    with person.talks.store.transaction() as work:
        session = Session.from_json(work.load([person.chat])[person.chat])
    assert "payload" not in session.answers
    person.talks.store.close()


def test_what_is_said_of_a_service_counts_without_who(tmp_path: Path) -> None:
    person = Person(with_steunpunt(talks_in(tmp_path)), language="en")
    person.send("/start voorbeeld")
    person.tap("English")
    person.tap("25 or older")
    person.tap("Yes, keep it")
    person.send("/menu")
    person.tap("6. Support nearby")
    person.send("1315")
    for _time in range(2):
        person.tap("It helped, or is wrong")
        person.tap("Steunpunt Het Voorbeeld")
        person.tap("The number is wrong")
    sums = person.talks.store.registering().tallies("voorbeeld", "2026-11")
    assert sums["wrong", "steunpunt-voorbeeld"] == 1
    register = person.talks.store.registering()
    found = problems(Directory.of(register.listed()), date(2026, 11, 23), register.called_wrong())
    assert any("somebody said in 2026-11 that the number is wrong" in each for each in found)
    assert sums["pointed", "steunpunt-voorbeeld"] == 1
    assert sums["started", ""] == 1
    assert sums["language", "en"] == 1
    person.talks.store.close()


def test_without_consent_only_the_beginning_counts(tmp_path: Path) -> None:
    person = Person(with_steunpunt(talks_in(tmp_path)), language="en")
    person.send("/start voorbeeld")
    person.tap("English")
    person.tap("25 or older")
    person.tap("No, don't keep it")
    person.send("/menu")
    person.tap("6. Support nearby")
    person.send("1315")
    assert person.talks.store.registering().tallies("voorbeeld", "2026-11") == {("started", ""): 1}
    person.talks.store.close()


def test_which_place_is_meant_may_be_typed_as_its_province(tmp_path: Path) -> None:
    person = Person(talks_in(tmp_path), language="en")
    to_support(person)
    person.send("Bergen")
    person.send("the one in Limburg")
    assert "https://www.bergen.nl" in person.last()
    person.talks.store.close()


def test_who_told_nothing_yet_sees_what_there_is_in_the_municipality(tmp_path: Path) -> None:
    talks = talks_in(tmp_path)
    peers = {
        "id": "koffie",
        "name": "Koffie voor wie zorgt",
        "url": "https://example.org",
        "organization": {"name": "Voorbeeldhuis"},
        "service_areas": [{"extent": "GM0344"}],
        "attributes": [{"link_type": "kind", "value": "peers"}],
    }
    talks.store.registering().put_services({"koffie": peers}, datetime.now(UTC))
    assert isinstance(talks.directory, Kept)
    talks.directory.refresh()
    person = Person(talks, language="en")
    to_support(person)
    person.send("Utrecht")
    assert "Koffie voor wie zorgt" in person.last()
    assert "Meeting people who also care for somebody" in person.last()
    person.talks.store.close()
