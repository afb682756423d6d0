"""What is measured while the bot works; nobody can be told from it."""

from __future__ import annotations

from collections.abc import Iterable


class Meter:
    """Measures nothing; ``bot.metrics.Metrics`` does. Every method may be called from any thread."""

    def update(self, kind: str) -> None:
        """Count an update that was taken: said, tapped, commanded, started, sent, blocked or ignored."""

    def batch(self, updates: int, database: float) -> None:
        """Note one transaction: how many updates it took, and how long the database had it."""

    def turn(self, language: str, crises: Iterable[str]) -> None:
        """Note a committed turn: the language of the talk, and which danger it answered to, if any."""

    def replied(self, seconds: float) -> None:
        """Note how long after an update was received its first reply had been sent."""

    def reminded(self, late: float) -> None:
        """Note how many seconds after its moment a reminder was taken up."""


UNMEASURED = Meter()
