"""The talk on a page: nothing is lost or doubled, whatever the connection does."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.directory.services import Directory
from bot.directory.steunpunten import Steunpunt, service_id
from bot.web.form import _TAP
from bot.web.page import IDLE
from dialogues.book import QUESTIONS
from dialogues.session import Session
from tests.visitor import OURS, ROOT, Clock, Visitor, pages


def agree(visitor: Visitor) -> None:
    for label in ("25 or older", "Yes, keep it"):
        visitor.tap(label)


def walk(visitor: Visitor) -> None:
    agree(visitor)
    visitor.tap("My partner")


def test_the_first_page_asks_for_nothing_and_keeps_nothing(app: Any) -> None:
    someone = Visitor(app)
    assert "Begin" in someone.open()
    assert not someone.client.cookies
    assert app.state.store.counts().conversations == 0


def test_a_talk_begins_in_the_language_that_was_chosen(visitor: Visitor) -> None:
    assert "How old are you?" in visitor.bubbles()[-1]
    assert "You: English" in visitor.bubbles()


def test_a_link_brings_the_language_and_the_tone(app: Any) -> None:
    someone = Visitor(app, language="nl")
    someone.open("/?lang=en&for=young&start=utrecht")
    assert "Is someone at home ill" in someone.page
    someone.begin("?lang=en&for=young&start=utrecht")
    assert app.state.store.counts().conversations == 1
    someone.type("/export")
    kept = json.loads(someone.open("/file?name=vraagkracht.json"))
    assert kept["answers"]["payload"] == "young"


@pytest.fixture
def guided(tmp_path: Path, clock: Clock) -> Iterator[Visitor]:
    """Somebody who came by the link of a support centre, a young one."""
    centre = Steunpunt(
        code="voorbeeld", name="Steunpunt Het Voorbeeld", municipalities=("GM0034",), website="https://example.org"
    )
    known = Directory({service_id(centre.code): centre.as_service()}, {centre.code: centre})
    app, store = pages(tmp_path, clock, lambda: known)
    app.state.store = store
    someone = Visitor(app)
    someone.begin("?for=young&start=voorbeeld")
    yield someone
    store.close()


@pytest.mark.parametrize("code", ["a b", "x" * 65, "<script>", "é"])
def test_a_code_that_is_none_is_left_out(app: Any, code: str) -> None:
    someone = Visitor(app)
    someone.post("/begin", {"lang": "en", "start": code})
    someone.open()
    someone.type("/export")
    assert "payload" not in json.loads(someone.open("/file?name=vraagkracht.json"))["answers"]


def test_a_reload_shows_the_same(visitor: Visitor) -> None:
    walk(visitor)
    before = visitor.bubbles()
    visitor.open()
    assert visitor.bubbles() == before


def test_a_double_submit_is_one_answer(visitor: Visitor) -> None:
    twice = visitor.form("25 or older")
    first, second = (visitor.post("/say", twice).text for _ in range(2))
    assert first == second
    assert first.count("May I keep it?") == 1


def test_an_answer_that_is_sent_again_after_others_changes_nothing(visitor: Visitor) -> None:
    old = visitor.form("25 or older")
    walk(visitor)
    before = visitor.bubbles()
    visitor.page = visitor.post("/say", old).text
    assert visitor.bubbles() == before


def test_the_same_text_typed_twice_is_two_answers(visitor: Visitor) -> None:
    visitor.type("hm")
    visitor.type("hm")
    assert visitor.bubbles().count("You: hm") == 2


def test_a_browser_that_lost_its_line_gets_what_it_missed(visitor: Visitor) -> None:
    lost = visitor.form("25 or older")
    visitor.post("/say", lost)
    again = visitor.post("/say", lost, OURS | {"hx-request": "true"}).text
    assert "May I keep it?" in again
    assert "How old are you?" not in again


def test_a_talk_goes_on_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    app, store = pages(tmp_path, clock)
    visitor = Visitor(app)
    visitor.begin()
    answer = visitor.form("25 or older")
    visitor.tap("25 or older")
    store.close()
    visitor.client.app, store = pages(tmp_path, clock)
    visitor.client._transport.app = visitor.client.app
    visitor.page = visitor.post("/say", answer).text
    assert sum("May I keep it?" in each for each in visitor.bubbles()) == 1
    visitor.tap("Yes, keep it")
    assert "Who is it?" in visitor.bubbles()[-1]
    store.close()


def test_two_tabs_lose_nothing(visitor: Visitor) -> None:
    other = visitor.fields()
    visitor.tap("25 or older")
    visitor.page = visitor.post("/say", {**other, "text": "I look after my husband"}).text
    assert "You: I look after my husband" in visitor.bubbles()
    assert "You: 25 or older" in visitor.bubbles()


def test_an_old_button_of_another_tab_is_kindly_refused(visitor: Visitor) -> None:
    old = visitor.form("Under 16")
    visitor.tap("25 or older")
    visitor.page = visitor.post("/say", old).text
    assert any("from earlier" in each for each in visitor.bubbles())


def test_ticks_are_drawn_on_the_choices_that_are_there(visitor: Visitor) -> None:
    agree(visitor)
    visitor.type("/menu")
    visitor.tap("2. What holds you back")
    while 'aria-pressed="false"' not in visitor.page:
        visitor.tap("Skip")
    label = visitor.page.partition('aria-pressed="false">')[2].partition("<")[0]
    shown = len(visitor.bubbles())
    visitor.tap(label)
    assert f'aria-pressed="true">{label}<' in visitor.page
    assert len(visitor.bubbles()) == shown


def test_words_in_a_talk_become_something_to_tap(visitor: Visitor) -> None:
    visitor.tap("Talk to someone")
    assert '<a href="tel:112" dir="ltr">112</a>' in visitor.page
    assert 'rel="noopener noreferrer"' in visitor.page


def test_what_was_noticed_as_too_personal_does_not_stay_on_the_page(visitor: Visitor) -> None:
    walk(visitor)
    visitor.type("my neighbour is on 06-12345678, she helps with the shopping every week")
    assert "surname, number or address" in visitor.bubbles()[-1]
    assert "12345678" not in visitor.page


def test_everything_can_be_erased_at_once(visitor: Visitor, app: Any) -> None:
    walk(visitor)
    visitor.type("/delete")
    visitor.tap("Yes, erase it all")
    assert "Everything is erased." in visitor.page
    assert "Telegram" not in visitor.page
    assert not visitor.client.cookies
    assert app.state.store.counts().conversations == 0


def test_a_copy_of_everything_is_made_when_it_is_fetched(visitor: Visitor) -> None:
    agree(visitor)
    visitor.type("/export")
    kept = json.loads(visitor.client.get("/file?name=vraagkracht.json").text)
    assert kept["consent"] is True
    assert {"kind": "own", "text": "Yes, keep it"} in kept["shown"]
    assert "doors" not in kept
    answer = visitor.client.get("/file?name=vraagkracht.html")
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_talk_closes_after_half_an_hour_unless_it_is_kept(visitor: Visitor, app: Any, clock: Clock) -> None:
    agree(visitor)
    clock.wait(seconds=IDLE.total_seconds() - 60)
    assert "Who is it?" in visitor.open()
    clock.wait(seconds=IDLE.total_seconds() + 60)
    assert "it was quiet for half an hour" in visitor.open()
    assert app.state.store.sweep(clock.now).conversations == 1


def kept_words(visitor: Visitor, phone: str) -> str:
    agree(visitor)
    visitor.page = visitor.post("/keep", {"phone": phone}).text
    return visitor.page.partition('data-copy="')[2].partition('"')[0]


def test_a_kept_talk_is_found_again_by_its_words_on_another_phone(visitor: Visitor, app: Any, clock: Clock) -> None:
    words = kept_words(visitor, "other")
    assert len(words.split()) == 8
    clock.wait(days=100)
    assert "Who is it?" not in visitor.open()
    other = Visitor(app)
    other.post("/back", {"words": words.replace(" ", ", ").upper()})
    assert "Who is it?" in other.open()


def test_on_ones_own_phone_a_talk_stays_open(visitor: Visitor, clock: Clock) -> None:
    kept_words(visitor, "own")
    clock.wait(days=30)
    assert "Who is it?" in visitor.open()


def test_without_a_yes_nothing_is_kept(visitor: Visitor, app: Any, clock: Clock) -> None:
    visitor.tap("25 or older")
    visitor.tap("No, don't keep it")
    visitor.page = visitor.post("/keep", {"phone": "own"}).text
    assert "You have not said that I may keep our talk" in visitor.page
    clock.wait(seconds=IDLE.total_seconds() + 60)
    assert app.state.store.sweep(clock.now).conversations == 1


def test_leaving_quickly_shows_a_month_and_nothing_of_the_talk(visitor: Visitor) -> None:
    walk(visitor)
    left = visitor.post("/leave", {}).text
    assert "November 2026" in left
    assert "Vraagkracht" not in left.replace("vraagkracht.svg", "")
    assert "partner" not in visitor.open()
    assert "Go on with our talk" in visitor.page
    visitor.page = visitor.post("/open", {}).text
    assert "partner" in visitor.page


def test_after_words_of_violence_leaving_can_not_be_undone(visitor: Visitor) -> None:
    walk(visitor)
    visitor.type("my husband hits me")
    visitor.post("/leave", {})
    visitor.open()
    assert "Go on with our talk" not in visitor.page
    assert not visitor.client.cookies


def test_hiding_takes_the_bubbles_away(visitor: Visitor) -> None:
    walk(visitor)
    visitor.type("my husband hits me")
    before = visitor.fields()
    visitor.tap("Leave quickly")
    assert "hits me" not in visitor.page
    answer = visitor.post("/say", {**before, "n": "0", "text": "ok"}, OURS | {"hx-request": "true"})
    assert answer.headers["hx-refresh"] == "true"


def test_people_to_talk_to_are_one_tap_away_before_a_talk(app: Any) -> None:
    assert 'href="tel:113"' in Visitor(app).open("/people")


def agreed(visitor: Visitor) -> None:
    """Come to a message, and to a moment after it."""
    kept_words(visitor, "own")
    visitor.open()
    visitor.type("/menu")
    visitor.tap("5. One clear question")
    for text in ("sit with Ria", "Marietje"):
        visitor.type(text)
    while "Tomorrow" not in visitor.labels():
        visitor.tap(next(each for each in ("This is good", "Go on", "Skip") if each in visitor.labels()))
    visitor.tap("Tomorrow")


def test_an_agreed_moment_is_taken_up_at_the_next_visit(visitor: Visitor, clock: Clock) -> None:
    agreed(visitor)
    assert any("can't send you anything" in each for each in visitor.bubbles())
    clock.wait(hours=2)
    assert "Did it come to that?" not in visitor.open()
    clock.wait(days=2)
    visitor.open()
    assert "Did it come to that?" in visitor.bubbles()[-1]
    visitor.open()
    assert sum("Did it come to that?" in each for each in visitor.bubbles()) == 1


def test_no_moment_of_a_page_waits_where_telegram_would_take_it_up(visitor: Visitor, app: Any) -> None:
    assert "How old are you?" in visitor.page
    counts = app.state.store.counts()
    assert (counts.outbox, counts.reminders, counts.conversations) == (0, 0, 1)


def test_a_page_promises_no_message_that_it_can_not_send(visitor: Visitor) -> None:
    agree(visitor)
    visitor.type("/privacy")
    assert ">Warn me before<" not in visitor.page
    assert "Telegram" not in visitor.page
    assert "No other company reads along" in visitor.bubbles()[-1]


def test_five_hundred_talks_at_once_lose_nothing(tmp_path: Path, clock: Clock) -> None:
    app, store = pages(tmp_path, clock)
    codes = asyncio.run(many(app, 500))
    assert codes == [200] * 500
    assert store.counts().conversations == 500
    store.close()


async def many(app: Any, talks: int) -> list[int]:
    async def one(number: int) -> int:
        network = {**OURS, "origin": ROOT, "x-forwarded-for": f"10.{number}.0.1", "accept-language": "en"}
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 1))
        async with httpx.AsyncClient(transport=transport, base_url=ROOT, headers=network) as client:
            await client.post("/begin", data={"lang": "en"})
            answer = await client.post("/say", data={"n": "0", "text": f"I care for number {number}"})
            answer = await client.get("/")
        assert f"I care for number {number}" in answer.text
        return answer.status_code

    return list(await asyncio.gather(*map(one, range(talks))))


def test_the_link_of_a_support_centre_brings_its_name_and_counts_for_it(guided: Visitor) -> None:
    assert "Steunpunt Het Voorbeeld" in guided.bubbles()[0]
    guided.type("/export")
    kept = json.loads(guided.open("/file?name=vraagkracht.json"))
    assert kept["answers"]["payload"] == "voorbeeld-young"
    sums = guided.app.state.store.registering().tallies("voorbeeld", "2026-11")
    assert sums["started", ""] == 1


def test_a_page_asks_for_no_location_and_finds_support_by_the_town(guided: Visitor) -> None:
    agree(guided)
    guided.type("/menu")
    guided.tap("6. Support nearby")
    assert "town" in guided.bubbles()[-1]
    assert "location" not in guided.bubbles()[-1]
    guided.type("Almere")
    assert "Steunpunt Het Voorbeeld" in guided.bubbles()[-1]
    guided.tap("Take this with me")
    guided.type("how do I begin?")
    file = guided.client.get(files(guided)[-1])
    assert "how do I begin?" in file.text
    assert file.headers["content-disposition"] == 'attachment; filename="vraagkracht-ondersteuning.html"'
    guided.tap("Back to the page")
    guided.tap("Take this with me")
    guided.tap("No, just the page")
    first, last = (guided.client.get(each).text for each in files(guided))
    assert "how do I begin?" in first
    assert "how do I begin?" not in last


def files(visitor: Visitor) -> list[str]:
    """Give the addresses of the files that stand in the talk."""
    return [html.unescape(each) for each in re.findall(r'href="(file[^"]*)"', visitor.page)]


def test_the_map_is_a_picture_with_its_words_below(visitor: Visitor, app: Any) -> None:
    walk_to_the_map(visitor)
    ((address, name),) = re.findall(r'<img src="(picture\?n=\d+)" alt="([^"]+)">', visitor.page)
    assert name
    assert any("• Marietje" in each and "• Henk" in each for each in visitor.bubbles())
    answer = visitor.client.get(address)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "Marietje" in answer.text
    assert "<script" not in answer.text
    assert Visitor(app).client.get(address).status_code == 404
    visitor.post("/leave", {})
    assert visitor.client.get(address).status_code == 404


@pytest.mark.parametrize("number", ["", "0", "1", "999", "-1", "x"])
def test_no_picture_is_given_that_does_not_stand_in_the_talk(visitor: Visitor, number: str) -> None:
    assert visitor.client.get("/picture", params={"n": number}).status_code == 404


def walk_to_the_map(visitor: Visitor) -> None:
    agree(visitor)
    visitor.type("/menu")
    visitor.tap("4. Who is around you")
    for text in ("nobody", "Marietje, Henk"):
        visitor.type(text)
    for _each in range(20):
        if "<img" in visitor.page:
            break
        visitor.tap("Skip")


def test_what_was_agreed_is_taken_up_also_at_night(visitor: Visitor, clock: Clock) -> None:
    agreed(visitor)
    clock.wait(days=3, hours=14)
    visitor.open()
    assert "Did it come to that?" in visitor.bubbles()[-1]


def test_every_choice_of_the_talk_can_be_tapped_on_a_page() -> None:
    session = Session("welcome.language")
    codes = {each.code for question in QUESTIONS.values() for each in question.options_for(session)}
    assert [code for code in codes if _TAP.fullmatch(f"1:1:{code}") is None] == []
