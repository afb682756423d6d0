"""A Bot API server for tests and measurements: real HTTP, Telegram's refusals, and trouble on demand."""

from tests.fake_telegram.chats import Chat, Message
from tests.fake_telegram.rules import Refusal
from tests.fake_telegram.server import TOKEN, FakeTelegram
from tests.fake_telegram.trouble import Trouble

__all__ = ["TOKEN", "Chat", "FakeTelegram", "Message", "Refusal", "Trouble"]
