"""Words become text: catalogs, registers, plural forms, and inserted values that stay apart."""

from __future__ import annotations

import pytest

from bot.words import CLOSE, OPEN, Speaker, bare, negotiate
from dialogues.words import Fact, Joined, Listing, Typed, _, count


def english() -> Speaker:
    return Speaker("en", young=False, facts={"operator": lambda _speaker, about: f"Steunpunt {about['city']}"})


def test_an_inserted_value_is_isolated() -> None:
    said = english().say(_("Hi {helper},", helper=Typed("سارة")))
    assert said == f"Hi {OPEN}سارة{CLOSE},"


def test_what_a_person_typed_is_never_read_as_a_template() -> None:
    assert bare(english().say(_("Hi {helper},", helper=Typed("{name} %s {0}")))) == "Hi {name} %s {0},"


def test_plural_forms_follow_the_number() -> None:
    words = [count("{number} person", "{number} people", number) for number in (1, 2)]
    assert [bare(english().say(each)) for each in words] == ["1 person", "2 people"]


def test_a_listing_is_said_as_the_language_says_it() -> None:
    assert english().say(Listing((Typed("a"), Typed("b"), Typed("c")))) == "a, b, and c"


def test_an_empty_piece_leaves_no_gap() -> None:
    assert english().say(Joined((Typed("a"), Typed(""), Typed("b")))) == "a\n\nb"


def test_a_fact_is_told_by_the_host() -> None:
    assert english().say(Fact("operator", {"city": "Utrecht"})) == "Steunpunt Utrecht"


def test_an_unknown_fact_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(KeyError):
        english().say(Fact("unheard_of"))


def test_the_young_register_falls_back_to_its_language() -> None:
    adult, young = (Speaker("nl", young=young) for young in (False, True))
    assert young.say(_("Yes")) == adult.say(_("Yes")) == "Ja"


def test_the_young_register_says_je() -> None:
    question = _("Do you have worries about money?")
    adult, young = (Speaker("nl", young=young).say(question) for young in (False, True))
    assert "u" in adult.lower().split()
    assert "u" not in young.lower().split()


@pytest.mark.parametrize(
    ("tag", "language"), [("nl-BE", "nl"), ("en", "en"), ("en-GB", "en"), ("", "nl"), ("xx", "en"), ("EN_us", "en")]
)
def test_the_language_offered_first_follows_the_phone(tag: str, language: str) -> None:
    assert negotiate(tag) == language
