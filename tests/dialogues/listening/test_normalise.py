import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.listening.normalise import normalise, unstretch


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ik wil DOOD!", " . ik wil dood . "),
        ("één café", " . een cafe . "),
        ("İstanbul ISPARTA ılık", " . istanbul isparta ilik . "),
        ("m’n ‘don´t’", " . m'n don't . "),
        ("أَنَا إلى مدرسة", " . انا الي مدرسه . "),
        ("١٢٣ ৪", " . 123 4 . "),
        ("zie\u200b\u200dje", " . zieje . "),
        ("ja, nee (misschien) - ok", " . ja , nee , misschien , ok . "),
        ("wacht... even. Nu!?", " . wacht even . nu . "),
        ("😀😭", " . 😀 😭 . "),
        ("Ik. Kan. Niet.", " . ik kan niet . "),
        ("d00d su1cide 112", " . dood suicide 112 . "),
        ("neeeeeee", " . neee . "),
        ("", " .  . "),
    ],
)
def test_plain_form(text: str, plain: str) -> None:
    assert normalise(text) == plain


@pytest.mark.parametrize(
    ("word", "spelled"), [("dooood", "dood"), ("willl", "wil"), ("neee", "ne"), ("een", "een"), ("doood", "dood")]
)
def test_a_stretched_word_is_spelled_as_it_is_known(word: str, spelled: str) -> None:
    assert unstretch(word, {"dood", "wil", "een"}) == spelled


@given(st.text(max_size=500))
def test_any_text_has_a_plain_form(text: str) -> None:
    plain = normalise(text)
    assert plain.startswith(" . ")
    assert plain.endswith(" . ")
    assert plain == plain.casefold() or plain.isascii() is False
