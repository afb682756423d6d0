"""Where somebody lives: a street with a number, or a Dutch postcode with its letters.

Four digits alone are a village or a town, not an address. Patterns: see ``contacts.py``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_SHORT_WORDS = (
    "IK|IS|EN|DE|OF|OP|IN|AL|JE|ZE|WE|HE|ER|TE|TO|DO|AM|PM|NU|ZO|OM|AT|IT|MY|NO|AN|AS|BE|BY|GO|IF|ME|ON|OR|SO|UP|US|UW"
    "|WC|TV|MA|PA|HA|JA|OK|MG|ML|KM|KG|CM|MM|KB|MB|GB|NA"
)
_POSTCODE = re.compile(
    rf"(?<![\d.,€+-])(?<!€ )[1-9]\d{{3}}(?: {{1,2}}(?!{_SHORT_WORDS})[A-Z]{{2}}|(?!S[ADS]|MG|ML|KM|KG|MA)[A-Z]{{2}}"
    r"|(?!s[ads]|mg|ml|km|kg|cm|mm|kb|mb|gb|ma|st|de|en|nd|rd|th|ok|pm|am)[a-z]{2})(?!\w)"
)

_COUNTED = (
    r"keer|maal|x|uur|uren|min|minuten|minuut|seconden|dag|dagen|week|weken|maand|maanden|jaar|jaren|euro|eur|km|kilometer"
    r"|meter|m|mensen|personen|man|vrouwen|kinderen|buren|huizen|bomen|auto|autos|fietsen|nachten|avonden|ochtenden"
    r"|winkels|bushaltes|haltes|minutes|hours|times|days|weeks|months|years|people|kids|houses|januari|februari|maart"
    r"|april|mei|juni|juli|augustus|september|oktober|november|december|e|de|ste"
)
_ADDITION = (
    r"(?:-[1-9]\d{0,3}|/[1-9]\d{0,2}|[ -]?bis|(?-i:[ -]?I{1,3})| ?hs| ?bus ?\d{1,4}|(?-i:[ -][A-Z])|[a-z])?(?!\w)"
)
_COUNTS = rf"(?! ?(?:{_COUNTED})(?!\w))"
_STREET = re.compile(
    r"(?<![\w'])(?P<word>[^\W\d_]++)(?:(?<=str)\.)?(?:,?(?: op)? (?:huisnummer|nummer|nr\.?|no\.?))? {0,2}"
    rf"(?P<number>[1-9]\d{{0,3}}){_COUNTS}{_ADDITION}(?![.:,-]\d|%| ?€){_COUNTS}",
    re.IGNORECASE,
)
"""Any word with a number that could be a house's; ``_is_street`` judges the word."""

_SURE = re.compile(
    r".{2,60}(?:straat|straatje|str|strasse|laan|steenweg|gracht|plein|singel|plantsoen|boulevard|allee)",
    re.IGNORECASE | re.DOTALL,
)
_WITH_CAPITAL = re.compile(
    r"[A-Z].{2,60}(?:weg|hof|park|pad|dijk|markt|lei|baan|kade|kaai|wal|veld|akker|poort|dreef|steeg)"
    r"|(?:Markt|Grotemarkt|Singel|Plein|Brink|Kade)",
    re.DOTALL,
)
_NO_STREET = re.compile(
    r"(?:onder|half|halver|snel|spoor|auto|van|over|uit|in)weg|super\w{0,40}|rommelmarkt|kerstmarkt|weekmarkt|jaarmarkt"
    r"|arbeidsmarkt|allerlei|velerlei|ipad|kerkhof|gerechtshof|blokkade|barrikade|zwembaan|rijbaan|\w{0,40}slaan|voldaan"
    r"|speelveld|voetbalveld|sportveld|pretpark|schoolplein|speelplein|vakantiepark|verdreef|bedreef|overdreef",
    re.IGNORECASE,
)

_BEFORE = 60
_HEAD = re.compile(
    r"(?<!\w)(?:Laan|Plein|Steenweg|[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]haussee|Place)"
    r"(?: (?:van|der|den|de|het|op|naar|tot|la|le|les|du|des|ten|ter|d'|l')){1,3} ?(?:[A-Z]\w{0,20} ){0,2}$"
)
_ATTRIBUTES = re.compile(
    r"(?<!\w)(?:(?:lange|korte|grote|kleine|oude|nieuwe|eerste|tweede|derde|1e|2e|3e|sint|st\.?|prins|prinses"
    r"|koning|koningin|burgemeester|burg\.?|dr\.?|dokter|prof\.?|pastoor|kardinaal|generaal|graaf|ten|ter"
    r"|van(?: (?:de|der|den|het))?|[A-Z][a-z]*+-)"
    r"(?: |(?<=-))){1,5}$",
    re.IGNORECASE,
)
_YEARS = range(1900, 2100)


def postcodes(text: str) -> Iterator[Span]:
    """Yield Dutch postcodes: four digits and two letters."""
    return (found.span() for found in _POSTCODE.finditer(text))


def streets(text: str) -> Iterator[Span]:
    """Yield streets with a house number."""
    last = 0
    for found in _STREET.finditer(text):
        begin = _beginning(text, found.start("word"), found["word"])
        if begin is not None and int(found["number"]) not in _YEARS:
            yield max(begin, last), found.end()
            last = found.end()


def is_street(word: str) -> bool:
    """Tell whether a word is the name of a street."""
    word = word.replace("ß", "ss")
    named = _SURE.fullmatch(word) or _WITH_CAPITAL.fullmatch(word)
    return bool(named) and not _NO_STREET.fullmatch(word)


def _beginning(text: str, begin: int, word: str) -> int | None:
    """Find where the name of the street begins that ends in ``word``; None if it is no street."""
    before = text[max(0, begin - _BEFORE) : begin]
    head = _HEAD.search(before) if word[0].isupper() else None
    if head or is_street(word):
        attributes = head or _ATTRIBUTES.search(before)
        return begin - len(before) + attributes.start() if attributes else begin
    return None
