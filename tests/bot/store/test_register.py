"""The register and the tallies, in both kinds of database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.store.register import Register

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store import Store


def test_what_one_process_puts_another_reads(store: Store, url: str, now: datetime) -> None:
    with Register.open(url) as register:
        register.put_services({"b": {"id": "b"}, "a": {"id": "a"}}, now)
        register.put_services({"a": {"id": "a", "name": "anew"}}, now)
        register.put_steunpunt("voorbeeld", {"code": "voorbeeld"}, now)
    assert store.listed().services == ({"id": "a", "name": "anew"}, {"id": "b"})
    assert store.listed().steunpunten == ({"code": "voorbeeld"},)
    with Register.open(url) as register:
        register.replace_services({"c": {"id": "c"}}, now)
    assert store.listed().services == ({"id": "c"},)


def test_tallies_add_up_by_month_and_support_centre(store: Store, url: str) -> None:
    for _turn in range(3):
        with store.transaction() as work:
            work.count("2026-11", {("voorbeeld", "started", ""): 1, ("", "started", ""): 2})
    with store.transaction() as work:
        work.count("2026-12", {("voorbeeld", "wrong", "x"): 1})
        work.count("2026-12", {})
    with Register.open(url) as register:
        assert register.tallies("voorbeeld", "2026-11") == {("started", ""): 3}
        assert register.tallies("", "2026-11") == {("started", ""): 6}
        assert register.called_wrong() == {"x": "2026-12"}


def count_and_fail(store: Store) -> None:
    with store.transaction() as work:
        work.count("2026-11", {("voorbeeld", "started", ""): 1})
        work.count("2026-11", None)  # type: ignore[arg-type]


def test_what_a_turn_counted_goes_when_the_turn_is_undone(store: Store, url: str) -> None:
    with pytest.raises(AttributeError):
        count_and_fail(store)
    with Register.open(url) as register:
        assert register.tallies("voorbeeld", "2026-11") == {}
