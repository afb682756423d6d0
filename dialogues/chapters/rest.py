"""Rest: the road has been walked for now. Everything is kept, and every chapter stands open."""

from __future__ import annotations

from dialogues.ages import grown, no_child, young
from dialogues.script import Option, Question, chapter, nothing
from dialogues.words import _

REST = chapter(
    "rest",
    _("For now"),
    Question(
        "open",
        _("That is all for now. You can come back whenever you like, also after months. What would you like?"),
        options=(
            Option("tell", _("Tell somebody I trust"), then="trusted.who", only=young),
            Option("everyday", _("How I am doing now"), then="everyday.sleep", only=young),
            Option("knowing", _("What is going on"), then="knowing.page", only=young),
            Option("ask", _("Ask another thing"), then="ask.wish", only=no_child),
            Option("messages", _("Make a message"), then="messages.kind", only=grown),
            Option("plan", _("My plan"), then="plan.open", only=grown),
            Option("people", _("Look at my people"), then="network.map", only=grown),
            Option("strain", _("Check how it weighs"), then="strain.perseverance", only=grown),
            Option("support", _("See support nearby"), then="support.place"),
            Option("told", _("What I told you"), then="overview.told"),
            Option("enough", _("This is enough"), then="stopped.here"),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then="rest.open",
    ),
)

PAUSED = chapter(
    "paused",
    _("For now"),
    Question(
        "asking",
        _(
            "For now I write no messages to others, because you told me that it is not safe. "
            "Somebody could read along. There are people who look along with you:"
        ),
        options=(
            Option("people", _("Who can help me now"), then="help.people"),
            Option("support", _("See support nearby"), then="support.place"),
            Option("leave", _("Leave quickly"), then="hidden.screen"),
            Option("safe", _("It is safe again"), then="paused.safe"),
            Option("rest", _("Leave it for now"), then="rest.open"),
        ),
        skippable=False,
        keep=nothing,
        then="rest.open",
    ),
    Question(
        "safe",
        _("Good to hear. Shall we go on with asking, or leave that for today?"),
        options=(
            Option("go_on", _("Go on"), then="ask.wish", only=grown),
            Option("tell", _("Go on"), then="trusted.who", only=young),
            Option("rest", _("Leave it for today"), then="rest.open"),
        ),
        skippable=False,
        keep=lambda session, answer: setattr(session, "violence", answer not in {"go_on", "tell"}),
        then="rest.open",
    ),
    side_steps=("asking", "safe"),
)
