"""Who stands ready where, and how much help that is: the one reading that the film, the paper and the checks share. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sos_core.domain.board.agreed import Agreement
from sos_core.domain.board.film import Card
from sos_core.domain.kinds import CardKind, Cover, Role

if TYPE_CHECKING:
    from sos_core.domain.board import Board


@dataclass(frozen=True, slots=True)
class Ready:
    """Who stands ready at one risk point, or at a scene without one: `agreed`, the hands of its carried agreements, and the `offers` to
    step in; both in the order in which they are asked. Nobody who left, who said no, or who is a child.
    """

    agreed: tuple[str, ...]
    offers: tuple[Card, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Those of whom it is known who they are, each once."""
        return tuple(dict.fromkeys((*self.agreed, *(card.author for card in self.offers if card.author))))

    def number(self, without: Collection[str] = ()) -> int:
        """How many people that is at the least, `without` some. An offer whose giver is not told is a person by itself beside other
        offers; beside agreements it is not, for who gave it may have agreed.
        """
        known = [person for person in self.people if person not in without]
        return max(len(known), len(one_each(card for card in self.offers if card.author not in without)))


def ready_at_risks(board: Board) -> dict[str, Ready]:
    """By risk point on the board. An offer at one risk point is for that one only; one at its scene is for all there."""
    agreed, offers = _agreed(board), _offers(board)
    return {risk.id: _ready(risk, agreed, offers) for risk in board.cards.values() if is_up(risk, CardKind.RISK)}


def ready_at_scenes(board: Board) -> dict[str, tuple[Ready, ...]]:
    """By scene: at each of its risk points; of a scene without risk points, at the scene itself."""
    found: dict[str, list[Ready]] = {scene: [] for scene in board.scenes}
    for risk, ready in ready_at_risks(board).items():
        if (scene := board.cards[risk].scene) in found:
            found[scene].append(ready)
    offers = _offers(board) if not all(found.values()) else {}
    return {scene: tuple(row) or (Ready((), tuple(offers.get((scene, None), ()))),) for scene, row in found.items()}


def cover_of(ready: Iterable[Ready], without: Collection[str] = ()) -> Cover:
    """How much help this scene has: as much as its least covered risk point. With two people there is a first and a back-up."""
    points = list(ready)
    least = min((one.number(without) for one in points), default=0)
    if least > 1:
        return Cover.ENOUGH
    more = together(points).number(without) > least
    return ((Cover.NOBODY, Cover.NOT_EVERYWHERE), (Cover.ONE, Cover.ONE_SOMEWHERE))[least][more]


def together(ready: Iterable[Ready]) -> Ready:
    """All who stand ready at one of these."""
    points = list(ready)
    offers = {card.id: card for one in points for card in one.offers}
    return Ready(tuple(dict.fromkeys(person for one in points for person in one.agreed)), tuple(offers.values()))


def one_each(offers: Iterable[Card]) -> list[Card]:
    """The first offer of each person; one without a name is a person by itself."""
    first: dict[str, Card] = {}
    for card in offers:
        first.setdefault(card.author or card.id, card)
    return list(first.values())


def counts(board: Board, person: str | None) -> bool:
    """Whether this is a grown-up who was let in and did not leave; in an adopted plan: had not left by then."""
    who = board.attendees.get(person or "")
    return who is not None and not who.away and who.role not in {None, Role.CHILD}


def who_do(agreement: Agreement) -> tuple[str, ...]:
    """The doer and the back-ups who did not say no to it."""
    refused = set(agreement.cannot)
    return tuple(person for person in agreement.hands if person not in refused)


def is_up(card: Card, kind: CardKind) -> bool:
    """Whether this is such a card, where all who may read it see it."""
    return card.kind is kind and card.on_board and not card.parked and not card.taken_back


Place = tuple[str | None, str | None]
"""At a scene, or at one risk point of it."""


def place_of(card: Card) -> Place:
    return (None, card.risk) if card.risk else (card.scene, None)


def _ready(risk: Card, agreed: Mapping[str, list[str]], offers: Mapping[Place, list[Card]]) -> Ready:
    there = offers.get((None, risk.id), []) + (offers.get((risk.scene, None), []) if risk.scene else [])
    return Ready(tuple(dict.fromkeys(agreed.get(risk.id, ()))), tuple(there))


def _agreed(board: Board) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for agreement in board.agreements.values():
        hands = [person for person in who_do(agreement) if counts(board, person)] if agreement.carried else []
        for risk in agreement.risks if hands else ():
            found[risk] += hands
    return found


def _offers(board: Board) -> dict[Place, list[Card]]:
    """Where who offered to step in, in the order in which they are asked."""
    found: dict[Place, list[Card]] = defaultdict(list)
    for offers in board.help_by_scene().values():
        for card in offers:
            if (
                card.kind is CardKind.HELP_STEP_IN
                and not card.taken_back
                and (not card.author or counts(board, card.author))
            ):
                found[place_of(card)].append(card)
    return found
