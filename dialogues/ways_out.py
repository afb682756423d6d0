"""The ways out that stand under every question, and the commands: back, skip, menu, people, stop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogues import aloud, memory
from dialogues.book import ROAD, is_aside
from dialogues.effects import Answered, SendExport
from dialogues.listening.hearing import Heard
from dialogues.session import Session
from dialogues.turn import BACK, HELP, HIDDEN, MENU, SKIP, Turn
from dialogues.words import Words, _


def back(turn: Turn) -> None:
    """Take back the last answer; from an aside, go back to the question."""
    session = turn.session
    if is_aside(session.state):
        turn.come_home()
    elif session.undo:
        turn.session = memory.take_back(session)
        turn.settle()
    else:
        turn.say(_("This is the first question, so there is nothing to take back."))
    turn.show()


def skip(turn: Turn) -> None:
    """Leave the question; that is an answer too."""
    question = turn.question
    if is_aside(question.name) or not question.skippable:
        turn.come_home()
        turn.show()
        return
    turn.add(Answered(_("Skip")))
    turn.remember()
    memory.keep(turn.session, question, None)
    ROAD.go(turn.session, SKIP)
    turn.arrive(question.name)


def stop(turn: Turn) -> None:
    """Stop here, with everything kept; agreed moments are let go too when the person says so."""
    turn.open_aside("stopped.here")


def send_export(turn: Turn) -> None:
    """Send everything that is kept, and go on."""
    turn.add(SendExport())
    turn.show()


def welcome_back(turn: Turn) -> None:
    """Greet somebody who comes back, and put the question where they were."""
    turn.say(_("Good to see you again. We go on where we were."))
    turn.come_home()
    turn.show()


def start(turn: Turn) -> None:
    """Show where we are."""
    turn.come_home()
    turn.show()


def listen(turn: Turn) -> None:
    """Read the question that stands open; its buttons stay, so it is not put again."""
    if not turn.session.turn or turn.session.state == HIDDEN:
        turn.show()
    else:
        turn.add(aloud.read_question(turn.screen()))


def _open(state: str) -> Callable[[Turn], None]:
    def open_it(turn: Turn) -> None:
        turn.open_aside(state)

    return open_it


HANDLERS: Mapping[str, Callable[[Turn], None]] = {
    BACK: back,
    SKIP: skip,
    MENU: _open("menu.open"),
    HELP: _open("help.people"),
}

_ENGLISH: Mapping[str, Callable[[Turn], None]] = {
    "start": start,
    "menu": _open("menu.open"),
    "help": _open("help.people"),
    "language": _open("language.choose"),
    "stop": stop,
    "privacy": _open("privacy.policy"),
    "export": send_export,
    "delete": _open("delete.confirm"),
    "listen": listen,
    "back": back,
    "skip": skip,
}
_DUTCH = {
    "hulp": "help",
    "noodhulp": "help",
    "taal": "language",
    "wis": "delete",
    "verwijder": "delete",
    "terug": "back",
    "stoppen": "stop",
    "luister": "listen",
    "voorlezen": "listen",
}

COMMANDS = {**_ENGLISH, **{word: _ENGLISH[name] for word, name in _DUTCH.items()}}


FIND_OR_CALL = _(
    "I can't find or call anybody for you: I have no list of people, and I write only to you. "
    "I can help you find words to ask someone you know, or show who looks along with you nearby."
)

ANSWERS: Mapping[str, Words] = {
    "find_someone": FIND_OR_CALL,
    "contact": FIND_OR_CALL,
    "thanks": _("You're welcome."),
    "who": _("I am a chat program, not a person. My sentences were written beforehand."),
    "reads": _("It costs nothing. With /privacy you see what I keep, and who can see it."),
    "how": _("I ask short questions. You tap an answer, type one, or skip. With /menu you choose a part."),
    "medical": _(
        "About illness and medicine I know nothing. Your huisarts (general practitioner) does. "
        "I've read what you wrote."
    ),
}
"""What is answered to a text of which this much is understood, the most particular first."""

READ = (_("I read that."), _("That belongs here too."), _("Good that I know."))
"""What is said, in turn, to a text of which no more is understood than that it was said."""


def reaction(session: Session, heard: Heard) -> Words:
    """Answer a short text that no question asked for: to the person, never as an error."""
    if known := next((answer for name, answer in ANSWERS.items() if getattr(heard, name)), None):
        return known
    if session.consent and "kept_told" not in session.answers:
        session.answers["kept_told"] = True
        return _("I've kept what you wrote. Below is where we were.")
    return READ[session.turn % len(READ)]
