"""Who uses this Draaiboek, in its own words: what the open pages say of it. From a file that an operator writes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from sos_core.domain.errors import DomainError
from sos_core.i18n import SOURCE

_SHORTEST_NUMBER = 3


class Readers(StrEnum):
    """Whom an open page is for."""

    FAMILIES = "families"
    REFERRERS = "referrers"


@dataclass(frozen=True, slots=True)
class Organisation:
    """How to reach it, in one language; empty where it did not say. `dial`: the number for a telephone, where there is one."""

    name: str
    made_up: bool
    phone: str
    dial: str
    mail: str
    hours: str
    privacy: str
    questions: tuple[tuple[str, str], ...]


def organisation(file: Path, lang: str, readers: Readers) -> Organisation:
    """As its file says it now. Raises `organisation.unreadable` for one that is not there, or is no such file."""
    try:
        told = _told(file, file.stat().st_mtime_ns)
        phone, privacy = _in(told.get("phone", ""), lang), _in(told.get("privacy", ""), lang)
        return Organisation(
            name=_in(told["name"], lang),
            made_up=told.get("made_up") is True,
            phone=phone,
            dial=_number(phone),
            mail=_in(told.get("mail", ""), lang),
            hours=_in(told.get("hours", ""), lang),
            privacy=privacy if privacy.startswith("https://") else "",
            questions=tuple(
                (_in(one["question"], lang), _in(one["answer"], lang))
                for one in told.get("questions", [])
                if Readers(one["for"]) is readers
            ),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DomainError("organisation.unreadable") from error


@lru_cache(maxsize=4)
def _told(file: Path, changed: int) -> Mapping[str, Any]:
    """Read once for each change."""
    return tomllib.loads(file.read_text("utf-8"))


def _in(text: str | Mapping[str, str], lang: str) -> str:
    """One text, or the one of this language, else the Dutch one."""
    found = text if isinstance(text, str) else text.get(lang) or text[SOURCE]
    return found.strip()


def _number(phone: str) -> str:
    """What a telephone dials; nothing for words."""
    dial = re.sub(r"[^\d+]", "", phone)
    return dial if len(dial) >= _SHORTEST_NUMBER and not re.search(r"[^\W\d]", phone) else ""
