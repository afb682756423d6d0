"""Asides: what may come between at any moment and leads back to the same question."""

from __future__ import annotations

from typing import Any

from dialogues import nearby
from dialogues.ages import grown, no_child, young
from dialogues.areas import AREAS, checked_before
from dialogues.care import OPEN
from dialogues.chapters.again import beside, days_kept, take_away, taken_away
from dialogues.chapters.strain import picture
from dialogues.chapters.welcome import languages, speak
from dialogues.chapters.young.overview import told_so_far
from dialogues.chapters.young.trusted import chosen
from dialogues.draft import draft
from dialogues.effects import Effect, ForgetReminders
from dialogues.languages import SAFE_WORDS
from dialogues.people import about, around, has_people
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.wishes import name_of, wishes
from dialogues.words import Fact, Joined, Listing, Typed, Words, _, paragraphs

GOES_ON = OPEN | {"refused"}
"""Asks of which there is still something to tell."""


def can_follow_up(session: Session) -> bool:
    """There is an ask to come back to, and it is safe to."""
    open_ask = any(ask.helper and ask.status in GOES_ON for ask in session.asks)
    return open_ask and not session.violence and no_child(session)


def nobody_told(session: Session) -> bool:
    """There is nobody on the map yet, so the walk begins at its first question."""
    return grown(session) and not has_people(session)


def told_of_people(session: Session) -> bool:
    """There are people on the map, so it is shown."""
    return grown(session) and has_people(session)


def has_checks(session: Session) -> bool:
    """It was looked at before how it weighs, in the talk for adults."""
    return grown(session) and bool(session.checks)


def has_message(session: Session) -> bool:
    """There is an ask, of somebody who is old enough for it."""
    return bool(session.ask) and no_child(session)


def can_tell_how_it_went(session: Session) -> bool:
    """A young person has words for a grown-up, and it is safe to come back to it."""
    return session.young and "message.draft" in session.answers and not session.violence


def has_voice(session: Session) -> bool:
    """There is a voice that can read this language aloud."""
    return session.voiced


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
            Option("home", _("1. At home"), then="home.who", only=young),
            Option("everyday", _("2. How you are"), then="everyday.sleep", only=young),
            Option("unsaid", _("3. To tell or not"), then="unsaid.knows", only=young),
            Option("trusted", _("4. Somebody you trust"), then="trusted.who", only=young),
            Option("message", _("5. Your words"), then="message.tell", only=chosen),
            Option("strain", _("1. How it weighs"), then="strain.perseverance", only=grown),
            Option("reluctance", _("2. What holds you back"), then="reluctance.asking", only=grown),
            Option("wish", _("3. What may be lighter"), then="wish.kind", only=grown),
            Option("network", _("4. Who is around you"), then="network.rather_not", only=nobody_told),
            Option("people", _("4. Who is around you"), then="network.map", only=told_of_people),
            Option("ask", _("5. One clear question"), then="ask.wish", only=grown),
            Option("support", _("6. Support nearby"), then="support.place"),
            Option("did", _("7. How it went"), then="told.did", only=can_tell_how_it_went),
            Option("knowing", _("What is going on"), then="knowing.page", only=young),
            Option("interpreting", _("Interpreting"), then="interpreting.where", only=young),
            Option(
                "followup",
                _("7. How it went"),
                then="followup.asked",
                only=can_follow_up,
            ),
            Option("messages", _("Another message"), then="messages.kind", only=grown),
            Option("plan", _("My plan"), then="plan.open", only=grown),
            Option("tell", _("Just tell something"), then="listening.more"),
            Option("told", _("What I told you"), then="overview.told"),
            Option("listen", _("Listen"), then="aloud.choose", only=has_voice),
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


def forget_reminders(session: Session) -> list[Effect]:
    """Let go of every agreed moment, also of the monthly question."""
    session.answers.pop("holding.monthly", None)
    return [ForgetReminders()]


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
        opening=forget_reminders,
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)


def told(session: Session) -> Words:
    """Lay out what was told, as something to change."""
    if session.young:
        return told_so_far(session)
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
    "about": "home.kind",
    "everyday": "everyday.heard",
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
            Option("about", _("Who it is about"), then="home.who", only=young),
            Option("everyday", _("How I am"), then="everyday.sleep", only=young),
            Option("adult", _("Whom I trust"), then="trusted.who", only=young),
            Option("words", _("My words"), then="message.how", only=chosen),
            Option("whom", _("Whom I care for"), then="welcome.whom", only=grown),
            Option("name", _("His or her name"), then="welcome.cared_name", only=grown),
            Option("word", _("My own word"), then="welcome.own_word", only=grown),
            Option("weighs", _("What weighs most"), then="strain.heaviest", only=grown),
            Option("checks", _("How it weighed before"), then="checks", only=has_checks),
            Option("wishes", _("What I'd share"), then="wish.kind", only=grown),
            Option("people", _("My people"), then="network.map", only=grown),
            Option("ask", _("My message"), then="ask.draft", only=has_message),
            Option("back", _("Back to our talk"), then=RESUME),
        ),
        columns=2,
        skippable=False,
        keep=change_once,
        then=RESUME,
    ),
    Question(
        "checks",
        lambda session: paragraphs(days_kept(session), beside(session) if checked_before(session) else None),
        options=(
            Option("again", _("Look again now"), then="strain.perseverance"),
            Option("delete", _("Delete these"), then="told"),
            Option("back", _("Leave it as it is"), then="told"),
        ),
        skippable=False,
        keep=take_away,
        reply=taken_away,
        then="told",
        source="own: what is kept can be seen and taken away",
    ),
    aside=True,
)
ASIDES = (HELP, MENU, LANGUAGE, STOPPED, OVERVIEW)
