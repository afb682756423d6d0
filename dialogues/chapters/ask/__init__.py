"""Ask (hulpvraag): one wish, one person, one moment, an easy no; a message that you send yourself.

How often comes before how long, and a trial has an end (source 003, lines 3547-3551, 5314-5318). The
three parts of a good ask - task, person, time - follow source 001 (lines 3634-3648, 4040-4048).
"""

from __future__ import annotations

from dialogues.chapters.ask.finishing import FINISHING, FINISHING_STEPS, printed
from dialogues.chapters.ask.people import (
    fitting_people,
    helper_heard,
    keep_helper,
    keep_solution,
    keep_wish,
    other_people,
    others_wanted,
    outside_wanted,
    who_fits,
    wish_options,
    without_people,
    without_wanted,
)
from dialogues.chapters.ask.plan import (
    MAX_OWN_TEXT,
    begin,
    changing,
    drafted_by_us,
    end,
    has_helper,
    keep_changing,
    keep_decision,
    keep_easy_no,
    keep_field,
    keep_when,
    moment_heard,
    once_only,
    placed,
    ready_and_placed,
    short,
    show_draft,
    written_by_hand,
)
from dialogues.draft import LONG_LABEL, OFTEN, UNTIL_LABEL, WHEN_LABEL
from dialogues.easing import own_words_on_the_day
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.wishes import wishes
from dialogues.words import Words, _

__all__ = ["ASK", "begin", "field_options"]


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
            When(without_wanted, "without"),
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
        "without",
        without_people,
        options=(
            Option("try", _("I will try that"), then="rest.open"),
            Option("outside", _("Who knows more nearby?"), then="support.place"),
            Option("back_to_who", _("Rather ask somebody"), then="who"),
        ),
        keep=keep_solution,
        then="rest.open",
    ),
    Question(
        "when",
        _("When would it be? Tap, or type a day and a time: “Tuesday from two to four”."),
        options=field_options(WHEN_LABEL),
        columns=2,
        typed=True,
        read=short,
        keep=keep_when,
        reply=moment_heard,
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
            "Above you can copy or share it."
        ),
        options=(
            Option("good", _("This is good")),
            Option("change", _("Change something"), then="change"),
            Option("add", _("Add something"), then="add", only=drafted_by_us),
            Option("practise", _("Practise first"), then="courage"),
            Option("print", _("On paper"), then="draft"),
            Option("not_now", _("Not now"), then="sleep"),
        ),
        columns=2,
        opening=show_draft,
        does=printed,
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
            Option("tone", _("The tone"), then="tone", only=drafted_by_us),
            Option("language", _("The language"), then="language", only=drafted_by_us),
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
    *FINISHING,
    side_steps=("others", "outside", "without", "change", "easy_no", "text", *FINISHING_STEPS),
)
