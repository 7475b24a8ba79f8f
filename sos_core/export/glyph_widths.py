"""Widths of letters, measured once: fpdf2 shapes each letter anew for every line it breaks, which takes seconds."""

from typing import Any

from fpdf.fonts import CoreFont, TTFFont

Width = tuple[int, float]

MOST_KNOWN = 20_000
_known: dict[tuple[str, str, float, Any], Width] = {}


class QuickFont(TTFFont):
    """A font that keeps the widths of single letters, over all papers; words are measured and kept nowhere."""

    __slots__ = ()

    def shaped_text_width(self, text: str, font_size_pt: float, text_shaping_params: dict[str, Any] | None) -> Width:
        if len(text) != 1 or not text_shaping_params:
            return super().shaped_text_width(text, font_size_pt, text_shaping_params)
        key = (str(self.ttffile), text, font_size_pt, text_shaping_params.get("fragment_direction"))
        width = _known.get(key)
        if width is None:
            width = super().shaped_text_width(text, font_size_pt, text_shaping_params)
            if len(_known) < MOST_KNOWN:
                _known[key] = width
        return width


def quicken(font: CoreFont | TTFFont) -> None:
    """fpdf2 makes its fonts itself, so a font becomes quick after it was made."""
    if isinstance(font, TTFFont):
        font.__class__ = QuickFont
