"""The talk on a page: nothing is lost or doubled, whatever the connection does."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.web.page import IDLE
from tests.visitor import OURS, ROOT, Clock, Visitor, pages


def walk(visitor: Visitor) -> None:
    for label in ("Yes, keep it", "25 or older", "My partner"):
        visitor.tap(label)


def test_the_first_page_asks_for_nothing_and_keeps_nothing(app: Any) -> None:
    someone = Visitor(app)
    assert "Begin" in someone.open()
    assert not someone.client.cookies
    assert app.state.store.counts().conversations == 0


def test_a_talk_begins_in_the_language_that_was_chosen(visitor: Visitor) -> None:
    assert "May I keep it?" in visitor.bubbles()[-1]
    assert "You: English" in visitor.bubbles()


def test_a_link_brings_the_language_the_tone_and_the_code(app: Any) -> None:
    someone = Visitor(app, language="nl")
    someone.open("/?lang=en&for=young&start=utrecht")
    assert "Is someone at home ill" in someone.page
    someone.begin("?lang=en&for=young&start=utrecht")
    with app.state.store.transaction() as work:
        (stored,) = work._context.connection.exec_driver_sql("SELECT count(*) FROM conversation").scalars()
    assert stored == 1
    someone.type("/export")
    kept = json.loads(someone.open("/file?name=vraagkracht.json"))
    assert kept["answers"]["payload"] == "young-utrecht"


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
    twice = visitor.form("Yes, keep it")
    first, second = (visitor.post("/say", twice).text for _ in range(2))
    assert first == second
    assert first.count("How old are you?") == 1


def test_an_answer_that_is_sent_again_after_others_changes_nothing(visitor: Visitor) -> None:
    old = visitor.form("Yes, keep it")
    walk(visitor)
    before = visitor.bubbles()
    visitor.page = visitor.post("/say", old).text
    assert visitor.bubbles() == before


def test_the_same_text_typed_twice_is_two_answers(visitor: Visitor) -> None:
    visitor.type("hm")
    visitor.type("hm")
    assert visitor.bubbles().count("You: hm") == 2


def test_a_browser_that_lost_its_line_gets_what_it_missed(visitor: Visitor) -> None:
    lost = visitor.form("Yes, keep it")
    visitor.post("/say", lost)
    again = visitor.post("/say", lost, OURS | {"hx-request": "true"}).text
    assert "How old are you?" in again
    assert "May I keep it?" not in again


def test_a_talk_goes_on_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    app, store = pages(tmp_path, clock)
    visitor = Visitor(app)
    visitor.begin()
    answer = visitor.form("Yes, keep it")
    visitor.tap("Yes, keep it")
    store.close()
    visitor.client.app, store = pages(tmp_path, clock)
    visitor.client._transport.app = visitor.client.app
    visitor.page = visitor.post("/say", answer).text
    assert sum("How old are you?" in each for each in visitor.bubbles()) == 1
    visitor.tap("25 or older")
    assert "Who is it?" in visitor.bubbles()[-1]
    store.close()


def test_two_tabs_lose_nothing(visitor: Visitor) -> None:
    other = visitor.fields()
    visitor.tap("Yes, keep it")
    visitor.page = visitor.post("/say", {**other, "text": "I look after my husband"}).text
    assert "You: I look after my husband" in visitor.bubbles()
    assert "You: Yes, keep it" in visitor.bubbles()


def test_an_old_button_of_another_tab_is_kindly_refused(visitor: Visitor) -> None:
    old = visitor.form("No, don't keep it")
    visitor.tap("Yes, keep it")
    visitor.page = visitor.post("/say", old).text
    assert any("from earlier" in each for each in visitor.bubbles())


def test_ticks_are_drawn_on_the_choices_that_are_there(visitor: Visitor) -> None:
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
    visitor.tap("Yes, keep it")
    visitor.type("/export")
    kept = json.loads(visitor.client.get("/file?name=vraagkracht.json").text)
    assert kept["consent"] is True
    assert {"kind": "own", "text": "Yes, keep it"} in kept["shown"]
    assert "doors" not in kept
    answer = visitor.client.get("/file?name=vraagkracht.html")
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_talk_closes_after_half_an_hour_unless_it_is_kept(visitor: Visitor, app: Any, clock: Clock) -> None:
    visitor.tap("Yes, keep it")
    clock.wait(seconds=IDLE.total_seconds() - 60)
    assert "How old are you?" in visitor.open()
    clock.wait(seconds=IDLE.total_seconds() + 60)
    assert "it was quiet for half an hour" in visitor.open()
    assert app.state.store.sweep(clock.now).conversations == 1


def kept_words(visitor: Visitor, phone: str) -> str:
    visitor.tap("Yes, keep it")
    visitor.page = visitor.post("/keep", {"phone": phone}).text
    return visitor.page.partition('data-copy="')[2].partition('"')[0]


def test_a_kept_talk_is_found_again_by_its_words_on_another_phone(visitor: Visitor, app: Any, clock: Clock) -> None:
    words = kept_words(visitor, "other")
    assert len(words.split()) == 8
    clock.wait(days=100)
    assert "How old are you?" not in visitor.open()
    other = Visitor(app)
    other.post("/back", {"words": words.replace(" ", ", ").upper()})
    assert "How old are you?" in other.open()


def test_on_ones_own_phone_a_talk_stays_open(visitor: Visitor, clock: Clock) -> None:
    kept_words(visitor, "own")
    clock.wait(days=30)
    assert "How old are you?" in visitor.open()


def test_without_a_yes_nothing_is_kept(visitor: Visitor, app: Any, clock: Clock) -> None:
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


def test_an_agreed_moment_is_taken_up_at_the_next_visit(visitor: Visitor, clock: Clock) -> None:
    kept_words(visitor, "own")
    visitor.open()
    visitor.type("/menu")
    visitor.tap("5. One clear question")
    for text in ("sit with Ria", "Marietje"):
        visitor.type(text)
    while "Tomorrow" not in visitor.labels():
        visitor.tap(next(each for each in ("This is good", "Go on", "Skip") if each in visitor.labels()))
    visitor.tap("Tomorrow")
    assert any("can't send you anything" in each for each in visitor.bubbles())
    clock.wait(hours=2)
    assert "Did it come to that?" not in visitor.open()
    clock.wait(days=2)
    visitor.open()
    assert "Did it come to that?" in visitor.bubbles()[-1]
    visitor.open()
    assert sum("Did it come to that?" in each for each in visitor.bubbles()) == 1


def test_no_moment_of_a_page_waits_where_telegram_would_take_it_up(visitor: Visitor, app: Any) -> None:
    assert "May I keep it?" in visitor.page
    counts = app.state.store.counts()
    assert (counts.outbox, counts.reminders, counts.conversations) == (0, 0, 1)


def test_a_page_promises_no_message_that_it_can_not_send(visitor: Visitor) -> None:
    visitor.tap("Yes, keep it")
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
