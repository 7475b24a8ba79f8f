"""What the rule says of a family's safety net: two informal people who carry it, or may; else other measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_core.domain.safety_net import (
    AT_LEAST,
    CAN_BE_MENDED,
    Around,
    Known,
    NetOutcome,
    NetQuestion,
    advise_on_net,
)

YES, NO, UNKNOWN = Known.YES, Known.NO, Known.UNKNOWN
answers = st.sampled_from(Known)
people = st.lists(
    st.builds(Around, st.uuids().map(str), st.booleans(), answers, answers, answers, answers),
    max_size=6,
    unique_by=lambda one: one.id,
)


def carrier(name: str, **other: object) -> Around:
    return Around(**{"id": name, "informal": True, **dict.fromkeys(NetQuestion, YES), **other})  # type: ignore[arg-type]


def test_two_who_are_reachable_know_are_willing_and_dare_are_a_net() -> None:
    advice = advise_on_net([carrier("riet"), carrier("mo")])
    assert (advice.says, advice.carry, advice.open) == (NetOutcome.YES, ("riet", "mo"), ())


def test_one_who_still_has_to_be_told_the_worries_is_a_yes_if() -> None:
    advice = advise_on_net([carrier("riet"), carrier("mo", knows=NO)])
    assert (advice.says, advice.could) == (NetOutcome.YES_IF, ("mo",))
    assert advice.open == (("mo", NetQuestion.KNOWS),)


@pytest.mark.parametrize("question", sorted(set(NetQuestion) - CAN_BE_MENDED))
def test_a_no_that_is_somebodys_own_is_not_counted_on(question: NetQuestion) -> None:
    advice = advise_on_net([carrier("riet"), carrier("mo", **{question: NO})])
    assert (advice.says, advice.could, advice.open) == (NetOutcome.NO, (), ())


def test_professionals_are_no_net_however_many_there_are() -> None:
    assert advise_on_net([carrier("riet"), *(carrier(f"p{n}", informal=False) for n in range(9))]).says is NetOutcome.NO


def test_while_nobody_of_the_own_network_is_written_down_the_rule_says_nothing() -> None:
    assert advise_on_net([]).says is None
    assert advise_on_net([carrier("juf", informal=False)]).says is None


@given(people)
def test_a_yes_rests_on_two_of_whom_everything_is_known_to_be_yes(around: list[Around]) -> None:
    advice = advise_on_net(around)
    own = {one.id: one for one in around if one.informal}
    assert all(own[one].answer(question) is YES for one in advice.carry for question in NetQuestion)
    assert (advice.says is NetOutcome.YES) == (len(advice.carry) >= AT_LEAST)
    assert advice.says is not NetOutcome.YES_IF or len(advice.carry) + len(advice.could) >= AT_LEAST
    assert {one for one, _ in advice.open} == set(advice.could)
    assert not set(advice.carry) & set(advice.could)


@given(people, st.tuples(answers, answers, answers, answers))
def test_somebody_more_never_makes_it_less(around: list[Around], said: tuple[Known, Known, Known, Known]) -> None:
    order = [None, NetOutcome.NO, NetOutcome.YES_IF, NetOutcome.YES]
    before, after = advise_on_net(around), advise_on_net([*around, Around("new", True, *said)])
    assert order.index(after.says) >= order.index(before.says)


@given(people)
def test_the_order_in_which_they_were_written_down_changes_nothing(around: list[Around]) -> None:
    assert advise_on_net(around).says is advise_on_net(reversed(around)).says
