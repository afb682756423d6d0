"""A service as the directory keeps it, with the names of Open Referral HSDS 3.

An entry is what the specification calls a full service: the service with its organization, phones,
schedules, languages, areas and attributes in it. What HSDS has no field for goes with an attribute:
``kind`` (what it is for), ``condition`` (an illness it is about), ``expect`` (what somebody may expect),
``steunpunt`` (the code of the support centre that looks after it) and ``demo`` (an invented example).
Specification: https://github.com/openreferral/specification, version 3.0.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from functools import cached_property
from typing import Annotated, Literal
from uuid import NAMESPACE_URL, uuid5

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.directory.gazetteer import gazetteer
from bot.directory.kinds import KINDS
from bot.directory.opening import Hours, Span

CERTAIN = timedelta(days=548)
"""Eighteen months: an entry that was checked longer ago is no longer shown as certain."""

OLDEST = 120
COUNTRIES = {"NL", "BE"}
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ADDRESS = re.compile(r"https?://[^\s/?#]+\.[a-z]{2,}[^\s]*", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[0-9][0-9 ()/.-]{1,24}")


def _is_address(url: str) -> str:
    if url and not _ADDRESS.fullmatch(url):
        raise ValueError("an address on the web begins with http:// or https://")
    return url


def _is_number(number: str) -> str:
    if not _NUMBER.fullmatch(number):
        raise ValueError("a phone number has only digits, spaces and + ( ) / . -")
    return number


def _is_day(day: str) -> str:
    if not day or set(day.split(",")) - set(DAYS):
        raise ValueError("days are MO, TU, WE, TH, FR, SA and SU, with commas")
    return day


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=160)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
Told = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]
Url = Annotated[Line, AfterValidator(_is_address)]


class Part(BaseModel):
    """What all parts have in common: unknown fields of other programs are left out, none changes."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Organization(Part):
    """Who offers it."""

    name: Name
    description: Told = ""
    website: Url = ""


class Phone(Part):
    """A number to call."""

    number: Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_is_number)]
    description: Line = ""


class Schedule(Part):
    """A stretch of the week, in local time."""

    freq: Literal["WEEKLY"] = "WEEKLY"
    byday: Annotated[str, AfterValidator(_is_day)]
    opens_at: time
    closes_at: time

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Schedule:
        if self.closes_at <= self.opens_at and self.closes_at != time.min:
            raise ValueError("it closes before it opens")
        return self


class Language(Part):
    """A language in which people are helped: its code, such as nl or tr."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class ServiceArea(Part):
    """Where people may live to use it: a municipality's code, or a country's."""

    extent: str
    extent_type: Literal["municipality", "country"] = "municipality"

    @model_validator(mode="after")
    def _exists(self) -> ServiceArea:
        known = COUNTRIES if self.extent_type == "country" else gazetteer().municipalities
        if self.extent not in known:
            raise ValueError(f"there is no {self.extent_type} {self.extent}")
        return self


class Location(Part):
    """A place to come to."""

    location_type: Literal["physical", "postal", "virtual"] = "physical"
    name: Line = ""
    description: Line = ""


class Attribute(Part):
    """What HSDS has no field for; ``link_type`` tells what it is."""

    link_type: Literal["kind", "condition", "expect", "steunpunt", "demo"]
    value: Line

    @model_validator(mode="after")
    def _is_known(self) -> Attribute:
        if self.link_type == "kind" and self.value not in KINDS:
            raise ValueError(f"there is no kind {self.value}; the kinds are: {', '.join(KINDS)}")
        return self


class Service(Part):
    """An entry of the directory."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-z-]{1,64}$")]
    name: Name
    description: Told = ""
    url: Url = ""
    status: Literal["active", "inactive", "defunct", "temporarily closed"] = "active"
    application_process: Told = ""
    fees_description: Told = ""
    wait_time: Line = ""
    eligibility_description: Told = ""
    minimum_age: Annotated[int, Field(ge=0, le=OLDEST)] | None = None
    maximum_age: Annotated[int, Field(ge=0, le=OLDEST)] | None = None
    assured_date: date | None = None
    assurer_email: Line = ""
    alert: Line = ""
    organization: Organization
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    languages: tuple[Language, ...] = ()
    service_areas: Annotated[tuple[ServiceArea, ...], Field(min_length=1)]
    locations: tuple[Location, ...] = ()
    attributes: tuple[Attribute, ...] = ()

    @model_validator(mode="after")
    def _makes_sense(self) -> Service:
        if not self.kinds:
            raise ValueError("it has no kind: what is it for?")
        if None not in {self.minimum_age, self.maximum_age} and (self.minimum_age or 0) > (self.maximum_age or 0):
            raise ValueError("the minimum age is above the maximum age")
        if not (self.phones or self.url or self.organization.website or self.locations):
            raise ValueError("nobody can reach it: give a phone number, a website or a place to come to")
        return self

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What it is for."""
        return self._attributes("kind")

    @cached_property
    def conditions(self) -> frozenset[str]:
        """Which illnesses it is about; none is all of them."""
        return frozenset(each.casefold() for each in self._attributes("condition"))

    @property
    def expect(self) -> str:
        """What somebody may expect, in a few words."""
        return next(iter(self._attributes("expect")), "")

    @property
    def keeper(self) -> str:
        """The code of the support centre that looks after the entry, or nothing."""
        return next(iter(self._attributes("steunpunt")), "")

    @cached_property
    def is_demo(self) -> bool:
        """Tell whether it is an invented example."""
        return bool(self._attributes("demo"))

    @property
    def extents(self) -> frozenset[str]:
        """The codes of all its areas."""
        return frozenset(each.extent for each in self.service_areas)

    def is_certain(self, today: date) -> bool:
        """Tell whether it was checked lately enough to be told as a fact."""
        return self.assured_date is not None and today - self.assured_date <= CERTAIN

    def hours(self) -> Hours | None:
        """Give when it is open, or None when that is not known; on public holidays offices are shut."""
        if not self.schedules:
            return None
        week = tuple(tuple(self._spans(day)) for day in DAYS)
        return Hours(self._country(), week=week, closed_on_holidays=True)

    def _spans(self, day: str) -> list[Span]:
        spans = (Span(each.opens_at, each.closes_at) for each in self.schedules if day in each.byday.split(","))
        return sorted(spans, key=lambda span: span.opens)

    def _country(self) -> str:
        first = self.service_areas[0].extent
        return first if first in COUNTRIES else gazetteer().municipalities[first].country

    def _attributes(self, link_type: str) -> frozenset[str]:
        return frozenset(each.value for each in self.attributes if each.link_type == link_type)


def made_id(*parts: str) -> str:
    """Make the same id from the same parts, so that an entry that is imported again replaces itself."""
    return str(uuid5(NAMESPACE_URL, "vraagkracht:" + "\n".join(" ".join(part.split()).casefold() for part in parts)))
