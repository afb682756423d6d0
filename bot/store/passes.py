"""Passes to the page of a support centre: a link that opens once, and the session that it opens.

Of either secret only a digest is stored. It is made with the operator's key and over all that the pass
allows: who can write to the database, and has no key, can make no pass and give none more rights.
"""

from __future__ import annotations

import hmac
import re
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, insert, select, update

from bot.store import schema
from bot.store.engine import MEMORY, address, connect, make_private
from bot.store.tables import DeskPass, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from bot.store.seal import Seal

passes = table(DeskPass)

ROLES = ("see", "edit", "operator")
LINK_LASTS = timedelta(days=7)
"""How long a link waits to be opened."""

_ID_BYTES, _SECRET_BYTES = 4, 24
_TOKEN = re.compile(r"([0-9a-f]{8})-([0-9a-f]{48})")
_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Pass:
    """What a colleague may do, and till when; one that was not opened yet is a link."""

    id: str
    steunpunt: str
    role: str
    label: str
    days: int
    made_at: datetime
    opened_at: datetime | None
    expires_at: datetime

    @property
    def who(self) -> str:
        """By what its changes are known: its label, or else its number."""
        return self.label or self.id


class Passes:
    """The passes in a database."""

    def __init__(self, engine: Engine, seal: Seal) -> None:
        self._engine, self._seal = engine, seal

    @classmethod
    @contextmanager
    def open(cls, url: str, seal: Seal) -> Iterator[Self]:
        """Open them beside a running bot. Raises KeyMissing if the database belongs to other keys."""
        where = address(url)
        if where.get_backend_name() == "sqlite" and where.database not in MEMORY:
            make_private(Path(str(where.database)))
        engine = connect(where)
        try:
            schema.migrate(engine)
            schema.refuse_other_keys(engine, seal)
            yield cls(engine, seal)
        finally:
            engine.dispose()

    def make(self, steunpunt: str, role: str, label: str, days: int, now: datetime) -> tuple[Pass, str]:
        """Make a pass, and the secret with which it is opened once."""
        made = Pass(
            secrets.token_hex(_ID_BYTES), steunpunt, role, label[:_LETTERS], days, now, None, _whole(now + LINK_LASTS)
        )
        secret = secrets.token_hex(_SECRET_BYTES)
        row = {name: getattr(made, name) for name in Pass.__slots__}
        with self._engine.begin() as connection:
            connection.execute(insert(passes), {**row, "proof": self._proof(made, secret)})
        return made, f"{made.id}-{secret}"

    def link(self, token: str, now: datetime) -> Pass | None:
        """Give the pass of a link that was not opened yet; looking does not open it."""
        found = self._matching(token, now)
        return found if found and found.opened_at is None else None

    def session(self, token: str, now: datetime) -> Pass | None:
        """Give the pass of a session."""
        found = self._matching(token, now)
        return found if found and found.opened_at is not None else None

    def begin(self, token: str, now: datetime) -> tuple[Pass, str] | None:
        """Open a link: gives its pass and the secret of the session, and to the first only."""
        found = self.link(token, now)
        if found is None:
            return None
        begun = replace(found, opened_at=_whole(now), expires_at=_whole(now + timedelta(days=found.days)))
        secret = secrets.token_hex(_SECRET_BYTES)
        changed = {"opened_at": begun.opened_at, "expires_at": begun.expires_at, "proof": self._proof(begun, secret)}
        mine = (passes.c.id == found.id) & (passes.c.proof == self._proof(found, token.partition("-")[2]))
        with self._engine.begin() as connection:
            if connection.execute(update(passes).where(mine), changed).rowcount != 1:
                return None
        return begun, f"{begun.id}-{secret}"

    def listed(self, steunpunt: str, now: datetime) -> list[Pass]:
        """Give the passes of a support centre that can still be used."""
        asked = select(passes).where(passes.c.steunpunt == steunpunt, passes.c.expires_at > now)
        with self._engine.begin() as connection:
            rows = connection.execute(asked.order_by(passes.c.made_at, passes.c.id)).all()
        return [_read(row) for row in rows]

    def revoke(self, identity: str) -> bool:
        """Take a pass back, at once; tells whether there was one."""
        with self._engine.begin() as connection:
            return connection.execute(delete(passes).where(passes.c.id == identity)).rowcount == 1

    def sweep(self, now: datetime) -> None:
        """Forget the passes whose time is over."""
        with self._engine.begin() as connection:
            connection.execute(delete(passes).where(passes.c.expires_at <= now))

    def _matching(self, token: str, now: datetime) -> Pass | None:
        read = _TOKEN.fullmatch(token)
        if read is None:
            return None
        with self._engine.begin() as connection:
            row = connection.execute(select(passes).where(passes.c.id == read[1])).one_or_none()
        if row is None or row.expires_at <= now:
            return None
        found = _read(row)
        return found if hmac.compare_digest(row.proof, self._proof(found, read[2])) else None

    def _proof(self, made: Pass, secret: str) -> bytes:
        """Digest a secret together with what it is good for."""
        state = "session" if made.opened_at else "link"
        allowed = (state, made.id, made.steunpunt, made.role, str(made.days), made.expires_at.isoformat(), made.label)
        return self._seal.conversation_key(int(secret, 16), "desk\n" + "\n".join(allowed))


def _read(row: object) -> Pass:
    return Pass(**{name: getattr(row, name) for name in Pass.__slots__})


def _whole(moment: datetime) -> datetime:
    """Give a moment as the database keeps it, to the millisecond and in UTC."""
    return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)
