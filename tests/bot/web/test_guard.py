"""Attacks on the pages: none gets in, none gets anything out, none crowds out the others."""

from __future__ import annotations

import asyncio
import base64
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from structlog.testing import capture_logs

from bot.web.crowd import Crowd, prefix, who_asks
from bot.web.door import OPENINGS, WORDS_TRIED
from bot.web.form import BODY_MOST, read_form
from bot.web.keys import Key, number_of, phrase, word_lists
from tests.visitor import OURS, ROOT, Clock, Visitor, pages

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7919*7927}}"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ROOT, "sec-fetch-site": "cross-site"},
        {"origin": ROOT, "sec-fetch-site": "same-site"},
        {"origin": ROOT.replace("http:", "https:")},
        {"sec-fetch-site": "same-origin"},
    ],
)
@pytest.mark.parametrize("path", ["/say", "/begin", "/keep", "/back", "/leave", "/open"])
def test_a_form_of_another_site_is_refused(visitor: Visitor, path: str, headers: dict[str, str]) -> None:
    before = visitor.open()
    answer = visitor.client.post(path, data={**visitor.form("25 or older"), "phone": "own"}, headers=headers)
    assert answer.status_code == 403
    assert visitor.open() == before


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example", ""])
def test_a_name_that_was_pointed_at_us_is_refused(app: Any, host: str) -> None:
    assert Visitor(app).client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_is_known(visitor: Visitor, method: str) -> None:
    assert visitor.client.request(method, "/say", headers=OURS).status_code in {403, 405}


@pytest.mark.parametrize("cookie", ["", "x", "=" * 43, "A" * 43, "a" * 5000, base64.b64encode(bytes(32)).decode()])
def test_a_forged_cookie_opens_nothing(app: Any, cookie: str) -> None:
    someone = Visitor(app)
    someone.client.headers["cookie"] = f"talk={cookie}"
    assert someone.client.get("/").status_code == 200
    assert "Begin" in someone.open()
    assert someone.post("/say", {"n": "0", "text": "hello"}).status_code == 200
    assert app.state.store.counts().conversations == 0


def test_the_number_of_a_talk_without_the_secret_of_its_door_opens_nothing(visitor: Visitor, app: Any) -> None:
    known = Key.read(visitor.client.cookies["talk"])
    assert known is not None
    thief = Visitor(app)
    thief.client.cookies["talk"] = Key.fresh(known.chat).cookie()
    assert "How old are you?" not in thief.open()


def test_a_stolen_cookie_is_worth_nothing_after_leaving_or_erasing(visitor: Visitor, app: Any) -> None:
    thief = Visitor(app)
    thief.client.cookies["talk"] = visitor.client.cookies["talk"]
    visitor.type("/delete")
    visitor.tap("Yes, erase it all")
    assert "Begin" in thief.open()
    assert app.state.store.counts().conversations == 0


def test_a_talk_never_begins_under_a_cookie_that_was_there(app: Any) -> None:
    planted = Key.fresh(-(1 << 128)).cookie()
    someone = Visitor(app)
    someone.post("/begin", {"lang": "en"}, OURS | {"cookie": f"talk={planted}"})
    assert someone.client.cookies["talk"] != planted


def test_a_cookie_can_not_be_read_by_scripts_and_stays_with_us(tmp_path: Path, clock: Clock) -> None:
    app, store = pages(tmp_path, clock, WEB_URL="https://talk.example.org")
    someone = Visitor(app, root="https://talk.example.org")
    answer = someone.client.post(
        "/begin", data={"lang": "en"}, headers={"origin": "https://talk.example.org"}, follow_redirects=False
    )
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-talk=")
    for mark in ("HttpOnly", "SameSite=lax", "Secure", "Path=/"):
        assert mark in cookie
    assert "Max-Age" not in cookie
    assert answer.headers["strict-transport-security"]
    store.close()


def test_script_in_every_field_stays_text(visitor: Visitor) -> None:
    visitor.tap("25 or older")
    visitor.tap("Yes, keep it")
    visitor.tap("My partner")
    visitor.type(SCRIPT)
    for name in ("n", "seen", "lang", "tap", "command"):
        visitor.page = visitor.post("/say", {**visitor.fields(), name: SCRIPT}).text
        assert no_markup(visitor.page)
    assert no_markup(visitor.post("/back", {"words": SCRIPT}).text)
    assert no_markup(visitor.post("/keep", {"phone": SCRIPT}).text)


@pytest.mark.parametrize("field", ["lang", "for", "start", "name"])
def test_script_in_a_link_stays_text(app: Any, field: str) -> None:
    for path in ("/", "/back", "/people", "/gone", "/calendar", "/file", "/nothing"):
        assert no_markup(Visitor(app).client.get(path, params={field: SCRIPT}).text)


def no_markup(page: str) -> bool:
    return not re.search(r"<script>|<img src=x|alert\(1\)</script|62773913", page)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../door.py",
        "/static/..%2fdoor.py",
        "/static/README.md",
        "/static/%00",
        "/static//etc/passwd",
        "/static/x",
    ],
)
def test_no_other_file_is_given(app: Any, path: str) -> None:
    assert Visitor(app).client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["", "../talks.db", "vraagkracht.json", 'x"\r\nSet-Cookie: a=b'])
def test_no_file_is_given_that_does_not_stand_in_the_talk(visitor: Visitor, name: str) -> None:
    answer = visitor.client.get("/file", params={"name": name})
    assert answer.status_code == 404
    assert "a=b" not in str(answer.headers)


def test_every_answer_has_the_headers_of_the_guard(visitor: Visitor) -> None:
    for path in ("/", "/keep", "/back", "/people", "/calendar", "/nothing", "/static/page.css"):
        headers = visitor.client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert visitor.client.get("/").headers["cache-control"] == "no-store"


def test_nothing_is_asked_of_anybody_else_and_no_script_stands_in_a_page(visitor: Visitor) -> None:
    for path in ("/", "/keep", "/back", "/people", "/calendar", "/gone"):
        page = visitor.open(path)
        assert not re.search(r'(src|action|href)="(https?:)?//', re.sub(r'<a [^>]*rel="noopener[^>]*>', "", page))
        assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=|javascript:", page)


def test_what_is_too_large_is_refused(visitor: Visitor) -> None:
    large = visitor.client.post("/say", content=b"text=" + b"x" * BODY_MOST, headers=OURS)
    assert large.status_code == 413
    assert visitor.type("\N{SLIGHTLY SMILING FACE}" * 4096).count("\N{SLIGHTLY SMILING FACE}") == 4096


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&" * 1000, b"a=b&" * 1000, b"%zz=%", b"text=%ff%fe%ed%a0%80"])
def test_what_is_no_form_does_no_harm(visitor: Visitor, body: bytes) -> None:
    assert visitor.client.post("/say", content=body, headers=OURS).status_code in {200, 400}
    assert "How old are you?" in visitor.open()


async def test_a_slow_client_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def drop_by_drop() -> dict[str, Any]:
        await asyncio.sleep(0.005)
        return {"type": "http.request", "body": b"x", "more_body": True}

    monkeypatch.setattr("bot.web.form.BODY_SECONDS", 0.02)
    with pytest.raises(HTTPException) as refused:
        await read_form(Request({"type": "http", "method": "POST", "headers": []}, drop_by_drop))
    assert refused.value.status_code == 408


def test_a_thousand_talks_of_one_client_are_slowed_and_another_network_is_not(app: Any) -> None:
    flood = {"lang": "en"}
    client = Visitor(app).client
    codes = [
        client.post("/begin", data=flood, headers={**OURS, "x-forwarded-for": "198.51.100.7"}, follow_redirects=False)
        for _ in range(1000)
    ]
    refused = [each.status_code for each in codes].count(429)
    assert OPENINGS[0] <= 1000 - refused < 1000
    school = {**OURS, "x-forwarded-for": "203.0.113.9"}
    assert client.post("/begin", data=flood, headers=school, follow_redirects=False).status_code == 303


def test_words_can_be_tried_a_few_times_only(app: Any) -> None:
    codes = [Visitor(app).post("/back", {"words": "aap noot mies"}).status_code for _ in range(WORDS_TRIED[0] + 5)]
    assert codes[0] == 422
    assert codes[-1] == 429


def test_a_network_has_its_share_again_after_a_while() -> None:
    now = [0.0]
    crowd = Crowd(2, 60, lambda: now[0])
    assert [crowd.lets_in("192.0.2.1"), crowd.lets_in("192.0.2.200"), crowd.lets_in("192.0.2.9")] == [
        True,
        True,
        False,
    ]
    now[0] = 1.0
    assert crowd.lets_in("192.0.2.1")


def test_a_network_is_a_prefix_and_only_our_proxy_is_believed() -> None:
    assert prefix("2001:db8:1:2::3") == prefix("2001:db8:1:ffff::9") != prefix("2001:db8:2::1")
    assert prefix("::ffff:192.0.2.1") == prefix("192.0.2.77")
    assert who_asks("8.8.8.8", "192.0.2.1") == "8.8.8.8"
    assert who_asks("10.0.0.2", "1.1.1.1, 192.0.2.1") == "192.0.2.1"


def test_logs_hold_no_address_no_text_and_no_key(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Zwaantje")

    with capture_logs() as logs:
        visitor.type("Zwaantje")
        monkeypatch.setattr("bot.web.talks.PageTalks.answer", broken)
        visitor.client._transport.raise_server_exceptions = False
        assert visitor.post("/say", {**visitor.fields(), "text": "Zwaantje"}).status_code == 500
    told = str(logs)
    assert "page_failed" in told
    assert "Zwaantje" not in told
    assert "testclient" not in told
    assert visitor.client.cookies["talk"] not in told


def test_each_list_has_256_words_that_no_two_numbers_share() -> None:
    for language, listed in word_lists().items():
        assert len(set(listed)) == 256
        assert number_of(phrase(0x0123456789ABCDEF, language)) == 0x0123456789ABCDEF


def test_nothing_of_a_talk_stands_readable_on_the_disk(visitor: Visitor, tmp_path: Path) -> None:
    visitor.type("Zwaantje-Philomena")
    key = Key.read(visitor.client.cookies["talk"])
    assert key is not None
    for file in tmp_path.rglob("*.db*"):
        content = file.read_bytes()
        assert b"Zwaantje" not in content
        assert key.secret not in content
