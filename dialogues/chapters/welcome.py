"""Welcome: the language, what this is and is not, consent, and who you are and care for."""

from __future__ import annotations

import re
from typing import Any

from dialogues.ages import young
from dialogues.effects import Say
from dialogues.languages import LANGUAGES
from dialogues.people import about, cared_for
from dialogues.script import Option, Question, When, chapter, nothing
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


def what_this_is(session: Session) -> list[Say]:
    """Say in two sentences what this is and is not."""
    if session.young:
        return [
            Say(
                _(
                    "I am a chat program, not a person. I send nothing to your parents, your school or anybody else. "
                    "You can skip a question, and stop at any moment."
                )
            )
        ]
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


def keeping_asked(session: Session) -> Words:
    """Ask whether the talk may be kept; a young person in words of their own, a child for the shortest time."""
    if session.young:
        return _(
            "{operator} runs Vraagkracht. What you tell me, also about home and about being ill, I keep locked until "
            "{months} months after your last message. With /delete it is gone at once. If you say no, we talk just "
            "the same. May I keep it?",
            operator=Fact("operator"),
            months=months_kept(session),
        )
    return _(
        "{operator} runs Vraagkracht. What you tell me, also about health and about others, is kept locked until "
        "{months} months after your last message. With /delete you erase it at once. May I keep it?",
        operator=Fact("operator"),
        months=months_kept(session),
    )


def months_kept(session: Session) -> Fact:
    """Tell how long a talk is kept after the last word: of a child the shortest."""
    return Fact("months_kept_child" if session.child else "months_kept")


def keep_consent(session: Session, answer: Any) -> None:
    """Note whether the talk may be kept, and to which text that was said."""
    session.consent = answer == "yes"
    session.policy = POLICY if session.consent else ""


def about_keeping(_session: Session, answer: Any) -> Words:
    """Say what follows from yes or no."""
    if answer == "yes":
        return _("I keep it locked. You can skip every question, and stop at any moment.")
    return _("All right. A day after your last message I have forgotten our talk. You can skip every question.")


def someone_to_talk_to(session: Session, _answer: Any) -> Words | None:
    """Give a child at once the people that a child can talk to."""
    if not session.child:
        return None
    return paragraphs(
        _("Good to know: you can always talk to a person too."),
        Fact("helplines", {"kind": "talk", "most": "1", **about(session)}),
        _("Or to a grown-up you trust. I ask no names here, no school and no street."),
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
    known = tuple(Option(code, CARED_FOR[code]) for code in order)
    return known if session.young else (*known, Option("unsure", _("Nobody, or not sure")))


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


def is_young(session: Session) -> bool:
    """Young people have a talk of their own."""
    return session.young


def not_sure(session: Session) -> bool:
    """Somebody does not recognise themselves in the question, so it is asked another way round."""
    return session.answers.get("welcome.whom") == "unsure"


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
        source="own: the language comes before the first word",
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
        source="own: the tone and the people to talk to depend on it",
    ),
    Question(
        "consent",
        keeping_asked,
        options=(Option("yes", _("Yes, keep it")), Option("no", _("No, don't keep it"))),
        opening=what_this_is,
        keep=keep_consent,
        reply=about_keeping,
        skippable=False,
        then=(When(young, "home.who"), "whom"),
        source="own: nothing is kept without a yes",
    ),
    Question(
        "whom",
        _("Is there someone close to you who is ill, is getting old, or needs help? Who is it?"),
        options=those_cared_for,
        columns=2,
        then=(When(is_child, "own_word"), When(not_sure, "indirect"), "cared_name"),
        source="000:553-569; 004:863-865; 004:1269-1271",
    ),
    Question(
        "indirect",
        _(
            "Perhaps you know someone who drives, arranges, or lies awake for another person. "
            "Do you know somebody like that, or is it you?"
        ),
        options=(
            Option("me", _("That's me, I think"), then="whom"),
            Option("another", _("I know somebody"), then="looking"),
            Option("neither", _("Neither"), then="looking"),
        ),
        skip_to="looking",
        then="looking",
        source="001:5132-5137; 001:5206-5209; 004:863-865",
    ),
    Question(
        "looking",
        _("Then look around freely. What you find here you may also pass on. Where would you like to go?"),
        options=(
            Option("nearby", _("Support near me"), then="support.place"),
            Option("me_too", _("It is about me after all"), then="whom"),
            Option("enough", _("This is enough"), then="rest.open"),
        ),
        keep=nothing,
        then="rest.open",
        source="001:5132-5137; 004:863-865",
    ),
    Question(
        "cared_name",
        name_asked,
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:40] or None,
        source="own: people are called by a nickname",
    ),
    Question(
        "own_word",
        own_word_asked,
        options=own_words,
        typed=True,
        read=a_word_or_two,
        reply=own_word_heard,
        then=(When(is_young, "strain.perseverance"), "situation.since"),
        source="004:863-865; 004:1269-1271",
    ),
    side_steps=("indirect", "looking"),
)
