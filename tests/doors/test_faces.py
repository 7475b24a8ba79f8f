"""Scripts, styles, pictures and fonts: small on their way, asked for again only when they changed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from pages.doors.faces import PAGES
from pages.doors.whole import whole_script
from tests.builders import Somebody
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


def test_pictures_are_named_in_the_language_of_the_reader(browser: Browsing, mother: Somebody) -> None:
    asked = {lang: browser(mother).get(f"/api/shelf?lang={lang}").json()["pictures"] for lang in ("nl", "en")}
    named = {lang: {one["id"]: one["label"] for one in pictures} for lang, pictures in asked.items()}
    assert named["nl"].keys() == named["en"].keys()
    assert (named["nl"]["couch"], named["en"]["couch"]) == ("bank", "couch")


def test_who_does_not_unpack_gets_it_plain(browser: Browsing) -> None:
    answer = browser().get("/face/film/tokens.css", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert "--paper" in answer.text
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/face/phone/phone.js", "/face/phone/whole.js", "/face/pictograms/sun.svg"])
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


def test_the_phones_modules_come_as_one_script_and_its_styles_as_one(browser: Browsing) -> None:
    script = browser().get("/face/phone/whole.js").text
    for said in ("EventSource", "sessionStorage", "function morph", "speechSynthesis"):
        assert said in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    assert "@typedef" not in script
    assert "--paper" in (style := browser().get("/face/phone/whole.css").text)
    assert style.index("--paper:") < style.index(".talk")


def test_a_module_runs_after_what_it_needs_and_keeps_its_own_names_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b as two, c } from "./b.js";\nconst own = two + c();\n')
    (tmp_path / "b.js").write_text("export const b = 1;\nexport function c() {}\nconst own = 3;\n")
    first, second = whole_script(tmp_path / "a.js").split("const _1 = ")
    assert "return { b, c };" in first
    assert "const { b: two, c } = _0;" in second


@pytest.mark.parametrize("odd", ['import "./b.js";', "export default 1;", 'import { a } from "./a.js";'])
def test_what_cannot_be_made_one_script_is_said_at_once(odd: str, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(odd)
    with pytest.raises(ValueError, match=r"a\.js"):
        whole_script(tmp_path / "a.js")


@pytest.mark.parametrize(
    "path", ["/face/phone/page.py", "/face/phone/templates/phone.html", "/face/phone/", "/face/phone"]
)
def test_nothing_else_of_a_folder_is_shown(path: str, browser: Browsing) -> None:
    assert browser().get(path, follow_redirects=False).status_code in {303, 401, 404}


def open_source(path: str) -> str:
    return (PAGES / path).read_text("utf-8")
