"""What a note costs after a long history: the same conference with a hundred entries in its journal, and with fifty thousand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Protocol

from bench.contenders import HOST, at_the_product, product
from bench.crowd import Mouth
from bench.figures import Figure, middle
from bench.room import Room, a_room, an_office
from bench.turns import in_turns
from sos_core.domain.board import Board
from sos_core.domain.events import Event
from sos_core.domain.fold import apply
from sos_core.domain.kinds import CardKind
from sos_core.domain.rules import cards, meeting, together
from sos_core.services.house import House, new_id
from sos_core.store import journal
from sos_core.store.tables import Words
from tests.browser.serving import Server

SIZES = (100, 1_000, 10_000, 50_000)
AT_MOST_TIMES = 1.5
"""What a note may cost after the longest history, beside what it costs after the shortest."""
AT_ONCE = 2_000
"""Entries that wait in memory for the disk."""


class Decide(Protocol):
    """A rule with its arguments: from the board as it is to a fact."""

    def __call__(self, board: Board) -> Event: ...


async def history(
    folder: Path, *, sizes: Sequence[int] = SIZES, streams: int = 25, repeats: int = 5, notes: int = 40
) -> list[Figure]:
    """A server for each size: what it holds weighs on its own memory only. They say their notes in turns."""
    rooms = {}
    for size in sizes:
        with an_office(folder / str(size)) as office:
            rooms[size] = a_room(office, streams)
            lengthen(office.house, rooms[size], size)
    async with AsyncExitStack() as open_:
        servers = {size: open_.enter_context(product(folder / str(size))) for size in sizes}
        first = {size: await _first_read(servers[size], rooms[size]) for size in sizes}
        crowds = {
            str(size): await open_.enter_async_context(at_the_product(servers[size], rooms[size], streams))
            for size in sizes
        }
        await in_turns(crowds, repeats=1, notes=notes // 4, rate=20.0)  # the first notes load what later ones only use
        measured = await in_turns(crowds, repeats=repeats, notes=notes, rate=20.0)
    cost = {size: middle(measured[str(size)].microseconds) * streams / 1000 for size in sizes}
    least = sizes[0]
    most = AT_MOST_TIMES * cost[least]
    rows = []
    for size in sizes:
        rows += [
            Figure(
                f"after {size:,} entries: the processor for a note",
                cost[size],
                "ms",
                most if size == sizes[-1] else None,
                cost[least],
            ),
            Figure(
                f"… to {streams} screens, half of them within",
                measured[str(size)].p50,
                "ms",
                None,
                measured[str(least)].p50,
            ),
            Figure("… the first read after a start", first[size], "ms", None, first[least]),
        ]
    return rows


def lengthen(house: House, room: Room, entries: int) -> None:
    """Until the journal of this conference has so many entries. The rules decide each of them, on the board as it then is."""
    with house.store.writing() as session:
        board = house.boards.current(session, room.conference).board
        for by, decide in _evenings(room, board, lambda words: session.add(words), house):
            if board.seq >= entries:
                break
            fact = decide(board)
            entry = journal.append(
                session, room.conference, fact, seq=board.seq + 1, by=by, at=house.now(), key=new_id()
            )
            board = apply(entry, board)
            if board.seq % AT_ONCE == 0:
                session.flush()
                session.expunge_all()


def _evenings(room: Room, board: Board, keep: Callable[[Words], None], house: House) -> Iterator[tuple[str, Decide]]:
    """Who does what, without end: somebody says something, and then come nineteen steps about it and past it."""
    scenes = list(board.scenes)
    for number, guest in enumerate(cycle(room.guests)):
        card, words = new_id(), new_id()
        keep(Words(id=words, conference=room.conference, text=f"Dit is zorg {number}, zoals iemand die zegt."))
        said = cards.Contribution(card=card, kind=CardKind.WORRY, words=words, author=guest.person)
        yield guest.person, partial(cards.say, said=said)
        for step in _steps_about(card, scenes, house):
            yield room.facilitator, step


def _steps_about(card: str, scenes: Sequence[str], house: House) -> Iterator[Decide]:
    yield partial(cards.put_on_board, card=card, named=True)
    yield partial(together.put_in_light, card=card)
    yield together.put_out_light
    for scene in scenes[:4]:
        yield partial(meeting.show_scene, scene=scene)
    yield partial(meeting.play, scene=scenes[0])
    yield meeting.stop_playing
    for kind in (CardKind.STRENGTH, CardKind.WORRY):
        yield partial(meeting.ask, question=kind)
    yield partial(together.set_timer, minutes=5, now=house.now())
    yield together.stop_timer
    for paused in (True, False):
        yield partial(meeting.pause_screen, paused=paused)
    for _ in range(2):
        yield partial(cards.take_off_board, card=card)
        yield partial(cards.put_on_board, card=card, named=True)


async def _first_read(server: Server, room: Room) -> float:
    """Milliseconds until the desk has its view, from a server that read nothing yet."""
    mouth = Mouth(HOST, server.port, room.staff)
    begun = time.perf_counter()
    status, _ = await mouth.request("GET", f"/api/view?conference={room.conference}&as=desk")
    taken = (time.perf_counter() - begun) * 1000
    mouth.close()
    assert status == 200, status
    return taken
