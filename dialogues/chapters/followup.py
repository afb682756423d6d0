"""Follow-up: may I ask how it went; did you ask; and a next step that fits, whatever the answer.

"Not yet" and "no" are good endings: no reproach, a smaller step, another person, or leaving it
(source 003, lines 5796-5799; scenario 8).
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.again import may_offer
from dialogues.chapters.ask import begin
from dialogues.draft import draft
from dialogues.easing import own_words_on_the_day
from dialogues.effects import Effect, OfferDraft, Remind, Say
from dialogues.people import to_carer
from dialogues.script import RESUME, Option, Question, When, chapter, nothing
from dialogues.session import Session
from dialogues.words import Words, _

DAYS = {"tomorrow": 1, "three_days": 3, "week": 7}


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
    return [Remind("asked", session.current_ask, days)] if days else []


def agreed(_session: Session, answer: Any) -> Words:
    """Say what is agreed."""
    if answer == "no":
        return _("Then I don't ask. You can always tell me yourself.")
    return _("I'll ask you then, in the daytime. To call it off, type /stop and tap “Don't come back to it”.")


def keep_status(status_of: dict[str, str]) -> Any:
    """Keep what came of the ask."""

    def keep(session: Session, answer: Any) -> None:
        if session.ask and answer in status_of:
            session.ask.status = status_of[answer]

    return keep


def hold(session: Session, answer: Any) -> None:
    """Changing the day, the person or the words leads back to the draft."""
    if answer in {"day", "person", "words"}:
        session.answers["ask.changing"] = True
        if session.ask:
            session.ask.status = "draft"


def after_answer(session: Session, answer: Any) -> Words | None:
    """React to what the helper said."""
    if answer == "yes":
        return _(
            "{helper} said yes. Then you two have something to hold on to. A short “thank you, it did me good” "
            "afterwards is enough.",
            helper=helper(session),
        )
    return None


def show_draft_again(session: Session) -> list[Effect]:
    """Put the message ready once more."""
    shown = session.ask and session.ask.helper and not session.violence
    return [OfferDraft(draft(session, session.ask))] if session.ask and shown else []


def ask_another(session: Session, answer: Any) -> None:
    """Ask somebody else for the same thing."""
    if answer == "other" and session.ask:
        begin(session, session.ask.wish)


FOLLOWUP = chapter(
    "followup",
    _("How it went"),
    Question(
        "may",
        may_i,
        options=(
            Option("tomorrow", _("Tomorrow")),
            Option("three_days", _("In three days")),
            Option("week", _("In a week")),
            Option("no", _("Rather not")),
        ),
        columns=2,
        opening=latest_ask,
        reply=agreed,
        does=remind,
        then=(When(may_offer, "again.offer"), RESUME),
    ),
    Question(
        "asked",
        lambda session: _("You wanted to ask {helper} something. Did it come to that?", helper=helper(session)),
        options=(
            Option("yes", _("Yes, I asked"), then="answered"),
            Option("not_yet", _("Not yet"), then="held"),
            Option("rather_not", _("I'd rather not"), then="let_go"),
        ),
        opening=latest_ask,
        keep=keep_status({"yes": "asked", "not_yet": "ready", "rather_not": "dropped"}),
        then=RESUME,
    ),
    Question(
        "answered",
        lambda session: _("You asked. What did {helper} say?", helper=helper(session)),
        options=(
            Option("yes", _("Yes"), then=RESUME),
            Option("no", _("No"), then="refused"),
            Option("nothing", _("Nothing yet"), then="silence"),
        ),
        columns=3,
        keep=keep_status({"yes": "agreed", "no": "refused", "nothing": "asked"}),
        reply=after_answer,
        then=RESUME,
    ),
    Question(
        "held",
        _("Not yet. That is fine. Was it the day, the person, or the words?"),
        options=(
            Option("day", _("The day"), then="ask.when"),
            Option("person", _("The person"), then="ask.who"),
            Option("words", _("The words"), then="ask.text"),
            Option("later", _("Ask me again later"), then="may"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        opening=lambda session: [Say(words)] if (words := own_words_on_the_day(session)) else [],
        keep=hold,
        then=RESUME,
    ),
    Question(
        "refused",
        lambda session: _(
            "{helper} said no. That can hurt. Often it is about the moment, and not about you. What "
            "would you like now?",
            helper=helper(session),
        ),
        options=(
            Option("other", _("Ask somebody else"), then="ask.who"),
            Option("outside", _("See who helps nearby"), then="support.place"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        keep=ask_another,
        then=RESUME,
    ),
    Question(
        "silence",
        _("No answer yet can mean many things: busy, forgotten, wanting to think. What would you like?"),
        options=(
            Option("wait", _("Wait a little longer"), then="may"),
            Option("again", _("Send it once more"), then="again"),
            Option("other", _("Ask somebody else"), then="ask.who"),
        ),
        keep=ask_another,
        then=RESUME,
    ),
    Question(
        "again",
        _("Here it is once more. You can make it lighter: “no hurry, I just wondered”."),
        options=(
            Option("go_on", _("Go on"), then="may"),
            Option("change", _("Change something"), then="ask.change"),
        ),
        opening=show_draft_again,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "let_go",
        _("Then we let this one go. Not asking is a choice too. What would be good now?"),
        options=(
            Option("other", _("Something else to ask"), then="ask.wish"),
            Option("outside", _("See who helps nearby"), then="support.place"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        keep=nothing,
        then=RESUME,
    ),
    side_steps=("asked", "answered", "held", "refused", "silence", "again", "let_go"),
)
