"""What Telegram shows of the bot before a talk: its commands and descriptions, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from telegram.error import TelegramError

from bot.post import Call

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.post import Json
    from bot.telegram.sender import Caller

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile in one language.

    ``commands`` maps a name without slash to what it does (at most 256 characters), in the order
    of the menu; ``description`` stands in an empty chat (at most 512), ``short_description`` on
    the bot's page (at most 120).
    """

    commands: Mapping[str, str]
    description: str
    short_description: str


async def publish(api: Caller, profiles: Mapping[str, Profile]) -> int:
    """Set what differs from what Telegram has, and nothing else; returns how many calls that took.

    ``profiles`` is by two-letter language code; "" is for all other languages. Telegram limits
    how often a profile is set, so trouble is logged and left for the next start.
    """
    changes = 0
    try:
        for language, profile in profiles.items():
            for part, wanted in _parts(profile):
                changes += await _publish_part(api, part, wanted, language)
    except TelegramError as error:
        log.warning("profile_not_published", error=type(error).__name__)
    return changes


async def _publish_part(api: Caller, part: str, wanted: Json, language: str) -> bool:
    """Set one part of the profile if it is not so already; returns whether it was set."""
    where = {"language_code": language} if language else {}
    current = await api.call(Call(f"getMy{part}", dict(where)))
    if current in (wanted, *wanted.values()):
        return False
    await api.call(Call(f"setMy{part}", wanted | where))
    return True


def _parts(profile: Profile) -> Iterator[tuple[str, Json]]:
    commands = [{"command": name, "description": what} for name, what in profile.commands.items()]
    yield "Commands", {"commands": commands}
    yield "Description", {"description": profile.description}
    yield "ShortDescription", {"short_description": profile.short_description}
