"""The coordinator's overview: what it shows, how it is filtered, and for whom it is not."""

import json
import re

from streamlit.testing.v1 import AppTest

from pages.overview.sheet import worded
from sos_core.domain.kinds import ClosedBecause, Look
from sos_core.domain.safety_net import NetOutcome
from sos_core.services.closing import close
from sos_core.services.dashboard import PAGE, dashboard
from sos_core.services.dashboard_filters import Filters
from sos_core.services.open_evaluations import follows_evaluations
from sos_core.services.own_links import calendar_at
from sos_core.services.saved_views import save_view, saved_views
from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_safety_net import decide

ADDRESS = re.compile(r"http://draaiboek\.test/agenda/([^\"]+)\.ics")


def ways(page: str, to: str) -> list[str]:
    """The addresses on it that begin so."""
    return re.findall(rf'"href": "({re.escape(to)}[^"]*)"', page)


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


def test_a_number_leads_to_the_families_behind_it_and_back(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    office.referral(alias="Gezin Nieuw")
    page = drawn(visit(office.coordinator, "dashboard", facilitator=[office.facilitator.name], pace=["held"]))
    assert f"?facilitator={office.facilitator.name.replace(' ', '+')}&gap=no_backup" in ways(page, "?")
    chosen = drawn(visit(office.coordinator, "dashboard", gap=["no_backup"]))
    assert "Familie Eekhoorn" in chosen
    assert "Gezin Nieuw" not in chosen
    assert "Gekozen" in chosen
    assert "?" in ways(chosen, "?")


def test_it_says_what_a_plan_lacks(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    office.clock.forward(days=30)
    page = drawn(visit(office.coordinator, "dashboard"))
    for words in ("zonder back-up: 1", "niemand let op: 1", "de enige afspraak: al 4 weken niets gehoord"):
        assert words in page


def test_it_says_of_how_many_agreements_nothing_is_heard_and_for_how_long(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    riet = meeting.admitted("Riet")
    told, *_ = (meeting.agree(riet, what=what) for what in ("Belt aan.", "Kookt.", "Haalt op."))
    meeting.adopted()
    office.clock.forward(days=30)
    meeting.do("check_in", riet, agreement=told, how="worked")
    page = drawn(visit(office.coordinator, "dashboard", gap=["silent"]))
    assert "2 van de 3 afspraken: al 4 weken niets gehoord" in page
    assert "Kookt" not in page
    families = list(dashboard(office.house, office.coordinator).families)
    paper = worded(families, 1, office.house.today(), lang="nl")
    cells = dict(zip((head for head, _ in paper.heads), paper.rows[0], strict=True))
    counted = [cells[head] for head in ("Afspraken", "Afspraken waarvan niets is gehoord", "Laatst gehoord")]
    assert counted == ["3", "2", "2026-12-02"]


def test_the_second_page_goes_on_where_the_first_ended_and_leads_back(visit: Visit, office: Office) -> None:
    for number in range(PAGE + 3):
        office.referral(alias=f"Gezin {number:03d}")
    first = drawn(visit(office.coordinator, "dashboard", pace=["on_time"]))
    assert "1 tot en met 50 van 53" in first
    (onwards,) = {way for way in ways(first, "?") if "at=" in way}
    assert "pace=on_time" in onwards
    at = onwards.rpartition("at=")[2]
    second = drawn(visit(office.coordinator, "dashboard", pace=["on_time"], at=at))
    assert "51 tot en met 53 van 53" in second
    assert [name in second for name in ("Gezin 049", "Gezin 050", "Gezin 052")] == [False, True, True]
    assert any("at=before." in way for way in ways(second, "?"))


def test_another_filter_begins_at_the_first_page_again(visit: Visit, office: Office) -> None:
    for number in range(PAGE + 1):
        office.referral(alias=f"Gezin {number:03d}")
    (onwards,) = {way for way in ways(drawn(visit(office.coordinator, "dashboard")), "?") if "at=" in way}
    at = visit(office.coordinator, "dashboard", at=onwards.rpartition("at=")[2])
    assert "51 tot en met 51 van 51" in drawn(at)
    at.text_input[0].input("gezin").run()
    assert "1 tot en met 50 van 51" in drawn(at)
    assert "at" not in at.query_params
    assert at.query_params["text"] == "gezin"


def test_what_stands_in_an_address_and_is_no_filter_is_passed_over(visit: Visit, office: Office) -> None:
    office.referral(alias="Gezin Een")
    at = visit(office.coordinator, "dashboard", state=["niets"], facilitator=["Niemand"], at="ergens", gap=["x"])
    assert "Gezin Een" in drawn(at)
    assert not at.exception


def test_a_view_is_kept_under_a_name_found_back_and_removed(visit: Visit, office: Office) -> None:
    office.referral(alias="Gezin Een")
    at = visit(office.coordinator, "dashboard", pace=["late", "on_time"])
    next(box for box in at.text_input if box.label == "Hoe heet deze weergave?").input("Wie wacht")
    next(button for button in at.button if button.label == "Bewaar wat nu gekozen is").click().run()
    assert at.success[0].value == "De weergave is bewaard."
    (view,) = saved_views(office.house, office.coordinator)
    assert (view.name, view.filters) == ("Wie wacht", Filters(pace=("late", "on_time")))
    assert "?pace=late&pace=on_time" in ways(drawn(at), "?")
    next(button for button in at.button if button.label == "Haal weg").click().run()
    assert saved_views(office.house, office.coordinator) == []


def test_a_view_without_a_name_is_refused_in_one_sentence(visit: Visit, office: Office) -> None:
    office.referral(alias="Gezin Een")
    at = visit(office.coordinator, "dashboard")
    next(button for button in at.button if button.label == "Bewaar wat nu gekozen is").click().run()
    assert len(at.error) == 1
    assert saved_views(office.house, office.coordinator) == []


def test_the_name_of_a_view_is_drawn_as_text(visit: Visit, office: Office) -> None:
    office.referral(alias="Gezin Een")
    trick = "[klik](https://boos.example) <b>x</b>"
    save_view(office.house, office.coordinator, name=trick, filters=Filters())
    at = visit(office.coordinator, "dashboard")
    assert trick in drawn(at)
    rendered = [*at.markdown, *at.title, *at.header, *at.caption, *at.info, *at.success, *at.error]
    labels = [one.label for one in (*at.button, *at.selectbox, *at.text_input, *at.expander)]
    assert "boos.example" not in " ".join([*labels, *(str(one.value) for one in rendered)])


def test_the_file_has_the_same_filters_as_the_page(visit: Visit, office: Office) -> None:
    office.referral(alias="Gezin Een")
    page = drawn(visit(office.coordinator, "dashboard", pace=["on_time"], text="een"))
    assert ways(page, "/export/overview.xlsx") == ["/export/overview.xlsx?pace=on_time&text=een"]


def test_each_chart_has_a_sentence_beside_it(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.coordinator, "dashboard")
    assert len(at.get("vega_lite_chart")) == 2
    page = drawn(at)
    assert "de helft wachtte 0 dagen of korter" in page
    assert f"{office.facilitator.name}" in page
    assert json.dumps("1, waarvan evaluatie te laat: 0, binnen 7 dagen: 0.") in page


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


def pressed(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def test_the_calendar_is_switched_on_its_address_shown_once_made_anew_and_switched_off(
    visit: Visit, office: Office
) -> None:
    office.referral()
    at = visit(office.coordinator, "dashboard")
    shown = ADDRESS.findall(drawn(pressed(at, "calendar-on")))
    assert len(shown) == 1
    assert calendar_at(office.house, shown[0], lang="nl")
    assert ADDRESS.findall(drawn(at.run())) == []
    assert "Je agenda loopt mee." in drawn(at)
    (anew,) = ADDRESS.findall(drawn(pressed(at, "calendar-on")))
    assert anew != shown[0]
    assert "calendar-address" not in at.session_state
    assert "Je krijgt een eigen adres" in drawn(pressed(at, "calendar-off"))
    assert not follows_evaluations(office.house, office.coordinator)


def test_it_says_who_is_out_and_where_other_measures_are_taken(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    meeting.evaluated("go_on", look=Look.FIRST)
    meeting.evaluated("step_out")
    other = office.referral(alias="Gezin Nieuw")
    decide(office, other, NetOutcome.NO)
    page = drawn(visit(office.coordinator, "dashboard"))
    for words in ("Is eruit gestapt", "Andere maatregelen", "Geen conferentie", f"/net?referral={other}"):
        assert words in page
    only = drawn(visit(office.coordinator, "dashboard", stage=["handed_over"]))
    assert ("Familie Eekhoorn" in only, "Gezin Nieuw" in only) == (True, False)


def test_a_day_of_the_calendar_shows_its_families_and_the_way_back_to_all(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    office.referral(alias="Gezin Nieuw")
    at = visit(office.coordinator, "dashboard", day="2026-11-09", pace=["held"])
    assert ("Familie Eekhoorn" in drawn(at), "Gezin Nieuw" in drawn(at)) == (True, False)
    assert "Alleen gezinnen met een evaluatie op 9 november 2026." in drawn(at)
    assert "?pace=held" in ways(drawn(at), "?")
    assert ways(drawn(at), "/export/overview.xlsx") == ["/export/overview.xlsx?pace=held&day=2026-11-09"]
    at.text_input[0].input("eek").run()
    assert (at.query_params["day"], "Familie Eekhoorn" in drawn(at)) == ("2026-11-09", True)


def test_what_is_to_be_erased_is_counted_and_a_way_to_its_page(visit: Visit, office: Office) -> None:
    family = office.referral(alias="Gezin Een")
    office.referral(alias="Gezin Twee")
    close(office.house, office.coordinator, family, because=ClosedBecause.NO_CONFERENCE)
    office.clock.forward(days=35)
    page = drawn(visit(office.coordinator, "dashboard"))
    assert "binnen 14 dagen: 1" in page
    assert ways(page, "/retention") == ["/retention"]


def test_a_family_without_a_conference_opens_its_referral(visit: Visit, office: Office) -> None:
    family = office.referral(alias="Gezin Een")
    office.referral(alias="Gezin Twee")
    assert f"/referrals?referral={family}" in ways(drawn(visit(office.coordinator, "dashboard")), "/referrals")
    page = drawn(visit(office.coordinator, "referrals", referral=family))
    assert ("Gezin Een" in page, "Gezin Twee" in page) == (True, False)
