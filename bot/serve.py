"""Serving Telegram: everything wired together, on one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from bot import keyring, profile
from bot.conversations import LEASE, Conversations
from bot.facts import facts
from bot.settings import Settings
from bot.store import Store
from bot.store.rotation import find_seal
from bot.store.seal import Seal
from bot.telegram.api import connect
from bot.telegram.polling import Poller
from bot.telegram.profile import publish
from bot.telegram.sender import Limits, Sender
from bot.telegram.stage import TelegramStage

CLAIMED_AT_ONCE = 500
"""Calls taken over from the outbox at a time: a minute's work after a restart."""

SWEEP_SECONDS = 3600.0
"""How often expired conversations are erased; expiry is counted in days."""

log = structlog.get_logger()


def clock() -> datetime:
    """Give the moment, with its time zone."""
    return datetime.now(UTC)


@contextmanager
def opened_store(settings: Settings, url: str) -> Iterator[Store]:
    """Open the store with the operator's keys, and close it at the end."""
    with Store.open(url, seal(settings, url)) as store:
        store.refuse_lost_keys()
        yield store


def seal(settings: Settings, url: str) -> Seal:
    """Make the seal from the operator's keys; new ones only for a database that belongs to none."""
    return find_seal(settings.keys.get_secret_value(), settings.key_file, settings.data, url)


def conversations(settings: Settings, store: Store, stage: Callable[..., Any]) -> Conversations:
    """Make the conversations over a store, shown on a kind of stage."""
    return Conversations(
        store, stage, facts(settings), ZoneInfo(settings.time_zone), settings.months_kept, settings.months_kept_child
    )


def serve(settings: Settings) -> None:
    """Serve Telegram until the process is asked to end."""
    with opened_store(settings, settings.store_url()) as store:
        asyncio.run(_serve(settings, store))


async def _serve(settings: Settings, store: Store) -> None:
    talks = conversations(settings, store, TelegramStage)
    limits = Limits(
        messages_per_second=settings.messages_per_second, chat_messages_per_second=settings.chat_messages_per_second
    )
    async with connect(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url) as api:
        sender = Sender(api, sent=store.sent, blocked=store.drop_reminders, limits=limits)
        poller = Poller(
            api,
            talks,
            sender,
            claim=lambda: store.claim(clock(), CLAIMED_AT_ONCE, LEASE),
            blocked=store.drop_reminders,
            clock=clock,
        )
        poller.stop_on_signals()
        await asyncio.to_thread(store.release)
        upkeep = [asyncio.create_task(publish(api, profile.profiles())), asyncio.create_task(_sweep(store))]
        upkeep.append(asyncio.create_task(keyring.upkeep(store)))
        log.info("serving", mode="polling")
        try:
            await poller.run()
        finally:
            for task in upkeep:
                task.cancel()
            await asyncio.gather(*upkeep, return_exceptions=True)
    log.info("stopped")


async def _sweep(store: Store) -> None:
    """Erase what has expired, now and every hour."""
    while True:
        try:
            swept = await asyncio.to_thread(store.sweep, clock())
            await asyncio.to_thread(store.forget_traces)
            if swept.conversations:
                log.info("swept", conversations=swept.conversations)
        except Exception as error:
            log.exception("sweep_failed", error=type(error).__name__)
        await asyncio.sleep(SWEEP_SECONDS)
