"""Correction: somebody asks that what is kept of them is put right; only who leads reads it, and answers; both stand on the own sheet."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.house import new_id
from sos_core.services.what_is_kept import kept_paper
from tests.builders import Meeting, Somebody

WRONG = "Ik ben niet de vader."


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    return meeting.admitted("Anna", "parent")


def asked(meeting: Meeting, who: Somebody) -> str:
    return meeting.do("ask_correction", who, text=WRONG)


def sheet(meeting: Meeting, who: Somebody, *, on_phone: bool = False) -> list[tuple[str, str | None, str]]:
    actor = meeting.guest(who) if on_phone else meeting.facilitator
    paper = kept_paper(meeting.house, actor, meeting.conference, who.id)
    return [(line.what, line.words, line.why) for line in paper.lines if "correct" in line.what]


def test_only_the_desk_reads_what_is_not_right(meeting: Meeting, mother: Somebody) -> None:
    father = meeting.admitted("Bram", "parent")
    correction = asked(meeting, mother)
    assert meeting.desk()["corrections"][correction]["text"] == WRONG
    assert meeting.desk()["corrections"][correction]["done"] is None
    assert meeting.seen_by(mother)["corrections"][correction]["text"] is None
    for view in (meeting.seen_by(father), meeting.screen()):
        assert view["corrections"] == {}
    assert all(WRONG not in repr(view) for view in (meeting.seen_by(mother), meeting.seen_by(father), meeting.screen()))


@pytest.mark.parametrize(
    ("done", "because"), [(True, None), (True, "Het stond er fout."), (False, "Zo zei u het zelf.")]
)
def test_the_answer_stands_on_the_own_phone_and_on_the_own_sheet(
    meeting: Meeting, mother: Somebody, done: bool, because: str | None
) -> None:
    correction = asked(meeting, mother)
    meeting.do("answer_correction", correction=correction, done=done, text=because or "")
    seen = meeting.seen_by(mother)["corrections"][correction]
    assert (seen["done"], seen["because"]) == (done, because)
    answered = ("corrected" if done else "not_corrected", because, "" if because else "wordless")
    assert sheet(meeting, mother) == [("correction", WRONG, ""), answered]
    assert sheet(meeting, mother, on_phone=True) == [("correction", None, "not_here"), answered]


def test_whoever_does_not_put_it_right_says_why_and_it_is_answered_once(meeting: Meeting, mother: Somebody) -> None:
    correction = asked(meeting, mother)
    with pytest.raises(DomainError, match=r"corrections\.say_why"):
        meeting.do("answer_correction", correction=correction, done=False, text=" ")
    meeting.do("answer_correction", correction=correction, done=True)
    with pytest.raises(DomainError, match=r"corrections\.answered"):
        meeting.do("answer_correction", correction=correction, done=False, text="Toch niet.")
    with pytest.raises(NotFound):
        meeting.do("answer_correction", correction=new_id(), done=True)


def test_nobody_asks_it_for_another_nor_answers_it_on_a_phone(meeting: Meeting, mother: Somebody) -> None:
    father = meeting.admitted("Bram", "parent")
    with pytest.raises(NotAllowed):
        meeting.do("ask_correction", meeting.facilitator, person=mother.id, text=WRONG)
    with pytest.raises(NotFound):
        meeting.do("ask_correction", father, person=mother.id, text=WRONG)
    with pytest.raises(NotAllowed):
        meeting.do("answer_correction", father, correction=asked(meeting, mother), done=True)


def test_nothing_of_it_is_on_the_sheet_of_another(meeting: Meeting, mother: Somebody) -> None:
    father = meeting.admitted("Bram", "parent")
    meeting.do("answer_correction", correction=asked(meeting, mother), done=False, text="Nee.")
    assert sheet(meeting, father) == []
