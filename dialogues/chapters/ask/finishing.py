"""Finishing a draft: its tone, its language, what is added, practising it, and sleeping on it."""

from __future__ import annotations

from typing import Any

from dialogues.chapters.ask.plan import drafted_by_us, keep_extra, placed, redraft, short
from dialogues.draft import draft
from dialogues.drafting.extras import EXTRAS, NONE, Extra
from dialogues.drafting.tones import TONES
from dialogues.easing import NO_REASON, eased
from dialogues.effects import Effect, Remind, SendPage
from dialogues.languages import LANGUAGES
from dialogues.people import to_carer
from dialogues.script import Condition, Option, Question, When, nothing
from dialogues.session import Session
from dialogues.words import Typed, Words, _, paragraphs

SCALE = tuple(Option(str(number), Typed(str(number))) for number in range(11))

SLEEP = {"tomorrow": 1, "three_days": 3}


def extra_question(extra: Extra) -> Question:
    """Ask for one sentence that is added to the message."""
    options = tuple(Option(code, label) for code, (label, _sentence) in extra.said.items())
    return Question(
        extra.code,
        extra.question,
        options=options,
        typed=bool(set(extra.said) - {NONE}) or extra.frame is not None or extra.code == "to_know",
        read=short,
        columns=2,
        keep=keep_extra(extra.code),
        then="draft",
    )


def offered(extra: Extra) -> Condition | None:
    """Who wants to keep it private is not asked to explain."""
    if extra.code != "to_know":
        return None
    return lambda session: NO_REASON not in eased(session)


def keep_tone(session: Session, answer: Any) -> None:
    """Note the tone of the message."""
    if session.ask and answer is not None:
        session.ask.tone = "" if answer == "short" else answer
        redraft(session)


def other_languages(session: Session) -> tuple[Option, ...]:
    """Offer every other language of the talk, in its own name, and the way back to one."""
    others = tuple(Option(code, Typed(name)) for code, name in LANGUAGES.items() if code != session.language)
    return (*others, Option("mine", _("Only my language")))


def keep_language(session: Session, answer: Any) -> None:
    """Note the language of the helper."""
    if session.ask and answer is not None:
        session.ask.language = "" if answer == "mine" else answer


def language_heard(_session: Session, answer: Any) -> Words | None:
    """Say honestly what is translated and what is not."""
    if answer == "mine":
        return None
    return _(
        "Below you see both. What stands between “ ” in the second one you typed yourself: I can't translate that."
    )


def in_other_language(session: Session) -> bool:
    """There is a version in the helper's language."""
    return session.ask is not None and session.ask.language not in {"", session.language}


def printed(session: Session, answer: Any) -> list[Effect]:
    """Give the message as a page to print."""
    ask = session.ask
    if answer != "print" or ask is None or session.violence:
        return []
    second = [SendPage("message", _("My message"), ((None, draft(session, ask, marked=True)),), ask.language)]
    first = SendPage("message", _("My message"), ((None, draft(session, ask)),))
    return [first, *(second if in_other_language(session) and drafted_by_us(session) else [])]


def keep_courage(session: Session, answer: Any) -> None:
    """Note how much courage there is: before and after practising."""
    if session.ask and answer is not None:
        session.ask.courage = [*session.ask.courage, int(answer)][-2:]


def start_courage(session: Session, answer: Any) -> None:
    """Note the courage before practising, and let go of an earlier round."""
    if session.ask:
        session.ask.courage = []
    keep_courage(session, answer)


def courage_heard(session: Session, _answer: Any) -> Words | None:
    """Hold the two numbers beside each other, without a verdict."""
    courage = session.ask.courage if session.ask else []
    if len(courage) < 2:  # noqa: PLR2004  before and after
        return None
    before, after = courage
    if after > before:
        return _("First it was {before}, now {after}. You have heard every answer once.", before=before, after=after)
    return _(
        "It was {before} and is {after}. That is allowed. Sleeping on it is allowed too.", before=before, after=after
    )


def helper(session: Session) -> Words:
    """Name the person who is to be asked."""
    return to_carer(session.ask.helper) if session.ask and session.ask.helper else _("the other person")


PRACTICE: dict[str, Words] = {
    "yes": _("“Thank you, that really helps me. I will send you a message the day before.”"),
    "no": _("“Good that you say so honestly. Another time, perhaps.”"),
    "nothing": _("“No hurry. I only wondered whether you had seen my message.”"),
}
"""What one can say, whatever the answer is."""


def practised(session: Session, answer: Any) -> Words | None:
    """Give a sentence for the answer that was tried."""
    if answer not in PRACTICE:
        return None
    before = {
        "yes": _("Suppose {helper} says yes. You can say:", helper=helper(session)),
        "no": _(
            "Suppose {helper} says no. A no is about the day or about what somebody can carry. It says nothing "
            "about you. You can say:",
            helper=helper(session),
        ),
        "nothing": _("Suppose you hear nothing. That is often no answer yet. After some days you can say:"),
    }[answer]
    return paragraphs(before, PRACTICE[answer])


def sleep_reminder(session: Session, answer: Any) -> list[Effect]:
    """Show the message again on the day that was chosen."""
    return [Remind("slept", session.current_ask, SLEEP[answer])] if answer in SLEEP else []


def slept_on(_session: Session, answer: Any) -> Words:
    """Say what is agreed."""
    if answer in SLEEP:
        return _("Sleep on it. I show it to you again then, in the daytime. Nothing is sent.")
    return _("It stays here, as long as you want. You find it under “My plan”.")


FINISHING = (
    Question(
        "add",
        _("What would you like to add? Each is one sentence, and you can leave it out again."),
        options=(
            *(Option(each.code, each.label, then=each.code, only=offered(each)) for each in EXTRAS),
            Option("nothing", _("Nothing more"), then="draft"),
        ),
        columns=2,
        keep=nothing,
        then="draft",
    ),
    *map(extra_question, EXTRAS),
    Question(
        "tone",
        _("Which tone fits the two of you?"),
        options=tuple(Option(code, label) for code, label in TONES.items()),
        columns=3,
        keep=keep_tone,
        then="draft",
    ),
    Question(
        "language",
        _("Which language does the other person read? Your own version stays beside it."),
        options=other_languages,
        columns=2,
        keep=keep_language,
        reply=language_heard,
        then="draft",
    ),
    Question(
        "courage",
        _("How much courage do you have to send this? 0 is none, 10 is all you need."),
        options=SCALE,
        columns=6,
        keep=start_courage,
        then="practise",
    ),
    Question(
        "practise",
        _("What may they answer? Try each one, then it can't surprise you."),
        options=(
            Option("yes", _("They say yes")),
            Option("no", _("They say no")),
            Option("nothing", _("I hear nothing")),
            Option("enough", _("I know enough"), then="courage_now"),
        ),
        columns=2,
        keep=nothing,
        reply=practised,
        then="practise",
        skip_to="courage_now",
    ),
    Question(
        "courage_now",
        _("And now: how much courage do you have? 0 is none, 10 is all you need."),
        options=SCALE,
        columns=6,
        keep=keep_courage,
        reply=courage_heard,
        then="draft",
    ),
    Question(
        "sleep",
        _("Not now is fine. Shall I show it to you again, after a night's sleep?"),
        options=(
            Option("tomorrow", _("Tomorrow")),
            Option("three_days", _("In three days")),
            Option("no", _("No need")),
        ),
        columns=3,
        keep=nothing,
        does=sleep_reminder,
        reply=slept_on,
        then=(When(placed, "rest.open"), "support.place"),
    ),
)

FINISHING_STEPS = tuple(each.name for each in FINISHING)
