"""The stage of a Telegram chat: what people see becomes calls of the Bot API."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.post import Call, Incoming, Json
from bot.telegram import inline, outgoing
from bot.words import Speaker
from dialogues.effects import Screen
from dialogues.words import Joined, Words, _


@dataclass(slots=True)
class TelegramStage:
    """Gathers the calls of one turn.

    ``stored`` must arrive and goes through the outbox; ``fleeting`` is worth one try.
    """

    incoming: Incoming
    speaker: Speaker
    stored: list[Call] = field(default_factory=list)
    fleeting: list[Call] = field(default_factory=list)
    inline: bool = False

    def say(self, text: str) -> None:
        """Send a message without buttons."""
        self.stored += outgoing.message(self.incoming.chat, text)

    def ask(self, screen: Screen) -> None:
        """Send a question with its buttons."""
        self.stored += outgoing.message(self.incoming.chat, self.speaker.say(worded(screen)), self._keyboard(screen))

    def redraw(self, screen: Screen) -> None:
        """Change the ticks on the buttons that are there."""
        if self.incoming.message:
            self.fleeting.append(
                outgoing.edit_keyboard(self.incoming.chat, self.incoming.message, self._keyboard(screen))
            )

    def toast(self, text: str) -> None:
        """Answer the tap with a short text."""
        if self.incoming.tap:
            self.fleeting.append(outgoing.answer_tap(self.incoming.tap, text))

    def answered(self, label: str) -> None:
        """Leave only the chosen button on the question that was tapped."""
        if self.incoming.message:
            keyboard = outgoing.answered_keyboard(label, "0:0:done")
            mark = outgoing.edit_keyboard(self.incoming.chat, self.incoming.message, keyboard)
            self.fleeting.append(replace(mark, can_be_spared=True))

    def offer(self, draft: str) -> None:
        """Send the draft alone, with buttons to copy it and to share it.

        Inline mode, where the bot has it, puts the draft straight into a chat; else Telegram's own share.
        """
        say, chat = self.speaker.say, self.incoming.chat
        there = inline.choose_chat("Telegram", chat, draft) if self.inline else None
        keyboard = outgoing.draft_keyboard(
            draft,
            copy_label=say(_("Copy")),
            telegram=there or outgoing.link("Telegram", outgoing.telegram_share(draft)),
            whatsapp_label="WhatsApp",
            right_to_left=self.speaker.right_to_left,
        )
        self.stored += outgoing.draft_message(chat, draft, keyboard)

    def picture(self, told: Json, title: str, telling: str) -> None:
        """Send a picture; what it tells stands below it, or in a message of its own when it is long."""
        self.stored += outgoing.picture(self.incoming.chat, told, title, telling)

    def read_aloud(self, told: Json, sorry: str) -> None:
        """Send a voice message below what it reads."""
        self.stored.append(outgoing.voice(self.incoming.chat, told, sorry))

    def hide(self) -> None:
        """Delete the last messages of the chat, as far as Telegram lets a bot: those of the last two days."""
        if self.incoming.message:
            self.stored.append(outgoing.delete_before(self.incoming.chat, self.incoming.message))

    def document(self, name: str, content: str) -> None:
        """Send a file."""
        data = {"chat_id": self.incoming.chat, "document": {"filename": name, "content": content}}
        self.stored.append(Call("sendDocument", data))

    def finish(self) -> None:
        """Stop the spinner of the tapped button, if nothing has answered the tap yet."""
        tap = self.incoming.tap
        if tap and not any(call.method == "answerCallbackQuery" for call in self.fleeting):
            self.fleeting.insert(0, outgoing.answer_tap(tap))

    def _keyboard(self, screen: Screen) -> Json | None:
        return outgoing.screen_keyboard(screen, self.speaker.say, right_to_left=self.speaker.right_to_left)


def worded(screen: Screen) -> Words:
    """Put the progress above the question: which chapter, which of its steps."""
    progress = screen.progress
    if progress is None:
        return screen.words
    where = _("{chapter} · {step} of {steps}", chapter=progress.chapter, step=progress.step, steps=progress.steps)
    return Joined((where, screen.words))
