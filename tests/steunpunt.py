"""A support centre for tests: invented, in Almere, with a link of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.directory.services import Kept
from bot.directory.steunpunten import Steunpunt

if TYPE_CHECKING:
    from bot.conversations import Conversations

VOORBEELD = Steunpunt.model_validate(
    {
        "code": "voorbeeld",
        "name": "Steunpunt Het Voorbeeld",
        "municipalities": ["GM0034"],
        "phones": [{"number": "036 000 00 00"}],
        "website": "https://steunpunt.example.org",
        "schedules": [{"byday": "MO,TU,WE,TH", "opens_at": "09:00", "closes_at": "17:00"}],
        "languages": [{"code": "nl"}],
        "greeting": {"nl": "Fijn dat u kijkt."},
        "assured_date": date(2026, 11, 1),
        "assurer_email": "voorbeeld@example.org",
    }
)


def with_steunpunt(talks: Conversations, steunpunt: Steunpunt = VOORBEELD) -> Conversations:
    """Let the talks know a support centre."""
    directory = talks.directory
    assert isinstance(directory, Kept)
    entry = steunpunt.model_dump(mode="json")
    talks.store.registering().put_steunpunt(steunpunt.code, entry, datetime.now(UTC))
    directory.refresh()
    return talks
