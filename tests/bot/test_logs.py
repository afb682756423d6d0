"""Logs tell the operator what happened, and nobody who it happened to."""

from __future__ import annotations

import pytest
import structlog

from bot import logs


@pytest.fixture(autouse=True)
def _fresh() -> None:
    structlog.reset_defaults()


def test_a_key_that_is_not_known_to_be_harmless_is_dropped() -> None:
    assert logs.only_allowed(None, "", {"event": "x", "text": "Marietje", "chat": 5}) == {"event": "x"}


def test_an_exception_is_told_by_its_place_and_never_by_its_message() -> None:
    try:
        int("Marietje")
    except ValueError:
        line = logs.where_it_failed(None, "", {"event": "x", "exc_info": True})
    assert "Marietje" not in str(line)
    assert line["where"].startswith("tests.bot.test_logs:")
