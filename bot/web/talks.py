"""The talks on pages: the same turns in the same one transaction, for whoever holds a key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from typing import ClassVar

from bot.conversations import Batch, Conversations
from bot.handlers import HANDLERS
from bot.pictures.drawing import drawn
from bot.post import Call, Incoming, Json
from bot.scene import Scene, current_screen
from bot.store import Work
from bot.web.keys import CHANNEL, Key, chat_number, fresh_words
from bot.web.page import IDLE, Door, Moment, Page
from bot.web.stage import EXPORTS, PageStage
from bot.words import Speaker, country_of
from dialogues.effects import SendExport
from dialogues.inputs import CameDue, Input, Said, Started, Tapped
from dialogues.listening.personal import impersonal
from dialogues.session import SCHEMA, Session
from dialogues.turn import FIRST
from dialogues.words import Words, _

GLANCE = timedelta(minutes=1)
"""Who was here so shortly ago need not be noted again: looking is then only reading."""

CLOSES: Words = _("When you say nothing for half an hour, our talk is gone from this page. You can keep it.")
NO_MESSAGES: Words = _("This page can't send you anything. I ask you when you come by here again after that day.")


@dataclass(frozen=True, slots=True)
class Opening:
    """How somebody comes in: language, the tag of their browser, and the code of the link."""

    language: str
    tag: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """What a browser sends: an input, and which of its posts it is."""

    number: int
    input: Input

    def mark(self) -> str:
        """Give what tells this post from others, and tells nothing of what is in it."""
        return hashlib.sha256(f"{self.number}|{self.input!r}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class View:
    """A talk as a browser may show it now; ``gone`` when this turn erased it."""

    session: Session
    page: Page
    door: Door
    speaker: Speaker
    toast: str = ""
    gone: bool = False


@dataclass(slots=True)
class PageTalks(Conversations):
    """Conversations whose showing stays with them: nothing leaves by an outbox.

    ``page_as`` is where the page stands in the stored form of a talk.
    """

    page_as: ClassVar[str] = "page"

    def begin(self, opening: Opening, now: datetime) -> Key:
        """Open a new talk in a language, under a key that nobody had before."""
        words = fresh_words()
        key = Key.fresh(self._chat(words))
        page = Page(f"{words:x}")
        door = page.admit(key.secret, now)
        session = Session(
            FIRST,
            language=opening.language,
            country=country_of(opening.tag),
            reachable=False,
            heard_at=now.isoformat(),
        )
        with self.store.transaction() as work:
            work.load([key.chat])
            self._save(work, key, session, page, now)
            view = self._played_out(
                work, key, View(session, page, door, self.speaker(session, now)), [Started(opening.payload)], now
            )
            turn = current_screen(view.session).turn
            self._played_out(work, key, view, [Tapped(opening.language, turn, SCHEMA)], now)
        return key

    def look(self, key: Key, now: datetime) -> View | None:
        """Show a talk as it is, after taking up what was agreed for a moment that has passed."""
        with self.store.transaction() as work:
            view = self._opened(work, key, now)
            if view is None or view.door.shut:
                return view
            due = [each for each in view.page.moments if each.due <= now.timestamp()]
            was_here = now.timestamp() - view.door.seen < GLANCE.total_seconds()
            view.door.seen = now.timestamp()
            if not due:
                if not was_here:
                    self._save(work, key, view.session, view.page, now)
                return view
            return self._played_out(work, key, view, [CameDue(each.reminder, each.ask) for each in due], now)

    def answer(self, key: Key, post: Post, now: datetime) -> View | None:
        """Take one turn; a post that comes again changes nothing."""
        began = perf_counter()
        with self.store.transaction() as work:
            view = self._opened(work, key, now)
            if view is None or view.door.shut or not view.page.is_new(post.mark()):
                return view
            view.door.seen = now.timestamp()
            view = self._played_out(work, key, view, [post.input], now)
        self.meter.batch(1, perf_counter() - began)
        if view.gone:
            self._clear_traces(Batch({}, erased={key.chat}))
        return view

    def keep(self, key: Key, now: datetime, *, own: bool) -> View | None:
        """Keep a talk that may be kept, so that one can come back to it; on one's own phone it stays open."""
        with self.store.transaction() as work:
            view = self._opened(work, key, now)
            if view and view.session.consent and not view.door.shut:
                view.page.kept, view.door.own, view.door.seen = True, own, now.timestamp()
                self._save(work, key, view.session, view.page, now)
            return view

    def come_back(self, words: int, now: datetime) -> Key | None:
        """Give another browser a key to a talk that was kept."""
        chat = self._chat(words)
        with self.store.transaction() as work:
            stored = work.load([chat]).get(chat)
            page = Page.from_json(stored[self.page_as]) if stored and self.page_as in stored else None
            if stored is None or page is None or not page.kept or int(page.words, 16) != words:
                return None
            key = Key.fresh(chat)
            page.admit(key.secret, now)
            self._save(work, key, Session.from_json(stored), page, now)
        return key

    def leave(self, key: Key, now: datetime) -> bool:
        """Shut the door behind somebody; tells whether it can be opened again from this browser."""
        with self.store.transaction() as work:
            view = self._opened(work, key, now)
            if view is None:
                return False
            view.door.shut = True
            if view.session.violence:
                view.page.doors.remove(view.door)
            self._save(work, key, view.session, view.page, now)
            return not view.session.violence

    def open_again(self, key: Key, now: datetime) -> None:
        """Open the door that was shut by leaving."""
        with self.store.transaction() as work:
            if view := self._opened(work, key, now):
                view.door.shut = False
                self._save(work, key, view.session, view.page, now)

    def file(self, key: Key, name: str, number: int, now: datetime) -> str | None:
        """Give a file that stands in the talk, of one name the one with this number or else the last.

        What is kept is given as it is now.
        """
        view = self.look(key, now)
        named = [each for each in view.page.bubbles if (each.kind, each.name) == ("file", name)] if view else []
        offered = [each for each in named if each.number == number] or named
        if view is None or view.door.shut or not offered:
            return None
        return self._export(view, name, now) if name in EXPORTS else offered[-1].content

    def picture(self, key: Key, number: int, now: datetime) -> str | None:
        """Draw a picture that stands in the talk."""
        view = self.look(key, now)
        if view is None or view.door.shut:
            return None
        found = [each for each in view.page.bubbles if (each.kind, each.number) == ("picture", number)]
        return drawn(json.loads(found[0].content)) if found else None

    def voice(self, key: Key, number: int, now: datetime) -> Json | None:
        """Give what a player that stands in the talk is to read."""
        view = self.look(key, now)
        if view is None or view.door.shut:
            return None
        found = [each for each in view.page.bubbles if (each.kind, each.number) == ("voice", number)]
        return dict(json.loads(found[0].content)) if found else None

    def _export(self, view: View, name: str, now: datetime) -> str:
        """Give everything that is kept, as it is now: in the file for machines also what stands on the page."""
        stage = PageStage(Incoming(0, 0, Started()), view.speaker)
        HANDLERS[SendExport](Scene(view.session, stage, view.speaker, now, self.zone), SendExport())
        if not name.endswith(".json"):
            return stage.files[name]
        shown: list[Json] = [{"kind": each.kind, "text": each.text} for each in view.page.bubbles if each.text]
        return json.dumps(json.loads(stage.files[name]) | {"shown": shown}, ensure_ascii=False, indent=2)

    def _may_come(self, batch: Batch, chat: int, _due: CameDue, _now: datetime) -> bool:
        """Whoever is on the page is awake: what was agreed is taken up, whatever the hour."""
        return chat in batch.sessions

    def _chat(self, words: int) -> int:
        return chat_number(self.store.digest(words, CHANNEL))

    def _opened(self, work: Work, key: Key, now: datetime) -> View | None:
        """Hold a talk and give it to whoever has a key to it."""
        stored = work.load([key.chat]).get(key.chat)
        if stored is None or self.page_as not in stored:
            return None
        page = Page.from_json(stored[self.page_as])
        door = page.door(key.secret, now)
        if door is None:
            return None
        session = Session.from_json(stored)
        return View(session, page, door, self.speaker(session, now))

    def _played_out(self, work: Work, key: Key, view: View, inputs: Iterable[Input], now: datetime) -> View:
        """Take turns and let the page show them; written with the talk, or erased with it."""
        incoming = [Incoming(0, key.chat, each) for each in inputs]
        batch = self._turns(work, incoming, now)
        self._count(batch)
        work.count(*self._tallied(batch, now))
        if key.chat in batch.erased:
            work.erase(key.chat)
            return View(view.session, view.page, view.door, view.speaker, gone=True)
        show(view.page, view.session, batch, incoming)
        session = batch.sessions[key.chat]
        self._save(work, key, session, view.page, now)
        toast = next((call.data["text"] for call in batch.fleeting if call.method == "toast"), "")
        return View(session, view.page, view.door, self.speaker(session, now), toast)

    def _save(self, work: Work, key: Key, session: Session, page: Page, now: datetime) -> None:
        expiry = self.expiry(session, now)
        until = expiry if page.lasts() else min(expiry, now + IDLE)
        work.save({key.chat: (session.to_json() | {self.page_as: page.to_json()}, until)}, now)

    def _count(self, batch: Batch) -> None:
        for _chat, scene in batch.scenes:
            self.meter.turn(scene.session.language, scene.crises)


def show(page: Page, before: Session, batch: Batch, incoming: Iterable[Incoming]) -> None:
    """Put on the page what the turns showed, and note what was agreed."""
    scenes = [scene for _chat, scene in batch.scenes]
    calls = [call for _chat, call in batch.stored]
    typed = [each.input.text for each in incoming if isinstance(each.input, Said)]
    for text in typed:
        pending = any(scene.session.pending for scene in scenes)
        page.add("own", impersonal(text) if pending else text)
    told = [each for each in calls if not (typed and each.method == "own")]
    last = max((at for at, each in enumerate(told) if each.method == "said"), default=0)
    for at, call in enumerate(told):
        if at == last:
            _add_notes(page, before, scenes)
        _put(page, call)
    _keep_moments(page, scenes, incoming)


def _put(page: Page, call: Call) -> None:
    if call.method == "screen":
        page.screen = call.data
    elif call.method == "hide":
        page.clear()
    else:
        page.add(call.method, **call.data)


def _add_notes(page: Page, before: Session, scenes: Iterable[Scene]) -> None:
    """Say what holds on a page only: that it closes by itself, and that nothing leaves it."""
    for scene in scenes:
        if scene.session.consent and not before.consent and not page.lasts():
            page.add("note", scene.speaker.say(CLOSES), name="keep")
        if scene.appointments:
            page.add("note", scene.speaker.say(NO_MESSAGES), name="" if page.lasts() else "keep")


def _keep_moments(page: Page, scenes: Iterable[Scene], incoming: Iterable[Incoming]) -> None:
    """Note agreed moments on the page, where they wait for the next visit; what came is done with."""
    came = {(each.input.reminder, each.input.ask) for each in incoming if isinstance(each.input, CameDue)}
    for scene in scenes:
        if scene.reminders_forgotten:
            page.moments = []
        page.moments = [each for each in page.moments if (each.reminder, each.ask) not in came]
        for new in scene.appointments:
            others = [each for each in page.moments if (each.reminder, each.ask) != (new.reminder, new.ask)]
            page.moments = [*others, Moment(new.reminder, new.ask, new.due.timestamp())]
