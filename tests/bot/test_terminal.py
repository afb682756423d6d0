"""The terminal chat: numbered choices, a store of its own, and a clean end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def chat(folder: Path, typed: str) -> subprocess.CompletedProcess[str]:
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "VRAAGKRACHT_DATA": str(folder / "data"),
        "VRAAGKRACHT_KEY_FILE": str(folder / "keys"),
    }
    command = [sys.executable, "-m", "bot", "start"]
    return subprocess.run(  # noqa: S603  our own command
        command, input=typed, env=env, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_talk_through_a_pipe_ends_cleanly_at_the_end_of_the_input(tmp_path: Path) -> None:
    done = chat(tmp_path, "2\n1\n")
    assert done.returncode == 0
    assert "How old are you?" in done.stdout
    assert not done.stderr


def test_the_talk_goes_on_next_time(tmp_path: Path) -> None:
    chat(tmp_path, "2\n1\n3\n")
    assert "We go on where we were." in chat(tmp_path, "").stdout


def test_ways_out_are_letters_and_commands_work(tmp_path: Path) -> None:
    done = chat(tmp_path, "2\nh\n/menu\nb\n")
    assert "112" in done.stdout
    assert "There is no fixed order." in done.stdout
    assert "How old are you?" in done.stdout.rpartition("fixed order")[2]


def test_a_scale_is_answered_with_its_own_numbers(tmp_path: Path) -> None:
    done = chat(tmp_path, "2\n3\n1\n/menu\n2\n0\n")
    assert "> 0\n" in done.stdout
