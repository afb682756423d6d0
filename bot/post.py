"""What comes in and goes out: the plain values that the parts of the bot hand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from dialogues.inputs import Input

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Inquired:
    """The person typed the bot's name in another chat: which draft is meant? ``number`` is the question's own."""

    query: str
    number: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update from a channel.

    ``chat`` is the channel's number for the conversation, ``update`` the number by which a
    repeated delivery is recognised, ``language`` the person's IETF tag if the channel tells it.
    ``tap`` and ``message`` identify a tapped button and the message that it stands on.
    """

    update: int
    chat: int
    input: Input | Inquired
    language: str = ""
    tap: str = ""
    message: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API: the method's name and its JSON parameters.

    What ``can_be_spared`` is left out when very much is going on.
    """

    method: str
    data: Json
    can_be_spared: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A call that stands in the outbox: it is stored until it has been sent."""

    number: int
    chat: int
    call: Call


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a committed batch of turns leaves to be sent.

    ``waiting`` is stored and must arrive, in order for each chat; ``fleeting`` is worth one try
    (the spinner of a tapped button, the mark on the choice that was made).
    """

    waiting: Sequence[Waiting] = field(default_factory=list)
    fleeting: Sequence[Call] = field(default_factory=list)


class Talks(Protocol):
    """The conversations, as a channel sees them."""

    def take(self, batch: Sequence[Incoming], now: datetime) -> Outcome:
        """Take a turn for each update, all in one transaction; returns after the commit."""

    def come_due(self, now: datetime) -> Outcome:
        """Take the turns of reminders that are due, in one transaction; returns after the commit."""
