"""Laying out a poster: what it is in one sentence, in one or more languages, and a code to scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import segno

from bot.directory.steunpunten import Steunpunt, link
from bot.pictures.lettering import width, wrapped
from bot.pictures.svg import INK, MUTED, PAPER, document, element, text
from bot.words import Speaker, bare
from dialogues.words import Typed, Words, _

ACCENT = "#8A4B2F"
MOST_LANGUAGES = 4
"""With more languages on one page each says only its question: all of it would be too small to read."""

QUIET = 4
"""White modules around the code, as its standard asks."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A size of paper or screen: in units of the drawing, and in millimetres when it is paper."""

    name: str
    wide: float
    high: float
    paper: tuple[float, float] | None
    pixels: int


SHAPES = {
    each.name: each
    for each in (
        Shape("a4", 1240, 1754, (210, 297), 2480),
        Shape("a6", 1240, 1748, (105, 148), 1240),
        Shape("social", 1240, 1240, None, 1080),
    )
}


@dataclass(frozen=True, slots=True)
class Block:
    """What stands there in one language."""

    headline: str
    sentence: str
    scan: str


def block(speaker: Speaker) -> Block:
    """Say what stands on the poster in a language and register."""
    told: tuple[Words, Words, Words] = (
        _("Do you care for someone close to you?"),
        _("Vraagkracht is a chat program in Telegram that helps you to ask for help, in your own words."),
        _("Scan the code with your phone."),
    )
    if speaker.young:
        told = (
            _("Is somebody ill at home, or not doing well?"),
            _("Vraagkracht is a chat program in Telegram. You talk about you, and find who can help."),
            told[2],
        )
    return Block(*(bare(speaker.say(each)) for each in told))


def poster(steunpunt: Steunpunt, bot: str, shape: Shape, speakers: Sequence[Speaker]) -> str:
    """Draw a poster as SVG; one language goes into the link, with several the person chooses."""
    first = speakers[0]
    address = link(bot, steunpunt.code, first.language if len(speakers) == 1 else "", young=first.young)
    blocks = [block(each) for each in speakers]
    if len(blocks) > MOST_LANGUAGES:
        blocks = [replace(each, sentence="", scan="") for each in blocks]
    parts = [element("rect", x=0, y=0, width=shape.wide, height=shape.high, fill=PAPER)]
    parts += _drawn(blocks, steunpunt, address, shape, first)
    return document(shape.wide, shape.high, blocks[0].headline, blocks[0].sentence, parts, language=first.language)


def _drawn(
    blocks: Sequence[Block], steunpunt: Steunpunt, address: str, shape: Shape, speaker: Speaker
) -> Iterator[str]:
    foot = 190.0
    code = min(shape.wide * 0.46, shape.high * (0.42 if len(blocks) == 1 else 0.33))
    room = shape.high - foot - code - 130
    each = room / len(blocks)
    for at, told in enumerate(blocks):
        yield from _block(told, 60 + at * each, each, shape.wide)
    top = shape.high - foot - code - 40
    yield from _code(address, (shape.wide - code) / 2, top, code)
    yield from _foot(steunpunt, address, shape, speaker)


def _block(told: Block, top: float, room: float, wide: float) -> Iterator[str]:
    """Draw one language in its part of the page, as large as it fits."""
    most = wide - 160
    size = next((each for each in range(88, 25, -4) if _tall(told, each, most) <= room), 26)
    y = top + (room - _tall(told, size, most)) / 2
    for content, scale, bold, fill in _rows(told):
        for line in wrapped(content, size * scale, most, 6, bold=bold):
            y += size * scale * 1.28
            yield text(line, wide / 2, y, size * scale, fill=fill, bold=bold)
        y += size * 0.3


def _rows(told: Block) -> tuple[tuple[str, float, bool, str], ...]:
    rows = ((told.headline, 1.0, True, ACCENT), (told.sentence, 0.62, False, INK), (told.scan, 0.5, False, MUTED))
    return tuple(row for row in rows if row[0])


def _tall(told: Block, size: float, most: float) -> float:
    rows = [
        (len(wrapped(content, size * scale, most, 6, bold=bold)), size * scale)
        for content, scale, bold, _fill in _rows(told)
    ]
    return sum(count * tall * 1.28 for count, tall in rows) + size * 0.9


def _code(address: str, x: float, y: float, size: float) -> Iterator[str]:
    matrix = segno.make(address, error="q", micro=False).matrix
    module = size / (len(matrix) + 2 * QUIET)
    yield element("rect", x=x, y=y, width=size, height=size, fill="#FFFFFF", rx=12)
    square = f"h{module:.2f}v{module:.2f}h-{module:.2f}z"
    path = "".join(
        f"M{x + (column + QUIET) * module:.2f} {y + (row + QUIET) * module:.2f}{square}"
        for row, cells in enumerate(matrix)
        for column, dark in enumerate(cells)
        if dark
    )
    yield element("path", d=path, fill="#000000", shape_rendering="crispEdges")


def _foot(steunpunt: Steunpunt, address: str, shape: Shape, speaker: Speaker) -> Iterator[str]:
    numbers = " / ".join(each.number for each in steunpunt.phones)
    phone = bare(speaker.say(_("Or call {phone}", phone=Typed(numbers)))) if numbers else ""
    by = bare(speaker.say(_("From {name}", name=Typed(steunpunt.name))))
    y = shape.high - 150
    for content, size, fill in ((address.removeprefix("https://"), 30, MUTED), (by, 40, INK), (phone, 36, INK)):
        if content:
            fits = min(size, size * (shape.wide - 120) / max(width(content, size, bold=fill == INK), 1))
            yield text(content, shape.wide / 2, y, fits, fill=fill, bold=fill == INK)
            y += 52
