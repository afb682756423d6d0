"""Whole conversations, as transcripts that anybody can read.

A line that begins with » is the person: [in brackets] a tapped button, (in parentheses) something
that happens, else what they type. All other lines are what they see. After a change of the talk,
`pytest tests/test_transcripts.py --update` writes what is seen anew; read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.catalogs import names
from tests.person import Person, talks_in
from tests.steunpunt import with_steunpunt

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*/*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[f"{path.parent.name}-{path.stem}" for path in TRANSCRIPTS])
def test_the_talk_goes_as_written(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")
    talks = talks_in(tmp_path)
    person = Person(
        with_steunpunt(talks) if path.stem.startswith("support_") else talks,
        language=path.parent.name.partition("@")[0],
    )
    told = "\n".join(retold(written, person))
    person.talks.store.close()
    if request.config.getoption("--update"):
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


def retold(written: str, person: Person) -> Iterator[str]:
    """Play the person's lines; give the transcript as it really goes."""
    lines = written.splitlines()
    yield from (line for line in lines if line.startswith("#"))
    for line in lines:
        if line.startswith("»"):
            toasts = len(person.toasts)
            fresh = play(line.removeprefix("»").strip(), person)
            yield f"\n{line}\n"
            yield from (f"  ({toast})" for toast in person.toasts[toasts:])
            shown = [message.shown() for message in fresh] or [ticked(person)]
            yield "\n\n".join(indented(each) for each in shown)
    yield ""


def play(line: str, person: Person) -> list:
    if tapped := re.fullmatch(r"\[(.+)\]", line):
        return person.tap(tapped[1])
    if later := re.fullmatch(r"\((\d+) days? later\)", line):
        return person.wait(days=int(later[1]))
    if sent := re.fullmatch(r"\((voice|photo|sticker)\)", line):
        return person.post(sent[1])
    return person.send(line)


def ticked(person: Person) -> str:
    """After a tick nothing new is sent: the buttons that are there change."""
    marked = [label for label in person.messages[-1].labels() if label.startswith("✓")]
    return " ".join(f"[{label}]" for label in marked)


def indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())


def test_there_are_transcripts_in_each_language_and_register_that_needs_them() -> None:
    assert {"nl", "en", "nl@young", "en@young"} <= {path.parent.name for path in TRANSCRIPTS} <= set(names())


def test_from_the_start_to_a_first_draft_takes_at_most_50_taps_and_texts() -> None:
    talk = (FOLDER / "en" / "whole_walk.txt").read_text(encoding="utf-8")
    assert "Skip]" not in [line.removeprefix("» [") for line in talk.splitlines() if line.startswith("»")]
    before_the_draft = talk.partition("[Copy]")[0]
    assert 30 < before_the_draft.count("\n» ") <= 50


def test_the_talk_of_a_child_is_short() -> None:
    talk = (FOLDER / "nl@young" / "whole_walk.txt").read_text(encoding="utf-8").partition("Dat is het voor nu")[0]
    read = [line for line in talk.splitlines() if line.startswith("  ") and not line.startswith("  [")]
    assert 30 < talk.count("\n» ") <= 40
    assert sum(len(line.split()) for line in read) <= 1200
