"""The talk in a terminal: the same dialogue and the same store, with numbered choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from bot.conversations import Conversations
from bot.post import Call, Incoming
from bot.telegram.stage import worded
from bot.words import Speaker, bare
from dialogues.effects import Screen
from dialogues.inputs import Commanded, Input, Said, Started, Tapped
from dialogues.words import _

CHAT = 0
"""The terminal is one chat: whoever sits at it."""

KEYS = {"done": "d", "back": "b", "skip": "s", "menu": "m", "help": "h"}
"""The letters for the ways out, the same in every language."""

LETTERS = {letter: code for code, letter in KEYS.items()}


@dataclass(slots=True)
class TerminalStage:
    """Gathers the lines to print; they appear after the commit."""

    incoming: Incoming
    speaker: Speaker
    terminal: Terminal
    stored: list[Call] = field(default_factory=list)
    fleeting: list[Call] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Print a message."""
        self.terminal.lines += ["", bare(text)]

    def ask(self, screen: Screen) -> None:
        """Print a question with its choices."""
        self.say(self.speaker.say(worded(screen)))
        self.terminal.show(screen, self.speaker)

    def redraw(self, screen: Screen) -> None:
        """Print the choices again, with the ticks as they are."""
        self.terminal.lines.append("")
        self.terminal.show(screen, self.speaker)

    def toast(self, text: str) -> None:
        """Print a short text."""
        self.say(text)

    def answered(self, label: str) -> None:
        """Print which choice was made."""
        self.terminal.lines.append(f"> {bare(label)}")

    def offer(self, draft: str) -> None:
        """Print a draft between lines, to copy."""
        self.terminal.lines += ["", "- " * 20, bare(draft), "- " * 20]

    def picture(self, told: dict[str, Any], title: str, telling: str) -> None:  # noqa: ARG002  a terminal shows words
        """Print what the picture tells."""
        self.say(f"{title}\n\n{telling}")

    def read_aloud(self, told: dict[str, Any], sorry: str) -> None:
        """Stay silent: a terminal has its own screen readers."""

    def hide(self) -> None:
        """Clear the terminal."""
        self.terminal.lines = ["\x1b[3J\x1b[2J\x1b[H"]

    def document(self, name: str, content: str) -> None:
        """Write a file where the person is, and say so."""
        Path(name).write_text(content, encoding="utf-8")
        self.say(self.speaker.say(_("Written to {file}.", file=str(Path(name).absolute()))))

    def finish(self) -> None:
        """Nothing is left to do."""


@dataclass(slots=True)
class Terminal:
    """Reads lines, takes turns, prints what they show."""

    language: str = ""
    lines: list[str] = field(default_factory=list)
    screen: Screen | None = None
    codes: dict[str, str] = field(default_factory=dict)
    updates: int = 0

    def show(self, screen: Screen, speaker: Speaker) -> None:
        """Lay out the choices, each with what to type for it."""
        self.screen, self.codes = screen, {}
        for number, choice in enumerate(screen.choices, start=1):
            label = bare(speaker.say(choice.label))
            key = label if label.isdecimal() else str(number)
            self.codes[key] = choice.code
            tick = "x " if choice.code in screen.chosen else ""
            self.lines.append(f"  {tick}{label}" if key == label else f"  {key}. {tick}{label}")
        letters = (f"({KEYS[each.code]}) {bare(speaker.say(each.label))}" for each in screen.ways_out)
        self.lines.append("  " + "  ".join(letters))

    def read(self, line: str) -> Input:
        """Understand a line: the number or letter of a choice, a command, or a text."""
        typed = line.strip()
        if typed.startswith("/"):
            name = typed[1:].split()[0].lower() if typed[1:].split() else ""
            return Started() if name == "start" else Commanded(name)
        code = self.codes.get(typed.lower()) or LETTERS.get(typed.lower())
        if self.screen and code:
            return Tapped(code, self.screen.turn, self.screen.schema)
        return Said(typed)

    def stage(self, incoming: Incoming, speaker: Speaker) -> TerminalStage:
        """Make the stage of one turn."""
        return TerminalStage(incoming, speaker, self)

    def run(self, talks: Conversations, lines: Iterable[str], show: Callable[[str], None]) -> None:
        """Talk until the lines end."""
        self._turn(talks, Started(), show)
        for line in lines:
            self._turn(talks, self.read(line), show)

    def _turn(self, talks: Conversations, input: Input, show: Callable[[str], None]) -> None:
        now = datetime.now(UTC)
        self.updates += 1
        number = -int(now.timestamp() * 1_000_000) - self.updates
        talks.come_due(now)
        talks.take([Incoming(number, CHAT, input, self.language)], now)
        show("\n".join(self.lines))
        self.lines.clear()


def typed(source: TextIO) -> Iterator[str]:
    """Give what is typed, line by line, until the end of the input or Ctrl-C."""
    if not source.isatty():
        yield from source
        return
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input("\n> ")
