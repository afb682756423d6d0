"""Finding the keys: in the environment, or in a file that is kept apart from the data."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from bot.store.seal import Keys
from bot.store.trouble import BadKeys, KeyMissing, KeysUnsafe

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = (
    "# The keys of Vraagkracht. Without them nothing that is stored can be read again: keep a copy\n"
    "# in a safe place, apart from the backups of the data. Newest first; leave the lookup key as it is.\n"
)


def find_keys(value: str, file: Path, data: Path, *, history: bool) -> Keys:
    """Return the operator's keys.

    ``value`` is the setting, which goes before the file when it is not empty. A ``file`` that is
    absent is made, unless ``history`` says that the database already belongs to keys (see
    ``bot.store.schema.has_history``). Raises BadKeys, KeysUnsafe, or KeyMissing.
    """
    if value.strip():
        return Keys.parse(value)
    _refuse_inside(file, data)
    if file.exists():
        return read_keys(file)
    if history:
        raise KeyMissing(f"There are stored conversations, but no key file {file}: put the key file back.")
    return make_keys(file)


def read_keys(file: Path) -> Keys:
    """Read a key file. Raises KeysUnsafe if others may read it, BadKeys if it holds no keys."""
    _refuse_readable(file)
    try:
        return Keys.parse(file.read_text("utf-8"))
    except ValueError as error:
        raise BadKeys(f"{file}: {error}") from error


def make_keys(file: Path) -> Keys:
    """Make new keys in a new file that only its owner may read. Raises FileExistsError."""
    keys = Keys.fresh()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_new(file, keys)
    _settle(file.parent)
    return keys


def replace_keys(file: Path, keys: Keys) -> None:
    """Write changed keys, such as rotated ones: the file holds the old or the new, never a part."""
    file = file.resolve()
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    _write_new(fresh, keys)
    _give_to_owner(fresh, file)
    fresh.replace(file)
    _settle(file.parent)


def _write_new(file: Path, keys: Keys) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(_HEADING + _named(keys))
        out.flush()
        os.fsync(handle)


def _named(keys: Keys) -> str:
    """Write the keys down, each below its short name, so that an operator can tell which one may go."""
    lookup, *sealing = keys.text().splitlines()
    pairs = zip(keys.names, sealing, strict=True)
    return "\n".join([lookup, *(f"# {name.hex()}\n{key}" for name, key in pairs)]) + "\n"


def _give_to_owner(fresh: Path, file: Path) -> None:
    """Whoever rotates, such as root: the bot must still be able to read its keys."""
    if os.name == "posix" and (owner := file.stat()).st_uid != fresh.stat().st_uid:
        os.chown(fresh, owner.st_uid, owner.st_gid)


def _settle(folder: Path) -> None:
    """See that a file's new name outlives a power cut: rows may be sealed with its keys soon after."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_inside(file: Path, data: Path) -> None:
    if file.resolve().is_relative_to(data.resolve()):
        raise KeysUnsafe(f"The key file {file} is inside the data folder: move it to a folder of its own.")


def _refuse_readable(file: Path) -> None:
    if os.name == "posix" and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeysUnsafe(f"Others may read the key file {file}: run  chmod 600 {file}")
