from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from bot.store import (
    BadKeys,
    KeyMissing,
    Keys,
    KeysUnsafe,
    Seal,
    Store,
    find_keys,
    has_history,
    make_keys,
    read_keys,
    replace_keys,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "secret" / "keys"


def test_an_absent_key_file_is_made_for_its_owner_alone(file: Path, data: Path) -> None:
    keys = find_keys("", file, data, history=False)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert find_keys("", file, data, history=True) == keys


def test_the_setting_goes_before_the_file(file: Path, data: Path) -> None:
    make_keys(file)
    keys = Keys.fresh()
    assert find_keys(keys.text(), file, data, history=True) == keys


def test_no_new_keys_over_old_conversations(file: Path, data: Path) -> None:
    with pytest.raises(KeyMissing, match=r"^[^\n]*put the key file back[^\n]*$"):
        find_keys("", file, data, history=True)
    assert not file.exists()


def test_a_key_file_among_the_data_is_refused(data: Path) -> None:
    with pytest.raises(KeysUnsafe, match="inside the data folder"):
        find_keys("", data / "deep" / "keys", data, history=False)
    assert not data.exists()


def test_a_link_into_the_data_is_refused_too(data: Path, tmp_path: Path) -> None:
    data.mkdir()
    (tmp_path / "elsewhere").symlink_to(data)
    with pytest.raises(KeysUnsafe):
        find_keys("", tmp_path / "elsewhere" / "keys", data, history=False)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_key_file_that_others_may_read_is_refused(file: Path, data: Path, mode: int) -> None:
    make_keys(file)
    file.chmod(mode)
    with pytest.raises(KeysUnsafe, match="chmod 600"):
        find_keys("", file, data, history=True)


def test_an_existing_key_file_is_never_overwritten(file: Path) -> None:
    keys = make_keys(file)
    with pytest.raises(FileExistsError):
        make_keys(file)
    assert read_keys(file) == keys


def test_an_empty_key_file_is_named(file: Path) -> None:
    make_keys(file)
    file.write_text("")
    with pytest.raises(BadKeys, match=str(file)):
        read_keys(file)


def test_rotated_keys_take_the_place_of_the_old(file: Path) -> None:
    keys = make_keys(file).rotated()
    replace_keys(file, keys)
    assert read_keys(file) == keys
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["keys"]


def test_a_database_knows_whether_it_has_a_history(url: str, seal: Seal) -> None:
    assert not has_history(url)
    Store.open(url, seal).close()
    assert has_history(url)


def test_asking_for_history_makes_no_file(tmp_path: Path) -> None:
    assert not has_history(f"sqlite:///{tmp_path}/none.db")
    assert not list(tmp_path.iterdir())


def test_a_database_refuses_other_keys(url: str, seal: Seal) -> None:
    Store.open(url, seal).close()
    with pytest.raises(KeyMissing, match=r"^[^\n]*made with other keys[^\n]*$"):
        Store.open(url, Seal(Keys.fresh()))


def test_a_database_accepts_rotated_keys(url: str, keys: Keys, now: datetime) -> None:
    with Store.open(url, Seal(keys)) as store, store.transaction() as work:
        work.save({1: ({"said": "yes"}, now)}, now)
    with Store.open(url, Seal(keys.rotated())) as store, store.transaction() as work:
        assert work.load([1]) == {1: {"said": "yes"}}
