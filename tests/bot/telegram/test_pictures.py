"""Pictures reach the person; where they cannot, the words do."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.pictures.examples import example_map
from bot.pictures.studio import NotDrawn
from bot.pictures.told import Json
from bot.post import Call, Waiting
from bot.telegram import outgoing
from bot.telegram.api import Api, connect
from bot.telegram.delivery import Counts, Delivery
from tests.fake_telegram import FakeTelegram, rules


def png_of(wide: int, high: int) -> bytes:
    """Give the beginning of a PNG of a size."""
    return rules.PNG + bytes(8) + wide.to_bytes(4) + high.to_bytes(4)


TOLD = example_map("nl", 3).to_json()
CHAT = 7


class Broken:
    async def draw(self, _stored: Json) -> bytes:
        raise NotDrawn


class Odd:
    """Draws what Telegram does not take."""

    async def draw(self, _stored: Json) -> bytes:
        return b"no picture"


@pytest.fixture
async def api(fake: FakeTelegram) -> AsyncIterator[Api]:
    async with connect(fake.token, fake.root) as api:
        yield api


async def test_a_picture_arrives_with_its_words(fake: FakeTelegram, api: Api) -> None:
    fake.chat(CHAT)
    for call in outgoing.picture(CHAT, TOLD, "De mensen om mij heen", "• Ria"):
        await api.call(call)
    (message,) = fake.chat(CHAT).from_bot
    assert message.photo.startswith(b"\x89PNG")
    assert message.text == "De mensen om mij heen\n\n• Ria"


async def test_long_words_follow_in_a_message_of_their_own(fake: FakeTelegram, api: Api) -> None:
    fake.chat(CHAT)
    for call in outgoing.picture(CHAT, TOLD, "Titel", "woord " * 300):
        await api.call(call)
    picture, words = fake.chat(CHAT).from_bot
    assert (picture.text, words.text) == ("Titel", ("woord " * 300).strip())


async def test_where_it_cannot_be_drawn_the_words_arrive(fake: FakeTelegram, api: Api) -> None:
    fake.chat(CHAT)
    api._studio = Broken()  # type: ignore[assignment]
    await api.call(*outgoing.picture(CHAT, TOLD, "Titel", "woorden"))
    (message,) = fake.chat(CHAT).from_bot
    assert (message.photo, message.text) == (b"", "Titel\n\nwoorden")


async def test_where_telegram_does_not_take_it_the_words_are_tried(fake: FakeTelegram, api: Api) -> None:
    fake.chat(CHAT)
    api._studio = Odd()  # type: ignore[assignment]
    (call,) = outgoing.picture(CHAT, TOLD, "Titel", "woorden")
    delivery, counts = Delivery(Waiting(1, CHAT, call)), Counts()
    with pytest.raises(Exception, match=r"(?i)image_process_failed") as refused:
        await api.call(delivery.call)
    assert delivery.after(refused.value, counts) == 0.0
    assert delivery.call == Call(
        "sendMessage", {"chat_id": CHAT, "text": "Titel\n\nwoorden", "link_preview_options": {"is_disabled": True}}
    )
    assert counts.refused == 0


@pytest.mark.parametrize(
    ("photo", "refusal"),
    [
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (png_of(6000, 4001), "PHOTO_INVALID_DIMENSIONS"),
        (png_of(100, 2001), "PHOTO_INVALID_DIMENSIONS"),
        (png_of(1, 1) + bytes(rules.PHOTO_BYTES), "file is too big"),
    ],
)
def test_the_fake_refuses_the_photos_that_telegram_refuses(photo: bytes, refusal: str) -> None:
    with pytest.raises(rules.Refusal, match=refusal):
        rules.photo({"photo": ("picture.png", photo)})
    assert rules.photo({"photo": ("picture.png", png_of(1080, 1400))})
