"""Conversations over a fresh store, and an adult who has just chosen English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.conversations import Conversations
from tests.person import Person, talks_in


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Conversations]:
    made = talks_in(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def person(talks: Conversations) -> Person:
    someone = Person(talks, language="en")
    someone.send("/start")
    someone.tap("English")
    someone.tap("25 or older")
    return someone
