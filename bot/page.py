"""A page to print: plain HTML made for A4, in one language. All that was typed is escaped."""

from __future__ import annotations

from bot.words import Speaker, on_page
from dialogues.words import Words

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>
@page {{ size: A4; margin: 20mm }}
body {{ font: 13pt/1.5 sans-serif; max-width: 170mm; margin: 0 auto; padding: 1rem; color: #000; background: #fff }}
h1 {{ font-size: 18pt }}
h2 {{ font-size: 14pt; margin: 1.2em 0 .2em }}
section {{ break-inside: avoid }}
p {{ white-space: pre-wrap; margin: 0 }}
</style></head>
<body><h1>{title}</h1>
{sections}
</body></html>
"""


def page(speaker: Speaker, title: Words, sections: tuple[tuple[Words | None, Words], ...]) -> str:
    """Lay out a page in one language."""
    said = "\n".join(_section(speaker, heading, text) for heading, text in sections)
    return PAGE.format(
        language=speaker.language,
        direction="rtl" if speaker.right_to_left else "ltr",
        title=on_page(speaker, title),
        sections=said,
    )


def _section(speaker: Speaker, heading: Words | None, text: Words) -> str:
    above = f"<h2>{on_page(speaker, heading)}</h2>" if heading else ""
    return f'<section dir="auto">{above}<p dir="auto">{on_page(speaker, text)}</p></section>'
