"""Only in separate sessions: it is named who may not be together, each meets without the other, and what both agree to is one plan."""

from __future__ import annotations

from typing import Any

import pytest

from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Standing, Together
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.joining import guest_of, join
from sos_core.services.own_links import make_door_link
from sos_core.services.papers import plan_paper
from sos_core.services.plan_in_words import plan_in_words
from sos_core.services.referrals import judge_together
from sos_core.store.tables import Conference
from tests.builders import Meeting, Office, Somebody

HOURS = {"begins": "09:30", "ends": "12:00", "place": "Buurthuis"}
ADDRESS = "Lindelaan 12"


@pytest.fixture
def separate(office: Office) -> Meeting:
    """Judged so before it was taken; its film is chosen, and nobody came."""
    meeting = office.meeting(library=None, together=Together.SEPARATE)
    meeting.do("add_routine", library="naar-school")
    return meeting


def invited(meeting: Meeting) -> tuple[str, str]:
    anna, karim = (("Anna", "moeder"), ("Karim", "vader"))
    return tuple(meeting.do("invite", name=n, role="parent", relation=r) for n, r in (anna, karim))  # type: ignore[return-value]


def refused(meeting: Meeting, key: str, verb: str, **fields: Any) -> None:
    before = meeting.now.board
    with pytest.raises(DomainError) as no:
        meeting.do(verb, **fields)
    assert no.value.key == key
    assert meeting.now.board == before


def judged(office: Office, meeting: Meeting, together: Together) -> None:
    with office.house.store.reading() as session:
        referral = session.get_one(Conference, meeting.conference).referral
    said = {"together": together, "by": "Jo", "why": "Na een gesprek met ieder apart.", "mapped": True}
    judge_together(office.house, office.referrer, referral, **said)


def by_letter(meeting: Meeting, person: str, name: str) -> Somebody:
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, person)
    return Somebody(name, person, join_by_link(meeting.house, link=link).token)


def test_until_it_is_named_who_nothing_is_planned_and_nobody_comes_in(separate: Meeting) -> None:
    anna, karim = invited(separate)
    day = {"on": "2026-11-16", "people": [anna], **HOURS}
    assert separate.desk()["name_first"] is True
    refused(separate, "restrictions.name_first", "plan_session", **day)
    refused(separate, "restrictions.name_first", "open_door")
    separate.do("restrict", kind="apart", people=[anna, karim])
    assert separate.desk()["name_first"] is False
    separate.do("plan_session", **day)
    separate.do("open_door")
    assert "name_first" not in separate.screen()


def test_judged_so_once_people_are_in_nobody_more_comes_in_until_it_is_named(office: Office, meeting: Meeting) -> None:
    anna, waits = meeting.admitted("Anna", "parent"), meeting.join("Karim")
    judged(office, meeting, Together.SEPARATE)
    assert meeting.desk()["name_first"] is True
    refused(meeting, "restrictions.name_first", "admit", person=waits.id, role="parent")
    meeting.do("mark_here", people=[anna.id], here=False)
    refused(meeting, "restrictions.name_first", "mark_here", people=[anna.id], here=True)
    judged(office, meeting, Together.NOT_NOW)
    refused(meeting, "referral.not_now", "admit", person=waits.id, role="parent")
    judged(office, meeting, Together.TOGETHER)
    assert meeting.desk()["name_first"] is False
    meeting.do("admit", person=waits.id, role="parent")
    meeting.do("mark_here", people=[anna.id], here=True)
    assert meeting.now.board.here == {anna.id, waits.id}


def test_who_was_named_before_it_was_judged_is_named(office: Office, meeting: Meeting) -> None:
    anna, karim = invited(meeting)
    held = meeting.do("restrict", kind="apart", people=[anna, karim])
    judged(office, meeting, Together.SEPARATE)
    assert meeting.desk()["name_first"] is False
    meeting.do("admit", person=by_letter(meeting, anna, "Anna").id, role="parent")
    meeting.do("lift_restriction", restriction=held)
    assert meeting.desk()["name_first"] is True


def test_two_sessions_each_with_one_of_them_come_together_in_one_plan(separate: Meeting) -> None:
    """The whole road: each comes to the own day and in no way to the other's, and both say yes to their own part of one plan."""
    anna, karim = invited(separate)
    separate.do("restrict", kind="apart", people=[anna, karim])
    separate.do("restrict", kind="guarded", people=[karim], text=ADDRESS)
    for day, who in (("2026-11-09", anna), ("2026-11-16", karim)):
        separate.do("plan_session", on=day, people=[who], **HOURS)
    separate.do("open_door")
    mother, hers = met(separate, anna, "Anna", keeps_out=karim, called="Karim")
    secret = separate.agree(mother, what=f"Belt oma vanuit de {ADDRESS}.")
    separate.do("answer_agreement", mother, agreement=secret, answer="yes")
    separate.do("close_door")

    separate.office.clock.forward(days=7)
    separate.do("open_door")
    separate.do("begin_session")
    father, his = met(separate, karim, "Karim", keeps_out=anna, called="Anna")
    assert separate.now.board.here == {karim}
    separate.adopted()

    mother = by_letter(separate, anna, "Anna")  # from home
    for reader, agreements in ((mother, {hers, his, secret}), (father, {hers, his})):
        board = separate.seen_by(reader)
        assert set(board["plans"]) == {"1"}
        assert set(board["agreements"]) == agreements
        answers = {key: one["answers"] for key, one in board["agreements"].items()}
        assert answers[hers][anna]["answer"] == answers[his][karim]["answer"] == "yes"
        paper = plan_paper(separate.house, separate.guest(reader), separate.conference, 1, through=reader.id)
        whats = {one.what for one in paper.agreements}
        assert {"Anna brengt Sem naar school.", "Karim brengt Sem naar school."} <= whats
        told = str(plan_in_words(separate.house, separate.conference, separate.eyes(reader), lang="nl"))
        assert all(what in told for what in whats)
        assert (ADDRESS in told) is (ADDRESS in str(board)) is (ADDRESS in str(paper)) is (reader is mother)


def met(meeting: Meeting, person: str, name: str, *, keeps_out: str, called: str) -> tuple[Somebody, str]:
    """One session: this one comes by the own letter, says what there is to say, and agrees; the other tries every way in."""
    here = by_letter(meeting, person, name)
    meeting.do("admit", person=person, role="parent")
    risk = meeting.shown(here, "risk", f"{name} ziet dat Sem te laat is.")
    agreement = meeting.agree(here, what=f"{name} brengt Sem naar school.", risks=[risk])
    meeting.do("answer_agreement", here, agreement=agreement, answer="yes")
    with meeting.house.store.reading() as session:
        token = session.get_one(Conference, meeting.conference).token
    for way in ({"code": meeting.code}, {"token": token}):
        no_way_in(meeting, name, as_stranger(meeting, called, **way), keeps_out)
    no_way_in(meeting, name, by_letter(meeting, keeps_out, called), keeps_out)
    return here, agreement


def as_stranger(meeting: Meeting, name: str, **way: str) -> Somebody:
    phone = join(meeting.house, name=name, **way)
    guest = guest_of(meeting.house, phone)
    assert guest
    return Somebody(name, guest.people[0], phone)


def no_way_in(meeting: Meeting, present: str, comes: Somebody, known: str) -> None:
    """Neither as somebody new nor as who they are; and what their phone has tells of nobody who is there."""
    if comes.id != known:
        refused(meeting, "restrictions.is_this_the_same", "admit", person=comes.id, role="parent")
        refused(meeting, "restrictions.apart", "admit_again", person=comes.id, same_as=known)
    elif meeting.now.board.attendees[known].standing is Standing.WAITING:
        refused(meeting, "restrictions.apart", "admit", person=known, role="parent")
    else:
        refused(meeting, "restrictions.apart", "mark_here", people=[known], here=True)
    assert known not in meeting.now.board.here
    now = meeting.seen_by(comes)
    assert not any(one.get("here") for one in now["people"].values() if one["id"] != comes.id)
    if now["me"]["state"] == "waiting":
        assert present not in str(now)
        meeting.do("turn_away", person=comes.id)
