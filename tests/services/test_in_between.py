"""Between two meetings: checked in from the phone, as narrow as the page said, confirmed, talked about, counted for the look back."""

from __future__ import annotations

import pytest
from sqlmodel import select

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.house import new_id
from sos_core.store.tables import Words
from tests.builders import Meeting, Somebody

WORDS = "Het ging net anders."


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


@pytest.fixture
def sem(meeting: Meeting) -> Somebody:
    return meeting.admitted("Sem")


@pytest.fixture
def agreement(meeting: Meeting, riet: Somebody, sem: Somebody) -> str:
    """Riet does it, Sem watches; it stands in the plan."""
    made = meeting.agree(riet, monitor=sem.id)
    meeting.adopted()
    return made


def texts(meeting: Meeting) -> list[str | None]:
    with meeting.house.store.reading() as session:
        return list(session.exec(select(Words.text).where(Words.conference == meeting.conference)))


def test_those_with_a_part_in_it_read_it_and_nobody_else(
    meeting: Meeting, riet: Somebody, sem: Somebody, agreement: str
) -> None:
    mo = meeting.admitted("Mo", "parent")
    meeting.do("check_in", riet, agreement=agreement, how="nearly", text=WORDS)
    for seen in (meeting.seen_by(riet), meeting.seen_by(sem), meeting.desk()):
        assert [one["text"] for one in seen["reports"][agreement]["said"]] == [WORDS]
    assert agreement in meeting.seen_by(mo)["agreements"]
    for seen in (meeting.seen_by(mo), meeting.screen()):
        assert seen["reports"] == {}
        assert WORDS not in str(seen)


def test_a_phone_counts_its_own_and_the_desk_all_since_the_last_look(
    meeting: Meeting, riet: Somebody, sem: Somebody, agreement: str
) -> None:
    for how in ("worked", "worked", "not"):
        meeting.office.clock.forward(days=1)
        meeting.do("check_in", riet, agreement=agreement, how=how)
    meeting.do("check_in", sem, agreement=agreement, how="worked")
    today = meeting.house.today().isoformat()
    own = meeting.seen_by(riet)["reports"][agreement]
    assert (own["worked"], own["nearly"], own["not"], own["last"]) == (2, 0, 1, today)
    desk = meeting.desk()["reports"][agreement]
    assert (desk["worked"], desk["not"], len(desk["said"])) == (3, 1, 4)
    meeting.evaluated("go_on")
    assert meeting.desk()["reports"] == {}
    assert meeting.seen_by(riet)["reports"][agreement]["worked"] == 2


def test_said_again_the_same_day_the_words_of_before_leave_the_database(
    meeting: Meeting, riet: Somebody, agreement: str
) -> None:
    first = meeting.do("check_in", riet, agreement=agreement, how="not", text=WORDS)
    assert meeting.do("check_in", riet, agreement=agreement, how="nearly", text="Toch wel.") == first
    assert WORDS not in texts(meeting)
    assert "Toch wel." in texts(meeting)
    meeting.do("take_back_check_in", riet, check_in=first)
    assert "Toch wel." not in texts(meeting)
    assert meeting.seen_by(riet)["reports"] == {}


def test_what_is_sent_again_by_a_phone_counts_once(meeting: Meeting, riet: Somebody, agreement: str) -> None:
    key = new_id()
    for _ in range(2):
        meeting.do("check_in", riet, key=key, agreement=agreement, how="worked")
    assert meeting.seen_by(riet)["reports"][agreement]["worked"] == 1


def test_nobody_takes_back_what_another_said_nor_checks_in_for_another(
    meeting: Meeting, riet: Somebody, sem: Somebody, agreement: str
) -> None:
    said = meeting.do("check_in", riet, agreement=agreement, how="worked")
    with pytest.raises(NotFound):
        meeting.do("take_back_check_in", sem, check_in=said)
    with pytest.raises(NotFound):
        meeting.do("check_in", sem, person=riet.id, agreement=agreement, how="worked")
    with pytest.raises(NotAllowed):
        meeting.do("check_in", agreement=agreement, person=riet.id, how="worked")


def test_the_ladder_climbs_by_the_yes_of_who_watches_and_comes_down_with_it(
    meeting: Meeting, riet: Somebody, sem: Somebody, agreement: str
) -> None:
    said = meeting.do("check_in", riet, agreement=agreement, how="worked")
    assert meeting.seen_by(sem)["reports"][agreement]["said"][0]["confirms"]
    assert not meeting.desk()["reports"][agreement]["said"][0]["confirms"]
    meeting.do("confirm_report", sem, check_in=said)
    noted = meeting.desk()["agreements"][agreement]["proof"]["noted"]
    assert noted == [{"proof": "worked", "on": meeting.house.today().isoformat(), "told_by": riet.id, "what_if": None}]
    assert meeting.screen()["agreements"][agreement]["proof"]["worked"] == 1
    meeting.do("unconfirm_report", sem, check_in=said)
    assert meeting.desk()["agreements"][agreement]["proof"]["rung"] is None


def test_on_a_phone_that_two_share_nobody_confirms_the_other(meeting: Meeting, riet: Somebody) -> None:
    noor = meeting.admitted("Noor", phone=riet)
    agreement = meeting.agree(riet, monitor=noor.id)
    meeting.adopted()
    said = meeting.do("check_in", riet, agreement=agreement, how="worked")
    with pytest.raises(NotAllowed) as raised:
        meeting.do("confirm_report", noor, check_in=said)
    assert raised.value.key == "check_ins.shared_phone"


def test_after_it_did_not_go_two_people_talk_and_both_know(
    meeting: Meeting, riet: Somebody, sem: Somebody, agreement: str
) -> None:
    said = meeting.do("check_in", riet, agreement=agreement, how="not")
    talk = meeting.do("agree_talk", sem, check_in=said, speaks=sem.id, to="facilitator")
    for seen in (meeting.seen_by(riet), meeting.seen_by(sem), meeting.desk()):
        assert (seen["talks"][talk]["speaks"], seen["talks"][talk]["to"]) == (sem.id, None)
    assert meeting.screen()["talks"] == {}
    meeting.do("finish_talk", talk=talk, text="We doen het zaterdag samen.")
    done = meeting.seen_by(riet)["talks"][talk]
    assert (done["done_on"], done["text"]) == (meeting.house.today().isoformat(), "We doen het zaterdag samen.")
    with pytest.raises(DomainError):
        meeting.do("finish_talk", sem, talk=talk)


def test_what_somebody_may_not_read_is_kept_from_them_here_too(
    meeting: Meeting, riet: Somebody, sem: Somebody, agreement: str
) -> None:
    meeting.do("restrict", kind="guarded", people=[sem.id], text="Kerkstraat 12")
    meeting.do("check_in", riet, agreement=agreement, how="not", text="Ik was in de Kerkstraat 12.")
    own, other = (meeting.seen_by(who)["reports"][agreement]["said"] for who in (riet, sem))
    assert [one["text"] for one in own] == ["Ik was in de Kerkstraat 12."]
    assert [one["text"] for one in other] == [None]
    meeting.do("check_in", sem, agreement=agreement, how="not", text="Was ze in de Kerkstraat 12?")
    assert meeting.seen_by(sem)["reports"][agreement]["said"][0]["text"] == "Was ze in de Kerkstraat 12?"
    talk = meeting.do("agree_talk", check_in=own[0]["id"], speaks=riet.id, to="facilitator")
    meeting.do("finish_talk", riet, talk=talk, text="Het is besproken.")
    meeting.do("restrict", kind="unread", people=[sem.id, riet.id])
    seen = meeting.seen_by(sem)
    assert [one["person"] for one in seen["reports"][agreement]["said"]] == [sem.id]
    assert seen["talks"][talk]["text"] is None
    assert meeting.seen_by(riet)["talks"][talk]["text"] == "Het is besproken."
