"""One turn of the talk: a session and an input give a new session and effects. Nothing else happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dialogues import memory, ways_out
from dialogues.book import ROAD, is_aside
from dialogues.chapters.asides import write_down
from dialogues.effects import Answered, Effect, FindPlace, Forget, Toast
from dialogues.inputs import (
    CameDue,
    Commanded,
    Hurried,
    Input,
    PlacesFound,
    Said,
    Sent,
    Started,
    Tapped,
)
from dialogues.languages import SAFE_WORDS
from dialogues.listening import crisis, hearing, personal
from dialogues.machine import ANSWER, SKIP
from dialogues.script import Option, Question
from dialogues.session import SCHEMA, Session
from dialogues.turn import DONE, HIDDEN, Turn
from dialogues.words import Typed, _, paragraphs

NOTICED = "personal.noticed"

EXPIRY = "expiry"
"""The reminder that warns two weeks before a talk is erased."""

STORY_WORDS = 12
"""Words from which on a text is told, and not an answer: it deserves a reply before the next question."""

NO_YES = frozenset({"ok", "oke", "oké", "okay", "k", "okee"})

LEFT_OPEN = frozenset(
    {"weet ik niet", "weet ik nog niet", "weet niet", "geen idee", "liever niet", "zeg ik liever niet", "sla over"}
    | {"i don't know", "don't know", "dunno", "no idea", "rather not", "i'd rather not say", "skip it", "skip this"}
)
"""What people type to leave a question, in the languages of the talk."""

MAX_TEXT = 4096
"""Characters of one message that are read: the most that Telegram lets a person send."""


def step(session: Session, input: Input, now: datetime) -> tuple[Session, tuple[Effect, ...]]:
    """Take one turn. The given session stays as it was; the same input gives the same turn."""
    turn = Turn(session.copy(), now)
    turn.settle()
    if not isinstance(input, CameDue):
        turn.session.heard_at = now.isoformat(timespec="seconds")
    HANDLERS[type(input)](turn, input)
    turn.note_consent()
    return turn.session, turn.effects_in_bounds()


def on_started(turn: Turn, input: Started) -> None:
    """Open the talk, or welcome the person back at the question where they were."""
    session = turn.session
    if input.payload and "payload" not in session.answers:
        session.answers["payload"] = input.payload
    if session.turn:
        turn.say(_("Good to see you again. We go on where we were."))
        turn.come_home()
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
        choose(turn, option)
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


def choose(turn: Turn, option: Option) -> None:
    """Take one choice as the answer."""
    question = turn.question
    if question.name == NOTICED:
        take_pending(turn, option)
        return
    trigger = option.code if option.then and not callable(question.options) else ANSWER
    turn.add(Answered(option.label))
    answer(turn, question, option.code, trigger)


def tick(turn: Turn, code: str) -> None:
    """Tick or untick one of several choices; Done closes the question."""
    session, question = turn.session, turn.question
    option = turn.option(code)
    if code == DONE:
        chosen = list(session.chosen)
        turn.add(Answered(_("Done")))
        answer(turn, question, chosen, ANSWER if chosen else SKIP)
    elif option and option.then:
        turn.add(Answered(option.label))
        answer(turn, question, list(session.chosen), option.code)
    elif option and code in session.chosen:
        session.chosen.remove(code)
        turn.redraw()
    elif option and len(session.chosen) >= question.most:
        turn.add(Toast(_("That is enough to begin with. Untick one to choose another.")))
    elif option:
        session.chosen.append(code)
        turn.redraw()
    else:
        turn.show()


def answer(turn: Turn, question: Question, value: Any, trigger: str) -> None:
    """Keep an answer, say what it deserves, and go on."""
    session = turn.session
    turn.remember()
    memory.keep(session, question, None if trigger == SKIP else value)
    if trigger != SKIP and question.reply and (reply := question.reply(session, value)):
        turn.say(reply)
    effects = question.does(session, value) if question.does and trigger != SKIP else ()
    turn.add(*effects)
    if not any(isinstance(each, Forget) for each in effects):
        ROAD.go(session, trigger)
        turn.arrive(question.name)


def on_said(turn: Turn, input: Said) -> None:
    """Listen to a typed text: danger first, then the question, then what else it may be."""
    text = input.text.strip()[:MAX_TEXT]
    if signal := crisis.detect(text, turn.session.language):
        note(turn, text)
        turn.open_crisis(signal)
    elif is_safe_word(text):
        turn.open_aside("help.people")
    elif not turn.question.lookup and personal.personal(text):
        notice(turn, text)
    else:
        listen(turn, text)


def is_safe_word(text: str) -> bool:
    """Tell whether somebody typed the word that opens the page with people, in any language."""
    return text.strip(" .").casefold() in SAFE_WORDS.values()


def notice(turn: Turn, text: str) -> None:
    """A surname, number or address was typed: ask whether to leave it out before anything is done with it."""
    session = turn.session
    if session.pending:
        note(turn, personal.impersonal(session.pending))
    session.pending = text
    turn.open_aside(NOTICED)


def take_pending(turn: Turn, option: Option) -> None:
    """Take the text that waited, as it was or without what was noticed in it."""
    session = turn.session
    text, session.pending = session.pending, ""
    turn.add(Answered(option.label))
    turn.come_home()
    listen(turn, personal.impersonal(text) if option.code == "leave_out" else text)


def listen(turn: Turn, text: str) -> None:
    """Take a text to the question that stands open."""
    if not text:
        turn.show(again=True)
    elif left_open(text) and turn.question.skippable:
        ways_out.skip(turn)
    elif turn.question.lookup:
        turn.add(FindPlace(text))
    elif turn.question.typed:
        take_text(turn, text)
    else:
        hear(turn, text)


def note(turn: Turn, text: str) -> None:
    """Keep a text that no question asked for, or say honestly that the notebook is full."""
    if not write_down(turn.session, text):
        turn.say(_("My notebook is full, so I can't keep this last message. With /export you get the rest."))


def take_text(turn: Turn, text: str) -> None:
    """Take a typed text as the answer to the question."""
    question = turn.question
    value = question.read(turn.session, text) if question.read else text
    if value is None:
        note(turn, text)
        turn.say(question.unclear or _("I can't use that as an answer here, but I've kept it."))
        turn.show(again=True)
        return
    if isinstance(value, str) and (option := turn.option(value)) and value != text:
        choose(turn, option)
        return
    heard = hearing.hear(text, turn.session.language)
    if heard.heavy and heard.long:
        turn.say(_("I've read what you wrote. That is a lot."))
    answer(turn, question, value, ANSWER)


def hear(turn: Turn, text: str) -> None:
    """React to a text where a tap was asked: as an answer, else to the person, then back to the question."""
    session = turn.session
    if option := said_in_words(turn, text):
        choose(turn, option)
        return
    note(turn, text)
    if session.state.startswith("crisis."):
        read = _("I read it. I can't help the way a person can. The numbers are above.")
        turn.show(paragraphs(read, _("What fits?")))
    elif session.state == HIDDEN:
        turn.show(again=True)
    elif session.state.startswith("stopped."):
        come_back(turn, text)
    elif hearing.short_answer(text, session.language) == "stop":
        ways_out.stop(turn)
    else:
        react(turn, text)


def come_back(turn: Turn, text: str) -> None:
    """A word is enough to go on; a thank-you after the end is only that."""
    if hearing.hear(text, turn.session.language).thanks:
        turn.show(_("You're welcome. I am here when you want to talk again."))
    else:
        on_started(turn, Started())


def react(turn: Turn, text: str) -> None:
    """Answer to the feeling in a text first; one that only says something goes with the question."""
    session = turn.session
    heard = hearing.hear(text, session.language)
    if heard.died and not heard.long:
        turn.open_aside("listening.died")
    elif heard.person:
        turn.open_aside("help.people")
    elif heard.long or heard.heavy or len(text.split()) >= STORY_WORDS:
        turn.open_aside("listening.heard")
    elif heard.minimising and "listening.managing" not in session.answers:
        session.answers["listening.managing"] = ""
        turn.open_aside("listening.managing")
    else:
        turn.say(ways_out.reaction(session, heard))
        turn.show(again=True)


def said_in_words(turn: Turn, text: str) -> Option | None:
    """Understand a typed answer to a question with choices: yes, no, or what the question itself can read.

    "Ok" is no yes: it may only mean that the message was seen.
    """
    question, session = turn.question, turn.session
    read = question.read(session, text) if question.read and not question.typed else None
    meant = read or hearing.short_answer(text, session.language)
    if text.strip(" .!").casefold() in NO_YES:
        return None
    return turn.option(str(meant)) or (turn.option("not_meant") if meant == "no" else None)


def left_open(text: str) -> bool:
    """Tell whether somebody typed that they don't know, or would rather not say."""
    return text.strip(" .!").casefold() in LEFT_OPEN


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
    if handler:
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
    if input.reminder == EXPIRY:
        turn.open_aside("privacy.expiring")
        return
    if input.ask >= len(session.asks):
        return
    if not is_aside(session.state) and not session.state.startswith(("followup.", "rest.")):
        session.home = session.state
    session.current_ask = input.ask
    session.state = "followup.asked"
    turn.show()


def on_places(turn: Turn, input: PlacesFound) -> None:
    """The host looked a place up for us: that is the answer, unless nothing was found."""
    if not turn.question.lookup:
        turn.show()
    elif not input.places:
        turn.say(
            _(
                "I don't know a place or postcode “{query}”. Try the four digits of the postcode, "
                "or the nearest larger town.",
                query=Typed(input.query[:60]),
            )
        )
        turn.show()
    else:
        answer(turn, turn.question, input.places, ANSWER)


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
    Hurried: on_hurried,
}
