"""The day without somebody: which scenes and risk points have nobody then, and who could be asked. Pure; nobody is asked by it.

Source: "Wie kan er bijspringen?"; PRODUCT.md, check 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sos_core.domain.audience import may_read
from sos_core.domain.board import Card
from sos_core.domain.board.ready import who_do
from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.drop_out import whole_cast
from sos_core.domain.kinds import HELP, Role

MOST_ASKED = 3
"""So many who did not offer anything here are named: it is a hint where to begin, no list of who should."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A risk point with nobody. `lost`: who would have helped. `offered`: who offered to help or to keep watch elsewhere at its scene;
    `free`: of those around the family who has nothing to do at this scene, who does least at all first.
    """

    risk: str
    scene: str | None
    lost: tuple[str, ...]
    offered: tuple[str, ...]
    free: tuple[str, ...]


def gaps(counted: Counted, absent: Iterable[str] = ()) -> tuple[Gap, ...]:
    """The risk points that have nobody when these people are away; without them those that have nobody anyway. Who may not read the
    risk point is not named for it.
    """
    away = counted.bits(absent)
    doing = _doing(counted)
    return tuple(_gap(counted, risk, away, doing) for risk, mask in counted.masks.items() if not mask & ~away)


def emptied(counted: Counted, absent: Iterable[str]) -> tuple[str, ...]:
    """The scenes that have helpers, and nobody at all when these people are away."""
    away = counted.bits(absent)
    return tuple(scene for scene in counted.at if (cast := whole_cast(counted, scene)) and not cast & ~away)


def _gap(counted: Counted, risk: str, away: int, doing: Counter[str]) -> Gap:
    card = counted.risks[risk]
    there = set(counted.names(~away & (1 << len(counted.people)) - 1))
    known = [p for p in counted.people if p in there and may_read(counted.board, card, p)]
    offering, busy = set(_offering(counted, card.scene)), set(_busy(counted, card.scene))
    parents = {person for person in known if counted.board.role_of(person) is Role.PARENT}
    free = [person for person in known if person not in offering | busy | parents]
    free.sort(key=lambda p: (counted.board.role_of(p) is Role.PROFESSIONAL, doing[p]))
    offered = tuple(person for person in known if person in offering)
    return Gap(risk, card.scene, counted.helpers[risk], offered, tuple(free[:MOST_ASKED]))


def _offering(counted: Counted, scene: str | None) -> Iterator[str]:
    for card in counted.board.cards.values():
        if scene is not None and card.scene == scene and _stands(counted, card):
            yield card.author


def _stands(counted: Counted, card: Card) -> bool:
    return card.kind in HELP and card.on_board and not card.parked and not counted.board.has_lapsed(card)


def _busy(counted: Counted, scene: str | None) -> Iterator[str]:
    for risk in counted.at.get(scene or "", ()):
        for agreement in counted.agreements[risk]:
            yield from who_do(agreement)


def _doing(counted: Counted) -> Counter[str]:
    """In how many agreements each is the doer or a back-up."""
    return Counter(person for a in counted.board.agreements.values() if a.carried for person in who_do(a))
