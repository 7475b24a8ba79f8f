"""What is asked when, and which kinds of cards can be said where. Decided here for every face."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sos_core.domain.board import Board, Card
from sos_core.domain.kinds import HELP, QUESTIONS, WORRIES_AND_STRENGTHS_QUESTIONS, CardKind, Phase, Role

QUESTIONS_IN = {Phase.WORRIES_AND_STRENGTHS: WORRIES_AND_STRENGTHS_QUESTIONS, Phase.FILM: QUESTIONS}
_PHASES_AT_A_SCENE = frozenset({Phase.FILM, Phase.AGREEMENTS})
AT_A_SCENE = HELP | {CardKind.RISK, CardKind.SAFEGUARD, CardKind.CHILD_ACTION}
"""What is about a moment of the day."""
ON_A_RISK = HELP | {CardKind.WARNING_SIGN, CardKind.SAFEGUARD}
"""What may hang on a risk point; an early sign must."""
ABOUT_ALL = frozenset({CardKind.WORRY})
"""What never stands at a scene, also when it is said there."""
LOOK_AROUND = (Phase.WELCOME, Phase.BOTTOM_LINES, Phase.WORRIES_AND_STRENGTHS, Phase.AGREEMENTS, Phase.ADOPTION)
"""Where a phone may look while the group is elsewhere. Numbers are given together; through the film one looks by its scenes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What phones ask now: the scene where the group is, and the kind of card that answers; either may be None."""

    scene: str | None
    kind: CardKind | None


def questions_in(phase: Phase) -> tuple[CardKind, ...]:
    """The questions that can be asked in this phase, in their order."""
    return QUESTIONS_IN.get(phase, QUESTIONS)


def asked_of_phones(board: Board, risky: frozenset[str | None], role: Role | None = None) -> Asked:
    """The film asks about its scene; a "what if" card on the table what one does then, at its scene, and a child to whom it goes;
    worries and strengths about all; elsewhere nobody is asked for words.

    `risky` are the scenes at which this person sees a risk point: an early sign is not asked of somebody who sees none; then it is
    the risk itself.
    """
    now = board.now
    if now.phase is Phase.DRY_RUN and (what_if := board.what_ifs.get(now.what_if or "")):
        kind = CardKind.CHILD_ACTION if role is Role.CHILD else CardKind.SAFEGUARD
        return Asked(what_if.scene, kind) if what_if.scene in board.scenes else Asked(None, None)
    scene = now.scene if now.phase in _PHASES_AT_A_SCENE and now.scene in board.scenes else None
    if now.phase is not Phase.FILM or scene is None:
        return Asked(scene, asked_in(now.phase, now.question))
    return Asked(scene, asked_at(now.question, scene in risky))


def asked_in(phase: Phase, question: CardKind) -> CardKind | None:
    """What is asked in this phase when it is about no scene, while the group is at this question."""
    if phase is not Phase.WORRIES_AND_STRENGTHS:
        return None
    return question if question in WORRIES_AND_STRENGTHS_QUESTIONS else WORRIES_AND_STRENGTHS_QUESTIONS[0]


def asked_at(question: CardKind, with_risk: bool) -> CardKind:
    """What is asked at a scene of the film, with a risk point in it or not yet, while the group is at this question."""
    return question if question in kinds_at(with_risk) else CardKind.RISK


def kinds_anywhere() -> tuple[CardKind, ...]:
    """What can be said where there is no scene."""
    return tuple(kind for kind in CardKind if kind not in AT_A_SCENE and kind is not CardKind.WARNING_SIGN)


def kinds_at(with_risk: bool) -> tuple[CardKind, ...]:
    """What can be said at a scene, with a risk point in it or not yet."""
    return tuple(kind for kind in CardKind if with_risk or kind is not CardKind.WARNING_SIGN)


def scenes_with_risk(risks: Iterable[Card]) -> frozenset[str | None]:
    """Where these risk points stand."""
    return frozenset(card.scene for card in risks)
