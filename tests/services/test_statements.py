"""An own statement: it stands with the plan as it was said, until it is taken back."""

from __future__ import annotations

import io

import pypdf
import pytest

from sos_core.domain.errors import DomainError
from sos_core.services.handouts import as_file
from sos_core.services.papers import plan_paper
from sos_core.store.tables import Words
from tests.builders import Meeting, Somebody


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    mother = meeting.admitted("Anna", "parent")
    meeting.agree(mother)
    return mother


def stated(meeting: Meeting) -> list[tuple[str, str]]:
    paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    return [(name, words) for name, _, words in paper.statements]


def test_it_stands_in_the_plan_with_its_name_also_in_a_version_of_before(meeting: Meeting, mother: Somebody) -> None:
    meeting.adopted()
    meeting.do("make_statement", mother, text="Ik zie dit anders: er is niet geslagen.")
    assert stated(meeting) == [("Anna", "Ik zie dit anders: er is niet geslagen.")]
    made = as_file(meeting.house, meeting.facilitator, meeting.conference, 1, form="plan.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    assert "Eigen verklaringen" in text
    assert "er is niet geslagen." in text


def test_everybody_who_is_in_reads_it_and_a_stream_tells_of_it(meeting: Meeting, mother: Somebody) -> None:
    father = meeting.admitted("Bram", "parent")
    meeting.adopted()
    meeting.do("make_statement", mother, text="Zo zie ik het.")
    for view in (meeting.seen_by(father), meeting.desk(), meeting.screen()):
        assert view["statements"][mother.id]["text"] == "Zo zie ik het."


def test_a_new_one_takes_the_place_of_the_old_whose_words_are_gone(meeting: Meeting, mother: Somebody) -> None:
    meeting.adopted()
    meeting.do("make_statement", mother, text="Zo zie ik het.")
    first = meeting.now.board.statements[mother.id].words
    meeting.do("make_statement", mother, text="Zo zie ik het nu.")
    assert stated(meeting) == [("Anna", "Zo zie ik het nu.")]
    with meeting.house.store.reading() as session:
        assert session.get_one(Words, first).text is None


def test_without_words_it_is_taken_back(meeting: Meeting, mother: Somebody) -> None:
    meeting.adopted()
    with pytest.raises(DomainError, match=r"statements\.none"):
        meeting.do("make_statement", mother, text=" ")
    meeting.do("make_statement", mother, text="Zo zie ik het.")
    meeting.do("make_statement", mother, text="")
    assert stated(meeting) == []


def test_before_there_is_a_plan_there_is_nothing_to_stand_with(meeting: Meeting, mother: Somebody) -> None:
    with pytest.raises(DomainError, match=r"statements\.no_plan_yet"):
        meeting.do("make_statement", mother, text="Zo zie ik het.")
