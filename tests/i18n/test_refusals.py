"""Every refusal has its sentence, no sentence stands there for nothing, and none comes out broken."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_core.i18n import languages
from sos_core.i18n.catalogue import ROOT
from sos_core.i18n.sentences import SENTENCES, sentence

ERRORS = {"DomainError", "NotFound", "NotAllowed", "ChangedMeanwhile"}
ITSELF = ROOT / "sos_core" / "i18n" / "sentences.py"


def trees() -> Iterator[tuple[Path, ast.AST]]:
    for folder in ("sos_core", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path != ITSELF:
                yield path, ast.parse(path.read_text("utf-8"))


def raised() -> Iterator[tuple[str, set[str]]]:
    """Each key that an error is made with, and the names of its facts."""
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                for key in ast.walk(node.args[0]):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value in SENTENCES:
                        yield key.value, {fact.arg for fact in node.keywords if fact.arg}
                    elif isinstance(key, ast.Constant) and isinstance(key.value, str) and "." in key.value:
                        yield key.value, set()


def written() -> set[str]:
    """Every text that stands in the code, wherever."""
    found = (node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in found if isinstance(node.value, str)}


def facts_of(key: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", SENTENCES[key]))


def test_every_refusal_has_its_sentence() -> None:
    keys = {key for key, _ in raised()}
    assert len(keys) > 50
    assert keys - set(SENTENCES) == set()


def test_no_sentence_stands_there_for_nothing() -> None:
    assert set(SENTENCES) - written() - {"unexpected"} == set()


def test_every_refusal_brings_the_facts_that_its_sentence_names() -> None:
    for key, facts in raised():
        assert facts_of(key) <= facts, key


def test_the_sentences_stand_in_order_of_their_keys() -> None:
    rooms = [key.split(".")[0] for key in SENTENCES]
    assert rooms == sorted(rooms)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_without_its_facts_is_still_a_sentence(key: str, lang: str) -> None:
    said = sentence(key, lang)
    assert said.strip()
    assert "{" not in said
    assert "}" not in said


@given(
    key=st.text(),
    fact=st.one_of(st.integers(-(10**9), 10**9), st.text(alphabet=st.characters(exclude_characters="{}"))),
)
def test_whatever_the_key_and_the_facts_there_is_a_sentence(key: str, fact: str | int) -> None:
    for lang in languages():
        assert "{" not in sentence(key, lang, most=fact)
        assert "{" not in sentence("cards.too_many", lang, most=fact)


def test_an_unknown_key_is_our_fault() -> None:
    assert sentence("no.such_key", "nl") == SENTENCES["unexpected"]


def test_a_number_is_written_as_the_language_writes_it() -> None:
    assert "4.000 tekens" in sentence("words.too_long", "nl", longest=4000)
    assert "4,000 characters" in sentence("words.too_long", "en", longest=4000)
