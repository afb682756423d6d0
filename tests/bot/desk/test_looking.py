"""Looking at the desk: what needs a look, what is missing, the report, the posters, and a try-out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.metrics import Metrics
from bot.store import Store
from tests.colleague import DESK, Comes
from tests.visitor import OURS, ROOT, Clock, Visitor


def test_the_overview_names_old_and_wrong_entries_and_what_is_missing(comes: Comes, store: Store) -> None:
    with store.transaction() as work:
        work.count("2026-11", {("", "wrong", "koffie"): 1})
    page = comes("see").open()
    assert "In November 2026 somebody said that the number is wrong." in page
    assert "Last checked on 1 Jan 2025: more than a year ago. Carers" not in page
    assert re.search(r"Wandelen</bdi></a></h3>\s*<p class=\"doubt\">Last checked on", page)
    assert "A volunteer who helps" in page
    missing = page[page.index("What is missing") :]
    assert "Meeting people who also care for somebody" not in missing
    assert "Elders" not in page


def test_the_report_is_suppressed_as_the_printed_one_is(comes: Comes, store: Store) -> None:
    with store.transaction() as work:
        work.count("2026-10", {("voorbeeld", "started", ""): 23, ("voorbeeld", "agreed", ""): 7})
        work.count("2026-11", {("voorbeeld", "started", ""): 41})
        work.count("2026-10", {("ander", "started", ""): 61})
    someone = comes("see")
    page = someone.open("report?month=2026-10")
    assert "20–29" in page
    assert "&lt;10" in page
    assert "60–69" not in page
    assert "40–49" not in someone.open("report?month=2026-11")
    assert "60–69" not in someone.open("report?at=ander")
    assert "60–69" in comes("operator").open("report?at=ander")
    table = someone.client.get(f"{DESK}report-file?month=2026-10&as=csv")
    assert "20–29" in table.text
    assert 'filename="voorbeeld-2026-10.csv"' in table.headers["content-disposition"]
    for month in ("2026-11", "2027-01", "../x"):
        assert someone.client.get(f"{DESK}report-file", params={"month": month, "as": "csv"}).status_code == 404


@pytest.mark.parametrize(
    ("shape", "kind", "begins"), [("a6", "pdf", b"%PDF"), ("social", "svg", b"<svg"), ("a6", "png", b"\x89PNG")]
)
def test_a_poster_is_given_to_save(comes: Comes, shape: str, kind: str, begins: bytes) -> None:
    someone = comes("see")
    someone.open("posters")
    assert f"poster?for=nl-young&amp;shape={shape}&amp;as={kind}" in someone.page
    answer = someone.client.get(f"{DESK}poster?for=nl-young&shape={shape}&as={kind}")
    assert answer.content.startswith(begins)
    assert f'filename="voorbeeld-{shape}-nl-young.{kind}"' in answer.headers["content-disposition"]
    assert someone.client.get(f"{DESK}poster?for=xx&shape={shape}&as={kind}").status_code == 404


def try_out(someone: Any, **how: str) -> Visitor:
    """Begin a try-out in the colleague's browser."""
    fields = {"start": "voorbeeld", "lang": "en", "for": "", **how}
    visitor = Visitor(someone.app, root=ROOT)
    visitor.client = someone.client
    visitor.page = someone.client.post(f"{DESK}try/begin", data=fields, headers=OURS).text
    return visitor


def say(visitor: Visitor, **fields: str) -> str:
    answer = visitor.client.post(f"{DESK}try/say", data={**visitor.fields(), **fields}, headers=OURS)
    visitor.page = answer.text
    return visitor.page


def test_a_try_out_is_marked_counts_nothing_and_is_gone_soon(
    comes: Comes, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[object] = []
    monkeypatch.setattr(Metrics, "turn", lambda *given: measured.append(given))
    visitor = try_out(comes("see"))
    assert "Trying out: this is not counted and not kept." in visitor.page
    assert "You come here through" in visitor.page
    for label in ("25 or older", "Yes, keep it"):
        say(visitor, tap=visitor.form(label)["tap"])
        assert "Trying out" in visitor.page
    assert "You can keep it" not in visitor.page
    assert 'href="keep"' not in visitor.page
    assert store.registering().tallies("voorbeeld", "2026-11") == {}
    assert measured == []
    assert store.counts().conversations == 1
    clock.wait(minutes=31)
    store.sweep(clock())
    assert store.counts().conversations == 0


def test_a_try_out_speaks_the_language_and_tone_that_were_chosen(comes: Comes) -> None:
    page = try_out(comes("see"), lang="nl", **{"for": "young"}).page
    assert "Zij lezen niet wat je schrijft." in page
    assert "Proef: dit telt niet mee" in page


def test_the_cookie_of_a_try_out_opens_no_talk_that_counts(comes: Comes, made: Any) -> None:
    visitor = try_out(comes("see"))
    other = Visitor(made[0])
    other.client.cookies.set("talk", visitor.client.cookies["tryout"])
    assert "How old are you?" not in other.open()


def test_a_try_out_ends_with_the_pass(comes: Comes) -> None:
    someone = comes("see")
    visitor = try_out(someone)
    someone.post("out", {})
    assert "This page is closed here" in someone.open("try/")
    assert "This page is closed here" in say(visitor, text="hello")
