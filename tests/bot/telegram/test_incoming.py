from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.post import Incoming
from bot.telegram.incoming import Blocked, read
from dialogues.inputs import Commanded, Input, Said, Sent, Started, Tapped

PRIVATE = {"id": 7, "type": "private"}
PERSON = {"id": 7, "is_bot": False, "language_code": "pt-br"}


def message(**content: Any) -> dict[str, Any]:
    return {"update_id": 5, "message": {"message_id": 9, "chat": PRIVATE, "from": PERSON} | content}


def command(text: str) -> dict[str, Any]:
    mark = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
    return message(text=text, entities=[mark])


def tap(data: Any, **more: Any) -> dict[str, Any]:
    query = {"id": "31", "from": PERSON, "message": {"message_id": 9, "chat": PRIVATE}, "data": data}
    return {"update_id": 5, "callback_query": query | more}


def input_of(update: dict[str, Any]) -> Input:
    found = read(update)
    assert isinstance(found, Incoming)
    return found.input


def test_a_text_is_said() -> None:
    assert read(message(text="hello")) == Incoming(5, 7, Said("hello"), language="pt-br")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", Started()),
        ("/start abc-DEF_123", Started("abc-DEF_123")),
        ("/START  abc", Started("abc")),
        ("/start@vraag_bot abc", Started("abc")),
        ("/start " + "a" * 64, Started("a" * 64)),
        ("/start " + "a" * 65, Started()),
        ("/start two words", Started()),
        ("/start <script>", Started()),
        ("/start été", Started()),
        ("/help", Commanded("help")),
        ("/Help@vraag_bot please", Commanded("help")),
        ("/stop\nnow", Commanded("stop")),
        ("/stop!", Commanded("stop")),
        ("/unknown_one", Commanded("unknown_one")),
    ],
)
def test_a_command_is_read(text: str, expected: Input) -> None:
    assert input_of(command(text)) == expected


@pytest.mark.parametrize("text", ["/help", "/", "/ help", "/nl/be", "I say /help"])
def test_what_telegram_does_not_mark_as_a_command_is_said(text: str) -> None:
    assert input_of(message(text=text)) == Said(text)
    later = [{"type": "bot_command", "offset": 3, "length": 5}, "odd", {"offset": 0}]
    assert input_of(message(text=text, entities=later)) == Said(text)


def test_a_tap_is_read_with_its_screen() -> None:
    expected = Tapped("yes", turn=41, schema=3)
    assert read(tap("3:41:yes")) == Incoming(5, 7, expected, language="pt-br", tap="31", message=9)


@pytest.mark.parametrize("data", ["", "yes", "3:41", "3:41:", "a:b:c", "3:-1:x", "٣:41:x", "1:2:é", None, 5])
def test_a_tap_that_cannot_be_read_is_still_a_tap(data: Any) -> None:
    assert input_of(tap(data)) == Tapped(code="", turn=-1, schema=0)


def test_a_tap_on_a_message_that_is_gone_is_read() -> None:
    gone = {"message_id": 9, "chat": PRIVATE, "date": 0}
    assert input_of(tap("1:2:x", message=gone)) == Tapped("x", turn=2, schema=1)


@pytest.mark.parametrize(
    "kind",
    ["voice", "photo", "sticker", "video", "video_note", "document", "location", "contact", "poll", "dice"],
)
def test_what_is_no_text_is_sent(kind: str) -> None:
    assert input_of(message(**{kind: {}})) == Sent(kind)


def test_kinds_are_told_apart_where_telegram_names_two() -> None:
    assert input_of(message(document={}, animation={})) == Sent("animation")
    assert input_of(message(location={}, venue={})) in {Sent("venue"), Sent("location")}


def test_a_kind_that_does_not_exist_yet_is_sent_too() -> None:
    assert input_of(message(hologram={})) == Sent("other")


def test_a_caption_counts_as_text() -> None:
    assert input_of(message(photo=[], caption="my mother")) == Said("my mother")


def test_half_a_character_becomes_a_mark_that_can_be_stored() -> None:
    said = input_of(message(text="a\ud83d b 👋"))
    assert said == Said("a\ufffd b 👋")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel", "odd", None])
def test_only_private_chats_are_answered(kind: Any) -> None:
    chat = {"id": 7, "type": kind}
    assert read(message(text="hello", chat=chat)) is None
    assert read(tap("1:2:x", message={"message_id": 9, "chat": chat})) is None


@pytest.mark.parametrize(
    "kind",
    [
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_message",
        "inline_query",
        "poll_answer",
        "message_reaction",
    ],
)
def test_other_updates_are_not_answered(kind: str) -> None:
    assert read({"update_id": 5, kind: message(text="hello")["message"]}) is None


def test_bots_are_not_answered() -> None:
    robot = PERSON | {"is_bot": True}
    assert read(message(text="hello") | {"message": {"chat": PRIVATE, "from": robot, "text": "x"}}) is None
    assert read(tap("1:2:x", **{"from": robot})) is None


def test_what_telegram_notes_by_itself_is_not_answered() -> None:
    assert read(message(pinned_message={})) is None
    assert read(message(text="x", business_connection_id="y")) is None


def test_a_tap_on_an_inline_message_is_not_answered() -> None:
    assert read(tap("1:2:x", message=None)) is None


def test_a_person_who_blocks_the_bot_is_noticed() -> None:
    def change(status: str, chat: Any = PRIVATE) -> dict[str, Any]:
        return {"update_id": 5, "my_chat_member": {"chat": chat, "new_chat_member": {"status": status}}}

    assert read(change("kicked")) == Blocked(5, 7)
    assert read(change("member")) is None
    assert read(change("kicked", {"id": -7, "type": "group"})) is None


NAMES = st.sampled_from(
    [
        "update_id",
        "message",
        "callback_query",
        "my_chat_member",
        "chat",
        "from",
        "id",
        "type",
        "text",
        "entities",
        "caption",
        "data",
        "message_id",
        "new_chat_member",
        "status",
        "offset",
        "voice",
        "language_code",
        "is_bot",
    ]
)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["private", "kicked", "bot_command", "/start x", "\ud800"])
)
JSON = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=6), max_leaves=12
)


@given(JSON)
def test_nothing_makes_the_reader_fail(update: object) -> None:
    read(update)


@given(st.dictionaries(NAMES, JSON), st.sampled_from(["message", "callback_query", "inline_query", "my_chat_member"]))
def test_nothing_within_a_private_chat_makes_the_reader_fail(content: dict[str, Any], kind: str) -> None:
    found = read({"update_id": 1, kind: content | {"chat": PRIVATE, "message": {"chat": PRIVATE}, "id": "3"}})
    assert found is None or found.chat == 7
