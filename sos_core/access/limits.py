"""How often something may be tried. Counted per account, phone or conference, never per address: thirty phones in one room share one."""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class Limits:
    """At most so many tries, as `10/minute`, counted apart for each name."""

    def __init__(self, rate: str) -> None:
        self._rate = parse(rate)
        self._counter = MovingWindowRateLimiter(MemoryStorage())

    def hit(self, name: str) -> bool:
        """Count one try; False when there were too many."""
        return self._counter.hit(self._rate, name)
