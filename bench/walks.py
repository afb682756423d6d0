"""What the people of the crowd do: taps in [brackets], else what they type."""

from __future__ import annotations

from pathlib import Path

TRANSCRIPT = Path(__file__).parents[1] / "tests" / "transcripts" / "nl" / "whole_walk.txt"
UPDATES_MOST = 50
"""Below the 60 a minute after which a chat is asked to slow down; then somebody new takes the place."""

STEPS = 20
TYPED_EACH = 4
"""How long a short talk is, and how much of it is typed: the same for every bot."""

ASIDE_EACH = 6
ASIDES = (
    "ik weet het niet zo goed",
    "Het is veel de laatste tijd, en ik slaap slecht.",
    "mijn zus belt elke zondag, dat is fijn",
    "hoe lang duurt dit nog?",
)
"""What people type where a tap was asked."""


def talk() -> list[str]:
    """Give the first steps of a tested transcript, every fourth answer being typed: as many as ``steps``."""
    acts = iter(_played())
    return [
        next(acts),
        *(_typed(step) if step % TYPED_EACH == TYPED_EACH - 1 else next(acts) for step in range(STEPS)),
    ]


def whole() -> list[str]:
    """Give the walk of a tested transcript with its pictures, and a typed sentence in between now and then."""
    acts: list[str] = []
    for place, act in enumerate(_played()):
        acts.append(act)
        if place % ASIDE_EACH == ASIDE_EACH - 1:
            acts.append(ASIDES[place // ASIDE_EACH % len(ASIDES)])
    return acts[:UPDATES_MOST]


def _played() -> list[str]:
    lines = TRANSCRIPT.read_text(encoding="utf-8").splitlines()
    played = [line.removeprefix("»").strip() for line in lines if line.startswith("»")]
    return [act for act in played if not act.startswith("(")]


def _typed(step: int) -> str:
    return ASIDES[step // TYPED_EACH % len(ASIDES)]


def steps() -> list[str]:
    """Give the walk through 20 steps; every fourth answer is typed."""
    return ["/start", *("my own words" if step % TYPED_EACH == TYPED_EACH - 1 else "[2]" for step in range(STEPS))]


def echo() -> list[str]:
    """Give one sentence, to be said again and again."""
    return ["Het is veel de laatste tijd, en ik slaap slecht."]


def returning() -> list[str]:
    """Give what somebody does who comes back to a talk that was kept."""
    return ["/start", "[Menu]", "[Terug naar ons gesprek]", "/start", "[Overslaan]", "[Terug]", "ik ben er weer"]


WALKS = {"talk": talk, "whole": whole, "steps": steps, "echo": echo, "returning": returning}
