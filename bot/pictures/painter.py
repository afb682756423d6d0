"""A painter: a process that draws one picture after the other, for as long as all goes well."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio.subprocess import Process

ROOT = Path(__file__).parent.parent.parent
KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
"""What the process gets to know of our surroundings: no token, and no keys."""

LENGTH = 4
"""How many bytes tell how long an order or a picture is."""

LARGEST = 10 * 1024 * 1024
"""The most that Telegram takes as a photo."""


class Painter:
    """One process with its pipes; whoever is not content with it ends it."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.made = 0

    @classmethod
    async def start(cls, command: tuple[str, ...]) -> Painter:
        """Start the process; raises OSError."""
        environment = {name: os.environ[name] for name in KEPT if name in os.environ} | {"PYTHONPATH": str(ROOT)}
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        return cls(
            await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment)
        )

    @property
    def is_there(self) -> bool:
        """Tell whether the process still runs, as far as is known."""
        return self._process.returncode is None

    async def draw(self, told: bytes) -> bytes:
        """Pass an order on and wait for the picture; raises OSError, EOFError and ValueError."""
        orders, pictures = self._process.stdin, self._process.stdout
        assert orders and pictures  # noqa: S101, PT018  both are pipes
        orders.write(len(told).to_bytes(LENGTH) + told)
        await orders.drain()
        long = int.from_bytes(await pictures.readexactly(LENGTH))
        if not 0 < long <= LARGEST:
            raise ValueError("This is no picture")
        self.made += 1
        return await pictures.readexactly(long)

    def kill(self) -> None:
        """End the process at once."""
        if self.is_there:
            self._process.kill()

    async def end(self) -> None:
        """End the process, and wait until it has gone."""
        self.kill()
        await self._process.wait()
