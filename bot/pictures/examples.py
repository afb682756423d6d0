"""Example pictures in four scripts, for the documentation and for looking at them.

The people are made up. The words in Arabic, Ukrainian and Amharic are samples that no native speaker
has reviewed; the talk itself takes its words from the catalogs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.pictures.bars import bars
from bot.pictures.ecogram import ecogram
from bot.pictures.rendering import png
from bot.pictures.told import Check, MapTold, Somebody, StrainTold

WIDE = 640
"""Pixels across in the documentation."""

PLACES: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("closest", "family", "close", "both", "GE", "gives"),
    ("closest", "family", "tense", "me", "", "costs"),
    ("closest", "friends", "good", "them", "E", "gives"),
    ("friends", "family", "conflict", "", "", "costs"),
    ("friends", "friends", "distant", "", "G", "neutral"),
    ("friends", "neighbours", "good", "them", "PG", "gives"),
    ("acquaintances", "neighbours", "good", "", "P", "neutral"),
    ("acquaintances", "work", "good", "both", "A", "neutral"),
    ("acquaintances", "others", "distant", "", "G", "gives"),
    ("friends", "family", "broken", "", "", ""),
    ("services", "care", "good", "them", "PA", "neutral"),
    ("services", "care", "", "", "A", ""),
)
"""Where twelve people stand: circle, area, line, who gives, support, energy."""

CODES = {
    "circles": ("closest", "friends", "acquaintances", "services", ""),
    "areas": ("family", "friends", "neighbours", "work", "others", "care"),
    "lines": ("close", "good", "distant", "tense", "conflict", "broken"),
    "gives": ("me", "them", "both"),
    "energy": ("gives", "neutral", "costs"),
    "support": ("P", "G", "A", "E"),
    "letters": ("P", "G", "A", "E"),
}

WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "title": "De mensen om mij heen",
        "date": "22 november 2026",
        "middle": "Ik|Ria",
        "names": "mijn dochter Zoë|mijn broer Koen|Marietje|tante Çiğdem|Łukasz|buurman Jan 🌻|mevrouw Ångström"
        "|collega Bram|Henk van het koor|neef Øyvind|thuiszorg Els|casemanager",
        "circles": "Het dichtst bij mij|Vrienden en familie|Mensen die ik ken|Zorg en hulp|Nog geen plek",
        "areas": "Familie|Vrienden|Buren|Werk en school|Club, geloof, anderen|Zorg",
        "lines": "Hecht|Goed|Op afstand|Gespannen|Ruzie|Geen contact meer",
        "gives": "Ik geef|Geeft aan mij|We geven allebei",
        "energy": "Geeft energie|Geeft niet, kost niet|Kost energie",
        "support": "Praktische hulp|Gezelschap|Advies|Een luisterend oor",
        "letters": "P|G|A|E",
    },
    "ar": {
        "title": "الناس من حولي",
        "date": "٢٢ نوفمبر ٢٠٢٦",
        "middle": "أنا|أمي",
        "names": "ابنتي مريم|أخي يوسف|خالتي فاطمة|ابن عمي (٣٤)|صديقتي ليلى 🌻|الجار أبو محمد|جارتنا پروانه"
        "|زميلي Bram|إمام المسجد|عمّي عبد الرحمن|الممرضة Els|الطبيب",
        "circles": "الأقرب إليّ|الأهل والأصدقاء|من أعرفهم|الرعاية والخدمات|بلا مكان بعد",
        "areas": "العائلة|الأصدقاء|الجيران|العمل والمدرسة|النادي والمسجد|الرعاية",
        "lines": "وثيقة|جيدة|بعيدة|متوترة|خلاف|منقطعة",
        "gives": "أنا أعطي|يعطيني|كلانا يعطي",
        "energy": "يمنح طاقة|لا هذا ولا ذاك|يأخذ طاقة",
        "support": "مساعدة عملية|رفقة|نصيحة|أذن صاغية",
        "letters": "م|ر|ن|أ",
    },
    "uk": {
        "title": "Люди навколо мене",
        "date": "22 листопада 2026 р.",
        "middle": "Я|Мама",
        "names": "донька Євгенія|брат Їжак|подруга Оксана|тітка Ґалина|Łukasz|сусід Андрій 🌻|пані Щербак"
        "|колега Bram|отець Юрій|кузен Сергій|медсестра Els|лікарка",
        "circles": "Найближчі|Друзі й родина|Знайомі|Догляд і служби|Ще без місця",
        "areas": "Родина|Друзі|Сусіди|Робота і школа|Клуб, віра, інші|Догляд",
        "lines": "Близькі|Добрі|Далекі|Напружені|Сварка|Розірвані",
        "gives": "Я даю|Дає мені|Обоє даємо",
        "energy": "Дає сили|Ні те, ні те|Забирає сили",
        "support": "Практична допомога|Товариство|Порада|Уважне вухо",
        "letters": "П|Т|Р|У",
    },
    "am": {
        "title": "በዙሪያዬ ያሉ ሰዎች",
        "date": "22 ኖቬምበር 2026",
        "middle": "እኔ|እናቴ",
        "names": "ልጄ ሰላም|ወንድሜ ዮናስ|ጓደኛዬ አስቴር|አክስቴ ፀሐይ|Łukasz|ጎረቤቴ በየነ 🌻|ወይዘሮ አልማዝ"
        "|ባልደረባዬ Bram|ቄስ ገብረ ማርያም|የአጎቴ ልጅ|ነርስ Els|ሐኪም",
        "circles": "በጣም ቅርብ|ጓደኞችና ቤተሰብ|የማውቃቸው|እንክብካቤ|ገና ቦታ የለውም",
        "areas": "ቤተሰብ|ጓደኞች|ጎረቤቶች|ሥራና ትምህርት|ማኅበር፣ እምነት|እንክብካቤ",
        "lines": "የጠበቀ|ጥሩ|ራቅ ያለ|ውጥረት|ጠብ|የተቋረጠ",
        "gives": "እኔ እሰጣለሁ|ለእኔ ይሰጣል|ሁለታችንም",
        "energy": "ኃይል ይሰጣል|መካከለኛ|ኃይል ይወስዳል",
        "support": "ተግባራዊ እርዳታ|አብሮነት|ምክር|የሚሰማ ጆሮ",
        "letters": "ተ|አ|ም|ጆ",
    },
}

HEAVY = {
    "nl": (
        "Hoe zwaar het is|Hoe het was, en hoe het nu is",
        "Lichaam en slaap|Zorgen en stemming|Tijd voor uzelf|Tussen u tweeën|Werk, school, geld|Er alleen voor staan",
        "niet zwaar|een beetje zwaar|best zwaar|zwaar|heel zwaar",
        "22 aug 2026|23 sep 2026|22 nov 2026",
    ),
    "ar": (
        "كم يثقل الأمر|كيف كان، وكيف هو الآن",
        "الجسم والنوم|القلق والمزاج|وقت لنفسك|ما بينكما|العمل والمدرسة والمال|الوقوف وحيدًا",
        "هادئ|قليلًا|بعض الثقل|ثقيل|ثقيل جدًا",
        "٢٢ أغسطس ٢٠٢٦|٢٣ سبتمبر ٢٠٢٦|٢٢ نوفمبر ٢٠٢٦",
    ),
}
LEVELS = ((4, 4, 3, 2, 1, 4), (4, 3, 3, 1, None, 3), (3, 3, 1, 0, 1, 2))


def example_map(language: str, people: int = len(PLACES)) -> MapTold:
    """Give a map of so many people in one of the languages."""
    words = {name: value.split("|") for name, value in WORDS[language].items()}
    me, cared_for = words["middle"]
    found = (_somebody(words["names"], at) for at in range(people))
    explained = {kind: dict(zip(codes, words[kind], strict=True)) for kind, codes in CODES.items()}
    title, date = WORDS[language]["title"], WORDS[language]["date"]
    return MapTold(language, language == "ar", title, date, title, me, cared_for, tuple(found), explained)


def example_strain(language: str, checks: int = len(LEVELS)) -> StrainTold:
    """Give a picture of where it weighs, after so many checks."""
    titles, areas, weights, dates = (tuple(each.split("|")) for each in HEAVY[language])
    taken = tuple(Check(*each) for each in zip(dates, LEVELS, strict=True))
    title, trend = titles
    return StrainTold(language, language == "ar", title, trend, title, areas, weights, taken[-checks:])


def pictures() -> Iterator[tuple[str, str]]:
    """Give every picture of the documentation as SVG, by its name."""
    for language in WORDS:
        yield f"people-{language}", ecogram(example_map(language))
    yield "people-many", ecogram(example_map("nl", 30))
    for language in HEAVY:
        yield f"strain-{language}", bars(example_strain(language))


def write(folder: Path) -> None:
    """Write the pictures of the documentation."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, svg in pictures():
        (folder / f"{name}.png").write_bytes(png(svg, WIDE))


def _somebody(names: list[str], at: int) -> Somebody:
    circle, area, line, gives, support, energy = PLACES[at % len(PLACES)]
    again = at // len(PLACES) + 1
    name = names[at % len(names)]
    return Somebody(f"{name} {again}" if again > 1 else name, circle, area, line, gives, tuple(support), energy)
