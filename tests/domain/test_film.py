"""The film as the desk changes it: nothing that was said at a scene is lost, whatever becomes of the scene."""

from __future__ import annotations

import pytest

from sos_core.domain import events as e
from sos_core.domain.errors import ChangedMeanwhile, NotFound
from sos_core.domain.kinds import Audience, CardKind, Cover
from sos_core.domain.rules import cards, film, handling
from sos_core.domain.rules.film import Shot
from tests.domain.given import ROOM, board_of, card, given

SHOT = Shot(title="w-new", time="07:45", place="w-place", picture="door")
ADDED = e.SceneAdded("R1", "S3", "w-new", "07:45", "w-place", "door", "S2")
SECOND = e.RoutineAdded("R2", "w-second", "bed", (e.SceneFacts("S9", "w-s9", None, None, "bed", None),))
HELP, WATCH = CardKind.HELP_STEP_IN, CardKind.HELP_KEEP_WATCH


def row(*events: e.Event, routine: str = "R1") -> tuple[str, ...]:
    return board_of(*ROOM, *events).routines[routine].scenes


# -- scenes and routines ------------------------------------------------------------------------------------------------


def test_a_scene_is_added_where_the_desk_wants_it() -> None:
    given(*ROOM).when(film.add_scene, SHOT, scene="S3", routine="R1", before="S2").then(ADDED)
    assert row(ADDED) == ("S1", "S3", "S2")
    assert list(board_of(*ROOM, SECOND, ADDED).scenes) == ["S1", "S3", "S2", "S9"]
    given(*ROOM).when(film.add_scene, SHOT, scene="S3", routine="gone", before=None).refused(
        "film.routine_gone", NotFound
    )


def test_a_routine_has_room_for_so_many_scenes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film, "MOST_SCENES", 2)
    given(*ROOM).when(film.add_scene, SHOT, scene="S3", routine="R1", before=None).refused("film.too_many_scenes")
    given(*ROOM, SECOND).when(film.move_scene, scene="S9", routine="R1", before=None).refused("film.too_many_scenes")
    given(*ROOM).when(film.move_scene, scene="S2", routine="R1", before="S1").then(e.SceneMoved("S2", "R1", "S1"))


def test_a_scene_is_changed_on_the_version_that_the_desk_looked_at() -> None:
    changed = e.SceneChanged("S1", "B1", "w-new", "07:45", "w-place", "door")
    given(*ROOM).when(film.change_scene, SHOT, scene="S1", base="S1", change="B1").then(changed)
    other = given(*ROOM, changed)
    other.when(film.change_scene, SHOT, scene="S1", base="S1", change="B2").refused(
        "film.changed_meanwhile", ChangedMeanwhile
    )
    scene = other.board.scenes["S1"]
    assert (scene.title, scene.time, scene.place, scene.picture) == ("w-new", "07:45", "w-place", "door")


def test_a_routine_is_renamed_on_the_version_that_the_desk_looked_at() -> None:
    named = {"routine": "R1", "title": "w-new", "picture": "bed"}
    changed = e.RoutineChanged("R1", "B1", "w-new", "bed")
    given(*ROOM).when(film.change_routine, **named, base="R1", change="B1").then(changed)
    given(*ROOM, changed).when(film.change_routine, **named, base="R1", change="B2").refused(
        "film.changed_meanwhile", ChangedMeanwhile
    )


def test_scenes_and_routines_are_put_in_another_order() -> None:
    assert row(e.SceneMoved("S2", "R1", "S1")) == ("S2", "S1")
    assert row(e.SceneMoved("S1", "R1", None)) == ("S2", "S1")
    assert row(SECOND, e.SceneMoved("S1", "R2", "S9"), routine="R2") == ("S1", "S9")
    given(*ROOM, SECOND).when(film.move_routine, routine="R2", before="R1").then(e.RoutineMoved("R2", "R1"))
    moved = board_of(*ROOM, SECOND, e.RoutineMoved("R2", "R1"))
    assert (list(moved.routines), list(moved.scenes)) == (["R2", "R1"], ["S9", "S1", "S2"])


def test_the_last_scene_of_a_routine_and_the_last_routine_stay() -> None:
    given(*ROOM, SECOND).when(film.move_scene, scene="S9", routine="R1", before=None).refused("film.last_scene")
    given(*ROOM, SECOND).when(film.remove_scene, scene="S9", into=None).refused("film.last_scene")
    given(*ROOM).when(film.remove_routine, routine="R1", into=None).refused("film.last_routine")


def test_a_scene_without_words_goes_at_once_and_one_with_words_asks_where_they_go() -> None:
    given(*ROOM).when(film.remove_scene, scene="S1", into=None).then(e.SceneRemoved("S1", "S2"))
    given(*ROOM).when(film.remove_scene, scene="S2", into=None).then(e.SceneRemoved("S2", "S1"))
    said = given(*ROOM, SECOND, card("C1"))
    said.when(film.remove_scene, scene="S1", into=None).refused("film.where_do_cards_go")
    said.when(film.remove_scene, scene="S1", into="S1").refused("film.no_such_scene", NotFound)
    said.when(film.remove_scene, scene="S1", into="S9").then(e.SceneRemoved("S1", "S9"))
    said.when(film.remove_routine, routine="R1", into=None).refused("film.where_do_cards_go")
    said.when(film.remove_routine, routine="R1", into="S2").refused("film.no_such_scene", NotFound)
    said.when(film.remove_routine, routine="R1", into="S9").then(e.RoutineRemoved("R1", "S9"))


@pytest.mark.parametrize("removal", [e.SceneRemoved("S1", "S9"), e.RoutineRemoved("R1", "S9")])
def test_what_was_said_at_a_scene_that_goes_stays_and_so_does_what_is_still_being_written(removal: e.Event) -> None:
    board = board_of(*ROOM, SECOND, card("C1"), e.SceneShown("S1"), removal)
    assert "S1" not in board.scenes
    assert board.cards["C1"].scene == board.now.scene == "S9"
    late = cards.say(board, cards.Contribution(card="C2", kind=CardKind.RISK, words="w", author="mother", scene="S1"))
    assert late.scene == "S9"


def test_words_said_while_a_removal_was_undone_are_there_when_it_counts_again() -> None:
    board = board_of(*ROOM, SECOND, e.SceneRemoved("S1", "S9"), card("C1", scene="S1"))
    assert board.cards["C1"].scene == "S9"


def test_a_removal_into_a_scene_that_is_gone_itself_takes_nothing_away() -> None:
    assert row(e.SceneRemoved("S1", "nowhere"), e.RoutineRemoved("R1", "S2")) == ("S1", "S2")


# -- who helps ----------------------------------------------------------------------------------------------------------


def offer(name: str, author: str, kind: CardKind = HELP) -> e.CardWritten:
    return card(name, kind, author, words=None)


def test_help_that_was_said_out_loud_stands_on_the_film_once() -> None:
    noted = e.HelpNoted("C1", HELP, "grandmother", "S1")
    given(*ROOM).when(film.note_help, card="C1", kind=HELP, person="grandmother", scene="S1").then(noted)
    board = board_of(*ROOM, noted)
    assert (board.helpers_at("S1"), board.cover_of("S1")) == (("grandmother",), Cover.ONE)
    again = given(*ROOM, noted)
    again.when(film.note_help, card="C2", kind=HELP, person="grandmother", scene="S1").refused("film.helps_already")
    again.when(film.note_help, card="C2", kind=WATCH, person="grandmother", scene="S1").then(
        e.HelpNoted("C2", WATCH, "grandmother", "S1")
    )


def test_a_child_is_nobodys_help_and_neither_is_who_left() -> None:
    noting = {"card": "C1", "kind": HELP, "scene": "S1"}
    given(*ROOM).when(film.note_help, **noting, person="child").refused("film.child_is_no_help")
    gone = given(*ROOM, e.PersonLeft("grandmother"))
    gone.when(film.note_help, **noting, person="grandmother").refused("person.not_here", NotFound)
    given(*ROOM).when(film.note_help, card="C1", kind=CardKind.RISK, person="grandmother", scene="S1").refused(
        "input.unknown_choice"
    )


def test_who_is_asked_first_is_what_the_desk_says_and_who_offers_later_comes_after() -> None:
    offers = (offer("C1", "mother"), offer("C2", "father"), offer("C3", "grandmother"))
    said = given(*ROOM, *offers)
    said.when(film.order_helpers, scene="S1", cards=("C2", "C1")).then(e.HelpersOrdered("S1", ("C2", "C1")))
    said.when(film.order_helpers, scene="S2", cards=("C1",)).refused("cards.no_such_card", NotFound)
    assert said.board.helpers_at("S1") == ("mother", "father", "grandmother")
    ordered = board_of(*ROOM, *offers, e.HelpersOrdered("S1", ("C3", "C1")))
    assert ordered.helpers_at("S1") == ("grandmother", "mother", "father")


# -- cards --------------------------------------------------------------------------------------------------------------


def test_a_risk_point_takes_with_it_what_hangs_on_it() -> None:
    risk, sign = card("C1"), card("C2", CardKind.WARNING_SIGN, risk="C1")
    given(*ROOM, risk).when(handling.move_card, card="C1", scene="S2", risk=None).then(e.CardMoved("C1", "S2", None))
    moved = board_of(*ROOM, risk, sign, e.CardMoved("C1", "S2", None))
    assert [moved.cards[name].scene for name in ("C1", "C2")] == ["S2", "S2"]
    assert moved.cards["C2"].risk == "C1"


def test_an_early_sign_always_hangs_on_a_risk_point_and_a_risk_point_on_nothing() -> None:
    said = given(*ROOM, card("C1"), card("C2", CardKind.WARNING_SIGN, risk="C1"), card("C3", scene="S2"))
    said.when(handling.move_card, card="C2", scene="S2", risk=None).refused("cards.goes_with_its_risk")
    said.when(handling.move_card, card="C2", scene="S2", risk="C1").refused("cards.no_such_card", NotFound)
    said.when(handling.move_card, card="C2", scene="S2", risk="C3").then(e.CardMoved("C2", "S2", "C3"))
    said.when(handling.move_card, card="C1", scene="S2", risk="C3").refused("cards.risk_on_risk")
    said.when(handling.move_card, card="C1", scene="gone", risk=None).refused("film.no_such_scene", NotFound)


@pytest.mark.parametrize("kept", [{"audience": Audience.ADULTS}, {"hidden_from": ("father",)}])
def test_a_card_under_what_not_everybody_may_read_stays_there(kept: dict[str, object]) -> None:
    narrow = card("C1", **kept)  # type: ignore[arg-type]
    said = given(*ROOM, narrow, card("C2", CardKind.SAFEGUARD, risk="C1"))
    said.when(handling.move_card, card="C2", scene="S1", risk=None).refused("cards.stays_with_its_risk")
    said.when(handling.move_card, card="C1", scene="S2", risk=None).then(e.CardMoved("C1", "S2", None))
