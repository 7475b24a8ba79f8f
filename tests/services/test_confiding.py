"""What somebody tells the facilitator alone: read at the desk, nowhere else, and taken back for good."""

from __future__ import annotations

import pytest
from sqlmodel import select

from sos_core.domain.errors import DomainError, NotFound
from sos_core.store.tables import Words
from tests.builders import Meeting, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def test_it_is_read_at_the_desk_and_the_own_phone_knows_only_that_it_was_received(
    meeting: Meeting, riet: Somebody
) -> None:
    told = meeting.do("confide", riet, text="Ik durf het hier niet te zeggen.")
    assert meeting.desk()["confidences"][told]["text"] == "Ik durf het hier niet te zeggen."
    assert meeting.seen_by(riet)["confidences"] == {
        told: {"id": told, "seq": meeting.desk()["seq"], "person": riet.id, "text": None, "heard": False}
    }
    meeting.do("hear_confidence", confidence=told)
    assert meeting.desk()["confidences"][told]["heard"]
    assert not meeting.seen_by(riet)["confidences"][told]["heard"]


def test_others_do_not_even_know_of_it_also_not_on_the_same_phone(meeting: Meeting, riet: Somebody) -> None:
    shares, mo = meeting.admitted("Noor", "child", phone=riet), meeting.admitted("Mo", "parent")
    meeting.do("confide", riet, text="Alleen voor jou.")
    for seen in (meeting.seen_by(shares), meeting.seen_by(mo), meeting.screen()):
        assert seen["confidences"] == {}
        assert "Alleen voor jou." not in str(seen)


def test_only_who_told_it_takes_it_back_and_then_its_words_leave_the_database(meeting: Meeting, riet: Somebody) -> None:
    told = meeting.do("confide", riet, text="Alleen voor jou.")
    with pytest.raises(NotFound):
        meeting.do("take_back_confidence", meeting.admitted("Mo"), confidence=told)
    meeting.do("hear_confidence", confidence=told)
    meeting.do("take_back_confidence", riet, confidence=told)
    assert meeting.desk()["confidences"] == {}
    with meeting.house.store.reading() as session:
        assert "Alleen voor jou." not in session.exec(select(Words.text)).all()


@pytest.mark.parametrize("text", ["", "   ", "a" * 4001, "een bel \u0007"])
def test_what_cannot_be_kept_is_refused_with_a_sentence(text: str, meeting: Meeting, riet: Somebody) -> None:
    with pytest.raises(DomainError, match=r"words\."):
        meeting.do("confide", riet, text=text)
