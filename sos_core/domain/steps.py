"""The steps of the desk: which of them can be taken back or put back, and what each is about. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sos_core.domain import events as e
from sos_core.domain.board import Board

_ABOUT = frozenset(
    {
        "card",
        "into",
        "agreement",
        "scene",
        "routine",
        "risk",
        "scenes",
        "risks",
        "worries",
        "strengths",
        "what_if",
        "agreements",
    }
)
"""The fields of a fact that name things on the board."""

_SETTLED = (e.PlanAdopted, e.EvaluationEnded)
_STEPS = (*e.UNDOABLE, e.Undone, e.Redone, *_SETTLED)


@dataclass(frozen=True, slots=True)
class Steps:
    """Both in the order of `done`: by seq what counts; and what was undone, the one to put back first at the end."""

    done: tuple[e.Entry, ...] = ()
    undone: tuple[e.Entry, ...] = ()


_NONE = Steps()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a step is about, so that it can be said: a person's id, the id of words; each may be missing."""

    who: str | None
    words: str | None


def steps_of(entries: Iterable[e.Entry], steps: Steps = _NONE) -> Steps:
    """The steps after these entries, going on from `steps`. Behind what was adopted or decided nobody goes back.

    A new step takes away only what it gets in the way of: what is undone about other things can still be put back.
    """
    some = [entry for entry in entries if isinstance(entry.event, _STEPS)]
    if not some:
        return steps  # what is said is no step of the desk: however many steps there are, a note copies none
    done, undone = list(steps.done), list(steps.undone)
    for entry in some:
        event = entry.event
        if isinstance(event, e.UNDOABLE):
            done.append(entry)
            undone = _still_free(undone, event)
        elif isinstance(event, e.Undone):
            undone += _taken(done, event.seq)
        elif isinstance(event, e.Redone):
            done += _taken(undone, event.seq)
            done.sort(key=lambda step: step.seq)
        elif isinstance(event, _SETTLED):
            done, undone = [], []
    return Steps(tuple(done), tuple(undone))


def to_undo(steps: Steps, board: Board, *, further: int = 0) -> e.Entry | None:
    """The newest step that still counts, or None; with `further=1` the one that is newest once that is undone.

    A routine or scene at which somebody said something stays: without it their words would have no place. So does a session at which
    somebody is, where some are kept apart: without it they would all be at the one before.
    """
    last = steps.done[-1 - further] if len(steps.done) > further else None
    return None if last is None or _holds_words(last.event, board) or _parts_people(last.event, board) else last


def to_redo(steps: Steps, *, further: int = 0) -> e.Entry | None:
    """The step that was undone last, or None; with `further=1` the one that is last once that is put back."""
    return steps.undone[-1 - further] if len(steps.undone) > further else None


def subject_of(event: e.Event, board: Board, entries: Sequence[e.Entry]) -> Subject:
    """Whose card or agreement the step is about, and the id of its words, or of the name of the scene, routine or "what if"."""
    if what_if := getattr(event, "what_if", None):
        return Subject(None, _drawn(what_if, entries))
    if agreed := _agreed(event, entries):
        return Subject(agreed.who, agreed.what)
    if isinstance(event, e.DayWithoutShown):
        return Subject(event.people[0] if len(event.people) == 1 else None, None)
    if isinstance(event, e.HelpNoted):
        return Subject(event.person, _title_of(event.scene, board, entries))
    if card := board.cards.get(getattr(event, "card", "")):
        return Subject(card.author, card.words)
    named = str(getattr(event, "scene", None) or getattr(event, "routine", ""))
    return Subject(None, _title_of(named, board, entries))


def _title_of(named: str, board: Board, entries: Sequence[e.Entry]) -> str | None:
    found = board.scenes.get(named) or board.routines.get(named)
    return found.title if found else _last_title(named, entries)


def _last_title(named: str, entries: Sequence[e.Entry]) -> str | None:
    """What a scene or routine that is not on the board was called last."""
    for entry in reversed(entries):
        event = entry.event
        if isinstance(event, e.SceneAdded | e.SceneChanged) and event.scene == named:
            return event.title
        if isinstance(event, e.RoutineAdded):
            titles = {event.routine: event.title} | {scene.scene: scene.title for scene in event.scenes}
            if named in titles:
                return titles[named]
        if isinstance(event, e.RoutineChanged) and event.routine == named:
            return event.title
    return None


def _drawn(what_if: str, entries: Sequence[e.Entry]) -> str | None:
    """What this "what if" card is called, also once its drawing is undone."""
    events = (entry.event for entry in reversed(entries))
    return next((x.title for x in events if isinstance(x, e.WhatIfDrawn) and x.what_if == what_if), None)


def _agreed(event: e.Event, entries: Sequence[e.Entry]) -> e.AgreementMade | None:
    """The agreement that it is about as it was last written: one that was dropped is on the board no more."""
    if isinstance(event, e.AgreementMade):
        return event
    if not isinstance(event, e.AgreementDropped | e.ProofNoted):
        return None
    made = (x.event for x in reversed(entries) if isinstance(x.event, e.AgreementMade))
    return next((agreed for agreed in made if agreed.agreement == event.agreement), None)


def things_in(event: e.Event) -> frozenset[str]:
    """The ids of what the fact is about: cards, agreements, scenes, routines."""
    named = (getattr(event, field.name) for field in fields(event) if field.name in _ABOUT)
    return frozenset(one for value in named for one in _ids(value))


def _ids(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return [one for part in value for one in _ids(getattr(part, "scene", part))]
    return ()


def _taken(steps: list[e.Entry], seq: int) -> list[e.Entry]:
    """The step with this seq, taken out of these; none when it is not among them. The newest are the ones that are asked for."""
    at = next((at for at in reversed(range(len(steps))) if steps[at].seq == seq), None)
    return [] if at is None else [steps.pop(at)]


def _still_free(undone: list[e.Entry], event: e.Event) -> list[e.Entry]:
    """Those that have nothing in common with this fact, nor with what they would come after."""
    if not undone:
        return undone
    taken = things_in(event)
    free: list[e.Entry] = []
    for entry in reversed(undone):
        if things_in(entry.event) & taken:
            taken |= things_in(entry.event)
        else:
            free.append(entry)
    return free[::-1]


def _parts_people(event: e.Event, board: Board) -> bool:
    return isinstance(event, e.SessionBegun) and any(board.kept_apart(who) for who in board.here)


def _holds_words(event: e.Event, board: Board) -> bool:
    if isinstance(event, e.SceneAdded):
        scenes = {event.scene}
    elif isinstance(event, e.RoutineAdded):
        scenes = {scene.scene for scene in event.scenes}
    else:
        return False
    return any(card.scene in scenes and not card.taken_back for card in board.cards.values())
