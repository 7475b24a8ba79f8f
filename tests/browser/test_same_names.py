"""Two families in one office at once, each with a Riet and a Sem: nothing of one crosses to the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sos_core.services.accounts import sign_in
from sos_core.services.house import new_id
from tests.browser.serving import Server
from tests.browser.windows import Phone, Staff, Windows
from tests.builders import PASSWORD, Meeting, Office

pytestmark = pytest.mark.browser

SAID = ("Dit is van de Eekhoorns.", "Dit is van de Dassen.")


@pytest.fixture
def families(office: Office) -> tuple[Meeting, Meeting]:
    """Two conferences at once, each with a Riet who does something every day, and a Sem, a child."""
    meetings = office.meeting(alias="Familie Een"), office.meeting(alias="Familie Twee")
    for meeting in meetings:
        meeting.do("move_phase", phase="worries_strengths")
        riet, _ = meeting.admitted("Riet", relation="oma"), meeting.admitted("Sem", "child")
        meeting.agree(riet, what="Komt langs.", when="Elke dag om 8.15 uur.")
    return meetings


def test_of_two_families_with_the_same_first_names_each_sees_its_own(
    families: tuple[Meeting, Meeting], windows: Windows, fien: Staff, server: Server, office: Office
) -> None:
    phones = windows.phone(), windows.phone()
    desks = [fien.desk(meeting.conference) for meeting in families]
    for phone, meeting, said in zip(phones, families, SAID, strict=True):
        phone.enter(meeting.people["Riet"])
        phone.say(said)
        phone.kept(said)
    for here, (desk, own, other) in enumerate(zip(desks, SAID, SAID[::-1], strict=True)):
        expect(desk.locator(".inbox").get_by_text(own)).to_be_visible()
        assert other not in desk.locator(".whole").inner_text()
        assert other not in phones[here].page.content()

    newcomer = windows.phone()
    newcomer.join("riet", families[1].code)
    again = desks[1].get_by_role("combobox", name="Was riet hier al eerder?")
    known = [option.get_attribute("value") for option in again.locator("option").all()]
    assert families[1].people["Riet"].id in known
    assert families[0].people["Riet"].id not in known
    expect(desks[0].get_by_text("Was riet hier al eerder?")).to_have_count(0)

    ids = [(meeting.conference, meeting.people["Riet"].id) for meeting in families]
    for phone, own, other in zip(phones, ids, ids[::-1], strict=True):
        refused_what_is_of_the_other(phone, own=own, other=other)
    assert families[0].code != families[1].code

    token = sign_in(office.house, name=office.coordinator.name, password=PASSWORD)
    page = windows.signed_in(token, url=server.url).window("/dashboard")
    for alias in (
        "Familie Een",
        "Familie Twee",
    ):  # the house is shared: it has more families than a page of the overview shows
        page.goto(f"{server.url}/dashboard?text={alias}")
        expect(page.get_by_text(alias).first).to_be_visible()


def refused_what_is_of_the_other(phone: Phone, *, own: tuple[str, str], other: tuple[str, str]) -> None:
    """By streams, views, papers and calendars: the other Riet is not there, and naming the other conference brings the own."""
    asked = phone.context.request
    for door in ("/api/view", "/api/week", "/export/agenda.ics", "/export/plan.pdf", "/export/mine.pdf"):
        assert asked.get(f"{door}?person={other[1]}").status == 404, door
    assert asked.get(f"/api/view?conference={other[0]}").json()["me"]["person"] == own[1]
    assert asked.get(f"/api/live?person={other[1]}").status == 404
    said = {"key": new_id(), "kind": "worry", "text": "Voor wie?", "person": other[1]}
    assert asked.post("/api/say", data=said).status in {403, 404, 422}
    assert other[1] not in asked.get("/api/view").text()
