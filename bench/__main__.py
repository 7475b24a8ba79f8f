"""`python -m bench [live | first-load | plan | dashboard | scale] [--json]`: measures, and prints a row for each figure."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from bench import dashboard, first_load, live, plan, scale
from bench.figures import Figure, as_json, as_table, machine

GROUPS: dict[str, Callable[[], list[Figure]]] = {
    "live": live.measure,
    "first-load": first_load.measure,
    "plan": plan.measure,
    "dashboard": dashboard.measure,
    "scale": scale.measure,
}


def main(words: list[str]) -> int:
    """0 when every goal is met, else 1."""
    parser = argparse.ArgumentParser(prog="sos.py bench", description="Meet wat het kost.")
    parser.add_argument("group", nargs="?", choices=sorted(GROUPS), help="alleen deze groep")
    parser.add_argument("--json", action="store_true", help="als JSON")
    asked = parser.parse_args(words)
    figures = [figure for name, measure in GROUPS.items() if asked.group in {None, name} for figure in measure()]
    if asked.json:
        print(as_json(figures))
    else:
        print(*(f"{name}: {value}" for name, value in machine().items()), sep=" · ")
        print(as_table(figures))
    return 0 if all(figure.ok is not False for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
