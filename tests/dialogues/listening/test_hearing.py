import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.listening import Heard, hear, short_answer


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("het gaat wel", Heard(minimising=True)),
        ("we redden het wel", Heard(minimising=True)),
        ("mag niet klagen", Heard(minimising=True)),
        ("We manage", Heard(minimising=True)),
        ("it's fine", Heard(minimising=True)),
        ("zoek iemand voor me", Heard(find_someone=True)),
        ("can you find me a volunteer", Heard(find_someone=True)),
        ("Ik moet de hele dag huilen", Heard(heavy=True)),
        ("ik ben helemaal op", Heard(heavy=True)),
        ("I feel so lonely", Heard(heavy=True)),
        ("ik heb niemand", Heard(nobody=True)),
        ("I have nobody", Heard(nobody=True)),
        ("hoeveel paracetamol mag hij", Heard(medical=True)),
        ("she has a fever", Heard(medical=True)),
        ("Mijn zus komt dinsdag", Heard()),
        ("", Heard()),
    ],
)
def test_what_is_heard(text: str, heard: Heard) -> None:
    assert hear(text, "nl") == heard


def test_a_long_message_is_long() -> None:
    assert hear("a" * 280).long
    assert not hear("a" * 279 + "   ").long


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ja", "yes"),
        ("Jaaa!", "yes"),
        ("yes please", "yes"),
        ("nee dank je", "no"),
        ("No.", "no"),
        ("stop maar", "stop"),
        ("ok", ""),
        ("oké", ""),
        ("ja maar mijn broer wil het niet", ""),
        ("", ""),
    ],
)
def test_a_short_answer(text: str, answer: str) -> None:
    assert short_answer(text, "nl") == answer


@given(st.text(max_size=400))
def test_any_text_is_fine(text: str) -> None:
    hear(text, "nl")
    assert short_answer(text, "nl") in {"", "yes", "no", "stop"}
