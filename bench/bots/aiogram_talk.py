"""The talk of 20 steps in aiogram, with its state machine in memory: nothing outlives the process."""

import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

STEPS = 20
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=label) for label in ("1", "2", "3")]]
)

dispatcher = Dispatcher()


class Talk(StatesGroup):
    """Whether somebody is in the talk; at which step is told by the answers."""

    going_on = State()


@dispatcher.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    """Begin anew."""
    await state.set_state(Talk.going_on)
    await state.set_data({})
    await ask(message, state, 0)


@dispatcher.callback_query(Talk.going_on)
async def tapped(query: CallbackQuery, state: FSMContext) -> None:
    """Keep a tapped answer."""
    await query.answer()
    await answered(query.message, state, query.data)


@dispatcher.message(Talk.going_on, F.text)
async def typed(message: Message, state: FSMContext) -> None:
    """Keep a typed answer."""
    await answered(message, state, message.text)


async def answered(message: Message, state: FSMContext, answer: str) -> None:
    """Keep an answer and ask on."""
    step = len(await state.get_data())
    await state.update_data({str(step): answer})
    await ask(message, state, step + 1)


async def ask(message: Message, state: FSMContext, step: int) -> None:
    """Put a question; after the last one the talk is over."""
    if step == STEPS:
        await state.clear()
    await message.answer(f"Question {step + 1} of {STEPS}?", reply_markup=KEYBOARD)


def main() -> None:
    """Serve by long polling."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_ROOT"]))
    dispatcher.run_polling(Bot(os.environ["BENCH_TOKEN"], session=session))


if __name__ == "__main__":
    main()
