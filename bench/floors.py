"""The floors: the same fan-out with nothing in it, and with one durable commit in it. `python -m bench.floors PORT [FOLDER]`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sos_core.store.engine import open_store

ROUND_IT = "x" * 420
"""A note's frame is as large here as in the product."""


def bare(keep: Callable[[str], None] | None) -> Starlette:
    """One route that sends to all, one that they listen to. `keep`: what is done on disk before anybody hears of it."""
    queues: set[asyncio.Queue[bytes]] = set()
    one_writer = asyncio.Lock()

    async def say(request: Request) -> Response:
        text = (await request.json())["text"]
        if keep:
            async with one_writer:
                await run_in_threadpool(keep, text)
        frame = f"event: patch\ndata: {json.dumps({'text': text, 'more': ROUND_IT})}\n\n".encode()
        for queue in queues:
            queue.put_nowait(frame)
        return JSONResponse({"kept": True})

    async def live(_request: Request) -> Response:
        async def frames() -> AsyncIterator[bytes]:
            queue: asyncio.Queue[bytes] = asyncio.Queue()
            queues.add(queue)
            try:
                yield b"event: hello\ndata: {}\n\n"
                while True:
                    yield await queue.get()
            finally:
                queues.discard(queue)

        return StreamingResponse(frames(), media_type="text/event-stream")

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"ok": True})

    return Starlette(routes=[Route("/say", say, methods=["POST"]), Route("/live", live), Route("/healthz", healthz)])


def durable(folder: Path) -> Callable[[str], None]:
    """One row a commit, in an encrypted database of the product's own settings, with nothing between."""
    connection = open_store(folder, "5e" * 32).engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE IF NOT EXISTS said (text TEXT)")

    def keep(text: str) -> None:
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("INSERT INTO said VALUES (?)", (text + ROUND_IT,))
        cursor.execute("COMMIT")

    return keep


if __name__ == "__main__":
    port, *folder = sys.argv[1:]
    app = bare(durable(Path(folder[0])) if folder else None)
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", loop="uvloop", http="httptools")
