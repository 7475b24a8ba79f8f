"""What a plan costs on paper: one of sixty agreements, from a press that is warm, each time another plan."""

from __future__ import annotations

from datetime import date
from time import perf_counter

from bench.figures import Figure, middle
from sos_core.export.paper import Agreement, BottomLine, PlanPaper, Routine, Scene
from sos_core.export.press import Press

AGREEMENTS = 60
TIMES = 7
AT_MOST = 500.0
"""Milliseconds for such a plan."""


def paper_figures() -> list[Figure]:
    """How long the reader waits for the plan as PDF, the press's pipe included."""
    press = Press()
    try:
        _printed(press, 0)
        took = [_printed(press, turn) for turn in range(1, TIMES + 1)]
    finally:
        press.close()
    return [Figure(f"a plan of {AGREEMENTS} agreements as PDF, warm press", middle(took), "ms", AT_MOST)]


def _printed(press: Press, turn: int) -> float:
    paper = _plan(turn)
    began = perf_counter()
    press.made("plan.pdf", paper, lang="nl")
    return (perf_counter() - began) * 1000


def _plan(turn: int) -> PlanPaper:
    """A made-up plan, its words other ones at each turn, so that nothing of the one before helps."""
    return PlanPaper(
        version=2,
        adopted_on=date(2026, 11, 25),
        evaluation_on=date(2026, 12, 30),
        routines=tuple(Routine(f"Ochtend {n}", "school", _scenes(n, turn)) for n in range(3)),
        worries=tuple(f"Zorg {n}-{turn}: het is ’s ochtends ruzie en dan komt niemand op tijd." for n in range(40)),
        strengths=tuple(f"Kracht {n}-{turn}: Noor helpt graag mee." for n in range(20)),
        agreements=tuple(_agreement(n, turn) for n in range(1, AGREEMENTS + 1)),
        bottom_lines=tuple(_line(n, turn) for n in range(1, 8)),
    )


def _scenes(routine: int, turn: int) -> tuple[Scene, ...]:
    pictures = ("sunrise", "coat", "bread", "toothbrush", "shoes", "school")
    return tuple(
        Scene(f"Scène {n} van {routine}-{turn}", picture, "one", f"07:{n}0", "Gang", ("Riet",), n)
        for n, picture in enumerate(pictures)
    )


def _agreement(number: int, turn: int) -> Agreement:
    return Agreement(
        who=f"Buurvrouw {number}",
        what=f"Taak {number}-{turn}: staat om zeven uur naast het bed en helpt met aankleden, zonder te schreeuwen.",
        when=f"Elke schooldag om 7:{number % 60:02}",
        notice=f"Teken {number}-{turn}: een kruisje op het blad bij de deur.",
        backups=("Fatma",),
        monitor="Juf Els",
        answers=((f"Buurvrouw {number}", "yes", None), ("Fatma", "yes_if", f"ik het {turn} dagen ervoor weet")),
        bottom_lines=(number % 7 + 1,),
        about=(f"Het wordt laat {number}-{turn} en dan gaat het mis in de gang.",),
    )


def _line(number: int, turn: int) -> BottomLine:
    return BottomLine(
        number,
        f"Eis {number}-{turn}: de kinderen zijn nooit alleen met iemand die heeft gedronken.",
        "Eén keer is te veel.",
        "De gezinsvoogd",
        "belt beide ouders en zoekt een andere slaapplek",
        "24 uur",
    )
