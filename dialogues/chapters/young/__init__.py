"""The talk for young people: their own questions, and one grown-up they trust as its goal.

It follows the groups of young carers and the three forms of caring in source 004 (2025, lines 1025-1057 and
1098-1134), and JIM, "your own mentor" (lines 1578-1621): first who is trusted, then what is asked. It opens with
how it is, and not with advice (lines 627-637), and nobody under 18 is asked to carry anything.
"""

from __future__ import annotations

from dialogues.chapters.young.everyday import EVERYDAY
from dialogues.chapters.young.home import HOME
from dialogues.chapters.young.interpreting import INTERPRETING
from dialogues.chapters.young.knowing import KNOWING
from dialogues.chapters.young.message import MESSAGE
from dialogues.chapters.young.told import TOLD
from dialogues.chapters.young.trusted import TRUSTED
from dialogues.chapters.young.unsaid import UNSAID

YOUNG = (HOME, EVERYDAY, INTERPRETING, UNSAID, TRUSTED, MESSAGE, TOLD, KNOWING)
