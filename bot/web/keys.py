"""How a browser shows that a talk is its own: the secret in its cookie, and words to come back with."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

WORDS = Path(__file__).parent / "words"
IN_A_PHRASE = 8
"""Words of eight bits each: nobody guesses 64 bits at a door that lets a network try a few times a minute."""

CHANNEL = "page"
NUMBER_BYTES = SECRET_BYTES = 16
COOKIE_LETTERS = 43
"""What 32 bytes are in base64, without the sign that fills it up: a cookie would have to quote that."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a browser holds: the number of the talk, and the secret of its own door."""

    chat: int
    secret: bytes

    @classmethod
    def fresh(cls, chat: int) -> Self:
        """Make a key to a talk, with a secret that nobody had before."""
        return cls(chat, secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def read(cls, cookie: str) -> Self | None:
        """Read a cookie; None when it can't be one of ours."""
        if len(cookie) != COOKIE_LETTERS:
            return None
        try:
            both = base64.b64decode(f"{cookie}=", altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        return cls(chat_number(both[:NUMBER_BYTES]), both[NUMBER_BYTES:])

    def cookie(self) -> str:
        """Write it down for the browser."""
        number = (-self.chat - (1 << 8 * NUMBER_BYTES)).to_bytes(NUMBER_BYTES, "big")
        return base64.urlsafe_b64encode(number + self.secret).decode("ascii").rstrip("=")


def chat_number(digest: bytes) -> int:
    """Make the number of a talk on a page: below every number that Telegram gives."""
    return -int.from_bytes(digest[:NUMBER_BYTES], "big") - (1 << 8 * NUMBER_BYTES)


def fresh_words() -> int:
    """Draw the number behind the words of a new talk."""
    return secrets.randbits(8 * IN_A_PHRASE)


def phrase(number: int, language: str) -> str:
    """Say the number in words; who has no list of their own gets the Dutch one."""
    listed = word_lists().get(language) or word_lists()["nl"]
    return " ".join(listed[byte] for byte in number.to_bytes(IN_A_PHRASE, "big"))


def number_of(typed: str) -> int | None:
    """Understand words as they were typed: in any of the lists, with anything between them."""
    said = re.findall(r"[^\W\d_]+", typed.casefold())
    for listed in word_lists().values():
        if len(said) == IN_A_PHRASE and all(word in listed for word in said):
            return int.from_bytes(bytes(listed.index(word) for word in said), "big")
    return None


@cache
def word_lists() -> dict[str, list[str]]:
    """Give the 256 words of each language that has them."""
    return {file.stem: file.read_text("utf-8").split() for file in sorted(WORDS.glob("*.txt"))}
