"""The stream, over a real server: what it begins with, how it goes on after a break, when it ends, and what it never betrays."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pages.doors import live
from sos_core.access.actor import Staff
from sos_core.services.accounts import sign_in
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.own_links import make_door_link, switch_off
from tests.builders import PASSWORD, Meeting, Office, Somebody
from tests.doors.conftest import app
from tests.doors.streaming import Served, Stream, applied

Opened = Callable[..., Any]


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with Served(app) as served:
        yield served


@pytest.fixture
def cookies(office: Office) -> Callable[[Staff | Somebody], dict[str, str]]:
    def of(who: Staff | Somebody) -> dict[str, str]:
        if isinstance(who, Somebody):
            return {"draaiboek_phone": who.token}
        return {"draaiboek_staff": sign_in(office.house, name=who.name, password=PASSWORD)}

    return of


@pytest.fixture
def opened(served: Served, cookies: Any, office: Office) -> Iterator[Opened]:
    """`with opened(somebody, since=…) as stream:`"""

    def open_stream(who: Staff | Somebody, *, headers: dict[str, str] | None = None, **asked: Any) -> Any:
        return served.stream(cookies(who), headers, **asked)

    yield open_stream
    office.house.hub.close()  # what a test left open ends with its house


@pytest.fixture
def quick_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "BEAT_EVERY", 0.05)


def begun(stream: Stream) -> dict[str, Any]:
    """The snapshot after the hello."""
    assert stream.next().event == "hello"
    first = stream.next()
    assert first.event == "snapshot"
    return dict(first.data)


def test_a_stream_says_hello_then_everything_then_what_changes(
    opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    with opened(mother) as stream:
        hello, snapshot = stream.next(), stream.next()
        assert hello.event == "hello"
        assert hello.data == {"boot": meeting.house.boot, "now": meeting.house.now().isoformat()}
        assert (snapshot.event, snapshot.id) == ("snapshot", str(meeting.now.board.seq))
        assert snapshot.data == meeting.seen_by(mother)
        card = meeting.shown(father, "strength", "Hij kookt.")
        frames = stream.until(lambda frame: card in frame.data["put"].get("cards", {}))
        view = snapshot.data
        for frame in frames:
            assert frame.event == "patch"
            assert frame.id == str(frame.data["seq"])
            view = applied(view, frame.data)
        assert view == meeting.seen_by(mother)
        assert frames[-1].data["put"]["cards"][card]["text"] == "Hij kookt."


def much_happens(meeting: Meeting, mother: Somebody, father: Somebody) -> None:
    """Something of every kind: added, changed, taken away."""
    risk = meeting.shown(mother, "risk", "Er wordt geschreeuwd.")
    worry = meeting.shown(father, "worry", "Hij is laat.")
    meeting.do("park", card=worry, reason="Dat komt later.")
    meeting.do("show_scene", scene=meeting.scenes[1])
    meeting.do("move_phase", phase="film")
    dropped = meeting.agree(mother)
    meeting.agree(father, risks=[risk], backups=[mother.id])
    meeting.do("drop_agreement", agreement=dropped)
    meeting.do("take_back", mother, card=meeting.shown(mother, "strength", "Toch niet."))
    meeting.do("ask_scale")
    meeting.do("set_scale", mother, value=4)
    meeting.do("undo")
    meeting.admitted("Riet", relation="oma")
    meeting.join("Kees")


@pytest.mark.parametrize("face", ["desk", "screen", "mother", "father as seen by the desk"])
def test_a_patch_since_any_moment_leads_to_what_there_is_now(
    face: str, served: Served, cookies: Any, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    who, asked = {
        "desk": (meeting.facilitator, {"conference": meeting.conference}),
        "screen": (meeting.facilitator, {"conference": meeting.conference, "as": "screen"}),
        "mother": (mother, {}),
        "father as seen by the desk": (meeting.facilitator, {"conference": meeting.conference, "as": father.id}),
    }[face]
    cookie = cookies(who)
    start = meeting.now.board.seq
    with served.client(**cookie) as client:
        before = client.get("/api/view", params=asked).json()
        much_happens(meeting, mother, father)
        now = client.get("/api/view", params=asked).json()
        meeting.house.hub.close()  # each stream below ends after its first frames
        for headers, more in (({"last-event-id": str(start)}, {}), ({}, {"since": start})):
            body = client.get("/api/live", params={**asked, **more}, headers=headers).text
            assert body.count("event: ") == 2
            assert "event: patch" in body
            patch = json.loads(body.split("data: ")[2])
            assert applied(before, patch) == now


@pytest.mark.parametrize("since", ["0", "-1", "abc", "", "999999", "99999999999999999999", "1.5", "٣", "1 OR 1=1"])
def test_a_place_that_was_never_there_gets_everything_anew(
    since: str, opened: Opened, meeting: Meeting, mother: Somebody
) -> None:
    with opened(mother, since=since) as stream:
        seen = [stream.next(), stream.next()]
    if since == "٣":  # a three, to a browser in Arabic
        assert seen[1].event == "patch"
        return
    assert seen[1].event == "snapshot"
    assert seen[1].data == meeting.seen_by(mother)


def test_a_phone_that_takes_nothing_for_a_while_has_all_of_it_when_it_does(
    opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    meeting.do("set_road", straight=True)
    with opened(mother) as stream:
        view = begun(stream)
        for number in range(400):  # more than the network itself keeps for who does not take it
            meeting.say(father, "worry", f"{number} {'😀' * 3900}")
        for frame in stream.until(lambda frame: frame.data.get("seq") == meeting.now.board.seq):
            view = frame.data if frame.event == "snapshot" else applied(view, frame.data)
        assert view == meeting.seen_by(mother)
        meeting.say(father, "worry", "En nu weer gewoon.")
        assert applied(view, stream.next().data) == meeting.seen_by(mother)


def test_who_is_put_out_is_gone_at_once(opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody) -> None:
    meeting.shown(mother, "worry", "Kanarie.")
    with opened(father) as stream:
        begun(stream)
        meeting.do("turn_away", person=father.id)
        last = stream.until(lambda frame: frame.event == "gone")
        assert stream.has_ended()
        assert "Kanarie" not in json.dumps([frame.data for frame in last])
    with opened(father) as stream:
        assert begun(stream)["me"]["state"] == "out"
        assert stream.next().event == "gone"
        assert stream.has_ended()
        assert "Kanarie" not in stream.raw


def test_who_waits_hears_of_being_let_in_and_of_nothing_before(
    opened: Opened, meeting: Meeting, mother: Somebody
) -> None:
    waiting = meeting.join("Kees")
    with opened(waiting) as stream:
        view = begun(stream)
        assert view.keys() == {"seq", "me", "people"}
        meeting.shown(mother, "worry", "Kanarie.")
        meeting.do("pause_screen", paused=True)
        seq = meeting.now.board.seq
        before = stream.until(lambda frame: frame.data["seq"] == seq)
        assert all(frame.data["set"] == frame.data["put"] == frame.data["cut"] == {} for frame in before)
        meeting.do("admit", person=waiting.id, role="network")
        view = applied(view, stream.next().data)
        assert view == meeting.seen_by(waiting)
        assert "Kanarie" in json.dumps(view)


def test_a_quiet_stream_shows_that_it_lives(quick_beat: None, opened: Opened, mother: Somebody) -> None:
    with opened(mother) as stream:
        begun(stream)
        assert stream.next(beats=True) == ("beat", None, {})


def test_who_signs_out_is_gone_at_the_next_beat(
    quick_beat: None, served: Served, cookies: Any, meeting: Meeting, opened: Opened
) -> None:
    cookie = cookies(meeting.facilitator)
    with served.client(**cookie) as client, served.stream(cookie, conference=meeting.conference) as stream:
        begun(stream)
        client.post("/logout")
        assert stream.next().event == "gone"
        assert stream.has_ended()


def test_who_signs_out_of_a_busy_meeting_is_gone_too(
    monkeypatch: pytest.MonkeyPatch, served: Served, cookies: Any, meeting: Meeting, opened: Opened
) -> None:
    monkeypatch.setattr(live, "BEAT_EVERY", 1.0)
    cookie = cookies(meeting.facilitator)
    with served.client(**cookie) as client, served.stream(cookie, conference=meeting.conference) as stream:
        begun(stream)
        client.post("/logout")
        heard, until = ["patch"], time.monotonic() + 20
        while heard[-1] == "patch" and time.monotonic() < until:  # something happens long before every beat
            meeting.do("pause_screen", paused=len(heard) % 2 == 1)
            heard.append(stream.next(beats=True).event)
        assert heard[-1] == "gone"


def test_a_sign_in_that_ended_ends_the_stream(
    quick_beat: None, opened: Opened, meeting: Meeting, office: Office
) -> None:
    with opened(meeting.facilitator, conference=meeting.conference) as stream:
        begun(stream)
        office.clock.forward(hours=13)
        assert stream.next().event == "gone"


def test_who_handed_a_conference_over_sees_nothing_more_at_once_and_all_others_go_on(
    opened: Opened, meeting: Meeting, office: Office, mother: Somebody
) -> None:
    asked = {"conference": meeting.conference}
    meeting.do("ask_in", name=office.other_facilitator.name)
    with (
        opened(office.facilitator, **asked) as desk,
        opened(office.facilitator, **asked, **{"as": mother.id}) as looking,
        opened(office.other_facilitator, **asked, **{"as": "screen"}) as screen,
        opened(mother) as phone,
    ):
        for stream in (desk, looking, screen, phone):
            begun(stream)
        meeting.do("hand_over", name=office.other_facilitator.name)
        card = meeting.say(mother, "worry", "Dit hoort wie nu leidt.")
        for stream in (desk, looking):
            assert stream.next().event == "gone"
            assert stream.has_ended()
            assert card not in stream.raw
        meeting.do("put_on_board", office.other_facilitator, card=card, named=True)
        for stream in (screen, phone):
            stream.until(lambda frame: card in frame.data["put"].get("cards", {}))


def test_a_phone_that_stops_is_gone(opened: Opened, served: Served, mother: Somebody) -> None:
    with served.client(draaiboek_phone=mother.token) as client, opened(mother) as stream:
        begun(stream)
        client.post("/m/weg")
        assert stream.until(lambda frame: frame.event == "gone")
        assert stream.has_ended()


def test_the_phone_that_somebody_left_behind_shows_nothing_of_them_any_more(
    quick_beat: None, opened: Opened, served: Served, meeting: Meeting, mother: Somebody
) -> None:
    with opened(mother) as stream:
        begun(stream)
        again = meeting.join("Anna")
        meeting.do("admit_again", person=again.id, same_as=mother.id)
        stream.until(lambda frame: frame.event == "gone")
        assert stream.has_ended()
    with served.client(draaiboek_phone=mother.token) as old, served.client(draaiboek_phone=again.token) as new:
        assert [old.get(path).status_code for path in ("/m", "/api/view", "/api/live")] == [200, 401, 401]
        assert new.get("/api/view").json()["me"]["person"] == mother.id


def test_streams_end_when_the_house_closes(opened: Opened, meeting: Meeting, mother: Somebody) -> None:
    with opened(mother) as stream:
        begun(stream)
        meeting.house.hub.close()
        assert stream.has_ended()


def test_a_stream_never_names_a_card_that_is_hidden_from_its_reader(
    opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    riet = meeting.admitted("Riet")
    meeting.do("set_road", straight=True)
    start = meeting.now.board.seq
    hidden: list[str] = []
    with opened(father) as stream:
        begun(stream)
        risk = meeting.say(mother, "risk", "Kanarie 1", hidden_from=[father.id])
        hidden += [
            risk,
            meeting.say(riet, "warning_sign", "Kanarie 2", risk=risk),
            meeting.say(riet, "safeguard", "Kanarie 3", risk=risk),
            meeting.say(riet, "help_step_in", None, risk=risk),
            meeting.say(mother, "worry", "Kanarie 4", audience="author"),
            meeting.agree(riet, what="Kanarie 5", risks=[risk]),
        ]
        visible = meeting.agree(
            riet,
            what="Dit mag hij lezen.",
            strengths=[meeting.say(mother, "strength", "Kanarie 6", hidden_from=[father.id])],
        )
        hidden += list(meeting.now.board.agreements[visible].strengths)
        worry = meeting.say(mother, "worry", "Kanarie 7", hidden_from=[father.id])
        meeting.do("park", card=worry, reason="Kanarie 8")
        hidden.append(worry)
        meeting.do("hide_card", mother, card=risk, audience="adults", hidden_from=[father.id])
        meeting.do("take_off_board", card=worry)
        meeting.do("undo")
        meeting.do("take_back", mother, card=worry)
        marker = meeting.say(mother, "strength", "Dit is voor iedereen.")
        stream.until(lambda frame: marker in frame.data["put"].get("cards", {}))
        assert "Kanarie" not in stream.raw
        assert [card for card in hidden if card in stream.raw] == []
    now = meeting.now.board.seq
    meeting.house.hub.close()
    for seq in range(start, now + 1):
        with opened(father, since=seq) as stream:
            stream.next(), stream.next()
            assert "Kanarie" not in stream.raw
            assert [card for card in hidden if card in stream.raw] == []
    assert risk in json.dumps(meeting.seen_by(mother))


def test_a_card_that_is_hidden_later_is_cut_without_a_word(
    opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    card = meeting.shown(mother, "worry", "Kanarie.")
    with opened(father) as stream:
        begun(stream)
        before = len(stream.raw)
        meeting.do("hide_card", mother, card=card, audience="everybody", hidden_from=[father.id])
        patch = stream.next().data
        assert patch["cut"] == {"cards": [card]}
        assert patch["put"] == {}
        assert "Kanarie" not in stream.raw[before:]


def test_each_of_two_on_one_phone_has_an_own_stream(opened: Opened, meeting: Meeting, mother: Somebody) -> None:
    child = meeting.admitted("Noor", "child", phone=mother)
    cards = {
        mother.id: meeting.say(mother, "worry", "Van moeder.", audience="author"),
        child.id: meeting.say(child, "worry", "Van Noor.", audience="author"),
    }
    for speaker, other in ((mother, child), (child, mother)):
        with opened(mother, person=speaker.id) as stream:
            view = begun(stream)
            assert view["me"]["person"] == speaker.id
            assert list(view["cards"]) == [cards[speaker.id]]
            assert view["people"][other.id]["mine"]
            assert cards[other.id] not in stream.raw
    with opened(mother) as stream:
        assert begun(stream)["me"]["person"] == mother.id


def test_nobody_listens_with_somebody_elses_id(
    opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody, office: Office
) -> None:
    for who, asked in (
        (father, {"person": mother.id}),
        (office.other_facilitator, {"conference": meeting.conference}),
        (office.coordinator, {"conference": meeting.conference}),
        (meeting.facilitator, {"conference": meeting.conference, "as": "nobody"}),
    ):
        with opened(who, **asked) as stream:
            assert stream.status == 404


def test_a_stream_ends_at_once_when_the_link_by_which_its_phone_came_is_ended_and_no_other_does(
    opened: Opened, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, mother.id)
    shared = Somebody("Anna", mother.id, join_by_link(meeting.house, link=link, phone_token=father.token).token)
    riet = meeting.admitted("Riet")
    with opened(shared, person=mother.id) as out, opened(father, person=father.id) as beside, opened(riet) as apart:
        for stream in (out, beside, apart):
            begun(stream)
        switch_off(meeting.house, meeting.facilitator, conference=meeting.conference, person=mother.id)
        card = meeting.shown(riet, "strength", "Hij kookt.")
        for stream in (out, beside):  # who shared the phone saw what was hers too
            assert stream.next().event == "gone"
            assert stream.has_ended()
        apart.until(lambda frame: card in frame.data["put"].get("cards", {}))
