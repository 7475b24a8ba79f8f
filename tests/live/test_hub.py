"""The hub wakes those who listen, and only those; nothing piles up."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sos_core.live.hub import Hub

AT_ONCE, SOON = 0.01, 5.0


def run(scene: Coroutine[Any, Any, None]) -> None:
    """In a thread and a loop of its own: the browser tests' loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, scene).result()


def test_a_change_wakes_every_listener_of_that_conference_and_no_other() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here") as one, hub.listen("here") as two, hub.listen("elsewhere") as other:
            hub.publish("here")
            assert await one.wait(SOON)
            assert await two.wait(SOON)
            assert not await other.wait(AT_ONCE)

    run(scene())


def test_many_changes_wake_a_slow_listener_once() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here") as ear:
            for _ in range(100):
                hub.publish("here")
            assert await ear.wait(SOON)
            assert not await ear.wait(AT_ONCE)
            hub.publish("here")
            assert await ear.wait(SOON)

    run(scene())


def test_a_change_before_the_wait_is_not_missed() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here") as ear:
            await asyncio.to_thread(hub.publish, "here")
            assert await ear.wait(SOON)

    run(scene())


def test_changes_from_other_threads_are_heard() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here") as ear:
            threads = [threading.Thread(target=hub.publish, args=("here",)) for _ in range(8)]
            for thread in threads:
                thread.start()
            assert await ear.wait(SOON)
            for thread in threads:
                await asyncio.to_thread(thread.join)

    run(scene())


def test_closing_wakes_all_of_every_conference() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here") as one, hub.listen("elsewhere") as other:
            assert not hub.closed
            hub.close()
            assert await one.wait(SOON)
            assert await other.wait(SOON)
            assert hub.closed

    run(scene())


def test_who_stopped_listening_is_forgotten() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here") as ear:
            pass
        hub.publish("here")
        assert not await ear.wait(AT_ONCE)
        assert hub._ears == {}

    run(scene())


def test_a_loop_that_has_ended_holds_nobody_up() -> None:
    hub = Hub()
    ears = []

    async def comes_and_goes() -> None:
        ears.append(hub.listen("here"))
        ears[0].__enter__()

    run(comes_and_goes())
    hub.publish("here")
    hub.close()


def test_publishing_to_nobody_is_no_matter() -> None:
    Hub().publish("nowhere")
