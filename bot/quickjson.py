"""JSON, quickly: what the quick library refuses goes through the standard one.

Whole numbers may have 64 bits, as those of Telegram have; from larger ones digits would be lost.
"""

from __future__ import annotations

import json
from typing import Any

import orjson

_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


def encode(data: Any) -> bytes:
    """Write JSON in UTF-8, compactly.

    A person can send half a surrogate pair, which is no UTF-8: it comes back as it came, from ``decode``.
    """
    try:
        return orjson.dumps(data)
    except TypeError:
        return _encode(data).encode("utf-8", "surrogatepass")


def decode(content: bytes | bytearray | memoryview) -> Any:
    """Read JSON; raises ValueError."""
    try:
        return orjson.loads(content)
    except ValueError:
        return json.loads(bytes(content).decode("utf-8", "surrogatepass"))
