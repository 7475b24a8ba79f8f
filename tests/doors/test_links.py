"""The doors of own links: the calendar's address answers whoever has it, or with one and the same 404; secrets are shown once."""

from __future__ import annotations

from typing import Any

import icalendar
import pytest
import vobject

from sos_core.services.house import new_id
from sos_core.services.own_links import make_door_link, switch_off
from sos_core.store.tables import Person
from tests.builders import Meeting, Somebody
from tests.doors.conftest import HOST, Browser, Browsing, sentence_in


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    """Grandmother, who calls every school day by the plan that was adopted."""
    riet = meeting.admitted("Riet")
    meeting.agree(riet, what="Belt aan.", when="Elke schooldag om 8.15 uur")
    meeting.adopted()
    return riet


def switch(browser: Browser, who: Somebody, **how: Any) -> Any:
    return browser.post("/api/links", json={"person": who.id, "purpose": "calendar", "on": True, **how})


def path_of(answer: Any) -> str:
    address = answer.json()["address"]
    assert address.startswith(f"{HOST}/")
    return str(address.removeprefix(HOST))


def test_whoever_has_the_address_has_the_calendar_and_two_readers_find_the_same_in_it(
    browser: Browsing, riet: Somebody
) -> None:
    phone, calendars = browser(riet), browser()
    path = path_of(switch(phone, riet))
    answer = calendars.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    one, other = icalendar.Calendar.from_ical(answer.text), vobject.readOne(answer.text)
    (event,) = one.walk("VEVENT")
    assert str(event["summary"]) == other.vevent.summary.value == "Afspraak"
    assert event.start == other.vevent.dtstart.value
    assert one.calendar_name == "Agenda"
    assert phone.get("/export/agenda.ics").text.count("EXDATE") == answer.text.count("EXDATE") == 1
    assert "SUMMARY:Appointment" in calendars.get(f"{path}?lang=en").text
    assert calendars.head(path).status_code == 200


def test_whatever_is_not_there_is_not_there_in_the_same_way(
    browser: Browsing, meeting: Meeting, riet: Somebody
) -> None:
    phone, desk, calendars = browser(riet), browser(meeting.facilitator), browser()
    mo = meeting.admitted("Mo")
    renewed = path_of(switch(phone, riet))
    ended = path_of(switch(phone, riet))
    assert phone.post("/api/links", json={"person": riet.id, "purpose": "calendar", "on": False}).json()["on"] == {}
    by_desk = path_of(switch(phone, riet))
    body = {"conference": meeting.conference, "person": riet.id, "on": False}
    assert desk.post("/api/links", json=body).status_code == 200
    put_out = path_of(switch(browser(mo), mo))
    meeting.do("turn_away", person=mo.id)
    door = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    paths = [renewed, ended, by_desk, put_out, f"/agenda/{door}.ics", "/agenda/x.ics", f"/agenda/{'x' * 5000}.ics"]
    answers = [calendars.get(path) for path in paths]
    answers += [calendars.get(paths[0], headers={"accept-language": "en"})]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


@pytest.mark.parametrize(
    "path", ["/agenda", "/agenda/", "/agenda/x", "/agenda/.ics", "/agenda/a/b.ics", "/agenda/x.ics/"]
)
def test_near_that_address_is_nothing(browser: Browsing, path: str) -> None:
    assert browser().get(path).status_code in {303, 401, 404}
    assert browser().post("/agenda/x.ics").status_code == 405


def test_the_facilitator_makes_the_way_in_and_sees_it_once_and_no_other_secret(
    browser: Browsing, meeting: Meeting, riet: Somebody
) -> None:
    phone, desk = browser(riet), browser(meeting.facilitator)
    calendar = path_of(switch(phone, riet)).removeprefix("/agenda/").removesuffix(".ics")
    here = {"conference": meeting.conference, "person": riet.id}
    made = desk.post("/api/links", json={**here, "purpose": "door", "on": True, "days": 10}).json()
    assert made["address"].startswith(f"{HOST}/m#l=")
    assert made["qr"].startswith("data:image/svg+xml")
    assert made["on"][riet.id] == {"calendar": None, "door": "2026-11-12"}
    again = desk.get("/api/links", params=here)
    assert again.json() == {"on": made["on"]}
    for secret in (calendar, made["address"].partition("=")[2]):
        assert secret not in again.text
        assert secret not in phone.get("/api/links").text
    assert desk.post("/api/links", json={**here, "purpose": "calendar", "on": True}).status_code == 403
    assert phone.post("/api/links", json={"person": riet.id, "purpose": "door", "on": True}).status_code == 404
    assert desk.post("/api/links", json={**here, "purpose": "door", "on": True, "days": 0}).status_code == 422
    assert switch(phone, riet, purpose="nothing").status_code == 422


def test_with_an_own_link_somebody_is_in_by_one_tap_and_an_old_one_is_told_so(
    browser: Browsing, meeting: Meeting, riet: Somebody
) -> None:
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    meeting.do("close_door")
    phone = browser()
    came = phone.post("/m/meedoen", data={"key": "k", "link": link})
    assert (came.status_code, came.headers["location"]) == (303, f"/m?person={riet.id}")
    assert phone.get("/api/view").json()["me"]["person"] == riet.id
    assert link not in phone.get("/m").text
    assert "data-stays" in phone.get("/m?met=link").text
    assert phone.post("/m/weg", data={"to": "away"}).status_code == 200
    phone.cookies.clear()
    assert "data-stays" not in phone.get("/m?met=link").text
    assert phone.post("/m/meedoen", data={"link": link}).status_code == 303
    assert phone.post("/m/weg").status_code == 303
    assert meeting.now.board.attendees[riet.id].standing.value == "out"
    assert phone.post("/m/meedoen", data={"link": link}).status_code == 303
    meeting.do("turn_away", person=riet.id)
    old = browser().post("/m/meedoen", data={"link": link})
    assert old.status_code == 422
    assert sentence_in(old) == "Deze link werkt niet meer. Vraag de procesbegeleider om een nieuwe."
    assert link not in old.text


def test_who_was_never_in_keeps_the_link_in_the_form_while_the_door_is_closed(
    browser: Browsing, meeting: Meeting
) -> None:
    invited = new_id()
    with meeting.house.store.writing() as session:
        session.add(Person(id=invited, conference=meeting.conference, name="Tante Jo"))
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, invited)
    meeting.do("close_door")
    page = browser().post("/m/meedoen", data={"link": link})
    assert page.status_code == 422
    assert f'name="link" value="{link}"' in page.text
    assert 'name="code"' not in page.text


def test_without_javascript_the_address_stands_on_the_page_once(browser: Browsing, riet: Somebody) -> None:
    phone = browser(riet)
    assert "Zet aan" in phone.get("/m?week=1").text
    form = {"key": "k", "person": riet.id, "purpose": "calendar", "on": "true"}
    page = phone.post("/api/links", data=form).text
    path = page.split(HOST)[1].split("<")[0]
    assert phone.get(path).status_code == 200
    assert "Zet uit" in page
    later = phone.get("/m?week=1").text
    assert path not in later
    assert "Je agenda loopt mee." in later
    assert "Zet aan" in phone.post("/api/links", data={**form, "on": "false"}).text
    assert phone.get(path).status_code == 404


def test_a_phone_whose_link_is_ended_reads_one_sentence_and_its_words_and_nobody_else_notices(
    browser: Browsing, meeting: Meeting, riet: Somebody
) -> None:
    mo = meeting.admitted("Mo")
    phone, desk, other = browser(), browser(meeting.facilitator), browser(mo)
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    phone.post("/m/meedoen", data={"link": link})
    assert phone.get("/api/view").status_code == 200
    desk.post("/api/links", json={"conference": meeting.conference, "person": riet.id, "purpose": "door", "on": False})
    said = {"key": new_id(), "kind": "worry", "text": "Ik ben bang.", "person": riet.id}
    sentence = "Deze link is gestopt. Vraag de procesbegeleider om een nieuwe."
    answers = [phone.post("/api/say", json=said), phone.get("/api/view"), phone.get("/api/live")]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"], sentence_in(answer)) == (401, "links.ended", sentence)
    plain = phone.post("/api/say", data=said)  # without its script
    assert (plain.status_code, sentence_in(plain)) == (401, sentence)
    assert "Ik ben bang." in plain.text
    page = phone.get("/m")
    assert sentence_in(page) == sentence
    assert "Ik ben bang." not in page.text
    assert "This link has been stopped." in phone.get("/m?lang=en").text
    assert phone.post("/m/meedoen", data={"name": "Riet"}).status_code == 422  # no way in without the code
    assert other.get("/api/view").status_code == 200
    assert sentence_in(other.get("/m")) == ""
    back = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    assert phone.post("/m/meedoen", data={"link": back}).status_code == 303
    assert sentence_in(phone.get("/m")) == ""


def test_who_ends_the_link_of_the_own_phone_is_told_that_it_is_done(
    browser: Browsing, meeting: Meeting, riet: Somebody
) -> None:
    phone = browser()
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    phone.post("/m/meedoen", data={"link": link})
    done = phone.post("/api/links", json={"person": riet.id, "purpose": "door", "on": False})
    assert (done.status_code, done.json()["kept"], done.json()["on"]) == (200, True, {})
    assert phone.get("/api/view").json()["code"] == "links.ended"


def test_on_a_shared_phone_the_page_of_who_stays_says_that_the_other_link_is_ended(
    browser: Browsing, meeting: Meeting, riet: Somebody
) -> None:
    mo = meeting.admitted("Mo")
    phone = browser(mo)
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    phone.post("/m/meedoen", data={"link": link})
    switch_off(meeting.house, meeting.facilitator, conference=meeting.conference, person=riet.id)
    page = phone.get(f"/m?person={riet.id}")
    assert sentence_in(page) == "Deze link is gestopt. Vraag de procesbegeleider om een nieuwe."
    assert f'"person":"{mo.id}"' in page.text.replace(" ", "")
    assert sentence_in(phone.get("/m")) == ""
