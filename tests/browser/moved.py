"""Starts the product as it is, but for its clock: so many seconds ahead as stand in a file, read afresh with every look at it.

`python -m tests.browser.moved FILE run streamlit_app.py …` is `streamlit run streamlit_app.py …` on another day.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import NamedTuple

from sos_core.domain.here import HERE
from sos_core.services import house
from tests.browser.serving import Server
from tests.builders import Office


class MovedClock:
    """What time it is, by the file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self.file.read_text()))

    def set_to(self, moment: datetime) -> None:
        """From here on it is this moment, and time goes on from there."""
        self.file.write_text(str((moment - datetime.now(UTC)).total_seconds()))


class Moved(NamedTuple):
    """A house and its server, on another day."""

    office: Office
    server: Server
    clock: MovedClock


def at(day: date, clock: str) -> datetime:
    """This moment by the clock on the wall."""
    return datetime.combine(day, time.fromisoformat(clock), HERE)


def main() -> None:
    clock = MovedClock(Path(sys.argv.pop(1)))

    class MovedDay(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return clock().astimezone(tz)

    house.datetime = MovedDay  # type: ignore[misc]
    from streamlit.web.cli import main as streamlit  # only now: it starts what uses the clock

    sys.argv[0] = "streamlit"
    streamlit()


if __name__ == "__main__":
    main()
