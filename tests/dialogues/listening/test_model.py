"""The second ear: it is there for every language, it was made from the lines that are there, and it holds still."""

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.languages import LANGUAGES
from dialogues.listening import KINDS, detect, features, model, phrasebook
from dialogues.listening.normalise import normalise

TESTS = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("safety_training", TESTS / "safety_training.py")
training = importlib.util.module_from_spec(SPEC)
sys.modules["safety_training"] = training
SPEC.loader.exec_module(training)

WEAPONS = features.Senses({"weapon": "mes bijl pistool*", "family": "vader"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_phrases_senses_weights_and_labelled_lines(language: str) -> None:
    safety = TESTS / "languages" / language / "safety"
    assert language in phrasebook.languages()
    assert features.senses_of(language)
    assert len(model.ear_of(language).weights) > 1000
    assert {path.name for path in safety.glob("*.tsv")} >= {"development.tsv", "kept_apart.tsv", "more.tsv"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_weights_were_made_from_the_lines_and_the_code_that_are_there(language: str) -> None:
    assert model.ear_of(language).stamp == training.stamp(language), "the weights are stale: run make weights"


def test_every_language_has_the_same_senses() -> None:
    named = [features.tomllib.loads(features.read_senses(language)).keys() for language in LANGUAGES]
    assert all(names == named[0] for names in named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_apart_is_not_trained_on(language: str) -> None:
    assert not [path for path in training.files(language) if path.stem.startswith("kept_")]


def test_the_same_lines_give_the_same_weights_and_they_tell_danger() -> None:
    lines = [line for line in training.read("nl") if not line.gentle][::20]
    once = training.train("nl", lines)
    assert training.train("nl", lines) == once
    ear = model.Ear(features.senses_of("nl"), *once, 0, 0, "")
    right = [(ear.weigh(line.spelled).danger > 0) == (line.kind != "none") for line in lines]
    assert sum(right) / len(right) > 0.95


def test_like_lines_are_in_one_fold() -> None:
    texts = ["ik wil dood", "ik wil dood .", "het regent buiten", "wij eten soep"]
    lines = [training.Line("none", text, gentle=False, fresh=True, spelled=text) for text in texts]
    folds = training._folds(lines)
    assert folds[0] == folds[1]
    assert len(set(folds)) == 3


def test_a_word_stands_beside_its_sense() -> None:
    found = features.features([".", "vader", "heeft", "een", "pistooltje", "."], WEAPONS)
    assert {"vader", "<family>", "<weapon>", "<family> <weapon>", "een+pistooltje", "~_pis"} <= found
    assert "vader" not in features.features([".", "mes", "."], WEAPONS)


def test_pairs_stay_within_a_sentence() -> None:
    assert "mes vader" not in features.features([".", "mes", ".", "vader", "."], WEAPONS)
    assert "mes vader" in features.features([".", "mes", ",", "vader", "."], WEAPONS)


def test_weights_for_other_kinds_are_refused() -> None:
    with pytest.raises(ValueError, match="make weights"):
        model.read_weights("nl", '{"heads": ["danger"]}')


def test_a_long_text_is_weighed_in_parts_and_none_is_left_out() -> None:
    words = f" . {'a b c . ' * 10}{'d ' * 70}e . ".split()
    parts = list(model.windows(words))
    assert all(len(part) <= model.WINDOW + 2 for part in parts)
    assert set(words) == {word for part in parts for word in part}


def test_one_sentence_in_a_long_message_weighs_as_much_as_alone() -> None:
    ear, danger = model.ear_of("nl"), normalise("Ik wil niet meer leven.")
    around = normalise("Vandaag heb ik gekookt en daarna de was gedaan. " * 40)
    assert ear.weigh(around + danger + around).danger >= ear.weigh(danger).danger > ear.doubt


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", "?", "ja", "yes", "mama", "Jan", "xqzt wrfg", "hallo", "hello", "42", "👍", "你好"]
)
def test_a_word_that_says_nothing_is_not_danger(text: str, language: str) -> None:
    assert detect(text, language) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["My child", "Something else", "Het dichtst bij mij", "Ik weet niemand meer"])
def test_an_answer_to_our_own_questions_is_not_danger(text: str, language: str) -> None:
    assert detect(text, language) is None


def test_a_few_words_are_danger_if_the_phrases_say_so() -> None:
    assert detect("ik wil dood", "nl")


@given(st.text(max_size=200))
def test_weighing_is_the_same_each_time(text: str) -> None:
    ear = model.ear_of("nl")
    weighed = ear.weigh(normalise(text))
    assert weighed == ear.weigh(normalise(text))
    assert weighed.kinds.keys() == set(KINDS)
