"""Sealing: nobody who holds the database, but not the keys, reads what a carer told us.

Every key of the operator is a root of 32 bytes. Three things are derived from it (HKDF-SHA256):
the key that seals, the short name by which a sealed value says which key it needs, and, for one
root only, the lookup key that turns a chat's number into the key of its rows.

Sealing keys rotate: the newest seals, the older ones still open; ``bot.store.rotation`` tells how a
running process comes to know a new one. The lookup key must not rotate,
for then no conversation would be found any more. It is derived from the ``lookup:`` entry among the
keys; where there is none, from the oldest key, which then has to stay. ``Keys.fresh`` and
``Keys.rotated`` always write the entry, so that old sealing keys can go once nothing needs them.

A nonce is 96 random bits, so one key should seal no more than 2**32 values: at ten a second that is
thirteen years.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot import quickjson
from bot.store.trouble import BadKeys, KeyMissing, SealBroken

if TYPE_CHECKING:
    from bot.post import Json

KEY_BYTES = 32
NAME_BYTES = 4
NONCE_BYTES = 12
TAG_BYTES = 16
HEAD_BYTES = 1 + NAME_BYTES
TELEGRAM = "telegram"

PLAIN, SQUEEZED = b"\x01", b"\x02"
SQUEEZE_FROM_BYTES = 1024
"""Below it zlib costs more than it saves."""

_LOOKUP = "lookup:"


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The operator's keys: ``sealing`` newest first, and the root of the lookup key."""

    sealing: tuple[bytes, ...]
    lookup: bytes

    @classmethod
    def fresh(cls) -> Self:
        """Make new keys, at random."""
        return cls((os.urandom(KEY_BYTES),), os.urandom(KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read keys, newest first, with commas or blanks between; ``#`` starts a comment line.

        Each is 32 bytes in urlsafe base64; one may be marked ``lookup:``. Raises BadKeys.
        """
        entries = re.sub(r"(?m)^\s*#.*$", "", text).replace(",", " ").split()
        sealing = tuple(_root(entry) for entry in entries if not entry.startswith(_LOOKUP))
        lookup = [_root(entry.removeprefix(_LOOKUP)) for entry in entries if entry.startswith(_LOOKUP)]
        if not sealing or len(lookup) > 1 or len(set(sealing)) < len(sealing):
            raise BadKeys("Keys: give at least one sealing key, each only once, and at most one lookup key.")
        return cls(sealing, lookup[0] if lookup else sealing[-1])

    @property
    def names(self) -> tuple[bytes, ...]:
        """The short names of the sealing keys, newest first; they tell nothing of the keys."""
        return tuple(map(_name, self.sealing))

    def rotated(self) -> Self:
        """Put a new sealing key before the others; rows are found as before."""
        return type(self)((os.urandom(KEY_BYTES), *self.sealing), self.lookup)

    def text(self) -> str:
        """Write them down so that ``parse`` reads them: one to a line. Keep it secret."""
        lines = [_LOOKUP + _letters(self.lookup), *map(_letters, self.sealing)]
        return "\n".join(lines) + "\n"

    def __repr__(self) -> str:
        return f"Keys({len(self.sealing)} sealing)"


class Seal:
    """Seals and opens what is stored. Threads may share it."""

    def __init__(self, keys: Keys) -> None:
        self._ciphers = _ciphers(keys)
        self._newest = keys.names[0]
        self._lookup = _derived(keys.lookup, "lookup")

    @property
    def newest(self) -> bytes:
        """The short name of the key that seals."""
        return self._newest

    @property
    def older(self) -> tuple[bytes, ...]:
        """The short names of the keys that only open: what they sealed is to be sealed anew."""
        names = tuple(self._ciphers)
        return names[names.index(self._newest) + 1 :]

    def follow(self) -> None:
        """Take up keys that were changed; those that were given once and for all never are."""

    def learn(self, keys: Keys, newest: bytes) -> None:
        """Know these keys, and still those known before; seal with the one that is named.

        Raises KeyMissing if they would find other rows.
        """
        if _derived(keys.lookup, "lookup") != self._lookup:
            raise KeyMissing("The keys were exchanged for others, with another lookup key: put the old ones back.")
        self._ciphers = _ciphers(keys) | {name: c for name, c in self._ciphers.items() if name not in keys.names}
        self._newest = newest

    def seal(self, data: Json, about: bytes) -> bytes:
        """Seal JSON for the place that ``about`` names: it opens nowhere else."""
        return self._closed(*_packed(data), about)

    def open(self, sealed: bytes, about: bytes) -> Json:
        """Open what was sealed for ``about``.

        Raises KeyMissing if its key was not given, SealBroken if it is not what was sealed here.
        """
        return _unpacked(sealed[:1], self._text(sealed, about))

    def renewed(self, sealed: bytes, about: bytes) -> bytes:
        """Seal anew, with the key that seals now, what was sealed for ``about``; raises as ``open`` does."""
        return self._closed(sealed[:1], self._text(sealed, about), about)

    def conversation_key(self, chat: int, channel: str = TELEGRAM) -> bytes:
        """Return the key of a chat's rows: 32 bytes that tell nothing without the lookup key."""
        return hmac.digest(self._lookup, f"{channel}:{chat}".encode(), "sha256")

    def lookup_proof(self) -> bytes:
        """Return what a database keeps to recognise the lookup key it was made with."""
        return hmac.digest(self._lookup, b"proof", "sha256")

    def _closed(self, kind: bytes, text: bytes, about: bytes) -> bytes:
        newest = self._newest  # another thread may take up a newer one meanwhile
        head, nonce = kind + newest, os.urandom(NONCE_BYTES)
        return head + nonce + self._ciphers[newest].encrypt(nonce, text, head + about)

    def _text(self, sealed: bytes, about: bytes) -> bytes:
        head, nonce = sealed[:HEAD_BYTES], sealed[HEAD_BYTES : HEAD_BYTES + NONCE_BYTES]
        if len(sealed) < HEAD_BYTES + NONCE_BYTES + TAG_BYTES:
            raise SealBroken("A stored value is too short to be one; restore a backup.")
        cipher = self.cipher(head[1:])
        try:
            return cipher.decrypt(nonce, sealed[HEAD_BYTES + NONCE_BYTES :], head + about)
        except (InvalidTag, ValueError) as error:
            raise SealBroken("A stored value does not belong where it stands; restore a backup.") from error

    def cipher(self, name: bytes) -> AESGCM:
        """Return the cipher of the key with this short name; raises KeyMissing."""
        if cipher := self._ciphers.get(name):
            return cipher
        raise KeyMissing(
            f"A stored value needs the key named {name.hex()}, which is not among the keys given: "
            "put that key back, after the newest one."
        )


def _ciphers(keys: Keys) -> dict[bytes, AESGCM]:
    return {_name(key): AESGCM(_derived(key, "seal")) for key in keys.sealing}


def _packed(data: Json) -> tuple[bytes, bytes]:
    text = quickjson.encode(data)
    if len(text) < SQUEEZE_FROM_BYTES:
        return PLAIN, text
    return SQUEEZED, zlib.compress(text, 1)


def _unpacked(kind: bytes, text: bytes) -> Json:
    plain = zlib.decompress(text) if kind == SQUEEZED else text
    data: Json = quickjson.decode(plain)
    return data


def _root(entry: str) -> bytes:
    try:
        key = base64.b64decode(entry, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise BadKeys("Keys: each key is 32 bytes in urlsafe base64; one of them is not.")
    return key


def _letters(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode("ascii")


def _name(root: bytes) -> bytes:
    return _derived(root, "name")[:NAME_BYTES]


def _derived(root: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"vraagkracht {purpose}".encode()).derive(root)
