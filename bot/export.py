"""Everything that is kept about a person, for that person: a page to read and a file to take along."""

from __future__ import annotations

import json
from html import escape

from bot.words import Speaker, bare
from dialogues.chapters.network import map_in_words
from dialogues.chapters.strain import picture
from dialogues.session import Session
from dialogues.sharing import written
from dialogues.wishes import name_of, wishes
from dialogues.words import Typed, Words, _

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}}
section{{white-space:pre-wrap;margin-bottom:1.5rem}}</style></head>
<body><h1>{title}</h1>{sections}</body></html>
"""


def complete(session: Session) -> str:
    """Give everything as JSON, exactly as it is kept."""
    return json.dumps(session.to_json(), ensure_ascii=False, indent=2)


def readable(session: Session, speaker: Speaker) -> str:
    """Give a page in the person's language. All that was typed is escaped."""
    sections = "".join(
        f"<h2>{escape(bare(speaker.say(title)))}</h2><section>{escape(bare(text))}</section>"
        for title, text in _sections(session, speaker)
        if text
    )
    return PAGE.format(
        language=speaker.language,
        direction="rtl" if speaker.right_to_left else "ltr",
        title=escape(speaker.say(_("What I told Vraagkracht"))),
        sections=sections,
    )


def _sections(session: Session, speaker: Speaker) -> list[tuple[Words, str]]:
    say = speaker.say
    names = [each.name for each in session.people if each.rather_not]
    answers = "\n".join(f"{key}: {_plain(value)}" for key, value in sorted(session.answers.items()))
    asks = [] if session.violence else [say(each) for each in written(session)]
    return [
        (_("How it weighs"), say(picture(session)) if "strain" in session.done else ""),
        (_("What may be lighter"), "\n".join(say(name_of(each)) for each in wishes(session))),
        (_("Who is around you"), say(map_in_words(session))),
        (_("Rather not asked"), "\n".join(say(Typed(name)) for name in names)),
        (_("My messages"), "\n\n".join(asks)),
        (_("What I wrote"), "\n\n".join(session.notes)),
        (_("All answers"), answers),
    ]


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
