"""The drafts that a person may share now, as texts in the language of their readers."""

from __future__ import annotations

from bot.words import Speaker
from dialogues.session import Session
from dialogues.sharing import shareable


def drafts_of(session: Session, speaker: Speaker) -> list[str]:
    """Say every draft that may be shared."""
    return [speaker.in_language(each.language).say(each.draft) for each in shareable(session)]
