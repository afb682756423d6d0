"""The methods of the Bot API that the fake knows."""

# ruff: noqa: N802  the methods are named as the Bot API names them

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.fake_telegram import rules
from tests.fake_telegram.chats import Chats, Message
from tests.fake_telegram.push import CONNECTIONS, Push
from tests.fake_telegram.rules import Params, Refusal, bad, number
from tests.fake_telegram.updates import Updates

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake_telegram.chats import Chat

ME = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Fake",
    "username": "fake_bot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


class Methods:
    """One bot's side of the Bot API; a method's name is its name in the Bot API."""

    def __init__(self, chats: Chats, updates: Updates, push: Push) -> None:
        self.on_message: Callable[[Chat, Message], None] | None = None
        self.on_hand_out: Callable[[list[dict[str, Any]]], None] | None = None
        self.profile: dict[tuple[str, str], Any] = {}
        self._chats = chats
        self._updates = updates
        self._push = push
        self._known: dict[str, Callable[[Params], Any]] = {
            name: getattr(self, name) for name in vars(type(self)) if name[0] != "_"
        }

    async def _call(self, method: str, params: Params) -> Any:
        known = self._known.get(method)
        if known is None:
            raise Refusal(404, "Not Found: method not found")
        answer = known(params)
        return await answer if method == "getUpdates" else answer

    def getMe(self, _: Params) -> Any:
        return ME

    async def getUpdates(self, params: Params) -> Any:
        if self._push.url:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._allow(params)
        found = await self._updates.fetch(
            number(params, "offset", 0), number(params, "limit", 100), float(params.get("timeout") or 0)
        )
        if self.on_hand_out and found:
            self.on_hand_out(found)
        return found

    def sendMessage(self, params: Params) -> Any:
        chat = self._chats.reachable(number(params, "chat_id"))
        message = self._chats.add(chat, rules.text(params), rules.keyboard(params), from_bot=True)
        return self._shown(chat, message)

    def sendDocument(self, params: Params) -> Any:
        chat = self._chats.reachable(number(params, "chat_id"))
        document = params.get("document")
        if not isinstance(document, tuple) or not document[1]:
            raise bad("file must be non-empty")
        text, rows = rules.caption(params), rules.keyboard(params)
        message = self._chats.add(chat, text, rows, document, from_bot=True)
        return self._shown(chat, message)

    def sendPhoto(self, params: Params) -> Any:
        chat = self._chats.reachable(number(params, "chat_id"))
        photo, text, rows = rules.photo(params), rules.caption(params), rules.keyboard(params)
        message = self._chats.add(chat, text, rows, photo=photo, from_bot=True)
        return self._shown(chat, message)

    def sendVoice(self, params: Params) -> Any:
        chat = self._chats.reachable(number(params, "chat_id"))
        voice, text, rows = rules.voice(params), rules.caption(params), rules.keyboard(params)
        message = self._chats.add(chat, text, rows, voice=voice, from_bot=True)
        return self._shown(chat, message)

    def editMessageText(self, params: Params) -> Any:
        chat, message = self._message(params)
        text, rows = rules.text(params), rules.keyboard(params)
        if (text, rows) == (message.text, message.rows):
            raise _not_modified()
        message.text, message.rows = text, rows
        return _as_json(chat, message)

    def editMessageReplyMarkup(self, params: Params) -> Any:
        chat, message = self._message(params)
        rows = rules.keyboard(params)
        if rows == message.rows:
            raise _not_modified()
        message.rows = rows
        return _as_json(chat, message)

    def deleteMessage(self, params: Params) -> Any:
        chat = self._chats.reachable(number(params, "chat_id"))
        if chat.messages.pop(number(params, "message_id"), None) is None:
            raise bad("message to delete not found")
        return True

    def deleteMessages(self, params: Params) -> Any:
        chat = self._chats.reachable(number(params, "chat_id"))
        numbers = rules.structure(params, "message_ids")
        if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
            raise bad("there must be 1 to 100 messages to delete")
        for each in numbers:
            chat.messages.pop(each, None)
        return True

    def answerCallbackQuery(self, params: Params) -> Any:
        self._chats.answer(str(params.get("callback_query_id", "")), rules.toast(params))
        return True

    def setWebhook(self, params: Params) -> Any:
        self._allow(params)
        secret = rules.secret(params)
        self._push.set(str(params.get("url") or ""), secret, number(params, "max_connections", CONNECTIONS))
        return True

    def deleteWebhook(self, params: Params) -> Any:
        self._push.set("")
        if str(params.get("drop_pending_updates", False)).lower() == "true":
            self._updates.waiting.clear()
        return True

    def getWebhookInfo(self, _: Params) -> Any:
        waiting = len(self._updates.waiting)
        return {
            "url": self._push.url,
            "has_custom_certificate": False,
            "pending_update_count": waiting,
            "max_connections": self._push.connections,
            "allowed_updates": sorted(self._updates.allowed or ()),
        }

    def setMyCommands(self, params: Params) -> Any:
        return self._set("commands", params, rules.commands(params))

    def getMyCommands(self, params: Params) -> Any:
        return self.profile.get(("commands", rules.language(params)), [])

    def deleteMyCommands(self, params: Params) -> Any:
        return self._set("commands", params, [])

    def setMyDescription(self, params: Params) -> Any:
        return self._set("description", params, rules.at_most(params, "description", 512))

    def getMyDescription(self, params: Params) -> Any:
        return {"description": self.profile.get(("description", rules.language(params)), "")}

    def setMyShortDescription(self, params: Params) -> Any:
        return self._set("short_description", params, rules.at_most(params, "short_description", 120))

    def getMyShortDescription(self, params: Params) -> Any:
        return {"short_description": self.profile.get(("short_description", rules.language(params)), "")}

    def setChatMenuButton(self, params: Params) -> Any:
        return self._set("menu_button", {}, rules.structure(params, "menu_button"))

    def sendChatAction(self, params: Params) -> Any:
        self._chats.reachable(number(params, "chat_id"))
        return True

    def _allow(self, params: Params) -> None:
        allowed = rules.structure(params, "allowed_updates")
        if allowed is not None:
            self._updates.allowed = frozenset(allowed) or None

    def _set(self, part: str, params: Params, value: Any) -> bool:
        self.profile[part, rules.language(params)] = value
        return True

    def _message(self, params: Params) -> tuple[Chat, Message]:
        chat = self._chats.reachable(number(params, "chat_id"))
        message = chat.messages.get(number(params, "message_id"))
        if message is None:
            raise bad("message to edit not found")
        if not message.from_bot:
            raise bad("message can't be edited")
        return chat, message

    def _shown(self, chat: Chat, message: Message) -> Any:
        if self.on_message:
            self.on_message(chat, message)
        return _as_json(chat, message)


def _not_modified() -> Refusal:
    return bad(
        "message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message"
    )


def _as_json(chat: Chat, message: Message) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "message_id": message.number,
        "date": int(time.time()),
        "chat": chat.as_json(),
        "from": ME if message.from_bot else chat.person(),
    }
    if message.document:
        shown["document"] = {"file_id": "f", "file_unique_id": "f", "file_name": message.document[0]}
        shown["caption"] = message.text
    elif message.photo:
        shown["photo"] = [{"file_id": "f", "file_unique_id": "f", "width": 1080, "height": 1080}]
        shown["caption"] = message.text
    elif message.voice:
        shown["voice"] = {"file_id": "f", "file_unique_id": "f", "duration": 1}
    else:
        shown["text"] = message.text
    if message.rows:
        shown["reply_markup"] = {"inline_keyboard": message.rows}
    return shown


as_json = _as_json
