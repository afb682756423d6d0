"""Changes of entries, in both kinds of database: never over what somebody else wrote meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.store.changes import KEPT, SERVICE, STEUNPUNT

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store import Store

KOFFIE = (SERVICE, "koffie")


def test_a_change_is_made_and_noted_at_once(store: Store, now: datetime) -> None:
    store.registering().put_services({"koffie": {"id": "koffie"}}, now)
    after = {"id": "koffie", "name": "Koffie é"}
    assert store.changes().make(KOFFIE, {"id": "koffie"}, after, "edit:Anna", now)
    assert store.listed().services == (after,)
    (noted,) = store.changes().listed([KOFFIE], 10)
    assert (noted.before, noted.after, noted.who, noted.made_at) == ({"id": "koffie"}, after, "edit:Anna", now)
    assert store.changes().one(noted.number) == noted
    assert store.changes().listed([(STEUNPUNT, "koffie")], 10) == []
    assert store.changes().listed([], 10) == []


def test_what_was_changed_since_or_is_gone_is_left_alone(store: Store, now: datetime) -> None:
    store.registering().put_services({"koffie": {"id": "koffie", "name": "of another"}}, now)
    assert not store.changes().make(KOFFIE, {"id": "koffie"}, {"id": "koffie", "name": "mine"}, "x", now)
    assert not store.changes().make((SERVICE, "gone"), {}, {"id": "gone"}, "x", now)
    assert store.listed().services == ({"id": "koffie", "name": "of another"},)
    assert store.changes().listed([KOFFIE], 10) == []


def test_who_changed_what_is_forgotten_after_two_years(store: Store, now: datetime) -> None:
    store.registering().put_steunpunt("voorbeeld", {"n": 0}, now)
    where = (STEUNPUNT, "voorbeeld")
    later = now + KEPT + timedelta(days=1)
    assert store.changes().make(where, {"n": 0}, {"n": 1}, "x", now)
    assert store.changes().make(where, {"n": 1}, {"n": 2}, "x", later)
    assert [each.after for each in store.changes().listed([where], 10)] == [{"n": 2}]
