"""Make the fonts of the pictures: the parts of Noto that people's languages need, and the widths of their letters.

`make fonts FROM=folder` reads the original fonts from a folder (docs/pictures.md says where they
come from), keeps the characters named here, and writes `bot/pictures/fonts/`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "bot" / "pictures" / "fonts"

LATIN_GREEK_CYRILLIC = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x0250, 0x02AF),
    (0x02B0, 0x036F),
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x25CC, 0x25CC),
)
ARABIC = ((0x0020, 0x007E), (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0x200C, 0x200F), (0x25CC, 0x25CC))
ETHIOPIC = ((0x0020, 0x007E), (0x1200, 0x139F), (0x2D80, 0x2DDF))
EMOJI = (
    (0x0020, 0x0020),
    (0x0023, 0x0023),
    (0x002A, 0x002A),
    (0x0030, 0x0039),
    (0x00A9, 0x1FFFF),
    (0xE0020, 0xE007F),
)

CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings and isolates."""

MADE = {
    "NotoSans-Regular.ttf": ("NotoSans_400Regular.ttf", LATIN_GREEK_CYRILLIC),
    "NotoSans-SemiBold.ttf": ("NotoSans_600SemiBold.ttf", LATIN_GREEK_CYRILLIC),
    "NotoSansArabic-Regular.ttf": ("NotoSansArabic_400Regular.ttf", ARABIC),
    "NotoSansArabic-SemiBold.ttf": ("NotoSansArabic_600SemiBold.ttf", ARABIC),
    "NotoSansEthiopic-Regular.ttf": ("NotoSansEthiopic_400Regular.ttf", ETHIOPIC),
    "NotoSansEthiopic-SemiBold.ttf": ("NotoSansEthiopic_600SemiBold.ttf", ETHIOPIC),
    "NotoEmoji-Regular.ttf": ("NotoEmoji_400Regular.ttf", EMOJI),
}
"""For each font that is shipped: the original, and the ranges of characters that are kept."""


def main(source: Path) -> None:
    """Make every font, and the table of widths."""
    for name, (original, ranges) in MADE.items():
        font = TTFont(next(source.rglob(original)))
        subset(font, ranges)
        show_no_controls(font)
        font.save(FONTS / name)
    widths = {name: widths_of(TTFont(FONTS / name)) for name in MADE}
    (FONTS / "widths.json").write_text(json.dumps(widths, separators=(",", ":")) + "\n", encoding="utf-8")


def subset(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> None:
    """Keep some characters, with what shapes them (joining, marks, ligatures), and no hints for old screens."""
    options = Options()
    options.hinting = False
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)


def show_no_controls(font: TTFont) -> None:
    """Let what directs a text take no room: the fonts for Arabic lack some of it, and would show a box."""
    mark = font.getBestCmap().get(0x200F)
    for table in font["cmap"].tables:
        if mark and table.isUnicode():
            table.cmap.update({code: mark for code in CONTROLS if code not in table.cmap})


def widths_of(font: TTFont) -> list[list[int]]:
    """Give runs of characters: the first one's number, then the width of each in thousandths of the size."""
    em, metrics, cmap = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
    runs: list[list[int]] = []
    for code in sorted(cmap):
        if not runs or code != runs[-1][0] + len(runs[-1]) - 1:
            runs.append([code])
        runs[-1].append(round(metrics[cmap[code]][0] * 1000 / em))
    return runs


if __name__ == "__main__":
    main(Path(sys.argv[1]))
