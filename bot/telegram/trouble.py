"""What can go wrong with a call of the Bot API, told apart by whether it may be repeated.

The library's own errors say what the server answered; these say what became of the call.
None of them ever holds an address, because an address holds the bot's token.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut


class NotSent(NetworkError):  # noqa: N818  named in the manner of the library
    """The call never reached the server: repeating it is safe."""

    __slots__ = ()


class ServerFault(NetworkError):  # noqa: N818  see NotSent
    """The server answered that it could not do it now (5xx): repeating it later is right."""

    __slots__ = ()


class Unknown(TimedOut):
    """The call left, and no answer came: it may have been done or not."""

    __slots__ = ()


class TooMany(RetryAfter):
    """The server asks to wait (429) for so many ``seconds``.

    The library's own constructor warns about a change in its units, on every single error; so
    it is passed over.
    """

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        TelegramError.__init__(self, f"Too many requests: retry after {seconds:g} seconds")
        self._retry_after = timedelta(seconds=seconds)
        self.seconds = seconds


def where(error: BaseException) -> dict[str, Any]:
    """Say what kind of error it was and in which line of code, and nothing of what was at hand."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_globals.get("__name__", "") if trace else ""
    return {"error": type(error).__name__, "module": code, "line": trace.tb_lineno if trace else 0}
