"""The bot's profile in Telegram: what people see before they begin, in every language."""

from __future__ import annotations

from collections.abc import Collection

from bot.telegram.profile import Profile
from bot.words import SOURCE, Speaker
from dialogues.languages import LANGUAGES
from dialogues.words import Words, _

LISTEN = "listen"
"""A command that is only there where there is a voice."""

COMMANDS: dict[str, Words] = {
    "start": _("Begin, or go on where we were"),
    "menu": _("All parts of the talk"),
    "help": _("People you can talk to"),
    "language": _("Another language"),
    "stop": _("Stop here for now"),
    "privacy": _("What is kept about you"),
    LISTEN: _("Hear our question read aloud"),
    "export": _("Get a copy of everything"),
    "delete": _("Erase everything"),
}

NAMES: dict[str, dict[str, str]] = {"nl": {"help": "hulp", "language": "taal", "delete": "wis", LISTEN: "luister"}}
"""What a command is called where its English name would be strange; the English one works as well."""

DESCRIPTION = _(
    "Do you care for someone close to you who is ill, is getting old, or needs help? Vraagkracht walks along: "
    "what weighs, who is around you, and one small question to one person. It is a chat program, free, "
    "and it sends nothing to anyone but you. In danger of life, call the emergency number."
)
SHORT = _("Walks along with people who care for someone close, from carrying too much to one small question.")


def profile(language: str, *, voiced: bool = False) -> Profile:
    """Give the profile in one language."""
    say = Speaker(language, young=False).say
    names = NAMES.get(language, {})
    return Profile(
        {names.get(name, name): say(words) for name, words in COMMANDS.items() if voiced or name != LISTEN},
        say(DESCRIPTION),
        say(SHORT),
    )


def profiles(voices: Collection[str] = ()) -> dict[str, Profile]:
    """Give the profile for each language, and the one for everybody else."""
    known = {language: profile(language, voiced=language in voices) for language in LANGUAGES}
    return {"": profile(SOURCE, voiced=SOURCE in voices), **known}
