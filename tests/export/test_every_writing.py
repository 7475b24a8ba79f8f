"""What was written stands on paper: read back by another program than made it, or visibly marked, never dropped in silence."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sos_core.export.legible import MARK, OUR_WAY, in_our_line, reads_from_right
from sos_core.export.sheet import Sheet
from sos_core.export.typesetting import Typesetter
from tests.export.nasty import WRITINGS, five_hundred

FONTS = Path(__file__).parents[2] / "data" / "fonts"
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff\ufffe"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)
"""What nobody sees by itself: marks of direction, joiners, colours of a skin. U+FFFE: PDFium's hyphen at the end of a line."""
WHITE = re.compile("[ \t-\r\x85\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
TWINS = str.maketrans("()[]<>{}", "||||||||")
"""Brackets of a writing from the right turn round."""
MARKED = {"korean", "rare"}
"""Writings of which we have no letters."""


def sheet() -> Sheet:
    made = Sheet(t=str, lang="nl", fonts=FONTS, foot="", warning="", of_day=date(2026, 11, 25))
    made.add_page()
    return made


def printed(texts: list[str]) -> list[str]:
    """Each text, printed between two marks of its own and read back by PDFium."""
    paper = sheet()
    for number, text in enumerate(texts):
        paper.paragraph(f"({number}:")
        paper.paragraph(text)
        paper.paragraph(f":{number})")
    with closing(pypdfium2.PdfDocument(paper.finished())) as pages:
        whole = "\n".join(re.sub(r"· 25 nov.*", "", page.get_textpage().get_text_range()) for page in pages)
    return [whole.split(f"({number}:")[1].split(f":{number})")[0] for number in range(len(texts))]


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    made = sheet()
    yield made._typesetter
    made.finished()  # closes its fonts


@pytest.fixture(scope="module")
def back() -> list[tuple[str, str]]:
    texts = five_hundred()
    return list(zip(texts, printed(texts), strict=True))


def plain(text: str) -> str:
    """Composed, without white space and what nobody sees."""
    visible = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return WHITE.sub("", unicodedata.normalize("NFC", visible)).translate(TWINS)


def turns(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in {"R", "AL", "AN"} for letter in text)


def test_there_are_five_hundred_in_more_than_twelve_writings(back: list[tuple[str, str]]) -> None:
    assert len(back) == 500
    assert len(WRITINGS) >= 12


def test_every_letter_is_there_or_marked(back: list[tuple[str, str]]) -> None:
    """Letter by letter: a □ may stand for any, and nothing may be missing or too much."""
    for text, read in back:
        wanted, found = plain(text), plain(read)
        if turns(text):
            wanted, found = "".join(sorted(wanted)), "".join(sorted(found))
        missing = [letter for letter in wanted if letter not in found]
        if not missing:
            assert found == wanted, (text, read)
            continue
        if turns(text):
            assert len(found) == len(wanted), (text, read)
            continue
        pattern = "".join(MARK if letter in missing else re.escape(letter) for letter in wanted)
        assert re.fullmatch(pattern, found), (text, read)


def test_what_can_be_printed_is_not_marked(back: list[tuple[str, str]]) -> None:
    words = {text: read for text, read in back if MARK not in text}
    for writing, texts in WRITINGS.items():
        if writing not in MARKED | {"emoji"}:
            assert not [text for text in texts if MARK in words[text]], writing


def test_a_writing_from_the_right_is_read_in_its_own_order() -> None:
    texts = ["محمد علي", "يأخذ سام من المدرسة", "סבתא באה בשמונה"]
    assert [" ".join(read.split()) for read in printed(texts)] == texts


def test_a_number_and_a_foreign_word_stand_where_they_belong_between_words_from_the_right(
    typesetter: Typesetter,
) -> None:
    """On paper: the first word at the right, the number to its left, then the rest."""
    line = typesetter.lines("סבתא 12:30 belt דוד", 50_000)[0]
    assert "".join(piece.text for piece in line.from_left()) == "דוד belt 12:30 סבתא"
    line = typesetter.lines("Oma belt סבתא 12 דוד weer", 50_000)[0]
    assert "".join(piece.text for piece in line.from_left()) == "Oma belt דוד 12 סבתא weer"


def test_what_we_say_of_somebody_runs_our_way_whatever_the_name_is_written_in(typesetter: Typesetter) -> None:
    """A list of names, an answer: in the order in which we say them, and each name in its own."""
    text = in_our_line("ליאת כהן, daarna Riet")
    line = typesetter.lines(text.removeprefix(OUR_WAY), 50_000, from_right=reads_from_right(text))[0]
    assert "".join(piece.text for piece in line.from_left()) == "כהן ליאת, daarna Riet"
    assert in_our_line("Riet, daarna ליאת") == "Riet, daarna ליאת"


def test_a_sheet_begins_our_lines_at_the_left_and_does_not_print_the_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[str, float]] = []
    monkeypatch.setattr(Sheet, "_write", lambda _, line, x, **how: written.append((line.text, round(x))))
    paper = sheet()
    for text in ("סבתא", in_our_line("סבתא")):
        paper.set_x(20)
        paper.words(text, 100)
    paper.finished()  # closes its fonts
    assert [text for text, _ in written[:2]] == ["סבתא", "סבתא"]
    assert written[0][1] > 80
    assert written[1][1] == 20


@pytest.mark.parametrize(
    "text",
    ["x" * 400, "放" * 90, "محمد" * 60, "a\u0301" * 150, "een twee drie " * 20],
    ids=["word", "chinese", "arabic", "marks", "words"],
)
def test_no_line_is_wider_than_it_may_be(text: str, typesetter: Typesetter) -> None:
    lines = typesetter.lines(unicodedata.normalize("NFC", text), 9_000)
    assert len(lines) > 3
    assert max(line.width for line in lines) <= 9_000
    assert "".join(line.text for line in lines).replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", "")


def test_a_control_that_a_font_has_a_glyph_for_is_marked_all_the_same() -> None:
    (read,) = printed(["bel\x00 112"])
    assert f"bel{MARK} 112" in read
