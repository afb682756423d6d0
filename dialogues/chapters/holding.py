"""How are you holding up: four taps, a look at last time, and for a bad day a fall-back plan of one's own.

The plan for when it goes worse follows source 001 (lines 5262-5266). The four words are no score and no norm.
"""

from __future__ import annotations

from typing import Any

from dialogues.effects import Effect, Remind, SendPage
from dialogues.moments import today
from dialogues.people import around
from dialogues.reminders import MONTH
from dialogues.script import RESUME, Option, Question, When, chapter, nothing
from dialogues.session import Session
from dialogues.words import Day, Joined, Typed, Words, _, lines, paragraphs

HOW: dict[str, Words] = {
    "good": _("Good"),
    "so_so": _("So-so"),
    "heavy": _("Heavy"),
    "cant": _("I can't any more"),
}
BEST_FIRST = tuple(HOW)

DAYS_IN_MONTH = 30
MOST_DAYS = 24
"""Answers that are kept: two years of months."""


def keep_how(session: Session, answer: Any) -> None:
    """Keep the answer with its day."""
    day = today(session)
    if answer in HOW and day:
        before = session.answers.get("holding.days") or []
        session.answers["holding.days"] = [*before, [day.isoformat(), answer]][-MOST_DAYS:]


def trend(session: Session, answer: Any) -> Words | None:
    """Hold this answer beside the one before; an observation and no verdict."""
    days = session.answers.get("holding.days") or []
    if answer not in HOW or len(days) < 2:  # noqa: PLR2004  now and the time before
        return None
    day, before = days[-2]
    values = {"day": Day(day), "before": HOW[before], "now": HOW[answer]}
    step = BEST_FIRST.index(answer) - BEST_FIRST.index(before)
    if step == 0:
        return _("On {day} it was “{before}” too.", day=values["day"], before=values["before"])
    if step < 0:
        return _("On {day} it was “{before}”, now “{now}”. A bit lighter.", **values)
    return _("On {day} it was “{before}”, now “{now}”. It has become heavier.", **values)


def comes_back(session: Session) -> bool:
    """Asked for every month."""
    return session.answers.get("holding.monthly") == "yes"


def next_month(session: Session, _answer: Any) -> list[Effect]:
    """Come back in a month, for who asked for it."""
    return [Remind(MONTH, 0, DAYS_IN_MONTH)] if comes_back(session) else []


def monthly_heard(_session: Session, answer: Any) -> Words | None:
    """Say what is agreed."""
    if answer != "yes":
        return None
    return _("I ask you in a month, in the daytime. Each time there is a button to stop it.")


HOLDING = chapter(
    "holding",
    _("How I hold up"),
    Question(
        "how",
        _("How are you holding up?"),
        options=(
            Option("good", HOW["good"]),
            Option("so_so", HOW["so_so"]),
            Option("heavy", HOW["heavy"], then="heavy"),
            Option("cant", HOW["cant"], then="cant"),
            Option("quiet", _("Stop reminders"), then="stopped.quiet", only=comes_back),
        ),
        columns=2,
        keep=keep_how,
        reply=trend,
        does=next_month,
        then=(When(comes_back, RESUME), "monthly"),
    ),
    Question(
        "heavy",
        _("Heavy. Then it may be about you for a moment. What would do good now?"),
        options=(
            Option("people", _("Talk to a person"), then="help.people"),
            Option("strain", _("See what weighs"), then="strain.perseverance"),
            Option("ask", _("Ask for something"), then="ask.wish"),
            Option("fallback", _("My plan for bad days"), then="fallback.signals"),
            Option("leave", _("Leave it for now"), then="monthly"),
        ),
        columns=2,
        keep=nothing,
        then=(When(comes_back, RESUME), "monthly"),
    ),
    Question(
        "cant",
        _(
            "You can't any more. Then you don't have to solve this alone, and not today either. Call your huisarts "
            "and say exactly this sentence. There are people who can talk with you now."
        ),
        options=(
            Option("people", _("Who can help me now"), then="help.people"),
            Option("fallback", _("My plan for bad days"), then="fallback.shown"),
            Option("support", _("See support nearby"), then="support.place"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "monthly",
        _("Shall I ask you this once a month?"),
        options=(Option("yes", _("Yes, please")), Option("no", _("Rather not"))),
        columns=2,
        does=next_month,
        reply=monthly_heard,
        then=RESUME,
    ),
    side_steps=("heavy", "cant", "monthly"),
)


SIGNALS: dict[str, Words] = {
    "sleep": _("I sleep badly"),
    "angry": _("I snap at people"),
    "cry": _("I cry more easily"),
    "alone": _("I cancel everybody"),
    "pain": _("My body hurts"),
    "forget": _("I forget things"),
}


def people_to_call(session: Session) -> tuple[Option, ...]:
    """Offer the people around."""
    return tuple(Option(f"p{index}", Typed(each.name)) for index, each in enumerate(around(session)[:8]))


def keep_call(session: Session, answer: Any) -> None:
    """Keep whom to call, by name."""
    if answer is None:
        session.answers.pop("fallback.call", None)
        return
    tapped = {option.code: option.label for option in people_to_call(session)}
    found = [tapped[code] for code in answer if code in tapped] if isinstance(answer, list) else [Typed(str(answer))]
    session.answers["fallback.call"] = [each.text for each in found if isinstance(each, Typed)]


def _signals(session: Session) -> list[Words]:
    chosen = session.answers.get("fallback.signals") or []
    return [Typed(chosen)] if isinstance(chosen, str) else [SIGNALS[code] for code in chosen if code in SIGNALS]


def plan_sections(session: Session) -> tuple[tuple[Words, Words], ...]:
    """Give the plan, in parts with a heading; what was left open is left out."""
    signals, helps = _signals(session), session.answers.get("fallback.helps")
    call = session.answers.get("fallback.call") or []
    parts: list[tuple[Words, Words | None]] = [
        (_("I notice it is too much by this:"), Joined(tuple(signals), " · ") if signals else None),
        (_("What helps me then:"), Typed(str(helps)) if helps else None),
        (_("Whom I call:"), Joined(tuple(map(Typed, call)), " · ") if call else None),
    ]
    return tuple((heading, text) for heading, text in parts if text is not None)


def shown_plan(session: Session) -> Words:
    """Show the plan; when nothing is in it yet, say so."""
    sections = plan_sections(session)
    if not sections:
        return _("Your plan for bad days is still empty. Shall we make it, in three short questions?")
    return paragraphs(
        _("My plan for bad days"),
        *(lines(heading, text) for heading, text in sections),
        _("Behind “Talk to someone” there are always people as well."),
    )


def is_made(session: Session) -> bool:
    """Something is in the plan."""
    return bool(plan_sections(session))


def is_empty(session: Session) -> bool:
    """Nothing is in the plan yet."""
    return not is_made(session)


def on_paper(session: Session, answer: Any) -> list[Effect]:
    """Give the plan as a page."""
    sections = plan_sections(session)
    return [SendPage("plan", _("My plan for bad days"), sections)] if answer == "print" and sections else []


FALLBACK = chapter(
    "fallback",
    _("My plan for bad days"),
    Question(
        "signals",
        _("How do you notice that it becomes too much? Tap what you recognise, or type it."),
        options=tuple(Option(code, label) for code, label in SIGNALS.items()),
        many=True,
        typed=True,
        columns=2,
        read=lambda _session, text: " ".join(text.split())[:200] or None,
    ),
    Question(
        "helps",
        _("What helps you then, even a little? Something small is enough."),
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:200] or None,
    ),
    Question(
        "call",
        _("Whom do you call on such a day? Tap, or type a name. No number here."),
        options=people_to_call,
        many=True,
        most=3,
        typed=True,
        columns=2,
        read=lambda _session, text: " ".join(text.split())[:60] or None,
        keep=keep_call,
    ),
    Question(
        "shown",
        shown_plan,
        options=(
            Option("make", _("Yes, please"), then="signals", only=is_empty),
            Option("leave", _("Leave it for now"), then=RESUME, only=is_empty),
            Option("good", _("This is good"), then=RESUME, only=is_made),
            Option("change", _("Change something"), then="signals", only=is_made),
            Option("print", _("On paper"), then="shown", only=is_made),
            Option("people", _("Talk to a person"), then="help.people"),
        ),
        columns=2,
        does=on_paper,
        keep=nothing,
        then=RESUME,
    ),
)
