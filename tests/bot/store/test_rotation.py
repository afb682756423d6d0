from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.post import Call
from bot.store import KeyMissing, Keys, Seal, Store, make_keys, read_keys, replace_keys, rotation
from bot.store.rotation import KEPT, SETTLE, FileSeal, census, find_seal, settling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CHATS = range(1, 8)
DAY = timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "secret" / "keys"
    make_keys(file)
    return file


@pytest.fixture
def opened(url: str) -> Iterator[Callable[[Seal], Store]]:
    """Open the database with a seal; on SQLite the one before lets go of the file first."""
    stores: list[Store] = []

    def open_with(seal: Seal) -> Store:
        if url.startswith("sqlite"):
            close()
        stores.append(Store.open(url, seal))
        return stores[-1]

    def close() -> None:
        while stores:
            stores.pop().close()

    yield open_with
    close()


def rotate(file: Path, *, age: timedelta = SETTLE) -> Keys:
    """Put a new key in front, some time ago."""
    keys = read_keys(file).rotated()
    replace_keys(file, keys)
    rest(file, age)
    return keys


def rest(file: Path, age: timedelta) -> None:
    moment = (datetime.now(UTC) - age).timestamp()
    os.utime(file, (moment, moment))


def fill(store: Store, now: datetime) -> None:
    """Put a row for each chat in each table that has sealed rows; some long enough to be squeezed."""
    with store.transaction() as work:
        work.load(CHATS)
        work.save({chat: ({"said": "words" * 300 * (chat % 2)}, now + DAY) for chat in CHATS}, now)
        work.queue([(chat, Call("say", {"to": chat})) for chat in CHATS], now)
        for chat in CHATS:
            work.remind(chat, "asked", 1, now)


def is_all_there(store: Store, now: datetime) -> bool:
    with store.transaction() as work:
        said = work.load(CHATS) == {chat: {"said": "words" * 300 * (chat % 2)} for chat in CHATS}
        due = {each.chat for each in work.take_due(now, 100)} == set(CHATS)
    return said and due and {each.chat for each in store.claim(now, 100, DAY)} == set(CHATS)


def reseal(store: Store) -> int:
    return sum(step.resealed for step in store.resealing())


def test_every_row_is_sealed_anew_and_stays_what_it_was(
    opened: Callable[[Seal], Store], keys: Keys, now: datetime
) -> None:
    fill(opened(Seal(keys)), now)
    rotated = keys.rotated()
    store = opened(Seal(rotated))
    assert reseal(store) == len(CHATS) * len(KEPT)
    assert census(store._engine) == {rotated.names[0]: len(CHATS) * len(KEPT)}
    assert reseal(store) == 0
    store = opened(Seal(Keys(rotated.sealing[:1], rotated.lookup)))
    store.refuse_lost_keys()
    assert is_all_there(store, now)


def test_an_interrupted_round_goes_on_where_it_was(
    opened: Callable[[Seal], Store], keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "RESEALED_AT_ONCE", 3)
    monkeypatch.setattr(rotation, "COUNTED_AT_ONCE", 2)
    fill(opened(Seal(keys)), now)
    rotated = keys.rotated()
    store = opened(Seal(rotated))
    assert next(store.resealing()).resealed == 3
    assert census(store._engine)[rotated.names[0]] == 3
    store = opened(Seal(rotated))
    assert [step.resealed for step in store.resealing()] == [0, 3, 1, 3, 3, 1, 3, 3, 1]
    assert is_all_there(store, now)


def test_without_old_keys_there_is_nothing_to_do(store: Store, now: datetime) -> None:
    fill(store, now)
    assert list(store.resealing()) == []


def test_a_chat_in_which_a_turn_is_taken_is_passed_over_and_has_its_turn_next_time(
    postgres_url: str, keys: Keys, now: datetime
) -> None:
    rotated = Seal(keys.rotated())
    with Store.open(postgres_url, Seal(keys)) as old, Store.open(postgres_url, rotated) as new:
        fill(old, now)
        with old.transaction() as work:
            work.load([1])
            assert reseal(new) == len(CHATS) * len(KEPT) - 1
            work.save({1: ({"said": "a word more"}, now + DAY)}, now)
        assert reseal(new) == 1
        with new.transaction() as work:
            assert work.load([1]) == {1: {"said": "a word more"}}


def test_turns_go_on_and_lose_nothing_while_several_seal_anew(url: str, file: Path, now: datetime) -> None:
    """Processes that know the new key and processes that do not yet, all at work on the same chats."""
    stores = [Store.open(url, FileSeal(file))]
    stores += [Store.open(url, FileSeal(file)) for _ in range(3 if url.startswith("postgresql") else 0)]
    fill(stores[0], now)
    with stores[0].transaction() as work:
        work.save({chat: ({"turns": 0}, now + DAY) for chat in CHATS}, now)

    def live(number: int) -> None:
        store = stores[number % len(stores)]
        for turn in range(20):
            if number == turn % 4:
                rotate(file) if number == 0 else reseal(store)
            with store.transaction() as work:
                before = work.load(CHATS)
                work.save({chat: ({"turns": before[chat]["turns"] + 1}, now + DAY) for chat in CHATS}, now)
            for waiting in store.claim(now, 3, DAY):
                store.put_off(waiting.number, now)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(live, range(4)))
    for store in stores:
        reseal(store)
        with store.transaction() as work:
            assert work.load(CHATS) == {chat: {"turns": 80} for chat in CHATS}
    assert set(census(stores[0]._engine)) == {read_keys(file).names[0]}
    for store in stores:
        store.close()


def test_the_order_of_a_chat_is_kept_while_its_calls_are_sealed_anew(
    postgres_url: str, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "RESEALED_AT_ONCE", 1)
    rotated = Seal(keys.rotated())
    with Store.open(postgres_url, rotated) as new, Store.open(postgres_url, rotated) as sender:
        with Store.open(postgres_url, Seal(keys)) as old, old.transaction() as work:
            work.queue([(1, Call("say", {"n": n})) for n in range(30)], now)
        arrived = []

        def send() -> None:
            while len(arrived) < 30:
                for waiting in sender.claim(now, 2, DAY):
                    arrived.append(waiting.call.data["n"])
                    sender.sent([waiting.number])

        with ThreadPoolExecutor(2) as threads:
            sending = threads.submit(send)
            reseal(new)
            sending.result(30)
    assert arrived == list(range(30))


def test_a_process_that_meets_a_key_it_does_not_know_looks_in_the_file(file: Path) -> None:
    unaware = FileSeal(file)
    sealed = Seal(rotate(file)).seal({"said": "yes"}, b"here")
    assert unaware.open(sealed, b"here") == {"said": "yes"}
    assert unaware.newest == read_keys(file).names[0]


def test_a_key_that_is_shared_is_first_known_and_only_later_seals(file: Path) -> None:
    seal, (old,) = FileSeal(file, SETTLE), read_keys(file).names
    new, _ = rotate(file, age=timedelta(0)).names
    seal.follow()
    assert (seal.newest, seal.older) == (old, ())
    assert seal.cipher(new)
    assert FileSeal(file, SETTLE).newest == old
    rest(file, SETTLE)
    seal.follow()
    assert (seal.newest, seal.older) == (new, (old,))


def test_only_a_database_that_several_processes_share_needs_that(url: str, file: Path, tmp_path: Path) -> None:
    rotate(file, age=timedelta(0))
    seal = find_seal("", file, tmp_path / "data", url)
    assert settling(url) == (SETTLE if url.startswith("postgresql") else timedelta(0))
    assert seal.newest == read_keys(file).names[url.startswith("postgresql")]


def test_the_first_key_of_all_seals_at_once(file: Path) -> None:
    assert FileSeal(file, SETTLE).newest == read_keys(file).names[0]


def test_keys_from_the_environment_stay_until_the_process_ends(url: str, keys: Keys, tmp_path: Path) -> None:
    seal = find_seal(keys.text(), tmp_path / "none", tmp_path / "data", url)
    seal.follow()
    assert seal.newest == keys.names[0]


def test_a_key_dropped_too_early_is_still_known_to_who_is_running(
    opened: Callable[[Seal], Store], file: Path, now: datetime
) -> None:
    store = opened(FileSeal(file))
    fill(store, now)
    rotated = rotate(file)
    replace_keys(file, Keys(rotated.sealing[:1], rotated.lookup))
    assert reseal(store) == len(CHATS) * len(KEPT)
    assert is_all_there(store, now)


def test_a_key_file_put_back_from_an_old_copy_makes_nothing_unreadable_to_who_is_running(
    opened: Callable[[Seal], Store], file: Path, now: datetime
) -> None:
    copy = read_keys(file)
    rotate(file)
    store = opened(FileSeal(file))
    fill(store, now)
    replace_keys(file, copy)
    assert reseal(store) == len(CHATS) * len(KEPT)
    opened(Seal(copy)).refuse_lost_keys()


def test_a_start_without_a_key_that_is_needed_is_refused(
    opened: Callable[[Seal], Store], keys: Keys, now: datetime
) -> None:
    fill(opened(Seal(keys)), now)
    lost = Keys(keys.rotated().sealing[:1], keys.lookup)
    with pytest.raises(KeyMissing, match=f"^[^\n]*{keys.names[0].hex()}[^\n]*put that key back[^\n]*$"):
        opened(Seal(lost)).refuse_lost_keys()


@pytest.mark.parametrize("trouble", ["gone", "open to others", "empty", "exchanged"])
def test_trouble_with_the_file_is_told_and_turns_go_on(file: Path, trouble: str) -> None:
    seal = FileSeal(file)
    sealed = seal.seal({"said": "yes"}, b"here")
    if trouble == "exchanged":
        replace_keys(file, Keys.fresh())
    elif trouble == "empty":
        file.write_text("")
    elif trouble == "gone":
        file.unlink()
    else:
        rotate(file)
        file.chmod(0o644)
    with pytest.raises(rotation._UNREADABLE):
        seal.follow()
    assert seal.open(sealed, b"here") == {"said": "yes"}
    assert seal.open(seal.seal({}, b"here"), b"here") == {}
    with pytest.raises(KeyMissing):
        seal.open(Seal(Keys.fresh()).seal({}, b"here"), b"here")


def test_a_damaged_row_is_counted_and_left_for_a_backup(
    opened: Callable[[Seal], Store], keys: Keys, now: datetime
) -> None:
    store = opened(Seal(keys))
    fill(store, now)
    key = keys.names[0]
    with store._engine.begin() as connection:
        broken = b"\x01" + key + b"nonsense" * 9
        connection.execute(text("UPDATE outbox SET sealed = :broken WHERE number = 3"), {"broken": broken})
    store = opened(Seal(keys.rotated()))
    assert sum(step.damaged for step in store.resealing()) == 1
    assert census(store._engine)[key] == 1


def test_the_key_file_names_its_keys_and_stays_its_owners(file: Path) -> None:
    keys = rotate(file)
    lines = file.read_text().splitlines()
    for name, letters in zip(keys.names, keys.text().splitlines()[1:], strict=True):
        assert lines[lines.index(f"# {name.hex()}") + 1] == letters


def test_a_link_to_the_key_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(file)
    keys = rotate(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert read_keys(file) == keys
