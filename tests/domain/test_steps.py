"""The desk's steps: undone and redone by anyone at the desk, as often as wanted, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.fold import replay
from sos_core.domain.kinds import Decision
from sos_core.domain.steps import Steps, Subject, steps_of, subject_of, to_redo, to_undo
from tests.domain.given import AT, ROOM, ROUTINE, TODAY, agreement, card, journal
from tests.domain.random_events import any_event

SOME = st.lists(any_event().filter(lambda event: not isinstance(event, e.Undone | e.Redone)), max_size=25)


class Told:
    """A journal that grows."""

    def __init__(self, *events: e.Event) -> None:
        self.entries = journal(*events)

    def then(self, event: e.Event) -> Told:
        self.entries.append(e.Entry(len(self.entries) + 1, AT, "desk", event))
        return self

    def undo(self) -> bool:
        last = to_undo(steps_of(self.entries), self.board)
        if last:
            self.then(e.Undone(last.seq))
        return last is not None

    def redo(self) -> bool:
        last = to_redo(steps_of(self.entries))
        if last:
            self.then(e.Redone(last.seq))
        return last is not None

    @property
    def board(self) -> Board:
        return replay(self.entries)

    @property
    def plain(self) -> Board:
        """The board without its seq: an undo is a fact, and counts."""
        return replace(self.board, seq=0)

    @property
    def next_undo(self) -> Any:
        last = to_undo(steps_of(self.entries), self.board)
        return last and last.event

    @property
    def next_redo(self) -> Any:
        last = to_redo(steps_of(self.entries))
        return last and last.event


@settings(max_examples=200)
@given(SOME, st.integers(1, 6))
def test_as_many_redos_as_undos_bring_the_same_board_back(events: list[Any], many: int) -> None:
    story = Told(*events)
    boards = [story.plain]
    for _ in range(many):
        if not story.undo():
            break
        boards.append(story.plain)
    while len(boards) > 1:
        assert story.plain == boards.pop()
        assert story.redo()
    assert story.plain == boards.pop()
    assert steps_of(story.entries).done == steps_of(journal(*events)).done
    assert not story.redo()


@settings(max_examples=200)
@given(SOME, st.lists(st.sampled_from(["undo", "redo"]), max_size=8), st.data())
def test_each_frame_of_a_story_with_undo_is_the_replay_of_its_prefix(
    events: list[Any], ways: list[str], data: st.DataObject
) -> None:
    story = Told(*events)
    frames = [story.board]
    for way in ways:
        if story.undo() if way == "undo" else story.redo():
            frames.append(story.board)
        if data.draw(st.booleans()):
            frames.append(story.then(data.draw(SOME.filter(bool))[0]).board)
    for frame in frames:
        assert frame == replay(story.entries[: frame.seq])
    steps = steps_of(story.entries)
    assert not {entry.seq for entry in steps.done} & {entry.seq for entry in steps.undone}


@settings(max_examples=200)
@given(st.lists(any_event(), max_size=25), st.lists(st.integers(1, 25), max_size=12))
def test_steps_are_the_same_read_at_once_or_one_by_one(events: list[Any], turned: list[int]) -> None:
    turns = [(e.Undone, e.Redone)[at % 2](seq) for at, seq in enumerate(turned)]
    entries = journal(*events, *turns, *events[:3])
    assert reduce(lambda steps, entry: steps_of([entry], steps), entries, Steps()) == steps_of(entries)


def test_undo_takes_back_only_what_the_desk_made() -> None:
    story = Told(*ROOM, card("C1"), e.CardTakenOffBoard("C1"), e.CardTakenBack("C1"))
    assert story.next_undo == e.CardTakenOffBoard("C1")


def test_nothing_made_is_nothing_to_undo_or_redo() -> None:
    story = Told(*ROOM[:1])
    assert story.next_undo is None
    assert story.next_redo is None


def test_where_everybody_is_has_its_own_way_back() -> None:
    story = Told(*ROOM, e.SceneTalkedThrough("S1"), e.SceneShown("S2"), e.DoorClosed(), e.ScreenPaused(True))
    assert story.next_undo == e.SceneTalkedThrough("S1")


def test_what_is_undone_about_other_things_survives_a_new_step() -> None:
    """Two at the desk: one takes a step back while the other goes on."""
    story = Told(*ROOM, card("C1"), card("C2"), e.CardTakenOffBoard("C1"))
    story.undo()
    story.then(e.CardTakenOffBoard("C2"))
    assert story.next_redo == e.CardTakenOffBoard("C1")
    story.redo()
    assert not any(one.on_board for one in story.board.cards.values())


def test_a_new_step_about_the_same_thing_takes_its_place() -> None:
    story = Told(*ROOM, card("C1", on_board=False), e.CardPutOnBoard("C1", True))
    story.undo()
    story.then(e.CardPutOnBoard("C1", False))
    assert story.next_redo is None


def test_what_leaned_on_a_step_that_cannot_come_back_does_not_come_back_either() -> None:
    story = Told(*ROOM, card("C1", on_board=False), e.CardPutOnBoard("C1", True), agreement("A1", risks=("C1",)))
    story.undo()
    story.undo()
    story.then(e.CardPutOnBoard("C1", False))
    assert story.next_redo is None


def test_behind_what_was_adopted_or_decided_nobody_goes() -> None:
    adopted = e.PlanAdopted(1, TODAY, "E1", TODAY)
    story = Told(*ROOM, agreement("A1"), agreement("A2"))
    story.undo()
    story.then(adopted)
    assert story.next_undo is None
    assert story.next_redo is None
    story.then(e.EvaluationEnded("E1", Decision.ADJUST, "w-because", None, None))
    story.then(agreement("A3"))
    assert story.undo()
    assert story.next_undo is None


def test_a_routine_at_which_somebody_said_something_stays() -> None:
    assert Told(*ROOM, card("C1")).next_undo is None
    assert Told(*ROOM, card("C1"), e.CardTakenBack("C1")).next_undo == ROUTINE


def test_a_step_is_told_by_whose_it_is_and_what_it_says() -> None:
    story = Told(*ROOM, card("C1", words="w-card"), agreement("A1"), e.AgreementDropped("A1"))

    def told(event: e.Event) -> Subject:
        return subject_of(event, story.board, story.entries)

    assert told(e.CardPutOnBoard("C1", True)) == Subject("mother", "w-card")
    assert told(e.AgreementDropped("A1")) == Subject("grandmother", "w-what")
    assert told(e.SceneTalkedThrough("S1")) == Subject(None, "w-s1")
    assert told(ROUTINE) == Subject(None, "w-routine")
    assert told(e.CardPutOnBoard("gone", True)) == Subject(None, None)


def test_a_day_without_somebody_is_taken_back_and_says_whose() -> None:
    story = Told(*ROOM, e.DayWithoutShown(("grandmother",)), e.DayWithoutEnded())
    assert story.undo()
    assert story.board.now.without == ("grandmother",)
    assert story.undo()
    assert story.board.now.without == ()
    one, several = e.DayWithoutShown(("grandmother",)), e.DayWithoutShown(("grandmother", "father"))
    assert subject_of(one, story.board, story.entries) == Subject("grandmother", None)
    assert subject_of(several, story.board, story.entries) == Subject(None, None)
