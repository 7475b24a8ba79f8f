"""A bottom line that was broken is written down, with what was then done."""

from datetime import timedelta

from sos_core.domain import events as e
from sos_core.domain.board import Breach, FollowUp
from sos_core.domain.errors import NotFound
from sos_core.domain.rules import breaches
from tests.domain.given import ROOM, TODAY, board_of, given

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
BROKEN = e.BreachRecorded("B1", "L1", TODAY, "w-seen")
ABOUT = {"words": "w", "today": TODAY}


def test_it_is_written_down_with_its_day() -> None:
    record = given(*ROOM).when
    record(breaches.record_breach, breach="B1", line="L1", on=YESTERDAY, **ABOUT).then(
        e.BreachRecorded("B1", "L1", YESTERDAY, "w")
    )
    record(breaches.record_breach, breach="B1", line="L1", on=TOMORROW, **ABOUT).refused("breach.in_future")
    record(breaches.record_breach, breach="B1", line="L9", on=TODAY, **ABOUT).refused(
        "agreements.no_such_line", NotFound
    )


def test_what_was_then_done_comes_after_it() -> None:
    follow = given(*ROOM, BROKEN).when
    follow(breaches.follow_up_breach, breach="B1", on=TODAY, **ABOUT).then(e.BreachFollowedUp("B1", TODAY, "w"))
    follow(breaches.follow_up_breach, breach="B1", on=YESTERDAY, **ABOUT).refused("breach.before_it")
    follow(breaches.follow_up_breach, breach="B1", on=TOMORROW, **ABOUT).refused("breach.in_future")
    follow(breaches.follow_up_breach, breach="B9", on=TODAY, **ABOUT).refused("breach.not_here", NotFound)


def test_all_that_was_done_stays_in_order() -> None:
    board = board_of(
        *ROOM, BROKEN, e.BreachFollowedUp("B1", TODAY, "w-called"), e.BreachFollowedUp("B1", TODAY, "w-went")
    )
    done = (FollowUp(TODAY, "w-called"), FollowUp(TODAY, "w-went"))
    assert board.breaches["B1"] == Breach("B1", len(ROOM) + 1, "L1", TODAY, "w-seen", done)
