"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests import browser

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
"""Tests time nothing, and the same tests try the same examples."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write transcripts and other expected texts anew")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell the figures that tests have recorded, and what could not be tested here."""
    if browser.find() is None:
        terminalreporter.write_line(browser.NONE)
    for report in terminalreporter.stats.get("passed", []):
        for name, figures in report.user_properties if report.when == "call" else ():
            terminalreporter.write_line(f"{name}: {figures}")
