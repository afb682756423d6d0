"""The shape of a database: bringing it up to date, and telling whose it is."""

from __future__ import annotations

import hmac
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from bot.store.engine import MEMORY, address, connect
from bot.store.statements import PROOF, Upserts
from bot.store.tables import Keyring
from bot.store.trouble import KeyMissing

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from bot.store.seal import Seal

MIGRATIONS = Path(__file__).parent / "migrations"

# Two numbers of our own, so that they never meet the one-number locks of the chats.
_LOCK_SCHEMA = text("SELECT pg_advisory_xact_lock(1986158962, 1)")


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest shape, all or nothing; processes that start at once take turns."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(_LOCK_SCHEMA)
        command.upgrade(config(connection), "head")


def config(connection: Connection) -> Config:
    """Return what Alembic needs to work on an open connection, without a file of its own."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def recognise(engine: Engine, seal: Seal) -> None:
    """Make an empty database belong to the lookup key; raises KeyMissing if it belongs to another."""
    with engine.begin() as connection:
        connection.execute(Upserts(engine.dialect.name).keyring, {"number": 1, "proof": seal.lookup_proof()})
        proof = connection.execute(PROOF).scalar_one()
    _compare(proof, seal)


def refuse_other_keys(engine: Engine, seal: Seal) -> None:
    """Raise KeyMissing if the database already belongs to another lookup key; changes nothing."""
    if _belongs(engine):
        with engine.connect() as connection:
            _compare(connection.execute(PROOF).scalar_one(), seal)


def _compare(proof: bytes, seal: Seal) -> None:
    if not hmac.compare_digest(proof, seal.lookup_proof()):
        raise KeyMissing(
            "The database was made with other keys: put them back (the lookup key, or else the oldest "
            "key, must stay as it was), or give another database."
        )


def has_history(url: str) -> bool:
    """Tell whether a database already belongs to keys, without making or changing anything."""
    where = address(url)
    if where.get_backend_name() == "sqlite" and (where.database in MEMORY or not Path(str(where.database)).exists()):
        return False
    engine = connect(where)
    try:
        return _belongs(engine)
    finally:
        engine.dispose()


def _belongs(engine: Engine) -> bool:
    with engine.connect() as connection:
        known = inspect(connection).has_table(str(Keyring.__tablename__))
        return known and connection.execute(PROOF).first() is not None
