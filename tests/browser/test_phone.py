"""The phone in somebody's hand: bad wifi, odd words, shared phones, a careful group, and a quick way out."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from pages.phone.page import NEUTRAL_PAGE
from sos_core.services.entrance import way_in
from tests.browser.serving import Server
from tests.browser.windows import HIDING, Lead, Phone, Staff, Windows
from tests.browser.wire import Wire
from tests.builders import Meeting, Office, left_in

pytestmark = pytest.mark.browser

CEILING = 60_000
"""Bytes over the wire for the first look at the question."""


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference that talks about worries; what is said stands on the board at once."""
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    meeting.do("set_road", straight=True)
    return meeting


@pytest.fixture
def riet(meeting: Meeting, windows: Windows) -> Phone:
    """A phone at the question of this moment."""
    phone = windows.phone()
    phone.enter(meeting.admitted("Riet"))
    expect(phone.page.locator("#text")).to_be_visible()
    return phone


def texts(lead: Lead) -> list[Any]:
    return [card["text"] for card in sorted(lead.see()["cards"].values(), key=lambda card: card["seq"])]


def weather(phone: Phone) -> None:
    """The neutral page, without going there."""
    phone.context.route(f"{NEUTRAL_PAGE}**", lambda route: route.fulfill(body="Zon", content_type="text/html"))


# -- bad wifi -------------------------------------------------------------------------------------------------------


def test_three_things_sent_without_wifi_arrive_once_and_in_order_without_a_tap(riet: Phone, lead: Lead) -> None:
    said = ["Hij slaapt slecht.", "Zij eet weinig.", "Het huis is koud."]
    riet.context.set_offline(True)
    for text in said:
        riet.say(text)
        expect(riet.said(text)).to_be_visible()
        expect(riet.said(text)).not_to_contain_text("Bewaard")
        expect(riet.said(text).locator(".kind-worry use, .line use").first).to_be_visible()  # its shape too
    expect(riet.page.get_by_text("Geen verbinding.")).to_be_visible()
    riet.context.set_offline(False)
    for text in said:
        riet.kept(text)
    expect(riet.page.get_by_text("Geen verbinding.")).to_have_count(0)
    assert texts(lead) == said


def test_a_reload_while_sending_keeps_it_and_keeps_it_once(riet: Phone, lead: Lead) -> None:
    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    riet.page.route("**/api/live*", lambda route: route.abort())  # else the stream shows that it is kept
    riet.page.reload()
    riet.page.route("**/api/say", lose_the_answer)
    riet.say("Hij slaapt slecht.")
    expect(riet.said("Hij slaapt slecht.")).to_contain_text("Nog niet bewaard")
    riet.page.unroute_all(behavior="wait")
    riet.page.reload()
    riet.kept("Hij slaapt slecht.")
    assert texts(lead) == ["Hij slaapt slecht."]


def test_what_is_typed_on_a_frozen_tab_that_wakes_after_twenty_minutes_arrives_once_and_in_order(
    riet: Phone, meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    other, life = windows.phone(), riet.context.new_cdp_session(riet.page)
    other.enter(meeting.admitted("Mo"))
    said = ["Hij slaapt slecht.", "Zij eet weinig."]
    riet.context.set_offline(True)
    for text in said:
        riet.say(text)
    riet.page.locator("#text").fill("En dan nog")
    life.send("Page.setWebLifecycleState", {"state": "frozen"})
    other.say("Ondertussen ging het door.")
    other.kept("Ondertussen ging het door.")
    riet.context.set_offline(False)
    life.send("Page.setWebLifecycleState", {"state": "active"})
    for text in said:
        riet.kept(text)
    expect(riet.page.locator("#film")).to_contain_text("Ondertussen ging het door.")
    expect(riet.page.locator("#text")).to_have_value("En dan nog")
    assert texts(lead) == ["Ondertussen ging het door.", *said]


def test_a_wire_that_went_dead_without_a_word_is_noticed_and_nothing_is_missed(
    meeting: Meeting, windows: Windows, server: Server, lead: Lead
) -> None:
    wire, phone = Wire(server.port), windows.phone()
    phone.page.clock.install()
    phone.enter(meeting.admitted("Riet"), f"{wire.url}/m")
    phone.say("Hij slaapt slecht.")
    phone.kept("Hij slaapt slecht.")
    wire.die()
    lead.do("move_phase", phase="welcome")
    welcome = phone.page.get_by_role("heading", name="Zo praten we met elkaar")
    seconds = 0
    while not welcome.is_visible():
        phone.page.clock.run_for(1000)
        seconds += 1
        assert seconds < 120  # a browser may have six more connections in store, each as dead
    assert seconds > 30
    wire.cut()


def test_half_a_sentence_is_still_there_after_a_reload(riet: Phone) -> None:
    riet.page.locator("#text").fill("Ik wou nog zeggen dat")
    riet.page.reload()
    expect(riet.page.locator("#text")).to_have_value("Ik wou nog zeggen dat")


def test_what_is_typed_and_refused_before_the_script_is_there_goes_on_in_it(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    phone = windows.phone()
    box = phone.page.locator("#text")
    phone.page.route("**/phone/whole.js", lambda route: route.abort())
    phone.enter(meeting.admitted("Riet"))
    box.fill("Een bel\u0007 in de tekst")
    phone.page.get_by_text("Wie mag dit lezen?").first.click()
    phone.page.locator("form.talk").get_by_label("Alleen de volwassenen").check()
    phone.page.locator("form.talk button[type=submit]").click()
    expect(phone.page.get_by_role("alert")).to_be_visible()
    box.press("End")
    box.press_sequentially(", en dan")
    phone.page.evaluate("import('/face/phone/whole.js?late')")
    expect(phone.page.locator("#text-refused")).to_be_visible()
    expect(box).to_be_focused()
    box.press_sequentially(" nog dit.")
    expect(box).to_have_value("Een bel\u0007 in de tekst, en dan nog dit.")
    assert phone.page.url.split("?")[0].endswith("/m")
    phone.say("Een bel in de tekst.")
    phone.kept("Een bel in de tekst.")
    assert [(card["text"], card["audience"]) for card in lead.see()["cards"].values()] == [
        ("Een bel in de tekst.", "adults")
    ]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_the_page_of_a_wifi_that_wants_a_login_takes_no_words_away(riet: Phone, lead: Lead, status: int) -> None:
    def portal(route: Route) -> None:
        route.fulfill(status=status, body="<h1>Log in on this wifi</h1>", content_type="text/html")

    riet.page.locator("#text").fill("En dan nog dit")
    riet.page.route("**/api/**", portal)
    riet.context.set_offline(True)
    riet.context.set_offline(False)
    riet.say("Hij slaapt slecht.")
    expect(riet.page.get_by_text("Geen verbinding.")).to_be_visible()
    expect(riet.said("Hij slaapt slecht.")).to_contain_text("Nog niet bewaard")
    riet.page.locator("#text").fill("En dan nog dit")
    riet.page.unroute_all(behavior="wait")
    riet.kept("Hij slaapt slecht.")
    expect(riet.page.get_by_text("Geen verbinding.")).to_have_count(0)
    expect(riet.page.locator("#text")).to_have_value("En dan nog dit")
    assert texts(lead) == ["Hij slaapt slecht."]


# -- odd words ------------------------------------------------------------------------------------------------------


def test_one_sign_too_many_is_refused_with_a_sentence_and_stands_in_the_box(riet: Phone, lead: Lead) -> None:
    long = "a" * 4001
    riet.say(long)
    expect(riet.page.locator("#text-refused")).to_contain_text("Er passen 4.000 tekens in.")
    expect(riet.page.locator("#text")).to_have_value(long)
    assert texts(lead) == []
    riet.say(long[1:])
    expect(riet.page.locator(".proof")).to_contain_text("Bewaard")
    assert texts(lead) == [long[1:]]


def test_emoji_html_and_signs_of_direction_are_only_text(riet: Phone, lead: Lead) -> None:
    odd = [
        "Feest 🎉 met opa 👨‍👩‍👧",
        "<b>x</b><img src=x onerror=\"document.title='nee'\">",
        "\u202emo\u202c en dan \u200frechts",
        "{{ 7 * 7 }} **dik** [link](http://example.com)",
    ]
    for text in odd:
        riet.say(text)
        riet.kept(text)
    assert texts(lead) == odd
    riet.page.reload()
    expect(riet.page.locator("#mine .said")).to_have_text(odd[::-1], use_inner_text=False)
    expect(riet.page.locator(".said b, .said img, .said a")).to_have_count(0)
    assert riet.page.title() == "Welkom"


def test_a_control_character_is_refused_with_a_sentence_and_stands_in_the_box(riet: Phone, lead: Lead) -> None:
    riet.say("Een bel\u0007 in de tekst.")
    expect(riet.page.locator("#text-refused")).to_be_visible()
    expect(riet.page.locator("#text")).to_have_value("Een bel\u0007 in de tekst.")
    assert texts(lead) == []


# -- who sees what --------------------------------------------------------------------------------------------------


def test_on_a_shared_phone_each_speaks_in_the_own_name_and_sees_the_own_words(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    meeting.do("set_road", straight=False)
    sanne = meeting.admitted("Sanne", "parent")
    noor = meeting.admitted("Noor", "child", phone=sanne)
    phone = windows.phone()
    phone.enter(noor, f"/m?person={sanne.id}")
    phone.say("Ik ben moe.")
    phone.kept("Ik ben moe.")
    phone.page.locator(".talkers summary").click()
    phone.speak_as("Noor")
    expect(phone.page.get_by_role("heading", name="Waar maak jij je zorgen over?")).to_be_visible()
    expect(phone.page.get_by_text("Ik ben moe.")).to_have_count(0)
    phone.say("Mama is verdrietig.")
    phone.kept("Mama is verdrietig.")
    authors = {card["text"]: card["author"] for card in lead.see()["cards"].values()}
    assert authors == {"Ik ben moe.": sanne.id, "Mama is verdrietig.": noor.id}
    phone.page.locator(".talkers summary").click()
    phone.speak_as("Sanne")
    expect(phone.page.locator("#mine")).to_contain_text("Ik ben moe.")
    expect(phone.page.get_by_text("Mama is verdrietig.")).to_have_count(0)


def test_an_answer_to_one_of_a_shared_phone_is_folded_and_the_desk_says_who_could_read_it(
    meeting: Meeting, windows: Windows, fien: Staff
) -> None:
    meeting.do("set_road", straight=False)
    sanne = meeting.admitted("Sanne", "parent")
    noor = meeting.admitted("Noor", "child", phone=sanne)
    meeting.say(sanne, "worry", "Ik ben moe.")
    phone = windows.phone()
    phone.enter(noor, f"/m?person={noor.id}")
    desk = fien.desk(meeting.conference)
    desk.locator(".inbox .in-card", has_text="Ik ben moe.").focus()
    desk.keyboard.press("r")
    form = desk.locator("form.handling")
    expect(form).to_contain_text(
        "Sanne deelt deze telefoon met: Noor. Wie de telefoon vasthoudt, kan je antwoord lezen."
    )
    form.get_by_label("Je antwoord aan Sanne").fill("Bel mij vanavond.")
    form.get_by_role("button", name="Stuur").click()
    expect(form).to_have_count(0)
    written = phone.page.locator("#mine article", has_text="Bel mij vanavond.")
    expect(written).to_have_count(0)
    phone.page.locator(".talkers summary").click()
    phone.speak_as("Sanne")
    phone.page.get_by_role("link", name="De procesbegeleider heeft Sanne iets geschreven.").click()
    only_sanne = phone.page.get_by_text("Van de procesbegeleider, alleen voor Sanne. Ben jij dat? Tik dan hier.")
    for _ in range(2):  # folded again after each look
        expect(written).to_be_hidden()
        only_sanne.click()
        expect(written).to_be_visible()
        phone.look_at("Nu")
        phone.look_at("Van mij")


def test_what_is_hidden_from_somebody_or_meant_for_adults_reaches_nobody_else(
    meeting: Meeting, windows: Windows, riet: Phone
) -> None:
    others = {name: windows.phone() for name in ("Sanne", "Mo", "Noor")}
    for name, phone in others.items():
        phone.enter(meeting.admitted(name, "child" if name == "Noor" else "parent"))
    riet.page.reload()
    riet.hide_from("Mo")
    riet.say("Niet voor de oren van een.")
    riet.kept("Niet voor de oren van een.")
    riet.page.get_by_text("Wie mag dit lezen?").first.click()
    riet.page.get_by_label("Mo").uncheck()
    riet.page.get_by_label("Alleen de volwassenen").check()
    riet.say("Niet voor kinderen.")
    riet.kept("Niet voor kinderen.")
    riet.page.get_by_text("Wie mag dit lezen?").first.click()
    riet.page.get_by_label("Iedereen", exact=True).check()
    riet.say("Voor allemaal.")
    for phone in others.values():
        expect(phone.page.locator("#film")).to_contain_text("Voor allemaal.")
    seen = {name: phone.page.locator("#film .said").all_text_contents() for name, phone in others.items()}
    assert seen == {
        "Sanne": ["Niet voor de oren van een.", "Niet voor kinderen.", "Voor allemaal."],
        "Mo": ["Niet voor kinderen.", "Voor allemaal."],
        "Noor": ["Niet voor de oren van een.", "Voor allemaal."],
    }


def test_a_child_says_itself_whether_its_words_may_be_shown(meeting: Meeting, windows: Windows, lead: Lead) -> None:
    phone = windows.phone()
    phone.enter(meeting.admitted("Noor", "child"))
    for text, answer in {"Ik ben bang.": "Ja, dat mag", "Ik huil soms.": "Nee, liever niet"}.items():
        phone.say(text)
        phone.kept(text)
        phone.look_at("Van mij")
        asked = phone.page.locator("#mine article", has_text=text).locator(".asked")
        asked.get_by_role("button", name=answer).click()
        expect(asked).to_have_count(0)
        phone.look_at("Nu")
    cards = {card["text"]: card for card in lead.see()["cards"].values()}
    assert cards["Ik ben bang."]["child_yes"]
    assert not cards["Ik huil soms."]["child_yes"]
    assert cards["Ik huil soms."]["audience"] == "author"


def test_on_its_own_phone_a_child_is_asked_right_under_what_it_sent(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    phone = windows.phone()
    phone.enter(meeting.admitted("Noor", "child"))
    phone.say("Ik ben bang.")
    phone.kept("Ik ben bang.")
    asked = phone.now.locator("article", has_text="Ik ben bang.").locator(".asked")
    expect(asked).to_contain_text("Mag dit op het scherm?")
    asked.get_by_role("button", name="Ja, dat mag").click()
    expect(phone.page.locator(".asked")).to_have_count(0)
    assert [card["child_yes"] for card in lead.see()["cards"].values()] == [True]


def test_on_a_shared_phone_nobody_taps_yes_for_a_child(meeting: Meeting, windows: Windows) -> None:
    sanne = meeting.admitted("Sanne", "parent")
    noor = meeting.admitted("Noor", "child", phone=sanne)
    phone = windows.phone()
    phone.enter(noor, f"/m?person={noor.id}")
    phone.say("Ik ben bang.")
    phone.kept("Ik ben bang.")
    for part in ("Nu", "Van mij"):
        phone.look_at(part)
        asked = phone.page.locator(".asked:visible")
        expect(asked).to_have_text("De procesbegeleider vraagt jou zo of dit op het scherm mag.")
    expect(phone.page.get_by_role("button", name="Ja, dat mag", include_hidden=True)).to_have_count(0)
    expect(phone.page.locator(".badge")).to_have_count(0)


def test_its_author_changes_afterwards_who_may_read_it(meeting: Meeting, windows: Windows, riet: Phone) -> None:
    mo, sanne = windows.phone(), windows.phone()
    mo.enter(meeting.admitted("Mo", "parent"))
    sanne.enter(meeting.admitted("Sanne", "parent"))
    riet.say("Hij drinkt weer.")
    expect(mo.page.locator("#film")).to_contain_text("Hij drinkt weer.")
    riet.look_at("Van mij")
    who_reads = riet.page.locator("#mine").get_by_role("button", name="Wie mag dit lezen?")
    expect(who_reads).to_contain_text("Iedereen")
    who_reads.click()
    choice = riet.page.locator("form[data-form=readers]")
    expect(choice.get_by_role("checkbox")).to_have_count(2)
    choice.get_by_label("Mo").check()
    sanne.say("Zij slaapt weinig.")
    expect(riet.page.locator("#film")).to_contain_text("Zij slaapt weinig.")
    expect(choice.get_by_label("Mo")).to_be_checked()
    expect(mo.page.locator("#film")).to_contain_text("Hij drinkt weer.")
    choice.get_by_role("button", name="Zo is het goed").click()
    expect(mo.page.locator("#film")).not_to_contain_text("Hij drinkt weer.")
    expect(sanne.page.locator("#film")).to_contain_text("Hij drinkt weer.")
    expect(who_reads).to_contain_text("Niet iedereen")
    expect(choice).to_have_count(0)
    who_reads.click()
    expect(choice.get_by_label("Mo")).to_be_checked()
    choice.get_by_label("Mo").uncheck()
    choice.get_by_role("button", name="Zo is het goed").click()
    expect(mo.page.locator("#film")).to_contain_text("Hij drinkt weer.")


def test_an_agreement_stays_in_its_place_so_that_a_second_tap_promises_nothing_more(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    first, second = (meeting.agree(meeting.people["Riet"], what=what) for what in ("Ik bel om acht uur.", "Ik kook."))
    lead.do("move_phase", phase="agreements")
    yes = riet.now.get_by_role("button", name="Ja, ik doe dit")
    expect(yes).to_have_count(2)
    spot = yes.first.bounding_box()
    assert spot
    middle = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    riet.page.touchscreen.tap(*middle)
    expect(riet.page.locator(".badge")).to_contain_text("1 ")
    riet.page.touchscreen.tap(*middle)
    expect(yes).to_have_count(1)
    expect(riet.now.locator(".given")).to_have_count(1)
    made = lead.see()["agreements"]
    assert list(made[first]["answers"]) == [meeting.people["Riet"].id]
    assert made[second]["answers"] == {}


def test_what_one_promised_goes_into_the_own_calendar_and_says_nothing_there(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    agreed = {"who": meeting.people["Riet"].id, "notice": "Ik stuur een duim."}
    lead.do("move_phase", phase="agreements")
    lead.do("make_agreement", what="Ik bel.", when="Zodra het nodig is", **agreed)
    expect(riet.now.get_by_text("Ik bel.")).to_be_visible()
    link = riet.now.get_by_role("link", name="Zet in mijn agenda")
    expect(link).to_have_count(0)
    lead.do("make_agreement", what="Ik kom langs.", when="Elke schooldag om 8.15", **agreed)
    expect(riet.now.get_by_text("Ik kom langs.")).to_be_visible()
    with riet.page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "agenda.ics"
    agenda = download.value.path().read_text()
    assert agenda.count("SUMMARY:Afspraak") == agenda.count("BEGIN:VEVENT") == 1
    assert "VALARM" not in agenda
    expect(riet.now.get_by_text("Ik kom langs.")).to_be_visible()


def test_the_film_says_where_the_group_is_only_while_it_looks_at_the_film(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    lead.do("move_phase", phase="film")
    riet.look_at("De film")
    expect(riet.page.get_by_text("Hier zijn we nu")).to_be_visible()
    lead.do("move_phase", phase="agreements")
    expect(riet.page.get_by_text("Hier zijn we nu")).to_have_count(0)


def test_who_promised_something_says_that_it_cannot_be_done_any_more_and_need_not_say_why(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    agreement = meeting.agree(meeting.people["Riet"])
    lead.do("move_phase", phase="welcome")
    riet.look_at("Van mij")
    card = riet.page.locator("#mine .agreement")
    card.get_by_role("button", name="Ja, ik doe dit").click()
    expect(card.locator(".given")).to_contain_text("Ja, ik doe dit")
    card.get_by_text("Lukt het niet meer?").click()
    card.get_by_label("Wil je zeggen waarom?").fill("Ik ben ziek")
    riet.page.reload()
    expect(card.get_by_label("Wil je zeggen waarom?")).to_have_value("Ik ben ziek")
    card.get_by_label("Wil je zeggen waarom?").fill("")
    card.get_by_role("button", name="Ik kan het niet meer").click()
    expect(card.locator(".given")).to_contain_text("Ik kan het niet meer")
    expect(card.get_by_text("Ander antwoord")).to_be_visible()
    assert lead.see()["agreements"][agreement]["answers"] == {
        meeting.people["Riet"].id: {"answer": "no_longer", "text": None, "told_back": None, "aloud": False}
    }
    assert left_in(lead.see(), "cannot") == [agreement]


def test_what_is_told_to_the_facilitator_alone_is_no_longer_on_the_phone_once_it_is_sent(
    meeting: Meeting, riet: Phone, fien: Staff
) -> None:
    page, words = riet.page, "Ik durf het hier niet te zeggen."
    page.get_by_text("Zeg iets alleen tegen de procesbegeleider").click()
    page.get_by_label("Wat wil je zeggen?").fill(words)
    box = page.locator("[data-k=confide]")
    box.get_by_role("button", name="Verstuur").click()
    expect(box.locator(".state")).to_have_text("Ontvangen")
    expect(box.get_by_role("button", name="Neem terug")).to_be_visible()
    assert words not in page.content() + page.evaluate("JSON.stringify(sessionStorage)")
    desk = fien.desk(meeting.conference)
    expect(desk.get_by_text(words)).to_be_hidden()
    desk.get_by_text("1 bericht alleen voor jou").click()
    expect(desk.get_by_text(words)).to_be_visible()
    desk.get_by_role("button", name="Gelezen").click()
    expect(desk.get_by_text(words)).to_have_count(0)
    box.get_by_role("button", name="Neem terug").click()
    expect(box.locator(".state")).to_have_count(0)
    assert meeting.desk()["confidences"] == {}


def test_what_the_stream_brings_before_its_answer_stands_there_once_and_is_kept(riet: Phone) -> None:
    page, late = riet.page, []
    page.route(
        "**/api/*",
        lambda route: late.append((route, route.fetch())) if route.request.method == "POST" else route.continue_(),
    )

    def answer(which: int) -> None:
        """Let this answer reach the phone; it may still be on its way to us, for the stream is quick."""
        while len(late) <= which:
            page.wait_for_timeout(20)
        late[which][0].fulfill(response=late[which][1])

    page.get_by_text("Zeg iets alleen tegen de procesbegeleider").click()
    page.get_by_label("Wat wil je zeggen?").fill("Ik durf het hier niet te zeggen.")
    page.locator("[data-k=confide]").get_by_role("button", name="Verstuur").click()
    expect(page.locator("[data-k=confide] .state")).to_have_text("Ontvangen")
    expect(page.locator("[data-k=confide] .state")).to_have_count(1)
    answer(0)
    riet.say("Hij is vaak moe.")
    riet.kept("Hij is vaak moe.")
    expect(page.locator("#now article", has_text="Hij is vaak moe.")).to_have_count(1)
    assert page.evaluate("sessionStorage.getItem('draaiboek.outbox')") is None
    answer(1)
    expect(page.locator("#now article", has_text="Hij is vaak moe.")).to_have_count(1)


def test_what_is_taken_back_leaves_the_other_screens(meeting: Meeting, windows: Windows, riet: Phone) -> None:
    mo = windows.phone()
    mo.enter(meeting.admitted("Mo", "parent"))
    riet.say("Dat had ik niet moeten zeggen.")
    expect(mo.page.locator("#film")).to_contain_text("Dat had ik niet moeten zeggen.")
    riet.look_at("Van mij")
    riet.page.get_by_role("button", name="Neem terug").click()
    expect(mo.page.locator("#film")).not_to_contain_text("Dat had ik niet moeten zeggen.")
    expect(riet.page.locator("#mine")).not_to_contain_text("Dat had ik niet moeten zeggen.")
    expect(riet.page.locator("#heard")).to_have_text("Teruggenomen.")


def test_who_stopped_and_joins_again_is_who_they_were_and_still_does_not_see_what_was_hidden(
    meeting: Meeting, windows: Windows, fien: Staff, riet: Phone
) -> None:
    mo = windows.phone()
    mo.enter(meeting.admitted("Mo", "parent", relation="papa"))
    mo.say("Ik ben vaak moe.")
    mo.kept("Ik ben vaak moe.")
    riet.hide_from("Mo")
    riet.say("Niet voor zijn ogen.")
    riet.kept("Niet voor zijn ogen.")
    mo.page.get_by_text("Stoppen met meedoen").click()
    mo.page.get_by_role("button", name="Ik stop").click()
    expect(mo.page).to_have_url(re.compile("/welkom$"))
    assert mo.page.evaluate("sessionStorage.length") == 0
    desk = fien.desk(meeting.conference)
    mo.join("mo", meeting.code)
    again = desk.get_by_role("combobox", name="Was mo hier al eerder?")
    expect(again.locator("option:checked")).to_have_text("Was er al: Mo (papa)")
    desk.get_by_role("button", name="Laat binnen").first.click()
    expect(mo.page.locator("#who")).to_have_text("Mo")
    expect(mo.page.locator("#mine")).to_contain_text("Ik ben vaak moe.")
    riet.page.get_by_text("Wie mag dit lezen?").first.click()
    riet.page.get_by_label("Mo").uncheck()
    riet.say("Voor allemaal.")
    expect(mo.page.locator("#film")).to_contain_text("Voor allemaal.")
    assert "Niet voor zijn ogen." not in mo.page.content()
    people = [person["name"] for person in meeting.desk()["people"].values() if person["state"] != "out"]
    assert sorted(people) == ["Mo", "Riet"]


# -- the group ------------------------------------------------------------------------------------------------------


def test_who_is_writing_is_told_that_the_group_moved_and_the_sentence_goes_where_it_belonged(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    first, second = meeting.scenes[:2]
    title = meeting.seen_by(meeting.people["Riet"])["scenes"][second]["title"]
    lead.do("move_phase", phase="film")
    lead.do("show_scene", scene=first)
    lead.do("ask", question="risk")
    expect(riet.page.get_by_role("heading", name="Waar kan het hier misgaan?")).to_be_visible()
    box = riet.page.locator("#text")
    box.press_sequentially("De bus is")
    lead.do("show_scene", scene=second)
    expect(riet.page.locator(".moved")).to_contain_text("De groep is nu bij: ")
    expect(riet.page.locator(".moved")).to_contain_text(title)
    expect(box).to_be_focused()
    box.press_sequentially(" te laat.")
    riet.say("De bus is te laat.")
    riet.kept("De bus is te laat.")
    expect(riet.page.locator(".moved")).to_have_count(0)
    expect(riet.page.locator(".scene-title")).to_have_text(title)
    assert [card["scene"] for card in lead.see()["cards"].values()] == [first]


def test_one_looks_round_says_something_there_and_is_back_with_the_group_in_one_tap(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    page, third = riet.page, meeting.scenes[2]
    lead.do("move_phase", phase="film")
    expect(page.locator("#now .scene-title")).to_be_visible()
    riet.look_at("De film")
    page.locator("#film .frame summary").nth(2).click()
    page.locator("#film .frame").nth(2).get_by_role("button", name="Zeg iets bij dit moment").click()
    expect(page.locator(".moved")).to_contain_text("Je kijkt rond.")
    lead.do("show_scene", scene=meeting.scenes[1])
    riet.say("Hier is het druk.")
    riet.kept("Hier is het druk.")
    assert [card["scene"] for card in lead.see()["cards"].values()] == [third]
    page.get_by_role("button", name="Terug naar de groep").click()
    expect(page.locator(".moved")).to_have_count(0)
    riet.look_at("De film")
    page.get_by_role("button", name="De bodemeisen").click()
    expect(page.get_by_role("heading", name="Dit moet in orde zijn")).to_be_visible()
    lead.do("move_phase", phase="bottom_lines")
    expect(page.locator(".moved")).to_have_count(0)


def test_back_goes_to_the_question_first_and_a_link_to_a_part_opens_it(riet: Phone) -> None:
    page = riet.page
    came_from = page.evaluate("history.length")
    for part in ("Van mij", "De film", "Nu", "Van mij"):
        riet.look_at(part)
    expect(page.locator("#mine")).to_be_visible()
    page.go_back()
    expect(page.locator("#text")).to_be_visible()
    expect(page.locator("#mine")).to_be_hidden()
    assert page.evaluate("history.length") == came_from + 1
    page.goto("/m#film")
    page.reload()
    expect(page.locator("#film")).to_be_visible()
    page.go_back()
    expect(page.locator("#text")).to_be_visible()
    assert page.url.endswith("/m")


def test_who_is_put_out_finds_the_form_to_join_and_nothing_of_the_conference(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    riet.say("Hij slaapt slecht.")
    riet.kept("Hij slaapt slecht.")
    riet.page.locator("#text").fill("En dan nog dit")
    lead.do("turn_away", person=meeting.people["Riet"].id)
    expect(riet.page.get_by_label("De code")).to_be_visible()
    assert riet.page.evaluate("sessionStorage.length + localStorage.length") == 0
    for word in ("slaapt", "nog dit", "Riet", "Jassen"):
        assert word not in riet.page.content()


def test_who_was_put_out_while_the_phone_heard_nothing_leaves_no_unsent_word_to_whoever_joins_next(
    riet: Phone, meeting: Meeting, lead: Lead
) -> None:
    riet.page.route("**/api/**", lambda route: route.abort())
    riet.say("Hij slaapt slecht.")
    riet.page.locator("#text").fill("En dan nog dit")
    riet.page.goto("about:blank")
    lead.do("turn_away", person=meeting.people["Riet"].id)
    riet.page.goto("/m")
    expect(riet.page.get_by_label("De code")).to_be_visible()
    assert riet.page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_when_one_of_a_shared_phone_is_put_out_the_words_of_the_other_stay(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    sanne = meeting.admitted("Sanne", "parent")
    noor = meeting.admitted("Noor", "child", phone=sanne)
    phone = windows.phone()
    phone.enter(noor, f"/m?person={sanne.id}")
    phone.page.route("**/api/say", lambda route: route.abort())
    phone.say("Ik ben moe.")
    phone.page.locator("#text").fill("En dan nog dit")
    phone.page.locator(".talkers summary").click()
    phone.speak_as("Noor")
    phone.page.locator("#text").fill("Mama is verdrietig.")
    lead.do("turn_away", person=noor.id)
    expect(phone.page.locator("#who")).to_have_text("Sanne")
    expect(phone.page.locator("#text")).to_have_value("En dan nog dit")
    assert "verdrietig" not in phone.page.evaluate("JSON.stringify(sessionStorage)") + phone.page.content()
    phone.page.unroute_all(behavior="wait")
    phone.kept("Ik ben moe.")
    assert texts(lead) == ["Ik ben moe."]
    phone.page.locator("#text").fill("En dan nog dit")
    lead.do("turn_away", person=sanne.id)
    expect(phone.page.get_by_label("De code")).to_be_visible()
    assert phone.page.evaluate("sessionStorage.length + localStorage.length") == 0


# -- a quick way out ------------------------------------------------------------------------------------------------


def test_after_snel_weg_back_shows_nothing_and_the_person_is_still_in_the_conference(
    meeting: Meeting, riet: Phone, lead: Lead
) -> None:
    weather(riet)
    riet.say("Hij slaapt slecht.")
    riet.kept("Hij slaapt slecht.")
    riet.page.locator("#text").fill("En dan nog dit")
    riet.look_at("Van mij")
    riet.page.get_by_role("button", name="Snel weg").click()
    riet.page.wait_for_url(f"{NEUTRAL_PAGE}**")
    riet.page.go_back()
    for word in ("slaapt", "nog dit", "Riet"):
        assert word not in riet.page.content()
    riet.page.goto("/m")
    expect(riet.page.get_by_label("De code")).to_be_visible()
    assert riet.page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert riet.context.cookies() == []
    assert lead.see()["people"][meeting.people["Riet"].id]["state"] == "admitted"
    assert texts(lead) == ["Hij slaapt slecht."]


def test_snel_weg_works_without_wifi_and_in_every_tab(riet: Phone) -> None:
    weather(riet)
    other = riet.context.new_page()
    other.goto("/m")
    expect(other.locator("#text")).to_be_visible()
    riet.context.set_offline(True)
    riet.page.get_by_role("button", name="Snel weg").click()
    riet.page.wait_for_url(f"{NEUTRAL_PAGE}**")
    other.wait_for_url(f"{NEUTRAL_PAGE}**")
    riet.context.set_offline(False)
    assert riet.context.request.get("/api/view").status == 401
    riet.page.goto("/m")
    expect(riet.page.get_by_label("De code")).to_be_visible()
    assert riet.context.cookies() == []


# -- other phones ---------------------------------------------------------------------------------------------------


def test_without_javascript_one_joins_says_sees_it_kept_and_leaves(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    phone = windows.phone(java_script_enabled=False)
    weather(phone)
    phone.join("Riet", meeting.code)
    waiting = next(person for person in lead.see()["people"].values() if person["state"] == "waiting")
    lead.do("admit", person=waiting["id"], role="network")
    phone.page.get_by_role("link", name="Ververs").click()
    phone.say("Hij slaapt slecht.")
    expect(phone.page.locator("#mine article")).to_contain_text("Hij slaapt slecht.")
    expect(phone.page.locator("#mine article")).to_contain_text("Bewaard")
    assert texts(lead) == ["Hij slaapt slecht."]
    phone.say("a" * 4001)
    expect(phone.page.get_by_role("alert")).to_contain_text("Er passen 4.000 tekens in.")
    expect(phone.page.locator("#text")).to_have_value("a" * 4001)
    phone.page.get_by_role("button", name="Snel weg").click()
    phone.page.wait_for_url(f"{NEUTRAL_PAGE}**")
    assert phone.context.cookies() == []


def test_in_english_everything_is_english(meeting: Meeting, windows: Windows) -> None:
    phone = windows.phone()
    phone.enter(meeting.admitted("Riet"), "/m?lang=en")
    expect(phone.page.get_by_role("heading", name="What are your worries?")).to_be_visible()
    assert phone.page.locator("html").get_attribute("lang") == "en-GB"
    phone.page.locator("#text").fill("He sleeps badly.")
    phone.page.get_by_role("button", name="Send").click()
    expect(phone.said("He sleeps badly.")).to_contain_text("Kept")
    shown = phone.page.locator("body").inner_text()
    for dutch in ("Verstuur", "Bewaard", "Van mij", "Snel weg", "Wie mag"):
        assert dutch not in shown


def test_on_a_plain_http_host_one_joins_by_qr_and_is_kept(
    meeting: Meeting, windows: Windows, server: Server, lead: Lead
) -> None:
    link = f"http://venue.example:{server.port}/m#{way_in(meeting.house, meeting.facilitator, meeting.conference).split('#')[1]}"
    phone = windows.phone()
    phone.page.goto(link)
    assert phone.page.evaluate("window.isSecureContext") is False
    expect(phone.page.get_by_text("Je code is goed ontvangen.")).to_be_visible()
    assert phone.page.url == link.split("#")[0]
    phone.page.get_by_label("Je voornaam").fill("Riet")
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page.get_by_text("Wacht even")).to_be_visible()
    waiting = next(person for person in lead.see()["people"].values() if person["state"] == "waiting")
    lead.do("admit", person=waiting["id"], role="network")
    phone.say("Hij slaapt slecht.")
    phone.kept("Hij slaapt slecht.")
    assert "#" not in phone.page.url
    assert texts(lead) == ["Hij slaapt slecht."]


WAKE_LOCK = "window.asked = 0; navigator.wakeLock.request = async () => { window.asked += 1 }"


def test_the_screen_stays_on_during_a_meeting_and_again_after_it_was_put_away(
    meeting: Meeting, windows: Windows
) -> None:
    phone = windows.phone()
    phone.context.add_init_script(HIDING + WAKE_LOCK)
    phone.enter(meeting.admitted("Riet"))
    expect(phone.page.locator("#text")).to_be_visible()
    assert phone.page.evaluate("asked") == 1
    phone.page.evaluate("lookAway(true)")
    assert phone.page.evaluate("asked") == 1
    phone.page.evaluate("lookAway(false)")
    assert phone.page.evaluate("asked") == 2


VOICES = """
const voice = (lang, localService) => ({lang, localService, name: lang, default: false, voiceURI: lang});
window.spoken = []; window.silenced = 0;
speechSynthesis.getVoices = () => [voice("nl-NL", LOCAL), voice("de-DE", true)];
speechSynthesis.speak = (speech) => window.spoken.push(speech.text);
speechSynthesis.cancel = () => { window.silenced += 1; };
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def test_the_question_is_read_aloud_only_by_a_voice_of_the_phone_itself(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    own, far = windows.phone(), windows.phone()
    for phone, local in ((own, "true"), (far, "false")):
        phone.page.add_init_script(VOICES.replace("LOCAL", local))
        phone.enter(meeting.admitted(f"Riet {local}"))
        expect(phone.page.locator("#text")).to_be_visible()
    own.page.get_by_role("button", name="Lees voor").click()
    expect(own.page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    assert own.page.evaluate("spoken[0]").startswith("Wat zijn je zorgen?")
    before = own.page.evaluate("silenced")
    lead.do("ask", question="strength")
    expect(own.page.get_by_role("heading", name="Wat gaat er goed?")).to_be_visible()
    expect(own.page.get_by_role("button", name="Lees voor")).to_be_visible()
    assert own.page.evaluate("silenced") == before + 1
    expect(far.page.get_by_role("button", name="Lees voor")).to_have_count(0)


def test_somebody_chooses_a_picture_and_one_key_at_the_desk_puts_it_on_the_film(
    meeting: Meeting, riet: Phone, fien: Staff, lead: Lead
) -> None:
    scene = meeting.scenes[0]
    loaded: list[str] = []
    riet.page.on("request", lambda request: loaded.append(request.url))
    riet.look_at("De film")
    frame = riet.page.locator(f"#film [data-k='{scene}']")
    frame.locator("summary").click()
    frame.get_by_role("button", name="Kies een plaatje bij dit moment").click()
    frame.get_by_role("button", name="douche").click()
    expect(frame).to_contain_text("Jouw plaatje is bij de procesbegeleider")
    expect(frame.locator(".picks")).to_have_count(0)
    assert any(url.endswith("/pictures.js") for url in loaded)
    desk = fien.desk(meeting.conference)
    expect(desk.locator("[data-id=proposed] li")).to_contain_text("van Riet")
    desk.keyboard.press("Shift+P")
    expect(frame.locator("summary img")).to_have_attribute("src", "/face/pictograms/shower.svg")
    expect(desk.locator("[data-id=proposed]")).to_have_count(0)
    expect(frame).not_to_contain_text("Jouw plaatje")
    expect(desk.get_by_role("button", name="Maak ongedaan: plaatje bij scène Jassen aan gezet")).to_be_enabled()


def test_the_first_look_weighs_no_more_than_sixty_kilobytes(meeting: Meeting, windows: Windows, lead: Lead) -> None:
    lead.do("move_phase", phase="film")
    lead.do("ask", question="risk")
    phone = windows.phone()
    wire = phone.context.new_cdp_session(phone.page)
    wire.send("Network.enable")
    weights: list[float] = []
    wire.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    phone.enter(meeting.admitted("Riet"))
    expect(phone.page.locator("#text")).to_be_visible()
    phone.page.wait_for_function("document.fonts.status === 'loaded'")
    phone.page.wait_for_timeout(500)
    logging.info("first look at the phone: %.1f kB in %d requests", sum(weights) / 1000, len(weights))
    assert sum(weights) <= CEILING
    assert 6 <= len(weights) <= 10
