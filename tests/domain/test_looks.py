"""Looking back at a plan: three looks by default, each on a working day; what goes when one ends, and stepping out."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import Decision, Look, Outcome
from sos_core.domain.looks import AFTER, usual_days
from sos_core.domain.occurrences import Holidays
from sos_core.domain.rules import evaluations
from sos_core.services.holidays import school_holidays
from sos_core.settings import Region
from tests.domain.given import ROOM, TODAY, agreement, board_of, given

HOLIDAYS = school_holidays(Region.MIDDLE)
WEEK, FIVE, THIRTEEN = (TODAY + timedelta(weeks=weeks) for weeks in (1, 5, 13))
LOOKS = (e.PlannedLook("F1", Look.FIRST, WEEK), e.PlannedLook("R1", Look.RECHECK, THIRTEEN))
ADOPTED = (*ROOM, agreement("A1"), e.BottomLineJudged("L1", True, None), e.PlanAdopted(1, TODAY, "E1", FIVE, LOOKS))
HANDOVER = e.Handover("grandmother", "mother", "w-call")


def held(evaluation: str) -> tuple[e.Event, ...]:
    return (*ADOPTED, e.EvaluationStarted(evaluation), e.AgreementWeighed(evaluation, "A1", Outcome.WELL, None))


def ends(decision: Decision, **changed: Any) -> dict[str, Any]:
    usual = {"because": "w", "next_evaluation": "E2", "next_on": None, "on": WEEK}
    return {"decision": decision, **usual, **changed}


def still_planned(*events: e.Event) -> list[str]:
    return [one.id for one in board_of(*events).planned_evaluations]


@for_all(st.dates(date(2026, 9, 7), date(2029, 5, 1)))
def test_each_look_is_on_a_working_day_and_hardly_later_than_asked(adopted_on: date) -> None:
    days = usual_days(adopted_on, HOLIDAYS)
    for look, day in days.items():
        assert day.weekday() < 5
        assert (day.month, day.day) not in {(1, 1), (4, 27), (12, 25), (12, 26)}
        assert timedelta(0) <= day - (adopted_on + AFTER[look]) <= timedelta(days=5)
    assert days[Look.FIRST] < days[Look.EVALUATION] < days[Look.RECHECK]


def test_easter_monday_is_passed_over_and_a_whole_holiday_is_not() -> None:
    assert usual_days(date(2027, 3, 22), HOLIDAYS)[Look.FIRST] == date(2027, 3, 30)
    assert usual_days(date(2027, 7, 20), HOLIDAYS)[Look.FIRST] == date(2027, 7, 27)
    assert usual_days(date(2027, 3, 22), Holidays(date.min, date.max, ()))[Look.FIRST] == date(2027, 3, 29)


def test_looks_come_in_order_of_their_days_and_any_of_them_can_be_begun() -> None:
    assert still_planned(*ADOPTED) == ["F1", "E1", "R1"]
    start = given(*ADOPTED).when
    start(evaluations.start_evaluation).then(e.EvaluationStarted("F1"))
    start(evaluations.start_evaluation, "E1").then(e.EvaluationStarted("E1"))
    start(evaluations.start_evaluation, "E9").refused("evaluation.not_here", NotFound)
    given(*held("F1")).when(evaluations.start_evaluation, "E1").refused("evaluation.started_already")


def test_going_on_keeps_what_is_to_come() -> None:
    go_on = given(*held("F1")).when(evaluations.end_evaluation, **ends(Decision.GO_ON))
    go_on.then(e.EvaluationEnded("F1", Decision.GO_ON, "w", None, None))


def test_a_look_whose_day_has_passed_goes_when_a_later_one_ends() -> None:
    later = given(*held("E1")).when(evaluations.end_evaluation, **ends(Decision.GO_ON, on=FIVE))
    later.then(ended := e.EvaluationEnded("E1", Decision.GO_ON, "w", None, None, ("F1",)))
    assert still_planned(*held("E1"), ended) == ["R1"]


def test_a_chosen_day_takes_the_place_of_the_looks_before_it() -> None:
    day = FIVE + timedelta(days=3)
    chosen = given(*held("F1")).when(evaluations.end_evaluation, **ends(Decision.GO_ON, next_on=day))
    chosen.then(ended := e.EvaluationEnded("F1", Decision.GO_ON, "w", "E2", day, ("E1",)))
    assert still_planned(*held("F1"), ended) == ["E2", "R1"]


def test_adjusting_drops_all_looks_of_this_version() -> None:
    adjust = given(*held("F1")).when(evaluations.end_evaluation, **ends(Decision.ADJUST))
    adjust.then(ended := e.EvaluationEnded("F1", Decision.ADJUST, "w", None, None, ("E1", "R1")))
    assert still_planned(*held("F1"), ended) == []
    assert board_of(*held("F1"), ended).adjusting


def test_who_steps_out_says_who_carries_on_who_watches_and_when_that_is_looked_at() -> None:
    step_out = given(*held("E1")).when
    out = ends(Decision.STEP_OUT, on=FIVE)
    step_out(evaluations.end_evaluation, **out).refused("step_out.who_carries_on")
    alone = e.Handover("mother", "mother", "w-call")
    step_out(evaluations.end_evaluation, **out, handover=alone).refused("step_out.somebody_else_watches")
    gone = e.Handover("mother", "nobody", "w-call")
    step_out(evaluations.end_evaluation, **out, handover=gone).refused("person.not_here", NotFound)
    again = FIVE + AFTER[Look.RECHECK]
    step_out(evaluations.end_evaluation, **out, handover=HANDOVER).then(
        ended := e.EvaluationEnded("E1", Decision.STEP_OUT, "w", "E2", again, ("F1", "R1"), HANDOVER)
    )
    board = board_of(*held("E1"), ended)
    assert board.stepped_out
    assert [(one.look, one.on) for one in board.planned_evaluations] == [(Look.RECHECK, again)]


def _after_stepping_out(decision: Decision) -> Board:
    again = FIVE + AFTER[Look.RECHECK]
    out = e.EvaluationEnded("E1", Decision.STEP_OUT, "w", "E2", again, ("F1", "R1"), HANDOVER)
    weighed = (e.EvaluationStarted("E2"), e.AgreementWeighed("E2", "A1", Outcome.WELL, None))
    before = (*held("E1"), out, *weighed)
    last = evaluations.end_evaluation(board_of(*before), **ends(decision, on=again, next_evaluation="E3"))
    return board_of(*before, last)


def test_after_the_last_look_nothing_more_is_planned_unless_it_has_to_change() -> None:
    good = _after_stepping_out(Decision.GO_ON)
    assert good.stepped_out
    assert not good.planned_evaluations
    again = _after_stepping_out(Decision.ADJUST)
    assert again.adjusting
    assert not again.stepped_out


def test_after_escalating_there_is_always_a_look_to_come() -> None:
    kept = given(*held("F1")).when(evaluations.end_evaluation, **ends(Decision.ESCALATE))
    kept.then(ended := e.EvaluationEnded("F1", Decision.ESCALATE, "w", None, None))
    board = board_of(*held("F1"), ended)
    assert [one.id for one in board.planned_evaluations] == ["E1", "R1"]
    assert board.lines["L1"].holds  # the referrer's word was on this plan, which stands
    assert not board.adjusting
    out = _after_stepping_out(Decision.ESCALATE)
    assert not out.stepped_out
    assert [(one.id, one.on) for one in out.planned_evaluations] == [("E3", FIVE + timedelta(weeks=13 + 5))]


def test_it_is_the_referrers_turn_until_a_later_look_ends_otherwise() -> None:
    ended = e.EvaluationEnded("F1", Decision.ESCALATE, "w", None, None)
    begun = (e.EvaluationStarted("E1"), e.AgreementWeighed("E1", "A1", Outcome.WELL, None))
    for events, turn in (((), False), ((ended,), True), ((ended, *begun), True)):
        found = board_of(*held("F1"), *events).escalated
        assert (found and found.id) == ("F1" if turn else None)
    for decision, turn in ((Decision.GO_ON, None), (Decision.ADJUST, None), (Decision.ESCALATE, "E1")):
        later = board_of(*held("F1"), ended, *begun, e.EvaluationEnded("E1", decision, "w", None, None)).escalated
        assert (later and later.id) == turn


def test_a_look_can_be_moved_and_one_more_can_be_planned() -> None:
    on_board = given(*ADOPTED).when
    on_board(evaluations.move_evaluation, evaluation="E1", to=WEEK, today=TODAY).then(e.EvaluationMoved("E1", WEEK))
    yesterday = {"to": TODAY - timedelta(days=1), "today": TODAY}
    on_board(evaluations.move_evaluation, evaluation="E1", **yesterday).refused("plan.evaluation_in_past")
    begun = given(*held("E1")).when
    begun(evaluations.move_evaluation, evaluation="E1", to=WEEK, today=TODAY).refused("evaluation.started_already")
    on_board(evaluations.plan_evaluation, evaluation="E3", on=WEEK, today=TODAY).then(
        e.EvaluationPlanned("E3", 1, WEEK)
    )
    given(*ROOM).when(evaluations.plan_evaluation, evaluation="E3", on=WEEK, today=TODAY).refused(
        "evaluation.none_planned"
    )
    out = e.EvaluationEnded("E1", Decision.STEP_OUT, "w", "E2", THIRTEEN, ("F1", "R1"), HANDOVER)
    assert not board_of(*held("E1"), out, e.EvaluationPlanned("E3", 1, FIVE)).stepped_out
