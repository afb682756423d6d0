"""Keeping the catalogs: take the messages from the code, and check every translation of them."""

from __future__ import annotations

import copy
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.words import DOMAIN, LOCALES, SOURCE, catalog_path
from dialogues.languages import LANGUAGES, YOUNG
from dialogues.screens import labels

KEYWORDS = {"_": None, "count": (1, 2)}
UNREVIEWED = """Vraagkracht, {name}.
Made by: machine. Reviewed by a native speaker: nobody yet.
"""
ROOT = Path(__file__).parent.parent
TEMPLATE = LOCALES / f"{DOMAIN}.pot"

MAX_BUTTON = 26
"""Characters on a button: more is cut off on a small phone."""

MAX_MESSAGE = 420
"""Characters of one message without its values: what fits on a small screen above the buttons."""


def names() -> list[str]:
    """Name every catalog: each language and its young register."""
    return [name for language in LANGUAGES for name in (language, f"{language}@{YOUNG}")]


def extracted() -> Catalog:
    """Collect the messages that stand in the code."""
    template = Catalog(project="Vraagkracht", domain=DOMAIN, charset="utf-8")
    for folder in ("dialogues", "bot"):
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",))
        for file, _line, message, comments, context in found:
            template.add(message, locations=[(f"{folder}/{file}", 0)], auto_comments=comments, context=context)
    return template


def read(name: str) -> Catalog:
    """Read one catalog; an absent one is empty."""
    path = catalog_path(name)
    if not path.exists():
        about = "\n".join(f"# {line}" for line in UNREVIEWED.format(name=name).splitlines())
        return Catalog(locale=name.partition("@")[0], domain=DOMAIN, header_comment=about, fuzzy=False)
    with path.open("rb") as source:
        return read_po(source, locale=name.partition("@")[0], domain=DOMAIN)


@cache
def read_once(name: str) -> Catalog:
    """Read a catalog that is only looked at."""
    return read(name)


def update() -> None:
    """Write the template, and bring every catalog up to it; nothing translated is lost by it."""
    template = extracted()
    _write(TEMPLATE, template)
    for name in names():
        translations = read(name)
        translations.update(copy.deepcopy(template), no_fuzzy_matching=True, update_creation_date=False)
        if YOUNG in name:
            _keep_only_translated(translations)
        elif name == SOURCE:
            _fill_source(translations)
        write(name, translations)


def begin(language: str) -> list[Path]:
    """Write the empty catalogs of a new language."""
    template = extracted()
    for name in (language, f"{language}@{YOUNG}"):
        translations = read(name)
        if YOUNG not in name:
            translations.update(copy.deepcopy(template), no_fuzzy_matching=True, update_creation_date=False)
        write(name, translations)
    return [catalog_path(language), catalog_path(f"{language}@{YOUNG}")]


def _keep_only_translated(translations: Catalog) -> None:
    for message in list(translations):
        if message.id and not any(_strings(message)):
            translations.delete(message.id)


def _fill_source(translations: Catalog) -> None:
    for message in translations:
        if message.id and not any(_strings(message)):
            message.string = message.id


def write(name: str, translations: Catalog) -> None:
    """Write a catalog by its name."""
    _write(catalog_path(name), translations)


def _write(path: Path, translations: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(
            target,
            translations,
            width=100,
            sort_output=False,
            ignore_obsolete=True,
            no_location=False,
            include_lineno=False,
            omit_header=False,
        )


def problems() -> Iterator[str]:
    """Find what is wrong with any catalog, one line each."""
    template = extracted()
    if TEMPLATE.exists() and {m.id for m in _messages(read_template())} != {m.id for m in _messages(template)}:
        yield "locales: the messages in the code have changed: run `make catalogs`"
    buttons = {label.msgid for label in labels()}
    for name in names():
        translations = read(name)
        if YOUNG not in name:
            yield from _missing(name, template, translations)
        for message in _messages(translations):
            yield from _wrong(name, message, template, buttons)


def read_template() -> Catalog:
    """Read the template as it was last written."""
    with TEMPLATE.open("rb") as source:
        return read_po(source, domain=DOMAIN)


def _missing(name: str, template: Catalog, translations: Catalog) -> Iterator[str]:
    for message in _messages(template):
        found = translations.get(message.id)
        if found is None or not all(_strings(found)):
            yield f"{name}: not translated: {_short(message)}"


def _wrong(name: str, message: Message, template: Catalog, buttons: set[str]) -> Iterator[str]:
    if message.fuzzy:
        yield f"{name}: fuzzy: {_short(message)}"
    if template.get(message.id) is None:
        yield f"{name}: no longer in the code: {_short(message)}"
    for text in filter(None, _strings(message)):
        if wrong := wrong_text(text, _ids(message)[0], button=message.id in buttons):
            yield f"{name}: {wrong}: {_short(message)}: {text}"


def wrong_text(text: str, english: str, *, button: bool) -> str:
    """Tell what is wrong with a translation of ``english``; "" when nothing is."""
    if _named(text) != _named(english):
        return "other placeholders than the msgid"
    if text != text.strip() or "  " in text:
        return "stray space"
    if button and len(text) > MAX_BUTTON:
        return f"button longer than {MAX_BUTTON} characters"
    return f"message longer than {MAX_MESSAGE} characters" if len(text) > MAX_MESSAGE else ""


def _named(text: str) -> set[str] | None:
    """Name the values of a sentence, the number aside; None when its braces are not in pairs."""
    try:
        return placeholders(text) - {"number"}
    except ValueError:
        return None


def texts(name: str) -> Iterator[str]:
    """Give every text of a catalog that people can read."""
    for message in _messages(read(name)):
        yield from filter(None, _strings(message))


def placeholders(text: str) -> set[str]:
    """Name the values that stand in a sentence."""
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def forms(message: Message) -> tuple[list[str], list[str]]:
    """Give the English forms of a message, one or two, and the translated ones, as many as the language has."""
    return _ids(message), _strings(message)


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [str(message.string or "")]


def _ids(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple | list) else [str(message.id)]


def _short(message: Message) -> str:
    return repr(_ids(message)[0][:70])
