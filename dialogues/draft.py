"""The drafted message: one person, one thing, one moment, and an easy no, in whole sentences."""

from __future__ import annotations

from dialogues import tasks
from dialogues.easing import before_the_question, easy_no, in_return
from dialogues.people import POSSESSIVES, cared_for_in_draft
from dialogues.session import AskPlan, Session
from dialogues.words import Joined, Text, Typed, Words, _

WHEN_LABEL: dict[str, Words] = {
    "this_week": _("This week"),
    "next_week": _("Next week"),
    "weekend": _("At the weekend"),
    "evening": _("An evening"),
}
WHEN: dict[str, Words] = {
    "this_week": _("this week"),
    "next_week": _("next week"),
    "weekend": _("at the weekend"),
    "evening": _("one evening"),
}
FROM_WHEN: dict[str, Words] = {
    "this_week": _("from this week on"),
    "next_week": _("from next week on"),
}
OFTEN: dict[str, Words] = {
    "once": _("Just once"),
    "weekly": _("Every week"),
    "fortnightly": _("Every two weeks"),
    "monthly": _("Every month"),
    "whenever": _("Whenever it suits"),
}
LONG_LABEL: dict[str, Words] = {
    "half_hour": _("Half an hour"),
    "hour": _("An hour"),
    "two_hours": _("Two hours"),
    "half_day": _("A morning or afternoon"),
}
LONG: dict[str, Words] = {
    "half_hour": _("half an hour"),
    "hour": _("an hour"),
    "two_hours": _("two hours"),
    "half_day": _("a morning or an afternoon"),
}
UNTIL_LABEL: dict[str, Words] = {
    "month": _("Try it for a month"),
    "three_months": _("Three months"),
    "open": _("Agree nothing yet"),
}
UNTIL: dict[str, Words] = {
    "month": _("Shall we try it for a month, and then see?"),
    "three_months": _("Shall we do it for three months, and then see?"),
}
ALWAYS_CAPITAL = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "  # noqa: SIM905  a list of words reads best as words
    "August September October November December Easter Christma I".split()
)
"""English words (without a final s) that keep their capital anywhere; Dutch writes its own in lower case."""

FREE_ASK = _("May I ask you something: {task}. Would that work {when}?")


def draft(session: Session, ask: AskPlan) -> Words:
    """Write the message to the helper; the person's own text, if there is one, stays as it is."""
    if ask.text:
        return Typed(ask.text)
    parts = (
        before_the_question(session),
        _question(session, ask),
        _how(ask),
        _until(ask),
        in_return(session),
        easy_no(session) if ask.easy_no else None,
    )
    body = [each for each in parts if each is not None]
    greeting = _("Hi {helper},", helper=Typed(ask.helper)) if is_name(ask.helper) else _("Hi,")
    return Joined((greeting, Joined(tuple(body), " ")), "\n")


NOT_A_NAME = frozenset(
    {*POSSESSIVES, "de", "het", "een", "onze", "haar", "zijn", "our", "the", "her", "his", "a", "an"}
)
"""Words with which people speak about somebody, and never to them."""


def is_name(helper: str) -> bool:
    """Tell whether one can greet somebody with it: not with "my sister"."""
    return bool(helper) and helper.split(maxsplit=1)[0].casefold() not in NOT_A_NAME


def _question(session: Session, ask: AskPlan) -> Words:
    when = (
        (FROM_WHEN if recurring(ask) else WHEN).get(ask.when)
        or WHEN.get(ask.when)
        or (Typed(in_mid_sentence(ask.when)) if ask.when else _unsaid(ask))
    )
    task = tasks.BY_CODE.get(ask.wish.task)
    if task is None:
        return Text(FREE_ASK.msgid, {"when": when, "task": Typed(ask.wish.words)})
    return Text(task.ask.msgid, {"when": when, "name": cared_for_in_draft(session)})


def _how(ask: AskPlan) -> Words | None:
    often = None if ask.often in {"", "once"} else OFTEN.get(ask.often, Typed(at_beginning(ask.often)))
    long = LONG.get(ask.long) or (Typed(in_mid_sentence(ask.long)) if ask.long else None)
    if often and long:
        return _("{often}, for about {long}.", often=often, long=long)
    if long:
        return _("It takes about {long}.", long=long)
    return _("{often}.", often=often) if often else None


def _until(ask: AskPlan) -> Words | None:
    if ask.until in {"", "open"} or ask.often in {"", "once"}:
        return None
    return UNTIL.get(ask.until) or _("Until {until}, and then we see.", until=Typed(in_mid_sentence(ask.until)))


def recurring(ask: AskPlan) -> bool:
    """Asked for more than once."""
    return ask.often not in {"", "once"}


def _unsaid(ask: AskPlan) -> Words:
    return _("some time") if ask.often in {"", "once"} else _("now and then")


def in_mid_sentence(typed: str) -> str:
    """Begin a typed answer in lower case, as it stands within a sentence; English days keep their capital."""
    first = typed.partition(" ")[0]
    stays = first.rstrip(",.s") in ALWAYS_CAPITAL or (len(first) > 1 and first.isupper())
    return typed if stays else typed[:1].lower() + typed[1:]


def at_beginning(typed: str) -> str:
    """Begin a typed answer with a capital, as it begins a sentence."""
    return typed[:1].upper() + typed[1:]
