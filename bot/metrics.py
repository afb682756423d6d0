"""Metrics: what an operator may know, as Prometheus reads it. No label tells who somebody is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.meter import Meter
from bot.store import Backlog
from bot.telegram.delivery import Counts
from dialogues.chapters.crisis import ACKNOWLEDGED
from dialogues.languages import LANGUAGES

CONTENT_TYPE = CONTENT_TYPE_LATEST
OTHER = "other"

KINDS = ("said", "tapped", "commanded", "started", "sent", "blocked", "ignored")
REPLY_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
DATABASE_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30)
LATE_SECONDS = (10, 30, 60, 300, 900, 3600, 21600, 86400)
BATCHES = (1, 2, 5, 10, 20, 50, 100)


class Metrics(Meter):
    """Measures one running bot, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._updates = self._counter("updates", "Updates taken, by kind", "kind", KINDS)
        self._turns = self._counter("turns", "Turns committed, by language of the talk", "language", LANGUAGES)
        self._crises = self._counter("crisis_answers", "Answers to words of danger, by kind", "kind", ACKNOWLEDGED)
        self._replies = self._histogram(
            "first_reply_seconds", "From receipt of an update to its first reply sent", REPLY_SECONDS
        )
        self._batches = self._histogram("batch_turns", "Turns in one transaction", BATCHES)
        self._database = self._histogram("database_seconds", "What the database took of a batch", DATABASE_SECONDS)
        self._late = self._histogram("reminder_late_seconds", "How late a reminder was taken up", LATE_SECONDS)
        self._depth = self._gauge("outbox_calls", "Calls that wait to be sent, of all processes")
        self._age = self._gauge("outbox_oldest_seconds", "Age of the oldest call that waits to be sent")
        self._up = self._gauge("database_up", "1 when the database answered just now")

    def update(self, kind: str) -> None:
        """Count an update that was taken."""
        self._updates.labels(kind if kind in KINDS else OTHER).inc()

    def batch(self, updates: int, database: float) -> None:
        """Note the size of a transaction, and how long the database had it."""
        self._batches.observe(updates)
        self._database.observe(database)

    def turn(self, language: str, crises: Iterable[str]) -> None:
        """Count a turn by its language, and by the danger that it answered to."""
        self._turns.labels(language if language in LANGUAGES else OTHER).inc()
        for kind in crises:
            self._crises.labels(kind if kind in ACKNOWLEDGED else OTHER).inc()

    def replied(self, seconds: float) -> None:
        """Note how long a first reply took."""
        self._replies.observe(seconds)

    def reminded(self, late: float) -> None:
        """Note how late a reminder was taken up."""
        self._late.observe(max(late, 0.0))

    def watch(self, sends: Counts, poisoned: Callable[[], int]) -> None:
        """Show, whenever somebody looks, how sends ended and how many turns failed."""
        self.registry.register(_Sums(sends, poisoned))

    def page(self, backlog: Backlog | None, now: datetime) -> bytes:
        """Give all figures in Prometheus's text form; what is not known now is not a number."""
        self._up.set(backlog is not None)
        self._depth.set(float("nan") if backlog is None else backlog.depth)
        self._age.set(float("nan") if backlog is None else _age(backlog, now))
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, label: str, known: Iterable[str]) -> Counter:
        counter = Counter(f"vraagkracht_{name}", what, [label], registry=self.registry)
        for value in known:
            counter.labels(value)
        return counter

    def _histogram(self, name: str, what: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"vraagkracht_{name}", what, registry=self.registry, buckets=buckets)

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(f"vraagkracht_{name}", what, registry=self.registry)


class _Sums(Collector):
    """Reads what is counted elsewhere."""

    def __init__(self, sends: Counts, poisoned: Callable[[], int]) -> None:
        self._sends = sends
        self._poisoned = poisoned

    def collect(self) -> Iterator[Metric]:
        """Give the sums as they are now."""
        sends = CounterMetricFamily("vraagkracht_sends", "How calls of Telegram ended", labels=["outcome"])
        for outcome, count in asdict(self._sends).items():
            sends.add_metric([outcome], count)
        yield sends
        yield CounterMetricFamily("vraagkracht_poisoned_turns", "Turns that failed", value=self._poisoned())


def _age(backlog: Backlog, now: datetime) -> float:
    return max((now - backlog.oldest).total_seconds(), 0.0) if backlog.oldest else 0.0
