"""Cues for when names run out: at most two at a time, and one look back for who says that there is nobody.

The first four questions on weak ties and the everyday round follow source 001 (2012, lines 1855-1861 and 2983-2987),
the own list of contacts lines 1213-1215 and 3046-3047, areas of life source 002 (2016, lines 266-276); our own words.
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.network.circles import ENOUGH, NOBODY_COMES, asking, keep_cue, keep_people
from dialogues.script import Option, Question, nothing
from dialogues.session import Session
from dialogues.wishes import name_of, wishes
from dialogues.words import Words, _, lines, paragraphs

CUE_CHOICES = (NOBODY_COMES, ENOUGH)

WORDS: dict[str, Words] = {
    "tickets": _("Suppose you get five tickets for something nice next week. Whom would you take along?"),
    "round": _(
        "Whom do you meet on an ordinary day? In the street, the shop, at the school gate, at the club, "
        "at church or the mosque?"
    ),
    "birthday": _("To whom do you send a wish on a birthday, at New Year or at a feast?"),
    "phone": _("Scroll through the contacts in your own phone. Is there a name? I see nothing of your list."),
    "moving": _("Suppose you move house. Who, besides your nearest family, would carry a box?"),
    "chores": _("Who could do a small thing: an hour with the dog, the plants, a parcel?"),
    "areas": _("Think of where you spent your days: work, school, a club, an old street, a course. Who comes up?"),
}

KNOWN = {"round": {"circle": "acquaintances"}, "areas": {"circle": "acquaintances"}}
"""What a cue itself tells of the names that it brings."""


FADED = {"line": "distant", "often": "rarely", "circle": "acquaintances"}
"""Of people from earlier it is enough to know who they are; what they might do is not asked now."""


def look_back(session: Session, found: Any) -> None:
    """Keep people of whom the carer lost sight: the contact is distant and rare."""
    keep_people("faded", **FADED)(session, found)
    session.answers["network.looked_back"] = True
    for person in session.people:
        person.asked = person.asked or bool(person.often and person.relation)


LOOKING_BACK = _(
    "That can happen, after years of caring. One question: is there somebody from earlier, whom you lost sight of? "
    "If not, that is fine."
)
"""Asked once, and not again when nobody comes (scenario 11)."""


CUES = (
    *(asking(f"cue_{cue}", words, keep_cue(cue, **KNOWN.get(cue, {})), CUE_CHOICES) for cue, words in WORDS.items()),
    asking("cue_faded", LOOKING_BACK, look_back, (Option("nobody", _("No, nobody")),)),
)


def looking_along(session: Session) -> Words:
    """Tell who looks along with somebody who has nobody; with a wish, also the words to say there."""
    asked = next(iter(wishes(session)), None)
    return paragraphs(
        lines(
            _("• People who know this themselves: a group or café for carers. Listening is enough."),
            _("• A volunteer who looks for contacts with you, at your pace (the word is: netwerkcoach)."),
            _("• The steunpunt (support centre) knows what there is near you. You may ask to make a call together."),
        ),
        _("You can say: “I am looking for somebody. It is about this: {what}.”", what=name_of(asked))
        if asked
        else None,
        _("Not everything exists everywhere. Shall I show where you can ask?"),
    )


SHOW = Option("yes", _("Yes, show me"), then="support.place")
SOMEBODY = Option("somebody", _("I do think of somebody"), then="name")
NOT_NOW = Option("later", _("Not now"), then="rest.open")

NOBODY = (
    Question(
        "none",
        _(
            "At this moment there is nobody you can ask. I hear that more often after years of caring. "
            "There are people who then look along with you. Shall I show who does that near you?"
        ),
        options=(
            SHOW,
            Option("who", _("Who are they?"), then="looking_along", only=lambda session: not session.child),
            SOMEBODY,
            NOT_NOW,
        ),
        keep=nothing,
        then="support.place",
        skip_to="rest.open",
    ),
    Question(
        "looking_along",
        looking_along,
        options=(SHOW, SOMEBODY, NOT_NOW),
        keep=nothing,
        then="support.place",
        skip_to="rest.open",
    ),
)
