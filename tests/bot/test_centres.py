"""The operator's commands for support centres work beside a running bot, and refuse what is wrong in one line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.directory.services import Kept
from bot.directory.sheet import Unreadable
from bot.store import Store
from bot.store.seal import Keys, Seal

ADD = ("--name", "Steunpunt Het Voorbeeld", "--municipalities", "Almere, GM0995", "--checked-by", "v@example.org")


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    monkeypatch.setenv("DATABASE_URL", address)
    return address


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(each) for each in words])


def add(code: str = "voorbeeld", *more: str) -> Result:
    return run("steunpunt", "add", code, *ADD, "--phone", "036 000 00 00", *more)


def test_a_support_centre_is_added_while_the_bot_has_the_file_and_is_taken_up(url: str) -> None:
    with Store.open(url, Seal(Keys.fresh())) as store:
        shelf = Kept(store.listed)
        assert add("voorbeeld", "--greeting", "nl=Fijn dat u kijkt.").exit_code == 0
        shelf.refresh()
        known = shelf().steunpunten["voorbeeld"]
    assert known.municipalities == ("GM0034", "GM0995")
    assert known.greeting == {"nl": "Fijn dat u kijkt."}


def test_what_is_edited_changes_and_the_rest_stays(url: str) -> None:
    assert url
    add()
    run("steunpunt", "edit", "voorbeeld", "--phone", "036 111 11 11", "--checked-by", "w@example.org")
    listed = run("steunpunt", "list", "--bot", "een_bot").output
    assert "036 111 11 11" in listed
    assert "Steunpunt Het Voorbeeld" in listed
    assert "https://t.me/een_bot?start=voorbeeld" in listed


@pytest.mark.parametrize(
    "words",
    [
        ("steunpunt", "add", "voor-beeld", *ADD),
        ("steunpunt", "add", "nl", *ADD),
        ("steunpunt", "add", "a1", *ADD, "--hours", "altijd"),
        ("steunpunt", "add", "a1", *ADD, "--greeting", "hallo"),
        ("steunpunt", "add", "a1", *ADD, "--phone", "bel maar"),
        ("steunpunt", "add", "a1", "--name", "Het", "--municipalities", "Lutjebroekerdam", "--checked-by", "x"),
        ("steunpunt", "edit", "onbekend", "--checked-by", "x"),
        ("poster", "onbekend", "--bot", "een_bot"),
        ("report", "onbekend", "--month", "2026-01"),
        ("report", "onbekend", "--month", time.strftime("%Y-%m")),
        ("report", "onbekend", "--month", "2026-01", "--language", "xx"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_and_changes_nothing(url: str, words: tuple[str, ...]) -> None:
    assert url
    assert isinstance(run(*words).exception, Unreadable)
    assert "There are none yet" in run("steunpunt", "list").output


def test_the_same_code_is_not_given_twice(url: str) -> None:
    assert url
    add()
    assert isinstance(add().exception, Unreadable)


def test_a_report_is_a_page_and_a_csv(url: str, tmp_path: Path) -> None:
    assert url
    add()
    assert run("report", "voorbeeld", "--month", "2026-01", "--folder", tmp_path).exit_code == 0
    assert "&lt;10" in (tmp_path / "voorbeeld-2026-01.html").read_text("utf-8")
    assert "<10" in (tmp_path / "voorbeeld-2026-01.csv").read_text("utf-8")
