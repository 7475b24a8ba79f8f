"""How each bottom line is arranged, at a glance: who acts, who steps in, who watches, the referrer's word, and how often it was broken."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import Meeting, Office, line_form
from tests.pages.conftest import Visit

CAPTION = "Hoe elke bodemeis is geregeld"


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """Three bottom lines; by the first two is something agreed."""
    lines = tuple(line_form(criterion=f"Eis {one}.") for one in "ABC")
    return office.meeting(lines=lines)


def text_of(node: Any) -> str:
    return node if isinstance(node, str) else "".join(text_of(child) for child in node[2:])


def matrix(at: AppTest) -> list[list[str]]:
    """The cells of each row, as text; none where it is not drawn."""
    for element in at.get("bidi_component"):
        for node in json.loads(element.proto.json).get("nodes", []):
            if CAPTION in text_of(node):
                (_, _, _, _, (_, _, *rows)) = node[2]
                return [[text_of(cell) for cell in row[2:]] for row in rows]
    return []


def test_each_line_says_who_does_what_who_steps_in_and_who_watches(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    first, second, _ = meeting.lines
    riet, sem, mo = (meeting.admitted(name) for name in ("Riet", "Sem", "Mo"))
    meeting.agree(riet, bottom_lines=[first], backups=[sem.id], monitor=mo.id)
    meeting.agree(riet, what="Kookt.", bottom_lines=[first, second], monitor=riet.id)
    meeting.agree(mo, what="Belt.", bottom_lines=[first], backups=[sem.id], monitor=sem.id)
    meeting.do("judge_line", office.referrer, bottom_line=first, holds=True)
    meeting.do("judge_line", office.referrer, bottom_line=second, holds=False, because="Niemand let op.")
    for _ in range(2):
        meeting.do("record_breach", office.referrer, bottom_line=second, text="Er was niemand.")
    meeting.do("record_breach", bottom_line=first, text="Er was niemand.")
    for reader in (office.referrer, office.facilitator, office.coordinator):
        assert matrix(visit(reader, "plan", conference=meeting.conference)) == [
            ["1. Eis A.", "Riet, Mo", "Sem", "Mo, Sem", "Zo is het genoeg", "1 keer"],
            ["2. Eis B.", "Riet", "nog niemand", "nog niemand", "Zo is het nog niet genoeg", "2 keer"],
            ["3. Eis C.", "nog niemand", "nog niemand", "nog niemand", "Nog geen oordeel", "nee"],
        ]


def test_who_left_watches_nothing_any_more_and_what_not_all_may_read_is_not_counted(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    first, second, third = meeting.lines
    riet, sem, mo = (meeting.admitted(name) for name in ("Riet", "Sem", "Mo"))
    meeting.agree(riet, bottom_lines=[first], monitor=sem.id)
    risk = meeting.say(riet, "risk", "Mo wordt boos.", hidden_from=[mo.id])
    meeting.do("put_on_board", card=risk)
    meeting.agree(riet, what="Loopt mee.", bottom_lines=[second], risks=[risk])
    meeting.agree(mo, bottom_lines=[third], backups=[riet.id, sem.id])
    meeting.do("leave", sem)
    rows = matrix(visit(office.referrer, "plan", conference=meeting.conference))
    assert [row[1:4] for row in rows] == [
        ["Riet", "nog niemand", "nog niemand"],
        ["nog niemand", "nog niemand", "nog niemand"],
        ["Mo", "Riet, Sem", "nog niemand"],
    ]


def test_a_single_line_needs_no_matrix(visit: Visit, office: Office) -> None:
    meeting = office.meeting()
    assert matrix(visit(office.referrer, "plan", conference=meeting.conference)) == []
