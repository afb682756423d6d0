"""Phase: each way in which the caring can stand leads somewhere else.

In balance: keep it so and be ready. Cannot wait: a person first, and one thing arranged today. Over: the
emptiness after it; the talk goes on, and nothing about caring is asked. Too much: the ordinary road, to what
may be lighter (source 000, 2012, lines 582-630; for after the end source 001, 2012, lines 5196-5209).
"""

from __future__ import annotations

from typing import Any

from dialogues.areas import levels
from dialogues.effects import Effect, Remind
from dialogues.risks import humans
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.session import CAREFUL_TURNS, Session
from dialogues.words import Typed, Words, _, paragraphs


def getting_ready(_session: Session, answer: Any) -> Words | None:
    """Say why to look around while it still goes well."""
    if answer != "backup":
        return None
    return _("Then we look who is around you. With a name ready, a bad day is less of a fright.")


def not_looked_at(session: Session) -> bool:
    """Where it weighs was not asked yet: that may come now, for who wants it."""
    return not levels(session)


def with_a_person(session: Session) -> Words:
    """People first, and words to say to them."""
    return paragraphs(
        _("Then first a person at your side. These can look along with you:"),
        humans(session),
        _("You could say: “I can't keep this up. I need somebody to take over, today or tomorrow.”"),
    )


def note_despair(session: Session, answer: Any) -> None:
    """Not wanting to live comes before everything else; afterwards the talk goes on where it was."""
    if answer in {"yes", "sometimes"}:
        session.answers["crisis.kind"] = "suicide_self"
        session.careful = CAREFUL_TURNS
        session.home = "phase.crisis"


def asked_plainly(session: Session) -> Words:
    """Give the people first, and ask: who is asked is not given the thought by it."""
    return paragraphs(
        _("Then first a person at your side. These can look along with you:"),
        humans(session),
        _("And may I ask it plainly: is it so heavy that you sometimes don't want to live any more?"),
    )


NOT_CALLED = {"nobody_there", "cannot"}


def look_in_tomorrow(_session: Session, answer: Any) -> list[Effect]:
    """Look in the next day: nobody is left alone with something arranged in haste."""
    return [] if answer in NOT_CALLED else [Remind("after_crisis", 0, 1)]


def keep_agreed(_session: Session, answer: Any) -> Words | None:
    """Keep what was arranged, as it was said."""
    if answer in NOT_CALLED:
        return None
    return _(
        "“{what}”. I keep that for you. Tomorrow I'll ask how it is. To call it off, type /stop.",
        what=Typed(str(answer)[:200]),
    )


def come_back_here(session: Session, answer: Any) -> None:
    """Telling, or a page with people, comes between and leads back here."""
    if answer in {"tell", "people"}:
        session.home = "phase.ended"


def keep_again(session: Session, answer: Any) -> None:
    """What somebody would like back is something that one can ask for."""
    if answer is not None:
        session.answers["phase.again"] = answer
        session.answers["wish.own"] = answer


PHASE = chapter(
    "phase",
    _("How it stands now"),
    Question(
        "balanced",
        _("Then it is about keeping it so, and being ready. What would help most?"),
        options=(
            Option("backup", _("Who steps in if I can't"), then="network.rather_not"),
            Option("lighter", _("Make one thing lighter"), then="wish.kind"),
            Option("asking", _("Find asking easier"), then="reluctance.asking"),
            Option("month", _("Look again in a month"), then="again.offer"),
            Option("enough", _("This is enough"), then="rest.open"),
        ),
        reply=getting_ready,
        then="reluctance.asking",
        source="000:582-596; 000:616-630",
    ),
    Question(
        "plainly",
        asked_plainly,
        options=(
            Option("yes", _("Yes"), then="crisis.now"),
            Option("sometimes", _("Sometimes"), then="crisis.now"),
            Option("no", _("No, that's not it")),
        ),
        columns=3,
        keep=note_despair,
        then="crisis",
        source="own: who can't go on is asked about despair",
    ),
    Question(
        "crisis",
        with_a_person,
        options=(
            Option("call", _("I call now"), then="calling"),
            Option("ask", _("Ask somebody for today"), then="ask.wish"),
            Option("nearby", _("Support near me"), then="support.place"),
            Option("go_on", _("Go on calmly")),
        ),
        columns=2,
        keep=nothing,
        then=(When(not_looked_at, "strain.sleep"), "reluctance.asking"),
        source="000:582-596; 000:616-630; 001:4724-4731",
    ),
    Question(
        "calling",
        _("Call in your own time, I stay here. What did you arrange? Type it, or tap."),
        options=(
            Option("nobody_there", _("I got nobody"), then="crisis"),
            Option("cannot", _("I can't call now"), then="ask.wish"),
        ),
        columns=2,
        typed=True,
        reply=lambda _session, answer: (
            None if answer in {"nobody_there", "cannot"} else keep_agreed(_session, answer)
        ),
        does=lambda session, answer: (
            () if answer in {"nobody_there", "cannot"} else look_in_tomorrow(session, answer)
        ),
        then="rest.open",
        source="000:616-630; 001:3884-3888",
    ),
    Question(
        "ended",
        _("The caring is over. Then it can be empty and tiring at once. What would be good now?"),
        options=(
            Option("tell", _("Tell about it"), then="listening.more"),
            Option("again", _("Pick something up again"), then="again"),
            Option("people", _("Talk to a person"), then="help.people"),
            Option("nearby", _("Support near me"), then="support.place"),
            Option("leave", _("Leave it for now"), then="rest.open"),
        ),
        columns=2,
        keep=come_back_here,
        then="rest.open",
        source="000:616-630; 001:5196-5209",
    ),
    Question(
        "again",
        _("Is there something, or somebody, from before that you would like back in your life? Type it."),
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:120] or None,
        keep=keep_again,
        reply=lambda _session, answer: _("“{what}”. We look with whom that could be.", what=Typed(str(answer))),
        then="network.rather_not",
        skip_to="rest.open",
        source="000:616-630; 001:4176-4186; 001:5341-5345",
    ),
    side_steps=("balanced", "plainly", "crisis", "calling", "ended", "again"),
)
