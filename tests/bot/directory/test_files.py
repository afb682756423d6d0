"""Services go out to a file and come back the same; what is broken is refused by row, and nothing is taken over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from bot.cli import app
from bot.directory import files
from bot.directory.hsds import Service
from bot.directory.sheet import COLUMNS, Unreadable

GOOD = {
    "Soort hulp": "peers, buddy",
    "Gemeente": "Almere, GM0995",
    "Naam organisatie": "Het Voorbeeld",
    "Dienst": "Koffie voor wie zorgt",
    "Doelgroep": "Mensen die voor iemand zorgen",
    "Openingstijden": "ma-do 09:00-17:00; vr 9.00-12.30",
    "Aanmeldprocedure": "Bel en vraag naar de koffietafel.",
    "Telefoon": "+31 36 000 00 00 / 14 036",
    "Kosten": "Gratis",
    "Talen": "nl, tr",
    "Nagekeken op": "2026-11-01",
    "Nagekeken door": "voorbeeld@example.org",
    "Vanaf leeftijd": "18",
}


def saved(folder: Path, *rows: dict[str, str], name: str = "kaart.csv") -> Path:
    file = folder / name
    lines = [";".join(COLUMNS), *(";".join(row.get(each, "") for each in COLUMNS) for row in rows)]
    file.write_text("\n".join(lines).replace("; vr", "/ vr"), encoding="utf-8")
    return file


def one(folder: Path, **changed: str) -> files.Reading:
    row = {**GOOD, "Openingstijden": "ma-do 09:00-17:00", **changed}
    return files.read(saved(folder, row))


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json"])
def test_what_goes_out_comes_back_the_same(tmp_path: Path, ending: str) -> None:
    other = one(tmp_path, Dienst="=1+1", **{"Let op": "-niet op maandag"})
    known = [*one(tmp_path).services, *other.services]
    files.write(tmp_path / f"uit{ending}", known)
    back = files.read(tmp_path / f"uit{ending}")
    assert back.refused == ()
    assert list(back.services) == known


def test_a_row_becomes_a_service_with_all_that_stands_in_it(tmp_path: Path) -> None:
    service = one(tmp_path).services[0]
    assert service.kinds == {"peers", "buddy"}
    assert service.extents == {"GM0034", "GM0995"}
    assert [each.number for each in service.phones] == ["+31 36 000 00 00", "14 036"]
    assert service.schedules[0].byday == "MO,TU,WE,TH"
    assert service.minimum_age == 18


def test_the_same_row_again_replaces_itself(tmp_path: Path) -> None:
    assert one(tmp_path).services[0].id == one(tmp_path, Kosten="5 euro").services[0].id


def test_a_sheet_that_a_spreadsheet_made_is_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(GOOD))
    sheet.append(list(GOOD.values()))
    book.save(tmp_path / "kaart.xlsx")
    (service,) = files.read(tmp_path / "kaart.xlsx").services
    assert len(service.schedules) == 2
    assert str(service.schedules[1].opens_at) == "09:00:00"


def test_nothing_in_our_sheet_runs_in_a_spreadsheet(tmp_path: Path) -> None:
    files.write(tmp_path / "uit.xlsx", list(one(tmp_path, Dienst="=1+1").services))
    cells = [cell for row in load_workbook(tmp_path / "uit.xlsx").worksheets[0].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


BROKEN: list[tuple[dict[str, str], str]] = [
    ({"Soort hulp": ""}, "no kind"),
    ({"Soort hulp": "gezelligheid"}, "no kind gezelligheid"),
    ({"Gemeente": ""}, "service_areas"),
    ({"Gemeente": "Lutjebroekerdam"}, "there is no Lutjebroekerdam"),
    ({"Gemeente": "Hengelo"}, "may be"),
    ({"Gemeente": "GM9999"}, "no municipality GM9999"),
    ({"Naam organisatie": ""}, "organization.name"),
    ({"Dienst": "x"}, "name"),
    ({"Dienst": "x" * 121}, "name"),
    ({"Telefoon": "bel ons"}, "phone number"),
    ({"Telefoon": "036-ABC"}, "phone number"),
    ({"Telefoon": "", "Website": ""}, "nobody can reach it"),
    ({"Website": "www.example.org"}, "http"),
    ({"Website": "javascript:alert(1)"}, "http"),
    ({"Openingstijden": "elke dag"}, "Openingstijden"),
    ({"Openingstijden": "ma-zz 09:00-17:00"}, "the days are"),
    ({"Openingstijden": "vr-ma 09:00-17:00"}, "runs backwards"),
    ({"Openingstijden": "ma 17:00-09:00"}, "closes before it opens"),
    ({"Openingstijden": "ma 25:00-26:00"}, "opens_at"),
    ({"Talen": "Turks"}, "languages"),
    ({"Vanaf leeftijd": "achttien"}, "minimum_age"),
    ({"Vanaf leeftijd": "-1"}, "minimum_age"),
    ({"Vanaf leeftijd": "30", "Tot en met leeftijd": "20"}, "above the maximum"),
    ({"Tot en met leeftijd": "500"}, "maximum_age"),
    ({"Nagekeken op": "gisteren"}, "Nagekeken op"),
    ({"Nagekeken op": "31-02-2026"}, "Nagekeken op"),
    ({"Nagekeken op": "2099-01-01"}, "in the future"),
    ({"Omschrijving": "x" * 601}, "description"),
    ({"id": "HET VOORBEELD"}, "id"),
    ({"Kosten": "x" * 601}, "fees_description"),
]


@pytest.mark.parametrize(("changed", "why"), BROKEN)
def test_a_broken_row_is_refused_with_its_number_and_the_reason(
    tmp_path: Path, changed: dict[str, str], why: str
) -> None:
    row = {**GOOD, "Openingstijden": "ma-do 09:00-17:00"}
    reading = files.read(saved(tmp_path, row, {**row, "Dienst": "Nog iets", **changed}))
    assert [each.row for each in reading.refused] == [3]
    assert why in reading.refused[0].reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"Naam;Adres\nx;y\n"),
        ("a.csv", b"\xff\xfe\x00"),
        ("a.csv", b""),
        ("a.xlsx", b"PK no zip"),
        ("a.json", b"{"),
        ("a.json", b'"text"'),
        ("a.txt", b"x"),
    ],
)
def test_a_file_that_is_no_directory_is_refused_as_a_whole(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable):
        files.read(tmp_path / name)


def test_json_of_which_one_entry_is_broken_says_which(tmp_path: Path) -> None:
    good = one(tmp_path).services[0].model_dump(mode="json")
    (tmp_path / "a.json").write_text(json.dumps([good, {"name": "?"}, 7, good]), encoding="utf-8")
    assert [each.row for each in files.read(tmp_path / "a.json").refused] == [2, 3, 4]


def test_the_shipped_examples_are_right_and_each_says_that_it_is_invented() -> None:
    reading = files.read(Path(__file__).parents[3] / "docs" / "voorbeeld_sociale_kaart.csv")
    assert reading.refused == ()
    assert len(reading.services) >= 6
    assert all(each.is_demo and "Voorbeeld" in each.organization.name for each in reading.services)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]  # noqa: ANN201
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'kaart.db'}")
    return lambda *words: CliRunner().invoke(app, [str(each) for each in words])


def exported(folder: Path, command) -> list[Service]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    command("directory", "export", folder / "uit.json")
    return list(files.read(folder / "uit.json").services)


def test_nothing_is_half_imported_and_a_trial_takes_nothing_over(tmp_path: Path, command) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    row = {**GOOD, "Openingstijden": "ma-do 09:00-17:00"}
    mixed = saved(tmp_path, row, {**row, "Dienst": "x"}, name="mixed.csv")
    assert command("directory", "import", mixed, "--write").exit_code == 1
    assert exported(tmp_path, command) == []
    good = saved(tmp_path, row)
    assert "with --write" in command("directory", "import", good).output
    assert exported(tmp_path, command) == []
    assert command("directory", "import", good, "--write").exit_code == 0
    assert len(exported(tmp_path, command)) == 1


def test_invented_examples_never_stand_among_real_entries(tmp_path: Path, command) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    row = {**GOOD, "Openingstijden": "ma-do 09:00-17:00"}
    command("directory", "import", saved(tmp_path, row), "--write")
    demo = saved(tmp_path, {**row, "Dienst": "Verzonnen", "Verzonnen voorbeeld": "ja"}, name="demo.csv")
    assert command("directory", "import", demo, "--write").exit_code != 0
    assert not exported(tmp_path, command)[0].is_demo
    assert command("directory", "import", demo, "--write", "--replace").exit_code == 0
    assert [each.is_demo for each in exported(tmp_path, command)] == [True]


def test_the_check_tells_what_is_old_and_what_cannot_be_called(tmp_path: Path, command) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    row = {**GOOD, "Openingstijden": "ma-do 09:00-17:00", "Telefoon": "036 12", "Nagekeken op": "2024-01-01"}
    command("directory", "import", saved(tmp_path, row), "--write")
    told = command("directory", "check")
    assert told.exit_code == 1
    assert "no longer shown as certain" in told.output
    assert "No entry is of the kind respite_home." in told.output
    assert "municipalities have no steunpunt" in told.output
