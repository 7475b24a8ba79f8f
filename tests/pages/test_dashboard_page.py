"""The coordinator's overview: what it shows, how it is filtered, and for whom it is not."""

from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn


def test_it_names_what_is_late_first(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    office.clock.forward(days=12)
    office.referral(alias="Gezin Nieuw")
    at = visit(office.coordinator, "dashboard")
    page = drawn(at)
    assert page.index("Familie Eekhoorn") < page.index("Gezin Nieuw")
    assert "5 dagen te laat" in page
    assert "Bij 1 van de 1 gezinnen was de eerste sessie binnen 6 weken" in page


def test_no_word_of_a_family_stands_on_it(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"), what="Kanariewoord")
    meeting.adopted()
    page = drawn(visit(office.coordinator, "dashboard"))
    assert not [word for word in ("Kanariewoord", "Riet", "Sem", "ruzie") if word in page]


def test_filters_are_kept_in_the_address_and_read_from_it(visit: Visit, office: Office) -> None:
    office.meeting(alias="Gezin Een")
    office.meeting(alias="Gezin Twee", facilitator=office.other_facilitator)
    at = visit(office.coordinator, "dashboard")
    at.multiselect[0].select(office.other_facilitator.name).run()
    assert office.other_facilitator.name in at.query_params["facilitator"]
    assert "Gezin Twee" in drawn(at)
    assert "Gezin Een" not in drawn(at)
    again = visit(office.coordinator, "dashboard", state=["overdue"])
    assert "Niets gevonden" in drawn(again)


def test_it_names_both_who_lead(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.do("ask_in", name=office.other_facilitator.name)
    page = drawn(visit(office.coordinator, "dashboard"))
    assert "samen met" in page
    assert office.other_facilitator.name in page


def test_an_empty_house_says_so(visit: Visit, office: Office) -> None:
    assert "Er loopt nog niets" in drawn(visit(office.coordinator, "dashboard"))


def test_it_is_not_there_for_a_facilitator(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.facilitator)
    assert "Overzicht" not in [title.value for title in at.title]
