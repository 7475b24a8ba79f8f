"""Tables on paper: headings come back on each page, and a row stays whole unless it is higher than a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sos_core.export.sheet import INK, MARGIN, NAVY, PALE, RULE, Sheet

SIZE = 10.0
NOTE_SIZE = 10.0
PAD = 1.6


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and its share of the paper's width in mm."""

    title: str
    width: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One cell a column, and notes under them over the whole width."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


def draw_table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Draw all rows from the pen down, over as many pages as it takes."""
    pieces = [piece for row in rows for piece in _fitting(sheet, columns, row)]
    for n, row in enumerate(pieces):
        height = _row_height(sheet, columns, row)
        head = _head_height(sheet, columns) if n == 0 else 0.0
        if sheet.room_left < height + head and sheet.y > MARGIN:
            sheet.add_page()
            head = _head_height(sheet, columns)
        if head:
            _draw_head(sheet, columns)
        _draw_row(sheet, columns, row, height)


def first_height(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row]) -> float:
    """What a heading above the table must keep free: the table's own head and its first row."""
    first = next(_fitting(sheet, columns, rows[0]))
    return _head_height(sheet, columns) + _row_height(sheet, columns, first)


def _fitting(sheet: Sheet, columns: Sequence[Column], row: Row) -> Iterator[Row]:
    """The row itself, or pieces of it when no page is high enough for the whole."""
    room = sheet.full_room - _head_height(sheet, columns) - 15
    if _row_height(sheet, columns, row) <= room:
        yield row
        return
    split = [
        sheet.pieces(cell, _inner(column), room, size=SIZE) for cell, column in zip(row.cells, columns, strict=True)
    ]
    for cells in zip_longest(*split, fillvalue=""):
        yield Row(cells)
    blank = ("",) * len(columns)
    for note in row.notes:
        for piece in sheet.pieces(note, _note_width(columns), room, size=NOTE_SIZE):
            yield Row(blank, (piece,))


def _inner(column: Column) -> float:
    return column.width - 2 * PAD


def _note_width(columns: Sequence[Column]) -> float:
    return sum(column.width for column in columns[1:]) - 2 * PAD


def _cells_height(sheet: Sheet, columns: Sequence[Column], row: Row) -> float:
    return max(
        sheet.height_of(cell, _inner(column), size=SIZE, bold=column.bold)
        for cell, column in zip(row.cells, columns, strict=True)
    )


def _row_height(sheet: Sheet, columns: Sequence[Column], row: Row) -> float:
    notes = sum(sheet.height_of(note, _note_width(columns), size=NOTE_SIZE) for note in row.notes)
    return _cells_height(sheet, columns, row) + notes + 2 * PAD + (0.6 if row.notes else 0)


def _head_height(sheet: Sheet, columns: Sequence[Column]) -> float:
    """A table of facts has no titles, and no head."""
    if not any(column.title for column in columns):
        return 0.0
    titles = (sheet.height_of(column.title, _inner(column), size=SIZE, bold=True) for column in columns)
    return max(titles) + 2 * PAD


def _draw_head(sheet: Sheet, columns: Sequence[Column]) -> None:
    height, top, x = _head_height(sheet, columns), sheet.y, MARGIN
    sheet.set_fill_color(*PALE)
    sheet.rect(x, top, sum(column.width for column in columns), height, style="F")
    for column in columns:
        sheet.set_xy(x + PAD, top + PAD)
        sheet.words(column.title, _inner(column), size=SIZE, bold=True, colour=NAVY)
        x += column.width
    sheet.set_xy(MARGIN, top + height)


def _draw_row(sheet: Sheet, columns: Sequence[Column], row: Row, height: float) -> None:
    top, x = sheet.y, MARGIN
    for cell, column in zip(row.cells, columns, strict=True):
        sheet.set_xy(x + PAD, top + PAD)
        if cell:
            sheet.words(cell, _inner(column), size=SIZE, bold=column.bold, colour=INK)
        x += column.width
    sheet.set_xy(MARGIN + columns[0].width + PAD, top + PAD + _cells_height(sheet, columns, row) + 0.6)
    for note in row.notes:
        sheet.words(note, _note_width(columns), size=NOTE_SIZE)
    _rule(sheet, top + height, sum(column.width for column in columns))


def _rule(sheet: Sheet, y: float, width: float) -> None:
    sheet.set_draw_color(*RULE)
    sheet.set_line_width(0.25)
    sheet.line(MARGIN, y, MARGIN + width, y)
    sheet.set_xy(MARGIN, y)
