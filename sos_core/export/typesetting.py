"""Typesetting: from words to lines of shaped letters, in any writing that our fonts have. What goes in comes out.

Ours and not fpdf2's: that one shapes a whole line anew for each letter it adds, which took two thirds of a paper's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from fpdf import FPDF
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from fpdf.fonts import TTFFont

from sos_core.export.fonts import Fonts, clusters
from sos_core.export.legible import reads_from_right

_SPACES = " \u2000-\u2006\u2008-\u200a\u205f\u3000"
_FREE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Writings without spaces between words: a line may end after each letter."""
_TOKEN = re.compile(f"[{_SPACES}]|[{_FREE}]|[^{_SPACES}{_FREE}]+")
_SPACE = re.compile(f"[{_SPACES}]")
_FREE_LETTER = re.compile(f"[{_FREE}]")
_NOT_AT_THE_START = frozenset("。、，．・：；？！」』）】〉》々ー…")
_FIRST_FROM_THE_RIGHT = "\u0590"
_NOTHING = 0x200B


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font that are written in one go. `width` in thousandths of the letter size; `strokes`: (how much raised, the
    inside of a PDF's TJ). An odd `level` runs from right to left.
    """

    text: str
    font: TTFFont
    level: int
    width: float
    strokes: tuple[tuple[float, str], ...]

    @property
    def is_space(self) -> bool:
        return bool(_SPACE.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its pieces in the order in which they are read; `width` in thousandths of the letter size."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)

    def from_left(self) -> list[Piece]:
        """The pieces as they stand on paper (rule L2 of Unicode's bidirectional algorithm)."""
        placed = list(self.pieces)
        for level in range(max((piece.level for piece in placed), default=0), 0, -1):
            placed = [
                piece
                for turned, run in groupby(placed, key=lambda piece, level=level: piece.level >= level)  # type: ignore[misc]
                for piece in (reversed(list(run)) if turned else run)
            ]
        return placed


class Typesetter:
    """Sets the words of one sheet. It forgets them with the sheet."""

    def __init__(self, sheet: FPDF, folder: Path) -> None:
        self.fonts = Fonts(sheet, folder)
        self._set: dict[tuple[str, int, bool], tuple[Piece, ...]] = {}
        self._codes: dict[tuple[str, int, tuple[int, ...]], tuple[str, int]] = {}

    def lines(self, text: str, width: float, *, bold: bool = False, from_right: bool | None = None) -> list[Line]:
        """The text in lines of at most this width (thousandths of the letter size); none for no text.

        A word that is wider than a line goes on on the next. Unless said otherwise its first letter tells from which side it runs.
        """
        base = int(reads_from_right(text) if from_right is None else from_right)
        lines: list[Line] = []
        for paragraph in text.split("\n") if text else ():
            pieces = [piece for level, part in _levels(paragraph, base) for piece in self._pieces(part, level, bold)]
            lines += self._broken(pieces, width, bold)
        return lines

    def _pieces(self, text: str, level: int, bold: bool) -> Iterator[Piece]:
        for token in _TOKEN.findall(text):
            key = (token, level, bold)
            if key not in self._set:
                runs = self.fonts.runs(token, bold=bold)
                self._set[key] = tuple(self._shape(self.fonts.opened(font), part, level) for font, part in runs)
            yield from self._set[key]

    def _broken(self, pieces: Sequence[Piece], width: float, bold: bool) -> Iterator[Line]:
        """Into lines; a space at which a line ends is not printed."""
        line: list[Piece] = []
        spaces: list[Piece] = []
        used = 0.0
        for word in _words(pieces):
            if word[0].is_space:
                spaces += word
                continue
            wide = sum(piece.width for piece in word)
            between = sum(piece.width for piece in spaces)
            if line and used + between + wide > width:
                yield Line(tuple(line))
                line, spaces, used, between = [], [], 0.0, 0.0
            if between + wide > width:
                *whole, word = self._cut([*spaces, *word], width)
                yield from (Line(tuple(part)) for part in whole)
                line, spaces, used, between = [], [], 0.0, 0.0
                wide = sum(piece.width for piece in word)
            line += [*spaces, *word]
            used += between + wide
            spaces = []
        yield Line(tuple(line or spaces))

    def _cut(self, word: Iterable[Piece], width: float) -> list[list[Piece]]:
        """A word that no line holds, in parts that each fit; a letter keeps its marks."""
        parts: list[list[Piece]] = [[]]
        used = 0.0
        for piece in word:
            if used + piece.width <= width:
                parts[-1].append(piece)
                used += piece.width
                continue
            held = ""
            for cluster in clusters(piece.text):
                longer = self._again(piece, held + cluster)
                if held + cluster != cluster and used + longer.width > width:
                    parts[-1].append(self._again(piece, held))
                    parts.append([])
                    used, held = 0.0, ""
                elif not held and parts[-1] and used + longer.width > width:
                    parts.append([])
                    used = 0.0
                held += cluster
            parts[-1].append(self._again(piece, held))
            used += parts[-1][-1].width
        return parts

    def _again(self, like: Piece, text: str) -> Piece:
        return self._shape(like.font, text, like.level)

    def _shape(self, font: TTFFont, text: str, level: int) -> Piece:
        """By HarfBuzz: letters joined, turned and placed as their writing wants it."""
        direction = TextDirection.RTL if level % 2 else TextDirection.LTR
        infos, places = font.perform_harfbuzz_shaping(text, 10, {"features": {}, "fragment_direction": direction})
        said = _what_each_says(text, [info.cluster for info in infos])
        strokes: list[tuple[float, str]] = []
        width = 0.0
        for info, place, letters in zip(infos, places, said, strict=True):
            scaled = partial(_scaled, font.scale)
            code, natural = self._code(font, info.codepoint, letters)
            before, rise, advance = scaled(place.x_offset), scaled(place.y_offset), scaled(place.x_advance)
            after = natural - advance + before
            stroke = f"{_moved(-before)}{code}{_moved(after)}"
            if strokes and strokes[-1][0] == rise:
                strokes[-1] = (rise, strokes[-1][1] + stroke)
            else:
                strokes.append((rise, stroke))
            width += advance
        return Piece(text, font, level, width, tuple((rise, stroke.replace("><", "")) for rise, stroke in strokes))

    def _code(self, font: TTFFont, number: int, letters: tuple[int, ...]) -> tuple[str, int]:
        """How the PDF names this glyph when it stands for these letters, and how wide it is by itself."""
        key = (font.fontkey, number, letters)
        if key not in self._codes:
            name = font.ttfont.getGlyphName(number)
            wide = round(font.scale * font.ttfont["hmtx"].metrics[name][0])
            glyph = font.subset.get_glyph(glyph=number, unicode=letters, glyph_name=name, glyph_width=wide)
            assert glyph, "legible() lets only letters through that a font has"
            self._codes[key] = (f"<{font.subset.pick_glyph(glyph):04x}>", wide)
        return self._codes[key]


def _levels(text: str, base: int) -> Iterator[tuple[int, str]]:
    """The text in parts of one direction, by Unicode's bidirectional algorithm."""
    if not base and all(letter < _FIRST_FROM_THE_RIGHT for letter in text):
        yield 0, text
        return
    side = TextDirection.RTL if base else TextDirection.LTR
    letters = BidiParagraph(text, side, preserve_bn_chars=True).get_characters()
    for level, run in groupby(letters, key=lambda letter: letter.embedding_level):
        yield level, "".join(letter.character for letter in run)


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stay on one line if they can."""
    word: list[Piece] = []
    for piece in pieces:
        if word and _may_part(word[-1], piece):
            yield word
            word = []
        word.append(piece)
    if word:
        yield word


def _may_part(one: Piece, other: Piece) -> bool:
    if one.is_space or other.is_space:
        return True
    free = _FREE_LETTER.match(one.text[-1]) or _FREE_LETTER.match(other.text)
    return bool(free) and other.text[0] not in _NOT_AT_THE_START


def _what_each_says(text: str, starts: list[int]) -> Iterator[tuple[int, ...]]:
    """For each glyph the letters that it stands for; of several glyphs for the same letters the first says them all, the others
    a space of no width: a glyph that says nothing is read back as any letter.
    """
    ends = dict(zip(sorted(set(starts)), [*sorted(set(starts))[1:], len(text)], strict=True))
    told: set[int] = set()
    for start in starts:
        yield (_NOTHING,) if start in told else tuple(map(ord, text[start : ends[start]]))
        told.add(start)


def _scaled(scale: float, units: int) -> float:
    return round(scale * units, 3)


def _moved(by: float) -> str:
    """Inside a TJ: so many thousandths back."""
    return f" {by:g} " if abs(by) >= 0.05 else ""
