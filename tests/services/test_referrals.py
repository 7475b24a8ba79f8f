"""Referring: what must be known before anyone is invited, and whose it is."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sos_core.access.actor import Staff
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import Together
from sos_core.services.conferences import conference, conferences, take
from sos_core.services.referrals import judge_together, record_referral, referrals
from tests.builders import Meeting, Office, line_form, referral_form


def refused(key: str, act, error: type[DomainError] = DomainError) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DomainError) as refusal:
        act()
    assert refusal.value.key == key
    assert type(refusal.value) is error


def test_a_whole_referral_can_be_taken_by_a_facilitator(office: Office) -> None:
    referral = office.referral()
    card = referrals(office.house, office.referrer)[0]
    assert (card.id, card.alias, card.children) == (referral, "Familie Eekhoorn", (("Sem", 7), ("Noor", 4)))
    assert card.lines == (line_form(),)
    assert card.blocks == ()
    taken = take(office.house, office.facilitator, referral)
    assert referrals(office.house, office.referrer)[0].conference == taken


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"mapped": False}, "referral.not_mapped"),
        ({"together": None}, "referral.not_judged"),
        ({"together": Together.NOT_NOW}, "referral.not_now"),
        ({"mapped": False, "together": None}, "referral.not_mapped"),
    ],
)
def test_what_is_not_known_blocks_the_conference(office: Office, changes: dict[str, Any], key: str) -> None:
    referral = office.referral(**changes)
    assert referrals(office.house, office.coordinator)[0].blocks[0] == key
    refused(key, lambda: take(office.house, office.facilitator, referral))
    assert conferences(office.house, office.facilitator) == []


def test_once_it_is_mapped_and_judged_it_can_be_taken(office: Office) -> None:
    referral = office.referral(mapped=False, together=None)
    judged = {"together": Together.SEPARATE, "by": "Jo", "why": "Om de beurt.", "mapped": True}
    judge_together(office.house, office.referrer, referral, **judged)
    card = referrals(office.house, office.referrer)[0]
    assert (card.together, card.together_by, card.together_why) == (Together.SEPARATE, "Jo", "Om de beurt.")
    assert take(office.house, office.facilitator, referral)


def test_a_judgement_has_a_reason_and_a_name(office: Office) -> None:
    referral = office.referral(together=None)
    judged = {"together": Together.TOGETHER, "by": "Jo", "why": "Om de beurt.", "mapped": True}
    for missing in ("by", "why"):
        refused(
            "words.empty",
            lambda missing=missing: judge_together(
                office.house, office.referrer, referral, **{**judged, missing: "  "}
            ),
        )
    assert referrals(office.house, office.referrer)[0].together is None


def test_only_who_may_read_a_referral_judges_it(office: Office) -> None:
    judged = {"together": Together.NOT_NOW, "by": "Jo", "why": "Te gevaarlijk.", "mapped": True}
    free = office.referral()
    judge = judge_together
    refused("referral.not_here", lambda: judge(office.house, office.other_referrer, free, **judged), NotFound)
    refused("policy.not_yours", lambda: judge(office.house, office.administrator, free, **judged), NotAllowed)
    refused("referral.not_here", lambda: judge(office.house, office.referrer, "elsewhere", **judged), NotFound)
    taken = office.referral()
    take(office.house, office.facilitator, taken)
    refused("referral.not_here", lambda: judge(office.house, office.other_facilitator, taken, **judged), NotFound)
    judge(office.house, office.facilitator, taken, **judged)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"alias": "  "}, "words.empty"),
        ({"alias": "Gezin 123456782"}, "referral.no_bsn"),
        ({"alias": "12345678"}, "referral.no_bsn"),
        ({"alias": "x" * 61}, "words.too_long"),
        ({"children": ()}, "referral.no_children"),
        ({"children": (("", 4),)}, "words.empty"),
        ({"children": (("Sem", -1),)}, "referral.age"),
        ({"children": (("Sem", 24),)}, "referral.age"),
        ({"reason_words": ""}, "words.empty"),
        ({"reason_words": "x" * 4001}, "words.too_long"),
        ({"together_by": ""}, "words.empty"),
        ({"together_why": " "}, "words.empty"),
        ({"lines": ()}, "referral.no_bottom_lines"),
        ({"lines": (line_form(), line_form(trigger=" "))}, "referral.line_not_whole"),
        ({"lines": (line_form(escalation_within=""),)}, "referral.line_not_whole"),
        ({"lines": (line_form(criterion="a\x00"),)}, "words.unreadable"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_and_nothing_is_kept(
    office: Office, changes: dict[str, Any], key: str
) -> None:
    refused(key, lambda: office.referral(**changes))
    assert referrals(office.house, office.coordinator) == []


def test_a_house_number_is_no_citizens_number(office: Office) -> None:
    assert office.referral(alias="Gezin 1234567 of 1234567890")


@pytest.mark.parametrize("who", ["facilitator", "administrator"])
def test_who_does_not_refer_records_no_referral(office: Office, who: str) -> None:
    actor = getattr(office, who)
    refused("policy.not_yours", lambda: record_referral(office.house, actor, referral_form()), NotAllowed)


def test_a_referral_sent_again_with_its_key_is_the_same_family(office: Office) -> None:
    def send(actor: Staff, key: str | None) -> str:
        return record_referral(office.house, actor, referral_form(), key=key)

    first = send(office.referrer, "once")
    assert send(office.referrer, "once") == first
    assert send(office.other_referrer, "once") != first
    assert send(office.referrer, "twice") != first
    assert len({send(office.referrer, None), send(office.referrer, None)}) == 2
    assert len(referrals(office.house, office.coordinator)) == 5


def test_a_double_click_at_the_same_moment_makes_one_family(office: Office) -> None:
    with ThreadPoolExecutor(4) as clicks:
        made = set(
            clicks.map(lambda _: record_referral(office.house, office.referrer, referral_form(), key="k"), range(8))
        )
    assert made == {card.id for card in referrals(office.house, office.coordinator)}
    assert len(made) == 1


def test_a_guest_sees_and_records_no_referral(meeting: Meeting) -> None:
    guest = meeting.guest(meeting.admitted("Riet"))
    refused("policy.not_yours", lambda: record_referral(meeting.house, guest, referral_form()), NotAllowed)
    assert referrals(meeting.house, guest) == []
    assert conferences(meeting.house, guest) == []


def test_each_sees_the_own_referrals_the_newest_first(office: Office) -> None:
    first = office.referral()
    office.clock.forward(days=1)
    second = record_referral(office.house, office.other_referrer, referral_form(alias="Familie Das"))
    seen = {
        who: [card.id for card in referrals(office.house, getattr(office, who))]
        for who in ("referrer", "other_referrer", "coordinator", "facilitator", "administrator")
    }
    assert seen == {
        "referrer": [first],
        "other_referrer": [second],
        "coordinator": [second, first],
        "facilitator": [second, first],
        "administrator": [],
    }
    take(office.house, office.facilitator, first)
    assert [card.id for card in referrals(office.house, office.other_facilitator)] == [second]


def test_a_referral_is_taken_once(office: Office) -> None:
    referral = office.referral()
    take(office.house, office.facilitator, referral)
    refused("referral.taken", lambda: take(office.house, office.other_facilitator, referral))
    refused("referral.not_here", lambda: take(office.house, office.facilitator, "elsewhere"), NotFound)
    refused("policy.not_yours", lambda: take(office.house, office.referrer, referral), NotAllowed)


def test_a_conference_is_found_by_those_who_work_on_it(office: Office, meeting: Meeting) -> None:
    other = office.meeting(facilitator=office.other_facilitator)
    seen = {
        who: {card.id for card in conferences(office.house, getattr(office, who))}
        for who in ("facilitator", "other_facilitator", "coordinator", "referrer", "other_referrer", "administrator")
    }
    assert seen == {
        "facilitator": {meeting.conference},
        "other_facilitator": {other.conference},
        "coordinator": {meeting.conference, other.conference},
        "referrer": {meeting.conference, other.conference},
        "other_referrer": set(),
        "administrator": set(),
    }
    assert conference(office.house, office.facilitator, meeting.conference).alias == "Familie Eekhoorn"
    for who in (office.other_facilitator, office.other_referrer, office.administrator):
        refused(
            "conference.not_here",
            lambda who=who: conference(office.house, who, meeting.conference),
            NotFound,
        )


def test_the_bottom_lines_of_the_referral_stand_on_the_board(office: Office) -> None:
    meeting = office.meeting(lines=(line_form(criterion="Eerst dit."), line_form(criterion="Dan dat.")))
    lines = meeting.desk()["lines"].values()
    assert [line["criterion"] for line in lines] == ["Eerst dit.", "Dan dat."]
    assert [line["holds"] for line in lines] == [None, None]
