"""Calendars: each gets the own agreements that have a day, and nobody's words."""

import pytest

from sos_core.domain.errors import NotFound
from sos_core.services.calendars import in_plain_words, own_calendar
from tests.builders import Meeting, Somebody


def events_of(meeting: Meeting, somebody: Somebody, **asked: str) -> int:
    return own_calendar(meeting.house, meeting.guest(somebody), **asked).count(b"BEGIN:VEVENT")


def test_in_the_own_calendar_stands_what_one_does_oneself(meeting: Meeting) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    meeting.agree(riet, when="Elke schooldag om 8.15", backups=[mo.id])
    meeting.agree(riet, when="Zodra het nodig is")
    later = meeting.agree(riet, when="Elke zaterdag om 9.00 uur")
    assert events_of(meeting, riet) == 2
    with pytest.raises(NotFound):
        events_of(meeting, mo)
    meeting.do("answer_agreement", riet, agreement=later, answer="no_longer")
    assert events_of(meeting, riet) == 1
    text = own_calendar(meeting.house, meeting.guest(riet), lang="en").decode()
    assert "SUMMARY:Appointment" in text
    assert "Riet" not in text
    assert "Belt" not in text


def test_on_a_shared_phone_each_has_a_calendar_and_nobody_that_of_another_phone(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    kim, mo = meeting.admitted("Kim", phone=riet), meeting.admitted("Mo")
    for somebody in (kim, mo):
        meeting.agree(somebody, when="Elke dag om 9.00 uur")
    assert events_of(meeting, riet, through=kim.id) == 1
    with pytest.raises(NotFound):
        events_of(meeting, riet, through=mo.id)


def test_what_was_typed_is_said_back_or_not_at_all(meeting: Meeting) -> None:
    house = meeting.house
    said = in_plain_words(house, "Every school day at 8:15", lang="nl")
    assert said == ("elke schooldag om 8.15 uur, niet in de schoolvakantie", True)
    assert in_plain_words(house, "om de week op zaterdag", lang="en") == (
        "every other week on Saturday, from 7 November 2026",
        False,
    )
    for nothing in ("Af en toe", "", None, 8, ["elke dag"]):
        assert in_plain_words(house, nothing, lang="nl") is None
