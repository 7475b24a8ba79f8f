"""The plain-language rules: a good sentence passes, and for each rule a bad one is found."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog
from typer.testing import CliRunner

from sos_core.i18n import __main__ as command
from sos_core.i18n import plain
from sos_core.i18n.plain import ALLOWED, JARGON, MOST_WORDS, complaints, split

PHONE = ["pages/phone/talk.js"]
STAFF = ["pages/referral.py"]
GOOD = [
    "Maak je zin rustig af.",
    "Bijvoorbeeld: om 8.30 uur zijn alle kinderen op school.",
    "bijv. oma",
    "Nog {n} tekens.",
    "Wie houdt een oogje in het zeil?",
    "Ga naar de bus. U-bocht? Dat is geen aanspreekvorm.",
]


@pytest.mark.parametrize("dutch", GOOD)
def test_a_plain_sentence_passes(dutch: str) -> None:
    assert list(complaints(dutch, PHONE)) == []


@pytest.mark.parametrize(
    ("dutch", "why"),
    [
        ("woord " * MOST_WORDS + "woord.", f"{MOST_WORDS + 1} words"),
        ("Kort. Een " + "woord " * (MOST_WORDS - 1) + "woord. Kort.", f"{MOST_WORDS + 1} words"),
        ("Met dit plan is het thuis weer veilig.", "promises safety"),
        ("Dit is gegarandeerd in orde.", "promises safety"),
        ("Goed gedaan!", "shouts"),
        ("Vul uw naam in.", "says u"),
        ("Wilt u dit bewaren?", "says u"),
        ("Loading…", "English"),
        ("Klik op submit.", "English"),
        ("Er is een error.", "English"),
        ("Wij bespreken de casus.", "trade"),
        ("De cliënt komt ook.", "trade"),
        ("We escaleren dit.", "trade"),
    ],
)
def test_each_rule_finds_its_bad_sentence(dutch: str, why: str) -> None:
    found = list(complaints(dutch, PHONE))
    assert len(found) == 1
    assert why in found[0]


@pytest.mark.parametrize("words", JARGON)
def test_no_word_of_the_trade_comes_near_a_family(words: str) -> None:
    word = words.replace("[eë]", "ë").replace("[iï]", "ï").replace("-?", "").replace("?", "").split("(")[0]
    assert len(list(complaints(f"Wij zeggen {word} hier.", PHONE))) == 1


def test_staff_may_use_a_word_of_the_trade_but_nothing_else() -> None:
    assert list(complaints("Wij bespreken de casus.", STAFF)) == []
    assert list(complaints("Wij bespreken de casus.", STAFF + PHONE)) != []
    assert list(complaints("Het is veilig!", STAFF)) != []


@pytest.mark.parametrize("place", ["pages/film/desk.js", "sos_core/export/plan_front.py", "sos_core/i18n/sentences.py"])
def test_film_paper_and_refusals_are_for_families_too(place: str) -> None:
    assert list(complaints("Wij bespreken de casus.", [place])) != []


def test_an_exception_holds_for_that_sentence_alone() -> None:
    question = "Hoe veilig is het nu voor de kinderen?"
    assert list(complaints(question, PHONE)) == []
    assert list(complaints(question + " Nu is het veilig.", PHONE)) != []


def test_an_exception_that_nothing_needs_any_more_is_found() -> None:
    assert list(plain.needless(list(ALLOWED))) == []
    assert list(plain.needless(list(ALLOWED)[1:])) == list(ALLOWED)[:1]


def test_a_text_is_split_into_its_sentences() -> None:
    assert split("Om 8.30 uur, bijv. met oma. Daarna? Naar ‘De Boog’.") == [
        "Om 8.30 uur, bijv. met oma.",
        "Daarna?",
        "Naar ‘De Boog’.",
    ]


def test_the_whole_source_is_plain(source: Catalog) -> None:
    assert list(command.plain_dutch(source)) == []


def test_the_command_names_each_finding_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled = Catalog()
    spoiled.add("Nu is alles veilig.", locations=[("pages/phone/talk.js", 0)])
    monkeypatch.setattr(command.catalogue, "gathered", lambda: spoiled)
    result = CliRunner().invoke(command.app, ["check"])
    assert result.exit_code == 1
    assert "pages/phone/talk.js: Nu is alles veilig.: “veilig” promises safety" in result.output
    assert "en.po: is not in step" in result.output
