"""Engines get the words on their standard input, and never on a command line."""

from __future__ import annotations

import io
import json
import shutil
import wave
from pathlib import Path

import pytest
import soundfile

from bot.voice.engines import Espeak, NoSound, Piper, output
from bot.voice.note import RATE, opus
from bot.voice.reader import found_voices
from bot.voice.wording import spoken
from tests.engines import ESPEAK, PIPER, put_on_path

SENTENCES = {
    "nl": "Zorgt u voor iemand? U kunt kiezen: ja. nee.",
    "en": "Do you care for somebody?",
    "fr": "Est-ce que vous aidez quelqu'un ?",
    "tr": "Birine bakıyor musunuz?",
    "ar": "هل تعتني بأحد؟",
    "fa": "آیا از کسی مراقبت می\u200cکنید؟",
    "pl": "Czy opiekuje się pan kimś?",
    "uk": "Ви доглядаєте за кимось?",
}


def test_of_each_language_the_plainest_voice_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_path(tmp_path, monkeypatch, espeak_ng=ESPEAK)
    assert Espeak().voices(tmp_path) == {"nl": "nl", "en": "en-gb", "fr": "fr-fr"}


def test_words_are_given_where_no_other_program_sees_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = put_on_path(tmp_path, monkeypatch, espeak_ng=ESPEAK)
    Espeak().speak("nl", "Ria")
    given, _, text = said.read_text(encoding="utf-8").strip().partition("|")
    assert text == "Ria"
    assert "-v nl" in given
    assert "Ria" not in given


def test_an_engine_that_fails_or_is_not_there_gives_no_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_path(tmp_path, monkeypatch, espeak_ng=ESPEAK)
    with pytest.raises(NoSound):
        Espeak().speak("nl", "broken")
    with pytest.raises(NoSound):
        Piper().speak(str(tmp_path / "nl.onnx"), "Hallo")
    with pytest.raises(NoSound, match="There is no"):
        output("there-is-no-such-program")
    assert Piper().voices(tmp_path) == {}


def test_better_voices_come_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = put_on_path(tmp_path / "programs", monkeypatch, espeak_ng=ESPEAK, piper=PIPER)
    settings = {"audio": {"sample_rate": 16000}, "language": {"family": "nl"}}
    (tmp_path / "nl_BE-een.onnx").touch()
    (tmp_path / "nl_BE-een.onnx.json").write_text(json.dumps(settings), encoding="utf-8")
    (tmp_path / "nl_NL-twee.onnx").touch()
    (tmp_path / "nl_NL-twee.onnx.json").write_text(json.dumps(settings), encoding="utf-8")
    (tmp_path / "tr_TR-kapot.onnx").touch()
    (tmp_path / "tr_TR-kapot.onnx.json").write_text("[]", encoding="utf-8")
    voices = found_voices(tmp_path)
    assert {language: each.engine for language, each in voices.items()} == {
        "nl": "piper",
        "en": "espeak-ng",
        "fr": "espeak-ng",
    }
    assert voices["nl"].name == str(tmp_path / "nl_BE-een.onnx")
    with wave.open(io.BytesIO(Piper().speak(voices["nl"].name, "Hallo.\nRia"))) as file:
        assert (file.getframerate(), file.getnframes()) == (16000, 12800)
    assert said.read_text(encoding="utf-8").strip().endswith("|Hallo. Ria")


def test_a_note_is_opus_of_the_same_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_path(tmp_path, monkeypatch, espeak_ng=ESPEAK)
    note = opus(Espeak().speak("nl", "x" * 441))
    assert note.startswith(b"OggS")
    assert b"OpusHead" in note[:64]
    told = soundfile.info(io.BytesIO(note))
    assert (told.format, told.subtype, told.channels, told.samplerate) == ("OGG", "OPUS", 1, RATE)
    assert told.duration == pytest.approx(2.0, abs=0.05)


@pytest.mark.parametrize("wav", [b"", b"no sound", b"RIFF"])
def test_what_is_no_sound_makes_no_note(wav: bytes) -> None:
    with pytest.raises(ValueError, match="This is"):
        opus(wav)


def test_silence_makes_no_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_path(tmp_path, monkeypatch, espeak_ng=ESPEAK)
    with pytest.raises(ValueError, match="This is"):
        opus(Espeak().speak("nl", "silence"))


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed, so no real voice is heard")
@pytest.mark.parametrize("language", SENTENCES)
def test_a_real_voice_speaks_each_language(language: str, tmp_path: Path) -> None:
    voice = found_voices(tmp_path)[language]
    sound, rate = soundfile.read(io.BytesIO(opus(Espeak().speak(voice.name, spoken(SENTENCES[language])))))
    assert len(sound) > rate
    assert abs(sound).max() > 0.1
