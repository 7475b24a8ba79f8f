"""Who stands ready: film, paper and checks count the same people, and where one point has nobody no scene has enough help."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Ready, cover_of
from sos_core.domain.checks.counted import count
from sos_core.domain.kinds import Answer, Cover
from tests.domain.checks.plans import PEOPLE, found, offered, plans
from tests.domain.given import ROOM, agreement, board_of, card

TWO_POINTS = (*ROOM, card("R1"), card("R2"))


def cover(*events: e.Event) -> Cover:
    return board_of(*events).cover_of("S1")


def test_a_scene_has_as_much_help_as_the_risk_point_with_least() -> None:
    both_at_one = (offered("H1", "father", risk="R1"), offered("H2", "grandmother", risk="R1"))
    assert cover(*TWO_POINTS) is Cover.NOBODY
    assert cover(*TWO_POINTS, *both_at_one) is Cover.NOT_EVERYWHERE
    assert cover(*TWO_POINTS, *both_at_one, offered("H3", "father", risk="R2")) is Cover.ONE_SOMEWHERE
    assert cover(*TWO_POINTS, offered("H1", "father")) is Cover.ONE
    assert cover(*TWO_POINTS, offered("H1", "father"), offered("H2", "mother")) is Cover.ENOUGH


def test_who_agreed_to_do_something_stands_ready_and_who_says_no_does_not() -> None:
    agreed = (*ROOM, card("R1"), agreement("A1", "grandmother", backups=("father",), risks=("R1",)))
    assert cover(*agreed) is Cover.ENOUGH
    assert cover(*agreed, e.AgreementAnswered("A1", "father", Answer.NO, None)) is Cover.ONE
    assert cover(*agreed, e.AgreementAnswered("A1", "grandmother", Answer.NO, None)) is Cover.NOBODY
    assert cover(*agreed, e.PersonLeft("father")) is Cover.ONE
    assert cover(*ROOM, card("R1"), agreement("A1", "child", risks=("R1",))) is Cover.NOBODY


def test_a_scene_without_risk_points_goes_by_its_offers_and_a_child_is_none() -> None:
    assert cover(*ROOM, offered("H1", "father")) is Cover.ONE
    assert cover(*ROOM, offered("H1", "father"), offered("H2", "child")) is Cover.ONE
    assert cover(*ROOM, card("R1", on_board=False), offered("H1", "father")) is Cover.ONE


@settings(max_examples=100, deadline=None)
@given(plans())
def test_a_scene_that_has_enough_help_has_no_point_about_which_the_checks_miss_somebody(
    plan: tuple[e.Event, ...],
) -> None:
    board = board_of(*plan)
    counted = count(board)
    for scene, risks in counted.at.items():
        least = min(len(counted.helpers[risk]) for risk in risks)
        kinds = {0: {Cover.NOBODY, Cover.NOT_EVERYWHERE}, 1: {Cover.ONE, Cover.ONE_SOMEWHERE}}
        assert board.cover_of(scene) in kinds.get(least, {Cover.ENOUGH})
        missing = [one for what in ("nobody", "no_backup") for one in found(board, what) if scene in one.scenes]
        assert (board.cover_of(scene) is Cover.ENOUGH) == (not missing)


@settings(max_examples=60, deadline=None)
@given(plans(), st.sets(st.sampled_from(PEOPLE), max_size=2))
def test_a_day_without_somebody_has_no_more_help_and_is_counted_as_if_they_had_not_been(
    plan: tuple[e.Event, ...], away: set[str]
) -> None:
    board, gone = board_of(*plan), board_of(*plan, *map(e.PersonLeft, sorted(away)))
    for scene, ready in board.ready().items():
        assert cover_of(ready, away) is gone.cover_of(scene)


def test_an_offer_without_a_name_may_be_of_who_agreed_and_is_no_second_person_beside_that() -> None:
    nameless = board_of(*ROOM, offered("H1", "father"), offered("H2", "mother")).cards
    unsigned = tuple(replace(offer, author="") for offer in nameless.values())
    assert Ready(("father",), unsigned[:1]).number() == 1
    assert Ready((), unsigned).number() == 2
