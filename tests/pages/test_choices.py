"""Two Jans, two families with one alias: what is chosen is what was meant."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pages.choices import told_apart
from sos_core.domain.safety_net import Known
from sos_core.services.house import new_id
from sos_core.services.safety_net import safety_net
from tests.builders import Office
from tests.pages.conftest import Visit
from tests.pages.test_prepare_page import field, press
from tests.services.test_safety_net import add

PAGES = Path(__file__).parents[2] / "pages"
OF_OUR_OWN_WORDS = {"choices.py", "evaluation.py", "invited.py", "plan.py"}
"""Where a list of fixed words is chosen from, which differ by themselves: weeks, roles, the numbers of versions."""


@given(st.lists(st.sampled_from(["Jan", "jan", "Jan · 0001", "Riet", ""]), max_size=8))
def test_no_two_choices_read_the_same(names: list[str]) -> None:
    words = {new_id(): name for name in names}
    told = told_apart(words)
    assert list(told) == list(words)
    assert len({text.casefold() for text in told.values()}) == len(words)
    assert all(told[key].startswith(text) for key, text in words.items())


@given(st.lists(st.sampled_from(["Jan", "Riet"]), max_size=5))
def test_what_a_second_one_reads_as_stays_when_a_third_comes(more: list[str]) -> None:
    jans = {new_id(): "Jan", new_id(): "Jan"}
    later = told_apart({**{new_id(): name for name in more}, **jans})
    assert {key: later[key] for key in jans} == told_apart(jans)


def test_of_two_families_with_one_alias_the_one_in_the_address_is_acted_on(visit: Visit, office: Office) -> None:
    meetings = [office.meeting(alias="Familie Zelfde") for _ in range(3)]
    for meant in meetings:
        at = visit(office.facilitator, "prepare", conference=meant.conference)
        press(at.run(), "Doe de deur dicht")
        assert [one.now.board.door_open for one in meetings] == [one is not meant for one in meetings]
        meant.do("open_door")


def test_of_two_jans_around_a_family_the_one_that_was_chosen_is_asked_about(visit: Visit, office: Office) -> None:
    referral = office.referral()
    first, second = (add(office, referral, name="Jan", relation="oom") for _ in range(2))
    at = visit(office.referrer, "net", referral=referral)
    field(at.selectbox, "Over wie gaat het?").select(first).run()
    next(radio for radio in at.radio if radio.label.startswith("Durft deze persoon")).set_value(Known.NO)
    press(at, "Bewaar")
    dares = {one.id: one.around.dares for one in safety_net(office.house, office.referrer, referral).people}
    assert dares[first] is Known.NO
    assert dares[second] is not Known.NO


def test_lists_of_what_people_named_themselves_are_made_in_one_place() -> None:
    own = {
        file.name
        for file in PAGES.rglob("*.py")
        if re.search(r"\.(selectbox|multiselect|pills|segmented_control)\(", file.read_text(encoding="utf-8"))
    }
    assert own <= OF_OUR_OWN_WORDS
