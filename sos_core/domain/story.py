"""How a meeting went, to be looked at again: the board as it was, without what somebody would rather not see come back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from sos_core.domain import events as e
from sos_core.domain.audience import narrower
from sos_core.domain.board import Board, Card
from sos_core.domain.fold import apply, undone_in
from sos_core.domain.replacing import replace


def what_counts(entries: Sequence[e.Entry]) -> list[e.Entry]:
    """The journal without the steps that were undone, and without the undoing: what was put right is not shown wrong again."""
    gone = undone_in(entries)
    return [x for x in entries if x.seq not in gone and not isinstance(x.event, e.Undone | e.Redone)]


EVERY = 128
"""So many entries lie between two boards that a reel keeps."""


class Reel:
    """The boards of one meeting, as it went. Promise: `at(seq)` is the replay of what counts up to there; a step forward costs one
    entry, any other step at most `EVERY`, however long the meeting.
    """

    def __init__(self, entries: Sequence[e.Entry], before: Reel | None = None) -> None:
        """`before`: the reel of the same meeting up to some moment; what still holds of it is kept."""
        self._counts = what_counts(entries)
        self._seqs = [entry.seq for entry in self._counts]
        self._kept = {0: Board()}
        self._last = 0, Board()
        if before:
            same = sum(
                1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(before._counts, self._counts, strict=False))
            )
            self._kept |= {place: board for place, board in before._kept.items() if place <= same}

    def at(self, seq: int) -> Board:
        """The board as it was at `seq`."""
        end = bisect_right(self._seqs, seq)
        nearest = end - end % EVERY
        while nearest not in self._kept:
            nearest -= EVERY
        place, board = max(
            (self._last, (nearest, self._kept[nearest])), key=lambda known: known[0] if known[0] <= end else -1
        )
        for entry in self._counts[place:end]:
            board, place = apply(entry, board), place + 1
            if place % EVERY == 0:
                self._kept[place] = board
        self._last = end, board
        return board


def as_wanted_now(then: Board, now: Board) -> Board:
    """What was taken back since stays away, what was hidden since stays hidden, who became nameless since stays so."""
    newest = now.cards
    cards = {
        key: card if newest.get(key) is card else card_as_wanted_now(card, now) for key, card in then.cards.items()
    }
    return replace(then, cards=cards)


def card_as_wanted_now(card: Card, now: Board) -> Card:
    newest = now.cards.get(card.id)
    if newest is None:
        return replace(card, taken_back=True, words=None)
    wanted = (
        newest.taken_back,
        card.named and newest.named,
        narrower(card.audience, newest.audience),
        tuple(dict.fromkeys(card.hidden_from + newest.hidden_from)),
    )
    if wanted == (card.taken_back, card.named, card.audience, card.hidden_from):
        return card
    taken_back, named, audience, hidden_from = wanted
    return replace(card, taken_back=taken_back, named=named, audience=audience, hidden_from=hidden_from)


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
    e.DayWithoutShown,
    e.DayWithoutEnded,
    e.TodoShown,
    e.TodoHidden,
    e.CardsShown,
    e.AgreementMade,
    e.AgreementDropped,
    e.AgreementAnswered,
    e.ProofNoted,
    e.WhatIfDrawn,
    e.WhatIfFitted,
    e.WhatIfWalked,
    e.WhatIfAnswered,
    e.WhatIfPutAway,
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
