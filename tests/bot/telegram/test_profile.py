from __future__ import annotations

from structlog.testing import capture_logs

from bot.telegram.api import Api
from bot.telegram.profile import Profile, publish
from tests.fake_telegram import FakeTelegram

ENGLISH = Profile({"start": "Begin", "help": "Find people who help"}, "A long one.", "A short one.")
DUTCH = Profile({"start": "Beginnen", "help": "Hulp van mensen"}, "Een lange.", "Een korte.")


async def test_a_profile_is_set_in_each_language_once(fake: FakeTelegram, api: Api) -> None:
    assert await publish(api, {"": ENGLISH, "nl": DUTCH}) == 6
    assert fake.methods.profile["description", "nl"] == "Een lange."
    assert fake.methods.profile["commands", ""][1] == {
        "command": "help",
        "description": "Find people who help",
    }
    assert await publish(api, {"": ENGLISH, "nl": DUTCH}) == 0
    assert fake.calls["setMyCommands"] == 2


async def test_only_what_differs_is_set(fake: FakeTelegram, api: Api) -> None:
    await publish(api, {"": ENGLISH})
    changed = Profile(ENGLISH.commands, "Another one.", ENGLISH.short_description)
    assert await publish(api, {"": changed}) == 1
    assert fake.methods.profile["description", ""] == "Another one."


async def test_trouble_with_a_profile_does_not_stop_the_start(fake: FakeTelegram, api: Api) -> None:
    fake.trouble("flood", method="setMyCommands", seconds=100)
    with capture_logs() as logs:
        assert await publish(api, {"": ENGLISH}) == 0
    assert [entry["event"] for entry in logs] == ["profile_not_published"]
