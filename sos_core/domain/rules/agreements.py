"""Agreements: who does what, when; who steps in and who watches; and what those people say to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sos_core.domain import events as e
from sos_core.domain.audience import answered_by, may_read
from sos_core.domain.board import Agreement, Board, Card
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotFound
from sos_core.domain.kinds import Answer, CardKind, Proof
from sos_core.domain.replacing import replace
from sos_core.domain.rules.cards import card_of
from sos_core.domain.when import When

MOST_AGREEMENTS = 500
MOST_BACKUPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An agreement as the desk writes it. `what`, `when` and `notice` are ids of words; people and cards are ids. `backups`: in the
    order in which they are asked.
    """

    what: str
    who: str
    when: str
    notice: str
    backups: tuple[str, ...] = ()
    monitor: str | None = None
    risks: tuple[str, ...] = ()
    worries: tuple[str, ...] = ()
    bottom_lines: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    rule: When | None = None


def make_agreement(board: Board, draft: Draft, *, agreement: str) -> e.AgreementMade:
    """Everything it names is at this conference; a back-up is somebody else than the doer and than the other back-ups.

    That the monitor is not the doer is advice of the checks, not a rule: the source asks for somebody who keeps an eye on it.
    """
    _check_open(board)
    if len(board.agreements) >= MOST_AGREEMENTS:
        raise DomainError("agreements.too_many", most=MOST_AGREEMENTS)
    _check(board, draft)
    return e.AgreementMade(agreement=agreement, base=agreement, **_fields(draft))


def change_agreement(board: Board, draft: Draft, *, agreement: str, base: str, change: str) -> e.AgreementChanged:
    """As `make_agreement`, on the version that the desk looked at; else ChangedMeanwhile.

    It keeps leaning on what was taken back, so that it stays as narrow as it was.
    """
    _check_open(board)
    found = agreement_of(board, agreement)
    if found.base != base:
        raise ChangedMeanwhile("agreements.changed_meanwhile", current=found.base)
    gone = [card for card in answered_by(board, found) if card.taken_back]
    live = _without_taken_back(board, draft)
    _check(board, live, besides=gone)
    risks = live.risks + tuple(card.id for card in gone if card.kind is CardKind.RISK)
    worries = live.worries + tuple(card.id for card in gone if card.kind is CardKind.WORRY)
    return e.AgreementChanged(agreement=agreement, base=change, **_fields(replace(live, risks=risks, worries=worries)))


def drop_agreement(board: Board, *, agreement: str) -> e.AgreementDropped:
    _check_open(board)
    return e.AgreementDropped(agreement_of(board, agreement).id)


def answer_agreement(
    board: Board, *, agreement: str, person: str, answer: Answer, words: str | None
) -> e.AgreementAnswered:
    """Only those who have a part in it answer; 'yes, if' says if what."""
    found = agreement_of(board, agreement)
    if person not in found.people:
        raise DomainError("agreements.not_yours")
    if answer is Answer.YES_IF and words is None:
        raise DomainError("agreements.if_what")
    return e.AgreementAnswered(agreement, person, answer, words)


def tell_back(board: Board, *, agreement: str, person: str, words: str | None) -> e.ToldBack:
    """After the yes, and only then: what this person will do, in own words (the terugvertel-check). None takes it back."""
    reply = agreement_of(board, agreement).answers.get(person)
    if reply is None or not reply.promised:
        raise DomainError("agreements.say_yes_first")
    return e.ToldBack(agreement, person, words)


def note_told_aloud(board: Board, *, agreement: str, person: str, words: str | None) -> e.ToldAloud:
    """As `tell_back`, said out loud and written down at the desk. What somebody told on a phone is theirs: it stays as it is."""
    told = tell_back(board, agreement=agreement, person=person, words=words)
    reply = board.agreements[agreement].answers[person]
    if reply.told_back is not None and not reply.aloud:
        raise DomainError("agreements.told_themselves")
    return e.ToldAloud(told.agreement, told.person, told.words)


def note_proof(board: Board, *, agreement: str, proof: Proof, on: date, told_by: str | None) -> e.ProofNoted:
    """One more time that it was practised, or worked: also while the plan stands, for then it is lived by. In any order."""
    found = agreement_of(board, agreement)
    if told_by is not None:
        _check_here(board, told_by)
    return e.ProofNoted(found.id, proof, on, told_by)


def agreement_of(board: Board, agreement: str) -> Agreement:
    """The agreement, or NotFound."""
    if agreement not in board.agreements:
        raise NotFound("agreements.no_such_agreement")
    return board.agreements[agreement]


def _fields(draft: Draft) -> dict[str, Any]:
    """Its fields by name, as they are."""
    return {field.name: getattr(draft, field.name) for field in fields(draft)}


def _without_taken_back(board: Board, draft: Draft) -> Draft:
    def there(cards: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(card for card in cards if card not in board.cards or not board.cards[card].taken_back)

    return replace(draft, risks=there(draft.risks), worries=there(draft.worries), strengths=there(draft.strengths))


def _check_open(board: Board) -> None:
    """An adopted plan stands as it was adopted, until an evaluation ends in 'adjust'."""
    if board.plans and not board.adjusting:
        raise DomainError("plan.stands")


def _check(board: Board, draft: Draft, *, besides: Sequence[Card] = ()) -> None:
    people = [person for person in (draft.who, *draft.backups, draft.monitor) if person]
    for person in people:
        _check_here(board, person)
    _check_backups(draft)
    answered = [_of_kind(board, card, CardKind.RISK) for card in draft.risks]
    answered += [_of_kind(board, card, CardKind.WORRY) for card in draft.worries]
    for card in draft.strengths:
        _of_kind(board, card, CardKind.STRENGTH)
    if unknown := [line for line in draft.bottom_lines if line not in board.lines]:
        raise NotFound("agreements.no_such_line", count=len(unknown))
    if any(not may_read(board, card, person) for card in [*answered, *besides] for person in people):
        raise DomainError("agreements.not_for_them")


def _check_here(board: Board, person: str) -> None:
    attendee = board.attendees.get(person)
    if attendee is None or attendee.role is None:
        raise NotFound("person.not_here")


def _check_backups(draft: Draft) -> None:
    if draft.who in draft.backups:
        raise DomainError("agreements.backup_is_doer")
    if len(set(draft.backups)) < len(draft.backups):
        raise DomainError("agreements.backup_twice")
    if len(draft.backups) > MOST_BACKUPS:
        raise DomainError("agreements.too_many_backups", most=MOST_BACKUPS)


def _of_kind(board: Board, card: str, kind: CardKind) -> Card:
    found = card_of(board, card)
    if found.kind is not kind:
        raise NotFound("cards.no_such_card")
    return found
