"""One turn of the talk: a session and an input give a new session and effects. Nothing else happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dialogues import ages, aloud, nearby, ways_out
from dialogues.answering import answer, choose, tick
from dialogues.book import is_aside
from dialogues.effects import Effect, Toast
from dialogues.inputs import (
    CameDue,
    Commanded,
    Hurried,
    Input,
    PlacesFound,
    Said,
    Sent,
    ServicesFound,
    Started,
    Tapped,
)
from dialogues.listening import crisis
from dialogues.machine import ANSWER
from dialogues.reminders import opened_by
from dialogues.session import SCHEMA, Session
from dialogues.texts import MAX_TEXT, NOTICED, note, on_said, said_in_words, take_pending
from dialogues.turn import Turn
from dialogues.words import Fact, Typed, _

LIGHT = ("followup.", "told.", "again.", "holding.", "rest.")
"""Parts of the talk that need not be come back to, after an agreed moment."""


def step(session: Session, input: Input, now: datetime) -> tuple[Session, tuple[Effect, ...]]:
    """Take one turn. The given session stays as it was; the same input gives the same turn."""
    turn = Turn(session.copy(), now)
    turn.settle()
    if not isinstance(input, CameDue):
        turn.session.heard_at = now.isoformat(timespec="seconds")
    HANDLERS[type(input)](turn, input)
    turn.note_consent()
    effects = turn.effects_in_bounds()
    return turn.session, (*effects, *aloud.heard(turn.session, effects))


def on_started(turn: Turn, input: Started) -> None:
    """Open the talk, or welcome the person back at the question where they were."""
    session = turn.session
    if input.payload and "payload" not in session.answers:
        session.answers["payload"] = input.payload
    if input.steunpunt:
        session.answers["steunpunt"] = input.steunpunt
    if input.language and not session.turn:
        session.language = input.language
    if session.turn:
        ways_out.welcome_back(turn)
    else:
        if input.steunpunt:
            turn.say(Fact("steunpunt", {"code": input.steunpunt, "what": "greeting"}))
        turn.show()


def on_tapped(turn: Turn, input: Tapped) -> None:
    """Take a tapped choice, or kindly refuse a button from an earlier screen."""
    session = turn.session
    if (input.schema, input.turn) != (SCHEMA, session.turn):
        old_button(turn, input)
    elif input.code in ways_out.HANDLERS and not turn.option(input.code):
        session.tapped = input.code
        ways_out.HANDLERS[input.code](turn)
    elif turn.question.many:
        tick(turn, input.code)
    elif option := turn.option(input.code):
        session.tapped = input.code
        (take_pending if session.state == NOTICED else choose)(turn, option)
    else:
        old_button(turn, input)


def old_button(turn: Turn, input: Tapped) -> None:
    """A second tap on the choice just made needs no more than a nod; an older one leads back."""
    just_now = input.turn == turn.session.turn - 1 and input.code == turn.session.tapped
    if just_now and input.schema == SCHEMA:
        turn.add(Toast(_("I have that one already.")))
        return
    turn.add(Toast(_("That button is from earlier.")))
    turn.say(_("That button is from earlier in our talk. This is where we are now."))
    turn.show()


def on_sent(turn: Turn, input: Sent) -> None:
    """A voice note or picture can't be read here; say so, and ask again."""
    if input.kind in {"voice", "audio", "video_note"}:
        turn.say(_("I can't listen to recordings. Would you type it for me, or tap an answer?"))
    else:
        turn.say(_("I can only read words. Would you type it for me, or tap an answer?"))
    turn.show(again=True)


def on_commanded(turn: Turn, input: Commanded) -> None:
    """Follow a command; one that doesn't exist gets the ones that do."""
    handler = ways_out.COMMANDS.get(input.name)
    if handler and (turn.session.voiced or handler is not ways_out.listen):
        handler(turn)
        return
    turn.say(
        _(
            "I don't know {command}. What you can use: /menu /help /language /stop /privacy",
            command=Typed(f"/{input.name[:32]}"),
        )
    )
    turn.show()


def on_due(turn: Turn, input: CameDue) -> None:
    """An agreed moment has come: ask how it went, and afterwards go on where the talk was."""
    session = turn.session
    if session.violence or session.state.startswith("crisis."):
        return
    state = opened_by(session, input.reminder, input.ask, turn.now.date())
    if not state or ages.closed(session, state):
        return
    session.reminded_on = turn.now.date().isoformat()
    if is_aside(state):
        turn.open_aside(state)
        return
    if not is_aside(session.state) and not session.state.startswith(LIGHT):
        session.home = session.state
    session.state = state
    turn.show()


def on_places(turn: Turn, input: PlacesFound) -> None:
    """The host looked a place up for us: that is the answer, unless nothing was found."""
    if not turn.question.lookup:
        if not input.query:
            turn.say(_("I don't need to know where you are for this. I haven't kept it."))
        turn.show()
    elif not input.places and not input.query:
        turn.say(_("That place is outside what I know. Would you type the name of a town?"))
        turn.show()
    elif not input.places and (option := said_in_words(turn, input.query)):
        choose(turn, option)
    elif not input.places:
        turn.say(
            _("I don't know a place “{query}”. Try the nearest larger town.", query=Typed(input.query[:60]))
            if turn.session.child
            else _(
                "I don't know a place or postcode “{query}”. Try the four digits of the postcode, "
                "or the nearest larger town.",
                query=Typed(input.query[:60]),
            )
        )
        turn.show()
    else:
        answer(turn, turn.question, input.places, ANSWER)


def on_services(turn: Turn, input: ServicesFound) -> None:
    """The host looked up what fits: keep which, and put the question that waited for it."""
    nearby.keep_found(turn.session, input.services)
    turn.show()


def on_hurried(turn: Turn, input: Hurried) -> None:
    """More comes than can be talked about: keep it, and say so once."""
    if crisis.detect(input.text, turn.session.language):
        on_said(turn, Said(input.text))
        return
    if input.text:
        note(turn, input.text[:MAX_TEXT])
    if input.first:
        turn.say(_("You are quicker than I can read. I keep what you write. Let us go on in a minute."))


HANDLERS: dict[type, Callable[[Turn, Any], None]] = {
    Started: on_started,
    Tapped: on_tapped,
    Said: on_said,
    Sent: on_sent,
    Commanded: on_commanded,
    CameDue: on_due,
    PlacesFound: on_places,
    ServicesFound: on_services,
    Hurried: on_hurried,
}
