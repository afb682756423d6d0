"""What somebody tells of is heard, in the order in which they tell it, and nothing that they did not tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.languages import LANGUAGES
from dialogues.listening.phrasebook import ordered_books
from dialogues.listening.themes import TAKEN_AWAY, TELLS, fears_taking_away, heard_themes, wants_to_tell
from dialogues.mirror import THEMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_is_heard_in_every_language_and_has_words(language: str) -> None:
    book, *_ = ordered_books(language)
    assert set(book.themes) == {*THEMES, TELLS, TAKEN_AWAY}
    assert all(len(section.sure) for section in book.themes.values())


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        (
            "Ze is gevallen, we zaten de hele nacht in het ziekenhuis en mijn zus belt niet eens",
            ["fall", "nights", "hospital", "sister"],
        ),
        ("Ze zuigt me leeg en ik heb zelf ook een handicap", ["tired", "pain"]),
        ("mijn vader spreekt weinig Nederlands, ik moest hem de uitslag vertellen", ["interpreting", "news"]),
        ("ik ben zo moe, en boos op iedereen", ["tired", "anger"]),
        ("My father fell and my brother never calls. I feel guilty", ["fall", "brother", "guilt"]),
        ("Ik kan niet meer, om drie uur weer wakker", ["spent", "nights"]),
        ("ik kan niet meer fietsen", []),
        ("het valt wel mee", []),
        ("ik ben niet boos", []),
        ("het is mijn schuld", ["guilt"]),
        ("we hebben schulden", ["money"]),
        ("Hij viel in slaap", []),
        ("mijn zus komt elke week", []),
        ("Marietje", []),
    ],
)
def test_themes_are_heard_in_the_order_of_telling(text: str, themes: list[str]) -> None:
    assert heard_themes(text, "nl") == themes


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("mag ik gewoon even mijn verhaal vertellen?", True),
        ("Kan ik u iets vertellen?", True),
        ("ik wil even mijn hart luchten", True),
        ("may I just tell you something?", True),
        ("ik heb het mijn zus verteld", False),
        ("mag ik iets vragen", False),
        ("can you tell me who reads this", False),
    ],
)
def test_asking_whether_one_may_just_tell(text: str, asked: bool) -> None:  # noqa: FBT001  a row of the table
    assert wants_to_tell(text, "nl") is asked


@pytest.mark.parametrize(
    ("text", "fears"),
    [
        ("straks pakken ze de kinderen af", True),
        ("ik ben bang dat ze mijn moeder weghalen", True),
        ("they will take my children away", True),
        ("mijn zus haalt de kinderen van school", False),
        ("ik neem mijn vader mee", False),
    ],
)
def test_the_fear_that_somebody_is_taken_away(text: str, fears: bool) -> None:  # noqa: FBT001  a row of the table
    assert fears_taking_away(text, "nl") is fears


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_fine(text: str) -> None:
    assert set(heard_themes(text)) <= set(THEMES)
