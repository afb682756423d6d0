"""The everyday words of each language: complete, in lower case, and readable as patterns."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from dialogues import everyday
from dialogues.listening.amounts import zero_to_ten
from dialogues.naming import told_relation

LANGUAGES = tuple(everyday.tables())
DUTCH = (resources.files("dialogues.everyday") / "words" / "nl.toml").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_words_are_in_lower_case_and_patterns_can_be_read(language: str) -> None:
    tables = everyday.tables()[language]
    for section, names in everyday.PLAIN.items():
        assert [word for name in names for word in tables[section][name] if word != word.casefold()] == []
    for section, names in everyday.PATTERNS.items():
        assert all(re.compile(item) for name in names for item in tables[section][name])


@pytest.mark.parametrize("section", ["amounts", "in_short", "people", "relations", "near"])
def test_a_language_that_lacks_a_list_is_refused(section: str) -> None:
    broken = DUTCH.replace(f"[{section}]", f"[{section}]\nthings = []")
    with pytest.raises(ValueError, match="missing or unknown: things"):
        everyday.read("xx", broken)


def test_a_word_of_another_language_does_not_take_a_relation_away() -> None:
    assert told_relation("de zus") == "sibling"
    assert told_relation("de zus van Sanne") == ""


def test_a_number_may_be_typed_in_the_digits_of_any_script() -> None:
    assert [zero_to_ten(text) for text in ("٧", "۷", "१०")] == ["7", "7", "10"]
