"""The hub hands each change to those who listen, and only to those; nothing piles up, and nobody gets a step without the one before."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sos_core.live.frames import Frame, event
from sos_core.live.hub import MOST_WAITING, Ear, Hub

SOON = 5.0


def run(scene: Coroutine[Any, Any, None]) -> None:
    """In a thread and a loop of its own: the browser tests' loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, scene).result()


def step(seq: int, base: int | None = None, *, last: bool = False) -> Frame:
    return Frame(seq - 1 if base is None else base, seq, b"%d " % seq, last)


async def heard(ear: Ear) -> bytes:
    await asyncio.wait_for(ear.wait(), SOON)
    return ear.take()


async def silent(ear: Ear) -> bool:
    """What was published from this thread has been told after one round of the loop."""
    await asyncio.sleep(0)
    return not (ear.waiting or ear.behind or ear.ended)


def test_a_change_goes_to_every_listener_of_that_conference_as_its_audience_sees_it() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as one, hub.listen("here", "b") as two, hub.listen("elsewhere", "a") as other:
            for ear in (one, two, other):
                ear.go_on(1)
            assert hub.audiences("here") == {"a", "b"}
            hub.publish("here", {"a": Frame(1, 2, b"A"), "b": Frame(1, 2, b"B")})
            assert [await heard(one), await heard(two)] == [b"A", b"B"]
            assert one.sent == two.sent == 2
            assert await silent(other)

    run(scene())


def test_what_comes_during_the_first_look_is_kept_and_what_the_look_showed_already_is_passed_over() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as ear:
            ear.hold()
            for seq in (5, 6, 7):
                await asyncio.to_thread(hub.publish, "here", {"a": step(seq)})
            ear.go_on(6)
            assert await heard(ear) == b"7 "

    run(scene())


def test_many_changes_are_taken_at_once() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as ear:
            ear.go_on(0)
            for seq in (1, 2, 3):
                hub.publish("here", {"a": step(seq)})
            await asyncio.sleep(0)
            assert await heard(ear) == b"1 2 3 "
            assert ear.sent == 3

    run(scene())


def test_what_comes_while_one_waits_is_written_in_the_same_turn_and_wakes_nobody() -> None:
    async def scene() -> None:
        hub = Hub()
        got: list[bytes] = []
        takes = True

        def write() -> bool:
            got.append(ear.take())
            return takes

        with hub.listen("here", "a") as ear:
            ear.go_on(0)
            waiting = asyncio.ensure_future(ear.wait(write))
            await asyncio.sleep(0)
            for seq in (1, 2):
                hub.publish("here", {"a": step(seq)})
            await asyncio.sleep(0)
            assert (got, ear.sent, waiting.done()) == ([b"1 ", b"2 "], 2, False)
            takes = False
            for seq in (3, 4):
                hub.publish("here", {"a": step(seq)})
            await asyncio.wait_for(waiting, SOON)
            assert got == [b"1 ", b"2 ", b"3 "]  # the line is full: what comes next waits for it
            assert ear.take() == b"4 "

    run(scene())


def test_a_slow_one_is_behind_piles_nothing_up_and_holds_nobody_up() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as slow, hub.listen("here", "a") as quick:
            slow.go_on(0)
            quick.go_on(0)
            got = b""
            for seq in range(1, MOST_WAITING + 10):
                hub.publish("here", {"a": step(seq)})
                got += await heard(quick)
            assert got == b"".join(b"%d " % seq for seq in range(1, MOST_WAITING + 10))
            assert slow.behind
            assert slow.waiting == 0
            assert slow.sent == 0
            slow.hold()
            hub.publish("here", {"a": step(MOST_WAITING + 10)})
            await asyncio.sleep(0)
            slow.go_on(MOST_WAITING + 9)
            assert await heard(slow) == b"%d " % (MOST_WAITING + 10)

    run(scene())


def test_a_step_without_the_one_before_it_is_not_taken() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as missed, hub.listen("here", "b") as not_drawn:
            missed.go_on(1)
            not_drawn.go_on(1)
            hub.publish("here", {"a": step(3)})
            await asyncio.wait_for(missed.wait(), SOON)
            assert missed.behind
            assert not_drawn.behind
            assert missed.waiting == 0

    run(scene())


def test_the_last_word_ends_it() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as ear:
            ear.go_on(1)
            hub.publish("here", {"a": step(2, last=True)})
            hub.publish("here", {"a": step(3)})
            await asyncio.sleep(0)
            assert await heard(ear) == b"2 "
            assert ear.ended
            assert not ear.waiting

    run(scene())


def test_closing_ends_all_of_every_conference() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as one, hub.listen("elsewhere", "a") as two:
            one.go_on(1)
            assert not hub.closed
            await asyncio.to_thread(hub.close)
            assert [await heard(one), await heard(two)] == [b"", b""]
            assert one.ended
            assert two.ended
            assert hub.closed

    run(scene())


def test_who_stopped_listening_is_forgotten() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listen("here", "a") as ear:
            ear.go_on(0)
        hub.publish("here", {"a": step(1)})
        assert await silent(ear)
        assert hub._ears == {}

    run(scene())


def test_a_loop_that_has_ended_holds_nobody_up() -> None:
    hub = Hub()
    ears = []

    async def comes_and_goes() -> None:
        ears.append(hub.listen("here", "a"))
        ears[0].__enter__()

    run(comes_and_goes())
    hub.publish("here", {})
    hub.close()


def test_publishing_to_nobody_is_no_matter() -> None:
    Hub().publish("nowhere", {})


def test_an_event_is_written_as_a_browser_reads_it() -> None:
    assert event("patch", {"text": "één\nregel"}, 7) == 'event: patch\nid: 7\ndata: {"text":"één\\nregel"}\n\n'.encode()
