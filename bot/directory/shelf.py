"""The data files that ship with the directory, read from wherever the package is installed."""

from __future__ import annotations

import csv
import json
import tomllib
from importlib.resources import files
from typing import Any


def rows(name: str) -> list[dict[str, str]]:
    """Read a CSV file: one dictionary for each row, by the names in its first line."""
    return list(csv.DictReader(_text(name).splitlines()))


def table(name: str) -> dict[str, Any]:
    """Read a TOML file."""
    return tomllib.loads(_text(name))


def mapping(name: str) -> dict[str, list[str]]:
    """Read a JSON file that gives a list of words for each key."""
    return dict(json.loads(_text(name)))


def _text(name: str) -> str:
    return (files("bot.directory") / "data" / name).read_text(encoding="utf-8")
