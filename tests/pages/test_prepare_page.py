"""Preparing, as the facilitator meets it: people, who may not meet or read what, days, and what is still to be asked."""

from typing import Any

from streamlit.testing.v1 import AppTest

from sos_core.domain.kinds import Together
from sos_core.services.erasing_one import leaving_ones
from sos_core.services.referrals import judge_together, referrals
from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_invitations import around


def field(many: Any, label: str) -> Any:
    return next(one for one in many if one.label == label)


def press(at: AppTest, label: str) -> AppTest:
    return field(at.button, label).click().run()


def test_somebody_is_put_on_the_list_and_taken_off_again(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.facilitator, "prepare")
    field(at.text_input, "Voornaam").input("Karim [klik](http://boos.example)")
    field(at.text_input, "Wie is dit voor de kinderen?").input("vader")
    at = press(at, "Zet op de lijst")
    assert "Karim [klik]" in drawn(at)
    rendered = [str(one.value) for one in (*at.markdown, *at.caption, *at.info)]
    assert "boos.example" not in " ".join(rendered)
    (person,) = meeting.now.board.attendees
    field(at.selectbox, "Komt iemand toch niet?").select(person).run()
    at = press(at, "Haal van de lijst")
    assert not meeting.now.board.attendees


def test_what_somebody_may_not_read_is_set_and_counted(visit: Visit, office: Office, meeting: Meeting) -> None:
    karim = meeting.do("invite", name="Karim", role="parent")
    meeting.shown(meeting.admitted("Anna", "parent"), "worry", "Wij wonen op Lindelaan 12.")
    at = visit(office.facilitator, "prepare")
    field(at.selectbox, "Wie mag het niet lezen?").select(karim)
    field(at.text_input, "Welke woorden?").input("Lindelaan 12")
    at = press(at, "Bewaar deze afspraak")
    assert "leest deze woorden niet:" in drawn(at)
    assert "leest nu 1 tekst niet." in drawn(at)
    assert "Lindelaan" not in " ".join(str(one.value) for one in (*at.markdown, *at.caption))


def test_a_day_is_planned_for_who_is_chosen_and_refused_for_two_who_may_not_meet(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    karim, anna = (meeting.do("invite", name=name, role="parent") for name in ("Karim", "Anna"))
    meeting.do("restrict", kind="apart", people=[karim, anna])
    at = visit(office.facilitator, "prepare")
    field(at.date_input, "Op welke dag?").set_value(office.house.today().replace(day=16))
    field(at.text_input, "Plaats en adres").input("Buurthuis")
    field(at.multiselect, "Wie nodig je uit?").set_value([karim, anna])
    at = press(at, "Plan deze dag")
    assert "mogen niet samen in één ruimte" in at.error[0].value
    field(at.multiselect, "Wie nodig je uit?").set_value([anna])
    at = press(at, "Plan deze dag")
    assert "16 november 2026, 09:30 tot 12:00 uur" in drawn(at)
    assert "14 dagen na de aanmelding" in drawn(at)


def test_what_is_still_to_be_asked_goes_down_as_it_is_noted(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.facilitator, "prepare")
    assert any(one.label == "Vragen vooraf (12 nog open)" for one in at.expander)
    at.checkbox[0].check()
    next(area for area in at.text_area if area.label == "Wat je wilt onthouden").input("Ieder apart gesproken.")
    at = at.button[next(n for n, one in enumerate(at.button) if one.label == "Bewaar")].click().run()
    assert any(one.label == "Vragen vooraf (11 nog open)" for one in at.expander)
    assert "Ieder apart gesproken." in drawn(at)


def test_who_stands_round_the_family_is_put_on_the_list_with_one_tap(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    riet = around(meeting, "Riet [klik](http://boos.example)")
    at = visit(office.facilitator, "prepare")
    assert "Uit de kringen van het gezin" in drawn(at)
    assert "boos.example" not in " ".join(str(one.value) for one in (*at.markdown, *at.caption))
    at = next(one for one in at.button if one.key == f"around-put-{riet}").click().run()
    assert list(meeting.now.board.attendees) == [riet]
    assert "Uit de kringen van het gezin" not in drawn(at)


def test_of_two_who_may_not_meet_one_chooses_who_comes_and_all_others_are_proposed(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    karim, anna, riet = (meeting.do("invite", name=name, role="parent") for name in ("Karim", "Anna", "Riet"))
    meeting.do("restrict", kind="apart", people=[karim, anna])
    at = visit(office.facilitator, "prepare")
    assert field(at.multiselect, "Wie nodig je uit?").value == [riet]
    assert "Kies zelf wie van hen er deze dag bij is." in drawn(at)


def test_of_who_stands_in_the_safety_net_alone_there_is_a_sheet_and_they_can_ask_to_be_erased(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    bert = around(meeting, "Bert", relation="buurman")
    at = visit(office.facilitator, "prepare")
    assert "(alleen in het vangnet)" in drawn(at)
    assert f"person={bert}" in drawn(at)
    field(at.selectbox, "Wie vraagt erom?").select(bert)
    press(at, "Stel dit voor")
    assert [one.name for one in leaving_ones(office.house, office.coordinator)] == ["Bert"]


NAME_FIRST = "Schrijf eerst op wie niet samen"


def box(at: AppTest, label: str) -> Any:
    return next(one for one in at.expander if one.label.startswith(label))


def test_in_separate_sessions_it_is_named_first_who_and_then_planned_and_opened(visit: Visit, office: Office) -> None:
    meeting = office.meeting(library=None, together=Together.SEPARATE)
    meeting.do("add_routine", library="naar-school")
    karim, anna = (meeting.do("invite", name=name, role="parent") for name in ("Karim", "Anna"))
    at = visit(office.facilitator, "prepare")
    places = ["above", "where days are planned", "in what is to be asked", "at the door"]
    assert drawn(at).count("#apart") == len(places)
    assert NAME_FIRST in drawn(at)
    assert box(at, "Afspraken over contact (0)").proto.expanded
    assert box(at, "Vragen vooraf (13 nog open)")
    assert not [one for one in at.button if one.label in {"Plan deze dag", "Open de deur"}]
    assert field(at.radio, "Wat mag niet?").value == "apart"
    field(at.selectbox, "Wie?").select(karim)
    field(at.selectbox, "En wie?").select(anna)
    at = press(at, "Bewaar deze afspraak")
    assert NAME_FIRST not in drawn(at)
    assert "#apart" not in drawn(at)
    assert "Houd aparte sessies." in drawn(at)
    assert "Is opgeschreven wie niet samen" in drawn(at)
    assert box(at, "Vragen vooraf (12 nog open)")
    assert field(at.button, "Plan deze dag")
    press(at, "Open de deur")
    assert meeting.now.board.door_open


def test_of_people_who_may_not_meet_now_it_is_said(visit: Visit, office: Office, meeting: Meeting) -> None:
    (card,) = referrals(office.house, office.facilitator)
    said = {"together": Together.NOT_NOW, "by": "Jo", "why": "Te gevaarlijk.", "mapped": True}
    judge_together(office.house, office.referrer, card.id, **said)
    at = visit(office.facilitator, "prepare")
    assert "nu niet bij elkaar kunnen komen" in drawn(at)
    press(at, "Doe de deur dicht")
    at = press(visit(office.facilitator, "prepare"), "Open de deur")
    assert "nu niet bij elkaar kunnen komen" in at.error[0].value
