"""Leading: the verbs by their names, from the first card to the second version of a plan, and back by undo."""

from datetime import date, timedelta

import pytest

from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotAllowed
from sos_core.services.conferences import conference
from sos_core.services.doing import do
from sos_core.services.house import new_id
from sos_core.services.papers import plan_paper
from tests.builders import Meeting, Office, Somebody

FIVE_WEEKS = timedelta(weeks=5)


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def refused(key: str, act) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DomainError) as refusal:
        act()
    assert refusal.value.key == key


def test_a_childs_card_goes_up_only_after_the_childs_yes(meeting: Meeting) -> None:
    sem = meeting.admitted("Sem", "child")
    meeting.do("set_road", straight=True)
    card = meeting.say(sem, "worry", "Ik ben bang in het donker.")
    assert card not in meeting.screen()["cards"]
    assert meeting.seen_by(sem)["cards"][card]["wants_child_yes"]
    refused("cards.child_first", lambda: meeting.do("put_on_board", card=card, named=False))
    meeting.do("agree_to_show", sem, card=card)
    assert card in meeting.screen()["cards"]


def test_the_child_may_say_yes_to_the_facilitator(meeting: Meeting, riet: Somebody) -> None:
    sem = meeting.admitted("Sem", "child")
    card = meeting.say(sem, "worry")
    with pytest.raises(NotAllowed):
        meeting.do("agree_to_show", riet, card=card)
    meeting.do("agree_to_show", card=card)
    meeting.do("put_on_board", card=card, named=False)
    assert meeting.screen()["cards"][card]["author"] is None


def test_one_hides_the_own_card_and_nobody_elses(meeting: Meeting, riet: Somebody) -> None:
    els = meeting.admitted("Els")
    card = meeting.shown(riet, "worry")
    with pytest.raises(NotAllowed):
        meeting.do("hide_card", els, card=card, audience="author")
    meeting.do("hide_card", riet, card=card, audience="everybody", hidden_from=[els.id])
    assert card not in meeting.seen_by(els)["cards"]
    assert card not in meeting.screen()["cards"]
    assert meeting.desk()["cards"][card]["narrow"]


def test_an_agreement_narrows_with_its_card_on_every_screen(meeting: Meeting, riet: Somebody) -> None:
    els = meeting.admitted("Els")
    card = meeting.shown(riet, "risk")
    agreement = meeting.agree(riet, risks=[card])
    assert agreement in meeting.screen()["agreements"]
    meeting.do("hide_card", riet, card=card, audience="everybody", hidden_from=[els.id])
    assert agreement not in meeting.screen()["agreements"]
    assert agreement not in meeting.seen_by(els)["agreements"]
    assert agreement in meeting.seen_by(riet)["agreements"]
    meeting.do("take_back", riet, card=card)
    assert agreement not in meeting.screen()["agreements"]
    assert agreement not in meeting.seen_by(els)["agreements"]


def test_undo_takes_back_the_desks_steps_one_by_one(meeting: Meeting, riet: Somebody) -> None:
    card = meeting.say(riet, "risk")
    states = [_plain(meeting)]
    for verb, fields in (
        ("put_on_board", {"card": card, "named": True}),
        ("make_agreement", {"what": "Wat.", "who": riet.id, "when": "Dan.", "notice": "Zo."}),
        ("talk_through", {"scene": meeting.scenes[0]}),
        ("take_off_board", {"card": card}),
    ):
        meeting.do(verb, **fields)
        assert meeting.desk()["undo"] is not None
        states.append(_plain(meeting))
    for before in reversed(states[:-1]):
        meeting.do("undo")
        assert _plain(meeting) == before
    for after in states[1:]:
        meeting.do("redo")
        assert _plain(meeting) == after
    refused("board.nothing_to_redo", lambda: meeting.do("redo"))
    for _ in states[1:]:
        meeting.do("undo")
    assert meeting.desk()["undo"] is None  # what is left is the routine, at which Riet said something
    refused("board.nothing_to_undo", lambda: meeting.do("undo"))
    meeting.do("take_back", riet, card=card)
    assert meeting.desk()["undo"]["kind"] == "routine_added"
    meeting.do("undo")
    assert meeting.desk()["order"] == []


def _plain(meeting: Meeting) -> dict[str, object]:
    return {key: value for key, value in meeting.desk().items() if key not in {"seq", "undo", "redo"}}


def test_undo_sent_twice_undoes_once(meeting: Meeting, riet: Somebody) -> None:
    first, second = meeting.agree(riet), meeting.agree(riet)
    key = new_id()
    for _ in range(2):
        do(meeting.house, meeting.facilitator, {"key": key, "verb": "undo", "conference": meeting.conference})
    assert set(meeting.desk()["agreements"]) == {first}
    assert second


def test_undo_says_what_it_would_take_back_and_takes_back_nothing_else(meeting: Meeting, riet: Somebody) -> None:
    card = meeting.say(riet, "worry", "Er is ruzie.")
    before = meeting.desk()["undo"]["step"]
    meeting.do("put_on_board", card=card, named=True)
    said = meeting.desk()["undo"]
    told = {"kind": "card_put_on_board", "who": riet.id, "text": "Er is ruzie."}
    assert said == {"step": said["step"], **told, "before": before}
    meeting.do("talk_through", scene=meeting.scenes[0])  # somebody else at the desk was quicker
    refused("board.another_step_since", lambda: meeting.do("undo", step=said["step"]))
    assert meeting.desk()["undo"]["text"] == "Jassen aan"
    meeting.do("undo", step=meeting.desk()["undo"]["step"])
    assert meeting.desk()["redo"]["kind"] == "scene_talked_through"
    assert meeting.desk()["undo"] == said
    refused("board.another_step_since", lambda: meeting.do("redo", step=said["step"]))
    meeting.do("redo", step=meeting.desk()["redo"]["step"])
    assert meeting.desk()["redo"] is None
    assert "undo" not in meeting.seen_by(riet)
    assert "redo" not in meeting.screen()


def test_a_second_undo_or_redo_is_named_beside_the_first_and_does_nothing_else(
    meeting: Meeting, riet: Somebody
) -> None:
    card = meeting.say(riet, "worry")
    meeting.do("put_on_board", card=card, named=True)
    meeting.do("talk_through", scene=meeting.scenes[0])
    for way, left in (("undo", "routine_added"), ("redo", "scene_talked_through")):
        said = meeting.desk()[way]
        meeting.do(way, step=said["step"])
        meeting.do(way, step=said["before"])  # pressed twice before the first was heard of
        assert meeting.desk()["undo"]["kind"] == left
    said = meeting.desk()["undo"]
    meeting.do("undo", step=said["step"])
    meeting.do("park", card=card, reason="Later.")  # the other facilitator was in between
    refused("board.another_step_since", lambda: meeting.do("undo", step=said["before"]))
    assert meeting.desk()["cards"][card]["parked"]


def test_undo_never_touches_what_people_said(meeting: Meeting, riet: Somebody) -> None:
    agreement = meeting.agree(riet)
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes")
    card = meeting.shown(riet, "worry")
    meeting.do("take_back", riet, card=card)
    meeting.do("undo")
    assert card not in meeting.desk()["cards"]
    assert meeting.desk()["agreements"][agreement]["answers"][riet.id]["answer"] == "yes"


def test_the_second_of_two_desks_hears_that_it_was_changed(meeting: Meeting, riet: Somebody) -> None:
    agreement = meeting.agree(riet)
    base = meeting.desk()["agreements"][agreement]["base"]
    change = {"agreement": agreement, "base": base, "who": riet.id, "when": "Dan.", "notice": "Zo."}
    meeting.do("change_agreement", what="De eerste.", **change)
    with pytest.raises(ChangedMeanwhile) as refusal:
        meeting.do("change_agreement", what="De tweede.", **change)
    now = meeting.desk()["agreements"][agreement]
    assert now["what"] == "De eerste."
    assert refusal.value.current == now["base"]
    meeting.do("change_agreement", what="De tweede.", **{**change, "base": now["base"]})
    assert meeting.desk()["agreements"][agreement]["what"] == "De tweede."


def test_who_has_a_part_in_it_says_yes_if(meeting: Meeting, riet: Somebody) -> None:
    els = meeting.admitted("Els")
    agreement = meeting.agree(riet)
    refused("agreements.not_yours", lambda: meeting.do("answer_agreement", els, agreement=agreement, answer="yes"))
    refused("agreements.if_what", lambda: meeting.do("answer_agreement", riet, agreement=agreement, answer="yes_if"))
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes_if", text="Als de bus rijdt.")
    assert meeting.screen()["agreements"][agreement]["answers"] == {
        riet.id: {"answer": "yes_if", "text": "Als de bus rijdt.", "told_back": None, "aloud": False}
    }


def test_the_first_opening_of_the_door_is_the_first_session(office: Office) -> None:
    meeting = office.meeting(library=None)
    refused("door.no_routine_yet", lambda: meeting.do("open_door"))
    assert _card(meeting).first_session_on is None
    meeting.do("add_routine", library="naar-school")
    meeting.do("open_door")
    office.clock.forward(days=2)
    meeting.do("close_door")
    meeting.do("open_door")
    assert _card(meeting).first_session_on == date(2026, 11, 2)


def _card(meeting: Meeting):  # type: ignore[no-untyped-def]
    return conference(meeting.house, meeting.facilitator, meeting.conference)


def test_from_plan_to_second_version_and_stepping_out(meeting: Meeting, riet: Somebody) -> None:
    first = meeting.agree(riet, what="Belt aan.", bottom_lines=meeting.lines)
    refused("plan.referrer_first", lambda: meeting.do("adopt_plan"))
    today = meeting.house.today()
    evaluation = meeting.adopted()
    view = meeting.desk()
    assert view["plans"] == {
        "1": {
            "version": 1,
            "seq": view["seq"],
            "adopted_on": today.isoformat(),
            "evaluation_on": (today + FIVE_WEEKS).isoformat(),
        }
    }
    assert view["evaluations"][evaluation]["held"] is False
    refused("plan.evaluate_first", lambda: meeting.do("adopt_plan"))

    meeting.office.clock.forward(weeks=5)
    refused("evaluation.not_started", lambda: meeting.do("weigh_agreement", agreement=first, how="well"))
    meeting.evaluated("adjust", how="partly")
    view = meeting.desk()
    assert view["evaluations"][evaluation]["decision"] == "adjust"
    assert view["evaluations"][evaluation]["weighed"][first]["how"] == "partly"
    assert view["lines"][meeting.lines[0]]["holds"] is None

    meeting.do("drop_agreement", agreement=first)
    meeting.agree(riet, what="Komt langs.", bottom_lines=meeting.lines)
    meeting.adopted()
    paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 2)
    assert paper.changes is not None
    assert [text.split(" (")[0] for text in paper.changes.added] == ["Riet: Komt langs."]
    assert [text.split(" (")[0] for text in paper.changes.dropped] == ["Riet: Belt aan."]
    old = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    assert [agreement.what for agreement in old.agreements] == ["Belt aan."]

    meeting.office.clock.forward(weeks=6)
    meeting.evaluated("step_out")
    assert _card(meeting).stepped_out_on == meeting.house.today()
    last = next(ev for ev in meeting.desk()["evaluations"].values() if not ev["ended"])
    assert (last["look"], last["on"]) == ("recheck", (meeting.house.today() + timedelta(weeks=13)).isoformat())


def test_going_on_plans_the_next_evaluation(meeting: Meeting, riet: Somebody) -> None:
    meeting.agree(riet)
    meeting.adopted()
    meeting.office.clock.forward(weeks=5)
    refused("evaluation.weigh_all", lambda: _end_unweighed(meeting))
    meeting.do("weigh_agreement", agreement=next(iter(meeting.now.board.agreements)), how="well")
    day = meeting.house.today() + timedelta(days=30)
    meeting.do("end_evaluation", decision="go_on", because="Het gaat goed.", next_on=day.isoformat())
    planned = [ev for ev in meeting.desk()["evaluations"].values() if not ev["ended"]]
    assert sorted((ev["on"], ev["look"]) for ev in planned) == [
        (day.isoformat(), "evaluation"),
        ("2027-02-01", "recheck"),
    ]


def _end_unweighed(meeting: Meeting) -> None:
    meeting.start()
    meeting.do("end_evaluation", decision="go_on", because="Zomaar.")


def test_a_scene_of_the_library_is_the_familys_own_once_it_is_chosen(meeting: Meeting) -> None:
    scenes = meeting.screen()["scenes"]
    first = scenes[meeting.scenes[0]]
    assert (first["title"], first["time"], first["place"]) == ("Jassen aan", "08:00", "Gang")
    assert first["library"] == "naar-school/0"
    refused("film.no_such_routine", lambda: meeting.do("add_routine", library="bestaat-niet"))
