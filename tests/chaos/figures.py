"""The figures of a storm: counted while it rages, told at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import inf
from statistics import median
from typing import TYPE_CHECKING

from tests.chaos.proof import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.chaos.script import Script
    from tests.chaos.witness import Attempt, Witness


@dataclass(slots=True)
class Figures:
    """What happened, in numbers; ``ends`` is when each life ended, in seconds of the monotonic clock.

    ``needless`` are replies that came once more though their life had time to note them.
    """

    endings: Counter[str] = field(default_factory=Counter)
    mishaps: Counter[str] = field(default_factory=Counter)
    ends: dict[int, float] = field(default_factory=dict)
    codes: set[int | None] = field(default_factory=set)
    missed: int = 0
    unsent: int = 0
    chats: int = 0
    updates: int = 0
    repeated: int = 0
    replies: int = 0
    unanswered: int = 0
    ages: list[float] = field(default_factory=list)
    needless: int = 0
    lost: int = 0
    dropped: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def kills(self) -> int:
        """How often the bot was killed."""
        return self.endings.total() - self.endings["stop"]

    def ended(self, ending: str, mishap: str, code: int | None) -> None:
        """Note the end of a life."""
        self.endings[ending] += 1
        self.mishaps[mishap] += 1
        if ending == "stop":
            self.codes.add(code)

    def count(self, witness: Witness, scripts: Mapping[int, Script]) -> None:
        """Count what was handed out and what arrived. Raises Disorder."""
        self.chats, self.updates = len(scripts), len(witness.handed_out)
        self.repeated = witness.handed_out.total() - self.updates
        self.troubles = witness.weather.kinds
        for chat, script in scripts.items():
            attempts = witness.attempts[chat]
            result = told(script.replies, attempts)
            self.replies += len(script.replies)
            self.lost += result.lost
            self.dropped += sum(each.key is None for each in attempts)
            for arrived in result.doubles:
                for each in arrived[:-1]:
                    self._count_double(each, witness.noted.get(each.life, -inf))

    def _count_double(self, first: Attempt, noted: float) -> None:
        """Count what arrived once more: it was on its way when its life ended, or hardly answered."""
        age = self.ends[first.life] - first.answered
        self.unanswered += age <= 0
        self.ages += [age] if age > 0 else []
        self.needless += first.answered < noted

    def lines(self) -> Iterator[str]:
        """Tell the figures."""
        yield f"{self.kills} kills ({_listed(self.endings)}; {self.missed} came too late for their moment)"
        yield f"{_listed(self.mishaps)}; {_listed(self.troubles)}"
        yield f"{self.chats} chats, {self.updates} updates, handed out once more {self.repeated} times"
        yield f"{self.replies} replies, {self.unsent} of them committed and not sent at a kill"
        yield (
            f"{self.unanswered + len(self.ages)} arrived once more: {self.unanswered} were on their way at a kill, "
            f"{len(self.ages)} were answered and not yet noted, half of those within "
            f"{median(self.ages or [0]):.2f} s, all within {max(self.ages, default=0):.2f} s"
        )
        yield f"{self.lost} never arrived, of {self.dropped} whose connection was dropped before they were read"
        yield f"{self.seconds:.0f} seconds"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(counts.items()))
