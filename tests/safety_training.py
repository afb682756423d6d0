"""Train the second ear (dialogues/listening/model.py) on the labelled lines; ``make weights`` runs it.

Logistic regression by dual coordinate ascent (Yu, Huang and Lin, 2011), in plain Python and always in the
same order, so that the same lines give the same weights. The parts that are kept apart are never read here.
The thresholds are set on lines that the model at hand was not trained on (five folds, near-duplicates
together) and that the phrases were not written on (``FRESH``).
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from math import ceil, exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from dialogues.listening import crisis, features, model  # noqa: E402
from dialogues.listening.normalise import normalise  # noqa: E402
from dialogues.listening.phrasebook import KINDS, languages, ordered_books  # noqa: E402

WEIGHTS = ROOT / "dialogues" / "listening" / "weights"
DANGER = model.HEADS[0]
COST = 30.0
SWEEPS, FIRST_SWEEPS = 20, 6
KEPT = 24_000
LEAST_LINES = 2
FOLDS = 5
FRESH = {"more", "further", "contrasts", "relatives"}
"""Files on which no phrase was written."""

ALIKE = 0.6
"""Lines that share so much of their words are kept in one fold."""

FALSE_ALARMS = 0.12
SURE_FALSE_ALARMS = 0.005
"""How many of the hardest ordinary lines, not seen in training, may be asked about, or taken for danger."""


@dataclass(frozen=True)
class Line:
    """A labelled line, and its words as its language spells them; ``fresh``: no phrase was written on it."""

    kind: str
    text: str
    gentle: bool
    fresh: bool
    spelled: str


def files(language: str) -> list[Path]:
    """Return the files with labelled lines that may be trained on."""
    here = ROOT / "tests" / "languages" / language / "safety"
    phrasings = ROOT / "tests" / "dialogues" / "listening" / f"phrasings_{language}.tsv"
    own = [
        here / f"{name}.tsv"
        for name in ("development", "more", "further", "contrasts", "relatives", "tellings", "talks")
    ]
    return [path for path in (*own, phrasings) if path.exists()]


@cache
def read(language: str) -> tuple[Line, ...]:
    """Return the labelled lines of a language, each text once."""
    lines: dict[str, Line] = {}
    for path in files(language):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                lines.setdefault(row["text"], _line(language, row, path.stem in FRESH))
    return tuple(lines.values())


def stamp(language: str) -> str:
    """Return what the weights depend on, as one number: the labelled lines, the senses and the code."""
    digest = hashlib.sha256(features.read_senses(language).encode())
    code = (features.__file__, model.__file__, __file__)
    for path in [*files(language), *map(Path, code)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _line(language: str, row: dict[str, str], fresh: bool) -> Line:  # noqa: FBT001
    surface = ordered_books(language)[0].surface(normalise(row["text"]))
    return Line(row["kind"], row["text"], row.get("note") == "gentle", fresh, surface.text)


# Training


@dataclass
class Rows:
    """Lines as the numbers of their features; ``scales`` make each line count alike, whatever its length."""

    names: list[str]
    numbers: list[list[int]]
    scales: list[float]


def train(
    language: str, lines: Sequence[Line], heads: Sequence[str] = model.HEADS
) -> tuple[tuple[float, ...], dict[str, tuple[int, ...]]]:
    """Return the bias and the weights in hundredths of the strongest features, for each of ``heads``."""
    lines = [line for line in lines if not (line.gentle and line.kind == "none")]
    found = [_features(language, line.spelled) for line in lines]
    counts = Counter(feature for several in found for feature in several)
    rows = _rows(found, sorted(feature for feature, count in counts.items() if count >= LEAST_LINES))
    rough = _all_heads(rows, lines, heads, FIRST_SWEEPS)
    strength = {name: max(abs(weights[place]) for weights in rough) for place, name in enumerate(rows.names)}
    rows = _rows(found, sorted(sorted(strength, key=lambda name: (-strength[name], name))[:KEPT]))
    found_weights = _all_heads(rows, lines, heads, SWEEPS)
    hundredths = zip(*([round(100 * weight) for weight in weights[:-1]] for weights in found_weights), strict=True)
    bias = tuple(round(weights[-1], 3) for weights in found_weights)
    return bias, {name: row for name, row in zip(rows.names, hundredths, strict=True) if any(row)}


@cache
def _features(language: str, spelled: str) -> tuple[str, ...]:
    return tuple(sorted(features.features(spelled.split(), features.senses_of(language))))


def _rows(found: list[tuple[str, ...]], names: list[str]) -> Rows:
    numbers = {name: number for number, name in enumerate(names)}
    kept = [[numbers[feature] for feature in several if feature in numbers] for several in found]
    return Rows(names, kept, [1 / sqrt(max(len(several), 1)) for several in found])


def _all_heads(rows: Rows, lines: Sequence[Line], heads: Sequence[str], sweeps: int) -> list[list[float]]:
    labels = ([line.kind == head or (head == DANGER and line.kind != "none") for line in lines] for head in heads)
    return [fit(rows, each, sweeps) for each in labels]


def fit(rows: Rows, labels: Sequence[bool], sweeps: int) -> list[float]:
    """Return the weights, and the bias last; both labels count for as much, however many lines have them."""
    weights = [0.0] * (len(rows.names) + 1)
    duals = [0.0] * len(labels)
    costs = [COST * len(labels) / (2 * max(labels.count(label), 1)) for label in labels]
    order = list(range(len(labels)))
    shuffle = random.Random(7).shuffle  # noqa: S311
    for _ in range(sweeps):
        shuffle(order)
        for place in order:
            _ascend(rows, place, costs[place] if labels[place] else -costs[place], weights, duals)
    return weights


def _ascend(rows: Rows, place: int, signed: float, weights: list[float], duals: list[float]) -> None:
    """Bring one line's share in the weights to its best, the others staying as they are.

    ``signed`` is what the line costs at most, negative for one without danger.
    """
    sign, cost = (1 if signed > 0 else -1), abs(signed)
    numbers, scale = rows.numbers[place], rows.scales[place]
    margin = sign * (sum(map(weights.__getitem__, numbers)) * scale + weights[-1])
    before = duals[place]
    duals[place] = after = _best_dual(before, margin, cost * (len(numbers) * scale * scale + 1))
    change = (after - before) * cost * sign
    if abs(change) > 1e-6:
        weights[-1] += change
        change *= scale
        for number in numbers:
            weights[number] += change


def _best_dual(before: float, margin: float, square: float) -> float:
    """Solve logit(dual) + margin + square * (dual - before) = 0 by halving: it only rises."""
    low, high = 0.0, 1.0
    for _ in range(24):
        dual = (low + high) / 2
        if dual - 1 / (1 + exp(min(margin + square * (dual - before), 500))) < 0:
            low = dual
        else:
            high = dual
    return (low + high) / 2


# What it is worth on lines that it was not trained on


@dataclass(frozen=True)
class Judged:
    """A line and how much danger both ears together hear in it, the model not having seen it."""

    line: Line
    total: float


def cross_validate(language: str) -> list[Judged]:
    """Judge by a model that was trained on the other folds how much danger there is in each line."""
    lines = read(language)
    folds = _folds(lines)
    judged = []
    for fold in range(FOLDS):
        others = [line for line, its in zip(lines, folds, strict=True) if its != fold]
        ear = _ear(language, *train(language, others, (DANGER,)))
        judged += [_judge(language, ear, line) for line, its in zip(lines, folds, strict=True) if its == fold]
    return judged


def _ear(language: str, bias: tuple[float, ...], weights: dict[str, tuple[int, ...]]) -> model.Ear:
    """Make an ear that hears how much danger there is, and takes every kind for as likely."""
    no_kind = (0,) * len(KINDS)
    widened = {feature: (*row, *no_kind) for feature, row in weights.items()}
    return model.Ear(features.senses_of(language), (*bias, *no_kind), widened, 0, 0, "")


def _judge(language: str, ear: model.Ear, line: Line) -> Judged:
    book = ordered_books(language)[0]
    return Judged(line, crisis.verdict(book, book.surface(normalise(line.text)), ear).total)


def _folds(lines: Sequence[Line]) -> list[int]:
    """Return the fold of each line: like lines in one, and the folds of about one size."""
    sizes = [0] * FOLDS
    folds = [0] * len(lines)
    for group in sorted(_groups(lines), key=lambda group: (-len(group), group)):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(group)
        for place in group:
            folds[place] = fold
    return folds


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    """Join each line with the earlier ones that share most of its words."""
    holding: dict[str, list[int]] = defaultdict(list)
    words = [frozenset(line.spelled.split()) - {".", ","} for line in lines]
    group_of = list(range(len(lines)))
    for place, mine in enumerate(words):
        shared = Counter(other for word in mine for other in holding[word])
        like = {group_of[other] for other, count in shared.items() if count >= ALIKE * len(mine | words[other])}
        group_of = [place if group in like else group for group in group_of] if like else group_of
        for word in mine:
            holding[word].append(place)
    groups: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(group_of):
        groups[group].append(place)
    return list(groups.values())


def threshold(judged: Iterable[Judged], share: float) -> float:
    """Return above which total so many of the fresh ordinary lines are."""
    totals = sorted(one.total for one in judged if one.line.kind == "none" and not one.line.gentle)
    return round(totals[min(ceil(len(totals) * (1 - share)), len(totals)) - 1] + 0.001, 3)


def report(language: str, judged: Sequence[Judged], doubt: float) -> str:
    """Return recall and false alarms as found by cross-validation."""
    danger = [one.total >= doubt for one in judged if one.line.kind != "none"]
    ordinary = [one.total >= doubt for one in judged if one.line.kind == "none" and not one.line.gentle]
    counted = f"{language} {len(danger)} dangerous and {len(ordinary)} ordinary lines"
    shares = sum(danger) / len(danger), sum(ordinary) / len(ordinary)
    return "{}: recall {:.3f}  false alarms {:.3f}\n".format(counted, *shares)


def write(language: str) -> None:
    """Train a language's weights, set its thresholds, and print what they are worth."""
    fresh = [one for one in cross_validate(language) if one.line.fresh]
    doubt, sure = threshold(fresh, FALSE_ALARMS), threshold(fresh, SURE_FALSE_ALARMS)
    for share in (0.03, 0.05, 0.1, FALSE_ALARMS, 0.15):
        sys.stdout.write(report(language, fresh, threshold(fresh, share)))
    bias, weights = train(language, read(language))
    about = {"stamp": stamp(language), "heads": model.HEADS, "bias": bias, "doubt": doubt, "sure": sure}
    lines = [json.dumps(about), *(f"{name}\t{' '.join(map(str, row))}" for name, row in sorted(weights.items()))]
    (WEIGHTS / f"{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for code in sys.argv[1:] or languages():
        write(code)
