"""What makes telling hard, for a young person: other reasons than those of adults, each with a small thing to try."""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.words import Joined, Words, _


@dataclass(frozen=True, slots=True)
class Barrier:
    """One reason to keep silent: recognised, seen from another side that respects it, and one small thing to try."""

    code: str
    source: str
    label: Words
    recognised: Words
    other_side: Words
    small_try: Words

    @property
    def reply(self) -> Words:
        """Give the whole answer to it."""
        return Joined((Joined((self.recognised, self.other_side), " "), self.small_try), "\n")


BARRIERS: tuple[Barrier, ...] = (
    Barrier(
        "loyal",
        "004 (2025), lines 539-548",
        _("Not telling on home"),
        _("You stand up for home."),
        _("Telling how you are is not the same as saying something bad about them."),
        _("You can begin with one sentence about yourself: “I sleep badly.”"),
    ),
    Barrier(
        "taken_away",
        "001 (2012), lines 2361-2379, 3720-3723",
        _("They'll take me away"),
        _("You are afraid that you will be parted. That is a big fear."),
        _("From here nothing goes to anybody. And you may ask beforehand what a grown-up does with what you tell."),
        _("You can ask first: “If I tell you something, what will you do with it?”"),
    ),
    Barrier(
        "school",
        "004 (2025), lines 1039-1043, 1136-1140",
        _("Nobody at school knows"),
        _("At school you are just you. That can be good too."),
        _("If one person there knows, the class doesn't need to know."),
        _("You can ask first: “Who else will hear this?”"),
    ),
    Barrier(
        "shame",
        "B14: 001 (2012), lines 4467-4468, 4748-4749; 004 (2025), lines 797-800",
        _("I am ashamed of it"),
        _("You are ashamed of how it is at home."),
        _("You didn't do this. And you don't have to tell what it is."),
        _("“It is hard at home now” is enough."),
    ),
    Barrier(
        "worse",
        "004 (2025), lines 1035-1037, 2147-2151",
        _("Others have it worse"),
        _("Somebody else has it harder, you think."),
        _("That may be so. What you feel is there as well."),
        _("Tell something small, something of today. It needn't be the worst."),
    ),
    Barrier(
        "managing",
        "B17: 001 (2012), lines 3371-3374, 5117-5119; 002 (2016), lines 761-763",
        _("We manage"),
        _("You manage at home."),
        _("That can stay so, also when somebody knows."),
        _("Think of one grown-up you could call on an evening when it doesn't work."),
    ),
    Barrier(
        "burden",
        "B02: 001 (2012), lines 3304-3313; 002 (2016), line 341",
        _("I don't want to bother"),
        _("You don't want to bother anybody."),
        _("The other way round: if somebody you like lay awake at night, would you want to know?"),
        _("Ask for five minutes. That is small."),
    ),
    Barrier(
        "sad",
        "B02: 002 (2016), line 341; 001 (2012), lines 4122-4123",
        _("They'd be sad at home"),
        _("You don't want anybody at home to be more sad."),
        _("There are grown-ups outside your home who can listen."),
        _("Choose somebody who doesn't live with you."),
    ),
    Barrier(
        "promised",
        "004 (2025), lines 539-548",
        _("I promised to be silent"),
        _("You promised something, and you keep your word."),
        _("A secret that makes you ill or afraid, you don't have to keep alone."),
        _("You can keep the secret, and still tell how you feel."),
    ),
    Barrier(
        "no_use",
        "B22: 001 (2012), lines 2370-2380; B11: 3379-3397",
        _("They won't understand"),
        _("You think that nobody understands, or it went wrong before."),
        _("That was that person, that day. Somebody else may listen better."),
        _("Say what you need: “You don't have to solve it, only listen.”"),
    ),
    Barrier(
        "duty",
        "004 (2025), lines 570-583",
        _("This is my task"),
        _("You are there for your family. That stands."),
        _("It stays so, also when somebody knows what your week looks like."),
        _("Tell one grown-up in the family about one day of yours."),
    ),
    Barrier(
        "words",
        "004 (2025), lines 216-220",
        _("I don't know how"),
        _("You don't know how to begin."),
        _("It needn't be told well. Half a sentence is a beginning."),
        _("In a moment I put words ready for you. You don't have to use them."),
    ),
)

BY_CODE = {each.code: each for each in BARRIERS}
