"""The webhook: where Telegram pushes updates, and by which secret we know that it is Telegram."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

import structlog

from bot.post import Call
from bot.telegram.api import ALLOWED_UPDATES

if TYPE_CHECKING:
    from bot.post import Json
    from bot.telegram.patience import Patience
    from bot.telegram.sender import Caller

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
CONNECTIONS = 100
"""As many as Telegram opens: what comes at once is committed at once."""

MARK_DIGITS = 8

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Hook:
    """The webhook's public address, and the secret that Telegram sends along."""

    url: str
    secret: str

    @property
    def path(self) -> str:
        """The path on which updates arrive."""
        return urlsplit(self.url).path or "/"

    @property
    def marked_url(self) -> str:
        """The address, with a mark that changes with the secret.

        Telegram tells which address it has, but not which secret; so the address shows it.
        """
        mark = hmac.digest(self.secret.encode(), self.url.encode(), "sha256").hex()[:MARK_DIGITS]
        parts = urlsplit(self.url)
        query = "&".join(filter(None, (parts.query, urlencode({"v": mark}))))
        return urlunsplit(parts._replace(query=query))

    def is_known(self, given: str) -> bool:
        """Tell whether this is the secret, in the same time whatever is given."""
        return hmac.compare_digest(given.encode(), self.secret.encode())


async def announce(api: Caller, hook: Hook, patience: Patience) -> None:
    """Tell Telegram of the webhook, unless it knows it as it is. Raises TokenRefused."""
    known = await patience.insist(lambda: api.call(Call("getWebhookInfo", {})))
    if known is None or _is_same(known, hook):
        return
    wanted = {
        "url": hook.marked_url,
        "secret_token": hook.secret,
        "allowed_updates": list(ALLOWED_UPDATES),
        "max_connections": CONNECTIONS,
    }
    if await patience.insist(lambda: api.call(Call("setWebhook", wanted))):
        log.info("webhook_set")


def _is_same(known: Json, hook: Hook) -> bool:
    return (
        known.get("url") == hook.marked_url
        and known.get("max_connections") == CONNECTIONS
        and set(known.get("allowed_updates", ())) == set(ALLOWED_UPDATES)
    )
