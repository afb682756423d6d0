"""A word with "my" at its end, as in Persian: turned for the carer, and said in the language of who reads it."""

from __future__ import annotations

import pytest

from bot.words import Speaker, bare
from dialogues.people import cared_for, cared_for_in_draft, to_carer
from dialogues.session import Session

DAUGHTER = Session("ask.draft", language="fa", answers={"welcome.cared_name": "مادرم"})


@pytest.mark.parametrize(
    ("typed", "said"),
    [("مادرم", "مادرتان"), ("برادرم رضا", "رضا"), ("مریم", "مریم")],
)
def test_my_mother_is_yours_when_we_speak_to_you(typed: str, said: str) -> None:
    assert bare(Speaker("fa", young=False).say(to_carer(typed))) == said


def test_a_dutch_neighbour_reads_my_mother_in_dutch() -> None:
    assert Speaker("nl", young=False).say(cared_for_in_draft(DAUGHTER)) == "mijn moeder"
    assert Speaker("fa", young=False).say(cared_for_in_draft(DAUGHTER)) == "مادرم"
    assert bare(Speaker("fa", young=False).say(cared_for(DAUGHTER))) == "مادرتان"
