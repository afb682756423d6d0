"""Reasons that are about the care: nobody does it right, no energy, only me, a bad experience, nobody there."""

from __future__ import annotations

from dialogues.barriers.reason import Barrier, Side
from dialogues.easing import DEVICE_OR_SERVICE, NEUTRAL_HELPER, NOT_THE_CARE, ONCE, READY_WORDS, WITHIN_FAMILY
from dialogues.words import _

THE_CARE = (
    Barrier(
        "quality",
        "001:3399-3405",
        _("Nobody does it right"),
        _(
            "You know best how it has to be. Keep for yourself what nobody else can do. "
            "For the rest it may be done a little differently."
        ),
        _("To try: let somebody do once what need not be perfect, such as the shopping."),
        (NOT_THE_CARE, DEVICE_OR_SERVICE),
        covers="B12",
    ),
    Barrier(
        "energy",
        "002:389-390; 001:4131-4132; 001:4966-4968",
        _("No energy to arrange it"),
        _(
            "Arranging costs energy too, and there is none left. We make it one message to one person. "
            "I put the words ready, you change what you want."
        ),
        _("To try: leave the arranging itself to somebody: “Will you think along who could do this?”"),
        (READY_WORDS, ONCE),
        covers="B20",
    ),
    Barrier(
        "strangers",
        "001:4959-4964",
        _("He or she wants only me"),
        _(
            "Only you may help. Then we don't begin with the care itself: somebody can come for coffee while you "
            "are there. Or do something outside the house for you."
        ),
        _("To try: let somebody come for a quarter of an hour while you stay."),
        (NOT_THE_CARE, WITHIN_FAMILY),
        covers="B21",
    ),
    Barrier(
        "care",
        "001:2370-2380; 001:3277-3283; 004:1862-1865",
        _("Bad experience with help"),
        _(
            "Help let you down before. Then it makes sense to be careful. You decide what is talked about, "
            "and you can stop at any moment."
        ),
        _("To try: begin with one question to one person, and look first how that goes."),
        (ONCE, WITHIN_FAMILY),
        sides=(
            Side(
                "let_down",
                "B22",
                "001:2370-2380; 001:2511-2514",
                _("It let me down"),
                _(
                    "You asked once and stood there with empty hands. Being careful is wise then. We look for "
                    "one person whose name you know, and you set the pace."
                ),
                (ONCE, WITHIN_FAMILY),
            ),
            Side(
                "public",
                "B18",
                "001:3277-3283; 001:3346-3352",
                _("It should be arranged"),
                _(
                    "You feel that care should be arranged, and not be asked of family and neighbours. Then that is "
                    "where you can begin: at the municipality."
                ),
                (DEVICE_OR_SERVICE, NEUTRAL_HELPER),
            ),
        ),
    ),
    Barrier(
        "nobody",
        "001:3258-3261; 001:1126-1132; 001:4455-4457",
        _("There is nobody"),
        _(
            "There is nobody at this moment. I hear that more often after years of caring. "
            "We look around once, calmly, and there are people whose work it is to look along with you."
        ),
        _("To try: greet one person this week whom you see more often."),
        (DEVICE_OR_SERVICE, NEUTRAL_HELPER),
        covers="B19",
    ),
)
