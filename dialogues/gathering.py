"""Talking together: which form may fit, who could speak for the carer, and the words to put ready.

A large meeting fits where people stand around the carer and a plan is wanted, and not where shame or conflict rules
(source 000, lines 93-101 and 451-460). One update to all comes before tasks (source 004, lines 1425-1441).
"""

from __future__ import annotations

from dialogues.details import STRAINED
from dialogues.fitting import FAMILY, MAX_PROPOSALS, may_be_proposed
from dialogues.naming import first_name
from dialogues.people import around, cared_for_in_draft, person_in_hand
from dialogues.session import Person, Session
from dialogues.wishes import name_of, wishes
from dialogues.words import Typed, Words, _, lines, paragraphs

MIN_FAMILY = 2
"""Relatives from whom on it is a talk of the family."""


def family_around(session: Session) -> bool:
    """There is family for a talk together, and it is not tense."""
    relatives = [each for each in around(session) if each.relation in FAMILY and each.line not in STRAINED]
    return len(relatives) >= MIN_FAMILY and not quarrel(session)


def quarrel(session: Session) -> bool:
    """Somebody of the map is in conflict, or contact is broken: then a talk with all may hurt."""
    return session.violence or any(each.line in {"conflict", "broken"} for each in around(session))


def plan_fits(session: Session) -> bool:
    """A plan with everybody may fit: there is something to share, and neither shame nor conflict."""
    ashamed = "shame" in session.answers.get("reluctance.barriers", [])
    return bool(wishes(session)) and not ashamed and not quarrel(session)


def greet_all(session: Session) -> Words:
    """Invite the family, with what it is about."""
    asked = [name_of(each) for each in wishes(session)]
    return paragraphs(
        _("Hi all,"),
        _(
            "I would like to talk with you about how it goes with {name}. An hour, at a table. I tell how it is now, "
            "and then we look together at what is coming and who can and wants to do something.",
            name=cared_for_in_draft(session),
        ),
        lines(_("This is what I think of:"), *(_("• {what}", what=each) for each in asked)) if asked else None,
        _("Only thinking along is fine too. Which day suits you?"),
    )


def news(session: Session) -> Words:
    """Tell all at once how it goes, in the carer's words."""
    return paragraphs(
        _("Hi all,"),
        Typed(str(session.answers.get("together.update", ""))),
        _("I can't answer everybody. I read everything, and it does me good that you think of us."),
    )


def spokespeople(session: Session) -> list[Person]:
    """Give up to three people who could pass on the news: near, and not those whom it would burden."""
    fit = [each for each in around(session) if may_be_proposed(session, each) and each.energy != "costs"]
    informal = [each for each in fit if each.relation != "professional"]
    return sorted(informal, key=lambda each: each.circle != "closest")[:MAX_PROPOSALS]


def ask_to_pass_on(session: Session) -> Words:
    """Ask one person to tell the others."""
    return paragraphs(
        _greeting(str(session.answers.get("together.spokesperson", ""))),
        _(
            "Many people ask how it goes with {name}, and I don't get round to answering. Would you like to tell the "
            "others how it is, for now? If it doesn't suit you, that is fine too.",
            name=cared_for_in_draft(session),
        ),
    )


def hello(session: Session) -> Words:
    """Say hello to somebody from earlier; nothing is asked yet (source 001, 2012, lines 5341-5350)."""
    person = person_in_hand(session)
    return paragraphs(
        _greeting(person.name if person else ""),
        _("I thought of you. It has been a while: there was so much here. How are you?"),
    )


def talk_it_out(session: Session) -> Words:
    """Begin to talk out what is tense, without blame (source 001, 2012, lines 2067-2072 and 5255-5256)."""
    person = person_in_hand(session)
    return paragraphs(
        _greeting(person.name if person else ""),
        _(
            "It has been difficult between us lately. I would like to talk about it some time, quietly, just the two "
            "of us. Would you like that too? If not now, that is fine."
        ),
    )


def _greeting(name: str) -> Words:
    called = first_name(name)
    return _("Hi {helper},", helper=Typed(called)) if called else _("Hi,")
