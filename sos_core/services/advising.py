"""Advice: what the checks find, and what a day without somebody would leave open. For the desk of whoever leads, and no other face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.access.eyes import DESK
from sos_core.access.keeping import as_read_by
from sos_core.domain.checks import findings_of
from sos_core.domain.checks.counted import count
from sos_core.domain.checks.finding import Finding, heaviness
from sos_core.domain.checks.gaps import Gap, emptied, gaps
from sos_core.services.carrying_out import stake_in
from sos_core.services.coming_weeks import found_in_time
from sos_core.services.house import House
from sos_core.services.wording import found_in_words


@dataclass(frozen=True, slots=True)
class Advice:
    """As of `seq`. `findings`: what weighs most first. `gaps`: risk points that have nobody on a day without the people who were named,
    `scenes` those that then have nobody at all. Ids only: the words stand in the view.
    """

    seq: int
    findings: list[Finding]
    scenes: tuple[str, ...]
    gaps: tuple[Gap, ...]


def advise(house: House, actor: Actor, conference: str, *, without: Sequence[str] = ()) -> Advice:
    """Only for whoever leads this conference. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    seen, _ = as_read_by(current.board, DESK, current.lookup)
    counted = count(seen)
    beside = (*found_in_time(house, seen, on=house.today()), *found_in_words(seen, current.lookup))
    findings = sorted([*findings_of(counted), *beside], key=heaviness)
    return Advice(current.board.seq, findings, emptied(counted, without), gaps(counted, without))
