"""The form for a referral, in steps: what was typed is never lost, and what is sent is sent once."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from sos_core.domain.kinds import Together
from sos_core.services.referral_drafts import draft, drafts
from sos_core.services.referral_form import Reason
from sos_core.services.referrals import referrals
from tests.builders import Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_referral_drafts import WHOLE, half, keep_draft


def type_in(at: AppTest, label: str, text: str) -> None:
    fields = [*at.text_input, *at.text_area]
    next(field for field in fields if field.label == label).input(text)


def choose(at: AppTest, label: str, option: object) -> None:
    next(radio for radio in at.radio if radio.label == label).set_value(option)


def press(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label.endswith(label)).click().run()


def family(at: AppTest, *, alias: str = "gezin Kastanje") -> None:
    type_in(at, "Schuilnaam van het gezin", alias)
    type_in(at, "Voornaam van het kind", "Sem")
    at.number_input[0].set_value(7)


def why(at: AppTest) -> None:
    choose(at, "Wat is de aanleiding?", Reason.SUPERVISION)
    type_in(at, "Wat is er gebeurd? Schrijf wat mensen zagen of hoorden.", "Er was ruzie op de trap.")
    choose(at, "Is de situatie al in kaart gebracht?", True)


def net(at: AppTest) -> None:
    choose(at, "Heeft iemand in het gezin een licht verstandelijke beperking (LVB)?", True)


def lines(at: AppTest) -> None:
    type_in(at, "Wat moet te zien zijn?", "Om 8.30 uur is Sem op school.")
    type_in(at, "Wanneer is de bodemeis geschonden?", "Sem is twee keer niet op school.")
    type_in(at, "Wie doet dan iets?", "Jo")
    type_in(at, "Wat doet die?", "Belt oma.")
    type_in(at, "Binnen hoe lang?", "24 uur")


def fill(at: AppTest, *steps: Callable[[AppTest], None]) -> None:
    for step in steps or (family, why, net, lines):
        step(at)
        press(at, "Verder")


def heading(at: AppTest) -> str:
    return str(at.header[0].value)


def test_a_referral_is_written_step_by_step_and_sent(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    fill(at)
    assert heading(at) == "Stap 5 van 6: Samen of apart"
    press(at, "Verder")
    assert "Om 8.30 uur is Sem op school." in drawn(at)
    assert referrals(office.house, office.referrer) == []
    press(at, "Verstuur de aanmelding")
    assert at.title[0].value == "Aanmeldingen"
    assert "verstuurd" in at.success[0].value
    (kept,) = referrals(office.house, office.referrer)
    assert (kept.alias, kept.children, kept.reason) == ("gezin Kastanje", (("Sem", 7),), Reason.SUPERVISION)
    assert (kept.lvb, kept.lines[0].escalation_within) == (True, "24 uur")
    assert kept.blocks == ("referral.not_judged", "referral.net_not_checked")
    assert drafts(office.house, office.referrer) == []


def test_what_is_missing_stands_beside_its_field_and_one_stays_at_the_step(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    type_in(at, "Schuilnaam van het gezin", "gezin Kastanje")
    press(at, "Verder")
    assert heading(at) == "Stap 1 van 6: Het gezin"
    assert "Schrijf de voornaam van het kind op." in drawn(at)
    assert "Bedenk een schuilnaam" not in drawn(at)


def test_one_goes_back_and_forth_and_nothing_is_lost(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    type_in(at, "Schuilnaam van het gezin", "gezin Kastanje")
    press(at, "Bodemeisen")  # typed and pressed at once: what was typed is kept first
    type_in(at, "Wat moet te zien zijn?", "Sem slaapt.")
    press(at, "Terug")
    press(at, "Het gezin")
    assert "gezin Kastanje" in [field.value for field in at.text_input]
    press(at, "Bodemeisen")
    assert "Sem slaapt." in [field.value for field in at.text_area]


def test_a_number_that_may_not_be_kept_is_refused_and_stays_in_its_field(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    family(at, alias="gezin 123456782")
    press(at, "Verder")
    assert len(at.error) == 1
    assert heading(at) == "Stap 1 van 6: Het gezin"
    assert "gezin 123456782" in [field.value for field in at.text_input]
    assert drafts(office.house, office.referrer) == []


def test_a_draft_is_gone_on_with_on_another_day(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    type_in(at, "Schuilnaam van het gezin", "gezin Kastanje")
    at.run()
    at = visit(office.referrer, "referral")
    assert "gezin Kastanje" in drawn(at)
    assert "Een concept dat 30 dagen blijft liggen, wordt gewist." in drawn(at)
    press(at, "Ga verder")
    assert "gezin Kastanje" in [field.value for field in at.text_input]


def test_there_may_be_several_drafts_and_one_is_thrown_away_after_a_question(visit: Visit, office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    office.clock.forward(minutes=5)
    at = visit(office.referrer, "referral")
    press(at, "Begin een nieuwe aanmelding")
    type_in(at, "Schuilnaam van het gezin", "gezin Berk")
    at.run()
    assert len(drafts(office.house, office.referrer)) == 2
    at = visit(office.referrer, "referral")
    press(at, "Gooi dit concept weg")
    assert len(drafts(office.house, office.referrer)) == 2
    press(at, "Ja, gooi weg")
    assert [one.id for one in drafts(office.house, office.referrer)] == ["d1"]


def test_the_list_of_referrals_leads_to_ones_own_drafts_only(visit: Visit, office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    assert "Je hebt 1 concept." in drawn(visit(office.referrer, "referrals"))
    assert "concept" not in drawn(visit(office.coordinator, "referrals"))
    assert "concept" not in drawn(visit(office.facilitator, "referrals"))


def test_the_draft_of_another_shows_nothing(visit: Visit, office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    at = visit(office.other_referrer, "referral", draft="d1")
    assert "Kastanje" not in drawn(at) + " ".join(field.value for field in at.text_input)
    type_in(at, "Schuilnaam van het gezin", "gezin Berk")
    at.run()
    assert draft(office.house, office.referrer, "d1") == WHOLE
    assert at.error[0].value == "Dit concept is er niet, of is niet van jou."


def test_rows_are_added_and_taken_away_without_touching_the_others(visit: Visit, office: Office) -> None:
    at = visit(office.referrer, "referral")
    family(at)
    press(at, "Nog een kind")
    names = [field for field in at.text_input if field.label == "Voornaam van het kind"]
    assert [field.value for field in names] == ["Sem", ""]
    names[1].input("Noor")
    press(at, "Haal dit kind weg")
    assert [field.value for field in at.text_input if field.label == "Voornaam van het kind"] == ["Noor"]
    press(at, "Haal dit kind weg")
    assert [field.value for field in at.text_input if field.label == "Voornaam van het kind"] == [""]


def test_a_vague_bottom_line_gets_the_question_that_makes_it_sharper_and_is_no_fault(
    visit: Visit, office: Office
) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    at = visit(office.referrer, "referral", draft="d1", step="lines")
    for said, vague in (("Om 8.30 uur is Sem op school.", False), ("Mama let beter op.", True)):
        type_in(at, "Wat moet te zien zijn?", said)
        at.run()
        assert ("Dit kan scherper" in drawn(at)) is vague
    assert "Hoe vaak, hoeveel of hoe laat is dat precies?" in drawn(at)
    press(at, "Verder")
    assert heading(at) == "Stap 5 van 6: Samen of apart"


def test_a_judgement_wants_who_and_why(visit: Visit, office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", half(together=Together.TOGETHER))
    at = visit(office.referrer, "referral", draft="d1", step="together")
    press(at, "Verder")
    assert "Schrijf op wie dit heeft beoordeeld." in drawn(at)
    type_in(at, "Wie heeft dit beoordeeld?", "Jo, gedragswetenschapper")
    type_in(at, "Waarom?", "Niemand is bang voor een ander.")
    press(at, "Verder")
    press(at, "Verstuur de aanmelding")
    (kept,) = referrals(office.house, office.referrer)
    assert (kept.together, kept.blocks) == (Together.TOGETHER, ())


def test_what_is_not_whole_cannot_be_sent_and_says_what_is_missing(visit: Visit, office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", half(lvb=None))
    at = visit(office.referrer, "referral", draft="d1", step="send")
    assert "Zeg of iemand in het gezin een LVB heeft." in drawn(at)
    assert next(button for button in at.button if button.label == "Verstuur de aanmelding").disabled
