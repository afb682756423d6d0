"""python-telegram-bot as its first example shows it: an echo with default settings."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    await update.message.reply_text(update.message.text)


def main() -> None:
    """Serve by long polling."""
    application = Application.builder().token(os.environ["BENCH_TOKEN"]).base_url(os.environ["BENCH_BASE"]).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
