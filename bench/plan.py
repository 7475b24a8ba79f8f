"""Group `plan`: what the plan itself costs. All checks, on a plan larger than any family's."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from random import Random

from bench.figures import Figure, middle
from bench.paper import paper_figures
from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.checks import all_findings
from sos_core.domain.checks.load import load
from sos_core.domain.checks.sharpness import Terms, sharpness
from sos_core.domain.checks.week import week
from sos_core.domain.fold import replay
from sos_core.domain.kinds import Audience, CardKind, Role
from sos_core.domain.when import understood
from sos_core.services.diary import WEEKS_AHEAD, diary
from sos_core.services.holidays import school_holidays
from sos_core.services.word_lists import word_lists
from sos_core.settings import Region

RISKS, AGREEMENTS, PEOPLE, SCENES = 200, 120, 40, 25
MONDAY = date(2026, 11, 30)
SAID = (
    "elke schooldag om 8.15",
    "elke dag van 15.00 tot 18.00",
    "elke avond voor het slapen",
    "om de week op zaterdag van 9.00 tot 12.00",
    "elke dag om 19.00",
    "maandag en woensdag van 15.00 tot 17.30",
    "zodra het nodig is",
)
WORDED = Path("tests/domain/sharpness/seen.jsonl")
RULES = tuple(understood(said, MONDAY) for said in SAID)
AT_MOST = 50.0
"""Milliseconds: between two taps at the desk nobody notices it."""


def measure(repeats: int = 25) -> list[Figure]:
    """All rows of the group."""
    return [checks(repeats), *paper_figures()]


def checks(repeats: int) -> Figure:
    """All checks, every pair of people and eight weeks included. When agreements are is remembered from the look before."""
    board, holidays = a_large_plan(), school_holidays(Region.MIDDLE)
    times = diary({a.id: a.rule for a in board.agreements.values() if a.rule}, holidays, begin=MONDAY)
    spent, terms, lists = [], _worded(board), word_lists()
    for _ in range(repeats):
        started = time.perf_counter()
        all_findings(board)
        list(week(board, times, holidays, begin=MONDAY, weeks=WEEKS_AHEAD))
        list(load(board, times, begin=MONDAY, weeks=WEEKS_AHEAD))
        sharpness(terms, lists)
        spent.append((time.perf_counter() - started) * 1000)
    name = f"all checks: {RISKS} risk points, {AGREEMENTS} agreements, {PEOPLE} people, all pairs, {WEEKS_AHEAD} weeks"
    return Figure(name, middle(spent), "ms", AT_MOST)


def _worded(board: Board) -> dict[str, Terms]:
    """Its agreements in the words of a corpus, half of them vague."""
    lines = cycle(json.loads(line) for line in WORDED.read_text().splitlines())
    said = {key: next(lines) for key in board.agreements}
    return {key: Terms(*(one[part] for part in ("who", "what", "when", "notice"))) for key, one in said.items()}


def a_large_plan(seed: int = 4) -> Board:
    """The same plan every time: risk points with up to four helpers each, agreements about one to three of them."""
    chance = Random(seed)
    people = [f"p{n}" for n in range(PEOPLE)]
    scenes = [e.SceneFacts(f"s{n}", "w", None, None, "school", None) for n in range(SCENES)]
    told: list[e.Event] = [
        e.ConferencePlanned(tuple(e.BottomLineFacts(f"l{n}", *["w"] * 5) for n in range(12))),
        e.RoutineAdded("r", "w", "school", tuple(scenes)),
    ]
    for n, person in enumerate(people):
        told += [e.PersonCame(person), e.PersonAdmitted(person, list(Role)[n % 4])]
    risks = {f"c{n}": f"s{n % SCENES}" for n in range(RISKS)}
    told += [_card(risk, CardKind.RISK, chance.choice(people), scene) for risk, scene in risks.items()]
    for risk, scene in risks.items():
        for n in range(chance.randrange(4)):
            told.append(_card(f"h{risk}-{n}", CardKind.HELP_STEP_IN, chance.choice(people), scene, risk))
    for n in range(AGREEMENTS):
        who, monitor, *backups = chance.sample(people, 2 + n % 3)
        about = tuple(chance.sample(list(risks), chance.randint(1, 3)))
        line = (f"l{n % 12}",) if n % 3 == 0 else ()
        told.append(
            e.AgreementMade(
                f"a{n}", f"a{n}", "w", who, "w", "w", tuple(backups), monitor, about, (), line, (), RULES[n % 7]
            )
        )
    at = datetime(2026, 11, 2, tzinfo=UTC)
    return replay(e.Entry(seq, at, "desk", event) for seq, event in enumerate(told, 1))


def _card(name: str, kind: CardKind, by: str, scene: str, risk: str | None = None) -> e.CardWritten:
    return e.CardWritten(name, kind, "w", by, scene, risk, Audience.EVERYBODY, (), True)
