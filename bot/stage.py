"""Where a turn is shown: what each channel must be able to do for the effects that people see."""

from __future__ import annotations

from typing import Any, Protocol

from bot.words import Speaker
from dialogues.effects import Screen


class Stage(Protocol):
    """One chat on one channel, during one turn. Texts come ready in the person's language.

    ``speaker`` follows the person: after the language was changed it speaks the new one.
    """

    speaker: Speaker

    def say(self, text: str) -> None:
        """Show a message that asks nothing."""

    def ask(self, screen: Screen) -> None:
        """Put a question with its choices."""

    def redraw(self, screen: Screen) -> None:
        """Show other ticks on the question that is there."""

    def toast(self, text: str) -> None:
        """Show a short text for a moment."""

    def answered(self, label: str) -> None:
        """Show which choice was made."""

    def offer(self, draft: str) -> None:
        """Show a drafted message with the means to copy and share it."""

    def picture(self, told: dict[str, Any], title: str, telling: str) -> None:
        """Show a picture (see ``bot.pictures.told``), with its title and the same in words."""

    def read_aloud(self, told: dict[str, Any], sorry: str) -> None:
        """Let words be heard; when they can't be, say ``sorry``, or nothing when it is empty."""

    def hide(self) -> None:
        """Take the last messages off the screen."""

    def document(self, name: str, content: str) -> None:
        """Send a file."""
