"""Keeping from: a board and its words without what the restrictions of this conference keep from these eyes. Pure.

Every face is drawn from what comes out of here. A card with such words is as a card that is hidden from its reader, so that all that
leans on it is as narrow; an agreement with them is not there; any other text is as one that was erased. The shared screen, and
paper for all, show what nobody is kept from.
"""

from __future__ import annotations

from sos_core.access.eyes import Eyes, Face, as_seen_by
from sos_core.access.lookup import Lookup
from sos_core.access.withheld import NONE, NOTHING, Ids
from sos_core.domain.audience import answered_by
from sos_core.domain.board import Agreement, Attendee, Board, Card, Now
from sos_core.domain.kinds import Standing
from sos_core.domain.replacing import replace


def as_read_by(board: Board, eyes: Eyes, lookup: Lookup) -> tuple[Board, Lookup]:
    """The board as these eyes see it, with the words and people that they may look up. Whoever makes something for somebody to read
    makes it of these two, and of nothing else.
    """
    kept, left = kept_from(board, eyes, lookup)
    return without_whom_they_avoid(as_seen_by(kept, eyes), kept, eyes, left), left


def kept_from(board: Board, eyes: Eyes, lookup: Lookup) -> tuple[Board, Lookup]:
    """What is left for these eyes. Nobody's own words are kept from them, by the phone or on the screen that they sit before: that would
    tell that something is.
    """
    withheld = lookup.withheld
    if withheld is NOTHING or eyes.face is Face.DESK:
        return board, lookup
    person = eyes.face is Face.PERSON
    mine = frozenset((eyes.person, *eyes.own)) if person else NONE
    readers = mine & withheld.people if person else withheld.people
    unseen = NONE.union(*(withheld.kept_words(who, mine or lookup.by_the_phone_of(who)) for who in readers))
    unread = NONE.union(*(withheld.unread.get(who, NONE) for who in readers)) - mine
    if unseen or unread:
        hide = (eyes.person,) if person else tuple(sorted(readers))
        board = _without(board, unseen, unread, hide, mine)
    if person and withheld.apart.get(eyes.person):
        board = _at_rest(board, eyes.person)
    return board, replace(lookup, unseen=unseen) if unseen else lookup


def without_whom_they_avoid(seen: Board, board: Board, eyes: Eyes, lookup: Lookup) -> Board:
    """What these eyes see, without those with whom they are never in one room: whether those come, and when, is not told. Who is named
    in what is seen stays, as somebody who has a part in the plan. The shared screen: without those from whom somebody in the room is
    kept apart.
    """
    apart = lookup.withheld.apart
    if not apart or eyes.face is Face.DESK:
        return seen
    there = board.here if eyes.face is Face.SCREEN else frozenset((eyes.person, *eyes.own))
    avoided = frozenset().union(*(apart.get(who, NONE) for who in there)) - there
    if avoided.isdisjoint(seen.attendees):
        return seen
    named = _named_in(seen)
    people = {key: a if key not in avoided else _known(a) for key, a in seen.attendees.items()}
    return replace(seen, attendees={key: a for key, a in people.items() if key not in avoided or key in named})


def _without(board: Board, unseen: Ids, unread: Ids, hide: tuple[str, ...], mine: Ids) -> Board:
    kept = {key for key, card in board.cards.items() if _is_kept(card, unseen, unread, mine)}
    cards = {
        key: replace(card, hidden_from=tuple(dict.fromkeys((*card.hidden_from, *hide)))) if key in kept else card
        for key, card in board.cards.items()
    }
    cards = {key: _own_card(card, unseen) if card.author in mine else card for key, card in cards.items()}
    agreements = {
        key: one
        for key, one in board.agreements.items()
        if unseen.isdisjoint((one.what, one.when, one.notice)) and not _answers_kept(board, one, kept)
    }
    notes = {key: note for key, note in board.notes.items() if note.words not in unseen}
    told = {key: one for key, one in board.check_ins.items() if one.person not in unread}
    stated = {who: one for who, one in board.statements.items() if who not in unread and one.words not in unseen}
    return replace(board, cards=cards, agreements=agreements, notes=notes, check_ins=told, statements=stated)


def _is_kept(card: Card, unseen: Ids, unread: Ids, mine: Ids) -> bool:
    if card.author in mine:
        return False
    return card.author in unread or not unseen.isdisjoint((card.words, card.clearer, card.parked_because))


def _own_card(card: Card, unseen: Ids) -> Card:
    """One's own card stays, without what others wrote beside it."""
    if unseen.isdisjoint((card.clearer, card.parked_because)):
        return card
    clearer = None if card.clearer in unseen else card.clearer
    return replace(card, clearer=clearer, parked_because=None if card.parked_because in unseen else card.parked_because)


def _answers_kept(board: Board, agreement: Agreement, kept: set[str]) -> bool:
    """Also for who has a part in it: it tells of the card."""
    return any(card.id in kept or card.risk in kept for card in answered_by(board, agreement))


def _at_rest(board: Board, person: str) -> Board:
    """While others meet without this person, the phone stays where everybody was when this person was last there."""
    attendee = board.attendees.get(person)
    if attendee is None or attendee.here or attendee.standing is not Standing.ADMITTED:
        return board
    saw = attendee.saw or Now()
    now = replace(saw, scene=saw.scene if saw.scene in board.scenes else None)
    return replace(
        board,
        now=now,
        attendees={key: replace(a, here=False) if a.here else a for key, a in board.attendees.items()},
        scales={key: one for key, one in board.scales.items() if one.session <= now.session},
    )


def _known(attendee: Attendee) -> Attendee:
    """Somebody with a part in the plan; whether they come is not told."""
    return Attendee(attendee.id, Standing.ADMITTED, attendee.role)


def _named_in(seen: Board) -> set[str]:
    return {card.author for card in seen.cards.values()} | {
        who for one in seen.agreements.values() for who in (*one.people, *one.answers)
    }
