"""The letter: on one page, with the own QR, and nothing on it that names what it is about."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from sos_core.export.letter_pdf import letter_pdf
from sos_core.export.paper import LetterPaper
from sos_core.i18n import words_for
from sos_core.settings import FONTS, PICTURES

DAYS = ((date(2026, 12, 8), "09:30", "12:00", "Buurthuis, Eikenlaan 3"), (date(2026, 12, 15), "13:00", "15:30", None))
LETTER = LetterPaper(
    name="Riet",
    role="network",
    days=DAYS,
    way_in="https://draaiboek.example/m#l=abcdefghijklmnopqrstuv",
    where="draaiboek.example/m",
    by="Fien",
    call="",
    written_on=date(2026, 11, 27),
)


def printed(paper: LetterPaper, lang: str = "nl") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(letter_pdf(paper, t=words_for(lang), lang=lang, pictures=PICTURES, fonts=FONTS)))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_stands_on_one_page_with_the_own_days(lang: str) -> None:
    paper = printed(LETTER, lang)
    text = paper.pages[0].extract_text()
    assert len(paper.pages) == 1
    for said in ("Riet", "09:30", "Eikenlaan 3", "13:00", "112", "Fien"):
        assert said in text
    assert "abcdefghijklmnopqrstuv" not in text  # in the QR alone
    assert {"nl": "De plek hoor je van ons.", "en": "We will tell you the place."}[lang] in text


@pytest.mark.parametrize("role", ["parent", "child", "professional"])
def test_each_is_asked_in_words_of_their_own(role: str) -> None:
    first, other = (printed(replace(LETTER, role=one)).pages[0].extract_text() for one in (role, "network"))
    assert first != other


def test_its_title_gives_nothing_away() -> None:
    paper = printed(LETTER)
    assert paper.xmp_metadata
    assert paper.xmp_metadata.dc_title == {"x-default": "Uitnodiging"}
    assert not paper.metadata


def test_long_names_and_places_push_nothing_off_the_paper() -> None:
    place = "Multifunctioneelgemeenschapscentrum " * 5
    paper = printed(replace(LETTER, name="Wilhelmina" * 6, days=((date(2026, 12, 8), "09:30", "12:00", place),) * 3))
    text = "".join(page.extract_text() for page in paper.pages)
    assert text.replace("\n", "").count("gemeenschapscentrum") == 15


def test_without_a_day_it_says_that_the_day_comes_later() -> None:
    assert "De dag hoor je nog." in printed(replace(LETTER, days=(), call="088 000 00 00")).pages[0].extract_text()
