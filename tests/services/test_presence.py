"""Presence at the desk: of those who were let in, whose phone is not heard of; told to whoever leads, and to nobody else."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import NotFound
from sos_core.live.presence import Presence
from sos_core.services.presence import who_is_away
from tests.builders import Meeting, Office


def test_of_those_who_are_in_the_desk_hears_who_dropped_off(meeting: Meeting, office: Office) -> None:
    hands = [0.0]
    office.house.presence = Presence(lambda: hands[0])
    riet, mo, out = meeting.admitted("Riet"), meeting.admitted("Mo"), meeting.admitted("Weg")
    sem = meeting.admitted("Sem", "child", phone=mo)
    meeting.join("Wacht")
    meeting.do("turn_away", person=out.id)
    hands[0] += 3600
    with office.house.presence.here(meeting.guest(sem).people):
        assert who_is_away(office.house, office.facilitator, meeting.conference) == [riet.id]
        meeting.do("begin_session")  # who has not been seen there yet has not dropped off
        assert who_is_away(office.house, office.facilitator, meeting.conference) == []
        meeting.do("mark_here", people=[riet.id, sem.id], here=True)
        assert who_is_away(office.house, office.facilitator, meeting.conference) == [riet.id]
    for stranger in (office.other_facilitator, office.coordinator, meeting.guest(riet)):
        with pytest.raises(NotFound):
            who_is_away(office.house, stranger, meeting.conference)
