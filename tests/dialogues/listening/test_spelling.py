"""How words are typed: each language says in its own lists what stands for what."""

import pytest

from dialogues.listening.normalise import normalise
from dialogues.listening.spelling import Spelling


def spelled(text: str, variants: dict[str, str] | None = None, **slips: str) -> str:
    return Spelling(variants or {}, {"words": "", **slips}).of_text(normalise(text)).strip(" .")


@pytest.mark.parametrize(
    ("typed", "meant"), [("j'ai faim", "je ai faim"), ("qu'il parte", "que il parte"), ("aujourd'hui", "aujourdhui")]
)
def test_what_stands_before_an_apostrophe_is_a_word_of_its_own(typed: str, meant: str) -> None:
    assert spelled(typed, elided="j=je qu=que") == meant


def test_words_that_are_often_left_out_are_left_out_always() -> None:
    assert spelled("je ne veux pas", dropped="ne") == spelled("je veux pas", dropped="ne") == "je veux pas"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("والموت", "الموت"), ("وبالموت", "الموت"), ("ولد", "ولد"), ("واحد", "واحد")],
    ids=["one", "two", "the rest is too short", "the rest is no known word"],
)
def test_small_words_that_are_written_to_the_next_are_taken_off_where_a_known_word_is_left(
    typed: str, meant: str
) -> None:
    assert spelled(typed, prefixes="و وب", ordinary="الموت لد") == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("zelfmord", "zelfmoord"), ("zefmoord", "zelfmoord"), ("moort", "moord")]
)
def test_a_slip_is_mended_in_a_text_of_this_language(typed: str, meant: str) -> None:
    slips = {"words": "zelfmoord moord", "sounds": "dt=t d=t", "ordinary": "ik denk aan"}
    assert spelled(f"ik denk aan {typed}", **slips) == f"ik denk aan {meant}"


def test_nothing_is_mended_in_a_text_of_another_language() -> None:
    assert spelled("one two three zelfmord", words="zelfmoord") == "one two three zelfmord"


def test_chat_spelling_is_spelled_out() -> None:
    assert spelled("k wil nie meer", variants={"ik": "k", "niet": "nie"}) == "ik wil niet meer"


def test_a_word_that_is_learned_later_is_spelled_right_from_then_on() -> None:
    spelling = Spelling({}, {"words": "", "sounds": "ij=ei", "ordinary": "een groot"})
    assert spelling.of_text(" een groot gewij ") == " een groot gewij "
    spelling.of_phrase("gewei")
    assert spelling.of_text(" een groot gewij ") == " een groot gewei "
