"""An operator who types commands, and what may befall the keys in an operator's hands."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import cli
from bot.settings import Settings
from bot.store import Keys, Store, read_keys, replace_keys
from bot.store.rotation import find_seal

__all__ = ["LOSSES", "Operator", "operator"]


ROWS = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and all that it said."""

    code: int
    said: str


class Operator:
    """Types commands, with everything in a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.file = folder / "data", folder / "keys" / "keys"
        self._patch, self._capsys = monkeypatch, capsys
        self.set(VRAAGKRACHT_DATA=str(self.data), VRAAGKRACHT_KEY_FILE=str(self.file))
        self.set(DATABASE_URL="", VRAAGKRACHT_KEYS="")

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self._patch.setenv(name, value)

    def types(self, *words: str) -> Ran:
        self._patch.setattr(sys, "argv", ["vraagkracht", "keys", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        code, said = ended.value.code, "".join(self._capsys.readouterr())
        assert not self.file.exists() or not any(key in said for key in letters(self.file))
        return Ran(1, said + code) if isinstance(code, str) else Ran(code or 0, said)

    @property
    def url(self) -> str:
        return Settings().store_url()

    def open(self) -> Store:
        settings = Settings()
        value = settings.keys.get_secret_value()
        return Store.open(self.url, find_seal(value, settings.key_file, settings.data, self.url))

    def fill(self, now: datetime) -> None:
        """Let people say something."""
        with self.open() as store, store.transaction() as work:
            work.save({chat: ({"said": "words"}, now + DAY) for chat in range(ROWS)}, now)

    def age(self, age: timedelta) -> None:
        """Let the key file rest."""
        moment = (datetime.now(UTC) - age).timestamp()
        os.utime(self.file, (moment, moment))


def letters(file: Path) -> list[str]:
    return [line.removeprefix("lookup:") for line in file.read_text().splitlines() if line[:1] != "#" and line]


def letters_of(keys: Keys) -> list[str]:
    return [line.removeprefix("lookup:") for line in keys.text().splitlines()]


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(tmp_path, monkeypatch, capsys)


def lose_file(operator: Operator) -> str:
    operator.file.unlink()
    return "put the key file back"


def open_to_others(operator: Operator) -> str:
    operator.file.chmod(0o644)
    return "chmod 600"


def exchange(operator: Operator) -> str:
    replace_keys(operator.file, Keys.fresh())
    return "made with other keys"


def lose_sealing_key(operator: Operator) -> str:
    keys = read_keys(operator.file)
    replace_keys(operator.file, Keys(keys.rotated().sealing[:1], keys.lookup))
    return keys.names[0].hex()


LOSSES = [lose_file, open_to_others, exchange, lose_sealing_key]
