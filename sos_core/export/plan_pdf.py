"""The safety plan as a paper for the kitchen: whom to call first, then the film, the agreements, and what is open."""

from datetime import UTC, datetime, time
from pathlib import Path

from sos_core.export.film_strip import draw_film
from sos_core.export.paper import PlanPaper
from sos_core.export.plan_front import draw_front
from sos_core.export.plan_open import draw_changes, draw_open, draw_parked
from sos_core.export.plan_tables import draw_agreements, draw_bottom_lines
from sos_core.export.sheet import Sheet, Translate
from sos_core.export.side_by_side import box, draw_side_by_side


def plan_pdf(paper: PlanPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path) -> bytes:
    """One version of the plan as A4 PDF: the same paper gives the same bytes.

    `t` turns a Dutch sentence into the reader's language `lang` (as in "nl"); `pictures` holds `<slug>.svg`,
    `fonts` the letters. Nothing outside `paper` and these folders is read.
    """
    sheet = _sheet(paper, t=t, lang=lang, fonts=fonts)
    sheet.add_page()
    draw_front(sheet, paper, pictures=pictures)
    _draw_films(sheet, paper, pictures)
    _draw_worries_and_strengths(sheet, paper, pictures)
    draw_agreements(sheet, paper.agreements)
    draw_bottom_lines(sheet, paper.bottom_lines)
    draw_open(sheet, paper)
    draw_parked(sheet, paper.parked)
    draw_changes(sheet, paper)
    _draw_end(sheet)
    return sheet.finished()


def _sheet(paper: PlanPaper, *, t: Translate, lang: str, fonts: Path) -> Sheet:
    whose = t("Deze afspraken zijn van het gezin. Versie {version}").format(version=paper.version)
    warning = t("Dit papier stuurt geen hulp. Is er nu gevaar? Bel 112.")
    sheet = Sheet(t=t, lang=lang, fonts=fonts, foot=whose, warning=warning, of_day=paper.adopted_on)
    sheet.set_title(t("Ons plan"))
    sheet.set_creation_date(datetime.combine(paper.adopted_on, time(12), tzinfo=UTC))
    return sheet


def _draw_films(sheet: Sheet, paper: PlanPaper, pictures: Path) -> None:
    t = sheet.t
    if not paper.routines:
        return
    sheet.heading(t("De film van onze dagen"), keep=70)
    for routine in paper.routines:
        draw_film(sheet, routine, pictures=pictures)


def _draw_worries_and_strengths(sheet: Sheet, paper: PlanPaper, pictures: Path) -> None:
    t = sheet.t
    nothing = t("Hier is nog niets opgeschreven.")
    worries = box(sheet, t("Onze zorgen"), paper.worries or (nothing,), pictures / "face-worried.svg")
    strengths = box(sheet, t("Onze krachten"), paper.strengths or (nothing,), pictures / "star.svg")
    draw_side_by_side(sheet, t("Zorgen en krachten"), worries, strengths)


def _draw_end(sheet: Sheet) -> None:
    """A letter that we could not print is owed to the one who wrote it; the pictures to those who drew them."""
    t = sheet.t
    sheet.skip(3)
    if sheet.marked:
        sheet.paragraph(
            t("□ is een teken dat wij niet kunnen printen. Vraag wat er staat aan wie het schreef."), size=9.5
        )
    sheet.paragraph(t("De plaatjes zijn van OpenMoji (CC BY-SA 4.0)."), size=8)
