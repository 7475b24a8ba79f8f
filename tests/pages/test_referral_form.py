"""The form for a referral: what was typed is never lost, and what is kept is kept once."""

from streamlit.testing.v1 import AppTest

from sos_core.services.referral_form import Reason, Together
from sos_core.services.referrals import referrals
from tests.builders import Office
from tests.pages.conftest import Visit


def type_in(at: AppTest, label: str, text: str) -> None:
    fields = [*at.text_input, *at.text_area]
    next(field for field in fields if field.label == label).input(text)


def choose(at: AppTest, label: str, option: object) -> None:
    next(radio for radio in at.radio if radio.label == label).set_value(option)


def press(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label == label).click().run()


def fill(at: AppTest, *, alias: str = "gezin Kastanje") -> None:
    type_in(at, "Schuilnaam van het gezin", alias)
    type_in(at, "Voornaam van het kind", "Sem")
    at.number_input[0].set_value(7)
    choose(at, "Wat is de aanleiding?", Reason.SUPERVISION)
    type_in(at, "Wat is er gebeurd? Schrijf wat mensen zagen of hoorden.", "Er was ruzie op de trap.")
    choose(at, "Is de situatie al in kaart gebracht?", "Ja, de zorgen zijn duidelijk")
    choose(at, "Heeft iemand in het gezin een licht verstandelijke beperking (LVB)?", "Nee")
    type_in(at, "Wat moet te zien zijn?", "Om 8.30 uur is Sem op school.")
    type_in(at, "Wanneer is de bodemeis geschonden?", "Sem is twee keer niet op school.")
    type_in(at, "Wie doet dan iets?", "Jo")
    type_in(at, "Wat doet die?", "Belt oma.")
    type_in(at, "Binnen hoe lang?", "24 uur")


def test_a_referral_is_kept_and_stands_in_the_list(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at)
    press(at, "Bewaar de aanmelding")
    assert at.title[0].value == "Aanmeldingen"
    assert "bewaard" in at.success[0].value
    (kept,) = referrals(office.house, office.referrer)
    assert (kept.alias, kept.children, kept.reason) == ("gezin Kastanje", (("Sem", 7),), Reason.SUPERVISION)
    assert kept.lines[0].escalation_within == "24 uur"
    assert kept.blocks == ("referral.not_judged",)


def test_a_refusal_is_one_sentence_and_loses_nothing(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at, alias="gezin 123456782")
    press(at, "Bewaar de aanmelding")
    assert len(at.error) == 1
    assert "gezin 123456782" in [field.value for field in at.text_input]
    assert "Om 8.30 uur is Sem op school." in [field.value for field in at.text_area]
    assert referrals(office.house, office.referrer) == []


def test_what_was_typed_outlives_a_look_at_another_page(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at)
    at.run()
    at.switch_page("referrals.py").run()
    at.switch_page("referral.py").run()
    assert "gezin Kastanje" in [field.value for field in at.text_input]


def test_after_keeping_the_form_is_empty(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at)
    press(at, "Bewaar de aanmelding")
    at.switch_page("referral.py").run()
    assert not any(field.value for field in (*at.text_input, *at.text_area))
    press(at, "Bewaar de aanmelding")
    assert len(referrals(office.house, office.referrer)) == 1


def test_rows_are_added_and_taken_away_without_touching_the_others(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at)
    press(at, "Nog een kind")
    press(at, "Nog een bodemeis")
    names = [field for field in at.text_input if field.label == "Voornaam van het kind"]
    assert [field.value for field in names] == ["Sem", ""]
    names[1].input("Noor")
    press(at, "Haal dit kind weg")
    assert [field.value for field in at.text_input if field.label == "Voornaam van het kind"] == ["Noor"]


def test_a_judgement_wants_who_and_why(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at)
    choose(at, "Mogen deze mensen samen in één ruimte?", Together.TOGETHER)
    at.run()
    press(at, "Bewaar de aanmelding")
    assert len(at.error) == 1
    type_in(at, "Wie heeft dit beoordeeld?", "Jo, gedragswetenschapper")
    type_in(at, "Waarom?", "Niemand is bang voor een ander.")
    press(at, "Bewaar de aanmelding")
    (kept,) = referrals(office.house, office.referrer)
    assert kept.together is Together.TOGETHER
    assert kept.blocks == ()
