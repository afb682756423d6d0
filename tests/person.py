"""A person with a phone, for tests: types, taps buttons by what stands on them, and sees what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversations import Conversations
from bot.directory.services import Kept
from bot.facts import facts
from bot.post import Call, Outcome
from bot.settings import Settings
from bot.store import Store
from bot.store.seal import Keys, Seal
from bot.telegram.incoming import read
from bot.telegram.stage import TelegramStage
from bot.words import bare

MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def talks_in(folder: Path, **settings: Any) -> Conversations:
    """Make conversations over a fresh store in a folder."""
    known = Settings(VRAAGKRACHT_OPERATOR="Steunpunt Voorbeeld", **settings)
    store = Store.open(f"sqlite:///{folder / 'talks.db'}", Seal(Keys.fresh()))
    shelf = Kept(store.listed)
    return Conversations(
        store,
        TelegramStage,
        facts(known, shelf),
        AMSTERDAM,
        known.months_kept,
        known.months_kept_child,
        directory=shelf,
    )


@dataclass
class Message:
    """A message as it stands in the chat, with its buttons."""

    number: int
    text: str
    rows: list[list[dict[str, Any]]] = field(default_factory=list)

    def labels(self) -> list[str]:
        """Give what stands on the buttons."""
        return [bare(button["text"]) for row in self.rows for button in row]

    def shown(self) -> str:
        """Give the message as one sees it."""
        rows = [" ".join(f"[{bare(button['text'])}]" for button in row) for row in self.rows]
        return "\n".join([*bare(self.text).splitlines(), *rows])


@dataclass
class Person:
    """One chat, as the person in it sees it."""

    talks: Conversations
    chat: int = 4711
    language: str = "nl"
    now: datetime = MONDAY_MORNING
    update: int = 0
    messages: list[Message] = field(default_factory=list)
    fresh: list[Message] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)

    def send(self, text: str) -> list[Message]:
        """Type a text or a command; gives what is shown in answer."""
        entities = (
            [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
            if text[:1] == "/"
            else []
        )
        return self._message({"text": text, "entities": entities})

    def post(self, kind: str) -> list[Message]:
        """Send something that is no text."""
        return self._message({kind: {"file_id": "x"}})

    def tap(self, label: str) -> list[Message]:
        """Tap the newest button on which this stands; ticks do not count."""
        message, button = self.find(label)
        return self.press(message.number, button["callback_data"])

    def press(self, number: int, data: str) -> list[Message]:
        """Tap a button of a message by its data, also one that is long gone."""
        query = {
            "id": "1",
            "data": data,
            "from": {"id": self.chat},
            "message": {"message_id": number, **self._chat()},
        }
        return self._take({"callback_query": query})

    def find(self, label: str) -> tuple[Message, dict[str, Any]]:
        """Find the newest button on which this stands."""
        for message in reversed(self.messages):
            for row in message.rows:
                for button in row:
                    if bare(button["text"]).removeprefix("✓ ") == label:
                        return message, button
        seen = self.messages[-1].shown() if self.messages else "nothing"
        raise AssertionError(f"There is no button {label!r}. The last message is:\n{seen}")

    def wait(self, **time: float) -> list[Message]:
        """Let time pass; gives what comes of it."""
        self.now += timedelta(**time)
        return self._shown(self.talks.come_due(self.now))

    def last(self) -> str:
        """Give the text of the newest message."""
        return bare(self.messages[-1].text)

    def sees(self, words: str) -> bool:
        """Tell whether words stand in the messages that came last."""
        return any(words in message.shown() for message in self.fresh)

    def _chat(self) -> dict[str, Any]:
        return {"chat": {"id": self.chat, "type": "private"}}

    def _message(self, content: dict[str, Any]) -> list[Message]:
        sender = {"id": self.chat, "is_bot": False, "language_code": self.language}
        return self._take({"message": {"message_id": 1, "from": sender, **self._chat(), **content}})

    def _take(self, update: dict[str, Any]) -> list[Message]:
        self.update += 1
        self.now += timedelta(seconds=5)
        incoming = read({"update_id": self.update, **update})
        assert incoming is not None
        return self._shown(self.talks.take([incoming], self.now))  # type: ignore[list-item]

    def _shown(self, outcome: Outcome) -> list[Message]:
        self.fresh = []
        for call in [*outcome.fleeting, *(waiting.call for waiting in outcome.waiting)]:
            self._show(call)
        self.talks.store.sent([waiting.number for waiting in outcome.waiting])
        return self.fresh

    def _show(self, call: Call) -> None:
        data = call.data
        if call.method == "sendMessage":
            rows = data.get("reply_markup", {}).get("inline_keyboard", [])
            self._add(Message(len(self.messages) + 100, data["text"], rows))
        elif call.method == "sendPhoto":
            self._add(Message(len(self.messages) + 100, f"<picture>\n{data['caption']}"))
        elif call.method == "sendDocument":
            self._add(Message(len(self.messages) + 100, f"<{data['document']['filename']}>"))
        elif call.method == "sendVoice":
            self._add(Message(len(self.messages) + 100, f"<voice>\n{data['voice']['text']}"))
        elif call.method == "editMessageReplyMarkup":
            self._edit(data["message_id"], data["reply_markup"]["inline_keyboard"])
        elif call.method == "answerCallbackQuery" and data.get("text"):
            self.toasts.append(bare(data["text"]))

    def _add(self, message: Message) -> None:
        self.messages.append(message)
        self.fresh.append(message)

    def _edit(self, number: int, rows: list[list[dict[str, Any]]]) -> None:
        for message in self.messages:
            if message.number == number:
                message.rows = rows
