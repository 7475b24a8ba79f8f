"""The bench measures what it says, on the smallest meeting: how long it took is looked at elsewhere."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import func, select

from bench import dashboard, plan, rush
from bench.collector import WAYS
from bench.contenders import HOST, Stage
from bench.figures import Figure, as_json, as_table, p95
from bench.growth import Grown, figures_of, grow
from bench.history import lengthen
from bench.live import Size, measure
from bench.room import a_room, an_office
from sos_core.access.actor import Duty, Staff
from sos_core.domain.checks import all_findings
from sos_core.domain.checks.counted import count
from sos_core.services.boards import Boards
from sos_core.services.house import open_house
from sos_core.settings import Settings
from sos_core.store import journal
from sos_core.store.tables import Conference, Evaluation

ROOT = Path(__file__).parent.parent.parent
T = TypeVar("T")


def apart(do: Callable[[], T]) -> T:
    """In a thread of its own: a browser's loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(do).result()


async def grown_at_a_server_for(most: int, *, steps: Sequence[int], allowed: int) -> Grown:
    """A server in this process that takes so many streams and refuses the next."""
    taken: list[asyncio.StreamWriter] = []

    async def stream(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        taken.append(writer)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n" if len(taken) <= most else b"HTTP/1.1 503 Full\r\n\r\n")

    async def say(_number: int, text: str) -> None:
        for writer in taken:
            writer.write(text.encode())

    server = await asyncio.start_server(stream, HOST, 0)
    port = server.sockets[0].getsockname()[1]
    stage = Stage((os.getpid(), port), [b"GET / HTTP/1.1\r\n\r\n"] * max(steps), say)
    grown = await grow(stage, steps, allowed=allowed, notes=1)
    for writer in taken:
        writer.close()
    server.close()
    return grown


STARTED = """
import gc
from streamlit import config
from streamlit.web import bootstrap, cli

before = gc.get_freeze_count()  # of its own a Python of 3.12 has some
gc.freeze()
bootstrap.load_config_options(cli.main_run.make_context("run", ["streamlit_app.py"]).params)
print(gc.get_freeze_count() > before, config.get_option("runner.postScriptGC"))
"""


def started_with(env: dict[str, str]) -> str:
    """Whether a server that starts so freezes, and whether Streamlit collects after each run."""
    words = [sys.executable, "-c", STARTED]
    return subprocess.run(
        words, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_in_the_smallest_meeting_nothing_is_lost_and_every_figure_has_a_value() -> None:
    size = Size(
        streams=(3,),
        repeats=1,
        notes=4,
        conferences=2,
        each=2,
        slowly=2,
        idle_seconds=0.2,
        phones=3,
        with_peer=False,
        with_collector=False,
    )
    by_name = {figure.name: figure for figure in apart(lambda: measure(size))}
    assert by_name["lost of 3 streams' notes"].value == 0
    assert by_name["note → 3 screens, p95"].value > 0
    assert by_name["note → 3 screens, p95"].floor
    assert by_name["3 phones scan the QR at once: refused"].value == 0
    assert by_name["… from the scan into the lobby, p95"].value > by_name["… a request, p95"].value


def test_a_phone_that_did_not_come_into_the_lobby_was_refused() -> None:
    came, put_out = rush.Phone([9.0, 9.0, 9.0], in_the_lobby=True), rush.Phone([9.0])
    refused, *_ = rush.figures_of([[came, put_out], [came, came, came]])
    assert (refused.value, refused.ok) == (1, False)


def test_a_server_that_is_full_breaks_the_growth_and_the_table_says_what_broke_first() -> None:
    grown = apart(lambda: asyncio.run(grown_at_a_server_for(3, steps=(2, 4, 8), allowed=100)))
    assert (grown.broke, grown.streams) == ("1 streams refused", 4)
    assert [step.streams for step in grown.steps] == [2]
    names = [figure.name for figure in figures_of(grown, Grown(list(grown.steps), 8))]
    assert names[-2:] == ["growing, broke first: 1 streams refused, at", "growing, the floor, nothing broke, up to"]


def test_growth_stops_where_no_more_files_may_be_open() -> None:
    grown = apart(lambda: asyncio.run(grown_at_a_server_for(9, steps=(2, 4, 8), allowed=4)))
    assert (grown.broke, grown.streams) == ("open files allowed", 8)


def test_a_long_history_is_one_that_the_rules_allow(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        room = a_room(office, 2)
        lengthen(office.house, room, 150)
        with office.house.store.reading() as session:
            entries = journal.read(session, room.conference)
            now = Boards().current(session, room.conference)
    assert [entry.seq for entry in entries] == list(range(1, 151))
    said = [card.words for card in now.board.cards.values()]
    assert len(said) >= 4
    assert all(now.lookup.words[str(words)] for words in said)
    assert all(card.on_board for card in list(now.board.cards.values())[:-1])


def test_each_switch_of_the_collector_does_what_its_row_says() -> None:
    told = [started_with(env) for env in WAYS.values()]
    assert told == ["True False", "True True", "False False"]


def test_a_goal_is_met_or_missed_and_the_table_says_so() -> None:
    rows = [Figure("fast", 3.2, "ms", 5), Figure("slow", 7, "ms", 5, 2), Figure("seen", 1, "KB")]
    assert [figure.ok for figure in rows] == [True, False, None]
    table = as_table(rows).splitlines()
    assert [line.rpartition(" ")[2] for line in table[1:3]] == ["met", "MISSED"]
    assert [row["ok"] for row in json.loads(as_json(rows))["figures"]] == [True, False, None]


def test_p95_is_what_ninety_five_in_a_hundred_stay_below() -> None:
    assert p95([1.0]) == 1.0
    assert 94 <= p95(map(float, range(100))) <= 95


def test_the_large_plan_is_as_large_as_its_row_says_and_the_checks_find_something_in_it() -> None:
    board = plan.a_large_plan()
    counted = count(board)
    assert (len(counted.risks), len(board.agreements), len(board.attendees)) == (200, 120, 40)
    assert {"nobody", "without_two", "only_professionals"} <= {finding.what for finding in all_findings(board)}
    figure = plan.checks(repeats=1)
    assert figure.value > 0


def test_every_view_of_the_overview_is_measured_and_the_table_says_how_it_grows() -> None:
    told = {"cold": 9.0, "views": {"all": 7.0, "state=due": 8.0}, "pages": {"the overview": 50.0}}
    told |= {"calendar": 5.0, "sheet": 30.0, "grown": 12.0}
    grown = {1_000: told, dashboard.MEASURED: {**told, "grown": 101.0}}
    rows = dashboard.figures_of(grown)
    assert [row.ok for row in rows] == [True, True, True, None, None, None, False, *[None] * 4]
    assert rows[-4].name == "1,000 conferences: first view"
    assert rows[-3].name == "… the slowest: state=due"


def test_the_families_of_the_bench_are_as_many_as_its_row_says(tmp_path: Path) -> None:
    dashboard.make(tmp_path, 100)
    house = open_house(Settings(data=tmp_path))
    coordinator = Staff("co", "Co", Duty.COORDINATOR)
    for _, see in dashboard.views_of(house, coordinator):
        see()
    with house.store.reading() as session:
        counts = [
            session.execute(select(func.count()).select_from(table)).scalar_one() for table in (Conference, Evaluation)
        ]
    house.store.close()
    assert counts == [100, 400]
