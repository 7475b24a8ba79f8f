"""The line to one reader: written at once where that goes, else awaited; what goes wrong on it is its own."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message

from pages.doors.live import Line


class Reader:
    """What a server's `send` is: it waits while the reader takes nothing."""

    def __init__(self) -> None:
        self.takes = asyncio.Event()
        self.got: list[bytes] = []

    async def send(self, message: Message) -> None:
        await self.takes.wait()
        self.got.append(message["body"])


def run(scene: Coroutine[Any, Any, None]) -> None:
    """In a thread and a loop of its own: the browser tests' loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, scene).result()


def test_what_the_reader_takes_is_out_at_once() -> None:
    async def scene() -> None:
        reader = Reader()
        reader.takes.set()
        line = Line(reader.send)
        assert line.write(b"one")
        assert line.write(b"two")
        assert reader.got == [b"one", b"two"]
        await line

    run(scene())


def test_what_the_reader_does_not_take_yet_is_awaited_and_the_line_goes_on() -> None:
    async def scene() -> None:
        reader = Reader()
        line = Line(reader.send)
        assert not line.write(b"one")
        waiting = asyncio.ensure_future(_awaited(line))
        await asyncio.sleep(0)
        assert not waiting.done()
        reader.takes.set()
        await waiting
        assert line.write(b"two")
        assert reader.got == [b"one", b"two"]

    run(scene())


def test_a_reader_who_is_cut_off_while_taking_nothing_leaves_nothing_begun() -> None:
    async def scene() -> None:
        reader = Reader()
        line = Line(reader.send)
        assert not line.write(b"one")
        waiting = asyncio.ensure_future(_awaited(line))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        reader.takes.set()
        await asyncio.sleep(0)
        assert reader.got == []

    run(scene())


def test_a_line_that_broke_says_so_to_its_own_stream_only() -> None:
    async def broken(_message: Message) -> None:
        raise ConnectionResetError

    async def scene() -> None:
        line = Line(broken)
        assert not line.write(b"one")
        with pytest.raises(ConnectionResetError):
            await line

    run(scene())


async def _awaited(line: Line) -> None:
    await line
