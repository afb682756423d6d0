"""What a language needs before anybody can talk in it: a checklist that is empty only when nothing is missing."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from bot import catalogs
from bot.words import LOCALES
from dialogues.languages import LANGUAGES, SAFE_WORDS, YOUNG

ROOT = Path(__file__).parents[2]

FILES: dict[str, str] = {
    "locales/{code}/LC_MESSAGES/vraagkracht.po": "the polite words: run `make catalogs`, then translate",
    "locales/{code}@young/LC_MESSAGES/vraagkracht.po": "the words for young people, where they differ",
    "locales/{code}/glossary.toml": "its letters, terms, forms of address, and what is never said",
    "docs/privacy.{code}.md": "the privacy page",
    "dialogues/moments/words/{code}.toml": "words of time",
    "dialogues/everyday/words/{code}.toml": "everyday words that are understood when typed",
    "dialogues/listening/phrases/{code}.toml": "phrases of danger, and what else is listened for",
    "dialogues/listening/senses/{code}.toml": "words of one sense",
    "dialogues/listening/themes/{code}.toml": "what people tell of",
    "dialogues/listening/weights/{code}.tsv": "the second ear: run `make weights`",
    "bot/web/words/{code}.txt": "words that lead back to a talk",
    "tests/languages/{code}/sentences.toml": "sentences that every language is tested with",
    "tests/languages/{code}/moments.tsv": "words of time, as typed",
    "tests/languages/{code}/everyday.tsv": "everyday words, as typed",
    "tests/languages/{code}/hearing.tsv": "what is heard in free text",
    "tests/languages/{code}/safety/development.tsv": "labelled sentences on which the phrases were written",
    "tests/languages/{code}/safety/kept_apart.tsv": "labelled sentences of another hand, kept apart",
    "tests/transcripts/{code}/whole_walk.txt": "a whole talk, politely",
    "tests/transcripts/{code}@young/whole_walk.txt": "a whole talk of a young person",
}
"""Each file that a language has, and what it is for."""

FEWEST_LABELLED = 400
"""Labelled sentences by which a language is measured, at least half of them ordinary."""


def missing(code: str) -> Iterator[str]:
    """Tell what a language still needs, one line each."""
    if code not in LANGUAGES:
        yield f"dialogues/languages.py: {code} has no name of its own in LANGUAGES"
    if code not in SAFE_WORDS:
        yield f"dialogues/languages.py: {code} has no safe word in SAFE_WORDS"
    for pattern, purpose in FILES.items():
        if not (ROOT / (path := pattern.format(code=code))).is_file():
            yield f"{path}: {purpose}"
    yield from _labelled(code)
    yield from _said(code)


def _labelled(code: str) -> Iterator[str]:
    folder = ROOT / "tests/languages" / code / "safety"
    parts = (folder / f"{name}.tsv" for name in ("development", "kept_apart"))
    kinds = [kind for path in parts if path.exists() for kind in _kinds(path)]
    ordinary = kinds.count("none")
    if len(kinds) < FEWEST_LABELLED or 2 * ordinary < len(kinds):
        there = f"tests/languages/{code}/safety: {len(kinds)} sentences, {ordinary} of them ordinary"
        yield f"{there}; {FEWEST_LABELLED} are needed, at least half of them ordinary"


def _kinds(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["kind"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _said(code: str) -> Iterator[str]:
    for name in (code, f"{code}@{YOUNG}"):
        if (count := sum(problem.startswith(f"{name}:") for problem in catalogs.problems())) and code in LANGUAGES:
            yield f"locales/{name}: {count} messages to translate or to mend: run `vraagkracht catalogs check`"


def begin(code: str, own_name: str) -> list[Path]:
    """Lay out a new language: its line in the list of languages, its catalogs, and a glossary to fill in."""
    listed = ROOT / "dialogues" / "languages.py"
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace("\n}\n", f'\n    "{code}": "{own_name}",\n}}\n', 1), encoding="utf-8")
    glossary = LOCALES / code / "glossary.toml"
    glossary.parent.mkdir(parents=True, exist_ok=True)
    model = (LOCALES / "en" / "glossary.toml").read_text(encoding="utf-8")
    glossary.write_text(model, encoding="utf-8")
    return [listed, glossary, *catalogs.begin(code)]
