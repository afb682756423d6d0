"""What can be added to an ask: each is one sentence, from a tap or in the carer's own words.

The fields of an agreement are those that source 003 names (lines 1629-1645, 2257-2263, 2347-2366, 3642-3652);
what it gives the carer and what it gives the helper follows source 004 (lines 1437-1441).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogues import tasks
from dialogues.drafting.typed import in_mid_sentence, own, whole_sentence
from dialogues.easing import GIVE_BACK, THINKING_ALONG, eased
from dialogues.session import AskPlan, Session
from dialogues.words import Text, Words, _

NONE = "none"
"""The choice to leave a sentence out that would stand there by itself."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A field that can be added: its button, its question, what can be tapped, and the sentence for own words.

    ``said`` gives the label and the sentence of each choice; ``frame`` holds {words} in mid-sentence,
    and without it the own words are a sentence of their own. ``begins`` are words with which people
    begin what the frame says already.
    """

    code: str
    label: Words
    question: Words
    said: dict[str, tuple[Words, Words | None]] = field(default_factory=dict)
    frame: Text | None = None
    begins: tuple[str, ...] = ()


LEAVE_OUT = (_("Leave it out"), None)

EXTRAS: tuple[Extra, ...] = (
    Extra(
        "to_know",
        _("What they should know"),
        _("What may the other person know? Only what you want to tell. One sentence, as you would say it."),
        {NONE: LEAVE_OUT},
    ),
    Extra(
        "detail",
        _("What exactly"),
        _("What exactly would it be? Finish the sentence: “It is about …”"),
        {NONE: LEAVE_OUT},
        _("It is about {words}."),
        ("het gaat om", "it is about", "it's about"),
    ),
    Extra(
        "gives_me",
        _("What it gives me"),
        _("What does it give you? Finish the sentence: “Then I can …”"),
        {
            "rest": (_("Rest for a while"), _("Then I can rest for a while.")),
            "sleep": (_("Sleep for once"), _("Then I can sleep for once.")),
            "out": (_("Get out of the house"), _("Then I can get out of the house for a bit.")),
            "work": (_("Do my own things"), _("Then I can do my own things for a bit.")),
            NONE: LEAVE_OUT,
        },
        _("Then I can {words}."),
        ("dan kan ik", "then i can", "ik kan", "i can"),
    ),
    Extra(
        "gives_you",
        _("What it gives them"),
        _("What may it give the other person? Nothing needs to be given back. Tap, or type a sentence."),
        {
            "return": (_("Something in return"), _("Another time I will gladly do something in return.")),
            "glad": (_("You bring something nice"), _("It does us good when there is somebody else in the house.")),
            "coffee": (_("There is coffee"), _("There is coffee with something nice.")),
            NONE: LEAVE_OUT,
        },
    ),
    Extra(
        "costs",
        _("Costs"),
        _("Does it cost something, and who pays?"),
        {
            "mine": (_("I pay"), _("I pay what it costs.")),
            "shared": (_("We share it"), _("We share what it costs.")),
            "nothing": (_("It costs nothing"), _("It costs nothing.")),
            NONE: LEAVE_OUT,
        },
    ),
    Extra(
        "call",
        _("Whom to call"),
        _("If something happens, who can be called? No number here: a name is enough."),
        {"me": (_("Me"), _("If something happens, I can always be called.")), NONE: LEAVE_OUT},
        _("If something happens, this person can be called: {words}."),
    ),
    Extra(
        "plan_b",
        _("If it can't go on"),
        _("And if it can't go on one day?"),
        {
            "tell": (_("A message is enough"), _("If it doesn't work one day, a short message is enough.")),
            "move": (_("We move it"), _("If it doesn't work one day, we find another moment.")),
            "other": (_("I have somebody else"), _("If it doesn't work one day, somebody else can step in.")),
            NONE: LEAVE_OUT,
        },
    ),
    Extra(
        "look_back",
        _("When we look back"),
        _("When do you look back together: does it still suit both?"),
        {
            "first": (_("After the first time"), _("After the first time we see together how it was.")),
            "two_weeks": (_("After two weeks"), _("After two weeks we see together whether it still suits.")),
            "month": (_("After a month"), _("After a month we see together whether it still suits.")),
            NONE: LEAVE_OUT,
        },
    ),
    Extra(
        "thinking",
        _("Thinking along too"),
        _("Shall the message say that thinking along is help as well?"),
        {"yes": (_("Yes"), _("Just thinking along helps too.")), NONE: LEAVE_OUT},
    ),
)

BY_CODE = {each.code: each for each in EXTRAS}

BEFORE, WITHIN = ("to_know",), ("detail",)
"""What makes the question understood stands before it, or just behind it; the rest comes after how and how long."""

AFTER = tuple(each.code for each in EXTRAS if each.code not in {*BEFORE, *WITHIN})


def said(session: Session, ask: AskPlan, code: str, *, marked: bool = False) -> Words | None:
    """Give the sentence of one field, if there is one."""
    extra, chosen = BY_CODE[code], ask.extras.get(code) or by_itself(session, ask, code)
    if not chosen:
        return None
    if chosen in extra.said:
        return extra.said[chosen][1]
    if extra.frame is None:
        return whole_sentence(chosen, marked=marked)
    return Text(extra.frame.msgid, {"words": own(_stripped(chosen, extra), marked=marked)})


def _stripped(typed: str, extra: Extra) -> str:
    """Leave out how the frame begins, and the end: those are ours."""
    for beginning in extra.begins:
        if typed.casefold().startswith(f"{beginning} "):
            typed = typed[len(beginning) + 1 :]
    return in_mid_sentence(typed.rstrip(".… ")) or typed


def by_itself(session: Session, ask: AskPlan, code: str) -> str:
    """Give what stands in the message by itself, because of what holds the carer back."""
    wanted = eased(session)
    if code == "gives_you" and GIVE_BACK in wanted:
        return "return"
    if code == "thinking" and THINKING_ALONG in wanted and can_be_thought_along(ask):
        return "yes"
    return ""


def can_be_thought_along(ask: AskPlan) -> bool:
    """Thinking along is no answer to a request for the shopping; it is to what has to be arranged."""
    task = tasks.BY_CODE.get(ask.wish.task)
    return task is None or task.kind in {"practical", "along"}
