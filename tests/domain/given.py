"""Rules told as stories: `given(*events).when(verb, …).then(event)`, or `.refused(key)`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError
from sos_core.domain.fold import replay
from sos_core.domain.kinds import Audience, CardKind, Role, Together

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
TOGETHER = Together.TOGETHER


def journal(*events: e.Event) -> list[e.Entry]:
    """These events as the lines of a journal."""
    return [e.Entry(seq, AT, "desk", event) for seq, event in enumerate(events, 1)]


def board_of(*events: e.Event) -> Board:
    return replay(journal(*events))


class Given:
    """What happened before."""

    def __init__(self, *events: e.Event) -> None:
        self.board = board_of(*events)

    def when(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Outcome:
        return Outcome(lambda: verb(self.board, *args, **kwargs))


class Outcome:
    """What comes of it."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self._act = act

    def then(self, event: e.Event) -> None:
        assert self._act() == event

    def refused(self, key: str, error: type[DomainError] = DomainError) -> None:
        with pytest.raises(DomainError) as raised:
            self._act()
        assert raised.value.key == key
        assert type(raised.value) is error


given = Given

# -- a conference in events -------------------------------------------------------------------------------------------

LINE = e.BottomLineFacts("L1", "w-criterion", "w-trigger", "w-who", "w-what", "w-within")
PLANNED = e.ConferencePlanned((LINE,))
SCENES = (
    e.SceneFacts("S1", "w-s1", "08:00", None, "coat", "naar-school/0"),
    e.SceneFacts("S2", "w-s2", None, None, "school", None),
)
ROUTINE = e.RoutineAdded("R1", "w-routine", "school", SCENES)
STRAIGHT = e.RoadChanged(True)


def came(person: str, role: Role | None = Role.NETWORK) -> tuple[e.Event, ...]:
    """Somebody came, and was let in; without a role they still wait."""
    return (e.PersonCame(person), *([e.PersonAdmitted(person, role)] if role else []))


ROOM = (
    PLANNED,
    ROUTINE,
    e.DoorOpened(),
    *came("mother", Role.PARENT),
    *came("father", Role.PARENT),
    *came("grandmother"),
    *came("child", Role.CHILD),
)
"""A room with a routine, a mother, a father, a grandmother and a child; somebody who waits is not in it."""


def card(
    name: str,
    kind: CardKind = CardKind.RISK,
    author: str = "mother",
    *,
    scene: str | None = "S1",
    risk: str | None = None,
    audience: Audience = Audience.EVERYBODY,
    hidden_from: tuple[str, ...] = (),
    on_board: bool = True,
    words: str | None = "w-said",
) -> e.CardWritten:
    return e.CardWritten(name, kind, words, author, scene, risk, audience, hidden_from, on_board)


def agreement(
    name: str = "A1",
    who: str = "grandmother",
    *,
    base: str | None = None,
    backups: tuple[str, ...] = (),
    monitor: str | None = None,
    risks: tuple[str, ...] = (),
    worries: tuple[str, ...] = (),
    bottom_lines: tuple[str, ...] = (),
    strengths: tuple[str, ...] = (),
) -> e.AgreementMade:
    return e.AgreementMade(
        name,
        base or name,
        "w-what",
        who,
        "w-when",
        "w-notice",
        backups,
        monitor,
        risks,
        worries,
        bottom_lines,
        strengths,
    )
