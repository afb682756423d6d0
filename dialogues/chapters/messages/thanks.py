"""Thanks: short, for one thing. Seeing that it does good is what helpers get back (source 003, lines 2311-2319)."""

from __future__ import annotations

from dialogues.chapters.messages.ready import READY_STEPS, Kind, keep_person, name_typed, people, ready, typed
from dialogues.drafting.tones import greeting, letter
from dialogues.drafting.typed import in_mid_sentence, own, whole_sentence
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Words, _

GAVE: dict[str, tuple[Words, Words]] = {
    "good": (_("It did me good"), _("It did me good.")),
    "rest": (_("I could rest"), _("I really could rest for a bit.")),
    "both": (_("It did us both good"), _("It did us both good.")),
    "seen": (_("I felt less alone"), _("I felt less alone in it.")),
}


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write a thank-you."""
    answer = THANKS_KIND.answer
    tone = answer(session, "tone") or THANKS_KIND.tone
    what, gave = str(answer(session, "what") or "").rstrip(".… "), answer(session, "gave")
    return letter(
        greeting(answer(session, "who") or "", tone),
        tone,
        _("Thanks for {words}.", words=own(in_mid_sentence(what), marked=marked)) if what else _("Many thanks."),
        (GAVE[gave][1] if gave in GAVE else whole_sentence(gave, marked=marked)) if gave else None,
    )


THANKS_KIND = Kind("thanks", _("A thank-you"), compose, "warm")

THANKS = chapter(
    "thanks",
    THANKS_KIND.title,
    Question(
        "who",
        _("Whom would you like to thank? Tap, or type a name."),
        options=people,
        typed=True,
        columns=2,
        read=name_typed,
        keep=keep_person("thanks.who"),
    ),
    Question("what", _("What for? Finish the sentence: “Thanks for …”"), typed=True, read=typed),
    Question(
        "gave",
        _("What did it give you? Tap, or type a sentence."),
        options=tuple(Option(code, label) for code, (label, _sentence) in GAVE.items()),
        columns=2,
        typed=True,
        read=typed,
    ),
    *ready(THANKS_KIND, "who"),
    side_steps=READY_STEPS,
)
