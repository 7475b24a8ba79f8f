"""The dry run by its doors: what the desk draws and writes down, as everybody sees it, in the plan and afterwards."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import ChangedMeanwhile, DomainError
from sos_core.services.library import what_ifs
from sos_core.services.looking_back import look_back, story
from sos_core.services.papers import plan_paper
from tests.builders import Meeting, Somebody

MISSING = "Buurvrouw Fatma heeft nog geen sleutel."


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


@pytest.fixture
def mo(meeting: Meeting) -> Somebody:
    return meeting.admitted("Mo", "parent")


def walked(meeting: Meeting, idea: str = "sleutel-vergeten", outcome: str = "almost") -> str:
    what_if = meeting.do("draw_what_if", idea=idea)
    meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome=outcome, text=MISSING)
    return what_if


def test_a_card_that_is_drawn_says_on_every_face_what_the_library_says(meeting: Meeting, riet: Somebody) -> None:
    meeting.house.pick = lambda some: some[0]
    what_if = meeting.do("draw_what_if")
    for view in (meeting.desk(), meeting.screen(), meeting.seen_by(riet)):
        drawn = view["what_ifs"][what_if]
        idea = what_ifs()[drawn["idea"]]
        assert (drawn["title"], drawn["question"]) == (idea.title, idea.question)
        assert view["now"]["what_if"] == what_if
    assert meeting.seen_by(riet)["ask"]["kind"] is None
    meeting.do("move_phase", phase="dry_run")
    asked = meeting.seen_by(riet)["ask"]
    assert (asked["scene"], asked["kind"]) == (drawn["scene"], "safeguard")


def test_chance_goes_once_through_all_cards_but_those_that_are_near_to_a_child(meeting: Meeting) -> None:
    by_chance = {name for name, idea in what_ifs().items() if idea.by_chance}
    for _ in by_chance:
        meeting.do("draw_what_if")
    assert {one["idea"] for one in meeting.desk()["what_ifs"].values()} == by_chance
    assert not by_chance & {"ouder-drinkt", "ander-aan-de-deur", "spanning-loopt-op"}
    with pytest.raises(DomainError, match=r"dry_run\.all_drawn"):
        meeting.do("draw_what_if")


def test_what_one_says_then_is_a_card_at_that_moment_through_the_ordinary_door(
    meeting: Meeting, riet: Somebody
) -> None:
    meeting.do("move_phase", phase="dry_run")
    meeting.do("draw_what_if", idea="bus-te-laat")
    scene = meeting.seen_by(riet)["ask"]["scene"]
    said = meeting.say(riet, "safeguard", "Ik rijd ze.", scene=scene)
    card = meeting.desk()["cards"][said]
    assert (card["scene"], card["kind"], card["on_board"]) == (scene, "safeguard", False)


def test_what_came_of_it_is_seen_by_all_and_of_its_agreements_each_sees_the_own(
    meeting: Meeting, riet: Somebody, mo: Somebody
) -> None:
    hidden = meeting.shown(riet, "risk", "Mo is laat.", hidden_from=[mo.id])
    one, other = meeting.agree(riet), meeting.agree(riet, risks=[hidden])
    what_if = walked(meeting)
    for agreement in (one, other):
        meeting.do("answer_what_if", what_if=what_if, agreement=agreement)
    for view, sees in (
        (meeting.desk(), [one, other]),
        (meeting.seen_by(riet), [one, other]),
        (meeting.seen_by(mo), [one]),
        (meeting.screen(), [one]),
    ):
        seen = view["what_ifs"][what_if]
        assert (seen["outcome"], seen["text"], seen["agreements"]) == ("almost", MISSING, sees)


def test_of_two_who_write_it_down_the_second_is_refused_until_it_has_seen_the_first(meeting: Meeting) -> None:
    what_if = walked(meeting)
    with pytest.raises(ChangedMeanwhile):
        meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome="holds")
    base = meeting.desk()["what_ifs"][what_if]["base"]
    meeting.do("walk_what_if", what_if=what_if, base=base, outcome="holds")
    assert meeting.desk()["what_ifs"][what_if]["outcome"] == "holds"


def test_each_step_is_undone_by_its_name_and_comes_back(meeting: Meeting) -> None:
    what_if = walked(meeting)
    for kind, outcome in (("what_if_walked", None), ("what_if_drawn", "gone")):
        undo = meeting.desk()["undo"]
        assert (undo["kind"], undo["text"]) == (kind, "De sleutel ligt nog binnen")
        meeting.do("undo")
        assert meeting.desk()["what_ifs"].get(what_if, {"outcome": "gone"})["outcome"] == outcome
    assert meeting.desk()["now"]["what_if"] is None
    assert meeting.desk()["redo"]["text"] == "De sleutel ligt nog binnen"
    meeting.do("redo")
    meeting.do("redo")
    assert meeting.desk()["what_ifs"][what_if]["text"] == MISSING


def test_the_meeting_that_is_looked_back_at_shows_it_without_what_was_undone(meeting: Meeting, riet: Somebody) -> None:
    walked(meeting, "vakantie-begint")  # at the desk alone: the room looked at something else
    meeting.do("move_phase", phase="dry_run")
    what_if = walked(meeting)
    meeting.do("answer_what_if", what_if=what_if, agreement=meeting.agree(riet))
    walked(meeting, "sneeuw")
    meeting.do("undo")
    steps = [step for step in story(meeting.house, meeting.facilitator, meeting.conference) if "what_if" in step.kind]
    assert [(step.kind, step.title, step.about) for step in steps] == [
        ("what_if_drawn", "De sleutel ligt nog binnen", None),
        ("what_if_walked", "De sleutel ligt nog binnen", "almost"),
        ("what_if_answered", "De sleutel ligt nog binnen", None),
        ("what_if_drawn", "Er ligt een dik pak sneeuw", None),
    ]
    then = look_back(meeting.house, meeting.facilitator, meeting.conference, at=steps[1].seq)
    assert then["what_ifs"][what_if]["text"] == MISSING


def test_the_plan_says_what_was_tried_out_for_it_and_what_came_of_it(meeting: Meeting, riet: Somebody) -> None:
    meeting.agree(riet)
    what_if = walked(meeting)
    meeting.do("answer_what_if", what_if=what_if, agreement=meeting.agree(riet, what="Geeft Fatma een sleutel."))
    meeting.do("draw_what_if", idea="sneeuw")  # not walked through
    meeting.adopted()
    [paper] = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1).what_ifs
    assert (paper.title, paper.outcome, paper.said) == ("De sleutel ligt nog binnen", "almost", MISSING)
    assert (paper.agreements, bool(paper.scene)) == ((2,), True)
    meeting.evaluated("adjust")
    walked(meeting, "sneeuw", outcome="holds")
    meeting.adopted()
    titles = [
        [one.title for one in plan_paper(meeting.house, meeting.facilitator, meeting.conference, version).what_ifs]
        for version in (1, 2)
    ]
    assert titles == [["De sleutel ligt nog binnen"], ["Er ligt een dik pak sneeuw"]]


def test_where_it_holds_the_agreements_by_which_it_did_are_practised_and_one_undo_takes_both_back(
    meeting: Meeting, riet: Somebody
) -> None:
    agreement, other = meeting.agree(riet), meeting.agree(riet)
    what_if = meeting.do("draw_what_if", idea="sneeuw")
    before = meeting.now.board.seq
    meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome="holds", agreements=[agreement])
    assert meeting.now.board.seq == before + 1
    desk = meeting.desk()
    assert desk["what_ifs"][what_if]["held"] == [agreement]
    assert [desk["agreements"][one]["proof"]["rung"] for one in (agreement, other)] == ["practised", None]
    today = meeting.house.today().isoformat()
    once = {"proof": "practised", "on": today, "told_by": None, "what_if": what_if}
    assert desk["agreements"][agreement]["proof"]["noted"] == [once]
    assert (desk["undo"]["kind"], desk["undo"]["text"]) == ("what_if_held", "Er ligt een dik pak sneeuw")
    meeting.do("undo")
    undone = meeting.desk()
    assert undone["what_ifs"][what_if]["outcome"] is undone["agreements"][agreement]["proof"]["rung"] is None
    meeting.do("redo")
    assert meeting.desk()["agreements"][agreement]["proof"]["rung"] == "practised"


def test_of_the_agreements_by_which_it_held_each_sees_the_own_and_the_plan_has_their_numbers(
    meeting: Meeting, riet: Somebody, mo: Somebody
) -> None:
    hidden = meeting.shown(riet, "risk", "Mo is laat.", hidden_from=[mo.id])
    shy, known = meeting.agree(riet, risks=[hidden]), meeting.agree(riet)
    what_if = meeting.do("draw_what_if", idea="sneeuw")
    meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome="holds", agreements=[shy, known])
    for view, sees in ((meeting.desk(), [shy, known]), (meeting.seen_by(mo), [known]), (meeting.screen(), [known])):
        assert view["what_ifs"][what_if]["held"] == sees
    meeting.adopted()
    paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    [tried] = paper.what_ifs
    assert [paper.agreements[number - 1].proof for number in tried.held] == ["practised"] * len(tried.held)
    assert tried.held


OWN = {"title": "De kat is kwijt", "question": "Wie zoekt hem, en wie blijft bij Noor?"}


def test_a_card_of_the_familys_own_is_walked_through_as_one_of_the_library(meeting: Meeting, riet: Somebody) -> None:
    meeting.do("move_phase", phase="dry_run")
    what_if = meeting.do("write_what_if", **OWN, scene=meeting.scenes[1])
    for view in (meeting.desk(), meeting.screen(), meeting.seen_by(riet)):
        drawn = view["what_ifs"][what_if]
        assert {name: drawn[name] for name in OWN} == OWN
        assert (drawn["idea"], drawn["scene"], view["now"]["what_if"]) == ("", meeting.scenes[1], what_if)
    assert meeting.seen_by(riet)["ask"]["scene"] == meeting.scenes[1]
    meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome="almost", text=MISSING)
    again = meeting.do("write_what_if", **OWN)  # nothing of the library was used up
    assert meeting.desk()["undo"]["text"] == OWN["title"]
    meeting.do("undo")
    assert again not in meeting.desk()["what_ifs"]
    meeting.agree(riet)
    meeting.adopted()
    [paper] = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1).what_ifs
    assert (paper.title, paper.said) == (OWN["title"], MISSING)


@pytest.mark.parametrize("missing", OWN)
def test_a_card_of_the_own_has_a_title_and_a_question(meeting: Meeting, missing: str) -> None:
    with pytest.raises(DomainError, match=r"words\."):
        meeting.do("write_what_if", **{**OWN, missing: " "})
