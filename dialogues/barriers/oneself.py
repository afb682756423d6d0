"""Reasons that are about oneself: having learned to do it alone, duty, being the one who helps, shame."""

from __future__ import annotations

from dialogues.barriers.reason import Barrier, Side
from dialogues.easing import (
    ACCEPT,
    GIVE_BACK,
    NEUTRAL_HELPER,
    NO_REASON,
    NOT_THE_CARE,
    ONCE,
    SAID_FIRST,
    THINKING_ALONG,
    WITHIN_FAMILY,
)
from dialogues.words import _

ONESELF = (
    Barrier(
        "self",
        "001:1538-1541; 001:3371-3374",
        _("I learned to do it alone"),
        _(
            "You learned to do things yourself, and it brought you this far. You can stay the one who decides, "
            "also when somebody else does one small thing."
        ),
        _("To try: let somebody carry one thing this week, if only a bag."),
        (ONCE,),
        sides=(
            Side(
                "learned",
                "B04",
                "001:1538-1541",
                _("That's how I was raised"),
                _(
                    "That is how you were raised: you don't ask. It can stay so for nearly everything. One small "
                    "exception, of your own choosing, does not undo it."
                ),
                (ONCE,),
            ),
            Side(
                "fine",
                "B17",
                "001:3371-3374; 001:5117-5119; 003:4805-4807",
                _("I always say it's fine"),
                _(
                    "“It's fine” comes out by itself. You may keep saying it. With one person you could add half a "
                    "sentence that is true: “only the nights are long”."
                ),
                (SAID_FIRST,),
            ),
        ),
    ),
    Barrier(
        "duty",
        "004:570-583; 003:5494",
        _("It is my duty"),
        _(
            "You are the one who cares; that stands. It can still be lighter within the family, "
            "without anybody taking it out of your hands."
        ),
        _("To try: ask one relative, near or far, for one thing at a distance: a phone call, a letter."),
        (WITHIN_FAMILY, THINKING_ALONG),
        covers="duty",
    ),
    Barrier(
        "independence",
        "001:3300-3302; 001:5128-5130; 001:3376-3380",
        _("I am the one who helps"),
        _(
            "You have always been the one who helped. Asking does not take that away. "
            "It gives another person the chance to be what you were for them."
        ),
        _("To try: ask somebody whom you once helped yourself."),
        (GIVE_BACK, ONCE),
        sides=(
            Side(
                "giver",
                "B08",
                "001:3300-3302; 001:3369-3371; 001:5128-5130",
                _("Then who am I"),
                _(
                    "You were always the strong one, and that stays part of you. Who asks for one thing stays who "
                    "they are, and stays the one who decides."
                ),
                (GIVE_BACK, ONCE),
            ),
            Side(
                "interference",
                "B13",
                "001:3376-3380; 001:3438-3441",
                _("They will interfere"),
                _(
                    "Who helps may have opinions too. You can ask for one thing and keep the rest to yourself: "
                    "“Only the shopping, please. I do the rest my own way.”"
                ),
                (ONCE, NO_REASON),
            ),
        ),
    ),
    Barrier(
        "shame",
        "001:4748-4749; 001:4467-4468; 001:3379-3397",
        _("Shame, or no one gets it"),
        _(
            "You are ashamed of how it is now. That is heavy to carry alone. You don't have to show it: "
            "help with something outside the door is help as well."
        ),
        _("To try: tell one person one small part of it, and see what that does."),
        (NOT_THE_CARE, NO_REASON),
        sides=(
            Side(
                "ashamed",
                "B14",
                "001:4748-4749; 001:4467-4468; 001:5275-5277",
                _("I am ashamed"),
                _(
                    "Ashamed of how it has become; many people carry that in silence. You choose what anybody sees. "
                    "The door may stay closed."
                ),
                (NOT_THE_CARE, NEUTRAL_HELPER),
            ),
            Side(
                "misunderstood",
                "B11",
                "001:3379-3397; 001:4918-4927",
                _("They don't understand"),
                _(
                    "What one can't see is easily misjudged. You need not convince anybody. One sentence about what "
                    "it is, or none at all: somebody can do the shopping either way."
                ),
                (NO_REASON, NEUTRAL_HELPER),
            ),
        ),
    ),
    Barrier(
        "accepting",
        "001:1535-1541; 002:485-486",
        _("Taking help is hard"),
        _(
            "It is offered, and you have said no before you know it. Taking is something else than asking. "
            "You need not say yes to everything: to one small thing is enough."
        ),
        _("To try: at the next offer say “I'll think about it” instead of no."),
        (ACCEPT, ONCE),
        covers="accepting",
    ),
)
