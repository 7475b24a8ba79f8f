"""A sheet of A4: fonts, colours, headings and lists for every paper we print, with a footer on each page."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from babel.dates import format_date
from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from sos_core.export.glyph_widths import quicken
from sos_core.export.legible import MARK, legible, reads_from_right
from sos_core.i18n import locale_of, tag

Colour = tuple[int, int, int]
Translate = Callable[[str], str]

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

_FALLBACKS = ("NotoSansArabic", "NotoSansEthiopic", "NotoSans", "NotoSansSymbols", "NotoEmoji")
_TOTAL = "\ue000\ue001"  # no font has these, so nobody's own words can hold them


class Sheet(FPDF):
    """A4 paper in one language. Words go in as they are: no markup is read in them."""

    def __init__(self, *, t: Translate, lang: str, fonts: Path, foot: str, warning: str, of_day: date) -> None:
        """`foot` stands before the day and the page number, `warning` under it."""
        super().__init__(format="A4")
        self.t = t
        self.reader = lang
        self.marked = False
        self._foot = f"{foot} · {self.day(of_day, 'long')}"
        self._warning = warning
        self._broken: dict[tuple[str, float, float, bool], list[str]] = {}
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(False, FOOT)
        self.c_margin = 0
        self.alias_nb_pages(_TOTAL)
        self._take_fonts(fonts)
        self.set_lang(tag(lang))
        self.set_producer("")

    def _take_fonts(self, fonts: Path) -> None:
        self.add_font("Plain", "", fonts / "AtkinsonHyperlegibleNext-Regular.ttf")
        self.add_font("Plain", "B", fonts / "AtkinsonHyperlegibleNext-Bold.ttf")
        spare = [name for name in _FALLBACKS if (fonts / f"{name}-Regular.ttf").exists()]
        for name in spare:
            self.add_font(name, "", fonts / f"{name}-Regular.ttf")
        self.set_fallback_fonts(spare, exact_match=False)
        self.set_font("Plain", size=11)
        self.set_text_shaping(True)
        for font in self.fonts.values():
            quicken(font)

    @cached_property
    def _letters(self) -> frozenset[int]:
        return frozenset(code for font in self.fonts.values() for code in getattr(font, "cmap", ()))

    def legible(self, text: str) -> str:
        """The text as it can be printed; remembers whether something had to be marked."""
        shown = legible(text, self._letters)
        self.marked = self.marked or shown.count(MARK) > text.count(MARK)
        return shown

    def day(self, when: date, form: Literal["full", "long"] = "full") -> str:
        """A date in words of the reader's language."""
        return format_date(when, form, locale=locale_of(self.reader))

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

    def style(self, size: float, *, bold: bool = False, colour: Colour = INK) -> None:
        """The pen for the words that follow. Written out each time: after a line that begins in a spare
        font, fpdf2 believes that its own font is still set, and the next words come out as other letters."""
        self.set_font("Plain", "B" if bold else "", size)
        self.set_text_color(*colour)
        assert self.current_font is not None
        self._out(self._set_font_for_page(self.current_font, size))

    def words(
        self,
        text: str,
        width: float,
        *,
        size: float = 11,
        bold: bool = False,
        colour: Colour = INK,
        side: Literal["L", "R"] | None = None,
    ) -> None:
        """Write at the pen, in lines of at most this width (mm); the pen ends under it, at the same x."""
        x, shown = self.x, self.legible(text)
        self.style(size, bold=bold, colour=colour)
        side = side or ("R" if reads_from_right(shown) else "L")
        self.multi_cell(width, size * LEADING, shown, align=side, new_x="LMARGIN", new_y="NEXT")
        self.set_x(x)

    def height_of(self, text: str, width: float, *, size: float = 11, bold: bool = False) -> float:
        """How high `words` would be, in mm."""
        return len(self._lines(text, width, size, bold)) * size * LEADING if text else 0.0

    def pieces(self, text: str, width: float, room: float, *, size: float = 11) -> list[str]:
        """The text whole if it fits in this room (mm of height), else in pieces that each do."""
        most = max(1, int(room / (size * LEADING)))
        lines = self._lines(text, width, size, bold=False)
        if len(lines) <= most:
            return [text]
        return ["\n".join(lines[start : start + most]) for start in range(0, len(lines), most)]

    def _lines(self, text: str, width: float, size: float, bold: bool) -> list[str]:
        """The text as it will break; remembered, since a row is measured more often than it is drawn."""
        key = (text, width, size, bold)
        if key not in self._broken:
            self.set_font("Plain", "B" if bold else "", size)
            lines = self.multi_cell(
                width, 1, self.legible(text), align="L", dry_run=True, output=MethodReturnValue.LINES
            )
            assert isinstance(lines, list)
            self._broken[key] = lines
        return self._broken[key]

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

    def footer(self) -> None:
        """Whose paper this is, which page, and that it sends nobody. Called by fpdf2 as a page ends."""
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)
        self.line(MARGIN, self.h - 17, self.w - MARGIN, self.h - 17)
        self.set_xy(MARGIN, self.h - 15.5)
        self.style(9, colour=SOFT_INK)
        page = self.t("bladzijde {page} van {pages}").format(page=self.page_no(), pages=_TOTAL)
        self.cell(self.epw, 4.5, f"{self._foot} · {page}", new_x="LMARGIN", new_y="NEXT")
        self.style(9, bold=True)
        self.cell(self.epw, 4.5, self._warning)
