"""A paper with a password, as a browser asks for it: the password stands in no address, page or log, and a refusal is a sentence."""

from __future__ import annotations

import html
import io
import logging
import re

import pypdf
import pytest

from pages.doors.papers import NAMES
from sos_core.services.handouts import LOCKABLE
from tests.builders import Meeting, Office, Somebody
from tests.doors.conftest import Browsing, sentence_in

PASSWORD = "drie losse woorden"


@pytest.fixture
def adopted(meeting: Meeting, mother: Somebody) -> Meeting:
    meeting.agree(mother, what="Leest voor.")
    meeting.adopted()
    return meeting


def opened(pdf: bytes, password: str = PASSWORD) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf), password=password).pages)


def form_of(page: str) -> tuple[str, list[str]]:
    """The form of the password: its method, and where its buttons send it."""
    form = re.search(r"<form[^>]*data-lock.*?</form>", page, re.DOTALL)
    assert form
    assert 'name="password"' in form[0]
    method = re.search(r'method="(\w+)"', form[0])
    assert method
    return method[1], [html.unescape(to) for to in re.findall(r'formaction="([^"]+)"', form[0])]


def test_a_phone_without_its_script_gets_a_locked_copy_of_each_of_its_papers(
    browser: Browsing, adopted: Meeting, mother: Somebody, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    phone = browser(mother)
    method, ways = form_of(phone.get("/m").text)
    assert method == "post"
    assert [way.partition("?")[0] for way in ways] == ["/export/plan.pdf", "/export/mine.pdf"]
    for way in ways:
        answer = phone.post(way, data={"password": f" {PASSWORD} "})
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"].startswith("attachment; ")
        assert answer.headers["cache-control"] == "no-store"
        assert "Leest voor." in opened(answer.content)
    assert "losse" not in caplog.text


def test_a_child_may_lock_its_days_too(browser: Browsing, adopted: Meeting) -> None:
    child = adopted.admitted("Noor", "child")
    _, ways = form_of(browser(child).get("/m").text)
    assert [way.partition("?")[0] for way in ways] == ["/export/plan.pdf", "/export/child.pdf"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kort", "12"),
        ("   elf tekens   ", "12"),
        ("e" * 101, "100"),
        ("wóórden zonder eind", "a tot en met z"),
        (None, "12"),
    ],
)
def test_a_phone_whose_password_will_not_do_reads_why_at_its_form(
    browser: Browsing, adopted: Meeting, mother: Somebody, typed: str | None, said: str
) -> None:
    answer = browser(mother).post(f"/export/mine.pdf?version=1&person={mother.id}", data={"password": typed or ""})
    assert answer.status_code == 422
    assert said in sentence_in(answer)
    assert typed is None or len(typed) < 5 or typed.strip() not in answer.text
    assert re.search(r'<details class="fold" open><summary>Met een wachtwoord', answer.text)


def test_staff_lock_each_form_and_read_a_refusal_as_a_sentence(browser: Browsing, adopted: Meeting) -> None:
    desk, at = browser(adopted.facilitator), f"version=1&conference={adopted.conference}"
    own = f"&as={next(iter(adopted.now.board.attendees))}"
    for form in sorted(LOCKABLE):
        answer = desk.post(f"/export/{form}?{at}{own}", data={"password": PASSWORD})
        assert answer.headers["content-disposition"] == f'attachment; filename="{NAMES.get(form, "plan")}-1.pdf"'
        assert "112" in opened(answer.content)
    refused = desk.post(f"/export/plan.pdf?{at}", data={"password": "kort"})
    assert (refused.status_code, refused.headers["content-type"]) == (422, "text/plain; charset=utf-8")
    assert refused.text.startswith("Kies een wachtwoord van ten minste 12")
    asked = desk.post(f"/export/plan.pdf?{at}", json={"password": ["a"]})
    assert asked.json()["code"] == "paper.short_password"


def test_no_paper_goes_out_unlocked_where_a_password_was_meant(
    browser: Browsing, adopted: Meeting, office: Office
) -> None:
    at = f"?version=1&conference={adopted.conference}"
    for who in (adopted.facilitator, office.referrer):
        for sent in ({}, {"password": ""}, {"password": " "}, {"passwort": PASSWORD}):
            assert browser(who).post(f"/export/plan.pdf{at}", data=sent).status_code == 422
    for form in ("plan.docx", "plan.xlsx", "pages.pdf"):
        assert browser(adopted.facilitator).post(f"/export/{form}{at}", data={"password": PASSWORD}).status_code == 405


def test_another_site_gets_no_locked_paper(browser: Browsing, adopted: Meeting) -> None:
    for origin in ("https://elders.example", "null"):
        at = f"/export/plan.pdf?version=1&conference={adopted.conference}"
        answer = browser(adopted.facilitator).post(at, data={"password": PASSWORD}, headers={"origin": origin})
        assert answer.status_code == 403
