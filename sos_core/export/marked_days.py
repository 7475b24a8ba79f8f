"""Whole days in a calendar that is followed at an address, each with a way to read more. Pure; its titles give nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Event

from sos_core.export.calendar_file import empty_calendar


@dataclass(frozen=True, slots=True)
class Marked:
    """A day, what stands below its title, and the address behind it. `id` stays the same when the calendar is read again."""

    id: str
    on: date
    words: str
    to: str


def marked_days(days: Iterable[Marked], *, title: str, name: str, written: datetime) -> bytes:
    """As RFC 5545, each with this `title`. Nobody is busy by it: it marks the day and takes no time."""
    calendar = empty_calendar(followed_as=name)
    for one in days:
        event = Event()
        event.add("uid", one.id)
        event.add("dtstamp", written.astimezone(UTC))
        event.add("summary", title)
        event.add("class", "PRIVATE")
        event.add("dtstart", one.on)
        event.add("transp", "TRANSPARENT")
        event.add("description", f"{one.words}\n{one.to}")
        event.add("url", one.to)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
