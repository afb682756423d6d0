"""Helplines: the right line for the need, and only facts that were checked."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from bot.directory import shelf
from bot.directory.helplines import (
    AGES,
    KINDS,
    Helpline,
    fitting,
    helpline,
    helplines,
    reviewed,
    stale,
)

STALE_NUMBERS = [
    "030-205 90 59",
    "030-164 0 164",
    "0900-2020496",
    "0900-0767",
    "0900-8020",
    "088-003 06 00",
    "02 246 64 64",
    "0900 999 8888",
    "0900 243 81 81",
    "088-255 52 22",
    "0800 13 500",
]

FIRST = [
    ("suicide", "NL", "", "nl-113"),
    ("suicide", "NL", "under16", "nl-113"),
    ("suicide", "BE", "25plus", "be-1813"),
    ("suicide", "", "", "nl-113"),
    ("violence", "NL", "25plus", "nl-veiligthuis"),
    ("violence", "BE", "", "be-1712"),
    ("child_safety", "NL", "", "nl-veiligthuis"),
    ("child_safety", "BE", "under16", "be-1712"),
    ("harm_to_cared_for", "NL", "", "nl-veiligthuis"),
    ("harm_to_cared_for", "BE", "", "be-1712"),
    ("emergency", "NL", "", "nl-112"),
    ("emergency", "BE", "under16", "be-112"),
    ("medical", "NL", "25plus", "nl-112"),
    ("medical", "BE", "", "be-112"),
    ("talk", "NL", "", "nl-luisterlijn"),
    ("talk", "NL", "under16", "nl-kindertelefoon"),
    ("talk", "NL", "16to24", "nl-injebol"),
    ("talk", "BE", "", "be-106"),
    ("talk", "BE", "under16", "be-102"),
    ("carer", "NL", "", "nl-mantelzorglijn"),
    ("carer", "BE", "", "be-steunpunt"),
    ("dementia", "NL", "", "nl-dementielijn"),
    ("mental_health", "NL", "25plus", "nl-mind"),
    ("money_law", "NL", "", "nl-juridischloket"),
]


def line(identity: str) -> Helpline:
    found = helpline(identity)
    assert found is not None
    return found


def ids(kind: str, country: str, age: str, language: str = "") -> list[str]:
    return [each.id for each in fitting(kind, country, age, language)]


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def every_number() -> set[str]:
    return {digits(phone) for told in shelf.table("helplines.toml")["line"] for phone in told.get("phones", [])}


@pytest.mark.parametrize("number", STALE_NUMBERS)
def test_a_stale_or_unproven_number_stands_nowhere_in_the_table(number: str) -> None:
    assert digits(number) not in every_number()


def test_no_line_says_a_stale_number_in_words() -> None:
    told = digits(re.sub(r"[0-9]{11,}", "", repr(helplines())))
    assert not any(digits(number) in told for number in STALE_NUMBERS)


def test_the_number_of_victim_support_belongs_to_nobody_else() -> None:
    owners = [told["id"] for told in shelf.table("helplines.toml")["line"] if "0900-0101" in told.get("phones", [])]
    assert owners == ["nl-slachtofferhulp"]


def test_every_line_with_a_phone_was_checked_in_the_year_before_the_review() -> None:
    with_phone = [each for each in helplines() if each.phones]
    assert [each for each in with_phone if each in stale(reviewed())] == []


def test_no_check_lies_after_the_review() -> None:
    assert all(each.checked <= reviewed() for each in helplines() if each.checked)


def test_only_a_checked_line_of_high_confidence_gives_its_phone() -> None:
    with_phone = [each for each in helplines() if each.phones]
    assert all(each.confidence == "high" and each.checked for each in with_phone)


@pytest.mark.parametrize("identity", ["nl-mantelzorglijn", "nl-juridischloket", "nl-naast", "nl-politie"])
def test_a_line_that_is_not_sure_gives_its_website_only(identity: str) -> None:
    assert line(identity).phones == ()
    assert line(identity).url.startswith("https://")


@pytest.mark.parametrize("identity", ["be-samana", "be-coponcho", "nl-unheard-of"])
def test_a_line_of_low_confidence_or_unknown_is_not_shown(identity: str) -> None:
    assert helpline(identity) is None


def test_every_line_has_a_website_and_sources() -> None:
    assert all(each.url.startswith("https://") and each.sources for each in helplines())


def test_every_id_is_used_once() -> None:
    told = [each["id"] for each in shelf.table("helplines.toml")["line"]]
    assert len(told) == len(set(told)) == 38


def test_113_shows_both_its_numbers() -> None:
    assert line("nl-113").phones == ("113", "0800-0113")


def test_the_huisartsenpost_has_no_national_number() -> None:
    assert line("nl-huisartsenpost").phones == ()


@pytest.mark.parametrize(("kind", "country", "age", "expected"), FIRST)
def test_the_right_line_comes_first(kind: str, country: str, age: str, expected: str) -> None:
    assert ids(kind, country, age)[0] == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("country", ["NL", "BE", ""])
@pytest.mark.parametrize("age", [*AGES, ""])
def test_every_need_leads_to_a_line_that_can_be_reached(kind: str, country: str, age: str) -> None:
    found = fitting(kind, country, age)
    assert found
    assert len(found) == len({each.id for each in found})
    assert all(each.phones or each.url for each in found)


@pytest.mark.parametrize("kind", ["suicide", "violence", "child_safety", "harm_to_cared_for", "emergency", "medical"])
@pytest.mark.parametrize("country", ["NL", "BE", ""])
@pytest.mark.parametrize("age", [*AGES, ""])
def test_every_danger_names_112_once(kind: str, country: str, age: str) -> None:
    assert [each.phones for each in fitting(kind, country, age)].count(("112",)) == 1


@pytest.mark.parametrize("kind", ["suicide", "violence", "child_safety", "harm_to_cared_for"])
@pytest.mark.parametrize(("country", "young"), [("NL", "nl-kindertelefoon"), ("BE", "be-102")])
def test_a_child_in_danger_soon_sees_the_line_for_children(kind: str, country: str, young: str) -> None:
    assert young in ids(kind, country, "under16")[:2]


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_country_gives_the_dutch_line_and_then_the_belgian_one(kind: str) -> None:
    found = fitting(kind, "", "")
    assert found[0].country == "NL"
    assert "BE" in {each.country for each in found}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("country", ["NL", "BE"])
def test_a_known_country_gives_its_own_lines_only(kind: str, country: str) -> None:
    assert {each.country for each in fitting(kind, country, "")} == {country}


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_sent_to_a_line_for_another_age(kind: str) -> None:
    for age, (youngest, oldest) in AGES.items():
        for each in fitting(kind, "", age):
            assert each.min_age <= oldest
            assert youngest <= each.max_age


def test_no_list_names_a_line_that_an_age_or_its_confidence_would_drop() -> None:
    for kind, lists in shelf.table("helplines.toml")["fitting"].items():
        for name, listed in lists.items():
            country, _, age = name.partition("_")
            speakers = {language for each in listed for language in line(each).only_for} | {""}
            shown = {each for spoken in speakers for each in ids(kind, country, age, spoken.replace("*", "tr"))}
            assert set(listed) == shown, (kind, name)


def test_a_line_for_english_speakers_shows_to_them_only() -> None:
    assert "be-chs" in ids("talk", "BE", "", "en-GB")
    assert "be-chs" not in ids("talk", "BE", "", "nl")
    assert "be-chs" not in ids("talk", "BE", "")


@pytest.mark.parametrize(("language", "seen"), [("tr", True), ("uk", True), ("nl-BE", False), ("nl@young", False)])
def test_care_in_ones_own_language_is_for_who_speaks_another(language: str, seen: bool) -> None:  # noqa: FBT001
    assert ("nl-ikspreekmeerdan" in ids("mental_health", "NL", "", language)) is seen


def test_a_line_knows_the_needs_that_lead_to_it() -> None:
    assert line("nl-dementielijn").kinds == {"dementia"}


@pytest.mark.parametrize(("kind", "country"), [("weather", "NL"), ("talk", "FR")])
def test_an_unknown_need_or_country_is_an_error(kind: str, country: str) -> None:
    with pytest.raises(KeyError):
        fitting(kind, country, "")


# What the operator's command compares with today.


def test_a_line_is_stale_when_its_check_is_more_than_a_year_old() -> None:
    checked = line("nl-113").checked
    assert checked is not None
    assert line("nl-113") not in stale(checked + timedelta(days=365))
    assert line("nl-113") in stale(checked + timedelta(days=366))


def test_a_line_that_was_never_checked_is_always_stale() -> None:
    assert line("nl-mantelzorglijn") in stale(date(2000, 1, 1))
