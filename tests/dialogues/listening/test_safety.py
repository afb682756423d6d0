"""The labelled sets: the part that the phrases were written on, and the part that was kept apart."""

import importlib.util
import sys
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("safety", Path(__file__).resolve().parents[2] / "safety.py")
safety = importlib.util.module_from_spec(SPEC)
sys.modules["safety"] = safety
SPEC.loader.exec_module(safety)

# What the parts that are kept apart reach today. It is far from the target (0.97 and 0.03): the bound only
# keeps it from getting worse, and is to be tightened with every step towards the target.
KEPT_APART = {
    ("nl", "kept_apart"): (0.92, 0.09),
    ("nl", "kept_harder"): (0.77, 0.08),
    ("en", "kept_apart"): (0.90, 0.05),
    ("en", "kept_harder"): (0.73, 0.11),
    ("fr", "kept_apart"): (0.92, 0.07),
    ("uk", "kept_apart"): (0.95, 0.14),
    ("tr", "kept_apart"): (0.90, 0.09),
    ("ar", "kept_apart"): (0.86, 0.13),
    ("pl", "kept_apart"): (0.88, 0.09),
    ("so", "kept_apart"): (0.90, 0.08),
    ("fa", "kept_apart"): (0.95, 0.11),
}


BELOW = tuple(KEPT_APART)
"""Those that do not reach the target yet; one that does is to be taken out."""


def test_every_part_that_is_kept_apart_has_a_bound() -> None:
    assert set(KEPT_APART) == {(each, part) for each in safety.languages() for part in safety.kept_apart(each)}


@pytest.mark.parametrize("language", safety.languages())
def test_the_development_part_reaches_the_target(language: str) -> None:
    figures = safety.measure(language, safety.read(language, "development"))
    assert figures.recall >= safety.TARGET_RECALL
    assert figures.false_alarms <= safety.TARGET_FALSE_ALARMS


@pytest.mark.parametrize(("language", "part"), KEPT_APART)
def test_the_parts_kept_apart_do_not_get_worse(language: str, part: str) -> None:
    recall, false_alarms = KEPT_APART[language, part]
    figures = safety.measure(language, safety.read(language, part))
    assert figures.recall >= recall
    assert figures.false_alarms <= false_alarms


@pytest.mark.xfail(reason="what was written and trained on one set does not yet hear enough of another", strict=True)
@pytest.mark.parametrize(("language", "part"), BELOW)
def test_the_parts_kept_apart_reach_the_target(language: str, part: str) -> None:
    figures = safety.measure(language, safety.read(language, part))
    assert figures.recall >= safety.TARGET_RECALL
    assert figures.false_alarms <= safety.TARGET_FALSE_ALARMS


def test_a_question_to_an_ordinary_line_counts_as_a_false_alarm_unless_it_may_be_asked() -> None:
    text = "Ik zie het niet meer zitten"
    assert safety.measure("nl", [safety.Line("none", text, "idiom")]).false_alarms == 1
    assert safety.measure("nl", [safety.Line("none", text, "gentle")]).false_alarms == 0
    assert safety.measure("nl", [safety.Line("suicide_self", text, "indirect")]).recall == 1


def test_the_table_names_every_kind() -> None:
    printed = safety.table("nl", "development")
    assert all(kind in printed for kind in safety.KINDS)


def test_the_page_on_safety_tells_the_figures_as_printed() -> None:
    """After a change of the phrases or the weights: `python -m tests.safety --write`."""
    page = safety.PAGE.read_text("utf-8")
    assert page == safety.written(page)
