"""The open evaluations as a calendar that a coordinator's own calendar follows: days and how many families, and no more than that."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func
from sqlmodel import col, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Staff
from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.export.marked_days import Marked, marked_days
from sos_core.i18n import words_for
from sos_core.services.dashboard_filters import Filters, condition, evaluated, written
from sos_core.services.house import House
from sos_core.services.links import Holder, Purpose, end_links, has_link, make_link
from sos_core.store.tables import Account, Overview


def follow_evaluations(house: House, actor: Actor) -> str:
    """The secret of this calendar's address, shown once; the one that this coordinator had ends."""
    policy.may_see_dashboard(actor)
    with house.store.writing() as session:
        return make_link(house, session, Holder(account=actor.id), Purpose.CALENDAR)


def unfollow_evaluations(house: House, actor: Actor) -> None:
    """The address opens nothing any more."""
    policy.may_see_dashboard(actor)
    with house.store.writing() as session:
        end_links(house, session, Holder(account=actor.id), Purpose.CALENDAR)


def follows_evaluations(house: House, actor: Actor) -> bool:
    """Whether there is an address that works."""
    policy.may_see_dashboard(actor)
    with house.store.reading() as session:
        return has_link(house, session, Holder(account=actor.id), Purpose.CALENDAR)


def evaluations_calendar(house: House, account: str, *, lang: str) -> bytes:
    """Each day that is the next evaluation of a family, once, with how many families and the way to the overview of that day. Raises
    NotFound (`links.not_here`) for whoever is no coordinator any more.
    """
    _check_still_coordinator(house, account)
    t = words_for(lang)

    def marked(on: date, families: int) -> Marked:
        to = f"{house.settings.public_url.rstrip('/')}/dashboard?{written(Filters(day=on.isoformat()))}"
        return Marked(f"{on.isoformat()}.{account}", on, t("Gezinnen: {count}").format(count=families), to)

    days = [marked(on, families) for on, families in _families_by_day(house)]
    return marked_days(days, title=t("Evaluatie"), name=t("Evaluaties"), written=house.now())


def _check_still_coordinator(house: House, account: str) -> None:
    """What somebody may see today counts, not what they might when the link was made."""
    with house.store.reading() as session:
        row = session.get(Account, account)
    try:
        if row:
            return policy.may_see_dashboard(Staff(row.id, row.name, Duty(row.duty)))
    except NotAllowed:
        pass
    raise NotFound("links.not_here")


def _families_by_day(house: House) -> list[tuple[date, int]]:
    """As many as the overview shows for that day."""
    on = col(Overview.asks_on)
    wanted = select(on, func.count()).where(condition(Filters(), house.today()), evaluated())
    with house.store.reading() as session:
        return [(day, int(families)) for day, families in session.exec(wanted.group_by(on).order_by(on))]
