"""In short: what young people type where a tap was asked - one word, as they say it, in the languages of the talk.

Only whole answers are understood; what is more than that is read as a story, and answered as one.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogues.session import Session

Reader = Callable[[Session, str], str | None]

OFTEN = frozenset(
    {"vaak", "heel vaak", "best vaak", "altijd", "ja", "jaa", "ja vaak", "elke dag", "elke nacht", "veel"}
    | {"often", "very often", "always", "yes", "yeah", "yep", "every day", "every night", "lot"}
)
SOMETIMES = frozenset(
    {"soms", "ja soms", "soms wel", "af en toe", "wel eens", "weleens", "beetje"}
    | {"sometimes", "now and then", "bit", "little", "kinda"}
)
NEVER = frozenset(
    {"nee", "neen", "nooit", "bijna nooit", "niet", "niet echt", "nee hoor", "nope"}
    | {"no", "nah", "never", "hardly ever", "almost never", "not really"}
)
NOBODY = frozenset(
    {"niemand", "geen", "geen idee wie", "nee", "nee niemand", "niemand eigenlijk"}
    | {"niks", "no one", "nobody", "noone", "none", "no", "nope", "ik alleen", "alleen", "alone"}
)
NOTHING = frozenset({"niks", "niets", "nix", "nee", "geen", "nothing", "none", "no", "nope"})

MOTHER = frozenset({"mama", "mam", "ma", "moeder", "mum", "mom", "mother", "mummy", "mommy"})
FATHER = frozenset({"papa", "pap", "pa", "vader", "dad", "daddy", "father"})
BROTHER = frozenset({"broer", "broertje", "bro", "brother"})
SISTER = frozenset({"zus", "zusje", "sis", "sister"})
GRANDPARENT = frozenset({"oma", "opa", "grandma", "grandpa", "granny", "nan"})
FRIEND = frozenset({"vriend", "vriendin", "friend"})

BEFORE_IT = frozenset({"met", "with", "mijn", "m'n", "mn", "my", "een", "n", "a", "de", "the"})

HOW_OFTEN = {"often": OFTEN, "sometimes": SOMETIMES, "never": NEVER}
WHO = {
    "mother": MOTHER,
    "father": FATHER,
    "brother": BROTHER,
    "sister": SISTER,
    "grandparent": GRANDPARENT,
    "friend": FRIEND,
}
AT_NIGHT = {"nobody": NOBODY, "sometimes": SOMETIMES, "grown_up": MOTHER | FATHER | GRANDPARENT}
TALKED_TO = {
    "nobody": NOBODY,
    "grown_up": MOTHER | FATHER | GRANDPARENT | {"tante", "oom", "juf", "mentor", "aunt", "uncle", "teacher"},
    "friend": FRIEND,
    "sibling": BROTHER | SISTER,
}
AFRAID = {"sometimes": SOMETIMES}
KNOWS = {"a_bit": SOMETIMES}


def in_short(table: dict[str, frozenset[str]]) -> Reader:
    """Give what reads a short word as the choice that it means; None for anything else."""

    def read(_session: Session, text: str) -> str | None:
        said = plain(text)
        return next((code for code, words in table.items() if said in words), None)

    return read


def plain(text: str) -> str:
    """Give a short answer without capitals, signs and emoji, and without "with my" before it."""
    said = "".join(each for each in text.casefold().replace("’", "'") if each.isalnum() or each in " '")
    words = said.split()
    while len(words) > 1 and words[0] in BEFORE_IT:
        words = words[1:]
    return " ".join(words)


def wordless(text: str) -> bool:
    """Tell whether nothing stands in it that can be read: an emoji, or signs."""
    return not any(each.isalnum() for each in text)
