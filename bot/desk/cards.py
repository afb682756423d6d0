"""A card: an entry of the directory as staff sees and changes it, read with the same rules as a sheet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from bot.directory.gazetteer import gazetteer
from bot.directory.hsds import Service
from bot.directory.sheet import COLUMNS, Unreadable, area, row_of, service_of
from bot.directory.steunpunten import Steunpunt
from bot.store.changes import SERVICE, STEUNPUNT, Address
from bot.store.register import Entry, Listed
from dialogues.languages import LANGUAGES

COLUMN_OF = {field: column for column, field in COLUMNS.items()}
CHECKED = "Nagekeken op"
GREETING = "greeting-"

OF_BOTH = ("name", "application_process", "expect", "phones", "url", "schedules", "languages")
OF_SERVICE = (*OF_BOTH, "location", "fees_description", "wait_time", "alert", "status")
OF_STEUNPUNT = (*OF_BOTH, *(f"{GREETING}{each}" for each in LANGUAGES))
OF_OPERATOR = {SERVICE: "keeper", STEUNPUNT: "areas"}
"""What only an operator changes: whose an entry is, and where a support centre works."""

PART_OF = {"location": "locations", "expect": "attributes", "keeper": "attributes", "areas": "service_areas"}
"""Where in a service a field stands, when it has another name there."""

REACHED_BY = "phones"
"""The field beside which is told that nobody can reach an entry, or that its parts do not go together."""

Typed = Mapping[str, str]


class Wrong(Exception):  # noqa: N818  told to whoever typed it
    """What was typed can't be used: the fields that are not right."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


@dataclass(frozen=True)
class Card:
    """A service or a support centre; ``stored`` is the entry exactly as the database has it."""

    model: Service | Steunpunt
    stored: Entry

    @property
    def kind(self) -> str:
        """Tell which of both it is."""
        return STEUNPUNT if isinstance(self.model, Steunpunt) else SERVICE

    @property
    def address(self) -> Address:
        """Tell which entry it is."""
        return (self.kind, self.model.code if isinstance(self.model, Steunpunt) else self.model.id)

    @property
    def service(self) -> Service:
        """Give it as carers meet it."""
        return self.model.as_service() if isinstance(self.model, Steunpunt) else self.model

    @property
    def keeper(self) -> str:
        """Give the code of the support centre whose entry it is, or nothing."""
        return self.service.keeper

    @property
    def version(self) -> str:
        """Give what tells this state of the entry from any other."""
        return hashlib.sha256(json.dumps(self.stored, sort_keys=True).encode()).hexdigest()[:16]

    def fields(self, *, operator: bool) -> tuple[str, ...]:
        """Name the fields that can be changed here, as they stand in the form."""
        own = OF_STEUNPUNT if self.kind == STEUNPUNT else OF_SERVICE
        return (*own, OF_OPERATOR[self.kind]) if operator else own

    def typed(self) -> dict[str, str]:
        """Write the entry as one would type it."""
        told = {field: row_of(self.service)[column] for field, column in COLUMN_OF.items()}
        told["areas"] = ", ".join(_area_written(each.extent) for each in self.service.service_areas)
        if isinstance(self.model, Steunpunt):
            told |= {f"{GREETING}{each}": self.model.greeting.get(each, "") for each in LANGUAGES}
        return told

    def read(self, typed: Typed) -> Card:
        """Give the card with what was typed in it. Raises Wrong, with every field that is not right."""
        try:
            return self._made(typed)
        except (Unreadable, ValidationError) as error:
            alone = (field for field in typed if not self._takes(field, typed[field]))
            raise Wrong(tuple(alone) or (REACHED_BY,)) from error

    def checked(self, day: date, who: str) -> Card:
        """Give the card as it is after somebody has checked it; who stays as it was when nobody is named."""
        return self._with({"assured_date": day, "assurer_email": who or self.model.assurer_email})

    def _takes(self, field: str, text: str) -> bool:
        with suppress(Unreadable, ValidationError):
            return bool(self._made({field: text}))
        return False

    def _made(self, typed: Typed) -> Card:
        """Read all that stands there as a row of a sheet; what a sheet has no column for stays as it is."""
        columns = {COLUMN_OF[field]: text for field, text in typed.items() if field in COLUMN_OF}
        service = service_of({**row_of(self.service), **columns, CHECKED: ""})
        if isinstance(self.model, Steunpunt):
            return self._with(_as_steunpunt(service, typed, self.model))
        before = self.typed()
        changed = {PART_OF.get(field, field) for field, text in typed.items() if text != before[field]}
        return self._with({part: getattr(service, part) for part in changed})

    def _with(self, told: Mapping[str, object]) -> Card:
        model = type(self.model).model_validate({**self.model.model_dump(), **told})
        return Card(model, model.model_dump(mode="json"))


def card_of(kind: str, stored: Entry) -> Card:
    """Give the card of a stored entry. Raises ValidationError."""
    model = Steunpunt if kind == STEUNPUNT else Service
    return Card(model.model_validate(stored), stored)


def _as_steunpunt(service: Service, typed: Typed, before: Steunpunt) -> dict[str, object]:
    """Give the fields of a support centre, read as those of a service are."""
    same = ("name", "application_process", "expect", "phones", "schedules", "languages")
    greetings = {name.removeprefix(GREETING): text for name, text in typed.items() if name.startswith(GREETING)}
    return {
        **{name: getattr(service, name) for name in same},
        "website": service.url,
        "municipalities": [each.extent for each in service.service_areas],
        "greeting": {code: text for code, text in {**before.greeting, **greetings}.items() if text.strip()},
    }


def _area_written(code: str) -> str:
    """Write an area by its name where that can only mean this one."""
    known = gazetteer().municipalities.get(code)
    with suppress(Unreadable):
        if known and area(known.name)["extent"] == code:
            return known.name
    return code


def cards_of(listed: Listed) -> Iterator[Card]:
    """Give a card for every entry that can be read, the support centres first."""
    for kind, entries in ((STEUNPUNT, listed.steunpunten), (SERVICE, listed.services)):
        for stored in entries:
            with suppress(ValidationError):
                yield card_of(kind, stored)
