"""The phrases of every language as they were read at an earlier start: reading them anew takes over a second.

They lie in the folder of our data, and count only for the very files and code that they were read from.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
from pathlib import Path

import structlog

from dialogues.listening import notation, phrasebook, spelling

NAME = "phrases.kept"

_SOURCES = Path(phrasebook.__file__).parent
_DIGEST = hashlib.sha256().digest_size
_CLASSES = {
    (each.__module__, each.__name__): each
    for each in (
        phrasebook.Book,
        phrasebook.Exceptions,
        phrasebook.Phrases,
        phrasebook.Section,
        phrasebook.Sections,
        notation.Phrase,
        spelling.Spelling,
    )
}
"""All that may stand in the file: whoever can write into the folder can put in other phrases, and nothing more."""

log = structlog.get_logger()


def take_up(folder: Path) -> None:
    """Put the phrases in place: as they are kept in a folder, or read now and kept there."""
    file, digest = folder / NAME, _digest()
    try:
        phrasebook.put(_opened(file.read_bytes(), digest))
    except (OSError, ValueError, pickle.UnpicklingError, EOFError, AttributeError, TypeError, IndexError):
        _keep(file, digest + pickle.dumps(phrasebook.books()))


def _opened(kept: bytes, digest: bytes) -> tuple[phrasebook.Book, ...]:
    if kept[:_DIGEST] != digest:
        raise ValueError("These phrases were read from other files")
    books = _Unpickler(io.BytesIO(kept[_DIGEST:])).load()
    if not isinstance(books, tuple):
        raise TypeError("These are no phrases")
    return books


def _keep(file: Path, content: bytes) -> None:
    fresh = file.with_suffix(".fresh")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    except OSError as error:
        log.info("phrases_not_kept", error=type(error).__name__)


def _digest() -> bytes:
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted([*_SOURCES.glob("*.py"), *_SOURCES.glob("phrases/*.toml"), *_SOURCES.glob("themes/*.toml")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """Give one of our own classes; anything else is refused."""
        if (module, name) not in _CLASSES:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of phrases")
        return _CLASSES[module, name]
