"""Knowing: a young person may know what is going on, and whom to ask for it.

Only lines of the table of helplines are shown; the right ones for a parent's mind or drink, or for a grandparent.
"""

from __future__ import annotations

from dialogues.chapters.young.situations import whom
from dialogues.people import about
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import Fact, Words, _, paragraphs


def kind_of_line(session: Session) -> str:
    """Choose the need that leads to the lines that know about it."""
    ticked = set(session.answers.get("home.what", []))
    return "mental_health" if ticked & {"mind", "addiction"} else "talk"


def page(session: Session) -> Words:
    """Say that one may ask, whom, and with which words."""
    return paragraphs(
        _(
            "You may know what is going on with {who}. You can ask it at home, or ask the doctor or nurse: "
            "“Will you explain to me what it is, and what comes next?”",
            who=whom(session),
        ),
        _("These people can talk with you about it too:"),
        Fact("helplines", {"kind": kind_of_line(session), "most": "2", **about(session)}),
    )


KNOWING = chapter(
    "knowing",
    _("What is going on"),
    Question(
        "page",
        page,
        options=(Option("back", _("Back to our talk"), then=RESUME),),
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)
