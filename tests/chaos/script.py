"""Scripts: what each person will do, and what must come of it.

What must come of it is found by taking the same turns in this process, in peace and without a
database. A walk whose words depend on the clock, or that deletes or hides anything, is left out.
"""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversations import Batch, Conversations
from bot.facts import facts
from bot.haste import Haste
from bot.post import Call, Incoming
from bot.scene import current_screen
from bot.settings import Settings
from bot.telegram.stage import TelegramStage
from dialogues.effects import Choice
from dialogues.inputs import Commanded, Input, Said, Sent, Started, Tapped
from dialogues.session import SCHEMA

Key = tuple[str, str]
"""A message as it can be told from others: its text or file name, and its buttons."""

ANOTHER_TIME = timedelta(days=1, minutes=47)
TIMELESS = frozenset({"heard_at", "consented_on"})
TRIES = 50

FIRST: dict[int, Callable[[Sequence[Choice]], Choice]] = {1: itemgetter(0), 2: itemgetter(-1)}
"""What is tapped first: a language, and an age at which no line is named that is open at some hours only."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does: say, send or tap, and what; ``replies`` is how many messages it brings."""

    kind: str
    what: str
    replies: int = 0


@dataclass(slots=True)
class Script:
    """What one person will do, what they must see, and the session that must remain."""

    chat: int
    acts: list[Act] = field(default_factory=list)
    replies: list[Key] = field(default_factory=list)
    session: Any = None


class Unfit(Exception):  # noqa: N818
    """This walk cannot be foretold."""


class Writer:
    """Writes scripts."""

    def __init__(self, seed: int, acts: int) -> None:
        self._seed, self._acts = seed, acts
        self._now = datetime.now(UTC)
        known = Settings(VRAAGKRACHT_OPERATOR="")
        self._talks = Conversations(None, TelegramStage, facts(known), ZoneInfo(known.time_zone))  # type: ignore[arg-type]

    def write(self, chat: int) -> Script:
        """Write a script that goes the same at any time of the day."""
        for attempt in range(TRIES):
            seed = f"{self._seed} {chat} {attempt}"
            with contextlib.suppress(Unfit):
                script = self._walk(chat, seed, self._now)
                if script == self._walk(chat, seed, self._now + ANOTHER_TIME):
                    return script
        raise RuntimeError(f"No walk of chat {chat} can be foretold")

    def _walk(self, chat: int, seed: str, now: datetime) -> Script:
        chance, batch, script = random.Random(seed), Batch({}), Script(chat)  # noqa: S311
        self._talks.haste, self._talks.poisoned = Haste(), 0
        for number in range(self._acts):
            act, input = self._next(chance, batch, chat, number)
            before = len(batch.stored)
            self._talks._turn(batch, Incoming(number, chat, input, "en", "1", 1), now + timedelta(seconds=2 * number))
            script.acts.append(Act(act.kind, act.what, len(batch.stored) - before))
        script.replies = [key_of(call) for _, call in batch.stored]
        script.session = timeless(batch.sessions[chat].to_json()) if chat in batch.sessions else None
        if self._talks.poisoned or script.session is None or script.replies.count(script.replies[-1]) > 1:
            raise Unfit
        return script

    def _next(self, chance: random.Random, batch: Batch, chat: int, number: int) -> tuple[Act, Input]:
        if number == 0:
            return Act("say", "/start"), Started()
        if number == self._acts - 1:
            return Act("say", "/menu"), Commanded("menu")
        if chat not in batch.sessions:
            raise Unfit
        screen = current_screen(batch.sessions[chat])
        tap = number in FIRST or chance.random() < 0.5
        if tap and screen.choices:
            choice = FIRST[number](screen.choices) if number in FIRST else chance.choice(screen.choices)
            return Act("tap", f"{SCHEMA}:{screen.turn}:{choice.code}"), Tapped(choice.code, screen.turn, SCHEMA)
        return _typed(chance, chat, number)


def _typed(chance: random.Random, chat: int, number: int) -> tuple[Act, Input]:
    match chance.randrange(12):
        case 0:
            return Act("send", "voice"), Sent("voice")
        case 1:
            return Act("say", "/menu"), Commanded("menu")
        case 2:
            return Act("say", "/export"), Commanded("export")
    text = f"thought {number} of {chat}"
    return Act("say", text), Said(text)


def timeless(stored: Any) -> Any:
    """Leave out of a session what the clock writes in it."""
    if isinstance(stored, dict):
        return {name: timeless(value) for name, value in stored.items() if name not in TIMELESS}
    return [timeless(each) for each in stored] if isinstance(stored, list) else stored


def key(text: str, rows: Any) -> Key:
    return text, json.dumps(rows, sort_keys=True)


def key_of(call: Call) -> Key:
    """Tell a stored call apart in the same way."""
    if call.method == "sendDocument":
        return key(call.data["document"]["filename"], [])
    if call.method == "sendPhoto":
        return key(call.data["caption"], [])
    if call.method != "sendMessage":
        raise Unfit
    return key(call.data["text"], call.data.get("reply_markup", {}).get("inline_keyboard", []))
