"""Short answers with an amount in them: how often, or a number from zero to ten, typed where a tap was asked."""

from __future__ import annotations

import re
import unicodedata

from dialogues import everyday

SOFTENERS = f"(?:{everyday.one_of('amounts', 'softeners')})"
"""What people put around it."""

_FREQUENCY = {
    code: re.compile(rf"(?:{SOFTENERS} )*(?:{everyday.one_of('amounts', code)})(?: {SOFTENERS})*", re.IGNORECASE)
    for code in ("sometimes", "never", "often")
}
"""The milder word goes before a bare yes or no."""

_OUT_OF = rf"(?: ?(?:/|{everyday.one_of('amounts', 'out_of')}) ?10)?"
_NUMBER = re.compile(rf"(?:{SOFTENERS} )*(10|\d)(?: {SOFTENERS})*{_OUT_OF}", re.IGNORECASE)


def how_often(text: str) -> str | None:
    """Give never, sometimes or often when that is all that is said."""
    said = _bare(text)
    return next((code for code, pattern in _FREQUENCY.items() if pattern.fullmatch(said)), None)


def zero_to_ten(text: str) -> str | None:
    """Give the number on the scale when that is all that is said, in the digits of any script."""
    found = _NUMBER.fullmatch(_bare(text))
    return found[1] if found else None


def plain_digits(text: str) -> str:
    """Write the digits of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[.,!;:،؛]", " ", plain_digits(text)).split())
