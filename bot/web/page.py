"""A page: what is kept beside a talk so that a browser can show it, and show it again.

It stands in the same sealed row as the talk, and so it is erased, moved and expires with it.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Self

from bot.post import Json

IDLE = timedelta(minutes=30)
"""How long a browser may be silent until the talk closes on it, unless the phone is the person's own."""

MOST_BUBBLES = 60
"""What can be scrolled back to; everything that was answered stands in the talk itself."""

MOST_DOORS = 5
MOST_POSTS = 50
"""Posts that are recognised when they come again: a browser that lost its line sends only its last."""


@dataclass(slots=True)
class Bubble:
    """Something that stands in the talk: said, own, draft, picture, voice, file, or a note of the page itself.

    A picture has a title, and its content is what it tells; that of a voice is what it reads. A file has a name;
    its content is empty when it can be made anew from the talk.
    """

    number: int
    kind: str
    text: str = ""
    name: str = ""
    content: str = ""


@dataclass(slots=True)
class Door:
    """A browser that may show the talk; ``proof`` is the digest of the secret in its cookie.

    A door that is ``shut`` shows nothing of the talk until it is opened by a tap.
    """

    proof: str
    seen: float
    own: bool = False
    shut: bool = False

    def is_open_to(self, secret: bytes, now: datetime) -> bool:
        """Tell whether this is the browser's door, and it has not been silent for too long."""
        known = hmac.compare_digest(self.proof, proof(secret))
        return known and (self.own or now.timestamp() - self.seen <= IDLE.total_seconds())


@dataclass(slots=True)
class Moment:
    """A moment at which to come back to something; on a page, at the next visit after it."""

    reminder: str
    ask: int
    due: float


@dataclass(slots=True)
class Page:
    """The browser's side of one talk.

    ``words`` is the number, in hex, behind the words by which a kept talk is found again. ``taken`` counts
    the posts, so that a form knows which it is; ``cleared`` is the last bubble that was taken away.
    """

    words: str
    doors: list[Door] = field(default_factory=list)
    bubbles: list[Bubble] = field(default_factory=list)
    screen: Json = field(default_factory=dict)
    shown: int = 0
    cleared: int = 0
    taken: int = 0
    recent: list[str] = field(default_factory=list)
    kept: bool = False
    moments: list[Moment] = field(default_factory=list)

    def to_json(self) -> Json:
        """Give the stored form."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """Read the stored form; what a newer version added is left out."""
        page = cls(**_known(cls, stored))
        page.doors = [Door(**_known(Door, each)) for each in stored.get("doors", [])]
        page.bubbles = [Bubble(**_known(Bubble, each)) for each in stored.get("bubbles", [])]
        page.moments = [Moment(**_known(Moment, each)) for each in stored.get("moments", [])]
        return page

    def add(self, kind: str, text: str = "", name: str = "", content: str = "") -> None:
        """Put a bubble below the others; the oldest makes room."""
        self.shown += 1
        self.bubbles = [*self.bubbles, Bubble(self.shown, kind, text, name, content)][-MOST_BUBBLES:]

    def clear(self) -> None:
        """Take every bubble away."""
        self.cleared, self.bubbles = self.shown, []

    def since(self, number: int) -> list[Bubble] | None:
        """Give the bubbles after a number; None when those on the screen can't just be added to."""
        first = self.bubbles[0].number if self.bubbles else self.shown + 1
        whole = max(self.cleared, first - 1) <= number <= self.shown
        return [each for each in self.bubbles if each.number > number] if whole else None

    def is_new(self, post: str) -> bool:
        """Note a post; tells False when it was taken already."""
        if post in self.recent:
            return False
        self.recent = [*self.recent, post][-MOST_POSTS:]
        self.taken += 1
        return True

    def admit(self, secret: bytes, now: datetime) -> Door:
        """Make a door for another browser; the one that was used longest ago makes room."""
        door = Door(proof(secret), now.timestamp())
        self.doors = [*sorted(self.doors, key=lambda each: each.seen), door][-MOST_DOORS:]
        return door

    def door(self, secret: bytes, now: datetime) -> Door | None:
        """Find the door that this secret opens."""
        return next((each for each in self.doors if each.is_open_to(secret, now)), None)

    def lasts(self) -> bool:
        """Tell whether somebody can come back to the talk after a while."""
        return self.kept or any(each.own for each in self.doors)


def proof(secret: bytes) -> str:
    """Give what is kept of a secret: enough to recognise it, too little to show it."""
    return hashlib.sha256(secret).hexdigest()


def _known(kind: type[Any], stored: Json) -> Json:
    return {each.name: stored[each.name] for each in fields(kind) if each.name in stored}
