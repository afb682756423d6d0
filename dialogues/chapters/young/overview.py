"""Overview: what a young person told, laid out as something to change."""

from __future__ import annotations

from dialogues.chapters.young.message import draft
from dialogues.chapters.young.recap import everyday_in_words
from dialogues.chapters.young.situations import going_on, whom
from dialogues.chapters.young.trusted import adult_in_words, chosen
from dialogues.session import Session
from dialogues.words import Joined, Words, _, paragraphs


def about_home(session: Session) -> Words | None:
    """Say who it is about, and what is going on."""
    if "home.who" not in session.answers and not going_on(session):
        return None
    what = Joined(tuple(each.label for each in going_on(session)), " · ")
    return Joined((_("It is about {who}.", who=whom(session)), what), " ")


def told_so_far(session: Session) -> Words:
    """Lay out what was told; the words for an adult only when it is safe that they stand there."""
    drafted = "message.draft" in session.answers and not session.violence
    return paragraphs(
        _("This is what you told me. Tap what you want to change."),
        about_home(session),
        everyday_in_words(session),
        _("Whom you trust: {adult}", adult=adult_in_words(session)) if chosen(session) else None,
        draft(session) if drafted else None,
    )
