"""The words of every catalog stay easy to read, and a text that is not would be noticed."""

from __future__ import annotations

import pytest

from bot.catalogs import names
from bot.reading import MIN_EASE, measured, problems, readings, sentences, syllables


def test_every_catalog_reads_easily() -> None:
    assert list(problems()) == []


def test_every_language_is_measured_and_dutch_and_english_by_their_formula() -> None:
    found = {each.catalog: each for each in readings()}
    assert {name for name in names() if "@" not in name} <= set(found)
    assert found["nl"].ease is not None
    assert found["en"].ease is not None


@pytest.mark.parametrize(
    ("word", "count"),
    [("slaapt", 1), ("moeilijk", 2), ("ideeën", 3), ("zus", 1), ("boodschappen", 3), ("vraagverlegenheid", 5)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables([word]) == count


def test_the_language_of_forms_is_too_hard() -> None:
    form = (
        "Teneinde uw persoonlijke mantelzorgsituatie inzichtelijk te maken verzoeken wij u onderstaande "
        "vragenlijst volledig in te vullen"
    )
    found = measured("nl", [form.split()])
    assert found.ease is not None
    assert found.ease < MIN_EASE


def test_values_and_buttons_do_not_count_as_sentences() -> None:
    assert all("{" not in "".join(words) for words in sentences("nl"))
    assert min(map(len, sentences("nl"))) > 3
