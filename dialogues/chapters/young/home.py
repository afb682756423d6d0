"""Home: who it is about, what is going on, and what it asks of you: to care, to worry, to miss.

The three - caring for, worrying about, missing care - are those of source 004 (2025, lines 1025-1043).
Not one word of it is asked for by name, school or address.
"""

from __future__ import annotations

from typing import Any

from dialogues import ages
from dialogues.chapters.young.situations import SITUATIONS, WHO, going_on, whom
from dialogues.effects import Effect, Say
from dialogues.script import Condition, Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Joined, Words, _

NOT_FOR_CHILDREN = {"partner"}

KINDS: dict[str, tuple[Words, Words]] = {
    "caring": (_("I help or care a lot"), _("You help a lot.")),
    "worrying": (_("I worry"), _("Your head is busy with it, also when nobody sees that.")),
    "missing": (_("I miss something"), _("And there is something or somebody you miss.")),
}
"""What stands on the button, and what we say to it."""


def fit_for_age(code: str) -> Condition | None:
    """Offer a partner only to who is old enough to have one at home."""
    return ages.no_child if code in NOT_FOR_CHILDREN else None


def what_is_going_on(session: Session) -> Words:
    """Ask what is going on, without asking for a diagnosis."""
    return _(
        "What is going on with {who}? Tap what fits, then Done. You may tick more than one, or skip this.",
        who=whom(session),
    )


def situations_heard(session: Session, _answer: Any) -> list[Effect]:
    """Say something to what was ticked; to two things at most, for more is a lecture."""
    said: dict[str, Effect] = {}
    for each in going_on(session)[:2]:
        said[each.code] = Say(each.heard)
    return list(said.values())


def kinds_heard(_session: Session, answer: Any) -> Words | None:
    """Say back what it asks of this young person."""
    heard = tuple(said for code, (_label, said) in KINDS.items() if code in answer)
    return Joined(heard, " ") if heard else None


HOME = chapter(
    "home",
    _("At home"),
    Question(
        "who",
        _(
            "Is somebody at home ill, does somebody need extra help, or is somebody not doing well? Who is it? "
            "You don't have to say anything bad about home. This is about you."
        ),
        options=tuple(Option(code, label, only=fit_for_age(code)) for code, label in WHO.items()),
        columns=2,
    ),
    Question(
        "what",
        what_is_going_on,
        options=tuple(Option(each.code, each.label) for each in SITUATIONS),
        many=True,
        most=4,
        columns=2,
        does=situations_heard,
    ),
    Question(
        "kind",
        _("Some help a lot at home. Some mostly worry. Some miss something. What fits you? Tap, then Done."),
        options=tuple(Option(code, label) for code, (label, _said) in KINDS.items()),
        many=True,
        reply=kinds_heard,
        then="everyday.sleep",
    ),
)
