"""The view: one board through one pair of eyes, as plain values for every face. Its shape stands in docs/http.md."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from sos_core.access.drawing import DESKS, FACILITATORS, PARTS, as_told, people, step_said, values
from sos_core.access.eyes import Eyes, Face, as_seen_by, risks_seen_by
from sos_core.access.keeping import kept_from, without_whom_they_avoid
from sos_core.access.lookup import Lookup
from sos_core.domain import board as b
from sos_core.domain.asking import (
    LOOK_AROUND,
    asked_at,
    asked_in,
    asked_of_phones,
    kinds_anywhere,
    kinds_at,
    scenes_with_risk,
)
from sos_core.domain.kinds import Role, Standing

View = dict[str, Any]


def view(board: b.Board, eyes: Eyes, lookup: Lookup) -> View:
    """All that these eyes may see of the board, and nothing else."""
    return things(board, eyes, lookup) | asked(board, eyes, lookup)


def asked(board: b.Board, eyes: Eyes, lookup: Lookup) -> View:
    """What a person's phone asks now, and what can be said where. It leans on every risk point."""
    if eyes.face is not Face.PERSON:
        return {}
    attendee = board.attendees.get(eyes.person)
    if attendee is None or attendee.standing is not Standing.ADMITTED:
        return {}
    kept, _ = kept_from(board, eyes, lookup)
    return {"ask": _ask(kept, scenes_with_risk(risks_seen_by(kept, eyes)), attendee.role)}


def things(board: b.Board, eyes: Eyes, lookup: Lookup, parts: Container[str] | None = None) -> View:
    """The view without what is asked; or these `parts` of it, and what stands beside the board. Each part looks the same on a
    slice of the board that holds all that the part leans on: see `sos_core.access.change`, which knows what that is.
    """
    board, lookup = kept_from(board, eyes, lookup)
    seen = without_whom_they_avoid(as_seen_by(board, eyes), board, eyes, lookup)
    me = {"as": eyes.face.value, "person": eyes.person or None, "role": None, "state": Standing.ADMITTED.value}
    if eyes.face is Face.PERSON:
        attendee = board.attendees.get(eyes.person)
        me |= {
            "role": attendee.role if attendee else None,
            "state": as_told(attendee.standing if attendee else Standing.OUT).value,
        }
        if attendee is None or attendee.standing is not Standing.ADMITTED:
            return {"seq": board.seq, "me": me, "people": people(seen, board, eyes, lookup)}
    drawn: View = {"seq": board.seq, "me": me}
    for part, draw in _PARTS_OF[eyes.face].items():
        if parts is None or part in parts:
            drawn[part] = draw(seen, board, eyes, lookup)
    if eyes.face is Face.DESK:
        drawn["roles"] = [role.value for role in Role]
    return drawn | beside(eyes, lookup)


def beside(eyes: Eyes, lookup: Lookup) -> View:
    """What stands beside the board, for the facilitator's faces: it is in no journal."""
    door = {"door": values(lookup.door)} if lookup.door and eyes.face is not Face.PERSON else {}
    if eyes.face is not Face.DESK:
        return door
    steps = {"undo": step_said(lookup.undo, lookup), "redo": step_said(lookup.redo, lookup)}
    return {**door, **steps, "together": lookup.together, "name_first": lookup.name_first}


def _ask(board: b.Board, risky: frozenset[str | None], role: Role | None) -> dict[str, Any]:
    """What this person's phone asks now, and what can be said where: without a scene, and at each scene. `risky`: the scenes at
    which this person sees a risk point.
    """
    asked = asked_of_phones(board, risky, role)
    return {
        "scene": asked.scene,
        "kind": asked.kind,
        "anywhere": list(kinds_anywhere()),
        "at": {scene: list(kinds_at(scene in risky)) for scene in board.scenes},
        "around": {
            "phases": {phase.value: asked_in(phase, board.now.question) for phase in LOOK_AROUND},
            "scenes": {scene: asked_at(board.now.question, scene in risky) for scene in board.scenes},
        },
    }


def difference(before: View, after: View) -> View:
    """The patch from one view to a later one of the same eyes: see `event: patch` in docs/http.md."""
    patch: View = {"seq": after["seq"], "set": {}, "put": {}, "cut": {}}
    for name in before.keys() | after.keys():
        old, new = before.get(name), after.get(name)
        if old == new or name == "seq":
            continue
        if name in MAPS and isinstance(old, dict) and isinstance(new, dict):
            if put := {key: new[key] for key in new if old.get(key) != new[key]}:
                patch["put"][name] = put
            if cut := [key for key in old if key not in new]:
                patch["cut"][name] = cut
        else:
            patch["set"][name] = new
    return patch


_PARTS_OF = {Face.PERSON: PARTS, Face.SCREEN: PARTS | FACILITATORS, Face.DESK: PARTS | FACILITATORS | DESKS}
MAPS = frozenset(
    {
        "people",
        "routines",
        "scenes",
        "cards",
        "proposals",
        "notes",
        "confidences",
        "corrections",
        "statements",
        "agreements",
        "lines",
        "breaches",
        "reports",
        "talks",
        "scales",
        "what_ifs",
        "plans",
        "evaluations",
        "left",
        "restrictions",
        "sessions",
        "prepared",
    }
)
"""The parts of a view that are maps of things by id."""
