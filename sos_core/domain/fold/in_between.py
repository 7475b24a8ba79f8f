"""What is reported between two meetings, on the board. What was confirmed is a proof as any other, as long as it stands."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.kinds import Proof, Report
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.CheckedIn, board: b.Board, entry: e.Entry) -> b.Board:
    before = board.check_ins.get(event.check_in)
    agreement = board.agreements.get(event.agreement)
    told = b.CheckIn(
        id=event.check_in,
        seq=entry.seq,
        agreement=event.agreement,
        person=event.person,
        how=event.how,
        on=event.on,
        words=event.words,
        readers=tuple(dict.fromkeys((*(agreement.people if agreement else ()), event.person))),
        deed=agreement.deed if agreement else None,
    )
    if before and _same_but_words(before, told):
        told = replace(told, confirmed=before.confirmed)
    elif before:
        board = _unproven(board, before)
    return replace(board, check_ins={**board.check_ins, told.id: told})


@fold.register
def _(event: e.CheckInTakenBack, board: b.Board, entry: e.Entry) -> b.Board:
    """What was agreed about it between people stays: that is theirs too."""
    gone = board.check_ins.get(event.check_in)
    if gone is None:
        return board
    kept = {key: one for key, one in board.check_ins.items() if key != gone.id}
    return replace(_unproven(board, gone), check_ins=kept)


@fold.register
def _(event: e.ReportConfirmed, board: b.Board, entry: e.Entry) -> b.Board:
    """It climbs once, and only for the deed that it was told of."""
    told = board.check_ins.get(event.check_in)
    if told is None or told.confirmed or told.how is not Report.WORKED:
        return board
    board = replace(board, check_ins=changed(board.check_ins, told.id, confirmed=True))
    agreement = board.agreements.get(told.agreement)
    if agreement is None or agreement.deed != told.deed:
        return board
    proof = b.Proven(Proof.WORKED, told.on, event.person or entry.by, told.person, check_in=told.id)
    return replace(board, agreements=changed(board.agreements, agreement.id, proven=(*agreement.proven, proof)))


@fold.register
def _(event: e.ReportUnconfirmed, board: b.Board, entry: e.Entry) -> b.Board:
    told = board.check_ins.get(event.check_in)
    if told is None:
        return board
    board = _unproven(board, told)
    return replace(board, check_ins=changed(board.check_ins, told.id, confirmed=False))


@fold.register
def _(event: e.TalkAgreed, board: b.Board, entry: e.Entry) -> b.Board:
    about = board.check_ins.get(event.check_in)
    if about is None:
        return board
    talk = b.Talk(
        id=event.talk,
        seq=entry.seq,
        check_in=about.id,
        agreement=about.agreement,
        speaks=event.speaks,
        to=event.to,
        on=event.on,
        readers=about.readers,
    )
    return replace(board, talks={**board.talks, talk.id: talk})


@fold.register
def _(event: e.TalkDone, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, talks=changed(board.talks, event.talk, done_on=event.on, done_by=event.by, words=event.words))


def _same_but_words(before: b.CheckIn, told: b.CheckIn) -> bool:
    same = ("agreement", "person", "how", "on", "deed")
    return all(getattr(before, name) == getattr(told, name) for name in same)


def _unproven(board: b.Board, told: b.CheckIn) -> b.Board:
    """Without the proof that came of it."""
    agreement = board.agreements.get(told.agreement)
    if agreement is None or not any(one.check_in == told.id for one in agreement.proven):
        return board
    proven = tuple(one for one in agreement.proven if one.check_in != told.id)
    return replace(board, agreements=changed(board.agreements, agreement.id, proven=proven))
