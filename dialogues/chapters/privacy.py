"""Privacy: what is kept, a copy of it, erasing it, and leaving out what should not be kept."""

from __future__ import annotations

from typing import Any

from dialogues.chapters import welcome
from dialogues.effects import Effect, Forget, Say, SendExport
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import Fact, Words, _, count, paragraphs


def what_is_kept(session: Session) -> Words:
    """Say in plain words what is kept at this moment."""
    return paragraphs(
        _(
            "{operator} runs Vraagkracht. Your talk is kept locked, and erased {months} months after your last "
            "message. It is not sold and not passed on.",
            operator=Fact("operator"),
            months=welcome.months_kept(session),
        )
        if session.consent
        else _("You have not said yes to keeping. A day after your last message I have forgotten our talk."),
        _(
            "Now there are: {answers}, {people}, {asks}, {notes}.",
            answers=count("{number} answer", "{number} answers", len(session.answers)),
            people=count("{number} person", "{number} people", len(session.people)),
            asks=count("{number} ask", "{number} asks", len(session.asks)),
            notes=count("{number} note", "{number} notes", len(session.notes)),
        ),
        _("Telegram can see this chat and keeps its own copy. You clear that in Telegram itself."),
        Fact("policy"),
    )


def keep_consent(session: Session, answer: Any) -> None:
    """Give or take back the permission to keep the talk, or ask to be warned before it is erased."""
    if answer in {"may_keep", "keep_not"}:
        welcome.keep_consent(session, "yes" if answer == "may_keep" else "no")
    elif answer == "warn":
        session.warn = True


PRIVACY = chapter(
    "privacy",
    _("What is kept"),
    Question(
        "policy",
        what_is_kept,
        options=(
            Option("export", _("Send me everything"), then="sent"),
            Option("delete", _("Erase everything"), then="delete.confirm"),
            Option(
                "keep_not",
                _("Don't keep it any more"),
                then="changed",
                only=lambda each: each.consent is True,
            ),
            Option("may_keep", _("You may keep it"), then="changed", only=lambda each: each.consent is not True),
            Option(
                "warn", _("Warn me before"), then="warned", only=lambda each: each.consent is True and not each.warn
            ),
            Option("back", _("Back to our talk"), then=RESUME),
        ),
        columns=2,
        skippable=False,
        keep=keep_consent,
        then=RESUME,
    ),
    Question(
        "warned",
        _("Two weeks before I erase our talk, I send you a message. One word from you is then enough to keep it."),
        options=(Option("back", _("Back to our talk"), then=RESUME),),
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "renewed",
        lambda session: _(
            "What I say about keeping has changed. {operator} runs Vraagkracht. What you tell me, also about health "
            "and about others, is kept locked until {months} months after your last message. With /delete you erase "
            "it at once. May I keep it?",
            operator=Fact("operator"),
            months=welcome.months_kept(session),
        ),
        options=(Option("yes", _("Yes, keep it")), Option("no", _("No, don't keep it"))),
        skippable=False,
        keep=welcome.keep_consent,
        reply=welcome.about_keeping,
        then=RESUME,
    ),
    Question(
        "expiring",
        _("In two weeks I erase our talk, because we have not spoken for long. Shall I keep it longer?"),
        options=(
            Option("keep", _("Yes, keep it"), then=RESUME),
            Option("erase", _("No, let it go"), then="expired"),
        ),
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "expired",
        _("All right. In two weeks it is gone. With /delete you erase it now."),
        options=(Option("back", _("Back to our talk"), then=RESUME),),
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "sent",
        _("This is everything that I keep about you. Mind where you save it."),
        options=(Option("back", _("Back to our talk"), then=RESUME),),
        opening=lambda _session: [SendExport()],
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "changed",
        lambda session: (
            _("From now on I keep our talk, locked.")
            if session.consent
            else _("A day after your last message I forget our talk. Until then we can go on.")
        ),
        options=(Option("back", _("Back to our talk"), then=RESUME),),
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)


def erase(_session: Session, _answer: Any) -> list[Effect]:
    """Erase everything, and say so."""
    return [
        Forget(),
        Say(
            _(
                "Everything is erased. Telegram keeps its own copy of this chat: clear the chat history "
                "there too. You are always welcome again, with /start."
            )
        ),
    ]


DELETE = chapter(
    "delete",
    _("Erase"),
    Question(
        "confirm",
        _("Shall I erase everything you told me? It can't be undone. With /export you get a copy first."),
        options=(
            Option("erase", _("Yes, erase it all")),
            Option("back", _("No, keep it"), then=RESUME),
        ),
        skippable=False,
        keep=nothing,
        does=lambda session, answer: erase(session, answer) if answer == "erase" else [],
        then=RESUME,
    ),
    aside=True,
)

PERSONAL = chapter(
    "personal",
    _("Names and numbers"),
    Question(
        "noticed",
        _(
            "I think I see a surname, number or address in what you wrote. For our talk I don't need it. "
            "Shall I leave it out?"
        ),
        options=(
            Option("leave_out", _("Yes, leave it out")),
            Option("keep", _("No, keep it so")),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)
