"""Answering: a choice, several ticks or a text becomes the answer, and the talk goes on."""

from __future__ import annotations

from typing import Any

from dialogues import memory
from dialogues.book import ROAD
from dialogues.effects import Answered, Forget, Toast
from dialogues.machine import ANSWER, SKIP
from dialogues.script import Option, Question
from dialogues.turn import DONE, Turn
from dialogues.words import _


def choose(turn: Turn, option: Option) -> None:
    """Take one choice as the answer."""
    question = turn.question
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
