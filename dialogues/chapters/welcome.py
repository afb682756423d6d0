"""Welcome: the language, what this is and is not, consent, and who you are and care for."""

from __future__ import annotations

import re
from typing import Any

from dialogues.effects import Say
from dialogues.languages import LANGUAGES
from dialogues.people import about, cared_for
from dialogues.script import Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Fact, Typed, Words, _, paragraphs

CONSENT_AGE, ADULT_AGE = 16, 25
"""Where the age brackets end: below 16 one is a child here, from 25 on the tone is the adult one."""

SENTENCE = 6
"""Words from which on somebody is telling something."""

MAX_OWN_WORD = 60
"""Characters of what somebody calls themselves."""


def languages(session: Session) -> tuple[Option, ...]:
    """Offer the languages in their own names, the person's own first."""
    ordered = sorted(LANGUAGES, key=lambda code: code != session.language)
    return tuple(Option(code, Typed(LANGUAGES[code])) for code in ordered)


def speak(session: Session, code: Any) -> None:
    """Go on in the chosen language."""
    session.language = code


def what_this_is(_session: Session) -> list[Say]:
    """Say in two sentences what this is and is not."""
    return [
        Say(
            _(
                "I am a chat program that walks along with people who care for someone close to them. "
                "I make no diagnosis, I find nobody for you, and I never send a message to anyone but you."
            )
        )
    ]


POLICY = "2026-11"
"""Version of what is said about keeping. Raise it when that changes: everybody is then asked again."""


def keep_consent(session: Session, answer: Any) -> None:
    """Note whether the talk may be kept, and to which text that was said."""
    session.consent = answer == "yes"
    session.policy = POLICY if session.consent else ""


def about_keeping(_session: Session, answer: Any) -> Words:
    """Say what follows from yes or no."""
    if answer == "yes":
        return _("I keep it locked. You can skip every question, and stop at any moment.")
    return _("All right. A day after your last message I have forgotten our talk. You can skip every question.")


def someone_to_talk_to(session: Session, answer: Any) -> Words | None:
    """Give a child at once the people that a child can talk to."""
    if answer != "under16":
        return None
    return paragraphs(
        _("Good to know: you can always talk to a person too."),
        Fact("helplines", {"kind": "talk", "most": "1", **about(session), "age": "under16"}),
        _("For you I keep our talk shorter: {months} months. I ask no names.", months=Fact("months_kept_child")),
        Fact("page"),
    )


CARED_FOR: dict[str, Words] = {
    "partner": _("My partner"),
    "parent": _("My father or mother"),
    "child": _("My child"),
    "sibling": _("My brother or sister"),
    "grandparent": _("My grandparent"),
    "family": _("Other family"),
    "friend": _("A friend"),
    "neighbour": _("A neighbour"),
    "several": _("More than one person"),
}

YOUNG_ORDER = ("parent", "sibling", "grandparent", "family", "friend", "partner", "neighbour", "several")

OWN_WORDS: dict[str, Words] = {
    "carer": _("Mantelzorger"),
    "family": _("Just family"),
    "friend": _("Just a friend"),
}


def those_cared_for(session: Session) -> tuple[Option, ...]:
    """Offer whom one may care for; young people see first whom they mostly care for."""
    order = YOUNG_ORDER if session.young else tuple(each for each in CARED_FOR if each != "grandparent")
    return tuple(Option(code, CARED_FOR[code]) for code in order)


def own_words(session: Session) -> tuple[Option, ...]:
    """Offer words for oneself; to young people the word mantelzorger never comes first."""
    order = ("family", "friend", "carer") if session.young else tuple(OWN_WORDS)
    return tuple(Option(code, OWN_WORDS[code]) for code in order)


def age_in_words(_session: Session, text: str) -> str | None:
    """Read an age that was typed, in years."""
    found = re.findall(r"\d{1,3}", text)
    if len(found) != 1:
        return None
    age = int(found[0])
    return "under16" if age < CONSENT_AGE else "16to24" if age < ADULT_AGE else "25plus"


def is_child(session: Session) -> bool:
    """A child under 16 is asked for no names."""
    return session.child


def name_asked(session: Session) -> Words:
    """Ask for a name to speak of; for more people that may be more names."""
    if session.answers.get("welcome.whom") == "several":
        return _("What do you call them? First names or nicknames are enough.")
    return _("What do you call him or her? A first name or a nickname is enough.")


def own_word_asked(session: Session) -> Words:
    """Ask what people call themselves; the word mantelzorger is explained once, and never insisted on."""
    if "welcome.cared_name" in session.answers:
        return _(
            "Who are you to {name}? Some say mantelzorger (someone who cares for a person close to them), "
            "others just wife, son or neighbour. Tap, or type your own word.",
            name=cared_for(session),
        )
    return _(
        "What do you call yourself? Some say mantelzorger (someone who cares for a person close to them), "
        "others just wife, son or neighbour. Tap, or type your own word."
    )


def a_word_or_two(_session: Session, text: str) -> str | None:
    """Read a word for oneself; a whole sentence is something else."""
    words = text.split()
    return " ".join(words)[:MAX_OWN_WORD] if len(words) < SENTENCE else None


def own_word_heard(_session: Session, answer: Any) -> Words | None:
    """Take over the word that people use for themselves."""
    words: dict[str, Words] = {
        "carer": _("Mantelzorger. Then that is the word we use."),
        "family": _("Just family. Then I don't use another word for it."),
        "friend": _("Just a friend. Then I don't use another word for it."),
    }
    return words.get(answer, _("“{word}”. Then that is the word we use.", word=Typed(answer)))


WELCOME = chapter(
    "welcome",
    _("Getting to know you"),
    Question(
        "language",
        _("Hello, this is Vraagkracht. Which language shall we use?"),
        options=languages,
        keep=speak,
        skippable=False,
    ),
    Question(
        "consent",
        _(
            "{operator} runs Vraagkracht. What you tell me, also about health and about others, is kept locked until "
            "{months} months after your last message. With /delete you erase it at once. May I keep it?",
            operator=Fact("operator"),
            months=Fact("months_kept"),
        ),
        options=(Option("yes", _("Yes, keep it")), Option("no", _("No, don't keep it"))),
        opening=what_this_is,
        keep=keep_consent,
        reply=about_keeping,
        skippable=False,
    ),
    Question(
        "age",
        _("How old are you? Then I know how to talk with you."),
        options=(
            Option("under16", _("Under 16")),
            Option("16to24", _("16 to 24")),
            Option("25plus", _("25 or older")),
            Option("unsaid", _("Rather not say")),
        ),
        read=age_in_words,
        reply=someone_to_talk_to,
    ),
    Question(
        "whom",
        _("Is there someone close to you who is ill, is getting old, or needs help? Who is it?"),
        options=those_cared_for,
        columns=2,
        then=(When(is_child, "own_word"), "cared_name"),
    ),
    Question(
        "cared_name",
        name_asked,
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:40] or None,
    ),
    Question(
        "own_word",
        own_word_asked,
        options=own_words,
        typed=True,
        read=a_word_or_two,
        reply=own_word_heard,
        then="strain.perseverance",
    ),
)
