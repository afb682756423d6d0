"""Crisis: somebody wrote words of danger. Acknowledge, the right number, is it about now, and back.

The order - acknowledge, let the person correct us, warm referral, a way back - is that of UNICEF's
Safer Chatbots guide. "Not what I meant" is followed by one more gentle question, and "ok" is no yes.
"""

from __future__ import annotations

from typing import Any

from dialogues.effects import Hide
from dialogues.people import about
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import Fact, Words, _, paragraphs

ACKNOWLEDGED: dict[str, Words] = {
    "suicide_self": _("What you write is very heavy. You don't have to carry this alone."),
    "suicide_other": _(
        "What you write about the other person is very heavy. There are people who think along with you."
    ),
    "violence": _("What you describe should not happen. It is not your fault. You have a right to be safe."),
    "abuse": _("What you write is serious. It is good to say it. You don't have to solve it alone."),
    "harming": _(
        "It is hard to write this down. It happens to people who have carried too much for too long. "
        "There are people who help now, without blame."
    ),
    "emergency": _("What you write sounds urgent. Please call first, and talk here later."),
    "need": _("No roof or no food: that comes before everything else. There are people who can help today."),
}

GENTLY: dict[str, Words] = {
    "suicide_self": _(
        "I read that it is heavy. May I ask it plainly: do you sometimes think of death, or of ending your life?"
    ),
    "suicide_other": _("I read that you are worried. Are you afraid that somebody wants to end their life?"),
    "violence": _(
        "I read that something is wrong between you. Are you afraid of somebody, or does somebody hurt you?"
    ),
    "abuse": _("May I ask about what you wrote: is somebody being hurt, or left without care?"),
    "harming": _("I read how much you hold back. Are you afraid that you will do something you don't want to do?"),
    "emergency": _("I want to be sure: is somebody in danger at this moment?"),
    "need": _("I want to be sure: is there too little to eat today, or no place to sleep?"),
}


LINES = {
    "suicide_self": "suicide",
    "suicide_other": "suicide",
    "violence": "violence",
    "abuse": "violence",
    "harming": "harm_to_cared_for",
    "emergency": "emergency",
    "need": "need",
}
"""Which need in the table of helplines belongs to which danger."""


def kind(session: Session) -> str:
    """Tell which danger it was about."""
    found = str(session.answers.get("crisis.kind", ""))
    return found if found in ACKNOWLEDGED else "suicide_self"


def unsafe(session: Session) -> bool:
    """Somebody in the house may be the danger, and may look at the screen."""
    return kind(session) in {"violence", "abuse"}


def confirm(session: Session, answer: Any) -> None:
    """What was asked gently is so: then it counts as if it had been said."""
    session.violence = session.violence or (answer in {"yes", "sometimes"} and unsafe(session))


def take_back(session: Session, answer: Any) -> None:
    """It was read wrongly, and nothing else weighs that much: asking need not stop."""
    if answer == "no":
        session.violence = False


def lines_for(session: Session, most: str) -> Fact:
    """Point to the lines that fit the danger, the country and the age; the right one first."""
    return Fact("helplines", {"kind": LINES[kind(session)], "most": most, **about(session)})


def now(session: Session) -> Words:
    """Acknowledge, give the number, ask whether it is about now."""
    return paragraphs(
        ACKNOWLEDGED[kind(session)],
        _("I am a chat program. These are people, and they are there for this:"),
        lines_for(session, "2"),
        _("Is this about now?"),
    )


def at_hand(session: Session) -> Words:
    """Stay, and give the numbers once more."""
    return paragraphs(
        _("Then call now, or start a chat. Perhaps somebody you trust can be with you."),
        lines_for(session, "3"),
        _("I stay here. Tap when you are back."),
    )


def for_another(session: Session) -> Words:
    """Somebody else is in danger: the same people think along."""
    return paragraphs(
        _("You are worried about somebody else. You may call these people for that as well:"),
        lines_for(session, "3"),
    )


HIDDEN = chapter(
    "hidden",
    _("Hello"),
    Question(
        "screen",
        _("Hello. How can I help you?"),
        options=(Option("go_on", _("Go on"), then=RESUME),),
        opening=lambda _session: [Hide()],
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    aside=True,
)

CRISIS = chapter(
    "crisis",
    _("First this"),
    Question(
        "now",
        now,
        options=(
            Option("yes", _("Yes, it is about now"), then="at_hand"),
            Option("other", _("It is about another"), then="for_another"),
            Option("not_meant", _("It's not what I meant"), then="not_meant"),
            Option("leave", _("Leave quickly"), then="hidden.screen", only=unsafe),
            Option("go_on", _("Go on"), then="after"),
        ),
        columns=2,
        skippable=False,
        then="after",
    ),
    Question(
        "gentle",
        lambda session: GENTLY[kind(session)],
        options=(
            Option("yes", _("Yes"), then="now"),
            Option("sometimes", _("Sometimes"), then="now"),
            Option("no", _("No, that's not it"), then="listening.heard"),
        ),
        columns=3,
        skippable=False,
        keep=confirm,
        then="after",
    ),
    Question(
        "at_hand",
        at_hand,
        options=(
            Option("spoke", _("I spoke to somebody"), then="after"),
            Option("cannot", _("I can't call"), then="cannot"),
            Option("go_on", _("Go on"), then="after"),
        ),
        columns=2,
        skippable=False,
        then="after",
    ),
    Question(
        "cannot",
        lambda session: paragraphs(
            _(
                "Calling is hard sometimes. You can also chat. Or show this screen to somebody you trust: a "
                "neighbour, a nurse, a teacher. You don't have to explain anything."
            ),
            lines_for(session, "3"),
        ),
        options=(Option("go_on", _("Go on"), then="after"),),
        skippable=False,
        then="after",
    ),
    Question(
        "for_another",
        for_another,
        options=(Option("go_on", _("Go on"), then="after"),),
        skippable=False,
        then="after",
    ),
    Question(
        "not_meant",
        _(
            "Then I read it wrong. One more question, because it matters: is there something else "
            "so heavy that you would rather not go on alone?"
        ),
        options=(
            Option("yes", _("Yes, there is"), then="now"),
            Option("no", _("No, it's all right"), then="after"),
        ),
        columns=2,
        skippable=False,
        keep=take_back,
        then="after",
    ),
    Question(
        "after",
        _(
            "I am still here. Shall we go on where we were, or leave it for today? "
            "“Talk to someone” stays under every message."
        ),
        options=(
            Option("go_on", _("Go on where we were"), then=RESUME),
            Option("today", _("Leave it for today"), then="stopped.here"),
        ),
        skippable=False,
        then=RESUME,
    ),
    Question(
        "check_in",
        _("A while ago you wrote something heavy. How is that now?"),
        options=(
            Option("calmer", _("A little calmer"), then=RESUME),
            Option("same", _("Just as heavy"), then="now"),
            Option("leave", _("I'd rather not say"), then=RESUME),
        ),
        columns=2,
        skippable=False,
        then=RESUME,
    ),
    aside=True,
)
