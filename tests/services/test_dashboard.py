"""The dashboard: what is due, overdue and late, as the days go by; dates and states, no words."""

from datetime import date, timedelta

import pytest

from sos_core.domain.errors import NotAllowed
from sos_core.domain.kinds import Look
from sos_core.services.dashboard import COLUMNS, Filters, dashboard, facilitators
from tests.builders import Meeting, Office


def row(office: Office) -> dict[str, object]:
    frame = dashboard(office.house, office.coordinator)
    assert len(frame) == 1
    return dict(frame.iloc[0])


def test_an_empty_house_has_an_empty_dashboard(office: Office) -> None:
    frame = dashboard(office.house, office.coordinator)
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == 0
    assert facilitators(office.house, office.coordinator) == []
    assert len(dashboard(office.house, office.coordinator, Filters(states=("due",), paces=("late",)))) == 0


@pytest.mark.parametrize(
    ("days", "pace"),
    [(0, "on_time"), (27, "on_time"), (28, "close"), (42, "close"), (43, "late"), (400, "late")],
)
def test_a_referral_without_a_session_becomes_late_after_six_weeks(office: Office, days: int, pace: str) -> None:
    office.referral()
    office.clock.forward(days=days)
    found = row(office)
    assert (found["pace"], found["days_since_referral"], found["state"]) == (pace, days, "not_planned")
    assert found["facilitator"] is None


@pytest.mark.parametrize(("days", "pace"), [(0, "held"), (42, "held"), (43, "held_late")])
def test_a_first_session_is_held_within_six_weeks_or_late(office: Office, days: int, pace: str) -> None:
    meeting = office.meeting(library=None)
    office.clock.forward(days=days)
    meeting.do("add_routine", library="nacht")
    meeting.do("open_door")
    office.clock.forward(days=100)
    found = row(office)
    assert (found["pace"], found["days_to_first"]) == (pace, days)
    assert found["first_session_on"] == date(2026, 11, 2) + timedelta(days=days)
    assert found["facilitator"] == office.facilitator.name


@pytest.mark.parametrize(
    ("days", "state", "over"),
    [
        (0, "planned", -35),
        (27, "planned", -8),
        (28, "due", -7),
        (35, "due", 0),
        (36, "overdue", 1),
        (90, "overdue", 55),
    ],
)
def test_an_evaluation_comes_due_and_then_is_overdue(office: Office, days: int, state: str, over: int) -> None:
    meeting = planned(office.meeting())
    office.clock.forward(days=days)
    found = row(office)
    assert (found["state"], found["days_over"], found["version"]) == (state, over, 1)
    assert found["conference"] == meeting.conference


def planned(meeting: Meeting) -> Meeting:
    """With the first look back already held."""
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    meeting.evaluated("go_on", look=Look.FIRST)
    return meeting


def test_going_on_opens_the_next_evaluation_and_adjusting_waits_for_the_new_version(office: Office) -> None:
    meeting = planned(office.meeting())
    office.clock.forward(weeks=6)
    meeting.evaluated("go_on")
    found = row(office)
    assert (found["state"], found["evaluation_on"]) == ("planned", date(2027, 2, 1))
    office.clock.forward(weeks=8)
    assert row(office)["state"] == "overdue"
    meeting.evaluated("adjust", look=Look.RECHECK)
    assert row(office)["state"] == "not_planned"
    meeting.adopted()
    found = row(office)
    assert (found["state"], found["version"]) == ("due", 2)


def test_a_family_that_was_stepped_out_of_is_off_the_list(office: Office) -> None:
    meeting = planned(office.meeting())
    office.clock.forward(weeks=5)
    meeting.evaluated("step_out")
    assert len(dashboard(office.house, office.coordinator)) == 0


def test_the_most_urgent_stands_first_and_a_filter_keeps_the_rest_away(office: Office) -> None:
    late = planned(office.meeting(alias="Familie Uil"))
    office.clock.forward(days=20)
    soon = planned(office.meeting(alias="Familie Das", facilitator=office.other_facilitator))
    office.referral(alias="Familie Mus")
    office.clock.forward(days=30)
    frame = dashboard(office.house, office.coordinator)
    assert list(frame["alias"]) == ["Familie Uil", "Familie Das", "Familie Mus"]
    assert list(frame["state"]) == ["overdue", "due", "not_planned"]

    def aliases(**filters: tuple[str, ...]) -> list[str]:
        return list(dashboard(office.house, office.coordinator, Filters(**filters))["alias"])

    assert aliases(facilitators=(late.facilitator.name,)) == ["Familie Uil"]
    assert aliases(states=("due", "overdue")) == ["Familie Uil", "Familie Das"]
    assert aliases(paces=("close",)) == ["Familie Mus"]
    assert aliases(facilitators=(soon.facilitator.name,), states=("overdue",)) == []
    assert facilitators(office.house, office.coordinator) == sorted([late.facilitator.name, soon.facilitator.name])


def test_a_family_that_two_lead_is_one_row_and_found_under_either(office: Office) -> None:
    meeting = office.meeting()
    assert row(office)["second"] is None
    meeting.do("ask_in", name=office.other_facilitator.name)
    both = (office.facilitator.name, office.other_facilitator.name)
    assert (row(office)["facilitator"], row(office)["second"]) == both
    assert facilitators(office.house, office.coordinator) == sorted(both)
    for name in both:
        assert len(dashboard(office.house, office.coordinator, Filters(facilitators=(name,)))) == 1


def test_the_day_is_the_day_here_and_not_in_greenwich(office: Office) -> None:
    office.clock.now = office.clock.now.replace(hour=23, minute=30)
    office.referral()
    assert row(office)["referred_on"] == date(2026, 11, 3)


@pytest.mark.parametrize("who", ["facilitator", "referrer", "administrator"])
def test_only_coordinators_see_it(office: Office, who: str) -> None:
    for door in (dashboard, facilitators):
        with pytest.raises(NotAllowed):
            door(office.house, getattr(office, who))


def test_a_guest_does_not_see_it(meeting: Meeting) -> None:
    with pytest.raises(NotAllowed):
        dashboard(meeting.house, meeting.guest(meeting.admitted("Riet")))
