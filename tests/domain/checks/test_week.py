"""Check 3: two places at once, hours that nobody covers, and the weeks in which nobody is there."""

import pytest

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.checks.finding import Finding, Weight
from sos_core.domain.checks.hours import Hour, hours
from sos_core.domain.checks.week import week
from sos_core.domain.kinds import Answer
from sos_core.domain.occurrences import Holidays, Occurrences
from tests.domain.checks.times import HOLIDAYS, MONDAY, SCHOOL_DAYS, WEEKS, XMAS, agreed, each, plan
from tests.domain.given import agreement, card


def found(board: Board, occurrences: Occurrences, holidays: Holidays = HOLIDAYS) -> dict[str, Finding]:
    return {one.what: one for one in week(board, occurrences, holidays, begin=MONDAY, weeks=WEEKS)}


def covered(board: Board, occurrences: Occurrences) -> tuple[Hour, ...]:
    return hours(board, occurrences, HOLIDAYS, begin=MONDAY, weeks=WEEKS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (each(15, 120), each(16, 120)),
        (each(15, 120), each(16, 61, days=range(2, 3), weeks=range(7, 8))),
        (each(22, 600), each(7, 120, days=range(1, 2))),
        (each(15, 120), each(16) + each(16, 120, days=range(1))),
    ],
)
def test_who_must_begin_one_thing_before_another_is_done_has_a_clash_told_once(one: tuple, other: tuple) -> None:
    board = plan(agreed("A1"), agreed("A2"))
    clashes = [
        f for f in week(board, {"A1": one, "A2": other}, HOLIDAYS, begin=MONDAY, weeks=WEEKS) if f.what == "clash"
    ]
    assert [(f.agreements, f.people, f.weight) for f in clashes] == [
        (("A1", "A2"), ("grandmother",), Weight.MUST_LOOK_AT)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [(each(15, 120), each(16)), (each(15), each(15)), (each(17, 210), each(17, 180)), (each(22, 600), each(7))],
)
def test_what_lies_within_another_thing_may_go_together(one: tuple, other: tuple) -> None:
    some = found(plan(agreed("A1"), agreed("A2")), {"A1": one, "A2": other})
    assert (some["at_once"].agreements, some["at_once"].weight) == (("A1", "A2"), Weight.LOOK_AT)
    assert "clash" not in some


def test_what_ends_when_the_next_begins_or_is_only_roughly_known_is_no_clash() -> None:
    board = plan(agreed("A1"), agreed("A2"), agreed("A3", "mother"))
    for times in (
        {"A1": each(15, 60), "A2": each(16), "A3": each(15, 60)},
        {"A1": each(18, 300, rough=True), "A2": each(19)},
    ):
        assert not {"clash", "at_once"} & found(board, times).keys()


def test_an_agreement_whose_doer_cannot_clashes_with_nothing() -> None:
    board = plan(agreed("A1"), agreed("A2"), e.AgreementAnswered("A2", "grandmother", Answer.NO, None))
    assert "at_once" not in found(board, {"A1": each(15), "A2": each(15)})


def test_each_hour_says_by_how_many_people_it_is_covered() -> None:
    board = plan(agreed("A1", backups=("mother",)), agreed("A2", "father", monitor="mother"))
    saturdays = each(8, 30, days=range(5, 6), weeks=range(0, WEEKS, 2))
    times = {"A1": each(8, 90, days=range(5, 6)), "A2": saturdays}
    assert covered(board, times) == (
        Hour("S1", 5, 8, 2, 3, ("mother", "father", "grandmother")),
        Hour("S1", 5, 9, 2, 2, ("mother", "grandmother")),
    )
    assert "not_every_week" not in found(board, times)


def test_who_left_or_cannot_covers_nothing() -> None:
    board = plan(
        agreed("A1", backups=("mother",)),
        e.AgreementAnswered("A1", "mother", Answer.NO, None),
        e.PersonLeft("grandmother"),
    )
    assert [hour.most for hour in covered(board, {"A1": each(8, days=range(1))})] == [0]


def test_weeks_without_anybody_are_told_but_not_those_of_a_holiday() -> None:
    other_week = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"
    board = plan(agreed("A1", rule=other_week), agreed("A2", rule=SCHOOL_DAYS, term_only=True))
    schooldays = tuple(one for one in each(8, days=range(5)) if not XMAS.first <= one.start.date() <= XMAS.last)
    some = found(board, {"A1": each(9, days=range(5, 6), weeks=range(0, WEEKS, 2)), "A2": schooldays})
    assert some["not_every_week"].scenes == ("S1",)
    board = plan(agreed("A2", rule=SCHOOL_DAYS, term_only=True))
    assert "not_every_week" not in found(board, {"A2": schooldays})


def test_days_of_a_holiday_cover_no_week() -> None:
    assert not covered(plan(agreed("A1")), {"A1": each(9, weeks=range(3, 5))})


def test_what_is_once_or_once_a_month_covers_no_week() -> None:
    board = plan(agreed("A1", rule="FREQ=MONTHLY;BYDAY=1MO"))
    assert not covered(board, {"A1": each(8, days=range(1), weeks=range(1))})


def test_times_of_the_week_at_which_no_agreement_is() -> None:
    times = {"nothing_at_night", "nothing_on_wednesday_afternoon", "nothing_at_weekend"}
    board = plan(agreed("A1"))
    assert times <= found(board, {"A1": each(8, days=range(5))}).keys()
    assert not times & found(board, {"A1": each(13, 12 * 60)}).keys()
    assert times & found(board, {"A1": each(0, 24 * 60, rough=True)}).keys() == times - {"nothing_at_weekend"}
    assert times & found(board, {"A1": each(23, 8 * 60, days=range(4, 5))}).keys() == {"nothing_on_wednesday_afternoon"}
    sunday_night = each(23, 8 * 60, days=range(6, 7))
    assert times & found(board, {"A1": sunday_night}).keys() == {"nothing_on_wednesday_afternoon"}
    assert not times & found(plan(), {}).keys()


def test_scenes_that_have_nobody_in_the_school_holidays() -> None:
    schooldays = tuple(one for one in each(8, days=range(5)) if not XMAS.first <= one.start.date() <= XMAS.last)
    alone = plan(agreed("A1", rule=SCHOOL_DAYS, term_only=True))
    finding = found(alone, {"A1": schooldays})["nothing_in_holidays"]
    assert (finding.scenes, finding.agreements, finding.weight) == (("S1",), ("A1",), Weight.LOOK_AT)
    both = plan(agreed("A1", rule=SCHOOL_DAYS, term_only=True), agreed("A2"))
    assert "nothing_in_holidays" not in found(both, {"A1": schooldays, "A2": each(9)})
    loose = plan(agreed("A1", rule=SCHOOL_DAYS, term_only=True), agreed("A2", rule=""))
    assert "nothing_in_holidays" not in found(loose, {"A1": schooldays})


def test_holidays_that_are_not_known_are_said() -> None:
    unknown = Holidays(MONDAY, MONDAY, ())
    board = plan(agreed("A1", rule=SCHOOL_DAYS, term_only=True), agreed("A2"))
    times = {"A1": each(8, days=range(5)), "A2": each(9)}
    assert found(board, times, unknown)["holidays_unknown"].agreements == ("A1",)
    assert "holidays_unknown" not in found(board, times)
    assert "holidays_unknown" not in found(plan(agreed("A2")), {"A2": each(9)}, unknown)


def test_agreements_without_a_day_are_told_apart() -> None:
    board = plan(agreed("A1"), agreed("A2", rule=""))
    assert found(board, {"A1": each(8)})["not_in_week"].agreements == ("A2",)


def test_cards_without_a_scene_and_agreements_about_nothing_are_no_trouble() -> None:
    board = plan(card("C2", scene=None), agreement("A1", risks=("C2",)), agreement("A2"))
    assert not covered(board, {"A1": each(8), "A2": each(9)})
