"""The honest end of the plan: what it does not answer, what waits, and what changed since the version before."""

from sos_core.export.paper import PlanPaper
from sos_core.export.plan_sentences import Points, change_parts, left_parts, nothing_left, parked_sentences
from sos_core.export.sheet import Sheet


def draw_open(sheet: Sheet, paper: PlanPaper) -> None:
    """Everything that is left, in words; when nothing is, that is said without a promise."""
    t, left = sheet.t, paper.left
    sheet.heading(t("Wat nog open is"))
    if left.is_empty:
        sheet.paragraph(nothing_left(t, paper, sheet.reader))
        return
    sheet.paragraph(t("Hier is nog geen antwoord op. Dat zoeken we samen."))
    for points in left_parts(t, paper):
        _points(sheet, points)


def draw_parked(sheet: Sheet, paper: PlanPaper) -> None:
    """Worries that were heard and put aside, each with the reason."""
    t = sheet.t
    if not paper.parked:
        return
    sheet.heading(t("Zorgen voor later"))
    sheet.paragraph(t("Deze zorgen zijn gehoord. Er is een reden dat ze nu niet in het plan staan."))
    sheet.bullets(parked_sentences(t, paper))


def draw_statements(sheet: Sheet, paper: PlanPaper) -> None:
    """What people want to stand with the plan, each in the own words."""
    if not paper.statements:
        return
    sheet.heading(sheet.t("Eigen verklaringen"))
    for name, on, words in paper.statements:
        sheet.small_heading(f"{name}, {sheet.day(on, 'long')}")
        sheet.paragraph(words)


def draw_changes(sheet: Sheet, paper: PlanPaper) -> None:
    """What is new, gone and different; a first version has nothing to compare with."""
    t, changes = sheet.t, paper.changes
    if changes is None or paper.version < 2:
        return
    sheet.heading(t("Wat is er veranderd?"))
    parts = change_parts(t, changes)
    if not parts:
        sheet.paragraph(t("Er is niets veranderd."))
    for points in parts:
        _points(sheet, points)


def _points(sheet: Sheet, points: Points) -> None:
    sheet.small_heading(points.title)
    sheet.bullets(points.texts)
    if points.mend:
        sheet.paragraph(points.mend, size=10)
