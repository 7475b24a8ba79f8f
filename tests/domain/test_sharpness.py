"""Sharpness: what is vague is pointed out and what is sharp is left alone, over corpora of agreements in Dutch and English.

A line of a corpus: lang, who, what, when, notice, vague, because. `seen.jsonl` was written before the rules, by somebody else; its
other half was kept from who wrote them. `own.jsonl` was written by who wrote the rules, before they did; `later.jsonl` by the
same while they did, in five lots, each measured before a word was added for it.
"""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain.checks.finding import Check, Weight
from sos_core.domain.checks.phrases import Phrases
from sos_core.domain.checks.sharpness import Spot, Terms, Vague, WordList, sharpness, vague_spots
from sos_core.services.word_lists import word_lists

CORPORA = sorted((Path(__file__).parent / "sharpness").glob("*.jsonl"))
GOOD_ENOUGH = 0.9
LISTS = word_lists()
SHARP = Terms(
    who="oma Riet",
    what="haalt Fenna van school en houdt haar bij zich tot mama er is",
    when="elke dinsdag en donderdag om 14.15",
    notice="juf Anneke ziet oma op het plein en zet een streepje in het schrift",
)


def read(corpus: Path) -> list[tuple[Terms, bool]]:
    lines = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    return [(Terms(line["who"], line["what"], line["when"], line["notice"]), line["vague"]) for line in lines]


ALL = [pair for corpus in CORPORA for pair in read(corpus)]


def vague_words(words_of: WordList) -> list[str]:
    """Its vague verbs and adverbs that are written out."""
    found = [p for p in words_of.blunt.phrases if {"vague_verb", "vague_adverb"} & set(p.groups)]
    return sorted({phrase.text for phrase in found if not set("…#?*") & set(phrase.text)})


VAGUE_AND_WORDS = [
    (terms, words)
    for words_of in LISTS
    for words in [vague_words(words_of)]
    for terms, _ in ALL
    if vague_spots(terms, [words_of]) and vague_spots(terms, LISTS) == vague_spots(terms, [words_of])
]
"""Vague agreements, each with the vague words of its own language."""


def kinds(terms: Terms) -> set[Vague]:
    return {spot.vague for spot in vague_spots(terms, LISTS)}


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.stem)
def test_of_what_is_pointed_out_nearly_all_is_vague_and_of_what_is_vague_nearly_all_is_pointed_out(
    corpus: Path,
) -> None:
    told = [(bool(vague_spots(terms, LISTS)), vague) for terms, vague in read(corpus)]
    right = sum(found and vague for found, vague in told)
    precision = right / sum(found for found, _ in told)
    recall = right / sum(vague for _, vague in told)
    print(f"{corpus.stem}: {len(told)} agreements, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201 - the figures are asked for
    assert precision >= GOOD_ENOUGH
    assert recall >= GOOD_ENOUGH


def test_an_agreement_with_a_person_an_act_a_moment_and_somebody_who_sees_it_is_sharp() -> None:
    assert vague_spots(SHARP, LISTS) == ()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"who": ""}, Spot(Vague.NO_PERSON)),
        ({"who": "Iedereen"}, Spot(Vague.NO_PERSON, ("iedereen",))),
        ({"who": "oma of tante Els"}, Spot(Vague.NO_PERSON, ("of",))),
        ({"what": "staat open voor hulp"}, Spot(Vague.NOT_SEEN, ("staat open",))),
        ({"what": "is een steun"}, Spot(Vague.NOT_SEEN, ("is een steun",))),
        ({"what": "doet het wel"}, Spot(Vague.NOT_SEEN)),
        ({"what": "belt mama vaker"}, Spot(Vague.VAGUE_WORD, ("vaker",))),
        ({"what": "probeerd mama te bellen"}, Spot(Vague.VAGUE_WORD, ("probeer…",))),
        ({"what": "belt mama regelmattig"}, Spot(Vague.VAGUE_WORD, ("regelmat…",))),
        ({"what": "is berijkbaar voor mama"}, Spot(Vague.NOT_SEEN, ("bereikbaar",))),
        ({"when": ""}, Spot(Vague.NO_TIME)),
        ({"when": "als het nodig is"}, Spot(Vague.NO_TIME, ("als het nodig is",))),
        ({"notice": "?"}, Spot(Vague.NO_NOTICE)),
        ({"notice": "dat merken we wel"}, Spot(Vague.NO_NOTICE, ("merken we",))),
    ],
    ids=str,
)
def test_what_is_vague_is_named_with_the_words_of_the_list(changed: dict[str, str], found: Spot) -> None:
    assert vague_spots(replace(SHARP, **changed), LISTS) == (found,)


@pytest.mark.parametrize(
    "changed",
    [
        {"what": "drinkt niet meer dan twee biertjes"},
        {"what": "is niet later dan 22.00 thuis"},
        {"what": "belt Veilig Thuis, 0800-2000"},
        {"what": "ik zeg: ik ben er als je me nodig hebt"},
        {"what": "zegt 'het komt goed' en loopt naar de gang"},
        {"what": "leest rustig een boek voor"},
        {"what": "staat achter het hek en zwaait"},
        {"what": "zit in de keuken en de deur staat open"},
        {"what": "belt mama elke maandag om 9 uur", "when": ""},
        {"when": "als mama zegt dat ze niet meer kan"},
        {"when": "zaterdag, ook als het beter weer is"},
    ],
    ids=str,
)
def test_a_word_that_is_vague_elsewhere_is_left_alone_where_it_says_something_plain(changed: dict[str, str]) -> None:
    assert vague_spots(replace(SHARP, **changed), LISTS) == ()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_vague_word_more_never_makes_an_agreement_sharp(data: st.DataObject) -> None:
    terms, words = data.draw(st.sampled_from(VAGUE_AND_WORDS))
    word = data.draw(st.sampled_from(words))
    for what in (f"{word} – {terms.what}", f"{terms.what} – {word}"):
        assert vague_spots(replace(terms, what=what), LISTS)


def with_accents(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(f"{sign}\u0301" if sign in "aeiouAEIOU" else sign for sign in text))


@pytest.mark.parametrize(
    "spelled", [str.upper, str.title, with_accents, lambda text: unicodedata.normalize("NFD", text)]
)
def test_capitals_and_accents_change_nothing(spelled: Callable[[str], str]) -> None:
    for terms, _ in ALL:
        said = Terms(spelled(terms.who), spelled(terms.what), spelled(terms.when), spelled(terms.notice))
        assert vague_spots(said, LISTS) == vague_spots(terms, LISTS)


def test_in_a_language_without_a_list_only_what_is_empty_is_pointed_out() -> None:
    arabic = Terms("جدتي", "تأخذ فاطمة من المدرسة", "كل يوم ثلاثاء", "")
    assert kinds(arabic) == {Vague.NO_NOTICE}


def test_each_thing_that_is_vague_is_a_finding_about_its_agreement() -> None:
    found = sharpness({"a1": SHARP, "a2": replace(SHARP, who="we", when="ooit")}, LISTS)
    assert [(f.check, f.what, f.agreements) for f in found] == [
        (Check.SHARPNESS, "no_person", ("a2",)),
        (Check.SHARPNESS, "no_time", ("a2",)),
    ]
    assert found[0].weight is Weight.MUST_LOOK_AT
    assert found[0].words == ("we",)


def test_the_words_of_a_finding_are_entries_of_a_list_and_never_a_family_s_own() -> None:
    listed = {phrase.text for words_of in LISTS for part in parts(words_of) for phrase in part.phrases}
    alone = {" ".join(words) for words_of in LISTS for words in words_of.nobody_alone | words_of.no_notice_alone}
    said = {word for terms, _ in ALL for spot in vague_spots(terms, LISTS) for word in spot.words}
    assert said <= listed | alone


def parts(words_of: WordList) -> list[Phrases]:
    return [words_of.blunt, words_of.nobody, words_of.nobody_anywhere, words_of.no_time, words_of.no_notice]


def test_a_hundred_and_twenty_agreements_take_five_milliseconds_and_less_than_ten_on_a_busy_machine() -> None:
    plan = {str(number): terms for number, (terms, _) in enumerate((ALL * 2)[:120])}
    assert any(seconds_for(plan) < 0.010 for _ in range(50))


def seconds_for(plan: dict[str, Terms]) -> float:
    start = time.process_time()
    sharpness(plan, LISTS)
    return time.process_time() - start
