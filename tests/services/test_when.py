"""When an agreement is carried out: understood at the moment that it is kept, and counted from that day on."""

from datetime import date

from sos_core.domain.when import When
from sos_core.services.coming_weeks import found_in_time
from tests.builders import Clock, Meeting

OTHER_SATURDAY = {"when": "Om de week op zaterdag om 9.00 uur"}


def test_an_agreement_knows_its_rule_from_the_moment_that_it_is_kept(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    timed, loose = meeting.agree(riet, when="Elke schooldag om 8.15"), meeting.agree(riet, when="Zodra het nodig is")
    board = meeting.now.board
    assert board.agreements[timed].rule == When(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 11, 2), "08:15", term_only=True
    )
    assert board.agreements[loose].rule is None
    assert [meeting.desk()["agreements"][key]["timed"] for key in (timed, loose)] == [True, False]


def test_every_other_week_stays_the_same_weeks_when_something_else_is_changed(meeting: Meeting, clock: Clock) -> None:
    riet = meeting.admitted("Riet")
    agreement = meeting.agree(riet, **OTHER_SATURDAY)
    before = meeting.now.board.agreements[agreement].rule
    clock.forward(days=7)
    whole = {"what": "Belt aan.", "notice": "Anders.", "who": riet.id, **OTHER_SATURDAY}
    meeting.do("change_agreement", agreement=agreement, base=agreement, **whole)
    kept = meeting.now.board.agreements[agreement]
    assert kept.rule == before
    meeting.do(
        "change_agreement", agreement=agreement, base=kept.base, **{**whole, "when": "Elke zaterdag om 9.00 uur"}
    )
    changed = meeting.now.board.agreements[agreement].rule
    assert changed == When("FREQ=WEEKLY;BYDAY=SA", date(2026, 11, 14), "09:00")


def test_what_was_agreed_is_checked_on_the_calendar_of_the_coming_weeks(meeting: Meeting) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    first = meeting.agree(riet, when="Elke schooldag van 15.00 tot 17.00")
    second = meeting.agree(riet, when="Elke woensdag van 16.30 tot 17.30")
    meeting.agree(mo, when="Elke woensdag om half vijf")
    found = {one.what: one for one in found_in_time(meeting.house, meeting.now.board, on=meeting.house.today())}
    assert (set(found["clash"].agreements), found["clash"].people) == ({first, second}, (riet.id,))
    assert {"nothing_at_night", "nothing_at_weekend"} <= found.keys()
    assert "nothing_on_wednesday_afternoon" not in found
    assert "too_long" in found
