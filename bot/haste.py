"""Haste: how many updates one chat may send in a minute until it is asked to slow down."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

MOST = 60
"""Updates of one chat in a minute: nobody taps that fast, and a script would crowd out the others."""

MINUTE = timedelta(minutes=1)

CHATS = 10_000
"""Chats that are watched at once; the one that was quiet longest makes room."""


class Haste:
    """Counts the updates of each chat in the current minute."""

    def __init__(self) -> None:
        self._counts: OrderedDict[int, tuple[datetime, int]] = OrderedDict()

    def count(self, chat: int, now: datetime) -> int:
        """Count one more update; gives by how many the chat is over the limit, 0 when it is not."""
        since, count = self._counts.pop(chat, (now, 0))
        if now - since >= MINUTE:
            since, count = now, 0
        self._counts[chat] = (since, count + 1)
        if len(self._counts) > CHATS:
            self._counts.popitem(last=False)
        return max(0, count + 1 - MOST)
