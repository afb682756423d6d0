"""The operator's commands for the desk, beside a running bot."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.directory.sheet import Unreadable
from bot.store import Store
from bot.store.rotation import find_seal
from tests.steunpunt import VOORBEELD


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A running bot, and an operator with the same settings."""
    url, keys = f"sqlite:///{tmp_path / 'data' / 'talks.db'}", tmp_path / "keys" / "keys"
    for name, value in {
        "DATABASE_URL": url,
        "VRAAGKRACHT_KEY_FILE": f"{keys}",
        "WEB_URL": "https://x.example",
    }.items():
        monkeypatch.setenv(name, value)
    opened = Store.open(url, find_seal("", keys, tmp_path / "data", url))
    opened.registering().put_steunpunt("voorbeeld", VOORBEELD.model_dump(mode="json"), datetime.now(UTC))
    return opened


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["steunpunt", *words])


def test_a_link_is_made_listed_opened_and_taken_back(store: Store) -> None:
    said = run("link", "voorbeeld", "--role", "edit", "--days", "10", "--label", "Anna").output
    found = re.search(r"https://x\.example/desk/in\?link=(\S+)", said)
    assert found is not None
    assert re.search(r"edit +not opened yet, until \S+ +Anna", run("links", "voorbeeld").output)
    begun = store.passes().begin(found[1], datetime.now(UTC))
    assert begun is not None
    assert "open since" in run("links", "voorbeeld").output
    assert run("revoke", begun[0].id).exit_code == 0
    assert store.passes().session(begun[1], datetime.now(UTC)) is None
    assert "There are none" in run("links", "voorbeeld").output
    store.close()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("link", "voorbeeld", "--role", "boss"), "The roles are see, edit, operator."),
        (("link", "onbekend"), "There is no support centre onbekend"),
        (("revoke", "00000000"), "There is no link 00000000."),
    ],
)
def test_what_is_not_right_is_told_in_a_line(store: Store, words: tuple[str, ...], told: str) -> None:
    ended = run(*words)
    assert isinstance(ended.exception, Unreadable)
    assert told in str(ended.exception)
    store.close()
