"""The drafted message: one person, one thing, one moment, and an easy no, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterable

from dialogues import tasks
from dialogues.drafting.extras import AFTER, BEFORE, WITHIN, said
from dialogues.drafting.formal import FORMAL, FREE_FORMAL
from dialogues.drafting.tones import greeting, letter
from dialogues.drafting.typed import at_beginning, in_mid_sentence, own
from dialogues.easing import before_the_question, easy_no
from dialogues.moments import Moment, on_day
from dialogues.people import cared_for_in_draft
from dialogues.session import AskPlan, Session
from dialogues.words import Day, Text, Typed, Words, _

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
FREE_ASK = _("May I ask you something: {task}. Would that work {when}?")


def draft(session: Session, ask: AskPlan, *, marked: bool = False) -> Words:
    """Write the message to the helper; the person's own text, if there is one, stays as it is.

    ``marked`` is for another language than the carer's: own words, which nobody translated, stand
    between marks.
    """
    if ask.text:
        return Typed(ask.text)
    sentences = (
        _opening(ask),
        before_the_question(session),
        *_extras(session, ask, BEFORE, marked=marked),
        _question(session, ask, marked=marked),
        *_extras(session, ask, WITHIN, marked=marked),
        _how(ask, marked=marked),
        _until(ask, marked=marked),
        *_extras(session, ask, AFTER, marked=marked),
        easy_no(session) if ask.easy_no else None,
    )
    return letter(greeting(ask.helper, ask.tone), ask.tone, *sentences)


def _opening(ask: AskPlan) -> Words | None:
    """Begin a warm message with the other person; own words already say that there is a question."""
    if ask.tone != "warm":
        return None
    return _("How are you? I have a question.") if ask.wish.task in tasks.BY_CODE else _("How are things?")


def _extras(session: Session, ask: AskPlan, codes: Iterable[str], *, marked: bool) -> list[Words | None]:
    return [said(session, ask, code, marked=marked) for code in codes]


def _question(session: Session, ask: AskPlan, *, marked: bool) -> Words:
    task, when = tasks.BY_CODE.get(ask.wish.task), _when(ask, marked=marked)
    formal = ask.tone == "formal"
    if task is None:
        frame = FREE_FORMAL if formal else FREE_ASK
        return Text(frame.msgid, {"when": when, "task": own(ask.wish.words, marked=marked)})
    asked = FORMAL[task.code] if formal else task.ask
    return Text(asked.msgid, {"when": when, "name": cared_for_in_draft(session)})


def _when(ask: AskPlan, *, marked: bool) -> Words:
    coded = (FROM_WHEN if recurring(ask) else WHEN).get(ask.when) or WHEN.get(ask.when)
    if coded or not ask.when:
        return coded or _unsaid(ask)
    moment, words = Moment.of(ask.moment), own(in_mid_sentence(ask.when), marked=marked)
    if moment and moment.whole and not moment.weekly and (marked or ask.when[:1].isdigit()):
        return on_day(moment)
    if moment and moment.day and (marked or moment.relative) and not moment.weekly:
        return _("{words} ({day})", words=words, day=Day(moment.day))
    return words


def _how(ask: AskPlan, *, marked: bool) -> Words | None:
    often = None if ask.often in {"", "once"} else OFTEN.get(ask.often, own(at_beginning(ask.often), marked=marked))
    long = LONG.get(ask.long) or (own(in_mid_sentence(ask.long), marked=marked) if ask.long else None)
    if often and long:
        return _("{often}, for about {long}.", often=often, long=long)
    if long:
        return _("It takes about {long}.", long=long)
    return _("{often}.", often=often) if often else None


def _until(ask: AskPlan, *, marked: bool) -> Words | None:
    if ask.until in {"", "open"} or ask.often in {"", "once"}:
        return None
    end = own(in_mid_sentence(ask.until), marked=marked)
    return UNTIL.get(ask.until) or _("Until {until}, and then we see.", until=end)


def recurring(ask: AskPlan) -> bool:
    """Asked for more than once."""
    return ask.often not in {"", "once"}


def _unsaid(ask: AskPlan) -> Words:
    return _("some time") if ask.often in {"", "once"} else _("now and then")
