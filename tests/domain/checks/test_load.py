"""Check 4: how much each person does, and where it is too much."""

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.checks.load import Load, load, loads
from sos_core.domain.kinds import Answer
from sos_core.domain.occurrences import Occurrences
from tests.domain.checks.times import MONDAY, WEEKS, agreed, each, plan


def found(board: Board, occurrences: Occurrences) -> dict[str, tuple[str, ...]]:
    return {one.what: one.people for one in load(board, occurrences, begin=MONDAY, weeks=WEEKS)}


def test_what_each_does_in_each_week() -> None:
    board = plan(agreed("A1"), agreed("A2", rule=""), agreed("A3", "mother", backups=("father",)))
    times = {"A1": each(8, 30, weeks=range(2)), "A3": each(18, 300, rough=True, days=range(1))}
    assert loads(board, times, begin=MONDAY, weeks=WEEKS) == (
        Load("mother", (1,) * 8, (0,) * 8, 0),
        Load("grandmother", (7, 7, 0, 0, 0, 0, 0, 0), (210, 210, 0, 0, 0, 0, 0, 0), 1),
    )


def test_more_than_twice_every_day_is_too_often() -> None:
    board = plan(agreed("A1", "mother"), agreed("A2", "mother"), agreed("A3", "mother"))
    twice = {"A1": each(8), "A2": each(18)}
    assert not found(board, twice)
    assert found(board, {**twice, "A3": each(12, days=range(1), weeks=range(3, 4))}) == {"too_often": ("mother",)}


def test_more_than_eight_hours_a_week_is_too_long_for_the_network_alone() -> None:
    board = plan(agreed("A1"), agreed("A2", "mother"))
    eight = {"A1": each(12, 240, days=range(2)), "A2": each(12, 300)}
    assert not found(board, eight)
    assert found(board, {**eight, "A1": each(12, 241, days=range(2))}) == {"too_long": ("grandmother",)}


def test_who_does_more_than_half_of_it_is_named_once_there_are_three() -> None:
    three = [agreed("A1"), agreed("A2", "mother"), agreed("A3", "father")]
    times = {"A1": each(8, days=range(4)), "A2": each(9, days=range(2)), "A3": each(9, days=range(2))}
    assert not found(plan(*three), times)
    most = {**times, "A1": each(8, days=range(5))}
    assert found(plan(*three), most) == {"most_of_it": ("grandmother",)}
    assert not found(plan(*three[:2]), most)


def test_who_said_no_carries_nothing() -> None:
    board = plan(agreed("A1"), e.AgreementAnswered("A1", "grandmother", Answer.NO_LONGER, None))
    assert not loads(board, {"A1": each(8)}, begin=MONDAY, weeks=WEEKS)
