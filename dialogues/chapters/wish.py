"""Wish: what you would like to share, and what you want to keep doing yourself.

Sharing and keeping are two columns of the table of wishes and limits in source 004 (lines 642-656).
"""

from __future__ import annotations

from typing import Any

from dialogues import tasks
from dialogues.care import care_now, still_fits
from dialogues.people import cared_for, has_people
from dialogues.script import Condition, Option, Question, When, chapter
from dialogues.session import Session
from dialogues.wishes import TOP, code_of, name_of, wishes
from dialogues.words import Typed, Words, _

KEEPING: dict[str, Words] = {
    "close": _("What comes close"),
    "evenings": _("The evenings together"),
    "decisions": _("Decisions and doctors"),
    "most": _("Nearly everything"),
    "unknown": _("I don't know yet"),
}


def tasks_of(kind: str) -> Question:
    """Ask which tasks of one kind could be shared."""
    concrete = tuple(
        Option(each.code, each.label, only=lambda session, task=each: still_fits(session, task))  # type: ignore[misc]
        for each in tasks.TASKS
        if each.kind == kind
    )
    return Question(
        kind,
        _("What would you like to share? Tap one or more, then Done."),
        options=(*concrete, Option("more_kinds", _("Look at other things"), then="kind")),
        many=True,
        columns=2,
        then="keeping",
        source="004:642-656; 004:1055-1081",
    )


def fit_for_age(kind: str) -> Condition | None:
    """Care near the body and medicine are not for a child to arrange: there the huisarts comes first."""
    if kind not in {"body", "nursing"}:
        return None
    return lambda session: session.answers.get("welcome.age") != "under16" and not care_now(session)


def keep_own(session: Session, answer: Any) -> None:
    """Keep a wish in the carer's own words; a tap only leads to the tasks of one kind."""
    if answer is not None and answer not in {*tasks.KINDS, "own"}:
        session.answers["wish.own"] = answer


def what_stays(session: Session) -> Words:
    """Ask what the carer wants to keep doing."""
    if "welcome.cared_name" not in session.answers:
        return _("And what do you want to keep doing yourself? Tap, or type it.")
    return _("And what do you want to keep doing for {name} yourself? Tap, or type it.", name=cared_for(session))


def kept_heard(_session: Session, answer: Any) -> Words | None:
    """Say back what stays with the carer."""
    if answer == "unknown":
        return None
    return _("That stays with you: “{what}”.", what=KEEPING.get(answer, Typed(str(answer)[:200])))


def many_wishes(session: Session) -> bool:
    """More wishes than can be worked out at once."""
    return len(wishes(session)) > TOP


WISH = chapter(
    "wish",
    _("What may be lighter"),
    Question(
        "kind",
        _("If somebody took something over from you, even once: what would it be about?"),
        options=(
            *(Option(kind, label, then=kind, only=fit_for_age(kind)) for kind, label in tasks.KINDS.items()),
            Option("own", _("Something else"), then="own"),
        ),
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:200],
        columns=2,
        keep=keep_own,
        then="keeping",
        source="004:642-656; 004:1055-1081",
    ),
    *(tasks_of(kind) for kind in tasks.KINDS),
    Question(
        "own",
        _("What would you like to share? Type it in your own words, as small as you like."),
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:200],
        then="keeping",
        source="001:3545-3549; 004:642-656",
    ),
    Question(
        "keeping",
        what_stays,
        options=tuple(Option(code, label) for code, label in KEEPING.items()),
        typed=True,
        columns=2,
        reply=kept_heard,
        then=(When(many_wishes, "top"), When(has_people, "network.map"), "network.rather_not"),
        source="004:642-656",
    ),
    Question(
        "top",
        _("You named several things. Which matter most? Tap at most three, then Done. The rest stays for later."),
        options=lambda session: tuple(Option(code_of(each), name_of(each)) for each in wishes(session)),
        many=True,
        most=TOP,
        columns=2,
        then=(When(has_people, "network.map"), "network.rather_not"),
        source="own: at most three, so that it stays light",
    ),
    side_steps=(*tasks.KINDS, "own", "top"),
)
