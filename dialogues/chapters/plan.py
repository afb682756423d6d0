"""My plan: my people, what I asked and what came of it, on one screen and on paper."""

from __future__ import annotations

from typing import Any

from dialogues.care import OPEN
from dialogues.chapters.holding import plan_sections
from dialogues.draft import draft
from dialogues.effects import Effect, SendPage
from dialogues.languages import LANGUAGES
from dialogues.moments import Moment, shown
from dialogues.people import around
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.session import AskPlan, Session
from dialogues.wishes import name_of
from dialogues.words import Joined, Listing, Typed, Words, _, paragraphs

STATUS: dict[str, Words] = {
    "draft": _("not finished yet"),
    "ready": _("ready to send"),
    "asked": _("asked, no answer yet"),
    "agreed": _("agreed"),
    "refused": _("not possible"),
    "dropped": _("let go"),
    "not_needed": _("no longer needed"),
    "stopped": _("stopped"),
    "ended": _("no longer needed"),
    "solved": _("solved in another way"),
}

SHOWN_ASKS = 8
"""The latest asks: more does not fit on a screen."""


def ask_line(ask: AskPlan) -> Words:
    """Tell one ask: who, what, how it stands, and when."""
    status, moment = STATUS.get(ask.status, STATUS["draft"]), Moment.of(ask.agreed_on)
    what = name_of(ask.wish)
    if ask.status == "agreed" and moment and moment.day:
        status = _("agreed, {moment}", moment=shown(moment))
    if not ask.helper:
        return _("• {what}: {status}", what=what, status=status)
    return _("• {helper}, {what}: {status}", helper=Typed(ask.helper), what=what, status=status)


def latest(session: Session) -> list[tuple[int, AskPlan]]:
    """Give the latest asks that are about something."""
    about = [(index, ask) for index, ask in enumerate(session.asks) if ask.helper or ask.status == "solved"]
    return about[-SHOWN_ASKS:]


def overview(session: Session) -> Words:
    """Show people and asks; what is not there yet is not mentioned."""
    asks = [ask_line(ask) for _index, ask in latest(session)]
    came = sum(ask.status == "agreed" for ask in session.asks)
    return paragraphs(
        _("My people: {people}", people=Listing(tuple(Typed(each.name) for each in around(session))))
        if around(session)
        else None,
        Joined((_("What I asked:"), *asks), "\n") if asks else _("Nothing was asked yet. That is fine."),
        _("What already came of it: {number} times a yes.", number=came) if came > 1 else None,
        _("What would you like to do?"),
    )


def has_asks(session: Session) -> bool:
    """There is an ask to go to."""
    return bool(ask_options(session))


def ask_options(session: Session) -> tuple[Option, ...]:
    """Offer the asks, to go on with one."""
    return tuple(
        Option(f"a{index}", _("{helper}, {what}", helper=Typed(ask.helper), what=name_of(ask.wish)))
        for index, ask in latest(session)
        if ask.helper and ask.status in OPEN
    )


def keep_which(session: Session, answer: Any) -> None:
    """Go on with the ask that was chosen."""
    if str(answer)[:1] == "a" and str(answer)[1:].isdecimal():
        session.current_ask = min(int(str(answer)[1:]), len(session.asks) - 1)


def is_draft(session: Session) -> bool:
    """The ask is still being written."""
    return session.ask is not None and session.ask.status == "draft"


def is_agreed(session: Session) -> bool:
    """The ask was answered with yes."""
    return session.ask is not None and session.ask.status == "agreed"


def is_ready(session: Session) -> bool:
    """The message is ready, or was sent."""
    return session.ask is not None and session.ask.status in {"ready", "asked"}


def sections(session: Session) -> tuple[tuple[Words | None, Words], ...]:
    """Give the plan in parts: people, asks, the messages that still stand, the plan for bad days."""
    open_asks = [ask for _index, ask in latest(session) if ask.helper and ask.status in {"ready", "asked", "agreed"}]
    people = Joined(tuple(Typed(each.name) for each in around(session)), ", ")
    parts: list[tuple[Words | None, Words | None]] = [
        (_("My people"), people if around(session) else None),
        (_("What I asked"), Joined(tuple(ask_line(ask) for _index, ask in latest(session)), "\n") or None),
        *((Typed(ask.helper), draft(session, ask)) for ask in open_asks),
        *plan_sections(session),
    ]
    return tuple((heading, text) for heading, text in parts if text is not None)


def second_language(session: Session) -> str:
    """Give the language of the other readers: the one used last for a message, or the first other one."""
    used = [ask.language for ask in session.asks if ask.language not in {"", session.language}]
    return used[-1] if used else next(code for code in LANGUAGES if code != session.language)


def on_paper(session: Session, answer: Any) -> list[Effect]:
    """Give the plan as a page, in one language or two."""
    if answer not in {"print", "both"} or session.violence:
        return []
    mine: list[Effect] = [SendPage("plan", _("My plan"), sections(session))]
    if answer == "print":
        return mine
    return [*mine, SendPage("plan", _("My plan"), sections(session), second_language(session))]


PLAN = chapter(
    "plan",
    _("My plan"),
    Question(
        "open",
        overview,
        options=(
            Option("which", _("Go on with one"), then="which", only=has_asks),
            Option("message", _("Make a message"), then="messages.kind"),
            Option("holding", _("How I hold up"), then="holding.how"),
            Option("fallback", _("My plan for bad days"), then="fallback.shown"),
            Option("print", _("On paper"), then="open"),
            Option("both", _("Paper, two languages"), then="open"),
            Option("changed", _("Something has changed"), then="changed.what"),
            Option("leave", _("Leave it for now"), then="rest.open"),
        ),
        columns=2,
        skippable=False,
        does=on_paper,
        keep=nothing,
        then="rest.open",
    ),
    Question(
        "which",
        _("Which one?"),
        options=ask_options,
        keep=keep_which,
        then=(
            When(is_draft, "ask.draft"),
            When(is_agreed, "followup.went"),
            When(is_ready, "followup.asked"),
            "open",
        ),
        skip_to="open",
    ),
    side_steps=("which",),
)
