"""Settings, from the environment (twelve-factor): one class, each with a default that works."""

from __future__ import annotations

import re
from pathlib import Path

from platformdirs import user_config_path, user_data_path
from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

APP = "vraagkracht"

_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s#]*")
_PAGE = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class Settings(BaseSettings):
    """What an operator can set. A name is the environment variable, in capitals."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore", populate_by_name=True)

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("")
    data: Path = Field(default_factory=lambda: user_data_path(APP), alias="VRAAGKRACHT_DATA")
    keys: SecretStr = Field(default=SecretStr(""), alias="VRAAGKRACHT_KEYS")
    key_file: Path = Field(default_factory=lambda: user_config_path(APP) / "keys", alias="VRAAGKRACHT_KEY_FILE")
    operator: str = Field(default="", alias="VRAAGKRACHT_OPERATOR", max_length=100)
    bot: str = Field(default="", alias="VRAAGKRACHT_BOT", pattern=r"^@?([A-Za-z0-9_]{5,32})?$")
    policy_url: str = Field(default="", alias="VRAAGKRACHT_POLICY_URL", max_length=300)
    read_aloud: bool = Field(default=False, alias="VRAAGKRACHT_READ_ALOUD")
    voices: Path | None = Field(default=None, alias="VRAAGKRACHT_VOICES")
    inline: bool = Field(default=False, alias="VRAAGKRACHT_INLINE")
    quiet_from: int = Field(default=21, alias="VRAAGKRACHT_QUIET_FROM", ge=18, le=23)
    quiet_until: int = Field(default=9, alias="VRAAGKRACHT_QUIET_UNTIL", ge=5, le=12)
    months_kept: int = Field(default=12, alias="VRAAGKRACHT_MONTHS_KEPT", ge=1, le=24)
    months_kept_child: int = Field(default=3, alias="VRAAGKRACHT_MONTHS_KEPT_CHILD", ge=1, le=12)
    time_zone: str = Field(default="Europe/Amsterdam", alias="VRAAGKRACHT_TIME_ZONE")
    messages_per_second: int = Field(default=30, alias="VRAAGKRACHT_MESSAGES_PER_SECOND", ge=0)
    webhook_url: str = Field(default="", alias="WEBHOOK_URL")
    webhook_secret: SecretStr = Field(default=SecretStr(""), alias="WEBHOOK_SECRET", validate_default=True)
    web_url: str = Field(default="", alias="WEB_URL")
    port: int = Field(default=8080, alias="PORT", ge=0, le=65535)
    metrics_port: int = Field(default=0, alias="METRICS_PORT", ge=0, le=65535)
    chat_messages_per_second: float = Field(default=1.0, alias="VRAAGKRACHT_CHAT_MESSAGES_PER_SECOND", ge=0)

    @field_validator("webhook_url", "policy_url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if url and not _ADDRESS.fullmatch(url):
            raise ValueError("it must be an address such as https://example.org/telegram")
        return url

    @field_validator("web_url")
    @classmethod
    def _is_page(cls, url: str) -> str:
        if url and not _PAGE.fullmatch(url):
            raise ValueError("it must be an address such as https://talk.example.org")
        return url.rstrip("/") + "/" if url else ""

    @field_validator("webhook_secret")
    @classmethod
    def _is_secret(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.data.get("webhook_url") and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("with WEBHOOK_URL it must be 16 to 256 letters, digits, _ or -")
        return secret

    def store_url(self) -> str:
        """Give the database's address: what was set, or a SQLite file in the data folder."""
        if url := self.database_url.get_secret_value():
            return url
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        return f"sqlite:///{self.data / 'vraagkracht.db'}"

    def terminal_url(self) -> str:
        """Give the address of the terminal's own SQLite file, so that it can be used beside a running bot."""
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        return f"sqlite:///{self.data / 'terminal.db'}"
