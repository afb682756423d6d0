"""Showing: templates filled in, in somebody's language, and the files that go with them."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.web.labels import WORDS
from bot.web.linking import linked
from bot.words import Speaker, bare
from dialogues.turn import BACK, DONE, HELP, MENU, SKIP

HERE = Path(__file__).parent
STATIC = HERE / "static"
DESK = HERE.parent / "desk" / "templates"
WAYS = {"back": BACK, "done": DONE, "help": HELP, "menu": MENU, "skip": SKIP}


@cache
def environment() -> Environment:
    """Give the templates; all that is filled in is escaped, and a name that is missing is an error."""
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), PrefixLoader({"desk": FileSystemLoader(DESK)})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"linked": linked, "bare": bare}
    made.globals |= {"static": address_of, "ways": WAYS}
    return made


def shown(template: str, speaker: Speaker, status: int = 200, **more: Any) -> HTMLResponse:
    """Fill in a template, with the page's own words in the speaker's language."""
    words = {name: bare(speaker.say(each)) for name, each in WORDS.items()}
    direction = "rtl" if speaker.right_to_left else "ltr"
    page = environment().get_template(template)
    return HTMLResponse(
        page.render(t=words, lang=speaker.language, dir=direction, young=speaker.young, **more), status
    )


@cache
def static_file(name: str) -> tuple[bytes, bytes, str] | None:
    """Give a file that stands beside the pages: as it is, compressed, and of which kind."""
    path = STATIC / name
    if path.parent != STATIC or not path.is_file() or path.suffix not in {".css", ".js", ".svg", ".png"}:
        return None
    content = path.read_bytes()
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return content, gzip.compress(content, 9, mtime=0), kind


async def static(request: Request) -> Response:
    """Give a style, script or picture of our own."""
    found = static_file(request.path_params["name"])
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    plain, small, kind = found
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(small, headers=headers | {"Content-Encoding": "gzip"}, media_type=kind)
    return Response(plain, headers=headers, media_type=kind)


@cache
def address_of(name: str) -> str:
    """Give the address of such a file, which changes when it does; so a browser may keep it for long."""
    found = static_file(name)
    if found is None:
        raise FileNotFoundError(name)
    return f"static/{name}?v={hashlib.sha256(found[0]).hexdigest()[:12]}"
