"""The people and the Bot API that they talk through, in a process of their own.

The first line of output is the root of the Bot API. Then, on lines of input and output:
``polled`` when a bot asks for updates; after ``go`` the people begin, after the warm-up comes
``begin``, and after the measuring one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bench.walks import WALKS
from tests.fake_telegram import TOKEN, FakeTelegram

if TYPE_CHECKING:
    from tests.fake_telegram.chats import Button, Chat, Message

FIRST_CHAT = 700_000_000
SPREAD_SECONDS = 300.0
SPREAD = ("talk", "whole", "steps")
"""Walks whose steps differ: people are brought to all of them first, or a slow bot would be met at its first only."""

_BARE = str.maketrans("", "", "\u2068\u2069✓")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in a chat: how far they are in their walk, and whether they wait for a reply."""

    chat: int
    place: int = 0
    waits: bool = False
    handed_out: float = 0.0
    heard: bool = False
    pauses_at: int = -1


@dataclass(slots=True)
class Seen:
    """What was seen while it was measured."""

    replies: list[float] = field(default_factory=list)
    turns: int = 0


class Crowd:
    """So many people at once; each does the next thing as soon as the last was answered.

    With a ``pace`` somebody who waits for nothing does the next thing so many times a second.
    With ``known`` the chats are drawn from that many that are there already. ``spread`` brings
    everybody to another place of the walk first, so that all of it is measured and not its beginning.
    """

    def __init__(self, fake: FakeTelegram, walk: str, chats: int, pace: float, known: int) -> None:
        self.seen = Seen()
        self._fake = fake
        self._is_talk = walk in {"talk", "whole", "returning"}
        self._acts = WALKS[walk]()
        self._pace = pace
        self._known = known
        self._next_chat = FIRST_CHAT
        self._random = random.Random(1)  # noqa: S311
        self._people: dict[int, Person] = {}
        self._idle: deque[Person] = deque()
        self._chats = chats
        self._pausing: list[Person] = []
        self._spread = asyncio.Event()
        fake.methods.on_message = self._on_message
        fake.methods.on_hand_out = self._on_hand_out
        known_methods = fake.methods._known  # noqa: SLF001
        self._edit = known_methods["editMessageReplyMarkup"]
        known_methods["editMessageReplyMarkup"] = self._on_edit

    async def spread(self) -> None:
        """Bring everybody to a place of their own in the walk, as fast as the bot allows."""
        for number in range(self._chats):
            person = self._newcomer()
            person.pauses_at = number * len(self._acts) // self._chats
            self._rest(person)
        await self._spread.wait()

    async def go(self) -> None:
        """Let everybody begin, or go on."""
        people = self._pausing or [self._newcomer() for _ in range(self._chats)]
        for person in people:
            person.pauses_at = -1
            self._rest(person)
        if self._pace:
            await self._act_in_pace()

    def _newcomer(self) -> Person:
        number = self._random.randint(1, self._known) if self._known else 0
        self._next_chat += 1
        person = Person(FIRST_CHAT + number if number else self._next_chat)
        self._people[person.chat] = person
        return person

    def _rest(self, person: Person) -> None:
        """After a reply: somebody who is through makes room, else the next thing follows."""
        if person.place == len(self._acts) and self._is_talk:
            person = self._newcomer()
        person.place %= len(self._acts)
        if person.place == person.pauses_at:
            self._pause(person)
        elif self._pace:
            self._idle.append(person)
        else:
            asyncio.get_running_loop().call_soon(self._act, person)

    def _pause(self, person: Person) -> None:
        self._pausing.append(person)
        if len(self._pausing) == self._chats:
            self._spread.set()

    async def _act_in_pace(self) -> None:
        due = time.perf_counter()
        while True:
            due += 1 / self._pace
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            if self._idle:
                self._act(self._idle.popleft())

    def _act(self, person: Person) -> None:
        act = self._acts[person.place]
        person.place += 1
        person.waits, person.heard, person.handed_out = True, False, 0.0
        if not act.startswith("["):
            self._fake.say(person.chat, act)
        else:
            message, button = self._button(person.chat, act[1:-1])
            self._fake.tap_on(person.chat, message.number, button["callback_data"])

    def _button(self, chat: int, label: str) -> tuple[Message, Button]:
        """Find the button in the newest message that has any; another one if it is not there."""
        messages = reversed(self._fake.chat(chat).messages.values())
        message = next(each for each in messages if _is_question(each))
        buttons = [each for row in message.rows for each in row if "callback_data" in each]
        return message, next((each for each in buttons if _bare(each["text"]) == label), buttons[0])

    def _on_hand_out(self, updates: list[dict[str, Any]]) -> None:
        now = time.perf_counter()
        for update in updates:
            content = update.get("message") or update["callback_query"]["message"]
            person = self._people[content["chat"]["id"]]
            person.handed_out = person.handed_out or now

    def _on_message(self, chat: Chat, message: Message) -> None:
        person = self._people[chat.number]
        if person.waits:
            self._heard(person)
            if not self._is_talk or _is_question(message):
                self._answered(person)

    def _on_edit(self, params: dict[str, Any]) -> Any:
        """A tick is answered by the buttons that change; one button alone only marks a choice."""
        answer = self._edit(params)
        person = self._people[answer["chat"]["id"]]
        if person.waits and len(answer["reply_markup"]["inline_keyboard"]) > 1:
            self._heard(person)
            self._answered(person)
        return answer

    def _heard(self, person: Person) -> None:
        if not person.heard:
            person.heard = True
            self.seen.replies.append(time.perf_counter() - person.handed_out)

    def count_who_waits(self) -> None:
        """Count who still waits with what they waited so far: else the slowest would be left out."""
        now = time.perf_counter()
        waiting = (person for person in self._people.values() if person.waits and not person.heard)
        self.seen.replies += [now - person.handed_out for person in waiting if person.handed_out]

    def _answered(self, person: Person) -> None:
        self.seen.turns += 1
        person.waits = False
        self._rest(person)


def _is_question(message: Message) -> bool:
    """Tell whether something can be tapped: only such a message ends a turn of the talk."""
    return message.from_bot and any("callback_data" in each for row in message.rows for each in row)


def _bare(label: str) -> str:
    return label.translate(_BARE).strip()


async def main(given: argparse.Namespace) -> None:
    """Serve, let the crowd loose when told so, and report."""
    # Numbers that no earlier run over the same store had.
    fake = FakeTelegram(first_update=int(10_000 * time.time()) % 2**31)
    await fake.start()
    say(fake.root)
    while not fake.updates.polled:  # noqa: ASYNC110  it happens in another process
        await asyncio.sleep(0.02)
    say("polled")
    await asyncio.to_thread(sys.stdin.readline)
    crowd = Crowd(fake, given.walk, given.chats, given.pace, given.known)
    if given.walk in SPREAD and not given.pace:
        await asyncio.wait_for(crowd.spread(), SPREAD_SECONDS)
    fake.delay = given.delay
    going = asyncio.create_task(crowd.go())
    going.add_done_callback(_failed)
    await asyncio.sleep(given.warm)
    crowd.seen, calls = Seen(), sum(fake.calls.values())
    began, spent = time.perf_counter(), time.process_time()
    say("begin")
    await asyncio.sleep(given.seconds)
    seconds = time.perf_counter() - began
    crowd.count_who_waits()
    say(
        json.dumps(
            {
                "seconds": seconds,
                "turns": crowd.seen.turns,
                "replies": crowd.seen.replies,
                "calls": sum(fake.calls.values()) - calls,
                "refused": dict(fake.refused),
                "crowd_cpu": time.process_time() - spent,
            }
        )
    )
    going.cancel()
    await asyncio.to_thread(sys.stdin.readline)
    await fake.stop()


def _failed(going: asyncio.Task[None]) -> None:
    """Say what went wrong, so that whoever steers this does not wait for figures."""
    if not going.cancelled() and going.exception() is not None:
        say(f"The crowd failed: {going.exception()!r}")


def say(line: str) -> None:
    """Tell the process that steers this one."""
    print(line, flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.crowd")
    parser.add_argument("--walk", choices=list(WALKS), required=True)
    parser.add_argument("--chats", type=int, default=400)
    parser.add_argument("--known", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--pace", type=float, default=0.0)
    parser.add_argument("--warm", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, default=5.0)
    asyncio.run(main(parser.parse_args()))

__all__ = ["FIRST_CHAT", "TOKEN"]
