"""How an event of the stream is written: server-sent events, each encoded once for all who get it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Frame(NamedTuple):
    """What goes to every stream of one audience: from the view at `base` to the view at `seq`. `last`: nothing comes after it."""

    base: int
    seq: int
    data: bytes
    last: bool = False


def event(name: str, content: Any, seq: int | None = None) -> bytes:
    """One event; `seq` is what a browser sends back as Last-Event-ID."""
    number = "" if seq is None else f"id: {seq}\n"
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"event: {name}\n{number}data: {text}\n\n".encode()


BEAT = event("beat", {})
GONE = event("gone", {})
