"""Who leaves the lobby is waited for no more: by the button, by Snel weg, and by a cookie that was given up."""

from __future__ import annotations

import pytest

from pages.cookies import AWAY
from sos_core.services.house import new_id
from tests.builders import Meeting, Office, Somebody
from tests.doors.conftest import Browsing


def waiting(meeting: Meeting) -> set[str]:
    """Who waits, as the desk sees it."""
    return {person["name"] for person in meeting.desk()["people"].values() if person["state"] == "waiting"}


@pytest.fixture
def late(meeting: Meeting) -> Somebody:
    somebody = meeting.join("Late")
    assert waiting(meeting) == {"Late"}
    return somebody


@pytest.mark.parametrize("form", [{}, {"to": "away"}])
def test_who_leaves_the_lobby_is_gone_from_the_desk(
    browser: Browsing, meeting: Meeting, late: Somebody, form: dict[str, str]
) -> None:
    meeting.join("Ook laat", phone=late)
    assert browser(late).post("/m/weg", data=form).status_code in {200, 303}
    assert waiting(meeting) == set()


def test_who_left_while_the_server_was_not_reached_is_gone_at_the_next_visit(
    browser: Browsing, meeting: Meeting, late: Somebody
) -> None:
    browser(late, **{AWAY: "1"}).get("/m")
    assert waiting(meeting) == set()


def test_who_goes_to_another_conference_waits_there_only(browser: Browsing, office: Office) -> None:
    here, there = office.meeting(), office.meeting()
    phone = here.join("Late")
    browser(phone).post("/m/meedoen", data={"name": "Late", "code": there.code, "key": new_id()})
    assert (waiting(here), waiting(there)) == (set(), {"Late"})


def test_somebody_in_the_lobby_says_that_they_go(browser: Browsing, meeting: Meeting, late: Somebody) -> None:
    sent = {"key": new_id(), "verb": "leave", "person": late.id}
    assert browser(late).post("/api/do", json=sent).json()["kept"]
    assert waiting(meeting) == set()


def test_snel_weg_takes_nobody_who_was_let_in_out_of_the_conference(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    meeting.join("Late", phone=mother)
    browser(mother).post("/m/weg", data={"to": "away"})
    assert waiting(meeting) == set()
    assert meeting.desk()["people"][mother.id]["state"] == "admitted"


def test_letters_stay_as_large_as_they_were_chosen_until_snel_weg(browser: Browsing, mother: Somebody) -> None:
    phone = browser(mother)
    assert "data-size" not in phone.get("/m").text
    assert 'data-size="large"' in phone.get("/m?size=large").text
    assert 'data-size="large"' in phone.get("/m").text
    assert "data-size" not in phone.get("/m?size=enormous").text
    phone.get("/m?size=larger&lang=en")
    phone.post("/m/weg", data={"to": "away"})
    assert {"draaiboek_size", "draaiboek_lang"}.isdisjoint(phone.cookies)


def test_on_a_shared_phone_the_address_of_who_left_shows_who_is_still_in(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    child = meeting.admitted("Noor", "child", phone=mother)
    meeting.do("turn_away", person=child.id)
    assert "<bdi>Anna</bdi>" in browser(mother).get(f"/m?person={child.id}").text
    meeting.do("turn_away", person=mother.id)
    assert 'id="join"' in browser(mother).get(f"/m?person={child.id}").text
