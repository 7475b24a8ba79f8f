"""A routine with the family's own words, and a relation as it was said."""

from __future__ import annotations

from typing import Any

import pytest

from sos_core.domain.errors import DomainError
from tests.builders import Meeting

SCENES = [{"title": f"Moment {number}", "time": f"0{number}:05", "place": "Bij oma"} for number in range(4)]


def test_a_familys_own_titles_times_and_places_take_the_place_of_the_librarys(meeting: Meeting) -> None:
    scenes = [{**scene, "picture": "coat"} for scene in SCENES]
    own = meeting.do("add_routine", library="naar-school", title="De dinsdag", picture="bread", scenes=scenes)
    desk = meeting.desk()
    assert (desk["routines"][own]["title"], desk["routines"][own]["picture"]) == ("De dinsdag", "bread")
    drawn = [desk["scenes"][scene] for scene in desk["routines"][own]["scenes"]]
    assert [{name: scene[name] for name in scenes[0]} for scene in drawn] == scenes
    assert [scene["library"] for scene in drawn] == [f"naar-school/{number}" for number in range(4)]


def test_what_a_family_leaves_out_stays_as_the_library_has_it(meeting: Meeting) -> None:
    before = meeting.desk()
    scenes: list[dict[str, Any]] = [{"title": "Schoenen zoeken"}, {}, {"place": " "}, {"time": ""}]
    own = meeting.do("add_routine", library="naar-school", scenes=scenes)
    desk = meeting.desk()
    first, *others = [desk["scenes"][scene] for scene in desk["routines"][own]["scenes"]]
    assert (first["title"], first["time"]) == ("Schoenen zoeken", "08:00")
    said = ("title", "time", "place", "picture")
    library = [before["scenes"][scene] for scene in before["routines"][before["order"][0]]["scenes"]]
    assert [[scene[name] for name in said] for scene in others] == [[s[name] for name in said] for s in library[1:]]


@pytest.mark.parametrize(
    ("scenes", "key"),
    [
        (SCENES[:2], "film.other_scenes"),
        ([*SCENES, *SCENES], "film.other_scenes"),
        ("vier scènes", "input.not_a_list"),
        (["een", "twee", "drie", "vier"], "input.not_a_list"),
        ([{}] * 201, "input.not_a_list"),
        ([{"time": "25:00"}, {}, {}, {}], "input.not_a_time"),
        ([{"time": 8}, {}, {}, {}], "input.not_a_time"),
        ([{"title": "x" * 4001}, {}, {}, {}], "words.too_long"),
        ([{"title": "half \ud800"}, {}, {}, {}], "words.unreadable"),
        ([{"picture": ["coat"]}, {}, {}, {}], "input.not_an_id"),
    ],
    ids=[
        "too few",
        "too many",
        "a text",
        "texts",
        "very many",
        "no such time",
        "a number",
        "long",
        "unreadable",
        "list",
    ],
)
def test_scenes_that_cannot_be_are_refused_and_change_nothing(meeting: Meeting, scenes: Any, key: str) -> None:
    before = meeting.desk()
    with pytest.raises(DomainError) as refused:
        meeting.do("add_routine", library="naar-school", scenes=scenes)
    assert refused.value.key == key
    assert meeting.desk() == before


def test_a_relation_is_words_and_not_an_id(meeting: Meeting) -> None:
    somebody = meeting.admitted("Riet", relation="oma,\n moeder van   mama 👵")
    assert meeting.desk()["people"][somebody.id]["relation"] == "oma, moeder van mama 👵"


@pytest.mark.parametrize("relation", ["x" * 61, "a\x00b", ["oma"]], ids=["long", "control", "list"])
def test_a_relation_that_cannot_be_kept_is_refused(meeting: Meeting, relation: Any) -> None:
    somebody = meeting.join("Riet")
    with pytest.raises(DomainError) as refused:
        meeting.do("admit", person=somebody.id, role="network", relation=relation)
    assert refused.value.key.startswith("words.")
    assert meeting.desk()["people"][somebody.id]["state"] == "waiting"
