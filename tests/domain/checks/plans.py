"""Any plan at all, for hypothesis; and plans as stories, with the findings told shortly."""

from __future__ import annotations

from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.checks import all_findings
from sos_core.domain.checks.finding import Finding
from sos_core.domain.kinds import Answer, CardKind, Role
from tests.domain.given import PLANNED, ROUTINE, agreement, board_of, came, card

PEOPLE = ("ann", "ben", "cor", "dee", "eva", "fem")
RISKS = ("R1", "R2", "R3", "R4", "R5")
SCENES = ("S1", "S2")


def offered(name: str, by: str, *, scene: str = "S1", risk: str | None = None) -> e.CardWritten:
    return card(name, CardKind.HELP_STEP_IN, by, scene=scene, risk=risk)


@st.composite
def plans(draw: st.DrawFn) -> tuple[e.Event, ...]:
    """A room with risk points, offers of help, agreements, and people who say no or leave."""
    roles = draw(st.lists(st.sampled_from(list(Role)), min_size=len(PEOPLE), max_size=len(PEOPLE)))
    told: list[e.Event] = [PLANNED, ROUTINE]
    for person, role in zip(PEOPLE, roles, strict=True):
        told += came(person, role)
    at = {risk: draw(st.sampled_from(SCENES)) for risk in RISKS}
    told += [card(risk, scene=scene, author="ann") for risk, scene in at.items()]
    for number in range(draw(st.integers(0, 6))):
        where = draw(st.sampled_from([*RISKS, *SCENES]))
        risk = where if where in at else None
        told.append(offered(f"H{number}", draw(somebody), scene=at.get(where, where), risk=risk))
    for number in range(draw(st.integers(0, 5))):
        told += draw(agreed(f"A{number}"))
    told += [e.PersonLeft(person) for person in draw(st.sets(somebody, max_size=1))]
    return tuple(told)


somebody = st.sampled_from(PEOPLE)


@st.composite
def agreed(draw: st.DrawFn, name: str) -> list[e.Event]:
    """An agreement, and now and then a no to it."""
    who, monitor, *others = draw(st.permutations(PEOPLE))
    risks = tuple(draw(st.sets(st.sampled_from(RISKS), max_size=3)))
    backups = tuple(others[: draw(st.integers(0, 2))])
    made = agreement(name, who, backups=backups, monitor=draw(st.sampled_from([None, who, monitor])), risks=risks)
    no = draw(st.sampled_from([None, None, who, *backups]))
    return [made, *([e.AgreementAnswered(name, no, Answer.NO, None)] if no else [])]


def found(board: Board, what: str) -> list[Finding]:
    return [finding for finding in all_findings(board) if finding.what == what]


def whats(*events: e.Event) -> set[str]:
    return {finding.what for finding in all_findings(board_of(*events))}
