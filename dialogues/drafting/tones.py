"""The three tones of a message: how it greets, and how it ends.

What stands between is the same in every tone and names nobody "you" in a way that politeness would
change; translators keep it so.
"""

from __future__ import annotations

from dialogues.people import POSSESSIVES
from dialogues.words import Joined, Typed, Words, _

TONES: dict[str, Words] = {"short": _("Short"), "warm": _("Warm"), "formal": _("Formal")}

NOT_A_NAME = frozenset(
    {*POSSESSIVES, "de", "het", "een", "onze", "haar", "zijn", "our", "the", "her", "his", "a", "an"}
)
"""Words with which people speak about somebody, and never to them."""


def is_name(helper: str) -> bool:
    """Tell whether one can greet somebody with it: not with "my sister"; "An" alone is a name."""
    first, _space, more = helper.partition(" ")
    return bool(helper) and not (more and first.casefold() in NOT_A_NAME)


def greeting(helper: str, tone: str) -> Words:
    """Greet somebody by name, or without one."""
    if not is_name(helper):
        return _("Good day,") if tone == "formal" else _("Hi,")
    name = Typed(helper)
    return {"formal": _("Dear {helper},", helper=name), "warm": _("Hello dear {helper},", helper=name)}.get(
        tone, _("Hi {helper},", helper=name)
    )


def closing(tone: str) -> Words | None:
    """End a message; a short one just ends."""
    return {"warm": _("Warm greetings"), "formal": _("With kind regards")}.get(tone)


def letter(greeted: Words, tone: str, *sentences: Words | None) -> Words:
    """Put a message together: the greeting, the sentences that are there, and the end."""
    body = Joined(tuple(each for each in sentences if each is not None), " ")
    end = closing(tone)
    return Joined((greeted, body, end) if end else (greeted, body), "\n")
