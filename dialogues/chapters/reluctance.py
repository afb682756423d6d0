"""Reluctance (vraagverlegenheid): how hard asking is, what holds you back, and your own words for it.

The two scales and their mirror follow source 004 (lines 718-768); the barriers are a selection of the
23 coded ones in sources 001 and 002 (2012, 2016). A reply recognises and looks from another side; it
never pushes: urgency does not take reluctance away (source 001, lines 3151-3153).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogues.effects import Effect, Say
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Typed, Words, _

MAX_BARRIERS = 4
"""Each barrier gets a reply of its own; more than four at once nobody reads."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """One reason why asking is hard: its code in the digest (B01-B23), its button, and our reply."""

    code: str
    source: str
    label: Words
    reply: Words


BARRIERS: tuple[Barrier, ...] = (
    Barrier(
        "burden",
        "B02",
        _("Not be a burden"),
        _(
            "You don't want to be a burden. Many people say that. If it were the other way round, "
            "and someone you love had a hard time, you would perhaps want to know."
        ),
    ),
    Barrier(
        "nothing_back",
        "B01",
        _("Nothing to give back"),
        _(
            "You can't do anything in return now. Giving back may come later, and it may be small: a cup of "
            "coffee, a card, an ear. Some people are glad just because they matter."
        ),
    ),
    Barrier(
        "thanks",
        "B03",
        _("Always saying thank you"),
        _(
            "Having to be grateful all the time is tiring. One clear question with a clear end helps: "
            "then one thank-you is enough."
        ),
    ),
    Barrier(
        "self",
        "B04",
        _("I learned to do it alone"),
        _(
            "You learned to do things yourself, and it brought you this far. You can stay the one who decides, "
            "also when somebody else does one small thing."
        ),
    ),
    Barrier(
        "private",
        "B05",
        _("It is private"),
        _(
            "What happens at home stays yours. You can ask for something without telling why. "
            "“Can you do the shopping on Tuesday?” is enough."
        ),
    ),
    Barrier(
        "gossip",
        "B06",
        _("People will talk"),
        _(
            "You are afraid that it goes round. Then choose somebody who keeps things, or somebody outside the "
            "circle where people talk. You decide what they know."
        ),
    ),
    Barrier(
        "duty",
        "B07",
        _("It is my duty"),
        _(
            "You are the one who cares; that stands. It can still be lighter within the family, "
            "without anybody taking it out of your hands."
        ),
    ),
    Barrier(
        "independence",
        "B08",
        _("I am the one who helps"),
        _(
            "You have always been the one who helped. Asking does not take that away. "
            "It gives another person the chance to be what you were for them."
        ),
    ),
    Barrier(
        "waiting",
        "B16",
        _("They should see it"),
        _(
            "You hoped they would see it by themselves. It hurts when nobody comes. Often people don't see it, "
            "or don't dare to offer. One sentence from you can open that."
        ),
    ),
    Barrier(
        "refusal",
        "B15",
        _("Afraid of a no"),
        _(
            "A no can hurt, surely after an earlier one. We make the question so small that a no is about the "
            "day and not about you. And we think of a second person beforehand."
        ),
    ),
    Barrier(
        "quality",
        "B12",
        _("Nobody does it right"),
        _(
            "You know best how it has to be. Keep for yourself what nobody else can do. "
            "For the rest it may be done a little differently."
        ),
    ),
    Barrier(
        "energy",
        "B20",
        _("No energy to arrange it"),
        _(
            "Arranging costs energy too, and there is none left. We make it one message to one person. "
            "I put the words ready, you change what you want."
        ),
    ),
    Barrier(
        "strangers",
        "B21",
        _("He or she wants only me"),
        _(
            "Only you may help. Then we don't begin with the care itself: somebody can come for coffee while you "
            "are there. Or do something outside the house for you."
        ),
    ),
    Barrier(
        "shame",
        "B14",
        _("I am ashamed"),
        _(
            "You are ashamed of how it is now. That is heavy to carry alone. You don't have to show it: "
            "help with something outside the door is help as well."
        ),
    ),
    Barrier(
        "care",
        "B22",
        _("Bad experience with help"),
        _(
            "Help let you down before. Then it makes sense to be careful. You decide what is talked about, "
            "and you can stop at any moment."
        ),
    ),
    Barrier(
        "nobody",
        "B19",
        _("There is nobody"),
        _(
            "There is nobody at this moment. I hear that more often after years of caring. "
            "We look around once, calmly, and there are people whose work it is to look along with you."
        ),
    ),
)

NATURAL, HARD, EASY = 6, 5, 3
"""From where on the scales the mirror has something to show; no norm, only a choice of words."""

BY_CODE = {barrier.code: barrier for barrier in BARRIERS}

ZERO_TO_TEN = tuple(Option(str(number), Typed(str(number))) for number in range(11))


def keep_number(name: str) -> Any:
    """Keep a scale as a number."""

    def keep(session: Session, answer: Any) -> None:
        if answer is not None:
            session.answers[name] = int(answer)

    return keep


def mirror(session: Session, answer: Any) -> Words | None:
    """Hold how natural helping is beside how hard asking is."""
    asking, helping = session.answers.get("reluctance.asking"), int(answer)
    if asking is None:
        return None
    if helping >= NATURAL and asking >= HARD:
        return _(
            "Helping is natural for you: {helping} out of 10. Asking is hard: {asking} out of 10. What you feel when "
            "you may help somebody, another person may feel with you.",
            helping=helping,
            asking=asking,
        )
    if helping >= NATURAL and asking > EASY:
        return _("Helping is natural for you. Asking works sometimes, and sometimes not.")
    if asking <= EASY:
        return _("Asking is not so hard for you. Then it is mostly about: whom, and what.")
    return _("Both have their hard sides for you. That is all right. We make it as small as you want.")


def replies(_session: Session, chosen: Any) -> list[Effect]:
    """Give each barrier that was recognised its own reply."""
    return [Say(BY_CODE[code].reply) for code in chosen if code in BY_CODE] if isinstance(chosen, list) else []


def keep_barriers(session: Session, answer: Any) -> None:
    """Keep what was ticked, and apart from it what was typed."""
    if isinstance(answer, list):
        session.answers["reluctance.barriers"] = answer
    elif answer is not None:
        session.answers["reluctance.barrier_in_words"] = str(answer)


def own_barrier_heard(_session: Session, answer: Any) -> Words | None:
    """Recognise a barrier in somebody's own words."""
    if isinstance(answer, list):
        return None
    return _("“{words}”. Many people who care feel that, and it has its reasons.", words=Typed(str(answer)[:200]))


RELUCTANCE = chapter(
    "reluctance",
    _("What holds you back"),
    Question(
        "asking",
        _("How hard is it for you to ask for help? 0 is easy, 10 is very hard."),
        options=ZERO_TO_TEN,
        columns=6,
        keep=keep_number("reluctance.asking"),
    ),
    Question(
        "helping",
        _("And the other way round: how natural is it for you to help somebody? 0 is not at all, 10 is very."),
        options=ZERO_TO_TEN,
        columns=6,
        keep=keep_number("reluctance.helping"),
        reply=mirror,
    ),
    Question(
        "barriers",
        _("What makes asking hard? Tap what you recognise, up to four. Then tap Done."),
        options=tuple(Option(barrier.code, barrier.label) for barrier in BARRIERS),
        many=True,
        most=MAX_BARRIERS,
        typed=True,
        columns=2,
        keep=keep_barriers,
        reply=own_barrier_heard,
        does=replies,
    ),
    Question(
        "own_words",
        _("What do you say to yourself when you would like to ask something? Type it as you think it."),
        typed=True,
        reply=lambda _session, text: _("“{words}”. I keep that as you wrote it.", words=Typed(str(text)[:200])),
        then="wish.kind",
    ),
)
