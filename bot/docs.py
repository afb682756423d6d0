"""Documentation that is made from the code, so that it cannot go stale: diagrams, the README's talk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.languages.review import coverage
from dialogues.book import CHAPTERS, ROAD
from dialogues.languages import LANGUAGES
from dialogues.machine import Edge
from dialogues.script import Chapter
from dialogues.sources import DOCUMENTS, rows, years
from dialogues.words import Text

ROOT = Path(__file__).parent.parent
DIAGRAMS = ROOT / "docs" / "dialogue.md"
SOURCES = ROOT / "docs" / "sources.md"
README = ROOT / "README.md"
EXAMPLE = ROOT / "tests" / "transcripts" / "en" / "readme.txt"
BLOCK = re.compile(r"(<!-- talk -->\n).*?(<!-- end of talk -->)", re.DOTALL)
LANGUAGE_BLOCK = re.compile(r"(<!-- languages -->\n).*?(<!-- end of languages -->)", re.DOTALL)

HEADING = """# The talk, drawn

Made from the state machine by `make docs`; `make check` fails when it is stale. A box is a question, an
arrow an answer that leads on. Under every question also stand Back, Skip, Menu and Talk to someone;
words of danger, commands and agreed moments can come between anywhere, and lead back.
"""


WHENCE = """# Where it comes from

Made from the declarations in the code by `make docs`; `make check` fails when it is stale. Facts and signals
come from the documents below, with their lines; every sentence is our own. Figures are named with their year.

| document | title | year |
|---|---|---|
"""


def made() -> dict[Path, str]:
    """Give every generated file with its text."""
    return {DIAGRAMS: diagrams(), SOURCES: sources(), README: readme()}


def stale() -> list[Path]:
    """Give the generated files that are not as the code says."""
    return [path for path, text in made().items() if not path.exists() or path.read_text("utf-8") != text]


def write() -> None:
    """Write every generated file."""
    for path, text in made().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def diagrams() -> str:
    """Draw each chapter as a Mermaid state diagram."""
    return "\n".join([HEADING, *(drawn(chapter) for chapter in CHAPTERS)])


def drawn(chapter: Chapter) -> str:
    """Draw one chapter: its questions, and where their answers lead."""
    title = chapter.title.msgid if isinstance(chapter.title, Text) else chapter.name
    inside = [edge for edge in ROAD.edges if edge.source.startswith(f"{chapter.name}.")]
    arrows = sorted(set(_arrows(inside)), key=lambda arrow: arrow)
    body = "\n".join(f"    {arrow}" for arrow in arrows)
    return f"## {chapter.name}: {title}\n\n```mermaid\nstateDiagram-v2\n{body}\n```\n"


def _arrows(edges: list[Edge]) -> Iterator[str]:
    for edge in edges:
        when = f" if {edge.condition.__name__}" if edge.condition else ""
        yield f"{_box(edge.source)} --> {_box(edge.dest)} : {edge.trigger}{when}"


def _box(state: str) -> str:
    return state.replace(".", "_")


def sources() -> str:
    """Lay out where every question, area, reason and figure comes from."""
    documents = [f"| {code} | {each.title} | {each.year} |" for code, each in DOCUMENTS.items()]
    traced = [
        f"| {each.kind} | {each.name} | {each.words} | {each.source} | {years(each.source)} |" for each in rows()
    ]
    table = ["", "| kind | name | words | source: document and lines | year |", "|---|---|---|---|---|"]
    return WHENCE + "\n".join([*documents, *table, *traced]) + "\n"


def readme() -> str:
    """Give the README with the talk in it as it really goes, and the languages as they are."""
    talk = EXAMPLE.read_text("utf-8").strip() if EXAMPLE.exists() else ""
    shown = "\n".join(line for line in talk.splitlines() if not line.startswith("#")).strip()
    told = BLOCK.sub(lambda found: f"{found[1]}```text\n{shown}\n```\n{found[2]}", README.read_text("utf-8"))
    return LANGUAGE_BLOCK.sub(lambda found: f"{found[1]}{spoken()}{found[2]}", told)


def spoken() -> str:
    """Tell for each language how many messages it has, and who reviewed them."""
    rows = [
        f"| {LANGUAGES[code]} | `{code}` | {messages} | {young} | {reviewer} |"
        for code, (messages, young, reviewer) in coverage().items()
    ]
    head = "| language | code | messages | said otherwise to young people | reviewed by a native speaker |"
    return "\n".join((head, "|---|---|--:|--:|---|", *rows, ""))
