"""A letter: when and where, what will happen in pictures, and the own way in. Plain, and neutral for whoever finds it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import segno

from sos_core.export.paper import LetterPaper
from sos_core.export.plan_sheet import about, draw_end
from sos_core.export.sheet import INK, MARGIN, NAVY, PALE, SOFT_INK, Sheet
from sos_core.i18n import Translate

PICTURE = 13.0
QR = 40.0
BESIDE = PICTURE + 5


def letter_pdf(
    paper: LetterPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = ""
) -> bytes:
    """As A4 PDF. Its title says no more than that it is an invitation."""
    title = t("Uitnodiging")
    sheet = Sheet(
        t=t,
        lang=lang,
        fonts=fonts,
        foot=title,
        warning=t("Is er nu gevaar? Bel 112."),
        of_day=paper.written_on,
        password=password,
    )
    sheet.set_title(title)
    made = datetime.combine(paper.written_on, time(12), tzinfo=UTC)
    sheet.set_creation_date(made)
    sheet.set_xmp_metadata(about(title, made))
    sheet.add_page()
    _draw_head(sheet, paper)
    _draw_days(sheet, paper)
    _draw_what_happens(sheet, paper, pictures)
    _draw_way_in(sheet, paper)
    _draw_questions(sheet, paper)
    draw_end(sheet)
    return sheet.finished()


def _draw_head(sheet: Sheet, paper: LetterPaper) -> None:
    t = sheet.t
    sheet.start_section(sheet.legible(t("Uitnodiging")))
    sheet.words(t("Uitnodiging"), sheet.epw, size=23, bold=True, colour=NAVY)
    sheet.skip(2)
    sheet.paragraph(t("Dag {name},").format(name=paper.name), size=13)
    asked = {
        "parent": t("We willen samen met jou afspraken maken voor de kinderen. Jij kent hen het best. Kom je?"),
        "child": t("Je familie en andere mensen komen bij elkaar. Jij hoort daarbij. Kom je ook?"),
        "network": t(
            "Een gezin dat je kent wil afspraken maken voor de kinderen. Jij bent belangrijk voor hen. Kom je ook?"
        ),
        "professional": t(
            "Een gezin dat je kent wil afspraken maken voor de kinderen. Jouw werk hoort daarbij. Kom je ook?"
        ),
    }[paper.role]
    sheet.paragraph(asked, size=13)


def _draw_days(sheet: Sheet, paper: LetterPaper) -> None:
    t = sheet.t
    sheet.heading(t("Wanneer en waar"), keep=20)
    if not paper.days:
        sheet.paragraph(t("De dag hoor je nog."), size=13)
    for day, begins, ends, place in paper.days:
        when = t("{day}, van {begins} tot {ends} uur").format(day=sheet.day(day, "full"), begins=begins, ends=ends)
        pieces = sheet.pieces(place or t("De plek hoor je van ons."), sheet.epw - 8, 80, size=12)
        height = 9 + sum(sheet.height_of(piece, sheet.epw - 8, size=12) for piece in pieces) + 3
        sheet.need(min(height, sheet.full_room))
        top = sheet.y
        sheet.set_fill_color(*PALE)
        sheet.rect(MARGIN, top, sheet.epw, height, style="F", round_corners=True, corner_radius=2)
        sheet.set_xy(MARGIN + 4, top + 2)
        sheet.words(when, sheet.epw - 8, size=13, bold=True)
        for piece in pieces:
            sheet.set_x(MARGIN + 4)
            sheet.words(piece, sheet.epw - 8, size=12)
        sheet.set_xy(MARGIN, top + height + 2)


def _draw_what_happens(sheet: Sheet, paper: LetterPaper, pictures: Path) -> None:
    t = sheet.t
    sheet.heading(t("Wat gaan we doen?"), keep=40)
    steps = [
        (
            "coffee",
            t(
                "We zitten bij elkaar met het gezin en wie belangrijk is. Iemand leidt het gesprek en kiest geen partij."
            ),
        ),
        ("phone", t("Je praat mee, of je typt op je telefoon. Je ziet zelf wie het leest.")),
        ("film", t("We kijken naar gewone dagen. Wat gaat goed? Waar kan het misgaan? Wie kan helpen?")),
        ("plan", t("We maken afspraken: wie doet wat, en wanneer. Jij zegt zelf ja of nee.")),
    ]
    for name, text in steps:
        drawing = pictures / f"{name}.svg"
        wide = sheet.epw - BESIDE
        height = max(PICTURE, sheet.height_of(text, wide, size=12)) + 2
        sheet.need(height)
        top = sheet.y
        if drawing.exists():
            sheet.picture(drawing, MARGIN, top, PICTURE)
        sheet.set_xy(MARGIN + BESIDE, top + max(0.0, (PICTURE - sheet.height_of(text, wide, size=12)) / 2))
        sheet.words(text, wide, size=12)
        sheet.set_xy(MARGIN, top + height)
    sheet.skip(1)
    sheet.bullets(
        (
            t("Je hoeft niets mee te nemen en niets voor te bereiden."),
            t("Je mag nee zeggen. Je mag ook komen en weinig zeggen."),
            t(
                "Wil je iemand naast je, een tolk of meer tijd? Zeg het ons. Ben je bang voor iemand die komt? Bel ons dan eerst."
            ),
        ),
        size=12,
    )


def _draw_way_in(sheet: Sheet, paper: LetterPaper) -> None:
    """The own QR, and what to do where somebody looks along."""
    t = sheet.t
    sheet.need(QR + 22)
    sheet.heading(t("Deze code is van jou"), keep=QR + 4)
    top, wide = sheet.y, sheet.epw - QR - 6
    _draw_qr(sheet, paper.way_in, MARGIN, top)
    sheet.set_xy(MARGIN + QR + 6, top)
    for text in (
        t(
            "Scan deze code met je telefoon als je er bent. Dan weten we dat jij het bent. Geef de code niet aan een ander."
        ),
        t("Lukt het niet? Ga naar {where} en vul de code in die daar op het grote scherm staat.").format(
            where=paper.where
        ),
        t("Op je telefoon staat steeds de knop Snel weg. Die brengt je naar een gewone pagina."),
        t("Mag niet iedereen thuis dit zien? Bewaar deze brief dan op een andere plek."),
    ):
        sheet.set_x(MARGIN + QR + 6)
        sheet.words(text, wide, size=11)
        sheet.skip(1.5)
    sheet.set_xy(MARGIN, max(top + QR, sheet.y) + 2)


def _draw_qr(sheet: Sheet, text: str, x: float, y: float) -> None:
    """Squares, drawn: no picture file, so that it prints sharp. White for four squares round it, as readers want."""
    matrix = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=4)]
    side = QR / len(matrix)
    sheet.set_fill_color(*INK)
    for down, row in enumerate(matrix):
        start = None
        for across, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                sheet.rect(x + start * side, y + down * side, (across - start) * side, side + 0.02, style="F")
                start = None


def _draw_questions(sheet: Sheet, paper: LetterPaper) -> None:
    """Whom to call; where nobody said so, room to write it in."""
    t = sheet.t
    sheet.need(16)
    call = t("Vragen? Bel {call}.").format(call=paper.call) if paper.call else t("Vragen? Bel ons:") + " " + 60 * "."
    sheet.words(call, sheet.epw, size=13, bold=True)
    sheet.skip(0.5)
    sheet.words(t("Deze brief is van {name}.").format(name=paper.by), sheet.epw, size=11, colour=SOFT_INK)
