"""An update to everybody at once: how it is, what does good, and that no answer is needed.

Informing everybody at once is the first step from concern to support (source 004, lines 1425-1441); what people
don't know they can't help with (source 001, lines 3268-3283).
"""

from __future__ import annotations

from dialogues.chapters.messages.ready import READY_STEPS, Kind, ready, typed
from dialogues.drafting.tones import letter
from dialogues.drafting.typed import whole_sentence
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Words, _

GOOD: dict[str, tuple[Words, Words]] = {
    "card": (_("A card or a message"), _("A card or a message does us good.")),
    "visit": (_("Visitors, after a call"), _("Visitors are welcome, after a short call.")),
    "food": (_("Something to eat"), _("Something to eat on the doorstep makes the day lighter.")),
    "along": (_("Thinking along"), _("Whoever wants to think along is welcome.")),
    "quiet": (_("Quiet"), _("At this moment quiet does us most good.")),
}


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write the update."""
    tone = UPDATE_KIND.answer(session, "tone") or UPDATE_KIND.tone
    how, good = UPDATE_KIND.answer(session, "how"), UPDATE_KIND.answer(session, "good") or []
    return letter(
        _("Dear all,") if tone == "formal" else _("Hello everybody,"),
        tone,
        _("A short update from us."),
        whole_sentence(how, marked=marked) if how else None,
        *(GOOD[code][1] for code in good if code in GOOD),
        _("An answer is not needed.") if UPDATE_KIND.answer(session, "answer") != "no" else None,
    )


UPDATE_KIND = Kind("update", _("An update to everybody"), compose)

UPDATE = chapter(
    "update",
    UPDATE_KIND.title,
    Question(
        "how",
        _("How is it now? Two or three sentences that everybody may read. Type them as you would say them."),
        typed=True,
        read=typed,
    ),
    Question(
        "good",
        _("What does you good at this moment? Tap one or more, then Done."),
        options=tuple(Option(code, label) for code, (label, _sentence) in GOOD.items()),
        many=True,
        columns=2,
    ),
    Question(
        "answer",
        _("Shall it say that nobody needs to answer?"),
        options=(Option("yes", _("Yes")), Option("no", _("No"))),
        columns=2,
    ),
    *ready(UPDATE_KIND, "how"),
    side_steps=READY_STEPS,
)
