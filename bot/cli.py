"""The command line: serve Telegram, talk in the terminal, and look after the project."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot import catalogs as catalog_files
from bot import centres, keyring, logs, serve, specimens
from bot import docs as doc_files
from bot import reading as reading_level
from bot.desk import commands as desk_commands
from bot.directory import helplines as helpline_table
from bot.directory.sheet import Unreadable
from bot.languages import checks as language_checks
from bot.languages import command as language_command
from bot.pictures import examples
from bot.settings import Settings
from bot.store import backup as backups
from bot.store import moving
from bot.store.trouble import (
    BadKeys,
    KeyMissing,
    KeysUnsafe,
    NotBackedUp,
    NotMoved,
    Occupied,
    SealBroken,
    Unforgotten,
)
from bot.telegram.patience import TokenRefused
from bot.terminal import Terminal, typed
from dialogues.languages import LANGUAGES

MENDABLE = (
    BadKeys,
    KeyMissing,
    KeysUnsafe,
    NotBackedUp,
    NotMoved,
    Occupied,
    SealBroken,
    TokenRefused,
    Unforgotten,
    Unreadable,
)
"""Trouble whose message is one line that says how to mend it."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
catalogs = typer.Typer(no_args_is_help=True, help="The words in every language.")
app.add_typer(catalogs, name="catalogs")
app.add_typer(language_command.language, name="language")
app.add_typer(keyring.keys, name="keys")
app.add_typer(centres.steunpunt, name="steunpunt")
desk_commands.add_to(centres.steunpunt)
app.add_typer(centres.directory, name="directory")
app.command()(centres.poster)
app.command()(centres.report)


@app.command()
def run() -> None:
    """Serve Telegram; needs TELEGRAM_BOT_TOKEN."""
    settings = Settings()
    if not settings.telegram_bot_token.get_secret_value():
        raise SystemExit("There is no bot token: set TELEGRAM_BOT_TOKEN, or try the talk with `vraagkracht chat`.")
    logs.set_up()
    serve.serve(settings)


@app.command()
def chat(language: Annotated[str, typer.Option(help="Language to begin in: nl or en.")] = "nl") -> None:
    """Talk in the terminal: type the number of a choice, or a text. The end of the input ends it."""
    logs.set_up(quiet=True)
    settings = Settings()
    terminal = Terminal(language)
    with serve.opened_store(settings, settings.terminal_url()) as store:
        terminal.run(serve.conversations(settings, store, terminal.stage), typed(sys.stdin), print)


@app.command()
def page() -> None:
    """Serve the talk on a page, without Telegram: on this machine, or for the world at WEB_URL."""
    logs.set_up()
    serve.serve_page(Settings(), lambda url: print(f"The talk is at {url} (Ctrl-C ends it).", flush=True))


@app.command()
def start() -> None:
    """Serve Telegram when there is a token, and else the page."""
    if Settings().telegram_bot_token.get_secret_value():
        run()
    else:
        page()


@app.command()
def move(to: Annotated[str, typer.Option(help="Where to: postgresql://... or sqlite:///file.")]) -> None:
    """Copy everything to another database and verify it; stop the bot first."""
    settings = Settings()
    moved = moving.move(settings.store_url(), to, serve.seal(settings, settings.store_url()))
    for each in moved.tables:
        print(f"{each.table:14} {each.rows:9} rows, the same on both sides (SHA-256 {each.checksum[:16]})")
    print("Moved: now set DATABASE_URL to the target." if moved.copied else "The target held all of this already.")


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file for the copy.")]) -> None:
    """Copy the SQLite file as it is at this moment, also while the bot runs; the keys are not in it."""
    settings = Settings()
    size = backups.back_up(settings.store_url(), file)
    print(f"{file}: {size} bytes, sealed. Keep a copy of the keys in another place.")


@app.command()
def docs(*, check: Annotated[bool, typer.Option("--check", help="Write nothing; fail when stale.")] = False) -> None:
    """Make the diagrams and the README's talk from the code."""
    if not check:
        doc_files.write()
    elif found := doc_files.stale():
        print("\n".join(f"{path.name} is stale: run `make docs`" for path in found))
        raise typer.Exit(1)


@app.command()
def pictures() -> None:
    """Draw the example pictures of docs/pictures.md."""
    examples.write(doc_files.ROOT / "docs" / "pictures")


@app.command()
def drafts(
    file: Annotated[Path, typer.Argument(help="A new CSV file.")],
    language: Annotated[str, typer.Option(help="One language; all when left out.")] = "",
) -> None:
    """Write every kind of message, in each tone and with each field, to a file for a speaker to review."""
    written = specimens.write(file, (language,) if language else tuple(LANGUAGES))
    print(f"{file}: {written} messages")


@app.command()
def helplines() -> None:
    """List the helplines as they are shown; fail when a number was not checked for a year."""
    today = date.today()  # noqa: DTZ011  the operator's own day
    stale = {line.id for line in helpline_table.stale(today) if line.phones}
    for line in helpline_table.helplines():
        shown = " / ".join(line.phones) or line.url
        mark = "CHECK AGAIN" if line.id in stale else ""
        print(f"{line.id:22} {shown:45} {line.checked or 'not checked'!s:12} {mark}".rstrip())
    raise typer.Exit(bool(stale))


@catalogs.command()
def reading() -> None:
    """Print how easy the words read in each language; fail when they are too hard."""
    for each in reading_level.readings():
        print(each)
    found = list(reading_level.problems())
    print("\n".join(found), end="")
    raise typer.Exit(bool(found))


@catalogs.command()
def update() -> None:
    """Bring the catalogs up to the messages in the code."""
    catalog_files.update()


@catalogs.command()
def check() -> None:
    """Fail when a catalog lacks a message, or one is wrong."""
    found = [*catalog_files.problems(), *language_checks.problems()]
    print("\n".join(found) or "The catalogs are complete.")
    raise typer.Exit(bool(found))


def main() -> None:
    """Run a command; trouble that the operator can mend is told in one line."""
    try:
        app()
    except ValidationError as error:
        first = error.errors()[0]
        sys.exit(f"The setting {'.'.join(map(str, first['loc']))} is not right: {first['msg']}.")
    except MENDABLE as error:
        sys.exit(str(error))
    except SQLAlchemyError as error:
        sys.exit(f"The database can't be used ({type(error).__name__}): check DATABASE_URL and that it is running.")
    except OSError as error:
        sys.exit(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
