"""The smallest set that meets every one of some sets (a minimum hitting set), on bits. Exact, or honestly `at_most`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_STEPS = 2_000
"""So many choices are tried before the search ends with what it has: a few milliseconds. Nobody will gather a scene that takes it."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """`at_most`: the search was broken off, so that there may be a smaller one."""

    people: int
    at_most: bool = False


def smallest(sets: Iterable[int], *, steps: int = MOST_STEPS) -> Smallest:
    """The fewest bits of which each set has one. Empty sets cannot be met, and are passed over."""
    search = _Search(_narrowest(sets), steps)
    search.look(0, search.sets)
    return Smallest(search.best, at_most=search.steps < 0)


def _narrowest(sets: Iterable[int]) -> list[int]:
    """Without the sets that hold another: who meets the narrower meets those too. The smallest come first."""
    kept: list[int] = []
    for one in sorted(set(sets), key=int.bit_count):
        if one and not any(other & one == other for other in kept):
            kept.append(one)
    return kept


class _Search:
    """Depth first, from a first guess on. Of the first set that is not met yet one bit must be in."""

    def __init__(self, sets: list[int], steps: int) -> None:
        self.sets = sets
        self.steps = steps
        self.best = _greedy(sets)

    def look(self, chosen: int, unmet: Sequence[int]) -> None:
        if not unmet:
            self.best = chosen if chosen.bit_count() < self.best.bit_count() else self.best
            return
        if chosen.bit_count() + _apart(unmet) >= self.best.bit_count():
            return
        rest = unmet[0]
        while rest:
            self.steps -= 1
            if self.steps < 0:
                return
            bit = rest & -rest
            rest ^= bit
            self.look(chosen | bit, [one for one in unmet if not one & bit])


def _greedy(sets: Sequence[int]) -> int:
    """A good first guess: again and again the bit that most sets have."""
    chosen = 0
    unmet = list(sets)
    while unmet:
        everybody = 0
        for one in unmet:
            everybody |= one
        bits = [1 << place for place in range(everybody.bit_length()) if everybody >> place & 1]
        best = max(bits, key=lambda bit: sum(1 for one in unmet if one & bit))
        chosen |= best
        unmet = [one for one in unmet if not one & best]
    return chosen


def _apart(sets: Sequence[int]) -> int:
    """How many of them share nothing with each other: so many bits it takes at least."""
    seen = found = 0
    for one in sets:
        if not one & seen:
            seen |= one
            found += 1
    return found
