import re

import pytest

from dialogues.listening.notation import Reader, keys_of
from dialogues.listening.spelling import Spelling


def found(phrase: str, text: str, no_gap: str = "") -> bool:
    reader = Reader({}, no_gap=no_gap)
    reader = Reader({"me": reader.read("mij | me")}, no_gap=no_gap)
    return re.search(reader.read(phrase).pattern + "(?= )", f" . {text} . ") is not None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("ik wil", "ja ik wil dat"),
        ("ik (wil | wou) dood", "ik wou dood"),
        ("ik wil [echt | nu] dood", "ik wil dood"),
        ("ik wil [echt | nu] dood", "ik wil nu dood"),
        ("slaat <me>", "hij slaat mij"),
        ("ik .. dood", "ik wil echt graag dood"),
        ("ik ... dood", "ik wil nu echt heel graag dood"),
        ("zelfmoord*", "zelfmoordgedachten"),
        ("*pijn", "buikpijn"),
        ("dood-gaan", "doodgaan"),
        ("dood-gaan", "dood gaan"),
        ("^ ik wil $", "ik wil"),
        ("N pillen", "20 pillen"),
        ("mijn * slaat", "mijn huisgenoot slaat"),
        ("niet !meer", "niet nu"),
        ("ik wil dood", "ik wil , dood"),
    ],
)
def test_the_notation_finds(phrase: str, text: str) -> None:
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("ik wil", "ik wilde"),
        ("ik .. dood", "ik wil nu echt heel graag dood"),
        ("ik .. dood", "ik wil . dood"),
        ("^ ik wil $", "nu ik wil"),
        ("niet !meer", "niet meer"),
        ("N pillen", "veel pillen"),
    ],
)
def test_the_notation_does_not_find(phrase: str, text: str) -> None:
    assert not found(phrase, text)


def test_a_gap_does_not_pass_over_the_words_it_should_not() -> None:
    assert not found("ik .. dood", "ik wil niet dood", no_gap="(?: niet)")


@pytest.mark.parametrize("phrase", ["ik (wil", "ik wil)", "(ik | )", "<nobody>", "ik ? wil", "", "(ik]"])
def test_a_slip_in_the_notation_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        reader_with_words_only().read(phrase)


@pytest.mark.parametrize(
    ("written", "key", "needs"),
    [
        ("ik wil zelfmoord*", "zelf", ["ik", "wil", "zelf"]),
        ("ik .. [echt] (rug | knie)", "knie rug", ["ik", "knie rug"]),
        ("buikpijn & wil ~ weg", "buik", ["buik", "wil"]),
        ("*pijn nu", "*pijn", ["*pijn", "nu"]),
        ("(* | dood)", "", []),
    ],
)
def test_a_phrase_is_looked_up_by_its_rarest_word_and_needs_them_all(
    written: str, key: str, needs: list[str]
) -> None:
    phrase = Reader({}).phrase(written)
    assert sorted(phrase.keys) == key.split()
    assert sorted(" ".join(sorted(keys)) for keys in phrase.needs) == needs


def test_a_word_is_looked_up_by_how_it_begins_and_ends() -> None:
    assert keys_of("rugpijn") >= {"", "r", "rugp", "*n", "*pijn"}


def reader_with_words_only() -> Reader:
    return Reader({}, Spelling({}, {"words": ""}).of_phrase)
