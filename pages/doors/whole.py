"""Many modules as one script: a phone on a slow line loads them in one request. The files stay as they are, and run in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)$", re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_OTHERWISE = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")


def whole_script(entry: Path) -> str:
    """`entry` and all that it imports, each module in a scope of its own and after those that it needs.

    It takes what our modules use: imports by name, and exports where something is declared. Raises ValueError for anything else,
    and for a circle. What is imported while it runs (`import("./x.js")`) is found from where `entry` is, and loaded by itself.
    """
    order = list(_in_order(entry, ()))
    names = {path: f"_{place}" for place, path in enumerate(dict.fromkeys(order))}
    return "\n".join(_scoped(path, names) for path in names)


def _in_order(path: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    if path in above:
        raise ValueError(f"{path.name} imports itself, by {[other.name for other in above]}")
    for found in _IMPORT.finditer(path.read_text("utf-8")):
        yield from _in_order((path.parent / found[2]).resolve(), (*above, path))
    yield path


def _scoped(path: Path, names: dict[Path, str]) -> str:
    source = COMMENT.sub("", path.read_text("utf-8"))
    exported = [found[2] for found in _EXPORT.finditer(source)]

    def taken(found: re.Match[str]) -> str:
        return f"const {{{found[1].replace(' as ', ': ')}}} = {names[(path.parent / found[2]).resolve()]};"

    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(taken, source))
    if other := _OTHERWISE.search(body):
        raise ValueError(f"{path.name}: {other[0]}")
    return f"const {names[path]} = (() => {{{_BLANK.sub(chr(10), body)}return {{ {', '.join(exported)} }};\n}})();"
