from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import BadKeys, KeyMissing, Keys, Seal, SealBroken

if TYPE_CHECKING:
    from bot.post import Json


KEYS = Keys.fresh()
TEXT = st.text(st.characters(exclude_categories=[]))  # half surrogate pairs too: people's phones send them
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


def letters(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


@settings(max_examples=60)
@given(st.dictionaries(TEXT, JSON, max_size=4), st.binary())
def test_what_was_sealed_opens_again(data: Json, about: bytes) -> None:
    seal = Seal(KEYS)
    assert seal.open(seal.seal(data, about), about) == data


def test_a_long_session_is_squeezed_and_opens_again() -> None:
    seal, data = Seal(KEYS), {"answers": ["het valt mij zwaar"] * 500}
    sealed = seal.seal(data, b"here")
    assert len(sealed) < len(json.dumps(data)) / 5
    assert seal.open(sealed, b"here") == data


def test_the_same_words_never_look_the_same() -> None:
    seal = Seal(KEYS)
    assert seal.seal({"a": 1}, b"here") != seal.seal({"a": 1}, b"here")


def test_it_opens_only_where_it_belongs() -> None:
    seal = Seal(KEYS)
    with pytest.raises(SealBroken):
        seal.open(seal.seal({"a": 1}, b"here"), b"there")


def test_it_is_sealed_anew_only_for_where_it_belongs() -> None:
    seal = Seal(KEYS)
    with pytest.raises(SealBroken):
        seal.renewed(seal.seal({"a": 1}, b"here"), b"there")


@pytest.mark.parametrize("place", [0, 10, 20, -1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    seal = Seal(KEYS)
    sealed = bytearray(seal.seal({"a": 1}, b"here"))
    sealed[place] ^= 1
    with pytest.raises(SealBroken):
        seal.open(bytes(sealed), b"here")


def test_half_a_value_is_noticed() -> None:
    seal = Seal(KEYS)
    with pytest.raises(SealBroken):
        seal.open(seal.seal({"a": 1}, b"here")[:9], b"here")


def test_a_lost_key_says_which_and_how_to_mend_it() -> None:
    lost = Seal(Keys.fresh())
    with pytest.raises(KeyMissing, match=f"^[^\n]*{lost.newest.hex()}[^\n]*put that key back[^\n]*$"):
        Seal(KEYS).open(lost.seal({"a": 1}, b"here"), b"here")


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    old, new = Seal(KEYS), Seal(KEYS.rotated())
    assert new.newest != old.newest
    assert new.open(old.seal({"a": 1}, b"here"), b"here") == {"a": 1}
    with pytest.raises(KeyMissing):
        old.open(new.seal({"a": 1}, b"here"), b"here")


def test_a_chat_keeps_its_key_through_rotations_and_after_the_oldest_key_is_gone() -> None:
    rotated = KEYS.rotated().rotated()
    without_oldest = Keys(rotated.sealing[:2], rotated.lookup)
    assert KEYS.sealing[0] not in without_oldest.sealing
    assert Seal(without_oldest).conversation_key(42) == Seal(KEYS).conversation_key(42)


def test_without_a_lookup_entry_the_oldest_key_stands_in_for_it() -> None:
    one, two = letters(b"1" * 32), letters(b"2" * 32)
    alone, rotated = Keys.parse(one), Keys.parse(f"{two},{one}")
    assert Seal(alone).conversation_key(42) == Seal(rotated).conversation_key(42)
    assert Seal(Keys.parse(two)).conversation_key(42) != Seal(alone).conversation_key(42)


def test_rotating_keys_without_a_lookup_entry_writes_it_down() -> None:
    keys = Keys.parse(letters(b"1" * 32))
    assert Keys.parse(keys.rotated().text()).lookup == keys.lookup


def test_the_key_of_a_chat_tells_nothing_and_differs_by_channel() -> None:
    seal = Seal(KEYS)
    assert len(seal.conversation_key(42)) == 32
    assert seal.conversation_key(42) != hashlib.sha256(b"telegram:42").digest()
    assert len({seal.conversation_key(42), seal.conversation_key(43), seal.conversation_key(42, "page")}) == 3


def test_keys_are_written_down_and_read_again() -> None:
    keys = KEYS.rotated()
    assert Keys.parse(keys.text()) == keys
    assert Keys.parse("# a note, with a comma\n" + keys.text().replace("\n", ", ")) == keys


@pytest.mark.parametrize(
    "text",
    [
        "",
        " , ",
        "abc",
        letters(b"1" * 31),
        f"{letters(b'1' * 32)} {letters(b'1' * 32)}",
        f"lookup:{letters(b'1' * 32)}",
    ],
)
def test_bad_keys_are_refused_in_one_line_that_repeats_none_of_them(text: str) -> None:
    with pytest.raises(BadKeys) as trouble:
        Keys.parse(text)
    assert "\n" not in str(trouble.value)
    assert not text.strip(" ,") or text not in str(trouble.value)


def test_keys_do_not_show_in_logs() -> None:
    assert repr(KEYS) == "Keys(1 sealing)"
