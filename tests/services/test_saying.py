"""What somebody says is kept once, whole, in order, whatever else happens at the same time."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlmodel import func, select

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.doing import do
from sos_core.services.house import new_id
from sos_core.services.saying import say
from sos_core.store.journal import Kept
from sos_core.store.tables import Words
from tests.builders import Meeting, Office


def texts(meeting: Meeting) -> list[str | None]:
    board = meeting.now.board
    return [meeting.now.lookup.text(card.words) for card in board.cards.values()]


def words_kept(meeting: Meeting) -> int:
    with meeting.house.store.reading() as session:
        return session.exec(select(func.count()).select_from(Words)).one()


def risk(meeting: Meeting, **changes: Any) -> dict[str, Any]:
    said = {"key": new_id(), "kind": "risk", "text": "Er wordt geschreeuwd.", "scene": meeting.scenes[0]}
    return {**said, **changes}


def test_what_is_said_stands_on_the_board_as_it_was_said(meeting: Meeting) -> None:
    mother, father = meeting.admitted("Mo", "parent"), meeting.admitted("Pa", "parent")
    card = meeting.say(mother, "risk", " Hé <b>jij</b> 👩‍👧 \r\n weg! ", audience="adults", hidden_from=[father.id])
    found = meeting.desk()["cards"][card]
    assert found["text"] == "Hé <b>jij</b> 👩‍👧 \n weg!"
    assert (found["author"], found["scene"], found["on_board"]) == (mother.id, meeting.scenes[0], False)
    assert (found["audience"], found["hidden_from"], found["narrow"]) == ("adults", [father.id], True)


def test_help_may_be_offered_without_words(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    for text in (None, "", "   "):
        card = meeting.say(riet, "help_step_in", text, scene=meeting.scenes[0])
        assert meeting.desk()["cards"][card]["wordless"]


def test_sending_it_again_with_its_key_gives_the_same_answer_and_nothing_new(meeting: Meeting) -> None:
    guest = meeting.guest(meeting.admitted("Riet"))
    said = risk(meeting)
    first = say(meeting.house, guest, said)
    again = say(meeting.house, guest, {**said, "text": "Iets anders."})
    assert first == again == Kept(meeting.now.board.seq, first.id)
    assert texts(meeting) == ["Er wordt geschreeuwd."]


def test_a_card_has_the_id_that_its_phone_sent_it_with_so_that_the_phone_knows_it_at_sight(meeting: Meeting) -> None:
    guest, said = meeting.guest(meeting.admitted("Riet")), risk(meeting)
    assert say(meeting.house, guest, said).id == said["key"]


def test_no_key_takes_the_place_of_what_is_there(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    card = meeting.say(riet, "worry", "Ik ben bang.")
    for taken in (riet.id, meeting.scenes[0], "geen sleutel", card.lower()):
        answer = say(meeting.house, meeting.guest(riet), risk(meeting, key=taken))
        assert answer.id not in {taken, card}
    assert meeting.desk()["cards"][card]["text"] == "Ik ben bang."


def test_eight_times_the_same_at_once_is_one_card(meeting: Meeting) -> None:
    guest, said = meeting.guest(meeting.admitted("Riet")), risk(meeting)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: say(meeting.house, guest, said), range(8)))
    assert len(set(answers)) == 1
    assert texts(meeting) == ["Er wordt geschreeuwd."]
    assert meeting.now.board.seq == answers[0].seq


def test_forty_who_speak_at_once_are_all_heard_one_after_the_other(meeting: Meeting) -> None:
    people = [meeting.admitted(f"Mens {number}") for number in range(5)]
    guests = [meeting.guest(people[number % 5]) for number in range(40)]
    before = meeting.now.board.seq
    said = [risk(meeting, text=f"Zin {number}.") for number in range(40)]
    with ThreadPoolExecutor(40) as threads:
        answers = list(threads.map(lambda pair: say(meeting.house, *pair), zip(guests, said, strict=True)))
    assert sorted(answer.seq for answer in answers) == list(range(before + 1, before + 41))
    assert sorted(texts(meeting)) == sorted(f"Zin {number}." for number in range(40))  # type: ignore[type-var]
    assert [entry.seq for entry in meeting.now.entries] == list(range(1, before + 41))
    for answer, one in zip(answers, said, strict=True):
        assert meeting.desk()["cards"][answer.id]["text"] == one["text"]


def test_what_is_refused_leaves_no_word_behind(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    before, words = meeting.now.entries, words_kept(meeting)
    for fields in ({"scene": "elsewhere"}, {"risk": "gone"}, {"hidden_from": [riet.id]}, {"audience": "nobody"}):
        with pytest.raises(DomainError):
            meeting.say(riet, "risk", "Dit blijft niet.", **fields)
    with pytest.raises(DomainError):
        meeting.agree(riet, backups=[riet.id])
    with pytest.raises(DomainError):
        meeting.do("add_routine", library="bestaat-niet")
    assert meeting.now.entries == before
    assert words_kept(meeting) == words


def test_a_key_is_needed_and_the_clock_says_when(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.office.clock.forward(hours=3)
    meeting.say(riet, "worry")
    last = meeting.now.entries[-1]
    assert (last.at, last.by) == (meeting.office.clock(), meeting.guest(riet).id)
    with pytest.raises(DomainError) as refusal:
        meeting.say(riet, "worry", key=None)
    assert refusal.value.key == "input.missing"


def test_staff_say_nothing_for_a_family(meeting: Meeting) -> None:
    for who in (meeting.facilitator, meeting.office.coordinator, meeting.office.referrer):
        with pytest.raises(NotAllowed) as refusal:
            say(meeting.house, who, risk(meeting))
        assert refusal.value.key == "policy.only_themselves"


def test_another_conferences_ids_are_not_there(office: Office, meeting: Meeting) -> None:
    other = office.meeting(facilitator=office.other_facilitator)
    riet, els = meeting.admitted("Riet"), other.admitted("Els")
    theirs = other.shown(els, "risk")
    agreement = other.agree(els)
    before, elsewhere = meeting.now.entries, other.now.entries
    for fields in ({"scene": other.scenes[0]}, {"risk": theirs}, {"hidden_from": [els.id]}, {"person": els.id}):
        with pytest.raises(NotFound):
            meeting.say(riet, "risk", **fields)
    for verb, fields in (
        ("put_on_board", {"card": theirs, "named": True}),
        ("take_off_board", {"card": theirs}),
        ("hide_card", {"card": theirs, "audience": "everybody"}),
        ("park", {"card": theirs, "reason": "Later."}),
        ("admit", {"person": els.id, "role": "parent"}),
        ("turn_away", {"person": els.id}),
        ("show_scene", {"scene": other.scenes[0]}),
        ("play", {"scene": other.scenes[0]}),
        ("talk_through", {"scene": other.scenes[0]}),
        ("drop_agreement", {"agreement": agreement}),
        ("judge_line", {"by": office.coordinator, "bottom_line": other.lines[0], "holds": True}),
    ):
        with pytest.raises(NotFound):
            meeting.do(verb, **fields)
    for fields in ({"who": els}, {"risks": [theirs]}, {"bottom_lines": other.lines}):
        with pytest.raises(NotFound):
            meeting.agree(fields.pop("who", riet), **fields)
    for verb, fields in (
        ("take_back", {"card": theirs}),
        ("hide_card", {"card": theirs, "audience": "author"}),
        ("answer_agreement", {"agreement": agreement, "answer": "yes"}),
    ):
        with pytest.raises(NotFound):
            meeting.do(verb, riet, **fields)
    assert meeting.now.entries == before
    assert other.now.entries == elsewhere


def test_a_guest_stays_in_the_own_conference_whatever_it_names(office: Office, meeting: Meeting) -> None:
    other = office.meeting(facilitator=office.other_facilitator)
    riet = meeting.admitted("Riet")
    meeting.do("ask_scale")
    before = other.now.entries
    meeting.do("set_scale", riet, value=4, conference=other.conference)
    assert other.now.entries == before
    assert meeting.now.board.scales[meeting.now.board.now.scale or ""].values == {riet.id: 4}


def test_a_facilitator_does_nothing_at_anothers_conference(office: Office, meeting: Meeting) -> None:
    for who in (office.other_facilitator, office.coordinator, office.referrer, office.administrator):
        for conference in (meeting.conference, "elsewhere"):
            with pytest.raises(NotFound):
                do(office.house, who, {"key": new_id(), "verb": "undo", "conference": conference})


def test_what_one_takes_back_is_gone_for_all_but_the_next_of_kin_of_the_card_stays(meeting: Meeting) -> None:
    riet, els = meeting.admitted("Riet"), meeting.admitted("Els")
    card = meeting.shown(riet, "risk", "Dit had ik niet moeten zeggen.")
    sign = meeting.shown(els, "warning_sign", "Zij zucht.", risk=card)
    with pytest.raises(NotAllowed) as refusal:
        meeting.do("take_back", els, card=card)
    assert refusal.value.key == "policy.not_your_card"
    meeting.do("take_back", riet, card=card)
    for view in (meeting.desk(), meeting.screen(), meeting.seen_by(riet), meeting.seen_by(els)):
        assert card not in view["cards"]
        assert view["cards"][sign]["text"] == "Zij zucht."
    with meeting.house.store.engine.connect() as connection:
        assert "niet moeten" not in repr(connection.exec_driver_sql("SELECT * FROM words").all())
