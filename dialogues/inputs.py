"""What can happen to a conversation from outside: one class for each kind of input."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Started:
    """The person opened the chat, perhaps through a link.

    ``payload`` is what of the link is known, ``steunpunt`` the code of the support centre that gave
    it, ``language`` the language that it asks for.
    """

    payload: str = ""
    steunpunt: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """The person typed a text."""

    text: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """The person tapped a choice; ``schema`` and ``turn`` tell which screen it stood on."""

    code: str
    turn: int
    schema: int


@dataclass(frozen=True, slots=True)
class Commanded:
    """The person gave a command: its name, in lower case, without the slash."""

    name: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The person sent something that is not text; ``kind`` is voice, photo, sticker, ..."""

    kind: str


@dataclass(frozen=True, slots=True)
class CameDue:
    """A moment that was agreed has come; ``reminder`` is its kind, ``ask`` which ask it is about."""

    reminder: str
    ask: int


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality: its register code (GM1234 or a NIS code), name, and country (NL or BE)."""

    code: str
    name: str
    country: str
    province: str = ""


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """The host looked up a place: the municipalities that it may be; without a query, those around a location."""

    query: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class FoundService:
    """A service that may fit: its id in the directory, its name, and the kind for which it was found."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ServicesFound:
    """The host looked up services: those that fit, the best first."""

    services: tuple[FoundService, ...]


@dataclass(frozen=True, slots=True)
class Hurried:
    """More came than anybody can talk about at once; ``text`` is kept, ``first`` is answered."""

    text: str
    first: bool


Input = Started | Said | Tapped | Commanded | Sent | CameDue | PlacesFound | ServicesFound | Hurried
