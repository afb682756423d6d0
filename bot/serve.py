"""Serving Telegram: everything wired together, on one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, aclosing, contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot import keyring, profile
from bot.conversations import LEASE, Conversations
from bot.directory.services import Kept, Shelf
from bot.facts import facts
from bot.meter import UNMEASURED, Meter
from bot.metrics import Metrics
from bot.post import Waiting
from bot.quiet import Quiet
from bot.settings import Settings
from bot.site import EVERYWHERE, LOOPBACK, Pulse, Watch, serving
from bot.store import Store
from bot.store.rotation import find_seal
from bot.store.seal import Seal
from bot.telegram.api import Api, connect
from bot.telegram.hook import Hook
from bot.telegram.patience import USUAL, on_signals
from bot.telegram.polling import Poller
from bot.telegram.profile import publish
from bot.telegram.sender import Limits, Sender
from bot.telegram.stage import TelegramStage
from bot.telegram.upkeep import Upkeep
from bot.voice.reader import Reader, reader_for
from bot.warm import warm_up
from bot.web.serving import web_door
from bot.webhook import RHYTHM, Webhook

try:
    from uvloop import run
except ImportError:  # it does not exist for Windows
    from asyncio import run  # type: ignore[assignment]

CLAIMED_AT_ONCE = 500
"""Calls taken over from the outbox at a time: a minute's work after a restart."""

SWEEP_SECONDS = 3600.0
"""How often expired conversations are erased; expiry is counted in days."""

REFRESH_SECONDS = 30.0
"""How soon a change in the directory is shown, in every process."""

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


def conversations(
    settings: Settings,
    store: Store,
    stage: Callable[..., Any],
    meter: Meter = UNMEASURED,
    voices: frozenset[str] = frozenset(),
) -> Conversations:
    """Make the conversations over a store, shown on a kind of stage."""
    shelf = _shelf(store)
    return Conversations(
        store,
        stage,
        facts(settings, shelf),
        ZoneInfo(settings.time_zone),
        settings.months_kept,
        settings.months_kept_child,
        meter=meter,
        quiet=Quiet(settings.quiet_from, settings.quiet_until),
        directory=shelf,
        voices=voices,
    )


def _shelf(store: Store) -> Kept:
    """Give the directory as it is kept, read now."""
    shelf = Kept(store.listed)
    shelf.refresh()
    return shelf


def serve(settings: Settings) -> None:
    """Serve Telegram until the process is asked to end."""
    with opened_store(settings, settings.store_url()) as store:
        warm_up(settings.data)
        run(_serve(settings, store))


async def _serve(settings: Settings, store: Store) -> None:
    metrics, reader = Metrics(), reader_for(settings)
    stage = partial(TelegramStage, inline=settings.inline)
    talks = conversations(settings, store, stage, metrics, reader.languages)
    token = settings.telegram_bot_token.get_secret_value()
    async with aclosing(reader), connect(token, settings.telegram_api_url, reader) as api:
        sender = _sender(settings, api, store, metrics)
        talks.acks = sender.acks
        metrics.watch(sender.counts, lambda: talks.poisoned)
        upkeep = Upkeep(
            talks,
            sender,
            claim=lambda: _claim(store, sender),
            blocked=store.drop_reminders,
            clock=clock,
            rhythm=RHYTHM if settings.webhook_url else USUAL,
            meter=metrics,
        )
        watch = Watch(Pulse(store.backlog), metrics, clock, lambda: upkeep.patience.is_stopping)
        pages = _pages(settings, talks, watch, metrics, reader)
        async with AsyncExitStack() as beside:
            await _watched(settings, watch, beside)
            if settings.web_url and not settings.webhook_url:
                port = await beside.enter_async_context(serving(Starlette(routes=pages), EVERYWHERE, settings.port))
                log.info("listening", port=port)
            await _run(_door(settings, api, upkeep, pages), api, talks)
    log.info("stopped")


def serve_page(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve the page alone, without Telegram, until the process is asked to end."""
    with opened_store(settings, settings.store_url()) as store:
        warm_up(settings.data)
        run(_serve_page(settings, store, tell))


async def _serve_page(settings: Settings, store: Store, tell: Callable[[str], None]) -> None:
    metrics, stopped = Metrics(), asyncio.Event()
    watch = Watch(Pulse(store.backlog), metrics, clock, stopped.is_set)
    shelf = _shelf(store)
    reader = reader_for(settings)
    door = web_door(settings, store, shelf, metrics, clock, reader=reader)
    app = Starlette(routes=[*watch.routes(metrics=False), door.mount()])
    on_signals(stopped.set)
    async with aclosing(reader), AsyncExitStack() as beside:
        await _watched(settings, watch, beside)
        host = EVERYWHERE if settings.web_url else LOOPBACK
        port = await beside.enter_async_context(serving(app, host, settings.port))
        tell(settings.web_url or f"http://{LOOPBACK}:{port}/")
        await _while(stopped.wait(), _sweep(store), keyring.upkeep(store), _refresh(shelf))


async def _watched(settings: Settings, watch: Watch, beside: AsyncExitStack) -> None:
    """Show the figures on this machine, if a port for it is set."""
    if settings.metrics_port:
        await beside.enter_async_context(serving(Starlette(routes=watch.routes()), LOOPBACK, settings.metrics_port))


def _pages(
    settings: Settings, talks: Conversations, watch: Watch, meter: Meter, reader: Reader | None = None
) -> list[BaseRoute]:
    """Give what stands beside the webhook; figures are not shown where the world may come."""
    watched = watch.routes(metrics=not (settings.metrics_port or settings.web_url))
    if not settings.web_url:
        return watched
    return [*watched, web_door(settings, talks.store, talks.directory, meter, clock, reader=reader).mount()]


def _sender(settings: Settings, api: Api, store: Store, meter: Meter) -> Sender:
    limits = Limits(
        messages_per_second=settings.messages_per_second, chat_messages_per_second=settings.chat_messages_per_second
    )
    return Sender(api, note=partial(_note, store), blocked=store.drop_reminders, limits=limits, meter=meter)


def _note(store: Store, sent: Callable[[], Sequence[int]]) -> None:
    """Note what was sent until the transaction has begun, which may have to wait."""
    with store.transaction() as work:
        work.sent(sent())


def _claim(store: Store, sender: Sender) -> list[Waiting]:
    """Keep what we are still sending, and take over what nobody sends."""
    store.prolong(sorted(sender.in_hand), clock() + LEASE)
    return store.claim(clock(), CLAIMED_AT_ONCE, LEASE)


def _door(settings: Settings, api: Api, upkeep: Upkeep, pages: list[BaseRoute]) -> Poller | Webhook:
    """Open the door by which updates come in: a webhook if one is set, and else long polling."""
    if not settings.webhook_url:
        return Poller(api, upkeep)
    hook = Hook(settings.webhook_url, settings.webhook_secret.get_secret_value())
    return Webhook(api, upkeep, hook, settings.port, pages)


async def _run(door: Poller | Webhook, api: Api, talks: Conversations) -> None:
    """Serve, with everything that goes on beside it, until the process is asked to end."""
    store = talks.store
    on_signals(door.stop)
    await asyncio.to_thread(store.release)
    log.info("serving", mode="webhook" if isinstance(door, Webhook) else "polling")
    try:
        await _while(
            door.run(), _publish(api, talks.voices), _sweep(store), keyring.upkeep(store), _refresh(talks.directory)
        )
    finally:
        await _release(store)


async def _while(main: Awaitable[object], *beside: Coroutine[Any, Any, None]) -> None:
    """Let work go on beside the main thing, for as long as that lasts."""
    tasks = [asyncio.create_task(work) for work in beside]
    try:
        await main
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _publish(api: Api, voices: frozenset[str]) -> None:
    await publish(api, profile.profiles(voices))


async def _release(store: Store) -> None:
    """Leave to other processes at once what this one did not get sent."""
    try:
        await asyncio.to_thread(store.release)
    except Exception as error:
        log.exception("claims_not_released", error=type(error).__name__)


async def _refresh(shelf: Shelf) -> None:
    """Take up what changed in the directory, here or by another process or command."""
    while isinstance(shelf, Kept):
        await asyncio.sleep(REFRESH_SECONDS)
        try:
            await asyncio.to_thread(shelf.refresh)
        except Exception as error:
            log.exception("directory_not_read", error=type(error).__name__)


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
