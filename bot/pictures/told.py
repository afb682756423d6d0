"""What a picture tells, in words that are ready: this is stored until it is sent, and drawn then."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Self

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person on the map; the codes are those of ``dialogues.effects.MapPerson``."""

    name: str
    circle: str = ""
    area: str = ""
    line: str = ""
    gives: str = ""
    support: tuple[str, ...] = ()
    energy: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True)
class MapTold:
    """The map of the people around somebody. ``words`` says each code that the picture explains."""

    language: str
    right_to_left: bool
    title: str
    date: str
    telling: str
    me: str
    cared_for: str
    people: tuple[Somebody, ...]
    words: dict[str, dict[str, str]]

    def to_json(self) -> Json:
        """Give the stored form."""
        return {"kind": "map", **asdict(self)}

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """Read the stored form."""
        given = {name: value for name, value in stored.items() if name != "kind"}
        people = tuple(Somebody(**{**each, "support": tuple(each["support"])}) for each in stored["people"])
        return cls(**{**given, "people": people})


@dataclass(frozen=True, slots=True)
class Check:
    """How heavy each area was at one time, in the order of the areas; None where it was not asked."""

    date: str
    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class StrainTold:
    """Where it weighs: the areas, in words how heavy each level is, and the checks, the newest last."""

    language: str
    right_to_left: bool
    title: str
    trend: str
    telling: str
    areas: tuple[str, ...]
    weights: tuple[str, ...]
    checks: tuple[Check, ...]

    def to_json(self) -> Json:
        """Give the stored form."""
        return {"kind": "strain", **asdict(self)}

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """Read the stored form."""
        given = {name: value for name, value in stored.items() if name != "kind"}
        checks = tuple(Check(each["date"], tuple(each["levels"])) for each in stored["checks"])
        return cls(
            **{
                **given,
                "areas": tuple(stored["areas"]),
                "weights": tuple(stored["weights"]),
                "checks": checks,
            }
        )
