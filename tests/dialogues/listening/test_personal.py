"""What is noticed as personal, what is not, and what is left when it is left out."""

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from re import _constants as sre_constants
from re import _parser as sre_parser
from re._parser import SubPattern
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogues.listening import addresses, contacts, surnames
from dialogues.listening.personal import KINDS, Found, personal, without

EXAMPLES = tomllib.loads(Path(__file__).with_name("personal.toml").read_text(encoding="utf-8"))
POSITIVES: dict[str, str] = EXAMPLES["noticed"]
NEGATIVES: dict[str, str] = EXAMPLES["not_noticed"]


def lines(table: str) -> list[str]:
    return [line.strip(" ") for line in table.strip().split("\n")]


def positives() -> list[tuple[str, str]]:
    return [(kind, line) for kind, table in POSITIVES.items() for line in lines(table)]


def negatives() -> list[str]:
    return [line for table in NEGATIVES.values() for line in lines(table)]


def bare(line: str) -> str:
    return line.translate({ord("⟦"): None, ord("⟧"): None})


def told(text: str) -> list[tuple[str, str]]:
    return [(each.kind, text[each.begin : each.end]) for each in personal(text)]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize(("kind", "line"), positives())
def test_noticed(kind: str, line: str) -> None:
    assert told(bare(line)) == [(kind, part) for part in re.findall("⟦(.*?)⟧", line)]


@pytest.mark.parametrize("line", negatives())
def test_not_noticed(line: str) -> None:
    assert told(line) == []


def test_there_are_examples_enough() -> None:
    assert len(positives()) >= 60
    assert len(negatives()) >= 80
    assert set(POSITIVES) == set(KINDS)


@pytest.mark.parametrize(("kind", "line"), positives())
def test_nothing_personal_is_left(kind: str, line: str) -> None:
    text = bare(line)
    assert personal(without(text, personal(text))) == (), kind


def test_several_kinds_in_one_text() -> None:
    text = "Jan de Vries, Kerkstraat 12, 3511 AB Utrecht, 06-12345678, jan@voorbeeld.nl, bsn 123456782"
    kinds = [each.kind for each in personal(text)]
    assert kinds == ["surname", "address", "address", "phone", "email", "bsn"]
    assert without(text, personal(text)) == "Jan, Utrecht, bsn"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Jan ⟦de Vries⟧", "Jan"),
        ("Jan ⟦de Vries⟧ en Riet", "Jan en Riet"),
        ("Jan ⟦de Vries⟧, Riet ⟦Bakker⟧ en Fatma", "Jan, Riet en Fatma"),
        ("Jan: ⟦0612345678⟧", "Jan"),
        ("Jan - ⟦0612345678⟧", "Jan"),
        ("Jan (⟦0612345678⟧) komt", "Jan komt"),
        ("Jan (⟦0612345678⟧)", "Jan"),
        ("Jan <⟦jan@voorbeeld.nl⟧>, Riet", "Jan, Riet"),
        ("Jan (zoon, ⟦0612345678⟧) komt", "Jan (zoon) komt"),
        ("⟦0612345678⟧, dat is Jan", "dat is Jan"),
        ("⟦0612345678⟧", ""),
        ("Bel ⟦0612345678⟧!", "Bel!"),
        ("Jan ⟦de Vries⟧?", "Jan?"),
        ("Jan, ⟦0612345678⟧, komt", "Jan, komt"),
        ("Jan\n⟦0612345678⟧\nRiet", "Jan\n\nRiet"),
        ("Jan, ⟦0612345678⟧\nRiet", "Jan\nRiet"),
        ("Jan ⟦de Vries⟧ 🙂", "Jan 🙂"),
        ("⟦06-12345678⟧/⟦06-87654321⟧", ""),
        ("mevrouw ⟦Jansen⟧ komt", "mevrouw komt"),
    ],
)
def test_left_out_tidily(line: str, left: str) -> None:
    text = bare(line)
    assert without(text, personal(text)) == left


def test_only_what_is_given_is_left_out() -> None:
    text = "Jan de Vries 06-12345678"
    assert without(text, ()) == text
    assert without(text, [each for each in personal(text) if each.kind == "phone"]) == "Jan de Vries"


def test_what_is_given_twice_or_out_of_order_is_left_out_once() -> None:
    text = "Jan de Vries, Riet Bakker"
    found = personal(text)
    assert without(text, [*reversed(found), *found]) == without(text, found) == "Jan, Riet"


PIECES = st.sampled_from(
    [bare(line) for _, line in positives()]
    + negatives()
    + [" ", ", ", "\n", "(", ")", "\u202e", "\u0301", "ﬁ", "½", "0", "+", "van", "de", "@", ".", "Jan", "mevr.", "€"]
)
TEXTS = st.text() | st.lists(PIECES, max_size=12).map("".join) | st.lists(PIECES, max_size=12).map(" ".join)


@given(TEXTS)
@example("\u0301")
@example("ﬁ@a.nl")
@example("0️⃣" * 10)
@example("\ud800 Jan de Vries")
def test_positions_are_right(text: str) -> None:
    found = personal(text)
    assert all(each.kind in KINDS and 0 <= each.begin < each.end <= len(text) for each in found)
    assert all(before.end <= after.begin for before, after in pairwise(found))


@given(TEXTS)
def test_it_removes_exactly_what_was_found(text: str) -> None:
    found = personal(text)
    kept = "".join(sign for place, sign in enumerate(text) if not any(f.begin <= place < f.end for f in found))
    assert letters(without(text, found)) == letters(kept)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_leaving_out_never_fails_and_only_shortens(text: str, spans: list[tuple[int, int]]) -> None:
    found = [Found("phone", *sorted(span)) for span in spans]
    left = without(text, found)
    assert len(left) <= len(text)
    assert without(text, found + found) == left
    assert without(left, ()) == left


@given(TEXTS)
def test_leaving_out_again_comes_to_an_end(text: str) -> None:
    while found := personal(text):
        shorter = without(text, found)
        assert len(shorter) < len(text)
        text = shorter


def test_noticing_is_the_same_each_time() -> None:
    text = "Jan de Vries 06-12345678"
    assert personal(text) == personal(text)


def repeats(parsed: Any) -> Iterator[bool]:
    """Yield of every repeat in a parsed pattern whether it is bounded or possessive."""
    for operation, argument in parsed:
        if operation in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
            yield argument[1] is not sre_constants.MAXREPEAT
        for part in argument if isinstance(argument, (tuple, list)) else [argument]:
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, SubPattern):
                    yield from repeats(inner)


PATTERNS = [
    value
    for module in (addresses, contacts, surnames)
    for value in vars(module).values()
    if isinstance(value, re.Pattern)
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_tries_an_unbounded_repeat_again(pattern: re.Pattern[str]) -> None:
    assert all(repeats(sre_parser.parse(pattern.pattern, pattern.flags)))


REPEATED = """
a 0 1 @ . - a@ 1. + ( J. ' NL www. t.me/ Kerk- ﷺ ([ 06-1 Jan_ de_ Jan_van_ 06_ straat_ bsn_ apenstaartje_ _ \u0301
"""


@pytest.mark.parametrize("piece", REPEATED.split())
def test_long_texts_are_read(piece: str) -> None:
    text = piece.replace("_", " ") * (5000 // len(piece))
    assert len(without(text, personal(text))) <= len(text)
