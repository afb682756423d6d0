from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from bot.post import Call
from bot.store import Seal, Store
from bot.store.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from typing import Any

    from bot.store import Keys, Work
    from tests.postgres import PostgresServer


DAY = timedelta(days=1)
TURNS, PROCESSES = 40, 4


@pytest.fixture
def processes(url: str, store: Store, open_store: Callable[[str], Store]) -> list[Store]:
    """Several processes, as PostgreSQL sees them; on a database file, several threads of the one."""
    if url.startswith("sqlite"):
        return [store] * PROCESSES
    return [store, *(open_store(url) for _ in range(PROCESSES - 1))]


def at_once(function: Callable[[Store], object], processes: list[Store]) -> list[Any]:
    with ThreadPoolExecutor(len(processes)) as threads:
        return list(threads.map(function, processes))


def count_up(work: Work, chats: Collection[int], now: datetime) -> None:
    before = work.load(chats)
    work.save({chat: ({"turns": before.get(chat, {"turns": 0})["turns"] + 1}, now + DAY) for chat in chats}, now)


def test_no_turn_is_lost_when_many_are_taken_at_once(processes: list[Store], now: datetime) -> None:
    chats = (3, 1, 2)

    def take_turns(store: Store) -> None:
        for turn in range(TURNS):
            with store.transaction() as work:
                count_up(work, chats if turn % 2 else chats[::-1], now)

    at_once(take_turns, processes)
    with processes[0].transaction() as work:
        assert work.load(chats) == {chat: {"turns": TURNS * PROCESSES} for chat in chats}


def test_two_processes_that_both_hear_a_new_chat_first_take_turns(processes: list[Store], now: datetime) -> None:
    for chat in range(TURNS):
        gate = threading.Barrier(PROCESSES)

        def first_turn(store: Store, chat: int = chat, gate: threading.Barrier = gate) -> None:
            gate.wait(20)
            with store.transaction() as work:
                count_up(work, [chat], now)

        at_once(first_turn, processes)
    with processes[0].transaction() as work:
        assert work.load(range(TURNS)) == {chat: {"turns": PROCESSES} for chat in range(TURNS)}


def test_an_update_that_two_processes_get_is_new_to_one(processes: list[Store], now: datetime) -> None:
    def see(store: Store) -> list[int]:
        fresh = []
        for start in range(TURNS):
            with store.transaction() as work:
                fresh += work.first_seen(range(start, start + 10), now)
        return fresh

    seen = [number for fresh in at_once(see, processes) for number in fresh]
    assert sorted(seen) == list(range(TURNS + 9))


def test_no_call_is_claimed_twice_and_the_order_of_each_chat_is_kept(processes: list[Store], now: datetime) -> None:
    chats, said = range(8), range(12)
    with processes[0].transaction() as work:
        work.queue([(chat, Call("say", {"n": number})) for number in said for chat in chats], now)
    arrived, lock = [], threading.Lock()

    def send(store: Store) -> None:
        while store.counts().outbox:
            for waiting in store.claim(now, 5, DAY):
                with lock:
                    arrived.append((waiting.chat, waiting.call.data["n"]))
                store.sent([waiting.number])

    at_once(send, processes)
    assert len(arrived) == len(chats) * len(said)
    for chat in chats:
        assert [number for to, number in arrived if to == chat] == list(said)


def test_everything_at_once_ends_well(processes: list[Store], now: datetime) -> None:
    """Turns, reminders, sweeps and erasures on the same chats: nobody waits for each other for ever."""
    chats = range(6)

    def live(store: Store) -> None:
        for turn in range(TURNS):
            with store.transaction() as work:
                work.first_seen([turn], now)
                count_up(work, chats, now - DAY * (turn % 3))
                for chat in chats:
                    work.remind(chat, "asked", 1, now)
                work.queue([(chat, Call("say", {})) for chat in chats], now, claimed_until=now + DAY)
            with store.transaction() as work:
                due = work.take_due(now, 10)
                work.load({each.chat for each in due})
            store.sweep(now)
            store.drop_reminders(turn % 6)
            for waiting in store.claim(now, 10, DAY):
                store.put_off(waiting.number, now)
            with store.transaction() as work:
                work.load([turn % 6])
                work.erase(turn % 6)

    at_once(live, processes)


def test_a_conversation_that_is_prolonged_while_a_sweep_looks_at_it_stays(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = open_store(postgres_url), open_store(postgres_url)
    with store.transaction() as work:
        work.save({1: ({}, now), 2: ({}, now)}, now)
    hold = Context.holdable

    def prolong_before(context: Context, keys: Collection[bytes]) -> set[bytes]:
        with other.transaction() as work:
            work.load([1])
            work.save({1: ({"turns": 1}, now + DAY)}, now)
        return hold(context, keys)

    monkeypatch.setattr(Context, "holdable", prolong_before)
    assert store.sweep(now).conversations == 1
    with store.transaction() as work:
        assert work.load([1, 2]) == {1: {"turns": 1}}


def test_a_transaction_holds_the_file_from_its_start(sqlite_url: str, open_store: Callable[[str], Store]) -> None:
    file = sqlite_url.removeprefix("sqlite:///")
    store = open_store(sqlite_url)
    with closing(sqlite3.connect(file, timeout=0)) as tool, store.transaction():  # noqa: SIM117 - the error is tool's
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            tool.execute("DELETE FROM outbox")


def test_after_a_restart_of_the_server_the_store_goes_on(
    postgres_server: PostgresServer, postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    store = open_store(postgres_url)
    with store.transaction() as work:
        work.save({1: ({"turns": 1}, now + DAY)}, now)
    postgres_server.stop()
    with pytest.raises(OperationalError):
        store.counts()
    postgres_server.start()
    with store.transaction() as work:
        assert work.load([1]) == {1: {"turns": 1}}


KILLED = """
import sys, time
from datetime import datetime, timedelta
from bot.post import Call
from bot.store import Keys, Seal, Store

now = datetime.fromisoformat(sys.argv[2])
store = Store.open(sys.argv[1], Seal(Keys.parse(sys.stdin.readline())))
with store.transaction() as work:
    work.load([1])
    work.save({1: ({"said": "kept"}, now + timedelta(days=1))}, now)
with store.transaction() as work:
    work.load([1, 2])
    work.first_seen([5], now)
    work.save({chat: ({"said": "half"}, now + timedelta(days=1)) for chat in (1, 2)}, now)
    work.queue([(1, Call("say", {}))], now, claimed_until=now + timedelta(days=1))
    work.remind(1, "asked", 1, now)
    print("ready", flush=True)
    time.sleep(60)
"""


def test_a_process_that_is_killed_leaves_nothing_half_written(url: str, keys: Keys, now: datetime) -> None:
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", KILLED, url, now.isoformat()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            child.stdin.write(keys.text().replace("\n", " ") + "\n")
            child.stdin.flush()
            assert child.stdout.readline() == "ready\n"
        finally:
            child.kill()
    with Store.open(url, Seal(keys)) as store:
        with store.transaction() as work:
            assert work.load([1, 2]) == {1: {"said": "kept"}}
            assert work.first_seen([5], now) == {5}
            assert work.take_due(now, 10) == []
        assert store.claim(now, 10, DAY) == []
