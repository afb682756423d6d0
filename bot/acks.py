"""Calls that were sent and not yet noted so: whichever transaction comes next takes the note along."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


class Noting:
    """The notes of one transaction."""

    def __init__(self, acks: Acks) -> None:
        self._acks = acks
        self.numbers: list[int] = []

    def take(self) -> Sequence[int]:
        """Take all that can be noted by now: best just before the commit."""
        self.numbers = self._acks.taken()
        return self.numbers


class Acks:
    """Numbers of calls, from the moment they were sent until that is stored. Threads may share it.

    What was sent and is not noted when the process is killed, is sent once more: so notes do not wait.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._new: list[int] = []
        self._pending: set[int] = set()

    @property
    def pending(self) -> frozenset[int]:
        """All that is not stored yet."""
        with self._lock:
            return frozenset(self._pending)

    def __bool__(self) -> bool:
        """Tell whether there is anything that no transaction has taken along."""
        return bool(self._new)

    def __contains__(self, number: int) -> bool:
        return number in self._pending

    def note(self, numbers: Sequence[int]) -> None:
        """These were sent."""
        with self._lock:
            self._new += numbers
            self._pending.update(numbers)

    @contextmanager
    def noting(self) -> Iterator[Noting]:
        """Wrap a transaction; what it took along is done after it, and not done if it failed."""
        noting = Noting(self)
        try:
            yield noting
        except BaseException:
            with self._lock:
                self._new = noting.numbers + self._new
            raise
        with self._lock:
            self._pending.difference_update(noting.numbers)

    def taken(self) -> list[int]:
        """Give the numbers that no transaction has taken along."""
        with self._lock:
            numbers, self._new = self._new, []
        return numbers
