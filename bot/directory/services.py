"""The directory in use: all services and support centres at one moment, and which of them fit somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import structlog
from pydantic import ValidationError

from bot.directory.helplines import AGES
from bot.directory.hsds import Part, Service
from bot.directory.steunpunten import Steunpunt, service_id
from bot.store.register import Entry, Listed
from dialogues.effects import FindServices
from dialogues.inputs import FoundService
from dialogues.needs import FOR_THE_CARED_FOR

Read = TypeVar("Read", bound=Part)

log = structlog.get_logger()

MOST = 12
"""Services that are found at once; three are shown at a time."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Services by id and support centres by code."""

    services: dict[str, Service] = field(default_factory=dict)
    steunpunten: dict[str, Steunpunt] = field(default_factory=dict)

    @classmethod
    def of(cls, listed: Listed) -> Directory:
        """Read the stored entries."""
        steunpunten = list(_readable(Steunpunt, listed.steunpunten))
        services = list(_readable(Service, listed.services))
        own = [each.as_service() for each in steunpunten]
        return cls({each.id: each for each in (*own, *services)}, {each.code: each for each in steunpunten})

    def find(self, asked: FindServices) -> tuple[FoundService, ...]:
        """Give what fits, the best first: whose link was used, then by need, then the nearest to it."""
        fitting = [each for each in self.services.values() if _may_use(each, asked)]
        ranked = sorted(fitting, key=lambda each: self._rank(each, asked))
        return tuple(FoundService(each.id, each.name, _kind(each, asked)) for each in ranked[:MOST])

    def _rank(self, service: Service, asked: FindServices) -> tuple[bool, int, bool, bool, str]:
        languages = {each.code for each in service.languages}
        return (
            service.id != service_id(asked.steunpunt),
            asked.kinds.index(_kind(service, asked)),
            asked.language not in languages,
            bool(service.extents & {"NL", "BE"}),
            service.name.casefold(),
        )


NOTHING = Directory()

Shelf = Callable[[], Directory]
"""Gives the directory as it is now."""


@dataclass(slots=True)
class Kept:
    """A directory that is read anew when it is asked to; what can't be read leaves the old one."""

    read: Callable[[], Listed]
    directory: Directory = NOTHING

    def refresh(self) -> None:
        """Read what is stored now."""
        self.directory = Directory.of(self.read())

    def __call__(self) -> Directory:
        """Give the directory as it was last read."""
        return self.directory


def _readable(kind: type[Read], entries: Iterable[Entry]) -> Iterator[Read]:
    """Read entries; one that no longer makes sense, such as after a change of municipalities, is left out."""
    for entry in entries:
        try:
            yield kind.model_validate(entry)
        except ValidationError as error:
            log.warning("entry_left_out", what=kind.__name__, problems=error.error_count())


def _may_use(service: Service, asked: FindServices) -> bool:
    given = service.id == service_id(asked.steunpunt)
    wanted = bool(service.kinds & set(asked.kinds))
    near = any(_near(service, kind, asked) for kind in service.kinds & set(asked.kinds))
    return service.status == "active" and wanted and (given or near) and _fits_age(service, asked.age)


def _near(service: Service, kind: str, asked: FindServices) -> bool:
    """Help with tasks is where the cared-for person lives; the rest is where the carer lives."""
    where = asked.cared_place if kind in FOR_THE_CARED_FOR and asked.cared_place else asked.place
    return bool(service.extents & {where, asked.country})


def _fits_age(service: Service, age: str) -> bool:
    youngest, oldest = AGES.get(age, (0, 150))
    return (service.minimum_age or 0) <= oldest and youngest <= (service.maximum_age or 150)


def _kind(service: Service, asked: FindServices) -> str:
    near: Iterable[str] = [kind for kind in asked.kinds if kind in service.kinds and _near(service, kind, asked)]
    return next(iter(near), "steunpunt")
