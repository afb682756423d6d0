"""A draft is handed over in another chat to the person whose it is, and to nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.post import Call, Incoming
from bot.sharing import drafts_of
from bot.telegram.incoming import read
from bot.telegram.stage import TelegramStage
from dialogues.inputs import Said
from dialogues.session import AskPlan, Session, Wish
from tests.person import MONDAY_MORNING, talks_in

MINE, OTHERS = 4711, 4712


def inquiry(query: str, person: int = MINE, update: int = 900, **more: Any) -> dict[str, Any]:
    sender = {"id": person, "is_bot": False, "language_code": "nl", **more}
    return {"update_id": update, "inline_query": {"id": "77", "from": sender, "query": query, "offset": ""}}


@pytest.fixture
def talks(tmp_path: Path) -> Any:
    made = talks_in(tmp_path)
    session = Session("ask.draft", turn=1, consent=True, answers={"welcome.cared_name": "Ria"})
    session.asks = [AskPlan(Wish(task="sit"), "Marietje", "weekend", language="en", status="ready")]
    keep(made, MINE, session)
    keep(made, OTHERS, Session("ask.wish", turn=1, consent=True))
    yield made
    made.store.close()


def keep(talks: Any, chat: int, session: Session) -> None:
    with talks.store.transaction() as work:
        work.load({chat})
        work.save({chat: (session.to_json(), talks.expiry(session, MONDAY_MORNING))}, MONDAY_MORNING)


def stored(talks: Any, chat: int) -> Any:
    with talks.store.transaction() as work:
        return work.load({chat}).get(chat)


def offered(talks: Any, chat: int = MINE) -> list[str]:
    """Give the keys that stand on the buttons under this person's drafts."""
    session = Session.from_json(stored(talks, chat))
    speaker = talks.speaker(session, MONDAY_MORNING)
    stage = TelegramStage(Incoming(1, chat, Said("")), speaker, inline=True)
    for text in drafts_of(session, speaker):
        stage.offer(text)
    buttons = [
        button for call in stage.stored for row in call.data["reply_markup"]["inline_keyboard"] for button in row
    ]
    chosen = [button["switch_inline_query_chosen_chat"] for button in buttons if button["text"] == "Telegram"]
    return [each["query"] for each in chosen]


def answered(talks: Any, update: dict[str, Any]) -> Call:
    outcome = talks.take([read(update)], MONDAY_MORNING)
    assert not outcome.waiting
    (call,) = outcome.fleeting
    assert call.method == "answerInlineQuery"
    return call


def test_each_draft_is_handed_over_in_the_language_of_its_reader(talks: Any) -> None:
    mine, theirs = offered(talks)
    first = answered(talks, inquiry(mine)).data["results"][0]["input_message_content"]["message_text"]
    second = answered(talks, inquiry(theirs, update=901)).data["results"][0]["input_message_content"]["message_text"]
    assert "bij" in first
    assert "Would you like to keep" in second


def test_the_answer_is_personal_and_is_not_kept(talks: Any) -> None:
    data = answered(talks, inquiry(offered(talks)[0])).data
    assert (data["is_personal"], data["cache_time"], data["inline_query_id"]) == (True, 0, "77")


def test_the_key_tells_nothing_and_works_for_nobody_else(talks: Any) -> None:
    key = offered(talks)[0]
    assert len(key) == 24
    assert answered(talks, inquiry(key, person=OTHERS)).data["results"] == []
    assert answered(talks, inquiry(key, person=999, update=901)).data["results"] == []


def test_asking_changes_nothing_and_makes_no_talk_for_a_stranger(talks: Any) -> None:
    before = stored(talks, MINE)
    answered(talks, inquiry("koffie"))
    answered(talks, inquiry("koffie", person=999, update=901))
    assert stored(talks, MINE) == before
    assert stored(talks, 999) is None


def test_a_draft_that_was_changed_is_no_longer_found_by_its_old_key(talks: Any) -> None:
    key, session = offered(talks)[0], Session.from_json(stored(talks, MINE))
    session.asks[0].when = "evening"
    keep(talks, MINE, session)
    assert answered(talks, inquiry(key)).data["results"] == []


def test_nothing_is_handed_over_while_a_violence_signal_stands(talks: Any) -> None:
    key, session = offered(talks)[0], Session.from_json(stored(talks, MINE))
    session.violence = True
    keep(talks, MINE, session)
    assert answered(talks, inquiry(key)).data["results"] == []


@pytest.mark.parametrize(
    "broken", [{}, {"id": "1"}, {"from": {"id": 1}}, {"id": "1", "from": {"id": 1, "is_bot": True}}]
)
def test_a_broken_inquiry_is_passed_over(broken: dict[str, Any]) -> None:
    assert read({"update_id": 1, "inline_query": broken}) is None
