"""The referrer's sheet: each bottom line, what happens when it is broken, how it is covered and watched, and the referrer's word."""

from __future__ import annotations

from pathlib import Path

from sos_core.export.legible import in_our_line
from sos_core.export.paper import Agreement, BottomLine, Breach, PlanPaper
from sos_core.export.plan_front import dates, draw_title_bar, draw_whom_to_call
from sos_core.export.plan_sentences import back_ups, escalation, referrers_word, who_says_yes
from sos_core.export.plan_sheet import draw_end, plan_sheet
from sos_core.export.sheet import Sheet
from sos_core.export.table import Column, Row, draw_table, first_height
from sos_core.i18n import Translate


def lines_pdf(paper: PlanPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """As A4 PDF, bottom line under bottom line."""
    sheet = plan_sheet(paper, t=t, lang=lang, fonts=fonts, password=password)
    sheet.add_page()
    draw_title_bar(
        sheet, t("De bodemeisen"), dates(sheet, paper.adopted_on, paper.evaluation_on), version=paper.version
    )
    draw_whom_to_call(sheet, pictures)
    for line in paper.bottom_lines:
        _draw_line(sheet, line, [(number, paper.agreements[number - 1]) for number in line.met_by])
    if not paper.bottom_lines:
        sheet.skip(6)
        sheet.paragraph(t("Er zijn nog geen bodemeisen opgeschreven."))
    draw_end(sheet)
    return sheet.finished()


def _draw_line(sheet: Sheet, line: BottomLine, met_by: list[tuple[int, Agreement]]) -> None:
    t = sheet.t
    sheet.heading(t("Bodemeis {number}").format(number=line.number), keep=50)
    facts = (
        Row((t("Dit moet te zien zijn"), line.criterion)),
        Row((t("Dit is de grens"), line.trigger)),
        Row((t("Wie doet dan wat, en hoe snel?"), escalation(t, line))),
        Row((t("Het oordeel"), referrers_word(t, line))),
    )
    draw_table(sheet, (Column("", 48, bold=True), Column("", sheet.epw - 48)), facts)
    for breach in line.breaches:
        _draw_breach(sheet, breach)
    sheet.skip(2)
    if not met_by:
        sheet.paragraph(t("Hier hoort nog geen afspraak bij."), size=10.5)
        return
    columns = (
        Column(t("Nr"), 10, bold=True),
        Column(t("Wie"), 28, bold=True),
        Column(t("Wat"), 54),
        Column(t("Wanneer"), 34),
        Column(t("Back-up"), 28),
        Column(t("Wie let op?"), 28),
    )
    rows = [_agreement(sheet, number, agreement) for number, agreement in met_by]
    sheet.small_heading(t("Zo is het geregeld"), keep=min(first_height(sheet, columns, rows), 120))
    draw_table(sheet, columns, rows)


def _draw_breach(sheet: Sheet, breach: Breach) -> None:
    t = sheet.t
    done = "\n".join(f"{sheet.day(on, 'long')}: {said}" for on, said in breach.followed_up)
    sheet.skip(2)
    sheet.small_heading(t("Geschonden op {day}").format(day=sheet.day(breach.on, "long")), keep=20)
    facts = (
        Row((t("Wat er is gezien"), breach.said)),
        Row((t("Wat er toen is gedaan"), done or t("Er staat nog niet bij wat er toen is gedaan."))),
    )
    draw_table(sheet, (Column("", 48, bold=True), Column("", sheet.epw - 48)), facts)


def _agreement(sheet: Sheet, number: int, agreement: Agreement) -> Row:
    t = sheet.t
    cells = (str(number), in_our_line(agreement.who), agreement.what, agreement.when)
    people = (back_ups(t, agreement), in_our_line(agreement.monitor or t("nog niemand")))
    return Row(
        (*cells, *people),
        (t("Hoe merken we het? {notice}").format(notice=agreement.notice), who_says_yes(t, agreement)),
    )
