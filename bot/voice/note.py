"""A note: sound becomes OGG with Opus, which Telegram shows as a voice message and browsers play.

https://core.telegram.org/bots/api#sendvoice asks for it; Opus itself takes a few rates only.
"""

from __future__ import annotations

import io

import soundfile
import soxr

RATE = 24_000
"""Samples a second: above that speech gains nothing, and Opus takes it as it is."""

BLOCK = 4096
"""Samples written at once: of many more at a time the library's OGG is known to overflow its stack."""


def opus(wav: bytes) -> bytes:
    """Make a note of a WAV; raises ValueError when it is silent or no sound."""
    try:
        sound, rate = soundfile.read(io.BytesIO(wav), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        raise ValueError("This is no sound") from None
    if not len(sound):
        raise ValueError("This is silence")
    spoken = soxr.resample(sound[:, 0], rate, RATE)
    made = io.BytesIO()
    with soundfile.SoundFile(made, "w", RATE, 1, format="OGG", subtype="OPUS") as file:
        for start in range(0, len(spoken), BLOCK):
            file.write(spoken[start : start + BLOCK])
    return made.getvalue()
