"""The phone without its script: a form that was refused comes back as it was sent."""

from __future__ import annotations

import re
from typing import Any

from sos_core.services.house import new_id
from tests.builders import Meeting, Somebody
from tests.doors.conftest import Browsing, sentence_in


def new(**fields: Any) -> dict[str, Any]:
    return {"key": new_id(), **fields}


def test_what_a_form_could_not_keep_comes_back_with_all_that_was_chosen(
    browser: Browsing, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    grandmother = meeting.admitted("Riet")
    risk = meeting.shown(mother, "risk", "Er is haast.")
    meeting.do("move_phase", phase="film")
    chosen = {"kind": "safeguard", "scene": meeting.scenes[0], "risk": risk, "audience": "adults"}
    for hidden_from in ([father.id], [father.id, grandmother.id]):
        said = new(**chosen, person=mother.id, hidden_from=hidden_from, text="b" * 4001)
        page = browser(mother).post("/api/say", data=said).text
        assert "b" * 4001 in page
        assert f'name="person" value="{mother.id}"' in page
        assert f'name="scene" value="{meeting.scenes[0]}"' in page
        assert '<input type="hidden" name="kind" value="safeguard">' in page
        assert '<details class="readers" open>' in page
        assert checked(page) == {risk, "adults", *hidden_from}
    fresh = browser(mother).get("/m").text
    assert checked(fresh) == {"everybody"}
    assert '<details class="readers">' in fresh


def test_a_what_if_is_asked_about_in_the_readers_language_also_without_the_script(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    meeting.do("move_phase", phase="dry_run")
    assert "We oefenen het plan" in browser(mother).get("/m").text
    meeting.do("draw_what_if", idea="oma-ziek")
    for lang, title, question in (
        ("nl", "Oma is ziek", "Wat doe jij dan?"),
        ("en", "Grandma is ill", "What do you do then?"),
    ):
        page = browser(mother).get(f"/m?lang={lang}").text
        assert f'<p class="big" dir="auto">{title}</p>' in page
        assert f'<label for="text">{question}</label>' in page
        assert '<input type="hidden" name="kind" value="safeguard">' in page


def test_on_a_shared_phone_a_refused_form_still_speaks_for_the_same_person(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    child = meeting.admitted("Noor", "child", phone=mother)
    for person, other in ((mother, child), (child, mother)):
        said = new(kind="worry", person=person.id, hidden_from=other.id, text="b" * 4001)
        page = browser(mother).post("/api/say", data=said).text
        assert f'name="person" value="{person.id}"' in page
        assert f'name="person" value="{other.id}"' not in page
        assert checked(page) == {"everybody", other.id}


def test_an_answer_that_a_form_could_not_keep_stands_at_its_agreement_and_nowhere_else(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    agreement = meeting.agree(mother)
    meeting.do("move_phase", phase="agreements")
    said = new(verb="answer_agreement", agreement=agreement, answer="yes_if", text="b" * 4001)
    page = browser(mother).post("/api/do", data=said).text
    assert page.count("b" * 4001) == 1
    assert "b" * 4001 in page.split(f'id="text-{agreement}"')[1].split("</textarea>")[0]


def test_words_for_a_scene_that_is_not_there_come_back_in_a_box_in_every_phase(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    for phase in ("film", "welcome", "scale"):
        meeting.do("move_phase", phase=phase)
        said = new(kind="risk", person=mother.id, scene="no-such-scene", text="Er is dan niemand thuis.")
        answer = browser(mother).post("/api/say", data=said)
        assert answer.status_code == 404
        assert sentence_in(answer)
        assert "Er is dan niemand thuis.</textarea>" in answer.text


def test_an_answer_that_was_refused_after_the_group_moved_on_still_has_its_box(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    agreement = meeting.agree(mother)
    meeting.do("move_phase", phase="film")
    said = new(verb="answer_agreement", agreement=agreement, answer="yes_if", text="b" * 4001)
    page = browser(mother).post("/api/do", data=said).text
    assert "b" * 4001 in page.split(f'id="text-{agreement}"')[1].split("</textarea>")[0]


def test_by_a_form_one_tells_the_facilitator_alone_and_sees_only_that_it_was_received(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    refused = browser(mother).post("/api/do", data=new(verb="confide", person=mother.id, text="Stil\u0007")).text
    assert "Stil\u0007</textarea>" in refused.split('id="confide-text"')[1]
    assert browser(mother).post("/api/do", data=new(verb="confide", person=mother.id, text="Ik ben bang.")).is_redirect
    page = browser(mother).get("/m").text
    assert "Ontvangen" in page
    assert "Ik ben bang." not in page
    assert [told["text"] for told in meeting.desk()["confidences"].values()] == ["Ik ben bang."]


def test_a_child_says_yes_by_a_form_on_its_own_phone_and_to_the_facilitator_when_it_shares_one(
    browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    alone, shares = meeting.admitted("Noor", "child"), meeting.admitted("Sem", "child", phone=mother)
    pages = {}
    for child in (alone, shares):
        meeting.say(child, "worry")
        pages[child.name] = browser(child).get(f"/m?person={child.id}").text
    assert "Ja, dat mag" in pages["Noor"]
    assert "De procesbegeleider vraagt jou zo" not in pages["Noor"]
    assert "Ja, dat mag" not in pages["Sem"]
    assert "De procesbegeleider vraagt jou zo" in pages["Sem"]


def test_by_a_form_its_author_changes_afterwards_who_may_read_a_card(
    browser: Browsing, meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    card = meeting.say(mother, "worry", audience="adults", hidden_from=[father.id])
    page = browser(mother).get("/m").text
    form = page.split('value="hide_card"')[1].split("</form>")[0]
    assert f'name="hidden_from" value="{father.id}" checked' in form
    assert 'name="audience" value="adults" checked' in form
    answer = browser(mother).post("/api/do", data=new(verb="hide_card", card=card, audience="everybody"))
    assert answer.status_code == 303
    kept = meeting.seen_by(mother)["cards"][card]
    assert (kept["audience"], kept["hidden_from"]) == ("everybody", [])


def checked(page: str) -> set[str]:
    """The values of what is checked in the form to say something."""
    form = page.split('data-form="say"')[1].split("</form>")[0]
    return set(re.findall(r'value="([^"]*)"(?: required)? checked', form))
