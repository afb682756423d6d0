"""Coming in at the desk: by a link that a person opens, and by nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from bot.store import Store
from tests.colleague import DESK, Colleague, Comes, desk, link
from tests.visitor import OURS, ROOT, Clock

PAGES = ("", "entries", "report", "posters", "try", "history", "entry?kind=service&id=koffie")
WRITES = ("entry", "checked", "undo")


def test_a_preview_of_the_link_does_not_use_it_up(made: Any, clock: Clock) -> None:
    someone, token = Colleague(made[0]), link(made[1], "see", clock())
    for _machine in range(3):
        assert "Open the page" in Colleague(made[0]).open(f"in?link={token}")
    assert "Overview" in someone.come_in(token)
    assert "Steunpunt Het Voorbeeld" in someone.open()
    assert "This page is closed here" in Colleague(made[0]).come_in(token)


@pytest.mark.parametrize(
    "path", [*PAGES, "report-file?month=2026-10&as=csv", "poster?for=nl&shape=a6&as=svg", "try/"]
)
def test_without_a_pass_nothing_is_shown(made: Any, path: str) -> None:
    page = Colleague(made[0]).open(path)
    assert "This page is closed here" in page
    assert "Voorbeeld" not in page


def test_when_it_is_taken_back_the_page_closes(comes: Comes, store: Store, clock: Clock) -> None:
    someone = comes()
    assert "Overview" in someone.open()
    (known,) = store.passes().listed("voorbeeld", clock())
    store.passes().revoke(known.id)
    assert "This page is closed here" in someone.open()


def test_after_its_days_the_page_closes(comes: Comes, clock: Clock) -> None:
    someone = comes()
    clock.wait(days=29)
    assert "Overview" in someone.open()
    clock.wait(days=1)
    assert "This page is closed here" in someone.open()


def test_who_closes_the_page_closes_it_for_a_thief_too(comes: Comes, made: Any) -> None:
    someone = comes()
    thief = Colleague(made[0])
    thief.client.cookies.update(someone.client.cookies)
    assert "Overview" in thief.open()
    assert "This page is closed here" in someone.post("out", {}).text
    assert "desk" not in someone.client.cookies
    assert "This page is closed here" in thief.open()


def test_a_planted_cookie_is_not_the_session_that_a_link_opens(made: Any, clock: Clock) -> None:
    someone = Colleague(made[0])
    planted = "0" * 8 + "-" + "0" * 48
    someone.client.cookies.set("desk", planted, path="/")
    token = link(made[1], "edit", clock())
    answer = TestClient(made[0], ROOT, follow_redirects=False).post(f"{DESK}in", data={"link": token}, headers=OURS)
    assert planted not in answer.headers["set-cookie"]
    assert token not in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "headers", [{}, {"origin": "https://evil.example"}, {"origin": ROOT, "sec-fetch-site": "cross-site"}]
)
@pytest.mark.parametrize("path", [*WRITES, "in", "out", "try/begin", "try/say"])
def test_a_form_of_another_site_is_refused(comes: Comes, path: str, headers: dict[str, str]) -> None:
    someone = comes()
    assert someone.post(path, {"kind": "service", "id": "koffie"}, headers).status_code == 403
    assert "Overview" in someone.open()


def test_the_cookie_can_not_be_read_by_scripts_and_ends_with_the_pass(tmp_path: Path, clock: Clock) -> None:
    app, store = desk(tmp_path, clock, WEB_URL="https://talk.example.org/hulp/")
    home = "https://talk.example.org"
    client = TestClient(app, home, follow_redirects=False)
    token = link(store, "see", clock())
    answer = client.post("/hulp/desk/in", data={"link": token}, headers={"origin": home})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-desk=")
    for mark in ("HttpOnly", "SameSite=lax", "Secure", "Path=/", f"Max-Age={30 * 86400}"):
        assert mark in cookie
    assert answer.headers["cache-control"] == "no-store"
    assert "Overview" in client.get("/hulp/desk/", headers={"accept-language": "en"}).text
    store.close()


def test_every_page_has_the_headers_of_the_guard_and_no_script_of_its_own(comes: Comes) -> None:
    someone = comes("operator")
    for path in (*PAGES, "in?link=x", "nothing", "try/"):
        answer = someone.client.get(f"{DESK}{path}")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=|javascript:", answer.text)
        assert not re.search(
            r'(src|action|href)="(https?:)?//', re.sub(r'<a [^>]*rel="noopener[^>]*>', "", answer.text)
        )


def test_links_can_be_tried_a_few_times_only(made: Any) -> None:
    someone = Colleague(made[0])
    codes = [someone.client.get(f"{DESK}in?link={number}").status_code for number in range(80)]
    assert codes[0] == 403
    assert codes[-1] == 429


def test_logs_hold_no_name_and_no_secret(comes: Comes, monkeypatch: pytest.MonkeyPatch) -> None:
    someone = comes(label="Zwaantje")

    def broken(*_: object) -> None:
        raise ValueError("Zwaantje")

    monkeypatch.setattr("bot.desk.looking.noted", broken)
    someone.client._transport.raise_server_exceptions = False
    with capture_logs() as logs:
        assert someone.client.get(f"{DESK}entries").status_code == 500
    assert "desk_failed" in str(logs)
    assert "Zwaantje" not in str(logs)
    assert someone.client.cookies["desk"] not in str(logs)


def test_the_page_speaks_the_language_that_was_chosen_last(comes: Comes) -> None:
    someone = comes()
    assert "Overzicht" in someone.open("?lang=nl")
    assert "Overzicht" in someone.open()
    assert 'lang="nl"' in someone.page
