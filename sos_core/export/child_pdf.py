"""The child's own paper: one picture a scene, who is with me, whom I go to. No worries, no bottom lines."""

from __future__ import annotations

from pathlib import Path

from sos_core.export.film_strip import draw_own_picture
from sos_core.export.legible import in_our_line
from sos_core.export.paper import ChildPaper, ChildScene
from sos_core.export.plan_front import draw_title_bar, draw_whom_to_call
from sos_core.export.plan_sheet import draw_end, plan_sheet
from sos_core.export.sheet import HIGHEST_POINT, INK, MARGIN, NAVY, Sheet
from sos_core.i18n import Translate

PICTURE = 30.0
PAD = 4.0
SIZE = 13.0


def child_pdf(paper: ChildPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """As A4 PDF, large letters, scene under scene in the order of the day."""
    sheet = plan_sheet(paper, t=t, lang=lang, fonts=fonts, password=password)
    sheet.add_page()
    made = t("Gemaakt op {day}").format(day=sheet.day(paper.adopted_on))
    draw_title_bar(sheet, t("Mijn dagen"), (made,), version=paper.version)
    draw_whom_to_call(sheet, pictures)
    for title, picture, scenes in paper.routines:
        sheet.heading(title, keep=PICTURE + 2 * PAD + 12)
        for scene in scenes:
            _draw_scene(sheet, scene, pictures)
        if not scenes:
            draw_own_picture(sheet, pictures, picture, (MARGIN, sheet.y), PICTURE)
            sheet.skip(PICTURE)
    draw_end(sheet)
    return sheet.finished()


def _draw_scene(sheet: Sheet, scene: ChildScene, pictures: Path) -> None:
    """The picture at the left, the words beside it; long words go on on the next page."""
    width = sheet.epw - PICTURE - 3 * PAD
    parts = _parts(sheet, scene)
    height = max(PICTURE, sum(_height(sheet, part, width) for part in parts)) + 2 * PAD
    sheet.need(min(height, sheet.full_room))
    top = sheet.y
    whole = top + height <= sheet.page_break_trigger
    if whole:
        sheet.set_draw_color(*INK)
        sheet.set_line_width(0.6)
        sheet.rect(MARGIN, top, sheet.epw, height, style="D", round_corners=True, corner_radius=3)
    draw_own_picture(sheet, pictures, scene.picture, (MARGIN + PAD, top + PAD), PICTURE)
    sheet.set_xy(MARGIN, top + PAD)
    for part in parts:
        _draw_part(sheet, part, width)
    sheet.set_xy(MARGIN, (top + height if whole else sheet.y) + 3)


def _parts(sheet: Sheet, scene: ChildScene) -> list[tuple[str, bool]]:
    """Lines of words, and whether each is a heading."""
    t = sheet.t
    nobody = t("Dat spreken we nog af.")
    title = f"{scene.time} · {scene.title}" if scene.time else scene.title
    return [
        (title, True),
        *([(scene.place, False)] if scene.place else []),
        (t("Wie is er bij mij?"), True),
        (in_our_line(", ".join(scene.helpers)) or nobody, False),
        (t("Wat kan ik doen? Naar wie ga ik?"), True),
        *((action, False) for action in scene.actions or (nobody,)),
    ]


def _height(sheet: Sheet, part: tuple[str, bool], width: float) -> float:
    text, bold = part
    return sheet.height_of(text, width, size=SIZE, bold=bold) + (1.2 if bold else 0)


def _draw_part(sheet: Sheet, part: tuple[str, bool], width: float) -> None:
    text, bold = part
    for piece in [text] if bold else sheet.pieces(text, width, HIGHEST_POINT, size=SIZE):
        sheet.need(sheet.height_of(piece, width, size=SIZE, bold=bold))
        sheet.set_xy(MARGIN + PICTURE + 2 * PAD, sheet.y + (1.2 if bold else 0))
        sheet.words(piece, width, size=SIZE, bold=bold, colour=NAVY if bold else INK)
