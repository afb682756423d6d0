"""The operator's commands for support centres: their links, their posters, the directory, and their report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from bot import report as reports
from bot.directory import checking, files
from bot.directory.hsds import Service
from bot.directory.services import Directory
from bot.directory.sheet import Reading, Unreadable, area, reason, schedules
from bot.directory.steunpunten import Steunpunt, link
from bot.posters import making
from bot.settings import Settings
from bot.store.register import Register
from bot.words import Speaker
from dialogues.languages import LANGUAGES

steunpunt = typer.Typer(no_args_is_help=True, help="Support centres that hand out a link.")
directory = typer.Typer(no_args_is_help=True, help="The directory of services.")

Names = Annotated[str, typer.Option(help="Municipalities, with commas: Almere, GM0995.")]
Phones = Annotated[str, typer.Option(help="Phone numbers, with / between them.")]
Hours = Annotated[str, typer.Option(help="Opening hours: ma-do 09:00-17:00; vr 09:00-12:00.")]
Codes = Annotated[str, typer.Option(help="Languages spoken there: nl, tr.")]
Greeting = Annotated[list[str] | None, typer.Option(help="What it says itself: nl=Fijn dat u kijkt.")]
Code = Annotated[str, typer.Argument(help="Its code in the link: 2 to 20 letters and digits.")]
Bot = Annotated[str, typer.Option(help="The bot's username, without @.")]


@steunpunt.command()
def add(
    code: Code,
    *,
    name: Annotated[str, typer.Option(help="Its name.")],
    municipalities: Names,
    checked_by: Annotated[str, typer.Option(help="Who checked this today.")],
    phone: Phones = "",
    website: str = "",
    hours: Hours = "",
    languages: Codes = "nl",
    greeting: Greeting = None,
) -> None:
    """Add a support centre; from then on its link greets in its name."""
    told = {"name": name, "municipalities": municipalities, "phone": phone, "website": website, "hours": hours}
    told |= {"languages": languages, "checked_by": checked_by}
    with Register.open(Settings().store_url()) as register:
        if code in Directory.of(register.listed()).steunpunten:
            raise Unreadable(f"There is a {code} already: change it with `vraagkracht steunpunt edit {code}`.")
        _put(register, {"code": code, **_fields(told, greeting)})


@steunpunt.command()
def edit(
    code: Code,
    *,
    checked_by: Annotated[str, typer.Option(help="Who checked this today.")],
    name: str = "",
    municipalities: Names = "",
    phone: Phones = "",
    website: str = "",
    hours: Hours = "",
    languages: Codes = "",
    greeting: Greeting = None,
) -> None:
    """Change a support centre: what is given; the rest stays, and is checked today."""
    told = {"name": name, "municipalities": municipalities, "phone": phone, "website": website, "hours": hours}
    told |= {"languages": languages, "checked_by": checked_by}
    given = {field: value for field, value in told.items() if value}
    with Register.open(Settings().store_url()) as register:
        before = _known(register, code).model_dump(mode="json")
        fields = _fields(given, greeting)
        greetings = before["greeting"] | dict(map(_greeted, greeting or ()))
        _put(register, {**before, **fields, "greeting": greetings})


@steunpunt.command("list")
def list_all(bot: Bot = "") -> None:
    """List the support centres, with their links when the bot's name is given."""
    with Register.open(Settings().store_url()) as register:
        known = Directory.of(register.listed()).steunpunten.values()
    for each in known:
        phones = " / ".join(phone.number for phone in each.phones)
        print(f"{each.code:20} {each.name:40} {phones:20} {each.assured_date or 'not checked'}")
        if bot:
            print(f"{'':20} {link(bot, each.code)}")
    if not known:
        print("There are none yet: `vraagkracht steunpunt add --help`.")


def poster(
    code: Code,
    bot: Bot,
    folder: Annotated[Path, typer.Option(help="Where the files go.")] = Path("posters"),
) -> None:
    """Make posters, cards and pictures with the support centre's code to scan, in every language."""
    with Register.open(Settings().store_url()) as register:
        known = _known(register, code)
    made = making.make(known, bot.removeprefix("@"), folder)
    print(f"{len(made)} files in {folder}")


def report(
    code: Code,
    month: Annotated[str, typer.Option(help="A month that is over, such as 2026-10.")],
    folder: Annotated[Path, typer.Option(help="Where the page and the CSV go.")] = Path(),
    language: Annotated[str, typer.Option(help="Language of the report.")] = "nl",
) -> None:
    """Make the report of a month: counts in bands of ten, nobody's answers."""
    if language not in LANGUAGES:
        raise Unreadable(f"The languages are {', '.join(LANGUAGES)}.")
    try:
        over = reports.month_of(month, datetime.now(UTC).date())
    except (ValueError, reports.TooEarly) as error:
        raise Unreadable(str(error)) from error
    with Register.open(Settings().store_url()) as register:
        known, tallies = _known(register, code), register.tallies(code, over)
        listed = Directory.of(register.listed())
    told = (known, over, tallies, listed, Speaker(language, young=False))
    for ending, content in ((".html", reports.page(*told)), (".csv", reports.as_csv(*told))):
        file = folder / f"{code}-{over}{ending}"
        file.write_text(content, encoding="utf-8")
        print(file)


@directory.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .csv, .xlsx or .json (HSDS) file.")],
    *,
    write: Annotated[bool, typer.Option("--write", help="Really take it over; else it is only tried.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="In the place of all that is there.")] = False,
) -> None:
    """Take over services from a file, all or none; without --write it is only tried."""
    reading = files.read(file)
    for each in reading.refused:
        print(f"row {each.row}: {each.reason}")
    if reading.refused:
        print(f"{len(reading.refused)} rows are refused, {len(reading.services)} are right. Nothing is taken over.")
        raise typer.Exit(1)
    with Register.open(Settings().store_url()) as register:
        _refuse_mixture(reading, () if replace else Directory.of(register.listed()).services.values())
        if write:
            entries = {each.id: each.model_dump(mode="json") for each in reading.services}
            put = register.replace_services if replace else register.put_services
            put(entries, datetime.now(UTC))
    told = "taken over" if write else "right; take them over with --write"
    print(f"{len(reading.services)} services are {told}.")


@directory.command()
def export(file: Annotated[Path, typer.Argument(help="A .csv, .xlsx or .json (HSDS) file.")]) -> None:
    """Write all services to a file; the support centres are not among them."""
    with Register.open(Settings().store_url()) as register:
        services = [Service.model_validate(each) for each in register.listed().services]
    files.write(file, services)
    print(f"{file}: {len(services)} services")


@directory.command()
def check() -> None:
    """Tell what somebody should look at: old entries, wrong numbers, kinds and places without anybody."""
    with Register.open(Settings().store_url()) as register:
        known, called_wrong = Directory.of(register.listed()), register.called_wrong()
    today = date.today()  # noqa: DTZ011  the operator's own day
    found = list(checking.problems(known, today, called_wrong))
    print("\n".join(found) or "Nothing needs looking at.")
    raise typer.Exit(bool(found))


def _refuse_mixture(reading: Reading, there: Iterable[Service]) -> None:
    """An invented example never stands among real entries."""
    known = [each for each in there if not each.id.startswith("steunpunt-")]
    if len({each.is_demo for each in (*reading.services, *known)}) > 1:
        raise Unreadable("Invented examples and real entries don't go together: use --replace, or another database.")


def _known(register: Register, code: str) -> Steunpunt:
    known = Directory.of(register.listed()).steunpunten.get(code)
    if known is None:
        raise Unreadable(f"There is no support centre {code}: see `vraagkracht steunpunt list`.")
    return known


def _fields(told: dict[str, str], greeting: list[str] | None) -> dict[str, object]:
    """Turn what was typed into the fields of a support centre."""
    found: dict[str, object] = {"assured_date": f"{date.today()}", "assurer_email": told["checked_by"]}  # noqa: DTZ011
    found |= {field: told[field] for field in ("name", "website") if field in told}
    if "municipalities" in told:
        found["municipalities"] = [area(each.strip())["extent"] for each in told["municipalities"].split(",")]
    if "phone" in told:
        found["phones"] = [{"number": each.strip()} for each in told["phone"].split("/") if each.strip()]
    if "hours" in told:
        found["schedules"] = schedules(told["hours"])
    if "languages" in told:
        found["languages"] = [{"code": each.strip()} for each in told["languages"].split(",") if each.strip()]
    if greeting:
        found["greeting"] = dict(_greeted(each) for each in greeting)
    return found


def _greeted(written: str) -> tuple[str, str]:
    language, _is, words = written.partition("=")
    if language not in LANGUAGES or not words:
        raise Unreadable(f"A greeting is written as nl=Fijn dat u kijkt; the languages are {', '.join(LANGUAGES)}.")
    return language, words


def _put(register: Register, told: dict[str, object]) -> None:
    try:
        made = Steunpunt.model_validate(told)
    except ValidationError as error:
        raise Unreadable(reason(error)) from error
    register.put_steunpunt(made.code, made.model_dump(mode="json"), datetime.now(UTC))
    print(f"{made.code}: {made.name}. Its link ends in ?start={made.code}")
