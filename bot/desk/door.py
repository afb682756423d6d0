"""The door of the desk: who is let in by a link, and every address behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.desk import editing, looking
from bot.desk.showing import desk
from bot.desk.visit import Visit
from bot.directory.services import Kept, Shelf
from bot.store import Store
from bot.telegram.trouble import where
from bot.web.crowd import Crowd, who_asks
from bot.web.door import LONGEST_COOKIE
from bot.web.form import read_form
from bot.web.guard import Place
from bot.web.showing import static
from bot.words import Speaker, negotiate
from dialogues.languages import LANGUAGES

COOKIE, LANGUAGE = "desk", "desk-language"
FIELDS_MOST = 60
"""A form has a field for the greeting in each language."""

OPENED = (60, 6.0)
"""Links that one network may try at once, and each minute."""

Work = Callable[[Visit, Mapping[str, str]], Response]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ground:
    """What the desk stands on: the store, the directory in use, and where and when it is."""

    store: Store
    shelf: Shelf
    place: Place
    zone: ZoneInfo
    bot: str
    clock: Callable[[], datetime]


class Desk:
    """The pages for the staff of support centres."""

    def __init__(self, ground: Ground, tryout: ASGIApp) -> None:
        self._ground, self._tryout, self._tries = ground, tryout, Crowd(*OPENED)
        self._cookie = f"__Host-{COOKIE}" if ground.place.secure else COOKIE

    def routes(self) -> list[BaseRoute]:
        """Give the desk, to stand beside the talk."""
        reading: dict[str, Work] = {
            "/": looking.overview,
            "/entries": looking.entries,
            "/report": looking.report,
            "/report-file": looking.report_file,
            "/posters": self._posters,
            "/poster": self._poster,
            "/try": looking.tryout,
            "/history": editing.history,
            "/entry": editing.entry,
        }
        writing: dict[str, Work] = {"/entry": editing.save, "/checked": editing.checked, "/undo": editing.undo}
        routes = [
            Route("/in", self.come_in, methods=["GET", "POST"]),
            Route("/out", self.sign_out, methods=["POST"]),
            Route("/static/{name}", static),
            *(Route(path, self._reads(work)) for path, work in reading.items()),
            *(Route(path, self._writes(work), methods=["POST"]) for path, work in writing.items()),
            Mount("/try", app=self._trying),
        ]
        handlers: dict[Any, Any] = {HTTPException: self._refused, Exception: self._failed}
        return [Mount("/desk", app=Starlette(routes=routes, exception_handlers=handlers))]

    async def come_in(self, request: Request) -> Response:
        """Show what a link opens; only the button opens it, so that a preview of the link does not."""
        form = await read_form(request) if request.method == "POST" else {}
        link, speaker = form.get("link") or request.query_params.get("link", ""), self._speaker(request)
        self._let_in(request)
        passes = self._ground.store.passes()
        if form:
            begun = await asyncio.to_thread(passes.begin, link, self._ground.clock())
            if begun:
                return self._with_cookie(RedirectResponse("./", HTTPStatus.SEE_OTHER), *begun)
        elif await asyncio.to_thread(passes.link, link, self._ground.clock()):
            return desk("in.html", speaker, link=link)
        return desk("shut.html", speaker, HTTPStatus.FORBIDDEN)

    async def sign_out(self, request: Request) -> Response:
        """Close the page: the pass is gone, also for whoever copied it."""
        token = request.cookies.get(self._cookie, "")
        passes, now = self._ground.store.passes(), self._ground.clock()
        if known := await asyncio.to_thread(passes.session, token, now):
            await asyncio.to_thread(passes.revoke, known.id)
        return self._without_cookie(desk("shut.html", self._speaker(request)))

    def _reads(self, work: Work) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            return await asyncio.to_thread(self._answered, work, request, request.query_params)

        return endpoint

    def _writes(self, work: Work) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            form = await read_form(request, FIELDS_MOST)
            response = await asyncio.to_thread(self._answered, work, request, {**request.query_params, **form})
            if isinstance(self._ground.shelf, Kept):
                await asyncio.to_thread(self._ground.shelf.refresh)
            return response

        return endpoint

    def _answered(self, work: Work, request: Request, asked: Mapping[str, str]) -> Response:
        visit = self._visit(request)
        if visit is None:
            return desk("shut.html", self._speaker(request), HTTPStatus.FORBIDDEN)
        response = work(visit, asked)
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie(LANGUAGE, visit.speaker.language, LONGEST_COOKIE, **self._marks)
        return response

    def _visit(self, request: Request) -> Visit | None:
        """Give the visit of whoever has a session; only an operator looks at another centre than the own one."""
        ground, now = self._ground, self._ground.clock()
        known = ground.store.passes().session(request.cookies.get(self._cookie, ""), now)
        if known is None:
            return None
        code = request.query_params.get("at", "") if known.role == "operator" else ""
        listed, local = ground.store.listed(), now.astimezone(ground.zone)
        visit = Visit(known, self._speaker(request), code or known.steunpunt, listed, local, ground.store)
        return visit if visit.code in visit.directory.steunpunten else None

    def _posters(self, visit: Visit, _asked: Mapping[str, str]) -> Response:
        return looking.posters(visit, self._ground.bot)

    def _poster(self, visit: Visit, asked: Mapping[str, str]) -> Response:
        return looking.poster_file(visit, asked, self._ground.bot)

    async def _trying(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let staff into a try-out, and nobody else."""
        request = Request(scope)
        visit = await asyncio.to_thread(self._visit, request)
        await (self._tryout if visit else RedirectResponse("../", HTTPStatus.SEE_OTHER))(scope, receive, send)

    def _speaker(self, request: Request) -> Speaker:
        wanted = (request.query_params.get("lang"), request.cookies.get(LANGUAGE))
        tag = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()[:35]
        language = next((each for each in wanted if each in LANGUAGES), None) or negotiate(tag)
        return Speaker(language, young=False, now=self._ground.clock().astimezone(self._ground.zone))

    def _let_in(self, request: Request) -> None:
        peer = request.client.host if request.client else ""
        if not self._tries.lets_in(who_asks(peer, request.headers.get("x-forwarded-for", ""))):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS)

    @property
    def _marks(self) -> dict[str, Any]:
        path = "/" if self._ground.place.secure else f"{self._ground.place.path}/"
        return {"path": path, "secure": self._ground.place.secure, "httponly": True, "samesite": "lax"}

    def _with_cookie(self, response: Response, known: Any, token: str) -> Response:
        lasts = int((known.expires_at - self._ground.clock()).total_seconds())
        response.set_cookie(self._cookie, token, lasts, **self._marks)
        return response

    def _without_cookie(self, response: Response) -> Response:
        response.delete_cookie(self._cookie, **self._marks)
        return response

    async def _refused(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
        what = {HTTPStatus.NOT_FOUND: "not_there", HTTPStatus.FORBIDDEN: "not_allowed"}.get(HTTPStatus(status))
        too_much = "too_much" if status == HTTPStatus.TOO_MANY_REQUESTS else "trouble"
        return self._trouble(request, status, what or too_much)

    async def _failed(self, request: Request, error: Exception) -> Response:
        """Tell the operator where it went wrong, and nobody what with."""
        log.error("desk_failed", **where(error))
        return self._trouble(request, HTTPStatus.INTERNAL_SERVER_ERROR, "trouble")

    def _trouble(self, request: Request, status: int, what: str) -> Response:
        return desk("trouble.html", self._speaker(request), status, what=what)
