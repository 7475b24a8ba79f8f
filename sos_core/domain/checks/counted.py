"""On whom one can count, where: one reading of the board that all checks share, with sets of people as bits. Pure.

Who left or was put out does not count, nor who said no; and a child is never somebody to fall back on ("betrouwbare mensen in hun
omgeving … om op terug te vallen").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sos_core.domain.board import Agreement, Board, Card
from sos_core.domain.kinds import CardKind, Role

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


def counts(board: Board, person: str | None) -> bool:
    """Whether this is a grown-up who was let in and did not leave; in an adopted plan: had not left by then."""
    who = board.attendees.get(person or "")
    return who is not None and not who.away and who.role not in {None, Role.CHILD}


def count(board: Board) -> Counted:
    """Reads the board once."""
    people = tuple(person for person in board.attendees if counts(board, person))
    bit = {person: 1 << place for place, person in enumerate(people)}
    risks = {card.id: card for card in board.cards.values() if _is_up(card, CardKind.RISK)}
    about = _agreements_about(board)
    offers, safeguards = _offers(board), _safeguards(board)
    helpers: dict[str, tuple[str, ...]] = {}
    masks: dict[str, People] = {}
    at: dict[str, list[str]] = defaultdict(list)
    for risk in risks.values():
        agreed = [person for agreement in about[risk.id] for person in who_do(agreement)]
        offered = offers[None, risk.id] + (offers[risk.scene, None] if risk.scene else [])
        helpers[risk.id] = tuple(person for person in dict.fromkeys([*agreed, *offered]) if person in bit)
        masks[risk.id] = sum(bit[person] for person in helpers[risk.id])
        if risk.scene and risk.scene in board.scenes:
            at[risk.scene].append(risk.id)
    done = {risk for risk in risks if any(any(p in bit for p in who_do(a)) for a in about[risk])}
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


def who_do(agreement: Agreement) -> tuple[str, ...]:
    """The doer and the back-ups who did not say no to it."""
    refused = set(agreement.cannot)
    return tuple(person for person in agreement.hands if person not in refused)


def _agreements_about(board: Board) -> dict[str, list[Agreement]]:
    about: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in board.agreements.values():
        for risk in agreement.risks if agreement.carried else ():
            about[risk].append(agreement)
    return about


Place = tuple[str | None, str | None]
"""At a scene, or at one risk point of it."""


def _place(card: Card) -> Place:
    return (None, card.risk) if card.risk else (card.scene, None)


def _offers(board: Board) -> dict[Place, list[str]]:
    """Who offered to step in where, in the order in which they are asked. An offer at one risk point is for that one only."""
    found: dict[Place, list[str]] = defaultdict(list)
    for offers in board.help_by_scene().values():
        for card in offers:
            if card.kind is CardKind.HELP_STEP_IN and not card.taken_back:
                found[_place(card)].append(card.author)
    return found


def _safeguards(board: Board) -> set[Place]:
    return {_place(card) for card in board.cards.values() if _is_up(card, CardKind.SAFEGUARD)}


def _is_up(card: Card, kind: CardKind) -> bool:
    return card.kind is kind and card.on_board and not card.parked and not card.taken_back
