"""Guarded words are found however they are written; a short word is not found inside a longer one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_core.domain.guarding import holds, plain_words

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=6, max_size=14)
BETWEEN = st.text(" -_.,/#'\"\u00a0\u200b\n(", max_size=3)
ROUND = st.text(max_size=30)


def found(text: str, guard: str) -> bool:
    return holds(plain_words(text), plain_words(guard))


@pytest.mark.parametrize(
    "text",
    [
        "Wij wonen nu op Lindelaan 12.",
        "lindelaan  12",
        "LINDELAAN-12",
        "lindelaan12a",
        "Líndelàán 12",
        "L i n d e l a a n 1 2",
        "linde\u00adlaan\u200b12",
        "\uff2cindelaan \uff11\uff12",
        "het is:\nLindelaan\n12, Almelo",
        "#lindelaan12",
    ],
)
def test_an_address_is_found_however_it_is_written(text: str) -> None:
    assert found(text, "Lindelaan 12")


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("Wij wonen op Lindelaan 14.", "Lindelaan 12"),
        ("De kansen zijn goed.", "Ans"),
        ("Een rondje om.", "dje o"),
        ("Wat dan ook.", ""),
        ("Wat dan ook.", " -"),
        ("", "Lindelaan"),
    ],
)
def test_other_words_are_let_by(text: str, guard: str) -> None:
    assert not found(text, guard)


@given(LETTERS, st.data(), ROUND, ROUND)
def test_signs_and_capitals_and_accents_between_hide_nothing(
    guard: str, data: st.DataObject, before: str, after: str
) -> None:
    written = "".join(
        data.draw(st.sampled_from([sign, sign.upper(), sign + "\u0301"])) + data.draw(BETWEEN) for sign in guard
    )
    assert found(f"{before} {written} {after}", guard)
    assert found(unicodedata.normalize("NFC", f"{before} {written} {after}"), guard)


@given(st.text("abcdefgh", min_size=1, max_size=5), st.text("xyz", min_size=1, max_size=5))
def test_a_short_word_is_found_by_itself_alone(guard: str, other: str) -> None:
    assert found(f"{other} {guard.upper()}, {other}", guard)
    assert not found(f"{other} {guard}{other} {other}{guard}", guard)


@given(ROUND)
def test_a_text_is_found_in_itself_if_it_has_letters(text: str) -> None:
    assert found(text, text) is bool(plain_words(text))
