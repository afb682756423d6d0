"""Counting: how often something happened, for a support centre's report; never to whom.

Each thing counts once in a talk. Before somebody agreed to keeping, only that a talk began counts.
What counted stands in the session itself, so that it goes when the talk goes; the sums stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dialogues.areas import AREAS
from dialogues.book import chapter_of
from dialogues.needs import unmet
from dialogues.turn import REST

if TYPE_CHECKING:
    from bot.scene import Scene
    from dialogues.session import Session

Counted = tuple[str, str]
"""What is counted, and of which value: ("language", "nl"), ("chapter", "network"), ("helped", a service)."""

OF_A_SERVICE = ("pointed", "helped", "wrong")
LOOKED_BACK = ("support", "rest")
"""Chapters in which it is clear for which wishes there is nobody."""


def count(before: Session, scene: Scene) -> None:
    """Gather what this turn counts for the first time in this talk."""
    session = scene.session
    told = [*_told(before, session), *((what, value, "") for what, value in scene.counted)]
    scene.counted = []
    for what, value, key in told:
        known = f"{what}:{key or value}"
        if known not in session.counted and (session.consent or what == "started"):
            session.counted.append(known)
            scene.counted.append((what, value))


def _told(before: Session, session: Session) -> Iterator[tuple[str, str, str]]:
    if not before.turn:
        yield "started", "", ""
    yield "agreed", "", ""
    yield "language", session.language, "once"
    if age := session.answers.get("welcome.age"):
        yield "register", "young" if session.young else "adult", "once"
        yield "age", str(age), "once"
    yield from _course(session)
    yield from _asks(session)


def _course(session: Session) -> Iterator[tuple[str, str, str]]:
    chapter = chapter_of(session.state)
    if not chapter.aside and session.state != REST:
        yield "chapter", chapter.name, ""
    area = session.answers.get("strain.heaviest")
    if area in AREAS:
        yield "weighs", str(area), "once"
    if chapter.name in LOOKED_BACK:
        yield from (("open", task, "") for task in unmet(session))


def _asks(session: Session) -> Iterator[tuple[str, str, str]]:
    for number, ask in enumerate(session.asks):
        if ask.helper and ask.status != "draft":
            yield "ask", "made", f"{number}"
            if ask.status in {"asked", "agreed", "refused", "dropped"}:
                yield "came", ask.status, f"{number}"
