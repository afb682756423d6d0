"""The studio: pictures are drawn in a process of their own, so that nobody else's talk waits for them.

The renderer keeps Python to itself while it works, so a thread would hold up the event loop.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

from bot.pictures.told import Json

ROOT = Path(__file__).parent.parent.parent
SECONDS = 20.0
AT_ONCE = 2
KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
"""What the process gets to know of our surroundings: no token, and no keys."""


class NotDrawn(Exception):  # noqa: N818  the words are sent instead
    """A picture could not be drawn."""


class Studio:
    """Draws pictures, a few at a time; used within one event loop."""

    def __init__(self, command: tuple[str, ...] = (sys.executable, "-m", "bot.pictures")) -> None:
        self._command = command
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def draw(self, stored: Json) -> bytes:
        """Draw a picture from its stored form; raises NotDrawn."""
        async with self._turns:
            return await self._drawn(json.dumps(stored).encode())

    async def _drawn(self, told: bytes) -> bytes:
        environment = {name: os.environ[name] for name in KEPT if name in os.environ} | {"PYTHONPATH": str(ROOT)}
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            painter = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment
            )
        except OSError:
            raise NotDrawn("The process could not be started") from None
        try:
            picture, _ = await asyncio.wait_for(painter.communicate(told), SECONDS)
        except TimeoutError:
            raise NotDrawn("It took too long") from None
        finally:
            if painter.returncode is None:
                painter.kill()
                await painter.wait()
        if painter.returncode or not picture:
            raise NotDrawn("The process failed")
        return picture
