"""The safety-net check of a referral: looked at before a conference is taken, decided by a person, and never forced."""

from typing import Any

import pytest
from sqlmodel import select

from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.safety_net import Circle, Known, NetOutcome
from sos_core.services.conferences import take
from sos_core.services.house import new_id
from sos_core.services.net_form import CheckForm, MeasureForm, NetPersonForm
from sos_core.services.referrals import referrals
from sos_core.services.safety_net import (
    MOST,
    decide_on_net,
    keep_measure,
    keep_net_person,
    mark_measure,
    place_net_person,
    remove_measure,
    remove_net_person,
    safety_net,
)
from sos_core.store.tables import Words
from tests.builders import Meeting, Office
from tests.services.test_referrals import refused

YES = dict.fromkeys(("reachable", "knows", "willing", "dares"), Known.YES)
MEASURE = MeasureForm(who="Jo", what="Zoekt een pleegoma.", when="Voor 1 december.")


def person(name: str = "Riet", **other: Any) -> NetPersonForm:
    usual: dict[str, Any] = {"relation": "oma", "circle": Circle.INNER, "informal": True}
    return NetPersonForm(**{"name": name, **usual, **other})


def add(office: Office, referral: str, by: Actor | None = None, **about: Any) -> str:
    one = new_id()
    keep_net_person(office.house, by or office.referrer, referral, one, person(**about))
    return one


def decide(
    office: Office, referral: str, outcome: NetOutcome, *, actor: Actor | None = None, key: str = "", **about: Any
) -> None:
    form = CheckForm(outcome=outcome, **{"why": "Zo kwam het uit.", "by": "Jo, jeugdbeschermer", **about})
    decide_on_net(office.house, actor or office.referrer, referral, form, key=key or new_id())


def blocked(office: Office) -> tuple[str, ...]:
    return referrals(office.house, office.referrer)[0].blocks


# -- before a conference ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [{"lvb": True}, {"net_wanted": True}])
def test_a_net_that_nobody_looked_at_blocks_the_conference(office: Office, asked: dict[str, bool]) -> None:
    referral = office.referral(**asked)
    assert blocked(office) == ("referral.net_not_checked",)
    refused("referral.net_not_checked", lambda: take(office.house, office.facilitator, referral))
    decide(office, referral, NetOutcome.YES)
    assert blocked(office) == ()
    assert take(office.house, office.facilitator, referral)


def test_without_lvb_and_unasked_the_net_is_not_waited_for(office: Office) -> None:
    assert take(office.house, office.facilitator, office.referral())


def test_where_there_is_no_net_other_measures_are_written_down_and_no_conference_is_forced(office: Office) -> None:
    referral = office.referral(lvb=True)
    decide(office, referral, NetOutcome.NO)
    assert blocked(office) == ("referral.no_measures",)
    keep_measure(office.house, office.referrer, referral, new_id(), MEASURE)
    assert blocked(office) == ("referral.no_net",)
    refused("referral.no_net", lambda: take(office.house, office.facilitator, referral))
    assert referrals(office.house, office.referrer)[0].net is NetOutcome.NO


def test_a_no_counts_for_a_family_without_lvb_too(office: Office) -> None:
    referral = office.referral()
    decide(office, referral, NetOutcome.NO)
    refused("referral.no_measures", lambda: take(office.house, office.facilitator, referral))


def test_the_newest_word_counts_and_the_one_before_can_be_read(office: Office) -> None:
    referral = office.referral(lvb=True)
    decide(office, referral, NetOutcome.NO)
    office.clock.forward(days=9)
    decide(office, referral, NetOutcome.YES_IF, condition="Mo kent de zorgen.")
    checks = safety_net(office.house, office.referrer, referral).checks
    assert [check.outcome for check in checks] == [NetOutcome.YES_IF, NetOutcome.NO]
    assert (checks[0].condition, checks[0].why, checks[0].by) == (
        "Mo kent de zorgen.",
        "Zo kwam het uit.",
        "Jo, jeugdbeschermer",
    )
    assert blocked(office) == ()


def test_with_a_conference_the_net_is_looked_at_again_and_what_runs_goes_on(office: Office) -> None:
    referral = office.referral()
    take(office.house, office.facilitator, referral)
    decide(office, referral, NetOutcome.NO, actor=office.facilitator)
    assert blocked(office) == ()
    assert referrals(office.house, office.referrer)[0].net is NetOutcome.NO


# -- who is around ----------------------------------------------------------------------------------------------------


def test_people_stand_in_circles_the_nearest_first_and_the_rule_looks_at_them(office: Office) -> None:
    referral = office.referral(lvb=True)
    add(office, referral, name="Juf", informal=False, circle=Circle.OUTER)
    riet = add(office, referral, name="Riet", circle=Circle.MIDDLE, **YES)
    mo = add(office, referral, name="Mo", relation="", **{**YES, "knows": Known.NO})
    net = safety_net(office.house, office.referrer, referral)
    assert [(one.name, one.circle) for one in net.people] == [
        ("Mo", Circle.INNER),
        ("Riet", Circle.MIDDLE),
        ("Juf", Circle.OUTER),
    ]
    assert (net.advice.says, net.advice.carry, net.advice.could) == (NetOutcome.YES_IF, (riet,), (mo,))
    place_net_person(office.house, office.referrer, referral, mo, Circle.OUTER)
    assert [one.name for one in safety_net(office.house, office.facilitator, referral).people] == ["Riet", "Juf", "Mo"]


def test_written_again_with_the_same_id_it_is_the_same_person(office: Office) -> None:
    referral = office.referral()
    one = add(office, referral)
    keep_net_person(office.house, office.referrer, referral, one, person("Rita", **YES))
    (kept,) = safety_net(office.house, office.referrer, referral).people
    assert (kept.id, kept.name, kept.around.dares) == (one, "Rita", Known.YES)


def test_who_is_taken_out_leaves_no_word_behind(office: Office) -> None:
    referral = office.referral()
    with office.house.store.reading() as session:
        before = set(session.exec(select(Words.text)))
    one, measure = add(office, referral), new_id()
    keep_measure(office.house, office.referrer, referral, measure, MEASURE)
    remove_net_person(office.house, office.referrer, referral, one)
    remove_net_person(office.house, office.referrer, referral, one)
    remove_measure(office.house, office.referrer, referral, measure)
    with office.house.store.reading() as session:
        assert set(session.exec(select(Words.text))) == before
    refused(
        "net.not_here", lambda: place_net_person(office.house, office.referrer, referral, one, Circle.INNER), NotFound
    )


def test_every_text_of_the_check_is_words_of_the_referral(office: Office) -> None:
    referral = office.referral()
    add(office, referral, name="ZqName", relation="ZqRelation")
    decide(office, referral, NetOutcome.YES_IF, condition="ZqIf.", why="ZqWhy.", by="ZqBy")
    texts = MeasureForm(who="ZqWho", what="ZqWhat", when="ZqWhen")
    keep_measure(office.house, office.referrer, referral, new_id(), texts)
    with office.house.store.reading() as session:
        found = set(session.exec(select(Words.text).where(Words.referral == referral)))
    assert {"ZqName", "ZqRelation", "ZqIf.", "ZqWhy.", "ZqBy", "ZqWho", "ZqWhat", "ZqWhen"} <= found


# -- measures ---------------------------------------------------------------------------------------------------------


def test_a_measure_is_changed_and_marked_as_done(office: Office) -> None:
    referral, one = office.referral(), new_id()
    keep_measure(office.house, office.referrer, referral, one, MEASURE)
    mark_measure(office.house, office.referrer, referral, one, done=True)
    again = MeasureForm(who="Jo", what="Vraagt de buren.", when="Morgen.")
    keep_measure(office.house, office.referrer, referral, one, again)
    (kept,) = safety_net(office.house, office.coordinator, referral).measures
    assert (kept.what, kept.when, kept.done) == ("Vraagt de buren.", "Morgen.", True)


# -- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "key"),
    [
        ({"name": " "}, "words.empty"),
        ({"name": "x" * 61}, "words.too_long"),
        ({"name": "Riet 123456782"}, "referral.no_bsn"),
        ({"relation": "oma, 123456782"}, "referral.no_bsn"),
    ],
)
def test_somebody_without_a_name_or_with_a_number_is_not_kept(office: Office, about: dict[str, str], key: str) -> None:
    referral = office.referral()
    refused(key, lambda: add(office, referral, **about))
    assert safety_net(office.house, office.referrer, referral).people == ()


@pytest.mark.parametrize(
    ("outcome", "about", "key"),
    [
        (NetOutcome.YES, {"why": " "}, "words.empty"),
        (NetOutcome.NO, {"by": ""}, "words.empty"),
        (NetOutcome.YES_IF, {}, "net.if_what"),
        (NetOutcome.YES, {"why": "Zie 123456782."}, "referral.no_bsn"),
    ],
)
def test_a_decision_has_a_reason_and_a_person(
    office: Office, outcome: NetOutcome, about: dict[str, str], key: str
) -> None:
    referral = office.referral(lvb=True)
    refused(key, lambda: decide(office, referral, outcome, **about))
    assert blocked(office) == ("referral.net_not_checked",)


def test_a_measure_says_who_what_and_when(office: Office) -> None:
    referral = office.referral()
    half = MeasureForm(who="Jo", what="Belt.", when=" ")
    refused("net.measure_not_whole", lambda: keep_measure(office.house, office.referrer, referral, new_id(), half))


def test_a_double_click_decides_once(office: Office) -> None:
    referral = office.referral()
    for _ in range(2):
        decide(office, referral, NetOutcome.YES, key="once")
    assert len(safety_net(office.house, office.referrer, referral).checks) == 1


def test_there_is_room_for_so_many_people(office: Office) -> None:
    referral = office.referral()
    for _ in range(MOST):
        last = add(office, referral)
    refused("net.too_many", lambda: add(office, referral))
    keep_net_person(office.house, office.referrer, referral, last, person("Nog steeds"))


# -- whose it is ------------------------------------------------------------------------------------------------------


def everything(office: Office, actor: Actor, referral: str, one: str) -> dict[str, Any]:
    house = office.house
    return {
        "read": lambda: safety_net(house, actor, referral),
        "keep": lambda: keep_net_person(house, actor, referral, one, person()),
        "place": lambda: place_net_person(house, actor, referral, one, Circle.OUTER),
        "decide": lambda: decide(office, referral, NetOutcome.YES, actor=actor),
        "measure": lambda: keep_measure(house, actor, referral, "m", MEASURE),
        "mark": lambda: mark_measure(house, actor, referral, "m", done=True),
        "remove measure": lambda: remove_measure(house, actor, referral, "m"),
        "remove": lambda: remove_net_person(house, actor, referral, one),
    }


@pytest.mark.parametrize("who", ["referrer", "coordinator", "facilitator"])
def test_who_may_judge_the_referral_looks_at_its_net(office: Office, who: str) -> None:
    referral = office.referral()
    one = add(office, referral)
    for act in everything(office, getattr(office, who), referral, one).values():
        act()
    assert safety_net(office.house, getattr(office, who), referral).may_change


@pytest.mark.parametrize(
    ("who", "key", "error"),
    [
        ("other_referrer", "referral.not_here", NotFound),
        ("other_facilitator", "referral.not_here", NotFound),
        ("administrator", "policy.not_yours", NotAllowed),
        ("guest", "policy.not_yours", NotAllowed),
    ],
)
def test_to_others_it_is_not_there(
    office: Office, meeting: Meeting, who: str, key: str, error: type[DomainError]
) -> None:
    actor = meeting.guest(meeting.admitted("Riet")) if who == "guest" else getattr(office, who)
    referral = referrals(office.house, office.facilitator)[0].id
    one = add(office, referral)
    for act in everything(office, actor, referral, one).values():
        refused(key, act, error)
    assert len(safety_net(office.house, office.referrer, referral).people) == 1


def test_who_leads_too_reads_the_net_and_changes_nothing(office: Office, meeting: Meeting) -> None:
    meeting.do("ask_in", name=office.other_facilitator.name)
    referral = referrals(office.house, office.facilitator)[0].id
    one = add(office, referral)
    acts = everything(office, office.other_facilitator, referral, one)
    assert not acts.pop("read")().may_change
    for act in acts.values():
        refused("policy.not_yours", act, NotAllowed)


def test_somebody_of_another_family_is_nobody_here(office: Office) -> None:
    one, other = office.referral(), office.referral(alias="Familie Das")
    riet = add(office, one)
    for act in (
        lambda: keep_net_person(office.house, office.referrer, other, riet, person("Rita")),
        lambda: place_net_person(office.house, office.referrer, other, riet, Circle.OUTER),
        lambda: remove_net_person(office.house, office.referrer, other, riet),
    ):
        refused("net.not_here", act, NotFound)
    assert safety_net(office.house, office.referrer, one).people[0].name == "Riet"
