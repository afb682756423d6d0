"""The draft reads as a whole sentence with and without each field, in every language and register."""

from __future__ import annotations

import itertools
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.catalogs import names
from bot.telegram.outgoing import telegram_share, whatsapp_share
from bot.words import Speaker, bare
from dialogues.draft import LONG, OFTEN, UNTIL, WHEN, draft, in_mid_sentence
from dialogues.session import AskPlan, Session, Wish
from dialogues.tasks import TASKS

WISHES = [*(Wish(task=task.code) for task in TASKS), Wish(words="samen naar de moskee")]
FIELDS = [
    {"when": when, "often": often, "long": long, "until": until, "easy_no": easy_no}
    for when, often, long, until, easy_no in itertools.product(
        ["", "this_week", "dinsdag van twee tot vier"],
        ["", "once", "weekly"],
        ["", "two_hours", "Een uurtje"],
        ["", "month", "open", "de zomer"],
        [True, False],
    )
]


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("wish", WISHES, ids=[wish.task or "own" for wish in WISHES])
def test_a_draft_has_no_gap_and_no_slot_left(name: str, wish: Wish) -> None:
    speaker = Speaker(name.partition("@")[0], young="@" in name)
    session = Session("ask.draft", answers={"welcome.cared_name": "Ria"})
    for fields in FIELDS:
        said = bare(speaker.say(draft(session, AskPlan(wish=wish, helper="Marietje", **fields))))
        assert "{" not in said
        assert "  " not in said
        assert " ." not in said
        assert ".." not in said
        assert "Marietje" in said
        assert len(said) < 600


@pytest.mark.parametrize("fields", FIELDS[:40])
def test_share_links_parse_back_to_the_same_text(fields: dict) -> None:
    plan = AskPlan(wish=Wish(words="mee naar ’t ziekenhuis & terug #1 100%"), helper="Żaneta", **fields)
    text = bare(Speaker("nl", young=False).say(draft(Session("ask.draft"), plan)))
    telegram = parse_qs(urlsplit(telegram_share(text)).query)
    assert "\n".join([telegram["url"][0], telegram["text"][0]]) == text
    assert parse_qs(urlsplit(whatsapp_share(text)).query)["text"] == [text]


def test_own_words_are_sent_as_they_were_typed() -> None:
    plan = AskPlan(helper="Marietje", text="hoi  {m} kun je ff\nkomen")
    assert Speaker("nl", young=False).say(draft(Session("ask.draft"), plan)) == plan.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Dinsdag", "dinsdag"), ("Tuesday at two", "Tuesday at two"), ("Sundays", "Sundays"), ("GGZ", "GGZ"), ("", "")],
)
def test_a_typed_answer_fits_into_the_sentence(typed: str, said: str) -> None:
    assert in_mid_sentence(typed) == said


def test_every_code_of_a_field_has_words_for_the_message() -> None:
    from dialogues import draft as fields  # noqa: PLC0415  the module, beside the function of the same name

    assert set(fields.WHEN_LABEL) == set(WHEN)
    assert set(fields.LONG_LABEL) == set(LONG)
    assert set(UNTIL) < set(fields.UNTIL_LABEL)
    assert "once" in OFTEN
