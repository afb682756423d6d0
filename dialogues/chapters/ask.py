"""Ask (hulpvraag): one wish, one person, one moment, an easy no; a message that you send yourself.

How often comes before how long, and a trial has an end (source 003, lines 3547-3551, 5314-5318). The
three parts of a good ask - task, person, time - follow source 001 (lines 3634-3648, 4040-4048).
"""

from __future__ import annotations

from typing import Any

from dialogues.draft import LONG_LABEL, OFTEN, UNTIL_LABEL, WHEN_LABEL, draft
from dialogues.easing import own_words_on_the_day
from dialogues.effects import Effect, OfferDraft
from dialogues.fitting import MAX_TASKS_EACH, may_be_proposed, proposals, times_asked
from dialogues.people import around, is_young, person_named, to_carer
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.session import AskPlan, Session, Wish
from dialogues.wishes import name_of, wishes
from dialogues.words import Typed, Words, _, lines, paragraphs

MAX_ASKS = 20
"""Asks that are remembered: far more than anybody should carry at once."""

MAX_WORDS = 120
"""Characters of one field, so that the message stays short enough for a chat."""

UNTIL_WORDS = {"tot", "until", "till", "t/m"}
"""What people begin an end with, in the languages of the talk."""

MAX_OWN_TEXT = 1500
"""Characters of a message that somebody wrote whole; fits in a share link."""


def changing(session: Session) -> bool:
    """One field of a finished draft is being changed."""
    return bool(session.answers.get("ask.changing"))


def once_only(session: Session) -> bool:
    """Asked for once, so there is no end to agree."""
    return session.ask is None or session.ask.often in {"", "once"}


def placed(session: Session) -> bool:
    """Support nearby was looked up before, so the talk need not pass there again."""
    return "support.place" in session.answers


def ready_and_placed(session: Session) -> bool:
    """The message is ready, and support nearby is known."""
    return placed(session) and session.ask is not None and session.ask.status == "ready"


def has_helper(session: Session) -> bool:
    """It is known whom to ask."""
    return session.ask is not None and bool(session.ask.helper) and session.ask.status == "draft"


def short(_session: Session, text: str) -> str | None:
    """Read a field in somebody's own words."""
    return " ".join(text.split()).rstrip(".")[:MAX_WORDS] or None


def end(session: Session, text: str) -> str | None:
    """Read an end in somebody's own words; the "until" that we say ourselves is left out."""
    words = (short(session, text) or "").split()
    return " ".join(words[1:] if words and words[0].casefold() in UNTIL_WORDS else words) or None


def helper_heard(session: Session, answer: Any) -> Words | None:
    """Say what should be thought of with this helper; the person decides."""
    ask = session.ask
    if answer in {None, "others", "outside"} or ask is None:
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


def begin(session: Session, wish: Wish) -> AskPlan:
    """Begin an ask; a draft that was left unfinished makes room."""
    session.asks = [each for each in session.asks if each.status != "draft" or each.helper][-(MAX_ASKS - 1) :]
    session.answers.pop("ask.changing", None)
    session.asks.append(AskPlan(wish=wish))
    session.current_ask = len(session.asks) - 1
    return session.asks[-1]


def wish_options(session: Session) -> tuple[Option, ...]:
    """Offer the wishes that were named."""
    return tuple(Option(f"w{index}", name_of(wish)) for index, wish in enumerate(wishes(session)[:10]))


def keep_wish(session: Session, answer: Any) -> None:
    """Begin an ask for a wish that was tapped, or typed now."""
    if answer is None:
        return
    named = dict(zip((each.code for each in wish_options(session)), wishes(session), strict=False))
    begin(session, named.get(answer) or Wish(words=str(answer)))


def current_wish(session: Session) -> Wish:
    """Give the wish that this ask is about; the only one when nothing was chosen."""
    if session.ask and (session.ask.wish.task or session.ask.wish.words):
        return session.ask.wish
    return next(iter(wishes(session)), Wish())


def who_fits(session: Session) -> Words:
    """Propose people, each with the reason."""
    found = proposals(session, current_wish(session))
    what = name_of(current_wish(session))
    if not found:
        return _("“{what}”. Whom would you like to ask? Type a name.", what=what)
    return paragraphs(
        _("“{what}”. From what you told me, these people may fit:", what=what),
        lines(*(each.reason for each in found)),
        _("Whom would you like to ask? Tap, or type another name."),
    )


def fitting_people(session: Session) -> tuple[Option, ...]:
    """Offer who fits, and the way to others."""
    found = proposals(session, current_wish(session))
    fit = tuple(Option(f"p{index}", Typed(each.person.name)) for index, each in enumerate(found))
    others = tuple(_others(session))
    rest = (Option("others", _("Somebody else")),) if others else ()
    return (*fit, *rest, Option("outside", _("Nobody I know")))


def _others(session: Session) -> list[str]:
    fit = {each.person.name for each in proposals(session, current_wish(session))}
    return [each.name for each in around(session) if each.name not in fit and may_be_proposed(session, each)]


def other_people(session: Session) -> tuple[Option, ...]:
    """Offer the others on the map."""
    return tuple(Option(f"o{index}", Typed(name)) for index, name in enumerate(_others(session)[:20]))


def keep_helper(session: Session, answer: Any) -> None:
    """Note whom to ask."""
    if answer in {None, "others", "outside"}:
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


def keep_field(field: str) -> Any:
    """Keep one field of the ask."""

    def keep(session: Session, answer: Any) -> None:
        if session.ask:
            setattr(session.ask, field, answer or "")
            redraft(session)

    return keep


def keep_easy_no(session: Session, answer: Any) -> None:
    """Note whether the message says that no is fine."""
    if session.ask and answer is not None:
        session.ask.easy_no = answer == "yes"
        redraft(session)


def redraft(session: Session) -> None:
    """A changed field makes new words; the person's own text is kept in the notebook."""
    if session.ask and session.ask.text:
        session.notes.append(session.ask.text)
        session.ask.text = ""


def show_draft(session: Session) -> list[Effect]:
    """Show the message as it would be sent."""
    session.answers.pop("ask.changing", None)
    return [OfferDraft(draft(session, session.ask))] if session.ask else []


def keep_decision(session: Session, answer: Any) -> None:
    """Note what becomes of the draft."""
    if session.ask and answer == "good":
        session.ask.status = "ready"


def written_by_hand(session: Session) -> bool:
    """The person wrote the whole message; changing a field would throw that away."""
    return session.ask is not None and bool(session.ask.text)


def drafted_by_us(session: Session) -> bool:
    """The message is made of fields that can be changed one by one."""
    return not written_by_hand(session)


def keep_changing(session: Session, answer: Any) -> None:
    """Note that one field is being changed, and then the draft comes back."""
    session.answers["ask.changing"] = True
    if answer == "ours":
        redraft(session)


def field_options(labels: dict[str, Words]) -> tuple[Option, ...]:
    """Offer what is often chosen."""
    return tuple(Option(code, label) for code, label in labels.items())


ASK = chapter(
    "ask",
    _("One clear question"),
    Question(
        "wish",
        lambda session: (
            _("Which one shall we work out first? Tap one, or type something else.")
            if wishes(session)
            else _("What would you like to ask somebody? Type it in your own words, small and concrete.")
        ),
        options=wish_options,
        typed=True,
        read=short,
        keep=keep_wish,
        skip_to="support.place",
    ),
    Question(
        "who",
        who_fits,
        options=fitting_people,
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:40] or None,
        keep=keep_helper,
        reply=helper_heard,
        then=(
            When(outside_wanted, "outside"),
            When(others_wanted, "others"),
            When(changing, "draft"),
            "when",
        ),
        skip_to=(When(has_helper, "draft"), "outside"),
    ),
    Question(
        "others",
        _("Whom would you like to ask? Tap, or type a name."),
        options=other_people,
        typed=True,
        columns=2,
        read=lambda _session, text: " ".join(text.split())[:40] or None,
        keep=keep_helper,
        reply=helper_heard,
        then=(When(changing, "draft"), "when"),
        skip_to=(When(has_helper, "draft"), "outside"),
    ),
    Question(
        "outside",
        _(
            "Then it can be somebody from outside: a volunteer, or a buddy. The steunpunt (support centre) or "
            "your municipality knows who. Shall I show where that is near you?"
        ),
        options=(
            Option("yes", _("Yes, show me"), then="support.place"),
            Option("back_to_who", _("I do know somebody"), then="who"),
        ),
        keep=nothing,
        then="support.place",
    ),
    Question(
        "when",
        _("When would it be? Tap, or type a day and a time: “Tuesday from two to four”."),
        options=field_options(WHEN_LABEL),
        columns=2,
        typed=True,
        read=short,
        keep=keep_field("when"),
        then=(When(changing, "draft"), "often"),
    ),
    Question(
        "often",
        _("How often?"),
        options=field_options(OFTEN),
        columns=2,
        typed=True,
        read=short,
        keep=keep_field("often"),
        then=(When(changing, "draft"), "long"),
    ),
    Question(
        "long",
        _("And about how long each time?"),
        options=field_options(LONG_LABEL),
        columns=2,
        typed=True,
        read=short,
        keep=keep_field("long"),
        then=(When(changing, "draft"), When(once_only, "draft"), "until"),
    ),
    Question(
        "until",
        _("Until when? A trial with an end makes it easier to say yes."),
        options=field_options(UNTIL_LABEL),
        typed=True,
        read=end,
        keep=keep_field("until"),
        then="draft",
    ),
    Question(
        "draft",
        _(
            "This could be your message. You decide about every word, and only you send it. "
            "Copy it or share it with the buttons above."
        ),
        options=(
            Option("good", _("This is good")),
            Option("change", _("Change something"), then="change"),
            Option("not_now", _("Not now")),
        ),
        opening=show_draft,
        keep=keep_decision,
        reply=lambda session, answer: own_words_on_the_day(session) if answer == "good" else None,
        then=(When(ready_and_placed, "followup.may"), When(placed, "rest.open"), "support.place"),
    ),
    Question(
        "change",
        _("What shall we change?"),
        options=(
            Option("who", _("Who"), then="who", only=drafted_by_us),
            Option("when", _("When"), then="when", only=drafted_by_us),
            Option("often", _("How often"), then="often", only=drafted_by_us),
            Option("long", _("How long"), then="long", only=drafted_by_us),
            Option("until", _("Until when"), then="until", only=drafted_by_us),
            Option("easy_no", _("The easy no"), then="easy_no", only=drafted_by_us),
            Option("text", _("The whole text"), then="text"),
            Option("ours", _("Use the draft again"), then="draft", only=written_by_hand),
        ),
        columns=2,
        keep=keep_changing,
        then="draft",
    ),
    Question(
        "easy_no",
        _("Shall the message say that no is fine too? That makes an honest yes easier."),
        options=(Option("yes", _("Yes")), Option("no", _("No"))),
        columns=2,
        keep=keep_easy_no,
        then="draft",
    ),
    Question(
        "text",
        _("Type the whole message as you want it. I change nothing in it."),
        typed=True,
        read=lambda _session, text: text.strip()[:MAX_OWN_TEXT] or None,
        keep=lambda session, text: setattr(session.ask, "text", text) if session.ask and text else None,
        then="draft",
    ),
    side_steps=("others", "outside", "change", "easy_no", "text"),
)
