"""The dry run: a card is drawn, fitted to a moment, walked through; what came of it is kept, and nothing else is touched."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.asking import Asked, asked_of_phones
from sos_core.domain.board import Scene
from sos_core.domain.dry_run import WhatIfIdea, fits, part_of_day, scenes_for
from sos_core.domain.errors import ChangedMeanwhile, NotFound
from sos_core.domain.kinds import CardKind, DayPart, Decision, DryRunOutcome, Phase, Proof, Role
from sos_core.domain.rules import dry_run
from sos_core.domain.steps import Subject, steps_of, subject_of, to_undo
from tests.domain.given import PLANNED, ROOM, TODAY, agreement, board_of, given, journal

BUS = WhatIfIdea("bus", "De bus komt te laat", "Wie bel je?", ("naar-school",))
OMA = WhatIfIdea("oma", "Oma is ziek", "Wie komt er?", (), (DayPart.MORNING,))
STORM = WhatIfIdea("storm", "Het stormt", "Wie woont dichtbij?", (), (DayPart.NIGHT,))
IDEAS = (BUS, OMA, STORM)
DRAWN = e.WhatIfDrawn("W1", "bus", "w-title", "w-question", "S1")
WALKED = e.WhatIfWalked("W1", "B2", DryRunOutcome.ALMOST, "w-said")
ADOPTED = e.PlanAdopted(1, TODAY, "E1", TODAY)
ADJUST = e.EvaluationEnded("E1", Decision.ADJUST, "w-because", None, None)
DRAW: dict[str, Any] = {"what_if": "W2", "title": "w-t", "question": "w-q", "scene": None}


def first(some: Sequence[Any]) -> Any:
    return some[0]


def last(some: Sequence[Any]) -> Any:
    return some[-1]


def drawn(idea: str, *, scene: str = "S1", what_if: str = "W2") -> e.WhatIfDrawn:
    return e.WhatIfDrawn(what_if, idea, "w-t", "w-q", scene)


# -- which card, and where --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "part"),
    [
        ("00:00", DayPart.NIGHT),
        ("05:59", DayPart.NIGHT),
        ("06:00", DayPart.MORNING),
        ("11:59", DayPart.MORNING),
        ("12:00", DayPart.AFTERNOON),
        ("17:00", DayPart.EVENING),
        ("21:59", DayPart.EVENING),
        ("22:00", DayPart.NIGHT),
    ],
)
def test_each_time_is_at_one_part_of_the_day(time: str, part: DayPart) -> None:
    assert part_of_day(time) is part


@pytest.mark.parametrize(
    ("library", "time", "fitting"),
    [
        ("naar-school/0", "08:00", {"bus", "oma"}),
        ("naar-school/0", "23:00", {"bus", "storm"}),
        ("naar-schoolkamp/0", None, set()),
        (None, "08:00", {"oma"}),
        (None, None, set()),
    ],
)
def test_a_card_fits_by_where_the_scene_comes_from_or_by_its_time(
    library: str | None, time: str | None, fitting: set[str]
) -> None:
    scene = Scene("S", "R", "w", time, None, "bed", library)
    assert {idea.id for idea in IDEAS if fits(idea, scene)} == fitting


def test_a_card_may_fit_one_scene_of_a_routine_only() -> None:
    there = WhatIfIdea("x", "", "", ("naar-school/1",))
    scenes = [Scene("S", "R", "w", None, None, "bed", f"naar-school/{n}") for n in range(3)]
    assert [fits(there, scene) for scene in scenes] == [False, True, False]


def test_chance_draws_a_card_that_fits_this_family_before_one_that_fits_nowhere() -> None:
    board = board_of(*ROOM)
    assert scenes_for(STORM, board) == []
    assert dry_run.choose_idea(board, IDEAS, pick=last) is OMA
    both = board_of(*ROOM, drawn("bus"), drawn("oma", what_if="W3"))
    assert dry_run.choose_idea(both, IDEAS, pick=first) is STORM


def test_chance_brings_no_card_twice_for_one_plan_also_not_one_that_was_put_away() -> None:
    given(*ROOM, DRAWN, e.WhatIfPutAway("W1")).when(dry_run.choose_idea, [BUS], pick=first).refused("dry_run.all_drawn")


def test_chance_never_draws_what_somebody_must_choose() -> None:
    near = WhatIfIdea("near", "Een ouder heeft gedronken", "Wie neemt het over?", ("naar-school",), by_chance=False)
    given(*ROOM).when(dry_run.choose_idea, [near], pick=first).refused("dry_run.all_drawn")
    given(*ROOM).when(dry_run.draw_what_if, near, **DRAW, pick=first).then(drawn("near"))


@any_of(st.integers(0, 1000))
def test_whatever_chance_says_the_card_is_one_of_the_library_at_a_scene_of_the_film(seed: int) -> None:
    chance = random.Random(seed)
    board = board_of(*ROOM, DRAWN)
    idea = dry_run.choose_idea(board, IDEAS, pick=chance.choice)
    event = dry_run.draw_what_if(board, idea, **DRAW, pick=chance.choice)
    assert idea is OMA  # the bus was drawn, a storm fits nowhere
    assert event.scene in board.scenes


def test_a_card_lies_where_everybody_is_if_it_fits_there_else_where_it_fits_else_where_everybody_is() -> None:
    second = e.SceneShown("S2")
    given(*ROOM).when(dry_run.draw_what_if, BUS, **DRAW, pick=last).then(drawn("bus", scene="S1"))
    given(*ROOM, second).when(dry_run.draw_what_if, BUS, **DRAW, pick=last).then(drawn("bus", scene="S1"))
    given(*ROOM, second).when(dry_run.draw_what_if, STORM, **DRAW, pick=first).then(drawn("storm", scene="S2"))
    given(*ROOM).when(dry_run.draw_what_if, BUS, **{**DRAW, "scene": "S2"}, pick=first).then(drawn("bus", scene="S2"))


def test_without_a_film_there_is_nothing_to_walk_through() -> None:
    given(PLANNED).when(dry_run.draw_what_if, BUS, **DRAW, pick=first).refused("dry_run.no_scene")


def test_a_card_that_was_walked_through_comes_again_for_the_next_version_only() -> None:
    draw = (dry_run.draw_what_if, BUS)
    given(*ROOM, DRAWN).when(*draw, **DRAW, pick=first).then(drawn("bus"))
    given(*ROOM, DRAWN, WALKED).when(*draw, **DRAW, pick=first).refused("dry_run.walked_already")
    given(*ROOM, DRAWN, WALKED, ADOPTED).when(*draw, **DRAW, pick=first).refused("dry_run.walked_already")
    given(*ROOM, DRAWN, WALKED, ADOPTED, ADJUST).when(*draw, **DRAW, pick=first).then(drawn("bus"))


def test_a_conference_holds_so_many_cards_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dry_run, "MOST_WHAT_IFS", 1)
    given(*ROOM, DRAWN).when(dry_run.draw_what_if, OMA, **DRAW, pick=first).refused("dry_run.too_many")


# -- walked through ---------------------------------------------------------------------------------------------------


def test_a_card_brings_everybody_to_its_scene_and_goes_along_when_it_is_fitted_elsewhere() -> None:
    board = board_of(*ROOM, e.SceneShown("S2"), DRAWN)
    assert (board.now.what_if, board.now.scene, board.what_ifs["W1"].scene) == ("W1", "S1", "S1")
    given(*ROOM, DRAWN).when(dry_run.fit_what_if, what_if="W1", scene="S2").then(e.WhatIfFitted("W1", "S2"))
    fitted = board_of(*ROOM, DRAWN, e.WhatIfFitted("W1", "S2"))
    assert (fitted.now.scene, fitted.what_ifs["W1"].scene) == ("S2", "S2")


def test_a_card_at_a_scene_that_goes_goes_along_with_what_was_said_there() -> None:
    assert board_of(*ROOM, DRAWN, e.SceneRemoved("S1", "S2")).what_ifs["W1"].scene == "S2"


def test_phones_are_asked_what_they_do_then_at_the_moment_of_the_card() -> None:
    moved = e.PhaseMoved(Phase.DRY_RUN, CardKind.STRENGTH)
    assert asked_of_phones(board_of(*ROOM, moved), frozenset()) == Asked(None, None)
    on_table = board_of(*ROOM, moved, DRAWN, e.SceneShown("S2"))
    assert asked_of_phones(on_table, frozenset()) == Asked("S1", CardKind.SAFEGUARD)
    assert asked_of_phones(on_table, frozenset(), Role.CHILD) == Asked("S1", CardKind.CHILD_ACTION)
    away = board_of(*ROOM, moved, DRAWN, e.WhatIfPutAway("W1"))
    assert asked_of_phones(away, frozenset()) == Asked(None, None)


@pytest.mark.parametrize("outcome", DryRunOutcome)
def test_what_came_of_it_is_kept_and_where_it_does_not_hold_what_is_missing_is_said(outcome: DryRunOutcome) -> None:
    room, walk = given(*ROOM, DRAWN), {"what_if": "W1", "base": "W1", "change": "B2", "outcome": outcome, "on": TODAY}
    room.when(dry_run.walk_what_if, **walk, words="w-said").then(e.WhatIfWalked("W1", "B2", outcome, "w-said"))
    silent = room.when(dry_run.walk_what_if, **walk, words=None)
    if outcome is DryRunOutcome.HOLDS:
        silent.then(e.WhatIfWalked("W1", "B2", outcome, None))
    else:
        silent.refused("dry_run.what_is_missing")


def test_of_two_who_write_it_down_at_once_the_second_hears_of_the_first() -> None:
    walk: dict[str, Any] = {"what_if": "W1", "outcome": DryRunOutcome.HOLDS, "words": None, "change": "B3", "on": TODAY}
    room = given(*ROOM, DRAWN, WALKED)
    room.when(dry_run.walk_what_if, **walk, base="W1").refused("dry_run.written_meanwhile", ChangedMeanwhile)
    room.when(dry_run.walk_what_if, **walk, base="B2").then(e.WhatIfWalked("W1", "B3", DryRunOutcome.HOLDS, None))


WALK: dict[str, Any] = {"what_if": "W1", "base": "W1", "change": "B2", "words": None, "on": TODAY}
AGREED = (*ROOM, DRAWN, agreement("A1"), agreement("A2"))


def held(*agreements: str, what_if: str = "W1") -> e.WhatIfHeld:
    return e.WhatIfHeld(what_if, "B2", DryRunOutcome.HOLDS, None, agreements, TODAY)


@pytest.mark.parametrize("outcome", DryRunOutcome)
def test_only_where_it_holds_were_the_agreements_that_are_named_practised(outcome: DryRunOutcome) -> None:
    walk = {**WALK, "words": "w-said", "outcome": outcome, "agreements": ["A2"]}
    fact = given(*AGREED).when(dry_run.walk_what_if, **walk)
    if outcome is DryRunOutcome.HOLDS:
        fact.then(e.WhatIfHeld("W1", "B2", outcome, "w-said", ("A2",), TODAY))
    else:
        fact.then(e.WhatIfWalked("W1", "B2", outcome, "w-said"))
    given(*AGREED).when(dry_run.walk_what_if, **{**walk, "agreements": ["gone"]}).refused(
        "agreements.no_such_agreement", NotFound
    )


def test_one_step_says_that_it_held_and_climbs_the_ladder_and_is_undone_as_one() -> None:
    board = board_of(*AGREED, held("A1"))
    assert (board.what_ifs["W1"].outcome, board.what_ifs["W1"].held) == (DryRunOutcome.HOLDS, ("A1",))
    assert [board.agreements[key].proof for key in ("A1", "A2")] == [Proof.PRACTISED, None]
    entries = journal(*AGREED, held("A1"))
    assert to_undo(steps_of(entries), board) == entries[-1]
    undone = board_of(*AGREED, held("A1"), e.Undone(entries[-1].seq))
    assert (undone.what_ifs["W1"].outcome, undone.agreements["A1"].proof) == (None, None)


@any_of(st.lists(st.sets(st.sampled_from(["A1", "A2"])), min_size=1, max_size=4))
def test_however_often_it_is_written_down_the_last_word_counts_and_what_worked_stays(told: list[set[str]]) -> None:
    worked = e.ProofNoted("A1", Proof.WORKED, TODAY, None)
    walks = [held(*sorted(named)) if named else WALKED for named in told]
    board = board_of(*AGREED, worked, held("A1", what_if="gone"), *walks)
    practised = {a.id: sum(one.what_if == "W1" for one in a.proven) for a in board.agreements.values()}
    assert practised == {key: int(key in told[-1]) for key in ("A1", "A2")}
    assert set(board.what_ifs["W1"].held) == told[-1]
    assert board.agreements["A1"].worked == 1


def test_a_card_of_the_familys_own_lies_where_everybody_is() -> None:
    own: dict[str, Any] = {"what_if": "W2", "title": "w-t", "question": "w-q", "scene": None}
    room = (*ROOM, e.SceneShown("S2"))
    given(*room).when(dry_run.write_what_if, **own).then(drawn("", scene="S2"))
    given(*room).when(dry_run.write_what_if, **{**own, "scene": "S1"}).then(drawn("", scene="S1"))
    given(PLANNED).when(dry_run.write_what_if, **own).refused("dry_run.no_scene")
    walked = e.WhatIfWalked("W2", "B2", DryRunOutcome.HOLDS, None)
    again = given(*room, drawn(""), walked).when(dry_run.write_what_if, **{**own, "what_if": "W3"})
    again.then(drawn("", scene="S1", what_if="W3"))  # where the last one brought everybody


def test_agreements_that_came_of_it_stand_with_it_once_each() -> None:
    room = (*ROOM, DRAWN, WALKED, agreement("A1"), agreement("A2"))
    link = e.WhatIfAnswered("W1", "A1")
    given(*room).when(dry_run.answer_what_if, what_if="W1", agreement="A1").then(link)
    given(*room).when(dry_run.answer_what_if, what_if="W1", agreement="gone").refused(
        "agreements.no_such_agreement", NotFound
    )
    board = board_of(*room, link, e.WhatIfAnswered("W1", "A2"), link)
    assert board.what_ifs["W1"].agreements == ("A1", "A2")


def test_a_card_can_always_be_put_away_and_what_came_of_it_stays() -> None:
    away = e.WhatIfPutAway("W1")
    given(*ROOM, DRAWN).when(dry_run.put_away_what_if, what_if="W1").then(away)
    given(*ROOM, DRAWN, away).when(dry_run.put_away_what_if, what_if="W1").refused("dry_run.not_on_table")
    board = board_of(*ROOM, DRAWN, WALKED, away)
    assert (board.now.what_if, board.what_ifs["W1"].outcome) == (None, DryRunOutcome.ALMOST)
    other = board_of(*ROOM, DRAWN, drawn("oma"), away)
    assert other.now.what_if == "W2"


@pytest.mark.parametrize("verb", [dry_run.fit_what_if, dry_run.walk_what_if, dry_run.answer_what_if])
def test_nothing_is_done_with_a_card_that_is_not_there(verb: Any) -> None:
    fields = {
        dry_run.fit_what_if: {"scene": "S1"},
        dry_run.answer_what_if: {"agreement": "A1"},
        dry_run.walk_what_if: {"outcome": DryRunOutcome.HOLDS, "words": None, "base": "x", "change": "y", "on": TODAY},
    }[verb]
    given(*ROOM, agreement("A1")).when(verb, what_if="gone", **fields).refused("dry_run.no_such_card", NotFound)


def test_every_step_of_it_can_be_undone_and_is_told_by_what_the_card_is_called() -> None:
    steps = (DRAWN, e.WhatIfFitted("W1", "S2"), WALKED, held("A1"), e.WhatIfAnswered("W1", "A1"), e.WhatIfPutAway("W1"))
    entries = journal(*ROOM, agreement("A1"), *steps)
    for event in steps:
        assert isinstance(event, e.UNDOABLE)
        assert subject_of(event, board_of(*ROOM), entries) == Subject(None, "w-title")
