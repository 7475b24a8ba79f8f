"""A letter: when and where, what will happen in pictures, and the own way in. Plain, and neutral for whoever finds it. On one page with
up to three days; a longer one goes on where a part begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import segno

from sos_core.export.paper import LetterPaper
from sos_core.export.plan_sheet import about, draw_end
from sos_core.export.sheet import INK, MARGIN, NAVY, PALE, SOFT_INK, Sheet
from sos_core.i18n import Translate

QR = 40.0
BESIDE_QR = QR + 6
HEADING = 12.6
"""With what stands round it, in mm; so are all heights here."""
FIRST_LINE = 8.0
"""The day of a box."""
SMALL_LETTERS, MARKED = 8.5, 10.5
"""What `draw_end` takes, and takes more where a letter could not be printed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How roomy it is set: the side of a picture, and what is left under each row. Letters stay as large."""

    picture: float
    under: float


SETTINGS = (Setting(13, 2), Setting(10, 1.5), Setting(8, 0.8))
"""The first in which it stands on one page is taken; else the first of all."""


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs together: how high it is, and how it is drawn at the pen."""

    high: float
    draw: Callable[[], None]


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
    head, days, *others = _set(sheet, paper, pictures)
    head.draw()
    days.draw()  # with many days it goes on at any of them
    for part in others:
        sheet.need(part.high)
        part.draw()
    draw_end(sheet)
    return sheet.finished()


def _set(sheet: Sheet, paper: LetterPaper, pictures: Path) -> list[Part]:
    """The parts as roomy as they fit on one page."""
    settings = [
        [
            _head(sheet, paper),
            _days(sheet, paper, setting),
            _what_happens(sheet, pictures, setting),
            _way_in(sheet, paper),
        ]
        for setting in SETTINGS
    ]
    return next((parts for parts in settings if sum(part.high for part in parts) <= sheet.full_room), settings[0])


def _head(sheet: Sheet, paper: LetterPaper) -> Part:
    t = sheet.t
    title, dear = t("Uitnodiging"), t("Dag {name},").format(name=paper.name)
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

    def draw() -> None:
        sheet.start_section(sheet.legible(title))
        sheet.words(title, sheet.epw, size=23, bold=True, colour=NAVY)
        sheet.skip(2)
        for text in (dear, asked):
            sheet.paragraph(text, size=13)

    high = sheet.height_of(title, sheet.epw, size=23, bold=True) + 2
    return Part(high + sum(sheet.height_of(text, sheet.epw, size=13) + 1 for text in (dear, asked)), draw)


def _days(sheet: Sheet, paper: LetterPaper, setting: Setting) -> Part:
    t, wide = sheet.t, sheet.epw - 8
    later = t("De dag hoor je nog.")
    boxes = []
    for day, begins, ends, place in paper.days:
        when = t("{day}, van {begins} tot {ends} uur").format(day=sheet.day(day, "full"), begins=begins, ends=ends)
        where = place or t("De plek hoor je van ons.")
        boxes.append((when, where, FIRST_LINE + sheet.height_of(where, wide, size=12) + setting.under))

    def draw() -> None:
        sheet.heading(t("Wanneer en waar"), keep=20)
        if not boxes:
            sheet.paragraph(later, size=13)
        for when, where, high in boxes:
            sheet.need(high)
            top = sheet.y
            sheet.set_fill_color(*PALE)
            sheet.rect(MARGIN, top, sheet.epw, high, style="F", round_corners=True, corner_radius=2)
            sheet.set_xy(MARGIN + 4, top + setting.under)
            sheet.words(when, wide, size=13, bold=True)
            sheet.words(where, wide, size=12)
            sheet.set_xy(MARGIN, top + high + setting.under)

    rows = [high + setting.under for _, _, high in boxes] or [sheet.height_of(later, sheet.epw, size=13) + 1]
    return Part(HEADING + sum(rows), draw)


def _what_happens(sheet: Sheet, pictures: Path, setting: Setting) -> Part:
    t, side, beside = sheet.t, setting.picture, setting.picture + 5
    wide = sheet.epw - beside
    steps = (
        (
            "coffee",
            t(
                "We zitten bij elkaar met het gezin en wie belangrijk is. Iemand leidt het gesprek en kiest geen partij."
            ),
        ),
        ("phone", t("Je praat mee, of je typt op je telefoon. Je ziet zelf wie het leest.")),
        ("film", t("We kijken naar gewone dagen. Wat gaat goed? Waar kan het misgaan? Wie kan helpen?")),
        ("plan", t("We maken afspraken: wie doet wat, en wanneer. Jij zegt zelf ja of nee.")),
    )
    points = (
        t("Je hoeft niets mee te nemen en niets voor te bereiden."),
        t("Je mag nee zeggen. Je mag ook komen en weinig zeggen."),
        t(
            "Wil je iemand naast je, een tolk of meer tijd? Zeg het ons. Ben je bang voor iemand die komt? Bel ons dan eerst."
        ),
    )
    rows = [(name, text, sheet.height_of(text, wide, size=12)) for name, text in steps]

    def draw() -> None:
        sheet.heading(t("Wat gaan we doen?"))
        for name, text, words in rows:
            top, high = sheet.y, max(side, words)
            sheet.picture(pictures / f"{name}.svg", MARGIN, top + (high - side) / 2, side)
            sheet.set_xy(MARGIN + beside, top + (high - words) / 2)
            sheet.words(text, wide, size=12)
            sheet.set_xy(MARGIN, top + high + setting.under)
        sheet.skip(1)
        sheet.bullets(points, size=12)

    high = sum(max(side, words) + setting.under for _, _, words in rows) + 1
    return Part(HEADING + high + sum(sheet.height_of(text, sheet.epw - 5, size=12) + 0.8 for text in points), draw)


def _way_in(sheet: Sheet, paper: LetterPaper) -> Part:
    """The own QR with what to do with it, and whom to call."""
    t, wide = sheet.t, sheet.epw - BESIDE_QR
    texts = (
        t(
            "Scan deze code met je telefoon als je er bent. Dan weten we dat jij het bent. Geef de code niet aan een ander."
        ),
        t("Lukt het niet? Ga naar {where} en vul de code in die daar op het grote scherm staat.").format(
            where=paper.where
        ),
        t("Op je telefoon staat steeds de knop Snel weg. Die brengt je naar een gewone pagina."),
        t("Mag niet iedereen thuis dit zien? Bewaar deze brief dan op een andere plek."),
    )
    high = max(QR, sum(sheet.height_of(text, wide, size=11) + 1.5 for text in texts)) + 1
    end = _whom_to_call(t, paper)

    def draw() -> None:
        sheet.heading(t("Deze code is van jou"))
        top = sheet.y
        _draw_qr(sheet, paper.way_in, MARGIN, top)
        for text in texts:
            sheet.set_x(MARGIN + BESIDE_QR)
            sheet.words(text, wide, size=11)
            sheet.skip(1.5)
        sheet.set_xy(MARGIN, top + high)
        for text, size, bold in end:
            sheet.words(text, sheet.epw, size=size, bold=bold, colour=INK if bold else SOFT_INK)

    high_end = sum(sheet.height_of(text, sheet.epw, size=size, bold=bold) for text, size, bold in end)
    return Part(HEADING + high + high_end + SMALL_LETTERS + (MARKED if sheet.marked else 0), draw)


def _whom_to_call(t: Translate, paper: LetterPaper) -> list[tuple[str, float, bool]]:
    """And when, and who wrote it, with their size and whether they are bold. Where nobody said whom to call there is room to write it
    in.
    """
    call = t("Vragen? Bel {call}.").format(call=paper.call) if paper.call else t("Vragen? Bel ons:") + " " + 60 * "."
    by = t("Deze brief is van {name} van {organisation}.") if paper.sender else t("Deze brief is van {name}.")
    hours = [(paper.hours, 11.0, False)] if paper.call and paper.hours else []
    return [(call, 13.0, True), *hours, (by.format(name=paper.by, organisation=paper.sender), 11.0, False)]


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
