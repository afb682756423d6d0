from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count

import pytest
from structlog.testing import capture_logs

from bot.post import Call, Incoming, Outcome, Waiting
from bot.telegram import outgoing
from bot.telegram.api import Api, connect
from bot.telegram.patience import Rhythm, TokenRefused, on_signals
from bot.telegram.polling import Poller
from bot.telegram.sender import Limits, Sender
from bot.telegram.upkeep import Upkeep
from dialogues.inputs import Said, Tapped
from tests.fake_telegram import FakeTelegram

QUICK = Rhythm(long_poll=20, reminders=1000, leftovers=1000, first_pause=0.01, longest_pause=0.02, drain=0.5)
NOW = datetime(2026, 11, 22, tzinfo=UTC)


class Echo:
    """Conversations that say back what they hear, with a button."""

    def __init__(self) -> None:
        self.taken: list[Incoming] = []
        self.batches: list[int] = []
        self.due: list[Waiting] = []
        self.trouble: list[Exception] = []
        self.gate = threading.Event()
        self.gate.set()
        self.inside = threading.Event()
        self.numbers = count(1)

    def take(self, batch: Sequence[Incoming], now: datetime) -> Outcome:
        assert now == NOW
        self.inside.set()
        self.gate.wait(5)
        if self.trouble:
            raise self.trouble.pop(0)
        self.taken += batch
        self.batches.append(len(batch))
        taps = [outgoing.answer_tap(each.tap, "ok") for each in batch if each.tap]
        return Outcome(waiting=[self.reply(each) for each in batch], fleeting=taps)

    def come_due(self, now: datetime) -> Outcome:
        assert now == NOW
        due, self.due = self.due, []
        return Outcome(waiting=due)

    def reply(self, incoming: Incoming) -> Waiting:
        said = incoming.input.text if isinstance(incoming.input, Said) else str(incoming.input)
        return self.message(incoming.chat, f"You said {said}")

    def message(self, chat: int, text: str) -> Waiting:
        keyboard = outgoing.keyboard([[outgoing.choice("Yes", "1:2:yes")]])
        return Waiting(next(self.numbers), chat, *outgoing.message(chat, text, keyboard))


class Bench:
    """A poller at work, and what surrounds it."""

    def __init__(self, fake: FakeTelegram, api: Api) -> None:
        self.fake = fake
        self.api = api
        self.talks = Echo()
        self.sent: list[int] = []
        self.blocked: list[int] = []
        self.leftovers: list[Waiting] = []
        self.sender = Sender(
            api,
            note=lambda sent: self.sent.extend(sent()),
            blocked=self.blocked.append,
            limits=Limits(messages_per_second=0, chat_messages_per_second=0),
        )

    def poller(self, rhythm: Rhythm = QUICK, claim: Callable[[], list[Waiting]] | None = None) -> Poller:
        upkeep = Upkeep(
            self.talks,
            self.sender,
            claim=claim or self._claim,
            blocked=self.blocked.append,
            clock=lambda: NOW,
            rhythm=rhythm,
        )
        return Poller(self.api, upkeep)

    def _claim(self) -> list[Waiting]:
        found, self.leftovers = self.leftovers, []
        return found

    @asynccontextmanager
    async def serving(self, rhythm: Rhythm = QUICK) -> AsyncIterator[Poller]:
        poller = self.poller(rhythm)
        running = asyncio.create_task(poller.run())
        try:
            yield poller
        finally:
            poller.stop()
            await asyncio.wait_for(running, 5)

    async def heard(self, chat: int, texts: int) -> list[str]:
        await self.fake.until(lambda: len(self.fake.chat(chat).texts) >= texts)
        return self.fake.chat(chat).texts


@pytest.fixture
def bench(fake: FakeTelegram, api: Api) -> Bench:
    return Bench(fake, api)


async def eventually(condition: Callable[[], object], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  what threads do sets no event
            await asyncio.sleep(0.002)


async def test_what_a_person_says_is_answered_and_confirmed(bench: Bench) -> None:
    async with bench.serving():
        bench.fake.say(7, "hello")
        assert await bench.heard(7, 1) == ["You said hello"]
        await eventually(lambda: bench.sent == [1])
    assert bench.fake.updates.confirmed == 1
    assert not bench.fake.updates.waiting


async def test_a_tap_is_answered_and_taken(bench: Bench) -> None:
    async with bench.serving():
        bench.fake.say(7, "hello")
        await bench.heard(7, 1)
        bench.fake.tap(7, "Yes")
        await bench.heard(7, 2)
        await bench.fake.until(lambda: bench.fake.chat(7).toasts == ["ok"])
    assert bench.talks.taken[1].input == Tapped("yes", turn=2, schema=1)


async def test_what_waits_together_is_taken_in_one_batch(bench: Bench) -> None:
    for chat in range(30):
        bench.fake.say(chat + 1, "hello")
    async with bench.serving():
        await bench.heard(30, 1)
    assert bench.talks.batches == [30]


async def test_nothing_is_confirmed_before_its_turn_is_committed(bench: Bench) -> None:
    bench.talks.gate.clear()
    async with bench.serving():
        bench.fake.say(7, "hello")
        await eventually(bench.talks.inside.is_set)
        bench.fake.say(7, "again")
        assert bench.fake.updates.confirmed == 0
        bench.talks.gate.set()
        await bench.heard(7, 2)
    assert bench.fake.updates.confirmed == 2


async def test_a_turn_that_fails_is_tried_again_and_nothing_of_it_is_logged(bench: Bench) -> None:
    bench.talks.trouble = [OSError("secret words"), OSError("secret words")]
    bench.fake.say(7, "secret words")
    with capture_logs() as logs:
        async with bench.serving():
            assert await bench.heard(7, 1) == ["You said secret words"]
    assert [entry["event"] for entry in logs] == ["turns_not_taken"] * 2
    assert [entry["again_in"] for entry in logs] == [0.01, 0.02]
    assert "secret" not in str(logs)
    assert logs[0]["module"].endswith("test_polling")


async def test_stopping_does_not_wait_for_the_long_poll_to_end(bench: Bench) -> None:
    async with asyncio.timeout(QUICK.long_poll - 5):
        async with bench.serving():
            await eventually(lambda: bench.fake.calls["getUpdates"])
    assert not bench.fake.updates.waiting


async def test_stopping_finishes_the_turn_in_hand_and_confirms_it(bench: Bench) -> None:
    bench.talks.gate.clear()
    bench.fake.say(7, "hello")
    async with bench.serving() as poller:
        await eventually(bench.talks.inside.is_set)
        poller.stop()
        bench.talks.gate.set()
    assert bench.fake.chat(7).texts == ["You said hello"]
    assert bench.sent == [1]
    assert bench.fake.updates.confirmed == 1


async def test_a_signal_stops_it(bench: Bench) -> None:
    poller = bench.poller()
    on_signals(poller.stop)
    running = asyncio.create_task(poller.run())
    await eventually(lambda: bench.fake.calls["getUpdates"])
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(running, 5)


async def test_a_wrong_token_stops_it_with_one_line(fake: FakeTelegram) -> None:
    async with connect("999:wrong", fake.root) as api:
        with pytest.raises(TokenRefused) as refused:
            await Bench(fake, api).poller().run()
    assert "TELEGRAM_BOT_TOKEN" in str(refused.value)
    assert "999" not in str(refused.value)


async def test_a_webhook_that_was_left_is_removed(bench: Bench) -> None:
    await bench.api.call(Call("setWebhook", {"url": "https://example.org/"}))
    bench.fake.say(7, "hello")
    async with bench.serving():
        assert await bench.heard(7, 1)


async def test_it_goes_on_when_another_program_polled_for_a_while(bench: Bench) -> None:
    with capture_logs() as logs:
        async with bench.serving():
            await eventually(lambda: bench.fake.updates.polled)
            await bench.api.updates(0, 0)
            await eventually(lambda: logs)
            bench.fake.say(7, "hello")
            assert await bench.heard(7, 1)
    assert logs[0]["event"] == "another_program_gets_the_updates_of_this_bot"


@pytest.mark.parametrize("kind", ["fault", "drop_before", "drop_after", "flood"])
async def test_it_goes_on_after_trouble_while_polling(bench: Bench, kind: str) -> None:
    bench.fake.trouble(kind, method="getUpdates", times=3, seconds=0.01)
    with capture_logs() as logs:
        async with bench.serving():
            bench.fake.say(7, "hello")
            assert await bench.heard(7, 1) == ["You said hello"]
    assert len(logs) == 3
    assert bench.fake.updates.confirmed == 1


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_it_starts_although_telegram_is_out_of_reach_at_first(bench: Bench, method: str) -> None:
    bench.fake.trouble("fault", method=method, times=2)
    with capture_logs():
        async with bench.serving():
            bench.fake.say(7, "hello")
            assert await bench.heard(7, 1)


async def test_updates_that_are_numbered_lower_after_a_silence_are_found(bench: Bench) -> None:
    rhythm = Rhythm(long_poll=1, reminders=1000, leftovers=1000, drain=0.5)
    bench.fake.updates.restart(5000)
    async with bench.serving(rhythm):
        bench.fake.say(7, "before")
        await bench.heard(7, 1)
        polls = bench.fake.calls["getUpdates"]
        await eventually(lambda: bench.fake.calls["getUpdates"] > polls + 1)
        bench.fake.updates.restart(20)
        bench.fake.say(7, "after")
        assert await bench.heard(7, 2) == ["You said before", "You said after"]
        bench.fake.say(7, "later")
        await bench.heard(7, 3)


async def test_reminders_are_sent_when_they_come_due(bench: Bench) -> None:
    bench.fake.chat(7)
    bench.talks.due = [bench.talks.message(7, "Did you ask?")]
    async with bench.serving(Rhythm(reminders=0.01, leftovers=1000, drain=0.5)):
        assert await bench.heard(7, 1) == ["Did you ask?"]


async def test_leftovers_of_an_earlier_run_are_sent_before_anything_new(bench: Bench) -> None:
    bench.fake.say(7, "new")
    bench.leftovers = [bench.talks.message(7, "old")]
    async with bench.serving():
        assert await bench.heard(7, 2) == ["old", "You said new"]


async def test_leftovers_are_looked_for_again_and_again(bench: Bench) -> None:
    bench.fake.chat(7)
    async with bench.serving(Rhythm(reminders=1000, leftovers=0.01, drain=0.5)):
        await eventually(lambda: bench.fake.calls["getUpdates"])
        bench.leftovers = [bench.talks.message(7, "left")]
        assert await bench.heard(7, 1) == ["left"]


async def test_upkeep_that_fails_is_tried_again(bench: Bench) -> None:
    tries: list[int] = []

    def fail() -> list[Waiting]:
        tries.append(1)
        raise OSError("secret")

    poller = bench.poller(Rhythm(reminders=0.01, leftovers=0.01), claim=fail)
    with capture_logs() as logs:
        running = asyncio.create_task(poller.run())
        await eventually(lambda: len(tries) >= 3)
        poller.stop()
        await running
    assert {entry["event"] for entry in logs} == {"upkeep_failed"}
    assert "secret" not in str(logs)


async def test_a_person_who_blocks_the_bot_is_told_to_the_store(bench: Bench) -> None:
    async with bench.serving():
        bench.fake.say(7, "hello")
        await bench.heard(7, 1)
        bench.fake.block(7)
        await eventually(lambda: bench.blocked == [7])
    assert len(bench.talks.taken) == 1


async def test_what_asks_for_no_reaction_is_confirmed(bench: Bench) -> None:
    async with bench.serving():
        bench.fake.say(7, "hello")
        await bench.heard(7, 1)
        bench.fake.updates.allowed = None
        bench.fake.edit(7, "hello!")
        bench.fake.updates.put("channel_post", {"chat": {"id": 1, "type": "channel"}})
        await eventually(lambda: bench.fake.updates.confirmed == 3)
    assert len(bench.talks.taken) == 1


async def test_a_duplicate_reaches_the_talks_which_tell_it_by_its_number(bench: Bench) -> None:
    async with bench.serving():
        update = bench.fake.say(7, "hello")
        bench.fake.updates.repeat(update)
        await bench.heard(7, 2)
    assert [each.update for each in bench.talks.taken] == [update["update_id"]] * 2


async def test_the_talks_are_never_called_twice_at_once(bench: Bench) -> None:
    bench.talks.gate.clear()
    called: list[datetime] = []

    def come_due(now: datetime) -> Outcome:
        called.append(now)
        return Outcome()

    bench.talks.come_due = come_due  # type: ignore[method-assign]
    async with bench.serving(Rhythm(reminders=0.01, leftovers=1000, drain=0.5)):
        await eventually(lambda: called)
        bench.fake.say(7, "hello")
        await eventually(bench.talks.inside.is_set)
        before = len(called)
        await asyncio.sleep(0.05)
        assert len(called) == before
        bench.talks.gate.set()
        await eventually(lambda: len(called) > before)
