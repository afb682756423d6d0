"""The conversations: takes turns for what comes in, a whole batch in one transaction.

Everything that a batch changes - sessions, reminders, what is to be sent - is committed together;
what leaves the house leaves after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot import tally
from bot.acks import Acks
from bot.directory.places import find_places
from bot.directory.services import NOTHING, Shelf
from bot.directory.steunpunten import read_link
from bot.handlers import HANDLERS, in_daytime
from bot.haste import Haste
from bot.meter import UNMEASURED, Meter
from bot.post import Call, Incoming, Inquired, Outcome
from bot.quiet import Quiet
from bot.scene import Appointment, Scene, current_screen
from bot.sharing import drafts_of
from bot.stage import Stage
from bot.store import Store, Unforgotten, Work
from bot.telegram import inline
from bot.words import FactTeller, Speaker, bare, country_of, negotiate
from dialogues.chapters.asides import people_who_help
from dialogues.engine import step
from dialogues.inputs import CameDue, Hurried, Input, PlacesFound, Said, ServicesFound, Started, Tapped
from dialogues.listening.phrasebook import forget_texts
from dialogues.reminders import EXPIRY, urgency
from dialogues.session import SCHEMA, Session
from dialogues.turn import FIRST
from dialogues.words import _

DAY = timedelta(days=1)
DAYS_IN_MONTH = 30.44

WARNED_BEFORE = timedelta(days=14)
"""How long before a talk is erased somebody who asked for it is warned."""

LEASE = timedelta(seconds=15)
"""How long a call is kept to this process, which renews it every few seconds while it has the call in hand.

Of a process that was killed, another takes over when it is not renewed any more.
"""

DUE_AT_ONCE = 100
"""Reminders taken in one transaction: small enough to keep replies waiting for no time at all."""

log = structlog.get_logger()


class CallStage(Stage, Protocol):
    """A stage whose showing ends in calls."""

    stored: list[Call]
    fleeting: list[Call]

    def finish(self) -> None:
        """Do what every turn needs at its end."""


@dataclass(slots=True)
class Batch:
    """The turns of one transaction, gathered."""

    sessions: dict[int, Session]
    unreadable: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    erased: set[int] = field(default_factory=set)
    stored: list[tuple[int, Call]] = field(default_factory=list)
    fleeting: list[Call] = field(default_factory=list)
    scenes: list[tuple[int, Scene]] = field(default_factory=list)
    put_off: list[tuple[int, Appointment]] = field(default_factory=list)
    thinking: float = 0.0

    def forget(self, chat: int, farewell: Sequence[Call]) -> None:
        """Drop all that this batch gathered for a chat; only the farewell is still sent."""
        self.sessions.pop(chat, None)
        self.touched.discard(chat)
        self.erased.add(chat)
        self.scenes = [each for each in self.scenes if each[0] != chat]
        self.stored = [each for each in self.stored if each[0] != chat] + [(chat, call) for call in farewell]


@dataclass(slots=True)
class Conversations:
    """Implements ``bot.post.Talks`` over a store."""

    store: Store
    stage: Callable[[Incoming, Speaker], CallStage]
    facts: Mapping[str, FactTeller]
    zone: ZoneInfo
    months_kept: int = 12
    months_kept_child: int = 3
    poisoned: int = 0
    haste: Haste = field(default_factory=Haste)
    meter: Meter = UNMEASURED
    quiet: Quiet = field(default_factory=Quiet)
    acks: Acks = field(default_factory=Acks)
    directory: Shelf = lambda: NOTHING
    voices: frozenset[str] = frozenset()

    def take(self, batch: Sequence[Incoming], now: datetime) -> Outcome:
        """Take a turn for each update that is new, all in one transaction; returns after the commit."""
        once = {each.update: each for each in batch}
        began = perf_counter()
        with self.acks.noting() as noting, self.store.transaction() as work:
            fresh = work.first_seen(once, now)
            turns = self._turns(work, [each for number, each in once.items() if number in fresh], now)
            outcome = self._write(work, turns, now, began, priority=0)
            work.sent(noting.take())
        self._measure(turns, perf_counter() - began)
        self._clear_traces(turns)
        return outcome

    def come_due(self, now: datetime) -> Outcome:
        """Take the turns of reminders that are due, in one transaction; returns after the commit."""
        began = perf_counter()
        with self.store.transaction() as work:
            due = sorted(work.take_due(now, DUE_AT_ONCE), key=lambda each: urgency(each.kind))
            came = [Incoming(0, each.chat, CameDue(each.kind, each.ask)) for each in due]
            turns = self._turns(work, came, now)
            outcome = self._write(work, turns, now, began, priority=1)
            for chat, later in turns.put_off:
                work.remind(chat, later.reminder, later.ask, later.due)
        for each in due:
            self.meter.reminded((now - each.due_at).total_seconds())
        return outcome

    def _turns(self, work: Work, incoming: Iterable[Incoming], now: datetime) -> Batch:
        incoming = list(incoming)
        stored, unreadable = work.load_readable({each.chat for each in incoming})
        batch = Batch({chat: Session.from_json(session) for chat, session in stored.items()}, unreadable)
        began = perf_counter()
        for each in incoming:
            if each.chat in unreadable:
                self._set_aside(batch, each, now)
            elif isinstance(each.input, Inquired):
                batch.fleeting += self._inquired(batch.sessions.get(each.chat), each, each.input, now)
            elif not isinstance(each.input, CameDue) or self._may_come(batch, each.chat, each.input, now):
                self._turn(batch, each, now)
        batch.thinking = perf_counter() - began
        forget_texts()
        return batch

    def _may_come(self, batch: Batch, chat: int, due: CameDue, now: datetime) -> bool:
        """Tell whether a reminder may come now; one that may not is put off, and one without a talk is dropped."""
        session = batch.sessions.get(chat)
        later = self.quiet.later(session, now, self.zone) if session else None
        if later:
            batch.put_off.append((chat, Appointment(due.reminder, due.ask, later)))
        return session is not None and later is None

    def _inquired(self, session: Session | None, incoming: Incoming, asked: Inquired, now: datetime) -> list[Call]:
        """Hand over a draft that the person wants to put in another chat; nothing else changes by it."""
        drafts = [] if session is None else drafts_of(session, self.speaker(session, now))
        return [inline.answer(incoming.chat, asked, drafts)]

    def _turn(self, batch: Batch, incoming: Incoming, now: datetime) -> None:
        """Take one turn; one that fails changes nothing, and is answered kindly all the same."""
        before = batch.sessions.get(incoming.chat) or new_session(incoming)
        before.voiced = before.language in self.voices
        try:
            scene, stage = self._played(before, incoming, now)
        except Exception as error:
            self.poisoned += 1
            log.exception("turn_failed", update=incoming.update, error=type(error).__name__)
            scene, stage = self._apology(before, incoming, now)
        batch.scenes.append((incoming.chat, scene))
        batch.stored += [(incoming.chat, call) for call in stage.stored]
        batch.fleeting += stage.fleeting
        if scene.forgotten:
            batch.forget(incoming.chat, stage.stored)
        else:
            batch.sessions[incoming.chat] = scene.session
            batch.touched.add(incoming.chat)

    def _set_aside(self, batch: Batch, incoming: Incoming, now: datetime) -> None:
        """Where what is stored is damaged no turn can be taken: give the way to people, and change nothing."""
        if isinstance(incoming.input, CameDue):
            return
        self.poisoned += 1
        log.error("conversation_unreadable", update=incoming.update)
        someone = new_session(incoming)
        speaker = self.speaker(someone, now)
        stage = self.stage(incoming, speaker)
        stage.say(
            speaker.say(
                _(
                    "Something is broken here, and it is not your fault. I cannot get to our talk now, and what "
                    "you just sent is not kept. Please try again later."
                )
            )
        )
        stage.say(speaker.say(people_who_help(someone)))
        stage.finish()
        batch.stored += [(incoming.chat, call) for call in stage.stored]
        batch.fleeting += stage.fleeting

    def _played(self, before: Session, incoming: Incoming, now: datetime) -> tuple[Scene, CallStage]:
        speaker = self.speaker(before, now)
        stage = self.stage(incoming, speaker)
        scene = Scene(before, stage, speaker, now, self.zone, voices=self.voices)
        self._play(scene, self._paced(incoming, now) or self._heard(before, incoming, speaker))
        while found := self._looked_up(scene):
            self._play(scene, found)
        tally.count(before, scene)
        stage.finish()
        return scene, stage

    def _looked_up(self, scene: Scene) -> Input | None:
        """Look up what the last step asked for, if anything."""
        query, asked = scene.looking_for, scene.searching
        scene.looking_for, scene.searching = "", None
        if query:
            return PlacesFound(query, find_places(query))
        return ServicesFound(self.directory().find(asked)) if asked else None

    def _play(self, scene: Scene, input: Input) -> None:
        scene.session, effects = step(scene.session, input, scene.now.astimezone(scene.zone))
        scene.speaker = scene.stage.speaker = self.speaker(scene.session, scene.now)
        for effect in effects:
            HANDLERS[type(effect)](scene, effect)

    def _apology(self, before: Session, incoming: Incoming, now: datetime) -> tuple[Scene, CallStage]:
        speaker = self.speaker(before, now)
        stage = self.stage(incoming, speaker)
        stage.say(
            speaker.say(
                _(
                    "Something went wrong here, and it is not your fault. What you told me is safe. "
                    "Send /start, and we go on where we were."
                )
            )
        )
        stage.finish()
        return Scene(before, stage, speaker, now, self.zone), stage

    def speaker(self, session: Session, now: datetime) -> Speaker:
        """Give who speaks to this person: their language and register."""
        return Speaker(session.language, young=session.young, facts=self.facts, now=now)

    def _paced(self, incoming: Incoming, now: datetime) -> Input | None:
        """A chat from which too much comes is asked to slow down; what was typed is kept all the same."""
        over = 0 if isinstance(incoming.input, CameDue) else self.haste.count(incoming.chat, now)
        if not over:
            return None
        text = incoming.input.text if isinstance(incoming.input, Said) else ""
        return Hurried(text, first=over == 1)

    def _heard(self, session: Session, incoming: Incoming, speaker: Speaker) -> Input:
        """A typed text that is exactly what stands on a button is a tap on it; of a link what is known counts."""
        input = incoming.input
        if isinstance(input, Inquired):
            raise TypeError("An inquiry is answered, and takes no turn")
        if isinstance(input, Started):
            return read_link(input.payload, self.directory().steunpunten)
        if not isinstance(input, Said) or not session.turn:
            return input
        screen = current_screen(session)
        typed = plain(input.text)
        for choice in (*screen.choices, *screen.ways_out):
            if plain(speaker.say(choice.label)) == typed:
                return Tapped(choice.code, screen.turn, SCHEMA)
        return input

    def _write(self, work: Work, batch: Batch, now: datetime, began: float, *, priority: int) -> Outcome:
        for chat in batch.erased:
            work.erase(chat)
        saved = {chat: batch.sessions[chat] for chat in batch.touched}
        work.save({chat: (each.to_json(), self.expiry(each, now)) for chat, each in saved.items()}, now)
        for chat, scene in batch.scenes:
            self._keep_appointments(work, chat, scene)
        work.count(*self._tallied(batch, now))
        # The transaction may have waited long for its turn: a claim counts from now on.
        until = now + timedelta(seconds=perf_counter() - began) + LEASE
        waiting = work.queue(batch.stored, now, priority=priority, claimed_until=until)
        return Outcome(waiting, batch.fleeting)

    def _tallied(self, batch: Batch, now: datetime) -> tuple[str, Counter[tuple[str, str, str]]]:
        """Add up what was counted, by the support centre whose link was used."""
        sums: Counter[tuple[str, str, str]] = Counter()
        for _chat, scene in batch.scenes:
            steunpunt = str(scene.session.answers.get("steunpunt", ""))
            sums.update((steunpunt, what, value) for what, value in scene.counted)
        return f"{now.astimezone(self.zone):%Y-%m}", sums

    def _keep_appointments(self, work: Work, chat: int, scene: Scene) -> None:
        if scene.reminders_forgotten:
            work.forget_reminders(chat)
        for each in (*scene.appointments, *self._warning(scene)):
            work.remind(chat, each.reminder, each.ask, each.due)

    def _warning(self, scene: Scene) -> list[Appointment]:
        """Plan the warning before a talk is erased, for who asked for it; each word moves it on."""
        if not (scene.session.warn and scene.session.consent) or scene.forgotten:
            return []
        day = (self.expiry(scene.session, scene.now) - WARNED_BEFORE).date()
        due = in_daytime(day, self.zone, young=scene.session.young)
        return [Appointment(EXPIRY, 0, due)] if due > scene.now else []

    def expiry(self, session: Session, now: datetime) -> datetime:
        """Give when a talk is erased: so long after the person's last word; a day without consent."""
        heard = datetime.fromisoformat(session.heard_at) if session.heard_at else now
        months = min(self.months_kept, self.months_kept_child) if session.child else self.months_kept
        return heard + (timedelta(days=months * DAYS_IN_MONTH) if session.consent else DAY)

    def _measure(self, batch: Batch, seconds: float) -> None:
        self.meter.batch(len(batch.scenes), seconds - batch.thinking)
        for _chat, scene in batch.scenes:
            self.meter.turn(scene.session.language, scene.crises)

    def _clear_traces(self, batch: Batch) -> None:
        if not batch.erased:
            return
        try:
            self.store.forget_traces()
        except Unforgotten as error:
            log.warning("traces_not_cleared_yet", error=type(error).__name__)


def new_session(incoming: Incoming) -> Session:
    """Begin with somebody new, in the language of their phone."""
    return Session(FIRST, language=negotiate(incoming.language), country=country_of(incoming.language))


def plain(text: str) -> str:
    """Give a text as it compares: without isolates, ticks, outer space, or capitals."""
    return bare(text).strip().strip("✓ .").casefold()
