"""Saying no, or setting out what one can do: the contact stays, the promise gets an edge.

Volunteers say it well and network members poorly (source 003, lines 147-162, 5503-5504, 6049-6055); how often
comes before how long (lines 3547-3551).
"""

from __future__ import annotations

from dialogues.chapters.messages.ready import READY_STEPS, Kind, keep_person, name_typed, people, ready, typed
from dialogues.draft import OFTEN
from dialogues.drafting.tones import greeting, letter
from dialogues.drafting.typed import at_beginning, in_mid_sentence, own
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Words, _


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write what stops, what goes on, and how often."""
    answer = BOUNDARY_KIND.answer
    tone = answer(session, "tone") or BOUNDARY_KIND.tone
    stop, can, often = (str(answer(session, field) or "").rstrip(".… ") for field in ("stop", "can", "often"))
    return letter(
        greeting(answer(session, "who") or "", tone),
        tone,
        _("I want to say something honestly."),
        _("This no longer works for me: {words}.", words=own(in_mid_sentence(stop), marked=marked)) if stop else None,
        _("What I can do: {words}.", words=own(in_mid_sentence(can), marked=marked)) if can else None,
        _("{often}.", often=OFTEN.get(often, own(at_beginning(often), marked=marked))) if often else None,
        _("I say it now, so that it can stay good between us.") if answer(session, "why") == "yes" else None,
    )


BOUNDARY_KIND = Kind("boundary", _("What I can and can't"), compose)

BOUNDARY = chapter(
    "boundary",
    BOUNDARY_KIND.title,
    Question(
        "who",
        _("To whom would you like to say it? Tap, or type a name."),
        options=people,
        typed=True,
        columns=2,
        read=name_typed,
        keep=keep_person("boundary.who"),
    ),
    Question(
        "stop",
        _("What no longer works for you? Finish the sentence: “This no longer works for me: …”"),
        typed=True,
        read=typed,
    ),
    Question(
        "can",
        _("And what can you do, and want to do? Finish the sentence: “What I can do: …”"),
        typed=True,
        read=typed,
    ),
    Question(
        "often",
        _("How often is that?"),
        options=tuple(Option(code, label) for code, label in OFTEN.items()),
        columns=2,
        typed=True,
        read=typed,
    ),
    Question(
        "why",
        _("Shall it say that you tell it so that it can stay good between you?"),
        options=(Option("yes", _("Yes")), Option("no", _("No"))),
        columns=2,
    ),
    *ready(BOUNDARY_KIND, "who"),
    side_steps=READY_STEPS,
)
