"""Group `dashboard`: what a coordinator waits for over many families, in the encrypted database on disk, and how that grows."""

from __future__ import annotations

import importlib
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from bench.families import EVALUATIONS, FACILITATORS, write_families
from bench.figures import Figure, middle
from bench.processes import resident_bytes
from pages import running
from pages.cookies import staff_cookie
from pages.overview.sheet import sheet
from sos_core.access.actor import Duty, Staff
from sos_core.services.accounts import open_account, sign_in, staff_of
from sos_core.services.counted_plans import bring_up_to_date
from sos_core.services.dashboard import Cursor, dashboard
from sos_core.services.dashboard_figures import asking, loads, waited
from sos_core.services.dashboard_filters import EVALUATION_STATES, EVERYTHING, GAPS, PACES, STAGES, Filters, written
from sos_core.services.house import House, open_house
from sos_core.services.open_evaluations import evaluations_calendar, follows_evaluations
from sos_core.services.retention_queue import retention_queue
from sos_core.services.saved_views import saved_views
from sos_core.settings import Settings
from sos_core.store.engine import find_key, open_store

SIZES = (1_000, 10_000, 100_000, 1_000_000)
MEASURED = 100_000
"""The goals are about so many conferences."""
MOST_MS = 300.0
MOST_MB = 100.0
PASSWORD = "een lang wachtwoord"
NAME = "Coördinator"
KINDS = {"stage": tuple(STAGES), "state": EVALUATION_STATES, "pace": PACES, "gap": GAPS}
PAGES = Path(__file__).parents[1] / "pages"
Told = dict[str, Any]


def measure(*, sizes: tuple[int, ...] = SIZES, repeats: int = 5) -> list[Figure]:
    """All rows of the group."""
    told = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), size)
            told[size] = _told_by_a_process_of_its_own(Path(folder), repeats if size <= MEASURED else 2)
    return figures_of(told)


def figures_of(told: dict[int, Told]) -> list[Figure]:
    """All of one size, and of the others how it grows."""
    most = MEASURED if MEASURED in told else max(told)
    return [*_every_row(most, told[most]), *(row for size in told if size != most for row in _growth(size, told[size]))]


def make(folder: Path, conferences: int) -> None:
    """A house with so many, closed."""
    key, _ = find_key(folder, None, None)
    store = open_store(folder, key, durable=False)
    bring_up_to_date(store, Settings(data=folder).region)
    write_families(store, conferences, today=datetime.now(UTC).date())
    open_account(House(Settings(data=folder), store), name=NAME, duty=Duty.COORDINATOR, password=PASSWORD)
    store.seal()


def _every_row(size: int, told: Told) -> Iterator[Figure]:
    goal = MOST_MS if size == MEASURED else None
    yield Figure(
        f"{size:,} conferences, {size * EVALUATIONS:,} evaluations: first view", told["views"]["all"], "ms", goal
    )
    for name, spent in told["views"].items():
        if name != "all":
            yield Figure(f"… {name}", spent, "ms", goal)
    yield Figure("… the first view, as the first question after a start", told["cold"], "ms", goal)
    for name, spent in told["pages"].items():
        yield Figure(f"… drawn by Streamlit: {name}", spent, "ms")
    yield Figure("… the calendar of open evaluations", told["calendar"], "ms")
    yield Figure("… 10,000 families for a spreadsheet", told["sheet"], "ms")
    yield Figure("… memory that the process grew by", told["grown"], "MB", MOST_MB if size == MEASURED else None)


def _growth(size: int, told: Told) -> Iterator[Figure]:
    views = told["views"]
    slowest = max(views, key=lambda name: float(views[name]))
    yield Figure(f"{size:,} conferences: first view", views["all"], "ms")
    yield Figure(f"… the slowest: {slowest}", views[slowest], "ms")
    for name, spent in told["pages"].items():
        yield Figure(f"… drawn by Streamlit: {name}", spent, "ms")
    yield Figure("… memory that the process grew by", told["grown"], "MB")


def _told_by_a_process_of_its_own(folder: Path, repeats: int) -> Told:
    """So that its memory is its own."""
    words = [sys.executable, "-m", "bench.dashboard", str(folder), str(repeats)]
    told: Told = json.loads(subprocess.run(words, capture_output=True, check=True, text=True).stdout.splitlines()[-1])
    return told


def look(folder: Path, repeats: int) -> Told:
    """Every view of this house, timed: all that the page asks of the services, from each address."""
    house = open_house(Settings(data=folder))
    token = sign_in(house, name=NAME, password=PASSWORD)
    actor = staff_of(house, token)
    assert actor
    _as_in_a_browser(house, token)
    before = resident_bytes(os.getpid())
    cold = _timed(partial(view, house, actor))
    views = {name: middle(_timed(see) for _ in range(repeats)) for name, see in views_of(house, actor)}
    pages = {name: middle(_timed(draw) for _ in range(repeats)) for name, draw in _pages(house, actor)}
    calendar = middle(_timed(partial(evaluations_calendar, house, actor.id, lang="nl")) for _ in range(repeats))
    spread = _timed(partial(sheet, house, actor, EVERYTHING, lang="nl"))
    grown = (resident_bytes(os.getpid()) - before) / 1e6
    house.store.close()
    return {"cold": cold, "views": views, "pages": pages, "calendar": calendar, "sheet": spread, "grown": grown}


def view(house: House, actor: Staff, filters: Filters = EVERYTHING, at: Cursor | None = None) -> None:
    """What the page asks, in its order."""
    loads(house, actor)
    saved_views(house, actor)
    asking(house, actor, filters)
    retention_queue(house, actor)
    dashboard(house, actor, filters, at)
    follows_evaluations(house, actor)
    waited(house, actor, filters)


def views_of(house: House, actor: Staff) -> Iterator[tuple[str, Callable[[], None]]]:
    """Each view by its name: every filter, several at once, and pages further on."""
    yield "all", partial(view, house, actor)
    names = [f"Procesbegeleider {number}" for number in range(FACILITATORS)]
    each = [Filters(**{kind: (one,)}) for kind, ones in KINDS.items() for one in ones]
    each += [Filters(facilitator=tuple(names[:many])) for many in (1, 50)]
    each += [Filters(text=text) for text in ("wilg", "niets")]
    each += [Filters(tuple(names[:50]), ("with_plan",), EVALUATION_STATES[:3], PACES[3:], GAPS, text="e")]
    each += [Filters(day=house.today().isoformat())]
    for filters in each:
        yield _called(filters), partial(view, house, actor, filters)
    yield "the second page", partial(view, house, actor, at=dashboard(house, actor).next)
    yield "the last page", partial(view, house, actor, at=Cursor(date.max, "~", before=True))


def _called(filters: Filters) -> str:
    if len(filters.facilitator) > 1:
        return f"{len(filters.facilitator)} facilitators" + (", and every other filter too" if filters.gap else "")
    return written(filters)


def _as_in_a_browser(house: House, token: str) -> None:
    """What a staff page finds when somebody is signed in; its libraries are loaded already."""
    logging.disable(logging.WARNING)
    running._running[:] = [house]
    cookies = {staff_cookie(house.settings): token}
    ContextProxy.cookies = property(lambda _: cookies)  # type: ignore[assignment]
    importlib.import_module("pages.overview.charts")


def _pages(house: House, actor: Staff) -> Iterator[tuple[str, Callable[[], object]]]:
    """What draws a whole page of a coordinator, as Streamlit does it for a browser."""
    oldest = next(one.conference for one in dashboard(house, actor).families if one.conference)

    def drawn(page: str, **asked: str) -> Callable[[], object]:
        def draw() -> object:
            at = AppTest.from_file(str(PAGES / page), default_timeout=600)
            at.query_params.update(asked)
            at.run()
            assert not at.exception
            assert at.get("bidi_component")
            return at

        return draw

    yield "the overview", drawn("dashboard.py")
    yield "the plan of one family", drawn("plan.py", conference=oldest)
    yield "the referrals", drawn("referrals.py")
    yield "keeping and erasing", drawn("retention.py")
    yield "the referrals, looked for by alias", drawn("referrals.py", text="wilg")


def _timed(do: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    print(json.dumps(look(Path(sys.argv[1]), int(sys.argv[2]))))
