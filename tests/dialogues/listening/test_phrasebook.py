"""A language cannot be added without its own phrases and its own labelled set."""

from importlib import resources
from pathlib import Path

import pytest

from dialogues.listening import languages
from dialogues.listening.normalise import normalise
from dialogues.listening.phrasebook import HEARINGS, KINDS, Book, Surface, books, ordered_books, read_book
from tests.safety import read

ROOT = Path(__file__).resolve().parents[3]


def source(language: str) -> str:
    return (resources.files("dialogues.listening") / "phrases" / f"{language}.toml").read_text(encoding="utf-8")


def without(section: str) -> str:
    before, _, after = source("en").partition(f"\n[{section}]\n")
    rest = after.split("\n[", 1)[1] if "\n[" in after else "end]"
    return f"{before}\n[{rest}"


def test_every_language_of_the_dialogues_has_phrases() -> None:
    spoken = {
        folder.name.partition("@")[0] for folder in (ROOT / "locales").iterdir() if (folder / "LC_MESSAGES").is_dir()
    }
    assert spoken <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_a_labelled_set(language: str) -> None:
    for part in ("development", "kept_apart"):
        assert (ROOT / "tests" / "languages" / language / "safety" / f"{part}.tsv").is_file()


@pytest.mark.parametrize("section", ["heavy", "medical", "need"])
def test_a_language_that_lacks_a_section_is_refused(section: str) -> None:
    with pytest.raises(ValueError, match=section):
        read_book("en", without(section))


def test_a_section_without_phrases_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\[nobody\] has no phrases"):
        read_book("en", without("nobody") + "\n[nobody]\nphrases = ''\n")


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(ValueError, match="loud"):
        read_book("en", source("en").replace("\ngentle = '''", "\nloud = '''", 1))


@pytest.mark.parametrize("book", books(), ids=lambda book: book.language)
def test_every_phrase_compiles(book: Book) -> None:
    for section in [*book.sections.values(), book.everywhere]:
        exceptions = (section.silences, section.softens)
        for phrases in (
            section.sure,
            section.gentle,
            *(part for each in exceptions for part in (each.over, each.around)),
        ):
            phrases.compile_all()
    assert set(book.sections) == {*KINDS, *HEARINGS}
    assert book.relations


def test_the_chosen_language_goes_first() -> None:
    assert ordered_books("nl@young")[0].language == "nl"
    assert ordered_books("en_GB")[0].language == "en"
    assert {book.language for book in ordered_books("")} == set(languages())


@pytest.mark.parametrize("book", books(), ids=lambda book: book.language)
def test_no_phrase_is_passed_over_that_would_be_found(book: Book) -> None:
    lists = [part for section in book.sections.values() for part in (section.sure, section.gentle)]
    every_key = frozenset({""}).union(*(keys for part in lists for phrase in part._phrases for keys in phrase.needs))
    for line in read(book.language, "development")[::10]:
        surface = book.surface(normalise(line.text))
        tried = Surface(surface.text, every_key)
        assert [list(part.spans(surface)) for part in lists] == [list(part.spans(tried)) for part in lists]
