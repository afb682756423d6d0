"""Trying the talk out from the desk: the same pages, of which nothing is counted and nothing kept."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.conversations import Batch
from bot.desk.labels import WORDS
from bot.store import Work
from bot.web.door import WebDoor
from bot.web.keys import Key, chat_number
from bot.web.page import IDLE, Page
from bot.web.talks import PageTalks, View
from bot.words import bare
from dialogues.session import Session

CHANNEL = "tryout"
COOKIE = "tryout"


class Tryouts(PageTalks):
    """Talks of staff: gone half an hour after the last answer, whatever is said in them.

    Their page stands under another name, so that neither kind of talk can be opened as the other.
    """

    page_as = "tryout"

    def keep(self, key: Key, now: datetime, *, own: bool) -> View | None:  # noqa: ARG002  as its parent is called
        """Keep nothing."""
        return self.look(key, now)

    def come_back(self, words: int, now: datetime) -> Key | None:  # noqa: ARG002  as its parent is called
        """Find nothing again."""
        return None

    def _chat(self, words: int) -> int:
        return chat_number(self.store.digest(words, CHANNEL))

    def _tallied(self, batch: Batch, now: datetime) -> tuple[str, Counter[tuple[str, str, str]]]:  # noqa: ARG002
        """Count nothing."""
        return f"{now:%Y-%m}", Counter()

    def _save(self, work: Work, key: Key, session: Session, page: Page, now: datetime) -> None:
        page.bubbles = [each for each in page.bubbles if each.name != "keep"]
        work.save({key.chat: (session.to_json() | {self.page_as: page.to_json()}, now + IDLE)}, now)


class TryDoor(WebDoor):
    """The pages of a try-out, which say on every screen that it is one."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._cookie = f"__Host-{COOKIE}" if self._place.secure else COOKIE

    async def front(self, request: Request) -> Response:
        """Show the talk that is tried, or else the way in at the desk."""
        _key, view = await self._view(request)
        if view is None or view.door.shut:
            return RedirectResponse("../try", 303)
        return await super().front(request)

    async def keep(self, request: Request) -> Response:  # noqa: ARG002  as its parent is called
        """Lead back: nothing is kept here."""
        return RedirectResponse("./", 303)

    def _talk(self, view: View) -> dict[str, Any]:
        told = {name: bare(view.speaker.say(WORDS[name])) for name in ("trying", "trying_stop")}
        return super()._talk(view) | told
