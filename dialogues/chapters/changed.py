"""It has changed: the one who was cared for lives elsewhere now, died, or got better.

Old reminders stop, nobody is asked for care any more; what comes is the gap, and who stays. The end of caring is
one of the four phases of source 000 (lines 616-630).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogues.care import end_care
from dialogues.effects import Effect, ForgetReminders
from dialogues.script import Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import Typed, _


def ended(now: str) -> Callable[[Session], list[Effect]]:
    """Let go of reminders and asks, once."""

    def let_go(session: Session) -> list[Effect]:
        if session.answers.get("changed.now") == now:
            return []
        end_care(session, now)
        return [ForgetReminders()]

    return let_go


def on_again(session: Session, answer: Any) -> None:
    """The care goes on: asking is possible again."""
    if answer == "better":
        session.answers.pop("changed.now", None)


CHANGED = chapter(
    "changed",
    _("It has changed"),
    Question(
        "what",
        _("What has changed?"),
        options=(
            Option("admitted", _("Lives elsewhere now"), then="admitted"),
            Option("died", _("Has died"), then="died"),
            Option("better", _("It goes better"), then="better"),
            Option("leave", _("Leave it for now"), then="rest.open"),
        ),
        columns=2,
        keep=on_again,
        then="rest.open",
    ),
    Question(
        "admitted",
        _(
            "That is a big step, for both of you. Caring doesn't stop, it becomes different. I let go of what we "
            "had agreed. What fits now?"
        ),
        options=(
            Option("tell", _("Tell more"), then="listening.more"),
            Option("gap", _("The time that is empty"), then="gap"),
            Option("stays", _("Who stays around me"), then="network.map"),
            Option("thanks", _("A thank-you"), then="thanks.who"),
            Option("people", _("Talk to a person"), then="help.people"),
            Option("rest", _("Nothing now"), then="rest.open"),
        ),
        columns=2,
        opening=ended("admitted"),
        keep=nothing,
        then="rest.open",
    ),
    Question(
        "died",
        _(
            "I am sorry for your loss. I let go of everything that we had agreed, and ask nobody for care any "
            "more. You don't have to do anything. What would do good?"
        ),
        options=(
            Option("tell", _("Tell more"), then="listening.more"),
            Option("people", _("Talk to a person"), then="help.people"),
            Option("stays", _("Who stays around me"), then="network.map"),
            Option("gap", _("The time that is empty"), then="gap"),
            Option("thanks", _("A thank-you"), then="thanks.who"),
            Option("stop", _("Stop here for now"), then="stopped.here"),
        ),
        columns=2,
        opening=ended("died"),
        keep=nothing,
        then="rest.open",
    ),
    Question(
        "better",
        _("It goes better. Then some things may go back to how they were. What fits?"),
        options=(
            Option("thanks", _("A thank-you"), then="thanks.who"),
            Option("gap", _("Something for myself"), then="gap"),
            Option("update", _("An update to everybody"), then="update.how"),
            Option("rest", _("Nothing now"), then="rest.open"),
        ),
        columns=2,
        keep=nothing,
        then="rest.open",
    ),
    Question(
        "gap",
        _("Caring took so much time that what is left can feel strange. What did you like to do, before all this?"),
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:200] or None,
        reply=lambda _session, answer: _("“{words}”. That may come back, slowly.", words=Typed(str(answer))),
    ),
    Question(
        "with_whom",
        _("Is there somebody with whom you did that, or would like to?"),
        options=(
            Option("revive", _("Somebody from before"), then="revive.who"),
            Option("stays", _("Who stays around me"), then="network.map"),
            Option("nearby", _("See support nearby"), then="support.place"),
            Option("rest", _("Not now"), then="rest.open"),
        ),
        columns=2,
        keep=nothing,
        then="rest.open",
    ),
    side_steps=("admitted", "died", "better", "gap", "with_whom"),
)
