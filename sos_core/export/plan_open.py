"""The honest end of the plan: what it does not answer, what waits, and what changed since the version before."""

from sos_core.export.paper import PlanPaper
from sos_core.export.sheet import Sheet


def draw_open(sheet: Sheet, paper: PlanPaper) -> None:
    """Everything that is left, in words; when nothing is, that is said without a promise."""
    t, left = sheet.t, paper.left
    sheet.heading(t("Wat nog open is"))
    if left.is_empty:
        sheet.paragraph(_nothing_left(sheet, paper))
        return
    sheet.paragraph(t("Hier is nog geen antwoord op. Dat zoeken we samen."))
    _points(
        sheet,
        t("Hier kan het misgaan en is er nog geen afspraak"),
        tuple(t("{scene}: {risk}").format(scene=scene, risk=risk) for scene, risk in left.risks),
    )
    _points(
        sheet,
        t("Bodemeisen waar nog geen afspraak bij hoort"),
        tuple(_bottom_line(sheet, paper, n) for n in left.lines),
    )
    _points(
        sheet,
        t("Afspraken van iemand die is weggegaan"),
        tuple(t("Afspraak {number}: {names}").format(number=n, names=", ".join(names)) for n, names in left.gone),
    )
    _points(
        sheet,
        t("Afspraken die iemand niet of niet meer kan doen"),
        tuple(t("Afspraak {number}: {names}").format(number=n, names=", ".join(names)) for n, names in left.cannot),
    )
    _points(sheet, t("Zorgen waar nog geen antwoord op is"), left.worries)
    _points(sheet, t("Scènes die nog niet zijn besproken"), left.scenes)


def draw_parked(sheet: Sheet, parked: tuple[tuple[str, str], ...]) -> None:
    """Worries that were heard and put aside, each with the reason."""
    t = sheet.t
    if not parked:
        return
    sheet.heading(t("Zorgen voor later"))
    sheet.paragraph(t("Deze zorgen zijn gehoord. Er is een reden dat ze nu niet in het plan staan."))
    sheet.bullets(
        t("{worry} De reden: {reason}").format(worry=_ended(worry), reason=reason) for worry, reason in parked
    )


def draw_changes(sheet: Sheet, paper: PlanPaper) -> None:
    """What is new, gone and different; a first version has nothing to compare with."""
    t, changes = sheet.t, paper.changes
    if changes is None or paper.version < 2:
        return
    sheet.heading(t("Wat is er veranderd?"))
    if not (changes.added or changes.dropped or changes.changed):
        sheet.paragraph(t("Er is niets veranderd."))
    _points(sheet, t("Nieuw"), changes.added)
    _points(sheet, t("Weg"), changes.dropped)
    _points(sheet, t("Anders"), changes.changed)


def _nothing_left(sheet: Sheet, paper: PlanPaper) -> str:
    t = sheet.t
    nothing = t("Er staat nu niets meer open. Dat is geen belofte dat alles goed gaat.")
    if paper.evaluation_on is None:
        again = t("Spreek nog een dag af om te kijken hoe het gaat.")
    else:
        again = t("Daarom kijken wij op {day} weer samen.").format(day=sheet.day(paper.evaluation_on))
    return f"{nothing} {again}"


def _bottom_line(sheet: Sheet, paper: PlanPaper, number: int) -> str:
    t = sheet.t
    for line in paper.bottom_lines:
        if line.number == number:
            return t("Bodemeis {number}: {criterion}").format(number=number, criterion=line.criterion)
    return t("Bodemeis {number}").format(number=number)


def _points(sheet: Sheet, title: str, points: tuple[str, ...]) -> None:
    if not points:
        return
    sheet.small_heading(title)
    sheet.bullets(points)


def _ended(sentence: str) -> str:
    """With a stop at its end, so that what follows starts anew."""
    return sentence if sentence.rstrip().endswith((".", "!", "?", "…")) else f"{sentence.rstrip()}."
