"""Who it is about, and what is going on: the groups of young carers in source 004 (2025, lines 1098-1134)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.session import Session
from dialogues.words import Text, Words, _

WHO: dict[str, Words] = {
    "mother": _("My mother"),
    "father": _("My father"),
    "brother": _("My brother"),
    "sister": _("My sister"),
    "grandparent": _("My grandpa or grandma"),
    "partner": _("My partner"),
    "friend": _("A friend of mine"),
    "other": _("Somebody else"),
    "several": _("More than one person"),
}

YOURS: dict[str, Words] = {
    "mother": _("your mother"),
    "father": _("your father"),
    "brother": _("your brother"),
    "sister": _("your sister"),
    "grandparent": _("your grandpa or grandma"),
    "partner": _("your partner"),
    "friend": _("your friend"),
}

MINE: dict[str, Words] = {
    "mother": _("my mother"),
    "father": _("my father"),
    "brother": _("my brother"),
    "sister": _("my sister"),
    "grandparent": _("my grandpa or grandma"),
    "partner": _("my partner"),
    "friend": _("a friend of mine"),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What may be going on: its source, its button, what we say to it, and how it is told to an adult.

    ``question`` is the one question that is only asked here; its answer is how often.
    """

    code: str
    source: str
    label: Words
    heard: Words
    told: Text
    question: Words | None = None


UNPREDICTABLE = _("Is coming home hard, because you don't know how it will be?")
UNINFORMED = _("Do you know too little about what is going on, or about what comes next?")

SITUATIONS: tuple[Situation, ...] = (
    Situation(
        "ill",
        "004 (2025), lines 1098-1134: KIEZO",
        _("Seriously or long ill"),
        _("Ill, seriously or for long. Then a lot is different at home, for you too."),
        _("{who} is seriously ill."),
        UNINFORMED,
    ),
    Situation(
        "hospital",
        "004 (2025), lines 1098-1134: KIEZO; 002 (2016), lines 761-763",
        _("In hospital"),
        _("In hospital. Then it is different at home all at once."),
        _("{who} is in hospital."),
        UNINFORMED,
    ),
    Situation(
        "mind",
        "004 (2025), lines 1098-1134: KOPP",
        _("Gloomy, afraid, confused"),
        _("That can be different every day. It doesn't come from you, and you don't have to solve it."),
        _("{who} is having a hard time mentally."),
        UNPREDICTABLE,
    ),
    Situation(
        "addiction",
        "004 (2025), lines 1098-1134: KOV",
        _("Drink, drugs, gambling"),
        _("It doesn't come from you, and you don't have to solve it. You may be angry, and love somebody too."),
        _("{who} has an addiction."),
        UNPREDICTABLE,
    ),
    Situation(
        "learning",
        "004 (2025), lines 1098-1134: KVBO",
        _("Learning is hard"),
        _("Then perhaps you explain or arrange things that others have a grown-up for."),
        _("{who} finds it hard to learn and to understand things."),
        _("Do you explain or arrange things at home that a grown-up should do?"),
    ),
    Situation(
        "body",
        "004 (2025), lines 1098-1134: parents with a physical disability",
        _("A physical disability"),
        _("Then things that are simple elsewhere take time at your home."),
        _("{who} has a physical disability."),
        _("Are you afraid that something happens when you are not there?"),
    ),
    Situation(
        "autism",
        "004 (2025), lines 1098-1134: brussen",
        _("Autism, ADHD and such"),
        _("Then a lot at home turns around that. How it is for you counts here just as much."),
        _("{who} needs a lot of extra attention."),
    ),
    Situation(
        "language",
        "004 (2025), lines 202-210, 570-583, 1098-1134",
        _("Speaks little Dutch"),
        _("Then perhaps you are the one who puts it into words, also when it is about hard things."),
        _("{who} speaks little Dutch, and I interpret."),
    ),
    Situation(
        "unknown",
        "004 (2025), lines 1039-1043",
        _("I don't know exactly"),
        _("You don't need to know what it is called. You notice it, and that is enough."),
        _("I don't know exactly what is going on with {who}."),
        UNINFORMED,
    ),
)

BY_CODE = {each.code: each for each in SITUATIONS}

BROTHERS_AND_SISTERS = _("Does most of the attention at home go to {who}?")
"""What brothers and sisters miss: attention (source 004, lines 1035-1037)."""


def whom(session: Session) -> Words:
    """Name who it is about, when we speak to the young person."""
    return YOURS.get(str(session.answers.get("home.who")), _("the one this is about"))


def whom_in_message(session: Session) -> Words | None:
    """Name who it is about, when the young person speaks to an adult; None when it is not one person we can name."""
    return MINE.get(str(session.answers.get("home.who")))


def going_on(session: Session) -> list[Situation]:
    """Give what was ticked, in the order of this page."""
    ticked = session.answers.get("home.what", [])
    return [each for each in SITUATIONS if each.code in ticked]


def own_question(session: Session) -> Words | None:
    """Give the one question that fits this home: a brother or sister's, or that of what is going on."""
    if session.answers.get("home.who") in {"brother", "sister"}:
        return Text(BROTHERS_AND_SISTERS.msgid, {"who": whom(session)})
    return next((each.question for each in going_on(session) if each.question), None)
