"""The policy, written out: every verb × everybody who might try it."""

import pytest

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Guest, Staff, Stake
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.doing import VERBS

STAKE = Stake("here", facilitator="fien", referrer="rob")
ACTORS: dict[str, Actor] = {
    "facilitator of it": Staff("fien", "Fien", Duty.FACILITATOR),
    "other facilitator": Staff("frits", "Frits", Duty.FACILITATOR),
    "coordinator": Staff("co", "Co", Duty.COORDINATOR),
    "referrer of it": Staff("rob", "Rob", Duty.REFERRER),
    "other referrer": Staff("rita", "Rita", Duty.REFERRER),
    "administrator": Staff("ad", "Ad", Duty.ADMINISTRATOR),
    "guest of it": Guest("phone", "here", ("P1",)),
    "guest elsewhere": Guest("phone", "elsewhere", ("P2",)),
}
MAY, NOT, GONE = "may", "not allowed", "not found"
FACILITATORS = (MAY, GONE, GONE, GONE, GONE, GONE, NOT, GONE)
BOTH = (MAY, GONE, GONE, GONE, GONE, GONE, MAY, GONE)
GUESTS_OWN = (NOT, GONE, GONE, GONE, GONE, GONE, MAY, GONE)
REFERRER_TOO = (MAY, GONE, GONE, MAY, GONE, GONE, NOT, GONE)
COORDINATOR_TOO = (MAY, GONE, MAY, GONE, GONE, GONE, NOT, GONE)
REFERRERS = (GONE, GONE, GONE, MAY, GONE, GONE, NOT, GONE)
TABLE = {
    "ask_in": FACILITATORS,
    "hand_over": COORDINATOR_TOO,
    "open_door": FACILITATORS,
    "close_door": FACILITATORS,
    "admit": FACILITATORS,
    "admit_again": FACILITATORS,
    "turn_away": FACILITATORS,
    "leave": GUESTS_OWN,
    "move_phase": FACILITATORS,
    "show_scene": FACILITATORS,
    "play": FACILITATORS,
    "stop_playing": FACILITATORS,
    "ask": FACILITATORS,
    "set_road": FACILITATORS,
    "pause_screen": FACILITATORS,
    "talk_through": FACILITATORS,
    "add_routine": FACILITATORS,
    "change_routine": FACILITATORS,
    "move_routine": FACILITATORS,
    "remove_routine": FACILITATORS,
    "add_scene": FACILITATORS,
    "change_scene": FACILITATORS,
    "move_scene": FACILITATORS,
    "remove_scene": FACILITATORS,
    "note_help": FACILITATORS,
    "propose_picture": GUESTS_OWN,
    "take_back_picture": GUESTS_OWN,
    "put_picture": FACILITATORS,
    "leave_picture": FACILITATORS,
    "order_helpers": FACILITATORS,
    "put_on_board": FACILITATORS,
    "take_off_board": FACILITATORS,
    "agree_to_show": BOTH,
    "take_back": GUESTS_OWN,
    "hide_card": BOTH,
    "set_timer": FACILITATORS,
    "add_minute": FACILITATORS,
    "stop_timer": FACILITATORS,
    "hold_cards": FACILITATORS,
    "show_cards": FACILITATORS,
    "say_ready": GUESTS_OWN,
    "put_in_light": FACILITATORS,
    "put_out_light": FACILITATORS,
    "show_without": FACILITATORS,
    "stop_without": FACILITATORS,
    "show_todo": FACILITATORS,
    "hide_todo": FACILITATORS,
    "park": FACILITATORS,
    "unpark": FACILITATORS,
    "clarify": FACILITATORS,
    "move_card": FACILITATORS,
    "merge_cards": FACILITATORS,
    "split_card": FACILITATORS,
    "write_note": FACILITATORS,
    "confide": GUESTS_OWN,
    "make_statement": GUESTS_OWN,
    "ask_correction": GUESTS_OWN,
    "answer_correction": FACILITATORS,
    "hear_confidence": FACILITATORS,
    "take_back_confidence": GUESTS_OWN,
    "make_agreement": FACILITATORS,
    "change_agreement": FACILITATORS,
    "drop_agreement": FACILITATORS,
    "answer_agreement": GUESTS_OWN,
    "tell_back": GUESTS_OWN,
    "note_told_aloud": FACILITATORS,
    "note_proof": FACILITATORS,
    "draw_what_if": FACILITATORS,
    "write_what_if": FACILITATORS,
    "fit_what_if": FACILITATORS,
    "walk_what_if": FACILITATORS,
    "answer_what_if": FACILITATORS,
    "put_away_what_if": FACILITATORS,
    "invite": FACILITATORS,
    "invite_from_net": FACILITATORS,
    "withdraw_invitation": FACILITATORS,
    "plan_session": FACILITATORS,
    "call_off_session": FACILITATORS,
    "note_preparation": FACILITATORS,
    "restrict": FACILITATORS,
    "lift_restriction": FACILITATORS,
    "begin_session": FACILITATORS,
    "mark_here": FACILITATORS,
    "ask_scale": FACILITATORS,
    "show_scale": FACILITATORS,
    "set_scale": GUESTS_OWN,
    "judge_line": REFERRERS,
    "record_breach": REFERRER_TOO,
    "follow_up_breach": REFERRER_TOO,
    "plan_contact_step": REFERRER_TOO,
    "sign_off_contact_step": REFERRERS,
    "halt_contact_step": REFERRER_TOO,
    "check_in": GUESTS_OWN,
    "take_back_check_in": GUESTS_OWN,
    "confirm_report": BOTH,
    "unconfirm_report": BOTH,
    "agree_talk": BOTH,
    "finish_talk": BOTH,
    "adopt_plan": FACILITATORS,
    "start_evaluation": FACILITATORS,
    "weigh_agreement": FACILITATORS,
    "end_evaluation": FACILITATORS,
    "move_evaluation": FACILITATORS,
    "add_evaluation": FACILITATORS,
    "undo": FACILITATORS,
    "redo": FACILITATORS,
}


def test_every_verb_stands_in_the_table() -> None:
    assert set(TABLE) == set(VERBS)


@pytest.mark.parametrize("verb", TABLE)
def test_everybody_may_do_what_the_table_says_and_nothing_else(verb: str) -> None:
    outcomes = tuple(outcome(lambda who=who: policy.may_do(who, verb, STAKE)) for who in ACTORS.values())
    assert dict(zip(ACTORS, outcomes, strict=True)) == dict(zip(ACTORS, TABLE[verb], strict=True))


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (policy.may_record_referral, (NOT, NOT, MAY, MAY, MAY, NOT, NOT, NOT)),
        (policy.may_take_referral, (MAY, MAY, NOT, NOT, NOT, NOT, NOT, NOT)),
        (policy.may_see_dashboard, (NOT, NOT, MAY, NOT, NOT, NOT, NOT, NOT)),
        (lambda who: policy.may_lead(who, STAKE), (MAY, GONE, GONE, GONE, GONE, GONE, GONE, GONE)),
        (lambda who: policy.may_see_bottom_lines(who, STAKE), (MAY, GONE, MAY, MAY, GONE, GONE, GONE, GONE)),
        (
            lambda who: policy.may_read_referral(who, referrer="rob", facilitator="fien"),
            (MAY, GONE, MAY, MAY, GONE, NOT, NOT, NOT),
        ),
        (
            lambda who: policy.may_read_referral(who, referrer="rob", facilitator="fien", second="frits"),
            (MAY, MAY, MAY, MAY, GONE, NOT, NOT, NOT),
        ),
        (
            lambda who: policy.may_judge_referral(who, referrer="rob", facilitator="fien", second="frits"),
            (MAY, NOT, MAY, MAY, GONE, NOT, NOT, NOT),
        ),
        (
            lambda who: policy.may_read_referral(who, referrer="rob", facilitator=None),
            (MAY, MAY, MAY, MAY, GONE, NOT, NOT, NOT),
        ),
    ],
    ids=[
        "record",
        "take",
        "dashboard",
        "lead",
        "bottom lines",
        "referral that was taken",
        "referral of two",
        "judge of two",
        "referral that is free",
    ],
)
def test_the_other_doors_are_as_wide_as_the_table_says(rule, wanted) -> None:  # type: ignore[no-untyped-def]
    outcomes = tuple(outcome(lambda who=who: rule(who)) for who in ACTORS.values())
    assert dict(zip(ACTORS, outcomes, strict=True)) == dict(zip(ACTORS, wanted, strict=True))


def outcome(ask) -> str:  # type: ignore[no-untyped-def]
    try:
        ask()
    except NotAllowed:
        return NOT
    except NotFound:
        return GONE
    except DomainError as error:
        return error.key
    return MAY
