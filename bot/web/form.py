"""Forms: what a browser posts, read with bounds, as the input that it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.body import read_body
from bot.web.talks import Post
from dialogues.inputs import Commanded, Input, Said, Started, Tapped
from dialogues.texts import MAX_TEXT

BODY_MOST = 64 * 1024
"""A text of the most characters, each written as the twelve bytes that a form makes of an emoji, with room."""

BODY_SECONDS = 10.0
FIELDS_MOST = 20

_TAP = re.compile(r"(\d{1,6}):(\d{1,9}):([A-Za-z0-9_.-]{1,24})")
_NUMBER = re.compile(r"\d{1,9}")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def read_form(request: Request, most: int = FIELDS_MOST) -> Mapping[str, str]:
    """Read the fields of a form; the last of a name counts."""
    body = await read_body(request, BODY_MOST, BODY_SECONDS)
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=most)
    except ValueError:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from None
    return dict(fields)


def post_of(form: Mapping[str, str]) -> Post | None:
    """Understand what was tapped, asked for or typed; None when it is nothing."""
    given = input_of(form)
    return Post(number_in(form, "n"), given) if given else None


def input_of(form: Mapping[str, str]) -> Input | None:
    """Give the input; a tapped choice goes before what stands in the field."""
    if tapped := _TAP.fullmatch(form.get("tap", "")):
        return Tapped(tapped[3], int(tapped[2]), int(tapped[1]))
    if command := form.get("command"):
        return commanded(command)
    text = form.get("text", "").replace("\r\n", "\n").strip()[:MAX_TEXT]
    if text.startswith("/") and text[1:].split():
        return commanded(text[1:].split()[0])
    return Said(text) if text else None


def commanded(name: str) -> Input:
    """Give the input of a command."""
    name = name.lower()[:32]
    return Started() if name == "start" else Commanded(name)


def number_in(form: Mapping[str, str], name: str) -> int:
    """Read a number; anything else is nought."""
    given = form.get(name, "")
    return int(given) if given.isascii() and _NUMBER.fullmatch(given) else 0


def payload_of(form: Mapping[str, str]) -> str:
    """Give the code of the link by which somebody came, as a deep link of Telegram brings it."""
    start = form.get("start", "")
    code = start if _PAYLOAD.fullmatch(start) else ""
    tone = "young" if form.get("for") == "young" else ""
    return "-".join(filter(None, (code, tone)))[:64]
