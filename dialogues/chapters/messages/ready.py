"""What every kind of message ends with: seeing it, changing every word of it, and sharing it yourself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dialogues.chapters.ask.finishing import language_heard
from dialogues.drafting.tones import TONES
from dialogues.effects import Effect, OfferDraft, SendPage
from dialogues.languages import LANGUAGES
from dialogues.people import around
from dialogues.script import RESUME, Option, Question
from dialogues.session import Session
from dialogues.words import Typed, Words, _

MAX_WORDS = 300
"""Characters of one answer: two or three sentences."""

MAX_OWN_TEXT = 1500
"""Characters of a message that somebody wrote whole; fits in a share link."""

SHOWN_PEOPLE = 6

Compose = Callable[[Session, bool], Words]
"""Writes a message from the answers; the flag marks own words, for another language."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message: its chapter's name, what it is called, how it is written, its usual tone."""

    name: str
    title: Words
    compose: Compose
    tone: str = "short"

    def answer(self, session: Session, field: str) -> Any:
        """Give what was answered to one of its questions."""
        return session.answers.get(f"{self.name}.{field}")

    def written(self, session: Session, *, marked: bool = False) -> Words:
        """Write the message; a text that the person typed whole stays as it is."""
        text = self.answer(session, "text")
        return Typed(text) if text else self.compose(session, marked)

    def language(self, session: Session) -> str:
        """Give the other language in which it is wanted too, if there is one."""
        chosen = self.answer(session, "language") or ""
        return "" if chosen in {"mine", session.language} or self.answer(session, "text") else str(chosen)


def typed(_session: Session, text: str) -> str | None:
    """Read an answer in somebody's own words."""
    return " ".join(text.split())[:MAX_WORDS] or None


def name_typed(_session: Session, text: str) -> str | None:
    """Read whom a message is for."""
    return " ".join(text.split())[:40] or None


def people(session: Session) -> tuple[Option, ...]:
    """Offer the people around, to write to."""
    return tuple(Option(f"p{index}", Typed(each.name)) for index, each in enumerate(around(session)[:SHOWN_PEOPLE]))


def keep_person(name: str) -> Callable[[Session, Any], None]:
    """Keep the name of the person that was tapped or typed."""

    def keep(session: Session, answer: Any) -> None:
        tapped = {option.code: option.label for option in people(session)}
        found = tapped.get(answer)
        session.answers[name] = found.text if isinstance(found, Typed) else str(answer or "")

    return keep


def _offers(kind: Kind) -> Callable[[Session], list[Effect]]:
    def offers(session: Session) -> list[Effect]:
        mine: list[Effect] = [OfferDraft(kind.written(session))]
        language = kind.language(session)
        return [*mine, OfferDraft(kind.written(session, marked=True), language)] if language else mine

    return offers


def _pages(kind: Kind) -> Callable[[Session, Any], list[Effect]]:
    def pages(session: Session, answer: Any) -> list[Effect]:
        if answer != "print":
            return []
        language = kind.language(session)
        first: list[Effect] = [SendPage(kind.name, kind.title, ((None, kind.written(session)),))]
        second = SendPage(kind.name, kind.title, ((None, kind.written(session, marked=True)),), language)
        return [*first, second] if language else first

    return pages


def _keep_nothing_but_ours(kind: Kind) -> Callable[[Session, Any], None]:
    """Going back to our words, or through the questions again, puts the own text in the notebook."""

    def keep(session: Session, answer: Any) -> None:
        text = session.answers.pop(f"{kind.name}.text", None) if answer in {"ours", "again"} else None
        if text:
            session.notes.append(text)

    return keep


def _languages(session: Session) -> tuple[Option, ...]:
    others = tuple(Option(code, Typed(name)) for code, name in LANGUAGES.items() if code != session.language)
    return (*others, Option("mine", _("Only my language")))


def ready(kind: Kind, first: str, words: Words | None = None) -> tuple[Question, ...]:
    """Give the questions with which a message is finished; ``first`` is where its questions begin."""

    def by_hand(session: Session) -> bool:
        return bool(kind.answer(session, "text"))

    def by_us(session: Session) -> bool:
        return not by_hand(session)

    by_hand.__name__, by_us.__name__ = "written_by_hand", "drafted_by_us"
    return (
        Question(
            "ready",
            words or _("This could be your message. You decide about every word, and only you send it."),
            options=(
                Option("good", _("This is good")),
                Option("change", _("Change something"), then="change"),
                Option("print", _("On paper"), then="ready"),
                Option("leave", _("Leave it for now")),
            ),
            columns=2,
            opening=_offers(kind),
            does=_pages(kind),
            keep=lambda _session, _answer: None,
            then=RESUME,
        ),
        Question(
            "change",
            _("What shall we change?"),
            options=(
                Option("again", _("Through the questions"), then=first),
                Option("tone", _("The tone"), then="tone", only=by_us),
                Option("language", _("The language"), then="language", only=by_us),
                Option("text", _("The whole text"), then="text"),
                Option("ours", _("Use the draft again"), then="ready", only=by_hand),
            ),
            columns=2,
            keep=_keep_nothing_but_ours(kind),
            then="ready",
        ),
        Question(
            "tone",
            _("Which tone fits?"),
            options=tuple(Option(code, label) for code, label in TONES.items()),
            columns=3,
            then="ready",
        ),
        Question(
            "language",
            _("Which language does the other person read? Your own version stays beside it."),
            options=_languages,
            columns=2,
            reply=language_heard,
            then="ready",
        ),
        Question(
            "text",
            _("Type the whole message as you want it. I change nothing in it."),
            typed=True,
            read=lambda _session, text: text.strip()[:MAX_OWN_TEXT] or None,
            then="ready",
        ),
    )


READY_STEPS = ("change", "tone", "language", "text")
