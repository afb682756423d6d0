"""Rows of a sheet become services: the columns that welfare organisations use, and what is wrong with a row.

The column names are those of a "Sociale Kaart" sheet (Gemeente, Naam organisatie, Dienst, Doelgroep,
Voorwaarden, Openingstijden, Aanmeldprocedure, Telefoon, Kosten) with a few of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from bot.directory.hsds import Service, made_id
from bot.directory.places import find_places

COLUMNS = {
    "id": "id",
    "Soort hulp": "kinds",
    "Gemeente": "areas",
    "Naam organisatie": "organization",
    "Dienst": "name",
    "Omschrijving": "description",
    "Doelgroep": "eligibility_description",
    "Vanaf leeftijd": "minimum_age",
    "Tot en met leeftijd": "maximum_age",
    "Openingstijden": "schedules",
    "Aanmeldprocedure": "application_process",
    "Telefoon": "phones",
    "Website": "url",
    "Website organisatie": "organization_website",
    "Adres": "location",
    "Kosten": "fees_description",
    "Wachttijd": "wait_time",
    "Talen": "languages",
    "Aandoening": "conditions",
    "Let op": "alert",
    "Wat te verwachten": "expect",
    "Steunpunt": "keeper",
    "Status": "status",
    "Nagekeken op": "assured_date",
    "Nagekeken door": "assurer_email",
    "Verzonnen voorbeeld": "demo",
}
"""What stands above each column, and what it becomes."""

NEEDED = ("Soort hulp", "Gemeente", "Naam organisatie", "Dienst")
ALSO = {"Voorwaarden": "eligibility_description", "Onderdeel mantelzorgtest": ""}
"""Columns that such sheets have too: conditions go with the target group, the test's part is ours to decide."""

TEXTS = (
    *("description", "eligibility_description", "application_process", "url", "fees_description", "wait_time"),
    *("alert", "assurer_email"),
)
_HOURS = re.compile(r"([a-z ,-]+?)\s*(\d{1,2}[:.]\d{2})\s*-\s*(\d{1,2}[:.]\d{2})", re.IGNORECASE)
DAYS = {"ma": "MO", "di": "TU", "wo": "WE", "do": "TH", "vr": "FR", "za": "SA", "zo": "SU"}
COUNTRIES = {"nederland": "NL", "belgie": "BE", "belgië": "BE", "vlaanderen": "BE"}
YES = {"ja", "yes", "x", "1", "true"}

Row = Mapping[str, Any]


class Unreadable(Exception):  # noqa: N818  told to whoever made the sheet
    """A row, or the whole sheet, can't be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that can't be used: its number in the sheet, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: services, and rows that can't be used."""

    services: tuple[Service, ...]
    refused: tuple[Refused, ...]


def read_rows(header: Iterable[str], rows: Iterable[tuple[int, Row]]) -> Reading:
    """Read the rows of a sheet; raises Unreadable when a column that is needed is not there."""
    if missing := [each for each in NEEDED if each not in set(header)]:
        raise Unreadable(f"There is no column {', '.join(missing)}.")
    services: dict[str, Service] = {}
    refused: list[Refused] = []
    for number, row in rows:
        if not any(_text(value) for value in row.values()):
            continue
        try:
            _add(services, service_of(row))
        except (Unreadable, ValidationError) as error:
            refused.append(Refused(number, reason(error)))
    return Reading(tuple(services.values()), tuple(refused))


def collect(entries: Iterable[tuple[int, Any]]) -> Reading:
    """Read entries that are HSDS already."""
    services: dict[str, Service] = {}
    refused: list[Refused] = []
    for number, entry in entries:
        try:
            _add(services, Service.model_validate(entry))
        except (Unreadable, ValidationError) as error:
            refused.append(Refused(number, reason(error)))
    return Reading(tuple(services.values()), tuple(refused))


def _add(services: dict[str, Service], service: Service) -> None:
    if service.id in services:
        raise Unreadable("it stands in the file twice")
    services[service.id] = service


def reason(error: Unreadable | ValidationError) -> str:
    """Say in one line what is wrong."""
    if isinstance(error, Unreadable):
        return str(error)
    told = [f"{'.'.join(map(str, each['loc'])) or 'entry'}: {each['msg']}" for each in error.errors()]
    return "; ".join(told).replace("Value error, ", "")


def service_of(row: Row) -> Service:
    """Make a service of one row; raises Unreadable or pydantic's ValidationError."""
    told = {field: _text(row.get(column)) for column, field in COLUMNS.items()}
    also = _text(row.get("Voorwaarden"))
    told["eligibility_description"] = " ".join(filter(None, (told["eligibility_description"], also)))
    areas = [area(each) for each in _several(told["areas"])]
    identity = told["id"] or made_id(told["organization"], told["name"], *sorted(each["extent"] for each in areas))
    return Service.model_validate(
        {
            **{field: told[field] for field in TEXTS},
            **{field: told[field] or None for field in ("minimum_age", "maximum_age")},
            "id": identity,
            "name": told["name"],
            "status": told["status"].lower() or "active",
            "organization": {"name": told["organization"], "website": told["organization_website"]},
            "phones": [{"number": each} for each in _several(told["phones"], "/;\n")],
            "schedules": schedules(told["schedules"]),
            "languages": [{"code": each.lower()} for each in _several(told["languages"])],
            "service_areas": areas,
            "locations": [{"name": told["location"]}] if told["location"] else [],
            "attributes": _attributes(told),
            "assured_date": _day(told["assured_date"]),
        }
    )


def row_of(service: Service) -> dict[str, str]:
    """Make a row of a service; read again it gives the same service."""
    given = service.model_dump(mode="json")
    told = {field: given[field] or "" for field in TEXTS}
    told |= {field: str(given[field]) if given[field] is not None else "" for field in ("minimum_age", "maximum_age")}
    told |= {
        "id": service.id,
        "name": service.name,
        "status": service.status,
        "organization": service.organization.name,
        "organization_website": service.organization.website,
        "kinds": ", ".join(each.value for each in service.attributes if each.link_type == "kind"),
        "conditions": ", ".join(each.value for each in service.attributes if each.link_type == "condition"),
        "areas": ", ".join(each.extent for each in service.service_areas),
        "phones": " / ".join(each.number for each in service.phones),
        "schedules": "; ".join(_hours_written(each) for each in given["schedules"]),
        "languages": ", ".join(each.code for each in service.languages),
        "location": " ".join(each.name for each in service.locations),
        "expect": service.expect,
        "keeper": service.keeper,
        "assured_date": given["assured_date"] or "",
        "demo": "ja" if service.is_demo else "",
    }
    return {column: told[field] for column, field in COLUMNS.items()}


def _attributes(told: Mapping[str, str]) -> list[dict[str, str]]:
    kinds = [{"link_type": "kind", "value": each.lower()} for each in _several(told["kinds"])]
    conditions = [{"link_type": "condition", "value": each} for each in _several(told["conditions"])]
    demo = [{"link_type": "demo", "value": "ja"}] if told["demo"].lower() in YES else []
    expect = [{"link_type": "expect", "value": told["expect"]}] if told["expect"] else []
    keeper = [{"link_type": "steunpunt", "value": told["keeper"].lower()}] if told["keeper"] else []
    return [*kinds, *conditions, *expect, *keeper, *demo]


def area(written: str) -> dict[str, str]:
    """Read where people may live: a municipality by name or code, or a country."""
    if country := COUNTRIES.get(written.casefold(), written if written in COUNTRIES.values() else ""):
        return {"extent": country, "extent_type": "country"}
    if re.fullmatch(r"GM\d{4}|\d{5}", written):
        return {"extent": written}
    found = find_places(written)
    if len(found) != 1:
        many = ", ".join(f"{each.name} {each.code}" for each in found)
        raise Unreadable(f"Gemeente: {written} may be {many}" if many else f"Gemeente: there is no {written}")
    return {"extent": found[0].code}


def schedules(written: str) -> list[dict[str, str]]:
    """Read opening hours such as "ma-do 09:00-17:00; vr 9.00-12.30"."""
    found = []
    for part in _several(written, ";\n"):
        match = _HOURS.fullmatch(part)
        if match is None:
            raise Unreadable(f"Openingstijden: write them as ma-vr 09:00-17:00, and not {part}")
        times = [each.replace(".", ":").zfill(5) for each in match.group(2, 3)]
        found.append({"byday": _days(match[1]), "opens_at": times[0], "closes_at": times[1]})
    return found


def _days(written: str) -> str:
    names = list(DAYS)
    found: list[str] = []
    for part in re.split(r"[ ,]+", written.strip().lower()):
        first, _to, last = part.partition("-")
        if first not in names or (last and last not in names):
            raise Unreadable(f"Openingstijden: the days are {', '.join(names)}, and not {part}")
        start, end = names.index(first), names.index(last or first)
        if end < start:
            raise Unreadable(f"Openingstijden: {part} runs backwards")
        found += names[start : end + 1]
    return ",".join(DAYS[each] for each in names if each in found)


def _hours_written(schedule: Mapping[str, str]) -> str:
    dutch = {code: name for name, code in DAYS.items()}
    days = ",".join(dutch[each] for each in schedule["byday"].split(","))
    return f"{days} {schedule['opens_at'][:5]}-{schedule['closes_at'][:5]}"


def _day(written: str) -> date | None:
    if not written:
        return None
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S"):
        try:
            day = datetime.strptime(written, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
        if day > date.today():  # noqa: DTZ011  the operator's own day
            raise Unreadable(f"Nagekeken op: {written} is in the future")
        return day
    raise Unreadable(f"Nagekeken op: write the day as 2026-11-22, and not {written}")


def _several(written: str, marks: str = ",;\n") -> list[str]:
    return [each.strip() for each in re.split(f"[{marks}]", written) if each.strip()]


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
