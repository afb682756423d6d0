"""The operator's commands for the desk: making a link for a colleague, listing links, taking one back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.directory.services import Directory
from bot.directory.sheet import Unreadable
from bot.settings import Settings
from bot.site import LOOPBACK
from bot.store.passes import LINK_LASTS, ROLES, Pass, Passes
from bot.store.register import Register
from bot.store.rotation import find_seal
from bot.store.seal import Seal

LONGEST_DAYS = 365

Code = Annotated[str, typer.Argument(help="The code of the support centre.")]


def add_to(commands: typer.Typer) -> None:
    """Put these commands among those for support centres."""
    commands.command("link")(link)
    commands.command("links")(links)
    commands.command("revoke")(revoke)


def link(
    code: Code,
    role: Annotated[str, typer.Option(help="see, edit, or operator (who may change all entries).")] = "see",
    days: Annotated[int, typer.Option(help="How long its page stays open.", min=1, max=LONGEST_DAYS)] = 30,
    label: Annotated[str, typer.Option(help="Who it is for; changes are known by it.")] = "",
) -> None:
    """Make a link for a colleague to the page of a support centre; it opens once, within a week."""
    if role not in ROLES:
        raise Unreadable(f"The roles are {', '.join(ROLES)}.")
    settings = Settings()
    with Register.open(settings.store_url()) as register:
        if code not in Directory.of(register.listed()).steunpunten:
            raise Unreadable(f"There is no support centre {code}: see `vraagkracht steunpunt list`.")
    with Passes.open(settings.store_url(), _seal(settings)) as passes:
        made, token = passes.make(code, role, label, days, datetime.now(UTC))
    root = settings.web_url or f"http://{LOOPBACK}:{settings.port}/"
    typer.echo(f"{root}desk/in?link={token}")
    typer.echo(f"It opens once, within {LINK_LASTS.days} days. Take it back: vraagkracht steunpunt revoke {made.id}")


def links(code: Code) -> None:
    """List the links of a support centre that were not opened yet, and the pages that are open."""
    settings = Settings()
    with Passes.open(settings.store_url(), _seal(settings)) as passes:
        found = passes.listed(code, datetime.now(UTC))
    for each in found:
        typer.echo(f"{each.id}  {each.role:9} {_state(each):36} {each.label}".rstrip())
    if not found:
        typer.echo(f"There are none: `vraagkracht steunpunt link {code}` makes one.")


def revoke(number: Annotated[str, typer.Argument(help="Its number, from `vraagkracht steunpunt links`.")]) -> None:
    """Take a link back; a page that it opened is closed at once."""
    settings = Settings()
    with Passes.open(settings.store_url(), _seal(settings)) as passes:
        if not passes.revoke(number):
            raise Unreadable(f"There is no link {number}.")
    typer.echo(f"{number} is taken back.")


def _state(known: Pass) -> str:
    opened = f"open since {known.opened_at:%Y-%m-%d}," if known.opened_at else "not opened yet,"
    return f"{opened} until {known.expires_at:%Y-%m-%d}"


def _seal(settings: Settings) -> Seal:
    return find_seal(settings.keys.get_secret_value(), settings.key_file, settings.data, settings.store_url())
