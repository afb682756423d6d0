"""The chats as people see them: messages with the buttons that stand under them now."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.fake_telegram.rules import Refusal, bad

Button = dict[str, Any]


@dataclass(slots=True)
class Message:
    """A message in a chat; ``at`` is when it arrived, in seconds of the monotonic clock."""

    number: int
    from_bot: bool
    text: str
    rows: list[list[Button]] = field(default_factory=list)
    document: tuple[str, bytes] | None = None
    photo: bytes = b""
    voice: bytes = b""
    at: float = field(default_factory=time.monotonic)

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    def button(self, label: str) -> Button | None:
        return next((each for row in self.rows for each in row if each["text"] == label), None)


@dataclass(slots=True)
class Chat:
    """A private chat of one person with the bot."""

    number: int
    language: str = "nl"
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)

    @property
    def from_bot(self) -> list[Message]:
        return [message for message in self.messages.values() if message.from_bot]

    @property
    def texts(self) -> list[str]:
        """What the bot said, oldest first."""
        return [message.text for message in self.from_bot]

    @property
    def transcript(self) -> str:
        """The whole chat as a person sees it."""
        return "\n".join(line for message in self.messages.values() for line in _lines(message))

    def with_button(self, label: str) -> Message:
        """The latest message that has this button now."""
        for message in reversed(self.messages.values()):
            if message.button(label):
                return message
        seen = [message.labels for message in self.from_bot if message.rows]
        raise LookupError(f"No button {label!r}; the latest buttons are {seen[-1:]}")

    def person(self) -> dict[str, Any]:
        return {"id": self.number, "is_bot": False, "first_name": "P", "language_code": self.language}

    def as_json(self) -> dict[str, Any]:
        return {"id": self.number, "type": "private", "first_name": "P"}


class Chats:
    """All chats, the numbers of their messages, and the taps that wait for an answer."""

    def __init__(self) -> None:
        self.all: dict[int, Chat] = {}
        self.taps: dict[str, Chat] = {}
        self._numbers = count(1)
        self._tap_numbers = count(1)

    def open(self, number: int) -> Chat:
        """The chat of a person, who opens it if it is not there."""
        chat = self.all.get(number)
        if chat is None:
            chat = self.all[number] = Chat(number)
        return chat

    def reachable(self, number: int) -> Chat:
        """The chat that a bot may write to."""
        chat = self.all.get(number)
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return chat

    def add(
        self,
        chat: Chat,
        text: str,
        rows: list[list[Button]] | None = None,
        document: tuple[str, bytes] | None = None,
        *,
        photo: bytes = b"",
        voice: bytes = b"",
        from_bot: bool,
    ) -> Message:
        message = Message(next(self._numbers), from_bot, text, rows or [], document, photo, voice)
        chat.messages[message.number] = message
        return message

    def tap(self, chat: Chat) -> str:
        """Note a tap that waits for an answer; gives its id."""
        tap = str(next(self._tap_numbers))
        self.taps[tap] = chat
        return tap

    def answer(self, tap: str, toast: str) -> None:
        chat = self.taps.pop(tap, None)
        if chat is None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if toast:
            chat.toasts.append(toast)


def _lines(message: Message) -> list[str]:
    said = [f"{'bot' if message.from_bot else 'you'}: {message.text}"]
    if message.document:
        said.append(f"  <{message.document[0]}>")
    if message.photo:
        said.append("  <picture>")
    if message.voice:
        said.append("  <voice>")
    return [*said, *("  " + " ".join(f"[{each['text']}]" for each in row) for row in message.rows)]
