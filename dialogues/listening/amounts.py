"""Short answers with an amount in them: how often, or a number from zero to ten, typed where a tap was asked."""

from __future__ import annotations

import re

SOFTENERS = r"(?:ja|nee|nou|ik denk|best|wel|heel|erg|zo|een|eentje|een keer|ongeveer|rond de|hoor|eigenlijk|toch"
SOFTENERS += r"|yes|no|well|i think|quite|very|about|a|really|actually)"
"""What people put around it."""

HOW_OFTEN: dict[str, str] = {
    "never": r"nee|neen|nooit|(?:bijna|haast|vrijwel) nooit|zelden|niet|niet echt|valt mee|no|nope|never"
    r"|(?:hardly|almost) ever|hardly|rarely|not really|almost never",
    "sometimes": r"soms|af en toe|een beetje|beetje|weleens|wel eens|nu en dan|zo nu en dan|sometimes|now and then"
    r"|a bit|a little|once in a while|some",
    "often": r"ja|vaak|altijd|steeds|veel|elke (?:dag|nacht)|iedere (?:dag|nacht)|dag en nacht|continu|heel vaak"
    r"|yes|often|always|a lot|every (?:day|night)|all the time",
}
"""Said in the languages of the talk; what is no amount gives nothing."""

_FREQUENCY = {
    code: re.compile(rf"(?:{SOFTENERS} )*(?:{said})(?: {SOFTENERS})*", re.IGNORECASE)
    for code, said in HOW_OFTEN.items()
}
_NUMBER = re.compile(rf"(?:{SOFTENERS} )*(10|\d)(?: {SOFTENERS})*(?: ?(?:/|van de|out of) ?10)?", re.IGNORECASE)


def how_often(text: str) -> str | None:
    """Give never, sometimes or often when that is all that is said; the milder word goes before a bare yes or no."""
    said = _bare(text)
    order = ("sometimes", "never", "often")
    return next((code for code in order if _FREQUENCY[code].fullmatch(said)), None)


def zero_to_ten(text: str) -> str | None:
    """Give the number on the scale when that is all that is said."""
    found = _NUMBER.fullmatch(_bare(text))
    return found[1] if found else None


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[.,!;:]", " ", text).split())
