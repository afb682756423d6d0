"""What somebody tells of: nights, a fall, a sister who does not call; heard so that it can be said back.

The themes of a language stand in ``themes/<language>.toml``; a language without one hears none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogues.listening.normalise import normalise
from dialogues.listening.phrasebook import readable_books

if TYPE_CHECKING:
    from dialogues.listening.phrasebook import Book, Section, Surface

TELLS, TAKEN_AWAY = "tells", "taken_away"
"""Sections that are no theme: asking whether one may just tell; fear that somebody takes the children away."""

MAX_READ = 4096
"""Characters of a telling that are listened to: one full message."""


def heard_themes(text: str, language: str = "") -> list[str]:
    """Give the themes of a text in the order in which they come in it, each once."""
    places: dict[str, int] = {}
    normalised = normalise(text[:MAX_READ])
    for book in readable_books(language, normalised):
        surface, sections = book.surface(normalised), book.themes
        near = sections.near(surface) - {TELLS, TAKEN_AWAY}
        for theme in filter(near.__contains__, sections):
            if (place := _first(sections[theme], surface)) is not None:
                places[theme] = min(place, places.get(theme, place))
    return sorted(places, key=lambda theme: places[theme])


def wants_to_tell(text: str, language: str = "") -> bool:
    """Tell whether somebody asks if they may just tell."""
    return _says(TELLS, text, language)


def fears_taking_away(text: str, language: str = "") -> bool:
    """Tell whether somebody fears that what is said here makes others take their children, or a parent, away."""
    return _says(TAKEN_AWAY, text, language)


def _says(name: str, text: str, language: str) -> bool:
    normalised = normalise(text[:MAX_READ])
    return any(_stands(name, book, book.surface(normalised)) for book in readable_books(language, normalised))


def _stands(name: str, book: Book, surface: Surface) -> bool:
    return name in book.themes.near(surface) and _first(book.themes[name], surface) is not None


def _first(section: Section, surface: Surface) -> int | None:
    found = (match for match in section.sure.spans(surface) if not section.silences.cover(surface, match))
    return min((begin for begin, _end in found), default=None)
