"""The studio draws in processes of its own, which are told nothing but the picture."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator

import pytest

from bot.pictures import studio as studios
from bot.pictures.examples import example_map
from bot.pictures.studio import AT_ONCE, NotDrawn, Studio

TOLD = example_map("nl", 2).to_json()


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    studio = Studio()
    yield studio
    await studio.close()


def painting(answer: str) -> Studio:
    """Give a studio whose process answers every order with what Python makes of an expression; ``orders`` counts."""
    program = (
        "import itertools, os, sys, time\n"
        "for orders in itertools.count(1):\n"
        "    long = int.from_bytes(sys.stdin.buffer.read(4))\n"
        "    sys.stdin.buffer.read(long) if long else sys.exit()\n"
        f"    made = str(({answer})).encode()\n"
        "    sys.stdout.buffer.write(len(made).to_bytes(4) + made)\n"
        "    sys.stdout.buffer.flush()\n"
    )
    return Studio((sys.executable, "-c", program))


async def test_a_picture_comes_from_a_process_of_its_own(studio: Studio) -> None:
    assert (await studio.draw(TOLD)).startswith(b"\x89PNG")


async def test_the_next_picture_comes_from_the_same_process() -> None:
    studio = painting("os.getpid(), orders")
    first, second = await studio.draw({}), await studio.draw({})
    assert first.partition(b",")[0] == second.partition(b",")[0]
    assert (first[-2:], second[-2:]) == (b"1)", b"2)")
    await studio.close()


@pytest.mark.parametrize("stored", [{}, {"kind": "map"}, {"kind": "something newer"}])
async def test_what_cannot_be_drawn_is_told_and_the_next_comes(studio: Studio, stored: dict[str, str]) -> None:
    with pytest.raises(NotDrawn):
        await studio.draw(stored)
    assert (await studio.draw(TOLD)).startswith(b"\x89PNG")


async def test_a_process_that_crashes_harms_no_other_picture() -> None:
    studio = painting("os.getpid() if orders < 2 else os.abort()")
    first = await studio.draw({})
    with pytest.raises(NotDrawn):
        await studio.draw({})
    assert await studio.draw({}) != first
    await studio.close()


async def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studios, "SECONDS", 0.05)
    with pytest.raises(NotDrawn, match="too long"):
        await painting("time.sleep(600)").draw({})


@pytest.mark.parametrize("answer", ["''", "'x' * 11_000_000"])
async def test_what_is_no_picture_is_not_taken(answer: str) -> None:
    with pytest.raises(NotDrawn):
        await painting(answer).draw({})


async def test_no_more_than_a_few_draw_at_once() -> None:
    studio = painting("os.getpid()")
    drawn = await asyncio.gather(*(studio.draw({}) for _ in range(3 * AT_ONCE)))
    assert len(set(drawn)) <= AT_ONCE
    await studio.close()


async def test_a_process_is_replaced_before_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studios, "PICTURES", 2)
    studio = painting("os.getpid()")
    drawn = [await studio.draw({}) for _ in range(3)]
    assert drawn[0] == drawn[1] != drawn[2]
    await studio.close()


async def test_a_process_that_waits_in_vain_is_ended() -> None:
    studio = painting("os.getpid()")
    studio._idle = 0
    first = await studio.draw({})
    await asyncio.sleep(0.01)
    assert not studio._waiting
    assert await studio.draw({}) != first
    await studio.close()


async def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(NotDrawn):
        await Studio(("/there/is/no/such/program",)).draw(TOLD)


async def test_the_process_gets_no_token_and_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:secret")
    monkeypatch.setenv("VRAAGKRACHT_KEYS", "secret")
    studio = painting("sorted(os.environ)")
    told = (await studio.draw({})).decode()
    await studio.close()
    assert "PYTHONPATH" in told
    assert "TOKEN" not in told
    assert "KEYS" not in told
