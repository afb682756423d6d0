"""Where what is asked and said comes from: document, lines, year. The declarations stand beside the texts.

A source is written as "001:5121-5125; 004:1175-1183" (document and lines), as a publication ("kraijo"), or as
"own: why" where it is our own way of talking. `make docs` writes them all into docs/sources.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogues import areas, care_phase
from dialogues.barriers import BARRIERS
from dialogues.book import CHAPTERS
from dialogues.chapters.situation import TICKS
from dialogues.figures import FIGURES
from dialogues.risks import RISKS
from dialogues.session import Session
from dialogues.words import Joined, Text, Words


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is referred to; ``lines`` is its length in lines of plain text, 0 for a publication."""

    title: str
    year: str
    lines: int = 0


DOCUMENTS: dict[str, Document] = {
    "000": Document("Netwerkpuzzelen: article on network support for carers, Rotterdam", "fieldwork 2012", 872),
    "001": Document("De zorgkracht van sociale netwerken (Steyaert & Kwekkeboom, eds.)", "2012", 5431),
    "002": Document("Docentenhandreiking Sociale netwerken (Admiraal)", "about 2016", 783),
    "003": Document("Netwerkondersteuning van A(lmere) tot Z(wolle) (Hoogland & Verkooijen)", "2011-2012", 9593),
    "004": Document("Samen optrekken met informele zorg (Hogeschool Utrecht)", "up to 2025", 2277),
    "kraijo": Document("Perseverance time (volhoudtijd) of informal carers (Kraijo and others)", "2014"),
    "flynn-lake": Document("Flynn & Lake, J. of Personality and Social Psychology 95, 128-143", "2008"),
}

TRACED = ("welcome", "situation", "strain", "phase", "again", "reluctance", "wish", "listening")
"""The chapters of which every question has a source; a chapter is added by naming it here."""

OWN = "own: "


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is traced: its kind, its name, its words, and where it comes from."""

    kind: str
    name: str
    words: str
    source: str


def rows() -> Iterator[Row]:
    """Give everything that is traced, in the order of the talk."""
    for chapter in CHAPTERS:
        if chapter.name in TRACED:
            for each in chapter.questions:
                yield Row("question", each.name, plain(each.words), each.source)
    yield from (Row("situation", each.code, plain(each.label), each.source) for each in TICKS)
    yield from (Row("combination", each.code, plain(each.reply), each.source) for each in RISKS)
    yield from (Row("area", code, plain(label), areas.SOURCES.get(code, "")) for code, label in areas.AREAS.items())
    for code, label in care_phase.OWN_SAYING.items():
        yield Row("phase", code, plain(label), care_phase.SOURCES.get(code, ""))
    yield from _reasons()
    yield from (Row("figure", each.code, plain(each.words), each.source) for each in FIGURES)


def _reasons() -> Iterator[Row]:
    for barrier in BARRIERS:
        yield Row("reason", _coded(barrier.code, barrier.covers), plain(barrier.label), barrier.source)
        for side in barrier.sides:
            yield Row("reason", _coded(f"{barrier.code}, {side.code}", side.covers), plain(side.label), side.source)


def _coded(name: str, covers: str) -> str:
    return f"{name} ({covers})" if covers.startswith("B") else name


def plain(words: object) -> str:
    """Give the English words of something said; of words that depend on the person, as they are for nobody."""
    said: Words = words(Session("welcome.language")) if callable(words) else words  # type: ignore[assignment]
    if isinstance(said, Joined):
        return " ".join(filter(None, map(plain, said.parts)))
    return said.msgid if isinstance(said, Text) else ""


def years(source: str) -> str:
    """Give the years of the documents that a source names."""
    named = [part.partition(":")[0] for part in source.split("; ")]
    return ", ".join(dict.fromkeys(DOCUMENTS[each].year for each in named if each in DOCUMENTS))


def wrong(source: str) -> str:
    """Tell what is wrong with a source; "" when it can be looked up."""
    if source.startswith(OWN) and len(source) > len(OWN):
        return ""
    found = [_wrong_part(part) for part in source.split("; ")]
    return next(filter(None, found), "")


def _wrong_part(part: str) -> str:
    name, _colon, lines = part.partition(":")
    document = DOCUMENTS.get(name)
    if document is None:
        return f"no such document: {part!r}"
    if not document.lines:
        return f"a publication has no lines here: {part}" if lines else ""
    numbers = [int(number) for number in re.findall(r"\d+", lines)]
    in_order = numbers == sorted(numbers) and numbers and numbers[-1] <= document.lines
    return "" if re.fullmatch(r"\d+(-\d+)?", lines) and in_order else f"no such lines: {part}"
