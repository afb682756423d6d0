"""Natural time words are understood in each language, and never a day that has passed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import Speaker, bare
from dialogues.languages import LANGUAGES
from dialogues.moments import Moment, on_day, read, shown, today
from dialogues.moments.vocabulary import vocabulary
from dialogues.session import Session

MONDAY = date(2026, 11, 23)

UNDERSTOOD = [
    ("nl", "dinsdagmiddag", "dinsdag 24 november, ’s middags"),
    ("nl", "Dinsdag van twee tot vier", "dinsdag 24 november, 14:00 tot 16:00"),
    ("nl", "volgende week", "de week van maandag 30 november"),
    ("nl", "volgende week dinsdag 's avonds om 8 uur", "dinsdag 1 december, 20:00"),
    ("nl", "12 december", "zaterdag 12 december"),
    ("nl", "12/12", "zaterdag 12 december"),
    ("nl", "3 januari", "zondag 3 januari"),
    ("nl", "morgen om twee uur", "dinsdag 24 november, 14:00"),
    ("nl", "morgenochtend", "dinsdag 24 november, ’s ochtends"),
    ("nl", "overmorgen half drie", "woensdag 25 november, 14:30"),
    ("nl", "maandag kwart voor negen", "maandag 30 november, 08:45"),
    ("nl", "over twee weken", "maandag 7 december"),
    ("nl", "vanavond", "maandag 23 november, ’s avonds"),
    ("nl", "dinsdag 24 november 14.00-16.00 uur", "dinsdag 24 november, 14:00 tot 16:00"),
    ("nl", "donderdagavond om 7 uur", "donderdag 26 november, 19:00"),
    ("en", "Tuesday from two to four", "Tuesday, November 24, 2:00\u202fPM to 4:00\u202fPM"),
    ("en", "tomorrow at 2pm", "Tuesday, November 24, 2:00\u202fPM"),
    ("en", "the 12th of December at half past two", "Saturday, December 12, 2:30\u202fPM"),
    ("en", "December 12", "Saturday, December 12"),
    ("en", "Tuesday 2-4 pm", "Tuesday, November 24, 2:00\u202fPM to 4:00\u202fPM"),
    ("en", "next week", "the week of Monday, November 30"),
    ("en", "tonight", "Monday, November 23, in the evening"),
    ("en", "in three days", "Thursday, November 26"),
    ("nl", "Tuesday at noon", "dinsdag 24 november"),
    ("so", "laba toddobaad ka dib", "Isniin, Diseembar 7"),
    ("so", "toddobaadkan", "toddobaadka ka bilaabma Isniin, Noofeembar 23"),
]


@pytest.mark.parametrize(("language", "typed", "back"), UNDERSTOOD)
def test_a_moment_is_understood_and_shown_back_as_a_date(language: str, typed: str, back: str) -> None:
    moment = read(typed, language, MONDAY)
    assert moment is not None
    assert bare(Speaker(language, young=False).say(shown(moment))) == back


@pytest.mark.parametrize(
    "typed",
    [
        "zo snel mogelijk",
        "wanneer het kan",
        "ma komt langs",
        "30 februari",
        "elke eerste maandag",
        "12 december 2020",
        "",
        "uur",
    ],
)
def test_what_is_no_day_is_left_as_it_is(typed: str) -> None:
    assert read(typed, "nl", MONDAY) is None


@pytest.mark.parametrize("typed", ["elke dinsdag", "dinsdags", "iedere dinsdagmiddag", "every Tuesday", "Tuesdays"])
def test_what_comes_back_each_week_is_marked_so(typed: str) -> None:
    moment = read(typed, "nl", MONDAY)
    assert moment
    assert (moment.day, moment.weekly) == ("2026-11-24", True)


@pytest.mark.parametrize(("typed", "whole"), [("dinsdag om twee uur", True), ("dinsdag, als de zon schijnt", False)])
def test_we_know_whether_something_else_was_said(typed: str, whole: bool) -> None:  # noqa: FBT001
    moment = read(typed, "nl", MONDAY)
    assert moment
    assert moment.whole is whole


@given(
    text=st.text(max_size=40),
    day=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    language=st.sampled_from(["nl", "en"]),
)
def test_any_text_gives_a_coming_day_or_nothing(text: str, day: date, language: str) -> None:
    moment = read(text, language, day)
    if moment and moment.day:
        assert day <= date.fromisoformat(moment.day)


SAID = "dinsdag morgen om twee uur van tot vier half 12 december 14:00 elke volgende week middag"
WORDS = st.lists(st.sampled_from(SAID.split()), max_size=8)


@given(words=WORDS, ahead=st.integers(0, 400))
def test_any_words_of_time_in_any_order_are_shown_or_left(words: list[str], ahead: int) -> None:
    day = MONDAY + timedelta(days=ahead)
    moment = read(" ".join(words), "nl", day)
    if moment is None:
        return
    for language in LANGUAGES:
        said = [bare(Speaker(language, young=False).say(each(moment))) for each in (shown, on_day)]
        assert all(text and "{" not in text and "  " not in text for text in said)
    assert Moment.of(moment.stored()) == moment


def test_the_day_is_the_persons_own_also_just_after_midnight() -> None:
    assert today(Session("x", heard_at="2026-11-24T00:30:00+01:00")) == date(2026, 11, 24)
    assert today(Session("x")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_offered_has_words_of_time(language: str) -> None:
    words = vocabulary(language)
    assert words is not None
    assert set(words.weekdays.values()) == set(range(7))
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.parts.values()) == {"morning", "afternoon", "evening", "night"}
    assert set(words.days.values()) >= {0, 1, 2}
