"""From the journal to the board. Folding is dumb: it decides nothing, and a fact about something gone is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import singledispatch
from typing import Any, TypeVar

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.kinds import Decision, Standing

Thing = TypeVar("Thing")


def replay(entries: Iterable[e.Entry]) -> b.Board:
    """The board after these entries, in order of seq. Steps that were undone do not count."""
    kept = list(entries)
    undone = _undone(kept)
    board = b.Board()
    for entry in kept:
        board = replace(board, seq=entry.seq) if entry.seq in undone else apply(entry, board)
    return board


def apply(entry: e.Entry, board: b.Board) -> b.Board:
    """The board after one more entry. An `Undone` or `Redone` wants a fresh `replay`: here it only moves the seq."""
    return replace(_fold(entry.event, board, entry), seq=entry.seq)


def _undone(entries: list[e.Entry]) -> set[int]:
    """The seqs that do not count: each step counts or not by what was said of it last."""
    last = {x.event.seq: x.event for x in entries if isinstance(x.event, e.Undone | e.Redone)}
    return {seq for seq, event in last.items() if isinstance(event, e.Undone)}


def _with(many: Mapping[str, Thing], key: str, **changes: Any) -> dict[str, Thing]:
    """The same things, one of them changed; a key that is not there changes nothing."""
    found: Any = many.get(key)
    return dict(many) if found is None else {**many, key: replace(found, **changes)}


@singledispatch
def _fold(event: Any, board: b.Board, entry: e.Entry) -> b.Board:
    return board


# -- the room ---------------------------------------------------------------------------------------------------------


@_fold.register
def _(event: e.ConferencePlanned, board: b.Board, entry: e.Entry) -> b.Board:
    lines = {
        f.line: b.BottomLine(f.line, f.criterion, f.trigger, f.escalation_who, f.escalation_what, f.escalation_within)
        for f in event.lines
    }
    return replace(board, planned=True, lines=lines)


@_fold.register
def _(event: e.RoutineAdded, board: b.Board, entry: e.Entry) -> b.Board:
    routine = b.Routine(event.routine, event.title, event.picture, tuple(s.scene for s in event.scenes))
    scenes = {
        s.scene: b.Scene(s.scene, event.routine, s.title, s.time, s.place, s.picture, s.library) for s in event.scenes
    }
    now = board.now if board.now.scene else replace(board.now, scene=next(iter(routine.scenes), None))
    return replace(
        board,
        routines={**board.routines, routine.id: routine},
        scenes={**board.scenes, **scenes},
        now=now,
    )


@_fold.register
def _(event: e.DoorOpened, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, door_open=True)


@_fold.register
def _(event: e.DoorClosed, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, door_open=False)


@_fold.register
def _(event: e.PersonCame, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, attendees={**board.attendees, event.person: b.Attendee(event.person)})


@_fold.register
def _(event: e.PersonAdmitted, board: b.Board, entry: e.Entry) -> b.Board:
    admitted = b.Attendee(event.person, Standing.ADMITTED, event.role)
    return replace(board, attendees={**board.attendees, event.person: admitted})


@_fold.register
def _(event: e.PersonCameBack, board: b.Board, entry: e.Entry) -> b.Board:
    back = _with(board.attendees, event.person, standing=Standing.ADMITTED)
    return replace(board, attendees={key: a for key, a in back.items() if key != event.came_as})


@_fold.register
def _(event: e.PersonLeft, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, attendees=_with(board.attendees, event.person, standing=Standing.OUT))


# -- where everybody is -----------------------------------------------------------------------------------------------


@_fold.register
def _(event: e.PhaseMoved, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, phase=event.phase, question=event.question, playing=False))


@_fold.register
def _(event: e.SceneShown, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, scene=event.scene)) if event.scene in board.scenes else board


@_fold.register
def _(event: e.PlayStarted, board: b.Board, entry: e.Entry) -> b.Board:
    if event.scene not in board.scenes:
        return board
    return replace(board, now=replace(board.now, scene=event.scene, playing=True))


@_fold.register
def _(event: e.PlayStopped, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, playing=False))


@_fold.register
def _(event: e.QuestionAsked, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, question=event.question))


@_fold.register
def _(event: e.RoadChanged, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, straight=event.straight))


@_fold.register
def _(event: e.ScreenPaused, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, paused=event.paused))


@_fold.register
def _(event: e.SceneTalkedThrough, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, scenes=_with(board.scenes, event.scene, talked_through=True))


# -- what was said ----------------------------------------------------------------------------------------------------


@_fold.register
def _(event: e.CardWritten, board: b.Board, entry: e.Entry) -> b.Board:
    said = {field.name: getattr(event, field.name) for field in fields(event)}
    card = b.Card(id=said.pop("card"), seq=entry.seq, **said)
    return replace(board, cards={**board.cards, card.id: card})


@_fold.register
def _(event: e.CardPutOnBoard, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=_with(board.cards, event.card, on_board=True, named=event.named))


@_fold.register
def _(event: e.CardTakenOffBoard, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=_with(board.cards, event.card, on_board=False))


@_fold.register
def _(event: e.ChildAgreed, board: b.Board, entry: e.Entry) -> b.Board:
    up = {"on_board": True} if event.on_board else {}
    return replace(board, cards=_with(board.cards, event.card, child_yes=True, **up))


@_fold.register
def _(event: e.CardTakenBack, board: b.Board, entry: e.Entry) -> b.Board:
    gone = _with(board.cards, event.card, taken_back=True, on_board=False, words=None)
    return replace(board, cards=gone)


@_fold.register
def _(event: e.CardHidden, board: b.Board, entry: e.Entry) -> b.Board:
    changed = _with(board.cards, event.card, audience=event.audience, hidden_from=event.hidden_from)
    return replace(board, cards=changed)


@_fold.register
def _(event: e.WorryParked, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=_with(board.cards, event.card, parked=event.reason))


# -- what was agreed --------------------------------------------------------------------------------------------------


@_fold.register
def _(event: e.AgreementMade, board: b.Board, entry: e.Entry) -> b.Board:
    """A changed agreement keeps its place and its number, and loses its answers: they were to other words."""
    before = board.agreements.get(event.agreement)
    lines = (*event.bottom_lines, *(before.bottom_lines if before else ()))
    made = {field.name: getattr(event, field.name) for field in fields(event)}
    agreement = b.Agreement(id=made.pop("agreement"), seq=before.seq if before else entry.seq, **made)
    agreements = {**board.agreements, agreement.id: agreement}
    return replace(board, agreements=agreements, lines=_unjudged(board, lines))


@_fold.register
def _(event: e.AgreementDropped, board: b.Board, entry: e.Entry) -> b.Board:
    kept = {key: agreement for key, agreement in board.agreements.items() if key != event.agreement}
    dropped = board.agreements.get(event.agreement)
    return replace(board, agreements=kept, lines=_unjudged(board, dropped.bottom_lines if dropped else ()))


def _unjudged(board: b.Board, lines: Iterable[str]) -> dict[str, b.BottomLine]:
    """The referrer's word was on other agreements: on these lines it is asked again."""
    changed = set(lines)
    return {
        key: replace(line, holds=None, because=None) if key in changed else line for key, line in board.lines.items()
    }


@_fold.register
def _(event: e.AgreementAnswered, board: b.Board, entry: e.Entry) -> b.Board:
    agreement = board.agreements.get(event.agreement)
    if agreement is None:
        return board
    answers = {**agreement.answers, event.person: b.Reply(event.answer, event.words)}
    return replace(board, agreements=_with(board.agreements, agreement.id, answers=answers))


@_fold.register
def _(event: e.ScaleAsked, board: b.Board, entry: e.Entry) -> b.Board:
    scales = {**board.scales, event.scale: b.Scale(event.scale)}
    return replace(board, scales=scales, now=replace(board.now, scale=event.scale))


@_fold.register
def _(event: e.ScaleSet, board: b.Board, entry: e.Entry) -> b.Board:
    scale = board.scales.get(event.scale)
    values = {**(scale.values if scale else {}), event.person: event.value}
    return replace(board, scales=_with(board.scales, event.scale, values=values))


@_fold.register
def _(event: e.ScaleShown, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, scales=_with(board.scales, event.scale, shown=True))


# -- the plan and how it goes -----------------------------------------------------------------------------------------


@_fold.register
def _(event: e.BottomLineJudged, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, lines=_with(board.lines, event.line, holds=event.holds, because=event.because))


@_fold.register
def _(event: e.PlanAdopted, board: b.Board, entry: e.Entry) -> b.Board:
    adopted = b.Adoption(event.version, entry.seq, event.adopted_on, event.evaluation_on)
    planned = b.Evaluation(event.evaluation, event.version, event.evaluation_on)
    return replace(
        board,
        plans={**board.plans, event.version: adopted},
        evaluations={**board.evaluations, planned.id: planned},
    )


@_fold.register
def _(event: e.EvaluationStarted, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, evaluations=_with(board.evaluations, event.evaluation, started=True))


@_fold.register
def _(event: e.AgreementWeighed, board: b.Board, entry: e.Entry) -> b.Board:
    evaluation = board.evaluations.get(event.evaluation)
    if evaluation is None:
        return board
    weighed = {**evaluation.weighed, event.agreement: b.Weighing(event.how, event.words)}
    return replace(board, evaluations=_with(board.evaluations, evaluation.id, weighed=weighed))


@_fold.register
def _(event: e.EvaluationEnded, board: b.Board, entry: e.Entry) -> b.Board:
    """When the plan will be changed, the referrer's word was on the old one: it is asked again."""
    held = board.evaluations.get(event.evaluation)
    if held is None:
        return board
    ended = _with(board.evaluations, held.id, decision=event.decision, because=event.because)
    if event.next_evaluation and event.next_on:
        ended[event.next_evaluation] = b.Evaluation(event.next_evaluation, held.version, event.next_on)
    if event.decision is Decision.ADJUST:
        return replace(board, evaluations=ended, lines=_unjudged(board, board.lines))
    return replace(board, evaluations=ended)
