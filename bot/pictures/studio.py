"""The studio: pictures are drawn in processes of their own, so that nobody else's talk waits for them.

The renderer keeps Python to itself while it works, so a thread would hold up the event loop; and should
it crash, it takes nothing with it. A process that did well stays for the next picture, since starting one
takes as long as drawing.
"""

from __future__ import annotations

import asyncio
import json
import sys

from bot.pictures.painter import Painter
from bot.pictures.told import Json

SECONDS = 20.0
AT_ONCE = 2
IDLE_SECONDS = 300.0
"""How long a process waits for another picture before it is ended."""

PICTURES = 100
"""How many pictures a process draws before it is replaced, so that it cannot grow without end."""


class NotDrawn(Exception):  # noqa: N818  the words are sent instead
    """A picture could not be drawn."""


class Studio:
    """Draws pictures, a few at a time; used within one event loop, and closed there.

    A picture may take ``seconds``, or as long as they usually may.
    """

    def __init__(
        self,
        command: tuple[str, ...] = (sys.executable, "-m", "bot.pictures"),
        idle: float = IDLE_SECONDS,
        seconds: float = 0.0,
    ) -> None:
        self._command = command
        self._seconds = seconds
        self._idle = idle
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._waiting: dict[Painter, asyncio.TimerHandle] = {}

    async def draw(self, stored: Json) -> bytes:
        """Draw a picture from its stored form; raises NotDrawn."""
        async with self._turns:
            painter = await self._painter()
            content = False
            try:
                picture = await asyncio.wait_for(painter.draw(json.dumps(stored).encode()), self._seconds or SECONDS)
                content = painter.made < PICTURES
            except TimeoutError:
                raise NotDrawn("It took too long") from None
            except (OSError, EOFError, ValueError):
                raise NotDrawn("The process failed") from None
            finally:
                await self._dismiss(painter, content=content)
            return picture

    async def close(self) -> None:
        """End the processes that wait."""
        while self._waiting:
            painter, timer = self._waiting.popitem()
            timer.cancel()
            await painter.end()

    async def _painter(self) -> Painter:
        """Take one that waits, the last that drew, or start one."""
        while self._waiting:
            painter, timer = self._waiting.popitem()
            timer.cancel()
            if painter.is_there:
                return painter
        try:
            return await Painter.start(self._command)
        except OSError:
            raise NotDrawn("The process could not be started") from None

    async def _dismiss(self, painter: Painter, *, content: bool) -> None:
        if content:
            self._waiting[painter] = asyncio.get_running_loop().call_later(self._idle, self._end, painter)
        else:
            await painter.end()

    def _end(self, painter: Painter) -> None:
        del self._waiting[painter]
        painter.kill()
