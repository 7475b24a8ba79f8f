"""Scripts, styles, pictures and fonts: small on their way, asked for again only when they changed."""

from __future__ import annotations

import gzip

import pytest

from pages.doors.faces import PAGES
from tests.doors.conftest import Browsing


def test_a_script_travels_compressed_without_its_comments_and_with_the_lines_where_they_were(browser: Browsing) -> None:
    answer = browser().get("/face/film/patch.js", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "@typedef" not in answer.text
    source = open_source("film/patch.js")
    assert answer.text.count("\n") == source.count("\n")
    line = next(number for number, text in enumerate(source.split("\n")) if "export function apply" in text)
    assert "export function apply" in answer.text.split("\n")[line]
    assert len(gzip.compress(source.encode())) > 2 * int(answer.headers["content-length"])


def test_who_does_not_unpack_gets_it_plain(browser: Browsing) -> None:
    answer = browser().get("/face/film/tokens.css", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert "--paper" in answer.text
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/face/phone/phone.js", "/face/pictograms/sun.svg"])
def test_what_did_not_change_is_not_sent_again(path: str, browser: Browsing) -> None:
    first = browser().get(path)
    again = browser().get(path, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_a_picture_opened_as_a_page_can_do_nothing(browser: Browsing) -> None:
    headers = browser().get("/face/pictograms/sun.svg").headers
    assert headers["content-security-policy"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_script_carries_few_headers(browser: Browsing) -> None:
    headers = browser().get("/face/phone/phone.js").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in headers
    assert sum(len(name) + len(value) + 4 for name, value in headers.items()) < 280


@pytest.mark.parametrize(
    "path", ["/face/phone/page.py", "/face/phone/templates/phone.html", "/face/phone/", "/face/phone"]
)
def test_nothing_else_of_a_folder_is_shown(path: str, browser: Browsing) -> None:
    assert browser().get(path, follow_redirects=False).status_code in {303, 401, 404}


def open_source(path: str) -> str:
    return (PAGES / path).read_text("utf-8")
