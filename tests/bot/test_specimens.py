"""Every kind of message, in every tone and language, with and without each field, is a whole message."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.specimens import COLUMNS, Specimen, specimens
from bot.telegram import outgoing
from bot.telegram.outgoing import TEXT_UNITS, telegram_share, units, whatsapp_share
from bot.words import CLOSE, OPEN, Speaker, bare
from dialogues.languages import LANGUAGES

ALL = list(specimens())
WHATSAPP_CHARACTERS = 65_536


@pytest.fixture(params=sorted({(each.language, each.tone, each.young) for each in ALL}), ids=str)
def some(request: pytest.FixtureRequest) -> list[Specimen]:
    return [each for each in ALL if (each.language, each.tone, each.young) == request.param]


def test_there_is_no_empty_slot_and_no_doubled_space(some: list[Specimen]) -> None:
    for each in some:
        text = bare(each.text)
        assert not re.search(r"[{}]|  | [.,?!:]|\.\.|^\s|\s$|\n\n\n|None", text), (each.kind, each.fields, text)
        assert all(line.strip() for line in text.split("\n") if line), text
        assert not text[0].islower()


def test_it_fits_into_a_chat(some: list[Specimen]) -> None:
    for each in some:
        assert units(each.text) <= TEXT_UNITS
        assert len(each.text) <= WHATSAPP_CHARACTERS
        assert len(bare(each.text)) <= 900, (each.kind, each.fields)


def test_links_parse_back_to_the_same_text(some: list[Specimen]) -> None:
    for each in some:
        telegram = parse_qs(urlsplit(telegram_share(each.text)).query, keep_blank_values=True)
        assert "\n".join([telegram["url"][0], telegram["text"][0]]) == each.text
        assert parse_qs(urlsplit(whatsapp_share(each.text)).query)["text"] == [each.text]


def test_inserted_names_stand_apart_whatever_their_script(some: list[Specimen]) -> None:
    for each in some:
        assert each.text.count(OPEN) == each.text.count(CLOSE)
        outside = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", each.text)
        assert "Fatma" not in outside, each.text


def test_each_sentence_begins_with_a_capital_and_none_is_said_twice(some: list[Specimen]) -> None:
    for each in some:
        sentences = re.split(r"(?<=[.?!])\s+", bare(each.text).replace("\n", " "))
        if each.kind.startswith("ask"):
            assert len(sentences) == len(set(sentences)), each.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_says_the_same_with_own_words_marked(language: str) -> None:
    from dialogues.draft import draft  # noqa: PLC0415  beside the module of the same name
    from dialogues.drafting.typed import own  # noqa: PLC0415
    from dialogues.session import AskPlan, Session, Wish  # noqa: PLC0415

    plan = AskPlan(Wish(task="sit"), "Fatma", "dinsdag van twee tot vier", extras={"gives_you": "Ria vindt het fijn"})
    plan.moment = {"day": "2026-11-24", "start": "14:00", "end": "16:00", "whole": True}
    session = Session("ask.draft", answers={"welcome.cared_name": "Ria"})
    say = Speaker(language, young=False).say
    said = bare(say(draft(session, plan, marked=True)))
    assert bare(say(own("Ria vindt het fijn.", marked=True))) in said
    assert "dinsdag van twee tot vier" not in said
    assert "24" in said
    assert "Fatma" in said


@pytest.mark.parametrize("often", ["weekly", "fortnightly"])
def test_a_free_text_that_is_no_date_is_marked_as_typed(often: str) -> None:
    from dialogues.draft import draft  # noqa: PLC0415  beside the module of the same name
    from dialogues.session import AskPlan, Session, Wish  # noqa: PLC0415

    plan = AskPlan(Wish(words="mee naar de moskee"), "Fatma", "na het gebed", often, until="de zomer")
    said = bare(Speaker("en", young=False).say(draft(Session("ask.draft"), plan, marked=True)))
    assert "“mee naar de moskee”" in said
    assert "“na het gebed”" in said
    assert "“de zomer”" in said


def test_a_long_draft_is_copied_by_tapping_on_it_and_a_short_one_by_a_button() -> None:
    empty = {"inline_keyboard": []}
    (short,) = outgoing.draft_message(1, "a" * 256, empty)
    (long,) = outgoing.draft_message(1, "👋" * 129, empty)
    assert "entities" not in short.data
    assert long.data["entities"] == [{"type": "code", "offset": 0, "length": 258}]


def test_an_address_that_grew_too_long_is_left_out() -> None:
    draft = "ا" * 1500
    keyboard = outgoing.draft_keyboard(
        draft, copy_label="C", telegram=outgoing.link("T", telegram_share(draft)), whatsapp_label="W"
    )
    assert keyboard == {"inline_keyboard": []}


def test_a_speaker_gets_a_file_to_review(tmp_path: Path) -> None:
    file = tmp_path / "drafts.csv"
    assert CliRunner().invoke(app, ["drafts", str(file), "--language", "nl"]).exit_code == 0
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines(keepends=True)))
    assert tuple(rows[0]) == COLUMNS
    assert {row["language"] for row in rows} == {"nl"}
    assert {row["tone"] for row in rows} == {"short", "warm", "formal"}
    kinds = {row["kind"] for row in rows}
    assert {"ask sit", "ask own", "update", "revive", "boundary", "thanks", "gathering", "note", "table"} <= kinds
    assert all(row["text"] and not row["remarks"] for row in rows)
