"""Reasons that are about the others: not burdening them, owing them, waiting for them, fearing their no."""

from __future__ import annotations

from dialogues.barriers.reason import Barrier, Side
from dialogues.easing import (
    DEVICE_OR_SERVICE,
    EASY_NO,
    GIVE_BACK,
    NEUTRAL_HELPER,
    NO_REASON,
    NOT_THE_CARE,
    ONCE,
    SAID_FIRST,
    SECOND_PERSON,
    THINKING_ALONG,
)
from dialogues.words import _

OTHERS = (
    Barrier(
        "burden",
        "002:341; 001:3304-3313; 001:5127-5128; 003:5128",
        _("Not be a burden"),
        _(
            "You don't want to be a burden. Many people say that. If it were the other way round, "
            "and someone you love had a hard time, you would perhaps want to know."
        ),
        _("To try: tell one person how it is this week, without asking anything."),
        (EASY_NO, ONCE),
        sides=(
            Side(
                "busy",
                "B02",
                "002:341; 001:3304-3313",
                _("They have enough already"),
                _(
                    "They have their own lives, and you see that. Then ask so small that it fits into a week as it "
                    "is, with a no that costs nothing."
                ),
                (EASY_NO, ONCE),
            ),
            Side(
                "cannot",
                "B10",
                "001:3315-3318",
                _("They can't, I think"),
                _(
                    "You have already answered for them, and you may be right. Only they know. A question that may "
                    "be refused leaves the answer to them."
                ),
                (EASY_NO, SECOND_PERSON),
            ),
        ),
    ),
    Barrier(
        "nothing_back",
        "002:340; 001:3124-3126; 001:3331-3349",
        _("Owing people something"),
        _(
            "You don't want to stand in anybody's debt. That is a fine feeling for fairness. One small question "
            "with an end to it leaves no debt behind."
        ),
        _("To try: ask for something that you would do for another without thinking."),
        (GIVE_BACK, ONCE),
        sides=(
            Side(
                "return",
                "B01",
                "001:3124-3126; 001:3331-3337; 001:2507-2508",
                _("I can't give back"),
                _(
                    "You can't do anything in return now. Giving back may come later, and it may be small: a cup of "
                    "coffee, a card, an ear. Some people are glad just because they matter."
                ),
                (GIVE_BACK,),
            ),
            Side(
                "thanks",
                "B03",
                "001:3342-3349; 001:3426-3430",
                _("Always saying thank you"),
                _(
                    "Having to be grateful all the time is tiring. One clear question with a clear end helps: "
                    "then one thank-you is enough."
                ),
                (ONCE, DEVICE_OR_SERVICE),
            ),
            Side(
                "balance",
                "B23",
                "001:2508-2509; 001:2886-2889",
                _("It gets uneven"),
                _(
                    "You want it to stay even between you. Something small to ask, and something nice to do "
                    "together now and then, keeps it even."
                ),
                (GIVE_BACK, ONCE),
            ),
        ),
    ),
    Barrier(
        "private",
        "002:341-342; 001:2425-2427; 003:4959-4962",
        _("It is private"),
        _(
            "What happens at home stays yours. You can ask for something without telling why. "
            "“Can you do the shopping on Tuesday?” is enough."
        ),
        _("To try: ask one small thing without giving a reason."),
        (NO_REASON,),
        sides=(
            Side(
                "home",
                "B05",
                "002:341-342; 002:668-670; 001:3434-3437",
                _("It stays in the house"),
                _(
                    "It stays in the house; nobody has to come in. Somebody can do something outside the door, and "
                    "need not know why."
                ),
                (NO_REASON, NOT_THE_CARE),
            ),
            Side(
                "talk",
                "B06",
                "001:2425-2427; 001:2434-2437",
                _("People will talk"),
                _(
                    "You are afraid that it goes round. Then choose somebody who keeps things, or somebody outside "
                    "the circle where people talk. You decide what they know."
                ),
                (NO_REASON, NEUTRAL_HELPER),
            ),
        ),
    ),
    Barrier(
        "roles",
        "002:342-344; 002:674; 001:3289-3297",
        _("A friend stays a friend"),
        _(
            "You want a friend to stay a friend, and a child a child. Then ask them for what goes with that: coffee, "
            "a walk, a film. For the caring there may be others."
        ),
        _("To try: ask a friend for something nice only, and leave the caring out of it."),
        (NEUTRAL_HELPER, DEVICE_OR_SERVICE),
        covers="B07",
    ),
    Barrier(
        "waiting",
        "001:5176-5185; 001:3350-3356",
        _("They should see it"),
        _(
            "You hoped they would see it by themselves. It hurts when nobody comes. Often people don't see it, "
            "or don't dare to offer. One sentence from you can open that."
        ),
        _("To try: one sentence to one person: “It is a lot at the moment.” No more than that."),
        (SAID_FIRST,),
        sides=(
            Side(
                "see",
                "B16",
                "001:5176-5185",
                _("They could see it"),
                _(
                    "They could have seen it, and they did not come. That hurts. It may be that they saw it and did "
                    "not know what to say. You can say it first."
                ),
                (SAID_FIRST,),
            ),
            Side(
                "offer",
                "B09",
                "001:3350-3356",
                _("They should offer it"),
                _(
                    "To you, help is something that is offered and not asked for. Then you need not ask. You can "
                    "tell how it is, and leave room for an offer."
                ),
                (SAID_FIRST, EASY_NO),
            ),
        ),
    ),
    Barrier(
        "refusal",
        "001:2757-2762; 001:3021-3026; 003:5334-5335",
        _("Afraid of a no"),
        _(
            "A no can hurt, surely after an earlier one. We make the question so small that a no is about the "
            "day and not about you. And we think of a second person beforehand."
        ),
        _("To try: begin with somebody of whom a no would not hurt much."),
        (EASY_NO, SECOND_PERSON, THINKING_ALONG),
        covers="B15",
    ),
)
