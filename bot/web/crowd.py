"""The crowd: how much may come from one network, so that a school can come in and a flood can not.

Networks are known for as long as the process lives, by a keyed digest; no address is kept.
"""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from time import monotonic

NETWORKS = 10_000
"""Networks that are watched at once; the one that was quiet longest makes room."""

IPV4_BITS, IPV6_BITS = 24, 48


class Crowd:
    """Lets ``burst`` come at once from a network, and then ``each_minute``."""

    def __init__(self, burst: int, each_minute: float, clock: Callable[[], float] = monotonic) -> None:
        self._burst, self._refill, self._clock = burst, each_minute / 60, clock
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self._key = secrets.token_bytes(32)

    def lets_in(self, address: str) -> bool:
        """Count one more from this address; tells False when its network has had its share."""
        now, network = self._clock(), hmac.digest(self._key, prefix(address).encode(), "sha256")
        left, since = self._left.pop(network, (float(self._burst), now))
        left = min(self._burst, left + (now - since) * self._refill)
        self._left[network] = (max(0.0, left - 1), now)
        if len(self._left) > NETWORKS:
            self._left.popitem(last=False)
        return left >= 1


def prefix(address: str) -> str:
    """Give the network of an address; what is no address is one network together."""
    try:
        known = ip_address(address)
    except ValueError:
        return ""
    if isinstance(known, IPv6Address) and known.ipv4_mapped:
        known = known.ipv4_mapped
    return str(ip_network((known, IPV6_BITS if known.version == 6 else IPV4_BITS), strict=False))  # noqa: PLR2004


def who_asks(peer: str, forwarded: str) -> str:
    """Give the address that asks: what our own proxy says of it, and nothing that a stranger says."""
    try:
        nearby = ip_address(peer).is_private
    except ValueError:
        nearby = True
    last = forwarded.rpartition(",")[2].strip()
    return last if nearby and last else peer
