"""Together: the form that fits - one person, a talk with the family, a plan with all - and a circle that weighs.

The forms follow source 000 (lines 451-460, 675-691): a large meeting fits where people stand around the carer and a
plan is wanted, and not where shame or conflict rules (lines 93-101); we point to it and do not run it. The agenda is
that of the family meeting in source 001 (2012, lines 3667-3707). First one update to all, and then involvement turned
into tasks follows source 004 (lines 1425-1441); that a circle may be smaller, source 003 (lines 5246-5247).
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.network.steps import has_one_wish
from dialogues.effects import Effect, OfferDraft
from dialogues.gathering import (
    ask_to_pass_on,
    family_around,
    greet_all,
    hello,
    news,
    plan_fits,
    spokespeople,
    talk_it_out,
)
from dialogues.people import has_people
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.session import Session
from dialogues.words import Typed, Words, _, lines, paragraphs

MAX_NEWS = 1000
"""Characters of an update, so that it fits in a share link."""


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
            Option("family", _("With the family"), then="family", only=family_around),
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
        "family",
        paragraphs(
            _("A talk with the family goes more easily in four steps."),
            lines(
                _("1. Begin: everybody says how it is for them."),
                _("2. Tell: how it is now, and what is coming. A care worker may explain, and then leaves."),
                _("3. Among yourselves: the family talks, without outsiders."),
                _("4. A plan: who does what, from when, and the day on which you look back."),
            ),
            _("Only thinking along counts too. Shall I put an invitation ready?"),
        ),
        options=(Option("yes", _("Yes, please"), then="invitation"), TO_MAP),
        keep=nothing,
        then="invitation",
        skip_to=ON_TO_ASKING,
    ),
    Question(
        "invitation",
        _("This could be the invitation. You decide whom it goes to, and only you send it."),
        options=(Option("go_on", _("Go on")), TO_MAP),
        opening=lambda session: offer(greet_all(session)),
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
            Option("news", _("Everybody wants news"), then="update"),
            Option("opinions", _("Everybody has a view"), then="spokesperson"),
            Option("too_much", _("Too much contact"), then="smaller"),
            Option("want_to_help", _("They want to do something"), then="tasks"),
        ),
        keep=nothing,
        then="tasks",
        skip_to="network.map",
    ),
    Question(
        "update",
        _("Then one message to all at once. What may they know? Type it as you would tell it."),
        typed=True,
        read=lambda _session, text: text.strip()[:MAX_NEWS] or None,
        then="update_ready",
        skip_to="weighs",
    ),
    Question(
        "update_ready",
        _("This could be your message to all. Only you send it. Now and then such a message is enough."),
        options=(
            Option("one_voice", _("One who passes it on"), then="spokesperson"),
            Option("go_on", _("Go on")),
        ),
        opening=lambda session: offer(news(session)),
        keep=nothing,
        then="tasks",
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
            "Smaller is fine. You need not keep up with everybody. With whom does it do you good? "
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
        options=(Option("yes", _("Yes")), TO_MAP),
        keep=nothing,
        then=ON_TO_ASKING,
        skip_to=(When(has_people, "network.map"), "rest.open"),
    ),
    Question(
        "hello",
        _("This could be your hello. You ask for nothing yet. Only you send it, and it may also stay here."),
        options=(TO_MAP, Option("enough", _("Enough for now"), then="rest.open")),
        opening=lambda session: offer(hello(session)),
        keep=nothing,
        then="network.map",
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
        "family",
        "invitation",
        "plan",
        "peers",
        "weighs",
        "update",
        "update_ready",
        "spokesperson",
        "pass_on",
        "smaller",
        "tasks",
        "hello",
    ),
)
