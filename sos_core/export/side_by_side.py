"""Two lists beside each other, over as many pages as they need; no point is torn unless it is higher than a page."""

from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from sos_core.export.sheet import INK, MARGIN, NAVY, Sheet

GUTTER = 5.0
PAD = 3.5
HEAD = 11.0
BETWEEN = 1.2
SIZE = 10.5


@dataclass(frozen=True, slots=True)
class Box:
    """A titled list; `going_on` when part of it stood on the page before."""

    title: str
    points: tuple[str, ...]
    picture: Path
    going_on: bool = False


def draw_side_by_side(sheet: Sheet, heading: str, left: Box, right: Box) -> None:
    """Both lists under one heading. When one has ended, the other goes on in both columns."""
    sheet.heading(heading, keep=45)
    width = (sheet.epw - GUTTER) / 2
    left, right = (_in_pieces(sheet, box, width) for box in (left, right))
    while True:
        counts = [_how_many(sheet, box, width) for box in (left, right)]
        _draw_boxes(sheet, [left, right], counts, width)
        rests = [_rest(box, count) for box, count in zip((left, right), counts, strict=True)]
        if not any(rest.points for rest in rests):
            return
        sheet.add_page()
        left, right = rests if all(rest.points for rest in rests) else _halves(sheet, max(rests, key=_length), width)


def _rest(box: Box, count: int) -> Box:
    return replace(box, points=box.points[count:], going_on=True)


def _length(box: Box) -> int:
    return len(box.points)


def _halves(sheet: Sheet, box: Box, width: float) -> tuple[Box, Box]:
    """The rest of one list in two columns: half of it in the first, or as much as fits there."""
    count = min(ceil(len(box.points) / 2), _how_many(sheet, box, width))
    return replace(box, points=box.points[:count]), replace(box, points=box.points[count:])


def _inner(width: float) -> float:
    return width - 2 * PAD


def _in_pieces(sheet: Sheet, box: Box, width: float) -> Box:
    """So that each point fits on a page of its own."""
    room = sheet.full_room - HEAD - 2 * PAD - 20
    pieces = (piece for point in box.points for piece in sheet.pieces(point, _inner(width) - 5, room, size=SIZE))
    return replace(box, points=tuple(pieces))


def _point_height(sheet: Sheet, point: str, width: float) -> float:
    return sheet.height_of(point, _inner(width) - 5, size=SIZE) + BETWEEN


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
    sheet.image(box.picture, x + PAD - 1, top + 1.6, 8, 8)
    title = sheet.t("{title} (vervolg)").format(title=box.title) if box.going_on else box.title
    sheet.set_xy(x + PAD + 8.5, top + 2.8)
    sheet.words(title, _inner(width) - 9, size=12, bold=True, colour=NAVY)
    y = top + HEAD
    for point in box.points:
        sheet.set_xy(x + PAD, y)
        sheet.bullet(point, _inner(width), size=SIZE)
        y += _point_height(sheet, point, width)
