"""Reviving a contact that has faded: friendship first, and nothing is asked.

The R of RADIO (source 001, lines 4185-4186); that contacts fade has its reasons (source 001, lines 5341-5350).
"""

from __future__ import annotations

from dialogues.chapters.messages.ready import READY_STEPS, Kind, keep_person, name_typed, people, ready, typed
from dialogues.drafting.tones import greeting, letter
from dialogues.drafting.typed import in_mid_sentence, own
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Words, _

NICE: dict[str, tuple[Words, Words | None]] = {
    "hello": (_("Only say hello"), None),
    "coffee": (_("Coffee some time"), _("Coffee together some time would be nice.")),
    "call": (_("A call some time"), _("A call some time would be nice.")),
    "walk": (_("A walk some time"), _("A walk together some time would be nice.")),
}


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write a message without a question for help in it."""
    tone = REVIVE_KIND.answer(session, "tone") or REVIVE_KIND.tone
    memory, nice = REVIVE_KIND.answer(session, "memory"), REVIVE_KIND.answer(session, "nice")
    thought = own(in_mid_sentence(str(memory).rstrip(".… ")), marked=marked) if memory else None
    return letter(
        greeting(REVIVE_KIND.answer(session, "who") or "", tone),
        tone,
        _("It has been a while since we spoke. It was full at home, so it was quiet from my side."),
        _("I thought of {words}.", words=thought) if thought else None,
        _("How are things?"),
        NICE.get(nice, (None, None))[1],
    )


REVIVE_KIND = Kind("revive", _("Somebody from before"), compose)

REVIVE = chapter(
    "revive",
    REVIVE_KIND.title,
    Question(
        "who",
        _(
            "When life gets full, contacts fade. Most people know that from themselves. Whom have you not spoken "
            "for a while, and would you like to? Tap, or type a name."
        ),
        options=people,
        typed=True,
        columns=2,
        read=name_typed,
        keep=keep_person("revive.who"),
    ),
    Question(
        "memory",
        _("What did you do together? Finish the sentence: “I thought of …”"),
        typed=True,
        read=typed,
    ),
    Question(
        "nice",
        _("What would be nice? We don't ask for help in this one."),
        options=tuple(Option(code, label) for code, (label, _sentence) in NICE.items()),
        columns=2,
    ),
    *ready(REVIVE_KIND, "who"),
    side_steps=READY_STEPS,
)
