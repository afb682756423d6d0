"""Short answers with an amount: typed where a tap was asked, they are an answer and no loose remark."""

from __future__ import annotations

import pytest

from dialogues.listening.amounts import how_often, zero_to_ten


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nee", "never"),
        ("Nee hoor.", "never"),
        ("bijna nooit", "never"),
        ("soms wel", "sometimes"),
        ("ja, soms", "sometimes"),
        ("een beetje", "sometimes"),
        ("ja", "often"),
        ("Heel vaak!", "often"),
        ("elke nacht", "often"),
        ("hardly ever", "never"),
        ("yes, always", "often"),
        ("vaak denk ik dat ik het niet red", None),
        ("ik wil niet meer", None),
        ("", None),
    ],
)
def test_how_often_is_understood_when_that_is_all_that_is_said(text: str, found: str | None) -> None:
    assert how_often(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7", "7"),
        ("een 8", "8"),
        ("10", "10"),
        ("8 van de 10", "8"),
        ("ongeveer 6", "6"),
        ("11", None),
        ("moeilijk", None),
    ],
)
def test_a_number_is_understood_when_that_is_all_that_is_said(text: str, found: str | None) -> None:
    assert zero_to_ten(text) == found
