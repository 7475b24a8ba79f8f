"""What of the findings may stand on the shared screen: what is still to do at a scene, without any person in it. Pure.

Source: PRODUCT.md: "every finding about a person show at the desk first; the facilitator chooses what goes on the shared screen".
"""

from __future__ import annotations

from collections import defaultdict

from sos_core.domain.board import Board
from sos_core.domain.checks.counted import count
from sos_core.domain.checks.coverage import coverage
from sos_core.domain.checks.nothing_left import nothing_left

FOR_ALL = frozenset({"nobody", "no_safeguard", "not_agreed", "not_talked_through"})
"""What can be said before everybody. Not `no_backup`: who looks at the film sees whom it is about."""


def to_do_for_all(seen: Board) -> dict[str, dict[str, int]]:
    """By scene what is to do there, of what all in the room may see, and at how many risk points (1 where it is about none)."""
    counted = count(seen)
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for finding in (*coverage(counted), *nothing_left(counted)):
        for scene in finding.scenes if finding.what in FOR_ALL and not finding.people else ():
            found[scene][finding.what] += len(finding.cards) or 1
    return {scene: dict(what) for scene, what in found.items()}
