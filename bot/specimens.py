"""Every kind of message as it is really written, for a speaker of the language to review.

Each row is one message: its kind, tone, language and which fields are in it. The column for remarks is empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.words import Speaker, bare
from dialogues.chapters.messages import KINDS
from dialogues.chapters.messages.ready import Kind
from dialogues.draft import draft
from dialogues.drafting.extras import EXTRAS, NONE
from dialogues.drafting.tones import TONES
from dialogues.languages import LANGUAGES
from dialogues.moments import Moment
from dialogues.session import AskPlan, Session, Wish
from dialogues.tasks import TASKS
from dialogues.words import Words

COLUMNS = ("kind", "tone", "language", "register", "fields", "text", "remarks")

TUESDAY = Moment(day="2026-11-24", start="14:00", end="16:00", whole=True)

OWN: dict[str, dict[str, str]] = {
    "nl": {
        "when": "dinsdag van twee tot vier", "to_know": "Ria vergeet veel", "detail": "koffie drinken",
        "gives_me": "even naar mijn boten", "gives_you": "Ria vindt het gezellig", "costs": "de taxi betaal ik",
        "call": "mijn zus", "plan_b": "dan bel ik Jan", "look_back": "met kerst kijken we terug",
        "wish": "samen naar de moskee", "sentence": "het is een zware week geweest", "thing": "de soep van dinsdag",
    },
    "en": {
        "when": "Tuesday from two to four", "to_know": "Ria forgets a lot", "detail": "drinking coffee",
        "gives_me": "go up to my boats", "gives_you": "Ria enjoys it", "costs": "I pay for the taxi",
        "call": "my sister", "plan_b": "then I call Jan", "look_back": "at Christmas we look back",
        "wish": "going to the mosque together", "sentence": "it was a heavy week", "thing": "the soup on Tuesday",
    },
    "fr": {
        "when": "mardi de deux à quatre", "to_know": "Ria oublie beaucoup", "detail": "boire un café",
        "gives_me": "aller voir ma sœur", "gives_you": "Ria aime avoir de la visite", "costs": "le taxi, je le paie",
        "call": "ma sœur", "plan_b": "j’appelle Jan", "look_back": "à Noël, on refait le point",
        "wish": "aller ensemble à la mosquée", "sentence": "la semaine a été lourde", "thing": "la soupe de mardi",
    },
    "pl": {
        "when": "we wtorek od drugiej do czwartej", "to_know": "Ria dużo zapomina", "detail": "wspólną kawę",
        "gives_me": "zajrzeć do moich łódek", "gives_you": "Ria to lubi", "costs": "za taksówkę płacę ja",
        "call": "moja siostra", "plan_b": "wtedy dzwonię do Janka", "look_back": "na święta zobaczymy, jak było",
        "wish": "pójść razem do kościoła", "sentence": "to był ciężki tydzień", "thing": "wtorkową zupę",
    },
    "uk": {
        "when": "у вівторок з другої до четвертої", "to_know": "Ria багато забуває", "detail": "випити кави",
        "gives_me": "піти нагору до своїх човнів", "gives_you": "Ria любить гостей", "costs": "за таксі плачу я",
        "call": "моя сестра", "plan_b": "тоді прийде Jan", "look_back": "на Різдво подивимося, як іде",
        "wish": "піти разом до церкви", "sentence": "це був важкий тиждень", "thing": "суп у вівторок",
    },
    "tr": {
        "when": "salı ikiden dörde kadar", "to_know": "Ria çok unutuyor", "detail": "çay içmek",
        "gives_me": "gemilerimle uğraşmak", "gives_you": "Ria buna çok seviniyor", "costs": "taksiyi ben öderim",
        "call": "kız kardeşim", "plan_b": "o zaman Jan gelir", "look_back": "bayramda yeniden bakarız",
        "wish": "birlikte camiye gitmek", "sentence": "ağır bir hafta oldu", "thing": "salı günkü çorba",
    },
    "ar": {
        "when": "الثلاثاء من الثانية إلى الرابعة", "to_know": "أمي تنسى كثيراً", "detail": "شرب القهوة معاً",
        "gives_me": "أن أخرج إلى الحديقة", "gives_you": "أمي تفرح بالزيارة", "costs": "أنا أدفع ثمن التاكسي",
        "call": "أختي", "plan_b": "عندها أتصل بأخي", "look_back": "نراجع ذلك بعد العيد",
        "wish": "الذهاب معاً إلى المسجد", "sentence": "كان أسبوعاً ثقيلاً", "thing": "شوربة يوم الثلاثاء",
    },
    "fa": {
        "when": "سه‌شنبه از ساعت دو تا چهار", "to_know": "ریا خیلی فراموش می‌کند", "detail": "با هم چای خوردن",
        "gives_me": "کمی به باغچه برسم", "gives_you": "ریا از دیدن شما خوشحال می‌شود", "costs": "پول تاکسی با من",
        "call": "خواهرم", "plan_b": "به یان زنگ می‌زنم", "look_back": "نزدیک نوروز با هم نگاه می‌کنیم",
        "wish": "با هم به مسجد رفتن", "sentence": "هفتهٔ سختی بود", "thing": "سوپ روز سه‌شنبه",
    },
    "so": {
        "when": "Talaado laba ilaa afar", "to_know": "Ria wax badan bay illowdaa", "detail": "shaah wada cabid",
        "gives_me": "inaan doomahayga u tago", "gives_you": "Ria way jeceshahay", "costs": "tagsiga aniga ayaa leh",
        "call": "walaashay", "plan_b": "markaas Jan ayaan wacayaa", "look_back": "ciidda ayaan dib u eegaynaa",
        "wish": "masjidka in la wada tago", "sentence": "toddobaadkan wuu cuslaa", "thing": "maraqii Talaadada",
    },
}  # fmt: skip
"""What somebody might type, in each language; a language without any borrows the English."""

ANSWERS: dict[str, dict[str, object]] = {
    "update": {"how": "sentence", "good": ["card", "visit"], "answer": "yes"},
    "revive": {"who": "Fatma", "memory": "thing", "nice": "coffee"},
    "boundary": {"who": "Fatma", "stop": "thing", "can": "thing", "often": "fortnightly", "why": "yes"},
    "thanks": {"who": "Fatma", "what": "thing", "gave": "good"},
    "gathering": {"who": "all", "why": "sentence", "when": "when", "where": "home", "questions": ["w0"]},
    "note": {"who": "gp", "what": "sentence", "needs": ["for_me", "along"], "back": "morning"},
    "table": dict.fromkeys(("does", "self", "together", "knows", "need"), "sentence"),
}
"""An answer to every question of a kind; a word of ``OWN`` stands for what would be typed."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """One message: what it is, and what was left in it."""

    kind: str
    tone: str
    language: str
    young: bool
    fields: str
    words: Words
    session: Session = field(repr=False)

    @property
    def text(self) -> str:
        """The message as it is sent."""
        return Speaker(self.language, young=self.young).say(self.words)


def own(language: str) -> dict[str, str]:
    """Give what might be typed in a language."""
    return OWN.get(language, OWN["en"])


def session_in(language: str, **answers: object) -> Session:
    """Make somebody who cares for Ria, and wants two things."""
    known = {"welcome.cared_name": "Ria", "wish.company": ["sit"], "wish.own": own(language)["wish"]}
    return Session("ask.draft", language=language, answers={**known, **answers})


def specimens(languages: tuple[str, ...] = tuple(LANGUAGES)) -> Iterator[Specimen]:
    """Give every kind in every tone and language, with and without each field."""
    for language in languages:
        for young in (False, True):
            for tone in TONES:
                yield from _asks(language, tone, young=young)
                for kind in KINDS:
                    yield from _messages(kind, language, tone, young=young)


def _asks(language: str, tone: str, *, young: bool) -> Iterator[Specimen]:
    session = session_in(language)
    for wish in (*(Wish(task=task.code) for task in TASKS), Wish(words=own(language)["wish"])):
        for name, plan in _plans(language, wish):
            plan.tone = "" if tone == "short" else tone
            yield Specimen(f"ask {wish.task or 'own'}", tone, language, young, name, draft(session, plan), session)


def _plans(language: str, wish: Wish) -> Iterator[tuple[str, AskPlan]]:
    said = own(language)
    yield "-", AskPlan(wish, "Fatma", easy_no=False)
    yield "no name, when, often, long, until, easy no", _plan(wish, said, helper="my sister")
    yield "when, often, long, until, easy no", _plan(wish, said)
    if wish.task != "sit":
        return
    for extra in EXTRAS:
        for choice in (*(set(extra.said) - {NONE}), *([said[extra.code]] if extra.code in said else [])):
            yield f"{extra.code}: {choice}", AskPlan(wish, "Fatma", extras={extra.code: choice})
    every = {extra.code: said.get(extra.code, "yes") for extra in EXTRAS}
    yield "every field", _plan(wish, said, extras=every)
    for left_out in every:
        yield f"all but {left_out}", _plan(wish, said, extras={**every, left_out: NONE})


def _plan(wish: Wish, said: dict[str, str], helper: str = "Fatma", extras: dict[str, str] | None = None) -> AskPlan:
    plan = AskPlan(wish, helper, said["when"], "weekly", "two_hours", "month", extras=extras or {})
    plan.moment = TUESDAY.stored()
    return plan


def _messages(kind: Kind, language: str, tone: str, *, young: bool) -> Iterator[Specimen]:
    said = own(language)
    given = {name: said.get(str(value), value) for name, value in ANSWERS[kind.name].items()}
    for left_out in ("", *given):
        kept = {f"{kind.name}.{name}": value for name, value in given.items() if name != left_out}
        session = session_in(language, **kept, **{f"{kind.name}.tone": tone})
        name = f"all but {left_out}" if left_out else "every field"
        yield Specimen(kind.name, tone, language, young, name, kind.written(session), session)


def write(path: Path, languages: tuple[str, ...]) -> int:
    """Write the messages to a CSV file; gives how many there are."""
    rows = [
        (each.kind, each.tone, each.language, "young" if each.young else "", each.fields, bare(each.text), "")
        for each in specimens(languages)
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return len(rows)
