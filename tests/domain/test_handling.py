"""What the facilitator does with cards: nothing that somebody said is lost or changed by it."""

from __future__ import annotations

import pytest

from sos_core.domain import events as e
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotFound
from sos_core.domain.kinds import Audience, CardKind
from sos_core.domain.rules import handling
from sos_core.domain.rules.cards import words_about
from tests.domain.given import ROOM, agreement, board_of, card, given, journal

WORRY = card("C1", CardKind.WORRY)
SAME = card("C2", CardKind.WORRY, "father")


def test_a_worry_is_parked_with_a_reason_and_anything_else_may_go_without() -> None:
    given(*ROOM, WORRY).when(handling.park, card="C1", reason="w-why").then(e.CardParked("C1", "w-why"))
    given(*ROOM, WORRY).when(handling.park, card="C1", reason=None).refused("cards.parked_why")
    given(*ROOM, card("C1")).when(handling.park, card="C1", reason=None).then(e.CardParked("C1", None))


def test_what_was_parked_is_taken_out_again_as_it_was() -> None:
    parked = given(*ROOM, WORRY, e.CardParked("C1", "w-why"))
    parked.when(handling.park, card="C1", reason="w").refused("cards.parked_already")
    parked.when(handling.unpark, card="C1").then(e.CardUnparked("C1"))
    out = board_of(*ROOM, WORRY, e.CardParked("C1", "w-why"), e.CardUnparked("C1"))
    assert out.cards["C1"] == board_of(*ROOM, WORRY).cards["C1"]
    given(*ROOM, WORRY).when(handling.unpark, card="C1").refused("cards.not_parked")


def test_a_parked_offer_of_help_is_no_cover() -> None:
    offer = card("C1", CardKind.HELP_STEP_IN)
    assert board_of(*ROOM, offer).helpers_at("S1") == ("mother",)
    assert board_of(*ROOM, offer, e.CardParked("C1", None)).helpers_at("S1") == ()


def test_a_clearer_wording_stands_beside_the_own_words_and_can_go_again() -> None:
    given(*ROOM, WORRY).when(handling.clarify, card="C1", words="w-clear", base=None).then(
        e.CardClarified("C1", "w-clear")
    )
    one = board_of(*ROOM, WORRY, e.CardClarified("C1", "w-clear")).cards["C1"]
    assert (one.words, one.clearer) == ("w-said", "w-clear")
    assert board_of(*ROOM, WORRY, e.CardClarified("C1", "w"), e.CardClarified("C1", None)).cards["C1"].clearer is None


def test_the_second_of_two_who_clarify_hears_of_the_first() -> None:
    first = given(*ROOM, WORRY, e.CardClarified("C1", "w-first"))
    first.when(handling.clarify, card="C1", words="w-second", base=None).refused(
        "cards.clarified_meanwhile", ChangedMeanwhile
    )
    first.when(handling.clarify, card="C1", words="w-second", base="w-first").then(e.CardClarified("C1", "w-second"))


def test_all_words_of_a_card_are_known_when_it_is_taken_back() -> None:
    story = [*ROOM, WORRY, e.CardClarified("C1", "w-first"), e.CardClarified("C1", "w-second"), SAME]
    assert words_about(board_of(*story).cards["C1"], journal(*story)) == {"w-said", "w-first", "w-second"}
    assert board_of(*story, e.CardTakenBack("C1")).cards["C1"].clearer is None


def test_a_card_goes_to_another_scene_with_all_that_hangs_on_it() -> None:
    room = (*ROOM, card("C1"), card("C2", CardKind.WARNING_SIGN, risk="C1"))
    given(*room).when(handling.move_card, card="C1", scene="S2", risk=None).then(e.CardMoved("C1", "S2", None))
    given(*room).when(handling.move_card, card="C1", scene="S1", risk=None).refused("cards.there_already")
    given(*room).when(handling.move_card, card="C2", scene="S2", risk=None).refused("cards.goes_with_its_risk")
    given(*room).when(handling.move_card, card="C1", scene="elsewhere", risk=None).refused(
        "film.no_such_scene", NotFound
    )
    moved = board_of(*room, e.CardMoved("C1", "S2", None))
    assert [(c.scene, c.risk) for c in moved.cards.values()] == [("S2", None), ("S2", "C1")]
    assert board_of(*room, e.CardMoved("C1", "gone", None)) == board_of(*room, e.CardMoved("C1", "gone too", None))


def test_two_cards_that_say_the_same_stand_as_one_and_both_stay() -> None:
    given(*ROOM, WORRY, SAME).when(handling.merge_cards, card="C2", into="C1").then(e.CardsMerged("C2", "C1"))
    board = board_of(*ROOM, WORRY, SAME, e.CardsMerged("C2", "C1"))
    assert board.said_too["C1"] == 1
    assert (board.cards["C2"].words, board.cards["C2"].on_board) == ("w-said", False)
    apart = board_of(*ROOM, WORRY, SAME, e.CardsMerged("C2", "C1"), e.CardSplit("C2"))
    assert apart.said_too["C1"] == 0


def test_what_stood_behind_a_card_that_is_taken_back_stands_alone() -> None:
    board = board_of(*ROOM, WORRY, SAME, e.CardsMerged("C2", "C1"), e.CardTakenBack("C1"))
    assert board.cards["C2"].behind is None


def test_what_stood_behind_goes_along_behind_the_next() -> None:
    third = card("C3", CardKind.WORRY, "grandmother")
    board = board_of(*ROOM, WORRY, SAME, third, e.CardsMerged("C2", "C1"), e.CardsMerged("C1", "C3"))
    assert board.said_too["C3"] == 2


@pytest.mark.parametrize(
    ("other", "why", "error"),
    [
        (card("C2", CardKind.STRENGTH), "cards.not_the_same_kind", DomainError),
        (card("C2", CardKind.WORRY, audience=Audience.ADULTS), "cards.narrow_stays_apart", DomainError),
        (card("C2", CardKind.WORRY, hidden_from=("father",)), "cards.narrow_stays_apart", DomainError),
        (card("C3", CardKind.WORRY), "cards.no_such_card", NotFound),
    ],
)
def test_cards_that_are_not_alike_or_not_for_the_same_eyes_stay_apart(
    other: e.CardWritten, why: str, error: type[DomainError]
) -> None:
    given(*ROOM, WORRY, other).when(handling.merge_cards, card="C2", into="C1").refused(why, error)


def test_two_who_offer_help_stay_two() -> None:
    offers = [card(name, CardKind.HELP_STEP_IN, who) for name, who in (("C1", "mother"), ("C2", "father"))]
    given(*ROOM, *offers).when(handling.merge_cards, card="C2", into="C1").refused("cards.not_the_same_kind")


def test_a_card_on_which_something_leans_does_not_step_back() -> None:
    leaning = given(*ROOM, WORRY, SAME, agreement(worries=("C2",)))
    leaning.when(handling.merge_cards, card="C2", into="C1").refused("cards.leaned_on")
    leaning.when(handling.merge_cards, card="C1", into="C2").then(e.CardsMerged("C1", "C2"))
    merged = given(*ROOM, WORRY, SAME, e.CardsMerged("C2", "C1"))
    merged.when(handling.merge_cards, card="C1", into="C2").refused("cards.no_such_card", NotFound)


def test_a_note_goes_to_one_person_about_nobody_elses_card() -> None:
    note = {"note": "N1", "words": "w-note"}
    given(*ROOM, WORRY).when(handling.write_note, person="mother", card="C1", **note).then(
        e.NoteWritten("N1", "mother", "C1", "w-note")
    )
    given(*ROOM, WORRY).when(handling.write_note, person="father", card="C1", **note).refused(
        "cards.no_such_card", NotFound
    )
    given(*ROOM).when(handling.write_note, person="stranger", card=None, **note).refused("person.not_here", NotFound)
