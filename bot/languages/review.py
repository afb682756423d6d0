"""A bilingual sheet for a native speaker: every message beside its Dutch and English, with room for a better one.

The sheet is written as a page to read (HTML) and as a table to fill in (CSV, which every office program opens).
A row is known by ``id``: a digest of the English message, the register and the number of the plural form.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from html import escape
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from bot import catalogs
from bot.directory.sheet import Unreadable
from bot.languages.checks import DUTCH
from bot.words import SOURCE, locale
from dialogues.book import CHAPTERS
from dialogues.languages import YOUNG
from dialogues.screens import labels

REVIEWED = "Reviewed by a native speaker:"
NOBODY = "nobody yet"
ID_LETTERS = 10

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Vraagkracht: {name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 16px/1.5 sans-serif; margin: 1rem; color: #111; background: #fff }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ border: 1px solid #888; padding: .4rem; text-align: start; vertical-align: top; white-space: pre-wrap }}
th {{ background: #eee; position: sticky; top: 0 }}
</style></head>
<body><h1>Vraagkracht: {name}</h1>
<p>{state}</p>
<table><thead><tr>{head}</tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One message: where it is seen, how long it may be, and what it says in three languages."""

    id: str
    register: str
    where: str
    what: str
    longest: int
    dutch: str
    english: str
    translation: str
    correction: str = ""
    remark: str = ""


COLUMNS = tuple(field.name for field in fields(Row))


def rows(language: str) -> Iterator[Row]:
    """Give every message of a language, the polite ones first."""
    buttons = {label.msgid for label in labels()}
    for register in ("", YOUNG):
        for message in catalogs.read(_name(language, register)):
            if message.id:
                yield from _rows(message, register, buttons)


def _rows(message: Message, register: str, buttons: set[str]) -> Iterator[Row]:
    english, said = catalogs.forms(message)
    button = english[0] in buttons
    what = "button" if button else "message"
    for number, text in enumerate(said):
        yield Row(
            id=row_id(english[0], register, number),
            register=register or "polite",
            where=", ".join(sorted({_screen(path) for path, _line in message.locations})),
            what=what if len(said) == 1 else f"{what}, form {number + 1} of {len(said)}",
            longest=catalogs.MAX_BUTTON if button else catalogs.MAX_MESSAGE,
            dutch=_dutch(message, register, number),
            english=english[min(number, len(english) - 1)],
            translation=text,
        )


def row_id(english: str, register: str, number: int) -> str:
    """Give the name of a row: the same as long as the English message is the same."""
    return hashlib.sha256(f"{english}\0{register}\0{number}".encode()).hexdigest()[:ID_LETTERS]


def _dutch(message: Message, register: str, number: int) -> str:
    for name in (_name(DUTCH, register), DUTCH):
        if (found := catalogs.read_once(name).get(message.id)) and any(said := catalogs.forms(found)[1]):
            return said[min(number, len(said) - 1)]
    return ""


def _screen(path: str) -> str:
    """Name the part of the talk in which a message is seen, as its heading says it, or else the module."""
    part = Path(path).stem
    titles = {chapter.name: chapter.title.msgid for chapter in CHAPTERS if hasattr(chapter.title, "msgid")}
    return titles.get(part, path.removesuffix(".py").removeprefix("dialogues/").replace("_", " "))


def _name(language: str, register: str) -> str:
    return f"{language}@{register}" if register else language


def write(language: str, folder: Path) -> tuple[Path, Path]:
    """Write the sheet of a language into a folder, as CSV and as HTML; existing ones are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    table, page = (folder / f"vraagkracht-{language}.{kind}" for kind in ("csv", "html"))
    found = list(rows(language))
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(asdict(row) for row in found)
    page.write_text(_page(language, found), encoding="utf-8")
    return table, page


def _page(language: str, found: Iterable[Row]) -> str:
    shown = [name for name in COLUMNS if name not in {"id", "correction", "remark"}]
    return PAGE.format(
        name=escape(str(locale(language).english_name)),
        state=escape(f"{REVIEWED} {reviewed_by(language)}."),
        head="".join(f"<th>{name}</th>" for name in shown),
        rows="\n".join(f"<tr>{_cells(language, row, shown)}</tr>" for row in found),
    )


def _cells(language: str, row: Row, shown: Iterable[str]) -> str:
    said_in = {"dutch": DUTCH, "english": SOURCE, "translation": language}
    values = {name: escape(str(getattr(row, name))) for name in shown}
    return "".join(
        f'<td lang="{said_in[name]}" dir="{locale(said_in[name]).text_direction}">{value}</td>'
        if name in said_in
        else f"<td>{value}</td>"
        for name, value in values.items()
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over from a sheet, and the lines that could not be."""

    corrected: int
    refused: tuple[str, ...]


def take(language: str, table: Path, reviewer: str, today: date) -> Taken:
    """Take the corrections of a filled-in sheet over; a reviewer is noted in the header when one is named.

    Raises Unreadable when the file is no such sheet.
    """
    wanted = corrections(table)
    done, refused = 0, list[str]()
    for register in ("", YOUNG):
        translations = catalogs.read(_name(language, register))
        done += _correct(translations, register, wanted, refused)
        if reviewer:
            translations.header_comment = _reviewed(translations.header_comment, f"{reviewer}, {today.isoformat()}")
        catalogs.write(_name(language, register), translations)
    refused += [f"{each}: no such message: it was changed since the sheet was made" for each in wanted]
    return Taken(done, tuple(refused))


def corrections(table: Path) -> dict[str, str]:
    """Read which rows of a sheet were corrected, and how."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        sample = file.readline()
        file.seek(0)
        found = csv.DictReader(file, delimiter=";" if sample.count(";") > sample.count(",") else ",")
        if missing := {"id", "correction"} - set(found.fieldnames or ()):
            raise Unreadable(f"{table.name}: there is no column {', '.join(sorted(missing))}.")
        return {row["id"]: row["correction"].strip() for row in found if (row["correction"] or "").strip()}


def _correct(translations: Catalog, register: str, wanted: dict[str, str], refused: list[str]) -> int:
    """Correct the messages of one catalog; what was found is taken out of ``wanted``."""
    done, buttons = 0, {label.msgid for label in labels()}
    for message in translations:
        english, said = catalogs.forms(message)
        for number in range(len(said)) if message.id else ():
            if better := wanted.pop(row_id(english[0], register, number), ""):
                if wrong := catalogs.wrong_text(better, english[0], button=english[0] in buttons):
                    refused.append(f"{better[:60]}: {wrong}")
                    continue
                said[number] = better
                message.string = tuple(said) if len(english) > 1 else better
                done += 1
    return done


def reviewed_by(language: str) -> str:
    """Tell who reviewed a catalog, from its header: "nobody yet" or a name and a date."""
    header = catalogs.read_once(language).header_comment
    line = next((line for line in header.splitlines() if REVIEWED in line), "")
    return line.partition(REVIEWED)[2].strip(" .") or NOBODY


def _reviewed(header: str, who: str) -> str:
    return "\n".join(
        f"{line.partition(REVIEWED)[0]}{REVIEWED} {who}." if REVIEWED in line else line
        for line in header.splitlines()
    )


def coverage() -> Mapping[str, tuple[int, int, str]]:
    """Give for each language how many messages are said politely, how many to young people, and who reviewed them."""
    return {
        language: (_said(language), _said(f"{language}@{YOUNG}"), reviewed_by(language))
        for language in (name for name in catalogs.names() if YOUNG not in name)
    }


def _said(name: str) -> int:
    return sum(bool(message.id and all(catalogs.forms(message)[1])) for message in catalogs.read_once(name))
