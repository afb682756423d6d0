"""A backup of an SQLite file, as it is at one moment, also while the bot is running."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.engine import BUSY_SECONDS, MEMORY, address
from bot.store.trouble import NotBackedUp


def back_up(url: str, file: Path) -> int:
    """Copy the database to a new file that only its owner may read; return its size in bytes.

    It reads one snapshot, and does not hold up the turns that go on meanwhile. The file is there
    when it is complete, not before. Raises NotBackedUp.
    """
    source = _source(url)
    if file.exists():
        raise NotBackedUp(f"{file} is there already: give a new name.")
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        _copy(source, part)
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def _source(url: str) -> Path:
    where = address(url)
    if where.get_backend_name() != "sqlite" or where.database in MEMORY:
        raise NotBackedUp("This makes backups of an SQLite file; for PostgreSQL use pg_dump: see deploy/README.md.")
    file = Path(str(where.database))
    if not file.exists():
        raise NotBackedUp(f"There is nothing to back up: {file} is not there.")
    return file


def _copy(source: Path, part: Path) -> None:
    try:
        # Writing is needed only for the index of the log, which a reader makes when nobody has.
        reader = f"{source.resolve().as_uri()}?mode=rw"
        with (
            closing(sqlite3.connect(reader, uri=True, timeout=BUSY_SECONDS)) as reading,
            closing(sqlite3.connect(part)) as writing,
        ):
            reading.backup(writing)
            _check(writing)
    except sqlite3.Error as error:
        raise NotBackedUp(f"The backup failed: {error}.") from error


def _check(writing: sqlite3.Connection) -> None:
    # One file, without a log beside it, is easier to keep.
    writing.execute("PRAGMA journal_mode=DELETE").close()
    (found,) = writing.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)
