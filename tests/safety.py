"""How well a crisis is heard: recall and false alarms on the labelled sets, per language, part and kind.

Run ``python -m tests.safety`` for the tables. The parts that are kept apart are only counted, never shown:
phrases that were written on its lines would make the figures worthless.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from dialogues.listening import KINDS, detect  # noqa: E402

SETS = ROOT / "tests" / "languages"
PAGE = ROOT / "docs" / "safety.md"
KEPT_APART = ("kept_apart", "kept_harder")
NONE, GENTLE = "none", "gentle"
TARGET_RECALL, TARGET_FALSE_ALARMS = 0.97, 0.03
"""What the part that is kept apart should reach (issue 3)."""


@dataclass(frozen=True)
class Line:
    """A labelled line: ``kind`` is what it should raise, or "none"; ``note`` says what sort it is of."""

    kind: str
    text: str
    note: str

    @property
    def may_ask(self) -> bool:
        """Tell whether a gentle question is fine although it is no crisis."""
        return self.kind != NONE or self.note == GENTLE


@dataclass
class Figures:
    """Counts per kind: lines, heard at all, heard as this kind, heard for sure; and alarms on ordinary lines."""

    lines: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    alarms: int = 0
    questions: int = 0

    @property
    def recall(self) -> float:
        """Return the share of crisis lines that raise any signal."""
        return share(sum(self.heard[kind] for kind in KINDS), sum(self.lines[kind] for kind in KINDS))

    @property
    def right_kind(self) -> float:
        """Return the share of crisis lines that raise a signal of their own kind."""
        return share(sum(self.right[kind] for kind in KINDS), sum(self.lines[kind] for kind in KINDS))

    @property
    def false_alarms(self) -> float:
        """Return the share of ordinary lines that are alarmed on, or asked about though they need no asking."""
        return share(self.alarms + self.questions, self.lines[NONE])


def languages() -> tuple[str, ...]:
    """Return the languages that have a labelled set."""
    return tuple(sorted(path.parent.parent.name for path in SETS.glob("*/safety/development.tsv")))


def kept_apart(language: str) -> tuple[str, ...]:
    """Return the parts of a language that are kept apart."""
    return tuple(part for part in KEPT_APART if (SETS / language / "safety" / f"{part}.tsv").exists())


def read(language: str, part: str) -> list[Line]:
    """Return the labelled lines of a part."""
    with (SETS / language / "safety" / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Line(row["kind"], row["text"], row["note"] or "") for row in rows]


def measure(language: str, lines: Iterable[Line]) -> Figures:
    """Count what is heard in the lines, as if the chat were set to ``language``."""
    figures = Figures()
    for line in lines:
        _count(figures, language, line)
    return figures


def missed(language: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that go wrong; meant for the development part only."""
    for line in lines:
        counted = measure(language, [line])
        if counted.alarms or counted.questions or counted.right[line.kind] < (line.kind != NONE):
            yield line


def share(part: int, whole: int) -> float:
    """Return a part of a whole, 0 for nothing of nothing."""
    return part / whole if whole else 0.0


def table(language: str, part: str) -> str:
    """Return the figures of one part as a small table."""
    figures = measure(language, read(language, part))
    rows = [f"{language} {part.replace('_', ' ')}", "kind           lines  heard  right kind  sure"]
    rows += [_row(figures, kind) for kind in KINDS]
    rows.append(f"recall {figures.recall:.3f} (target {TARGET_RECALL})  right kind {figures.right_kind:.3f}")
    ordinary = figures.lines[NONE]
    rows.append(
        f"false alarms {figures.false_alarms:.3f} (target {TARGET_FALSE_ALARMS})"
        f" ({figures.alarms} alarms and {figures.questions} questions on {ordinary} ordinary lines)"
    )
    return "\n".join(rows)


def _count(figures: Figures, language: str, line: Line) -> None:
    signal = detect(line.text, language)
    figures.lines[line.kind] += 1
    if signal is None:
        return
    figures.heard[line.kind] += 1
    figures.right[line.kind] += signal.kind == line.kind
    figures.sure[line.kind] += signal.sure
    if line.kind == NONE and (signal.sure or not line.may_ask):
        figures.alarms += signal.sure
        figures.questions += not signal.sure


def _row(figures: Figures, kind: str) -> str:
    lines = figures.lines[kind]
    shares = (share(counted[kind], lines) for counted in (figures.heard, figures.right, figures.sure))
    return f"{kind:<14} {lines:>5}  {next(shares):>5.2f}  {next(shares):>10.2f}  {next(shares):>4.2f}"


def written(page: str) -> str:
    """Return the page with the figures of the parts that are kept apart in it, as they are now."""
    tables = "\n\n".join(table(language, part) for language in languages() for part in kept_apart(language))
    before, begin, rest = page.partition("<!-- figures -->\n")
    _, end, after = rest.partition("<!-- end of figures -->")
    return f"{before}{begin}```text\n{tables}\n```\n{end}{after}"


def main() -> None:
    """Print the figures of every language and part; with --write, put them into the page as well."""
    for language in languages():
        for part in ("development", *kept_apart(language)):
            sys.stdout.write(table(language, part) + "\n\n")
    if "--write" in sys.argv:
        PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
