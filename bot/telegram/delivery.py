"""One call on its way: what becomes of it after each try, and how often that happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from bot.telegram.verdict import Verdict, judge, lighter, reason, seconds_to_wait

if TYPE_CHECKING:
    from bot.post import Waiting

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
FAULTS_MOST = 10
"""So often a message may fail at the server, while others go through, before it is given up."""

log = structlog.get_logger()


@dataclass(slots=True)
class Counts:
    """How the calls ended since the start."""

    sent: int = 0
    repeated: int = 0
    held_up: int = 0
    unknown: int = 0
    refused: int = 0
    blocked: int = 0
    fleeting: int = 0
    fleeting_lost: int = 0


class Pauses:
    """How long to wait before each next try: twice as long each time, up to a limit; in seconds."""

    def __init__(self, first: float = FIRST_PAUSE_SECONDS, longest: float = LONGEST_PAUSE_SECONDS) -> None:
        self._pause = first
        self._longest = longest

    def next(self) -> float:
        """Give the next pause."""
        pause, self._pause = self._pause, min(2 * self._pause, self._longest)
        return pause


class Delivery:
    """One call on its way: what to do after each try that failed."""

    def __init__(self, waiting: Waiting) -> None:
        self.call = waiting.call
        self.is_blocked = False
        self._number = waiting.number
        self._pauses = Pauses()
        self._faults = 0
        self._sent_before = 0

    def after(self, error: Exception, counts: Counts) -> float | None:
        """Tell after how many seconds to try again; None if it is settled."""
        verdict = judge(error, self.call)
        if verdict is Verdict.FAULT and self._is_hopeless(counts):
            verdict = Verdict.REFUSED
        if verdict is Verdict.WAIT:
            counts.held_up += 1
            return seconds_to_wait(error)
        if verdict in {Verdict.AGAIN, Verdict.FAULT}:
            counts.repeated += 1
            return self._pauses.next()
        if verdict is Verdict.REFUSED:
            return self._refused(error, counts)
        self._settle(verdict, counts)
        return None

    def _refused(self, error: Exception, counts: Counts) -> float | None:
        instead = lighter(self.call, error)
        if instead is not None:
            self.call = instead
            counts.repeated += 1
            return 0.0
        counts.refused += 1
        log.warning("call_refused", number=self._number, method=self.call.method, reason=reason(error))
        return None

    def _settle(self, verdict: Verdict, counts: Counts) -> None:
        counts.unknown += verdict is Verdict.UNKNOWN
        counts.blocked += verdict is Verdict.BLOCKED
        self.is_blocked = verdict is Verdict.BLOCKED

    def _is_hopeless(self, counts: Counts) -> bool:
        """Tell whether the server keeps failing on this call, while it serves others."""
        if counts.sent > self._sent_before:
            self._faults += 1
            self._sent_before = counts.sent
        return self._faults > FAULTS_MOST
