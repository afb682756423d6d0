"""Telegram: how the conversation comes in and goes out through the Bot API."""
