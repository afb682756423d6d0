"""How a conversation is written down: chapters of questions, with their choices and what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dialogues.effects import Effect
from dialogues.session import Session
from dialogues.words import Words

RESUME = "resume"
"""Where an aside leads: back to the question that it interrupted."""

Condition = Callable[[Session], bool]
Wording = Words | Callable[[Session], Words]


@dataclass(frozen=True, slots=True)
class When:
    """A fork in the road: if the condition holds, the talk goes on there."""

    condition: Condition
    then: str


Route = str | tuple[When | str, ...]
"""Where the talk goes on: a question's name, or forks in order with the ordinary way last."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice under a question. ``then`` is only given where it leads somewhere of its own."""

    code: str
    label: Words
    then: str = ""
    only: Condition | None = None


Options = tuple[Option, ...] | Callable[[Session], tuple[Option, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked, and what may be answered.

    ``keep`` puts the answer away (by default under the question's own name), ``read`` makes an
    answer of a typed text or gives None when it can't, ``reply`` is said before the next
    question, ``does`` gives further effects of the answer, ``opening`` comes before the question.
    ``unclear`` is said when ``read`` gave None; a question with choices may have a ``read`` too.
    ``searches`` gives what the host must look up before the question can be put, if anything.
    With ``lookup`` the typed text is looked up as a place first, and what is found is the answer.
    A question with ``many`` takes several choices, at most ``most``, and is closed with Done.
    ``source`` tells where the question comes from (dialogues/sources.py reads it).
    """

    name: str
    words: Wording
    options: Options = ()
    then: Route = ""
    skip_to: Route = ""
    typed: bool = False
    unclear: Words | None = None
    lookup: bool = False
    many: bool = False
    most: int = 12
    columns: int = 1
    skippable: bool = True
    keep: Callable[[Session, Any], None] | None = None
    read: Callable[[Session, str], Any] | None = None
    reply: Callable[[Session, Any], Words | None] | None = None
    does: Callable[[Session, Any], Sequence[Effect]] | None = None
    opening: Callable[[Session], Sequence[Effect]] | None = None
    source: str = ""
    searches: Callable[[Session], Effect | None] | None = None

    def options_for(self, session: Session) -> tuple[Option, ...]:
        """Give the choices that this person sees."""
        options = self.options(session) if callable(self.options) else self.options
        return tuple(each for each in options if each.only is None or each.only(session))

    def words_for(self, session: Session) -> Words:
        """Give the question as it is put to this person."""
        return self.words(session) if callable(self.words) else self.words


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the talk. An aside is not part of the road: it comes between and leads back."""

    name: str
    title: Words
    questions: tuple[Question, ...]
    aside: bool = False
    steps: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The question with which the chapter opens."""
        return self.questions[0].name


def chapter(
    name: str, title: Words, *questions: Question, aside: bool = False, side_steps: Sequence[str] = ()
) -> Chapter:
    """Write a chapter: names are short within it, and each question leads to the one below it.

    ``side_steps`` are questions that not everybody meets; progress does not count them.
    """
    following = [*(each.name for each in questions[1:]), RESUME]
    written = tuple(_qualified(name, question, after) for question, after in zip(questions, following, strict=True))
    hidden = {f"{name}.{each}" for each in side_steps}
    steps = () if aside else tuple(each.name for each in written if each.name not in hidden)
    return Chapter(name, title, written, aside, steps)


def nothing(_session: Session, _answer: Any) -> None:
    """Keep nothing: the choice only leads somewhere."""


def _qualified(chapter_name: str, question: Question, after: str) -> Question:
    then = _route(chapter_name, question.then or after)
    options = question.options
    if not callable(options):
        options = tuple(replace(each, then=_full(chapter_name, each.then)) if each.then else each for each in options)
    return replace(
        question,
        name=_full(chapter_name, question.name),
        options=options,
        then=then,
        skip_to=_route(chapter_name, question.skip_to) if question.skip_to else then,
    )


def _full(chapter_name: str, name: str) -> str:
    return name if "." in name or name == RESUME else f"{chapter_name}.{name}"


def _route(chapter_name: str, route: Route) -> Route:
    if isinstance(route, str):
        return _full(chapter_name, route)
    return tuple(
        When(fork.condition, _full(chapter_name, fork.then)) if isinstance(fork, When) else _full(chapter_name, fork)
        for fork in route
    )
