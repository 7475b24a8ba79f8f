"""A broken bottom line: the referrer or who leads writes it down; it stands on the referrer's sheet, and nowhere for the family."""

import io
from datetime import timedelta

from pypdf import PdfReader

from sos_core.services.bottom_lines import bottom_lines
from sos_core.services.handouts import as_file, lines_paper
from sos_core.services.papers import plan_paper
from tests.builders import Meeting


def test_the_referrer_and_who_leads_write_it_down(meeting: Meeting) -> None:
    today = meeting.house.today()
    breach = meeting.do("record_breach", meeting.office.referrer, bottom_line=meeting.lines[0], text="Er was niemand.")
    meeting.do("follow_up_breach", breach=breach, text="Het wijkteam kwam om vier uur.")
    stated = bottom_lines(meeting.house, meeting.office.referrer, meeting.conference)[0]
    assert [(one.on, one.text) for one in stated.breaches] == [(today, "Er was niemand.")]
    assert stated.breaches[0].followed_up == ((today, "Het wijkteam kwam om vier uur."),)


def test_the_desk_knows_and_nobody_else_in_the_room(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.do("record_breach", bottom_line=meeting.lines[0], text="Er was niemand.")
    assert [one["text"] for one in meeting.desk()["breaches"].values()] == ["Er was niemand."]
    assert meeting.screen()["breaches"] == {}
    assert "breaches" not in meeting.seen_by(riet)


def test_it_stands_on_the_referrers_sheet_and_not_in_the_plan(meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    meeting.office.clock.forward(days=3)
    day = meeting.house.today() - timedelta(days=1)
    meeting.do("record_breach", bottom_line=meeting.lines[0], on=day.isoformat(), text="Er was niemand.")
    at = (meeting.house, meeting.facilitator, meeting.conference, 1)
    assert lines_paper(*at).bottom_lines[0].breaches[0].on == day
    assert not plan_paper(*at).bottom_lines[0].breaches
    pages = PdfReader(io.BytesIO(as_file(*at, form="lines.pdf"))).pages
    said = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "Er was niemand." in said
    assert "Er staat nog niet bij wat er toen is gedaan." in said
