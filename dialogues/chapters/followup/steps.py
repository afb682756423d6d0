"""What is kept and said when we come back to an ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dialogues.chapters.ask.plan import begin, offers, stored_moment
from dialogues.draft import draft
from dialogues.effects import Effect, OfferDraft, Remind, SendEvent
from dialogues.moments import Moment, shown, today
from dialogues.people import to_carer
from dialogues.reminders import can_nudge
from dialogues.script import Option
from dialogues.session import Session
from dialogues.wishes import name_of
from dialogues.words import Joined, Typed, Words, _, paragraphs

DAYS = {"tomorrow": 1, "three_days": 3, "week": 7}

EVERY = {"weekly": timedelta(days=7), "fortnightly": timedelta(days=14), "monthly": timedelta(days=28)}
"""After how long something comes back on the same day of the week."""

TRIALS = {"month": 30, "three_months": 91}
"""Days after which a trial is looked back on."""


def latest_ask(session: Session) -> list[Effect]:
    """Follow up the ask that was worked on, or else the latest that has a helper."""
    if session.ask is None or not session.ask.helper:
        with_helper = [index for index, ask in enumerate(session.asks) if ask.helper]
        session.current_ask = with_helper[-1] if with_helper else 0
    return []


def helper(session: Session) -> Words:
    """Name the person who is to be asked."""
    return to_carer(session.ask.helper) if session.ask and session.ask.helper else _("somebody")


def may_i(session: Session) -> Words:
    """Ask to come back to it."""
    return _("When may I ask you how it went with {helper}?", helper=helper(session))


def remind(session: Session, answer: Any) -> list[Effect]:
    """Come back on the day that was chosen."""
    days = DAYS.get(str(answer))
    if not days or not can_nudge(session):
        return []
    asked = session.ask is not None and session.ask.status == "asked"
    return [Remind("said" if asked else "asked", session.current_ask, days)]


def agreed(session: Session, answer: Any) -> Words:
    """Say what is agreed."""
    if answer == "no":
        return _("Then I don't ask. You can always tell me yourself.")
    if not can_nudge(session):
        return _("I have asked you twice, that is enough from me. You can always tell me yourself.")
    return _("I'll ask you then, in the daytime. To call it off, type /stop and tap “Don't come back to it”.")


def keep_status(status_of: dict[str, str]) -> Any:
    """Keep what came of the ask."""

    def keep(session: Session, answer: Any) -> None:
        if session.ask and answer in status_of:
            session.ask.status = status_of[answer]

    return keep


def hold(session: Session, answer: Any) -> None:
    """Changing the day, the person or the words leads back to the draft."""
    if session.ask is None or answer not in {"day", "person", "words", "smaller"}:
        return
    session.answers["ask.changing"] = True
    session.ask.status = "draft"
    if answer == "smaller":
        session.ask.often, session.ask.long, session.ask.until = "once", "half_hour", ""


def held_heard(_session: Session, answer: Any) -> Words | None:
    """Say what was made smaller."""
    return _("I made it smaller: just once, half an hour.") if answer == "smaller" else None


def after_answer(session: Session, answer: Any) -> Words | None:
    """React to what the helper said."""
    if answer == "yes":
        return _("{helper} said yes. Then you two have something to hold on to.", helper=helper(session))
    return None


def ask_another(session: Session, answer: Any) -> None:
    """Ask somebody else for the same thing."""
    if answer == "other" and session.ask:
        begin(session, session.ask.wish)


def show_draft_again(session: Session) -> list[Effect]:
    """Put the message ready once more."""
    return offers(session, session.ask) if session.ask and session.ask.helper else []


def lighter(session: Session) -> list[Effect]:
    """Put a second, lighter message ready, and below it the first one."""
    if session.ask is None or not session.ask.helper or session.violence:
        return []
    light = _("No hurry. I only wondered whether you had seen my message. If it doesn't suit you, that is fine too.")
    greeted = _("Hi {helper},", helper=Typed(session.ask.helper)) if session.ask.tone != "formal" else _("Good day,")
    return [OfferDraft(Joined((greeted, light), "\n")), OfferDraft(draft(session, session.ask))]


def planned(session: Session) -> Moment | None:
    """Give the day that was agreed, or else the one that was asked for; the next time, where it comes back."""
    ask, now = session.ask, today(session)
    found = (Moment.of(ask.agreed_on) or Moment.of(ask.moment)) if ask else None
    if ask is None or found is None or not found.day or now is None:
        return None
    day, every = date.fromisoformat(found.day), EVERY.get("weekly" if found.weekly else ask.often)
    while every and day < now:
        day += every
    return replace(found, day=day.isoformat()) if day >= now else None


def which_day(session: Session) -> Words:
    """Ask for the day, or whether it is the one that was asked for."""
    moment = planned(session)
    if moment is None:
        return _("Is there a day already? Type it, with a time if there is one: “Tuesday from two to four”.")
    return _("Is it {moment}? Or type another day and time.", moment=shown(moment))


def day_options(session: Session) -> tuple[Option, ...]:
    """Offer the day that is known."""
    none = Option("none", _("No day yet"))
    return (Option("as_asked", _("Yes, then")), none) if planned(session) else (none,)


def keep_day(session: Session, answer: Any) -> None:
    """Keep the day that was agreed."""
    if session.ask is None:
        return
    if answer == "as_asked":
        moment = planned(session)
        session.ask.agreed_on = moment.stored() if moment else {}
    else:
        session.ask.agreed_on = {} if answer in {None, "none"} else stored_moment(session, str(answer))


def day_heard(session: Session, answer: Any) -> Words | None:
    """Show the agreed day back; say so when it was not understood."""
    moment = Moment.of(session.ask.agreed_on) if session.ask else None
    if moment and moment.day:
        return _("Agreed: {moment}.", moment=shown(moment))
    if answer in {"none", "as_asked"}:
        return None
    return _("I could not make a date of that. You can put it in your calendar yourself.")


def has_day(session: Session) -> bool:
    """A day was agreed."""
    moment = Moment.of(session.ask.agreed_on) if session.ask else None
    return moment is not None and bool(moment.day)


def what_and_who(session: Session) -> Words:
    """Name an agreed moment, for a calendar."""
    if session.ask is None:
        return helper(session)
    return _("{what} ({helper})", what=name_of(session.ask.wish), helper=Typed(session.ask.helper))


def promise(session: Session, answer: Any) -> list[Effect]:
    """Give the calendar file, or come back the day before and the day after; and when a trial ends."""
    ask, moment = session.ask, Moment.of(session.ask.agreed_on) if session.ask else None
    if ask is None or answer not in {"remind", "file"}:
        return []
    if moment is None or not moment.day:
        return [Remind("went", session.current_ask, DAYS["week"])] if answer == "remind" else []
    first = date.fromisoformat(moment.day)
    last = first + timedelta(days=TRIALS[ask.until]) if ask.until in TRIALS else None
    if answer == "file":
        every = ask.often or ("weekly" if moment.weekly else "")
        until = last.isoformat() if last else ""
        return [SendEvent(what_and_who(session), moment.day, moment.start, moment.end, every, until)]
    return [
        Remind("eve", session.current_ask, on=(first - timedelta(days=1)).isoformat()),
        Remind("went", session.current_ask, on=(first + timedelta(days=1)).isoformat()),
        *([Remind("look_back", session.current_ask, on=last.isoformat())] if last else []),
    ]


def promised(_session: Session, answer: Any) -> Words | None:
    """Say what is promised."""
    if answer == "remind":
        return _("I will. At most one message a day, never at night, and each one has a button to stop it.")
    return None


def tomorrow(session: Session) -> Words:
    """Remind of the agreed moment."""
    moment = Moment.of(session.ask.agreed_on) if session.ask else None
    return paragraphs(
        _("Tomorrow: {what}.", what=what_and_who(session)),
        shown(moment) if moment else None,
        _("Is everything as agreed?"),
    )


def to_thank(session: Session, answer: Any) -> None:
    """Fill in whom the thank-you is for."""
    if answer == "thanks" and session.ask:
        session.answers["thanks.who"] = session.ask.helper
        session.answers.pop("thanks.text", None)


def move(session: Session, answer: Any) -> None:
    """Going on less, or on another day, changes the fields of this ask."""
    if answer in {"less", "day"}:
        session.answers["ask.changing"] = True


def stop_helping(session: Session, answer: Any) -> None:
    """Note that a helper stopped; the others may be asked."""
    if session.ask:
        session.ask.status = "stopped"
    ask_another(session, answer)
    to_thank(session, answer)


def split(session: Session, answer: Any) -> None:
    """Make the same ask into a smaller one, for somebody else."""
    before = session.ask
    stop_helping(session, "other" if answer == "split" else answer)
    if answer == "split" and before and session.ask:
        session.ask.often, session.ask.long = "once", "hour"
