"""A session: everything one chat remembers, as one value with a JSON round trip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

SCHEMA = 1
"""Version of the stored form; goes into buttons too. Raise it with a step in ``MIGRATIONS``."""

Json = dict[str, Any]

YOUNG_LINK = "young"
"""What a link for young people has in its payload, alone or beside other parts: ``?start=young``."""


CAREFUL_TURNS = 8
"""Turns after heavy words until we ask once more how it is."""


@dataclass(slots=True)
class Person:
    """Somebody around the carer, by a nickname; never a surname, phone number or address.

    Empty means not told. ``line`` is close, good, distant, tense, conflict or broken; ``gives`` me, them or both;
    ``energy`` gives, neutral or costs; ``near`` home, street, town or far; ``often`` daily, weekly, monthly or
    rarely; ``knows`` all, some or nothing; ``whose`` mine, theirs (of the cared-for person) or both. ``helps`` is
    what somebody already does, in the carer's words; ``can`` holds kinds of tasks, or tasks from a distance;
    ``step`` is the RADIO step that was chosen.
    """

    name: str
    relation: str = ""
    adult: bool | None = None
    circle: str = ""
    support: list[str] = field(default_factory=list)
    rather_not: bool = False
    asked: bool = False
    line: str = ""
    gives: str = ""
    energy: str = ""
    near: str = ""
    often: str = ""
    loaded: bool | None = None
    knows: str = ""
    whose: str = ""
    helps: list[str] = field(default_factory=list)
    can: list[str] = field(default_factory=list)
    step: str = ""


@dataclass(slots=True)
class Wish:
    """Something the carer would like to share: a task from the list, or their own words."""

    task: str = ""
    words: str = ""


@dataclass(slots=True)
class AskPlan:
    """One ask (hulpvraag): who, what, when, how often, how long, until when, an easy no.

    Each field holds a choice's code or the person's own words; empty means left out.
    ``text`` replaces the drafted words when the person wrote their own. ``moment`` is what was
    understood of ``when``, ``agreed_on`` of what was agreed; ``extras`` are the sentences that were
    added, ``language`` is the helper's, and ``nudges`` counts how often we asked whether it was asked.
    """

    wish: Wish = field(default_factory=Wish)
    helper: str = ""
    when: str = ""
    often: str = ""
    long: str = ""
    until: str = ""
    easy_no: bool = True
    text: str = ""
    status: str = "draft"
    moment: dict[str, str | bool] = field(default_factory=dict)
    agreed_on: dict[str, str | bool] = field(default_factory=dict)
    extras: dict[str, str] = field(default_factory=dict)
    tone: str = ""
    language: str = ""
    courage: list[int] = field(default_factory=list)
    nudges: int = 0


@dataclass(slots=True)
class Check:
    """How it weighed on a day (YYYY-MM-DD): each area from 0 to 4, and how long it can go on."""

    date: str
    levels: dict[str, int] = field(default_factory=dict)
    perseverance: str = ""


@dataclass(slots=True)
class Session:
    """One conversation: where it is, what was answered, who is around, what is asked."""

    state: str
    language: str = "nl"
    country: str = ""
    home: str = ""
    once: str = ""
    turn: int = 0
    consent: bool | None = None
    policy: str = ""
    consented_on: str = ""
    heard_at: str = ""
    reminded_on: str = ""
    warn: bool = False
    reachable: bool = True
    pending: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    chosen: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    asks: list[AskPlan] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    current_ask: int = 0
    notes: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undo: list[Json] = field(default_factory=list)
    tapped: str = ""
    careful: int = 0
    violence: bool = False
    moved: bool = False
    counted: list[str] = field(default_factory=list)
    aloud: str = ""
    """What is read aloud, as somebody asked: "every" message, the next "once", or nothing."""
    voiced: bool = False
    """Whether there is a voice for the language of the talk; the host tells it before each turn."""
    own_language: str = ""
    """The language that was chosen, while words of danger are answered in the one in which they were written."""

    @property
    def young(self) -> bool:
        """Tell whether the young register is meant for this person."""
        return self.answers.get("welcome.age") in {"under16", "16to24"} or self._young_by_link()

    @property
    def child(self) -> bool:
        """Tell whether this person said to be under 16; who tells no age by the young link gets the same care."""
        return self.answers.get("welcome.age") == "under16" or self._young_by_link()

    def _young_by_link(self) -> bool:
        unsaid = self.answers.get("welcome.age") in {None, "unsaid"}
        return unsaid and YOUNG_LINK in str(self.answers.get("payload", "")).replace("_", "-").split("-")

    @property
    def ask(self) -> AskPlan | None:
        """The ask that is being worked on."""
        return self.asks[self.current_ask] if self.current_ask < len(self.asks) else None

    def to_json(self) -> Json:
        """Give the stored form: plain dictionaries, lists, strings, numbers, and the schema.

        Only what may be taken back is shared with the session, in patches that nobody changes.
        """
        return {"schema": SCHEMA, **self.parts(NAMES[Session])}

    def parts(self, names: Iterable[str]) -> Json:
        """Give some of the fields, in their stored form."""
        return {name: self.undo[:] if name == "undo" else _stored(getattr(self, name)) for name in names}

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """Read a stored form of this or an earlier schema; what a newer one added is left out."""
        for migrate in MIGRATIONS[stored.get("schema", 1) - 1 :]:
            stored = migrate(stored)
        session = cls(**_known(cls, {**stored, "undo": []}))
        session.undo = list(stored.get("undo", []))
        session.people = [Person(**_known(Person, person)) for person in stored.get("people", [])]
        session.asks = [
            AskPlan(**_known(AskPlan, ask) | {"wish": Wish(**_known(Wish, ask["wish"]))})
            for ask in stored.get("asks", [])
        ]
        session.checks = [Check(**_known(Check, check)) for check in stored.get("checks", [])]
        return session

    def copy(self) -> Self:
        """Give an equal session that can change without changing this one."""
        return replace(
            self,
            answers=_stored(self.answers),
            chosen=self.chosen[:],
            people=[
                replace(each, support=each.support[:], helps=each.helps[:], can=each.can[:]) for each in self.people
            ],
            asks=[_ask_copied(each) for each in self.asks],
            checks=[replace(each, levels={**each.levels}) for each in self.checks],
            notes=self.notes[:],
            done=self.done[:],
            undo=self.undo[:],
            counted=self.counted[:],
        )


def _ask_copied(ask: AskPlan) -> AskPlan:
    """Give an equal ask that shares nothing that can change."""
    own = {name: _stored(getattr(ask, name)) for name in ("moment", "agreed_on", "extras", "courage")}
    return replace(ask, wish=replace(ask.wish), **own)


PLAIN = frozenset({str, int, bool, type(None)})
"""What nobody can change, so that it need not be copied."""

NAMES: dict[type[Any], tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind)) for kind in (Session, Person, AskPlan, Wish, Check)
}


def _known(kind: type[Any], stored: Json) -> Json:
    """Leave out what a newer version added; lists and dictionaries are copied, never shared."""
    return {name: _stored(stored[name]) for name in NAMES[kind] if name in stored}


def _stored(value: Any) -> Any:
    """Give a value in its stored form; the standard library's asdict takes ten times as long."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is list:
        return [each if type(each) in PLAIN else _stored(each) for each in value]
    if kind is dict:
        return {key: each if type(each) in PLAIN else _stored(each) for key, each in value.items()}
    if kind in NAMES:
        return {name: _stored(getattr(value, name)) for name in NAMES[kind]}
    return value


MIGRATIONS: tuple[Any, ...] = ()
"""One function for each step from a schema to the next: stored form in, stored form out."""
