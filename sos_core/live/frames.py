"""How an event of the stream is written: server-sent events, each encoded once for all who get it."""

from __future__ import annotations

from typing import Any, NamedTuple

import orjson


class Frame(NamedTuple):
    """What goes to every stream of one audience: from the view at `base` to the view at `seq`. `last`: nothing comes after it."""

    base: int
    seq: int
    data: bytes
    last: bool = False


def event(name: str, content: Any, seq: int | None = None) -> bytes:
    """One event; `seq` is what a browser sends back as Last-Event-ID."""
    number = b"" if seq is None else b"id: %d\n" % seq
    return b"event: %b\n%bdata: %b\n\n" % (name.encode(), number, orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS))


BEAT = event("beat", {})
GONE = event("gone", {})
