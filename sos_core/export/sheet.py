"""A sheet of A4: fonts, colours, headings and lists for every paper we print, with a footer on each page."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Literal

from fpdf import FPDF
from fpdf.enums import DocumentCompliance
from fpdf.output import OutputProducer

from sos_core.export.fonts import letters_of
from sos_core.export.legible import MARK, OUR_WAY, legible, reads_from_right
from sos_core.export.locking import Locked, lock
from sos_core.export.pictures import draw_picture
from sos_core.export.plan_sentences import day_in_words
from sos_core.export.typesetting import Line, Piece, Typesetter
from sos_core.i18n import Translate, tag

Colour = tuple[int, int, int]

INK: Colour = (28, 32, 44)
SOFT_INK: Colour = (84, 90, 104)
NAVY: Colour = (31, 43, 70)
PALE: Colour = (228, 234, 245)
RULE: Colour = (150, 158, 175)
WHITE: Colour = (255, 255, 255)

LEADING = 0.47  # millimetres of line height for each point of letter size
MARGIN = 14.0
FOOT = 20.0
HIGHEST_POINT = 90.0  # mm of a point in a list, or of a paragraph; a higher one goes on on the next page

Side = Literal["L", "R", "C"]


class Sheet(FPDF):
    """A4 paper in one language. Words go in as they are: no markup is read in them."""

    def __init__(
        self, *, t: Translate, lang: str, fonts: Path, foot: str, warning: str, of_day: date, password: str = ""
    ) -> None:
        """`foot` stands before the day and the page number, `warning` under it. Meant to be PDF/A-2u, for archives; no validator
        has been over it. With a password it is none: an archive must be able to open what it keeps.
        """
        super().__init__(format="A4", enforce_compliance=None if password else DocumentCompliance.PDFA_2U)
        self._writer = OutputProducer
        if password:
            lock(self, password)
            self._writer = Locked
        self.t = t
        self.reader = lang
        self.marked = False
        self._foot = f"{foot} · {self.day(of_day, 'long')}"
        self._warning = warning
        self._parts: list[tuple[int, bool]] = [(1, True)]
        self._broken: dict[tuple[str, float, float, bool], list[Line]] = {}
        self._typesetter = Typesetter(self, fonts)
        self._letters = letters_of(fonts)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(False, FOOT)
        self.c_margin = 0
        self.set_lang(tag(lang))
        self.set_producer("")

    def finished(self) -> bytes:
        """The paper, with the foot of each page: only now is known how many there are."""
        ends = [first for first, _ in self._parts[1:]] + [len(self.pages) + 1]
        for (first, foot), end in zip(self._parts, ends, strict=True):
            for number in range(first, end) if foot else ():
                self.page = number
                self._draw_foot(number - first + 1, end - first)
        return bytes(self.output(output_producer_class=self._writer))

    def begin_anew(self, *, foot: bool = True) -> None:
        """The next page is the first of somebody else's, and is numbered so; without a foot it is nobody's."""
        self._parts = [(first, has) for first, has in self._parts if first <= len(self.pages)]
        self._parts.append((len(self.pages) + 1, foot))
        self.marked = False

    def legible(self, text: str) -> str:
        """The text as it can be printed; remembers whether something had to be marked."""
        shown = legible(text, self._letters)
        self.marked = self.marked or shown.count(MARK) > text.count(MARK)
        return shown

    def day(self, when: date, form: Literal["full", "long"] = "full") -> str:
        """A date in words of the reader's language."""
        return day_in_words(when, self.reader, form)

    def picture(self, file: Path, x: float, y: float, size: float) -> None:
        """One of our drawings in a square of this size (mm); the pen stays where it is."""
        draw_picture(self, file, (x, y), size)

    # -- room on the page -------------------------------------------------------------------------------

    @property
    def room_left(self) -> float:
        return self.page_break_trigger - self.y

    @property
    def full_room(self) -> float:
        """The height of an empty page between its margins."""
        return self.page_break_trigger - MARGIN

    def need(self, height: float) -> None:
        """Go to a new page unless this height still fits on this one."""
        if height > self.room_left and self.y > MARGIN:
            self.add_page()

    def skip(self, height: float) -> None:
        self.set_y(self.y + height)

    # -- words ------------------------------------------------------------------------------------------

    def words(
        self,
        text: str,
        width: float,
        *,
        size: float = 11,
        bold: bool = False,
        colour: Colour = INK,
        side: Side | None = None,
    ) -> None:
        """Write at the pen, in lines of at most this width (mm); the pen ends under it, at the same x."""
        side = side or ("R" if self._from_right(text) else "L")
        for line in self._lines(text, width, size, bold):
            room = {"L": 0.0, "C": 0.5, "R": 1.0}[side] * (width - self._millimetres(line.width, size))
            self._write(line, self.x + room, size=size, colour=colour)
            self.y += size * LEADING

    def height_of(self, text: str, width: float, *, size: float = 11, bold: bool = False) -> float:
        """How high `words` would be, in mm."""
        return len(self._lines(text, width, size, bold)) * size * LEADING

    def pieces(self, text: str, width: float, room: float, *, size: float = 11) -> list[str]:
        """The text whole if it fits in this room (mm of height), else in pieces that each do."""
        most = max(1, int(room / (size * LEADING)))
        lines = [line.text for line in self._lines(text, width, size, bold=False)]
        if len(lines) <= most:
            return [text]
        ours = OUR_WAY if text.startswith(OUR_WAY) else ""
        return [ours + "\n".join(lines[start : start + most]) for start in range(0, len(lines), most)]

    def _lines(self, text: str, width: float, size: float, bold: bool) -> list[Line]:
        """The text as it will break; remembered, since a row is measured more often than it is drawn."""
        key = (text, width, size, bold)
        if key not in self._broken:
            wide = width * self.k * 1000 / size
            self._broken[key] = self._typesetter.lines(
                self.legible(text), wide, bold=bold, from_right=self._from_right(text)
            )
        return self._broken[key]

    def _from_right(self, text: str) -> bool:
        return not text.startswith(OUR_WAY) and reads_from_right(self.legible(text))

    def _millimetres(self, width: float, size: float) -> float:
        return width * size / 1000 / self.k

    def _write(self, line: Line, x: float, *, size: float, colour: Colour) -> None:
        """One line from x (mm), in the middle of its leading."""
        foot = self.y + 0.5 * size * LEADING + 0.3 * size / self.k
        parts = [f"q {_paint(colour)} rg BT {x * self.k:.2f} {(self.h - foot) * self.k:.2f} Td"]
        for font, run in groupby(line.from_left(), key=lambda piece: piece.font):
            parts.append(self._set_font_for_page(font, size, wrap_in_text_object=False))
            parts += _strokes(list(run), size)
        self._out(" ".join([*parts, "ET Q"]))

    def heading(self, text: str, *, keep: float = 16.0) -> None:
        """A heading, on one page with at least `keep` mm of what follows; listed in the reader's outline."""
        self.need(13 + keep)
        if self.y > MARGIN:
            self.skip(4)
        self.start_section(self.legible(text))
        self.words(text, self.epw, size=15, bold=True, colour=NAVY)
        self.skip(1.5)

    def small_heading(self, text: str, *, keep: float = 12.0) -> None:
        self.need(8 + keep)
        self.skip(2)
        self.words(text, self.epw, size=11, bold=True)
        self.skip(0.5)

    def paragraph(self, text: str, *, size: float = 11) -> None:
        for piece in self.pieces(text, self.epw, HIGHEST_POINT, size=size):
            self.need(self.height_of(piece, self.epw, size=size))
            self.words(piece, self.epw, size=size)
        self.skip(1)

    def bullets(self, texts: Iterable[str], *, size: float = 11) -> None:
        """A list; each point stays whole unless it is higher than a page."""
        for text in texts:
            for n, piece in enumerate(self.pieces(text, self.epw - 5, HIGHEST_POINT, size=size)):
                self.need(self.height_of(piece, self.epw - 5, size=size))
                self.bullet(piece, self.epw, size=size, dot=n == 0)
            self.skip(0.8)

    def bullet(self, text: str, width: float, *, size: float = 11, dot: bool = True) -> None:
        """One point of a list at the pen, hanging behind its dot."""
        x, y = self.x, self.y
        if dot:
            self.set_fill_color(*INK)
            self.circle(x + 1.6, y + size * LEADING / 2, 0.7, style="F")
        self.set_xy(x + 5, y)
        self.words(text, width - 5, size=size)
        self.set_x(x)

    # -- the foot of each page --------------------------------------------------------------------------

    def _draw_foot(self, number: int, pages: int) -> None:
        """Whose paper this is, which page, and that it sends nobody."""
        self._draw_foot_rule()
        page = self.t("bladzijde {page} van {pages}").format(page=number, pages=pages)
        self.set_xy(MARGIN, self.h - 15.5)
        self.words(f"{self._foot} · {page}", self.epw, size=9, colour=SOFT_INK, side="L")
        self.words(self._warning, self.epw, size=9, bold=True, side="L")

    def _draw_foot_rule(self) -> None:
        """Written out: of a page that one comes back to, fpdf2 believes that it has the pen of the page before."""
        left, right, y = (one * self.k for one in (MARGIN, self.w - MARGIN, 17))
        self._out(f"q {_paint(RULE)} RG 0.57 w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S Q")


def _paint(colour: Colour) -> str:
    return " ".join(f"{part / 255:.4g}" for part in colour)


def _strokes(pieces: list[Piece], size: float) -> list[str]:
    """What a PDF does to write these pieces, all of one font."""
    strokes = [stroke for piece in pieces for stroke in piece.strokes]
    written = []
    for rise, run in groupby(strokes, key=lambda stroke: stroke[0]):
        inside = "".join(stroke for _, stroke in run).replace("><", "")
        show = f"[{inside}] TJ"
        written.append(f"{rise * size / 1000:.2f} Ts {show} 0 Ts" if rise else show)
    return written
