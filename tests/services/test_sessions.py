"""The days of a conference: who is asked to which, on the clock of Amsterdam, and what may be known of them by whom."""

from datetime import UTC, date, timedelta

import pytest
from icalendar import Calendar

from sos_core.domain.errors import DomainError, NotFound
from sos_core.services.sessions import days_file, days_of, first_day
from tests.builders import Meeting, Somebody

NOON = {"begins": "09:30", "ends": "12:00", "place": "Buurthuis de Linde, Lindelaan 12"}


@pytest.fixture
def anna(meeting: Meeting) -> str:
    return meeting.do("invite", name="Anna", role="parent", relation="moeder")


@pytest.fixture
def karim(meeting: Meeting) -> str:
    return meeting.do("invite", name="Karim", role="parent")


def days(meeting: Meeting, person: str = "") -> list[date]:
    return [one.on for one in days_of(meeting.house, meeting.facilitator, meeting.conference, through=person)]


def test_each_is_told_the_own_days_and_no_other(meeting: Meeting, anna: str, karim: str) -> None:
    meeting.do("plan_session", on="2026-11-23", people=[karim], **NOON)
    meeting.do("plan_session", on="2026-11-16", people=[anna], **NOON)
    assert days(meeting) == [date(2026, 11, 16), date(2026, 11, 23)]
    assert days(meeting, anna) == [date(2026, 11, 16)]
    assert days(meeting, karim) == [date(2026, 11, 23)]
    riet = meeting.admitted("Riet")
    with pytest.raises(NotFound):
        days_file(meeting.house, meeting.guest(riet), meeting.conference)
    with pytest.raises(NotFound):
        days_of(meeting.house, meeting.guest(riet), meeting.conference, through=anna)


def test_two_who_are_kept_apart_are_not_asked_to_one_session(meeting: Meeting, anna: str, karim: str) -> None:
    session = meeting.do("plan_session", on="2026-11-16", people=[anna, karim], **NOON)
    with pytest.raises(DomainError, match=r"restrictions.invited_together"):
        meeting.do("restrict", kind="apart", people=[anna, karim])
    meeting.do("plan_session", session=session, on="2026-11-16", people=[anna], **NOON)
    meeting.do("restrict", kind="apart", people=[anna, karim])
    with pytest.raises(DomainError, match=r"sessions.apart"):
        meeting.do("plan_session", session=session, on="2026-11-16", people=[karim, anna], **NOON)
    meeting.do("withdraw_invitation", person=anna)
    assert meeting.now.board.sessions[session].people == ()


def test_a_place_that_somebody_may_not_know_is_in_no_calendar_of_theirs(
    meeting: Meeting, anna: str, karim: str
) -> None:
    meeting.do("plan_session", on="2026-11-16", people=[anna, karim], **NOON)
    meeting.do("restrict", kind="guarded", people=[karim], text="lindelaan 12")
    told = {
        who: b"LOCATION" in days_file(meeting.house, meeting.facilitator, meeting.conference, through=who)
        for who in ("", anna, karim)
    }
    assert told == {"": True, anna: True, karim: False}


def test_a_quarter_to_ten_stays_that_when_the_clock_changes(meeting: Meeting, anna: str) -> None:
    """The last Sunday of October: the night before has an hour more."""
    for on in ("2026-10-24", "2026-10-25", "2027-03-27", "2027-03-28"):
        meeting.do("plan_session", on=on, people=[anna], **NOON)
    read = Calendar.from_ical(days_file(meeting.house, meeting.facilitator, meeting.conference, through=anna))
    starts = [event["dtstart"].dt for event in read.walk("VEVENT")]
    assert {f"{start:%H:%M}" for start in starts} == {"09:30"}
    assert [f"{start.astimezone(UTC):%H:%M}" for start in starts] == ["07:30", "08:30", "08:30", "07:30"]
    assert {event["dtend"].dt - event["dtstart"].dt for event in read.walk("VEVENT")} == {timedelta(hours=2.5)}
    assert {str(event["summary"]) for event in read.walk("VEVENT")} == {"Afspraak"}


@pytest.mark.parametrize(
    ("on", "days", "pace"), [("2026-11-09", 7, "within"), ("2026-12-14", 42, "close"), ("2026-12-15", 43, "late")]
)
def test_the_first_day_is_held_against_the_four_to_six_weeks(
    meeting: Meeting, anna: str, on: str, days: int, pace: str
) -> None:
    assert first_day(meeting.house, meeting.facilitator, meeting.conference) is None
    meeting.do("plan_session", on="2027-01-04", people=[anna], **NOON)
    meeting.do("plan_session", on=on, people=[anna], **NOON)
    found = first_day(meeting.house, meeting.facilitator, meeting.conference)
    assert found
    assert (found.days, found.pace) == (days, pace)
    for staff in (meeting.office.referrer, meeting.office.coordinator, meeting.office.other_facilitator):
        with pytest.raises(NotFound):
            first_day(meeting.house, staff, meeting.conference)


@pytest.mark.parametrize(
    ("about", "key"),
    [
        ({"ends": "09:30"}, "sessions.ends_before_it_begins"),
        ({"begins": None}, "sessions.when"),
        ({"on": None}, "sessions.when"),
        ({"on": "morgen"}, "input.not_a_day"),
        ({"people": []}, "sessions.who_comes"),
        ({"place": " "}, "words.empty"),
    ],
)
def test_a_session_has_a_day_its_times_a_place_and_people(
    meeting: Meeting, anna: str, about: dict[str, object], key: str
) -> None:
    with pytest.raises(DomainError) as raised:
        meeting.do("plan_session", **{"on": "2026-11-16", "people": [anna], **NOON, **about})
    assert raised.value.key == key


def test_what_the_preparation_holds_is_seen_at_the_desk_alone(meeting: Meeting, anna: str) -> None:
    riet: Somebody = meeting.admitted("Riet")
    meeting.do("plan_session", on="2026-11-16", people=[anna, riet.id], **NOON)
    meeting.do("note_preparation", preparation="afraid", done=True, text="Ieder apart gesproken.")
    desk = meeting.desk()
    assert desk["prepared"] == {"afraid": {"done": True, "text": "Ieder apart gesproken."}}
    assert [one["place"] for one in desk["sessions"].values()] == [NOON["place"]]
    assert desk["people"][anna]["state"] == "invited"
    for seen in (meeting.screen(), meeting.seen_by(riet)):
        assert anna not in seen["people"]
        assert not {"prepared", "sessions", "restrictions"} & seen.keys()
