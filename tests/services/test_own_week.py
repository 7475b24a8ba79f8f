"""The own week: each sees what they do themselves in the coming seven days, in plain words."""

from datetime import UTC, datetime

import pytest

from sos_core.domain.errors import NotAllowed
from sos_core.services.own_week import own_week
from sos_core.services.seeing import eyes_of
from tests.builders import Meeting, Somebody


def week_of(meeting: Meeting, somebody: Somebody, lang: str = "nl") -> list[tuple[str, list[str]]]:
    found = own_week(meeting.house, meeting.conference, eyes_of(meeting.house, meeting.guest(somebody), ""), lang=lang)
    return [(day["day"], [time["at"] for time in day["times"]]) for day in found["days"]]


def test_the_week_names_days_and_times_in_their_order_and_only_what_one_does_oneself(meeting: Meeting) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    meeting.agree(riet, when="Elke woensdag van 12.00 tot 14.00 uur", backups=[mo.id])
    meeting.agree(riet, when="Elke maandag om 20.00 uur")
    meeting.agree(riet, when="Elke maandag om 8.15 uur")
    meeting.agree(riet, when="Elke dinsdag in de avond")
    assert week_of(meeting, riet) == [
        ("Vandaag", ["om 8.15 uur", "om 20.00 uur"]),
        ("Morgen", ["in de avond"]),
        ("Woensdag 4 november", ["van 12.00 tot 14.00 uur"]),
    ]
    assert week_of(meeting, riet, "en")[::2] == [
        ("Today", ["at 8:15", "at 20:00"]),
        ("Wednesday 4 November", ["from 12:00 to 14:00"]),
    ]
    assert week_of(meeting, mo) == []


def test_what_was_said_no_to_is_not_in_the_week_and_what_has_no_day_is_told(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    daily = meeting.agree(riet, when="Elke dag om 9.00 uur")
    assert len(week_of(meeting, riet)) == 7
    meeting.do("answer_agreement", riet, agreement=daily, answer="no")
    meeting.agree(riet, when="Zodra het nodig is")
    found = own_week(meeting.house, meeting.conference, eyes_of(meeting.house, meeting.guest(riet), ""), lang="nl")
    assert found == {"days": [], "loose": True}


def test_a_weekend_that_began_yesterday_goes_on_today(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.agree(riet, when="Elke week van vrijdag 18.00 tot zondag 18.00 uur")
    span = "van vrijdag 18.00 tot zondag 18.00 uur"
    meeting.office.clock.now = datetime(2026, 11, 7, 9, tzinfo=UTC)
    assert week_of(meeting, riet) == [("Vandaag", [span]), ("Vrijdag 13 november", [span])]
    meeting.office.clock.now = datetime(2026, 11, 9, 9, tzinfo=UTC)
    assert week_of(meeting, riet) == [("Vrijdag 13 november", [span])]


def test_who_is_not_in_has_no_week(meeting: Meeting) -> None:
    waits = meeting.join("Kim")
    with pytest.raises(NotAllowed):
        week_of(meeting, waits)
    with pytest.raises(NotAllowed):
        own_week(
            meeting.house,
            meeting.conference,
            eyes_of(meeting.house, meeting.facilitator, meeting.conference),
            lang="nl",
        )
