"""The plan in versions, and the evaluations between them."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest

from sos_core.domain import events as e
from sos_core.domain.checks.nothing_left import what_is_left
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import Answer, Audience, CardKind, Decision, Outcome, Standing
from sos_core.domain.plan import changes, plan_of
from sos_core.domain.rules import evaluations, plan
from tests.domain.given import ROOM, TODAY, agreement, board_of, card, given, journal

LATER = TODAY + timedelta(weeks=5)
YES = e.BottomLineJudged("L1", True, None)
AGREED = (*ROOM, agreement("A1"), YES)
ADOPTED = (*AGREED, e.PlanAdopted(1, TODAY, "E1", LATER))
STARTED = (*ADOPTED, e.EvaluationStarted("E1"))
WEIGHED = (*STARTED, e.AgreementWeighed("E1", "A1", Outcome.WELL, None))


def ended(decision: Decision) -> tuple[e.Event, ...]:
    following = ("E2", LATER) if decision is Decision.GO_ON else (None, None)
    return (*WEIGHED, e.EvaluationEnded("E1", decision, "w-because", *following))


def adopt(on: date = TODAY, until: date = LATER) -> dict[str, Any]:
    return {"on": on, "evaluation": "E9", "evaluation_on": until}


def test_a_plan_is_adopted_with_the_referrers_word_beside_it() -> None:
    given(*AGREED).when(plan.adopt_plan, **adopt()).then(e.PlanAdopted(1, TODAY, "E9", LATER))


def test_a_plan_waits_for_the_referrers_word_but_may_go_against_it() -> None:
    given(*ROOM, agreement("A1")).when(plan.adopt_plan, **adopt()).refused("plan.referrer_first")
    no = e.BottomLineJudged("L1", False, "w-because")
    given(*ROOM, agreement("A1"), no).when(plan.adopt_plan, **adopt()).then(e.PlanAdopted(1, TODAY, "E9", LATER))


def test_an_empty_plan_is_none() -> None:
    given(*ROOM, YES).when(plan.adopt_plan, **adopt()).refused("plan.empty")


@pytest.mark.parametrize("until", [TODAY, TODAY - timedelta(days=1)])
def test_an_evaluation_lies_ahead(until: date) -> None:
    given(*AGREED).when(plan.adopt_plan, **adopt(until=until)).refused("plan.evaluation_in_past")


def test_a_second_version_comes_only_out_of_an_evaluation_that_ended_in_adjust() -> None:
    again = plan.adopt_plan
    given(*ADOPTED).when(again, **adopt()).refused("plan.evaluate_first")
    given(*WEIGHED).when(again, **adopt()).refused("plan.evaluate_first")
    given(*ended(Decision.GO_ON)).when(again, **adopt()).refused("plan.evaluate_first")
    given(*ended(Decision.STEP_OUT)).when(again, **adopt()).refused("plan.evaluate_first")
    given(*ended(Decision.ADJUST)).when(again, **adopt()).refused("plan.referrer_first")
    given(*ended(Decision.ADJUST), YES).when(again, **adopt()).then(e.PlanAdopted(2, TODAY, "E9", LATER))


def test_one_adjustment_gives_one_version() -> None:
    second = (*ended(Decision.ADJUST), YES, e.PlanAdopted(2, TODAY, "E2", LATER))
    given(*second).when(plan.adopt_plan, **adopt()).refused("plan.evaluate_first")
    assert board_of(*ended(Decision.ADJUST)).adjusting
    assert not board_of(*second).adjusting


def test_the_referrer_says_why_a_bottom_line_does_not_hold() -> None:
    judge = plan.judge_line
    given(*ROOM).when(judge, line="L1", holds=True, because=None).then(YES)
    given(*ROOM).when(judge, line="L1", holds=False, because=None).refused("plan.not_because_what")
    given(*ROOM).when(judge, line="L1", holds=False, because="w").then(e.BottomLineJudged("L1", False, "w"))
    given(*ROOM).when(judge, line="L9", holds=True, because=None).refused("agreements.no_such_line", NotFound)


def test_an_evaluation_is_planned_then_started_once() -> None:
    given(*AGREED).when(evaluations.start_evaluation).refused("evaluation.none_planned")
    given(*ADOPTED).when(evaluations.start_evaluation).then(e.EvaluationStarted("E1"))
    given(*STARTED).when(evaluations.start_evaluation).refused("evaluation.started_already")


def test_agreements_are_weighed_while_an_evaluation_is_held() -> None:
    weigh = {"agreement": "A1", "how": Outcome.PARTLY, "words": "w-why"}
    given(*ADOPTED).when(evaluations.weigh_agreement, **weigh).refused("evaluation.not_started")
    given(*STARTED).when(evaluations.weigh_agreement, **weigh).then(
        e.AgreementWeighed("E1", "A1", Outcome.PARTLY, "w-why")
    )
    given(*STARTED).when(evaluations.weigh_agreement, **{**weigh, "agreement": "A9"}).refused(
        "agreements.no_such_agreement", NotFound
    )
    given(*ended(Decision.STEP_OUT)).when(evaluations.weigh_agreement, **weigh).refused("evaluation.not_started")


def end(decision: Decision, next_on: date | None = None) -> dict[str, Any]:
    return {
        "decision": decision,
        "because": "w-because",
        "next_evaluation": "E2",
        "next_on": next_on,
        "on": TODAY,
    }


@pytest.mark.parametrize("decision", Decision)
def test_an_evaluation_ends_when_every_agreement_was_weighed(decision: Decision) -> None:
    given(*STARTED).when(evaluations.end_evaluation, **end(decision)).refused("evaluation.weigh_all")
    given(*WEIGHED, agreement("A2")).when(evaluations.end_evaluation, **end(decision)).refused("evaluation.weigh_all")
    handover = e.Handover("grandmother", "mother", "w-call") if decision is Decision.STEP_OUT else None
    weeks = {Decision.ADJUST: None, Decision.STEP_OUT: 13}.get(decision, 5)
    following = ("E2", TODAY + timedelta(weeks=weeks)) if weeks else (None, None)
    given(*WEIGHED).when(evaluations.end_evaluation, **end(decision), handover=handover).then(
        e.EvaluationEnded("E1", decision, "w-because", *following, handover=handover)
    )
    given(*ADOPTED).when(evaluations.end_evaluation, **end(decision)).refused("evaluation.not_started")


def test_going_on_plans_the_next_look_ahead() -> None:
    day = TODAY + timedelta(days=7)
    given(*WEIGHED).when(evaluations.end_evaluation, **end(Decision.GO_ON, day)).then(
        e.EvaluationEnded("E1", Decision.GO_ON, "w-because", "E2", day)
    )
    given(*WEIGHED).when(evaluations.end_evaluation, **end(Decision.GO_ON, TODAY)).refused("plan.evaluation_in_past")


# -- versions ---------------------------------------------------------------------------------------------------------


def test_a_version_stays_as_it_was_adopted() -> None:
    entries = journal(*ADOPTED, agreement("A2"), e.AgreementDropped("A1"), card("C1"))
    assert list(plan_of(entries, 1).agreements) == ["A1"]
    assert plan_of(entries, 1).cards == {}


def test_a_step_undone_after_adoption_leaves_the_version_as_it_was() -> None:
    made = len(ROOM) + 1
    assert list(plan_of(journal(*ADOPTED, e.Undone(made)), 1).agreements) == ["A1"]


def test_a_version_that_was_not_adopted_is_not_found() -> None:
    for version in (0, 2, -1):
        with pytest.raises(NotFound):
            plan_of(journal(*ADOPTED), version)


def test_what_was_taken_back_or_hidden_since_stays_away_from_an_old_version() -> None:
    before = (*ROOM, card("C1"), card("C2"), agreement("A1", risks=("C1", "C2")), YES)
    since = (e.CardTakenBack("C1"), e.CardHidden("C2", Audience.ADULTS, ("father",)))
    then = plan_of(journal(*before, e.PlanAdopted(1, TODAY, "E1", LATER), *since), 1)
    assert then.cards["C1"].words is None
    assert then.cards["C1"].taken_back
    assert not then.cards["C1"].on_board
    assert then.cards["C2"].hidden_from == ("father",)
    assert then.cards["C2"].audience is Audience.ADULTS


def test_the_changes_between_versions_name_what_came_went_and_differs() -> None:
    before = board_of(*ROOM, agreement("A1"), agreement("A2"), agreement("A3"))
    other = e.AgreementChanged(**{**asdict(agreement("A2")), "what": "w-other"})
    answered = e.AgreementAnswered("A3", "grandmother", Answer.YES, None)
    steps = (e.AgreementDropped("A1"), other, answered, agreement("A4"))
    after = board_of(*ROOM, agreement("A1"), agreement("A2"), agreement("A3"), *steps)
    found = changes(before, after)
    assert (found.added, found.dropped, found.changed) == (("A4",), ("A1",), ("A2",))


# -- what is left -----------------------------------------------------------------------------------------------------


def test_what_is_left_shrinks_as_it_is_settled() -> None:
    said = (card("C1"), card("C2", CardKind.WORRY), card("C3", CardKind.WORRY))
    left = what_is_left(board_of(*ROOM, *said))
    assert (left.risks, left.lines, left.worries, left.scenes) == (("C1",), ("L1",), ("C2", "C3"), ("S1", "S2"))
    settled = (
        agreement(risks=("C1",), worries=("C2",), bottom_lines=("L1",)),
        e.CardParked("C3", "w-later"),
        e.SceneTalkedThrough("S2"),
    )
    left = what_is_left(board_of(*ROOM, *said, *settled))
    assert (left.risks, left.lines, left.worries, left.scenes) == ((), (), (), ("S1",))


def test_an_agreement_of_somebody_who_left_is_open_until_they_are_back() -> None:
    made = (agreement("A1"), agreement("A2", "mother", backups=("grandmother",)), agreement("A3", "mother"))
    left = what_is_left(board_of(*ROOM, *made, e.PersonLeft("grandmother")))
    assert left.gone == ("A1", "A2")
    back = (e.PersonLeft("grandmother"), e.PersonCame("late"), e.PersonCameBack("grandmother", "late"))
    assert what_is_left(board_of(*ROOM, *made, *back)).gone == ()


def test_people_who_go_home_after_the_plan_are_still_in_it() -> None:
    """The plan stands as it was: who had left by then is not help in it, who went home afterwards is."""
    offers = (card("C1", CardKind.HELP_STEP_IN, "grandmother"), card("C2", CardKind.HELP_STEP_IN, "mother"))
    steps = (*ROOM, *offers, agreement("A1"), agreement("A2", "mother"), e.PersonLeft("mother"))
    then = plan_of(journal(*steps, e.PlanAdopted(1, TODAY, "E1", TODAY), e.PersonLeft("grandmother")), 1)
    assert then.helpers_at("S1") == ("grandmother",)
    assert what_is_left(then).gone == ("A2",)
    assert then.attendees["grandmother"].standing is Standing.OUT


def test_what_is_in_the_inbox_or_taken_back_is_not_left_lying_on_the_board() -> None:
    board = board_of(*ROOM, card("C1", on_board=False), card("C2"), e.CardTakenBack("C2"))
    assert what_is_left(board).risks == ()
