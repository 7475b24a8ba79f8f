"""Calendars: the own agreements of one person, for the calendar on their phone."""

from __future__ import annotations

from datetime import timedelta

from sos_core.access.actor import Guest
from sos_core.access.eyes import as_seen_by
from sos_core.domain.board import Agreement
from sos_core.domain.errors import NotFound
from sos_core.domain.occurrences import Holidays
from sos_core.domain.when import When, said, understood
from sos_core.export.calendar_file import Planned, calendar_file
from sos_core.i18n import words_for
from sos_core.services.diary import free_days
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House
from sos_core.services.seeing import eyes_of


def own_calendar(house: House, guest: Guest, *, through: str = "", remind: bool = False, lang: str = "nl") -> bytes:
    """What this person does themselves, as far as it has a day; `through` says whose it is on a shared phone. Raises NotFound.

    The titles say nothing: a family's calendar is read by all of it, and by whoever looks along.
    """
    eyes = eyes_of(house, guest, guest.conference, through=through)
    with house.store.reading() as session:
        board = as_seen_by(house.boards.current(session, guest.conference).board, eyes)
    holidays = school_holidays(house.settings.region)
    own = [a for a in board.agreements.values() if a.who == eyes.person and a.carried]
    planned = [_planned(agreement, agreement.rule, holidays) for agreement in own if agreement.rule]
    if not planned:
        raise NotFound("agreements.none_timed")
    t = words_for(lang)
    return calendar_file(planned, title=t("Afspraak"), written=house.now(), remind=remind)


def in_plain_words(house: House, text: object, *, lang: str) -> tuple[str, bool] | None:
    """How these words about when are understood, and whether they name more than the day; None when they are not."""
    today = house.today()
    when = understood(text, today) if isinstance(text, str) else None
    return (said(when, lang, today=today), bool(when.time or when.part)) if when else None


def _planned(agreement: Agreement, when: When, holidays: Holidays) -> Planned:
    """In a calendar nobody asks whether there is school: where that is not known any more, it ends."""
    last = min(when.until or holidays.last, holidays.last) if when.term_only else when.until
    end = max([holidays.last, *when.but]) + timedelta(1)
    return Planned(agreement.id, when, tuple(free_days(when, holidays, begin=when.first, end=end)), last)
