"""aiogram's own example: an echo."""

import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """Say the same."""
    await message.answer(message.text)


def main() -> None:
    """Serve by long polling."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_ROOT"]))
    dispatcher.run_polling(Bot(os.environ["BENCH_TOKEN"], session=session))


if __name__ == "__main__":
    main()
