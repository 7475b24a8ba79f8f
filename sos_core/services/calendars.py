"""Calendars: the own agreements of one person, for the calendar on their phone."""

from __future__ import annotations

from datetime import timedelta

from sos_core.access.actor import Guest
from sos_core.access.eyes import Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.domain.board import Agreement, Board
from sos_core.domain.errors import NotFound
from sos_core.domain.occurrences import Holidays
from sos_core.domain.plan import plan_of
from sos_core.domain.when import When, said, understood
from sos_core.export.calendar_file import Planned, calendar_file
from sos_core.i18n import words_for
from sos_core.services.diary import free_days
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House
from sos_core.services.seeing import eyes_of
from sos_core.services.speakers import is_in


def own_calendar(house: House, guest: Guest, *, through: str = "", remind: bool = False, lang: str = "nl") -> bytes:
    """What this person does themselves, as far as it has a day; `through` says whose it is on a shared phone. Raises NotFound.

    The titles say nothing: a family's calendar is read by all of it, and by whoever looks along.
    """
    eyes = eyes_of(house, guest, guest.conference, through=through)
    with house.store.reading() as session:
        current = house.boards.current(session, guest.conference)
    board, _ = as_read_by(current.board, eyes, current.lookup)
    planned = _own(house, board, eyes)
    if not planned:
        raise NotFound("agreements.none_timed")
    t = words_for(lang)
    return calendar_file(planned, title=t("Afspraak"), written=house.now(), remind=remind)


def adopted_calendar(house: House, conference: str, person: str, *, remind: bool = False, lang: str) -> bytes:
    """What this person does themselves by the plan that was adopted last, for a calendar that asks again and again: empty as long as
    there is none. Raises NotFound (`links.not_here`) for who is not in.
    """
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
    if not is_in(current.board, person):
        raise NotFound("links.not_here")
    eyes = Eyes(Face.PERSON, person, (person,))
    newest = max(current.board.plans, default=None)
    plan = as_read_by(plan_of(current.entries, newest), eyes, current.lookup)[0] if newest else Board()
    t = words_for(lang)
    planned = _own(house, plan, eyes, today=current.board)
    return calendar_file(planned, title=t("Afspraak"), written=house.now(), remind=remind, name=t("Agenda"))


def in_plain_words(house: House, text: object, *, lang: str) -> tuple[str, bool] | None:
    """How these words about when are understood, and whether they name more than the day; None when they are not."""
    today = house.today()
    when = understood(text, today) if isinstance(text, str) else None
    return (said(when, lang, today=today), bool(when.time or when.part)) if when else None


def _own(house: House, seen: Board, eyes: Eyes, *, today: Board | None = None) -> list[Planned]:
    """What has a day, and has not been given up: by these agreements, or `today`."""
    holidays = school_holidays(house.settings.region)
    later = today.agreements if today else {}
    own = [a for a in seen.agreements.values() if a.who == eyes.person and a.carried]
    kept = [a for a in own if a.id not in later or later[a.id].carried]
    return [_planned(agreement, agreement.rule, holidays) for agreement in kept if agreement.rule]


def _planned(agreement: Agreement, when: When, holidays: Holidays) -> Planned:
    """In a calendar nobody asks whether there is school: where that is not known any more, it ends."""
    last = min(when.until or holidays.last, holidays.last) if when.term_only else when.until
    end = max([holidays.last, *when.but]) + timedelta(1)
    return Planned(agreement.id, when, tuple(free_days(when, holidays, begin=when.first, end=end)), last)
