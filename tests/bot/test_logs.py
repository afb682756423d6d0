"""Logs tell the operator what happened, and nobody who it happened to."""

from __future__ import annotations

import errno
import io
import sys

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


class Full(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_log_that_cannot_be_written_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    logs.set_up()
    structlog.get_logger().error("turns_not_taken", updates=1)
