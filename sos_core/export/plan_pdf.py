"""The safety plan as a paper for the kitchen: whom to call first, then the film, the agreements, and what is open."""

from pathlib import Path

from sos_core.export.film_strip import draw_film
from sos_core.export.paper import PlanPaper
from sos_core.export.plan_dry_run import draw_dry_run
from sos_core.export.plan_front import draw_front
from sos_core.export.plan_open import draw_changes, draw_open, draw_parked, draw_statements
from sos_core.export.plan_sheet import draw_end, plan_sheet
from sos_core.export.plan_tables import draw_agreements, draw_bottom_lines
from sos_core.export.sheet import Sheet
from sos_core.export.side_by_side import box, draw_side_by_side
from sos_core.i18n import Translate


def plan_pdf(paper: PlanPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """One version of the plan as A4 PDF: the same paper gives the same bytes.

    `t` turns a Dutch sentence into the reader's language `lang` (as in "nl"); `pictures` holds `<slug>.svg`,
    `fonts` the letters. Nothing outside `paper` and these folders is read.
    """
    sheet = plan_sheet(paper, t=t, lang=lang, fonts=fonts, password=password)
    sheet.add_page()
    draw_front(sheet, paper, pictures=pictures)
    _draw_films(sheet, paper, pictures)
    _draw_worries_and_strengths(sheet, paper, pictures)
    draw_agreements(sheet, paper.agreements)
    draw_bottom_lines(sheet, paper.bottom_lines)
    draw_dry_run(sheet, paper.what_ifs)
    draw_open(sheet, paper)
    draw_parked(sheet, paper)
    draw_changes(sheet, paper)
    draw_statements(sheet, paper)
    draw_end(sheet)
    return sheet.finished()


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
