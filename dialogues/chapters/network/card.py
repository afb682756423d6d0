"""The card of one person: everything that may be told, one or two taps each, whenever the carer likes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogues import tasks
from dialogues.chapters.network.someone import (
    YES_NO_UNKNOWN,
    about_person,
    choices,
    keep_can,
    keep_of_person,
)
from dialogues.details import ENERGY, GIVES, KNOWS, LIKED, LINE, OFTEN, described, whose
from dialogues.naming import MAX_NAME
from dialogues.people import around, cared_for, person_in_hand, person_named
from dialogues.radio import STEPS
from dialogues.script import Option, Question, nothing
from dialogues.session import Session
from dialogues.words import Text, Typed, Words, _, paragraphs

MAX_HELPS = 5
"""Things that one person does already, as far as they are kept."""


def keep_loaded(session: Session, answer: Any) -> None:
    """Note whether somebody has much to carry already; then they are not proposed."""
    keep_of_person("loaded")(session, {"yes": True, "no": False}.get(str(answer)))


def helps(_session: Session, text: str) -> list[str] | None:
    """Read what somebody does already: a few words, with commas between."""
    found = [" ".join(part.split())[:MAX_NAME] for part in text.rstrip(".").split(",")]
    return [part for part in found if part][:MAX_HELPS] or None


def keep_helps(session: Session, answer: Any) -> None:
    """Note what somebody does already."""
    keep_of_person("helps")(session, [] if answer == "nothing" else answer)


def keep_nickname(session: Session, answer: Any) -> None:
    """Call somebody otherwise, also in the messages to them; a name that stands there already is not taken."""
    person, known = person_in_hand(session), person_named(session, str(answer))
    if person is None or answer is None or (known is not None and known is not person):
        return
    for ask in session.asks:
        if ask.helper.casefold() == person.name.casefold():
            ask.helper = answer
    person.name = session.answers["network.person"] = answer


def people(session: Session) -> tuple[Option, ...]:
    """Offer everybody on the map."""
    return tuple(Option(f"p{index}", Typed(each.name)) for index, each in enumerate(around(session)))


def take_in_hand(session: Session, answer: Any) -> None:
    """Note about whom more is told."""
    session.answers.pop("network.person", None)
    chosen = dict(zip((each.code for each in people(session)), around(session), strict=True)).get(str(answer))
    if chosen:
        session.answers |= {
            "network.person": chosen.name,
            "network.support": chosen.support[:],
            "network.can": chosen.can[:],
            "network.distance": chosen.can[:],
        }


def card(session: Session) -> Words:
    """Show what was told about one person."""
    person = person_in_hand(session)
    if person is None:
        return _("What would you like to do?")
    return paragraphs(
        described(session, person),
        _("You chose: {step}", step=STEPS[person.step]) if person.step in STEPS else None,
        _("What would you like to tell or change? Everything may stay open."),
    )


def leave_out(session: Session, answer: Any) -> None:
    """From now on this person is left out everywhere."""
    person = person_in_hand(session)
    if person and answer == "rather_not":
        person.rather_not = person.asked = True


def left_out(session: Session) -> tuple[Option, ...]:
    """Offer the people who are left out, to put them back."""
    out = [each for each in session.people if each.rather_not]
    return tuple(Option(f"r{index}", Typed(each.name)) for index, each in enumerate(out))


def put_back(session: Session, answer: Any) -> None:
    """Somebody may be asked again after all."""
    out = dict(
        zip((each.code for each in left_out(session)), (p for p in session.people if p.rather_not), strict=True)
    )
    if person := out.get(str(answer)):
        person.rather_not, person.asked = False, True


def detail(name: str, words: Text | Callable[[Session], Words], **more: Any) -> Question:
    """Ask one detail, from the card and back to it."""
    more = {"keep": keep_of_person(name), "columns": 2, **more}
    return Question(name, about_person(words) if isinstance(words, Text) else words, then="card", **more)


CARD = (
    Question(
        "whom",
        _("About whom would you like to tell more?"),
        options=people,
        columns=2,
        keep=take_in_hand,
        then="card",
        skip_to="map",
    ),
    Question(
        "card",
        card,
        options=(
            Option("support", _("What for"), then="support"),
            Option("helps", _("Helps already with"), then="helps"),
            Option("line", _("How it is between you"), then="line"),
            Option("energy", _("What it does to you"), then="energy"),
            Option("circle", _("How near to you"), then="circle"),
            Option("near", _("Where he or she lives"), then="near"),
            Option("more_details", _("More"), then="card_more"),
            Option("rather_not", _("Rather not ask"), then="map"),
            Option("ready", _("To the map"), then="map"),
            Option("another", _("Somebody else"), then="whom"),
        ),
        columns=2,
        keep=leave_out,
        then="map",
    ),
    Question(
        "card_more",
        card,
        options=(
            Option("often", _("How often you meet"), then="often"),
            Option("gives", _("Who gives"), then="gives"),
            Option("can", _("Likes or can do"), then="can"),
            Option("loaded", _("Has a lot to carry"), then="loaded"),
            Option("knows", _("What they may know"), then="knows"),
            Option("whose", _("Whose contact it is"), then="whose"),
            Option("relation", _("Who it is"), then="relation"),
            Option("grown_up", _("18 or older"), then="grown_up"),
            Option("nickname", _("Another name"), then="nickname"),
            Option("ready", _("To the map"), then="map"),
        ),
        columns=2,
        keep=nothing,
        then="card",
    ),
    detail("line", _("How is it between you and {name}?"), options=choices(LINE)),
    detail("energy", _("After a visit or a call with {name}: what does it do to you?"), options=choices(ENERGY)),
    detail("often", _("How often do you and {name} see or hear each other?"), options=choices(OFTEN)),
    detail("gives", _("Who gives the most, you or {name}?"), options=choices(GIVES), columns=1),
    detail(
        "helps",
        _("What does {name} do already? Type it in a few words, with commas: the shopping, the papers."),
        options=(Option("nothing", _("Nothing yet")),),
        typed=True,
        read=helps,
        keep=keep_helps,
    ),
    detail(
        "can",
        _("What does {name} like to do, or do well? Tap what fits, then Done."),
        options=choices({kind: tasks.KINDS[kind] for kind in LIKED}),
        many=True,
        keep=keep_can(LIKED),
    ),
    detail(
        "loaded",
        _("Does {name} have a lot to carry already? Then I don't propose him or her."),
        options=YES_NO_UNKNOWN[:2],
        keep=keep_loaded,
    ),
    detail("knows", _("What may {name} know of how it is at home?"), options=choices(KNOWS), columns=1),
    detail(
        "whose",
        lambda session: _("Is this contact yours, or more of {name}?", name=cared_for(session)),
        options=lambda session: choices(whose(session)),
        columns=1,
    ),
    detail(
        "nickname",
        _("What shall I call {name} from now on?"),
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:MAX_NAME] or None,
        keep=keep_nickname,
    ),
    Question(
        "left_out",
        _("These people I leave out everywhere. Tap a name if that has changed."),
        options=left_out,
        columns=2,
        keep=put_back,
        then="map",
    ),
)
