"""Playing: a voice note for the player on a page, whole or in the parts that it asks for."""

from __future__ import annotations

import re
from http import HTTPStatus

import structlog
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.post import Json
from bot.voice.reader import NotRead, Reader

_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")

log = structlog.get_logger()


async def played(reader: Reader, told: Json | None, asked: str) -> Response:
    """Make the note of what is told and give the range that is asked for; raises HTTPException when there is none."""
    try:
        note = await reader.note(told) if told else None
    except NotRead as error:
        log.warning("not_read_aloud", reason=str(error))
        note = None
    if note is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return ranged(note, "audio/ogg", asked)


def ranged(content: bytes, kind: str, asked: str) -> Response:
    """Give a part of some content (RFC 9110, section 14), or all of it; some players take only parts."""
    headers = {"Accept-Ranges": "bytes"}
    found = _RANGE.fullmatch(asked)
    first = int(found[1]) if found else 0
    last = min(int((found and found[2]) or len(content)), len(content) - 1)
    if not found or first > last:
        return Response(content, headers=headers, media_type=kind)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return Response(content[first : last + 1], HTTPStatus.PARTIAL_CONTENT, headers=headers, media_type=kind)
