"""What is kept of one person: all of it, and nothing of anybody else."""

from __future__ import annotations

import io

import pypdf
import pytest

from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.export.paper import KeptPaper
from sos_core.services.closing import close
from sos_core.services.erasing import confirm, propose
from sos_core.services.what_is_kept import kept_file, kept_paper, people_kept
from tests.builders import Meeting, Office, Somebody
from tests.services.test_closing import referral_of


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    """She said and did one of everything; somebody else said something too."""
    mother = meeting.admitted("Anna", "parent", relation="moeder")
    father = meeting.admitted("Bram", "parent")
    meeting.shown(father, "worry", "Vader zegt dit.")
    meeting.do("confide", father, text="Vader vertelt dit.")
    meeting.shown(mother, "worry", "Moeder zegt dit.")
    meeting.say(mother, "strength", "Nog in het postvak.")
    back = meeting.say(mother, "worry", "Teruggenomen.")
    meeting.do("take_back", mother, card=back)
    meeting.do("confide", mother, text="Alleen voor de begeleider.")
    meeting.do("write_note", person=mother.id, text="Een briefje.")
    scale = meeting.do("ask_scale")
    meeting.do("set_scale", mother, scale=scale, value=6)
    agreement = meeting.agree(mother, what="Belt oma.", when="Elke dag.")
    meeting.do("answer_agreement", mother, agreement=agreement, answer="yes_if", text="Als oma thuis is.")
    meeting.do("tell_back", mother, agreement=agreement, text="Ik bel oma.")
    meeting.do("note_proof", agreement=agreement, proof="worked", told_by=mother.id)
    return mother


def words_of(paper: KeptPaper) -> dict[str, str | None]:
    return {line.what: line.words for line in paper.lines if line.words or line.why != "taken_back"}


def test_all_that_somebody_said_did_and_was_written_is_on_it_in_order(meeting: Meeting, mother: Somebody) -> None:
    paper = kept_paper(meeting.house, meeting.facilitator, meeting.conference, mother.id)
    assert (paper.name, paper.role, paper.relation) == ("Anna", "parent", "moeder")
    assert words_of(paper) == {
        "came": None,
        "worry": "Moeder zegt dit.",
        "strength": "Nog in het postvak.",
        "confided": "Alleen voor de begeleider.",
        "note": "Een briefje.",
        "scale": "6",
        "answered": "Als oma thuis is.",
        "told_back": "Ik bel oma.",
        "proof": None,
    }
    assert [(one.part, one.agreement.what) for one in paper.parts] == [("does", "Belt oma.")]
    assert [line.why for line in paper.lines if line.why == "taken_back"] == ["taken_back"]


def test_nothing_of_anybody_else_is_on_it(meeting: Meeting, mother: Somebody) -> None:
    assert "Vader" not in repr(kept_paper(meeting.house, meeting.facilitator, meeting.conference, mother.id))


def test_on_a_phone_what_was_told_in_confidence_has_no_words(meeting: Meeting, mother: Somebody) -> None:
    own = kept_paper(meeting.house, meeting.guest(mother), "", mother.id)
    assert [line.why for line in own.lines if line.what == "confided"] == ["not_here"]
    assert "Alleen voor" not in repr(own)


def test_only_that_person_who_leads_and_a_coordinator_get_it(
    meeting: Meeting, office: Office, mother: Somebody
) -> None:
    father = meeting.guest(meeting.people["Bram"])
    elsewhere = office.meeting(facilitator=office.other_facilitator)
    stranger = elsewhere.guest(elsewhere.admitted("Vreemd"))
    for actor in (father, stranger, office.other_facilitator, office.referrer, office.administrator):
        with pytest.raises(NotFound):
            kept_paper(meeting.house, actor, meeting.conference, mother.id)
        with pytest.raises(NotFound):
            people_kept(meeting.house, actor, meeting.conference)
    for actor in (meeting.facilitator, office.coordinator):
        assert kept_paper(meeting.house, actor, meeting.conference, mother.id).name == "Anna"
        assert people_kept(meeting.house, actor, meeting.conference)[mother.id].name == "Anna"
    with pytest.raises(NotFound):
        kept_paper(meeting.house, meeting.facilitator, meeting.conference, "nobody")


def test_after_closing_the_phone_still_gets_it_until_it_is_erased(
    meeting: Meeting, office: Office, mother: Somebody
) -> None:
    guest, referral = meeting.guest(mother), referral_of(meeting)
    close(meeting.house, meeting.facilitator, referral, because=ClosedBecause.WITHDREW)
    assert kept_paper(meeting.house, guest, "", mother.id).name == "Anna"
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.WORKING, asked_for=True)
    confirm(office.house, office.administrator, wanted)
    left = kept_paper(meeting.house, guest, "", mother.id)
    assert {line.why for line in left.lines if line.what in {"worry", "note", "told_back"}} == {"erased", "taken_back"}
    assert "scale" not in words_of(left)


def test_it_is_a_paper_in_plain_words(meeting: Meeting, mother: Somebody) -> None:
    made = kept_file(meeting.house, meeting.facilitator, meeting.conference, mother.id, lang="nl")
    reader = pypdf.PdfReader(io.BytesIO(made))
    text = " ".join(page.extract_text() for page in reader.pages)
    for sentence in (
        "Wat er is bewaard van Anna",
        "Je zorg: Moeder zegt dit.",
        "Je cijfer op de schaal: 6",
        "Belt oma.",
    ):
        assert sentence in text
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Ons plan"}
