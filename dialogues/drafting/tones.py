"""The three tones of a message: how it greets, and how it ends.

What stands between is the same in every tone and names nobody "you" in a way that politeness would
change; translators keep it so.
"""

from __future__ import annotations

from dialogues import everyday
from dialogues.naming import first_name
from dialogues.words import Joined, Typed, Words, _

TONES: dict[str, Words] = {"short": _("Short"), "warm": _("Warm"), "formal": _("Formal")}

NO_NAME = frozenset().union(*(everyday.words("people", name) for name in ("possessives", "articles", "not_called")))
"""Words with which people speak about somebody, and never to them."""


def called(helper: str) -> str:
    """Give by what somebody can be greeted: "Bo" for "my sister Bo", and "" for "my sister" or "his brother"."""
    name = first_name(helper)
    first, _space, more = name.partition(" ")
    return "" if more and first.casefold() in NO_NAME else name


def greeting(helper: str, tone: str) -> Words:
    """Greet somebody by name, or without one: nobody is greeted with "my sister"."""
    if not called(helper):
        return _("Good day,") if tone == "formal" else _("Hi,")
    name = Typed(called(helper))
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
