"""Two tables of the plan: who does what when, and the bottom lines with what happens when one is broken."""

from sos_core.export.legible import in_our_line
from sos_core.export.paper import Agreement, BottomLine
from sos_core.export.plan_sentences import agreement_notes, back_ups, escalation, met_by, referrers_word
from sos_core.export.sheet import Sheet
from sos_core.export.table import Column, Row, draw_table, first_height


def draw_agreements(sheet: Sheet, agreements: tuple[Agreement, ...]) -> None:
    """Who does what when, numbered, and under each what was answered to it."""
    t = sheet.t
    columns = (
        Column(t("Nr"), 10, bold=True),
        Column(t("Wie"), 25, bold=True),
        Column(t("Wat"), 48),
        Column(t("Wanneer"), 27),
        Column(t("Hoe merken we dat?"), 30),
        Column(t("Back-up"), 21),
        Column(t("Wie let op?"), 21),
    )
    rows = [_agreement_row(sheet, number, agreement) for number, agreement in enumerate(agreements, 1)]
    _draw(sheet, t("Wie doet wat en wanneer?"), t("Er zijn nog geen afspraken."), columns, rows)


def draw_bottom_lines(sheet: Sheet, lines: tuple[BottomLine, ...]) -> None:
    """What must be seen, when it is broken, who then does what, and what the referrer says of it."""
    t = sheet.t
    columns = (
        Column(t("Nr"), 10, bold=True),
        Column(t("Dit moet te zien zijn"), 58),
        Column(t("Dit is de grens"), 54),
        Column(t("Wie doet dan wat, en hoe snel?"), 60),
    )
    rows = [_bottom_line_row(sheet, line) for line in lines]
    _draw(sheet, t("De bodemeisen"), t("Er zijn nog geen bodemeisen opgeschreven."), columns, rows)


def _draw(sheet: Sheet, heading: str, none_yet: str, columns: tuple[Column, ...], rows: list[Row]) -> None:
    if not rows:
        sheet.heading(heading)
        sheet.paragraph(none_yet)
        return
    sheet.heading(heading, keep=min(first_height(sheet, columns, rows), 120))
    draw_table(sheet, columns, rows)


def _agreement_row(sheet: Sheet, number: int, agreement: Agreement) -> Row:
    t = sheet.t
    cells = (
        str(number),
        in_our_line(agreement.who),
        agreement.what,
        agreement.when,
        agreement.notice,
        back_ups(t, agreement),
        in_our_line(agreement.monitor or t("nog niemand")),
    )
    return Row(cells, tuple(agreement_notes(t, agreement)))


def _bottom_line_row(sheet: Sheet, line: BottomLine) -> Row:
    t = sheet.t
    cells = (str(line.number), line.criterion, line.trigger, escalation(t, line))
    return Row(cells, (f"{referrers_word(t, line)} {met_by(t, line)}",))
