"""The door of the own mail address: in by JSON or by a form, out never."""

from __future__ import annotations

from tests.builders import Meeting
from tests.doors.conftest import Browsing

ADDRESS = "riet@voorbeeld.nl"


def test_an_address_goes_in_and_never_comes_out(browser: Browsing, meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.agree(riet)
    phone, said = browser(riet), {"person": riet.id, "on": True, "address": ADDRESS}
    assert phone.post("/api/mail", json=said).json()["code"] == "mail.not_offered"
    meeting.house.settings.smtp_host = "127.0.0.1"
    assert phone.post("/api/mail", json=said).json() == {"kept": True, "offered": True, "on": True}
    assert ADDRESS not in phone.get("/m?week=1").text
    assert phone.post("/api/mail", data={"person": riet.id, "on": "false"}).status_code == 303
    assert phone.get(f"/api/mail?person={riet.id}").json() == {"offered": True, "on": False}
    refused = phone.post("/api/mail", data={"person": riet.id, "on": "true", "address": "riet"})
    assert (refused.status_code, "Dit is geen mailadres." in refused.text) == (422, True)
    assert 'name="address"' in refused.text


def test_nobody_asks_about_somebody_else(browser: Browsing, meeting: Meeting) -> None:
    riet, sem = meeting.admitted("Riet"), meeting.admitted("Sem")
    assert browser(sem).get(f"/api/mail?person={riet.id}").status_code == 404
    assert browser().get(f"/api/mail?person={riet.id}").status_code == 401
    assert browser(meeting.facilitator).get(f"/api/mail?person={riet.id}").status_code == 403
