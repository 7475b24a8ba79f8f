"""My agreements: what one person promised, on one page for the door of the fridge; and those of everybody, to hand out."""

from __future__ import annotations

from pathlib import Path

from sos_core.export.legible import in_our_line
from sos_core.export.paper import MinePaper, OwnPart, PagesPaper, Part
from sos_core.export.plan_front import dates, draw_title_bar, draw_whom_to_call
from sos_core.export.plan_sentences import answer_said, back_ups
from sos_core.export.plan_sheet import draw_end, plan_sheet
from sos_core.export.sheet import HIGHEST_POINT, INK, MARGIN, NAVY, SOFT_INK, Sheet
from sos_core.i18n import Translate

LABEL = 38.0
PAD = 3.0


def mine_pdf(paper: MinePaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """As A4 PDF: what this person does, for what the person steps in, on what the person keeps an eye."""
    sheet = plan_sheet(paper, t=t, lang=lang, fonts=fonts, password=password)
    _draw_own(sheet, paper, pictures)
    return sheet.finished()


def pages_pdf(paper: PagesPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """As A4 PDF, one after another, numbered each for itself. On a printer that uses both sides nobody's page is on the back of
    another's.
    """
    sheet = plan_sheet(paper, t=t, lang=lang, fonts=fonts, password=password)
    for own in paper.pages:
        if len(sheet.pages) % 2:
            _draw_blank_back(sheet)
        sheet.begin_anew()
        _draw_own(sheet, own, pictures)
    return sheet.finished()


def _draw_blank_back(sheet: Sheet) -> None:
    sheet.begin_anew(foot=False)
    sheet.add_page()
    sheet.paragraph(
        sheet.t("Deze kant is leeg. Zo staat er op de achterkant van een blad niets van een ander."), size=9.5
    )


def _draw_own(sheet: Sheet, paper: MinePaper, pictures: Path) -> None:
    t = sheet.t
    sheet.add_page()
    title = t("Afspraken van {name}").format(name=paper.name)
    draw_title_bar(sheet, title, dates(sheet, paper.adopted_on, paper.evaluation_on), version=paper.version)
    draw_whom_to_call(sheet, pictures)
    headings: tuple[tuple[Part, str], ...] = (
        ("does", t("Dit doe ik")),
        ("steps_in", t("Ik spring bij als het niet lukt")),
        ("watches", t("Ik kijk of het gebeurt")),
    )
    for part, heading in headings:
        own = [one for one in paper.parts if one.part == part]
        if own:
            sheet.heading(heading, keep=40)
        for one in own:
            _draw_agreement(sheet, one)
    if not paper.parts:
        sheet.skip(6)
        sheet.paragraph(t("Je hebt nog geen afspraak."), size=14)
    draw_end(sheet)


def _draw_agreement(sheet: Sheet, own: OwnPart) -> None:
    """What, large, and under it when, who else, and what this person said to it."""
    rows = _facts(sheet, own)
    width = sheet.epw - 2 * PAD
    what = sheet.pieces(f"{own.number}. {own.agreement.what}", width, HIGHEST_POINT, size=13)
    height = sheet.height_of(what[0], width, size=13, bold=True) + sum(_fact_height(sheet, row) for row in rows)
    sheet.need(min(height + 2 * PAD, sheet.full_room))
    top = sheet.y
    for piece in what:
        sheet.need(sheet.height_of(piece, width, size=13, bold=True))
        sheet.set_xy(MARGIN + PAD, sheet.y + (PAD if sheet.y == top else 0))
        sheet.words(piece, width, size=13, bold=True, colour=NAVY)
    for row in rows:
        _draw_fact(sheet, row)
    if sheet.y > top:
        sheet.set_draw_color(*INK)
        sheet.set_line_width(0.8)
        sheet.line(MARGIN, top + PAD, MARGIN, sheet.y)
    sheet.set_xy(MARGIN, sheet.y + PAD)


def _facts(sheet: Sheet, own: OwnPart) -> list[tuple[str, str]]:
    t, agreement = sheet.t, own.agreement
    rows = [
        (t("Wanneer?"), agreement.when),
        (t("Wie doet het?"), in_our_line(agreement.who)),
        (t("Hoe merken we het?"), agreement.notice),
        (t("Lukt het niet? Dan:"), back_ups(t, agreement)),
        (t("Wie let op?"), in_our_line(agreement.monitor or t("nog niemand"))),
    ]
    if own.part != "steps_in":
        del rows[1 if own.part == "does" else 4]
    if own.answer:
        rows.append((t("Dit is gezegd"), answer_said(t, *own.answer)))
    return rows


def _fact_height(sheet: Sheet, row: tuple[str, str]) -> float:
    return max(sheet.height_of(row[0], LABEL, size=11), sheet.height_of(row[1], _wide(sheet), size=11)) + 0.6


def _wide(sheet: Sheet) -> float:
    return sheet.epw - 2 * PAD - LABEL


def _draw_fact(sheet: Sheet, row: tuple[str, str]) -> None:
    label, words = row
    for n, piece in enumerate(sheet.pieces(words, _wide(sheet), HIGHEST_POINT)):
        height = _fact_height(sheet, (label, piece))
        sheet.need(height)
        top = sheet.y
        if n == 0:
            sheet.set_xy(MARGIN + PAD, top)
            sheet.words(label, LABEL, colour=SOFT_INK)
        sheet.set_xy(MARGIN + PAD + LABEL, top)
        sheet.words(piece, _wide(sheet))
        sheet.set_y(top + height)
