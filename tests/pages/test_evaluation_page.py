"""On the page of the evaluation: what was reported is read and confirmed, and what is decided is told to whom it is for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from sos_core.domain.kinds import Look
from tests.builders import Meeting, Office, Somebody
from tests.pages.conftest import Visit, drawn

WORDS = "Ik was er [klik](http://boos.example)"
CONFIRM, UNCONFIRM = "Bevestig dat het gelukt is", "Toch niet bevestigd"
HEADING = "Gemeld sinds de vorige keer"


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def labels(at: AppTest) -> list[str]:
    return [one.label for one in at.button]


def press(at: AppTest, label: str) -> AppTest:
    return next(one for one in at.button if one.label == label).click().run()


def test_what_was_reported_since_the_last_look_is_read_per_agreement(
    visit: Visit, office: Office, meeting: Meeting, riet: Somebody
) -> None:
    sem = meeting.admitted("Sem")
    told, silent = meeting.agree(riet, what="Belt aan.", backups=[sem.id]), meeting.agree(riet, what="Kookt.")
    meeting.adopted()
    at = visit(office.facilitator, "evaluation")
    assert HEADING not in [one.value for one in at.header]
    office.clock.forward(days=1)
    meeting.do("check_in", riet, agreement=told, how="worked", text=WORDS)
    office.clock.forward(days=1)
    not_ = meeting.do("check_in", riet, agreement=told, how="not")
    meeting.do("agree_talk", riet, check_in=not_, speaks=riet.id, to=sem.id)
    at = visit(office.facilitator, "evaluation")
    assert HEADING in [one.value for one in at.header]
    (card,) = [element.proto.json for element in at.get("bidi_component") if '"Belt aan."' in element.proto.json]
    assert "gelukt: 1, bijna: 0, niet: 1" in card
    assert "Ik was er" in card
    assert "praat hierover met" in card
    assert f"told-{silent}" not in drawn(at)
    assert "boos.example" not in " ".join(str(one.value) for one in (*at.markdown, *at.caption, *at.text))

    meeting.evaluated("go_on", look=Look.FIRST)
    at = visit(office.facilitator, "evaluation")
    assert HEADING not in [one.value for one in at.header]


def test_what_nobody_else_can_confirm_the_facilitator_confirms_and_takes_back(
    visit: Visit, office: Office, meeting: Meeting, riet: Somebody
) -> None:
    alone, watched = meeting.agree(riet), meeting.agree(riet, monitor=meeting.admitted("Sem").id)
    meeting.adopted()
    for agreement, how in ((alone, "worked"), (alone, "nearly"), (watched, "worked")):
        office.clock.forward(days=1)
        meeting.do("check_in", riet, agreement=agreement, how=how)
    at = visit(office.facilitator, "evaluation")
    assert labels(at).count(CONFIRM) == 1  # what nearly worked is nothing to confirm, and Sem says it of the other
    at = press(at, CONFIRM)
    assert CONFIRM not in labels(at)
    assert [one.confirmed for one in meeting.now.board.check_ins.values()] == [True, False, False]
    assert len(meeting.now.board.agreements[alone].proven) == 1
    at = press(at, UNCONFIRM)
    assert CONFIRM in labels(at)
    assert not meeting.now.board.agreements[alone].proven


def test_escalating_is_decided_on_its_page_and_read_by_the_referrer(
    visit: Visit, office: Office, meeting: Meeting, riet: Somebody
) -> None:
    meeting.agree(riet)
    meeting.adopted()
    office.clock.forward(weeks=5)
    meeting.start()
    at = visit(office.facilitator, "evaluation")
    assert "Bel zelf de verwijzer." not in drawn(at)
    next(one for one in at.radio if one.label == "Hoe gaat het?").set_value("not")
    at = press(at, "Bewaar hoe het gaat")
    at = next(one for one in at.radio if one.label == "Besluit").set_value("escalate").run()
    for said in ("Bel zelf de verwijzer.", "Is er nu gevaar? Bel 112.", "Veilig Thuis 0800-2000"):
        assert said in drawn(at)
    at = press(at, "Rond de evaluatie af")
    assert at.error  # without a reason nothing is decided
    next(one for one in at.text_area if one.label == "Waarom?").input("Er was weer ruzie.")
    at = press(at, "Rond de evaluatie af")
    assert not at.error
    assert "Opschalen: de verwijzer grijpt in" in drawn(at)

    turn = "is besloten op te schalen. De verwijzer doet nu wat hieronder bij de bodemeisen is afgesproken."
    for reader in (office.referrer, office.facilitator, office.coordinator):
        page = drawn(visit(reader, "plan", conference=meeting.conference))
        assert turn in page
        assert "Er was weer ruzie." in page
    meeting.do("add_evaluation", on=(office.house.today() + timedelta(days=1)).isoformat())
    meeting.evaluated("go_on")
    assert turn not in drawn(visit(office.referrer, "plan", conference=meeting.conference))
