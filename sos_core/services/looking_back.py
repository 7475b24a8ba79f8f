"""Looking back: how the meeting went, step by step, as the room saw it and as people still want it seen. For the facilitator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.access.change import change
from sos_core.access.eyes import SCREEN, agreement_on_screen, on_screen
from sos_core.access.keeping import kept_from
from sos_core.access.lookup import Lookup
from sos_core.access.view import View, view
from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.encoding import kind_of
from sos_core.domain.fold import apply
from sos_core.domain.kinds import Phase
from sos_core.domain.replacing import replace
from sos_core.domain.story import TOLD, card_as_wanted_now, what_counts
from sos_core.services.boards import Current
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House


@dataclass(frozen=True, slots=True)
class Told:
    """One step: whose it is (an id, and the name that goes with it), what it is called, and which phase, question or kind of
    card it is about. No card's words.
    """

    seq: int
    at: datetime
    kind: str
    who: str | None
    name: str | None
    title: str | None
    about: str | None


def story(house: House, actor: Actor, conference: str) -> list[Told]:
    """The steps that the shared screen showed and still may show, in their order. Only for whoever leads this conference."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    board, steps = Board(), []
    _, lookup = kept_from(board, SCREEN, current.lookup)
    for entry in what_counts(current.entries):
        before, board = board, apply(entry, board)
        if isinstance(entry.event, TOLD) and _was_seen(entry.event, before, board, current):
            steps.append(_told(entry, before, board, current.board, lookup))
    return steps


def look_back(
    house: House, actor: Actor, conference: str, *, at: int, since: int | None = None, as_of: int | None = None
) -> View:
    """What the shared screen showed at `at`, as narrow as people want it now. The way in of today is not in it.

    `as_of` is the now that it is as narrow as. Who has the view at `since` from the same now gets the patch from there: a step
    costs what it changes.
    """
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    walk = house.walks.of(conference, current)
    then = walk.at(at)
    if since is None or as_of != current.board.seq:
        return view(then.board, SCREEN, then.lookup) | {"as_of": current.board.seq}
    before = walk.at(since)
    return change(before, then).patch(before, then, SCREEN)


def _was_seen(event: e.Event, before: Board, after: Board, now: Current) -> bool:
    if (card := getattr(event, "card", None)) is not None:
        return any(_card_was_seen(board, card, now) for board in (before, after))
    if (agreement := getattr(event, "agreement", None)) is not None:
        return any(_agreement_was_seen(board, agreement, now) for board in (before, after))
    return not hasattr(event, "what_if") or after.now.phase is Phase.DRY_RUN


def _card_was_seen(board: Board, card: str, now: Current) -> bool:
    found = board.cards.get(card)
    wanted = _with_wishes(board, (card, found.risk) if found and found.risk else (card,), now)
    return found is not None and on_screen(wanted, wanted.cards[card])


def _agreement_was_seen(board: Board, agreement: str, now: Current) -> bool:
    found = board.agreements.get(agreement)
    if found is None:
        return False
    wanted = _with_wishes(replace(board, agreements={agreement: found}), found.answers_to, now)
    return agreement in wanted.agreements and agreement_on_screen(wanted, found)


def _with_wishes(board: Board, cards: tuple[str, ...], now: Current) -> Board:
    """The board with these cards alone, as narrow as people want them now, and without what is kept from somebody."""
    wanted = {key: card_as_wanted_now(board.cards[key], now.board) for key in cards if key in board.cards}
    kept, _ = kept_from(replace(board, cards=wanted), SCREEN, now.lookup)
    return kept


def _told(entry: e.Entry, before: Board, after: Board, now: Board, lookup: Lookup) -> Told:
    event = entry.event
    who = _whose(event, before, after, now)
    return Told(
        seq=entry.seq,
        at=entry.at,
        kind=kind_of(event),
        who=who,
        name=lookup.profile(who).name,
        title=lookup.text(_title(event, before, after)),
        about=_about(event, after),
    )


def _whose(event: e.Event, before: Board, after: Board, now: Board) -> str | None:
    """Whoever the step is about; of a card its author, where the name stood on it and still may."""
    if isinstance(event, e.PersonAdmitted | e.AgreementAnswered | e.HelpNoted):
        return event.person
    if isinstance(event, e.DayWithoutShown):
        return event.people[0] if len(event.people) == 1 else None
    if (card := after.cards.get(getattr(event, "card", ""))) is not None:
        return card.author if card_as_wanted_now(card, now).named else None
    name = getattr(event, "agreement", "")
    agreement = after.agreements.get(name) or before.agreements.get(name)
    return agreement.who if agreement else None


def _title(event: e.Event, before: Board, after: Board) -> str | None:
    """The id of what the scene, the film or the "what if" card is called."""
    drawn = getattr(event, "what_if", "")
    if what_if := after.what_ifs.get(drawn) or before.what_ifs.get(drawn):
        return what_if.title
    named: str = getattr(event, "scene", None) or getattr(event, "routine", None) or ""
    for board in (after, before):
        if found := board.scenes.get(named) or board.routines.get(named):
            return found.title
    return None


def _about(event: e.Event, after: Board) -> str | None:
    """The phase, the question, how an agreement proved itself or a "what if" went, that it is about several people, or the
    kind of card.
    """
    if isinstance(event, e.WhatIfDrawn):
        return None  # its question is words
    if isinstance(event, e.DayWithoutShown):
        return "several" if len(event.people) > 1 else None
    card = after.cards.get(getattr(event, "card", ""))
    named = (getattr(event, name, None) for name in ("phase", "question", "proof", "outcome"))
    return next((one for one in named if one), card.kind if card else None)
