"""Through whose eyes a board is seen: what a viewer may not see is taken out before anything is drawn from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sos_core.domain.audience import (
    answered_by,
    for_everybody,
    in_the_open,
    is_narrow,
    lit,
    may_read,
    may_read_agreement,
)
from sos_core.domain.board import Agreement, Attendee, Board, Card, Now, Proposal, Scale, WhatIf
from sos_core.domain.kinds import CardKind, Standing
from sos_core.domain.replacing import replace


class Face(StrEnum):
    """The desk sees all; the screen what all in the room may read; a person what is for that person."""

    DESK = "desk"
    SCREEN = "screen"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Eyes:
    """One viewer. `own` are the people of the same phone, so that the phone knows its own. `lent`: the facilitator looks through
    them (kijk-als), and learns no number that was set unseen.
    """

    face: Face
    person: str = ""
    own: tuple[str, ...] = ()
    lent: bool = False


DESK = Eyes(Face.DESK)
SCREEN = Eyes(Face.SCREEN)


def as_seen_by(board: Board, eyes: Eyes) -> Board:
    """The board with only what these eyes may see. Every face, the plan and the paper are made of this and nothing else."""
    if board.now.light and not lit(board):
        board = replace(board, now=replace(board.now, light=None))
    if eyes.face is Face.DESK:
        there = {c.id: c for c in board.cards.values() if not c.taken_back}
        agreed = {a.id: _without_unseen(a, there) for a in board.agreements.values()}
        return replace(
            board,
            cards=there,
            agreements=agreed,
            scales=_scales(board, eyes),
            proposals=_proposals(board, eyes),
            what_ifs=_what_ifs(board, agreed),
        )
    if eyes.face is Face.PERSON and not _is_in(board, eyes.person):
        return Board(seq=board.seq, attendees={k: a for k, a in board.attendees.items() if k == eyes.person})
    seen = {c.id: _unsigned(_as_it_stands(board, c), eyes) for c in board.cards.values() if _sees(board, c, eyes)}
    cards = {key: c if c.risk in seen else replace(c, risk=None) for key, c in seen.items()}
    agreements = {
        a.id: _untold(_without_unseen(a, cards), eyes)
        for a in board.agreements.values()
        if _sees_agreement(board, a, eyes)
    }
    return replace(
        board,
        attendees={k: a for k, a in board.attendees.items() if _was_let_in(a)},
        cards=cards,
        breaches={},
        restrictions={},
        sessions={},
        prepared={},
        contact_steps={},
        check_ins={c.id: c for c in board.check_ins.values() if _told_to(c.readers, eyes)},
        talks={one.id: one for one in board.talks.values() if _told_to(one.readers, eyes)},
        notes={n.id: n for n in board.notes.values() if eyes.face is Face.PERSON and n.person == eyes.person},
        confidences={
            c.id: c for c in board.confidences.values() if eyes.face is Face.PERSON and c.person == eyes.person
        },
        corrections={
            c.id: c for c in board.corrections.values() if eyes.face is Face.PERSON and c.person == eyes.person
        },
        now=_now(board, eyes),
        agreements=agreements,
        scales=_scales(board, eyes),
        proposals=_proposals(board, eyes),
        what_ifs=_what_ifs(board, agreements),
        evaluations={
            ev.id: replace(ev, weighed={a: w for a, w in ev.weighed.items() if a in agreements})
            for ev in board.evaluations.values()
        },
    )


def _told_to(readers: tuple[str, ...], eyes: Eyes) -> bool:
    """What is reported between two meetings is for those who had a part in it; the shared screen shows none of it."""
    return eyes.face is Face.PERSON and eyes.person in readers


def _now(board: Board, eyes: Eyes) -> Now:
    """What the shared screen alone shows, no phone knows of."""
    now = board.now
    return replace(now, without=(), todo=False) if eyes.face is Face.PERSON and (now.without or now.todo) else now


def risks_seen_by(board: Board, eyes: Eyes) -> list[Card]:
    """The risk points that these eyes see."""
    return [card for card in board.cards.values() if card.kind is CardKind.RISK and _sees(board, card, eyes)]


def on_screen(board: Board, card: Card) -> bool:
    """Whether the shared screen may show this card."""
    return _sees(board, card, SCREEN)


def agreement_on_screen(board: Board, agreement: Agreement) -> bool:
    """Whether the shared screen may show this agreement."""
    return _sees_agreement(board, agreement, SCREEN)


def _is_in(board: Board, person: str) -> bool:
    attendee = board.attendees.get(person)
    return attendee is not None and attendee.standing is Standing.ADMITTED


def _was_let_in(attendee: Attendee) -> bool:
    """Who waits, or was turned away at the door, is known to the desk only."""
    return attendee.role is not None and not attendee.expected and attendee.standing is not Standing.WAITING


def _sees(board: Board, card: Card, eyes: Eyes) -> bool:
    if card.taken_back or (card.held and card.author != eyes.person):
        return False
    if eyes.face is Face.SCREEN:
        return in_the_open(board, card) and not is_narrow(board, card)
    return card.author == eyes.person or (in_the_open(board, card) and may_read(board, card, eyes.person))


def _as_it_stands(board: Board, card: Card) -> Card:
    return replace(card, lapsed=True) if board.has_lapsed(card) else card


def _unsigned(card: Card, eyes: Eyes) -> Card:
    """A card shown without its author's name, and without the names of those from whom it is hidden."""
    if eyes.face is Face.PERSON and card.author == eyes.person:
        return card
    hidden = replace(card, hidden_from=())
    return hidden if card.named else replace(hidden, author="")


def _sees_agreement(board: Board, agreement: Agreement, eyes: Eyes) -> bool:
    """What was made of a card that is held waits with it."""
    if any(card.held for card in answered_by(board, agreement)):
        return False
    if eyes.face is Face.SCREEN:
        return for_everybody(board, agreement)
    return may_read_agreement(board, agreement, eyes.person)


def _without_unseen(agreement: Agreement, cards: dict[str, Card]) -> Agreement:
    return replace(
        agreement,
        risks=tuple(card for card in agreement.risks if card in cards),
        worries=tuple(card for card in agreement.worries if card in cards),
        strengths=tuple(card for card in agreement.strengths if card in cards),
    )


def _untold(agreement: Agreement, eyes: Eyes) -> Agreement:
    """What somebody told back, in own words, is for that person and the desk."""
    told = [who for who, reply in agreement.answers.items() if reply.told_back and who != eyes.person]
    answers = agreement.answers
    return (
        replace(
            agreement, answers={**answers, **{who: replace(answers[who], told_back=None, aloud=False) for who in told}}
        )
        if told
        else agreement
    )


def _proposals(board: Board, eyes: Eyes) -> dict[str, Proposal]:
    """At scenes that are there: the desk knows all, a person the own."""
    known = {p.id: p for p in board.proposals.values() if p.scene in board.scenes}
    if eyes.face is Face.DESK:
        return known
    return {key: p for key, p in known.items() if eyes.face is Face.PERSON and p.person == eyes.person}


def _what_ifs(board: Board, agreements: dict[str, Agreement]) -> dict[str, WhatIf]:
    """What was walked through, all walked through together; of the agreements by which it held, and that came of it, those
    that these eyes see.
    """
    return {
        key: replace(one, held=_seen(one.held, agreements), agreements=_seen(one.agreements, agreements))
        for key, one in board.what_ifs.items()
    }


def _seen(ids: tuple[str, ...], agreements: dict[str, Agreement]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in agreements)


def _scales(board: Board, eyes: Eyes) -> dict[str, Scale]:
    return {s.id: replace(s, values=_known_values(s, eyes)) for s in board.scales.values()}


def _known_values(scale: Scale, eyes: Eyes) -> dict[str, int]:
    """Whose number these eyes know. Until it is shown only the own, the desk's too; after that all, or without names the own and
    at the desk all: a child that sets a nought must not stay unseen.
    """
    if scale.shown and (scale.named or eyes.face is Face.DESK):
        return dict(scale.values)
    mine = eyes.face is Face.PERSON and (scale.shown or not eyes.lent)
    return {person: value for person, value in scale.values.items() if mine and person == eyes.person}
