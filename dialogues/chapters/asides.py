"""Asides: what may come between at any moment and leads back to the same question."""

from __future__ import annotations

from typing import Any

from dialogues import nearby
from dialogues.chapters.strain import AREAS, picture
from dialogues.chapters.welcome import languages, speak
from dialogues.draft import draft
from dialogues.effects import ForgetReminders
from dialogues.languages import SAFE_WORDS
from dialogues.people import about, around
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.wishes import name_of, wishes
from dialogues.words import Fact, Joined, Listing, Typed, Words, _, paragraphs


def can_follow_up(session: Session) -> bool:
    """There is an ask to come back to, and it is safe to."""
    return any(ask.helper and ask.status != "dropped" for ask in session.asks) and not session.violence


def people_who_help(session: Session) -> Words:
    """Show the people one can talk to, the right ones first."""
    return paragraphs(
        _("These are people you can talk to. In danger of life, call the first one at once."),
        Fact("helplines", {"kind": "emergency talk suicide violence", "most": "1 2 1 1", **about(session)}),
        nearby.own_steunpunt(session),
        _("Your huisarts (general practitioner) is there for you too, not only for the one you care for."),
        _(
            "Type “{word}” at any moment, and this page comes.",
            word=SAFE_WORDS.get(session.language, SAFE_WORDS["en"]),
        ),
    )


HELP = chapter(
    "help",
    _("People"),
    Question(
        "people",
        people_who_help,
        options=(
            Option("back", _("Back to our talk"), then=RESUME),
            Option("nearby", _("Support near me"), then="support.place"),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)

MENU = chapter(
    "menu",
    _("Menu"),
    Question(
        "open",
        _("Where would you like to go? There is no fixed order."),
        options=(
            Option("strain", _("1. How it weighs"), then="strain.perseverance"),
            Option("reluctance", _("2. What holds you back"), then="reluctance.asking"),
            Option("wish", _("3. What may be lighter"), then="wish.kind"),
            Option("network", _("4. Who is around you"), then="network.rather_not"),
            Option("ask", _("5. One clear question"), then="ask.wish"),
            Option("support", _("6. Support nearby"), then="support.place"),
            Option(
                "followup",
                _("7. How it went"),
                then="followup.asked",
                only=can_follow_up,
            ),
            Option("told", _("What I told you"), then="overview.told"),
            Option("language", _("Language"), then="language.choose"),
            Option("privacy", _("What is kept"), then="privacy.policy"),
            Option("back", _("Back to our talk"), then=RESUME),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)

LANGUAGE = chapter(
    "language",
    _("Language"),
    Question(
        "choose",
        _("Which language shall we use? What you already wrote stays as it is."),
        options=languages,
        keep=speak,
        skippable=False,
        then=RESUME,
    ),
    aside=True,
)


def be_quiet(session: Session, answer: Any) -> None:
    """Come back to nothing by ourselves, also not to warn before the talk is erased."""
    if answer == "no_reminders":
        session.warn = False


def stop_here(session: Session) -> Words:
    """Say that the place is kept, or for how long it is."""
    if session.consent:
        return _("We stop here. I keep our place, and you can go on whenever you like: a word is enough.")
    return _("We stop here. You can go on until tomorrow: a word is enough. After that I have forgotten our talk.")


STOPPED = chapter(
    "stopped",
    _("For now"),
    Question(
        "here",
        stop_here,
        options=(
            Option("go_on", _("Go on where we were"), then=RESUME),
            Option("no_reminders", _("Don't come back to it"), then="quiet"),
        ),
        skippable=False,
        keep=be_quiet,
        then=RESUME,
    ),
    Question(
        "quiet",
        _("I won't come back to anything by myself. You can always write to me."),
        options=(Option("go_on", _("Go on where we were"), then=RESUME),),
        opening=lambda _session: [ForgetReminders()],
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)


def told(session: Session) -> Words:
    """Lay out what was told, as something to change."""
    answers = session.answers
    weighs = answers.get("strain.heaviest")
    return paragraphs(
        _("This is what you told me. Tap what you want to change."),
        _("You care for: {name}", name=Typed(answers["welcome.cared_name"]))
        if "welcome.cared_name" in answers
        else None,
        picture(session) if "strain" in session.done or weighs else None,
        _("What weighs most: “{what}”", what=AREAS.get(str(weighs), Typed(str(weighs)))) if weighs else None,
        _("You would like to share: {wishes}", wishes=Joined(tuple(map(name_of, wishes(session))), " · "))
        if wishes(session)
        else None,
        _("Around you: {people}", people=Listing(tuple(Typed(each.name) for each in around(session))))
        if around(session)
        else None,
        draft(session, session.ask) if session.ask and session.ask.helper and not session.violence else None,
    )


ENDS = {
    "age": "welcome.age",
    "whom": "welcome.whom",
    "name": "welcome.cared_name",
    "word": "welcome.own_word",
    "weighs": "strain.heaviest",
    "wishes": "wish.keeping",
    "people": "network.map",
}
"""With which question a change is done, so that the overview comes back after it."""


def change_once(session: Session, answer: Any) -> None:
    """Change one thing, and come back here."""
    session.once = ENDS.get(answer, "")


OVERVIEW = chapter(
    "overview",
    _("What I told you"),
    Question(
        "told",
        told,
        options=(
            Option("age", _("My age"), then="welcome.age"),
            Option("whom", _("Whom I care for"), then="welcome.whom"),
            Option("name", _("His or her name"), then="welcome.cared_name"),
            Option("word", _("My own word"), then="welcome.own_word"),
            Option("weighs", _("What weighs most"), then="strain.heaviest"),
            Option("wishes", _("What I'd share"), then="wish.kind"),
            Option("people", _("My people"), then="network.map"),
            Option("ask", _("My message"), then="ask.draft", only=lambda session: bool(session.ask)),
            Option("back", _("Back to our talk"), then=RESUME),
        ),
        columns=2,
        skippable=False,
        keep=change_once,
        then=RESUME,
    ),
    aside=True,
)
ASIDES = (HELP, MENU, LANGUAGE, STOPPED, OVERVIEW)
