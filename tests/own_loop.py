"""A loop of its own for what a test awaits: after a browser test the one of this thread is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Given = TypeVar("Given")


def awaited(scene: Coroutine[Any, Any, Given]) -> Given:
    """What it gives in the end, in a thread of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, scene).result()
