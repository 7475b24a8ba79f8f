"""Letters: what our fonts can print stays as written, what they can't is marked, nothing goes silently."""

import unicodedata
from collections.abc import Container

MARK = "□"

# Tell the writing how to join, turn or colour; nobody sees them, and a turned line could hide a number.
_UNSEEN = frozenset("\u00ad\u200b\u200d\u200e\u200f\u061c\u2060\ufeff\ufe0e\ufe0f") | frozenset(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE0080)])
)
_SPACES = {"\t": " ", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
_NO_LETTERS = {"Cc", "Cn", "Co", "Cs"}
"""A font may have a glyph for these, an empty one."""
OUR_WAY = "\u200e"
"""Before a text: its lines run from left to right. (A mark of Unicode, which nobody sees.)"""
_RIGHT_TO_LEFT = ("R", "AL")


def legible(text: str, letters: Container[str]) -> str:
    """The text in characters that are in `letters`, each other one as □."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(_printable(char, letters) for char in composed if char not in _UNSEEN)


def _printable(char: str, letters: Container[str]) -> str:
    if char in _SPACES:
        return _SPACES[char]
    kind = unicodedata.category(char)
    if char == "\n" or (char in letters and kind not in _NO_LETTERS):
        return char
    return " " if kind == "Zs" else MARK


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction, or our mark before it, is of a writing that runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L" or direction in _RIGHT_TO_LEFT:
            return direction != "L"
    return False


def in_our_line(text: str) -> str:
    """A name, or what we say that begins with one: on paper it runs from left to right as what we say does. In it a writing from the
    right keeps its own order.
    """
    return OUR_WAY + text if reads_from_right(text) else text


def fit_for_xml(text: str) -> str:
    """The text for a Word or Excel file: what no such file can hold is marked as □."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(_SPACES.get(char, char) if _fits(char) else MARK for char in composed)


def _fits(char: str) -> bool:
    kind = unicodedata.category(char)
    return char in _SPACES or char == "\n" or (kind not in {"Cc", "Cs"} and ord(char) & 0xFFFE != 0xFFFE)
