"""Looking back: the meeting as the room saw it. What somebody would rather not see come back does not come back."""

from __future__ import annotations

import pytest

from sos_core.access.view import View
from sos_core.domain.errors import NotFound
from sos_core.services.looking_back import Told, look_back, story
from tests.access.patching import patched, plain
from tests.builders import Meeting, Office, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def steps(meeting: Meeting) -> list[Told]:
    return story(meeting.house, meeting.facilitator, meeting.conference)


def kinds(meeting: Meeting) -> list[str]:
    return [step.kind for step in steps(meeting)]


def cards_ever(meeting: Meeting) -> set[str | None]:
    """The words of every card that any moment of the replay shows."""
    frames = [
        look_back(meeting.house, meeting.facilitator, meeting.conference, at=seq)
        for seq in range(meeting.now.board.seq + 1)
    ]
    return {card["text"] for frame in frames for card in frame["cards"].values()}


def test_each_step_that_the_room_saw_is_told_and_shows_what_stood_there_then(meeting: Meeting, riet: Somebody) -> None:
    meeting.do("move_phase", phase="film")
    card = meeting.shown(riet, "risk", "De jas is zoek.")
    meeting.do("talk_through", scene=meeting.scenes[0])
    told = {step.kind: step for step in steps(meeting)}
    assert list(told) == [
        "routine_added",
        "person_admitted",
        "phase_moved",
        "card_put_on_board",
        "scene_talked_through",
    ]
    up = told["card_put_on_board"]
    assert (up.who, up.about) == (riet.id, "risk")
    assert (told["phase_moved"].about, told["scene_talked_through"].title) == ("film", "Jassen aan")
    before, then = (
        look_back(meeting.house, meeting.facilitator, meeting.conference, at=seq) for seq in (up.seq - 1, up.seq)
    )
    assert (card in before["cards"], card in then["cards"]) == (False, True)
    now = look_back(meeting.house, meeting.facilitator, meeting.conference, at=meeting.now.board.seq)
    screen = {key: value for key, value in meeting.screen().items() if key != "door"}
    assert now == {**screen, "as_of": screen["seq"]}


def test_what_was_undone_taken_back_or_kept_from_somebody_since_does_not_come_back(
    meeting: Meeting, riet: Somebody
) -> None:
    kees = meeting.admitted("Kees")
    meeting.do("set_road", straight=True)
    wrong = meeting.do("put_on_board", card=meeting.say(riet, "worry", "Per ongeluk.", audience="adults"), named=True)
    assert wrong == ""
    taken = meeting.say(riet, "risk", "Teruggenomen.")
    hidden = meeting.say(riet, "risk", "Liever niet.")
    meeting.agree(kees, what="Op wat liever niet.", risks=[hidden])
    meeting.say(riet, "strength", "Ze eten samen.")
    assert cards_ever(meeting) == {"Teruggenomen.", "Liever niet.", "Ze eten samen."}
    meeting.do("take_back", riet, card=taken)
    meeting.do("hide_card", riet, card=hidden, audience="everybody", hidden_from=[kees.id])
    assert cards_ever(meeting) == {"Ze eten samen."}
    assert kinds(meeting).count("card_written") == 1
    assert "agreement_made" not in kinds(meeting)


def test_a_step_that_was_undone_was_never_there_and_one_that_was_redone_was(meeting: Meeting, riet: Somebody) -> None:
    card = meeting.say(riet, "risk", "Te vroeg.")
    meeting.do("put_on_board", card=card, named=True)
    meeting.do("undo")
    assert cards_ever(meeting) == set()
    assert "card_put_on_board" not in kinds(meeting)
    meeting.do("redo")
    assert cards_ever(meeting) == {"Te vroeg."}
    meeting.do("take_off_board", card=card)
    meeting.do("put_on_board", card=card, named=False)
    assert {step.who for step in steps(meeting) if step.kind == "card_put_on_board"} == {None}


def test_a_step_on_or_back_brings_what_is_otherwise_and_adds_up_to_the_whole(meeting: Meeting, riet: Somebody) -> None:
    kees = meeting.admitted("Kees")
    meeting.do("set_road", straight=True)
    risk = meeting.say(riet, "risk", "De jas is zoek.")
    meeting.agree(kees, risks=[risk])
    meeting.do("talk_through", scene=meeting.scenes[0])
    meeting.do("undo")
    meeting.do("take_back", riet, card=meeting.say(riet, "strength", "Neem ik terug."))
    now = meeting.now.board.seq

    def frame(at: int, **base: int) -> View:
        return look_back(meeting.house, meeting.facilitator, meeting.conference, at=at, **base)

    for at in range(now + 1):
        for since in (at + 1, at - 1, now - at):
            base = frame(since)
            patch = frame(at, since=since, as_of=now)
            assert plain({**patched(base, patch), "as_of": now}) == plain(frame(at))
    meeting.do("hide_card", riet, card=risk, audience="everybody", hidden_from=[kees.id])
    assert "me" in frame(now, since=now - 1, as_of=now)  # people want it otherwise since: all is shown anew


def test_only_who_leads_the_meeting_looks_back(meeting: Meeting, office: Office, riet: Somebody) -> None:
    for actor in (office.other_facilitator, office.coordinator, office.referrer, meeting.guest(riet)):
        with pytest.raises(NotFound):
            story(meeting.house, actor, meeting.conference)
        with pytest.raises(NotFound):
            look_back(meeting.house, actor, meeting.conference, at=3)


def test_a_day_without_somebody_comes_back_and_does_not_tell_whose_a_nameless_offer_is(
    meeting: Meeting, riet: Somebody
) -> None:
    kees = meeting.admitted("Kees")
    offer = meeting.shown(riet, "help_step_in", None, scene=meeting.scenes[0])
    meeting.do("show_without", people=[riet.id])
    meeting.do("show_without", people=[riet.id, kees.id])
    meeting.do("stop_without")
    one, several, over = steps(meeting)[-3:]
    assert [(step.kind, step.name, step.about) for step in (one, several, over)] == [
        ("day_without_shown", "Riet", None),
        ("day_without_shown", None, "several"),
        ("day_without_ended", None, None),
    ]

    def looked() -> View:
        return look_back(meeting.house, meeting.facilitator, meeting.conference, at=one.seq)

    assert looked()["now"]["without"] == [riet.id]
    assert looked()["scenes"][meeting.scenes[0]]["absent"] == [offer]
    meeting.do("take_off_board", card=offer)
    meeting.do("put_on_board", card=offer, named=False)
    assert looked()["scenes"][meeting.scenes[0]]["absent"] == []
