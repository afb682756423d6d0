"""The tasks that can be shared: what they are called, and how one asks for them.

The six kinds are those of source 004 (table 1, lines 1055-1081; Kruijswijk & Witteveen 2021).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogues import everyday
from dialogues.session import Wish
from dialogues.words import Text, Words, _

KINDS: dict[str, Words] = {
    "company": _("Company, an ear"),
    "household": _("House and meals"),
    "along": _("Going along"),
    "practical": _("Papers and odd jobs"),
    "body": _("Washing and dressing"),
    "nursing": _("Medicine and nursing"),
}


@dataclass(frozen=True, slots=True)
class Task:
    """A concrete task.

    ``ask`` is the whole question to a helper, with {when} and, where it is about them, {name}.
    ``support`` are the support letters that fit it. A ``close`` task comes so near the body that
    it is only proposed to the closest people and to professionals (source 001, lines 5008-5010). What is asked
    for one ``occasion`` needs no question how often and how long.
    """

    code: str
    kind: str
    label: Words
    ask: Text
    support: str
    close: bool = False
    occasion: bool = False


TASKS: tuple[Task, ...] = (
    Task("sit", "company", _("Keep him/her company"), _("Would you like to keep {name} company {when}?"), "GE"),
    Task("call", "company", _("Call him/her by phone"), _("Would you like to give {name} a call {when}?"), "GE"),
    Task(
        "listen",
        "company",
        _("Listen to me"),
        _("Do you have time for me {when}? I would like to talk for a bit."),
        "EG",
    ),
    Task(
        "night",
        "company",
        _("A night or evening"),
        _("Could you stay with {name} {when}?"),
        "GP",
        close=True,
    ),
    Task("groceries", "household", _("Do the shopping"), _("Could you do some shopping for us {when}?"), "P"),
    Task("cooking", "household", _("Cook a meal"), _("Could you cook a bit extra for us {when}?"), "P"),
    Task("cleaning", "household", _("Clean or tidy up"), _("Could you help me clean and tidy up {when}?"), "P"),
    Task("laundry", "household", _("Do the laundry"), _("Could you do some laundry for us {when}?"), "P"),
    Task(
        "appointment",
        "along",
        _("Along to the doctor"),
        _("Could you come along to the doctor with {name} {when}? To listen and remember."),
        "PA",
        occasion=True,
    ),
    Task("ride", "along", _("Give a lift"), _("Could you give {name} a lift {when}?"), "P"),
    Task(
        "outing",
        "along",
        _("Go out for a walk"),
        _("Would you like to go out for a walk with {name} {when}?"),
        "GP",
    ),
    Task(
        "letters",
        "practical",
        _("Letters and forms"),
        _("Could you look through some letters and forms with me {when}?"),
        "AP",
    ),
    Task(
        "arranging",
        "practical",
        _("Phone and arrange"),
        _("Could you make some phone calls for us {when}, to arrange things?"),
        "AP",
    ),
    Task(
        "money",
        "practical",
        _("Money matters"),
        _("Could you look at our bills and money matters with me {when}?"),
        "AP",
    ),
    Task(
        "repairs",
        "practical",
        _("Odd jobs, the garden"),
        _("Could you help with some odd jobs in or around the house {when}?"),
        "P",
    ),
    Task("pet", "practical", _("Walk the dog"), _("Could you walk the dog for us {when}?"), "P"),
    Task("children", "practical", _("Look after a child"), _("Could you look after the children {when}?"), "PG"),
    Task(
        "washing",
        "body",
        _("Help with washing"),
        _("Could you help {name} with washing and dressing {when}?"),
        "P",
        close=True,
    ),
    Task(
        "eating",
        "body",
        _("Help with eating"),
        _("Could you help {name} with eating {when}?"),
        "P",
        close=True,
    ),
    Task("bed", "body", _("Help to bed"), _("Could you help {name} to bed {when}?"), "P", close=True),
    Task(
        "medicine",
        "nursing",
        _("Give medicine"),
        _("Could you see to it that {name} takes the medicine {when}?"),
        "P",
        close=True,
    ),
    Task(
        "pharmacy",
        "nursing",
        _("Go to the pharmacy"),
        _("Could you pick something up from the pharmacy for us {when}?"),
        "P",
    ),
    Task(
        "wounds",
        "nursing",
        _("Care for a wound"),
        _("Could you help with looking after a wound of {name} {when}?"),
        "P",
        close=True,
    ),
)

BY_CODE = {task.code: task for task in TASKS}

NEAR_BODY = re.compile(rf"\b({everyday.one_of('people', 'near_body')})\b", re.IGNORECASE)
"""Own words for care near the body."""


def task_meant(wish: Wish) -> Task | None:
    """Give the task of a wish; own words for care near the body count as such care."""
    return BY_CODE.get(wish.task) or (BY_CODE["washing"] if NEAR_BODY.search(wish.words) else None)
