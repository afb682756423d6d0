"""Support centres (steunpunten mantelzorg) that hand out the bot: each has a code, and links of its own.

A link is ``https://t.me/<bot>?start=<code>``, with a language and ``young`` after it if one likes:
``?start=voorbeeld-nl-young``. Nothing in it tells who somebody is.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from bot.directory.gazetteer import gazetteer
from bot.directory.hsds import (
    Attribute,
    Language,
    Line,
    Name,
    Organization,
    Part,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    Told,
    Url,
)
from dialogues.inputs import Started
from dialogues.languages import LANGUAGES, YOUNG

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_CODE = 20
_RESERVED = {YOUNG, *LANGUAGES}


def _is_free(code: str) -> str:
    if code in _RESERVED:
        raise ValueError(f"{code} has a meaning of its own in a link: take another code")
    return code


def _exists(code: str) -> str:
    if code not in gazetteer().municipalities:
        raise ValueError(f"there is no municipality {code}")
    return code


Code = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]{2,20}$", max_length=LONGEST_CODE), AfterValidator(_is_free)
]
Municipality = Annotated[str, AfterValidator(_exists)]


class Steunpunt(Part):
    """A support centre."""

    code: Code
    name: Name
    municipalities: Annotated[tuple[Municipality, ...], Field(min_length=1)]
    phones: tuple[Phone, ...] = ()
    website: Url = ""
    schedules: tuple[Schedule, ...] = ()
    languages: tuple[Language, ...] = ()
    application_process: Told = ""
    expect: Line = ""
    greeting: dict[str, Told] = Field(default_factory=dict)
    assured_date: date | None = None
    assurer_email: Line = ""

    @model_validator(mode="after")
    def _is_reachable(self) -> Steunpunt:
        if not (self.phones or self.website):
            raise ValueError("nobody can reach it: give a phone number or a website")
        return self

    def as_service(self) -> Service:
        """Give it as an entry of the directory."""
        return Service(
            id=service_id(self.code),
            name=self.name,
            url=self.website,
            application_process=self.application_process,
            organization=Organization(name=self.name, website=self.website),
            phones=self.phones,
            schedules=self.schedules,
            languages=self.languages,
            service_areas=tuple(ServiceArea(extent=each) for each in self.municipalities),
            attributes=self._attributes(),
            assured_date=self.assured_date,
            assurer_email=self.assurer_email,
        )

    def _attributes(self) -> tuple[Attribute, ...]:
        told = {"kind": "steunpunt", "expect": self.expect, "steunpunt": self.code}
        return tuple(Attribute(link_type=name, value=value) for name, value in told.items() if value)


def service_id(code: str) -> str:
    """Give the id under which a support centre stands in the directory."""
    return f"steunpunt-{code}"


def read_link(payload: str, codes: Collection[str]) -> Started:
    """Read what stands in a link; what we do not know is left out, so that nothing else can be kept."""
    parts = payload.lower().replace("_", "-").split("-") if payload else []
    code = next((part for part in parts[:1] if part in codes), "")
    language = next((part for part in parts if part in LANGUAGES), "")
    kept = [part for part in (code, language, YOUNG if YOUNG in parts else "") if part]
    return Started("-".join(kept), steunpunt=code, language=language)


def link(bot: str, code: str, language: str = "", *, young: bool = False) -> str:
    """Make the address that opens the bot from a support centre."""
    parts = [part for part in (code, language, YOUNG if young else "") if part]
    return f"https://t.me/{bot}?start={'-'.join(parts)}"
