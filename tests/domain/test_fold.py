"""The board is what the journal adds up to: frame by frame, with undone steps as if they had never been."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.checks import all_findings
from sos_core.domain.checks.nothing_left import what_is_left
from sos_core.domain.encoding import body_of
from sos_core.domain.fold import apply, replay
from sos_core.domain.fold import step as one_step
from sos_core.domain.kinds import Answer, CardKind, Cover, Decision, Role, Standing
from tests.domain.given import AT, ROOM, ROUTINE, STRAIGHT, TODAY, agreement, board_of, card, journal
from tests.domain.random_events import any_event

SOME = st.lists(any_event(), max_size=25)


@settings(max_examples=200)
@given(SOME)
def test_any_events_in_any_order_make_a_board(events: list[Any]) -> None:
    board = board_of(*events)
    assert board.seq == len(events)
    all_findings(board)
    for scene in board.scenes:
        board.cover_of(scene)


@settings(max_examples=200)
@given(SOME)
def test_the_nth_frame_is_the_first_n_steps_folded_one_by_one(events: list[Any]) -> None:
    entries = journal(*[event for event in events if not isinstance(event, e.Undone | e.Redone)])
    board = Board()
    for entry in entries:
        board = apply(entry, board)
        assert board == replay(entries[: entry.seq])


@settings(max_examples=200)
@given(SOME, any_event())
def test_an_undone_step_is_as_if_it_had_not_been(before: list[Any], step: Any) -> None:
    kept = [event for event in before if not isinstance(event, e.Undone | e.Redone)]
    if isinstance(step, e.Undone | e.Redone):
        return
    undone = board_of(*kept, step, e.Undone(len(kept) + 1))
    assert replace(undone, seq=0) == replace(board_of(*kept), seq=0)


@settings(max_examples=200)
@given(SOME, any_event(), SOME)
def test_a_step_undone_later_leaves_what_came_after_it(before: list[Any], step: Any, after: list[Any]) -> None:
    """Seqs stay as they were; only the step itself no longer counts."""
    if isinstance(step, e.Undone | e.Redone):
        return
    first = [event for event in before if not isinstance(event, e.Undone | e.Redone)]
    rest = [event for event in after if not isinstance(event, e.Undone | e.Redone)]
    entries = journal(*first, step, *rest, e.Undone(len(first) + 1))
    without = [entry for entry in entries if entry.seq != len(first) + 1]
    assert replay(entries) == replay(without)


def test_a_routine_that_was_undone_leaves_the_cards_that_were_said_at_it() -> None:
    board = board_of(*ROOM, card("C1"), e.SceneShown("S2"), e.Undone(2))
    assert board.scenes == {}
    assert board.now.scene is None
    assert what_is_left(board).risks == ("C1",)


def test_showing_a_scene_that_is_gone_leaves_everybody_where_they_are() -> None:
    assert board_of(ROUTINE, e.SceneShown("gone")).now.scene == "S1"
    assert board_of(ROUTINE, e.PlayStarted("gone")).now.playing is False


def test_a_changed_agreement_keeps_its_place_and_loses_its_answers() -> None:
    said = e.AgreementAnswered("A1", "grandmother", Answer.YES, None)
    changed = e.AgreementChanged(**{**body_of(agreement("A1")), "base": "B2", "what": "w-other"})
    board = board_of(*ROOM, agreement("A1"), said, agreement("A2"), changed)
    assert list(board.agreements) == ["A1", "A2"]
    assert board.agreements["A1"].answers == {}
    assert board.agreements["A1"].base == "B2"
    assert board.agreements["A1"].seq == len(ROOM) + 1


def test_somebody_put_out_keeps_what_they_said() -> None:
    board = board_of(*ROOM, card("C1", author="father"), e.PersonLeft("father"))
    assert board.attendees["father"].standing is Standing.OUT
    assert board.cards["C1"].words == "w-said"


def test_cover_counts_people_not_cards() -> None:
    step_in = CardKind.HELP_STEP_IN
    twice = [card("C1", step_in, "father"), card("C2", step_in, "father")]
    assert board_of(*ROOM).cover_of("S1") is Cover.NOBODY
    assert board_of(*ROOM, *twice).cover_of("S1") is Cover.ONE
    assert board_of(*ROOM, *twice, card("C3", step_in, "mother")).cover_of("S1") is Cover.ENOUGH
    assert board_of(*ROOM, *twice, card("C3", step_in, "mother", on_board=False)).cover_of("S1") is Cover.ONE


def test_helpers_stand_in_the_order_in_which_they_offered() -> None:
    step_in = CardKind.HELP_STEP_IN
    offers = [card("C1", step_in, "grandmother"), card("C2", step_in, "father"), card("C3", step_in, "grandmother")]
    assert board_of(*ROOM, *offers).helpers_at("S1") == ("grandmother", "father")


def test_who_left_is_no_help_until_they_are_back() -> None:
    offers = [card("C1", CardKind.HELP_STEP_IN, "grandmother"), card("C2", CardKind.HELP_STEP_IN, "father")]
    left = board_of(*ROOM, *offers, e.PersonLeft("grandmother"))
    assert (left.cover_of("S1"), left.helpers_at("S1")) == (Cover.ONE, ("father",))
    back = (e.PersonLeft("grandmother"), e.PersonCame("late"), e.PersonCameBack("grandmother", "late"))
    assert board_of(*ROOM, *offers, *back).cover_of("S1") is Cover.ENOUGH
    let_in_again = (e.PersonLeft("grandmother"), e.PersonAdmitted("grandmother", Role.NETWORK))
    assert board_of(*ROOM, *offers, *let_in_again).cover_of("S1") is Cover.ENOUGH


def test_keeping_watch_is_not_stepping_in() -> None:
    assert board_of(*ROOM, card("C1", CardKind.HELP_KEEP_WATCH)).cover_of("S1") is Cover.NOBODY


def test_a_childs_yes_on_the_straight_road_puts_the_card_up() -> None:
    said = card("C1", author="child", on_board=False)
    assert board_of(*ROOM, STRAIGHT, said, e.ChildAgreed("C1", True)).cards["C1"].on_board
    assert not board_of(*ROOM, said, e.ChildAgreed("C1", False)).cards["C1"].on_board


def test_ending_in_adjust_asks_the_referrers_word_anew() -> None:
    adopted = e.PlanAdopted(1, TODAY, "E1", TODAY)
    judged = e.BottomLineJudged("L1", True, None)
    ended = e.EvaluationEnded("E1", Decision.ADJUST, "w-because", None, None)
    board = board_of(*ROOM, agreement(), judged, adopted, e.EvaluationStarted("E1"), ended)
    assert board.lines["L1"].holds is None
    went_on = e.EvaluationEnded("E1", Decision.GO_ON, "w-because", "E2", TODAY)
    board = board_of(*ROOM, agreement(), judged, adopted, e.EvaluationStarted("E1"), went_on)
    assert board.lines["L1"].holds is True
    assert board.open_evaluation is not None
    assert board.open_evaluation.id == "E2"


def test_a_step_carries_its_seq_into_what_it_made() -> None:
    board = replay([e.Entry(7, AT, "desk", ROUTINE), e.Entry(8, AT, "P1", card("C1"))])
    assert board.seq == 8
    assert board.cards["C1"].seq == 8


def test_a_fact_changes_only_what_there_is() -> None:
    board = board_of(STRAIGHT, card("c"))
    assert one_step.replace(board, door_open=True) == replace(board, door_open=True)
    with pytest.raises(TypeError, match="Board has no dor_open"):
        one_step.replace(board, dor_open=True)
