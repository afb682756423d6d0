import re

import pytest

from dialogues.listening.notation import Part, Reader
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


def test_the_rarest_word_of_a_phrase_is_its_key() -> None:
    assert Reader({}).read("ik wil zelfmoord*") == Part(
        " (?:, )?ik(?= ) (?:, )?wil(?= ) (?:, )?zelfmoord[^ .]*+(?= )", frozenset({"zelf"})
    )


def reader_with_words_only() -> Reader:
    return Reader({}, Spelling({}, {"words": ""}).of_phrase)
