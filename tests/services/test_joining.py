"""Coming in: from the code on the screen to a phone that waits, and no further."""

import pytest
from sqlalchemy import event

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import Standing
from sos_core.services.house import new_id
from sos_core.services.joining import MOST_ON_ONE_PHONE, guest_of, join
from sos_core.store.tables import Conference
from tests.builders import Meeting, Office, Somebody


def refused(meeting: Meeting, why: str, /, **fields: str) -> None:
    before = meeting.now.entries
    with pytest.raises(DomainError) as refusal:
        join(meeting.house, **{"name": "Riet", **fields})
    assert refusal.value.key == why
    assert meeting.now.entries == before


def typed(code: str) -> list[str]:
    plain = code.replace("-", "")
    return [
        code,
        plain,
        plain.lower(),
        f"  {code.lower()} ",
        " ".join(plain),
        "-".join(plain),
        f"{plain[:4]} – {plain[4:]}",
    ]


def test_the_code_counts_however_it_is_typed(meeting: Meeting) -> None:
    for way in typed(meeting.code):
        token = join(meeting.house, name="Riet", code=way)
        guest = guest_of(meeting.house, token)
        assert guest is not None
        assert guest.conference == meeting.conference
        assert meeting.now.board.attendees[guest.people[0]].standing is Standing.WAITING


def test_the_code_is_one_that_can_be_read_from_afar(meeting: Meeting) -> None:
    assert len(meeting.code) == 9
    assert meeting.code[4] == "-"
    assert not set(meeting.code) & set("01OILS5")


def test_the_qrs_token_opens_the_same_door(meeting: Meeting) -> None:
    with meeting.house.store.reading() as session:
        secret = session.get_one(Conference, meeting.conference).token
    guest = guest_of(meeting.house, join(meeting.house, name="Riet", token=secret))
    assert guest is not None
    assert guest.conference == meeting.conference
    refused(meeting, "door.wrong_code", token=secret[:-1])
    refused(meeting, "door.wrong_code", token=secret.lower())


@pytest.mark.parametrize("code", ["", "   ", "AAAA-AAAA", "A" * 10_000, "' OR 1=1 --", "\x00", "\ud800", "😀"])
def test_another_code_is_wrong(meeting: Meeting, code: str) -> None:
    refused(meeting, "door.wrong_code", code=code)
    refused(meeting, "door.wrong_code", token=code)


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "a" * 61, "a\x00b", "\ud800"])
def test_somebody_without_a_name_stays_outside(meeting: Meeting, name: str) -> None:
    before = meeting.now.entries
    with pytest.raises(DomainError) as refusal:
        join(meeting.house, name=name, code=meeting.code)
    assert refusal.value.key.startswith("words.")
    assert meeting.now.entries == before


def test_a_closed_door_lets_nobody_in(meeting: Meeting) -> None:
    code = meeting.code
    meeting.do("close_door")
    refused(meeting, "door.closed", code=code)
    meeting.do("open_door")
    assert meeting.join("Riet")


def test_two_people_share_a_phone_and_each_speaks_in_the_own_name(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    sem = meeting.admitted("Sem", "child", phone=riet)
    assert sem.token == riet.token
    assert meeting.guest(riet).people == (riet.id, sem.id)
    cards = meeting.now.board.cards
    assert cards == {}
    first, second = meeting.say(riet, "worry"), meeting.say(sem, "worry")
    cards = meeting.now.board.cards
    assert (cards[first].author, cards[second].author) == (riet.id, sem.id)
    assert set(meeting.seen_by(sem)["people"]) == {riet.id, sem.id}


def test_a_phone_that_joined_adds_somebody_without_typing_the_code_again(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    assert join(meeting.house, name="Sem", phone_token=riet.token) == riet.token
    assert len(meeting.guest(riet).people) == 2


def test_one_phone_carries_eight_people(meeting: Meeting) -> None:
    riet = meeting.join("Riet")
    for number in range(MOST_ON_ONE_PHONE - 1):
        meeting.join(f"Kind {number}", phone=riet)
    refused(meeting, "door.phone_full", code=meeting.code, phone_token=riet.token)


def test_a_phone_from_another_conference_comes_in_as_a_new_one(office: Office, meeting: Meeting) -> None:
    other = office.meeting(facilitator=office.other_facilitator)
    riet = other.admitted("Riet")
    token = join(meeting.house, name="Riet", code=meeting.code, phone_token=riet.token)
    assert token != riet.token
    guest = guest_of(meeting.house, token)
    assert guest is not None
    assert guest.conference == meeting.conference
    assert len(guest.people) == 1
    assert other.guest(riet).people == (riet.id,)


def test_sending_it_twice_brings_in_one_person_and_both_answers_open_the_phone(meeting: Meeting) -> None:
    key = new_id()
    join(meeting.house, name="Riet", code=meeting.code, key=key)
    seq = meeting.now.board.seq
    token = join(meeting.house, name="Riet", code=meeting.code, key=key)
    assert meeting.now.board.seq == seq
    guest = guest_of(meeting.house, token)
    assert guest is not None
    assert len(guest.people) == 1
    assert join(meeting.house, name="Riet", code=meeting.code, key=key, phone_token=token) == token


def test_a_room_that_joins_at_once_waits_for_the_disk_once_each(meeting: Meeting) -> None:
    kept: list[object] = []
    event.listen(meeting.house.store.engine, "commit", kept.append)
    join(meeting.house, name="Riet", code=meeting.code, key=new_id())
    assert len(kept) == 1


@pytest.mark.parametrize("key", ["\ud800", "\x00", "a" * 500])
def test_a_key_that_is_none_is_refused(meeting: Meeting, key: str) -> None:
    refused(meeting, "input.not_an_id", code=meeting.code, key=key)


@pytest.mark.parametrize("token", [None, "", "geen", "\ud800", "x" * 5000])
def test_a_cookie_of_nobody_is_nobody(meeting: Meeting, token: str | None) -> None:
    assert guest_of(meeting.house, token) is None


def test_who_waits_or_was_put_out_says_nothing(meeting: Meeting) -> None:
    late = meeting.join("Late")
    with pytest.raises(NotAllowed) as refusal:
        meeting.say(late, "worry")
    assert refusal.value.key == "person.not_admitted"
    riet = meeting.admitted("Riet")
    meeting.do("turn_away", person=riet.id)
    with pytest.raises(NotAllowed):
        meeting.say(riet, "worry")
    assert set(meeting.seen_by(riet)) == {"seq", "me", "people"}


def test_nobody_speaks_for_somebody_on_another_phone(meeting: Meeting) -> None:
    riet, els = meeting.admitted("Riet"), meeting.admitted("Els")
    with pytest.raises(NotFound) as refusal:
        meeting.say(riet, "worry", person=els.id)
    assert refusal.value.key == "person.not_here"


def test_the_cookie_itself_is_not_kept(meeting: Meeting) -> None:
    riet = meeting.join("Riet")
    with meeting.house.store.engine.connect() as connection:
        assert riet.token not in repr(connection.exec_driver_sql("SELECT * FROM phone").all())


def test_somebody_leaves_and_is_seen_as_gone(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.do("leave", riet)
    assert meeting.now.board.attendees[riet.id].standing is Standing.OUT


def test_the_desk_alone_knows_who_speak_through_one_phone(meeting: Meeting) -> None:
    mama, riet = meeting.admitted("Sanne", "parent"), meeting.admitted("Riet")
    sem = meeting.join("Sem", phone=mama)
    people = meeting.desk()["people"]
    assert people[sem.id]["phone"] == people[mama.id]["phone"] != people[riet.id]["phone"]
    meeting.do("leave", riet)
    meeting.do("admit_again", person=sem.id, same_as=riet.id)
    people = meeting.desk()["people"]
    assert people[riet.id]["phone"] == people[mama.id]["phone"]
    for view in (meeting.screen(), meeting.seen_by(mama)):
        assert all("phone" not in person for person in view["people"].values())


def test_who_comes_back_is_who_they_were(meeting: Meeting) -> None:
    """What was hidden from somebody stays hidden when they join anew; what is theirs is theirs again."""
    mother, father = meeting.admitted("Sanne", "parent"), meeting.admitted("Mo", "parent", relation="papa")
    hidden = meeting.shown(mother, "worry", "Hij heeft de sleutel.", hidden_from=[father.id])
    own = meeting.shown(father, "strength", "Ik breng ze elke dag.")
    meeting.do("leave", father)

    again = meeting.join("Mo")
    meeting.do("admit_again", person=again.id, same_as=father.id)
    view = meeting.seen_by(Somebody("Mo", father.id, again.token))
    assert view["cards"][own]["mine"]
    assert hidden not in view["cards"]
    assert view["people"][father.id]["relation"] == "papa"
    assert again.id not in view["people"]
    assert meeting.guest(again).people == (father.id,)
    assert meeting.guest(father).people == ()
    with pytest.raises(DomainError) as refusal:
        meeting.do("admit_again", person=mother.id, same_as=father.id)
    assert refusal.value.key == "door.not_waiting"
