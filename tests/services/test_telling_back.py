"""Telling back: what somebody will do, in own words, is read at the desk and by that person; and can be taken back for good."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from sos_core.domain.errors import NotAllowed
from sos_core.store.tables import Words
from tests.builders import Meeting, Somebody

OWN = "Ik bel, en anders fiets ik erheen."


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


@pytest.fixture
def promised(meeting: Meeting, riet: Somebody) -> str:
    """An agreement to which Riet said yes."""
    agreement = meeting.agree(riet)
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes")
    return agreement


def told(seen: dict[str, Any], agreement: str, who: Somebody) -> str | None:
    words: str | None = seen["agreements"][agreement]["answers"][who.id]["told_back"]
    return words


def test_it_is_read_at_the_desk_and_by_who_told_it_and_by_nobody_else(
    meeting: Meeting, riet: Somebody, promised: str
) -> None:
    shares, mo = meeting.admitted("Noor", "child", phone=riet), meeting.admitted("Mo", "parent")
    meeting.do("tell_back", riet, agreement=promised, text=OWN)
    assert told(meeting.desk(), promised, riet) == told(meeting.seen_by(riet), promised, riet) == OWN
    for seen in (meeting.screen(), meeting.seen_by(mo), meeting.seen_by(shares)):
        assert told(seen, promised, riet) is None
        assert OWN not in str(seen)


@pytest.mark.parametrize("later", ["Anders gezegd.", ""], ids=["told anew", "taken back"])
def test_what_was_told_before_leaves_the_database(meeting: Meeting, riet: Somebody, promised: str, later: str) -> None:
    meeting.do("tell_back", riet, agreement=promised, text=OWN)
    meeting.do("tell_back", riet, agreement=promised, text=later)
    assert told(meeting.desk(), promised, riet) == (later or None)
    with meeting.house.store.reading() as session:
        assert OWN not in session.exec(select(Words.text)).all()


def test_nobody_tells_back_for_somebody_else(meeting: Meeting, riet: Somebody, promised: str) -> None:
    with pytest.raises(NotAllowed):
        meeting.do("tell_back", agreement=promised, person=riet.id, text=OWN)
