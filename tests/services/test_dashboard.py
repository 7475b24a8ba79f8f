"""The dashboard: what is due, overdue and late, as the days go by, and what a plan lacks; dates and states, no words."""

from datetime import date, timedelta
from typing import Any

import pytest

from sos_core.domain.errors import NotAllowed
from sos_core.domain.kinds import Look
from sos_core.domain.safety_net import NetOutcome
from sos_core.services.dashboard import Family, dashboard
from sos_core.services.dashboard_figures import Load, asking, loads, waited
from sos_core.services.dashboard_filters import PACES, Filters, read_filters
from tests.builders import Meeting, Office
from tests.services.test_safety_net import decide


def row(office: Office) -> Family:
    (only,) = dashboard(office.house, office.coordinator).families
    return only


def aliases(office: Office, **filters: Any) -> list[str]:
    return [family.alias for family in dashboard(office.house, office.coordinator, Filters(**filters)).families]


def leading(office: Office) -> list[str]:
    return [load.facilitator for load in loads(office.house, office.coordinator)]


def test_an_empty_house_has_an_empty_dashboard(office: Office) -> None:
    at = (office.house, office.coordinator)
    page = dashboard(*at)
    assert (page.families, page.total, page.skipped, page.next, page.previous) == ((), 0, 0, None, None)
    assert aliases(office, state=("due",), pace=("late",), text="x") == []
    assert asking(*at).families == sum(asking(*at).of.values()) == 0
    assert (waited(*at).held, waited(*at).median, loads(*at)) == (0, 0, [])


@pytest.mark.parametrize(
    ("days", "pace"),
    [(0, "on_time"), (27, "on_time"), (28, "close"), (42, "close"), (43, "late"), (400, "late")],
)
def test_a_referral_without_a_session_becomes_late_after_six_weeks(office: Office, days: int, pace: str) -> None:
    office.referral()
    office.clock.forward(days=days)
    found = row(office)
    assert (found.pace, found.days_since_referral, found.state) == (pace, days, "no_plan")
    assert found.facilitator is None


@pytest.mark.parametrize(("days", "pace"), [(0, "held"), (42, "held"), (43, "held_late")])
def test_a_first_session_is_held_within_six_weeks_or_late(office: Office, days: int, pace: str) -> None:
    meeting = office.meeting(library=None)
    office.clock.forward(days=days)
    meeting.do("add_routine", library="nacht")
    meeting.do("open_door")
    office.clock.forward(days=100)
    found = row(office)
    assert (found.pace, found.days_to_first) == (pace, days)
    assert found.first_session_on == date(2026, 11, 2) + timedelta(days=days)
    assert found.facilitator == office.facilitator.name


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
    assert (found.state, found.days_over, found.version) == (state, over, 1)
    assert found.conference == meeting.conference


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
    assert (found.state, found.evaluation_on) == ("planned", date(2027, 2, 1))
    office.clock.forward(weeks=8)
    assert row(office).state == "overdue"
    meeting.evaluated("adjust", look=Look.RECHECK)
    assert row(office).state == "not_planned"
    meeting.adopted()
    found = row(office)
    assert (found.state, found.version) == ("due", 2)


def test_a_family_that_was_stepped_out_of_is_off_the_list_after_the_last_look(office: Office) -> None:
    meeting = planned(office.meeting())
    office.clock.forward(weeks=5)
    meeting.evaluated("step_out")
    assert [(one.state, one.days_over) for one in dashboard(office.house, office.coordinator).families] == [
        ("planned", -91)
    ]
    office.clock.forward(weeks=13)
    meeting.evaluated("go_on", look=Look.RECHECK)
    assert dashboard(office.house, office.coordinator).families == ()


def test_where_the_facilitator_is_out_the_row_says_so_until_the_last_look(office: Office) -> None:
    meeting = planned(office.meeting())
    assert (row(office).handed_over, aliases(office, stage=("handed_over",))) == (False, [])
    office.clock.forward(weeks=5)
    meeting.evaluated("step_out")
    assert (row(office).handed_over, row(office).state) == (True, "planned")
    assert aliases(office, stage=("handed_over",)) == ["Familie Eekhoorn"]
    assert aliases(office, stage=("with_plan",)) == []
    office.clock.forward(weeks=13, days=1)
    assert (row(office).state, aliases(office, state=("overdue",))) == ("overdue", ["Familie Eekhoorn"])
    assert asking(office.house, office.coordinator).of["state", "overdue"] == 1
    assert aliases(office, gap=("silent",)) == ["Familie Eekhoorn"]


def test_where_there_is_no_safety_net_nobody_waits_for_a_first_session(office: Office) -> None:
    family = office.referral(lvb=True)
    office.clock.forward(days=43)
    assert (row(office).pace, row(office).state) == ("late", "no_plan")
    decide(office, family, NetOutcome.NO)
    assert (row(office).pace, row(office).state) == ("measures", "measures")
    assert aliases(office, stage=("measures",)) == ["Familie Eekhoorn"]
    assert (
        aliases(office, stage=("waiting",)) == aliases(office, pace=PACES) == aliases(office, state=("no_plan",)) == []
    )
    counted = asking(office.house, office.coordinator)
    assert (counted.families, sum(counted.of.values())) == (1, 0)
    office.clock.forward(days=1)
    decide(office, family, NetOutcome.YES)
    assert (row(office).pace, aliases(office, stage=("waiting",))) == ("late", ["Familie Eekhoorn"])


def test_a_net_that_falls_away_once_there_is_a_conference_leaves_it_where_it_is(office: Office) -> None:
    meeting = office.meeting(library=None)
    decide(office, row(office).referral, NetOutcome.NO, actor=meeting.facilitator)
    assert (row(office).state, aliases(office, stage=("waiting",))) == ("no_plan", ["Familie Eekhoorn"])


def test_a_day_shows_whose_next_evaluation_it_is_and_no_day_is_passed_over(office: Office) -> None:
    planned(office.meeting())
    assert aliases(office, day="2026-12-07") == ["Familie Eekhoorn"]
    assert aliases(office, day="2026-11-09") == aliases(office, day="2027-02-01") == []
    assert read_filters([("day", "2026-12-07")]).day == "2026-12-07"
    assert read_filters([("day", "gisteren")]) == read_filters([("day", "2026-13-01")]) == Filters()


def test_the_most_urgent_stands_first_and_a_filter_keeps_the_rest_away(office: Office) -> None:
    late = planned(office.meeting(alias="Familie Uil"))
    office.clock.forward(days=20)
    soon = planned(office.meeting(alias="Familie Das", facilitator=office.other_facilitator))
    office.referral(alias="Familie Mus")
    office.clock.forward(days=30)
    families = dashboard(office.house, office.coordinator).families
    assert [family.alias for family in families] == ["Familie Uil", "Familie Das", "Familie Mus"]
    assert [family.state for family in families] == ["overdue", "due", "no_plan"]
    assert aliases(office, facilitator=(late.facilitator.name,)) == ["Familie Uil"]
    assert aliases(office, state=("due", "overdue")) == ["Familie Uil", "Familie Das"]
    assert aliases(office, pace=("close",)) == ["Familie Mus"]
    assert aliases(office, facilitator=(soon.facilitator.name,), state=("overdue",)) == []
    assert set(leading(office)) == {late.facilitator.name, soon.facilitator.name}


def test_who_waits_too_long_stands_before_an_evaluation_that_is_still_to_come(office: Office) -> None:
    office.referral(alias="Familie Mus")
    office.clock.forward(days=20)
    planned(office.meeting(alias="Familie Uil"))
    office.clock.forward(days=23)
    assert aliases(office) == ["Familie Mus", "Familie Uil"]


def test_a_plan_that_is_to_be_adjusted_asks_for_something_from_that_day_on(office: Office) -> None:
    meeting = planned(office.meeting(alias="Familie Uil"))
    office.clock.forward(days=10)
    planned(office.meeting(alias="Familie Das"))
    office.clock.forward(days=20)
    meeting.evaluated("adjust")
    assert aliases(office) == ["Familie Uil", "Familie Das"]
    assert aliases(office, state=("not_planned",)) == ["Familie Uil"]


def test_a_family_is_found_by_a_part_of_its_alias_in_capitals_or_without(office: Office) -> None:
    office.referral(alias="Familie Éekhoorn 100%")
    office.referral(alias="Familie Das_2")
    assert aliases(office, text="éEK") == ["Familie Éekhoorn 100%"]
    assert aliases(office, text="0%") == ["Familie Éekhoorn 100%"]
    assert aliases(office, text="s_2") == ["Familie Das_2"]
    assert aliases(office, text="_") == ["Familie Das_2"]
    assert aliases(office, text="bestaat niet") == []


def test_what_a_plan_lacks_is_counted_when_it_is_adopted(office: Office) -> None:
    meeting = office.meeting()
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    meeting.agree(riet)
    meeting.agree(riet, backups=[mo.id])
    backed = meeting.agree(riet, backups=[mo.id], monitor=mo.id)
    assert (row(office).without_backup, row(office).without_monitor) == (0, 0)
    meeting.do("answer_agreement", mo, agreement=backed, answer="no")
    meeting.adopted()
    assert (row(office).without_backup, row(office).without_monitor) == (2, 3)
    assert aliases(office, gap=("no_backup",)) == aliases(office, gap=("no_monitor",)) == ["Familie Eekhoorn"]


def test_a_plan_with_a_backup_and_somebody_who_watches_lacks_nothing(office: Office) -> None:
    meeting = office.meeting()
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    meeting.agree(riet, backups=[mo.id], monitor=mo.id)
    meeting.adopted()
    assert aliases(office, gap=("no_backup", "no_monitor", "silent")) == []


def test_a_plan_of_which_nothing_is_heard_for_three_weeks_is_silent(office: Office) -> None:
    meeting = office.meeting()
    agreement = meeting.agree(meeting.admitted("Riet"))
    meeting.do("note_proof", agreement=agreement, proof="practised")
    assert row(office).heard_on is None
    meeting.adopted()
    office.clock.forward(days=21)
    assert (row(office).silent, aliases(office, gap=("silent",))) == (0, [])
    office.clock.forward(days=1)
    assert (row(office).silent, aliases(office, gap=("silent",))) == (1, ["Familie Eekhoorn"])
    meeting.do("note_proof", agreement=agreement, proof="worked")
    assert (row(office).silent, row(office).heard_on) == (0, office.house.today())
    office.clock.forward(days=30)
    meeting.evaluated("go_on")
    assert aliases(office, gap=("silent",)) == []


def test_a_family_that_two_lead_is_one_row_and_found_under_either(office: Office) -> None:
    meeting = office.meeting()
    assert row(office).second is None
    meeting.do("ask_in", name=office.other_facilitator.name)
    both = (office.facilitator.name, office.other_facilitator.name)
    assert (row(office).facilitator, row(office).second) == both
    assert sorted(leading(office)) == sorted(both)
    for name in both:
        assert aliases(office, facilitator=(name,)) == ["Familie Eekhoorn"]


def test_the_day_is_the_day_here_and_not_in_greenwich(office: Office) -> None:
    office.clock.now = office.clock.now.replace(hour=23, minute=30)
    office.referral()
    assert row(office).referred_on == date(2026, 11, 3)


def test_what_asks_for_something_is_counted_whatever_else_is_chosen(office: Office) -> None:
    planned(office.meeting(alias="Familie Uil"))
    planned(office.meeting(alias="Familie Das", facilitator=office.other_facilitator))
    office.referral()
    office.clock.forward(days=43)
    chosen = Filters(state=("planned",), pace=("held",), gap=("silent",))
    counted = asking(office.house, office.coordinator, chosen)
    assert counted.families == 3
    some = {which: number for which, number in counted.of.items() if number}
    assert some == {
        ("state", "overdue"): 2,
        ("pace", "late"): 1,
        ("gap", "no_backup"): 2,
        ("gap", "no_monitor"): 2,
        ("gap", "silent"): 2,
    }
    of_one = asking(office.house, office.coordinator, Filters(facilitator=(office.facilitator.name,)))
    assert (of_one.families, of_one.of["state", "overdue"], of_one.of["pace", "late"]) == (1, 1, 0)


def test_half_of_the_families_waited_no_longer_than_the_median_and_a_year_ago_counts_no_more(office: Office) -> None:
    for number, days in enumerate((3, 40, 50, 90)):
        office.referral(alias=f"Familie {number}")
        meeting = office.meeting(library=None, alias=f"Gezin {days}")
        office.clock.forward(days=days)
        meeting.do("add_routine", library="nacht")
        meeting.do("open_door")
    took = waited(office.house, office.coordinator)
    assert (took.held, took.in_time, took.median) == (4, 2, 40)
    nobodys = Filters(facilitator=(office.other_facilitator.name,))
    assert waited(office.house, office.coordinator, nobodys).held == 0
    office.clock.forward(days=364 - 90)
    assert waited(office.house, office.coordinator).after == {50: 1, 90: 1}


def test_the_load_of_each_who_leads_counts_what_they_lead_with_another_too(office: Office) -> None:
    planned(office.meeting()).do("ask_in", name=office.other_facilitator.name)
    office.clock.forward(days=28)
    planned(office.meeting())
    office.clock.forward(days=8)
    first, second = office.facilitator.name, office.other_facilitator.name
    assert loads(office.house, office.coordinator) == [Load(first, 2, 1, 0), Load(second, 1, 1, 0)]


@pytest.mark.parametrize("who", ["facilitator", "referrer", "administrator"])
def test_only_coordinators_see_it(office: Office, who: str) -> None:
    seen_by_nobody_else(office, getattr(office, who))


def seen_by_nobody_else(office: Office, actor: Any) -> None:
    for door in (dashboard, asking, waited, loads):
        with pytest.raises(NotAllowed):
            door(office.house, actor)


def test_a_guest_does_not_see_it(office: Office, meeting: Meeting) -> None:
    seen_by_nobody_else(office, meeting.guest(meeting.admitted("Riet")))
