"""The handover letter: the facilitator has stepped out; who carries the plan on, who watches, whom people call, and when that is
looked at."""

from __future__ import annotations

from pathlib import Path

from sos_core.export.legible import in_our_line
from sos_core.export.paper import Agreement, BottomLine, HandoverPaper
from sos_core.export.plan_front import dates, draw_title_bar, draw_whom_to_call
from sos_core.export.plan_sentences import back_ups, escalation
from sos_core.export.plan_sheet import draw_end, plan_sheet
from sos_core.export.sheet import Sheet
from sos_core.export.table import Column, Row, draw_table
from sos_core.i18n import Translate

LABEL = 58.0


def handover_pdf(
    paper: HandoverPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = ""
) -> bytes:
    """As A4 PDF, for those who go on with the plan: the people first, then what is agreed and what is asked."""
    sheet = plan_sheet(paper.plan, t=t, lang=lang, fonts=fonts, password=password)
    sheet.add_page()
    agreed = dates(sheet, paper.plan.adopted_on, None)[0]
    draw_title_bar(sheet, t("Zo gaat het verder"), (agreed,), version=paper.plan.version)
    draw_whom_to_call(sheet, pictures)
    sheet.skip(4)
    sheet.paragraph(
        t("De procesbegeleider stapt eruit. Het plan blijft van het gezin en van de mensen om het gezin heen.")
    )
    _draw_people(sheet, paper)
    sheet.heading(t("Wat er is afgesproken"), keep=40)
    columns = (Column("", 34, bold=True), Column("", sheet.epw - 34))
    draw_table(sheet, columns, [_agreement(sheet, one) for one in paper.plan.agreements])
    if paper.plan.bottom_lines:
        sheet.heading(t("De bodemeisen"), keep=40)
        draw_table(sheet, columns, [_line(sheet, one) for one in paper.plan.bottom_lines])
    draw_end(sheet)
    return sheet.finished()


def _draw_people(sheet: Sheet, paper: HandoverPaper) -> None:
    t = sheet.t
    again = sheet.day(paper.next_on) if paper.next_on else t("Er is nog geen dag om te kijken hoe het gaat.")
    rows = (
        Row((t("Gaat verder met het plan"), in_our_line(paper.carries_on))),
        Row((t("Let op of het goed blijft gaan"), in_our_line(paper.watches))),
        Row((t("Wie bel je als het moeilijk wordt?"), in_our_line(paper.call))),
        Row((t("Dan kijken we nog een keer"), again)),
        Row((t("Waarom de procesbegeleider eruit stapt"), paper.because)),
    )
    sheet.skip(3)
    draw_table(sheet, (Column("", LABEL, bold=True), Column("", sheet.epw - LABEL)), rows)


def _agreement(sheet: Sheet, agreement: Agreement) -> Row:
    t = sheet.t
    if_not = t("Lukt het niet? Dan:")
    return Row((agreement.who, agreement.what), (agreement.when, f"{if_not} {back_ups(t, agreement)}"))


def _line(sheet: Sheet, line: BottomLine) -> Row:
    t = sheet.t
    name = t("Bodemeis {number}").format(number=line.number)
    limit = t("Dit is de grens")
    return Row((name, line.criterion), (f"{limit}: {line.trigger}", escalation(t, line)))
