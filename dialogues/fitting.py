"""Which person fits which wish: at most three proposals, each with its reason.

Who gives what follows source 001 (2012, lines 1508-1514): family for the long and the near, neighbours
for small things, friends for company and an ear. Never proposed: whom the carer would rather not
ask, who is or may be under 18, and who has been asked for two things already.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogues import tasks
from dialogues.easing import liking
from dialogues.people import SUPPORT, around
from dialogues.session import Person, Session, Wish
from dialogues.words import Typed, Words, _

MAX_PROPOSALS = 3
"""More than three is a list to work through, not a proposal."""

MAX_TASKS_EACH = 2
"""Nobody silently gets a third task: helpers must not be overloaded either."""

FAMILY = {"partner", "parent", "child", "sibling", "family"}
NEARNESS = {"closest": 3, "friends": 2, "acquaintances": 1, "services": 1}
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
        and not _is_cared_for(session, person)
        and times_asked(session, person.name) < MAX_TASKS_EACH
    )


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
        if may_be_proposed(session, each) and _near_enough(each, task) and each.name not in refused
    ]
    ranked = sorted(candidates, key=lambda each: -_fit(each, task) - liking(session, each))
    return [Proposal(each, _reason(each, task)) for each in ranked[:MAX_PROPOSALS]]


def _near_enough(person: Person, task: tasks.Task | None) -> bool:
    close = task is not None and task.close
    return not close or person.circle == "closest" or person.relation in FAMILY | {"professional"}


def _matching(person: Person, task: tasks.Task | None) -> list[str]:
    return [letter for letter in (task.support if task else "") if letter in person.support]


def _fit(person: Person, task: tasks.Task | None) -> int:
    typical = task is not None and person.relation in TYPICAL[task.kind]
    return 4 * bool(_matching(person, task)) + 2 * typical + NEARNESS.get(person.circle, 0)


def _reason(person: Person, task: tasks.Task | None) -> Words:
    name = Typed(person.name)
    matching = _matching(person, task)
    if matching:
        return _("• {name}: you can go there for “{support}”", name=name, support=SUPPORT[matching[0]])
    if person.circle == "closest":
        return _("• {name}: close to you", name=name)
    if person.relation == "neighbour":
        return _("• {name}: lives nearby", name=name)
    return _("• {name}: stands on your map", name=name)
