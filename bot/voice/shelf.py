"""The shelf: notes of words that are the same for everybody, kept so that they are made once."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
"""About a thousand notes; those that were heard longest ago make room."""


class NoteShelf:
    """Notes in a folder by a digest of the voice and the words; what cannot be kept is only made again."""

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self._folder, self._most = folder, most

    def find(self, *told: str) -> bytes | None:
        """Give the note of these words, if it is kept."""
        path = self._path(told)
        try:
            note = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return note

    def keep(self, note: bytes, *told: str) -> None:
        """Keep a note, if the disk lets us."""
        path = self._path(told)
        beside = path.with_suffix(f".{secrets.token_hex(4)}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.touch(0o600)
            beside.write_bytes(note)
            beside.replace(path)
            self._make_room()
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def _path(self, told: tuple[str, ...]) -> Path:
        return self._folder / f"{hashlib.sha256(json.dumps(told).encode()).hexdigest()}.ogg"

    def _make_room(self) -> None:
        seen = ((path, path.stat()) for path in self._folder.iterdir())
        kept = sorted((each.st_mtime_ns, each.st_size, path) for path, each in seen)
        over = sum(size for _, size, _ in kept) - self._most
        for _, size, path in kept:
            if over <= 0:
                return
            path.unlink(missing_ok=True)
            over -= size
