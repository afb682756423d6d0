"""A page to print holds what was said and nothing that could run."""

from __future__ import annotations

from bot.page import page
from bot.words import CLOSE, OPEN, Speaker
from dialogues.words import Typed, _


def test_what_was_typed_is_shown_and_never_run() -> None:
    made = page(Speaker("nl", young=False), _("My plan"), ((None, Typed("<script>alert(1)</script> & zo")),))
    assert "&lt;script&gt;" in made
    assert "<script" not in made
    assert "&amp; zo" in made


def test_it_is_made_for_a4_in_its_own_language_without_hidden_signs() -> None:
    made = page(Speaker("nl", young=False), _("My plan"), ((_("What I asked"), Typed(f"{OPEN}Jan{CLOSE}")),))
    assert "size: A4" in made
    assert '<html lang="nl" dir="ltr">' in made
    assert "<h2>Wat ik heb gevraagd</h2>" in made
    assert OPEN not in made


def test_nothing_is_fetched_from_elsewhere() -> None:
    made = page(Speaker("en", young=False), _("My plan"), ((None, Typed("x")),))
    assert "http" not in made
    assert "src=" not in made
