"""The operator's and the translator's commands for a language: begin one, see what it needs, have it reviewed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from babel import UnknownLocaleError

from bot.languages import checklist, review
from bot.words import locale
from dialogues.languages import LANGUAGES

language = typer.Typer(no_args_is_help=True, help="Add a language, see what it needs, have it reviewed.")

Code = Annotated[str, typer.Argument(help="Two or three letters, as in ISO 639: fr, ar.")]


@language.command()
def new(code: Code, name: Annotated[str, typer.Option(help="What the language calls itself.")] = "") -> None:
    """Lay out a new language; what it needs then is printed by `vraagkracht language needs`."""
    try:
        known = locale(code)
    except (UnknownLocaleError, ValueError):
        raise SystemExit(f"{code} is no language that Babel knows: give its code of ISO 639, such as fr.") from None
    if code in LANGUAGES:
        raise SystemExit(f"{code} is there already: `vraagkracht language needs {code}` tells what it still needs.")
    for path in checklist.begin(code, name or str(known.get_display_name()).capitalize()):
        print(f"written: {path.relative_to(checklist.ROOT)}")
    print(f"Next: `vraagkracht language needs {code}`, and docs/translating.md.")


@language.command()
def needs(code: Annotated[str, typer.Argument(help="One language; all when left out.")] = "") -> None:
    """Tell what a language still needs; fails until nothing is missing."""
    found = [line for each in ([code] if code else LANGUAGES) for line in checklist.missing(each)]
    print("\n".join(found) or "Nothing is missing.")
    raise typer.Exit(bool(found))


@language.command("review")
def sheet(
    code: Code,
    to: Annotated[Path, typer.Option(help="Folder for the sheets.")] = Path(),
    take: Annotated[Path | None, typer.Option(help="A sheet that was filled in: take its corrections over.")] = None,
    reviewer: Annotated[str, typer.Option(help="Who reviewed all of it: noted in the header.")] = "",
) -> None:
    """Write the sheets for a native speaker, or take over the corrections of one."""
    if code not in LANGUAGES:
        raise SystemExit(f"There is no language {code}: one of {', '.join(LANGUAGES)}.")
    if take is None:
        print("\n".join(f"written: {path}" for path in review.write(code, to)))
        return
    if not take.is_file():
        raise SystemExit(f"{take} is no file: give the sheet that was filled in.")
    taken = review.take(code, take, reviewer, datetime.now(UTC).date())
    print("\n".join((*(f"not taken: {line}" for line in taken.refused), f"{taken.corrected} corrected")))
    raise typer.Exit(bool(taken.refused))
