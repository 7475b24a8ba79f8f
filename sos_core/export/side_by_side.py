"""Two lists beside each other, over as many pages as they need; no point is torn unless it is higher than a page."""

from dataclasses import dataclass
from math import ceil
from pathlib import Path

from sos_core.domain.replacing import replace
from sos_core.export.sheet import INK, MARGIN, NAVY, Sheet

GUTTER = 5.0
PAD = 3.5
HEAD = 11.0
BETWEEN = 1.2
SIZE = 10.5
HIGHEST = 60.0  # of one point, in mm: a higher one goes on in the next column or on the next page

Point = tuple[bool, str]  # whether it starts here (and has a dot), and its words


@dataclass(frozen=True, slots=True)
class Box:
    """A titled list; `going_on` when part of it stood before, in another column or on another page."""

    title: str
    picture: Path
    points: tuple[Point, ...]
    going_on: bool = False


def draw_side_by_side(sheet: Sheet, heading: str, left: Box, right: Box) -> None:
    """Both lists under one heading. When one has ended, the other goes on in both columns."""
    sheet.heading(heading, keep=HEAD + 36)
    width = column_width(sheet)
    while True:
        counts = [_how_many(sheet, box, width) for box in (left, right)]
        _draw_boxes(sheet, [left, right], counts, width)
        rests = [_rest(box, count) for box, count in zip((left, right), counts, strict=True)]
        if not any(rest.points for rest in rests):
            return
        sheet.add_page()
        left, right = rests if all(rest.points for rest in rests) else _halves(sheet, max(rests, key=_length), width)


def _rest(box: Box, count: int) -> Box:
    return replace(box, points=box.points[count:], going_on=box.going_on or count > 0)


def _length(box: Box) -> int:
    return len(box.points)


def _halves(sheet: Sheet, box: Box, width: float) -> tuple[Box, Box]:
    """The rest of one list in two columns: half of it in the first, or as much as fits there."""
    count = min(ceil(len(box.points) / 2), _how_many(sheet, box, width))
    return replace(box, points=box.points[:count]), replace(box, points=box.points[count:], going_on=True)


def column_width(sheet: Sheet) -> float:
    return (sheet.epw - GUTTER) / 2


def _inner(width: float) -> float:
    return width - 2 * PAD


def box(sheet: Sheet, title: str, texts: tuple[str, ...], picture: Path) -> Box:
    """A list of these texts, each cut where it would be too high."""
    width = _inner(column_width(sheet)) - 5
    points: list[Point] = []
    for text in texts:
        pieces = sheet.pieces(text, width, HIGHEST, size=SIZE)
        points += [(n == 0, piece) for n, piece in enumerate(pieces)]
    return Box(title, picture, tuple(points))


def _point_height(sheet: Sheet, point: Point, width: float) -> float:
    return sheet.height_of(point[1], _inner(width) - 5, size=SIZE) + BETWEEN


def _how_many(sheet: Sheet, box: Box, width: float) -> int:
    """How many of its points fit on what is left of this page."""
    room = sheet.room_left - HEAD - PAD
    for count, point in enumerate(box.points):
        room -= _point_height(sheet, point, width)
        if room < 0:
            return count
    return len(box.points)


def _draw_boxes(sheet: Sheet, boxes: list[Box], counts: list[int], width: float) -> None:
    top = sheet.y
    parts = [box.points[:count] for box, count in zip(boxes, counts, strict=True)]
    height = HEAD + PAD + max(sum(_point_height(sheet, point, width) for point in part) for part in parts)
    for n, (box, part) in enumerate(zip(boxes, parts, strict=True)):
        if part:
            _draw_box(sheet, replace(box, points=part), MARGIN + n * (width + GUTTER), (top, width, height))
    sheet.set_xy(MARGIN, top + height)


def _draw_box(sheet: Sheet, box: Box, x: float, size: tuple[float, float, float]) -> None:
    top, width, height = size
    sheet.set_draw_color(*INK)
    sheet.set_line_width(0.5)
    sheet.rect(x, top, width, height, style="D", round_corners=True, corner_radius=2)
    sheet.picture(box.picture, x + PAD - 1, top + 1.6, 8)
    title = sheet.t("{title} (vervolg)").format(title=box.title) if box.going_on else box.title
    sheet.set_xy(x + PAD + 8.5, top + 2.8)
    sheet.words(title, _inner(width) - 9, size=12, bold=True, colour=NAVY)
    y = top + HEAD
    for starts, words in box.points:
        sheet.set_xy(x + PAD, y)
        sheet.bullet(words, _inner(width), size=SIZE, dot=starts)
        y += _point_height(sheet, (starts, words), width)
