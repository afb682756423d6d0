"""The studio draws in a process of its own, which is told nothing but the picture."""

from __future__ import annotations

import sys

import pytest

from bot.pictures.examples import example_map
from bot.pictures.studio import NotDrawn, Studio

TOLD = example_map("nl", 2).to_json()


async def test_a_picture_comes_from_a_process_of_its_own() -> None:
    assert (await Studio().draw(TOLD)).startswith(b"\x89PNG")


@pytest.mark.parametrize("stored", [{}, {"kind": "map"}, {"kind": "something newer"}])
async def test_what_cannot_be_drawn_is_told(stored: dict[str, str]) -> None:
    with pytest.raises(NotDrawn):
        await Studio().draw(stored)


async def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(NotDrawn):
        await Studio(("/there/is/no/such/program",)).draw(TOLD)


async def test_the_process_gets_no_token_and_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:secret")
    monkeypatch.setenv("VRAAGKRACHT_KEYS", "secret")
    tell = "import os, sys; sys.stdout.write(repr(sorted(os.environ)))"
    told = (await Studio((sys.executable, "-c", tell)).draw({})).decode()
    assert "PYTHONPATH" in told
    assert "TOKEN" not in told
    assert "KEYS" not in told
