"""Listening: what a free text says about a crisis, and about the person who typed it."""

from dialogues.listening.crisis import Signal, detect
from dialogues.listening.hearing import Heard, hear, short_answer
from dialogues.listening.phrasebook import KINDS, languages

__all__ = ["KINDS", "Heard", "Signal", "detect", "hear", "languages", "short_answer"]
