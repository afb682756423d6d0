"""Everything that is kept about a person, for that person: a page to read and a file to take along."""

from __future__ import annotations

import json
from datetime import date
from html import escape

from bot.pictures.bars import bars
from bot.pictures.ecogram import ecogram
from bot.pictures.telling import map_told, strain_told
from bot.words import Speaker, bare, on_page
from dialogues.book import QUESTIONS
from dialogues.chapters import network, strain
from dialogues.session import Session
from dialogues.sharing import written
from dialogues.wishes import name_of, wishes
from dialogues.words import Typed, Words, _

PARAGRAPH = "\n\n"

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}}
section{{white-space:pre-wrap;margin-bottom:1.5rem}}
figure{{margin:0}}svg{{max-width:100%;height:auto}}</style></head>
<body><h1>{title}</h1>{sections}</body></html>
"""


def complete(session: Session) -> str:
    """Give everything as JSON, exactly as it is kept."""
    return json.dumps(session.to_json(), ensure_ascii=False, indent=2)


def readable(session: Session, speaker: Speaker, day: date) -> str:
    """Give a page in the person's language, with the pictures as of a day. All that was typed is escaped."""
    pictures = _pictures(session, speaker, day)
    sections = "".join(
        f"<h2>{on_page(speaker, title)}</h2>{pictures.get(name, '')}"
        f'<section dir="auto">{escape(bare(text))}</section>'
        for name, title, text in _sections(session, speaker)
        if text
    )
    return PAGE.format(
        language=speaker.language,
        direction="rtl" if speaker.right_to_left else "ltr",
        title=escape(speaker.say(_("What I told Vraagkracht"))),
        sections=sections,
    )


def _pictures(session: Session, speaker: Speaker, day: date) -> dict[str, str]:
    """Draw the pictures as SVG, by the section in which they stand."""
    drawn = {
        "strain": [bars(strain_told(each, speaker, day)) for each in strain.draw(session)],
        "people": [ecogram(map_told(each, speaker, day)) for each in network.draw_map(session)],
    }
    return {name: "".join(f"<figure>{each}</figure>" for each in found) for name, found in drawn.items()}


def _sections(session: Session, speaker: Speaker) -> list[tuple[str, Words, str]]:
    say = speaker.say
    names = [each.name for each in session.people if each.rather_not]
    answers = "\n".join(_answer(session, speaker, key) for key in sorted(session.answers))
    asks = [] if session.violence else [say(each) for each in written(session)]
    return [
        ("strain", _("How it weighs"), say(strain.picture(session)) if "strain" in session.done else ""),
        ("wishes", _("What may be lighter"), "\n".join(say(name_of(each)) for each in wishes(session))),
        ("people", _("Who is around you"), say(network.map_in_words(session))),
        ("rather_not", _("Rather not asked"), "\n".join(say(Typed(name)) for name in names)),
        ("messages", _("My messages"), "\n\n".join(asks)),
        ("notes", _("What I wrote"), "\n\n".join(session.notes)),
        ("answers", _("All answers"), answers),
    ]


def _answer(session: Session, speaker: Speaker, key: str) -> str:
    """Tell an answer as it was given: the question without what led up to it, and what was chosen or typed."""
    value, question = session.answers[key], QUESTIONS.get(key)
    if question is None:
        return f"{key}: {_plain(value)}"
    labels = {option.code: speaker.say(option.label) for option in question.options_for(session)}
    chosen = [labels.get(str(each), _plain(each)) for each in (value if isinstance(value, list) else [value])]
    return f"{speaker.say(question.words_for(session)).rpartition(PARAGRAPH)[2]} {', '.join(chosen)}"


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
