"""A stream read as a browser reads it, from a real server: frame by frame, with a deadline for each."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import httpx
import uvicorn

PATIENCE = 20.0


class Frame(NamedTuple):
    """One event of the stream."""

    event: str
    id: str | None
    data: Any


class Stream:
    """An open stream. Beats are passed over unless they are asked for."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.raw = ""
        self._lines = answer.iter_lines()

    def next(self, *, beats: bool = False) -> Frame:
        """The next frame. At the end of the stream: StopIteration."""
        while True:
            frame = self._frame()
            if beats or frame.event != "beat":
                return frame

    def until(self, wanted: Callable[[Frame], bool]) -> list[Frame]:
        """All frames up to and with the wanted one."""
        frames = [self.next()]
        while not wanted(frames[-1]):
            frames.append(self.next())
        return frames

    def has_ended(self) -> bool:
        return next(self._lines, None) is None

    def _frame(self) -> Frame:
        fields: dict[str, str] = {}
        while line := next(self._lines):
            self.raw += line + "\n"
            name, _, value = line.partition(": ")
            fields[name] = value
        return Frame(fields["event"], fields.get("id"), json.loads(fields["data"]))


class Served:
    """The doors on a free port of this machine, in a thread of their own."""

    def __init__(self, app: Any) -> None:
        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> Served:
        self._thread.start()
        deadline = time.monotonic() + PATIENCE
        while not (self._server.started and self._server.servers):
            assert time.monotonic() < deadline, "the server did not start"
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(PATIENCE)

    def client(self, **cookies: str) -> httpx.Client:
        return httpx.Client(base_url=self.url, cookies=cookies, timeout=PATIENCE)

    @contextmanager
    def stream(self, cookies: dict[str, str], headers: dict[str, str] | None = None, **asked: Any) -> Iterator[Stream]:
        with (
            self.client(**cookies) as client,
            client.stream("GET", "/api/live", params=asked, headers=headers or {}) as answer,
        ):
            yield Stream(answer)


def applied(view: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    """The view after the patch, as docs/http.md says it."""
    after = {**view, "seq": patch["seq"], **patch["set"]}
    for name, things in patch["put"].items():
        after[name] = {**after[name], **things}
    for name, ids in patch["cut"].items():
        after[name] = {key: thing for key, thing in after[name].items() if key not in ids}
    return after
