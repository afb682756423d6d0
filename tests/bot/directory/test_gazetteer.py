"""The tables behind the places: complete, without private data, and pointing at each other."""

from __future__ import annotations

import pytest

from bot.directory import shelf
from bot.directory.gazetteer import gazetteer
from bot.directory.places import municipality


def test_a_dutch_municipality_has_a_phone_and_a_website() -> None:
    utrecht = municipality("GM0344")
    assert utrecht is not None
    assert (utrecht.phone, utrecht.website) == ("14 030", "https://www.utrecht.nl")


def test_every_dutch_municipality_has_a_phone_and_a_website() -> None:
    dutch = [each for each in gazetteer().municipalities.values() if each.country == "NL"]
    assert len(dutch) == 342
    assert all(each.phone and each.website.startswith("https://") for each in dutch)


def test_a_belgian_municipality_has_neither() -> None:
    gent = municipality("44021")
    assert gent is not None
    assert (gent.name, gent.phone, gent.website) == ("Gent", "", "")


def test_an_unknown_code_is_no_municipality() -> None:
    assert municipality("GM9999") is None


@pytest.mark.parametrize("file", ["nl_municipalities.csv", "nl_places.csv", "nl_postcodes.csv", "be_postcodes.csv"])
def test_no_table_holds_an_address_for_mail(file: str) -> None:
    assert not any("@" in value for row in shelf.rows(file) for value in row.values())


def test_every_alias_belongs_to_a_municipality_that_exists() -> None:
    assert [code for code in shelf.mapping("aliases.json") if municipality(code) is None] == []
