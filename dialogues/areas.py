"""The six areas in which caring weighs, and how heavy each is; earlier checks, and what changed since.

The areas are our own order of the signals named in the sources; nothing here is a test or a score.
"""

from __future__ import annotations

from dialogues.session import Check, Session
from dialogues.words import Words, _

AREAS: dict[str, Words] = {
    "body": _("Body and sleep"),
    "mood": _("Worry and mood"),
    "time": _("Time for yourself"),
    "relation": _("Between you"),
    "work": _("Work, school, money"),
    "alone": _("Standing alone"),
}

IN_A_SENTENCE: dict[str, Words] = {
    "body": _("a tired body"),
    "mood": _("the worrying"),
    "time": _("time for yourself"),
    "relation": _("how it is between you"),
    "work": _("work or money"),
    "alone": _("standing alone in it"),
}

ASKS_FOR: dict[str, Words] = {
    "body": _("a night or a morning that somebody takes over"),
    "mood": _("somebody to talk to"),
    "time": _("a few hours that are yours"),
    "relation": _("something nice together, while another does the caring"),
    "work": _("somebody who looks along with work and papers"),
    "alone": _("one more person who shares it"),
}
"""What kind of support each area asks for (source 001, 2012, lines 4980-4986: which support fits where it weighs)."""

SOURCES: dict[str, str] = {
    "body": "001:5121-5125; 004:1175-1183",
    "mood": "001:4774-4776; 001:5157-5158; 001:5213-5215; 004:1522-1526",
    "time": "001:3582-3593; 001:5173-5174; 004:1203-1213",
    "relation": "001:4763-4766; 001:5196-5204; 004:1177-1195",
    "work": "001:3588-3593; 001:4776-4781; 004:1520-1522; 000:464-472",
    "alone": "001:1093-1094; 001:4130-4134; 001:4747-4754; 000:665-669",
}
"""Where the signals of each area are named."""

ASKED: dict[str, tuple[str, str]] = {
    "body": ("sleep", "tired"),
    "mood": ("worry", "sadness"),
    "time": ("hobby", "away"),
    "relation": ("tension", "before"),
    "work": ("work", "money"),
    "alone": ("on_me", "listener"),
}
"""Which two questions belong to which area."""

ASKED_FROM: dict[str, str] = {
    "sleep": "001:5121-5125; 003:5444-5445",
    "tired": "004:1175-1183; 001:5121-5125",
    "worry": "004:1522-1526; 001:4774-4776",
    "sadness": "001:5213-5215; 001:5157-5158",
    "hobby": "004:1203-1213; 001:3582-3583",
    "away": "004:1209-1213",
    "tension": "001:4763-4766",
    "before": "004:1177-1195; 001:5213-5215",
    "work": "001:3588-3593; 001:4774-4781; 004:1520-1522",
    "money": "000:464-472; 001:3535-3538",
    "on_me": "001:1093-1094; 003:5439-5442",
    "listener": "001:4130-4134; 001:5206-5209; 004:194-198",
}
"""Where the sources name the signal that each question asks about."""

WEIGHT = {"never": 0, "sometimes": 1, "often": 2}

HEAVY = 3
"""From this level on an area weighs; only a choice of words."""

MAX_CHECKS = 24
"""Two years of looking once a month; older ones make room."""


def level(session: Session, area: str) -> int | None:
    """Give how heavy an area is, 0 to 4; None when neither of its questions was answered."""
    corrected = session.answers.get(f"strain.corrected.{area}")
    if corrected is not None:
        return int(corrected)
    given = [session.answers.get(f"strain.{name}") for name in ASKED[area]]
    weights = [WEIGHT[answer] for answer in given if answer in WEIGHT]
    return round(sum(weights) * 2 / len(weights)) if weights else None


def levels(session: Session) -> dict[str, int]:
    """Give how heavy each area is that was asked about, in the order of the areas."""
    found = {area: level(session, area) for area in AREAS}
    return {area: weight for area, weight in found.items() if weight is not None}


def heaviest(session: Session) -> list[str]:
    """Give the areas that weigh, the heaviest first, at most two."""
    found = levels(session)
    weighing = [area for area, weight in found.items() if weight >= HEAVY]
    return sorted(weighing, key=lambda area: -found[area])[:2]


def stands_out(session: Session) -> str:
    """Give the one area that weighs more than all others; "" when there is no such one."""
    found = levels(session)
    top = [area for area, weight in found.items() if weight == max(found.values()) and weight >= HEAVY]
    return top[0] if len(top) == 1 else ""


def begin_anew(session: Session) -> None:
    """Leave the earlier answers of the check: a new one begins."""
    gone = {f"strain.{name}" for pair in ASKED.values() for name in pair} | {"strain.summary", "strain.phase"}
    gone |= {f"strain.corrected.{area}" for area in AREAS}
    for name in gone:
        session.answers.pop(name, None)


def keep_check(session: Session) -> None:
    """Keep how it weighs today; a second check on one day takes the place of the first."""
    today = session.heard_at[:10]
    check = Check(today, levels(session), str(session.answers.get("strain.perseverance") or ""))
    earlier = [each for each in session.checks if each.date != today]
    session.checks = [*earlier, check][-MAX_CHECKS:]


def changed(session: Session) -> tuple[list[str], list[str]]:
    """Give the areas that became lighter and those that became heavier between the last two checks."""
    before, now = (each.levels for each in session.checks[-2:])
    both = [area for area in AREAS if area in before and area in now]
    return [each for each in both if now[each] < before[each]], [each for each in both if now[each] > before[each]]


def checked_before(session: Session) -> bool:
    """There is more than one check, so they can be held beside each other."""
    return len(session.checks) > 1
