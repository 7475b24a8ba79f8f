"""The bench measures what it says, on the smallest meeting: how long it took is looked at elsewhere."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

from bench.figures import Figure, as_json, as_table, p95
from bench.live import Size, measure


def test_in_the_smallest_meeting_nothing_is_lost_and_every_figure_has_a_value() -> None:
    size = Size(streams=(3,), repeats=1, notes=4, conferences=2, each=2, idle_seconds=0.2, with_peer=False)
    with ThreadPoolExecutor(1) as apart:  # a browser's loop may be running in this thread
        figures = apart.submit(measure, size).result()
    by_name = {figure.name: figure for figure in figures}
    assert by_name["lost of 3 streams' notes"].value == 0
    assert by_name["note → 3 screens, p95"].value > 0
    assert by_name["note → 3 screens, p95"].floor


def test_a_goal_is_met_or_missed_and_the_table_says_so() -> None:
    rows = [Figure("fast", 3.2, "ms", 5), Figure("slow", 7, "ms", 5, 2), Figure("seen", 1, "KB")]
    assert [figure.ok for figure in rows] == [True, False, None]
    table = as_table(rows).splitlines()
    assert [line.rpartition(" ")[2] for line in table[1:3]] == ["met", "MISSED"]
    assert [row["ok"] for row in json.loads(as_json(rows))["figures"]] == [True, False, None]


def test_p95_is_what_ninety_five_in_a_hundred_stay_below() -> None:
    assert p95([1.0]) == 1.0
    assert 94 <= p95(map(float, range(100))) <= 95
