"""What people say, as they said it: the only thing that is done to it is to make sure that it can be kept and shown."""

from __future__ import annotations

import unicodedata

from sos_core.domain.errors import DomainError

LONGEST = 4000
LONGEST_NAME = 60
_LINE_MARKS = {"\n", "\t"}
_BLANKS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
"""Signs that count as letters or symbols, and show nothing."""


def spoken(text: object, *, longest: int = LONGEST) -> str:
    """The text as it will be kept: NFC, lines ended by one newline, no blank ends; all else as it was said.

    Emoji, HTML and right-to-left marks stay. Raises `words.not_text`, `words.empty`, `words.too_long` (longer than
    `longest` characters, counted after trimming) or `words.unreadable` (a control character or half a character).
    """
    if not isinstance(text, str):
        raise DomainError("words.not_text")
    said = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not said:
        raise DomainError("words.empty")
    if len(said) > longest:
        raise DomainError("words.too_long", longest=longest, length=len(said))
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in _LINE_MARKS for sign in said):
        raise DomainError("words.unreadable")
    if not any(_is_seen(sign) for sign in said):
        raise DomainError("words.empty")
    return said


def name(text: object) -> str:
    """A first name: `spoken`, on one line, at most 60 characters."""
    said = spoken(text, longest=LONGEST_NAME)
    return " ".join(said.split())


def _is_seen(sign: str) -> bool:
    if sign.isspace() or sign in _BLANKS or "\ufe00" <= sign <= "\ufe0f":
        return False
    return unicodedata.category(sign) != "Cf"
