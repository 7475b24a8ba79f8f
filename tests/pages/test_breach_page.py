"""On the plan's page a broken bottom line is written down, with what was agreed for it before one's eyes."""

from sos_core.domain.kinds import ClosedBecause
from sos_core.services.closing import close
from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_closing import referral_of


def test_the_referrer_writes_down_that_it_was_broken_and_what_was_then_done(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    at = visit(office.referrer, "plan", conference=meeting.conference)
    assert "Draaiboek belt niemand en stuurt niemand. Is er nu gevaar? Bel 112." in drawn(at)
    next(box for box in at.text_area if box.label == "Wat is er gezien?").input("Er was niemand.")
    next(one for one in at.button if one.label == "Schrijf op dat het is gebeurd").click().run()
    assert at.success[0].value == "Het is opgeschreven."
    assert "Er staat nog niet bij wat er toen is gedaan." in drawn(at)
    next(box for box in at.text_area if box.label.startswith("Wat is er toen gedaan")).input("Oma kwam.")
    next(one for one in at.button if one.label == "Schrijf op wat er is gedaan").click().run()
    assert "Oma kwam." in drawn(at)
    assert "Er staat nog niet bij wat er toen is gedaan." not in drawn(at)


def test_without_words_nothing_is_written_down(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.referrer, "plan", conference=meeting.conference)
    next(one for one in at.button if one.label == "Schrijf op dat het is gebeurd").click().run()
    assert at.error[0].value
    assert not meeting.desk()["breaches"]


def test_a_coordinator_reads_it_and_writes_nothing(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.do("record_breach", bottom_line=meeting.lines[0], text="Er was niemand.")
    at = visit(office.coordinator, "plan", conference=meeting.conference)
    assert "Er was niemand." in drawn(at)
    assert not [box for box in at.text_area if box.label == "Wat is er gezien?"]


def test_at_what_is_closed_the_bottom_lines_are_read_and_nothing_is_asked(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    close(meeting.house, office.facilitator, referral_of(meeting), because=ClosedBecause.WITHDREW)
    for who in (office.referrer, office.facilitator):
        at = visit(who, "plan", conference=meeting.conference)
        assert "Afgesloten op 2 november 2026." in drawn(at)
        assert "Bodemeis 1" in drawn(at)
        assert not [*at.text_area, *at.radio]
