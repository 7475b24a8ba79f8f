"""The lists of vague and plain words, one a language. Read once from data/."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sos_core.domain.checks.sharpness import WordList, word_list
from sos_core.settings import SHARPNESS


@cache
def word_lists(folder: Path = SHARPNESS) -> tuple[WordList, ...]:
    """Every language's list. An agreement says nowhere in which language it is, so all are handed in."""
    return tuple(word_list(_groups(tomllib.loads(path.read_text()))) for path in sorted(folder.glob("*.toml")))


def _groups(read: dict[str, dict[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """The groups as they are written: lists of phrases, and single words with blanks between; without their reasons."""
    return {
        name: {key: texts.split() if isinstance(texts, str) else texts for key, texts in group.items() if key != "why"}
        for name, group in read.items()
    }
