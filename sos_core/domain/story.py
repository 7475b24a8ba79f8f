"""How a meeting went, to be looked at again: the board as it was, without what somebody would rather not see come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sos_core.domain import events as e
from sos_core.domain.audience import narrower
from sos_core.domain.board import Board, Card
from sos_core.domain.fold import replay, undone_in


def what_counts(entries: Sequence[e.Entry]) -> list[e.Entry]:
    """The journal without the steps that were undone, and without the undoing: what was put right is not shown wrong again."""
    gone = undone_in(entries)
    return [x for x in entries if x.seq not in gone and not isinstance(x.event, e.Undone | e.Redone)]


def board_then(entries: Sequence[e.Entry], seq: int) -> Board:
    """The board as it was at `seq`, as narrow as people want it now: see `as_wanted_now`."""
    return as_wanted_now(replay(x for x in what_counts(entries) if x.seq <= seq), replay(entries))


def as_wanted_now(then: Board, now: Board) -> Board:
    """What was taken back since stays away, what was hidden since stays hidden, who became nameless since stays so."""
    cards = {key: card_as_wanted_now(card, now) for key, card in then.cards.items()}
    return replace(then, cards=cards)


def card_as_wanted_now(card: Card, now: Board) -> Card:
    newest = now.cards.get(card.id)
    if newest is None:
        return replace(card, taken_back=True, words=None)
    return replace(
        card,
        taken_back=newest.taken_back,
        named=card.named and newest.named,
        audience=narrower(card.audience, newest.audience),
        hidden_from=tuple(dict.fromkeys(card.hidden_from + newest.hidden_from)),
    )


TOLD: tuple[type, ...] = (
    e.PersonAdmitted,
    e.PhaseMoved,
    e.SceneShown,
    e.PlayStarted,
    e.PlayStopped,
    e.QuestionAsked,
    e.SceneTalkedThrough,
    e.RoutineAdded,
    e.RoutineChanged,
    e.RoutineMoved,
    e.RoutineRemoved,
    e.SceneAdded,
    e.SceneChanged,
    e.SceneMoved,
    e.SceneRemoved,
    e.PicturePut,
    e.HelpNoted,
    e.HelpersOrdered,
    e.CardWritten,
    e.CardPutOnBoard,
    e.CardTakenOffBoard,
    e.ChildAgreed,
    e.CardParked,
    e.CardUnparked,
    e.CardClarified,
    e.CardMoved,
    e.CardsMerged,
    e.CardSplit,
    e.CardPutInLight,
    e.CardsShown,
    e.AgreementMade,
    e.AgreementDropped,
    e.AgreementAnswered,
    e.ScaleAsked,
    e.ScaleShown,
    e.BottomLineJudged,
    e.PlanAdopted,
    e.EvaluationStarted,
    e.EvaluationEnded,
)
"""What somebody in the room noticed: what was led, changed, put up, agreed and decided. Who left, who waits, what goes on at
the desk and who set a number is not told. `AgreementMade` is the changed one too.
"""
