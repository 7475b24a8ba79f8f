"""Between two meetings: reported once a day, confirmed by who watches, talked about after it did not go."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.domain.fold import replay
from sos_core.domain.kinds import Proof, Report, RestrictionKind
from sos_core.domain.rules import in_between as rules
from tests.domain.given import ROOM, TODAY, agreement, board_of, given, journal

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
AGREED = (*ROOM, agreement(who="grandmother", backups=("father",), monitor="mother"))
PLAN = (*AGREED, e.PlanAdopted(1, TODAY, "E1", TODAY + timedelta(weeks=5)))
LATER = TODAY + timedelta(days=3)


def told(name: str = "C1", how: Report = Report.WORKED, person: str = "grandmother", **changes: Any) -> e.CheckedIn:
    usual = {"check_in": name, "agreement": "A1", "person": person, "how": how, "words": None, "on": TODAY}
    return e.CheckedIn(**{**usual, **changes})


SAYS = {"check_in": "C9", "agreement": "A1", "how": Report.WORKED, "words": "w", "on": LATER, "today": LATER}


def test_who_has_a_part_in_it_says_how_it_went() -> None:
    for person in ("grandmother", "father", "mother"):
        given(*PLAN).when(rules.check_in, person=person, **SAYS).then(told("C9", person=person, words="w", on=LATER))
    given(*PLAN).when(rules.check_in, person="child", **SAYS).refused("agreements.not_yours")
    given(*PLAN).when(rules.check_in, person="mother", **{**SAYS, "agreement": "A9"}).refused(
        "agreements.no_such_agreement", NotFound
    )


def test_only_what_stands_in_an_adopted_plan_is_reported_on() -> None:
    given(*AGREED).when(rules.check_in, person="mother", **SAYS).refused("check_ins.not_in_plan")
    later = agreement("A2", "mother")
    given(*PLAN, later).when(rules.check_in, person="mother", **{**SAYS, "agreement": "A2"}).refused(
        "check_ins.not_in_plan"
    )


def test_a_clock_that_is_wrong_makes_no_day_that_never_was() -> None:
    say = given(*PLAN).when
    says = {**SAYS, "person": "mother"}
    say(rules.check_in, **{**says, "on": LATER + timedelta(9)}).then(told("C9", person="mother", words="w", on=LATER))
    say(rules.check_in, **{**says, "on": YESTERDAY}).then(told("C9", person="mother", words="w", on=TODAY))


def test_what_is_said_later_the_same_day_takes_its_place() -> None:
    again = given(*PLAN, told()).when(rules.check_in, person="grandmother", **{**SAYS, "on": TODAY})
    again.then(told("C1", words="w"))
    given(*PLAN, told()).when(rules.check_in, person="father", **{**SAYS, "on": TODAY}).then(
        told("C9", person="father", words="w")
    )


def test_it_is_between_those_who_had_a_part_in_it_when_it_was_said() -> None:
    other = agreement("A1", "child", base="new")
    board = board_of(*PLAN, told(), e.AgreementChanged(**{n: getattr(other, n) for n in other.__slots__}))
    assert board.check_ins["C1"].readers == ("grandmother", "father", "mother")


def test_who_keeps_an_eye_on_it_says_whether_it_is_so() -> None:
    confirm = given(*PLAN, told()).when
    confirm(rules.confirm_report, check_in="C1", person="mother").then(e.ReportConfirmed("C1", "mother"))
    confirm(rules.confirm_report, check_in="C1", person="father").refused("check_ins.not_yours_to_confirm", NotAllowed)
    confirm(rules.confirm_report, check_in="C1", person=None).refused("check_ins.not_yours_to_confirm", NotAllowed)
    confirm(rules.confirm_report, check_in="C1", person="child").refused("check_ins.not_here", NotFound)
    given(*PLAN, told(how=Report.NEARLY)).when(rules.confirm_report, check_in="C1", person="mother").refused(
        "check_ins.did_not_work"
    )


def test_where_nobody_else_watches_the_facilitator_says_so() -> None:
    unseen = (*ROOM, agreement(who="grandmother"), PLAN[-1], told())
    given(*unseen).when(rules.confirm_report, check_in="C1", person=None).then(e.ReportConfirmed("C1", None))
    own = (*PLAN, told(person="mother"))
    given(*own).when(rules.confirm_report, check_in="C1", person=None).then(e.ReportConfirmed("C1", None))
    given(*own).when(rules.confirm_report, check_in="C1", person="mother").refused(
        "check_ins.not_yours_to_confirm", NotAllowed
    )
    left = (*PLAN, told(), e.PersonLeft("mother"))
    given(*left).when(rules.confirm_report, check_in="C1", person=None).then(e.ReportConfirmed("C1", None))


def test_the_ladder_climbs_once_and_comes_down_with_what_it_leant_on() -> None:
    yes = e.ReportConfirmed("C1", "mother")
    proven = board_of(*PLAN, told(), yes, yes).agreements["A1"]
    assert (proven.proof, proven.worked) == (Proof.WORKED, 1)
    assert (proven.proven[0].noted_by, proven.proven[0].told_by) == ("mother", "grandmother")
    for after in (
        (e.ReportUnconfirmed("C1"),),
        (e.CheckInTakenBack("C1"),),
        (told(how=Report.NOT),),
    ):
        assert board_of(*PLAN, told(), yes, *after).agreements["A1"].proof is None
    assert board_of(*PLAN, told(), yes, told(words="w-more")).agreements["A1"].worked == 1


def test_what_was_told_of_another_deed_proves_nothing_of_this_one() -> None:
    other = agreement("A1", "father", base="new", monitor="mother")
    changed = e.AgreementChanged(**{n: getattr(other, n) for n in other.__slots__})
    assert board_of(*PLAN, told(), changed, e.ReportConfirmed("C1", "mother")).agreements["A1"].worked == 0


def test_two_who_may_not_meet_are_not_asked_to_talk() -> None:
    apart = e.RestrictionSet("X1", RestrictionKind.APART, ("mother", "grandmother"), None)
    given(*PLAN, told(how=Report.NOT), apart).when(rules.agree_talk, by="father", **TALK).refused("talks.somebody_else")


TALK = {"talk": "T9", "check_in": "C1", "speaks": "mother", "to": "grandmother", "on": TODAY}


def test_a_talk_is_agreed_only_after_it_did_not_go() -> None:
    agreed = e.TalkAgreed("T9", "C1", "mother", "grandmother", TODAY)
    not_so = (*PLAN, told(how=Report.NOT))
    for by in ("grandmother", "father", "mother", None):
        given(*not_so).when(rules.agree_talk, by=by, **TALK).then(agreed)
    given(*not_so).when(rules.agree_talk, by="child", **TALK).refused("check_ins.not_here", NotFound)
    for how in (Report.WORKED, Report.NEARLY):
        given(*PLAN, told(how=how)).when(rules.agree_talk, by="mother", **TALK).refused("talks.only_after_not")
    given(*not_so).when(rules.agree_talk, by=None, **{**TALK, "to": "child"}).refused("person.not_here", NotFound)
    given(*not_so).when(rules.agree_talk, by=None, **{**TALK, "to": "mother"}).refused("talks.two_people")
    given(*not_so).when(rules.agree_talk, by=None, **{**TALK, "to": None}).then(
        e.TalkAgreed("T9", "C1", "mother", None, TODAY)
    )


def test_it_is_done_once_and_stays_when_the_report_is_taken_back() -> None:
    talked = (*PLAN, told(how=Report.NOT), e.TalkAgreed("T1", "C1", "mother", "grandmother", TODAY))
    given(*talked).when(rules.agree_talk, by=None, **TALK).then(
        e.TalkAgreed("T1", "C1", "mother", "grandmother", TODAY)
    )
    done = e.TalkDone("T1", "father", TODAY, "w")
    finish = {"talk": "T1", "by": "father", "on": TODAY, "words": "w"}
    given(*talked, e.CheckInTakenBack("C1")).when(rules.finish_talk, **finish).then(done)
    given(*talked, done).when(rules.finish_talk, **finish).refused("talks.done_already")
    given(*talked).when(rules.finish_talk, **{**finish, "by": "child"}).refused("check_ins.not_here", NotFound)


WHO = st.sampled_from(["grandmother", "father", "mother", "child", None])
STEPS = st.one_of(
    st.tuples(st.just("check_in"), WHO, st.sampled_from(list(Report)), st.integers(0, 2)),
    st.tuples(st.sampled_from(["confirm_report", "unconfirm_report", "take_back_check_in"]), WHO, st.integers(0, 5)),
    st.tuples(st.just("agree_talk"), WHO, st.integers(0, 5)),
)


@settings(max_examples=60, deadline=None)
@any_of(st.lists(STEPS, max_size=12))
def test_whatever_people_do_it_climbs_only_by_what_somebody_else_confirmed(steps: list[Any]) -> None:
    events: list[e.Event] = list(PLAN)
    today = TODAY + timedelta(days=2)
    for number, (verb, who, *more) in enumerate(steps):
        board = board_of(*events)
        ids = [*board.check_ins, "none"]
        try:
            if verb == "check_in":
                how, day = more
                fields = {"how": how, "words": None, "on": TODAY + timedelta(days=day), "today": today}
                fact = rules.check_in(board, check_in=f"C{number}", agreement="A1", person=str(who), **fields)
            elif verb == "agree_talk":
                about = {"check_in": ids[more[0] % len(ids)], "by": who, "speaks": "mother", "to": None, "on": today}
                fact = rules.agree_talk(board, talk=f"T{number}", **about)
            else:
                fact = getattr(rules, verb)(board, check_in=ids[more[0] % len(ids)], person=who)
        except (rules.DomainError, NotFound, NotAllowed):
            continue
        events.append(fact)
    board = replay(journal(*events))
    said = board.check_ins.values()
    assert len({(one.person, one.on) for one in said}) == len(said)
    confirmed = {one.id for one in said if one.confirmed}
    assert {one.check_in for one in board.agreements["A1"].proven} == confirmed
    assert board.agreements["A1"].worked == len(confirmed)
    for one in board.agreements["A1"].proven:
        assert one.noted_by in {"mother", "desk"}
        assert one.noted_by != one.told_by
