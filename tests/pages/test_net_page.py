"""The page of the safety net: people are put in circles, asked about, decided on; where there is no net, measures are written."""

from typing import Any

from streamlit.testing.v1 import AppTest

from sos_core.domain.safety_net import Circle, Known, NetOutcome
from sos_core.services.referrals import referrals
from sos_core.services.safety_net import safety_net
from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_safety_net import MEASURE, add, decide


def press(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label == label).click().run()


def write(at: AppTest, **said: str) -> None:
    """By the end of the label."""
    for label, text in said.items():
        fields = [*at.text_input, *at.text_area]
        next(field for field in fields if field.label.startswith(label.replace("_", " "))).input(text)


def choose(at: AppTest, label: str, option: Any) -> None:
    next(radio for radio in at.radio if radio.label.startswith(label)).set_value(option)


def test_somebody_is_put_in_the_circles_with_what_is_known_of_them(visit: Visit, office: Office) -> None:
    referral = office.referral(lvb=True)
    at = visit(office.referrer, "net", referral=referral)
    write(at, Voornaam="Riet", Wie_is_het="oma")
    choose(at, "In welke kring?", Circle.MIDDLE)
    choose(at, "Kent deze persoon de zorgen?", Known.YES)
    press(at, "Zet in de kringen")
    (riet,) = safety_net(office.house, office.referrer, referral).people
    assert (riet.name, riet.relation, riet.circle) == ("Riet", "oma", Circle.MIDDLE)
    assert (riet.around.knows, riet.around.dares) == (Known.YES, Known.UNKNOWN)
    assert "Riet" in drawn(at)
    assert not next(field for field in at.text_input if field.label == "Voornaam").value


def test_a_refusal_beside_a_form_keeps_what_was_typed(visit: Visit, office: Office) -> None:
    referral = office.referral()
    at = visit(office.referrer, "net", referral=referral)
    write(at, Voornaam="Riet 123456782", Wie_is_het="oma")
    press(at, "Zet in de kringen")
    assert len(at.error) == 1
    assert next(field for field in at.text_input if field.label == "Voornaam").value == "Riet 123456782"
    assert safety_net(office.house, office.referrer, referral).people == ()


def test_somebody_who_is_there_is_written_anew_or_taken_out(visit: Visit, office: Office) -> None:
    referral = office.referral()
    riet = add(office, referral)
    at = visit(office.referrer, "net", referral=referral)
    next(box for box in at.selectbox if box.label == "Over wie gaat het?").select(riet).run()
    choose(at, "Durft deze persoon", Known.NO)
    press(at, "Bewaar")
    assert safety_net(office.house, office.referrer, referral).people[0].around.dares is Known.NO
    press(at, "Haal deze persoon weg")
    assert safety_net(office.house, office.referrer, referral).people == ()


def test_a_person_decides_with_a_reason(visit: Visit, office: Office) -> None:
    referral = office.referral(lvb=True)
    at = visit(office.facilitator, "net", referral=referral)
    write(at, Waarom="Twee tantes willen en durven.", Wie_besluit="Fien")
    press(at, "Bewaar het besluit")
    assert at.error[0].value == "Kies eerst: ja, ja als, of nee."
    choose(at, "Wat is het besluit?", NetOutcome.YES)
    press(at, "Bewaar het besluit")
    assert at.success[0].value == "Het besluit is bewaard."
    assert "Twee tantes willen en durven." in drawn(at)
    assert "4. Andere maatregelen" not in [header.value for header in at.header]


def test_without_a_net_the_page_asks_for_other_measures(visit: Visit, office: Office) -> None:
    referral = office.referral(lvb=True)
    decide(office, referral, NetOutcome.NO)
    at = visit(office.referrer, "net", referral=referral)
    assert "4. Andere maatregelen" in [header.value for header in at.header]
    who, what, when = (field for field in at.text_input if field.label in {"Wie", "Doet wat", "Wanneer"})
    who.input(MEASURE.who), what.input(MEASURE.what), when.input(MEASURE.when)
    press(at, "Bewaar de maatregel")
    (kept,) = safety_net(office.house, office.referrer, referral).measures
    assert (kept.who, kept.what, kept.when) == (MEASURE.who, MEASURE.what, MEASURE.when)
    press(at, "Dit is gedaan")
    assert safety_net(office.house, office.referrer, referral).measures[0].done


def test_the_list_of_referrals_says_that_other_measures_are_agreed_and_offers_no_conference(
    visit: Visit, office: Office
) -> None:
    referral = office.referral(lvb=True)
    decide(office, referral, NetOutcome.NO)
    at = visit(office.facilitator, "referrals")
    assert "Schrijf op welke andere maatregelen er komen." in drawn(at)
    assert f"/net?referral={referral}" in drawn(at)
    assert [button.label for button in at.button] == []


def test_the_net_of_another_is_not_there(visit: Visit, office: Office) -> None:
    referral = office.referral(alias="Familie Eekhoorn")
    add(office, referral, name="Riet")
    at = visit(office.other_referrer, "net", referral=referral)
    assert "is niet van jou" in drawn(at)
    assert "Riet" not in drawn(at)
    assert "Eekhoorn" not in drawn(at)


def test_who_leads_too_reads_it_and_is_shown_no_form(visit: Visit, office: Office, meeting: Meeting) -> None:
    meeting.do("ask_in", name=office.other_facilitator.name)
    referral = referrals(office.house, office.facilitator)[0].id
    add(office, referral, name="Riet")
    at = visit(office.other_facilitator, "net", referral=referral)
    assert "Riet" in drawn(at)
    assert [*at.button, *at.text_input] == []
