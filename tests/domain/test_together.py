"""What all look at and wait for together: the timer, cards held until shown, one card in the light, a day without somebody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sos_core.domain import events as e
from sos_core.domain.audience import lit
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import Audience, CardKind, Phase
from sos_core.domain.rules import together
from tests.domain.given import AT, ROOM, STRAIGHT, board_of, came, card, given

FIVE = e.TimerSet(AT + timedelta(minutes=5))
HELD = e.CardsHeld()


def test_the_timer_ends_by_the_clock_of_the_house() -> None:
    given(*ROOM).when(together.set_timer, minutes=5, now=AT).then(FIVE)
    assert board_of(*ROOM, FIVE).now.timer == AT + timedelta(minutes=5)
    assert board_of(*ROOM, FIVE, e.TimerStopped()).now.timer is None


@pytest.mark.parametrize("minutes", [0, -1, 61])
def test_nobody_waits_for_ever(minutes: int) -> None:
    given(*ROOM).when(together.set_timer, minutes=minutes, now=AT).refused("timer.minutes")


def test_a_minute_more_counts_from_the_end_or_from_now_when_the_time_is_up() -> None:
    running = given(*ROOM, FIVE)
    running.when(together.add_minute, now=AT).then(e.TimerSet(AT + timedelta(minutes=6)))
    late = AT + timedelta(minutes=9)
    running.when(together.add_minute, now=late).then(e.TimerSet(late + timedelta(minutes=1)))
    given(*ROOM).when(together.add_minute, now=AT).refused("timer.not_set")
    given(*ROOM).when(together.stop_timer).refused("timer.not_set")
    longest = given(*ROOM, e.TimerSet(AT + timedelta(minutes=60)))
    longest.when(together.add_minute, now=AT).refused("timer.minutes")


def test_what_is_said_while_cards_are_held_is_held_also_on_the_straight_road() -> None:
    board = board_of(*ROOM, STRAIGHT, card("C0"), HELD, card("C1"))
    assert not board.cards["C0"].held
    assert board.cards["C1"].held
    shown = board_of(*ROOM, STRAIGHT, HELD, card("C1"), e.CardsShown(), card("C2"))
    assert not any(one.held for one in shown.cards.values())


def test_another_phase_never_shows_by_itself_what_was_held() -> None:
    moved = given(*ROOM, HELD, card("C1"), e.PhaseMoved(Phase.FILM, CardKind.STRENGTH), card("C2"))
    assert moved.board.cards["C1"].held
    assert not moved.board.cards["C2"].held
    moved.when(together.show_cards).then(e.CardsShown())


def test_cards_are_held_once_and_shown_only_when_held() -> None:
    given(*ROOM, HELD).when(together.hold_cards).refused("cards.held_already")
    given(*ROOM).when(together.hold_cards).then(HELD)
    given(*ROOM).when(together.show_cards).refused("cards.not_held")


def test_who_is_ready_says_so_and_may_come_back_on_it() -> None:
    given(*ROOM).when(together.say_ready, person="mother", ready=True).refused("cards.not_held")
    given(*ROOM, HELD).when(together.say_ready, person="mother", ready=True).then(e.PersonReady("mother", True))
    ready = [HELD, e.PersonReady("mother", True), e.PersonReady("father", True), e.PersonReady("mother", True)]
    assert board_of(*ROOM, *ready).now.ready == ("father", "mother")
    assert board_of(*ROOM, *ready, e.PersonReady("father", False)).now.ready == ("mother",)
    assert board_of(*ROOM, *ready, e.CardsShown()).now.ready == ()


def test_one_card_is_in_the_light_as_long_as_everybody_may_see_it() -> None:
    light = e.CardPutInLight("C1")
    given(*ROOM, card("C1")).when(together.put_in_light, card="C1").then(light)
    assert lit(board_of(*ROOM, card("C1"), light)) is not None
    for gone in (
        e.CardTakenBack("C1"),
        e.CardTakenOffBoard("C1"),
        e.CardParked("C1", None),
        e.CardHidden("C1", Audience.ADULTS, ()),
        e.LightPutOut(),
    ):
        assert lit(board_of(*ROOM, card("C1"), light, gone)) is None
    given(*ROOM).when(together.put_out_light).refused("light.nothing_in_it")


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([card("C1", on_board=False)], "cards.not_on_board"),
        ([card("C1"), e.CardParked("C1", None)], "cards.not_on_board"),
        ([card("C1", audience=Audience.ADULTS)], "cards.not_for_everybody"),
        ([HELD, card("C1")], "cards.held_until_shown"),
    ],
)
def test_what_not_everybody_may_see_is_not_put_in_the_light(events: list[e.Event], why: str) -> None:
    given(*ROOM, *events).when(together.put_in_light, card="C1").refused(why)


def test_a_day_without_somebody_is_shown_until_it_is_stopped_or_all_go_on() -> None:
    shown = e.DayWithoutShown(("grandmother", "father"))
    twice = ("grandmother", "father", "grandmother")
    given(*ROOM).when(together.show_without, people=twice).then(shown)
    assert board_of(*ROOM, shown).now.without == ("grandmother", "father")
    assert board_of(*ROOM, shown, e.DayWithoutShown(("father",))).now.without == ("father",)
    for over in (e.DayWithoutEnded(), e.PhaseMoved(Phase.SCALE, CardKind.STRENGTH)):
        assert board_of(*ROOM, shown, over).now.without == ()
    given(*ROOM, shown).when(together.stop_without).then(e.DayWithoutEnded())
    given(*ROOM).when(together.stop_without).refused("film.without_nobody")


def test_a_day_is_shown_without_grown_ups_who_are_in_and_nobody_else() -> None:
    room = given(*ROOM, *came("late", None), e.PersonLeft("father"))
    room.when(together.show_without, people=()).refused("film.without_whom")
    room.when(together.show_without, people=("child",)).refused("film.child_is_no_help")
    for not_in in ("late", "father", "stranger"):
        room.when(together.show_without, people=("mother", not_in)).refused("person.not_here", NotFound)


def test_what_is_still_to_do_is_shown_until_it_is_hidden_in_whatever_phase() -> None:
    given(*ROOM).when(together.show_todo).then(e.TodoShown())
    assert board_of(*ROOM, e.TodoShown(), e.PhaseMoved(Phase.SCALE, CardKind.STRENGTH)).now.todo
    given(*ROOM, e.TodoShown()).when(together.show_todo).refused("film.todo_shown")
    given(*ROOM, e.TodoShown()).when(together.hide_todo).then(e.TodoHidden())
    assert not board_of(*ROOM, e.TodoShown(), e.TodoHidden()).now.todo
    given(*ROOM).when(together.hide_todo).refused("film.todo_not_shown")
