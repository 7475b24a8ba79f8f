"""The library: what is shipped in `data/` is whole, and every reference in it leads somewhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "data"
ROUTINES = sorted((DATA / "routines").glob("*.toml"))
KINDS = {
    "worry",
    "strength",
    "risk",
    "warning_sign",
    "safeguard",
    "help_step_in",
    "help_keep_watch",
    "child_action",
}
MOST_WORDS = 20
NOT_A_PROMISE = "Veilig Thuis"


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def texts_in(value: object) -> Iterator[str]:
    """Every text in a file, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def sentences_in(text: str) -> list[str]:
    return re.split(r"(?<=[.!?…:])[’”]?\s+", text)


def unknown(names: list[str], known: set[str]) -> list[str]:
    return [name for name in names if name not in known]


def ids_of(records: list[dict[str, Any]]) -> set[str]:
    return {record["id"] for record in records}


@pytest.fixture(scope="module")
def pictures() -> dict[str, Any]:
    return read(DATA / "pictograms" / "index.toml")


@pytest.fixture(scope="module")
def family() -> dict[str, Any]:
    return read(DATA / "demo" / "family.toml")


@pytest.fixture(scope="module")
def cards(family: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {card["id"]: card for card in family["cards"]}


# Pictures and fonts


def test_every_picture_is_in_the_index_and_every_slug_has_its_picture(pictures: dict[str, Any]) -> None:
    assert set(pictures) == {path.stem for path in (DATA / "pictograms").glob("*.svg")}


def test_every_picture_has_a_label_to_read_aloud_a_group_and_its_source(pictures: dict[str, Any]) -> None:
    assert all(set(entry) == {"label", "group", "source"} for entry in pictures.values())
    assert {entry["group"] for entry in pictures.values()} == {"scene", "person", "neutral", "face"}


def test_no_picture_loads_or_runs_anything() -> None:
    for path in (DATA / "pictograms").glob("*.svg"):
        drawing = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"<script|<image|<foreignObject|\son\w+=|https?:|@import", drawing), path.name


def test_the_fonts_for_the_web_are_small_and_all_fonts_together_too() -> None:
    """Most of them are for paper alone: eleven writings."""
    fonts = DATA / "fonts"
    assert all(path.stat().st_size <= 25_000 for path in fonts.glob("*.woff2"))
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 3_500_000


# The routines


def test_there_are_at_least_fourteen_routines() -> None:
    assert len(ROUTINES) >= 14


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_a_routine_is_marked_as_an_example_and_has_four_to_six_scenes(path: Path) -> None:
    routine = read(path)
    assert routine["note"] == (
        "Voorbeelden, geschreven om uit te proberen. Laat ze nakijken door mensen uit de praktijk."
    )
    assert 4 <= len(routine["scenes"]) <= 6
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", path.stem)


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_every_risk_point_of_a_routine_has_a_sign_an_idea_and_a_back_up(path: Path) -> None:
    for scene in read(path)["scenes"]:
        assert 1 <= len(scene["risk_points"]) <= 4
        for point in scene["risk_points"]:
            assert point["text"]
            assert all(point[part] for part in ("warning_signs", "ideas", "backups")), point["text"]


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_every_picture_of_a_routine_exists_and_every_time_is_a_time(path: Path, pictures: dict[str, Any]) -> None:
    routine = read(path)
    slugs = [routine["picture"], *(scene["picture"] for scene in routine["scenes"])]
    assert not unknown(slugs, set(pictures))
    assert all(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", scene.get("time", "08:00")) for scene in routine["scenes"])


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_no_sentence_of_a_routine_is_longer_than_twenty_words(path: Path) -> None:
    long = [s for text in texts_in(read(path)) for s in sentences_in(text) if len(s.split()) > MOST_WORDS]
    assert not long


# What holds for every text


@pytest.mark.parametrize("path", [*ROUTINES, DATA / "demo" / "family.toml"], ids=lambda path: path.stem)
def test_no_text_promises_safety(path: Path) -> None:
    promising = [t for t in texts_in(read(path)) if "veilig" in t.replace(NOT_A_PROMISE, "").lower()]
    assert not promising


@pytest.mark.parametrize("path", [*ROUTINES, DATA / "demo" / "family.toml"], ids=lambda path: path.stem)
def test_no_text_holds_what_looks_like_a_citizens_number(path: Path) -> None:
    assert not re.search(r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)", path.read_text(encoding="utf-8"))


# The family


def test_the_family_is_as_rich_as_a_real_one(family: dict[str, Any]) -> None:
    roles = [person["role"] for person in family["people"]]
    counts = {role: roles.count(role) for role in sorted(set(roles))}
    assert counts == {"child": 3, "network": 11, "parent": 2, "professional": 4}
    assert {person["home"] for person in family["people"] if person["role"] == "parent"} == {"mama", "papa"}
    assert min(person["age"] for person in family["people"] if person["role"] == "child") < 6
    assert len(family["bottom_lines"]) == 7
    assert len(family["routines"]) == 3
    assert 38 <= sum(card["kind"] == "risk" for card in family["cards"]) <= 44
    assert [plan["version"] for plan in family["plans"]] == [1, 2]
    assert [evaluation["decision"] for evaluation in family["evaluations"]] == ["adjust"]


@pytest.mark.parametrize("records", ["people", "cards", "bottom_lines", "routines", "agreements", "scales", "accounts"])
def test_ids_are_unique(family: dict[str, Any], records: str) -> None:
    ids = [record["id"] for record in family[records]]
    assert len(ids) == len(set(ids))


def test_every_picture_of_the_family_exists(family: dict[str, Any], pictures: dict[str, Any]) -> None:
    scenes = [scene for routine in family["routines"] for scene in routine["scenes"]]
    drawn = [*family["people"], *family["routines"], *scenes, *family["small"]["people"]]
    assert not unknown([record["picture"] for record in drawn], set(pictures))


def test_every_scene_of_the_family_stands_on_the_same_scene_of_the_library(family: dict[str, Any]) -> None:
    for routine in family["routines"]:
        length = len(read(DATA / "routines" / f"{routine['library']}.toml")["scenes"])
        assert [scene["library"] for scene in routine["scenes"]] == [f"{routine['library']}/{n}" for n in range(length)]


def test_every_card_is_said_by_somebody_about_something(
    family: dict[str, Any], cards: dict[str, dict[str, Any]]
) -> None:
    people = ids_of(family["people"])
    scenes = {scene["id"] for routine in family["routines"] for scene in routine["scenes"]}
    for card in cards.values():
        assert card["kind"] in KINDS
        assert not unknown([card["by"], *card.get("hidden_from", [])], people)
        assert card.get("scene", "ochtend-wakker") in scenes
        assert "risk" not in card or cards[card["risk"]]["kind"] == "risk"
        assert card["kind"] != "warning_sign" or "risk" in card
        assert card["kind"] not in {"risk", "child_action"} or "scene" in card


def test_a_card_about_a_risk_is_for_no_more_eyes_than_the_risk(cards: dict[str, dict[str, Any]]) -> None:
    for card in cards.values():
        risk = cards.get(card.get("risk", ""), {})
        assert set(risk.get("hidden_from", [])) <= set(card.get("hidden_from", [])), card["id"]
        assert risk.get("audience") in {None, card.get("audience")}, card["id"]


def test_a_childs_card_stands_on_the_board_only_after_the_childs_yes(
    family: dict[str, Any], cards: dict[str, dict[str, Any]]
) -> None:
    children = {person["id"] for person in family["people"] if person["role"] == "child"}
    of_children = [card for card in cards.values() if card["by"] in children]
    assert all(card["child_yes"] for card in of_children if card.get("on_board", True))
    assert any(not card.get("named", True) for card in of_children)


def test_every_agreement_names_people_cards_and_bottom_lines_that_exist(
    family: dict[str, Any], cards: dict[str, dict[str, Any]]
) -> None:
    people, lines = ids_of(family["people"]), ids_of(family["bottom_lines"])
    for deal in family["agreements"]:
        assert not unknown([deal["who"], *deal.get("backups", []), deal.get("monitor", deal["who"])], people)
        assert deal["who"] not in deal.get("backups", [])
        assert not unknown(deal["bottom_lines"], lines)
        for part, kind in (("risks", "risk"), ("worries", "worry"), ("strengths", "strength")):
            assert {cards[card]["kind"] for card in deal[part]} <= {kind}


def test_nobody_has_a_part_in_an_agreement_about_a_card_that_they_may_not_read(
    family: dict[str, Any], cards: dict[str, dict[str, Any]]
) -> None:
    for deal in family["agreements"]:
        part = {deal["who"], *deal.get("backups", []), deal.get("monitor")}
        for card in deal["risks"] + deal["worries"]:
            assert not part & set(cards[card].get("hidden_from", [])), deal["id"]
            assert cards[card].get("audience") != "author"


def test_whatever_is_said_about_agreements_and_bottom_lines_leads_to_one(family: dict[str, Any]) -> None:
    deals, lines = ids_of(family["agreements"]), ids_of(family["bottom_lines"])
    weighed = [weighing["agreement"] for weighing in family["evaluations"][0]["weighed"]]
    named = [record["agreement"] for record in family["answers"] + family["changes"] + family["proofs"]]
    assert not unknown([*weighed, *named], deals)
    assert not unknown([judgement["bottom_line"] for judgement in family["judgements"]], lines)
    first = [deal["id"] for deal in family["agreements"] if deal["day"] < family["plans"][0]["day"]]
    assert sorted(weighed) == sorted(first)


def test_the_referrer_judges_every_bottom_line_before_each_plan(family: dict[str, Any]) -> None:
    for plan in family["plans"]:
        judged = {j["bottom_line"] for j in family["judgements"] if j["day"] == plan["day"]}
        assert judged == ids_of(family["bottom_lines"])
    assert all(judgement["holds"] or judgement["because"] for judgement in family["judgements"])


def test_parked_worries_scales_and_scenes_talked_through_exist(
    family: dict[str, Any], cards: dict[str, dict[str, Any]]
) -> None:
    scenes = {scene["id"] for routine in family["routines"] for scene in routine["scenes"]}
    assert all(cards[parked["card"]]["kind"] == "worry" and parked["reason"] for parked in family["parked"])
    assert not unknown([talked["scene"] for talked in family["talked_through"]], scenes)
    for scale in family["scales"]:
        assert not unknown(list(scale["values"]), ids_of(family["people"]))
        assert all(0 <= value <= 10 for value in scale["values"].values())


def test_what_is_left_open_on_purpose_is_left_open(family: dict[str, Any], cards: dict[str, dict[str, Any]]) -> None:
    dropped = {change["agreement"] for change in family["changes"] if change["kind"] == "drop"}
    deals = [deal for deal in family["agreements"] if deal["id"] not in dropped]
    helped = {card.get("risk") for card in cards.values() if card["kind"].startswith("help_")}
    answered = {worry for deal in deals for worry in deal["worries"]} | {p["card"] for p in family["parked"]}
    worries = {c["id"] for c in cards.values() if c["kind"] == "worry" and c.get("on_board", True)}
    assert len([c for c in cards.values() if c["kind"] == "risk" and c["id"] not in helped]) >= 3
    assert {deal["id"] for deal in deals if "backups" not in deal} == {"afspraak-tijden", "afspraak-inpakken"}
    assert [deal["id"] for deal in deals if deal["who"] == deal.get("monitor")] == ["afspraak-inpakken"]
    met = {line for deal in deals for line in deal["bottom_lines"]}
    assert ids_of(family["bottom_lines"]) - met == {"bodem-vertrouwd"}
    assert worries - answered == {"w-alleen"}
    assert any(card.get("hidden_from") == ["papa"] and card["audience"] == "adults" for card in cards.values())
    assert any(card.get("audience") == "author" for card in cards.values())


def test_the_accounts_and_the_other_families_fit_together(family: dict[str, Any]) -> None:
    duties = {account["id"]: account["duty"] for account in family["accounts"]}
    assert sorted(duties.values()) == [
        "administrator",
        "coordinator",
        "facilitator",
        "facilitator",
        "referrer",
        "referrer",
    ]
    assert 3 <= len(family["others"]) <= 6
    for other in [family["referral"], *family["others"]]:
        assert duties[other["referrer"]] == "referrer"
        assert "facilitator" not in other or duties[other["facilitator"]] == "facilitator"
    assert not any("password" in account for account in family["accounts"])


def test_the_other_families_show_every_state_of_the_dashboard(family: dict[str, Any]) -> None:
    open_days = [o["evaluation_day"] for o in family["others"] if "evaluation_day" in o and "ended_day" not in o]
    assert any(day < 0 for day in open_days)
    assert any(0 <= day <= 7 for day in open_days)
    assert any("first_session_day" not in other for other in family["others"])
    assert {other.get("decision") for other in family["others"]} >= {"step_out", "adjust"}
