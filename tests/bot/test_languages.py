"""The checks of a language see what is wrong; the review sheet goes out and comes back."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from typer.testing import CliRunner

from bot import catalogs
from bot.cli import app
from bot.languages import checklist, checks, review
from bot.languages.glossary import glossary, read
from dialogues.languages import LANGUAGES

ARABIC = read("ar", 'scripts = ["Arabic"]\n[terms]\n"support centre" = ["steunpunt"]\n[never]\n"عبء" = "guilt"\n')


def test_the_words_of_the_project_are_right() -> None:
    assert list(checks.problems()) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_language_lacks_anything(code: str) -> None:
    assert list(checklist.missing(code)) == []


def test_a_language_that_lacks_everything_is_told_so() -> None:
    found = list(checklist.missing("xx"))
    assert len(found) == len(checklist.FILES) + 3


@pytest.mark.parametrize(
    ("english", "said", "wrong"),
    [
        ("The support centre is open", "المركز مفتوح", "is called steunpunt"),
        ("Hello", "hallo يا صديقي", "in Latin letters"),
        ("Hello", "нет", "in Cyrillic letters"),
        ("You are no burden", "لا عبء هنا", "is not said"),
        ("Call", "Bel السلام", "a line begins with"),
        ("Call", "🙂 السلام", "a line begins with"),
        ("Call", "السلام\u200f", "direction mark"),
        ("Where do you live now", "Where do you live now", "left in English"),
        ("Where do you live now", "Waar woont u nu", "left in Dutch"),
    ],
)
def test_the_check_sees(english: str, said: str, wrong: str) -> None:
    assert any(wrong in each for each in found(english, said))


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Call {who} or type /help", "يمكن كتابة /help أو الاتصال بـ {who}"),
        ("The support centre helps", "مركز steunpunt يساعد"),
        ("Kindertelefoon is there", "خط Kindertelefoon موجود"),
        ("{day}, in the morning", "{day} صباحا"),
        ("P", "P"),
    ],
)
def test_the_check_lets_through(english: str, said: str) -> None:
    assert found(english, said) == []


def found(english: str, said: str) -> list[str]:
    catalog = Catalog(locale="ar")
    return list(checks._wrong(ARABIC, english, "Waar woont u nu", catalog.add(english, said)))


def test_plural_forms_are_counted() -> None:
    catalog = Catalog(locale="ar")
    message = catalog.add(("{number} day", "{number} days"), ("يوم", "أيام"))
    assert list(checks._wrong(ARABIC, "{number} day", "", message)) == ["2 plural forms, and the language has 6"]


def test_a_glossary_with_an_unknown_section_is_refused() -> None:
    with pytest.raises(ValueError, match="glossary of xx: unknown: things"):
        read("xx", 'scripts = ["Latin"]\nthings = 1')
    with pytest.raises(ValueError, match="scripts are missing"):
        read("xx", "[terms]")


def test_words_for_young_people_are_told_from_those_for_adults() -> None:
    dutch = glossary("nl").not_for_young_people
    assert dutch.search("Wat wilt u?")
    assert not dutch.search("Wat wil je uur na uur?")


def po_in(folder: Path) -> Callable[[str], Path]:
    return lambda name: folder / "locales" / name / "LC_MESSAGES" / "vraagkracht.po"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogs, so that a correction does not land in the project."""
    shutil.copytree(catalogs.LOCALES, tmp_path / "locales")
    monkeypatch.setattr(catalogs, "catalog_path", po_in(tmp_path))
    return tmp_path


def filled_in(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def corrected(folder: Path, wanted: dict[str, str]) -> Path:
    table, _page = review.write("nl", folder)
    rows = filled_in(table)
    for row in rows:
        row["correction"] = wanted.get(row["english"], "") if row["register"] == "polite" else ""
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, review.COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return table


def test_a_sheet_goes_out_and_its_corrections_come_back(copied: Path) -> None:
    table = corrected(copied, {"Talk to someone": "Met iemand praten", "Hi {helper},": "Dag {naam},"})
    taken = review.take("nl", table, "A. Lezer", date(2026, 11, 22))
    assert taken.corrected == 1
    assert taken.refused == ("Dag {naam},: other placeholders than the msgid",)
    assert catalogs.read("nl").get("Talk to someone").string == "Met iemand praten"
    assert "Reviewed by a native speaker: A. Lezer, 2026-11-22." in catalogs.read("nl").header_comment


def test_a_correction_of_a_message_that_is_gone_is_told(copied: Path) -> None:
    table = copied / "sheet.csv"
    table.write_text("id;correction\n0123456789;Beter zo\n", encoding="utf-8")
    assert "no such message" in review.take("nl", table, "", date(2026, 11, 22)).refused[0]


def test_the_sheet_shows_where_a_message_is_seen_and_how_long_it_may_be(tmp_path: Path) -> None:
    table, page = review.write("nl", tmp_path)
    row = next(row for row in filled_in(table) if row["english"] == "Talk to someone")
    assert (row["what"], row["longest"], row["dutch"]) == ("button", "26", "Iemand spreken")
    assert '<td lang="nl" dir="ltr">Iemand spreken</td>' in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("new", "qqq"), "no language that Babel knows"),
        (("new", "nl"), "is there already"),
        (("review", "qqq"), "There is no language qqq"),
        (("review", "nl", "--take", "nothing.csv"), "is no file"),
    ],
)
def test_a_command_that_cannot_be_done_says_why(command: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(app, ["language", *command])
    assert result.exit_code != 0
    assert said in str(result.exception)


def test_a_new_language_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dialogues").mkdir()
    (tmp_path / "dialogues/languages.py").write_text('LANGUAGES = {\n    "nl": "Nederlands",\n}\n', encoding="utf-8")
    shutil.copytree(catalogs.LOCALES / "en", tmp_path / "locales/en")
    for module in (checklist, catalogs):
        monkeypatch.setattr(module, "LOCALES", tmp_path / "locales")
    monkeypatch.setattr(checklist, "ROOT", tmp_path)
    monkeypatch.setattr(catalogs, "catalog_path", po_in(tmp_path))
    written = checklist.begin("ti", "ትግርኛ")
    assert '"ti": "ትግርኛ",' in written[0].read_text("utf-8")
    assert all(path.is_file() for path in written)
    assert "nobody yet" in written[2].read_text("utf-8")
