"""What a barrier that was named changes about an ask: read in one place, so that both can grow apart.

The effects follow what helps over each barrier (sources 001 and 002, digest C4; source 003, lines 5110-5160).
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogues.session import Session

EFFECTS: Mapping[str, frozenset[str]] = {
    "burden": frozenset({"easy_no"}),
    "nothing_back": frozenset({"give_back"}),
    "thanks": frozenset({"nothing_back"}),
    "self": frozenset({"device_or_service"}),
    "private": frozenset({"no_reason"}),
    "gossip": frozenset({"no_reason", "neutral_helper"}),
    "duty": frozenset({"thinking_along"}),
    "independence": frozenset({"give_back"}),
    "refusal": frozenset({"easy_no", "thinking_along"}),
    "strangers": frozenset({"device_or_service"}),
    "shame": frozenset({"no_reason"}),
    "care": frozenset({"neutral_helper"}),
}
"""For each barrier, some of these effects on the ask: easy_no, give_back, nothing_back, no_reason, neutral_helper,
device_or_service, thinking_along.
"""


def effects_of_barriers(session: Session) -> frozenset[str]:
    """Give what the barriers that were named change about the ask."""
    named = session.answers.get("reluctance.barriers") or []
    return frozenset().union(*(EFFECTS.get(code, frozenset()) for code in named))
