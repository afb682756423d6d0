"""Phone numbers, addresses on the web and dates of checking stand in one table, and nowhere else."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot import catalogs
from bot.directory import helplines

ROOT = Path(__file__).parent.parent
NUMBER_OR_ADDRESS = re.compile(r"\d{3,}|\d[\d \-]{5,}\d|https?:|www\.|\b\w+\.(nl|be|org|com)\b", re.IGNORECASE)

STALE = (
    "030-205 90 59",
    "030-2059059",
    "030-164 0 164",
    "030-1640164",
    "0900-2020496",
    "0900-0767",
    "0900-0113",
    "0900-8020",
)
"""Numbers that were in use once, or never, and still go round (bot/directory/data/README.md)."""


@pytest.mark.parametrize("name", catalogs.names())
def test_no_catalog_holds_a_number_or_an_address(name: str) -> None:
    for message in catalogs.read(name):
        for text in catalogs._strings(message) if message.id else []:
            assert not NUMBER_OR_ADDRESS.search(text), text


def test_no_sentence_in_the_code_holds_a_number_or_an_address() -> None:
    for message in catalogs.extracted():
        for text in catalogs._ids(message) if message.id else []:
            assert not NUMBER_OR_ADDRESS.search(text), text


def text_files() -> list[Path]:
    folders = ("bot", "dialogues", "locales", "docs")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in found if path.suffix in {".py", ".po", ".pot", ".toml", ".md", ".csv", ".json"}]


def test_no_number_that_is_known_to_be_stale_stands_anywhere() -> None:
    for path in text_files():
        if path.name == "README.md" and path.parent.name == "data":
            continue
        digits = re.sub(r"[ \-]", "", path.read_text("utf-8"))
        assert not [each for each in STALE if re.sub(r"[ \-]", "", each) in digits], path


def test_a_number_is_shown_only_when_it_was_checked_in_the_year_before_the_table_was_reviewed() -> None:
    for line in helplines.helplines():
        if line.phones:
            assert line.confidence == "high"
            assert line.checked is not None
            assert helplines.reviewed() - line.checked <= timedelta(days=365)
