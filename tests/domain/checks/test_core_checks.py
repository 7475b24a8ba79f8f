"""The checks that look at one thing at a time: bottom lines, self-check, professionals, child, and nothing left lying."""

from __future__ import annotations

from datetime import date

import pytest

from sos_core.domain import events as e
from sos_core.domain.checks import all_findings
from sos_core.domain.checks.finding import Weight
from sos_core.domain.kinds import Answer, CardKind, Role
from tests.domain.checks.plans import found, offered, whats
from tests.domain.given import ROOM, agreement, board_of, came, card

MET = agreement("A1", "grandmother", monitor="father", bottom_lines=("L1",))
NO = Answer.NO


def says_no(person: str) -> e.AgreementAnswered:
    return e.AgreementAnswered("A1", person, NO, None)


def test_a_bottom_line_is_met_and_watched_by_somebody_else() -> None:
    assert "not_met" in whats(*ROOM)
    assert not whats(*ROOM, MET) & {"not_met", "not_watched"}
    assert "not_met" in whats(*ROOM, MET, says_no("grandmother"))


@pytest.mark.parametrize("monitor", [None, "grandmother"])
def test_a_bottom_line_that_its_doer_or_nobody_watches_must_be_looked_at(monitor: str | None) -> None:
    made = agreement("A1", "grandmother", monitor=monitor, bottom_lines=("L1",))
    (finding,) = found(board_of(*ROOM, made), "not_watched")
    assert (finding.lines, finding.agreements, finding.weight) == (("L1",), ("A1",), Weight.MUST_LOOK_AT)


def test_who_left_or_says_no_watches_nothing() -> None:
    assert "not_watched" in whats(*ROOM, MET, says_no("father"))
    assert "not_watched" in whats(*ROOM, MET, e.PersonLeft("father"))


def test_the_one_who_checks_is_not_the_one_who_does() -> None:
    assert "doer_watches" in whats(*ROOM, agreement(monitor="grandmother"))
    assert "backup_watches" in whats(*ROOM, agreement(backups=("father",), monitor="father"))
    assert not whats(*ROOM, agreement(backups=("father",), monitor="mother")) & {"doer_watches", "backup_watches"}


def test_what_rests_on_professionals_alone_is_told() -> None:
    room = (*ROOM, *came("teacher", Role.PROFESSIONAL), card("C1"), card("C2"))
    board = board_of(*room, offered("H1", "teacher", risk="C1"))
    (finding,) = found(board, "only_professionals")
    assert (finding.scenes, finding.cards, finding.people) == (("S1",), ("C1",), ("teacher",))
    assert "only_professionals" not in whats(*room, offered("H1", "teacher"), offered("H2", "grandmother"))


def test_each_scene_with_a_risk_point_says_what_the_child_does() -> None:
    assert [f.scenes for f in found(board_of(*ROOM, card("C1")), "no_child_action")] == [("S1",)]
    assert "no_child_action" not in whats(*ROOM, card("C1"), card("C2", CardKind.CHILD_ACTION, "child"))


def test_a_child_was_asked_by_a_number_or_by_an_agreement() -> None:
    assert "no_child_asked" in whats(*ROOM)
    number = (e.ScaleAsked("N1", date(2026, 11, 2), True), e.ScaleSet("N1", "child", 4))
    assert "no_child_asked" not in whats(*ROOM, *number)
    part = (agreement(monitor="child"), e.AgreementAnswered("A1", "child", Answer.YES, None))
    assert "no_child_asked" not in whats(*ROOM, *part)
    board = board_of(*ROOM, *came("baby", Role.CHILD), *part)
    assert [f.people for f in found(board, "child_not_asked")] == [("baby",)]


def test_an_agreement_that_a_child_carries_must_be_looked_at() -> None:
    for part in (agreement(who="child"), agreement(backups=("child",))):
        assert [f.people for f in found(board_of(*ROOM, part), "child_carries")] == [("child",)]
    assert "child_carries" not in whats(*ROOM, agreement(monitor="child"))


def test_nothing_is_left_lying() -> None:
    worry, waiting = card("W1", CardKind.WORRY), card("W2", CardKind.WORRY, on_board=False)
    strength = card("K1", CardKind.STRENGTH, on_board=False)
    told = whats(*ROOM, worry, waiting, strength)
    assert {"worry_open", "worry_unheard", "strength_unheard", "not_talked_through"} <= told
    settled = (
        agreement(worries=("W1",), strengths=("K1",)),
        e.CardParked("W2", "w-why"),
        e.SceneTalkedThrough("S1"),
        e.SceneTalkedThrough("S2"),
    )
    assert (
        not told
        & whats(*ROOM, worry, waiting, strength, *settled)
        & {
            "worry_open",
            "worry_unheard",
            "strength_unheard",
            "not_talked_through",
        }
    )


@pytest.mark.parametrize(
    ("since", "what", "who"),
    [
        (e.PersonLeft("grandmother"), "doer_left", "grandmother"),
        (e.PersonLeft("father"), "part_left", "father"),
        (says_no("grandmother"), "doer_cannot", "grandmother"),
        (says_no("father"), "part_cannot", "father"),
    ],
)
def test_an_agreement_of_somebody_who_left_or_cannot_is_told(since: e.Event, what: str, who: str) -> None:
    (finding,) = found(board_of(*ROOM, MET, since), what)
    assert (finding.agreements, finding.people) == (("A1",), (who,))


def test_what_weighs_most_comes_first() -> None:
    room = (*ROOM, card("C1"), offered("H1", "grandmother", risk="C1"), card("W1", CardKind.WORRY, on_board=False))
    weights = [finding.weight for finding in all_findings(board_of(*room))]
    assert weights == sorted(weights, key=list(Weight).index)
    assert len(set(weights)) > 2
