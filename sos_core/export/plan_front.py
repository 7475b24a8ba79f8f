"""The top of page one: what this paper is, from when, and whom to call, 112 before all others."""

from datetime import date
from pathlib import Path

from sos_core.export.paper import PlanPaper
from sos_core.export.sheet import INK, MARGIN, NAVY, WHITE, Sheet

_Call = tuple[str, float, float, float]
"""One to call: the sentence, from where in the box and how wide (mm), and how large its letters."""


def draw_front(sheet: Sheet, paper: PlanPaper, *, pictures: Path) -> None:
    """The title bar and, right under it, whom to call."""
    lines = dates(sheet, paper.adopted_on, paper.evaluation_on)
    draw_title_bar(sheet, sheet.t("Ons veiligheidsplan"), lines, version=paper.version)
    draw_whom_to_call(sheet, pictures)


def draw_title_bar(sheet: Sheet, title: str, lines: tuple[str, ...], *, version: int) -> None:
    """What this paper is, under it a line or two, and of which version of the plan."""
    height = max(15.0 + 5.5 * len(lines), 2 * 3.2 + sheet.height_of(title, sheet.epw - 50, size=23, bold=True))
    sheet.set_fill_color(*NAVY)
    sheet.rect(MARGIN, MARGIN, sheet.epw, height, style="F", round_corners=True, corner_radius=2.5)
    sheet.set_xy(MARGIN + 6, MARGIN + 3.2)
    sheet.start_section(sheet.legible(title))
    sheet.words(title, sheet.epw - 50, size=23, bold=True, colour=WHITE)
    for line in lines:
        sheet.words(line, sheet.epw - 12, size=11, colour=WHITE)
    said = sheet.t("Versie {version}").format(version=version)
    sheet.set_xy(MARGIN, MARGIN + 5.9)
    sheet.words(said, sheet.epw - 6, size=13, bold=True, colour=WHITE, side="R")
    sheet.set_xy(MARGIN, MARGIN + height + 3)


def dates(sheet: Sheet, adopted_on: date, evaluation_on: date | None) -> tuple[str, str]:
    """When it was agreed, and when we look again."""
    t = sheet.t
    agreed = t("Afgesproken op {day}").format(day=sheet.day(adopted_on))
    if evaluation_on is None:
        return agreed, t("Er is nog geen dag om te kijken hoe het gaat.")
    return agreed, t("Wij kijken op {day} hoe het gaat").format(day=sheet.day(evaluation_on))


def draw_whom_to_call(sheet: Sheet, pictures: Path) -> None:
    """112 before all others."""
    t, top = sheet.t, sheet.y
    calls: tuple[_Call, ...] = (
        (t("Is er nu gevaar? Bel 112.").replace(" 112", "\u00a0112"), 25, 64, 19),  # the number stays with its verb
        (t("Veilig Thuis 0800-2000 (gratis, dag en nacht)"), 91, 54, 12.5),
        (t("Bel daarna iemand uit dit plan."), 147, 33, 12.5),
    )
    height = max(24.0, *(_height_of(sheet, call) + 5 for call in calls))
    sheet.set_draw_color(*INK)
    sheet.set_line_width(1.1)
    sheet.rect(MARGIN + 0.5, top, sheet.epw - 1, height, style="D", round_corners=True, corner_radius=2.5)
    sheet.picture(pictures / "telephone.svg", MARGIN + 3, top + (height - 20) / 2, 20)
    for number, call in enumerate(calls, 1):
        _draw_call(sheet, number, call, middle=top + height / 2)
    sheet.set_xy(MARGIN, top + height)


def _height_of(sheet: Sheet, call: _Call) -> float:
    sentence, _, width, size = call
    return sheet.height_of(sentence, width - 9, size=size, bold=True)


def _draw_call(sheet: Sheet, number: int, call: _Call, *, middle: float) -> None:
    """A number in a circle, the sentence beside it, both around the middle of the box."""
    sentence, left, width, size = call
    x = MARGIN + left
    sheet.set_fill_color(*INK)
    sheet.circle(x + 3.5, middle, 3.5, style="F")
    sheet.set_xy(x, middle - 2.7)
    sheet.words(str(number), 7, size=12, bold=True, colour=WHITE, side="C")
    sheet.set_xy(x + 9, middle - _height_of(sheet, call) / 2)
    sheet.words(sentence, width - 9, size=size, bold=True)
