"""Preparing the talk at the kitchen table (keukentafelgesprek): what about the carer, in the four roles of SOFA.

Partner in care, one who needs help, family, and expert on the person: which of them is talked about, and which
is not (SOFA, Movisie; named in source 004, lines 917-925). That the carer's own need was passed over is a known
complaint (source 004, lines 897-909).
"""

from __future__ import annotations

from dialogues.chapters.messages.ready import READY_STEPS, Kind, ready, typed
from dialogues.drafting.typed import whole_sentence
from dialogues.people import cared_for, cared_for_in_draft
from dialogues.script import Question, chapter
from dialogues.session import Session
from dialogues.words import Words, _, lines, paragraphs

HEADINGS: dict[str, Words] = {
    "does": _("What I do in a week, and with whom I share it"),
    "self": _("How I am myself, and what would make it lighter"),
    "together": _("What we like to do together, and what I miss"),
    "knows": _("What I know that others should know"),
    "need": _("What I ask for myself"),
}


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write the page to take along."""
    answers = {field: TABLE_KIND.answer(session, field) for field in HEADINGS}
    return paragraphs(
        _("For the talk at home. I care for {name}.", name=cared_for_in_draft(session)),
        *(
            lines(heading, whole_sentence(answers[field], marked=marked))
            for field, heading in HEADINGS.items()
            if answers[field]
        ),
    )


TABLE_KIND = Kind("table", _("The talk at the table"), compose)

TABLE = chapter(
    "table",
    TABLE_KIND.title,
    Question(
        "does",
        _(
            "The municipality comes to talk (keukentafelgesprek). It may be about you too. Five short questions, "
            "then a page to take along. First: what do you all do in a week, and with whom?"
        ),
        typed=True,
        read=typed,
    ),
    Question("self", _("How are you yourself? And what would make it lighter?"), typed=True, read=typed),
    Question(
        "together",
        lambda session: _(
            "What do you and {name} still like to do together? And what do you miss?", name=cared_for(session)
        ),
        typed=True,
        read=typed,
    ),
    Question(
        "knows",
        lambda session: _("What do you know about {name} that others should know?", name=cared_for(session)),
        typed=True,
        read=typed,
    ),
    Question("need", _("And what do you want to ask for yourself?"), typed=True, read=typed),
    *ready(
        TABLE_KIND,
        "does",
        _("This is your page. You may say: “Today I also want to talk about me.” You may bring somebody along."),
    ),
    side_steps=READY_STEPS,
)
