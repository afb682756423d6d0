"""A note for the huisarts, the steunpunt, an employer, a school or home care: short, and about the carer too.

People report for the one they care for, and hardly ever for themselves (source 000, lines 706-708).
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.messages.ready import READY_STEPS, Kind, ready, typed
from dialogues.drafting.tones import closing
from dialogues.drafting.typed import own, whole_sentence
from dialogues.people import cared_for_in_draft
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Joined, Words, _

READERS: dict[str, tuple[Words, Words]] = {
    "gp": (_("The huisarts"), _("To the huisarts")),
    "steunpunt": (_("The steunpunt"), _("To the steunpunt for carers")),
    "work": (_("My employer"), _("To my employer")),
    "school": (_("School or study"), _("To school")),
    "homecare": (_("Home care"), _("To the home care team")),
}

NEEDS: dict[str, dict[str, tuple[Words, Words]]] = {
    "gp": {
        "for_me": (_("A talk about myself"), _("A double appointment, about how I am doing myself.")),
        "along": (_("Think along"), _("That somebody thinks along about how this goes on.")),
        "note": (_("Note that I care"), _("That my file says that I am a carer.")),
    },
    "steunpunt": {
        "talk": (_("A talk"), _("A talk about what is possible for me.")),
        "respite": (_("Time off"), _("Somebody who takes over for a while (respite care).")),
        "peers": (_("Others who care"), _("Contact with others in the same situation.")),
    },
    "work": {
        "hours": (_("My hours"), _("A talk about my hours and my tasks.")),
        "home": (_("Working at home"), _("Working at home on some days.")),
        "leave": (_("Leave"), _("A talk about leave for care.")),
        "phone": (_("Being reachable"), _("That I may be reachable by phone for home.")),
    },
    "school": {
        "person": (_("One person to go to"), _("One fixed person to go to.")),
        "time": (_("Room with deadlines"), _("Room with deadlines and absence when it is heavy.")),
        "know": (_("That teachers know"), _("That teachers know as much as they need, and no more.")),
    },
    "homecare": {
        "divide": (_("Dividing the care"), _("A talk about who does what in the care.")),
        "times": (_("The times"), _("Times that fit with my work and sleep.")),
        "show": (_("Showing how"), _("That somebody shows me how to do it well.")),
        "contact": (_("One contact"), _("One fixed contact for my questions.")),
    },
}

CALL_BACK: dict[str, tuple[Words, Words]] = {
    "morning": (_("In the morning"), _("The best time to call back is the morning.")),
    "afternoon": (_("In the afternoon"), _("The best time to call back is the afternoon.")),
    "evening": (_("In the evening"), _("The best time to call back is the evening.")),
    "mail": (_("Rather a message"), _("Rather a message than a call, please.")),
}


def reader(session: Session) -> str:
    """Tell for whom the note is."""
    found = NOTE_KIND.answer(session, "who")
    return found if found in READERS else "gp"


def need_options(session: Session) -> tuple[Option, ...]:
    """Offer what this reader can do something about."""
    return tuple(Option(code, label) for code, (label, _sentence) in NEEDS[reader(session)].items())


def _needs(session: Session, *, marked: bool) -> list[Words]:
    chosen: Any = NOTE_KIND.answer(session, "needs") or []
    if isinstance(chosen, str):
        return [whole_sentence(chosen, marked=marked)]
    return [NEEDS[reader(session)][code][1] for code in chosen if code in NEEDS[reader(session)]]


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write the note."""
    answer = NOTE_KIND.answer
    what, back, needs = answer(session, "what"), answer(session, "back"), _needs(session, marked=marked)
    parts = (
        READERS[reader(session)][1],
        _("I care for {name}.", name=cared_for_in_draft(session)),
        whole_sentence(what, marked=marked) if what else None,
        _("What I need:") if needs else None,
        *(_("• {what}", what=each) for each in needs),
        (CALL_BACK[back][1] if back in CALL_BACK else own(back, marked=marked)) if back else None,
        closing(answer(session, "tone") or NOTE_KIND.tone),
    )
    return Joined(tuple(each for each in parts if each is not None), "\n")


NOTE_KIND = Kind("note", _("A note for a professional"), compose, "formal")

NOTE = chapter(
    "note",
    NOTE_KIND.title,
    Question(
        "who",
        _("For whom is the note?"),
        options=tuple(Option(code, label) for code, (label, _heading) in READERS.items()),
        columns=2,
    ),
    Question(
        "what",
        _("What is going on? Two sentences are enough: about home, and about yourself."),
        typed=True,
        read=typed,
    ),
    Question(
        "needs",
        _("What do you need yourself? Tap one or more, or type it."),
        options=need_options,
        many=True,
        most=3,
        columns=2,
        typed=True,
        read=typed,
    ),
    Question(
        "back",
        _("When can they reach you best?"),
        options=tuple(Option(code, label) for code, (label, _sentence) in CALL_BACK.items()),
        columns=2,
        typed=True,
        read=typed,
    ),
    *ready(
        NOTE_KIND, "who", _("This could be your note. Put your name and number below it yourself, when you send it.")
    ),
    side_steps=READY_STEPS,
)
