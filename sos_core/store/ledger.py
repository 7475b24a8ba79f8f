"""The ledger of erasures: which rows had to go, kept outside the database, so that an older database learns of it when it is put back.

One line each, chained to the one before by its hash. Ids and days only: nothing that was erased can be read here.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from sos_core.domain.errors import DomainError

_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Line:
    """One erasure that two people decided on; `id` is that of its row. Days and moments as written. `person`: of this one alone."""

    id: str
    referral: str
    conference: str | None
    keeping: str
    asked_for: bool
    closed_on: str | None
    closed_because: str | None
    proposed_by: str
    proposed_at: str
    confirmed_by: str
    erased_at: str
    person: str | None = None


def read(path: Path) -> list[Line]:
    """All lines, in order. What a power cut left half written was never done, and is passed over.

    Raises `ledger.broken` where a line is gone, was changed or put in between, `ledger.unreadable` for a file that cannot be read.
    """
    return [line for line, _, _ in _lines(_text(path))]


def append(path: Path, line: Line) -> None:
    """Add it; it is on disk afterwards. Raises as `read`, and `ledger.unreadable` where it cannot be written."""
    before, whole = _FIRST, 0
    for _, mark, end in _lines(_text(path)):
        before, whole = mark, end
    written = orjson.dumps({**asdict(line), "before": before}) + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            file.truncate(whole)
            file.seek(whole)
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise DomainError("ledger.unreadable") from error


def _text(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise DomainError("ledger.unreadable") from error


def _lines(text: bytes) -> Iterator[tuple[Line, str, int]]:
    """Each line, its hash, and where it ends."""
    before, end = _FIRST, 0
    for raw in text.splitlines(keepends=True):
        if not raw.endswith(b"\n"):
            return  # the power went while it was written
        line = _line(raw, before)
        before, end = hashlib.sha256(raw).hexdigest(), end + len(raw)
        yield line, before, end


def _line(raw: bytes, before: str) -> Line:
    try:
        found = orjson.loads(raw)
        if found.pop("before") != before:
            raise DomainError("ledger.broken")
        return Line(**found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DomainError("ledger.broken") from error
