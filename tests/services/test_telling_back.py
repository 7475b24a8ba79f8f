"""Telling back: what somebody will do, in own words, is read at the desk and by that person; and can be taken back for good."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from sos_core.domain.errors import DomainError, NotAllowed
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


# -- said out loud, and written down at the desk --


@pytest.fixture
def noor(meeting: Meeting, riet: Somebody) -> Somebody:
    """On the phone of Riet."""
    return meeting.admitted("Noor", "child", phone=riet)


@pytest.fixture
def noors(meeting: Meeting, noor: Somebody) -> str:
    """An agreement to which Noor said yes."""
    agreement = meeting.agree(noor)
    meeting.do("answer_agreement", noor, agreement=agreement, answer="yes")
    return agreement


def marked(seen: dict[str, Any], agreement: str, who: Somebody) -> bool:
    aloud: bool = seen["agreements"][agreement]["answers"][who.id]["aloud"]
    return aloud


def test_what_somebody_without_a_phone_of_the_own_says_aloud_is_marked_so_and_theirs(
    meeting: Meeting, noor: Somebody, noors: str
) -> None:
    mo = meeting.admitted("Mo", "parent")
    meeting.do("note_told_aloud", agreement=noors, person=noor.id, text=OWN)
    for seen in (meeting.desk(), meeting.seen_by(noor)):
        assert (told(seen, noors, noor), marked(seen, noors, noor)) == (OWN, True)
    for seen in (meeting.screen(), meeting.seen_by(mo)):
        assert (told(seen, noors, noor), marked(seen, noors, noor)) == (None, False)
    meeting.do("tell_back", noor, agreement=noors, text="Ik ga naar Riet.")
    assert (told(meeting.desk(), noors, noor), marked(meeting.desk(), noors, noor)) == ("Ik ga naar Riet.", False)
    with pytest.raises(DomainError, match=r"agreements\.told_themselves"):
        meeting.do("note_told_aloud", agreement=noors, person=noor.id, text=OWN)
    with meeting.house.store.reading() as session:
        assert OWN not in session.exec(select(Words.text)).all()


def test_who_has_a_phone_to_themselves_tells_it_there(meeting: Meeting, riet: Somebody, promised: str) -> None:
    with pytest.raises(NotAllowed, match=r"person\.has_own_phone"):
        meeting.do("note_told_aloud", agreement=promised, person=riet.id, text=OWN)
    noor = meeting.admitted("Noor", "child", phone=riet)
    meeting.do("note_told_aloud", agreement=promised, person=riet.id, text=OWN)
    meeting.do("turn_away", person=noor.id)
    with pytest.raises(NotAllowed, match=r"person\.has_own_phone"):
        meeting.do("note_told_aloud", agreement=promised, person=riet.id, text="")
    meeting.do("tell_back", riet, agreement=promised, text="")
    assert told(meeting.desk(), promised, riet) is None


def test_no_guest_writes_down_for_another(meeting: Meeting, riet: Somebody, noor: Somebody, noors: str) -> None:
    with pytest.raises(NotAllowed):
        meeting.do("note_told_aloud", riet, agreement=noors, person=noor.id, text=OWN)
