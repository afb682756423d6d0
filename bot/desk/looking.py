"""What can be looked at on the desk: overview, entries, report, posters, and the way into a try-out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from http import HTTPStatus

from babel.dates import format_date
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import report as reports
from bot.desk.attention import missing, noted
from bot.desk.showing import page
from bot.desk.visit import Visit
from bot.pictures.rendering import png
from bot.posters.layout import SHAPES, poster
from bot.posters.making import choices, pdf
from bot.words import bare
from dialogues.languages import LANGUAGES

MONTHS = 12
"""Months of which the report can be looked at."""

Asked = Mapping[str, str]


def overview(visit: Visit, asked: Asked) -> Response:
    """Show what needs a look, and what nobody offers."""
    found = [each for each in noted(visit) if each.doubts]
    return page("overview.html", visit, found=found, missing=list(missing(visit)), done=asked.get("done", ""))


def entries(visit: Visit, asked: Asked) -> Response:
    """Show the entries: one's own, and the others for the same municipalities."""
    found = noted(visit)
    own = [each for each in found if each.card.keeper == visit.code]
    return page(
        "entries.html", visit, own=own, others=[each for each in found if each not in own], done=asked.get("done", "")
    )


def report(visit: Visit, asked: Asked) -> Response:
    """Show the report of a month, as it may be published."""
    months = {each: _named(visit, each) for each in _months(visit.today)}
    month = asked.get("month", "") if asked.get("month") in months else next(iter(months))
    tallies = visit.store.registering().tallies(visit.code, month)
    charts = Markup(reports.charts(tallies, visit.directory, visit.speaker))  # noqa: S704  it is escaped there
    about = bare(visit.speaker.say(reports.ABOUT))
    return page("report.html", visit, months=months, month=month, charts=charts, about=about)


def report_file(visit: Visit, asked: Asked) -> Response:
    """Give the report of a month to save."""
    month, ending = asked.get("month", ""), asked.get("as", "")
    makers = {"csv": reports.as_csv, "html": reports.page}
    if month not in _months(visit.today) or ending not in makers:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    tallies = visit.store.registering().tallies(visit.code, month)
    content = makers[ending](visit.steunpunt, month, tallies, visit.directory, visit.speaker)
    return _file(content.encode(), f"{visit.code}-{month}.{ending}")


def posters(visit: Visit, bot: str) -> Response:
    """Show what there is to print."""
    names = {name: _titled(name) for name, _speakers in choices()}
    return page("posters.html", visit, names=names, shapes=SHAPES.values(), bot=bot)


def poster_file(visit: Visit, asked: Asked, bot: str) -> Response:
    """Give a poster, card or picture to save."""
    speakers, shape = dict(choices()).get(asked.get("for", "")), SHAPES.get(asked.get("shape", ""))
    ending = asked.get("as", "")
    if not (bot and speakers and shape) or ending not in {"svg", "png", "pdf"}:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    drawn = poster(visit.steunpunt, bot, shape, speakers)
    content = drawn.encode() if ending == "svg" else png(drawn, shape.pixels)
    if ending == "pdf":
        content = pdf(content, *(shape.paper or (100, 100)))
    return _file(content, f"{visit.code}-{shape.name}-{asked['for']}.{ending}")


def tryout(visit: Visit, _asked: Asked) -> Response:
    """Show the way into a try-out."""
    return page("try.html", visit)


def _months(today: date) -> Iterator[str]:
    """Give the months that are over, the newest first."""
    first = today.replace(day=1)
    for _each in range(MONTHS):
        first = (first - timedelta(days=1)).replace(day=1)
        yield f"{first:%Y-%m}"


def _named(visit: Visit, month: str) -> str:
    return format_date(date.fromisoformat(f"{month}-01"), "MMMM yyyy", locale=visit.speaker.locale)


def _titled(name: str) -> tuple[str, bool]:
    """Give the language of a poster in its own name, and whether it is for young people; none is all of them."""
    code, _dash, young = name.partition("-")
    return LANGUAGES.get(code, ""), bool(young)


def _file(content: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=headers, media_type="application/octet-stream")
