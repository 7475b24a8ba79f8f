"""Erasing one person at that person's request: their canary words are nowhere, what the others said and agreed stays, by two people, also
after an older database is put back.
"""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import orjson
import pytest
from sqlmodel import select

from sos_core.access.eyes import DESK
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.fold import replay
from sos_core.domain.kinds import Keeping, Standing
from sos_core.domain.safety_net import Circle, Known
from sos_core.services.closing import reopen
from sos_core.services.conferences import take
from sos_core.services.erasing import confirm, propose, withdraw
from sos_core.services.erasing_one import leaving_ones, propose_person
from sos_core.services.house import new_id
from sos_core.services.invitations import net_to_invite
from sos_core.services.joining import guest_of
from sos_core.services.net_form import NetPersonForm
from sos_core.services.own_links import switch_on_calendar
from sos_core.services.papers import plan_paper
from sos_core.services.retention import closed_ones, gone_ones
from sos_core.services.safety_net import keep_net_person, safety_net
from sos_core.services.starting import start_house
from sos_core.services.tidying import clean
from sos_core.services.what_is_kept import kept_paper
from sos_core.store import ledger
from sos_core.store.engine import DATABASE
from sos_core.store.tables import Link, NetPerson, Person, Phone
from tests.builders import Meeting, Office, Somebody
from tests.own_loop import awaited
from tests.raw_pages import raw_words
from tests.services.test_closing import referral_of

OWN = (
    *("ZqRiet", "ZqBuurvrouw", "ZqWorry", "ZqClearer", "ZqLater", "ZqIf", "ZqTold", "ZqNote", "ZqConfided"),
    *("ZqWrong", "ZqNotwrong", "ZqStated", "ZqReported", "ZqContact", "ZqAsks", "ZqMail"),
)
IN_THE_NET = ("ZqNetname", "ZqNetaunt")
OTHERS = ("ZqAnna", "ZqMother", "ZqWhat", "ZqElse")


@pytest.fixture
def aunt(meeting: Meeting) -> Somebody:
    """She said and was written one of everything, each with a word to find again; a mother did so too."""
    aunt = meeting.admitted("ZqRiet", "network", relation="ZqBuurvrouw")
    mother = meeting.admitted("ZqAnna", "parent")
    meeting.shown(mother, "worry", "ZqMother loopt.")
    meeting.do("confide", mother, text="ZqElse loopt.")
    card = meeting.shown(aunt, "worry", "ZqWorry loopt.")
    meeting.do("clarify", card=card, text="ZqClearer loopt.")
    meeting.do("park", card=card, reason="ZqLater loopt.")
    agreement = meeting.agree(aunt, what="ZqWhat loopt.")
    meeting.do("answer_agreement", aunt, agreement=agreement, answer="yes_if", text="ZqIf loopt.")
    meeting.do("tell_back", aunt, agreement=agreement, text="ZqTold loopt.")
    meeting.do("write_note", person=aunt.id, text="ZqNote loopt.")
    meeting.do("confide", aunt, text="ZqConfided loopt.")
    correction = meeting.do("ask_correction", aunt, text="ZqWrong loopt.")
    meeting.do("answer_correction", correction=correction, done=False, text="ZqNotwrong loopt.")
    scale = meeting.do("ask_scale")
    meeting.do("set_scale", aunt, scale=scale, value=3)
    meeting.do("set_scale", mother, scale=scale, value=7)
    meeting.do("show_scale", scale=scale)
    switch_on_calendar(meeting.house, meeting.guest(aunt), person=aunt.id)
    meeting.adopted()
    meeting.do("make_statement", aunt, text="ZqStated loopt.")
    meeting.do("check_in", aunt, agreement=agreement, how="not", text="ZqReported loopt.")
    meeting.do("plan_contact_step", person=aunt.id, what="ZqContact loopt.", asks="ZqAsks loopt.")
    with meeting.house.store.writing() as session:
        session.get_one(Person, aunt.id).mail = "ZqMail@mail.test"
    return aunt


def erased(meeting: Meeting, who: Somebody | str) -> None:
    """Proposed by who leads, done by an administrator."""
    person = who if isinstance(who, str) else who.id
    wanted = propose_person(meeting.house, meeting.facilitator, meeting.conference, person)
    assert confirm(meeting.house, meeting.office.administrator, wanted)


def put_back(office: Office, older: Path) -> None:
    """The database of before lies in its place again, and the house starts."""
    office.house.store.seal()
    for beside in office.house.settings.data.glob(f"{DATABASE}-*"):
        beside.unlink()
    shutil.copyfile(older, office.house.settings.data / DATABASE)
    office.house = start_house(office.house.settings)


def copied(office: Office, older: Path) -> Path:
    office.house.store.forget()
    shutil.copyfile(office.house.settings.data / DATABASE, older)
    return older


def found(meeting: Meeting, words: tuple[str, ...]) -> set[str]:
    raw = raw_words(meeting.house.settings.data)
    return {word for word in words if word.encode() in raw}


def test_of_this_person_no_page_holds_a_word_and_of_the_others_all(meeting: Meeting, aunt: Somebody) -> None:
    assert found(meeting, OWN) == set(OWN), "else this test would pass by not looking"
    erased(meeting, aunt)
    assert found(meeting, OWN) == set()
    assert found(meeting, OTHERS) == set(OTHERS)


def test_all_that_goes_stood_on_the_own_sheet_and_after_it_there_is_no_word_left(
    meeting: Meeting, aunt: Somebody
) -> None:
    """What is erased with somebody is what is theirs: the one cannot grow without the other."""
    sheet = repr(kept_paper(meeting.house, meeting.facilitator, meeting.conference, aunt.id))
    assert {word for word in OWN if word not in sheet} == set()
    assert not any(word in sheet for word in ("ZqAnna", "ZqMother", "ZqElse"))
    erased(meeting, aunt)
    left = kept_paper(meeting.house, meeting.facilitator, meeting.conference, aunt.id)
    assert left.lines[-1].what == "erased"
    assert not any(word in repr(left) for word in OWN)


def test_facts_stay_and_the_others_go_on(meeting: Meeting, aunt: Somebody) -> None:
    erased(meeting, aunt)
    mother, now = meeting.people["ZqAnna"], meeting.now
    assert replay(now.entries) == now.board
    assert now.board.attendees[aunt.id].standing is Standing.OUT
    (scale,) = now.board.scales.values()
    assert dict(scale.values) == {mother.id: 7}
    (agreement,) = meeting.desk()["agreements"].values()
    assert (agreement["what"], agreement["who"]) == ("ZqWhat loopt.", aunt.id)
    assert meeting.desk()["people"][aunt.id]["name"] is None
    cards = {card["text"] for card in meeting.seen_by(mother)["cards"].values()}
    assert cards == {None, "ZqMother loopt."}
    paper = repr(plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1))
    assert "ZqWhat" in paper
    assert not any(word in paper for word in OWN)
    meeting.shown(mother, "strength", "Het gaat door.")


def test_whoever_looks_on_sees_the_words_go_and_the_own_phone_is_out(meeting: Meeting, aunt: Somebody) -> None:
    async def watch() -> tuple[bytes, bytes, bool, bool]:
        hub, own = meeting.house.hub, meeting.eyes(aunt)
        wanted = propose_person(meeting.house, meeting.facilitator, meeting.conference, aunt.id)
        with hub.listen(meeting.conference, DESK) as desk, hub.listen(meeting.conference, own) as phone:
            for ear in (desk, phone):
                ear.hold()
                ear.go_on(meeting.now.board.seq)
            cleaned = await asyncio.to_thread(confirm, meeting.house, meeting.office.administrator, wanted)
            await asyncio.sleep(0)
            return desk.take(), phone.take(), phone.ended, cleaned

    desk, phone, ended, cleaned = awaited(watch())
    assert b'"text":null' in desk
    assert b'"name":null' in desk
    assert ended
    assert not cleaned, "every page is written anew later: people meet now"
    assert not any(word.encode() in desk + phone for word in OWN)


def test_whoever_looks_on_sees_the_words_go_also_of_somebody_who_left_before(meeting: Meeting) -> None:
    aunt = meeting.admitted("ZqRiet")
    card = meeting.shown(aunt, "worry", "ZqWorry loopt.")
    meeting.do("turn_away", person=aunt.id)

    async def watch() -> bytes:
        wanted = propose_person(meeting.house, meeting.facilitator, meeting.conference, aunt.id)
        with meeting.house.hub.listen(meeting.conference, DESK) as desk:
            desk.hold()
            desk.go_on(meeting.now.board.seq)
            await asyncio.to_thread(confirm, meeting.house, meeting.office.administrator, wanted)
            await asyncio.sleep(0)
            return desk.take()

    patch = orjson.loads(awaited(watch()).split(b"data: ")[1].split(b"\n")[0])
    assert patch["put"]["cards"][card]["text"] is None
    assert patch["put"]["people"][aunt.id]["name"] is None


def test_who_read_the_board_while_it_was_erased_brings_no_word_back(meeting: Meeting, aunt: Somebody) -> None:
    before = meeting.now
    erased(meeting, aunt)
    meeting.house.boards.forget(meeting.conference)
    meeting.house.boards.keep(meeting.conference, before)
    assert not any(word in repr(meeting.now.lookup) for word in OWN)


def test_the_phone_and_its_links_open_nothing_any_more_and_a_shared_phone_stays(meeting: Meeting) -> None:
    aunt = meeting.admitted("Riet")
    child = meeting.admitted("Sem", "child", phone=aunt)
    alone = meeting.admitted("Bram", "parent")
    switch_on_calendar(meeting.house, meeting.guest(aunt), person=aunt.id)
    erased(meeting, aunt)
    erased(meeting, alone)
    assert meeting.guest(child).people == (child.id,)
    assert guest_of(meeting.house, alone.token) is None
    with meeting.house.store.reading() as session:
        assert session.exec(select(Link)).all() == []
        assert len(session.exec(select(Phone)).all()) == 1


def test_two_people_are_needed_and_the_second_is_a_coordinator_or_administrator(
    meeting: Meeting, office: Office, aunt: Somebody
) -> None:
    for actor in (office.other_facilitator, office.referrer, office.administrator, meeting.guest(aunt)):
        with pytest.raises((NotFound, NotAllowed)):
            propose_person(office.house, actor, meeting.conference, aunt.id)
    wanted = propose_person(office.house, office.coordinator, meeting.conference, aunt.id)
    for actor in (office.coordinator, office.facilitator, office.referrer):
        with pytest.raises(NotAllowed):
            confirm(office.house, actor, wanted)
    with pytest.raises(DomainError, match=r"erasing\.proposed_already"):
        propose_person(office.house, meeting.facilitator, meeting.conference, aunt.id)
    assert found(meeting, OWN) == set(OWN)
    withdraw(office.house, office.administrator, wanted)
    erased(meeting, aunt)
    with pytest.raises(DomainError, match=r"erasing\.gone_already"):
        propose_person(office.house, meeting.facilitator, meeting.conference, aunt.id)


def test_an_administrator_sees_a_number_and_no_name(meeting: Meeting, office: Office, aunt: Somebody) -> None:
    propose_person(office.house, meeting.facilitator, meeting.conference, aunt.id)
    (seen,) = leaving_ones(office.house, office.coordinator)
    assert (seen.name, seen.by) == ("ZqRiet", meeting.facilitator.name)
    (seen,) = leaving_ones(office.house, office.administrator)
    assert (seen.name, seen.alias) == (None, None)


def test_it_counts_as_no_erasure_of_the_whole_nor_stops_one(meeting: Meeting, office: Office, aunt: Somebody) -> None:
    from sos_core.domain.kinds import ClosedBecause
    from sos_core.services.closing import close

    referral = referral_of(meeting)
    erased(meeting, aunt)
    (gone,) = gone_ones(office.house, office.coordinator)
    assert gone.keeping is None
    close(office.house, meeting.facilitator, referral, because=ClosedBecause.WITHDREW)
    waiting = propose_person(office.house, office.coordinator, meeting.conference, meeting.people["ZqAnna"].id)
    (closed,) = closed_ones(office.house, office.coordinator)
    assert (closed.gone, closed.proposal) == ((), None)
    reopen(office.house, office.coordinator, referral)
    assert [one.id for one in leaving_ones(office.house, office.coordinator)] == [waiting]
    close(office.house, meeting.facilitator, referral, because=ClosedBecause.WITHDREW)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.FAMILY, asked_for=True)
    assert confirm(office.house, office.administrator, wanted)
    assert leaving_ones(office.house, office.coordinator) == []
    with pytest.raises(DomainError, match=r"erasing\.gone_already"):
        confirm(office.house, office.administrator, waiting)


def test_an_older_database_that_is_put_back_forgets_this_person_again(
    meeting: Meeting, office: Office, aunt: Somebody, tmp_path: Path
) -> None:
    older = copied(office, tmp_path / "older.db")
    erased(meeting, aunt)
    assert not any(word in office.house.settings.ledger.read_text() for word in OWN)
    (line,) = ledger.read(office.house.settings.ledger)
    assert line.person == aunt.id
    put_back(office, older)
    assert clean(office.house)
    assert found(meeting, OWN) == set()
    assert found(meeting, OTHERS) == set(OTHERS)


# -- in the safety net ------------------------------------------------------------------------------------------------


def around(meeting: Meeting, name: str, relation: str) -> str:
    """Somebody in the family's safety net, of whom all is well; their id there."""
    person = new_id()
    answers = dict.fromkeys(("reachable", "knows", "willing", "dares"), Known.YES)
    form = NetPersonForm(name=name, relation=relation, circle=Circle.INNER, informal=True, **answers)
    keep_net_person(meeting.house, meeting.facilitator, referral_of(meeting), person, form)
    return person


@pytest.fixture
def aunt_of_the_net(meeting: Meeting) -> str:
    """Asked to come, from the safety net; there she has another name, and somebody else stands beside her."""
    aunt = around(meeting, "ZqRiet", "ZqBuurvrouw")
    meeting.do("invite_from_net", person=aunt, role="network")
    form = NetPersonForm(name="ZqNetname", relation="ZqNetaunt", circle=Circle.OUTER, informal=True)
    keep_net_person(meeting.house, meeting.facilitator, referral_of(meeting), aunt, form)
    around(meeting, "ZqAnna", "ZqMother")
    return aunt


def in_the_net(meeting: Meeting) -> list[str | None]:
    return [one.name for one in safety_net(meeting.house, meeting.office.coordinator, referral_of(meeting)).people]


def test_who_was_asked_from_the_safety_net_goes_there_too_and_is_counted_on_no_more(
    meeting: Meeting, aunt_of_the_net: str
) -> None:
    everything = {"ZqRiet", "ZqBuurvrouw", *IN_THE_NET}
    assert found(meeting, tuple(everything)) == everything
    erased(meeting, aunt_of_the_net)
    assert found(meeting, tuple(everything)) == set()
    assert found(meeting, ("ZqAnna", "ZqMother")) == {"ZqAnna", "ZqMother"}
    assert in_the_net(meeting) == ["ZqAnna"]
    assert net_to_invite(meeting.house, meeting.facilitator, meeting.conference)[0].name == "ZqAnna"
    assert meeting.now.board.attendees[aunt_of_the_net].standing is Standing.OUT


def test_a_page_of_before_does_not_put_her_back_in_the_net(meeting: Meeting, aunt_of_the_net: str) -> None:
    erased(meeting, aunt_of_the_net)
    form = NetPersonForm(name="ZqNetname", relation="", circle=Circle.INNER, informal=True)
    with pytest.raises(NotFound):
        keep_net_person(meeting.house, meeting.facilitator, referral_of(meeting), aunt_of_the_net, form)
    assert found(meeting, IN_THE_NET) == set()


@pytest.mark.parametrize("asked", ["never asked", "asked, and taken off the list"])
def test_who_stands_in_the_net_alone_can_ask_for_it_too(meeting: Meeting, office: Office, asked: str) -> None:
    aunt = around(meeting, *IN_THE_NET)
    if asked != "never asked":
        meeting.do("invite_from_net", person=aunt, role="network")
        meeting.do("withdraw_invitation", person=aunt)
    wanted = propose_person(meeting.house, meeting.facilitator, meeting.conference, aunt)
    assert [one.name for one in leaving_ones(office.house, office.coordinator)] == ["ZqNetname"]
    assert [one.name for one in leaving_ones(office.house, office.administrator)] == [None]
    assert confirm(meeting.house, office.administrator, wanted)
    assert found(meeting, IN_THE_NET) == set()
    assert leaving_ones(office.house, office.coordinator) == []
    elsewhere = office.meeting(facilitator=office.other_facilitator)
    with pytest.raises(NotFound):
        propose_person(office.house, office.coordinator, meeting.conference, around(elsewhere, "Mo", ""))


@pytest.mark.parametrize("older_than", ["the erasing", "the invitation", "the conference", "the net"])
def test_an_older_database_that_is_put_back_forgets_who_stood_in_the_net(
    office: Office, older_than: str, tmp_path: Path
) -> None:
    referral, older = office.referral(), tmp_path / "older.db"
    if older_than == "the net":
        copied(office, older)
    aunt = new_id()
    form = NetPersonForm(name="ZqNetname", relation="ZqNetaunt", circle=Circle.INNER, informal=True)
    keep_net_person(office.house, office.referrer, referral, aunt, form)
    if older_than == "the conference":
        copied(office, older)
    meeting = Meeting(office, take(office.house, office.facilitator, referral), office.facilitator)
    if older_than == "the invitation":
        copied(office, older)
    meeting.do("invite_from_net", person=aunt, role="network")
    if older_than == "the erasing":
        copied(office, older)
    erased(meeting, aunt)
    put_back(office, older)
    assert clean(office.house)
    assert found(meeting, IN_THE_NET) == set()
    with office.house.store.reading() as session:
        assert session.get(NetPerson, aunt) is None
