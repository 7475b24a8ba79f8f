"""The "what if" cards: enough of them, each fitting somewhere, in plain words, and none to be frightened by."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from sos_core.domain.board import Scene
from sos_core.domain.dry_run import WhatIfIdea, fits
from sos_core.domain.kinds import DayPart
from sos_core.services.library import RoutineIdea, SceneIdea, routines, what_ifs
from sos_core.settings import WHAT_IFS

FILES = sorted(WHAT_IFS.glob("*.toml"))
CARDS = list(what_ifs().values())
FRIGHTENS = ("dood", "mes", "bloed", "slaat", "geslagen", "politie", "ontvoer", "brand", "wapen", "weggelopen", "kwijt")
"""Words that would make a child afraid of what is only tried out."""
DAILY = {"bus-te-laat", "oma-ziek", "ander-aan-de-deur", "telefoon-leeg", "stroom-uit", "kind-wil-niet", "ouder-drinkt"}


def as_scene(routine: RoutineIdea, place: int, idea: SceneIdea) -> Scene:
    return Scene("S", "R", "", idea.time, None, "", f"{routine.id}/{place}")


SCENES = [as_scene(routine, n, idea) for routine in routines().values() for n, idea in enumerate(routine.scenes)]


def test_there_are_at_least_thirty_and_each_has_its_own_name_over_all_files() -> None:
    read = [tomllib.loads(path.read_text("utf-8")) for path in FILES]
    names = [name for file in read for name, card in file.items() if isinstance(card, dict)]
    assert len(names) == len(set(names)) == len(CARDS) >= 30
    assert set(names) >= DAILY
    assert len({card.title for card in CARDS}) == len(CARDS)
    assert sum(card.by_chance for card in CARDS) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_marked_as_examples_and_holds_nothing_that_is_not_read(path: Path) -> None:
    read = tomllib.loads(path.read_text("utf-8"))
    assert read.pop("note") == (
        "Voorbeelden, geschreven om uit te proberen. Laat ze nakijken door mensen uit de praktijk."
    )
    assert all(set(card) <= {"title", "question", "places", "times", "by_chance"} for card in read.values())


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_asks_who_does_what_and_fits_somewhere_in_the_library(card: WhatIfIdea) -> None:
    assert card.question.endswith("?")
    assert len(card.title) <= 60
    assert len(card.question) <= 140
    assert any(fits(card, scene) for scene in SCENES)
    known = {scene.library for scene in SCENES} | set(routines())
    assert set(card.places) <= known


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_no_card_promises_safety_or_plays_with_fear(card: WhatIfIdea) -> None:
    words = re.findall(r"\w+", f"{card.title} {card.question}".lower())
    assert "veilig" not in " ".join(words)
    assert not [word for word in words if word.startswith(FRIGHTENS)]


def test_every_routine_of_the_library_and_every_part_of_the_day_has_cards() -> None:
    for routine in routines().values():
        scenes = [as_scene(routine, n, idea) for n, idea in enumerate(routine.scenes)]
        assert any(fits(card, scene) for card in CARDS for scene in scenes), routine.id
    assert {part for card in CARDS for part in card.times} == set(DayPart)
