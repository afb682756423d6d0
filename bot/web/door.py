"""The door: every address of the pages, and what is done for whoever comes by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.telegram.trouble import where
from bot.voice.reader import Reader, silent
from bot.web.calendar import month
from bot.web.crowd import Crowd, who_asks
from bot.web.form import number_in, payload_of, post_of, read_form
from bot.web.guard import Guard, Place
from bot.web.keys import Key, number_of, phrase
from bot.web.page import IDLE
from bot.web.playing import played
from bot.web.showing import shown, static
from bot.web.talks import Opening, PageTalks, View
from bot.words import Speaker, negotiate
from dialogues.languages import LANGUAGES, YOUNG

COOKIE, COOKIE_AT_HOME = "__Host-talk", "talk"
"""The first name makes a browser refuse a cookie that another host under the same domain would set."""

DAY_SECONDS = 86400
LONGEST_COOKIE = 400 * DAY_SECONDS
"""No browser keeps a cookie for longer."""

OPENINGS = (300, 60.0)
"""Talks that one network may open at once, and each minute: a school fits in, and a script is slowed."""

WORDS_TRIED = (30, 6.0)

Made = TypeVar("Made")
log = structlog.get_logger()


class WebDoor:
    """The pages over the talks of one process."""

    def __init__(
        self,
        talks: PageTalks,
        place: Place,
        clock: Callable[[], datetime],
        beside: Sequence[BaseRoute] = (),
        reader: Reader | None = None,
    ) -> None:
        self._talks, self._place, self._clock, self._beside = talks, place, clock, beside
        self._reader = reader or silent()
        self._openings, self._tries = Crowd(*OPENINGS), Crowd(*WORDS_TRIED)
        self._cookie = COOKIE if place.secure else COOKIE_AT_HOME

    def mount(self) -> Mount:
        """Give the pages, to stand below their path; nothing behind them is reached any more."""
        return Mount(self._place.path or "/", app=Guard(self.app(), self._place))

    def app(self) -> Starlette:
        """Make the app of the pages."""
        routes = [
            Route("/", self.front),
            Route("/begin", self.begin, methods=["POST"]),
            Route("/say", self.say, methods=["POST"]),
            Route("/keep", self.keep, methods=["GET", "POST"]),
            Route("/back", self.back, methods=["GET", "POST"]),
            Route("/leave", self.leave, methods=["POST"]),
            Route("/open", self.open, methods=["POST"]),
            Route("/people", self.people),
            Route("/gone", self.gone),
            Route("/calendar", self.calendar),
            Route("/file", self.file),
            Route("/picture", self.picture),
            Route("/voice", self.voice),
            Route("/static/{name}", static),
            *self._beside,
        ]
        handlers: dict[Any, Any] = {HTTPException: self._refused, Exception: self._failed}
        return Starlette(routes=routes, exception_handlers=handlers)

    async def front(self, request: Request) -> Response:
        """Show the talk of this browser, or else the way in."""
        key, view = await self._view(request)
        if view and not view.door.shut:
            return shown("talk.html", view.speaker, **self._talk(view))
        speaker = view.speaker if view else self._speaker(request)
        response = shown("front.html", speaker, **self._front(request, view), ended=bool(key and not view))
        return response if view or not key else self._without_cookie(response)

    async def begin(self, request: Request) -> Response:
        """Open a new talk for this browser: always a new one, whatever its cookie says."""
        form = await read_form(request)
        self._let_in(self._openings, request)
        tag = _tag(request)
        language = form.get("lang", "") if form.get("lang") in LANGUAGES else negotiate(tag)
        opening = Opening(language, tag, payload_of(form))
        return self._with_cookie(_see("./"), await self._do(self._talks.begin, opening))

    async def say(self, request: Request) -> Response:
        """Take an answer; the reply holds what this browser has not seen yet."""
        form = await read_form(request)
        key, post = self._key(request), post_of(form)
        quick = request.headers.get("hx-request") == "true"
        if key is None:
            return _go("./", quick=quick)
        view = await self._do(self._talks.answer, key, post) if post else await self._do(self._talks.look, key)
        if view is None or view.door.shut:
            return _go("./", quick=quick)
        if view.gone:
            return self._without_cookie(_go(f"gone?lang={view.speaker.language}", quick=quick))
        fresh = view.page.since(number_in(form, "seen"))
        if not quick or fresh is None or form.get("tone") != tone(view.speaker):
            return _go("./#now", quick=quick)
        return shown("turn.html", view.speaker, **self._talk(view), fresh=fresh)

    async def keep(self, request: Request) -> Response:
        """Keep the talk: by words, and on one's own phone by leaving it open."""
        form = await read_form(request) if request.method == "POST" else {}
        key, view = await self._view(request)
        if key is None or view is None or view.door.shut:
            return _see("./")
        if form.get("phone") in {"own", "other"}:
            view = await self._do(self._talks.keep, key, own=form["phone"] == "own") or view
        words = phrase(int(view.page.words, 16), view.speaker.language) if view.page.kept else ""
        response = shown("keep.html", view.speaker, view=view, words=words, link=self._link(request, words))
        return self._with_cookie(response, key, lasting=view.door.own)

    async def back(self, request: Request) -> Response:
        """Come back to a kept talk, on any phone."""
        form = await read_form(request) if request.method == "POST" else {}
        speaker = self._speaker(request)
        if not form:
            return shown("back.html", speaker, wrong=False)
        self._let_in(self._tries, request)
        number = number_of(form.get("words", "")[:400])
        key = await self._do(self._talks.come_back, number) if number is not None else None
        if key is None:
            return shown("back.html", speaker, HTTPStatus.UNPROCESSABLE_ENTITY, wrong=True)
        return self._with_cookie(_see("./"), key)

    async def leave(self, request: Request) -> Response:
        """Shut the door, and show a page that tells nothing."""
        key = self._key(request)
        stays = bool(key) and await self._do(self._talks.leave, key)
        response = _see("calendar")
        return response if stays else self._without_cookie(response)

    async def open(self, request: Request) -> Response:
        """Go on with a talk that was left quickly."""
        if key := self._key(request):
            await self._do(self._talks.open_again, key)
        return _see("./")

    async def people(self, request: Request) -> Response:
        """Show people to talk to, without a talk."""
        return shown("people.html", self._speaker(request))

    async def gone(self, request: Request) -> Response:
        """Say farewell after everything was erased."""
        return shown("gone.html", self._speaker(request))

    async def calendar(self, request: Request) -> Response:
        """Show a month, and nothing of ours."""
        speaker = self._speaker(request)
        today = self._clock().astimezone(self._zone).date()
        return shown("calendar.html", speaker, month=month(today, speaker.locale))

    async def file(self, request: Request) -> Response:
        """Give a file that stands in the talk, to save."""
        key, name = self._key(request), request.query_params.get("name", "")
        number = number_in(request.query_params, "n")
        content = await self._do(self._talks.file, key, name, number) if key else None
        if content is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, headers=headers, media_type=kind_of(name))

    async def picture(self, request: Request) -> Response:
        """Give a picture that stands in the talk."""
        key, number = self._key(request), number_in(request.query_params, "n")
        svg = await self._do(self._talks.picture, key, number) if key else None
        if svg is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return Response(svg, media_type="image/svg+xml")

    async def voice(self, request: Request) -> Response:
        """Give the voice note of a player that stands in the talk."""
        key, number = self._key(request), number_in(request.query_params, "n")
        told = await self._do(self._talks.voice, key, number) if key else None
        return await played(self._reader, told, request.headers.get("range", ""))

    @property
    def _root(self) -> str:
        return f"{self._place.path}/"

    @property
    def _zone(self) -> ZoneInfo:
        return self._talks.zone

    async def _do(self, work: Callable[..., Made], *given: Any, **more: Any) -> Made:
        """Work on the store in a thread, at this moment."""
        return await asyncio.to_thread(work, *given, self._clock(), **more)

    async def _view(self, request: Request) -> tuple[Key | None, View | None]:
        key = self._key(request)
        return key, await self._do(self._talks.look, key) if key else None

    def _key(self, request: Request) -> Key | None:
        return Key.read(request.cookies.get(self._cookie, ""))

    def _let_in(self, crowd: Crowd, request: Request) -> None:
        peer = request.client.host if request.client else ""
        if not crowd.lets_in(who_asks(peer, request.headers.get("x-forwarded-for", ""))):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS)

    def _speaker(self, request: Request) -> Speaker:
        """Speak as the link or the browser asks, where no talk tells."""
        asked = request.query_params.get("lang", "")
        language = asked if asked in LANGUAGES else negotiate(_tag(request))
        young = request.query_params.get("for") == "young"
        return Speaker(language, young=young, facts=self._talks.facts, now=self._clock())

    def _talk(self, view: View) -> dict[str, Any]:
        idle = 0 if view.door.own else int(IDLE.total_seconds())
        return {"view": view, "page": view.page, "screen": view.page.screen, "idle": idle, "tone": tone(view.speaker)}

    def _front(self, request: Request, view: View | None) -> dict[str, Any]:
        speaker, query = self._speaker(request), request.query_params
        others = {code: name for code, name in LANGUAGES.items() if code != speaker.language}
        carried = {name: query[name] for name in ("start", "for") if name in query}
        return {"own": LANGUAGES[speaker.language], "others": others, "carried": carried, "waits": view is not None}

    def _link(self, request: Request, words: str) -> str:
        """Give the personal link; what stands behind # never leaves the browser."""
        host = request.headers["host"]
        return f"{self._place.url or f'http://{host}/'}back#{words.replace(' ', '-')}"

    def _with_cookie(self, response: Response, key: Key, *, lasting: bool = False) -> Response:
        response.set_cookie(self._cookie, key.cookie(), LONGEST_COOKIE if lasting else None, **self._cookie_marks)
        return response

    def _without_cookie(self, response: Response) -> Response:
        response.delete_cookie(self._cookie, **self._cookie_marks)
        return response

    @property
    def _cookie_marks(self) -> dict[str, Any]:
        path = "/" if self._place.secure else self._root
        return {"path": path, "secure": self._place.secure, "httponly": True, "samesite": "lax"}

    async def _refused(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
        known: Mapping[int, str] = {HTTPStatus.NOT_FOUND: "not_here", HTTPStatus.TOO_MANY_REQUESTS: "too_much"}
        return self._trouble(request, status, known.get(status, "trouble"))

    async def _failed(self, request: Request, error: Exception) -> Response:
        """Tell the operator where it went wrong, and nobody what with."""
        log.error("page_failed", **where(error))
        return self._trouble(request, HTTPStatus.INTERNAL_SERVER_ERROR, "trouble")

    def _trouble(self, request: Request, status: int, what: str) -> Response:
        return shown("trouble.html", self._speaker(request), status, what=what, root=self._root)


def tone(speaker: Speaker) -> str:
    """Name the language and register of what stands on a page: when they change, all of it does."""
    return f"{speaker.language}@{YOUNG}" if speaker.young else speaker.language


def kind_of(name: str) -> str:
    """Give how a file is sent: a moment so that a phone offers its calendar, the rest only to save."""
    return "text/calendar" if name.endswith(".ics") else "application/octet-stream"


def _tag(request: Request) -> str:
    """Give the language that the browser likes best."""
    return request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()[:35]


def _see(address: str) -> Response:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)


def _go(address: str, *, quick: bool) -> Response:
    """Send a browser elsewhere; one that only wants what is new is told to load the page anew."""
    if not quick:
        return _see(address)
    where_to = {"HX-Refresh": "true"} if address.startswith("./") else {"HX-Redirect": address}
    return Response(headers=where_to)
