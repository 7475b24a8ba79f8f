"""Whatever comes in by say() and do(): a sentence that says what is wrong, never a fault, and the board as it was."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sos_core.access.actor import Actor
from sos_core.access.policy import REFERRERS_VERBS
from sos_core.domain.errors import DomainError
from sos_core.services.doing import VERBS, do
from sos_core.services.house import new_id
from sos_core.services.saying import say
from tests.builders import Office, open_office

BAD: list[Any] = [
    None,
    0,
    -1,
    3.5,
    10**30,
    float("nan"),
    True,
    [],
    {},
    ["a"],
    [None],
    [{}],
    {"a": 1},
    "",
    "   ",
    "x" * 10_000,
    "\x00",
    "a\x1bb",
    "\ud800",
    "\u200b",
    "²",
    "٣",
    "elsewhere",
    "2026-13-45",
    "0001-01-01",
    "9999-12-31",
    "' OR 1=1 --",
]
FIELDS = {
    "ask_in": ["name"],
    "hand_over": ["name"],
    "open_door": [],
    "close_door": [],
    "invite": ["name", "role", "relation"],
    "invite_from_net": ["person", "role"],
    "withdraw_invitation": ["person"],
    "plan_session": ["on", "begins", "ends", "place", "people", "session"],
    "call_off_session": ["session"],
    "note_preparation": ["preparation", "done", "text"],
    "check_in": ["agreement", "how", "text", "on", "person"],
    "take_back_check_in": ["check_in", "person"],
    "confirm_report": ["check_in", "person"],
    "unconfirm_report": ["check_in", "person"],
    "agree_talk": ["check_in", "speaks", "to", "person"],
    "finish_talk": ["talk", "text", "person"],
    "plan_contact_step": ["person", "what", "asks", "hours"],
    "sign_off_contact_step": ["step", "because", "seen"],
    "halt_contact_step": ["step", "because"],
    "restrict": ["kind", "people", "text"],
    "lift_restriction": ["restriction"],
    "admit": ["person", "role", "relation", "picture", "someone_else"],
    "admit_again": ["person", "same_as"],
    "turn_away": ["person"],
    "leave": ["person"],
    "move_phase": ["phase"],
    "show_scene": ["scene"],
    "play": ["scene"],
    "stop_playing": [],
    "ask": ["question"],
    "set_road": ["straight"],
    "pause_screen": ["paused"],
    "talk_through": ["scene"],
    "add_routine": ["library", "title", "picture", "scenes"],
    "change_routine": ["routine", "base", "title", "picture"],
    "move_routine": ["routine", "before"],
    "remove_routine": ["routine", "into"],
    "add_scene": ["routine", "title", "time", "place", "picture", "before"],
    "change_scene": ["scene", "base", "title", "time", "place", "picture"],
    "move_scene": ["scene", "routine", "before"],
    "remove_scene": ["scene", "into"],
    "note_help": ["person", "scene", "kind"],
    "propose_picture": ["scene", "picture", "person"],
    "take_back_picture": ["proposal", "person"],
    "put_picture": ["proposal"],
    "leave_picture": ["proposal"],
    "order_helpers": ["scene", "cards"],
    "move_card": ["card", "scene", "risk"],
    "put_on_board": ["card", "named"],
    "take_off_board": ["card"],
    "agree_to_show": ["card"],
    "take_back": ["card"],
    "hide_card": ["card", "audience", "hidden_from"],
    "set_timer": ["minutes"],
    "add_minute": [],
    "stop_timer": [],
    "hold_cards": [],
    "show_cards": [],
    "say_ready": ["ready", "person"],
    "put_in_light": ["card"],
    "put_out_light": [],
    "show_without": ["people"],
    "stop_without": [],
    "show_todo": [],
    "hide_todo": [],
    "park": ["card", "reason"],
    "unpark": ["card"],
    "clarify": ["card", "text", "base"],
    "merge_cards": ["card", "into"],
    "split_card": ["card"],
    "write_note": ["person", "text", "card"],
    "confide": ["person", "text"],
    "make_statement": ["person", "text"],
    "ask_correction": ["person", "text"],
    "answer_correction": ["correction", "done", "text"],
    "hear_confidence": ["confidence"],
    "take_back_confidence": ["person", "confidence"],
    "make_agreement": [
        *("what", "who", "when", "notice", "backups", "monitor", "risks", "worries", "bottom_lines", "strengths")
    ],
    "change_agreement": ["agreement", "base", "what", "who", "when", "notice", "backups", "risks"],
    "drop_agreement": ["agreement"],
    "answer_agreement": ["agreement", "answer", "text", "person"],
    "note_proof": ["agreement", "proof", "told_by"],
    "tell_back": ["agreement", "text", "person"],
    "note_told_aloud": ["agreement", "person", "text"],
    "draw_what_if": ["idea", "scene"],
    "write_what_if": ["title", "question", "scene"],
    "fit_what_if": ["what_if", "scene"],
    "walk_what_if": ["what_if", "base", "outcome", "text", "agreements"],
    "answer_what_if": ["what_if", "agreement"],
    "put_away_what_if": ["what_if"],
    "begin_session": [],
    "mark_here": ["people", "here"],
    "ask_scale": ["named"],
    "show_scale": [],
    "set_scale": ["value", "person"],
    "judge_line": ["bottom_line", "holds", "because"],
    "record_breach": ["bottom_line", "on", "text"],
    "follow_up_breach": ["breach", "on", "text"],
    "adopt_plan": ["evaluation_on", "first_look_on", "recheck_on"],
    "start_evaluation": ["evaluation"],
    "weigh_agreement": ["agreement", "how", "text"],
    "end_evaluation": ["decision", "because", "next_on", "carries_on", "watches", "call"],
    "move_evaluation": ["evaluation", "on"],
    "add_evaluation": ["on"],
    "undo": [],
    "redo": [],
}
SAYS = ["key", "kind", "text", "scene", "risk", "person", "audience", "hidden_from"]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None, exclude_categories=()), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


class Stage:
    """A conference in which everything is there once, and all who may try something at it."""

    def __init__(self, office: Office) -> None:
        self.meeting = meeting = office.meeting()
        riet = meeting.admitted("Riet")
        sem = meeting.admitted("Sem", "child")
        other = office.meeting(facilitator=office.other_facilitator)
        els = other.admitted("Els")
        waits = meeting.join("Wacht")
        risk = meeting.shown(riet, "risk")
        agreement = meeting.agree(riet, risks=[risk])
        meeting.do("ask_scale")
        meeting.adopted()
        meeting.do("start_evaluation")
        self.things = {
            "person": riet.id,
            "who": riet.id,
            "backups": [sem.id],
            "monitor": sem.id,
            "scene": meeting.scenes[0],
            "card": risk,
            "risk": risk,
            "risks": [risk],
            "worries": [meeting.shown(riet, "worry")],
            "strengths": [meeting.shown(riet, "strength")],
            "agreement": agreement,
            "base": agreement,
            "bottom_line": meeting.lines[0],
            "bottom_lines": meeting.lines,
            "hidden_from": [sem.id],
            "role": "network",
            "phase": "film",
            "question": "risk",
            "audience": "adults",
            "answer": "yes",
            "how": "well",
            "decision": "go_on",
            "library": "nacht",
            "idea": "sneeuw",
            "what_if": meeting.do("draw_what_if", idea="oma-ziek"),
            "breach": meeting.do("record_breach", bottom_line=meeting.lines[0], text="Er was niemand."),
            "outcome": "almost",
            "value": 5,
            "kind": "risk",
            **dict.fromkeys(["what", "when", "notice", "reason", "because", "text"], "Woorden."),
        }
        self.actors: list[Actor] = [
            meeting.facilitator,
            office.coordinator,
            meeting.guest(riet),
            meeting.guest(sem),
            meeting.guest(waits),
        ]
        self.foreign = [other.scenes[0], other.lines[0], els.id]

    def tried(self, act) -> bool:  # type: ignore[no-untyped-def]
        """Whether it was refused; if so the board is as it was. Anything but a DomainError falls through."""
        before = self.meeting.now.entries
        if _why_not(act) is not None:
            assert self.meeting.now.entries == before
            return True
        assert len(self.meeting.now.entries) == len(before) + 1
        return False

    def do(self, actor: Actor, verb: str, fields: dict[str, Any]) -> bool:
        done = {"key": new_id(), "verb": verb, "conference": self.meeting.conference, **fields}
        return self.tried(lambda: do(self.meeting.house, actor, done))

    def say(self, actor: Actor, fields: dict[str, Any]) -> bool:
        return self.tried(lambda: say(self.meeting.house, actor, {"key": new_id(), **fields}))


def _why_not(act) -> str | None:  # type: ignore[no-untyped-def]
    try:
        act()
    except DomainError as refusal:
        return refusal.key
    return None


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Stage]:
    office = open_office(tmp_path_factory.mktemp("bad-input"), like=new_house)
    yield Stage(office)
    office.house.store.close()


def test_every_verb_is_tried() -> None:
    assert set(FIELDS) == set(VERBS)


@pytest.mark.parametrize("verb", [verb for verb, fields in FIELDS.items() if fields])
def test_one_bad_field_among_good_ones_is_refused_or_kept_as_it_is(stage: Stage, verb: str) -> None:
    good = {name: stage.things[name] for name in FIELDS[verb] if name in stage.things}
    actor = stage.actors[1 if verb in REFERRERS_VERBS else 0]
    if verb in {"set_scale", "answer_agreement", "take_back"}:
        actor = stage.actors[2]
    if verb == "leave":
        actor = stage.actors[4]
    for name in FIELDS[verb]:
        refusals = [stage.do(actor, verb, {**good, name: bad}) for bad in [*BAD, *stage.foreign]]
        assert any(refusals)
    assert stage.meeting.desk()


@pytest.mark.parametrize("name", SAYS)
def test_one_bad_field_in_what_is_said_is_refused_or_kept_as_it_is(stage: Stage, name: str) -> None:
    good = {"kind": "risk", "text": "Woorden.", "scene": stage.things["scene"], "audience": "everybody"}
    guest = stage.actors[3]
    refusals = [stage.say(guest, {**good, name: bad}) for bad in [*BAD, *stage.foreign]]
    assert any(refusals)
    assert stage.meeting.desk()


@pytest.mark.parametrize("bad", BAD, ids=repr)
def test_a_verb_key_or_conference_that_is_none_is_refused(stage: Stage, bad: Any) -> None:
    assert stage.do(stage.actors[0], bad, {})
    assert stage.do(stage.actors[0], "ask_scale", {"conference": bad})
    if not isinstance(bad, str) or not bad.isprintable() or not bad or len(bad) > 64:
        assert stage.do(stage.actors[0], "ask_scale", {"key": bad})


THINGS = st.sampled_from(
    ["person", "who", "scene", "card", "risks", "agreement", "base", "bottom_line", "role", "text", "value", "how"]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_anything_at_all_is_refused_or_done_but_never_breaks(stage: Stage, data: st.DataObject) -> None:
    verb = data.draw(st.sampled_from([verb for verb in FIELDS if verb not in {"leave", "turn_away"}]), "verb")
    actor = data.draw(st.sampled_from(stage.actors), "actor")
    value = JSON | THINGS.map(stage.things.__getitem__) | st.sampled_from(BAD)
    fields = {name: data.draw(value, name) for name in FIELDS[verb] if data.draw(st.booleans())}
    stage.do(actor, verb, fields)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_anything_at_all_that_is_said_is_refused_or_kept(stage: Stage, data: st.DataObject) -> None:
    value = JSON | THINGS.map(stage.things.__getitem__) | st.sampled_from(BAD)
    fields = {name: data.draw(value, name) for name in SAYS if name != "key" and data.draw(st.booleans())}
    stage.say(data.draw(st.sampled_from(stage.actors)), {"kind": "worry", "text": "Woorden.", **fields})
