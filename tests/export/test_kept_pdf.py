"""What is kept of me, on paper: all that is on it is in it, also with a long word and a name from the right, in every language."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sos_core.domain.replacing import replace
from sos_core.export.kept_pdf import kept_pdf, told_as
from sos_core.export.paper import KeptBeside, KeptLine, KeptNet, KeptPaper, KeptWay
from sos_core.i18n import words_for

DATA = Path(__file__).parents[2] / "data"
DAY = date(2026, 11, 6)
LONG = "Kindertelefoonvrijwilligerscoördinatorenvergaderingsverslagen" * 2
ARABIC = "فاطمة الزهراء"
LINES = (
    KeptLine(DAY, "session", LONG, day=date(2026, 11, 23), hours=("12:00", "13:30")),
    *(KeptLine(DAY, "ready", None, "wordless") for _ in range(3)),
    KeptLine(DAY, "worry", "Sem slaapt slecht."),
    KeptLine(DAY, "worry", None, "taken_back"),
    KeptLine(DAY, "contact", None, "not_here"),
)
WHOLE = KeptPaper(
    name=ARABIC,
    made_on=DAY,
    whole=True,
    role="network",
    relation="tante",
    net=KeptNet(ARABIC, f"van {LONG}", "middle", True, (("reachable", "yes"), ("knows", "no"), ("dares", "unknown"))),
    beside=KeptBeside(
        joined_on=DAY,
        picture="bus",
        ways=(
            KeptWay(for_calendar=True, made_on=DAY, until=None, ended_on=None),
            KeptWay(for_calendar=False, made_on=DAY, until=date(2026, 11, 5), ended_on=None),
        ),
        mails=True,
        mail="fatima@voorbeeld.test",
        mail_lang="nl",
        mailed_on=DAY,
        erasing=((DAY, True),),
    ),
    lines=LINES,
)


def read(paper: KeptPaper, lang: str = "nl") -> str:
    """Its text without the ends of lines."""
    fonts, pictures = DATA / "fonts", DATA / "pictograms"
    made = kept_pdf(paper, t=words_for(lang), lang=lang, pictures=pictures, fonts=fonts)
    with closing(pypdfium2.PdfDocument(made)) as pages:
        text = "".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"\s+|\ufffe", "", text)


def said(*sentences: str) -> list[str]:
    return [re.sub(r"\s+", "", one) for one in sentences]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_word_is_there_however_long_and_from_whatever_side(lang: str) -> None:
    text, t = read(WHOLE, lang), words_for(lang)
    for one in (*ARABIC.split(), LONG, "fatima@voorbeeld.test", "12:00", "Semslaaptslecht.", *said(t("Dag voor dag"))):
        assert one in text


def test_it_is_told_in_plain_words() -> None:
    text = read(WHOLE)
    for sentence in said(
        "Te bereiken op moeilijke momenten: ja",
        "Kent de zorgen: nee",
        "Durft tegen te spreken: niet bekend",
        "In welke kring je staat: Daaromheen",
        "Je agenda loopt mee, sinds vrijdag 6 november 2026. Die werkt tot je hem uitzet.",
        "Je eigen link of brief, van vrijdag 6 november 2026. Die werkt niet meer sinds donderdag 5 november 2026.",
        "De taal van die mail: Nederlands",
        "is gevraagd om jou te wissen. Dat is ingetrokken.",
        "Je bent gevraagd voor maandag 23 november 2026, van 12:00 tot 13:30: Kinder",
        "Je liet weten of je klaar was (3 keer)",
        "Je zorg: je nam het terug, de woorden zijn gewist",
    ):
        assert sentence in text, sentence


def test_the_day_at_its_foot_does_not_turn_into_a_name_from_the_right() -> None:
    fonts, pictures = DATA / "fonts", DATA / "pictograms"
    made = kept_pdf(WHOLE, t=words_for("nl"), lang="nl", pictures=pictures, fonts=fonts)
    with closing(pypdfium2.PdfDocument(made)) as pages:
        page = pages[0].get_textpage()
        foot = page.get_text_bounded(bottom=30, top=50)
    assert "alleen · 6 november 2026" in " ".join(foot.split())


def test_on_a_phone_it_says_that_there_is_a_whole_sheet_and_tells_no_address() -> None:
    phone = replace(WHOLE, whole=False, net=None, beside=replace(WHOLE.beside, mail=None))
    text = read(phone)
    for sentence in said("Vraag de procesbegeleider om het hele blad", "Het adres zelf staat niet op je telefoon"):
        assert sentence in text
    assert "fatima@" not in text
    assert said("Wat medewerkers over je invulden")[0] not in text


def test_every_kind_of_line_is_told_in_words_of_its_own_in_both_languages() -> None:
    for lang in ("nl", "en"):
        told = told_as(words_for(lang))
        assert all(told.values())
        assert len(set(told.values())) == len(told)
