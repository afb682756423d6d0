"""Logs: structured lines for the operator, in which nobody can be recognised.

No text, name, chat id or token is ever logged. What libraries would log of those is silenced.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import Any, TextIO, cast

import structlog

ALLOWED = {
    "event",
    "level",
    "timestamp",
    "update",
    "error",
    "where",
    "port",
    "seconds",
    "count",
    "counts",
    "method",
    "kind",
    "number",
    "version",
    "mode",
    "status",
    "age",
    "depth",
    "conversations",
    "seen",
    "reason",
    "updates",
    "again_in",
    "module",
    "line",
    "numbers",
}
"""Keys that may stand in a line; any other key is dropped, so that a slip shows nothing."""


def set_up(*, quiet: bool = False) -> None:
    """Log JSON lines to standard error; ``quiet`` leaves only what has gone wrong."""
    level = logging.ERROR if quiet else logging.INFO
    for name in ("telegram", "httpx", "aiohttp", "uvicorn", "alembic", "sqlalchemy", "transitions"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # What it says of a task that failed quotes the error, and that may quote a person.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            where_it_failed,
            only_allowed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", Unfailing(sys.stderr))),
        cache_logger_on_first_use=True,
    )


class Unfailing:
    """A stream that may fail, as on a full disk: then the line is lost, and who wrote it goes on."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write, if it can be done."""
        with contextlib.suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Let what was written leave, if it can be done."""
        with contextlib.suppress(OSError):
            self._stream.flush()


def where_it_failed(_logger: Any, _name: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Put the place of an exception in the line, never its message: that may quote a person."""
    error = sys.exception() if line.pop("exc_info", None) else None
    if error is not None and (trace := error.__traceback__):
        while trace.tb_next:
            trace = trace.tb_next
        line["where"] = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
    return line


def only_allowed(_logger: Any, _name: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Drop every key that is not known to be harmless."""
    return {key: value for key, value in line.items() if key in ALLOWED}
