"""What the talk remembers of its own course: answers that can be taken back, chapters that are done."""

from __future__ import annotations

from typing import Any

from dialogues.script import Question
from dialogues.session import NAMES, Json, Session

MAX_UNDO = 20
"""Answers that can be taken back: more than anybody asks for, and it keeps the session small."""

STAYS = {
    "schema",
    "undo",
    "turn",
    "notes",
    "violence",
    "careful",
    "tapped",
    "moved",
    "language",
    "chosen",
    "policy",
    "consented_on",
    "warn",
    "pending",
    "heard_at",
    "reminded_on",
    "counted",
    "aloud",
    "voiced",
}
"""What taking back an answer does not touch: it is no answer, or must not be lost."""

GOES_BACK = tuple(name for name in NAMES[Session] if name not in STAYS)


def keep(session: Session, question: Question, value: Any) -> None:
    """Put an answer where it belongs; None is a question that was skipped."""
    if question.keep:
        question.keep(session, value)
    elif value is None:
        session.answers.pop(question.name, None)
    else:
        session.answers[question.name] = value


def snapshot(session: Session) -> Json:
    """Give what taking back an answer restores, as it is now."""
    return session.parts(GOES_BACK)


def make_undoable(session: Session, before: Json) -> None:
    """Remember how to undo what changed since ``before``."""
    now = snapshot(session)
    changed = {key: value for key, value in before.items() if now[key] != value}
    changed.pop("answers", None)
    patch = {"fields": changed, "answers": _changed_answers(before["answers"], now["answers"])}
    session.undo = [*session.undo, patch][-MAX_UNDO:]


def _changed_answers(before: Json, now: Json) -> Json:
    keys = before.keys() | now.keys()
    return {key: before.get(key) for key in sorted(keys) if before.get(key) != now.get(key)}


def take_back(session: Session) -> Session:
    """Undo the last answer; the session comes back at the question that it answered."""
    patch = session.undo.pop()
    answers = {**session.answers, **patch["answers"]}
    kept = {key: value for key, value in answers.items() if value is not None or key not in patch["answers"]}
    return Session.from_json({**session.to_json(), **patch["fields"], "answers": kept})


def note_done(session: Session, left: str) -> None:
    """Note that a chapter is done when the talk goes on in another."""
    chapter, where = left.partition(".")[0], session.state.partition(".")[0]
    if chapter != where and chapter not in session.done:
        session.done.append(chapter)


def chosen_before(session: Session, question: Question) -> list[str]:
    """Give what was ticked at this question before, as far as it can still be ticked."""
    if not question.many:
        return []
    codes = {each.code for each in question.options_for(session)}
    stored = session.answers.get(question.name, [])
    return [code for code in stored if code in codes] if isinstance(stored, list) else []


MAX_NOTES_CHARACTERS = 40_000
"""Room for some ten full messages; a session stays small enough to be read in every turn."""


def write_down(session: Session, text: str) -> bool:
    """Keep a text in the notebook, word for word; tells False when the notebook is full."""
    if sum(map(len, session.notes)) + len(text) > MAX_NOTES_CHARACTERS:
        return False
    session.notes.append(text)
    return True
