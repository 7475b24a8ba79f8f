"""The view: one board through one pair of eyes, as plain values for every face. Its shape stands in docs/http.md."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any

from sos_core.access.eyes import Eyes, Face, as_seen_by, risks_seen_by
from sos_core.domain import board as b
from sos_core.domain.asking import (
    LOOK_AROUND,
    asked_at,
    asked_in,
    asked_of_phones,
    kinds_anywhere,
    kinds_at,
    questions_in,
    scenes_with_risk,
)
from sos_core.domain.audience import is_narrow, wants_child_yes
from sos_core.domain.checks import what_is_left
from sos_core.domain.kinds import HELP, CardKind, Phase, Role, Standing
from sos_core.domain.rules.scale import FACES

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is kept of a person beside the journal, so that it can be erased."""

    name: str | None
    relation: str | None
    picture: str | None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """What the shared screen shows of the door."""

    open: bool
    code: str
    where: str


@dataclass(frozen=True, slots=True)
class StepSaid:
    """A step of the desk, told by its kind, by whose thing it is about and by the id of its words; `before`: the step that is next
    to go the same way after it.
    """

    step: int
    kind: str
    who: str | None
    words: str | None
    before: int | None


@dataclass(frozen=True, slots=True)
class Lookup:
    """The words and people of one conference, by id; what was erased is not in it or is None."""

    words: Mapping[str, str | None]
    people: Mapping[str, Profile]
    door: Door | None = None
    undo: StepSaid | None = None
    redo: StepSaid | None = None
    together: str | None = None

    def text(self, words: str | None) -> str | None:
        return None if words is None else self.words.get(words)


def view(board: b.Board, eyes: Eyes, lookup: Lookup) -> View:
    """All that these eyes may see of the board, and nothing else."""
    return things(board, eyes, lookup) | asked(board, eyes)


def asked(board: b.Board, eyes: Eyes) -> View:
    """What a person's phone asks now, and what can be said where. It leans on every risk point."""
    if eyes.face is not Face.PERSON:
        return {}
    attendee = board.attendees.get(eyes.person)
    if attendee is None or attendee.standing is not Standing.ADMITTED:
        return {}
    return {"ask": _ask(board, scenes_with_risk(risks_seen_by(board, eyes)))}


def things(board: b.Board, eyes: Eyes, lookup: Lookup, parts: Container[str] | None = None) -> View:
    """The view without what is asked; or these `parts` of it, and what stands beside the board. Each part looks the same on a
    slice of the board that holds all that the part leans on: see `sos_core.access.change`, which knows what that is.
    """
    seen = as_seen_by(board, eyes)
    me = {"as": eyes.face.value, "person": eyes.person or None, "role": None, "state": Standing.ADMITTED.value}
    if eyes.face is Face.PERSON:
        attendee = board.attendees.get(eyes.person)
        me |= {
            "role": attendee.role if attendee else None,
            "state": (attendee.standing if attendee else Standing.OUT).value,
        }
        if attendee is None or attendee.standing is not Standing.ADMITTED:
            return {"seq": board.seq, "me": me, "people": _people(seen, board, eyes, lookup)}
    drawn: View = {"seq": board.seq, "me": me}
    for part, draw in (_PARTS if eyes.face is Face.PERSON else _PARTS | _FACILITATORS).items():
        if parts is None or part in parts:
            drawn[part] = draw(seen, board, eyes, lookup)
    if eyes.face is Face.DESK:
        drawn["roles"] = [role.value for role in Role]
    return drawn | beside(eyes, lookup)


def beside(eyes: Eyes, lookup: Lookup) -> View:
    """What stands beside the board, for the facilitator's faces: it is in no journal."""
    door = {"door": _values(lookup.door)} if lookup.door and eyes.face is not Face.PERSON else {}
    if eyes.face is not Face.DESK:
        return door
    steps = {"undo": _step(lookup.undo, lookup), "redo": _step(lookup.redo, lookup)}
    return {**door, **steps, "together": lookup.together}


def _now(seen: b.Board, eyes: Eyes) -> dict[str, Any]:
    """Where everybody is; of who is ready the number, of how many, and whether one is oneself."""
    ready = [person for person in seen.now.ready if seen.role_of(person) is not None]
    timer = seen.now.timer.isoformat() if seen.now.timer else None
    of = len(seen.here.union(ready))
    return _values(seen.now) | {"timer": timer, "ready": len(ready), "of": of, "i_am_ready": eyes.person in ready}


def _left(seen: b.Board) -> dict[str, bool]:
    """What is left open about which card, line, scene or agreement, as `risks:ID`: one that is settled is cut alone."""
    return {f"{what}:{one}": True for what, ids in _values(what_is_left(seen)).items() for one in ids}


def _ask(board: b.Board, risky: frozenset[str | None]) -> dict[str, Any]:
    """What this person's phone asks now, and what can be said where: without a scene, and at each scene. `risky`: the scenes at
    which this person sees a risk point.
    """
    asked = asked_of_phones(board, risky)
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


def _note(note: b.Note, lookup: Lookup) -> dict[str, Any]:
    return {"id": note.id, "seq": note.seq, "person": note.person, "card": note.card, "text": lookup.text(note.words)}


def _confidence(told: b.Confidence, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    """The words for the desk alone: on the own phone somebody may be looking over the shoulder."""
    desk = eyes.face is Face.DESK
    text = lookup.text(told.words) if desk else None
    return {"id": told.id, "seq": told.seq, "person": told.person, "text": text, "heard": desk and told.heard}


def _step(said: StepSaid | None, lookup: Lookup) -> dict[str, Any] | None:
    if said is None:
        return None
    text = lookup.text(said.words)
    return {"step": said.step, "kind": said.kind, "who": said.who, "text": text, "before": said.before}


def _people(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    own = {key: board.attendees[key] for key in eyes.own if key in board.attendees}
    return {key: _person(attendee, eyes, lookup) for key, attendee in {**seen.attendees, **own}.items()}


def _person(attendee: b.Attendee, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    profile = lookup.people.get(attendee.id, Profile(None, None, None))
    drawn = {
        "id": attendee.id,
        "name": profile.name,
        "role": attendee.role,
        "relation": profile.relation,
        "picture": profile.picture,
        "state": attendee.standing.value,
        "mine": attendee.id in eyes.own or attendee.id == eyes.person,
    }
    if eyes.face is Face.PERSON:
        return drawn
    return drawn | {"here": attendee.here} | ({"phone": profile.phone} if eyes.face is Face.DESK else {})


def _routine(routine: b.Routine, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": routine.id,
        "title": lookup.text(routine.title),
        "picture": routine.picture,
        "scenes": list(routine.scenes),
        "base": routine.base,
    }


def _scene(scene: b.Scene, offers: list[b.Card], lookup: Lookup) -> dict[str, Any]:
    """`helpers` and `watchers` are offers in the order in which people are asked, each person once."""
    drawn = _values(scene) | {"title": lookup.text(scene.title), "place": lookup.text(scene.place)}
    asked = {kind: b.one_each(card for card in offers if card.kind is kind) for kind in HELP}
    return drawn | {
        "helpers": [card.id for card in asked[CardKind.HELP_STEP_IN]],
        "watchers": [card.id for card in asked[CardKind.HELP_KEEP_WATCH]],
        "cover": b.cover_by(offers).value,
    }


def _card(card: b.Card, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    mine = bool(card.author) and card.author == eyes.person
    return {
        "id": card.id,
        "seq": card.seq,
        "kind": card.kind.value,
        "text": lookup.text(card.words),
        "wordless": card.words is None,
        "author": card.author or None,
        "scene": card.scene,
        "risk": card.risk,
        "on_board": card.on_board,
        "named": card.named,
        "audience": card.audience.value,
        "hidden_from": list(card.hidden_from),
        "mine": mine,
        "wants_child_yes": (mine or eyes.face is Face.DESK) and wants_child_yes(board, card),
        "child_yes": (mine or eyes.face is Face.DESK) and card.child_yes,
        "parked": card.parked,
        "parked_because": lookup.text(card.parked_because),
        "clearer": lookup.text(card.clearer),
        "base": card.clearer,
        "behind": card.behind if eyes.face is Face.DESK else None,
        "merged": card.behind is not None,
        "held": card.held,
        "lapsed": board.has_lapsed(card),
        "narrow": is_narrow(board, card) if mine or eyes.face is Face.DESK else card.narrow,
    }


def _agreement(agreement: b.Agreement, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": agreement.id,
        "seq": agreement.seq,
        "base": agreement.base,
        "what": lookup.text(agreement.what),
        "who": agreement.who,
        "when": lookup.text(agreement.when),
        "notice": lookup.text(agreement.notice),
        "backup": agreement.backup,
        "monitor": agreement.monitor,
        "risks": list(agreement.risks),
        "worries": list(agreement.worries),
        "bottom_lines": list(agreement.bottom_lines),
        "strengths": list(agreement.strengths),
        "answers": {
            who: {"answer": reply.answer.value, "text": lookup.text(reply.words)}
            for who, reply in agreement.answers.items()
        },
        "mine": eyes.person in agreement.people,
    }


def _line(line: b.BottomLine, lookup: Lookup) -> dict[str, Any]:
    texts = ("criterion", "trigger", "escalation_who", "escalation_what", "escalation_within", "because")
    drawn = {name: lookup.text(getattr(line, name)) for name in texts}
    return {"id": line.id, **drawn, "holds": line.holds}


def _scale(seen: b.Scale, board: b.Board) -> dict[str, Any]:
    """How many have set it is no secret, nor, once it is shown, which numbers there are; who has not set it is told to nobody."""
    scale = board.scales[seen.id]
    return {
        "id": seen.id,
        "seq": seen.seq,
        "session": seen.session,
        "on": seen.on.isoformat(),
        "named": seen.named,
        "shown": seen.shown,
        "set": len(scale.values),
        "of": len(board.here | scale.values.keys()),
        "values": dict(seen.values),
        "dots": sorted(scale.values.values()) if seen.shown else [],
        "faces": list(FACES),
    }


def _plan(plan: b.Adoption) -> dict[str, Any]:
    return {
        "version": plan.version,
        "adopted_on": plan.adopted_on.isoformat(),
        "evaluation_on": plan.evaluation_on.isoformat(),
    }


def _evaluation(evaluation: b.Evaluation, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": evaluation.id,
        "version": evaluation.version,
        "on": evaluation.on.isoformat(),
        "held": evaluation.started,
        "ended": evaluation.decision is not None,
        "decision": evaluation.decision,
        "because": lookup.text(evaluation.because),
        "weighed": {
            key: {"how": weighing.how.value, "text": lookup.text(weighing.words)}
            for key, weighing in evaluation.weighed.items()
        },
    }


def _cards(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    said_too = board.said_too
    return {c.id: _card(c, board, eyes, lookup) | {"said_too": said_too[c.id]} for c in seen.cards.values()}


def _scenes(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    help_there = seen.help_by_scene()
    return {s.id: _scene(s, help_there[s.id], lookup) for s in seen.scenes.values()}


Draw = Callable[[b.Board, b.Board, Eyes, Lookup], Any]
"""From what these eyes see of the board, and the board itself."""
_PARTS: dict[str, Draw] = {
    "now": lambda seen, _, eyes, __: _now(seen, eyes),
    "people": _people,
    "order": lambda seen, *_: list(seen.routines),
    "routines": lambda seen, _, __, look: {r.id: _routine(r, look) for r in seen.routines.values()},
    "scenes": _scenes,
    "cards": _cards,
    "proposals": lambda seen, *_: {p.id: _values(p) for p in seen.proposals.values()},
    "notes": lambda seen, _, __, look: {n.id: _note(n, look) for n in seen.notes.values()},
    "confidences": lambda seen, _, eyes, look: {c.id: _confidence(c, eyes, look) for c in seen.confidences.values()},
    "agreements": lambda seen, _, eyes, look: {a.id: _agreement(a, eyes, look) for a in seen.agreements.values()},
    "lines": lambda seen, _, __, look: {line.id: _line(line, look) for line in seen.lines.values()},
    "scales": lambda seen, board, *_: {s.id: _scale(s, board) for s in seen.scales.values()},
    "plans": lambda seen, *_: {str(p.version): _plan(p) for p in seen.plans.values()},
    "evaluations": lambda seen, _, __, look: {ev.id: _evaluation(ev, look) for ev in seen.evaluations.values()},
}
_FACILITATORS: dict[str, Draw] = {
    "phases": lambda *_: [phase.value for phase in Phase],
    "questions": lambda seen, *_: list(questions_in(seen.now.phase)),
    "left": lambda seen, *_: _left(seen),
}


def _values(thing: Any) -> dict[str, Any]:
    """Its fields by name, as they are."""
    return {name: getattr(thing, name) for name in thing.__slots__}


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


MAPS = frozenset(
    {
        "people",
        "routines",
        "scenes",
        "cards",
        "proposals",
        "notes",
        "confidences",
        "agreements",
        "lines",
        "scales",
        "plans",
        "evaluations",
        "left",
    }
)
"""The parts of a view that are maps of things by id."""
