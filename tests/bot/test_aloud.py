"""What is written can be heard, by who asks for it: never unasked, and only where there is a voice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.conversations import Conversations
from bot.post import Call, Waiting
from bot.profile import profiles
from bot.telegram.api import Api, connect
from bot.telegram.delivery import Counts, Delivery
from bot.telegram.incoming import read
from bot.voice.reader import Reader, found_voices, silent
from bot.voice.shelf import NoteShelf
from tests.engines import ESPEAK, put_on_path
from tests.fake_telegram import FakeTelegram
from tests.person import MONDAY_MORNING, Person

CHAT = 4711


@pytest.fixture
def listener(talks: Conversations) -> Person:
    """An adult who talks in English, where English can be heard."""
    talks.voices = frozenset({"en"})
    someone = Person(talks, language="en")
    someone.send("/start")
    someone.tap("English")
    someone.tap("25 or older")
    return someone


def voices(person: Person) -> list[str]:
    """Give what could be heard of what came last."""
    return [each.text.removeprefix("<voice>\n") for each in person.fresh if each.text.startswith("<voice>")]


def test_nothing_is_read_unasked(listener: Person) -> None:
    for label in ("Yes, keep it", "My partner", "Skip", "Skip", "Skip"):
        listener.tap(label)
    listener.send("/menu")
    listener.send("I am so tired of all this")
    assert not any(each.text.startswith("<voice>") for each in listener.messages)


def test_where_there_is_no_voice_nothing_is_offered(person: Person) -> None:
    person.send("/menu")
    assert "Listen" not in person.messages[-1].labels()
    person.send("/listen")
    assert person.sees("I don't know /listen")


def test_the_question_is_read_once_with_its_choices_and_stays_open(listener: Person) -> None:
    listener.tap("Yes, keep it")
    question = listener.messages[-1]
    listener.send("/listen")
    (heard,) = voices(listener)
    assert len(listener.fresh) == 1
    assert heard.startswith("Is there someone close to you")
    assert "You can choose: My partner; My father or mother;" in heard
    data = next(row[0]["callback_data"] for row in question.rows if row[0]["text"] == "My partner")
    listener.press(question.number, data)
    assert not listener.toasts
    assert not voices(listener)


def test_the_command_has_a_name_in_dutch(talks: Conversations) -> None:
    talks.voices = frozenset({"nl"})
    someone = Person(talks)
    someone.send("/luister")
    assert not voices(someone), "nothing was asked yet, so the first question is put"
    someone.send("/luister")
    assert voices(someone)


def test_only_our_question_is_read_when_it_comes_back(listener: Person) -> None:
    listener.tap("Yes, keep it")
    listener.send("/menu")
    listener.tap("Listen")
    assert not voices(listener)
    listener.tap("Only our question")
    assert [each.startswith("Is there someone close to you") for each in voices(listener)] == [True]
    listener.tap("My partner")
    assert not voices(listener)


def test_every_message_is_read_until_it_is_ended(listener: Person) -> None:
    listener.send("/menu")
    listener.tap("Listen")
    listener.tap("Read every message")
    listener.tap("Yes, keep it")
    (heard,) = voices(listener)
    assert listener.fresh[-1].text.startswith("<voice>"), "it comes below what it reads"
    assert heard.index("I keep it locked") < heard.index("Is there someone close") < heard.index("You can choose")
    listener.tap("Back")
    assert voices(listener), "taking back an answer does not take this back"
    listener.send("/menu")
    listener.tap("Listen")
    listener.tap("Don't read aloud")
    assert not voices(listener)
    listener.tap("Yes, keep it")
    assert not voices(listener)


def test_a_language_without_a_voice_is_silent(listener: Person) -> None:
    listener.send("/menu")
    listener.tap("Listen")
    listener.tap("Read every message")
    listener.send("/language")
    assert voices(listener)
    listener.tap("Nederlands")
    assert not voices(listener)
    listener.send("/menu")
    assert "Voorlezen" not in listener.messages[-1].labels()


def test_a_screen_that_tells_nothing_is_not_read(listener: Person) -> None:
    listener.send("/menu")
    listener.tap("Listen")
    listener.tap("Read every message")
    listener.send("he hits me")
    assert voices(listener), "the people to call are read"
    listener.tap("Leave quickly")
    assert not voices(listener)
    listener.send("/listen")
    assert not voices(listener)


def told(person: Person, text: str) -> list[Call]:
    """Give the voice messages that a text brings, as they are stored."""
    person.update += 1
    entity = {"type": "bot_command", "offset": 0, "length": len(text)}
    message = {
        "message_id": 1,
        "from": {"id": CHAT, "language_code": "en"},
        "chat": {"id": CHAT, "type": "private"},
        "text": text,
        "entities": [entity],
    }
    incoming = read({"update_id": person.update, "message": message})
    assert incoming is not None
    outcome = person.talks.take([incoming], MONDAY_MORNING)
    person.talks.store.sent([each.number for each in outcome.waiting])
    return [each.call for each in outcome.waiting if each.call.method == "sendVoice"]


def test_what_holds_a_name_is_marked_as_not_to_be_kept(listener: Person) -> None:
    listener.tap("Yes, keep it")
    (same,) = told(listener, "/listen")
    assert same.data["voice"]["shared"]
    listener.tap("My partner")
    listener.send("Ria")
    listener.send("/menu")
    listener.tap("What I told you")
    (own,) = told(listener, "/listen")
    assert "Ria" in own.data["voice"]["text"]
    assert not own.data["voice"]["shared"]
    assert own.data["disable_notification"]


def test_the_command_stands_in_telegram_only_where_there_is_a_voice() -> None:
    known = profiles(frozenset({"nl"}))
    assert [name for name, each in known.items() if {"listen", "luister"} & each.commands.keys()] == ["nl"]


VOICE = {"text": "Hoe slaapt u?", "language": "nl", "shared": True}


def voice_call(**more: object) -> Call:
    return Call("sendVoice", {"chat_id": CHAT, "voice": VOICE | {"sorry": ""} | more, "disable_notification": True})


@pytest.fixture
async def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Reader]:
    put_on_path(tmp_path / "programs", monkeypatch, espeak_ng=ESPEAK)
    made = Reader(found_voices(tmp_path), NoteShelf(tmp_path / "notes"))
    yield made
    await made.aclose()


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        server.chat(CHAT)
        yield server


@pytest.fixture
async def api(fake: FakeTelegram, reader: Reader) -> AsyncIterator[Api]:
    async with connect(fake.token, fake.root, reader) as connected:
        yield connected


async def test_a_note_arrives_below_its_question(
    talks: Conversations, fake: FakeTelegram, api: Api, reader: Reader
) -> None:
    talks.voices = reader.languages
    update = {"message_id": 1, "from": {"id": CHAT, "language_code": "nl"}, "chat": {"id": CHAT, "type": "private"}}
    for number, text in enumerate(("/start", "/luister"), start=1):
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        incoming = read({"update_id": number, "message": {**update, "text": text, "entities": entities}})
        assert incoming is not None
        for each in talks.take([incoming], MONDAY_MORNING).waiting:
            await api.call(each.call)
    question, note = fake.chat(CHAT).from_bot
    assert question.labels
    assert note.voice.startswith(b"OggS")


async def test_a_note_that_cannot_be_made_is_left_out(fake: FakeTelegram, api: Api) -> None:
    await api.call(voice_call(text="broken"))
    await api.call(voice_call(language="so"))
    assert not fake.chat(CHAT).from_bot


async def test_who_asked_for_it_is_told_that_it_cannot_be_made(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root, silent()) as api:
        await api.call(voice_call(sorry="Ik kan dit nu niet voorlezen."))
    assert fake.chat(CHAT).texts == ["Ik kan dit nu niet voorlezen."]


async def test_where_telegram_does_not_take_it_nothing_waits(api: Api, fake: FakeTelegram) -> None:
    fake.chat(CHAT)
    call = voice_call(sorry="Ik kan dit nu niet voorlezen.")
    for sorry, tries_again in ((call, True), (voice_call(), False)):
        delivery, counts = Delivery(Waiting(1, CHAT, sorry)), Counts()
        with pytest.raises(Exception, match=r"(?i)chat not found") as refused:
            await api.call(Call("sendVoice", sorry.data | {"chat_id": 99}))
        assert (delivery.after(refused.value, counts) == 0.0) is tries_again
        assert (delivery.call.method == "sendMessage") is tries_again
