"""The report for a support centre: one month in bands of ten, as a page to print and as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from babel.dates import format_date

from bot.directory.services import Directory
from bot.directory.steunpunten import Steunpunt
from bot.suppression import BAND, Band, band, published
from bot.words import Speaker, bare, on_page
from dialogues.areas import AREAS
from dialogues.book import CHAPTERS
from dialogues.chapters.young import YOUNG
from dialogues.languages import LANGUAGES
from dialogues.tasks import TASKS
from dialogues.words import Typed, Words, _

Tallies = Mapping[tuple[str, str], int]

SCALE = 49
"""As far as a chart reaches at least, so that a few look like a few."""

SIDE_WAYS = frozenset({"rest", "paused", "crisis", "hidden"})
"""Chapters that are no part of the road; whoever was in danger is not counted in a report."""

YOUNG_PARTS = frozenset(each.name for each in YOUNG)
"""Parts of the talk with young people; two have the name of one of the others."""


class TooEarly(Exception):  # noqa: N818  told to the operator
    """The month is not over yet."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report: None when its numbers would tell too much."""

    title: Words
    rows: dict[str, Band] | None
    names: dict[str, Words]


PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>
@page {{ size: A4; margin: 18mm }}
body {{ font: 12pt/1.45 sans-serif; max-width: 180mm; margin: 0 auto; padding: 1rem; color: #222; background: #fff }}
h1 {{ font-size: 19pt }} h2 {{ font-size: 13.5pt; margin: 1.4em 0 .3em; break-after: avoid }}
table {{ border-collapse: collapse; width: 100%; break-inside: avoid }}
td {{ padding: .2em .4em; vertical-align: middle }} td.n {{ white-space: nowrap; text-align: end; width: 5.5em }}
td.b {{ width: 40% }} svg {{ display: block; width: 100%; height: 1em }}
</style></head><body><h1>{title}</h1><p>{about}</p>
{tables}
</body></html>
"""


def month_of(written: str, today: date) -> str:
    """Read a month such as 2026-10; raises TooEarly for one that is not over, ValueError for no month."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", written):
        raise ValueError("A month is written as 2026-10.")
    if written >= f"{today:%Y-%m}":
        raise TooEarly(f"{written} is not over: its report can be made from the first day after it.")
    return written


def tables(tallies: Tallies, directory: Directory) -> Iterator[Table]:
    """Give the tables of a month, each already safe to publish."""
    agreed = tallies.get(("agreed", ""), 0)
    yield Table(
        _("How many"),
        {"started": band(tallies.get(("started", ""), 0)), "agreed": band(agreed)},
        {"started": _("Began"), "agreed": _("Agreed to keeping")},
    )
    road = {each.name: each.title for each in CHAPTERS if not each.aside and each.name not in SIDE_WAYS}
    of_the_young = {name: title for name, title in road.items() if name in YOUNG_PARTS}
    others = {name: title for name, title in road.items() if name not in YOUNG_PARTS}
    yield _table(tallies, "chapter", _("Came to this part"), others)
    yield _table(tallies, "chapter", _("Young people came to this part"), of_the_young)
    languages: dict[str, Words] = {code: Typed(name) for code, name in LANGUAGES.items()}
    yield _table(tallies, "language", _("Language"), languages, agreed)
    registers = {"adult": _("Adult"), "young": _("Young")}
    yield _table(
        tallies, "register", _("Tone"), registers, sum(tallies.get(("register", each), 0) for each in registers)
    )
    yield _table(tallies, "weighs", _("What weighs most"), AREAS)
    yield _table(tallies, "open", _("Wishes for which there is nobody"), {each.code: each.label for each in TASKS})
    known: dict[str, Words] = {each.id: Typed(each.name) for each in directory.services.values()}
    for what, title in SAID:
        yield _table(tallies, what, title, known)
    yield _table(tallies, "ask", _("Asks"), {"made": _("Made ready")})
    yield _table(tallies, "came", _("What came of them"), CAME)


ABOUT: Words = _(
    "These are counts, and nobody's answers. A number under ten is shown as <{band}. A larger one is shown as "
    "the ten in which it lies. So nobody can be found in it.",
    band=str(BAND),
)
SAID: tuple[tuple[str, Words], ...] = (
    ("pointed", _("Pointed to")),
    ("helped", _("“This helped”")),
    ("wrong", _("“The number is wrong”")),
)
CAME: dict[str, Words] = {
    "asked": _("Asked"),
    "agreed": _("They said yes"),
    "refused": _("They said no"),
    "dropped": _("Rather not asked"),
}


def _table(tallies: Tallies, what: str, title: Words, names: Mapping[str, Words], whole: int | None = None) -> Table:
    parts = {value: tallies.get((what, value), 0) for value in names}
    return Table(title, published(parts, whole), dict(names))


def page(steunpunt: Steunpunt, month: str, tallies: Tallies, directory: Directory, speaker: Speaker) -> str:
    """Lay out the report as a page in somebody's language."""
    first = date.fromisoformat(f"{month}-01")
    when = format_date(first, "MMMM yyyy", locale=speaker.locale)
    title = _("{name}: {month}", name=Typed(steunpunt.name), month=when)
    return PAGE.format(
        language=speaker.language,
        direction="rtl" if speaker.right_to_left else "ltr",
        title=_said(speaker, title),
        about=_said(speaker, ABOUT),
        tables=charts(tallies, directory, speaker),
    )


def charts(tallies: Tallies, directory: Directory, speaker: Speaker) -> str:
    """Draw the tables as HTML, to stand in a page."""
    return "\n".join(_drawn(each, speaker) for each in tables(tallies, directory) if each.names)


def as_csv(steunpunt: Steunpunt, month: str, tallies: Tallies, directory: Directory, speaker: Speaker) -> str:
    """Give the same as CSV."""
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    writer.writerow(["steunpunt", "month", "what", "value", "number"])
    for table in tables(tallies, directory):
        for value, number in (table.rows or {}).items():
            name = bare(speaker.say(table.names[value]))
            writer.writerow([steunpunt.code, month, bare(speaker.say(table.title)), name, str(number)])
    return told.getvalue()


def _drawn(table: Table, speaker: Speaker) -> str:
    """Draw a bar for each number; what is under ten stands together below them, without one."""
    heading = f"<h2>{_said(speaker, table.title)}</h2>"
    if table.rows is None:
        return f"{heading}<p>{_said(speaker, _('Too few to show.'))}</p>"
    most = max(SCALE, *(each.high for each in table.rows.values()))
    drawn = {_said(speaker, table.names[value]): each for value, each in table.rows.items()}
    rows = "".join(_row(name, each, most) for name, each in drawn.items() if each.low)
    few = " \N{MIDDLE DOT} ".join(name for name, each in drawn.items() if not each.low)
    return f"{heading}{rows and f'<table>{rows}</table>'}{few and f'<p>&lt;{BAND}: {few}</p>'}"


def _row(name: str, number: Band, most: int) -> str:
    """Draw a bar: dark up to what is sure, pale up to what may be."""
    bars = "".join(
        f'<rect width="{100 * reach / most:.1f}" height="10" fill="{fill}"/>'
        for reach, fill in ((number.high, "#E8CDB5"), (number.low, "#B4653F"))
    )
    chart = f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>'
    return f'<tr><td>{name}</td><td class="n">{escape(str(number))}</td><td class="b">{chart}</td></tr>'


def _said(speaker: Speaker, words: Words) -> str:
    return on_page(speaker, words)
