"""Words stay as they were said, or are refused with the reason: nothing in between."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain.errors import DomainError
from sos_core.domain.words import LONGEST, name, spoken

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
REASONS = {"words.empty", "words.too_long", "words.unreadable"}


def kept_or_why_not(read: Callable[[object], str], text: str) -> str:
    try:
        return read(text)
    except DomainError as refusal:
        return refusal.key


@settings(max_examples=200)
@given(ANY_TEXT)
def test_any_text_is_kept_as_said_or_refused_with_a_reason(text: str) -> None:
    said = kept_or_why_not(spoken, text)
    if said in REASONS:
        return
    assert unicodedata.is_normalized("NFC", said)
    assert said == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    assert said.encode()
    assert spoken(said) == said


@settings(max_examples=200)
@given(ANY_TEXT)
def test_any_name_is_one_line_or_refused_with_a_reason(text: str) -> None:
    said = kept_or_why_not(name, text)
    if said in REASONS:
        return
    assert said.split()
    assert "\n" not in said
    assert len(said) <= 60


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👧‍👦 gaan samen 🏳️‍🌈",
        "<script>alert('x')</script> & <b>vet</b>",
        "\u200fאבא\u200e en \u202eommekeer\u202c",
        "Zeg: \u2068أبي\u2069 belt om 3 uur",
        "Eerst dit.\n\nDan\tdat.",
        "=1+1; DROP TABLE words; -- {{ 7*7 }} %s \\n",
        "ሰላም, שלום, 你好, Ørjan",
    ],
)
def test_emoji_html_and_marks_of_direction_stay_as_they_were_typed(text: str) -> None:
    assert spoken(text) == unicodedata.normalize("NFC", text)


def test_a_letter_typed_in_two_parts_is_kept_as_one() -> None:
    assert spoken("e\u0301e\u0301n") == "één"


def test_lines_end_in_one_way_whatever_the_phone_sent() -> None:
    assert spoken("  een\r\ntwee\rdrie\n ") == "een\ntwee\ndrie"


def test_four_thousand_characters_fit_and_one_more_does_not() -> None:
    assert len(spoken("a" * LONGEST)) == LONGEST == 4000
    assert spoken("\n" + "😀" * LONGEST + "  ") == "😀" * LONGEST
    with pytest.raises(DomainError) as refusal:
        spoken("a" * (LONGEST + 1))
    assert refusal.value.key == "words.too_long"
    assert refusal.value.facts == {"longest": 4000, "length": 4001}


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t\n", "\u200b\u200d\ufeff", "\u200f \u200e", "\u2800", "\u3164", "\ufe0f"]
)
def test_a_text_in_which_nothing_can_be_seen_is_empty(text: str) -> None:
    with pytest.raises(DomainError) as refusal:
        spoken(text)
    assert refusal.value.key == "words.empty"


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\x7fb", "half \ud83d teken", "a\x85b"])
def test_control_characters_and_half_characters_cannot_be_kept(text: str) -> None:
    with pytest.raises(DomainError) as refusal:
        spoken(text)
    assert refusal.value.key == "words.unreadable"


@pytest.mark.parametrize("text", [None, 3, 3.5, True, ["a"], {"a": 1}, b"a"])
def test_what_is_not_text_is_not_words(text: object) -> None:
    with pytest.raises(DomainError) as refusal:
        spoken(text)
    assert refusal.value.key == "words.not_text"


def test_a_name_is_at_most_sixty_characters_on_one_line() -> None:
    assert name("  Oma \n Riet ") == "Oma Riet"
    assert name("a" * 60)
    with pytest.raises(DomainError) as refusal:
        name("a" * 61)
    assert refusal.value.facts["longest"] == 60
