"""Hearing somebody out: danger first, then the answer to the question, then what else a text may be."""

from __future__ import annotations

from dialogues import ways_out
from dialogues.answering import answer, choose
from dialogues.book import is_aside
from dialogues.effects import Answered, FindPlace
from dialogues.inputs import Said
from dialogues.languages import SAFE_WORDS
from dialogues.listening import crisis, hearing, personal, themes
from dialogues.machine import ANSWER
from dialogues.memory import write_down
from dialogues.mirror import begin_listening, mirrored, reassured
from dialogues.naming import Told, only_names
from dialogues.script import Option
from dialogues.session import Session
from dialogues.turn import HIDDEN, Turn
from dialogues.words import _, paragraphs

NOTICED = "personal.noticed"
"""The question whether to leave out a surname, number or address; the text waits until it is answered."""

NUMBERS_SHOWN = frozenset({"crisis.now", "crisis.at_hand", "crisis.cannot", "crisis.for_another"})
"""Where the numbers to call stand on the screen, so that they need not be repeated at each word."""

STORY_WORDS = 12
"""Words from which on a text is told, and not an answer: it deserves a reply before the next question."""

NO_YES = frozenset({"ok", "oke", "oké", "okay", "k", "okee"})

LEFT_OPEN = frozenset(
    {"weet ik niet", "weet ik nog niet", "weet niet", "geen idee", "liever niet", "zeg ik liever niet", "sla over"}
    | {"ik weet het niet"}
    | {"i don't know", "don't know", "dunno", "no idea", "rather not", "i'd rather not say", "skip it", "skip this"}
)
"""What people type to leave a question, in the languages of the talk."""

TELL = "listening.more"
"""Where somebody may just tell."""

GENTLE = ("listening.managing", "listening.notices")
"""What is asked of somebody who makes light of it: the first time something concrete, later who notices."""

MAX_TEXT = 4096
"""Characters of one message that are read: the most that Telegram lets a person send."""


def on_said(turn: Turn, input: Said) -> None:
    """Listen to a typed text: danger first, then the question, then what else it may be."""
    text = input.text.strip()[:MAX_TEXT]
    signal = crisis.detect(text, turn.session.language)
    if signal and (signal.sure or not is_understood(turn, text)):
        note(turn, text)
        turn.open_crisis(signal)
    elif is_safe_word(text):
        turn.open_aside("help.people")
    elif not turn.question.lookup and personal.personal(text):
        notice(turn, text)
    else:
        listen(turn, text)


def is_understood(turn: Turn, text: str) -> bool:
    """Tell whether the question itself knows what this text answers: "I know nobody", asked who is around.

    Such an answer is not doubted; only words that are surely of danger go before it.
    """
    question = turn.question
    value = question.read(turn.session, text) if question.read else None
    if isinstance(value, list) and all(isinstance(each, Told) for each in value):
        return only_names(value)
    return isinstance(value, str) and value != text and turn.option(value) is not None


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
    if themes.wants_to_tell(text, turn.session.language) and not is_aside(turn.session.state):
        turn.open_aside(TELL)
        return
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
        turn.say(mirrored(text, turn.session.language) or _("I've read what you wrote. That is a lot."))
    answer(turn, question, value, ANSWER)


def hear(turn: Turn, text: str) -> None:
    """React to a text where a tap was asked: as an answer, else to the person, then back to the question."""
    session = turn.session
    if option := said_in_words(turn, text):
        choose(turn, option)
        return
    note(turn, text)
    if session.state in NUMBERS_SHOWN:
        read = _("I read it. I can't help the way a person can. The numbers are above.")
        turn.show(paragraphs(read, _("What fits?")))
    elif session.state.startswith("crisis."):
        turn.show(paragraphs(_("I read that."), turn.question.words_for(session)))
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
        ways_out.welcome_back(turn)


def react(turn: Turn, text: str) -> None:
    """Answer to the feeling in a text first; one that only says something goes with the question."""
    session = turn.session
    heard = hearing.hear(text, session.language)
    if heard.died and not heard.long:
        turn.open_aside("listening.died")
    elif heard.person:
        turn.open_aside("help.people")
    elif themes.wants_to_tell(text, session.language):
        turn.open_aside(TELL)
    elif heard.long or heard.heavy or len(text.split()) >= STORY_WORDS:
        begin_listening(session)
        turn.open_aside("listening.heard")
    elif heard.minimising and (gentle := next_gentle(session)):
        session.answers.setdefault(gentle, "")
        turn.open_aside(gentle)
    else:
        back = reassured(text, session.language) or (None if heard.asks_us else mirrored(text, session.language))
        turn.say(back or ways_out.reaction(session, heard))
        turn.show(again=True)


def next_gentle(session: Session) -> str:
    """Give what is asked gently of somebody who makes light of it: each once, and then no more."""
    return next((each for each in GENTLE if each not in session.answers), "")


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
