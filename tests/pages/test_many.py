"""Pages of who has very many families: one is loaded by its address, or looked for by its alias; never all of them."""

from __future__ import annotations

import pytest

from pages import staff as staff_pages
from sos_core.domain.errors import NotFound
from sos_core.services.conferences import conferences
from sos_core.services.referrals import referral, referrals
from tests.builders import Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_referrals import refused


@pytest.fixture
def three(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two are as many as fit in a list here. The ids of three conferences."""
    monkeypatch.setattr(staff_pages, "MOST_CHOICES", 2)
    return [office.meeting(library=None, alias=f"Familie {name}").conference for name in ("Uil", "Das", "Mus")]


def test_the_plan_of_an_address_is_shown_though_it_is_not_among_the_newest(
    visit: Visit, office: Office, three: list[str]
) -> None:
    at = visit(office.coordinator, "plan", conference=three[0])
    choice = at.selectbox[0]
    assert (at.query_params["conference"], choice.options) == (three[0], ["Familie Uil", "Familie Mus", "Familie Das"])


def test_one_is_looked_for_by_a_part_of_its_alias(visit: Visit, office: Office, three: list[str]) -> None:
    at = visit(office.coordinator, "plan")
    assert at.selectbox[0].options == ["Familie Mus", "Familie Das"]
    at.text_input(key="sought-conference").input("uIL").run()
    assert at.selectbox[0].options == ["Familie Mus", "Familie Uil"]
    at.selectbox[0].select_index(1).run()
    assert at.query_params["conference"] == three[0]
    at.text_input(key="sought-conference").input("niemand").run()
    assert not at.exception
    assert "Niets gevonden" in drawn(at)
    assert at.query_params["conference"] == three[0]


def test_who_has_few_looks_for_nothing(visit: Visit, office: Office) -> None:
    for name in ("Uil", "Das"):
        office.meeting(library=None, alias=f"Familie {name}")
    at = visit(office.coordinator, "plan")
    assert at.selectbox[0].options == ["Familie Das", "Familie Uil"]
    assert "Zoek een gezin" not in [box.label for box in at.text_input]


def test_an_address_that_is_not_ones_own_shows_ones_own(visit: Visit, office: Office, three: list[str]) -> None:
    other = office.meeting(library=None, facilitator=office.other_facilitator, alias="Familie Els")
    at = visit(office.other_facilitator, "plan", conference=three[0])
    assert "Familie Els" in drawn(at)
    assert at.query_params["conference"] == other.conference


def test_the_desk_opens_for_an_old_conference_too(visit: Visit, office: Office, three: list[str]) -> None:
    at = visit(office.facilitator, "desk", conference=three[0])
    assert "Kies eerst een conferentie" not in drawn(at)
    assert at.query_params["conference"] == three[0]


def test_conferences_are_found_by_a_part_of_the_alias_at_most_so_many_and_the_newest_first(office: Office) -> None:
    for name in ("Uil", "Das", "Muil"):
        office.meeting(library=None, alias=f"Familie {name}")
    found = conferences(office.house, office.coordinator, text="UIL")
    assert [card.alias for card in found] == ["Familie Muil", "Familie Uil"]
    assert [card.alias for card in conferences(office.house, office.coordinator, most=1)] == ["Familie Muil"]
    assert conferences(office.house, office.coordinator, text="%") == []
    assert conferences(office.house, office.other_facilitator, text="uil") == []


def test_referrals_go_on_from_the_one_before_and_are_with_or_without_a_conference(office: Office) -> None:
    families = [office.referral(alias=f"Familie {name}") for name in ("Uil", "Das", "Mus")]
    office.meeting(library=None, alias="Familie Els")
    at = (office.house, office.coordinator)
    assert [card.id for card in referrals(*at, taken=False, most=2)] == [families[2], families[1]]
    assert [card.id for card in referrals(*at, taken=False, before=families[1])] == [families[0]]
    assert [card.alias for card in referrals(*at, taken=True)] == ["Familie Els"]
    assert [card.alias for card in referrals(*at, text="mus")] == ["Familie Mus"]


def test_one_referral_is_read_by_who_may_read_it(office: Office) -> None:
    family = office.referral(alias="Familie Uil")
    for who in ("referrer", "facilitator", "coordinator"):
        assert referral(office.house, getattr(office, who), family).alias == "Familie Uil"
    refused("referral.not_here", lambda: referral(office.house, office.other_referrer, family), NotFound)
    refused("referral.not_here", lambda: referral(office.house, office.coordinator, "nergens"), NotFound)


def test_the_page_of_referrals_goes_on_to_what_is_older_and_finds_one_by_its_alias(
    visit: Visit, office: Office
) -> None:
    for number in range(27):
        office.referral(alias=f"Gezin {number:02}")
    at = visit(office.coordinator, "referrals")
    first = drawn(at)
    assert [f"Gezin {number}" in first for number in ("26", "02", "01")] == [True, True, False]
    before = first.rpartition("/referrals?free=")[2].partition('"')[0]
    older = drawn(visit(office.coordinator, "referrals", free=before))
    assert [f"Gezin {number}" in older for number in ("02", "01", "00")] == [False, True, True]
    at.text_input[0].input("gezin 00").run()
    assert ("Gezin 00" in drawn(at), "Gezin 26" in drawn(at)) == (True, False)
    assert at.query_params["text"] == "gezin 00"
    at.text_input[0].input("niemand").run()
    assert "Niets gevonden" in drawn(at)
