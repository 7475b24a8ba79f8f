"""The open pages: for everybody, in two languages, asking nothing, and with the organisation's own words as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import Office
from tests.doors.conftest import Browsing

PAGES = ["/voor-gezinnen", "/voor-verwijzers"]


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_reads_it_in_both_languages_under_a_title_that_says_nothing(browser: Browsing, page: str) -> None:
    for lang, asked in (("nl", "Veelgestelde vragen"), ("en", "Frequently asked questions")):
        answer = browser().get(page, params={"lang": lang})
        assert answer.status_code == 200
        assert f'<html lang="{lang}' in answer.text
        assert asked in answer.text
        assert re.search(r"<title>(Welkom|Welcome)</title>", answer.text)


@pytest.mark.parametrize("page", PAGES)
def test_it_names_whom_to_call_and_has_the_way_out_on_it(browser: Browsing, page: str) -> None:
    text = browser().get(page).text
    assert 'href="tel:112"' in text
    assert "Veilig Thuis 0800-2000" in text
    assert "Snel weg" in text


@pytest.mark.parametrize("page", PAGES)
def test_it_asks_nothing_and_loads_nothing_from_elsewhere(browser: Browsing, page: str) -> None:
    answer = browser().get(page)
    assert re.findall(r"<(?:input|textarea|select)[^>]*>", answer.text) == [
        '<input type="hidden" name="to" value="away">'
    ]
    loaded = re.findall(r'<(?:link|script|img)[^>]* (?:src|href)="([^"]+)"', answer.text)
    assert loaded
    assert all(address.startswith("/face/") for address in loaded)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    names = {one.split("=")[0] for one in answer.headers.get_list("set-cookie")}
    assert names == set()


@pytest.mark.parametrize("page", PAGES)
def test_it_tells_no_claim_and_names_nobody_elses_method_as_ours(browser: Browsing, page: str) -> None:
    text = browser().get(page).text
    assert "Levvel" not in text
    assert "088" not in text
    assert "Signs of Safety" not in text


def test_welcome_leads_to_both(browser: Browsing) -> None:
    text = browser().get("/welkom").text
    assert all(f'href="{page}"' in text for page in PAGES)


def test_the_words_of_the_organisation_are_text_and_its_number_can_be_tapped(
    browser: Browsing, office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('name = "<b>Aan Zee</b>"\nphone = "0800 555 00 00"\n')
    office.house.settings.organisation = file
    text = browser().get("/voor-gezinnen").text
    assert "&lt;b&gt;Aan Zee&lt;/b&gt;" in text
    assert '<a href="tel:08005550000">0800 555 00 00</a>' in text
    assert "Dit is een voorbeeld" not in text


def test_a_file_that_went_wrong_since_the_start_is_one_sentence(
    browser: Browsing, office: Office, tmp_path: Path
) -> None:
    office.house.settings.organisation = tmp_path / "gone.toml"
    answer = browser().get("/voor-gezinnen")
    assert answer.status_code >= 400
    assert str(tmp_path) not in answer.text
