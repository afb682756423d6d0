"""The proof: what was sent, lost, doubled or put out of order, and what was remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from bot.serve import opened_store
from tests.chaos.script import timeless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.chaos.figures import Figures
    from tests.chaos.life import Home
    from tests.chaos.script import Key, Script
    from tests.chaos.witness import Attempt


class Disorder(AssertionError):  # noqa: N818
    """Something came that is not what had to come next."""


@dataclass(slots=True)
class Told:
    """What became of the replies to one chat: the attempts at each of them, in order."""

    here: int = 0
    attempts: dict[int, list[Attempt]] = field(default_factory=dict)

    @property
    def doubles(self) -> list[list[Attempt]]:
        """The replies that arrived more than once: when they did."""
        arrived = [[each for each in tried if each.key] for tried in self.attempts.values()]
        return [each for each in arrived if len(each) > 1]

    @property
    def lost(self) -> int:
        """How many replies never arrived: each of them is one whose connection was dropped unread."""
        return sum(all(each.key is None for each in tried) for tried in self.attempts.values())


def told(replies: Sequence[Key], attempts: Sequence[Attempt]) -> Told:
    """Explain the attempts: each life of the bot sends on in order, without a gap.

    A life may begin with what an earlier one had sent and not yet noted, never with something
    later than what comes next. Raises Disorder if it cannot be explained so.
    """
    result = Told()
    for life, group in groupby(attempts, key=lambda each: each.life):
        tried = list(group)
        start = _start(replies, [each.key for each in tried], result.here)
        if start is None:
            raise Disorder(f"Life {life} sent {[each.key for each in tried]}, not what comes after {result.here}")
        for number, each in enumerate(tried, start):
            result.attempts.setdefault(number, []).append(each)
        result.here = start + len(tried)
    return result


def _start(replies: Sequence[Key], tried: Sequence[Key | None], latest: int) -> int | None:
    for start in range(min(latest, len(replies) - len(tried)), -1, -1):
        if all(key in {None, replies[start + place]} for place, key in enumerate(tried)):
            return start
    return None


def shortcomings(figures: Figures, home: Home, scripts: Mapping[int, Script]) -> list[str]:
    """Say what is wrong after a storm; nothing, if the promises were kept."""
    wrong = {
        f"{figures.lost} replies were lost, {figures.dropped} dropped": figures.lost > figures.dropped,
        f"{figures.needless} were sent twice though the bot could have noted them": bool(figures.needless),
        f"SIGTERM ended in {figures.codes}": figures.codes - {0},
        "No kill fell between a commit and its sends": not figures.unsent,
    }
    return [*(line for line, is_so in wrong.items() if is_so), *remembered(home, scripts)]


def remembered(home: Home, scripts: Mapping[int, Script]) -> Iterator[str]:
    """Compare what the bot remembers of each chat with what it must; gives what is wrong."""
    with opened_store(home.settings, home.settings.store_url()) as store:
        with store.transaction() as work:
            sessions = {chat: timeless(session) for chat, session in work.load(scripts).items()}
        counts = store.counts()
    if counts.outbox or counts.conversations != len(scripts):
        yield f"{counts.outbox} calls and {counts.conversations} conversations are in the store"
    for chat, script in scripts.items():
        if sessions.get(chat) != script.session:
            yield f"Chat {chat}: {_difference(script.session, sessions.get(chat) or {})}"


def _difference(expected: Mapping[str, object], found: Mapping[str, object]) -> str:
    wrong = [name for name in expected if expected[name] != found.get(name)]
    return "; ".join(f"{name}: {found.get(name)!r} and not {expected[name]!r}" for name in wrong)[:1000]
