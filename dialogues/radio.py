"""RADIO: for a contact one next step, with the reason - revive, activate, unblock, deepen, or keep up.

After Smit and Van Gennep (source 001, 2012, lines 2045-2081). Nobody has to do anything with anybody: a contact
may stay as it is, ties may have faded for a good reason (lines 5341-5350), and something broken is only
looked at when the carer wants it and nothing unsafe was told.
"""

from __future__ import annotations

from dialogues.people import to_carer
from dialogues.session import Person, Session
from dialogues.words import Text, Words, _

STEPS: dict[str, Words] = {
    "revive": _("Pick it up again"),
    "activate": _("Ask a little more"),
    "unblock": _("Talk it out"),
    "deepen": _("Get to know better"),
    "keep_up": _("Keep it as it is"),
}

REASONS: dict[str, Text] = {
    "fading": _("You and {name} don't see each other often any more."),
    "broken": _("The contact with {name} is broken."),
    "strained": _("It is tense between you and {name}."),
    "helping": _("{name} helps already."),
    "loaded": _("{name} has a lot to carry already."),
    "costs": _("Contact with {name} costs you energy."),
    "light": _("You and {name} know each other a bit."),
    "good": _("You can go to {name}, and have not asked for much yet."),
    "there": _("{name} belongs to the people near you."),
}

WHAT: dict[str, Words] = {
    "revive": _("A short hello may be enough to begin with: how are you? Asking for something can wait."),
    "activate": _("You could ask one small thing, with an easy no."),
    "unblock": _("Would you like that to be better? Only if you want it, and feel safe. Leaving it is fine too."),
    "deepen": _("You could do something small together once: a coffee, a short walk. No more than that."),
    "keep_up": _("Nothing needs to change. A thank you now and then, and no extra task."),
    "leave": _("You may leave it as it is. It is fine to see each other less."),
}


def next_step(session: Session, person: Person) -> tuple[str, str]:
    """Give the step that fits this contact, and the name of the reason."""
    if person.line in {"tense", "conflict", "broken"}:
        return _strained(session, person)
    if person.energy == "costs":
        return "leave", "costs"
    if person.loaded:
        return "keep_up", "loaded"
    if person.helps or _agreed(session, person):
        return "keep_up", "helping"
    return _quiet(person)


def _strained(session: Session, person: Person) -> tuple[str, str]:
    reason = "broken" if person.line == "broken" else "strained"
    return ("leave" if session.violence else "unblock"), reason


def _quiet(person: Person) -> tuple[str, str]:
    if person.often == "rarely" or person.line == "distant":
        return "revive", "fading"
    if person.circle in {"closest", "friends"} or person.support:
        return "activate", "good" if person.support else "there"
    return "deepen", "light"


def _agreed(session: Session, person: Person) -> bool:
    said_yes = [ask.helper.casefold() for ask in session.asks if ask.status == "agreed"]
    return person.name.casefold() in said_yes


def reason(session: Session, person: Person) -> Words:
    """Say why this step fits."""
    _step, why = next_step(session, person)
    return Text(REASONS[why].msgid, {"name": to_carer(person.name)})
