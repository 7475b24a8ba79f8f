"""Saved views: filters of the dashboard that somebody gave a name, for their own next time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlmodel import col, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.words import name as checked_name
from sos_core.services.dashboard_filters import Filters, read_written, written
from sos_core.services.house import House, new_id
from sos_core.store.tables import SavedView

MOST_VIEWS = 20


@dataclass(frozen=True, slots=True)
class View:
    """One of somebody's own views."""

    id: str
    name: str
    filters: Filters


def saved_views(house: House, actor: Actor) -> list[View]:
    """One's own, by name."""
    policy.may_see_dashboard(actor)
    wanted = select(SavedView).where(SavedView.account == actor.id).order_by(col(SavedView.name))
    with house.store.reading() as session:
        return [View(row.id, row.name, read_written(row.filters)) for row in session.exec(wanted)]


def save_view(house: House, actor: Actor, *, name: str, filters: Filters) -> str:
    """Keep these filters under this name, in the place of what had it before; the view's id. What was searched for is not kept: it is
    part of a family's alias, and would outlive the family.

    Raises the `words.…` errors of a name, and `dashboard.too_many_views`.
    """
    policy.may_see_dashboard(actor)
    wanted = checked_name(name)
    with house.store.writing() as session:
        own = {row.name: row for row in session.exec(select(SavedView).where(SavedView.account == actor.id))}
        if wanted not in own and len(own) >= MOST_VIEWS:
            raise DomainError("dashboard.too_many_views", most=MOST_VIEWS)
        view = own.get(wanted) or SavedView(id=new_id(), account=actor.id, name=wanted, filters="")
        view.filters = written(replace(filters, text=""))
        session.add(view)
        return view.id


def forget_view(house: House, actor: Actor, view: str) -> None:
    """The view goes. Raises NotFound for what is not one's own."""
    policy.may_see_dashboard(actor)
    with house.store.writing() as session:
        row = session.get(SavedView, view)
        if row is None or row.account != actor.id:
            raise NotFound("dashboard.no_such_view")
        session.delete(row)
