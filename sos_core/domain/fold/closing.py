"""The end on the board: closed, opened again, erased."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.kinds import Standing
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.ConferenceClosed, board: b.Board, entry: e.Entry) -> b.Board:
    """The door is shut, and nothing plays or ticks on."""
    now = replace(board.now, playing=False, timer=None, without=())
    return replace(board, closed=event.because, door_open=False, now=now)


@fold.register
def _(event: e.ConferenceReopened, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, closed=None)


@fold.register
def _(event: e.WordsErased, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, erased=event.keeping)


@fold.register
def _(event: e.PersonErased, board: b.Board, entry: e.Entry) -> b.Board:
    """What was theirs alone is not there any more; what others may lean on stands there without words."""
    return replace(
        board,
        attendees=changed(board.attendees, event.person, standing=Standing.OUT, away=True, here=False),
        confidences=_of_others(board.confidences, event.person),
        corrections=_of_others(board.corrections, event.person),
        notes=_of_others(board.notes, event.person),
        statements={key: one for key, one in board.statements.items() if key != event.person},
    )


@fold.register
def _(event: e.Erased, board: b.Board, entry: e.Entry) -> b.Board:
    return board


def _of_others(things: Mapping[str, Any], person: str) -> dict[str, Any]:
    return {key: one for key, one in things.items() if one.person != person}
