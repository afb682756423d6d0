"""Names in a message: who is meant, what is told of them, and what is no name; a table for each language."""

from __future__ import annotations

import pytest

from dialogues.naming import add_people, first_name, only_names, told_people
from dialogues.people import MAX_PEOPLE
from dialogues.session import Person, Session

DUTCH = {
    "Marietje, buurman Jan, mijn zus": [("Marietje", ""), ("buurman Jan", "neighbour"), ("mijn zus", "sibling")],
    "mijn zus Anja en oma": [("mijn zus Anja", "sibling"), ("oma", "family")],
    "ook nog tante Els & oom Piet": [("tante Els", "family"), ("oom Piet", "family")],
    "- Jan\n- Piet\n3. Kees": [("Jan", ""), ("Piet", ""), ("Kees", "")],
    "Jan (broer)": [("Jan", "sibling")],
    "Stanley, en mijn schoonzus": [("Stanley", ""), ("mijn schoonzus", "family")],
    "Ali mijn zwager": [("Ali mijn zwager", "family")],
    "de buurvrouw": [("de buurvrouw", "neighbour")],
    "de moeder van Sanne": [("de moeder van Sanne", "")],
    "de juf van school": [("de juf van school", "")],
    "Er is iemand van de kerk": [("iemand van de kerk", "")],
    "mijn broer Henk, die woont in Canada": [("mijn broer Henk", "sibling")],
    "Misschien Zoë.": [("Zoë", "")],
    "Ja, alleen mijn zus": [("mijn zus", "sibling")],
    "Ik heb een broer": [("een broer", "sibling")],
    "de casemanager en de thuiszorg": [("de casemanager", "professional"), ("de thuiszorg", "professional")],
}
ENGLISH = {
    "my sister An and the neighbour": [("my sister An", "sibling"), ("the neighbour", "neighbour")],
    "Also Bob, and my cousin": [("Bob", ""), ("my cousin", "family")],
    "Jan (brother)": [("Jan", "sibling")],
    "the mother of Sanne": [("the mother of Sanne", "")],
    "my brother Tom who lives far away": [("my brother Tom", "sibling")],
}


@pytest.mark.parametrize(("text", "people"), [*DUTCH.items(), *ENGLISH.items()])
def test_who_is_named_and_who_it_is(text: str, people: list[tuple[str, str]]) -> None:
    assert [(each.name, each.relation) for each in told_people(text) or []] == people


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂",
        "...",
        "12",
        "Ik zou eigenlijk niet weten wie ik dat nog kan vragen nu",
        "die woont ver weg",
        "wat bedoel je",
        "ik krijg stress van dat invullen",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert told_people(text) is None


@pytest.mark.parametrize(
    ("text", "near", "place"),
    [
        ("mijn zus, die woont ver weg", "far", False),
        ("Piet in het buitenland", "far", False),
        ("buurvrouw hiernaast", "street", False),
        ("Henk van om de hoek", "street", False),
        ("Noor, in het dorp", "", False),
        ("my aunt abroad", "far", False),
        ("Tom from next door", "street", False),
        ("mijn nicht in Duitsland", "", True),
        ("tante Els uit Paramaribo", "", True),
        ("Marietje", "", False),
    ],
)
def test_where_somebody_lives_is_kept_apart_from_the_name(text: str, near: str, place: bool) -> None:  # noqa: FBT001
    person = (told_people(text) or [])[0]
    assert (person.near, person.place) == (near, place)
    assert len(person.name.split()) <= 4
    assert "hoek" not in person.name


@pytest.mark.parametrize("text", ["Fenna (12)", "mijn zoon van 15", "my daughter, 9"])
def test_an_age_under_eighteen_is_heard(text: str) -> None:
    assert any(each.young for each in told_people(text) or [])


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("mijn zus Anja", "Anja"),
        ("my sister An", "An"),
        ("mijn zus", ""),
        ("de buurvrouw", ""),
        ("buurvrouw Ineke", "buurvrouw Ineke"),
        ("Marietje", "Marietje"),
    ],
)
def test_one_greets_somebody_by_a_name_and_never_as_my_sister(name: str, called: str) -> None:
    assert first_name(name) == called


def test_a_list_of_relatives_is_only_names_and_a_cry_is_not() -> None:
    assert only_names(told_people("mijn vrouw Lina, mijn moeder en mijn broer Rob") or [])
    assert not only_names(told_people("mijn man slaat") or [])
    assert not only_names(told_people("ik ben bang") or [])


def test_nobody_stands_on_the_map_twice_and_there_is_a_bound() -> None:
    session = Session("network.closest", people=[Person("Jan")])
    add_people(session, told_people("jan, Piet") or [])
    assert [each.name for each in session.people] == ["Jan", "Piet"]
    for number in range(MAX_PEOPLE + 10):
        add_people(session, told_people(f"N{number}x") or [])
    assert len(session.people) == MAX_PEOPLE
