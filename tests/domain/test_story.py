"""A meeting that is walked again: every board of it is the replay up to there, in whatever order one walks, and as it goes on."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain import story
from sos_core.domain.fold import replay
from sos_core.domain.story import Reel, what_counts
from tests.domain.given import ROOM, journal
from tests.domain.random_events import any_event


def prefix(entries: list[e.Entry], seq: int) -> Any:
    return replay(entry for entry in what_counts(entries) if entry.seq <= seq)


@given(st.lists(any_event(), max_size=40), st.lists(st.integers(-1, 60), max_size=12), st.integers(0, 40))
def test_wherever_one_goes_on_the_reel_it_is_the_replay_up_to_there(
    more: list[e.Event], walk: list[int], earlier: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story, "EVERY", 5)
        entries = journal(*ROOM, *more)
        reel = Reel(entries[:earlier])
        for seq in walk:
            assert reel.at(seq) == prefix(entries[:earlier], seq)
        longer = Reel(entries, reel)  # the meeting went on, and steps of before may be undone by now
        for seq in walk:
            assert longer.at(seq) == prefix(entries, seq)


def test_a_step_that_is_undone_later_was_never_there_on_a_reel_that_was_walked_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(story, "EVERY", 2)
    entries = journal(*ROOM, e.SceneTalkedThrough("S1"), *(e.ScreenPaused(paused=True),) * 6)
    step = len(ROOM) + 1
    reel = Reel(entries)
    assert reel.at(len(entries)).scenes["S1"].talked_through
    undone = [*entries, e.Entry(len(entries) + 1, entries[0].at, "desk", e.Undone(step))]
    assert not Reel(undone, reel).at(len(entries)).scenes["S1"].talked_through


def test_a_step_costs_no_more_in_a_long_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = journal(*ROOM, *(e.ScreenPaused(bool(at % 2)) for at in range(5000)))
    reel = Reel(entries)
    reel.at(len(entries))
    folded = []
    monkeypatch.setattr(story, "apply", lambda entry, board: folded.append(entry) or board)
    walk = random.Random(1)
    for seq in (walk.randint(1, 5000) for _ in range(50)):
        before = len(folded)
        reel.at(seq)
        reel.at(seq + 1)
        assert len(folded) - before <= story.EVERY + 1
