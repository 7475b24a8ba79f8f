"""Choosing from a list of this family's own people or papers: every choice reads as no other in its list.

Streamlit knows a choice by the words it stands with, and of two that read the same it takes the last. A second Jan, or a second
family with the same alias, would be chosen without anybody having meant it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

OWN_MARK = 6
"""Letters at the end of an id, as a referral's reference has: no two in a list are likely to share them."""


def told_apart(words: Mapping[str, str]) -> dict[str, str]:
    """Of each key its words; where several read the same, with the end of the key behind them. What a key reads as depends on
    no order, so what somebody chose a moment ago is still what they meant when the list has grown.
    """
    count = Counter(text.casefold() for text in words.values())
    return {key: text if count[text.casefold()] == 1 else f"{text} · {key[-OWN_MARK:]}" for key, text in words.items()}


def one_of(
    label: str, words: Mapping[str, str], *, start: str | None = None, within: Any = st, **how: Any
) -> str | None:
    """A list to choose one key from; it begins with `start`, or with none chosen. `within`: the column it stands in; `how` is
    Streamlit's own.
    """
    options, shown = list(words), told_apart(words)
    first = options.index(start) if start in words else None
    chosen: str | None = within.selectbox(label, options, index=first, format_func=shown.__getitem__, **how)
    return chosen


def some_of(
    label: str, words: Mapping[str, str], *, start: Iterable[str] = (), within: Any = st, **how: Any
) -> list[str]:
    """A list to choose several keys from; it begins with those of `start`."""
    options, shown = list(words), told_apart(words)
    first = [key for key in options if key in set(start)] or None
    chosen: list[str] = within.multiselect(label, options, default=first, format_func=shown.__getitem__, **how)
    return chosen
