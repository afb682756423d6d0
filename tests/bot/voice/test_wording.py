"""What is read aloud is what somebody needs who cannot look back at it."""

from __future__ import annotations

import pytest

from bot.voice.wording import same_for_all, spoken
from dialogues.words import Day, Fact, Joined, Listing, Typed, Words, _, count


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Hoe slaapt u?", "Hoe slaapt u?"),
        ("• \u2068Ria\u2069 🙂", "Ria."),
        ("113 / 0800-0113 · dag en nacht", "1 1 3, 0 8 0 0, 0 1 1 3, dag en nacht."),
        ("Bel 14 030.", "Bel 1 4, 0 3 0."),
        ("Bel +31 20 123 45 67", "Bel + 3 1, 2 0, 1 2 3, 4 5, 6 7."),
        ("Nagekeken op 22 november 2026", "Nagekeken op 22 november 2026."),
        (
            "Om 14:00 uur, of 2:00 PM; 1,5 uur en 15.000 mensen.",
            "Om 14:00 uur, of 2:00 PM; 1,5 uur en 15.000 mensen.",
        ),
        ("MIND\nChat: https://www.mindkorrelatie.nl/chat", "MIND."),
        ("Alles staat op https://voorbeeld.nl/privacy hier", "Alles staat op hier."),
        ("ma–vr 9:00–18:00", "ma – vr 9:00 – 18:00."),
        ("Met /wis wist u alles.", "Met /wis wist u alles."),
        ("و/یا می\u200cخواهم", "و/یا می\u200cخواهم."),
        ("✓\n\n🙂", ""),
    ],
)
def test_a_text_is_written_for_the_ear(written: str, heard: str) -> None:
    assert spoken(written) == heard


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (_("Begin"), True),
        (Joined((_("Begin"), Listing((_("Done"), _("Back"))))), True),
        (_("{chapter} · {step}", chapter=_("Begin"), step=_("Done")), True),
        (_("You care for: {name}", name=Typed("Ria")), False),
        (_("{chapter} · {step}", chapter=_("Begin"), step=3), False),
        (_("You care for: {name}", name="Ria"), False),
        (Joined((_("Begin"), Typed("Ria"))), False),
        (count("one", "more", 2), False),
        (Fact("municipality", {"code": "GM0344"}), False),
        (Day("2026-11-22"), False),
    ],
)
def test_what_holds_anything_of_somebody_is_not_the_same_for_all(words: Words, *, same: bool) -> None:
    assert same_for_all(words) is same
