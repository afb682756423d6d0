"""Files of services: CSV, XLSX and HSDS JSON, read whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from bot.directory.hsds import Service
from bot.directory.sheet import COLUMNS, Reading, Unreadable, collect, read_rows, row_of

FIRST_ROW = 2
"""The row below the names of the columns, as a sheet counts."""

MOST_BYTES = 20_000_000
GUARDED = ("=", "+", "-", "@", "\t")
"""With what a cell begins that a spreadsheet would run; our own files keep it as text."""


def read(file: Path) -> Reading:
    """Read a file by its ending; raises Unreadable."""
    if file.stat().st_size > MOST_BYTES:
        raise Unreadable("The file is larger than 20 MB.")
    readers = {".csv": _read_csv, ".xlsx": _read_xlsx, ".json": _read_json}
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise Unreadable("The file must be .csv, .xlsx or .json (HSDS).")
    return reader(file.read_bytes())


def write(file: Path, services: list[Service]) -> None:
    """Write services to a file, by its ending; raises Unreadable for another ending."""
    writers = {".csv": _as_csv, ".xlsx": _as_xlsx, ".json": _as_json}
    writer = writers.get(file.suffix.lower())
    if writer is None:
        raise Unreadable("The file must be .csv, .xlsx or .json (HSDS).")
    file.write_bytes(writer(services))


def _read_csv(content: bytes) -> Reading:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("The CSV must be saved as UTF-8.") from error
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(number, row) for number, row in enumerate(reader, FIRST_ROW)]
    except csv.Error as error:
        raise Unreadable(f"The CSV can't be read near line {reader.line_num}: {error}.") from error
    kept = [(number, {name: _unguarded(value) for name, value in row.items() if name}) for number, row in rows]
    return read_rows(reader.fieldnames or [], kept)


def _read_xlsx(content: bytes) -> Reading:
    from openpyxl import load_workbook  # noqa: PLC0415  each start would wait for it, and few read a sheet
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unreadable("This is no XLSX file.") from error
    rows = list(book.worksheets[0].iter_rows(values_only=True)) if book.worksheets else []
    header = [str(cell or "").strip() for cell in rows[0]] if rows else []
    told = [(at, dict(zip(header, map(_unguarded, row), strict=False))) for at, row in enumerate(rows[1:], FIRST_ROW)]
    return read_rows(header, told)


def _read_json(content: bytes) -> Reading:
    try:
        told = json.loads(content)
    except ValueError as error:
        raise Unreadable(f"The JSON can't be read: {error}.") from error
    entries = told.get("contents", [told]) if isinstance(told, dict) else told
    if not isinstance(entries, list):
        raise Unreadable("The JSON must be a service, a list of services, or a page of them.")
    return collect(enumerate(entries, 1))


def _as_csv(services: list[Service]) -> bytes:
    told = io.StringIO(newline="")
    writer = csv.DictWriter(told, COLUMNS)
    writer.writeheader()
    writer.writerows({name: _guarded(value) for name, value in row_of(each).items()} for each in services)
    return told.getvalue().encode("utf-8-sig")


def _as_xlsx(services: list[Service]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415  as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sociale kaart")
    sheet.append(list(COLUMNS))
    for each in services:
        sheet.append([_guarded(value) for value in row_of(each).values()])
    told = io.BytesIO()
    book.save(told)
    return told.getvalue()


def _as_json(services: list[Service]) -> bytes:
    entries = [each.model_dump(mode="json", exclude_none=True) for each in services]
    return json.dumps(entries, ensure_ascii=False, indent=2).encode()


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(GUARDED) else value


def _unguarded(value: object) -> object:
    """Take away the mark that our own export puts before what a spreadsheet would run."""
    if isinstance(value, str) and value.startswith("'") and value[1:].startswith(GUARDED):
        return value[1:]
    return value
