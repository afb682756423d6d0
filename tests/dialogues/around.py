"""Any people around any carer, for tests that must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from dialogues.details import ENERGY, FROM_AFAR, GIVES, KNOWS, LIKED, LINE, NEAR, OFTEN
from dialogues.people import CIRCLES, RELATIONS, SUPPORT
from dialogues.session import Person, Session, Wish
from dialogues.tasks import TASKS


def one_of(codes: dict[str, object] | tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *codes])


PERSON = st.builds(
    Person,
    name=st.text("abcdefgh", min_size=1, max_size=3),
    relation=one_of(RELATIONS),
    adult=st.sampled_from([None, True, False]),
    circle=one_of(CIRCLES),
    support=st.lists(st.sampled_from(list(SUPPORT)), unique=True),
    rather_not=st.booleans(),
    asked=st.booleans(),
    line=one_of(LINE),
    gives=one_of(GIVES),
    energy=one_of(ENERGY),
    near=one_of(NEAR),
    often=one_of(OFTEN),
    loaded=st.sampled_from([None, True, False]),
    knows=one_of(KNOWS),
    whose=one_of(("mine", "theirs", "both")),
    helps=st.lists(st.sampled_from(["x", "y", "z"]), unique=True),
    can=st.lists(st.sampled_from([*FROM_AFAR, *LIKED]), unique=True),
)
PEOPLE = st.lists(PERSON, max_size=12, unique_by=lambda person: person.name)
WISHES = st.sampled_from([*(Wish(task=task.code) for task in TASKS), Wish(words="x")])
AGES = st.sampled_from(["under16", "16to24", "25plus"])


def somewhere(people: list[Person], age: str = "25plus", **more: object) -> Session:
    answers = {"welcome.age": age, "wish.household": ["cooking"], "wish.along": ["appointment"]}
    return Session("network.map", answers=answers, people=people, **more)  # type: ignore[arg-type]
