"""The operator's commands for the keys, and the upkeep by which a running bot follows them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import structlog
import typer
from filelock import FileLock
from sqlalchemy import Engine

from bot.settings import Settings
from bot.store import rotation
from bot.store.engine import address, connect
from bot.store.keys import find_keys, replace_keys
from bot.store.rotation import LINGER, FileSeal
from bot.store.schema import has_history, refuse_other_keys
from bot.store.seal import Keys, Seal
from bot.store.store import Store
from bot.store.trouble import KeyMissing, Occupied

UPKEEP_SECONDS = 3600.0
"""How often a running bot looks for a new key; a part of what ``rotation.SETTLE`` rests on."""

AIR_SECONDS = 0.02
"""What a running bot leaves between two steps of sealing anew, for the turns of people."""

BUSY_SECONDS = 10

keys = typer.Typer(no_args_is_help=True, help="The keys that seal what is stored: make, rotate and check them.")
log = structlog.get_logger()


@keys.command()
def new() -> None:
    """Make a key file, where there is none and nothing is stored yet."""
    settings = Settings()
    if settings.keys.get_secret_value().strip():
        raise SystemExit("The keys come from VRAAGKRACHT_KEYS: unset it to keep them in a file.")
    if settings.key_file.exists():
        raise SystemExit(f"There are keys already, and they stay: {settings.key_file}")
    find_keys("", settings.key_file, settings.data, history=any(_databases(settings)))
    typer.echo(f"The keys stand in {settings.key_file}")
    typer.echo("Keep a copy in a safe place, apart from the data and its backups: without the keys nothing opens.")


@keys.command()
def rotate(
    *, finish: Annotated[bool, typer.Option("--finish", help="Make no new key; only seal anew, now.")] = False
) -> None:
    """Bring a fresh key into use; what older ones sealed is sealed anew, without downtime."""
    settings = Settings()
    given = Given.found(settings)
    if not finish:
        _put_in_front(given)
        typer.echo(f"A fresh key stands in front in {settings.key_file}")
        typer.echo("Make a new copy of the file now, and keep that too apart from the data and its backups.")
    for url in _databases(settings):
        typer.echo(_sealed_anew(url, given.seal(url)))


@keys.command()
def check() -> None:
    """Tell which keys seal how much, and whether all is well; fails with one line when it is not."""
    settings = Settings()
    given = Given.found(settings)
    rows = _rows(settings, given)
    typer.echo(f"{given.where}: right, and the keys of what is stored.")
    for name, state in given.states().items():
        typer.echo(f"{name.hex()}  {state:<9} {_counted(rows[name])}")
    typer.echo(_about_old_keys(given, rows))


@dataclass(frozen=True, slots=True)
class Given:
    """The keys as the operator gave them, and from where."""

    settings: Settings
    keys: Keys
    file: Path | None

    @classmethod
    def found(cls, settings: Settings) -> Given:
        """Read them, and make none. Raises BadKeys, KeysUnsafe or KeyMissing."""
        value = settings.keys.get_secret_value()
        if not value.strip() and not settings.key_file.exists() and not any(_databases(settings)):
            raise KeyMissing(f"There is no key file {settings.key_file} yet: make one with  vraagkracht keys new")
        found = find_keys(value, settings.key_file, settings.data, history=True)
        return cls(settings, found, None if value.strip() else settings.key_file)

    @property
    def where(self) -> str:
        """Say where they come from."""
        return str(self.file or "VRAAGKRACHT_KEYS")

    def seal(self, url: str) -> Seal:
        """Make the seal for a database."""
        return FileSeal(self.file, rotation.settling(url)) if self.file else Seal(self.keys)

    def states(self) -> dict[bytes, str]:
        """Say of each key, newest first, whether it seals."""
        seal = self._seal
        newest, older = seal.newest, seal.older
        known = {newest: "seals"} | dict.fromkeys(older, "old")
        return {name: known.get(name, "is coming") for name in self.keys.names}

    @property
    def _seal(self) -> Seal:
        """The seal of the bot's own database."""
        return self.seal(self.settings.store_url())

    @property
    def coming(self) -> datetime | None:
        """The moment from which the newest key seals, if that is still to come."""
        seal = self._seal
        return seal.rests_from if isinstance(seal, FileSeal) and seal.newest != self.keys.names[0] else None

    def old(self) -> list[bytes]:
        """Name the old keys that may go once nothing needs them."""
        return [name for name in self._seal.older if self.has_lookup or name != self.keys.names[-1]]

    @property
    def has_lookup(self) -> bool:
        """Without an entry of its own, the lookup key is the oldest: that one stays."""
        text = self.file.read_text("utf-8") if self.file else self.settings.keys.get_secret_value()
        return "lookup:" in text


async def upkeep(store: Store, every: float = UPKEEP_SECONDS) -> None:
    """Take up changed keys and seal anew what older ones sealed, now and every hour."""
    while True:
        try:
            await _keep(store)
        except Exception as error:
            log.exception("keys_not_kept", error=type(error).__name__)
        await asyncio.sleep(every)


async def _keep(store: Store) -> None:
    steps, resealed, damaged = store.resealing(), 0, 0
    while step := await asyncio.to_thread(next, steps, None):
        resealed, damaged = resealed + step.resealed, damaged + step.damaged
        await asyncio.sleep(AIR_SECONDS)
    if resealed:
        await asyncio.to_thread(store.forget_traces)
        log.info("sealed_anew", count=resealed)
    if damaged:
        log.error("rows_are_damaged", count=damaged)


def _databases(settings: Settings) -> Iterator[str]:
    """Give the databases that already belong to keys: the bot's, and the terminal's."""
    for url in (settings.store_url(), settings.terminal_url()):
        if has_history(url):
            yield url


# --- rotating -------------------------------------------------------------------------------------


def _put_in_front(given: Given) -> None:
    if given.file is None:
        raise SystemExit(_by_hand(given))
    with FileLock(f"{given.file.resolve()}.lock", timeout=BUSY_SECONDS, mode=0o600):
        now = Given.found(given.settings)  # another may have rotated a moment ago
        for url in _databases(given.settings):
            _refuse_too_early(url, now)
        replace_keys(given.file, now.keys.rotated())


def _refuse_too_early(url: str, given: Given) -> None:
    """Refuse keys that are not the database's, and a second new key before the first one seals."""
    seal = given.seal(url)
    with _engine(url) as engine:
        refuse_other_keys(engine, seal)
    if isinstance(seal, FileSeal) and seal.newest != given.keys.names[0]:
        raise SystemExit(f"The newest key is not in use yet: rotate again after {_at(seal.rests_from)}.")


def _by_hand(given: Given) -> str:
    lookup = "" if given.has_lookup else " First write the last one down once more, as lookup:KEY, and leave that be."
    return (
        f"The keys come from VRAAGKRACHT_KEYS, so rotate them there.{lookup} "
        "1. Make a key with  openssl rand -base64 32 | tr +/ -_  and put it second; restart every process. "
        "2. Put it first; restart every process: they seal anew by themselves. "
        "3. `vraagkracht keys check` tells when old keys can go."
    )


def _sealed_anew(url: str, seal: Seal) -> str:
    if isinstance(seal, FileSeal) and datetime.now(UTC) < seal.rests_from:
        return (
            f"Give every machine its copy of the file before {_at(seal.rests_from)}: from then on the running "
            "processes use the new key, and seal anew what is stored."
        )
    try:
        return f"{_named(url)}: {_counted(_reseal_all(url, seal))} sealed anew."
    except Occupied:
        return (
            f"{_named(url)}: the bot that has it takes up the newest key within the hour, and seals anew by itself."
        )


def _reseal_all(url: str, seal: Seal) -> int:
    with Store.open(url, seal) as store:
        rows = sum(step.resealed for step in store.resealing())
        store.forget_traces()
        return rows


# --- checking -------------------------------------------------------------------------------------


def _rows(settings: Settings, given: Given) -> Counter[bytes]:
    """Count the rows of every database by key. Raises KeyMissing for another's, or for a key that is not there."""
    rows: Counter[bytes] = Counter()
    for url in _databases(settings):
        with _engine(url) as engine:
            refuse_other_keys(engine, Seal(given.keys))
            rows += rotation.census(engine)
    for name in rows.keys() - set(given.keys.names):
        raise KeyMissing(
            f"The key {name.hex()} is not in {given.where}, but sealed {_counted(rows[name])}: put it back."
        )
    return rows


def _about_old_keys(given: Given, rows: Counter[bytes]) -> str:
    old = given.old()
    if given.coming:
        return f"The newest key comes into use after {_at(given.coming)}; until then all keys are needed."
    if not old:
        return "There are no old keys to drop."
    if any(rows[name] for name in old):
        return "Old keys are still needed: the bot seals anew each hour, `vraagkracht keys rotate --finish` at once."
    return _may_go(given, " ".join(name.hex() for name in old))


def _may_go(given: Given, names: str) -> str:
    if given.file is None:
        return f"Once every process was restarted with these keys, these can go: {names}"
    rested = datetime.fromtimestamp(given.file.stat().st_mtime, UTC) + LINGER
    when = "now" if rested <= datetime.now(UTC) else f"after {_at(rested)}"
    return f"These can go from {given.file} {when}, each with the line under its name: {names}"


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    engine = connect(address(url))
    try:
        yield engine
    finally:
        engine.dispose()


def _named(url: str) -> str:
    """Name a database without what its address may hold of passwords."""
    return str(address(url).database)


def _counted(rows: int) -> str:
    return f"{rows} row" if rows == 1 else f"{rows} rows"


def _at(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
