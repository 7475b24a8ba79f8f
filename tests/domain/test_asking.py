"""What phones are asked, and what can be said where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sos_core.domain.asking import Asked, asked_of_phones, kinds_anywhere, kinds_at, questions_in, scenes_with_risk
from sos_core.domain.kinds import QUESTIONS, CardKind, Phase
from sos_core.domain.rules import cards
from sos_core.domain.rules.cards import Contribution
from tests.domain.given import ROOM, board_of, card


def asked(phase: Phase, question: CardKind, *, scene: str | None = "S1", risk: bool = False) -> Asked:
    board = board_of(*ROOM, *([card("C1")] if risk else []))
    there = replace(board, now=replace(board.now, phase=phase, question=question, scene=scene))
    return asked_of_phones(there, scenes_with_risk(board.cards.values()))


def test_the_film_asks_its_question_about_its_scene() -> None:
    assert asked(Phase.FILM, CardKind.SAFEGUARD) == Asked("S1", CardKind.SAFEGUARD)
    assert asked(Phase.FILM, CardKind.WARNING_SIGN, risk=True) == Asked("S1", CardKind.WARNING_SIGN)
    assert asked(Phase.FILM, CardKind.WARNING_SIGN) == Asked("S1", CardKind.RISK)
    assert asked(Phase.FILM, CardKind.RISK, scene="gone") == Asked(None, None)


def test_worries_and_strengths_are_asked_of_the_whole() -> None:
    assert asked(Phase.WORRIES_AND_STRENGTHS, CardKind.STRENGTH) == Asked(None, CardKind.STRENGTH)
    assert asked(Phase.WORRIES_AND_STRENGTHS, CardKind.RISK) == Asked(None, CardKind.WORRY)


@pytest.mark.parametrize("phase", sorted(set(Phase) - {Phase.FILM, Phase.WORRIES_AND_STRENGTHS}))
def test_elsewhere_nobody_is_asked_for_words(phase: Phase) -> None:
    assert asked(phase, CardKind.RISK) == Asked("S1" if phase is Phase.AGREEMENTS else None, None)


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_questions_that_can_be_answered_somewhere(phase: Phase) -> None:
    assert set(questions_in(phase)) <= set(kinds_at(True))


@pytest.mark.parametrize("kind", CardKind)
def test_what_a_phone_offers_is_what_the_rules_keep(kind: CardKind) -> None:
    """In neither direction: what is offered is never refused for its place, and without a scene nothing is offered that needs one."""
    board = board_of(*ROOM, card("C1"))
    at = Contribution(
        card="C2", kind=kind, words="w", author="mother", scene="S1", risk="C1" if kind in QUESTIONS else None
    )
    assert cards.say(board, at).kind is kind
    if kind in kinds_anywhere():
        assert cards.say(board, Contribution(card="C2", kind=kind, words="w", author="mother")).scene is None
    assert scenes_with_risk(board.cards.values()) == {"S1"}
    assert (CardKind.WARNING_SIGN in kinds_at(False)) is False
