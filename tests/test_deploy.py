"""The files in ``deploy`` say what is true: settings, paths, commands and pages that exist."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from bot.cli import app
from bot.settings import Settings
from bot.site import Watch

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.iterdir() if path.suffix != ".env" and path.name != ".gitignore")
SETTINGS = {(field.alias or name).upper() for name, field in Settings.model_fields.items()}
OTHERS = re.compile(r"(PIP|PYTHON|POSTGRES|AF)_[A-Z_]*|PYTHON[A-Z]*|PASSWORD")
"""Names that Python, pip, PostgreSQL and systemd read, and a word to fill in."""


def read(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


# --- the settings -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    named = re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b|\bPORT\b", path.read_text("utf-8"))
    assert {name for name in named if not OTHERS.fullmatch(name)} <= SETTINGS


def test_the_examples_hold_no_secret_and_make_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in read("bot.env.example").splitlines():
        if "=" in line and " " not in line.partition("=")[0]:
            name, _, value = line.removeprefix("#").partition("=")
            monkeypatch.setenv(name, "x" * 32 if name == "WEBHOOK_SECRET" else value)
            assert value == "" or name not in {"TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET"}
    assert Settings().webhook_url
    assert Settings().store_url().startswith("postgresql://vraagkracht:CHANGE-ME@db/")


def test_both_examples_name_the_same_database() -> None:
    database = dict(line.split("=") for line in read("db.env.example").splitlines() if "=" in line)
    user, password, name = (database[f"POSTGRES_{each}"] for each in ("USER", "PASSWORD", "DB"))
    assert f"DATABASE_URL=postgresql://{user}:{password}@db/{name}" in read("bot.env.example")


# --- the container ------------------------------------------------------------------------------


def steps() -> list[list[str]]:
    """The lines of the Containerfile, those that go on joined, as words."""
    whole = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^#.*\n", "", read("Containerfile")))
    return [line.split() for line in whole.splitlines() if line]


def test_the_container_copies_what_exists_and_what_is_packed() -> None:
    copied = {name for word, *rest in steps() if word == "COPY" for name in rest[:-1]}
    assert all((ROOT / name).exists() for name in copied)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"], "requirements.lock"} <= copied
    allowed = {line[1:] for line in read("Containerfile.dockerignore").splitlines() if line.startswith("!")}
    assert allowed == copied


def test_the_container_installs_by_hash_and_runs_as_nobody_special() -> None:
    said = [" ".join(words) for words in steps()]
    assert said[0] == "FROM python:3.12-slim"
    assert "RUN pip install --require-hashes -r requirements.lock" in said
    assert "USER 10001" in said[said.index('VOLUME ["/data", "/keys"]') :]
    assert "--uid 10001" in " ".join(said)


def test_the_container_keeps_data_and_keys_apart_and_runs_the_command() -> None:
    said = " ".join(" ".join(words) for words in steps())
    assert "VRAAGKRACHT_DATA=/data VRAAGKRACHT_KEY_FILE=/keys/keys" in said
    entry, command = (json.loads(" ".join(rest)) for word, *rest in steps() if word in {"ENTRYPOINT", "CMD"})
    assert_is_a_command([*entry, *command])


def assert_is_a_command(words: list[str]) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert Path(words[0]).name in scripts
    assert words[1] in get_command(app).commands  # type: ignore[attr-defined]


# --- compose ------------------------------------------------------------------------------------


def tree(lines: list[str]) -> Any:
    """Read the part of YAML that compose.yaml uses: maps and lists by indentation, words, and lists in brackets."""
    if lines[0].startswith("- "):
        assert all(line.startswith("- ") for line in lines)
        return [plain(line[2:]) for line in lines]
    found: dict[str, Any] = {}
    while lines:
        name, colon, value = lines.pop(0).partition(":")
        assert colon
        assert re.fullmatch(r"\w+", name)
        assert name not in found
        inner = []
        while lines and lines[0].startswith("  "):
            inner.append(lines.pop(0)[2:])
        assert not (inner and value.strip())
        found[name] = tree(inner) if inner else plain(value.strip())
    return found


def plain(value: str) -> Any:
    if value.startswith('"') or re.match(r'\["', value):
        return json.loads(value)
    return value[1:-1].split(", ") if value.startswith("[") else value


def compose() -> Any:
    text = read("compose.yaml")
    assert "\t" not in text
    return tree([line for line in text.splitlines() if line.strip() and not line.startswith("#")])


def test_the_compose_file_is_whole() -> None:
    assert set(compose()) == {"name", "services", "volumes"}
    bot, db = compose()["services"]["bot"], compose()["services"]["db"]
    assert bot["depends_on"]["db"]["condition"] == "service_healthy"
    assert bot["read_only"] == "true"
    for service in (bot, db):
        assert "/" not in service["image"]
        assert service["healthcheck"]["test"]
        assert all((DEPLOY / f"{name}.example").exists() for name in service["env_file"])
        assert {volume.split(":")[0] for volume in service["volumes"]} <= set(compose()["volumes"])


def test_compose_builds_and_mounts_what_the_container_says() -> None:
    bot = compose()["services"]["bot"]
    assert (DEPLOY / bot["build"]["context"] / bot["build"]["dockerfile"]).samefile(DEPLOY / "Containerfile")
    assert [volume.split(":")[1] for volume in bot["volumes"]] == ["/data", "/keys"]
    assert bot["ports"] == [f"127.0.0.1:{Settings().port}:{Settings().port}"]


def test_the_health_check_asks_a_page_that_is_there() -> None:
    bot = compose()["services"]["bot"]
    asked = re.search(r"http://127\.0\.0\.1:(\d+)(/\w+)", bot["healthcheck"]["test"][-1])
    assert asked
    assert asked[1] == bot["environment"]["METRICS_PORT"]
    compile(bot["healthcheck"]["test"][-1], "healthcheck", "exec")
    assert callable(getattr(Watch, asked[2][1:]))


# --- systemd ------------------------------------------------------------------------------------


def unit() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in read("vraagkracht.service").splitlines():
        if not re.match(r"#|\[|$", line):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def test_the_unit_runs_the_command_as_its_own_user() -> None:
    (words,) = map(shlex.split, unit()["ExecStart"])
    assert_is_a_command(words)
    assert words[0].endswith("/.venv/bin/vraagkracht")
    assert unit()["User"] == ["vraagkracht"]
    assert unit()["NoNewPrivileges"] == ["yes"]


def test_the_unit_keeps_data_and_keys_in_folders_that_it_may_write_in() -> None:
    own = [Path("/var/lib") / name for name in unit()["StateDirectory"][0].split()]
    given = dict(each.split("=") for each in unit()["Environment"])
    assert [Path(given["VRAAGKRACHT_DATA"]), Path(given["VRAAGKRACHT_KEY_FILE"]).parent] == own
    assert unit()["StateDirectoryMode"] == ["0700"]


# --- the guide ----------------------------------------------------------------------------------


def test_the_guide_names_files_and_commands_that_exist() -> None:
    guide = read("README.md")
    for linked in re.findall(r"\]\(([^)#]+)[^)]*\)", guide):
        assert (DEPLOY / linked).exists(), linked
    for named in re.findall(r"`([\w.]+\.(?:yaml|example|service)|Containerfile)`", guide):
        assert (DEPLOY / named).exists(), named
    commands = re.findall(r"\b(?:vraagkracht|as_bot|DATABASE_URL= bot) (move|backup|keys|[a-z]+ )", guide)
    used = {each for each in commands if not each.endswith(" ")}
    assert used == {"move", "backup", "keys"}
    assert used <= set(get_command(app).commands)  # type: ignore[attr-defined]


def test_every_file_is_told_of_in_the_guide() -> None:
    for path in FILES:
        assert path.name in {"README.md", "Containerfile.dockerignore"} or f"`{path.name}`" in read("README.md")
