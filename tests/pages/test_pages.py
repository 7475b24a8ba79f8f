"""What staff meet on their pages, each by the own duty."""

import pytest

from pages.drawn import el, link
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import Together
from sos_core.services.bottom_lines import bottom_lines
from sos_core.services.referrals import referrals
from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn

TRICK = "Gezin [klik](http://boos.example)"


def test_who_is_not_signed_in_gets_one_sentence_and_nothing_more(visit: Visit, meeting: Meeting) -> None:
    at = visit(None)
    assert "niet ingelogd" in at.info[0].value
    assert not at.title
    assert "Eekhoorn" not in drawn(at)


def test_a_session_that_ended_shows_nothing_on_the_next_run(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.facilitator, "plan")
    office.clock.forward(hours=13)
    at.run()
    assert "niet ingelogd" in at.info[0].value
    assert "Eekhoorn" not in drawn(at)


def test_each_duty_begins_on_its_own_page(visit: Visit, office: Office) -> None:
    begins = {
        office.facilitator: "Voorbereiden",
        office.coordinator: "Overzicht",
        office.referrer: "Aanmeldingen",
        office.administrator: "Accounts",
    }
    assert {staff: visit(staff).title[0].value for staff in begins} == begins


def test_an_administrator_sees_no_word_of_a_family(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.administrator)
    assert "Eekhoorn" not in drawn(at)


def test_what_blocks_a_referral_is_said_and_it_cannot_be_taken(visit: Visit, office: Office) -> None:
    office.referral(mapped=False, together=None, together_by="", together_why="")
    at = visit(office.facilitator, "referrals")
    assert "nog niet in kaart gebracht" in drawn(at)
    assert "Nog niemand heeft beoordeeld" in drawn(at)
    assert not [button for button in at.button if button.label == "Ik neem deze conferentie"]


def test_a_facilitator_takes_a_referral_and_goes_on_to_prepare(visit: Visit, office: Office) -> None:
    office.referral()
    at = visit(office.facilitator, "referrals")
    next(button for button in at.button if button.label == "Ik neem deze conferentie").click().run()
    assert at.title[0].value == "Voorbereiden"
    assert referrals(office.house, office.facilitator)[0].conference


def test_an_open_judgement_is_filled_in_later(visit: Visit, office: Office) -> None:
    office.referral(together=None, together_by="", together_why="")
    at = visit(office.referrer, "referrals")
    at.radio[0].set_value(Together.SEPARATE)
    at.text_input[0].input("Jo, gedragswetenschapper")
    at.text_area[0].input("Moeder durft niets te zeggen waar hij bij is.")
    next(button for button in at.button if button.label == "Bewaar het oordeel").click().run()
    assert at.success[0].value == "Het oordeel is bewaard."
    assert referrals(office.house, office.referrer)[0].together is Together.SEPARATE


def test_an_alias_never_stands_in_a_label_or_in_rendered_text(visit: Visit, office: Office) -> None:
    office.meeting(alias=TRICK)
    office.meeting(alias=f"{TRICK} 2")
    office.referral(alias=f"{TRICK} 3")
    for who, page in (
        (office.facilitator, "prepare"),
        (office.facilitator, "referrals"),
        (office.facilitator, "plan"),
        (office.facilitator, "evaluation"),
        (office.coordinator, "dashboard"),
        (office.referrer, "plan"),
    ):
        at = visit(who, page)
        rendered = [*at.markdown, *at.title, *at.header, *at.caption, *at.info, *at.success, *at.error]
        labels = [one.label for one in (*at.button, *at.selectbox, *at.text_input, *at.radio, *at.expander)]
        assert "boos.example" not in " ".join([*labels, *(str(one.value) for one in rendered)]), page
        assert not at.exception


def test_another_facilitators_conference_is_not_there(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.other_facilitator, "plan", conference=meeting.conference)
    assert "Er is nog geen conferentie" in drawn(at)
    assert "Eekhoorn" not in drawn(at)


def test_the_shared_screen_never_guesses_whose_film_it_is(visit: Visit, office: Office) -> None:
    office.meeting(alias="Gezin Een")
    office.meeting(alias="Gezin Twee")
    at = visit(office.facilitator, "board")
    assert "Kies eerst een conferentie" in drawn(at)
    assert "draaiboek_film" not in [one.proto.component_name for one in at.get("bidi_component")]
    assert "Gezin Een" not in drawn(at)


def test_preparing_puts_a_routine_in_the_film_and_opens_the_door(visit: Visit, office: Office) -> None:
    meeting = office.meeting(library=None)
    at = visit(office.facilitator, "prepare")
    next(box for box in at.selectbox if box.label == "Welke routine?").select("nacht").run()
    next(button for button in at.button if button.label == "Zet in de film").click().run()
    next(button for button in at.button if button.label == "Open de deur").click().run()
    assert len(meeting.desk()["order"]) == 1
    assert meeting.desk()["door"]["open"]
    assert meeting.code in drawn(at)


def test_a_door_without_a_routine_stays_shut_and_says_why(visit: Visit, office: Office) -> None:
    office.meeting(library=None)
    at = visit(office.facilitator, "prepare")
    next(button for button in at.button if button.label == "Open de deur").click().run()
    assert "Kies eerst een routine" in at.error[0].value


def test_the_referrer_gives_the_word_before_there_is_a_plan(visit: Visit, office: Office, meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.agree(riet, bottom_lines=meeting.lines)
    at = visit(office.referrer, "plan", conference=meeting.conference)
    assert "Riet" in drawn(at)
    at.radio[0].set_value(False)
    next(button for button in at.button if button.label == "Bewaar mijn oordeel").click().run()
    assert at.error[0].value
    at.text_input[0].input("Niemand kijkt mee.")
    next(button for button in at.button if button.label == "Bewaar mijn oordeel").click().run()
    assert at.success[0].value == "Je oordeel is bewaard."
    (line,) = bottom_lines(office.house, office.referrer, meeting.conference)
    assert (line.holds, line.because) == (False, "Niemand kijkt mee.")


def test_bottom_lines_are_not_there_for_another_referrer(office: Office, meeting: Meeting) -> None:
    with pytest.raises(NotFound):
        bottom_lines(office.house, office.other_referrer, meeting.conference)


def test_bottom_lines_show_no_agreement_that_not_all_may_read(office: Office, meeting: Meeting) -> None:
    riet, dirk = meeting.admitted("Riet"), meeting.admitted("Dirk")
    card = meeting.say(riet, "worry", "Alleen voor wie het mag weten.", hidden_from=[dirk.id])
    meeting.do("put_on_board", card=card, named=True)
    meeting.agree(riet, worries=[card], bottom_lines=meeting.lines)
    (line,) = bottom_lines(office.house, office.referrer, meeting.conference)
    assert line.met_by == ()


def test_the_plan_stands_on_the_page_with_the_way_to_its_paper(visit: Visit, meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    at = visit(meeting.facilitator, "plan")
    assert f"/export/plan.pdf?conference={meeting.conference}&version=1" in drawn(at)
    assert "Belt aan." in drawn(at)
    assert "Bodemeisen waar nog geen afspraak bij hoort" in drawn(at)
    assert "Maak bij elke bodemeis een afspraak." in drawn(at)


def test_beside_the_plan_stand_its_other_forms_and_a_page_for_each_person(visit: Visit, meeting: Meeting) -> None:
    riet, sem = meeting.admitted("Riet"), meeting.admitted("Sem", "child")
    meeting.agree(riet)
    meeting.adopted()
    at = f"conference={meeting.conference}&version=1"
    leads = drawn(visit(meeting.facilitator, "plan"))
    for form in ("lines.pdf", "child.pdf", "plan.docx", "plan.xlsx"):
        assert f"/export/{form}?{at}" in leads
    assert f"/export/mine.pdf?{at}&as={riet.id}" in leads
    assert f"/export/child.pdf?{at}&as={sem.id}" in leads
    assert f"/export/child.pdf?{at}&as={riet.id}" not in leads
    reads = drawn(visit(meeting.office.referrer, "plan", conference=meeting.conference))
    assert f"/export/lines.pdf?{at}" in reads
    assert "mine.pdf" not in reads


def test_who_leads_too_reads_the_referral_whole_and_changes_nothing_in_it(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    second = office.other_facilitator
    asked = referrals(office.house, office.facilitator)[0].id
    assert "ruzie" not in drawn(visit(second, "referrals", referral=asked))
    meeting.do("ask_in", name=second.name)
    assert f"/referrals?referral={asked}" in drawn(visit(second, "referrals"))
    at = visit(second, "referrals", referral=asked)
    assert "Er was ruzie waar de kinderen bij waren." in drawn(at)
    assert "Als er weer geslagen wordt." in drawn(at)
    assert [button.label for button in at.button] == []


def test_an_evaluation_is_held_on_its_page(visit: Visit, meeting: Meeting) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    meeting.agree(riet)
    meeting.adopted()
    at = visit(meeting.facilitator, "evaluation")
    next(button for button in at.button if button.key.startswith("begin-")).click().run()
    next(button for button in at.button if button.label == "Rond de evaluatie af").click().run()
    assert at.error[0].value == "Kies eerst een besluit."
    next(radio for radio in at.radio if radio.label == "Hoe gaat het?").set_value("well")
    next(button for button in at.button if button.label == "Bewaar hoe het gaat").click().run()
    next(radio for radio in at.radio if radio.label == "Besluit").set_value("step_out").run()
    for box in at.text_area:
        box.input({"Waarom?": "Het loopt goed.", "Wie bel je als het moeilijk wordt?": "De huisarts."}[box.label])
    next(box for box in at.selectbox if box.key == "carries_on").select(riet.id)
    next(button for button in at.button if button.label == "Rond de evaluatie af").click().run()
    assert at.error[0].value
    next(box for box in at.selectbox if box.key == "watches").select(mo.id)
    next(button for button in at.button if button.label == "Rond de evaluatie af").click().run()
    held = next(one for one in meeting.desk()["evaluations"].values() if one["ended"])
    assert (held["decision"], held["because"]) == ("step_out", "Het loopt goed.")
    assert held["handover"] == {"carries_on": riet.id, "watches": mo.id, "call": "De huisarts."}
    assert "Eerdere evaluaties" in [header.value for header in at.header]


def test_the_evaluation_asks_the_number_with_names_or_without_as_the_desk_does(visit: Visit, meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    meeting.agree(riet)
    meeting.adopted()
    meeting.do("start_evaluation")
    at = visit(meeting.facilitator, "evaluation")

    def press(label: str) -> None:
        next(button for button in at.button if button.label == label).click().run()

    for label, named in (("Zonder namen", False), ("Met namen", True)):
        press(label)
        scale = list(meeting.desk()["scales"].values())[-1]
        assert scale["named"] is named
        assert ("Straks staan de namen erbij." in drawn(at)) is named
        meeting.do("set_scale", riet, value=6)
        press("Laat de cijfers zien")
        assert list(meeting.desk()["scales"].values())[-1]["shown"]
        assert ("Alleen jij ziet hier de namen." in drawn(at)) is not named


def test_a_tree_leaves_out_what_is_none() -> None:
    assert el("p", "Ja", None, cls=None) == ["p", {}, "Ja"]
    assert link("Plan", "/plan", new_tab=True)[1] == {"href": "/plan", "target": "_blank", "class": "link"}
