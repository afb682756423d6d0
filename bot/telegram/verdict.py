"""Judging a call that failed: whether it is done, to be repeated, or given up."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TimedOut

from bot.post import Call
from bot.telegram.outgoing import as_text, voice_as_text
from bot.telegram.trouble import NotSent, ServerFault, TooMany

if TYPE_CHECKING:
    from bot.post import Json


class Verdict(Enum):
    """What to do with a call that failed."""

    DONE = "there is nothing left to do"
    AGAIN = "repeat it after a while: it was not sent"
    FAULT = "repeat it after a while: the server could not do it now"
    WAIT = "repeat it when the server allows it"
    UNKNOWN = "it may have been done; repeating it could show it twice"
    BLOCKED = "the person does not want to hear from us"
    REFUSED = "the server does not accept it"


_HARMLESS = (
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
)
# What the server says may quote a text, so a log line gets one of these instead.
_REASONS = ("chat not found", "too long", "text is empty", "button", "markup", "entities", "rights")


def judge(error: Exception, call: Call) -> Verdict:
    """Say what to do with a call that ended in an error."""
    if isinstance(error, RetryAfter):
        return Verdict.WAIT
    if isinstance(error, NotSent):
        return Verdict.AGAIN
    if isinstance(error, ServerFault | InvalidToken):
        return Verdict.FAULT
    if isinstance(error, TimedOut):
        return Verdict.UNKNOWN if call.method.startswith("send") else Verdict.AGAIN
    if isinstance(error, Forbidden):
        return Verdict.BLOCKED
    return Verdict.DONE if _is_harmless(error) else Verdict.REFUSED


def seconds_to_wait(error: Exception) -> float:
    """Tell how long the server asked to wait."""
    return error.seconds if isinstance(error, TooMany) else 1.0


def reason(error: Exception) -> str:
    """Name why a call was refused, in words that hold nothing of what was sent."""
    said = str(error).lower()
    return next((known for known in _REASONS if known in said), type(error).__name__)


def without_links(call: Call, error: Exception) -> Call | None:
    """Make a call that was refused for its buttons without those that open or copy something.

    A draft must arrive even when the address that shares it is longer than the server takes.
    None if the buttons were not the reason, or there are no such buttons.
    """
    markup = call.data.get("reply_markup") or {}
    rows = [[each for each in row if "callback_data" in each] for row in markup.get("inline_keyboard", [])]
    lighter: Json = {"inline_keyboard": [row for row in rows if row]}
    if reason(error) not in {"button", "markup"} or lighter == markup:
        return None
    return Call(call.method, call.data | {"reply_markup": lighter})


def lighter(call: Call, error: Exception) -> Call | None:
    """Make a call that was refused into one that may be accepted: a picture in words, a message without links."""
    if call.method == "sendVoice":
        return voice_as_text(call)
    return as_text(call) if call.method == "sendPhoto" else without_links(call, error)


def _is_harmless(error: Exception) -> bool:
    return isinstance(error, BadRequest) and any(known in str(error).lower() for known in _HARMLESS)
