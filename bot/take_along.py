"""A page to take along: where one can go, what one can say there and ask, in two languages side by side.

It is plain HTML for A4 and for a phone, made for this one person and kept nowhere. All that was
typed is escaped; own questions stay in the words in which they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.words import Speaker, on_page
from dialogues import nearby
from dialogues.chapters.support import words_to_say
from dialogues.session import Session
from dialogues.words import Fact, Typed, Words, _, lines

DUTCH = "nl"
"""The language of whoever is asked; beside it stands the person's own."""

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>
@page {{ size: A4; margin: 18mm }}
body {{ font: 12.5pt/1.5 sans-serif; max-width: 180mm; margin: 0 auto; padding: 1rem; color: #000; background: #fff }}
h1 {{ font-size: 18pt; margin: 0 }}
h2 {{ font-size: 13.5pt; margin: 0 0 .2em }}
section {{ display: grid; gap: 1.2rem; break-inside: avoid; border-top: 1px solid #999; padding: .8rem 0 }}
p {{ white-space: pre-wrap; margin: 0; overflow-wrap: anywhere }}
@media (min-width: 34rem), print {{ section {{ grid-template-columns: repeat({columns}, 1fr) }} }}
</style></head>
<body>
{sections}
</body></html>
"""


def page(session: Session, speaker: Speaker) -> str:
    """Lay out the page for somebody, in their language and in Dutch."""
    speakers = [speaker, *([speaker.in_language(DUTCH)] if speaker.language != DUTCH else [])]
    sections = [_section([_head(each) for each in speakers])]
    for heading, text in _parts(session):
        sections.append(_section([_told(each, heading, text) for each in speakers]))
    return PAGE.format(
        language=speaker.language,
        direction="rtl" if speaker.right_to_left else "ltr",
        title=on_page(speaker, TITLE),
        columns=len(speakers),
        sections="\n".join(sections),
    )


TITLE = _("To take along: support for carers")


def _parts(session: Session) -> Iterator[tuple[Words, Words]]:
    if place := nearby.cared_place(session):
        services = [one for one in nearby.found(session) if one in _chosen(session)]
        for each in services:
            told = lines(Fact("service_name", {"id": each["id"]}), Fact("service", {"id": each["id"]}))
            yield _("Where I can go"), told
        yield _("At the municipality"), Fact("municipality", {"code": place["code"]})
        yield _("What I can say"), words_to_say(session)
    questions = session.answers.get("support.questions", "none")
    if questions != "none":
        yield _("What I want to ask"), Typed(str(questions))
    yield _("What was agreed"), _("With whom, and when:")


def _chosen(session: Session) -> list[dict[str, str]]:
    """Give what has been shown so far."""
    first = int(session.answers.get("support.from", 0))
    return nearby.found(session)[: first + nearby.AT_ONCE]


def _head(speaker: Speaker) -> str:
    return _cell(speaker, f"<h1>{on_page(speaker, TITLE)}</h1>")


def _told(speaker: Speaker, heading: Words, text: Words) -> str:
    said = on_page(speaker, text)
    return _cell(speaker, f'<h2>{on_page(speaker, heading)}</h2><p dir="auto">{said}</p>')


def _cell(speaker: Speaker, inside: str) -> str:
    direction = "rtl" if speaker.right_to_left else "ltr"
    return f'<div lang="{speaker.language}" dir="{direction}">{inside}</div>'


def _section(cells: list[str]) -> str:
    return f"<section>{''.join(cells)}</section>"
