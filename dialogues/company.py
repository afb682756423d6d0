"""Company: a child is told on every third screen, at the latest, which people are there to talk to."""

from __future__ import annotations

from dialogues.people import about
from dialogues.session import Session
from dialogues.words import Fact, Text, Words, _, paragraphs

EVERY = 3
"""On each so many screens the people are named."""

AFTER_THE_AGE = 2
"""Counted so that the people who are named when the age is told are not named twice."""

NAMED_ALREADY = frozenset(
    {"crisis.now", "crisis.at_hand", "crisis.cannot", "crisis.for_another"}
    | {"help.people", "knowing.page", "support.near", "hidden.screen"}
)
"""Screens that name people themselves, and the one that must tell nothing to who looks over a shoulder."""

SAID: tuple[Text, ...] = (
    _("You can talk to a person too: {line}. Or to a grown-up you trust."),
    _("Rather talk to somebody now? {line}. Or a grown-up you trust."),
    _("There are people for you: {line}. A grown-up you trust is good too."),
)
"""The same thing in turn, so that it keeps being read."""


def in_company(session: Session, words: Words) -> Words:
    """Put the people to talk to below a question, when it is time for it."""
    if not session.child or not _time_for_it(session.turn) or session.state in NAMED_ALREADY:
        return words
    said = SAID[session.turn // EVERY % len(SAID)]
    return paragraphs(words, Text(said.msgid, {"line": Fact("talk_line", about(session))}))


def _time_for_it(turn: int) -> bool:
    return turn > AFTER_THE_AGE and turn % EVERY == AFTER_THE_AGE
