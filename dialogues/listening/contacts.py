"""Numbers and addresses by which somebody is reached or registered: e-mail, phone, bank, citizen service number.

The patterns read the plain signs of ``personal.py``. They hold no choice that could be taken again
over and again: what repeats is possessive, or bounded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_BETWEEN = r"[ ./()-]{0,3}"
"""Between two digits of a phone number."""

_BRACKET = r"(?:\((?=\d{2,4}\)))?"
_ALONE = r"(?<!\d)(?<!\d[.,-])"
_NO_MORE = r"(?!\d)(?![.,]\d)"
_NO_MONEY = r"(?! ?(?:euro|eur\b|€|%))"

_MAIL_HOSTS = (
    "gmail|hotmail|outlook|live|telenet|ziggo|kpnmail|icloud|yahoo|skynet|proximus|xs4all|planet|home|upcmail"
)
_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.%+-]++"
    rf"(?:@| ?[(\[](?:at|@|apenstaartje)[)\]] ?| ape(?:n)?staartje | {{0,2}}@ {{0,2}}(?=(?:{_MAIL_HOSTS})\b))"
    r"[\w-]++(?:\.[\w-]{0,60}[^\W\d_][\w-]*+|(?: (?:punt|dot) "
    r"| ?[(\[](?:punt|dot)[)\]] ?)(?:com|nl|be|org|net|eu)\b)++",
    re.IGNORECASE,
)

_PEOPLE_SITES = (
    r"t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|facebook\.com|fb\.com|fb\.me|m\.me|instagram\.com"
    r"|linkedin\.com(?=/in/)|x\.com|twitter\.com|tiktok\.com|snapchat\.com|goo\.gl/maps|maps\.app\.goo\.gl|maps\.google\.[a-z]{2,3}"
    r"|google\.[a-z]{2,3}/maps"
)
_LINK = re.compile(
    rf"(?<![\w./@-])(?:https?://)?(?:[a-z-]{{1,9}}\.)?(?:{_PEOPLE_SITES})[/?]\S++"
    r"|(?<![\w./@-])@(?=[a-z_]{0,32}[\d_])[a-z]\w{4,31}(?!\w)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?<![\w./@-])(?:https?://|www\.)\S++", re.IGNORECASE)

_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "LU": 20, "PL": 28, "TR": 26, "ES": 24, "IT": 27, "PT": 25, "GB": 22,
    "IE": 22, "AT": 20, "CH": 21, "DK": 18, "RO": 24, "BG": 22, "HU": 28, "MA": 28, "GR": 27, "CZ": 24, "LT": 20,
    "UA": 29, "SE": 24, "FI": 18,
}  # fmt: skip
_IBAN = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(
        rf"{land} ?\d[ .-]?\d(?:[ .-]{{0,2}}[a-z0-9]){{{length - 4}}}" for land, length in _IBAN_LENGTHS.items()
    )
    + r")(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_UNMISTAKABLE = re.compile(r"NL\d\d[A-Z]{4}\d{10}|BE\d{14}")

_REGISTER_NUMBER = re.compile(rf"{_ALONE}\d\d[. -]?\d\d[. -]?\d\d[. -]{{0,3}}\d{{3}}[. -]?\d\d{_NO_MORE}")

_NO_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[ ./-])(?:[0-3]?\d([./-])[01]?\d\1(?:19|20)?\d\d|(?:19|20)\d\d([./-])[01]?\d\2[0-3]?\d)"
    r"(?![./-]?\d)"
    r"|(?<!\d)0(?:800|90\d)[ ./-]{0,3}\d{2,4}(?:[ .]?\d{2,3})?(?!\d)"
    r"|(?<!\d)078[ ./-]{0,3}\d\d[ .]?\d\d[ .]?\d\d(?![ .-]?\d)"
)
"""Dates, and numbers that are a service's and nobody's own."""

_ABROAD = re.compile(
    rf"(?<![\d+])(?<!\d[:.,])(?:\+|00|(?=31 ?6|32 ?4)){_BETWEEN}(?:"
    rf"31(?:{_BETWEEN}0)?{_BETWEEN}[1-9](?:{_BETWEEN}\d){{8}}"
    rf"|32(?:{_BETWEEN}0)?{_BETWEEN}(?:4{_BETWEEN}[5-9](?:{_BETWEEN}\d){{7}}|[1-9](?:{_BETWEEN}\d){{7}})"
    r"|(?!3[12])[1-9](?:(?:[ .-]| ?\(0\) ?)?\d){8,14})(?!\d)"
)
_HOME = re.compile(rf"(?<!\d)(?<!\d[.-]){_BRACKET}0[1-8](?:{_BETWEEN}\d){{8}}(?!\d)")
_BELGIAN = re.compile(
    rf"{_ALONE}{_BRACKET}0(?:[2349]\)?[ ./-]{{0,3}}\d{{3}}|[1-9]\d\)?[ ./-]{{0,3}}\d\d)(?:[ .]?\d\d){{2}}"
    rf"{_NO_MORE}{_NO_MONEY}"
)
_GROUPS = re.compile(r"\d++")
_MOST_GROUPS = 7
_WHOLE = 10

_BSN = re.compile(
    rf"{_ALONE}(?<!€)(?<!€ )(?:\d{{9}}|\d{{3}}([ .-])\d{{3}}\1\d{{3}}|\d{{4}}([ .-])\d\d\2\d{{3}}"
    rf"|\d{{4}}([ .-])\d{{3}}\3\d\d|\d{{4}}[ .-]\d{{5}}|\d{{5}}[ .-]\d{{4}}){_NO_MORE}(?!-\d){_NO_MONEY}"
)
_NAMED_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer|citizen service number)[ -]?(?:nummer|nr\.?)?(?: van [^\W\d_]{1,20})?"
    r"(?: is| =)?[ :]{0,3}(\d(?:[ .-]?\d){7,8})(?!\d)",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 10


def emails(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, also with the signs written out."""
    return (found.span() for found in _EMAIL.finditer(text))


def links(text: str) -> Iterator[Span]:
    """Yield links that lead to one person or one place on a map, and user names with a digit or underscore."""
    return (_bare(found) for found in _LINK.finditer(text))


def pages(text: str) -> Iterator[Span]:
    """Yield other web pages: nothing personal, and no number inside them is a phone number."""
    return (_bare(found) for found in _PAGE.finditer(text))


def ibans(text: str) -> Iterator[Span]:
    """Yield bank account numbers: with the right check digits, or in the form of a Dutch or Belgian one."""
    return (found.span() for found in _IBAN.finditer(text) if _is_iban(found[0]))


def register_numbers(text: str) -> Iterator[Span]:
    """Yield Belgian national register numbers: a date of birth, a number and a right check."""
    return (found.span() for found in _REGISTER_NUMBER.finditer(text) if _is_registered(_digits(found[0])))


def no_numbers(text: str) -> Iterator[Span]:
    """Yield dates and the numbers of services."""
    return (found.span() for found in _NO_NUMBER.finditer(text))


def phones(text: str) -> Iterator[Span]:
    """Yield phone numbers with a country code, and of ten digits."""
    found = list(_ABROAD.finditer(text))
    taken = {place for each in found for place in range(*each.span())}
    found += [each for each in _HOME.finditer(text) if each.start() not in taken and _is_home(each[0])]
    return iter(sorted(each.span() for each in found))


def bsns(text: str) -> Iterator[Span]:
    """Yield citizen service numbers: nine digits that pass the eleven test, or eight or nine called so."""
    named = [found.span(1) for found in _NAMED_BSN.finditer(text)]
    taken = {place for span in named for place in range(*span)}
    sure = [found.span() for found in _BSN.finditer(text) if _is_bsn(_digits(found[0]))]
    return iter(sorted(named + [span for span in sure if span[0] not in taken]))


def belgian_phones(text: str) -> Iterator[Span]:
    """Yield Belgian phone numbers of nine digits."""
    return (found.span() for found in _BELGIAN.finditer(text))


def _bare(found: re.Match[str]) -> Span:
    return found.start(), found.start() + len(found[0].rstrip(".,;:!?)>\"'"))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_home(number: str) -> bool:
    groups = [len(group) for group in _GROUPS.findall(number)]
    return len(groups) <= _MOST_GROUPS and groups[0] in (2, 3, 4, _WHOLE) and groups[-1] > 1


def _is_iban(found: str) -> bool:
    iban = "".join(filter(str.isalnum, found)).upper()
    number = int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4]))
    checked = number % 97 == 1 and len(_digits(iban)) >= _FEWEST_DIGITS
    return checked or bool(_UNMISTAKABLE.fullmatch(iban))


def _is_registered(digits: str) -> bool:
    check, born = 97 - int(digits[9:]), digits[:9]
    is_date = int(digits[2:4]) <= 12 and int(digits[4:6]) <= 31  # noqa: PLR2004 - months and days
    return is_date and check in (int(born) % 97, int("2" + born) % 97)


def _is_bsn(digits: str) -> bool:
    """Apply the eleven test: 9 times the first digit, 8 times the second, ..., minus the last."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and any(digit != "0" for digit in digits)
