"""Reading aloud: what is read to somebody who would rather hear it; never unasked, only where there is a voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogues.effects import Ask, DrawMap, DrawStrain, Effect, OfferDraft, ReadAloud, Say, Screen
from dialogues.session import Session
from dialogues.words import Words, paragraphs

EVERY, ONCE = "every", "once"
"""What a person may have asked for: to hear every message, or only the next."""

SILENT = ("hidden.",)
"""Screens that must tell nothing to who looks over a shoulder, or listens."""


def read_question(screen: Screen) -> ReadAloud:
    """Read the question that stands open, with its choices."""
    return ReadAloud(screen.words, tuple(each.label for each in screen.choices), asked=True)


def heard(session: Session, effects: Sequence[Effect]) -> tuple[ReadAloud, ...]:
    """Read what a turn shows to who asked for that: everything in it that is words, in one go."""
    wanted = session.aloud
    if wanted == ONCE:
        session.aloud = ""
    words = list(_words(effects))
    read_already = any(isinstance(each, ReadAloud) for each in effects)
    if not (wanted and session.voiced and words) or read_already or session.state.startswith(SILENT):
        return ()
    asked = [each.screen for each in effects if isinstance(each, Ask)]
    choices = tuple(choice.label for screen in asked[-1:] for choice in screen.choices)
    return (ReadAloud(paragraphs(*words), choices, asked=wanted == ONCE),)


def _words(effects: Iterable[Effect]) -> Iterable[Words]:
    """Give what is shown in words; a draft in the helper's language is left to be read."""
    for effect in effects:
        match effect:
            case Say() | DrawMap() | DrawStrain():
                yield effect.words
            case Ask():
                yield effect.screen.words
            case OfferDraft(language=""):
                yield effect.draft
