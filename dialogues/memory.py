"""What the talk remembers of its own course: answers that can be taken back, chapters that are done."""

from __future__ import annotations

from dialogues.script import Question
from dialogues.session import Json, Session

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
}
"""What taking back an answer does not touch: it is no answer, or must not be lost."""


def snapshot(session: Session) -> Json:
    """Give the session's content as it is now."""
    return session.to_json()


def make_undoable(session: Session, before: Json) -> None:
    """Remember how to undo what changed since ``before``."""
    now = session.to_json()
    changed = {key: value for key, value in before.items() if key not in STAYS and now[key] != value}
    changed.pop("answers", None)
    patch = {"fields": changed, "answers": _changed_answers(before["answers"], now["answers"])}
    session.undo = [*session.undo, patch][-MAX_UNDO:]


def _changed_answers(before: Json, now: Json) -> Json:
    keys = before.keys() | now.keys()
    return {key: before.get(key) for key in sorted(keys) if before.get(key) != now.get(key)}


def take_back(session: Session) -> Session:
    """Undo the last answer; the session comes back at the question that it answered."""
    patch = session.undo.pop()
    restored = Session.from_json({**session.to_json(), **patch["fields"]})
    for key, value in patch["answers"].items():
        if value is None:
            restored.answers.pop(key, None)
        else:
            restored.answers[key] = value
    return restored


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
