"""How each part of a view is drawn, from what these eyes see of the board. Plain values, in the shape that docs/http.md gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sos_core.access.eyes import Eyes, Face
from sos_core.access.lookup import Lookup, StepSaid
from sos_core.access.reported import reports, talk
from sos_core.domain import board as b
from sos_core.domain.asking import questions_in
from sos_core.domain.audience import answered_by, is_narrow, wants_child_yes
from sos_core.domain.checks.for_all import to_do_for_all
from sos_core.domain.checks.nothing_left import what_is_left
from sos_core.domain.kinds import HELP, CardKind, Phase, Standing
from sos_core.domain.rules.scale import FACES


def _now(seen: b.Board, eyes: Eyes) -> dict[str, Any]:
    """Where everybody is; of who is ready the number, of how many, and whether one is oneself. `without`: for the facilitator's faces."""
    ready = [person for person in seen.now.ready if seen.role_of(person) is not None]
    timer = seen.now.timer.isoformat() if seen.now.timer else None
    of = len(seen.here.union(ready))
    without = [person for person in seen.now.without if seen.role_of(person) is not None]
    told = {"timer": timer, "ready": len(ready), "of": of, "i_am_ready": eyes.person in ready, "without": without}
    told["open"] = seen.door_open
    return values(seen.now) | told


def _left(seen: b.Board) -> dict[str, bool]:
    """What is left open about which card, line, scene or agreement, as `risks:ID`: one that is settled is cut alone."""
    return {f"{what}:{one}": True for what, ids in values(what_is_left(seen)).items() for one in ids}


def _note(note: b.Note, lookup: Lookup) -> dict[str, Any]:
    return {"id": note.id, "seq": note.seq, "person": note.person, "card": note.card, "text": lookup.text(note.words)}


def _confidence(told: b.Confidence, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    """The words for the desk alone: on the own phone somebody may be looking over the shoulder."""
    desk = eyes.face is Face.DESK
    text = lookup.text(told.words) if desk else None
    return {"id": told.id, "seq": told.seq, "person": told.person, "text": text, "heard": desk and told.heard}


def _correction(asked: b.Correction, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    """What was asked for the desk alone, as with what is told in confidence; the answer for both."""
    text = lookup.text(asked.words) if eyes.face is Face.DESK else None
    told = {"id": asked.id, "seq": asked.seq, "person": asked.person, "on": asked.on.isoformat(), "text": text}
    return told | {"done": asked.done, "because": lookup.text(asked.because)}


def _statement(made: b.Statement, lookup: Lookup) -> dict[str, Any]:
    return {"id": made.id, "seq": made.seq, "on": made.on.isoformat(), "text": lookup.text(made.words)}


def _withheld(eyes: Eyes, lookup: Lookup, *words: str | None, by: str = "") -> dict[str, Any]:
    """For the desk alone: from whom it is kept, by what was set before the meeting."""
    return {"withheld_from": lookup.withheld.readers_of(*words, by=by)} if eyes.face is Face.DESK else {}


def _restriction(held: b.Restriction, lookup: Lookup) -> dict[str, Any]:
    return {"id": held.id, "kind": held.kind.value, "people": list(held.people), "text": lookup.text(held.words)}


def _session(planned: b.PlannedSession, lookup: Lookup) -> dict[str, Any]:
    told = {"on": planned.on.isoformat(), "place": lookup.text(planned.place), "people": list(planned.people)}
    return values(planned) | told | {"withheld_from": lookup.withheld.readers_of(planned.place)}


def _prepared(one: b.Prepared, lookup: Lookup) -> dict[str, Any]:
    return {"done": one.done, "text": lookup.text(one.words)}


def step_said(said: StepSaid | None, lookup: Lookup) -> dict[str, Any] | None:
    if said is None:
        return None
    text = lookup.text(said.words)
    return {"step": said.step, "kind": said.kind, "who": said.who, "text": text, "before": said.before}


def people(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    own = {key: board.attendees[key] for key in eyes.own if key in board.attendees}
    return {key: _person(attendee, eyes, lookup) for key, attendee in {**seen.attendees, **own}.items()}


def as_told(standing: Standing) -> Standing:
    """Who is invited and not there yet is not in: on a phone there is nothing to see."""
    return Standing.OUT if standing is Standing.INVITED else standing


def _person(attendee: b.Attendee, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    profile = lookup.profile(attendee.id)
    drawn = {
        "id": attendee.id,
        "name": profile.name,
        "role": attendee.role,
        "relation": profile.relation,
        "picture": profile.picture,
        "state": (attendee.standing if eyes.face is Face.DESK else as_told(attendee.standing)).value,
        "mine": attendee.id in eyes.own or attendee.id == eyes.person,
    }
    if eyes.face is Face.PERSON:
        return drawn
    return drawn | {"here": attendee.here} | ({"phone": profile.phone} if eyes.face is Face.DESK else {})


def _routine(routine: b.Routine, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": routine.id,
        "title": lookup.text(routine.title),
        "picture": routine.picture,
        "scenes": list(routine.scenes),
        "base": routine.base,
    } | _withheld(eyes, lookup, routine.title)


def _scene(
    scene: b.Scene,
    offers: list[b.Card],
    ready: tuple[b.Ready, ...],
    eyes: Eyes,
    lookup: Lookup,
    without: tuple[str, ...],
) -> dict[str, Any]:
    """`helpers` and `watchers` are offers in the order in which people are asked, each person once; `agreed` are the people who
    do something here by an agreement. `absent` are those of them (offers by their own id, people by theirs) who are not there on
    a day `without` them: `cover` is what is left. An offer that is shown without a name stays: nobody learns whose it is.
    """
    absent = [card.id for card in offers if card.author in without]
    agreed = list(b.together(ready).agreed)
    drawn = values(scene) | {"title": lookup.text(scene.title), "place": lookup.text(scene.place)}
    asked = {kind: b.one_each(card for card in offers if card.kind is kind) for kind in HELP}
    shown = {
        "helpers": [card.id for card in asked[CardKind.HELP_STEP_IN]],
        "watchers": [card.id for card in asked[CardKind.HELP_KEEP_WATCH]],
        "agreed": agreed,
        "cover": b.cover_of(ready, without).value,
        "absent": absent + [person for person in agreed if person in without],
    }
    return drawn | shown | _withheld(eyes, lookup, scene.title, scene.place)


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
    } | (_held_back(_without_readers(card, board, lookup), card, board) if eyes.face is Face.DESK else {})


def _held_back(readers: list[str], card: b.Card, board: b.Board) -> dict[str, Any]:
    """For the desk: what is kept from somebody is not on the screen either."""
    return {"withheld_from": readers, "narrow": is_narrow(board, card) or bool(readers)}


def _without_readers(card: b.Card, board: b.Board, lookup: Lookup) -> list[str]:
    """From whom a card is kept: with the risk point that it hangs on. Nobody's own is kept from them."""
    if not lookup.withheld.restrictions:
        return []
    risk = None if card.kind is CardKind.RISK else board.cards.get(card.risk or "")  # a risk point hangs on no other
    above = _without_readers(risk, board, lookup) if risk and risk.kind is CardKind.RISK else []
    own = lookup.withheld.readers_of(card.words, card.clearer, card.parked_because, by=card.author)
    return sorted({*own, *above} - {card.author})


def _agreement(agreement: b.Agreement, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": agreement.id,
        "seq": agreement.seq,
        "base": agreement.base,
        "what": lookup.text(agreement.what),
        "who": agreement.who,
        "when": lookup.text(agreement.when),
        "timed": agreement.rule is not None,
        "notice": lookup.text(agreement.notice),
        "backups": list(agreement.backups),
        "monitor": agreement.monitor,
        "risks": list(agreement.risks),
        "worries": list(agreement.worries),
        "bottom_lines": list(agreement.bottom_lines),
        "strengths": list(agreement.strengths),
        "answers": {
            who: {
                "answer": reply.answer.value,
                "text": lookup.text(reply.words),
                "told_back": lookup.text(reply.told_back),
                "aloud": reply.aloud,
            }
            for who, reply in agreement.answers.items()
        },
        "proof": _proof(agreement, eyes),
        "mine": eyes.person in agreement.people,
    } | ({"withheld_from": _who_reads_no(agreement, board, lookup)} if eyes.face is Face.DESK else {})


def _who_reads_no(agreement: b.Agreement, board: b.Board, lookup: Lookup) -> list[str]:
    """From whom an agreement is kept: by its own words, or by what it answers."""
    own = lookup.withheld.readers_of(agreement.what, agreement.when, agreement.notice)
    about = (_without_readers(card, board, lookup) for card in answered_by(board, agreement))
    return sorted({*own, *(who for readers in about for who in readers)})


def _proof(agreement: b.Agreement, eyes: Eyes) -> dict[str, Any]:
    """How far it came, and how often it worked; for the desk each time too, with who told so."""
    noted = agreement.proven if eyes.face is Face.DESK else ()
    return {
        "rung": agreement.proof,
        "worked": agreement.worked,
        "noted": [
            {"proof": one.proof.value, "on": one.on.isoformat(), "told_by": one.told_by, "what_if": one.what_if}
            for one in noted
        ],
    }


def _line(line: b.BottomLine, lookup: Lookup) -> dict[str, Any]:
    texts = ("criterion", "trigger", "escalation_who", "escalation_what", "escalation_within", "because")
    drawn = {name: lookup.text(getattr(line, name)) for name in texts}
    return {"id": line.id, **drawn, "holds": line.holds}


def _breach(breach: b.Breach, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": breach.id,
        "seq": breach.seq,
        "line": breach.line,
        "on": breach.on.isoformat(),
        "text": lookup.text(breach.words),
        "followed_up": [{"on": one.on.isoformat(), "text": lookup.text(one.words)} for one in breach.followed_up],
    }


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


def _what_if(what_if: b.WhatIf, lookup: Lookup) -> dict[str, Any]:
    texts = {name: lookup.text(getattr(what_if, name)) for name in ("title", "question")}
    named = {"held": list(what_if.held), "agreements": list(what_if.agreements)}
    drawn = values(what_if) | texts | {"text": lookup.text(what_if.words)} | named
    del drawn["words"]
    return drawn


def _plan(plan: b.Adoption) -> dict[str, Any]:
    return {
        "version": plan.version,
        "seq": plan.seq,
        "adopted_on": plan.adopted_on.isoformat(),
        "evaluation_on": plan.evaluation_on.isoformat(),
    }


def _evaluation(evaluation: b.Evaluation, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": evaluation.id,
        "version": evaluation.version,
        "on": evaluation.on.isoformat(),
        "look": evaluation.look.value,
        "held": evaluation.started,
        "ended": evaluation.decision is not None,
        "decision": evaluation.decision,
        "because": lookup.text(evaluation.because),
        "handover": _handover(evaluation.handover, lookup),
        "weighed": {
            key: {"how": weighing.how.value, "text": lookup.text(weighing.words)}
            for key, weighing in evaluation.weighed.items()
        },
    }


def _handover(handover: b.Handover | None, lookup: Lookup) -> dict[str, Any] | None:
    if handover is None:
        return None
    return {"carries_on": handover.carries_on, "watches": handover.watches, "call": lookup.text(handover.call)}


def _cards(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    said_too = board.said_too
    return {c.id: _card(c, board, eyes, lookup) | {"said_too": said_too[c.id]} for c in seen.cards.values()}


def _scenes(seen: b.Board, board: b.Board, eyes: Eyes, lookup: Lookup) -> dict[str, Any]:
    help_there, ready = seen.help_by_scene(), seen.ready()
    without = seen.now.without if eyes.face is Face.SCREEN else ()
    todo = to_do_for_all(seen) if eyes.face is Face.SCREEN and seen.now.shows_todo else {}
    return {
        s.id: _scene(s, help_there[s.id], ready[s.id], eyes, lookup, without) | {"todo": todo.get(s.id, {})}
        for s in seen.scenes.values()
    }


Draw = Callable[[b.Board, b.Board, Eyes, Lookup], Any]
"""From what these eyes see of the board, and the board itself."""
PARTS: dict[str, Draw] = {
    "now": lambda seen, _, eyes, __: _now(seen, eyes),
    "people": people,
    "order": lambda seen, *_: list(seen.routines),
    "routines": lambda seen, _, eyes, look: {r.id: _routine(r, eyes, look) for r in seen.routines.values()},
    "scenes": _scenes,
    "cards": _cards,
    "proposals": lambda seen, *_: {p.id: values(p) for p in seen.proposals.values()},
    "notes": lambda seen, _, __, look: {n.id: _note(n, look) for n in seen.notes.values()},
    "confidences": lambda seen, _, eyes, look: {c.id: _confidence(c, eyes, look) for c in seen.confidences.values()},
    "corrections": lambda seen, _, eyes, look: {c.id: _correction(c, eyes, look) for c in seen.corrections.values()},
    "statements": lambda seen, _, __, look: {s.id: _statement(s, look) for s in seen.statements.values()},
    "agreements": lambda seen, board, eyes, look: {
        a.id: _agreement(a, board, eyes, look) for a in seen.agreements.values()
    },
    "lines": lambda seen, _, __, look: {line.id: _line(line, look) for line in seen.lines.values()},
    "scales": lambda seen, board, *_: {s.id: _scale(s, board) for s in seen.scales.values()},
    "what_ifs": lambda seen, _, __, look: {w.id: _what_if(w, look) for w in seen.what_ifs.values()},
    "reports": reports,
    "talks": lambda seen, _, __, look: {one.id: talk(one, look) for one in seen.talks.values()},
    "plans": lambda seen, *_: {str(p.version): _plan(p) for p in seen.plans.values()},
    "evaluations": lambda seen, _, __, look: {ev.id: _evaluation(ev, look) for ev in seen.evaluations.values()},
}
FACILITATORS: dict[str, Draw] = {
    "phases": lambda *_: [phase.value for phase in Phase],
    "questions": lambda seen, *_: list(questions_in(seen.now.phase)),
    "left": lambda seen, *_: _left(seen),
    "stepped_out": lambda seen, *_: seen.stepped_out,
    "breaches": lambda seen, _, __, look: {one.id: _breach(one, look) for one in seen.breaches.values()},
}


DESKS: dict[str, Draw] = {
    "sessions": lambda seen, _, __, look: {s.id: _session(s, look) for s in seen.sessions.values()},
    "prepared": lambda seen, _, __, look: {key.value: _prepared(one, look) for key, one in seen.prepared.items()},
    "restrictions": lambda seen, _, __, look: {r.id: _restriction(r, look) for r in seen.restrictions.values()},
}


def values(thing: Any) -> dict[str, Any]:
    """Its fields by name, as they are."""
    return {name: getattr(thing, name) for name in thing.__slots__}
