"""What can go wrong with the store in a way that an operator can mend; each message is one line."""

# ruff: noqa: N818  (these read as what happened, not as a kind of error)


class BadKeys(ValueError):
    """The keys cannot be read; the message says what is wrong with them."""


class KeysUnsafe(RuntimeError):
    """The key file is where, or is such, that others may read it; the message says what to change."""


class KeyMissing(RuntimeError):
    """What is stored needs a key that was not given; the message says how to mend it."""


class SealBroken(RuntimeError):
    """A stored value is not what was sealed for this place: it was changed, moved or damaged."""


class NotMoved(RuntimeError):
    """Nothing was moved, and the target is as it was; the message says why."""


class NotBackedUp(RuntimeError):
    """No backup was made; the message says why."""


class Occupied(RuntimeError):
    """Another process works on this database file."""


class Unforgotten(RuntimeError):
    """Erased data may still stand in the write-ahead log, because somebody is reading the file."""
