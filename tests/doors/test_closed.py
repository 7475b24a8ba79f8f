"""After closing: every door of a phone says one sentence, the desk opens no more, and the own sheet is still there."""

from __future__ import annotations

import pytest

from sos_core.domain.kinds import ClosedBecause
from sos_core.services.closing import close, reopen
from sos_core.services.house import new_id
from tests.builders import Meeting, Somebody
from tests.doors.conftest import Browsing, sentence_in
from tests.services.test_closing import referral_of

SENTENCE = "Dit is afgesloten. Je kunt hier niets meer lezen of schrijven."


@pytest.fixture
def closed(meeting: Meeting, mother: Somebody) -> Meeting:
    meeting.shown(mother, "worry", "Kanariewoord.")
    close(meeting.house, meeting.facilitator, referral_of(meeting), because=ClosedBecause.WITHDREW)
    return meeting


def test_a_phone_says_that_it_is_over_and_where_the_own_sheet_is(
    browser: Browsing, closed: Meeting, mother: Somebody
) -> None:
    page = browser(mother).get("/m")
    assert page.status_code == 200
    assert "Dit is afgesloten" in page.text
    assert "Kanariewoord" not in page.text
    assert f"/export/bewaard.pdf?person={mother.id}" in page.text
    assert browser(mother).get("/export/bewaard.pdf", params={"person": mother.id}).status_code == 200


@pytest.mark.parametrize("door", ["/api/view", "/api/live", "/api/week", "/api/plan", "/export/plan.pdf?version=1"])
def test_no_door_tells_a_phone_anything(browser: Browsing, closed: Meeting, mother: Somebody, door: str) -> None:
    answer = browser(mother).get(door)
    assert (answer.status_code, sentence_in(answer)) == (403, SENTENCE)


def test_nothing_that_is_sent_is_kept_as_json_or_as_a_form(
    browser: Browsing, closed: Meeting, mother: Somebody
) -> None:
    phone = browser(mother)
    for door, sent in (("/api/say", {"kind": "worry", "text": "Te laat."}), ("/api/do", {"verb": "say_ready"})):
        assert sentence_in(phone.post(door, json={"key": new_id(), **sent})) == SENTENCE
        page = phone.post(door, data={"key": new_id(), **sent})
        assert page.status_code == 403
        assert "Dit is afgesloten" in page.text
        assert ("Te laat." in page.text) is ("text" in sent)


def test_whoever_comes_with_the_code_finds_a_shut_door(browser: Browsing, closed: Meeting) -> None:
    with closed.house.store.reading() as session:
        from sos_core.store.tables import Conference

        code = session.get_one(Conference, closed.conference).code
    answer = browser().post("/m/meedoen", data={"name": "Wim", "code": code})
    assert answer.status_code == 403
    assert SENTENCE in answer.text


def test_the_desk_opens_no_more_until_it_is_opened_again(browser: Browsing, closed: Meeting) -> None:
    desk = browser(closed.facilitator)
    at = {"conference": closed.conference}
    assert sentence_in(desk.get("/api/view", params=at)) == SENTENCE
    reopen(closed.house, closed.facilitator, referral_of(closed))
    assert "Kanariewoord" in desk.get("/api/view", params=at).text


def test_an_own_statement_is_written_on_the_phone_without_a_script(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    meeting.agree(mother)
    phone = browser(mother)
    assert "Mijn eigen verklaring" not in phone.get("/m").text
    meeting.adopted()
    assert "Mijn eigen verklaring" in phone.get("/m").text
    phone.post(
        "/api/do", data={"key": new_id(), "verb": "make_statement", "person": mother.id, "text": "Zo zie ik het."}
    )
    page = phone.get("/m").text
    assert '<p class="said" dir="auto">Zo zie ik het.</p>' in page
    assert "Dit staat bij het plan." in page


def test_what_is_not_right_is_asked_and_answered_without_a_script(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    phone, key = browser(mother), new_id()
    phone.post(
        "/api/do", data={"key": key, "verb": "ask_correction", "person": mother.id, "text": "Ik heet geen Anna."}
    )
    assert "Ontvangen" in phone.get("/m").text
    assert "Ik heet geen Anna." not in phone.get("/m").text
    meeting.do("answer_correction", correction=key, done=False, text="Zo schreef je het zelf.")
    page = phone.get("/m").text
    assert "Dit is niet verbeterd." in page
    assert "Zo schreef je het zelf." in page
    long = "Zo is het. " * 400
    refused = phone.post("/api/do", data={"key": new_id(), "verb": "ask_correction", "person": mother.id, "text": long})
    assert f"{long.strip()}" in refused.text, "what was typed stands in the box again"
    assert '<details class="other" open>' in refused.text
