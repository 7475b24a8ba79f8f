"""The dry run: a "what if" card is drawn, walked through at a moment of the day, and what came of it is kept.

Source: PRODUCT.md, "beside the checks, the dry run": the cards are walked through, the result is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sos_core.domain import events as e
from sos_core.domain.board import Board, WhatIf
from sos_core.domain.dry_run import WhatIfIdea, scenes_for
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotFound
from sos_core.domain.kinds import DryRunOutcome
from sos_core.domain.rules.agreements import agreement_of
from sos_core.domain.rules.meeting import scene_of

Pick = Callable[[Sequence[Any]], Any]
"""Chance: one of several."""
MOST_WHAT_IFS = 300


def choose_idea(board: Board, ideas: Iterable[WhatIfIdea], *, pick: Pick) -> WhatIfIdea:
    """By chance one that was not drawn for this plan yet: a card that was put away unwalked does not come back by itself. What is
    near to a child is left to whoever knows who is there (`by_chance`). One that could happen at a scene of this family's comes
    before those that fit nowhere.
    """
    drawn = {one.idea for one in _of_this_plan(board)}
    left = [idea for idea in ideas if idea.by_chance and idea.id not in drawn]
    if not left:
        raise DomainError("dry_run.all_drawn")
    chosen: WhatIfIdea = pick([idea for idea in left if scenes_for(idea, board)] or left)
    return chosen


def draw_what_if(
    board: Board, idea: WhatIfIdea, *, what_if: str, title: str, question: str, scene: str | None, pick: Pick
) -> e.WhatIfDrawn:
    """It lies on the table, at `scene`; else where everybody is if it could happen there, else by chance at a scene where it
    could, else where everybody is. Not one that was walked through in this plan. `title` and `question` are ids of its words.
    """
    _check_room(board)
    if any(one.idea == idea.id and one.outcome for one in _of_this_plan(board)):
        raise DomainError("dry_run.walked_already")
    at = scene_of(board, scene).id if scene else _scene_for(board, idea, pick)
    return e.WhatIfDrawn(what_if, idea.id, title, question, at)


def write_what_if(board: Board, *, what_if: str, title: str, question: str, scene: str | None) -> e.WhatIfDrawn:
    """A card of this family's own lies on the table: at `scene`, else where everybody is, else at the first scene of the film."""
    _check_room(board)
    now = board.now.scene if board.now.scene in board.scenes else next(iter(board.scenes), None)
    if scene is None and now is None:
        raise DomainError("dry_run.no_scene")
    return e.WhatIfDrawn(what_if, "", title, question, scene_of(board, scene or str(now)).id)


def fit_what_if(board: Board, *, what_if: str, scene: str) -> e.WhatIfFitted:
    return e.WhatIfFitted(what_if_of(board, what_if).id, scene_of(board, scene).id)


def walk_what_if(
    board: Board,
    *,
    what_if: str,
    outcome: DryRunOutcome,
    words: str | None,
    base: str,
    change: str,
    agreements: Sequence[str] = (),
    on: date,
) -> e.WhatIfWalked:
    """Whether it holds, on the version that the desk looked at, else ChangedMeanwhile: what one writes down never replaces what
    another wrote unseen. Where it does not hold, what is missing is said; where it does, the agreements by which it held were
    practised.
    """
    found = what_if_of(board, what_if)
    if found.base != base:
        raise ChangedMeanwhile("dry_run.written_meanwhile", current=found.base)
    if outcome is not DryRunOutcome.HOLDS and words is None:
        raise DomainError("dry_run.what_is_missing")
    held = tuple(agreement_of(board, one).id for one in agreements)
    if outcome is DryRunOutcome.HOLDS and held:
        return e.WhatIfHeld(what_if, change, outcome, words, held, on)
    return e.WhatIfWalked(what_if, change, outcome, words)


def answer_what_if(board: Board, *, what_if: str, agreement: str) -> e.WhatIfAnswered:
    """An agreement that was made or changed because of it."""
    return e.WhatIfAnswered(what_if_of(board, what_if).id, agreement_of(board, agreement).id)


def put_away_what_if(board: Board, *, what_if: str) -> e.WhatIfPutAway:
    """Whatever it is, nobody has to go through it."""
    if board.now.what_if != what_if:
        raise DomainError("dry_run.not_on_table")
    return e.WhatIfPutAway(what_if)


def what_if_of(board: Board, what_if: str) -> WhatIf:
    """The card, or NotFound."""
    if what_if not in board.what_ifs:
        raise NotFound("dry_run.no_such_card")
    return board.what_ifs[what_if]


def _check_room(board: Board) -> None:
    if len(board.what_ifs) >= MOST_WHAT_IFS:
        raise DomainError("dry_run.too_many", most=MOST_WHAT_IFS)


def _of_this_plan(board: Board) -> list[WhatIf]:
    return [one for one in board.what_ifs.values() if one.version == board.version_in_hand]


def _scene_for(board: Board, idea: WhatIfIdea, pick: Pick) -> str:
    fitting = scenes_for(idea, board)
    now = board.now.scene
    if now in board.scenes and (now in fitting or not fitting):
        return str(now)
    if not board.scenes:
        raise DomainError("dry_run.no_scene")
    return str(pick(fitting or list(board.scenes)))
