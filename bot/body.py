"""Reading the body of a request: as much of it as we want to have, and no longer than we want to wait."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request


async def read_body(request: Request, most: int, seconds: float) -> bytes:
    """Read the body; raises HTTPException when it is too large or comes too slowly."""
    if _number(request.headers.get("content-length", "")) > most:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body = bytearray()
    with _in_time():
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(body)


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    try:
        yield
    except (TimeoutError, ClientDisconnect):
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
