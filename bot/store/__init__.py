"""Storage: what is remembered of each conversation, sealed, and what waits to be sent."""

from bot.store.keys import find_keys, make_keys, read_keys, replace_keys
from bot.store.schema import has_history
from bot.store.seal import Keys, Seal
from bot.store.store import Backlog, Counts, Store, Swept
from bot.store.trouble import BadKeys, KeyMissing, KeysUnsafe, Occupied, SealBroken, Unforgotten
from bot.store.work import Due, Work

__all__ = [
    "Backlog",
    "BadKeys",
    "Counts",
    "Due",
    "KeyMissing",
    "Keys",
    "KeysUnsafe",
    "Occupied",
    "Seal",
    "SealBroken",
    "Store",
    "Swept",
    "Unforgotten",
    "Work",
    "find_keys",
    "has_history",
    "make_keys",
    "read_keys",
    "replace_keys",
]
