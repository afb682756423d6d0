"""The state machine: the one place that knows the ``transitions`` library.

It is built once from the written chapters and shared by all sessions. A session is never
registered with it: the machine only reads and sets ``session.state``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from transitions import EventData, Machine

from dialogues.script import RESUME, Chapter, Condition, Question, Route
from dialogues.session import Session

logging.getLogger("transitions").setLevel(logging.WARNING)

ANSWER, SKIP = "answer", "skip"


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one question to another: what makes it happen, and under which condition."""

    trigger: str
    source: str
    dest: str
    condition: Condition | None = None


def edges(question: Question) -> Iterator[Edge]:
    """Give every way out of a question, in the order in which they are tried."""
    if not callable(question.options):
        for option in question.options:
            if option.then:
                yield Edge(option.code, question.name, option.then)
    yield from _forks(ANSWER, question.name, question.then)
    if question.skippable:
        yield from _forks(SKIP, question.name, question.skip_to)


def _forks(trigger: str, source: str, route: Route) -> Iterator[Edge]:
    for fork in (route,) if isinstance(route, str) else route:
        if isinstance(fork, str):
            yield Edge(trigger, source, fork)
        else:
            yield Edge(trigger, source, fork.then, fork.condition)


class Road:
    """All the ways through the talk."""

    def __init__(self, chapters: tuple[Chapter, ...]) -> None:
        self.edges = [edge for each in chapters for question in each.questions for edge in edges(question)]
        self.states = [question.name for each in chapters for question in each.questions]
        self._machine = Machine(
            model=None,
            states=[*self.states, RESUME],
            transitions=[_transition(edge) for edge in self.edges],
            initial=self.states[0],
            auto_transitions=False,
            send_event=True,
        )

    def go(self, session: Session, trigger: str) -> None:
        """Move the session along; raises if the question has no such way out."""
        if not self._machine.events[trigger].trigger(session):
            raise ValueError(f"no way out of {session.state} by {trigger}")


def _transition(edge: Edge) -> Mapping[str, Any]:
    plain = {"trigger": edge.trigger, "source": edge.source, "dest": edge.dest}
    if edge.condition is None:
        return plain
    return {**plain, "conditions": _asking_the_model(edge.condition)}


def _asking_the_model(condition: Condition) -> Any:
    def holds(event: EventData) -> bool:
        return condition(cast(Session, event.model))

    holds.__name__ = getattr(condition, "__name__", "holds")
    return holds
