"""The letter: on one page, with the own QR, whom to call, and nothing on it that names what it is about."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from sos_core.export.letter_pdf import letter_pdf
from sos_core.export.paper import LetterPaper
from sos_core.i18n import words_for
from sos_core.settings import FONTS, PICTURES

CENTRE = "Buurthuis De Eik, Eikenlaan 3, 3521 AB Utrecht"
DAYS = ((date(2026, 12, 8), "09:30", "12:00", "Buurthuis, Eikenlaan 3"), (date(2026, 12, 15), "13:00", "15:30", None))
LETTER = LetterPaper(
    name="Riet",
    role="network",
    days=DAYS,
    way_in="https://draaiboek.example/m#l=abcdefghijklmnopqrstuv",
    where="draaiboek.example/m",
    by="Fien",
    call="",
    hours="",
    sender="",
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


OURS = {
    "call": "088 123 45 67",
    "hours": "Maandag tot en met vrijdag, van 9.00 tot 17.00 uur",
    "sender": "Jeugdhulp Aan Zee",
}


def on(*days: int, place: str = CENTRE) -> LetterPaper:
    return replace(LETTER, **OURS, days=tuple((date(2026, 12, day), "09:30", "12:00", place) for day in days))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", ["Riet", "W" * 60, "فاطمة الزهراء بنت محمد"])
def test_with_three_days_and_the_longest_name_it_still_stands_on_one_page(name: str, lang: str) -> None:
    for role in ("parent", "child", "network", "professional"):
        assert len(printed(replace(on(8, 15, 22), name=name, role=role), lang).pages) == 1, role


def test_a_longer_one_goes_on_where_a_part_begins_and_keeps_the_code_with_its_words_and_whom_to_call() -> None:
    for days in ((1, 3, 8, 15), (1, 3, 5, 8, 11, 15, 22, 28)):
        first, second = (page.extract_text() for page in printed(on(*days)).pages)
        assert "Wanneer en waar" in first
        for said in ("Deze code is van jou", "Scan deze code", "Bewaar deze brief", "088 123 45 67", "OpenMoji"):
            assert said in second
            assert said not in first
        what, last = "We zitten bij elkaar", "Bel ons dan eerst."
        assert (what in first) is (last in first) is ("Wat gaan we doen?" in first)


def test_it_says_whom_to_call_and_when_and_of_whom_it_is() -> None:
    text = printed(on(8)).pages[0].extract_text()
    for said in ("Bel 088 123 45 67.", "van 9.00 tot 17.00 uur", "Deze brief is van Fien van Jeugdhulp Aan Zee."):
        assert said in text


def test_where_nobody_said_whom_to_call_there_is_room_to_write_it_in() -> None:
    text = printed(replace(on(8), call="", sender="")).pages[0].extract_text()
    assert "Vragen? Bel ons: ...." in text
    assert "Deze brief is van Fien." in text
    assert "17.00" not in text  # hours to call nobody


def test_long_names_and_places_push_nothing_off_the_paper() -> None:
    place = "Multifunctioneelgemeenschapscentrum " * 5
    paper = printed(replace(LETTER, name="Wilhelmina" * 6, days=((date(2026, 12, 8), "09:30", "12:00", place),) * 3))
    text = "".join(page.extract_text() for page in paper.pages)
    assert text.replace("\n", "").count("gemeenschapscentrum") == 15


def test_without_a_day_it_says_that_the_day_comes_later() -> None:
    assert "De dag hoor je nog." in printed(replace(LETTER, days=(), call="088 000 00 00")).pages[0].extract_text()
