"""Handing a conference over on the pages of staff: by the one who leads it, and by a coordinator."""

from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn


def test_a_coordinator_sees_who_leads_and_hands_over(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.coordinator, "plan", conference=meeting.conference)
    assert office.facilitator.name in drawn(at)
    press = next(button for button in at.button if button.label == "Draag over")
    press.click().run()
    assert at.error[0].value == "Kies eerst een procesbegeleider."
    choice = next(box for box in at.selectbox if box.label == "Aan wie draag je deze conferentie over?")
    assert office.facilitator.name not in choice.options
    choice.select(office.other_facilitator.name)
    next(button for button in at.button if button.label == "Draag over").click().run()
    assert [one.value for one in at.success] == ["Overgedragen."]
    assert office.other_facilitator.name in drawn(at)


def test_who_leads_hands_over_and_finds_nothing_of_the_family_any_more(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    at = visit(office.facilitator, "prepare", conference=meeting.conference)
    next(box for box in at.selectbox if box.label == "Aan wie draag je deze conferentie over?").select(
        office.other_facilitator.name
    )
    next(button for button in at.button if button.label == "Draag over").click().run()
    assert [one.value for one in at.success] == ["Overgedragen."]
    assert "Eekhoorn" not in drawn(at)
    desk = visit(office.facilitator, "desk", conference=meeting.conference)
    assert "Deze conferentie is niet van jou, of niet meer." in drawn(desk)


def test_a_second_sees_whose_it_is_and_no_form(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.do("ask_in", name=office.other_facilitator.name)
    at = visit(office.other_facilitator, "prepare", conference=meeting.conference)
    assert office.facilitator.name in drawn(at)
    assert "Draag over" not in {button.label for button in at.button}
