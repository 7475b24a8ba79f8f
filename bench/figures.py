"""Figures: what was measured, what it should be at most, and what it cannot be less than. As a table for people, as JSON for machines."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One row. `goal`: the most that it may be; `floor`: what the bare minimum took in the same run. None: there is none."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    floor: float | None = None

    @property
    def ok(self) -> bool | None:
        """Whether the goal is met; None without a goal."""
        return None if self.goal is None else self.value <= self.goal

    def row(self) -> dict[str, object]:
        return {**asdict(self), "ok": self.ok}


def middle(values: Iterable[float]) -> float:
    return median(values)


def p95(values: Iterable[float]) -> float:
    """The value that 95 in 100 stay below."""
    ordered = list(values)
    return quantiles(ordered, n=20, method="inclusive")[18] if len(ordered) > 1 else ordered[0]


def machine() -> dict[str, object]:
    """What it was measured on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 2),
    }


def as_table(figures: Iterable[Figure]) -> str:
    """Aligned columns: name, value, unit, goal, floor, and whether the goal is met."""
    rows = [["what", "measured", "", "goal", "floor", ""]]
    rows += [[f.name, _number(f.value), f.unit, _number(f.goal), _number(f.floor), _word(f.ok)] for f in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def as_json(figures: Iterable[Figure]) -> str:
    return json.dumps(
        {"machine": machine(), "figures": [figure.row() for figure in figures]}, indent=1, ensure_ascii=False
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _word(ok: bool | None) -> str:
    return {True: "met", False: "MISSED", None: ""}[ok]
