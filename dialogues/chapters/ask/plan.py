"""Keeping an ask: what is begun, noted and changed in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from dialogues.draft import draft
from dialogues.effects import Effect, OfferDraft
from dialogues.moments import Moment, read, shown, today
from dialogues.moments.days import monday
from dialogues.session import AskPlan, Session, Wish
from dialogues.wishes import wishes
from dialogues.words import Words, _

MAX_ASKS = 20
"""Asks that are remembered: far more than anybody should carry at once."""

MAX_WORDS = 120
"""Characters of one field, so that the message stays short enough for a chat."""

MAX_OWN_TEXT = 1500
"""Characters of a message that somebody wrote whole; fits in a share link."""

UNTIL_WORDS = {"tot", "until", "till", "t/m"}
"""What people begin an end with, in the languages of the talk."""


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


def begin(session: Session, wish: Wish) -> AskPlan:
    """Begin an ask; a draft that was left unfinished makes room."""
    session.asks = [each for each in session.asks if each.status != "draft" or each.helper][-(MAX_ASKS - 1) :]
    session.answers.pop("ask.changing", None)
    session.asks.append(AskPlan(wish=wish))
    session.current_ask = len(session.asks) - 1
    return session.asks[-1]


def current_wish(session: Session) -> Wish:
    """Give the wish that this ask is about; the only one when nothing was chosen."""
    if session.ask and (session.ask.wish.task or session.ask.wish.words):
        return session.ask.wish
    return next(iter(wishes(session)), Wish())


def keep_field(field: str) -> Any:
    """Keep one field of the ask."""

    def keep(session: Session, answer: Any) -> None:
        if session.ask:
            setattr(session.ask, field, answer or "")
            redraft(session)

    return keep


def keep_when(session: Session, answer: Any) -> None:
    """Keep when it would be, in the person's words and as the moment that we understand."""
    if session.ask:
        session.ask.when = answer or ""
        session.ask.moment = (
            next_week(session) if answer == "next_week" else stored_moment(session, str(answer or ""))
        )
        redraft(session)


def stored_moment(session: Session, text: str) -> dict[str, str | bool]:
    """Understand a moment in the person's words, as it is kept; empty when there is none in them."""
    day = today(session)
    found = read(text, session.language, day) if day else None
    return found.stored() if found else {}


def next_week(session: Session) -> dict[str, str | bool]:
    """Give next week, as it is kept."""
    day = today(session)
    return Moment(week=(monday(day) + timedelta(days=7)).isoformat(), relative=True).stored() if day else {}


def moment_heard(session: Session, _answer: Any) -> Words | None:
    """Show the moment back as a date, so that a misunderstanding is seen."""
    moment = Moment.of(session.ask.moment) if session.ask else None
    return _("That is {moment}. Is it another day? Tap Back.", moment=shown(moment)) if moment else None


def keep_extra(code: str) -> Any:
    """Keep a sentence that is added; skipping leaves what stood there."""

    def keep(session: Session, answer: Any) -> None:
        if session.ask and answer is not None:
            session.ask.extras = {**session.ask.extras, code: str(answer)}
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
    """Show the message as it would be sent, and beside it the helper's language when one was chosen."""
    session.answers.pop("ask.changing", None)
    return offers(session, session.ask) if session.ask else []


def offers(session: Session, ask: AskPlan) -> list[Effect]:
    """Offer a message to share, in the carer's language and in the helper's."""
    if session.violence:
        return []
    mine: list[Effect] = [OfferDraft(draft(session, ask))]
    if not ask.language or ask.language == session.language or ask.text:
        return mine
    return [*mine, OfferDraft(draft(session, ask, marked=True), ask.language)]


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
