"""The fake as a process of its own: ``python -m tests.fake_telegram [--port N] [--delay SECONDS]``.

Its first line of output is the root of the Bot API; it ends with SIGTERM or SIGINT.
"""

from __future__ import annotations

import argparse
import asyncio
import signal

from tests.fake_telegram.server import TOKEN, FakeTelegram


async def serve(token: str, port: int, delay: float) -> None:
    fake = FakeTelegram(token, delay=delay)
    await fake.start(port)
    print(fake.root, flush=True)  # noqa: T201
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    await fake.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.fake_telegram")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0)
    given = parser.parse_args()
    asyncio.run(serve(given.token, given.port, given.delay))
