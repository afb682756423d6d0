"""Together: the form that fits - one person, a talk with the family, a plan with all - and a circle that weighs.

The forms follow source 000 (lines 451-460, 675-691): a large meeting fits where people stand around the carer and a
plan is wanted, and not where shame or conflict rules (lines 93-101); we point to it and do not run it. First one
update to all, and then involvement turned into tasks follows source 004 (lines 1425-1441); that a circle may be
smaller, source 003 (lines 5246-5247). What is written to all is made in dialogues/chapters/messages/.
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.network.steps import has_one_wish
from dialogues.effects import Effect, OfferDraft
from dialogues.gathering import ask_to_pass_on, family_around, plan_fits, spokespeople, talk_it_out
from dialogues.people import has_people
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.session import Session
from dialogues.words import Typed, Words, _, paragraphs


def offer(draft: Words) -> list[Effect]:
    """Put a message ready; the person sends it, or not."""
    return [OfferDraft(draft)]


def spokesperson_options(session: Session) -> tuple[Option, ...]:
    """Offer who could pass on the news."""
    return tuple(Option(f"p{index}", Typed(each.name)) for index, each in enumerate(spokespeople(session)))


def keep_spokesperson(session: Session, answer: Any) -> None:
    """Note who is to be asked to pass on the news."""
    offered = dict(zip((each.code for each in spokesperson_options(session)), spokespeople(session), strict=True))
    if answer is not None:
        named = offered.get(str(answer))
        session.answers["together.spokesperson"] = named.name if named else str(answer)


def nobody_speaks(session: Session) -> bool:
    """Nobody was named yet who passes on the news."""
    return "together.spokesperson" not in session.answers


ON_TO_ASKING = (When(has_one_wish, "ask.who"), "ask.wish")
ASK_ONE = Option("words", _("Find the words"))
TO_MAP = Option("to_map", _("To the map"), then="network.map")

TOGETHER = chapter(
    "together",
    _("The way that fits"),
    Question(
        "form",
        _("There is more than one way to bring it up. What suits you best now?"),
        options=(
            Option("one", _("One person, one message")),
            Option("table", _("At the kitchen table"), then="table"),
            Option("call", _("By phone"), then="call"),
            Option("family", _("With the family"), then="gathering.who", only=family_around),
            Option("plan", _("A plan with everybody"), then="plan", only=plan_fits),
            Option("much", _("It is rather a lot"), then="weighs"),
            Option("peers", _("People who know this"), then="peers"),
        ),
        columns=2,
        then=ON_TO_ASKING,
    ),
    Question(
        "table",
        _(
            "One person, your own table, something to drink. Begin with how it is, and let the other ask. "
            "Then one question, small enough for a no. I can put the words ready with you."
        ),
        options=(ASK_ONE, TO_MAP),
        keep=nothing,
        then=ON_TO_ASKING,
    ),
    Question(
        "call",
        _(
            "A call may be short. Begin with: “Do you have five minutes? I would like to ask you something, and no "
            "is fine.” I can put the rest ready with you."
        ),
        options=(ASK_ONE, TO_MAP),
        keep=nothing,
        then=ON_TO_ASKING,
    ),
    Question(
        "plan",
        paragraphs(
            _(
                "Somebody from outside can lead a meeting of everybody around you. You choose who comes. You make "
                "the plan among yourselves; care workers only explain."
            ),
            _(
                "It is called a familienetwerkberaad or an Eigen Kracht-conferentie. I don't lead it. Your "
                "municipality or the steunpunt (support centre) knows who does."
            ),
        ),
        options=(
            Option("where", _("Where do I ask?"), then="support.place"),
            Option("smaller", _("Rather something small")),
        ),
        keep=nothing,
        then=ON_TO_ASKING,
    ),
    Question(
        "peers",
        _(
            "People who know it themselves need no explanation. There are groups and cafés for carers, and lines to "
            "call. Shall I show where you can ask near you?"
        ),
        options=(
            Option("yes", _("Yes, show me"), then="support.place"),
            Option("go_on", _("Go on")),
        ),
        keep=nothing,
        then=ON_TO_ASKING,
    ),
    Question(
        "weighs",
        _("Many people around you is a lot as well. What weighs most?"),
        options=(
            Option("news", _("Everybody wants news"), then="update.how"),
            Option("opinions", _("Everybody has a view"), then="spokesperson"),
            Option("too_much", _("Too much contact"), then="smaller"),
            Option("want_to_help", _("They want to do something"), then="tasks"),
        ),
        keep=nothing,
        then="tasks",
        skip_to="network.map",
    ),
    Question(
        "spokesperson",
        _(
            "Then it helps when one person speaks for you: the news, and also “thank you, they manage it their way”. "
            "Who could that be? Tap, or type a name."
        ),
        options=spokesperson_options,
        typed=True,
        columns=2,
        read=lambda _session, text: " ".join(text.split())[:40] or None,
        keep=keep_spokesperson,
        then="pass_on",
        skip_to="tasks",
    ),
    Question(
        "pass_on",
        _("This could be your message. You can change every word, and only you send it."),
        options=(Option("go_on", _("Go on")),),
        opening=lambda session: offer(ask_to_pass_on(session)),
        keep=nothing,
        then="tasks",
    ),
    Question(
        "smaller",
        _(
            "Smaller is fine. You need not keep up with everybody. Stay with who does you good. "
            "The others may wait, without an explanation."
        ),
        options=(TO_MAP, Option("go_on", _("Go on"))),
        keep=nothing,
        then="tasks",
        skip_to="tasks",
    ),
    Question(
        "tasks",
        _(
            "Some people ask: “what can I do?” One small thing for each makes it lighter for you, and gives them "
            "something to hold on to. Shall we work one out?"
        ),
        options=(
            Option("yes", _("Yes")),
            Option("one_voice", _("One who passes it on"), then="spokesperson", only=nobody_speaks),
            TO_MAP,
        ),
        keep=nothing,
        then=ON_TO_ASKING,
        skip_to=(When(has_people, "network.map"), "rest.open"),
    ),
    Question(
        "talk_out",
        _(
            "This could be how you begin. It blames nobody. Only you send it, and only when it is safe for you. "
            "Saying it first to somebody you trust helps."
        ),
        options=(TO_MAP, Option("enough", _("Enough for now"), then="rest.open")),
        opening=lambda session: offer(talk_it_out(session)),
        keep=nothing,
        then="network.map",
    ),
    side_steps=(
        "talk_out",
        "table",
        "call",
        "plan",
        "peers",
        "weighs",
        "spokesperson",
        "pass_on",
        "smaller",
        "tasks",
    ),
)
