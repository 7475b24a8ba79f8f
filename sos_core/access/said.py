"""The change that comes most: somebody said something. Its slices hold that card and nothing that does not lean on it. Pure."""

from __future__ import annotations

from sos_core.access.change import LEFT_OF_CARDS, Change, Moment, held_by, named_by, not_for_all, without_now
from sos_core.domain.board.ready import is_up
from sos_core.domain.kinds import HELP, CardKind
from sos_core.domain.replacing import replace


def card_said(before: Moment, after: Moment, said: str) -> Change | None:
    """The `change` between two moments when all that came is this card; None where more may look different: help, a risk point on the
    board, and a safeguard while the screen says what is to do, change what their scene shows; and a card that was there before (a
    step was put back) may have others that lean on it.

    Promise: the patches are those of `change`, whatever else was ever said; and they cost the same.
    """
    old, new = before.board, after.board
    card = new.cards.get(said)
    if card is None or said in old.cards or len(new.cards) != len(old.cards) + 1:
        return None
    if card.kind in HELP or is_up(card, CardKind.RISK) or (new.now.todo and is_up(card, CardKind.SAFEGUARD)):
        return None
    risk = {card.risk: new.cards[card.risk]} if card.risk and card.risk in new.cards else {}
    asks = card.kind is CardKind.RISK
    here = named_by(new, [card, *risk.values()])
    named = here | named_by(new, not_for_all(new)) if asks else here
    people = {who: new.attendees[who] for who in here}
    there = replace(
        without_now(new),
        attendees=people,
        cards={**risk, said: card},
        scenes={},
        notes={},
        confidences={},
        agreements={},
        lines={},
        check_ins={},
        talks={},
        scales={},
        what_ifs={},
        plans={},
        evaluations={},
    )
    return Change(
        slices=(there, there),
        turned=frozenset(),
        named=named,
        parts={"cards", "left"},
        open=frozenset(f"{what}:{said}" for what in LEFT_OF_CARDS),
        asks=asks,
        said=said,
        **held_by(before, after),
    )
