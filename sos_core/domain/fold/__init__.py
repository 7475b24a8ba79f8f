"""From the journal to the board. Folding is dumb: it decides nothing, and a fact about something gone is passed over."""

from __future__ import annotations

from collections.abc import Iterable

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold import (  # noqa: F401 -- each registers its own facts
    breaches,
    cards,
    closing,
    confiding,
    contact,
    correcting,
    dry_run,
    film,
    handling,
    in_between,
    lead,
    pictures,
    plan,
    preparing,
    restrictions,
    room,
    scale,
    statements,
    together,
)
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace

_TURNED = (e.Undone, e.Redone)


def replay(entries: Iterable[e.Entry]) -> b.Board:
    """The board after these entries, in order of seq. Steps that were undone do not count."""
    kept = list(entries)
    gone = undone_in(kept)
    board = b.Board()
    for entry in kept:
        if entry.seq not in gone:
            board = fold(entry.event, board, entry)
    return replace(board, seq=kept[-1].seq) if kept else board


def apply(entry: e.Entry, board: b.Board) -> b.Board:
    """The board after one more entry. An `Undone` or `Redone` wants a fresh `replay`: here it only moves the seq."""
    return replace(fold(entry.event, board, entry), seq=entry.seq)


def undone_in(entries: Iterable[e.Entry]) -> set[int]:
    """The seqs that do not count: each step counts or not by what was said of it last."""
    last = {x.event.seq: x.event for x in entries if isinstance(x.event, _TURNED)}
    return {seq for seq, event in last.items() if isinstance(event, e.Undone)}
