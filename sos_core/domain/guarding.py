"""Guarded words: whether a text holds words that somebody may not read, however they are written. Pure.

It compares letters and figures, and knows no meaning: the house number in words, or "the street behind the church", it lets by.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

SHORT = 5
"""Up to so many letters and figures a guard is a word by itself: "Ans" is not found in "kansen"."""


def plain_words(text: str) -> tuple[str, ...]:
    """The text as it is compared: its words in small letters without accents, and of signs nothing."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = unicodedata.normalize("NFKD", folded.casefold())
    kept = (" " if _parts(sign) else sign for sign in folded if not _passed_over(sign))
    return tuple("".join(kept).split())


def holds(text: tuple[str, ...], guard: tuple[str, ...]) -> bool:
    """Whether a text holds these guarded words, both as `plain_words` gives them.

    A guard of more than a few letters is found wherever its letters and figures follow each other, whatever stands between
    them: "lindelaan  12", "LINDELAAN-12a", "Linde laan12". A short one where it begins and ends as words do.
    """
    wanted = "".join(guard)
    if not wanted:
        return False
    if len(wanted) > SHORT:
        return wanted in "".join(text)
    return any(_begins(text[at:], wanted) for at in range(len(text)))


def holds_any(text: tuple[str, ...], guards: Iterable[tuple[str, ...]]) -> bool:
    return any(holds(text, guard) for guard in guards)


def _begins(words: tuple[str, ...], wanted: str) -> bool:
    """Whether the first words, written as one, are just this."""
    found = ""
    for word in words:
        found += word
        if len(found) >= len(wanted):
            break
    return found == wanted


def _passed_over(sign: str) -> bool:
    """Accents, and what is not seen: they part no words."""
    return unicodedata.category(sign) in {"Mn", "Me", "Cf"}


def _parts(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in {"L", "N", "M"}
