"""Trouble on demand: what goes wrong with which calls, and how often."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

Kind = Literal["flood", "fault", "drop_before", "drop_after", "slow", "stall"]


@dataclass(slots=True)
class Trouble:
    """One kind of trouble.

    flood        429, asking to wait ``seconds``
    fault        ``code``, and nothing is done
    drop_before  the connection is closed, and nothing is done
    drop_after   it is done, and the connection is closed without an answer
    slow         it is done after ``seconds``
    stall        it is done at once, and answered after ``seconds``

    It befalls calls of ``method`` (or any) for ``chat`` (or any), each with this ``chance``, and
    so many ``times`` (None: without end).
    """

    kind: Kind
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    chance: float = 1.0
    seconds: float = 1.0
    code: int = 502


class Troubles:
    """All the trouble there is; each call takes at most one."""

    def __init__(self, seed: int = 0) -> None:
        self.all: list[Trouble] = []
        self.caused = 0
        self._random = random.Random(seed)  # noqa: S311

    def befalling(self, method: str, chat: int | None) -> Trouble | None:
        for trouble in self.all:
            if self._fits(trouble, method, chat):
                self._use(trouble)
                return trouble
        return None

    def _fits(self, trouble: Trouble, method: str, chat: int | None) -> bool:
        if trouble.method not in {None, method} or trouble.chat not in {None, chat}:
            return False
        return trouble.chance >= 1 or self._random.random() < trouble.chance

    def _use(self, trouble: Trouble) -> None:
        self.caused += 1
        if trouble.times is not None:
            trouble.times -= 1
            if trouble.times <= 0:
                self.all.remove(trouble)
