"""The stage of a page: what people see becomes bubbles, and the question below them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from bot.post import Call, Incoming, Json
from bot.words import Speaker, bare
from dialogues.effects import Screen
from dialogues.turn import DONE

EXPORTS = {"vraagkracht.html", "vraagkracht.json"}
"""Files that are made anew when they are fetched, so that no copy of a talk stands within the talk."""


@dataclass(slots=True)
class PageStage:
    """Gathers what one turn shows; ``stored`` goes into the page, ``fleeting`` is shown once."""

    incoming: Incoming
    speaker: Speaker
    stored: list[Call] = field(default_factory=list)
    fleeting: list[Call] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    def say(self, text: str) -> None:
        """Show a message."""
        self.stored.append(Call("said", {"text": text}))

    def ask(self, screen: Screen) -> None:
        """Put a question, with its choices below it."""
        self.say(self.speaker.say(screen.words))
        self.redraw(screen)

    def redraw(self, screen: Screen) -> None:
        """Lay out the choices as they are now."""
        self.stored.append(Call("screen", laid_out(screen, self.speaker)))

    def toast(self, text: str) -> None:
        """Show a short text for a moment."""
        self.fleeting.append(Call("toast", {"text": text}))

    def answered(self, label: str) -> None:
        """Show the choice as the person's own words."""
        self.stored.append(Call("own", {"text": label}))

    def offer(self, draft: str) -> None:
        """Show a draft, to copy and to share."""
        self.stored.append(Call("draft", {"text": bare(draft)}))

    def picture(self, told: Json, title: str, telling: str) -> None:
        """Show a picture, drawn when it is fetched, and the same in words."""
        self.stored.append(Call("picture", {"text": telling, "name": title, "content": json.dumps(told)}))

    def read_aloud(self, told: Json, sorry: str) -> None:  # noqa: ARG002  the player itself shows that there is nothing
        """Show a player; the note is made when it is played."""
        self.stored.append(Call("voice", {"content": json.dumps(told)}))

    def hide(self) -> None:
        """Take the last messages off the screen."""
        self.stored.append(Call("hide", {}))

    def document(self, name: str, content: str) -> None:
        """Show a file to fetch."""
        self.files[name] = content
        self.stored.append(Call("file", {"name": name, "content": "" if name in EXPORTS else content}))

    def finish(self) -> None:
        """Nothing is left to do."""


def laid_out(screen: Screen, speaker: Speaker) -> Json:
    """Give a question's choices and ways out as they are shown, in the person's language."""
    progress = screen.progress
    return {
        "state": screen.state,
        "schema": screen.schema,
        "turn": screen.turn,
        "columns": screen.columns,
        "many": any(each.code == DONE for each in screen.ways_out),
        "chosen": sorted(screen.chosen),
        "choices": [{"code": each.code, "label": speaker.say(each.label)} for each in screen.choices],
        "ways_out": [{"code": each.code, "label": speaker.say(each.label)} for each in screen.ways_out],
        "progress": progress
        and {"chapter": speaker.say(progress.chapter), "step": progress.step, "steps": progress.steps},
    }
