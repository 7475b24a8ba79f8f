"""What the shared screen may say is to do: no person is in it, and it is what the checks find."""

from __future__ import annotations

from hypothesis import given, settings

from sos_core.domain import events as e
from sos_core.domain.checks import all_findings
from sos_core.domain.checks.for_all import FOR_ALL, to_do_for_all
from sos_core.domain.kinds import CardKind
from tests.domain.checks.plans import offered, plans
from tests.domain.given import ROOM, agreement, board_of, card


def to_do(*events: e.Event) -> dict[str, int]:
    return to_do_for_all(board_of(*ROOM, *events)).get("S1", {})


def test_it_says_at_each_scene_what_is_missing_and_goes_as_it_is_done() -> None:
    points = (card("R1"), card("R2"))
    assert to_do(*points) == {"nobody": 2, "no_safeguard": 2, "not_talked_through": 1}
    helped = (*points, offered("H1", "grandmother"))
    assert to_do(*helped) == {"no_safeguard": 2, "not_agreed": 2, "not_talked_through": 1}
    agreed = (*helped, agreement("A1", "grandmother", risks=("R1", "R2")), e.SceneTalkedThrough("S1"))
    assert to_do(*agreed) == {}
    assert to_do(card("R1"), card("C1", CardKind.SAFEGUARD), e.SceneTalkedThrough("S1")) == {"nobody": 1}


@settings(max_examples=60, deadline=None)
@given(plans())
def test_nothing_about_a_person_is_in_it_and_all_else_that_counts_is(plan: tuple[e.Event, ...]) -> None:
    board = board_of(*plan)
    told = to_do_for_all(board)
    assert {what for there in told.values() for what in there} <= FOR_ALL
    for finding in all_findings(board):
        assert not (finding.what in FOR_ALL and finding.people)
        assert finding.what not in FOR_ALL or all(finding.what in told[scene] for scene in finding.scenes)
