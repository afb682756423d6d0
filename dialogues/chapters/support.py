"""Local support: near you, with a number to call, the words to say, and the date it was checked."""

from __future__ import annotations

from typing import Any

from dialogues.chapters.young.told import to_be_told
from dialogues.effects import Effect
from dialogues.inputs import Place
from dialogues.people import about
from dialogues.script import RESUME, Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Fact, Typed, Words, _, paragraphs


def several_places(session: Session) -> bool:
    """The name or postcode fits more than one municipality."""
    return "support.place" not in session.answers and len(session.answers.get("support.places", [])) > 1


def looked_up(session: Session) -> bool:
    """A place was typed just now, so it is shown before the talk goes on."""
    return bool(session.answers.get("support.looked_up"))


def interrupted(session: Session) -> bool:
    """The page was opened in between; the talk goes back to where it was."""
    return bool(session.home)


def show_near(session: Session) -> list[Effect]:
    """Forget that the place was new: it is shown now."""
    session.answers.pop("support.looked_up", None)
    return []


def has_ask(session: Session) -> bool:
    """There is a message that is ready to be sent."""
    return any(ask.helper and ask.status == "ready" for ask in session.asks) and not session.violence


def keep_places(session: Session, found: Any) -> None:
    """Keep the municipality, or those among which to choose."""
    if not isinstance(found, tuple):
        return
    session.answers.pop("support.place", None)
    places = [_stored(each) for each in found]
    session.answers |= {"support.places": places, "support.looked_up": True}
    if len(places) == 1:
        session.answers["support.place"] = places[0]


def _stored(place: Place) -> dict[str, str]:
    return {"code": place.code, "name": place.name, "country": place.country, "province": place.province}


def places_found(session: Session) -> tuple[Option, ...]:
    """Offer the municipalities that it may be."""
    found = session.answers.get("support.places", [])
    return tuple(Option(f"p{index}", Typed(_label(place))) for index, place in enumerate(found))


def _label(place: dict[str, str]) -> str:
    name = place["name"].partition(" (")[0]
    return f"{name} ({place['province'] or place['country']})"


def keep_which(session: Session, answer: Any) -> None:
    """Keep the municipality that was meant."""
    if answer is not None:
        session.answers["support.place"] = session.answers["support.places"][int(str(answer)[1:])]


def where(session: Session) -> Words:
    """Ask for the place; of a child no more than the town."""
    if session.child:
        return _("I can show where support is near you. Type the name of your town. No street, no postcode.")
    return _("I can show where support is near you. Type your postcode (only the four digits) or your town.")


def near(session: Session) -> Words:
    """Show the municipality with the words to ask there, and the lines that fit."""
    place = session.answers.get("support.place") or {"code": ""}
    lines = {"kind": "talk", "most": "3"} if session.young else {"kind": "carer talk", "most": "2 2"}
    return paragraphs(
        Fact("municipality", {"code": place["code"]}) if place["code"] else None,
        words_to_say(session) if place["code"] else None,
        _("And these lines are there for you:"),
        Fact("helplines", {**lines, **about(session)}),
    )


def words_to_say(session: Session) -> Words:
    """Give the sentence with which to begin at the municipality."""
    if session.young:
        return _("You can say: “Someone at home is ill and I help a lot. Who can think along with me?”")
    return _(
        "You can say: “I care for someone close to me and would like support for carers "
        "(mantelzorgondersteuning). Whom can I speak to?”"
    )


SUPPORT = chapter(
    "support",
    _("Support nearby"),
    Question(
        "place",
        where,
        lookup=True,
        typed=True,
        keep=keep_places,
        then=(When(several_places, "which"), "near"),
        skip_to="near",
    ),
    Question(
        "which",
        _("There is more than one. Which one do you mean?"),
        options=places_found,
        keep=keep_which,
        then="near",
    ),
    Question(
        "near",
        near,
        lookup=True,
        opening=show_near,
        options=(
            Option("go_on", _("Go on")),
            Option("other_place", _("Another place"), then="place"),
        ),
        keep=keep_places,
        then=(
            When(several_places, "which"),
            When(looked_up, "near"),
            When(interrupted, RESUME),
            When(to_be_told, "told.may"),
            When(has_ask, "followup.may"),
            "rest.open",
        ),
    ),
    side_steps=("which",),
)
