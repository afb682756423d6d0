"""Saying back what somebody told: the themes that were heard, in our words; never advice.

First listening, with room for what is felt, and only then the next question (sources 001, 2012, lines
4151-4155, 5230-5236; 000, 2012, lines 635-639).
"""

from __future__ import annotations

from dialogues.listening.themes import fears_taking_away, heard_themes
from dialogues.session import Session
from dialogues.words import Listing, Words, _

THEMES: dict[str, Words] = {
    "nights": _("the nights"),
    "fall": _("the fall"),
    "hospital": _("the hospital"),
    "news": _("the news from the doctor"),
    "sister": _("your sister, of whom you hear nothing"),
    "brother": _("your brother, of whom you hear nothing"),
    "silent": _("that people stay away"),
    "alone": _("that it all comes down to you"),
    "money": _("the money"),
    "work": _("your work"),
    "children": _("the children"),
    "guilt": _("feeling guilty"),
    "anger": _("the anger"),
    "tired": _("the tiredness"),
    "spent": _("that you can hardly go on"),
    "pain": _("your own body"),
    "grief": _("the sadness"),
    "tears": _("the tears"),
    "worry": _("the worries"),
    "quarrel": _("the quarrels"),
    "forgetting": _("the forgetting"),
    "unheard": _("that nobody really listened there"),
    "arranging": _("all that has to be arranged"),
    "interpreting": _("interpreting"),
    "own_life": _("no time left for yourself"),
}
"""What each theme is called when it is said back."""

MAX_THEMES = 4
"""More than four in one breath sounds like a list."""

SINCE = "listening.since"
"""From which note on somebody has been telling."""


def mirrored(text: str, language: str) -> Words | None:
    """Say back what a text tells of; None when no theme was heard in it."""
    found = heard_themes(text, language)[:MAX_THEMES]
    if not found:
        return None
    themes = Listing(tuple(THEMES[each] for each in found))
    if len(found) == 1:
        return _("{theme}: that is no small thing.", theme=themes)
    return _("That is a lot: {themes}.", themes=themes)


def reassured(text: str, language: str) -> Words | None:
    """Say what happens with what is told, to who fears the consequences (source 001, lines 2361-2379, 3720-3723)."""
    if not fears_taking_away(text, language):
        return None
    return _("I report nothing to anybody: what you write stays locked here. With /delete you erase it at once.")


def begin_listening(session: Session) -> None:
    """The text that was just kept is where the telling begins."""
    session.answers[SINCE] = max(len(session.notes) - 1, 0)


def go_on_listening(session: Session) -> None:
    """What is told from now on belongs together, unless the telling had begun before."""
    session.answers.setdefault(SINCE, len(session.notes))


def told(session: Session) -> str:
    """Give all that was told since the telling began."""
    since = session.answers.get(SINCE, len(session.notes) - 1)
    return "\n".join(session.notes[max(int(since), 0) :])
