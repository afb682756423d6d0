"""Whom to ask: who may fit, who else there is, and what may help that is not a person."""

from __future__ import annotations

from typing import Any

from dialogues.chapters.ask.plan import begin, current_wish, redraft
from dialogues.easing import DEVICE_OR_SERVICE, NEUTRAL_HELPER, eased
from dialogues.fitting import MAX_TASKS_EACH, may_be_proposed, proposals, times_asked
from dialogues.people import around, is_young, person_named, to_carer
from dialogues.script import Option
from dialogues.session import Session, Wish
from dialogues.wishes import name_of, wishes
from dialogues.without_people import suggestions
from dialogues.words import Joined, Typed, Words, _, lines, paragraphs

NOBODY = frozenset({"others", "outside", "without"})
"""Choices that lead to others, and name nobody yet."""

SHOWN_WISHES = 10


def wish_options(session: Session) -> tuple[Option, ...]:
    """Offer the wishes that were named."""
    return tuple(Option(f"w{index}", name_of(wish)) for index, wish in enumerate(wishes(session)[:SHOWN_WISHES]))


def keep_wish(session: Session, answer: Any) -> None:
    """Begin an ask for a wish that was tapped, or typed now."""
    if answer is None:
        return
    named = dict(zip((each.code for each in wish_options(session)), wishes(session), strict=False))
    begin(session, named.get(answer) or Wish(words=str(answer)))


def helper_heard(session: Session, answer: Any) -> Words | None:
    """Say what should be thought of with this helper; the person decides."""
    ask = session.ask
    if answer in {None, *NOBODY} or ask is None:
        return None
    person, name = person_named(session, ask.helper), to_carer(ask.helper)
    if person and person.rather_not:
        return _("You would rather not ask {name}. If that has changed, it is fine. Else tap Back.", name=name)
    if is_young(ask.helper) or (person and person.adult is False):
        return _(
            "{name} is young. Something nice together is always fine. For caring, an adult is better.", name=name
        )
    if times_asked(session, ask.helper) >= MAX_TASKS_EACH:
        return _("You have asked {name} for two things already. Is there somebody else as well?", name=name)
    return None


def who_fits(session: Session) -> Words:
    """Propose people, each with the reason."""
    found = proposals(session, current_wish(session))
    what = name_of(current_wish(session))
    if not found:
        return _("“{what}”. Whom would you like to ask? Type a name.", what=what)
    return paragraphs(
        _("“{what}”. From what you told me, these people may fit:", what=what),
        lines(*(each.reason for each in found)),
        _neutral(session),
        _("Whom would you like to ask? Tap, or type another name."),
    )


def _neutral(session: Session) -> Words | None:
    """Say that somebody from outside is possible, when it is the circle itself that holds back."""
    if NEUTRAL_HELPER not in eased(session):
        return None
    return _("It can also be somebody who knows nobody around you.")


def fitting_people(session: Session) -> tuple[Option, ...]:
    """Offer who fits, the way to others, and what is not a person."""
    found = proposals(session, current_wish(session))
    fit = tuple(Option(f"p{index}", Typed(each.person.name)) for index, each in enumerate(found))
    rest = (Option("others", _("Somebody else")),) if _others(session) else ()
    without = Option("without", _("A device or service"))
    if DEVICE_OR_SERVICE in eased(session):
        return (without, *fit, *rest, Option("outside", _("Nobody I know")))
    return (*fit, *rest, without, Option("outside", _("Nobody I know")))


def _others(session: Session) -> list[str]:
    fit = {each.person.name for each in proposals(session, current_wish(session))}
    return [each.name for each in around(session) if each.name not in fit and may_be_proposed(session, each)]


def other_people(session: Session) -> tuple[Option, ...]:
    """Offer the others on the map."""
    return tuple(Option(f"o{index}", Typed(name)) for index, name in enumerate(_others(session)[:20]))


def keep_helper(session: Session, answer: Any) -> None:
    """Note whom to ask."""
    if answer in {None, *NOBODY}:
        session.answers["ask.choice"] = answer
        return
    session.answers.pop("ask.choice", None)
    tapped = {f"p{index}": each.person.name for index, each in enumerate(proposals(session, current_wish(session)))}
    tapped |= {each.code: name for each, name in zip(other_people(session), _others(session), strict=False)}
    ask = session.ask if session.ask and session.ask.status == "draft" else None
    ask = ask or begin(session, current_wish(session))
    known = person_named(session, str(answer))
    ask.helper = tapped.get(answer) or (known.name if known else str(answer))
    redraft(session)


def others_wanted(session: Session) -> bool:
    """Somebody else on the map was asked for."""
    return session.answers.get("ask.choice") == "others"


def outside_wanted(session: Session) -> bool:
    """Nobody they know: then somebody from outside."""
    return session.answers.get("ask.choice") == "outside"


def without_wanted(session: Session) -> bool:
    """No person: a device, a service, or letting it go."""
    return session.answers.get("ask.choice") == "without"


def without_people(session: Session) -> Words:
    """Suggest what may help with this and is not a person."""
    found = suggestions(current_wish(session))
    return paragraphs(
        _("“{what}”. It doesn't have to be a person. Perhaps:", what=name_of(current_wish(session))),
        Joined(tuple(_("• {what}", what=each) for each in found), "\n"),
        _("Is there something in it for you?"),
    )


def keep_solution(session: Session, answer: Any) -> None:
    """Note that a device or service will do, so that nobody needs to be asked for this."""
    if answer == "try" and session.ask and session.ask.status == "draft" and not session.ask.helper:
        session.ask.status = "solved"
