"""A language from right to left is a file of words away: every face turns round, and no Dutch is left on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages import running
from pages.cookies import LANGUAGE, phone_cookie, staff_cookie
from pages.doors.routes import middleware, routes
from sos_core.export.plan_pdf import plan_pdf
from sos_core.i18n import chosen, direction, languages, words_for, words_in
from sos_core.services.accounts import sign_in
from sos_core.services.papers import plan_paper
from sos_core.settings import FONTS, PICTURES
from tests.builders import PASSWORD, Meeting, Office
from tests.i18n.conftest import RTL, mirrored

DUTCH = {"het", "een", "wat", "wie", "niet", "naar", "van", "voor", "deze", "waar", "hoe", "met", "zorg", "kan", "iets"}

app = Starlette(routes=routes, middleware=middleware)


@pytest.fixture
def browser(office: Office, rtl: str) -> Iterator[TestClient]:
    """A browser that reads from right to left."""
    running._running[:] = [office.house]
    client = TestClient(app, base_url="http://draaiboek.test", follow_redirects=False)
    client.cookies.set(LANGUAGE, rtl)
    yield client
    running._running.clear()


def read_aloud(html: str) -> str:
    """What we say on a page: no scripts, no tags, no languages' own names, and nothing that a person wrote."""
    ours = re.sub(
        r"<(script|style)\b.*?</\1>|<bdi>.*?</bdi>|<(\w+)[^>]* (dir=\"auto\"|hreflang)[^>]*>.*?</\2>",
        " ",
        html,
        flags=re.DOTALL,
    )
    return re.sub(r"<[^>]+>", " ", ours).lower()


def test_the_trial_language_is_one_file_and_no_more(rtl: str) -> None:
    assert languages() == ("nl", RTL)
    assert chosen("ar-MA") == RTL


def test_direction_follows_the_language() -> None:
    assert {lang: direction(lang) for lang in ("nl", "en", "ar", "he", "fa", "ti")} == {
        "nl": "ltr",
        "en": "ltr",
        "ar": "rtl",
        "he": "rtl",
        "fa": "rtl",
        "ti": "ltr",
    }


def test_without_the_trial_there_is_no_such_language() -> None:
    assert RTL not in languages()


@pytest.mark.parametrize("door", ["/welkom", "/m"])
def test_a_page_for_everybody_turns_round(browser: TestClient, door: str) -> None:
    html = browser.get(door).text
    assert f'<html lang="{RTL}" dir="rtl">' in html
    assert mirrored("Meedoen") in html
    assert "العربية</a>" in html


@pytest.mark.parametrize("phase", ["welcome", "bottom_lines", "worries_strengths", "scale", "film", "agreements"])
def test_the_phone_turns_round_in_every_phase(browser: TestClient, meeting: Meeting, phase: str) -> None:
    oma = meeting.admitted("Riet")
    if phase != "welcome":
        meeting.do("move_phase", phase=phase)
    browser.cookies.set(phone_cookie(meeting.house.settings), oma.token)
    html = browser.get("/m").text
    assert f'<html lang="{RTL}" dir="rtl">' in html
    assert mirrored("Snel weg") in html
    assert mirrored("Verstuur") in html
    left = {word for word in re.findall(r"[a-zà-ÿ]{3,}", read_aloud(html)) if word in DUTCH}
    assert left == set()


def test_the_frame_of_staff_pages_turns_round(browser: TestClient, office: Office) -> None:
    token = sign_in(office.house, name=office.facilitator.name, password=PASSWORD)
    browser.cookies.set(staff_cookie(office.house.settings), token)
    assert f'<html lang="{RTL}" dir="rtl">' in browser.get("/desk").text


def test_a_refusal_comes_in_that_language_too(browser: TestClient) -> None:
    answer = browser.post("/api/say", json={})
    assert answer.status_code == 401
    assert answer.json()["title"] == words_for(RTL)("Je doet niet mee op deze telefoon. Vul de code in van het scherm.")
    assert re.search(r"[\u0600-\u06ff]", answer.json()["title"])


def test_the_scripts_are_given_that_language(rtl: str) -> None:
    given = words_in(rtl, "pages/film")
    assert given["Hoe voorkomen we dat?"] == mirrored("Hoe voorkomen we dat?")


def test_the_paper_plan_can_be_made_from_right_to_left(rtl: str, meeting: Meeting, office: Office) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    paper = plan_paper(office.house, office.facilitator, meeting.conference, 1)
    pdf = plan_pdf(paper, t=words_for(rtl), lang=rtl, pictures=PICTURES, fonts=FONTS)
    said = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert "Riet" in said
    assert "112" in said
    assert re.search(r"[\u0600-\u06ff\ufb50-\ufeff]", said)
    assert "afspraak" not in said.lower()
