"""The film on paper: a strip of scenes, each with its picture, who helps, and how much help there is, in words."""

from dataclasses import dataclass
from math import ceil
from pathlib import Path

from sos_core.export.legible import in_our_line
from sos_core.export.paper import Cover, Routine, Scene
from sos_core.export.plan_sentences import cover_word, talked_word
from sos_core.export.sheet import INK, MARGIN, NAVY, SOFT_INK, WHITE, Colour, Sheet

MOST_IN_A_ROW = 6
GAP = 1.6
EDGE = 5.0
PAD = 1.8
PICTURE = 15.0
DOT = 1.7
LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of words in a frame; a line about cover has its shapes above it."""

    text: str
    size: float = 9.0
    bold: bool = False
    colour: Colour = INK
    cover: Cover | None = None
    above: float = 0.0


def draw_film(sheet: Sheet, routine: Routine, *, pictures: Path) -> None:
    """The routine's title and its strip, in rows of frames of equal length; a row is never torn."""
    rows = _rows(routine.scenes)
    for n, scenes in enumerate(rows):
        frames = [_lines(sheet, scene) for scene in scenes]
        width = (sheet.epw - GAP * (len(rows[0]) + 1)) / len(rows[0])
        height = max(_height(sheet, lines, width) for lines in frames)
        sheet.need(height + 2 * EDGE + (12 if n == 0 else 2))
        if n == 0:
            _draw_title(sheet, routine, pictures)
        _draw_strip(sheet, height)
        first = 1 + sum(len(row) for row in rows[:n])
        for place, (scene, lines) in enumerate(zip(scenes, frames, strict=True)):
            x = MARGIN + GAP + place * (width + GAP)
            _draw_frame(
                sheet, (x, sheet.y + EDGE, width, height), scene, lines, number=first + place, pictures=pictures
            )
        sheet.set_xy(MARGIN, sheet.y + height + 2 * EDGE + 2.5)


def _rows(scenes: tuple[Scene, ...]) -> list[tuple[Scene, ...]]:
    count = max(1, ceil(len(scenes) / MOST_IN_A_ROW))
    length = max(4, ceil(len(scenes) / count))
    return [scenes[start : start + length] for start in range(0, len(scenes), length)]


def _lines(sheet: Sheet, scene: Scene) -> list[_Line]:
    t = sheet.t
    talked = talked_word(t, scene)
    lines = [_Line(_short(scene.title), 10.5, bold=True)]
    if scene.place:
        lines.append(_Line(_short(scene.place), colour=SOFT_INK))
    lines.append(_Line(cover_word(t, scene.cover), 9.5, bold=True, cover=scene.cover, above=1.5))
    lines += [_Line(in_our_line(_short(name))) for name in scene.helpers]
    if scene.risks:
        lines.append(_Line(t("Kan misgaan: {count}").format(count=scene.risks), colour=SOFT_INK, above=1.2))
    lines.append(_Line(talked, colour=SOFT_INK, above=0 if scene.risks else 1.2))
    return lines


def _short(text: str) -> str:
    """A frame is small: a name that would fill the page ends in three dots one can see."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _height(sheet: Sheet, lines: list[_Line], width: float) -> float:
    inner = width - 2 * PAD
    return 6 + PICTURE + 2 * PAD + sum(_line_height(sheet, line, inner) for line in lines)


def _line_height(sheet: Sheet, line: _Line, width: float) -> float:
    shapes = 2 * DOT + 1.2 if line.cover else 0.0
    return line.above + shapes + sheet.height_of(line.text, width, size=line.size, bold=line.bold)


def _draw_title(sheet: Sheet, routine: Routine, pictures: Path) -> None:
    top = sheet.y
    draw_own_picture(sheet, pictures, routine.picture, (MARGIN, top), 8)
    sheet.set_xy(MARGIN + 10, top + 1.2)
    sheet.words(_short(routine.title), sheet.epw - 10, size=12.5, bold=True, side="L")
    sheet.set_xy(MARGIN, max(sheet.y, top + 8) + 0.8)


def _draw_strip(sheet: Sheet, height: float) -> None:
    """The dark strip with its row of holes above and below."""
    top, whole = sheet.y, height + 2 * EDGE
    sheet.set_fill_color(*NAVY)
    sheet.rect(MARGIN, top, sheet.epw, whole, style="F", round_corners=True, corner_radius=2)
    sheet.set_fill_color(*WHITE)
    holes = 26
    step = sheet.epw / holes
    for n in range(holes):
        for y in (top + 1.4, top + whole - 3.6):
            x = MARGIN + step * (n + 0.5) - 1.6
            sheet.rect(x, y, 3.2, 2.2, style="F", round_corners=True, corner_radius=0.6)


def _draw_frame(
    sheet: Sheet,
    box: tuple[float, float, float, float],
    scene: Scene,
    lines: list[_Line],
    *,
    number: int,
    pictures: Path,
) -> None:
    x, y, width, height = box
    top = sheet.y
    sheet.set_fill_color(*WHITE)
    sheet.rect(x, y, width, height, style="F", round_corners=True, corner_radius=1.2)
    sheet.set_xy(x + PAD, y + PAD - 0.4)
    sheet.words(str(number), width - 2 * PAD, size=10, colour=SOFT_INK)
    if scene.time:
        sheet.set_xy(x + PAD + 7, y + PAD - 0.4)
        sheet.words(_short(scene.time), width - 2 * PAD - 7, size=10, bold=True, colour=NAVY, side="R")
    draw_own_picture(sheet, pictures, scene.picture, (x + (width - PICTURE) / 2, y + 6.5), PICTURE)
    sheet.set_xy(x + PAD, y + 6 + PICTURE + PAD)
    for line in lines:
        _draw_line(sheet, line, width - 2 * PAD)
    sheet.set_xy(MARGIN, top)


def _draw_line(sheet: Sheet, line: _Line, width: float) -> None:
    x = sheet.x
    sheet.set_xy(x, sheet.y + line.above)
    if line.cover:
        _draw_shapes(sheet, line.cover, x, sheet.y)
        sheet.set_xy(x, sheet.y + 2 * DOT + 1.2)
    sheet.words(line.text, width, size=line.size, bold=line.bold, colour=line.colour)
    sheet.set_x(x)


def _draw_shapes(sheet: Sheet, cover: Cover, x: float, y: float) -> None:
    """Two places for a helper: filled when taken, open when not. The words under it say the same."""
    taken = {"enough": 2, "one": 1, "one_somewhere": 1}.get(cover, 0)
    sheet.set_draw_color(*INK)
    sheet.set_fill_color(*INK)
    sheet.set_line_width(0.45)
    for n in range(2):
        sheet.circle(x + DOT + n * (2 * DOT + 1.2), y + DOT, DOT - 0.2, style="DF" if n < taken else "D")


def draw_own_picture(sheet: Sheet, pictures: Path, slug: str, place: tuple[float, float], size: float) -> None:
    """The picture, or an empty frame when there is no such picture: never another one in its place."""
    x, y = place
    file = pictures / f"{slug}.svg"
    if slug.replace("-", "").isalnum() and file.is_file():
        sheet.picture(file, x, y, size)
        return
    sheet.set_draw_color(*SOFT_INK)
    sheet.set_line_width(0.2)
    sheet.rect(x + 2, y + 2, size - 4, size - 4, style="D")
