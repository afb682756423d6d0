"""Trusted: one grown-up whom the young person chooses themselves; the goal of the whole talk.

In the spirit of JIM, an adult one already trusts and brings in oneself (source 004, 2025, lines 1578-1621): first
who, then what. Never a brother or sister, nor anybody under 18 (source 001, 2012, lines 2492-2500).
"""

from __future__ import annotations

from typing import Any

from dialogues import ages, everyday
from dialogues.chapters.young.in_short import NOBODY, OFTEN, in_short, plain, wordless
from dialogues.listening.hearing import hear
from dialogues.naming import told_relation
from dialogues.people import AGE, GROWN_UP, about, is_young, to_carer
from dialogues.script import Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Fact, Typed, Words, _, paragraphs

ADULTS: dict[str, tuple[Words, Words]] = {
    "family": (_("Grandpa, grandma, aunt"), _("somebody in your family")),
    "parent": (_("My father or mother"), _("your father or mother")),
    "teacher": (_("Somebody at school"), _("somebody at school")),
    "study": (_("Somebody at my study"), _("somebody at your study")),
    "work": (_("Somebody at my work"), _("somebody at your work")),
    "friends_parent": (_("The parent of a friend"), _("the parent of your friend")),
    "coach": (_("A trainer or leader"), _("your trainer or leader")),
    "neighbour": (_("A neighbour"), _("your neighbour")),
    "doctor": (_("A doctor or nurse"), _("the doctor or nurse")),
    "faith": (_("From church or mosque"), _("somebody from church or mosque")),
}
"""Who it may be: the button, and how we speak of them."""

ONLY = {"study": ages.older, "work": ages.older}

MOST_WORDS = 6
"""More words than this are a sentence, and nobody's name."""

MOST_LETTERS = 40

TOO_NEAR = {"sibling", "friend", "child"}
"""Who carries it already, or is as young: good to have, and not whom we look for here."""

SURELY_GROWN = everyday.words("people", "surely_grown")
"""Words in what somebody is called that tell a grown-up, in the languages of the talk."""

GROWN_UP_WANTED = _(
    "Friends, brothers and sisters are good to have. Here I look for a grown-up beside them, of 18 or older. "
    "Who could that be? “I know nobody” is an answer too."
)


def adults(session: Session) -> tuple[Option, ...]:
    """Offer who it may be, as fits the age."""
    fitting = {code: label for code, (label, _said) in ADULTS.items() if code not in ONLY or ONLY[code](session)}
    return (*(Option(code, label) for code, label in fitting.items()), Option("nobody", _("I know nobody")))


def whom_you_trust(session: Session) -> Words:
    """Ask for the one grown-up, in the words of a child or of who is older."""
    if session.child:
        return _(
            "Is there a grown-up with whom you can be yourself? You choose. "
            "Tap, or type who: “my aunt” is enough, no name needed."
        )
    return _(
        "Is there an adult with whom you can be yourself, in the family or outside it? You choose. "
        "Tap, or type who: “my aunt” is enough."
    )


def grown_up(session: Session, text: str) -> str | None:
    """Read who it is: nobody, or a nickname; None for who is young, a brother or sister, or a sentence."""
    words = text.split()
    if plain(text) in NOBODY or hear(text, session.language).nobody:
        return "nobody"
    if wordless(text) or plain(text) in OFTEN:
        return None
    if len(words) > MOST_WORDS or is_young(text) or told_relation(text) in TOO_NEAR:
        return None
    return " ".join(words)[:MOST_LETTERS] or None


def adult_in_words(session: Session) -> Words:
    """Name the grown-up, when we speak to the young person."""
    who = str(session.answers.get("trusted.who", ""))
    if who in ADULTS:
        return ADULTS[who][1]
    return to_carer(who) if who and who != "nobody" else _("somebody you trust")


def may_be_minor(session: Session) -> bool:
    """A nickname of which it is not plain that it is a grown-up."""
    who = str(session.answers.get("trusted.who", ""))
    return bool(who) and who not in {*ADULTS, "nobody"} and not SURELY_GROWN & set(who.casefold().split())


def keep_who(session: Session, answer: Any) -> None:
    """Keep whom they trust; that nobody came to mind is kept apart, so that it stays an open question."""
    session.answers.pop("trusted.who", None)
    session.answers["trusted.none"] = answer == "nobody"
    if answer not in {None, "nobody"}:
        session.answers["trusted.who"] = answer


def nobody(session: Session) -> bool:
    """Nobody came to mind."""
    return bool(session.answers.get("trusted.none"))


def chosen(session: Session) -> bool:
    """There is a grown-up to tell it to."""
    return session.young and session.answers.get("trusted.who", "nobody") != "nobody"


def keep_age(session: Session, answer: Any) -> None:
    """Who is not surely grown up is not asked for this."""
    if answer in {"no", "unknown"}:
        session.answers.pop("trusted.who", None)


def keep_cue(session: Session, answer: Any) -> None:
    """Take the grown-up who came to mind after all."""
    if answer in ADULTS:
        session.answers["trusted.who"] = answer


def still_nobody(session: Session, answer: Any) -> Words | None:
    """Nobody: there are people whose work it is, and that is no failure."""
    if answer != "none":
        return None
    return paragraphs(
        _("Then it is nobody for now. That says nothing about you. These people are there for exactly this:"),
        Fact("helplines", {"kind": "talk", "most": "1", **about(session)}),
    )


def hope_heard(_session: Session, answer: Any) -> Words | None:
    """Say back what would be good, in their own words."""
    if answer in HOPES:
        return None
    return _("“{words}”. Then that is what you ask for.", words=Typed(str(answer)[:200]))


def hope_in_words(_session: Session, text: str) -> str | None:
    """Read what would be good; an emoji alone can't be asked for."""
    return None if wordless(text) else " ".join(text.split()).rstrip(".")[:120]


def age_told(_session: Session, text: str) -> str | None:
    """Read an age where "18 or older?" was asked."""
    years = AGE.findall(text)
    return None if len(years) != 1 else "yes" if int(years[0]) >= GROWN_UP else "no"


HOPES: dict[str, Words] = {
    "listen": _("Just listening"),
    "check": _("Asking how I am"),
    "be_there": _("That I may come by"),
    "think": _("Thinking along"),
    "along": _("Coming along once"),
}

TRUSTED = chapter(
    "trusted",
    _("Somebody you trust"),
    Question(
        "who",
        whom_you_trust,
        options=adults,
        typed=True,
        columns=2,
        read=grown_up,
        keep=keep_who,
        unclear=GROWN_UP_WANTED,
        then=(When(nobody, "nobody"), When(may_be_minor, "adult"), When(chosen, "hope"), "nobody"),
        skip_to="support.place",
        source="004:1578-1621",
    ),
    Question(
        "adult",
        lambda session: _("Is {adult} 18 or older?", adult=adult_in_words(session)),
        options=(Option("yes", _("Yes")), Option("no", _("No")), Option("unknown", _("I don't know"))),
        columns=3,
        read=age_told,
        keep=keep_age,
        reply=lambda _session, answer: None if answer == "yes" else GROWN_UP_WANTED,
        then=(When(chosen, "hope"), "who"),
        source="001:2492-2500",
    ),
    Question(
        "nobody",
        _(
            "Nobody comes to mind. That can happen. Is there a grown-up who once asked how you are? "
            "It needn't be somebody close."
        ),
        options=(
            Option("teacher", _("Somebody at school"), then="hope"),
            Option("family", _("Somebody in the family"), then="hope"),
            Option("doctor", _("A doctor or nurse"), then="hope"),
            Option("none", _("No, nobody now"), then="support.place"),
        ),
        columns=2,
        read=in_short({"none": NOBODY}),
        keep=keep_cue,
        reply=still_nobody,
        then="support.place",
        source="004:1578-1621",
    ),
    Question(
        "hope",
        lambda session: _("What would be good, from {adult}? Tap one, or type it.", adult=adult_in_words(session)),
        options=tuple(Option(code, label) for code, label in HOPES.items()),
        typed=True,
        columns=2,
        read=hope_in_words,
        reply=hope_heard,
        then="message.tell",
        source="004:1578-1621",
    ),
    side_steps=("adult", "nobody"),
)
