"""Who is proposed as a helper: at most three, with a reason, and never whom it would harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogues.fitting import MAX_PROPOSALS, MAX_TASKS_EACH, proposals
from dialogues.people import CIRCLES, RELATIONS, SUPPORT
from dialogues.session import AskPlan, Person, Session, Wish
from dialogues.tasks import TASKS

PEOPLE = st.lists(
    st.builds(
        Person,
        name=st.text("abcdefgh", min_size=1, max_size=3),
        relation=st.sampled_from(["", *RELATIONS]),
        adult=st.sampled_from([None, True, False]),
        circle=st.sampled_from(["", *CIRCLES]),
        support=st.lists(st.sampled_from(list(SUPPORT)), unique=True),
        rather_not=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda person: person.name,
)
WISHES = st.sampled_from([*(Wish(task=task.code) for task in TASKS), Wish(words="x")])
AGES = st.sampled_from(["under16", "16to24", "25plus"])


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
