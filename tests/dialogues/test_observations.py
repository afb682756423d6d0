"""What the map tells: what was told, of whom it was told, and never a verdict or a number."""

from __future__ import annotations

from hypothesis import given

from bot.words import Speaker, bare
from dialogues.observations import coverage, has_observations, practical_empty, seen
from dialogues.people import SUPPORT
from dialogues.session import Person
from tests.dialogues.around import PEOPLE, somewhere

VERDICTS = ("netwerk", "zwak", "kwetsbaar", "klein", "weinig", "te veel", "moet", "zelfredzaam", "eigen kracht")


def said(people: list[Person], language: str = "nl") -> str:
    return bare(Speaker(language, young=False).say(seen(somewhere(people))))


@given(people=PEOPLE)
def test_it_is_never_a_verdict_nor_a_count(people: list[Person]) -> None:
    text = said([each for each in people if each.name.isalpha()]).lower()
    assert not any(word in text for word in VERDICTS)
    assert not any(letter.isdigit() for letter in text)


@given(people=PEOPLE)
def test_coverage_names_whom_it_may_and_nobody_else(people: list[Person]) -> None:
    covered = coverage(somewhere(people))
    assert set(covered) == set(SUPPORT)
    for letter, found in covered.items():
        for each in found:
            assert letter in each.support
            assert not each.rather_not
            assert each.adult is not False
            assert each.line not in {"tense", "conflict", "broken"}
    for each in people:
        if not each.rather_not and each.adult and each.line in {"", "close", "good", "distant"}:
            assert all(each in covered[letter] for letter in each.support)


@given(people=PEOPLE)
def test_whom_the_carer_would_rather_not_is_never_named(people: list[Person]) -> None:
    left_out = [Person(f"Q{index}Q", rather_not=True, energy="costs", support=["P"]) for index in range(3)]
    assert "Q" not in said([*people, *left_out])


@given(people=PEOPLE)
def test_something_is_said_when_it_says_that_there_is(people: list[Person]) -> None:
    assert bool(said(people).strip()) == has_observations(somewhere(people))


def listening(*names: str) -> list[Person]:
    return [Person(name, relation="friend", support=["E"]) for name in names]


def test_many_who_listen_and_nobody_who_does_something_practical() -> None:
    people = listening("Bo", "Tijn", "Iris")
    assert practical_empty(somewhere(people))
    assert "praktische dingen zie ik nog geen naam" in said(people)
    people[0].support = ["E", "P"]
    assert not practical_empty(somewhere(people))


def test_beside_one_or_two_names_nothing_is_called_missing() -> None:
    assert "nog geen naam" not in said(listening("Bo", "Tijn"))
    assert "Gezelschap: nog geen naam" in said(listening("Bo", "Tijn", "Iris"))


def test_everything_on_one_persons_shoulders() -> None:
    people = [Person("Jan", relation="friend", support=["P", "E"]), Person("Piet", relation="neighbour")]
    assert "Voor alles wat u noemde, gaat u naar Jan." in said(people)


def test_one_person_who_does_three_things() -> None:
    assert "Jan doet al veel." in said([Person("Jan", helps=["a", "b", "c"])])


def test_only_family_only_professionals_and_both_together() -> None:
    family = [Person(name, relation="sibling") for name in ("An", "Bo", "Cas")]
    assert "Alle namen zijn familie." in said(family)
    nurses = [Person(name, relation="professional") for name in ("An", "Bo", "Cas")]
    assert "Alle namen zijn mensen die voor hun werk komen" in said(nurses)
    assert "familie en mensen van de zorg" in said([*family, Person("Els", relation="professional")])
    assert "familie" not in said([*family, Person("Els", relation="neighbour")])


def test_a_contact_that_costs_energy() -> None:
    assert "Contact met Jan kost u energie." in said([Person("Jan", energy="costs")])
