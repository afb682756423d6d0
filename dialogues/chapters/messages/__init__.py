"""Messages of other kinds than an ask, each with its own short talk; the person sends them, never we."""

from __future__ import annotations

from dialogues.chapters.messages.boundary import BOUNDARY, BOUNDARY_KIND
from dialogues.chapters.messages.gathering import GATHERING, GATHERING_KIND
from dialogues.chapters.messages.note import NOTE, NOTE_KIND
from dialogues.chapters.messages.ready import Kind
from dialogues.chapters.messages.revive import REVIVE, REVIVE_KIND
from dialogues.chapters.messages.table import TABLE, TABLE_KIND
from dialogues.chapters.messages.thanks import THANKS, THANKS_KIND
from dialogues.chapters.messages.update import UPDATE, UPDATE_KIND
from dialogues.script import Chapter, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import _

KINDS: tuple[Kind, ...] = (
    UPDATE_KIND,
    REVIVE_KIND,
    BOUNDARY_KIND,
    THANKS_KIND,
    GATHERING_KIND,
    NOTE_KIND,
    TABLE_KIND,
)


def grown_up(session: Session) -> bool:
    """Not a child: families, employers and municipalities are not a child's to arrange."""
    return not session.child


CHOOSING = chapter(
    "messages",
    _("A message"),
    Question(
        "kind",
        _("What kind of message shall we make? I put the words ready; only you send it."),
        options=(
            Option("ask", _("Ask for something"), then="ask.wish"),
            Option("update", _("An update to everybody"), then="update.how"),
            Option("revive", _("Somebody from before"), then="revive.who"),
            Option("boundary", _("What I can and can't"), then="boundary.who"),
            Option("thanks", _("A thank-you"), then="thanks.who"),
            Option("gathering", _("A talk with the family"), then="gathering.who", only=grown_up),
            Option("note", _("To a professional"), then="note.who", only=grown_up),
            Option("table", _("The talk at the table"), then="table.does", only=grown_up),
            Option("leave", _("None for now"), then="rest.open"),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then="rest.open",
    ),
)

MESSAGES: tuple[Chapter, ...] = (CHOOSING, UPDATE, REVIVE, BOUNDARY, THANKS, GATHERING, NOTE, TABLE)
