"""What somebody may share: the drafts that stand now, each with the language of its reader."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.chapters.ask.plan import offers
from dialogues.chapters.messages import KINDS
from dialogues.chapters.messages.ready import Kind
from dialogues.draft import draft
from dialogues.effects import OfferDraft
from dialogues.session import Session
from dialogues.words import Words

STANDING = frozenset({"draft", "ready", "asked"})
"""Asks whose message may still be sent."""


def written(session: Session) -> Iterator[Words]:
    """Give every message that was written, whatever became of it."""
    yield from (draft(session, ask) for ask in session.asks if ask.helper)
    yield from (kind.written(session) for kind in KINDS if begun(session, kind))


def begun(session: Session, kind: Kind) -> bool:
    """Tell whether a message of this kind was begun."""
    return any(name.startswith(f"{kind.name}.") for name in session.answers)


def shareable(session: Session) -> Iterator[OfferDraft]:
    """Give every draft that may be shared now: none while a violence signal stands."""
    if session.violence:
        return
    for ask in session.asks:
        if ask.helper and ask.status in STANDING:
            yield from (each for each in offers(session, ask) if isinstance(each, OfferDraft))
    for kind in KINDS:
        if begun(session, kind):
            yield OfferDraft(kind.written(session))
            if language := kind.language(session):
                yield OfferDraft(kind.written(session, marked=True), language)
