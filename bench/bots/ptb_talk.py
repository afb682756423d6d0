"""A talk of 20 steps in python-telegram-bot: ConversationHandler, kept by PicklePersistence.

Default settings, as the documentation of both shows them: updates one after the other, which
ConversationHandler asks for, and the file written when the library thinks it is time.
"""

import os

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

STEPS = 20
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label) for label in ("1", "2", "3")]])


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Begin anew."""
    context.user_data.clear()
    return await ask(update, 0)


async def answered(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep an answer, tapped or typed, and ask on."""
    query = update.callback_query
    if query:
        await query.answer()
    step = len(context.user_data)
    context.user_data[step] = query.data if query else update.message.text
    return await ask(update, step + 1)


async def ask(update: Update, step: int) -> int:
    """Put a question; after the last one the talk is over."""
    await update.effective_chat.send_message(f"Question {step + 1} of {STEPS}?", reply_markup=KEYBOARD)
    return step if step < STEPS else ConversationHandler.END


def main() -> None:
    """Serve by long polling."""
    application = (
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(os.environ["BENCH_BASE"])
        .persistence(PicklePersistence(os.environ["BENCH_FILE"]))
        .build()
    )
    answers = [CallbackQueryHandler(answered), MessageHandler(filters.TEXT & ~filters.COMMAND, answered)]
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states=dict.fromkeys(range(STEPS), answers),
            fallbacks=[CommandHandler("start", start)],
            allow_reentry=True,
            name="talk",
            persistent=True,
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
