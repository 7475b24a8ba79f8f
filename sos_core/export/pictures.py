"""Pictures on paper: each of our own drawings is read once and kept, since reading one takes longer than drawing it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock

from fpdf import FPDF
from fpdf.drawing_primitives import Transform
from fpdf.svg import SVGObject

_ONE_AT_A_TIME = Lock()
"""A drawing is put in its place before it is drawn."""


def draw_picture(sheet: FPDF, file: Path, place: tuple[float, float], size: float) -> None:
    """The drawing in a square of `size` mm with its upper left corner at `place`."""
    with _ONE_AT_A_TIME:
        _, _, path = _drawing(file).transform_to_rect_viewport(
            scale=1, width=size, height=size, ignore_svg_top_attrs=True
        )
        assert path.transform is not None
        path.transform = path.transform @ Transform.translation(*place)
        x, y = sheet.x, sheet.y
        sheet.set_xy(0, 0)
        sheet.draw_path(path, copy=False)
        sheet.set_xy(x, y)


@cache
def _drawing(file: Path) -> SVGObject:
    return SVGObject.from_file(str(file))
