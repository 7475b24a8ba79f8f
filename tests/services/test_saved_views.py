"""Saved views: a name for what one chose, kept for that coordinator alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.accounts import open_account
from sos_core.services.dashboard_filters import Filters
from sos_core.services.saved_views import MOST_VIEWS, forget_view, save_view, saved_views
from tests.builders import PASSWORD, Meeting, Office

FILTERS = Filters(facilitator=("Fien & Frits", "Ö"), state=("overdue", "due"), gap=("silent",), text="wilg=1")


def names(office: Office) -> list[str]:
    return [view.name for view in saved_views(office.house, office.coordinator)]


def test_a_view_comes_back_as_it_was_kept_without_what_was_searched_for(office: Office) -> None:
    save_view(office.house, office.coordinator, name=" Te  laat ", filters=FILTERS)
    (view,) = saved_views(office.house, office.coordinator)
    assert (view.name, view.filters) == ("Te laat", replace(FILTERS, text=""))


def test_the_same_name_takes_the_place_of_what_had_it(office: Office) -> None:
    first = save_view(office.house, office.coordinator, name="Mijn lijst", filters=FILTERS)
    assert save_view(office.house, office.coordinator, name="Mijn lijst", filters=Filters()) == first
    assert [view.filters for view in saved_views(office.house, office.coordinator)] == [Filters()]


def test_a_view_that_goes_is_gone(office: Office) -> None:
    view = save_view(office.house, office.coordinator, name="Mijn lijst", filters=FILTERS)
    forget_view(office.house, office.coordinator, view)
    assert names(office) == []
    with pytest.raises(NotFound):
        forget_view(office.house, office.coordinator, view)


def test_another_coordinator_neither_sees_nor_removes_it(office: Office) -> None:
    other = open_account(office.house, name="Cas", duty=Duty.COORDINATOR, password=PASSWORD)
    view = save_view(office.house, office.coordinator, name="Mijn lijst", filters=FILTERS)
    assert saved_views(office.house, other) == []
    save_view(office.house, other, name="Mijn lijst", filters=Filters())
    with pytest.raises(NotFound):
        forget_view(office.house, other, view)
    assert names(office) == ["Mijn lijst"]


def test_there_is_an_end_to_how_many_one_keeps(office: Office) -> None:
    for number in range(MOST_VIEWS):
        save_view(office.house, office.coordinator, name=f"Lijst {number}", filters=FILTERS)
    with pytest.raises(DomainError, match="too_many_views"):
        save_view(office.house, office.coordinator, name="Een te veel", filters=FILTERS)
    save_view(office.house, office.coordinator, name="Lijst 3", filters=Filters())
    assert len(names(office)) == MOST_VIEWS


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "\x00"])
def test_a_name_that_is_none_is_refused(office: Office, name: str) -> None:
    with pytest.raises(DomainError, match="words"):
        save_view(office.house, office.coordinator, name=name, filters=FILTERS)


def test_only_coordinators_keep_views(office: Office, meeting: Meeting) -> None:
    guest = meeting.guest(meeting.admitted("Riet"))
    for actor in (office.facilitator, office.referrer, office.administrator, guest):
        with pytest.raises(NotAllowed):
            saved_views(office.house, actor)
        with pytest.raises(NotAllowed):
            save_view(office.house, actor, name="Mijn lijst", filters=FILTERS)
        with pytest.raises(NotAllowed):
            forget_view(office.house, actor, "x")
