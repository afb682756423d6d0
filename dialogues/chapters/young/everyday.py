"""Everyday: sleep, evenings, school, friends, chores, whom you talk to, and what is good as well.

The subjects follow source 004 (2025): school and health (lines 1136-1140), chores and the household on one child
(627-631, 1861-1862), letters and interpreting (574-579), attention that goes to another (1035-1037), what it also
brings (154-156, 1055-1059). No score is made of it, and a child gets none of the adults' check.
"""

from __future__ import annotations

from typing import Any

from dialogues import ages
from dialogues.chapters.young.in_short import AFRAID, AT_NIGHT, HOW_OFTEN, NOTHING, TALKED_TO, in_short, plain
from dialogues.chapters.young.recap import CHORES, GOOD, told_nothing, told_something, what_i_hear
from dialogues.chapters.young.situations import own_question, whom
from dialogues.people import about
from dialogues.script import Option, Question, When, chapter
from dialogues.session import CAREFUL_TURNS, Session
from dialogues.words import Fact, Typed, Words, _, paragraphs

MANY_CHORES = 4

OFTEN_OR_NOT = (
    Option("never", _("Hardly ever")),
    Option("sometimes", _("Sometimes")),
    Option("often", _("Often")),
)


def how_often(name: str, words: Any, **more: Any) -> Question:
    """Ask how often something is so."""
    return Question(name, words, options=OFTEN_OR_NOT, columns=3, read=in_short(HOW_OFTEN), **more)


def has_own_question(session: Session) -> bool:
    """There is a question that belongs to this home alone."""
    return own_question(session) is not None


def night_heard(session: Session, answer: Any) -> Words | None:
    """Nobody there at night: then there are people awake, and one may tell it."""
    if answer == "sometimes":
        return _("Sometimes nobody. It may help to have one grown-up you can call then.")
    if answer != "nobody":
        return None
    return paragraphs(
        _(
            "At night there is no grown-up with you. You may tell that to somebody you trust. "
            "These people are there too; in danger, call the first."
        ),
        Fact("helplines", {"kind": "emergency talk", "most": "1 1", **about(session)}),
    )


def school(session: Session) -> Words:
    """Ask about school; for who is older about study and work too."""
    if session.child:
        return _("Does school go less well because of how it is at home?")
    return _("Does school, study or work go less well because of how it is at home?")


def own_heard(_session: Session, answer: Any) -> Words | None:
    """Say a word to what belongs to this home."""
    return _("Often. You may tell that to others too.") if answer == "often" else None


def chores_heard(session: Session, answer: Any) -> Words | None:
    """Care near the body is no child's work to arrange; a long list is seen."""
    if "body" in answer:
        return _(
            "Washing or medicine: a huisarts (general practitioner) can look along who else could do that. "
            "You may simply tell them that you do it now."
        )
    if len(answer) < MANY_CHORES:
        return None
    return _("That is a lot beside school.") if session.child else _("That is a lot beside school, study or work.")


def interprets(session: Session) -> bool:
    """The young person puts things into words for somebody who speaks little Dutch."""
    ticked = {*session.answers.get("everyday.chores", []), *session.answers.get("home.what", [])}
    return bool(ticked & {"translate", "language"})


def alone_heard(_session: Session, answer: Any) -> Words | None:
    """Say back that nobody knows; a friend is good to have, and no carer."""
    if answer == "nobody":
        return _("With nobody. Then you carry it along in your head, and nobody sees it.")
    if answer == "friend":
        return _("Good that there is a friend. Your friend only has to be your friend.")
    return None


def keep_afraid(session: Session, answer: Any) -> None:
    """Fear comes before everything: the people for it now, and afterwards the talk goes on."""
    if answer is None:
        session.answers.pop("everyday.afraid", None)
        return
    session.answers["everyday.afraid"] = answer
    if answer == "no":
        return
    session.answers["crisis.kind"] = "violence"
    session.careful = CAREFUL_TURNS
    session.violence = session.violence or answer == "yes"
    session.home = "everyday.good"


def good_heard(_session: Session, answer: Any) -> Words | None:
    """Say back what is good, in their own words."""
    if isinstance(answer, list):
        return None
    return _("“{words}”. That belongs here too.", words=Typed(str(answer)[:200]))


EVERYDAY = chapter(
    "everyday",
    _("How you are"),
    how_often(
        "sleep",
        _("Do you sleep badly, or lie awake for long?"),
        then=(When(ages.older, "up_to_you"), "night"),
        source="004:1136-1140",
    ),
    Question(
        "night",
        _("Who is there in the evening and at night?"),
        options=(
            Option("grown_up", _("A grown-up is there")),
            Option("sometimes", _("Sometimes nobody")),
            Option("nobody", _("No grown-up")),
        ),
        columns=2,
        read=in_short(AT_NIGHT),
        reply=night_heard,
        then="school",
        source="002:761-763",
    ),
    how_often(
        "up_to_you", _("Does it come down to you in the evening and at night?"), source="002:761-763; 004:1861-1862"
    ),
    how_often("school", school, source="004:1136-1140"),
    how_often(
        "friends",
        _("Do you miss time with friends, or for what you like to do?"),
        then=(When(has_own_question, "own"), "chores"),
        source="004:570-583",
    ),
    how_often(
        "own",
        lambda session: own_question(session) or _("Is your head often full of it?"),
        reply=own_heard,
        source="004:1098-1134; 004:1035-1037",
    ),
    Question(
        "chores",
        _("What do you do at home? Tap what fits, then Done."),
        options=tuple(Option(code, label) for code, (label, _said) in CHORES.items()),
        many=True,
        columns=2,
        reply=chores_heard,
        then=(When(interprets, "interpreting.where"), "alone"),
        source="004:627-631; 004:1861-1862; 004:574-579",
    ),
    Question(
        "alone",
        _("Whom do you talk to about it when things are hard?"),
        options=(
            Option("grown_up", _("An adult")),
            Option("friend", _("A friend")),
            Option("sibling", _("A brother or sister")),
            Option("nobody", _("Nobody")),
        ),
        columns=2,
        read=in_short(TALKED_TO),
        reply=alone_heard,
        source="004:194-198",
    ),
    Question(
        "afraid",
        _("Are you sometimes afraid of somebody at home?"),
        options=(
            Option("no", _("No")),
            Option("sometimes", _("Sometimes"), then="crisis.now"),
            Option("yes", _("Yes"), then="crisis.now"),
        ),
        columns=3,
        read=in_short(AFRAID),
        keep=keep_afraid,
        source="004:539-548",
    ),
    Question(
        "good",
        lambda session: _("And what is good, at home or with {who}? Tap or type it, then Done.", who=whom(session)),
        options=tuple(Option(code, label) for code, (label, _said) in GOOD.items()),
        many=True,
        typed=True,
        columns=2,
        read=lambda _session, text: ["nothing"] if plain(text) in NOTHING else text,
        reply=good_heard,
        source="004:154-156; 004:1055-1059",
    ),
    Question(
        "heard",
        what_i_hear,
        options=(
            Option("yes", _("Yes, that's how it is"), then="unsaid.knows", only=told_something),
            Option("no", _("Something is different"), then="different", only=told_something),
            Option("look", _("Yes, please"), then="unsaid.knows", only=told_nothing),
            Option("not_now", _("Not now"), then="rest.open", only=told_nothing),
        ),
        then="unsaid.knows",
        source="own: the person corrects what was heard",
    ),
    Question(
        "different",
        _("What is different? Type it as you would say it."),
        typed=True,
        reply=lambda _session, text: _("“{words}”. I keep that with it.", words=Typed(str(text)[:200])),
        then="unsaid.knows",
        source="own: the person corrects what was heard",
    ),
    side_steps=("up_to_you", "own", "different"),
)
