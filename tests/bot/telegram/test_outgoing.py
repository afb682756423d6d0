from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.post import Call
from bot.telegram import outgoing
from dialogues.effects import Choice, Screen
from dialogues.words import Typed, Words
from tests.fake_telegram import rules

OFF = {"is_disabled": True}


def render(words: Words) -> str:
    assert isinstance(words, Typed)
    return words.text


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label.lower(), Typed(label)) for label in labels)


def screen(**more: Any) -> Screen:
    return Screen(state="weighs", schema=3, turn=41, words=Typed("?"), **more)


def labels(keyboard: Any) -> list[list[str]]:
    return [[button["text"] for button in row] for row in keyboard["inline_keyboard"]]


def test_a_text_is_sent_as_it_is() -> None:
    [call] = outgoing.message(7, "<b>*hello*</b>")
    expected = {"chat_id": 7, "text": "<b>*hello*</b>", "link_preview_options": OFF}
    assert call == Call("sendMessage", expected)


def test_the_keyboard_stands_under_the_last_part() -> None:
    keyboard = outgoing.keyboard([[outgoing.choice("Yes", "1:2:yes")]])
    first, second = outgoing.message(7, "a" * 3000 + "\n\n" + "b" * 3000, keyboard)
    assert first.data["text"] == "a" * 3000
    assert second.data["text"] == "b" * 3000
    assert "reply_markup" not in first.data
    assert second.data["reply_markup"] == keyboard


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two three.", ["One. Two", "three."]),
        ("One two. Three.", ["One two.", "Three."]),
        ("One two\n\nThree", ["One two", "Three"]),
        ("abcdefghijklm", ["abcdefghij", "klm"]),
        ("abcdefghie\u0301fg", ["abcdefghi", "e\u0301fg"]),
        ("12345678👋🏽9", ["12345678", "👋🏽9"]),
        ("👋👋👋👋👋👋", ["👋👋👋👋👋", "👋"]),
        ("", ["."]),
        (" \n", ["."]),
    ],
)
def test_a_long_text_is_cut_where_it_reads_well(text: str, parts: list[str]) -> None:
    assert outgoing.split(text, most=10) == parts


@given(st.text(alphabet=st.sampled_from("ab .!\n👋é\u0301\u200d🏽ع"), max_size=200), st.integers(4, 40))
def test_cutting_loses_nothing_but_white_space(text: str, most: int) -> None:
    parts = outgoing.split(text, most)
    assert all(0 < rules.units(part) <= most for part in parts)
    if text.strip():
        assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_length_is_counted_as_telegram_does(text: str) -> None:
    assert outgoing.units(text) == rules.units(text)


def test_choices_stand_in_columns_above_the_ways_out_in_pairs() -> None:
    asked = screen(choices=choices("A", "B", "C"), ways_out=choices("Back", "Skip", "Stop"), columns=2)
    keyboard = outgoing.screen_keyboard(asked, render)
    assert labels(keyboard) == [["A", "B"], ["C"], ["Back", "Skip"], ["Stop"]]


def test_rows_are_reversed_where_people_read_from_the_right() -> None:
    asked = screen(choices=choices("A", "B", "C"), ways_out=choices("Back", "Skip"), columns=2)
    keyboard = outgoing.screen_keyboard(asked, render, right_to_left=True)
    assert labels(keyboard) == [["B", "A"], ["C"], ["Skip", "Back"]]


def test_what_is_chosen_is_ticked() -> None:
    asked = screen(choices=choices("A", "B"), chosen=frozenset({"b"}))
    assert labels(outgoing.screen_keyboard(asked, render)) == [["A"], ["✓ B"]]


def test_a_button_says_which_screen_it_stood_on() -> None:
    keyboard = outgoing.screen_keyboard(screen(choices=choices("A")), render)
    assert keyboard == {"inline_keyboard": [[{"text": "A", "callback_data": "3:41:a"}]]}


def test_a_screen_without_choices_has_no_keyboard() -> None:
    assert outgoing.screen_keyboard(screen(), render) is None


def test_data_that_telegram_does_not_take_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        outgoing.choice("A", "é" * 33)


def test_a_keyboard_is_changed_or_taken_away() -> None:
    keyboard = outgoing.answered_keyboard("Yes", "3:41:yes")
    assert labels(keyboard) == [["✓ Yes"]]
    assert outgoing.edit_keyboard(7, 9, keyboard).data["reply_markup"] == keyboard
    gone = outgoing.edit_keyboard(7, 9, None)
    assert gone.method == "editMessageReplyMarkup"
    assert gone.data == {"chat_id": 7, "message_id": 9, "reply_markup": {"inline_keyboard": []}}


def test_a_tap_is_answered_with_at_most_what_telegram_shows() -> None:
    assert outgoing.answer_tap("31") == Call("answerCallbackQuery", {"callback_query_id": "31"})
    assert len(outgoing.answer_tap("31", "a" * 300).data["text"]) == 200


def draft_keyboard(draft: str, **more: Any) -> Any:
    telegram = outgoing.link("T", outgoing.telegram_share(draft))
    return outgoing.draft_keyboard(draft, copy_label="Copy", telegram=telegram, whatsapp_label="W", **more)


@pytest.mark.parametrize(
    ("draft", "rows"),
    [
        ("a" * 256, [["Copy"], ["T", "W"]]),
        ("a" * 257, [["T", "W"]]),
        ("👋" * 128, [["Copy"], ["T", "W"]]),
        ("👋" * 129, [["T", "W"]]),
    ],
)
def test_a_draft_can_be_copied_if_telegram_can_copy_so_much(draft: str, rows: list[list[str]]) -> None:
    keyboard = draft_keyboard(draft)
    assert labels(keyboard) == rows
    rules.keyboard({"reply_markup": keyboard})


def test_the_sharing_row_is_reversed_too() -> None:
    assert labels(draft_keyboard("a", right_to_left=True)) == [["Copy"], ["W", "T"]]


DRAFTS = ["Hoi Jan,\n\nKun je 50% & meer?\nGroet", "één regel", "a+b=c #1 / ?x", "مرحبا\nشكرا", "👋"]


@pytest.mark.parametrize("draft", DRAFTS)
def test_what_is_shared_is_exactly_the_draft(draft: str) -> None:
    telegram = parse_qs(urlsplit(outgoing.telegram_share(draft)).query, keep_blank_values=True)
    assert "\n".join([telegram["url"][0], telegram["text"][0]]).rstrip("\n") == draft
    whatsapp = urlsplit(outgoing.whatsapp_share(draft))
    assert (whatsapp.netloc, parse_qs(whatsapp.query)) == ("wa.me", {"text": [draft]})


def test_spaces_are_encoded_as_every_app_understands() -> None:
    assert outgoing.whatsapp_share("a b+c") == "https://wa.me/?text=a%20b%2Bc"
