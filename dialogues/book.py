"""The whole talk: its chapters in order, its asides, and the road through them."""

from __future__ import annotations

from dialogues.chapters.again import AGAIN
from dialogues.chapters.aloud import ALOUD
from dialogues.chapters.asides import ASIDES
from dialogues.chapters.ask import ASK
from dialogues.chapters.changed import CHANGED
from dialogues.chapters.crisis import CRISIS, HIDDEN
from dialogues.chapters.followup import FOLLOWUP
from dialogues.chapters.holding import FALLBACK, HOLDING
from dialogues.chapters.messages import MESSAGES
from dialogues.chapters.network import NETWORK
from dialogues.chapters.phase import PHASE
from dialogues.chapters.plan import PLAN
from dialogues.chapters.privacy import DELETE, PERSONAL, PRIVACY
from dialogues.chapters.reluctance import RELUCTANCE
from dialogues.chapters.rest import PAUSED, REST
from dialogues.chapters.situation import SITUATION
from dialogues.chapters.strain import STRAIN
from dialogues.chapters.support import SUPPORT
from dialogues.chapters.telling import TELLING
from dialogues.chapters.together import TOGETHER
from dialogues.chapters.welcome import WELCOME
from dialogues.chapters.wish import WISH
from dialogues.chapters.young import YOUNG
from dialogues.machine import Road
from dialogues.script import Chapter, Question

CHAPTERS: tuple[Chapter, ...] = (
    WELCOME,
    SITUATION,
    STRAIN,
    PHASE,
    RELUCTANCE,
    WISH,
    NETWORK,
    TOGETHER,
    ASK,
    SUPPORT,
    FOLLOWUP,
    *YOUNG,
    AGAIN,
    *MESSAGES,
    PLAN,
    HOLDING,
    FALLBACK,
    CHANGED,
    REST,
    PAUSED,
    CRISIS,
    HIDDEN,
    TELLING,
    *ASIDES,
    ALOUD,
    PRIVACY,
    DELETE,
    PERSONAL,
)

QUESTIONS: dict[str, Question] = {question.name: question for each in CHAPTERS for question in each.questions}

ROAD = Road(CHAPTERS)

_CHAPTERS = {each.name: each for each in CHAPTERS}


def chapter_of(question: str) -> Chapter:
    """Give the chapter in which a question stands."""
    return _CHAPTERS[question.partition(".")[0]]


def is_aside(question: str) -> bool:
    """Tell whether a question comes between, so that the talk returns after it."""
    return chapter_of(question).aside
