"""Reluctance (vraagverlegenheid): how hard asking is, what holds you back, with whom it is easiest, your own words.

The two scales and their mirror follow source 004 (2025, lines 718-768), the asking grid source 002 (2016, lines
475-486). The reasons and what they do stand in dialogues/barriers.py. A reply never pushes: urgency does not
take reluctance away (source 001, 2012, lines 3151-3153), and "not now" is a good end.
"""

from __future__ import annotations

from typing import Any

from dialogues.barriers import BARRIERS, BY_CODE, SIDES, Barrier
from dialogues.easing import GRID, ROLES
from dialogues.effects import Effect, Say
from dialogues.figures import GUESSED_TOO_LOW
from dialogues.mirror import reassured
from dialogues.people import SUPPORT
from dialogues.risks import first_barriers
from dialogues.script import Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Joined, Typed, Words, _

MAX_BARRIERS = 4
"""Each barrier gets a reply of its own; more than four at once nobody reads."""

MAX_ATTEMPTS = 2
"""With more reasons than this, small things to try would make a list of tasks."""

GRID_KINDS = ("P", "A", "E")
"""The kinds of support of the grid: practical, advice, emotional."""

NATURAL, HARD, EASY = 6, 5, 3
"""From where on the scales the mirror has something to show; no norm, only a choice of words."""

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


def offered(session: Session) -> tuple[Option, ...]:
    """Offer the reasons; those that the situation points to come first."""
    first = first_barriers(session)
    ordered = sorted(BARRIERS, key=lambda each: first.index(each.code) if each.code in first else len(first))
    return tuple(Option(each.code, each.label) for each in ordered)


def chosen_barriers(session: Session) -> list[Barrier]:
    """Give the reasons that were recognised."""
    codes = session.answers.get("reluctance.barriers")
    return [BY_CODE[code] for code in codes if code in BY_CODE] if isinstance(codes, list) else []


def with_sides(session: Session) -> Barrier | None:
    """Give the one reason that was recognised, if it has sides: only then a finer question is worth its tap."""
    chosen = chosen_barriers(session)
    return chosen[0] if len(chosen) == 1 and chosen[0].sides and not session.young else None


def has_sides(session: Session) -> bool:
    """A finer question can be asked."""
    return with_sides(session) is not None


def sides_of(session: Session) -> tuple[Option, ...]:
    """Offer the sides of a reason."""
    barrier = with_sides(session)
    return tuple(Option(each.code, each.label) for each in barrier.sides) if barrier else ()


def which_side(session: Session) -> Words:
    """Ask which side of a reason it is."""
    barrier = with_sides(session)
    return _("“{barrier}”. What is it most, for you?", barrier=barrier.label if barrier else Typed(""))


def answered(session: Session, barrier: Barrier, reply: Words) -> Words:
    """Join the reply with something small to try, where that stays a small thing."""
    if session.young or len(chosen_barriers(session)) > MAX_ATTEMPTS:
        return reply
    return Joined((reply, barrier.attempt), " ")


def replies(session: Session, chosen: Any) -> list[Effect]:
    """Give each reason that was recognised its reply; the one with sides gets it after the finer question."""
    if not isinstance(chosen, list):
        return []
    waits = with_sides(session)
    told: list[Effect] = [
        Say(answered(session, each, each.reply)) for each in chosen_barriers(session) if each != waits
    ]
    return [*told, Say(GUESSED_TOO_LOW.words)] if "refusal" in chosen and not session.young else told


def reply_to_side(session: Session, answer: Any) -> Words | None:
    """Answer to the side of a reason."""
    barrier, side = with_sides(session), SIDES.get(str(answer))
    return answered(session, barrier, side.reply) if barrier and side else None


def figure_for_side(_session: Session, answer: Any) -> list[Effect]:
    """To who answers for others beforehand, a figure about just that."""
    return [Say(GUESSED_TOO_LOW.words)] if answer == "cannot" else []


def keep_barriers(session: Session, answer: Any) -> None:
    """Keep what was ticked, and apart from it what was typed."""
    session.answers.pop("reluctance.side", None)
    if isinstance(answer, list):
        session.answers["reluctance.barriers"] = answer
    elif answer is not None:
        session.answers["reluctance.barrier_in_words"] = str(answer)


def own_barrier_heard(session: Session, answer: Any) -> Words | None:
    """Recognise a barrier in somebody's own words."""
    if isinstance(answer, list):
        return None
    if calm := reassured(str(answer), session.language):
        return calm
    return _("“{words}”. Many people who care feel that, and it has its reasons.", words=Typed(str(answer)[:200]))


def asking_is_easy(session: Session) -> bool:
    """Asking is not what holds this person back, so the reasons need not be gone through."""
    return not session.young and int(session.answers.get("reluctance.asking", HARD)) <= EASY


def is_young(session: Session) -> bool:
    """Young people are not asked the grid: theirs is one trusted adult."""
    return session.young


def keep_cell(session: Session, answer: Any) -> None:
    """Keep an easy cell of the grid, the latest last."""
    kind = session.answers.get("reluctance.easy_kind")
    if answer in ROLES and kind in GRID_KINDS:
        cell = f"{kind}.{answer}"
        known = session.answers.get(GRID) or []
        session.answers[GRID] = [*(each for each in known if each != cell), cell]


def cell_heard(session: Session, answer: Any) -> Words | None:
    """Say what is done with it."""
    if answer not in ROLES or session.answers.get("reluctance.easy_kind") not in GRID_KINDS:
        return None
    return _("Then that is where we can begin, when you want to.")


def keep_kind(session: Session, answer: Any) -> None:
    """Keep the kind of help as its support letter."""
    session.answers["reluctance.easy_kind"] = str(answer or "").upper()


def come_back_here(session: Session, answer: Any) -> None:
    """Telling, or stopping, comes between; the door stays open at this place."""
    if answer in {"tell", "stop"}:
        session.home = "reluctance.not_now"


RELUCTANCE = chapter(
    "reluctance",
    _("What holds you back"),
    Question(
        "asking",
        _("How hard is it for you to ask for help? 0 is easy, 10 is very hard."),
        options=ZERO_TO_TEN,
        columns=6,
        keep=keep_number("reluctance.asking"),
        source="004:726-728",
    ),
    Question(
        "helping",
        _("And the other way round: how natural is it for you to help somebody? 0 is not at all, 10 is very."),
        options=ZERO_TO_TEN,
        columns=6,
        keep=keep_number("reluctance.helping"),
        reply=mirror,
        then=(When(asking_is_easy, "easy_kind"), "barriers"),
        source="004:740-752; 001:3113-3118",
    ),
    Question(
        "barriers",
        _("What makes asking hard? Tap what you recognise, up to four. Then tap Done."),
        options=offered,
        many=True,
        most=MAX_BARRIERS,
        typed=True,
        columns=2,
        keep=keep_barriers,
        reply=own_barrier_heard,
        does=replies,
        then=(When(has_sides, "side"), When(is_young, "own_words"), "easy_kind"),
        skip_to=(When(is_young, "own_words"), "easy_kind"),
        source="002:475-486; 001:3120-3466",
    ),
    Question(
        "side",
        which_side,
        options=sides_of,
        reply=reply_to_side,
        does=figure_for_side,
        then="easy_kind",
        source="002:475-486; 001:3120-3466",
    ),
    Question(
        "easy_kind",
        _("What would be the least hard for you to ask?"),
        options=(
            *(Option(kind.lower(), SUPPORT[kind]) for kind in GRID_KINDS),
            Option("not_now", _("Nothing, for now"), then="not_now"),
        ),
        columns=2,
        keep=keep_kind,
        then="easy_who",
        skip_to="own_words",
        source="002:475-480",
    ),
    Question(
        "easy_who",
        _("And of whom would that be the least hard to ask?"),
        options=tuple(Option(code, label) for code, label in ROLES.items()),
        columns=2,
        keep=keep_cell,
        reply=cell_heard,
        then=(When(asking_is_easy, "wish.kind"), "own_words"),
        source="002:475-480; 004:718-768",
    ),
    Question(
        "own_words",
        _("What do you say to yourself when you would like to ask something? Type it as you think it."),
        typed=True,
        reply=lambda _session, text: _("“{words}”. I keep that as you wrote it.", words=Typed(str(text)[:200])),
        then="wish.kind",
        source="002:475-486; 004:718-768",
    ),
    Question(
        "not_now",
        _("That is fine. Nobody has to ask anything. What you found out here stays, and the door stays open."),
        options=(
            Option("tell", _("Just tell something"), then="listening.more"),
            Option("nearby", _("Support near me"), then="support.place"),
            Option("stop", _("Stop here for now"), then="stopped.here"),
            Option("go_on", _("See what may be lighter"), then="wish.kind"),
        ),
        columns=2,
        keep=come_back_here,
        then="rest.open",
        source="001:3140-3153; 001:3453-3457; 000:604-608",
    ),
    side_steps=("side", "not_now"),
)
