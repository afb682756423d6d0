"""What Telegram refuses: the limits of texts, buttons and profiles, with its own words for it."""

from __future__ import annotations

import json
import re
from typing import Any

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
TOAST_CHARACTERS = 200
CALLBACK_BYTES = 64
COPY_CHARACTERS = 256
ROW_BUTTONS = 8
KEYBOARD_BUTTONS = 100
PHOTO_BYTES = 10 * 2**20
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
PNG = b"\x89PNG\r\n\x1a\n"
COMMANDS = 100

_ACTIONS = ("callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_chosen_chat", "web_app")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_URL = re.compile(r"(https?|tg)://[^\s/]+\S*")

Params = dict[str, Any]


class Refusal(Exception):  # noqa: N818
    """An answer other than 200."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refusal:
    return Refusal(400, f"Bad Request: {description}")


def number(params: Params, name: str, default: int | None = None) -> int:
    """A whole number, which may have come as text in a form."""
    value = params.get(name, default)
    try:
        return int(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise bad(f"{name} is empty") from None


def structure(params: Params, name: str) -> Any:
    """A list or object, which may have come as JSON in a form; None if it is not there."""
    value = params.get(name)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def text(params: Params) -> str:
    shown = params.get("text")
    if not isinstance(shown, str) or not shown.strip():
        raise bad("message text is empty")
    if units(shown) > TEXT_UNITS:
        raise bad("message is too long")
    return _whole(shown)


def caption(params: Params) -> str:
    shown = params.get("caption") or ""
    if units(shown) > CAPTION_UNITS:
        raise bad("message caption is too long")
    return _whole(shown)


def photo(params: Params) -> bytes:
    """A photo is at most 10 MB, its sides together at most 10,000, and one at most 20 times the other."""
    sent = params.get("photo")
    if not isinstance(sent, tuple) or not sent[1]:
        raise bad("there is no photo in the request")
    content: bytes = sent[1]
    if len(content) > PHOTO_BYTES:
        raise bad("file is too big")
    if not content.startswith(PNG):
        raise bad("IMAGE_PROCESS_FAILED")
    sides = sorted(int.from_bytes(content[at : at + 4]) for at in (16, 20))
    if sum(sides) > PHOTO_SIDES or sides[1] > PHOTO_RATIO * sides[0]:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return content


def voice(params: Params) -> bytes:
    """A voice message is OGG with Opus."""
    sent = params.get("voice")
    if not isinstance(sent, tuple) or not sent[1]:
        raise bad("there is no voice in the request")
    content: bytes = sent[1]
    if not content.startswith(b"OggS") or b"OpusHead" not in content[:64]:
        raise bad("file must be OGG encoded with OPUS")
    return content


def toast(params: Params) -> str:
    shown = params.get("text") or ""
    if len(shown) > TOAST_CHARACTERS:
        raise bad("MESSAGE_TOO_LONG")
    return str(shown)


def keyboard(params: Params) -> list[list[Params]]:
    markup = structure(params, "reply_markup")
    if not markup or "inline_keyboard" not in markup:
        return []
    rows: list[list[Params]] = markup["inline_keyboard"]
    if sum(map(len, rows)) > KEYBOARD_BUTTONS or any(len(row) > ROW_BUTTONS for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _button(button)
    return [row for row in rows if row]


def _button(button: Params) -> None:
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad('field "text" of an inline keyboard button must be non-empty')
    if sum(action in button for action in _ACTIONS) != 1:
        raise bad("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 0 < len(button["callback_data"].encode()) <= CALLBACK_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 0 < units(button["copy_text"]["text"]) <= COPY_CHARACTERS:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not _URL.fullmatch(button["url"]):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid")


def commands(params: Params) -> list[Params]:
    given: list[Params] = structure(params, "commands") or []
    if len(given) > COMMANDS:
        raise bad("too many commands specified")
    for each in given:
        if not _COMMAND.fullmatch(each.get("command", "")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(each.get("description", "")) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return given


def at_most(params: Params, name: str, most: int) -> str:
    shown = str(params.get(name) or "")
    if len(shown) > most:
        raise bad(f"{name} is too long")
    return shown


def secret(params: Params) -> str:
    shown = params.get("secret_token") or ""
    if not _SECRET.fullmatch(shown):
        raise bad("secret token contains unallowed characters")
    return str(shown)


def language(params: Params) -> str:
    code = params.get("language_code") or ""
    if not _LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return str(code)


def _whole(shown: str) -> str:
    try:
        shown.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    return shown
