"""A week ahead: what is when, by how many people, for whoever leads and nobody else; it holds no words of a family."""

from __future__ import annotations

import pytest

from sos_core.access.actor import Staff
from sos_core.domain.errors import NotFound
from sos_core.services.week_ahead import WeekAhead, week_ahead
from tests.builders import Meeting, Office


def ahead(meeting: Meeting, week: int = 0) -> WeekAhead:
    return week_ahead(meeting.house, meeting.facilitator, meeting.conference, week=week)


def test_each_risky_moment_says_by_whom_it_is_covered_on_which_day(meeting: Meeting) -> None:
    riet, bas = meeting.admitted("Riet"), meeting.admitted("Bas")
    risk = meeting.shown(riet, "risk", "Er wordt geschreeuwd.")
    monday = meeting.agree(riet, risks=[risk], backups=[bas.id], when="Elke maandag om 8.15 uur.")
    found = ahead(meeting)
    [time] = found["times"]
    assert (time["agreement"], time["day"], time["start"], time["end"]) == (monday, 0, "08:15", None)
    assert (time["people"], time["rough"], time["clash"]) == ([riet.id, bas.id], False, False)
    [moment] = found["moments"]
    assert (moment["scene"], moment["at"]) == (meeting.scenes[0], "08:00")
    assert moment["people"] == [[riet.id, bas.id], [], [], [], [], [], []]
    meeting.do("answer_agreement", bas, agreement=monday, answer="no")
    assert ahead(meeting)["moments"][0]["people"][0] == [riet.id]
    assert "geschreeuwd" not in repr(found)


def test_an_agreement_at_another_time_of_the_day_does_not_cover_a_moment(meeting: Meeting) -> None:
    riet, bas = meeting.admitted("Riet"), meeting.admitted("Bas")
    risk = meeting.shown(riet, "risk", "Er wordt geschreeuwd.")  # at eight in the morning
    meeting.agree(riet, risks=[risk], when="Elke maandag om 23.30 uur.")
    meeting.agree(bas, risks=[risk], when="Elke dinsdag 's ochtends.")
    assert ahead(meeting)["moments"][0]["people"] == [[], [bas.id], [], [], [], [], []]


def test_who_must_be_in_two_places_at_once_is_marked_at_both_times(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    first = meeting.agree(riet, when="Elke maandag van 8.00 tot 9.00 uur.")
    second = meeting.agree(riet, when="Elke dag van 8.30 tot 9.30 uur.")
    clashes = [(one["agreement"], one["day"]) for one in ahead(meeting)["times"] if one["clash"]]
    assert clashes == [(first, 0), (second, 0)]


def test_one_steps_through_eight_weeks_and_school_holidays_are_named(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.agree(riet, when="Elke schooldag om 8.15 uur.")
    loose = meeting.agree(riet, when="Als het kan.")
    weeks = [ahead(meeting, week) for week in range(8)]
    assert [week["days"][0]["date"] for week in weeks] == sorted({week["days"][0]["date"] for week in weeks})
    for week in weeks:
        school = [n for n, day in enumerate(week["days"]) if n < 5 and day["holiday"] is None]
        assert [one["day"] for one in week["times"]] == school
        assert week["loose"] == [loose]
    for beyond in (-1, 8):
        with pytest.raises(NotFound):
            ahead(meeting, beyond)


@pytest.mark.parametrize("who", ["other_facilitator", "coordinator", "referrer", "administrator"])
def test_to_other_staff_it_is_not_there(meeting: Meeting, office: Office, who: str) -> None:
    staff: Staff = getattr(office, who)
    with pytest.raises(NotFound):
        week_ahead(meeting.house, staff, meeting.conference, week=0)


def test_nor_to_a_guest(meeting: Meeting) -> None:
    with pytest.raises(NotFound):
        week_ahead(meeting.house, meeting.guest(meeting.admitted("Riet")), meeting.conference, week=0)
