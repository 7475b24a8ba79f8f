"""A safety plan: the board as it was when it was adopted, and what differs from the version before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sos_core.domain.board import Agreement, Board, Card
from sos_core.domain.errors import NotFound
from sos_core.domain.events import Entry
from sos_core.domain.fold import replay
from sos_core.domain.replacing import replace


@dataclass(frozen=True, slots=True)
class Changes:
    """Agreements by id: new ones, ones that went, ones whose text, people or links differ."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[str, ...]


def plan_of(entries: Iterable[Entry], version: int) -> Board:
    """The board as it was at the adoption of `version`, with today's eyes: what was hidden or taken back since stays away.

    Own statements are those of today: they are said of a plan that stands.
    Who has left sees it no more; whether somebody can be counted on is as it was then.
    """
    journal = list(entries)
    today = replay(journal)
    if version not in today.plans:
        raise NotFound("plan.no_such_version")
    then = replay(entry for entry in journal if entry.seq <= today.plans[version].seq)
    cards = {key: _as_today(card, today) for key, card in then.cards.items()}
    attendees = {key: replace(who, away=then.is_away(key)) for key, who in today.attendees.items()}
    return replace(then, cards=cards, attendees=attendees, statements=today.statements)


def changes(before: Board, after: Board) -> Changes:
    """What the family agreed otherwise than in the version before."""
    old, new = before.agreements, after.agreements
    return Changes(
        added=tuple(key for key in new if key not in old),
        dropped=tuple(key for key in old if key not in new),
        changed=tuple(key for key in new if key in old and _terms(new[key]) != _terms(old[key])),
    )


def unsupported(board: Board) -> tuple[int, int]:
    """How many agreements nobody steps in for, and how many nobody watches; who said that they cannot does neither."""
    agreements = [(agreement, set(agreement.cannot)) for agreement in board.agreements.values()]
    return (
        sum(not set(agreement.backups) - cannot for agreement, cannot in agreements),
        sum(agreement.monitor is None or agreement.monitor in cannot for agreement, cannot in agreements),
    )


def _terms(agreement: Agreement) -> Agreement:
    """The agreement without what people answered to it and how it proved itself."""
    return replace(agreement, answers={}, proven=())


def _as_today(card: Card, today: Board) -> Card:
    now = today.cards[card.id]
    kept = replace(card, audience=now.audience, hidden_from=now.hidden_from, taken_back=now.taken_back, held=now.held)
    return replace(kept, words=None, on_board=False) if now.taken_back else kept
