"""One next step for a contact: with a reason, and nothing talked out while it is not safe."""

from __future__ import annotations

import pytest
from hypothesis import given

from dialogues.radio import REASONS, STEPS, WHAT, next_step, reason
from dialogues.session import AskPlan, Person
from tests.dialogues.around import PERSON, somewhere


@pytest.mark.parametrize(
    ("person", "step"),
    [
        (Person("Jan", circle="friends", often="rarely"), "revive"),
        (Person("Jan", circle="friends", line="distant"), "revive"),
        (Person("Jan", circle="closest", line="good", support=["E"]), "activate"),
        (Person("Jan", circle="friends", line="tense"), "unblock"),
        (Person("Jan", line="broken"), "unblock"),
        (Person("Jan", circle="acquaintances"), "deepen"),
        (Person("Jan", circle="closest", helps=["de was"]), "keep_up"),
        (Person("Jan", circle="closest", loaded=True), "keep_up"),
        (Person("Jan", circle="closest", energy="costs"), "leave"),
    ],
)
def test_the_step_that_fits(person: Person, step: str) -> None:
    assert next_step(somewhere([person]), person)[0] == step


@given(person=PERSON)
def test_each_step_has_a_reason_and_words(person: Person) -> None:
    session = somewhere([person])
    step, why = next_step(session, person)
    assert step in WHAT
    assert why in REASONS
    assert reason(session, person)
    assert set(STEPS) < set(WHAT)


@given(person=PERSON)
def test_nobody_is_sent_to_talk_it_out_while_it_is_not_safe(person: Person) -> None:
    assert next_step(somewhere([person], violence=True), person)[0] != "unblock"


@given(person=PERSON)
def test_who_carries_much_already_is_asked_for_nothing_more(person: Person) -> None:
    person.loaded = True
    assert next_step(somewhere([person]), person)[0] not in {"activate", "deepen", "revive"}


def test_who_said_yes_is_kept_up() -> None:
    person = Person("Jan", circle="closest", support=["P"])
    session = somewhere([person], asks=[AskPlan(helper="jan", status="agreed")])
    assert next_step(session, person) == ("keep_up", "helping")
