"""What a turn wants to happen: plain data. The host has exactly one handler for each class."""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.words import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: ``code`` is what comes back when it is tapped (lower-case ASCII, at most 24)."""

    code: str
    label: Words


@dataclass(frozen=True, slots=True)
class Progress:
    """Where we are: the chapter's title, and which of its steps this is."""

    chapter: Words
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class Screen:
    """A question as it is put: words, choices, and the ways out that stand under every question.

    ``turn`` and ``schema`` go with each button, so that an old one is recognised.
    ``chosen`` are the codes that are ticked where several may be chosen.
    """

    state: str
    schema: int
    turn: int
    words: Words
    choices: tuple[Choice, ...] = ()
    ways_out: tuple[Choice, ...] = ()
    chosen: frozenset[str] = frozenset()
    columns: int = 1
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Send a message that asks nothing."""

    words: Words


@dataclass(frozen=True, slots=True)
class Ask:
    """Put a question."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Redraw:
    """The ticks on the screen that is already there changed."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Toast:
    """A short answer to a tap, shown for a moment; at most 200 characters."""

    words: Words


@dataclass(frozen=True, slots=True)
class Answered:
    """Show on the screen that was tapped which choice was made."""

    label: Words


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """Send a drafted message on its own, with the person's own means to copy and share it.

    ``language`` is the reader's, when it is not the language of the talk.
    """

    draft: Words
    language: str = ""


@dataclass(frozen=True, slots=True)
class SendPage:
    """Send a page to print (A4): headings, each with its text; ``language`` as with a draft."""

    name: str
    title: Words
    sections: tuple[tuple[Words | None, Words], ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class SendEvent:
    """Send an agreed moment as a file for a calendar.

    ``day`` is an ISO date; without ``start`` it takes the whole day. ``every`` is how often it
    comes back (weekly, fortnightly, monthly), ``until`` the ISO date of the last time, if there is one.
    """

    title: Words
    day: str
    start: str = ""
    end: str = ""
    every: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Remind:
    """Come back in so many days, or ``on`` a day (ISO), in the daytime; replaces an earlier one for the same ask."""

    reminder: str
    ask: int
    days: int = 0
    on: str = ""


@dataclass(frozen=True, slots=True)
class ForgetReminders:
    """Nothing agreed needs to come back any more."""


@dataclass(frozen=True, slots=True)
class FindPlace:
    """Look up which municipalities a postcode or place name may be; comes back as PlacesFound."""

    query: str


@dataclass(frozen=True, slots=True)
class FindServices:
    """Look up services that fit: the places of the carer and the cared-for person, the kinds, the best first.

    It comes back as ServicesFound.
    """

    place: str
    cared_place: str
    country: str
    kinds: tuple[str, ...]
    age: str
    language: str
    steunpunt: str = ""


@dataclass(frozen=True, slots=True)
class CountService:
    """Somebody said something of a service: "pointed" to, "helped", or "wrong"; it counts, without who."""

    service: str
    what: str


@dataclass(frozen=True, slots=True)
class SendTakeAlong:
    """Send a page to take along: the chosen services, the words to say there, and the own questions."""


@dataclass(frozen=True, slots=True)
class SendExport:
    """Send the person everything that is kept about them."""


@dataclass(frozen=True, slots=True)
class MapPerson:
    """Somebody on the picture of the network: codes of ``dialogues.people`` and ``dialogues.picture``.

    ``area`` is the part of life where the person belongs; "" leaves out what is not known.
    """

    name: str
    circle: str = ""
    area: str = ""
    line: str = ""
    gives: str = ""
    support: tuple[str, ...] = ()
    energy: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True)
class DrawMap:
    """Show the picture of the network; ``words`` tell the same to who cannot see it, and stand in for it."""

    people: tuple[MapPerson, ...]
    cared_for: Words
    words: Words


@dataclass(frozen=True, slots=True)
class Levels:
    """How heavy each area is, 0 to 4, on a day (ISO); an area that was not asked about is not in it."""

    levels: tuple[tuple[str, int], ...]
    on: str = ""


@dataclass(frozen=True, slots=True)
class DrawStrain:
    """Show where it weighs now, and how it was at earlier checks, oldest first; ``words`` tell the same."""

    now: Levels
    earlier: tuple[Levels, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """Let somebody hear words, and then what can be chosen; ``asked`` when it was for these words."""

    words: Words
    choices: tuple[Words, ...] = ()
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Hide:
    """Take the last messages off the screen, for somebody who must not be seen talking here."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase this conversation, everything that waits to be sent, and every reminder."""


Effect = (
    Say
    | Ask
    | Redraw
    | Toast
    | Answered
    | OfferDraft
    | SendPage
    | SendEvent
    | Remind
    | ForgetReminders
    | FindPlace
    | FindServices
    | CountService
    | SendTakeAlong
    | SendExport
    | DrawMap
    | DrawStrain
    | ReadAloud
    | Hide
    | Forget
)
