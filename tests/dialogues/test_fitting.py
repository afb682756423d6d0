"""Who is proposed as a helper: at most three, with a reason, and never whom it would harm."""

from __future__ import annotations

from hypothesis import given

from dialogues.details import FROM_AFAR, STRAINED
from dialogues.fitting import MAX_PROPOSALS, MAX_TASKS_EACH, proposals, tasks_carried
from dialogues.session import AskPlan, Person, Session, Wish
from dialogues.tasks import BY_CODE
from tests.dialogues.around import AGES, PEOPLE, WISHES


@given(people=PEOPLE, wish=WISHES, age=AGES)
def test_never_a_minor_nor_whom_the_carer_would_rather_not(people: list[Person], wish: Wish, age: str) -> None:
    session = Session("ask.who", answers={"welcome.age": age}, people=people)
    found = proposals(session, wish)
    assert len(found) <= MAX_PROPOSALS
    for each in found:
        assert not each.person.rather_not
        assert each.person.adult is not False
        if each.person.relation == "child" or (
            age != "25plus" and each.person.relation not in {"parent", "professional"}
        ):
            assert each.person.adult


@given(people=PEOPLE, wish=WISHES)
def test_never_whom_it_would_hurt_or_overload(people: list[Person], wish: Wish) -> None:
    session = Session("ask.who", people=people)
    for each in proposals(session, wish):
        assert each.person.line not in STRAINED
        assert not each.person.loaded
        assert tasks_carried(session, each.person) < MAX_TASKS_EACH
        assert each.reason


@given(people=PEOPLE, wish=WISHES)
def test_hands_on_care_never_for_neighbours_and_from_far_away_only_what_can_be_done_there(
    people: list[Person], wish: Wish
) -> None:
    task = BY_CODE.get(wish.task)
    for each in proposals(Session("ask.who", people=people), wish):
        if task and task.close:
            assert each.person.relation not in {"neighbour", "colleague", "acquaintance"}
        if task and each.person.near == "far":
            assert task.code in {*FROM_AFAR, *each.person.can}


@given(people=PEOPLE, wish=WISHES)
def test_who_costs_energy_never_goes_before_the_same_person_who_does_not(people: list[Person], wish: Wish) -> None:
    calm = Person("calm", relation="friend", circle="friends", support=["P", "G"])
    tiring = Person("tiring", relation="friend", circle="friends", support=["P", "G"], energy="costs")
    found = [each.person.name for each in proposals(Session("ask.who", people=[tiring, calm, *people]), wish)]
    assert "tiring" not in found or found.index("calm") < found.index("tiring")


@given(people=PEOPLE, wish=WISHES)
def test_nobody_gets_a_third_task(people: list[Person], wish: Wish) -> None:
    asks = [AskPlan(helper=person.name, status="ready") for person in people for _ in range(MAX_TASKS_EACH)]
    assert not proposals(Session("ask.who", people=people, asks=asks), wish)


def test_care_near_the_body_is_not_proposed_to_a_neighbour() -> None:
    neighbour = Person("Jan", relation="neighbour", circle="acquaintances", support=["P"])
    sister = Person("An", relation="sibling", circle="friends")
    session = Session("ask.who", people=[neighbour, sister])
    assert [each.person.name for each in proposals(session, Wish(task="washing"))] == ["An"]


def test_who_is_good_for_it_comes_first() -> None:
    listens = Person("Els", relation="friend", circle="friends", support=["E"])
    carries = Person("Bob", relation="friend", circle="closest", support=["P"])
    session = Session("ask.who", people=[listens, carries])
    assert proposals(session, Wish(task="groceries"))[0].person is carries
    assert proposals(session, Wish(task="listen"))[0].person is listens


def test_a_brother_far_away_is_proposed_for_the_phone_and_not_for_the_doctor() -> None:
    brother = Person("Reza", relation="sibling", circle="closest", near="far")
    session = Session("ask.who", people=[brother])
    assert [each.person.name for each in proposals(session, Wish(task="arranging"))] == ["Reza"]
    assert not proposals(session, Wish(task="appointment"))


def test_who_goes_along_with_lina_is_not_lina() -> None:
    people = [Person("mijn vrouw Lina", relation="partner"), Person("Rob", relation="sibling")]
    found = proposals(Session("ask.who", people=people), Wish(words="iemand die met Lina meegaat"))
    assert [each.person.name for each in found] == ["Rob"]


def test_who_comes_for_work_is_not_asked_to_cook() -> None:
    people = [Person("Els", relation="professional", circle="services", support=["A"])]
    assert not proposals(Session("ask.who", people=people), Wish(task="cooking"))
    assert proposals(Session("ask.who", people=people), Wish(task="letters"))


def test_friends_of_the_cared_for_person_are_proposed_for_an_outing_with_them() -> None:
    mine = Person("Bo", relation="friend", circle="friends", support=["G"])
    theirs = Person("Carlos", relation="friend", circle="friends", support=["G"], whose="theirs")
    session = Session("ask.who", people=[mine, theirs], answers={"welcome.cared_name": "papa"})
    assert proposals(session, Wish(task="outing"))[0].person is theirs


def test_where_asking_is_easy_goes_first_and_says_so() -> None:
    friend = Person("Bo", relation="friend", circle="friends")
    neighbour = Person("Jan", relation="neighbour", circle="friends")
    session = Session("ask.who", people=[friend, neighbour], answers={"reluctance.grid": ["P.neighbour"]})
    first = proposals(session, Wish(task="groceries"))[0]
    assert first.person is neighbour
    assert "easy to ask" in first.reason.msgid  # type: ignore[union-attr]
