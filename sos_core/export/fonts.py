"""Fonts: which of ours prints which letter. Opening one costs more than printing: it is opened with the first letter that needs it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fpdf import FPDF
from fpdf.fonts import TTFFont

PLAIN = "AtkinsonHyperlegibleNext-Regular"
BOLD = "AtkinsonHyperlegibleNext-Bold"
SPARE = (
    "NotoSansArabic-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSans-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansTamil-Regular",
    "NotoSansThai-Regular",
    "NotoSansSymbols-Regular",
    "NotoSansSC-Regular",
    "NotoEmoji-Regular",
)
"""Who prints what ours does not have, in this order."""


@cache
def letters_in(folder: Path, name: str) -> frozenset[str]:
    """The letters of a font; of one that is not there, none. Remembered: our files do not change."""
    file = folder / f"{name}.ttf"
    if not file.exists():
        return frozenset()
    with TTFont(file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def letters_of(folder: Path) -> frozenset[str]:
    """Every letter that can be printed."""
    return frozenset().union(*(letters_in(folder, name) for name in (PLAIN, *SPARE)))


class Fonts:
    """The fonts of one sheet."""

    def __init__(self, sheet: FPDF, folder: Path) -> None:
        self._sheet = sheet
        self._folder = folder
        self._of: dict[tuple[bool, str], tuple[tuple[str, str], ...]] = {}

    def opened(self, name: str) -> TTFFont:
        key = name.lower()
        if key not in self._sheet.fonts:
            self._sheet.add_font(name, "", self._folder / f"{name}.ttf")
        font = self._sheet.fonts[key]
        assert isinstance(font, TTFFont)
        return font

    def runs(self, text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
        """The text in pieces (font's name, letters) that one font prints. Every letter must be one of `letters_of`."""
        first = BOLD if bold else PLAIN
        if letters_in(self._folder, first).issuperset(text):
            yield first, text
            return
        name, held = "", ""
        for wanted, part in chain.from_iterable(self._placed(cluster, bold) for cluster in clusters(text)):
            if held and wanted != name:
                yield name, held
                held = ""
            name, held = wanted, held + part
        if held:
            yield name, held

    def _placed(self, cluster: str, bold: bool) -> tuple[tuple[str, str], ...]:
        """A letter with its marks by the first font that has all of it; when none has, each by the first that has it."""
        key = (bold, cluster)
        if key not in self._of:
            whole = self._first_with(cluster, bold)
            self._of[key] = (
                ((whole, cluster),)
                if whole or len(cluster) == 1
                else tuple(chain.from_iterable(self._placed(letter, bold) for letter in cluster))
            )
        return self._of[key]

    def _first_with(self, text: str, bold: bool) -> str:
        names = (BOLD if bold else PLAIN, *SPARE)
        return next((name for name in names if letters_in(self._folder, name).issuperset(text)), "")


def clusters(text: str) -> Iterator[str]:
    """Letters, each with the marks that stand on it."""
    held = ""
    for letter in text:
        if held and not unicodedata.category(letter).startswith("M") and letter != "\u200c":
            yield held
            held = ""
        held += letter
    if held:
        yield held
