"""What all look at and wait for together: the timer, cards that are held back until shown, one card in the light, a day without
somebody, what is still to do.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sos_core.domain import events as e
from sos_core.domain.audience import is_narrow
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Role, Standing
from sos_core.domain.rules.cards import card_of
from sos_core.domain.rules.meeting import attendee_of

LONGEST = 60
"""Minutes."""


def set_timer(board: Board, *, minutes: int, now: datetime) -> e.TimerSet:
    """From this moment, whatever ran before."""
    if not 1 <= minutes <= LONGEST:
        raise DomainError("timer.minutes", longest=LONGEST)
    return e.TimerSet(now + timedelta(minutes=minutes))


def add_minute(board: Board, *, now: datetime) -> e.TimerSet:
    """One minute more; when the time is up already, one minute from now."""
    if board.now.timer is None:
        raise DomainError("timer.not_set")
    longer = max(board.now.timer, now) + timedelta(minutes=1)
    if longer > now + timedelta(minutes=LONGEST):
        raise DomainError("timer.minutes", longest=LONGEST)
    return e.TimerSet(longer)


def stop_timer(board: Board) -> e.TimerStopped:
    if board.now.timer is None:
        raise DomainError("timer.not_set")
    return e.TimerStopped()


def hold_cards(board: Board) -> e.CardsHeld:
    if board.now.holding:
        raise DomainError("cards.held_already")
    return e.CardsHeld()


def say_ready(board: Board, *, person: str, ready: bool) -> e.PersonReady:
    if not board.now.holding:
        raise DomainError("cards.not_held")
    return e.PersonReady(person, ready)


def show_cards(board: Board) -> e.CardsShown:
    """All at once, also those that were held in an earlier phase."""
    if not board.now.holding and not any(card.held for card in board.cards.values()):
        raise DomainError("cards.not_held")
    return e.CardsShown()


def put_in_light(board: Board, *, card: str) -> e.CardPutInLight:
    """Only what is on the board for everybody."""
    found = card_of(board, card)
    if not found.on_board or found.parked:
        raise DomainError("cards.not_on_board")
    if is_narrow(board, found):
        raise DomainError("cards.not_for_everybody")
    if found.held:
        raise DomainError("cards.held_until_shown")
    return e.CardPutInLight(card)


def put_out_light(board: Board) -> e.LightPutOut:
    if board.now.light is None:
        raise DomainError("light.nothing_in_it")
    return e.LightPutOut()


def show_without(board: Board, *, people: tuple[str, ...]) -> e.DayWithoutShown:
    """The film as a day without these people, who are all in; a child is never somebody to fall back on. Source: PRODUCT.md,
    check 2: "the facilitator chooses what goes on the shared screen".
    """
    if not people:
        raise DomainError("film.without_whom")
    for person in people:
        if attendee_of(board, person).standing is not Standing.ADMITTED:
            raise NotFound("person.not_here")
        if board.role_of(person) is Role.CHILD:
            raise DomainError("film.child_is_no_help")
    return e.DayWithoutShown(tuple(dict.fromkeys(people)))


def stop_without(board: Board) -> e.DayWithoutEnded:
    if not board.now.without:
        raise DomainError("film.without_nobody")
    return e.DayWithoutEnded()


def show_todo(board: Board) -> e.TodoShown:
    """What the checks find without any person in it, at each scene. Source: PRODUCT.md: "the facilitator chooses what goes on the
    shared screen".
    """
    if board.now.todo:
        raise DomainError("film.todo_shown")
    return e.TodoShown()


def hide_todo(board: Board) -> e.TodoHidden:
    if not board.now.todo:
        raise DomainError("film.todo_not_shown")
    return e.TodoHidden()
