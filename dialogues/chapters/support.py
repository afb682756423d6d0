"""Local support: near you, with a number to call, the words to say, and the date it was checked."""

from __future__ import annotations

from typing import Any

from dialogues import nearby
from dialogues.chapters.young.told import to_be_told
from dialogues.effects import CountService, Effect, Remind, SendTakeAlong
from dialogues.explaining import LABELS, explained, topics
from dialogues.needs import words_for
from dialogues.people import about, cared_for
from dialogues.script import RESUME, Option, Question, When, chapter, nothing
from dialogues.session import Session
from dialogues.words import Fact, Words, _, lines, paragraphs

REMINDER = "support"
"""The reminder with which we come back to what somebody was pointed to."""

MAX_QUESTIONS = 600
"""Characters of what somebody wants to ask there."""


def looked_up(session: Session) -> bool:
    """A place was typed just now, so it is shown before the talk goes on."""
    return bool(session.answers.get("support.looked_up"))


def interrupted(session: Session) -> bool:
    """The page was opened in between; the talk goes back to where it was."""
    return bool(session.home)


def show_near(session: Session) -> list[Effect]:
    """Forget that the place was new: it is shown now. What is pointed to is counted, once."""
    session.answers.pop("support.looked_up", None)
    return nearby.pointed_to(session)


def has_ask(session: Session) -> bool:
    """There is a message that is ready to be sent."""
    return any(ask.helper and ask.status == "ready" for ask in session.asks) and not session.violence


def worth_coming_back(session: Session) -> bool:
    """Somebody was told where to call; a child and somebody in danger are not reminded of it."""
    settled = "support.again" in session.answers or has_ask(session) or to_be_told(session)
    return bool(nearby.place(session)) and not (settled or session.child or session.violence)


def where(session: Session) -> Words:
    """Ask for the place; of a child no more than the town."""
    if session.child:
        return _("I can show where support is near you. Type the name of your town. No street, no postcode.")
    return _(
        "I can show where support is near you. Type your postcode (only the four digits) or your town. "
        "Or send your location: I keep only the municipality."
    )


def near(session: Session) -> Words:
    """Show what fits, three at a time; without entries, the municipality with the words to ask there."""
    if not nearby.has_found(session):
        return paragraphs(
            _("I know no entry of a support centre there yet. The municipality has to know the way.")
            if nearby.place(session)
            else None,
            *there(session),
        )
    return paragraphs(
        _("This may fit you:"),
        *(one_service(session, each) for each in nearby.shown(session)),
        Fact("helplines", {"kind": "talk", "most": "1", **about(session)}) if session.young else None,
        _("What would you like?"),
    )


def one_service(session: Session, found: dict[str, str]) -> Words:
    """Show one service: its name, why, and how to begin."""
    return lines(
        Fact("service_name", {"id": found["id"]}),
        nearby.why(session, found["kind"]),
        Fact("service", {"id": found["id"]}),
    )


def there(session: Session) -> list[Words | None]:
    """Give the municipality, the words to say there, and the lines that fit."""
    place = nearby.cared_place(session)
    lines_shown = {"kind": "talk", "most": "3"} if session.young else {"kind": "carer talk", "most": "2 2"}
    own = nearby.place(session)
    apart = bool(own) and own != place
    return [
        _("For help at home with {name}:", name=cared_for(session)) if apart else None,
        Fact("municipality", {"code": place["code"]}) if place else None,
        lines(_("For yourself:"), Fact("municipality", {"code": own["code"]})) if apart else None,
        words_to_say(session) if place else None,
        _("And these lines are there for you:"),
        Fact("helplines", {**lines_shown, **about(session)}),
    ]


def words_to_say(session: Session) -> Words:
    """Give the sentence with which to begin at the municipality, and what else to ask there."""
    if session.young:
        return _("You can say: “Someone at home is ill and I help a lot. Who can think along with me?”")
    fitting = words_for(session)
    if fitting is None:
        return _(
            "You can say: “I care for someone close to me and would like support for carers "
            "(mantelzorgondersteuning). Whom can I speak to?”"
        )
    return lines(
        _("You can say:"),
        fitting,
        _("Ask for a name, how long it takes, and whether they call you back."),
    )


def keep_near(session: Session, answer: Any) -> None:
    """A place that was typed is a new one; More goes on."""
    nearby.keeping(nearby.OWN)(session, answer)
    if isinstance(answer, tuple):
        session.answers.pop(nearby.CARED, None)
    elif answer == "more":
        nearby.show_more(session)


def keep_where(session: Session, answer: Any) -> None:
    """Note whether they live in one place."""
    session.answers["support.where"] = str(answer or "unsaid")


def topics_to_choose(session: Session) -> tuple[Option, ...]:
    """Offer what can be explained here."""
    return (*(Option(each, LABELS[each]) for each in topics(session)), Option("page", _("Back to the page")))


def chose_topic(session: Session) -> bool:
    """Something was explained, and more may be."""
    return session.answers.get("support.topic") in topics(session)


def keep_telling(session: Session, answer: Any) -> None:
    """Note which service it is about."""
    if answer is not None:
        session.answers["support.telling"] = nearby.found(session)[int(str(answer)[1:])]["id"]


def count_told(session: Session, answer: Any) -> list[Effect]:
    """Let it count what somebody says of a service."""
    service = str(session.answers.get("support.telling", ""))
    return [CountService(service, answer)] if answer in {"helped", "wrong"} and service else []


def count_helped(session: Session, answer: Any) -> list[Effect]:
    """Count that what somebody was pointed to helped; which of several it was is not asked."""
    pointed: list[str] = session.answers.get("support.pointed", [])
    return [CountService(pointed[0], "helped")] if answer == "helped" and len(pointed) == 1 else []


def told_heard(_session: Session, answer: Any) -> Words | None:
    """Say what is done with it."""
    if answer not in {"helped", "wrong"}:
        return None
    return _("Thank you. I count it for whoever keeps this page, and not who said it.")


def how_heard(_session: Session, answer: Any) -> Words | None:
    """Say back how it went, without a reproach."""
    heard: dict[str, Words] = {
        "helped": _("Good that there is somebody."),
        "no_use": _("Then that door was not the right one. Below you find others."),
        "not_yet": _("Not yet. That is fine. It stands here when you want it."),
    }
    return heard.get(answer)


def come_back(_session: Session, answer: Any) -> list[Effect]:
    """Agree on the day to come back."""
    return [Remind(REMINDER, 0, int(answer))] if str(answer).isdigit() else []


ONWARD = (
    When(worth_coming_back, "again"),
    When(interrupted, RESUME),
    When(to_be_told, "told.may"),
    When(has_ask, "followup.may"),
    "rest.open",
)
"""Where the talk goes on after the page."""

SUPPORT = chapter(
    "support",
    _("Support nearby"),
    Question(
        "place",
        where,
        lookup=True,
        typed=True,
        keep=nearby.keeping(nearby.OWN),
        then=(When(nearby.several, "which"), When(nearby.may_live_apart, "where"), "near"),
        skip_to="near",
    ),
    Question(
        "which",
        _("There is more than one. Which one do you mean?"),
        options=nearby.offering(nearby.OWN),
        lookup=True,
        keep=lambda session, answer: (
            nearby.keeping(nearby.OWN) if isinstance(answer, tuple) else nearby.keeping_which(nearby.OWN)
        )(session, answer),
        then=(When(nearby.several, "which"), When(nearby.may_live_apart, "where"), "near"),
    ),
    Question(
        "where",
        lambda session: _("Does {name} live in the same municipality?", name=cared_for(session)),
        options=(Option("same", _("Yes")), Option("elsewhere", _("No, elsewhere"), then="cared_place")),
        columns=2,
        keep=keep_where,
        then="near",
    ),
    Question(
        "cared_place",
        lambda session: _(
            "Help at home is arranged where {name} lives. Type that town, or the four digits of the postcode.",
            name=cared_for(session),
        ),
        lookup=True,
        typed=True,
        keep=nearby.keeping(nearby.CARED),
        then=(When(nearby.several_for_cared, "cared_which"), "near"),
        skip_to="near",
    ),
    Question(
        "cared_which",
        _("There is more than one. Which one do you mean?"),
        options=nearby.offering(nearby.CARED),
        keep=nearby.keeping_which(nearby.CARED),
        then="near",
    ),
    Question(
        "near",
        near,
        lookup=True,
        opening=show_near,
        searches=nearby.search,
        options=(
            Option("go_on", _("Go on")),
            Option("more", _("Show more"), then="near", only=nearby.has_more),
            Option("there", _("Municipality and lines"), then="there", only=nearby.has_found),
            Option("explain", _("What is what?"), then="explain", only=lambda session: not session.young),
            Option(
                "take", _("Take this with me"), then="questions", only=lambda session: bool(nearby.place(session))
            ),
            Option("tell", _("It helped, or is wrong"), then="tell", only=nearby.has_found),
            Option("other_place", _("Another place"), then="place"),
        ),
        columns=2,
        keep=keep_near,
        then=(When(nearby.several, "which"), When(looked_up, "near"), *ONWARD),
    ),
    Question(
        "there",
        lambda session: paragraphs(*there(session)),
        options=(Option("page", _("Back to the page"), then="near"),),
        keep=nothing,
        then="near",
    ),
    Question(
        "explain",
        _("What would you like to know more about?"),
        options=topics_to_choose,
        columns=2,
        keep=lambda session, answer: session.answers.update({"support.topic": str(answer or "")}),
        reply=explained,
        then=(When(chose_topic, "explain"), "near"),
    ),
    Question(
        "questions",
        _(
            "I make a page with where you can go, what you can say, and what you want to ask. "
            "Is there something you want to ask there? Type it, one thing a line."
        ),
        options=(Option("none", _("No, just the page")),),
        typed=True,
        read=lambda _session, text: text.strip()[:MAX_QUESTIONS] or None,
        does=lambda _session, _answer: [SendTakeAlong()],
        then="taken",
        skip_to="near",
    ),
    Question(
        "taken",
        _("Here is your page. You can print it or show it on your phone."),
        options=(Option("go_on", _("Go on")), Option("page", _("Back to the page"), then="near")),
        columns=2,
        keep=nothing,
        then=ONWARD,
    ),
    Question(
        "tell",
        _("Which one is it about?"),
        options=nearby.named,
        keep=keep_telling,
        then="telling",
        skip_to="near",
    ),
    Question(
        "telling",
        _("What would you like to say about it?"),
        options=(
            Option("helped", _("This helped")),
            Option("wrong", _("The number is wrong")),
            Option("page", _("Nothing after all")),
        ),
        keep=nothing,
        reply=told_heard,
        does=count_told,
        then="near",
    ),
    Question(
        "again",
        _("Shall I ask you later whether it helped? Then you are not left alone with it."),
        options=(
            Option("7", _("In a week")),
            Option("14", _("In two weeks")),
            Option("no", _("No, leave it")),
        ),
        columns=2,
        keep=lambda session, answer: session.answers.update({"support.again": str(answer or "no")}),
        does=come_back,
        then=(When(interrupted, RESUME), "rest.open"),
    ),
    Question(
        "how",
        _("Last time I showed you where there is support. Did you get in touch?"),
        options=(
            Option("helped", _("Yes, that helped")),
            Option("no_use", _("Yes, but no use"), then="near"),
            Option("not_yet", _("Not yet")),
            Option("look", _("Show me again"), then="near"),
        ),
        columns=2,
        keep=nothing,
        reply=how_heard,
        does=count_helped,
        then=(When(interrupted, RESUME), "rest.open"),
    ),
    side_steps=(
        *("which", "where", "cared_place", "cared_which", "there", "explain"),
        *("questions", "taken", "tell", "telling", "again", "how"),
    ),
)
