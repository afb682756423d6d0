"""Reading updates: from the raw JSON of the Bot API to what can happen to a conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.directory.nearby import municipalities_around
from bot.post import Incoming, Inquired
from dialogues.inputs import Commanded, PlacesFound, Said, Sent, Started, Tapped

if TYPE_CHECKING:
    from bot.post import Json
    from dialogues.inputs import Input

KINDS = (
    "animation",  # before document: Telegram sends an animation as both
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "live_photo",
    "location",
    "paid_media",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)
OTHER = "other"

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(.*)", re.DOTALL)
_TAP = re.compile(r"([0-9]{1,9}):([0-9]{1,9}):([!-~]{1,48})")
_UNREADABLE_TAP = Tapped(code="", turn=-1, schema=0)
_LARGEST = 2**63
_LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot: nothing more can be sent to ``chat``."""

    update: int
    chat: int


def read(update: object) -> Incoming | Blocked | None:
    """Read one update; None if it asks for no reaction. Never raises, whatever it is given.

    Only private chats are answered, and only what a person sends or taps anew: not edits,
    channels, groups, business messages, or other bots. An inline query asks for a draft.
    """
    update = _object(update)
    number = _number(update.get("update_id"))
    if number is None:
        return None
    if "message" in update:
        return _message(number, _object(update["message"]))
    if "callback_query" in update:
        return _tap(number, _object(update["callback_query"]))
    if "inline_query" in update:
        return _inquiry(number, _object(update["inline_query"]))
    if "my_chat_member" in update:
        return _membership(number, _object(update["my_chat_member"]))
    return None


def _message(number: int, message: Json) -> Incoming | None:
    chat, sender = _private(message.get("chat")), _object(message.get("from"))
    if chat is None or sender.get("is_bot") is True or _is_notice(message):
        return None
    return Incoming(number, chat, _content(message), language=_text(sender.get("language_code")))


def _tap(number: int, query: Json) -> Incoming | None:
    message, sender = _object(query.get("message")), _object(query.get("from"))
    chat, tap = _private(message.get("chat")), _text(query.get("id"))
    if chat is None or not tap or sender.get("is_bot") is True:
        return None
    return Incoming(
        number,
        chat,
        _tapped(_text(query.get("data"))),
        language=_text(sender.get("language_code")),
        tap=tap,
        message=_number(message.get("message_id")) or 0,
    )


def _inquiry(number: int, query: Json) -> Incoming | None:
    """Read what the bot is asked for in another chat; a private chat has the number of its person."""
    sender = _object(query.get("from"))
    person, asked = _number(sender.get("id")), _text(query.get("id"))
    if person is None or not asked or sender.get("is_bot") is True:
        return None
    return Incoming(number, person, Inquired(_text(query.get("query"))[:_LONGEST_KEY], asked))


def _membership(number: int, change: Json) -> Blocked | None:
    chat = _private(change.get("chat"))
    gone = _object(change.get("new_chat_member")).get("status") == "kicked"
    return Blocked(number, chat) if gone and chat is not None else None


def _content(message: Json) -> Input:
    text = _text(message.get("text"))
    if text:
        return _command(text, message.get("entities")) or Said(text)
    if "location" in message:
        return _place(_object(message["location"]))
    caption = _text(message.get("caption"))
    return Said(caption) if caption else Sent(_kind(message))


def _place(location: Json) -> Input:
    """Read a location as the municipalities around it; the point itself goes no further than here."""
    latitude, longitude = location.get("latitude"), location.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return Sent("location")
    return PlacesFound("", municipalities_around(latitude, longitude))


def _command(text: str, entities: object) -> Input | None:
    """Read a command, which Telegram marks as one; a text that merely begins with / is a text."""
    found = _COMMAND.fullmatch(text) if _starts_with_command(entities) else None
    if found is None:
        return None
    name, rest = found[1].lower(), found[2].strip()
    if name != "start":
        return Commanded(name)
    return Started(rest if _PAYLOAD.fullmatch(rest) else "")


def _starts_with_command(entities: object) -> bool:
    marks = [_object(mark) for mark in entities] if isinstance(entities, list) else []
    return any(mark.get("type") == "bot_command" and mark.get("offset") == 0 for mark in marks)


def _tapped(data: str) -> Tapped:
    found = _TAP.fullmatch(data)
    if found is None:
        return _UNREADABLE_TAP
    return Tapped(code=found[3], turn=int(found[2]), schema=int(found[1]))


def _kind(message: Json) -> str:
    return next((kind for kind in KINDS if kind in message), OTHER)


def _is_notice(message: Json) -> bool:
    """Tell what Telegram notes down in a chat by itself from what a person sends.

    A sender is what both have; content is what a notice has not. An unknown kind of content is
    told from a notice by nothing but a list of the notices that occur in a private chat.
    """
    return any(notice in message for notice in _NOTICES) or "business_connection_id" in message


_NOTICES = (
    "chat_background_set",
    "connected_website",
    "message_auto_delete_timer_changed",
    "passport_data",
    "pinned_message",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "write_access_allowed",
)


def _private(chat: object) -> int | None:
    chat = _object(chat)
    return _number(chat.get("id")) if chat.get("type") == "private" else None


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if -_LARGEST <= value < _LARGEST else None


def _text(value: object) -> str:
    """Read a string, putting a mark in place of half a character, which nothing can store."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
