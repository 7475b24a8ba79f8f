"""How what was reported between two meetings is drawn: by agreement a count, and what was said last. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sos_core.access.eyes import Eyes, Face
from sos_core.access.lookup import Lookup
from sos_core.domain import board as b
from sos_core.domain.kinds import Report
from sos_core.domain.rules.in_between import confirmer

MOST_ON_PHONE = 5
"""So many of others stand on a phone, of each agreement; those that wait for one's own word first."""
MOST_OWN = 2
MOST_AT_DESK = 40


def reports(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    """By agreement. At the desk all since the last look back; on a phone one's own count, with what others said last."""
    after = _last_look(board) if eyes.face is Face.DESK else 0
    by_agreement: dict[str, list[b.CheckIn]] = defaultdict(list)
    for one in seen.check_ins.values():
        if one.agreement in seen.agreements and one.seq > after:
            by_agreement[one.agreement].append(one)
    return {key: _report(said, board, eyes, lookup) for key, said in by_agreement.items()}


def talk(one: b.Talk, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": one.id,
        "seq": one.seq,
        "check_in": one.check_in,
        "agreement": one.agreement,
        "speaks": one.speaks,
        "to": one.to,
        "on": one.on.isoformat(),
        "done_on": one.done_on.isoformat() if one.done_on else None,
        "text": lookup.text(one.words),
    }


def _report(said: list[b.CheckIn], board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    newest = sorted(said, key=lambda one: (one.on, one.seq), reverse=True)
    desk = eyes.face is Face.DESK
    counted = [one for one in newest if desk or one.person == eyes.person]
    others = [one for one in newest if one.person != eyes.person]
    others.sort(key=lambda one: not _waits(one, board, eyes))
    shown = newest[:MOST_AT_DESK] if desk else [*counted[:MOST_OWN], *others[:MOST_ON_PHONE]]
    return {
        **{how.value: sum(1 for one in counted if one.how is how) for how in Report},
        "last": counted[0].on.isoformat() if counted else None,
        "said": [_said(one, board, eyes, lookup) for one in shown],
    }


def _said(one: b.CheckIn, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": one.id,
        "seq": one.seq,
        "person": one.person,
        "how": one.how.value,
        "on": one.on.isoformat(),
        "text": lookup.text(one.words),
        "mine": one.person == eyes.person,
        "confirmed": one.confirmed,
        "confirms": _confirms(one, board, eyes),
    }


def _waits(one: b.CheckIn, board: b.Board, eyes: Eyes) -> bool:
    return not one.confirmed and _confirms(one, board, eyes)


def _confirms(one: b.CheckIn, board: b.Board, eyes: Eyes) -> bool:
    """Whether these eyes are of whoever says that it is so; the desk does where nobody else can."""
    if one.how is not Report.WORKED:
        return False
    who = confirmer(board, one)
    return who is None if eyes.face is Face.DESK else who == eyes.person


def _last_look(board: b.Board) -> int:
    return max((one.ended_seq for one in board.evaluations.values() if one.ended_seq), default=0)
