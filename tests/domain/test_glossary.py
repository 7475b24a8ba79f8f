"""The glossary speaks of what is there: every English name in it stands in the code, at the place it says."""

import importlib
import re
from pathlib import Path

import pytest

ROWS = re.findall(
    r"^\| ([^|]+) \| `([\w.]+)` \| ([^|]+) \| `([\w.]+)` \|$",
    (Path(__file__).parents[2] / "docs" / "GLOSSARY.md").read_text(),
    re.MULTILINE,
)


@pytest.mark.parametrize(("english", "where"), [(english, where) for _, english, _, where in ROWS])
def test_each_english_name_stands_in_the_code(english: str, where: str) -> None:
    found = importlib.import_module(where)
    for part in english.split("."):
        fields = getattr(found, "__annotations__", {})
        assert hasattr(found, part) or part in fields, f"{where} knows no {english}"
        found = getattr(found, part, None)


def test_every_row_is_read_and_no_word_means_two_things() -> None:
    table = (Path(__file__).parents[2] / "docs" / "GLOSSARY.md").read_text()
    assert len(ROWS) == sum(line.startswith("| ") and "`" in line for line in table.splitlines()) > 50
    names = [english for _, english, _, _ in ROWS]
    assert len(set(names)) == len(names)


def test_every_kind_of_card_and_every_verb_of_the_journal_has_its_word() -> None:
    from sos_core.domain.kinds import CardKind, Decision

    names = {english for _, english, _, _ in ROWS}
    assert {f"CardKind.{kind.name}" for kind in CardKind} <= names
    assert Decision.STEP_OUT.name in {name.split(".")[-1] for name in names}
