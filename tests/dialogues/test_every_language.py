"""What is understood in each language, from the lists in ``tests/languages/<language>``."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from dialogues.languages import LANGUAGES
from dialogues.listening.amounts import how_often, zero_to_ten
from dialogues.listening.hearing import hear, short_answer
from dialogues.listening.themes import heard_themes
from dialogues.moments.reading import read
from dialogues.naming import first_name, nobody_here, told_people, told_relation

SUNDAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[1] / "languages"

MEANT: dict[str, Callable[[str], str | None]] = {
    "how_often": how_often,
    "zero_to_ten": zero_to_ten,
    "relation": told_relation,
    "first_name": first_name,
    "nobody_here": lambda text: "yes" if nobody_here(text) else "",
    "near": lambda text: (told_people(text) or [])[0].near,
    "people": lambda text: str(len(told_people(text) or [])),
}


def rows(language: str, name: str) -> list[dict[str, str]]:
    with (FOLDER / language / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_are_understood(language: str) -> None:
    for row in rows(language, "moments"):
        found = read(row["text"], language, SUNDAY)
        said = (found.day, found.start, found.end, found.part) if found else ("", "", "", "")
        assert said == tuple(row[name] or "" for name in ("day", "start", "end", "part")), row["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_words_are_understood(language: str) -> None:
    for row in rows(language, "everyday"):
        assert (MEANT[row["what"]](row["text"]) or "") == (row["meant"] or ""), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_tellings_are_heard(language: str) -> None:
    for row in rows(language, "hearing"):
        assert (row["heard"] or "") in heard(row["text"], language), row


def heard(text: str, language: str) -> set[str]:
    flags = {name for name, is_so in asdict(hear(text, language)).items() if is_so and name != "long"}
    return flags | {short_answer(text, language)} - {""} | set(heard_themes(text, language)) or {""}
