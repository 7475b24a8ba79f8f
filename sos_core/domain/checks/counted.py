"""On whom one can count, where: one reading of the board that all checks share, with sets of people as bits. Pure.

Who left or was put out does not count, nor who said no; and a child is never somebody to fall back on ("betrouwbare mensen in hun
omgeving … om op terug te vallen").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sos_core.domain.board import Agreement, Board, Card
from sos_core.domain.board.ready import Place, counts, is_up, place_of, ready_at_risks
from sos_core.domain.kinds import CardKind

People = int
"""A set of people: the bit of somebody stands at the place that they have in `Counted.people`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """`people`: who counts. `risks`: the risk points on the board. Of each: `helpers`, in the order in which they are asked, and the
    same as bits in `masks`; the carried agreements about it; whether something prevents it. `at`: the risk points of each scene.
    """

    board: Board
    people: tuple[str, ...]
    risks: Mapping[str, Card]
    helpers: Mapping[str, tuple[str, ...]]
    masks: Mapping[str, People]
    agreements: Mapping[str, tuple[Agreement, ...]]
    safeguarded: frozenset[str]
    at: Mapping[str, tuple[str, ...]]

    def bits(self, people: Iterable[str]) -> People:
        """These people as bits; who does not count is not among them."""
        wanted = set(people)
        return sum(1 << place for place, person in enumerate(self.people) if person in wanted)

    def names(self, mask: People) -> tuple[str, ...]:
        """The ids of these people."""
        return tuple(self.people[place] for place in places(mask))


def places(mask: People) -> Iterator[int]:
    """Where its bits stand."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def count(board: Board) -> Counted:
    """Reads the board once."""
    people = tuple(person for person in board.attendees if counts(board, person))
    bit = {person: 1 << place for place, person in enumerate(people)}
    risks = {card.id: card for card in board.cards.values() if is_up(card, CardKind.RISK)}
    about, safeguards, ready = _agreements_about(board), _safeguards(board), ready_at_risks(board)
    helpers = {risk: ready[risk].people for risk in risks}
    masks = {risk: sum(bit[person] for person in people) for risk, people in helpers.items()}
    at: dict[str, list[str]] = defaultdict(list)
    for risk in risks.values():
        if risk.scene and risk.scene in board.scenes:
            at[risk.scene].append(risk.id)
    done = {risk for risk, there in ready.items() if there.agreed}
    prevented = {r.id for r in risks.values() if not safeguards.isdisjoint({(None, r.id), (r.scene, None)})}
    return Counted(
        board=board,
        people=people,
        risks=risks,
        helpers=helpers,
        masks=masks,
        agreements={risk: tuple(about[risk]) for risk in risks},
        safeguarded=frozenset(done | prevented),
        at={scene: tuple(at[scene]) for scene in board.scenes if at[scene]},
    )


def _agreements_about(board: Board) -> dict[str, list[Agreement]]:
    about: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in board.agreements.values():
        for risk in agreement.risks if agreement.carried else ():
            about[risk].append(agreement)
    return about


def _safeguards(board: Board) -> set[Place]:
    return {place_of(card) for card in board.cards.values() if is_up(card, CardKind.SAFEGUARD)}
