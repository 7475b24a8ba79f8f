"""The days on which people are asked to come, as a file that any calendar reads. Pure; its titles give nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from icalendar import Event

from sos_core.export.calendar_file import ZONE, empty_calendar


@dataclass(frozen=True, slots=True)
class Dated:
    """From and until these times of the clock on the wall; `place` is None where its reader may not know it."""

    id: str
    on: date
    begins: str
    ends: str
    place: str | None


def dates_file(dated: Iterable[Dated], *, title: str, written: datetime) -> bytes:
    """As RFC 5545, each with this `title`, and its place where that may be known."""
    calendar = empty_calendar()
    for one in dated:
        event = Event()
        event.add("uid", one.id)
        event.add("dtstamp", written.astimezone(UTC))
        event.add("summary", title)
        event.add("class", "PRIVATE")
        event.add("dtstart", _moment(one.on, one.begins))
        event.add("dtend", _moment(one.on, one.ends))
        if one.place:
            event.add("location", one.place)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _moment(day: date, clock: str) -> datetime:
    """A quarter past nine stays that when the clock changes."""
    return datetime.combine(day, time.fromisoformat(clock), ZONE)
