"""Check 9, the child: what the child can do in each scene, whether a child was asked, and that no plan rests on a child.

Source: "Hierbij zijn het kind, de ouders, hun netwerk en de hulpverlening aanwezig"; PRODUCT.md, check 9. Who is with the child in a scene
is in no field of its own: it is asked together with what the child does.
"""

from __future__ import annotations

from collections.abc import Iterator

from sos_core.domain.board import Board
from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.kinds import CardKind, Role


def child(counted: Counted) -> Iterator[Finding]:
    """`no_child_action`: scenes with a risk point at which no card says what the child does. `no_child_asked`: no child set a number
    or answered an agreement; `child_not_asked`: these did not. `child_carries`: a child is the doer or a back-up.
    """
    board = counted.board
    said = {c.scene for c in board.cards.values() if c.kind is CardKind.CHILD_ACTION and c.on_board}
    if open_ := tuple(scene for scene in counted.at if scene not in said):
        yield Finding(check=Check.CHILD, what="no_child_action", weight=Weight.LOOK_AT, scenes=open_)
    yield from _asked(board)
    for agreement in board.agreements.values():
        if young := tuple(person for person in agreement.hands if board.role_of(person) is Role.CHILD):
            yield Finding(
                check=Check.CHILD,
                what="child_carries",
                weight=Weight.MUST_LOOK_AT,
                agreements=(agreement.id,),
                people=young,
            )


def _asked(board: Board) -> Iterator[Finding]:
    children = [who.id for who in board.attendees.values() if who.role is Role.CHILD and not who.away]
    silent = tuple(person for person in children if not _was_asked(board, person))
    if silent:
        nobody = len(silent) == len(children)
        what, weight = ("no_child_asked", Weight.MUST_LOOK_AT) if nobody else ("child_not_asked", Weight.LOOK_AT)
        yield Finding(check=Check.CHILD, what=what, weight=weight, people=silent)


def _was_asked(board: Board, person: str) -> bool:
    """Whether the child set a number on the scale, or answered an agreement."""
    numbered = any(person in scale.values for scale in board.scales.values())
    return numbered or any(person in agreement.answers for agreement in board.agreements.values())
