"""Fonts: which of ours prints which letter. Opening one costs more than printing: it is opened with the first letter that needs it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
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
    "NotoSansSymbols-Regular",
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
        self._of: dict[tuple[bool, str], str] = {}

    def opened(self, name: str) -> TTFFont:
        key = name.lower()
        if key not in self._sheet.fonts:
            self._sheet.add_font(name, "", self._folder / f"{name}.ttf")
        font = self._sheet.fonts[key]
        assert isinstance(font, TTFFont)
        return font

    def runs(self, text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
        """The text in pieces (font's name, letters) that one font prints. Letters with the marks on them stay together."""
        first = BOLD if bold else PLAIN
        if letters_in(self._folder, first).issuperset(text):
            yield first, text
            return
        name, held = "", ""
        for cluster in clusters(text):
            wanted = self._font_of(cluster, bold)
            if held and wanted != name:
                yield name, held
                held = ""
            name, held = wanted, held + cluster
        if held:
            yield name, held

    def _font_of(self, cluster: str, bold: bool) -> str:
        """The first that has all of it; when none has, the first that has its letter."""
        key = (bold, cluster)
        if key not in self._of:
            names = (BOLD if bold else PLAIN, *SPARE)
            self._of[key] = next(
                (
                    name
                    for wanted in (cluster, cluster[0])
                    for name in names
                    if letters_in(self._folder, name).issuperset(wanted)
                ),
                names[0],
            )
        return self._of[key]


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
