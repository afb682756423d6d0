"""Which person fits which wish: at most three proposals, each with its reason.

Who gives what follows source 001 (2012, lines 1508-1514): family for the long and the near, neighbours
for small things, friends for company and an ear. Never proposed: whom the carer would rather not
ask, who is or may be under 18, with whom it is tense or broken, who has much to carry already, and who does
or was asked for two things already.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogues import tasks
from dialogues.details import FROM_AFAR, STRAINED
from dialogues.easing import liking
from dialogues.naming import first_name
from dialogues.people import SUPPORT, around, cared_for
from dialogues.session import Person, Session, Wish
from dialogues.words import Typed, Words, _

MAX_PROPOSALS = 3
"""More than three is a list to work through, not a proposal."""

MAX_TASKS_EACH = 2
"""Nobody silently gets a third task: helpers must not be overloaded either."""

FAMILY = {"partner", "parent", "child", "sibling", "family"}
NEARNESS = {"closest": 3, "friends": 2, "acquaintances": 1, "services": 1}
LIVES = {"home": 2, "street": 2, "town": 1, "far": -1}
LINES = {"close": 2, "good": 1, "distant": -2}
ENERGIES = {"gives": 2, "costs": -6}
"""Whoever costs energy is proposed last."""

TOGETHER = {"sit", "call", "outing", "ride", "appointment", "night"}
"""What is done with the cared-for person: there it helps to know each other."""

GRID_ROLES = {
    **dict.fromkeys(FAMILY, "family"),
    "friend": "friend",
    "acquaintance": "acquaintance",
    "colleague": "colleague",
    "neighbour": "neighbour",
}

TYPICAL: dict[str, set[str]] = {
    "company": {"friend", "family", "sibling", "neighbour", "acquaintance"},
    "household": {"neighbour", "family", "sibling", "friend"},
    "along": {"sibling", "family", "friend", "child"},
    "practical": {"sibling", "family", "neighbour", "colleague", "friend"},
    "body": {"partner", "sibling", "child", "professional"},
    "nursing": {"partner", "sibling", "child", "professional"},
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person who fits, and why, in one line."""

    person: Person
    reason: Words


def may_be_proposed(session: Session, person: Person) -> bool:
    """Tell whether this person may be proposed as a helper at all."""
    return (
        not _may_be_minor(session, person)
        and not person.rather_not
        and not person.loaded
        and person.line not in STRAINED
        and not _is_cared_for(session, person)
        and tasks_carried(session, person) < MAX_TASKS_EACH
    )


def tasks_carried(session: Session, person: Person) -> int:
    """Count what somebody does already and was asked for."""
    return len(person.helps) + times_asked(session, person.name)


def times_asked(session: Session, name: str) -> int:
    """Count the things somebody was asked for and may be doing."""
    stands = [ask for ask in session.asks if ask.status not in {"dropped", "draft", "refused"}]
    return sum(ask.helper.casefold() == name.casefold() for ask in stands)


def _is_cared_for(session: Session, person: Person) -> bool:
    """The cared-for person is no helper, whatever name or relation they stand under."""
    same_name = person.name.casefold() == str(session.answers.get("welcome.cared_name", "")).casefold()
    return same_name or (person.relation == "partner" and session.answers.get("welcome.whom") == "partner")


def _refused(session: Session, wish: Wish) -> set[str]:
    """Who said no to this very thing is not proposed for it again."""
    return {ask.helper for ask in session.asks if ask.status == "refused" and ask.wish == wish}


def _may_be_minor(session: Session, person: Person) -> bool:
    """Who is not known to be grown up counts as a minor where that is likely: a child, a young carer's friends."""
    if person.adult is not None:
        return not person.adult
    return person.relation == "child" or (session.young and person.relation not in {"parent", "professional"})


def proposals(session: Session, wish: Wish) -> list[Proposal]:
    """Give up to three people who fit a wish, the best first."""
    task = tasks.BY_CODE.get(wish.task)
    refused = _refused(session, wish)
    candidates = [
        each
        for each in around(session)
        if may_be_proposed(session, each)
        and _suits(each, task)
        and each.name not in refused
        and not _is_named_in(wish, each)
    ]
    ranked = sorted(candidates, key=lambda each: -_fit(session, each, task) - liking(session, each))
    return [Proposal(each, _reason(session, each, task)) for each in ranked[:MAX_PROPOSALS]]


def _is_named_in(wish: Wish, person: Person) -> bool:
    """A wish that is about somebody is not asked of that same person: who goes along with Lina is not Lina."""
    called = first_name(person.name).casefold()
    return bool(called) and called in {word.strip(".,!?'’").casefold() for word in wish.words.split()}


def _suits(person: Person, task: tasks.Task | None) -> bool:
    """Care near the body is for the closest, never for neighbours; from far away only what can be done from there.

    Whoever comes for work is only proposed for what they come for.
    """
    if task is None:
        return person.near != "far"
    if person.relation == "professional" and not _matching(person, task) and "professional" not in TYPICAL[task.kind]:
        return False
    near_body = person.relation in FAMILY | {"professional"} or (
        person.circle == "closest" and person.relation not in {"neighbour", "colleague", "acquaintance"}
    )
    return (near_body or not task.close) and (person.near != "far" or from_afar(person, task))


def from_afar(person: Person, task: tasks.Task) -> bool:
    """Somebody who lives far away can do this from there."""
    return task.code in FROM_AFAR or task.code in person.can


def _matching(person: Person, task: tasks.Task | None) -> list[str]:
    return [letter for letter in (task.support if task else "") if letter in person.support]


def _likes(person: Person, task: tasks.Task | None) -> bool:
    return task is not None and bool({task.code, task.kind} & set(person.can))


def _knows_cared_for(person: Person, task: tasks.Task | None) -> bool:
    return task is not None and task.code in TOGETHER and person.whose in {"theirs", "both"}


def easy_to_ask(session: Session, person: Person, task: tasks.Task | None) -> bool:
    """The carer finds it easy to ask this of such a person (the asking grid; source 002, lines 475-480)."""
    cells, role = session.answers.get("reluctance.grid"), GRID_ROLES.get(person.relation)
    letters = task.support if task else ""
    return isinstance(cells, list) and any(f"{letter}.{role}" in cells for letter in letters)


def _fit(session: Session, person: Person, task: tasks.Task | None) -> int:
    """Weigh what speaks for this person, and that contact costs energy or the cared-for person is not theirs."""
    typical = task is not None and person.relation in TYPICAL[task.kind]
    return (
        4 * bool(_matching(person, task))
        + 4 * _likes(person, task)
        + 3 * _knows_cared_for(person, task)
        + 2 * typical
        + 2 * easy_to_ask(session, person, task)
        + NEARNESS.get(person.circle, 0)
        + LIVES.get(person.near, 0)
        + LINES.get(person.line, 0)
        + ENERGIES.get(person.energy, 0)
    )


def _reason(session: Session, person: Person, task: tasks.Task | None) -> Words:
    """Say in one line why this person fits: the most particular reason that holds."""
    name = Typed(person.name)
    matching = _matching(person, task)
    reasons: tuple[tuple[bool, Words], ...] = (
        (person.near == "far" and task is not None, _("• {name}: can do this from far away", name=name)),
        (_likes(person, task), _("• {name}: likes to do this, or can do it well", name=name)),
        (_knows_cared_for(person, task), _("• {name}: knows {cared} well", name=name, cared=cared_for(session))),
        (bool(matching), _there_for(name, matching)),
        (easy_to_ask(session, person, task), _("• {name}: you find it easy to ask this there", name=name)),
        (person.circle == "closest", _("• {name}: close to you", name=name)),
        (person.near in {"home", "street"} or person.relation == "neighbour", _("• {name}: lives nearby", name=name)),
    )
    return next((words for holds, words in reasons if holds), _("• {name}: stands on your map", name=name))


def _there_for(name: Words, matching: list[str]) -> Words:
    letter = next(iter(matching), "P")
    return _("• {name}: you can go there for “{support}”", name=name, support=SUPPORT[letter])
