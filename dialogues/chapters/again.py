"""Again: how it weighs may be looked at once more, held beside the last time, and taken away.

A month is our own choice. That it changes over time, and may go either way, is said in source 000 (2012,
lines 574-580, 547). Nobody is asked each month who did not say yes to it.
"""

from __future__ import annotations

from typing import Any

from dialogues.areas import IN_A_SENTENCE, changed, checked_before
from dialogues.effects import Effect, Remind
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Check, Session
from dialogues.words import Fact, Listing, Words, _, lines, paragraphs

CHECK = "check"
"""The reminder to look again."""

MONTH = 30
"""Days until then."""


def may_offer(session: Session) -> bool:
    """How it weighs was looked at, and it was not settled yet whether we come back each month."""
    monthly = session.answers.get("holding.monthly") == "yes"
    return bool(session.checks) and "again.offer" not in session.answers and not monthly


def come_again(_session: Session, answer: Any) -> list[Effect]:
    """Come back in a month, if that is wanted."""
    return [Remind(CHECK, 0, MONTH)] if answer == "yes" else []


def agreed(_session: Session, answer: Any) -> Words:
    """Say what is agreed."""
    if answer == "yes":
        return _("I ask you in a month, in the daytime. Each time there is a button to stop it.")
    return _("Then I don't. From the menu you can look at it whenever you like.")


def not_again(session: Session, answer: Any) -> None:
    """Note that somebody does not want to be asked again."""
    if answer == "never":
        session.answers["again.offer"] = "no"


def once_more(session: Session, answer: Any) -> list[Effect]:
    """Not now is not never: come back in another month."""
    return [Remind(CHECK, 0, MONTH)] if answer == "not_now" and session.answers.get("again.offer") == "yes" else []


def next_month(session: Session) -> list[Effect]:
    """Who wanted it monthly is asked again in a month."""
    return [Remind(CHECK, 0, MONTH)] if session.answers.get("again.offer") == "yes" else []


def day(check: Check) -> Words:
    """Give the day of a check as the language writes it."""
    return Fact("day", {"date": check.date})


def named(areas: list[str]) -> Words:
    """Name areas in a sentence."""
    return Listing(tuple(IN_A_SENTENCE[each] for each in areas))


def beside(session: Session) -> Words:
    """Hold the last two checks beside each other, in words."""
    if not checked_before(session):
        return _("There is no earlier time yet to hold this beside.")
    lighter, heavier = changed(session)
    since = day(session.checks[-2])
    if not lighter and not heavier:
        return _("Compared with {date} it is much the same.", date=since)
    return lines(
        _("Compared with {date}, lighter: {areas}.", date=since, areas=named(lighter)) if lighter else None,
        _("Compared with {date}, heavier: {areas}.", date=since, areas=named(heavier)) if heavier else None,
    )


def days_kept(session: Session) -> Words:
    """Name the days on which it was looked at."""
    if not session.checks:
        return _("There is nothing kept about how it weighed.")
    days = Listing(tuple(day(each) for each in session.checks[-6:]))
    return _("You looked at how it weighs on {days}.", days=days)


def take_away(session: Session, answer: Any) -> None:
    """Delete what was kept of earlier times."""
    if answer == "delete":
        session.checks = []


def taken_away(_session: Session, answer: Any) -> Words | None:
    """Say that it is gone."""
    return _("They are gone.") if answer == "delete" else None


AGAIN = chapter(
    "again",
    _("Looking again"),
    Question(
        "offer",
        _("Shall I ask you in a month how it weighs then? You see what changed."),
        options=(Option("yes", _("Yes, in a month")), Option("no", _("No, thank you"))),
        columns=2,
        reply=agreed,
        does=come_again,
        then="rest.open",
        source="000:547; 000:574-580",
    ),
    Question(
        "due",
        _("A month ago you looked at how it weighs. Shall we look again? It takes about two minutes."),
        options=(
            Option("yes", _("Yes, look again"), then="strain.perseverance"),
            Option("not_now", _("Not now"), then=RESUME),
            Option("never", _("Don't ask me again"), then=RESUME),
        ),
        keep=not_again,
        does=once_more,
        then=RESUME,
        source="000:547; 000:574-580",
    ),
    Question(
        "after_crisis",
        _("Yesterday it could not wait. How is it today?"),
        options=(
            Option("better", _("A little better"), then=RESUME),
            Option("same", _("Just as heavy"), then="phase.plainly"),
            Option("tell", _("Tell about it"), then="listening.more"),
        ),
        keep=nothing,
        then=RESUME,
        source="000:574-580; 001:3884-3888",
    ),
    Question(
        "compared",
        lambda session: paragraphs(beside(session), _("What would be good now?")),
        options=(
            Option("lighter", _("Make one thing lighter"), then="wish.kind"),
            Option("ask", _("Ask somebody something"), then="ask.wish"),
            Option("people", _("Talk to a person"), then="help.people"),
            Option("enough", _("This is enough"), then=RESUME),
        ),
        columns=2,
        opening=next_month,
        keep=nothing,
        then=RESUME,
        source="000:547; 000:574-580",
    ),
    side_steps=("offer", "due", "after_crisis", "compared"),
)
