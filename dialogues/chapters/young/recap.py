"""What a young person told, said back in whole sentences; no score, and what is good as well."""

from __future__ import annotations

from dialogues.session import Session
from dialogues.words import Joined, Typed, Words, _, lines, paragraphs

CHORES: dict[str, tuple[Words, Words]] = {
    "house": (_("Cooking, tidying up"), _("You cook or tidy up.")),
    "shopping": (_("Shopping"), _("You do the shopping.")),
    "little_ones": (_("Minding little ones"), _("You mind the little ones.")),
    "comfort": (_("Comforting, cheering up"), _("You comfort, or cheer somebody up.")),
    "watch": (_("Watching if all is well"), _("You watch whether all is well.")),
    "body": (_("Washing or medicine"), _("You help with washing or medicine.")),
    "translate": (_("Interpreting and letters"), _("You interpret, or read the letters.")),
    "money": (_("Money and forms"), _("You see to money and forms.")),
}
"""What is done at home: its button, and how we say it back."""

GOOD: dict[str, tuple[Words, Words]] = {
    "laugh": (_("Laughing together"), _("You laugh together.")),
    "together": (_("We belong together"), _("You belong together.")),
    "able": (_("I can do a lot"), _("You can do a lot already.")),
    "mean": (_("I matter to somebody"), _("You matter to somebody.")),
    "ordinary": (_("Ordinary days"), _("There are ordinary days too.")),
    "nothing": (_("Nothing right now"), _("Nothing good comes to mind right now. That is allowed.")),
}
"""What is good as well: its button, and how we say it back."""

HEAVY: dict[str, dict[str, Words]] = {
    "everyday.sleep": {
        "sometimes": _("You sleep badly sometimes."),
        "often": _("You often sleep badly."),
    },
    "everyday.night": {
        "sometimes": _("In the evening or at night there is sometimes no grown-up."),
        "nobody": _("At night there is no grown-up."),
    },
    "everyday.up_to_you": {
        "sometimes": _("At night it sometimes comes down to you."),
        "often": _("At night it often comes down to you."),
    },
    "everyday.school": {
        "sometimes": _("Learning or working is harder now and then, because of home."),
        "often": _("Learning or working is often harder, because of home."),
    },
    "everyday.friends": {
        "sometimes": _("You sometimes miss time for friends and for yourself."),
        "often": _("You often miss time for friends and for yourself."),
    },
    "interpreting.feels": {
        "hard": _("Interpreting is too difficult sometimes."),
        "heavy": _("Interpreting is too heavy sometimes."),
    },
    "everyday.alone": {"nobody": _("You talk about it with nobody.")},
}
"""How an answer is said back; what is light is not dragged in."""

SCHOOL: dict[str, Words] = {
    "sometimes": _("School is harder now and then, because of home."),
    "often": _("School is often harder, because of home."),
}
"""The same for a child, who has school and no study or work."""

MOST_CHORES = 3


def heavy(session: Session) -> list[Words]:
    """Say back what weighs."""
    weighed = {**HEAVY, "everyday.school": SCHOOL} if session.child else HEAVY
    said = (sentences.get(str(session.answers.get(name))) for name, sentences in weighed.items())
    return [each for each in said if each]


def _chores(session: Session) -> list[Words]:
    ticked = session.answers.get("everyday.chores", [])
    return [said for code, (_label, said) in CHORES.items() if code in ticked][:MOST_CHORES]


def _good(session: Session) -> list[Words]:
    found = session.answers.get("everyday.good", [])
    if isinstance(found, str):
        return [Typed(f"“{found[:200]}”")]
    return [said for code, (_label, said) in GOOD.items() if code in found]


def _bulleted(sentences: list[Words]) -> list[Words]:
    return [Joined((Typed("•"), each), " ") for each in sentences]


def everyday_in_words(session: Session) -> Words | None:
    """Say back what was told about every day: what weighs, what is done, what is good."""
    sentences = [*heavy(session), *_chores(session), *_good(session)]
    return lines(*_bulleted(sentences)) if sentences else None


def what_i_hear(session: Session) -> Words:
    """Put what was told before the young person, to be corrected."""
    told = everyday_in_words(session)
    if told is None:
        return _("You skipped most of it, and that is fine. Shall we look who could know about it?")
    return paragraphs(_("This is what I hear."), told, _("Is that how it is?"))
