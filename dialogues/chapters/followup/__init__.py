"""Follow-up: may I ask how it went; did you ask; what did they say; and after a yes, the day itself and the trial.

"Not yet" and "no" are good endings: no reproach, a smaller step, another person, or leaving it
(source 003, lines 5796-5799; scenario 8). Looking back asks: going on, less, or stopping (source 003, line 6122).
"""

from __future__ import annotations

from dialogues.chapters.again import may_offer
from dialogues.chapters.ask.plan import short
from dialogues.chapters.followup import steps
from dialogues.chapters.followup.steps import helper
from dialogues.easing import own_words_on_the_day
from dialogues.effects import Say
from dialogues.reminders import can_nudge
from dialogues.script import RESUME, Option, Question, When, chapter, nothing
from dialogues.words import Words, _

STOP: Words = _("Stop reminders")
QUIET = "stopped.quiet"

FOLLOWUP = chapter(
    "followup",
    _("How it went"),
    Question(
        "may",
        steps.may_i,
        options=(
            Option("tomorrow", _("Tomorrow")),
            Option("three_days", _("In three days")),
            Option("week", _("In a week")),
            Option("no", _("Rather not")),
        ),
        columns=2,
        opening=steps.latest_ask,
        reply=steps.agreed,
        does=steps.remind,
        then=(When(may_offer, "again.offer"), RESUME),
    ),
    Question(
        "asked",
        lambda session: _("You wanted to ask {helper} something. Did it come to that?", helper=helper(session)),
        options=(
            Option("yes", _("Yes, I asked"), then="answered"),
            Option("not_yet", _("Not yet"), then="held"),
            Option("rather_not", _("I'd rather not"), then="let_go"),
            Option("not_needed", _("No longer needed")),
            Option("quiet", STOP, then=QUIET),
        ),
        columns=2,
        opening=steps.latest_ask,
        keep=steps.keep_status(
            {"yes": "asked", "not_yet": "ready", "rather_not": "dropped", "not_needed": "not_needed"}
        ),
        reply=lambda _session, answer: _("Then this one is done.") if answer == "not_needed" else None,
        then=RESUME,
    ),
    Question(
        "answered",
        lambda session: _("You asked. What did {helper} say?", helper=helper(session)),
        options=(
            Option("yes", _("Yes"), then="day"),
            Option("no", _("No"), then="refused"),
            Option("nothing", _("Nothing yet"), then="silence"),
            Option("quiet", STOP, then=QUIET),
        ),
        columns=2,
        keep=steps.keep_status({"yes": "agreed", "no": "refused", "nothing": "asked"}),
        reply=steps.after_answer,
        then=RESUME,
    ),
    Question(
        "day",
        steps.which_day,
        options=steps.day_options,
        columns=2,
        typed=True,
        read=short,
        keep=steps.keep_day,
        reply=steps.day_heard,
        then="promise",
    ),
    Question(
        "promise",
        _("Shall I come back to it: the day before, and afterwards to ask how it was?"),
        options=(
            Option("remind", _("Yes, please")),
            Option("file", _("File for my calendar"), then="promise", only=steps.has_day),
            Option("no", _("Not needed")),
        ),
        columns=2,
        keep=nothing,
        does=steps.promise,
        reply=steps.promised,
        then=RESUME,
    ),
    Question(
        "held",
        _("Not yet. That is fine. Was it the day, the person, or the words?"),
        options=(
            Option("day", _("The day"), then="ask.when"),
            Option("person", _("The person"), then="ask.who"),
            Option("words", _("The words"), then="ask.text"),
            Option("smaller", _("Make it smaller"), then="ask.draft"),
            Option("later", _("Ask me again later"), then="may", only=can_nudge),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        opening=lambda session: [Say(words)] if (words := own_words_on_the_day(session)) else [],
        keep=steps.hold,
        reply=steps.held_heard,
        then=RESUME,
    ),
    Question(
        "refused",
        lambda session: _(
            "{helper} said no. That can hurt. It says something about the moment or about what somebody can "
            "carry, and nothing about you. What would you like now?",
            helper=helper(session),
        ),
        options=(
            Option("other", _("Ask somebody else"), then="ask.who"),
            Option("outside", _("See who helps nearby"), then="support.place"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        keep=steps.ask_another,
        then=RESUME,
    ),
    Question(
        "silence",
        _("No answer yet can mean many things: busy, forgotten, wanting to think. What would you like?"),
        options=(
            Option("wait", _("Wait a little longer"), then="may", only=can_nudge),
            Option("again", _("A lighter message"), then="again"),
            Option("other", _("Ask somebody else"), then="ask.who"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        keep=steps.ask_another,
        then=RESUME,
    ),
    Question(
        "again",
        _("A second message may be lighter than the first. You decide whether you send it."),
        options=(
            Option("go_on", _("Go on"), then=RESUME),
            Option("later", _("Ask me again later"), then="may", only=can_nudge),
            Option("change", _("Change something"), then="ask.change"),
        ),
        columns=2,
        opening=steps.lighter,
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
    Question(
        "eve",
        steps.tomorrow,
        options=(
            Option("good", _("As agreed"), then=RESUME),
            Option("moved", _("It is another day"), then="day"),
            Option("off", _("It is off"), then="off"),
            Option("quiet", STOP, then=QUIET),
        ),
        columns=2,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "went",
        lambda session: _("How did it go with {helper}?", helper=helper(session)),
        options=(
            Option("good", _("It was good"), then="thank"),
            Option("so_so", _("So-so"), then="so_so"),
            Option("off", _("It did not happen"), then="off"),
            Option("stopped", _("No more help from there"), then="stopped"),
            Option("quiet", STOP, then=QUIET),
        ),
        columns=2,
        keep=lambda session, answer: session.answers.__setitem__("followup.went", answer) if answer else None,
        then=RESUME,
    ),
    Question(
        "thank",
        _("Good to hear. A short thank-you keeps it light for both. Shall I put one ready?"),
        options=(
            Option("thanks", _("A thank-you"), then="thanks.what"),
            Option("already", _("Done already"), then=RESUME),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        keep=steps.to_thank,
        then=RESUME,
    ),
    Question(
        "so_so",
        _("So-so. That is worth knowing. What would make it better next time?"),
        options=(
            Option("day", _("Another day or time"), then="ask.when"),
            Option("less", _("Less often, or shorter"), then="ask.often"),
            Option("say", _("Say what I can and can't"), then="boundary.who"),
            Option("other", _("Something else to ask"), then="ask.wish"),
            Option("leave", _("Leave it as it is"), then=RESUME),
        ),
        columns=2,
        keep=steps.move,
        then=RESUME,
    ),
    Question(
        "off",
        _("It did not go on. That happens, to everybody. What now?"),
        options=(
            Option("day", _("Another day"), then="day"),
            Option("other", _("Ask somebody else"), then="ask.who"),
            Option("stopped", _("No more help from there"), then="stopped"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        keep=steps.ask_another,
        then=RESUME,
    ),
    Question(
        "stopped",
        lambda session: _(
            "The help of {helper} stops. That may be a pity, and it was worth something. What would you like?",
            helper=helper(session),
        ),
        options=(
            Option("thanks", _("A thank-you"), then="thanks.what"),
            Option("split", _("Cut it in small pieces"), then="ask.who"),
            Option("other", _("Ask somebody else"), then="ask.who"),
            Option("outside", _("See who helps nearby"), then="support.place"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        keep=steps.split,
        then=RESUME,
    ),
    Question(
        "look_back",
        lambda session: _(
            "The time you agreed with {helper} is over. Talk about it together: how was it? Going on, less, or "
            "stopping?",
            helper=helper(session),
        ),
        options=(
            Option("go_on", _("Going on")),
            Option("less", _("Less"), then="ask.often"),
            Option("stopped", _("Stopping"), then="stopped"),
            Option("unsure", _("We have to talk first"), then=RESUME),
            Option("quiet", STOP, then=QUIET),
        ),
        columns=2,
        keep=steps.move,
        then="thank",
    ),
    side_steps=(
        *("asked", "answered", "day", "promise", "held", "refused", "silence", "again", "let_go"),
        *("eve", "went", "thank", "so_so", "off", "stopped", "look_back"),
    ),
)
