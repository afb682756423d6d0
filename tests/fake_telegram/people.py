"""What people do in their chats: say, tap, send, edit, block."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

from tests.fake_telegram.methods import as_json

if TYPE_CHECKING:
    from tests.fake_telegram.chats import Button, Chat, Chats, Message
    from tests.fake_telegram.updates import Update, Updates

_COMMAND = re.compile(r"/[A-Za-z0-9_]+(@\w+)?")


class People:
    """The people at the other end; each act gives the update that it made."""

    def __init__(self, chats: Chats, updates: Updates) -> None:
        self._chats = chats
        self._updates = updates

    def say(self, chat: int, text: str, language: str = "") -> Update:
        """Type a text or a command."""
        there = self._chats.open(chat)
        there.language = language or there.language
        shown = as_json(there, self._chats.add(there, text, from_bot=False))
        command = _COMMAND.match(text)
        if command:
            shown["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        return self._updates.put("message", shown)

    def send(self, chat: int, kind: str, content: Any = None, caption: str = "") -> Update:
        """Send something that is no text: a voice, a photo, a sticker."""
        there = self._chats.open(chat)
        shown = as_json(there, self._chats.add(there, f"<{kind}>", from_bot=False))
        del shown["text"]
        shown[kind] = content if content is not None else {"file_id": "f", "file_unique_id": "f"}
        return self._updates.put("message", shown | ({"caption": caption} if caption else {}))

    def edit(self, chat: int, text: str) -> Update:
        """Change one's latest message."""
        there = self._chats.open(chat)
        latest = [message for message in there.messages.values() if not message.from_bot][-1]
        latest.text = text
        return self._updates.put("edited_message", as_json(there, latest) | {"edit_date": int(time.time())})

    def tap(self, chat: int, label: str) -> Update:
        """Tap the button with this text, on the latest message that has one now."""
        there = self._chats.open(chat)
        message = there.with_button(label)
        return self.tap_on(chat, message.number, _of(message, label)["callback_data"])

    def tap_on(self, chat: int, message: int, data: str) -> Update:
        """Tap a button that a message has or once had."""
        there = self._chats.open(chat)
        content = {
            "id": self._chats.tap(there),
            "from": there.person(),
            "message": as_json(there, there.messages[message]),
            "chat_instance": "1",
            "data": data,
        }
        return self._updates.put("callback_query", content)

    def link(self, chat: int, label: str) -> str:
        """The address that the button with this text opens."""
        return str(_of(self._chats.open(chat).with_button(label), label)["url"])

    def copied(self, chat: int, label: str) -> str:
        """What the button with this text puts on the clipboard."""
        return str(_of(self._chats.open(chat).with_button(label), label)["copy_text"]["text"])

    def block(self, chat: int) -> Update:
        """Block the bot."""
        there = self._chats.open(chat)
        there.blocked = True
        return self._updates.put("my_chat_member", self._membership(there, "member", "kicked"))

    def unblock(self, chat: int) -> Update:
        """Let the bot write again."""
        there = self._chats.open(chat)
        there.blocked = False
        return self._updates.put("my_chat_member", self._membership(there, "kicked", "member"))

    def forget_taps(self) -> None:
        """Make every tap that waits for an answer too old to answer."""
        self._chats.taps.clear()

    def _membership(self, chat: Chat, old: str, new: str) -> dict[str, Any]:
        return {
            "chat": chat.as_json(),
            "from": chat.person(),
            "date": int(time.time()),
            "old_chat_member": {"status": old},
            "new_chat_member": {"status": new},
        }


def _of(message: Message, label: str) -> Button:
    button = message.button(label)
    assert button is not None
    return button
