"""Showing: the calls of the Bot API that put rendered text, buttons and ticks before a person."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.post import Call
from dialogues.turn import DONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.post import Json
    from dialogues.effects import Choice, Screen
    from dialogues.words import Words

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
TOAST_CHARACTERS = 200
COPY_CHARACTERS = 256
URL_CHARACTERS = 2048
"""Nobody promises that a longer address opens everywhere; Telegram refuses a message for one bad button."""

CALLBACK_BYTES = 64
DELETED_AT_ONCE = 100
WAYS_OUT_COLUMNS = 2
TICK = "✓ "

Row = list["Json"]

# The last resort is any place at all; what comes earlier in the list reads better.
_ENDS = ("\n\n", "\n", ". ", "! ", "? ", "؟ ", "。", " ")


def message(chat: int, text: str, keyboard: Json | None = None) -> list[Call]:
    """Send a text, in as many messages as it takes; the keyboard goes on the last.

    The text is shown as it is: nothing in it is read as markup, and links are not previewed.
    """
    parts = split(text)
    calls = [Call("sendMessage", _text(chat, part)) for part in parts[:-1]]
    data = _text(chat, parts[-1]) | ({"reply_markup": keyboard} if keyboard else {})
    return [*calls, Call("sendMessage", data)]


def picture(chat: int, told: Json, title: str, telling: str) -> list[Call]:
    """Send a picture by what it tells, since it is drawn when it is sent; the same in words below it.

    Words that are too long to stand below a picture follow in messages of their own.
    """
    caption = f"{title}\n\n{telling}"
    if units(caption) <= CAPTION_UNITS:
        return [Call("sendPhoto", {"chat_id": chat, "photo": told, "caption": caption})]
    return [Call("sendPhoto", {"chat_id": chat, "photo": told, "caption": title}), *message(chat, telling)]


def as_text(photo: Call) -> Call:
    """Give what a picture tells as a message, for when the picture cannot be shown."""
    return Call("sendMessage", _text(photo.data["chat_id"], photo.data["caption"]))


def voice(chat: int, told: Json, sorry: str) -> Call:
    """Send a voice message by what it reads, since it is made when it is sent; it makes no sound of its own."""
    return Call("sendVoice", {"chat_id": chat, "voice": told | {"sorry": sorry}, "disable_notification": True})


def voice_as_text(call: Call) -> Call | None:
    """Say that it can't be read aloud, to who asked for just this; nothing else is lost, for it stands in writing."""
    sorry = call.data["voice"]["sorry"]
    return Call("sendMessage", _text(call.data["chat_id"], sorry)) if sorry else None


def edit_keyboard(chat: int, message: int, keyboard: Json | None) -> Call:
    """Put other buttons under a message that was sent, or none."""
    markup = keyboard or {"inline_keyboard": []}
    return Call("editMessageReplyMarkup", {"chat_id": chat, "message_id": message, "reply_markup": markup})


def delete_before(chat: int, message: int) -> Call:
    """Delete a message and those just before it, as far as they are there; Telegram takes 100 at a time."""
    numbers = list(range(max(1, message - DELETED_AT_ONCE + 1), message + 1))
    return Call("deleteMessages", {"chat_id": chat, "message_ids": numbers})


def answer_tap(tap: str, text: str = "") -> Call:
    """Stop the spinner of a tapped button, and show a text for a moment if there is one."""
    shown = {"text": text[:TOAST_CHARACTERS]} if text else {}
    return Call("answerCallbackQuery", {"callback_query_id": tap} | shown)


def keyboard(rows: Iterable[Sequence[Json]], *, right_to_left: bool = False) -> Json:
    """Lay out rows of buttons; a row is reversed where people read from the right."""
    laid = ([*reversed(row)] if right_to_left else [*row] for row in rows)
    return {"inline_keyboard": [row for row in laid if row]}


def choice(text: str, data: str) -> Json:
    """Make a button that comes back with ``data`` when it is tapped."""
    if not 0 < len(data.encode()) <= CALLBACK_BYTES:
        raise ValueError("The data of a button is 1 to 64 bytes")
    return {"text": text, "callback_data": data}


def link(text: str, url: str) -> Json:
    """Make a button that opens an address."""
    return {"text": text, "url": url}


def copy(text: str, content: str) -> Json:
    """Make a button that puts ``content``, 1 to 256 characters, on the person's clipboard."""
    return {"text": text, "copy_text": {"text": content}}


def screen_keyboard(screen: Screen, render: Callable[[Words], str], *, right_to_left: bool = False) -> Json | None:
    """Make the keyboard of a question: its choices, Done if it is there, and the ways out, two in a row."""
    choices = [_choice(screen, each, render) for each in screen.choices]
    ways_out = [_choice(screen, each, render) for each in screen.ways_out]
    alone = 1 if screen.ways_out[:1] and screen.ways_out[0].code == DONE else 0
    rows = [*_rows(choices, screen.columns), ways_out[:alone], *_rows(ways_out[alone:], WAYS_OUT_COLUMNS)]
    return keyboard(rows, right_to_left=right_to_left) if any(rows) else None


def answered_keyboard(label: str, data: str) -> Json:
    """Make the keyboard that shows which choice was made; tapping it again is an old tap."""
    return keyboard([[choice(f"{TICK}{label}", data)]])


def draft_keyboard(
    draft: str, *, copy_label: str, telegram: Json, whatsapp_label: str, right_to_left: bool = False
) -> Json:
    """Make the keyboard under a draft: copy it (if it is short enough), share it in two apps.

    An address that grew too long is left out: the text can still be copied, and all else still works.
    """
    shares = [telegram, link(whatsapp_label, whatsapp_share(draft))]
    fitting = [each for each in shares if len(each.get("url", "")) <= URL_CHARACTERS]
    return keyboard([[copy(copy_label, draft)] if is_copied(draft) else [], fitting], right_to_left=right_to_left)


def is_copied(draft: str) -> bool:
    """Tell whether a button can copy this text."""
    return 0 < units(draft) <= COPY_CHARACTERS


def draft_message(chat: int, draft: str, keyboard: Json) -> list[Call]:
    """Send a draft; one that is too long for a copy button is copied by tapping on the text itself."""
    calls = message(chat, draft, keyboard)
    if is_copied(draft) or len(calls) > 1:
        return calls
    text = calls[0].data["text"]
    return [Call("sendMessage", calls[0].data | {"entities": [{"type": "code", "offset": 0, "length": units(text)}]})]


def telegram_share(draft: str) -> str:
    """Make the address that lets a person send the draft in Telegram, to whom they choose.

    Telegram wants an address and a text, and puts the one on a line above the other. The first
    line of the draft stands in for the address, so that the message is the draft again.
    """
    first, _, rest = draft.strip().partition("\n")
    return f"https://t.me/share/url?url={quote(first, safe='')}&text={quote(rest, safe='')}"


def whatsapp_share(draft: str) -> str:
    """Make the address that lets a person send the draft in WhatsApp, to whom they choose."""
    return f"https://wa.me/?text={quote(draft, safe='')}"


def units(text: str) -> int:
    """Count as Telegram does: in UTF-16 units, of which many an emoji takes two."""
    return len(text) + sum(character > "\uffff" for character in text)


def split(text: str, most: int = TEXT_UNITS) -> list[str]:
    """Cut a text into parts of at most ``most`` units, where a paragraph or a sentence ends.

    Only white space at a cut is left out. A text that shows nothing becomes a dot: Telegram
    refuses an empty one, and silence is worse.
    """
    parts = []
    rest = text.strip()
    while units(rest) > most:
        end = _end(rest, most)
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*parts, rest or "."]


def _end(text: str, most: int) -> int:
    """Find where to cut: the last good place in the second half of what fits."""
    fits = _fitting(text, most)
    for mark in _ENDS:
        found = text.rfind(mark, fits // 2, fits)
        if found > 0:
            return found + len(mark)
    return _between_characters(text, fits)


def _fitting(text: str, most: int) -> int:
    """Count how many characters make up at most so many units."""
    used = 0
    for place, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > most:
            return place
    return len(text)


def _between_characters(text: str, place: int) -> int:
    """Step back to where no accent, joined emoji or skin tone is torn from what it belongs to."""
    earliest = max(1, place - 32)
    for at in range(place, earliest, -1):
        if not _clings(text[at]) and text[at - 1] != "\u200d":
            return at
    return place


def _clings(character: str) -> bool:
    """Tell whether a character is drawn onto the one before it."""
    joins = character == "\u200d" or "\ufe00" <= character <= "\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff"
    return joins or unicodedata.combining(character) != 0


def _choice(screen: Screen, each: Choice, render: Callable[[Words], str]) -> Json:
    tick = TICK if each.code in screen.chosen else ""
    return choice(f"{tick}{render(each.label)}", f"{screen.schema}:{screen.turn}:{each.code}")


def _rows(buttons: list[Json], columns: int) -> list[Row]:
    return [buttons[start : start + columns] for start in range(0, len(buttons), columns)]


def _text(chat: int, text: str) -> Json:
    return {"chat_id": chat, "text": text, "link_preview_options": {"is_disabled": True}}
