"""Metrics and the pages by which machines watch over us: what they tell, and what they never do."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.conversations import Conversations
from bot.metrics import Metrics
from bot.post import Call, Incoming, Outcome, Waiting
from bot.site import LOOPBACK, Pulse, Watch, serving
from bot.store import Backlog
from bot.telegram.delivery import Counts
from bot.telegram.incoming import Blocked
from bot.telegram.sender import Limits, Sender
from bot.telegram.upkeep import Arrived, Upkeep
from dialogues.chapters.crisis import ACKNOWLEDGED
from dialogues.inputs import Said, Started
from tests.person import MONDAY_MORNING, Person, talks_in

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
EMPTY = Backlog(0, None)
LABEL = re.compile(r'(\w+)="([^"]*)"')


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def talks(tmp_path: Path, metrics: Metrics) -> Iterator[Conversations]:
    made = talks_in(tmp_path)
    made.meter = metrics
    yield made
    made.store.close()


@pytest.fixture
def person(talks: Conversations) -> Person:
    someone = Person(talks, chat=987654321, language="en")
    someone.send("/start")
    someone.tap("English")
    someone.tap("25 or older")
    return someone


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(f"vraagkracht_{name}", labels)


def watch(backlog: Any, metrics: Metrics | None = None, *, stopping: bool = False, seconds: float = 2.0) -> Watch:
    return Watch(Pulse(backlog, seconds), metrics or Metrics(), lambda: NOW, lambda: stopping)


async def get(pages: Watch, path: str, **how: bool) -> httpx.Response:
    transport = httpx.ASGITransport(Starlette(routes=pages.routes(**how)))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        return await client.get(path)


def test_turns_are_counted_by_language(person: Person, metrics: Metrics) -> None:
    person.send("/language")
    person.tap("Nederlands")
    assert value(metrics, "turns_total", language="nl") == 1
    assert value(metrics, "turns_total", language="en") == 4


def test_answers_to_danger_are_counted_by_kind(person: Person, metrics: Metrics) -> None:
    person.send("I want to kill myself")
    assert value(metrics, "crisis_answers_total", kind="suicide_self") == 1
    assert sum(value(metrics, "crisis_answers_total", kind=kind) or 0 for kind in ACKNOWLEDGED) == 1


def test_the_database_is_timed_for_each_batch(person: Person, metrics: Metrics) -> None:
    assert person.messages
    assert value(metrics, "database_seconds_count") == 3
    assert 0 < (value(metrics, "database_seconds_sum") or 0) < 60
    assert value(metrics, "batch_turns_sum") == 3


def test_a_duplicate_is_no_turn(talks: Conversations, metrics: Metrics) -> None:
    talks.take([Incoming(1, 5, Started())] * 2, MONDAY_MORNING)
    talks.take([Incoming(1, 5, Started())], MONDAY_MORNING)
    assert value(metrics, "batch_turns_sum") == 1


def test_reminders_tell_how_late_they_are(person: Person, metrics: Metrics) -> None:
    with person.talks.store.transaction() as work:
        work.remind(person.chat, "asked", 0, person.now)
    person.wait(seconds=40)
    assert value(metrics, "reminder_late_seconds_sum") == 40


def test_nobody_can_be_told_from_the_figures(person: Person, metrics: Metrics) -> None:
    metrics.watch(Counts(), lambda: person.talks.poisoned)
    person.tap("Yes, keep it")
    person.send("Zwaantje wants to kill herself, call 0612345678")
    page = metrics.page(person.talks.store.backlog(), person.now).decode()
    for known in ("Zwaantje", "0612345678", str(person.chat), "kill"):
        assert known not in page
    allowed = {"le", "kind", "language", "outcome"}
    assert {name for name, _ in LABEL.findall(page)} == allowed


@pytest.mark.parametrize("name", ["updates", "turns", "crisis_answers"])
def test_a_label_never_takes_a_value_from_outside(metrics: Metrics, name: str) -> None:
    metrics.update("Zwaantje")
    metrics.turn("Zwaantje", ["Zwaantje"])
    page = metrics.page(EMPTY, NOW).decode()
    assert "Zwaantje" not in page
    assert re.search(rf'vraagkracht_{name}_total{{\w+="other"}} 1.0', page)


def test_each_app_has_a_registry_of_its_own(metrics: Metrics) -> None:
    Metrics().update("said")
    assert value(metrics, "updates_total", kind="said") == 0


def test_sends_and_poisoned_turns_are_read_when_somebody_looks(metrics: Metrics) -> None:
    counts = Counts()
    metrics.watch(counts, lambda: 3)
    counts.sent, counts.blocked = 5, 1
    assert value(metrics, "sends_total", outcome="sent") == 5
    assert value(metrics, "sends_total", outcome="blocked") == 1
    assert value(metrics, "poisoned_turns_total") == 3


def test_the_outbox_is_told_by_depth_and_age(person: Person, metrics: Metrics) -> None:
    with person.talks.store.transaction() as work:
        work.queue([(5, Call("say", {})), (6, Call("say", {}))], NOW - timedelta(seconds=90))
    metrics.page(person.talks.store.backlog(), NOW)
    assert value(metrics, "outbox_calls") == 2
    assert value(metrics, "outbox_oldest_seconds") == 90
    assert value(metrics, "database_up") == 1


def test_without_a_database_the_outbox_is_not_called_empty(metrics: Metrics) -> None:
    assert "vraagkracht_outbox_calls NaN" in metrics.page(None, NOW).decode()
    assert value(metrics, "database_up") == 0


class Slow:
    """A Bot API that answers when it is let."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()

    async def call(self, _call: Call) -> Any:
        await self.gate.wait()
        return True


class Answers:
    """Conversations that answer each update of chat 7 twice."""

    def take(self, batch: Any, _now: datetime) -> Outcome:
        return Outcome(
            [Waiting(2 * each.update + part, each.chat, Call("say", {})) for each in batch for part in (0, 1)]
        )

    def come_due(self, _now: datetime) -> Outcome:
        return Outcome()


async def test_the_first_reply_is_timed_from_receipt(metrics: Metrics) -> None:
    api = Slow()
    sender = Sender(api, note=lambda sent: sent(), blocked=bool, limits=Limits(100, 0, 0), meter=metrics)
    upkeep = Upkeep(Answers(), sender, claim=list, blocked=bool, clock=lambda: NOW, meter=metrics)
    arrived = [Arrived(Incoming(1, 7, Said("x")), time.monotonic() - 100), Arrived(Blocked(2, 8)), Arrived(None)]
    upkeep.reply(await upkeep.take(arrived), arrived)
    api.gate.set()
    await sender.drain()
    assert value(metrics, "first_reply_seconds_count") == 1
    assert 100 <= (value(metrics, "first_reply_seconds_sum") or 0) < 160
    assert [value(metrics, "updates_total", kind=kind) for kind in ("said", "blocked", "ignored")] == [1, 1, 1]


async def test_a_living_process_says_so() -> None:
    assert (await get(watch(bool), "/healthz")).status_code == 200


async def test_it_is_ready_when_the_database_answers_and_not_when_stopping() -> None:
    assert (await get(watch(lambda: EMPTY), "/readyz")).status_code == 200
    assert (await get(watch(lambda: EMPTY, stopping=True), "/readyz")).status_code == 503


async def test_it_is_not_ready_when_the_database_fails() -> None:
    def fail() -> Backlog:
        raise OSError("secret")

    answer = await get(watch(fail), "/readyz")
    assert answer.status_code == 503
    assert "secret" not in answer.text


async def test_a_slow_database_is_not_ready_and_asked_once_however_many_look() -> None:
    gate, asked = threading.Event(), []

    def backlog() -> Backlog:
        asked.append(1)
        gate.wait(5)
        return EMPTY

    pages = watch(backlog, seconds=0.01)
    answers = await asyncio.gather(*(get(pages, "/readyz") for _ in range(20)))
    gate.set()
    assert {answer.status_code for answer in answers} == {503}
    assert len(asked) == 1


async def test_the_figures_are_served_in_prometheus_form_and_can_be_left_out() -> None:
    answer = await get(watch(lambda: EMPTY), "/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "vraagkracht_database_up 1.0" in answer.text
    assert (await get(watch(lambda: EMPTY), "/metrics", metrics=False)).status_code == 404


async def test_the_pages_are_served_over_http_and_the_port_is_free_afterwards() -> None:
    app = Starlette(routes=watch(lambda: EMPTY).routes())
    async with serving(app, LOOPBACK, 0) as port, httpx.AsyncClient() as client:
        assert (await client.get(f"http://127.0.0.1:{port}/healthz")).text == "ok"
        with pytest.raises(OSError, match="in use"):
            async with serving(app, LOOPBACK, port):
                pass
    async with serving(app, LOOPBACK, port):
        pass
