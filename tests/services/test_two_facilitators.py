"""Two who lead one conference: the second is asked in by the first, may do the same, and is let go again."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import Together
from sos_core.services.conferences import conferences
from sos_core.services.referrals import judge_together, referrals
from sos_core.services.seeing import eyes_of, leads
from tests.builders import Meeting, Office


def test_the_second_leads_as_the_first_does_until_the_first_leads_alone_again(office: Office, meeting: Meeting) -> None:
    second = office.other_facilitator
    with pytest.raises(NotFound):
        eyes_of(office.house, second, meeting.conference)
    meeting.do("ask_in", name=second.name)
    assert [one.id for one in conferences(office.house, second)] == [meeting.conference]
    assert leads(office.house, second, meeting.conference)
    riet = meeting.admitted("Riet")
    card = meeting.say(riet, "worry")
    meeting.do("put_on_board", second, card=card, named=True)
    assert meeting.desk()["undo"]["kind"] == "card_put_on_board"
    meeting.do("undo")  # a step of either is undone by either
    meeting.do("redo", second)
    with pytest.raises(NotAllowed):
        meeting.do("ask_in", second, name="")
    meeting.do("ask_in", name="")
    assert not leads(office.house, second, meeting.conference)
    assert conferences(office.house, second) == []
    with pytest.raises(NotFound):
        meeting.do("undo", second)


def test_the_second_reads_the_referral_and_leaves_its_judgement_alone(office: Office, meeting: Meeting) -> None:
    second = office.other_facilitator
    assert referrals(office.house, second) == []
    meeting.do("ask_in", name=second.name)
    (card,) = referrals(office.house, second)
    assert card.conference == meeting.conference
    assert card.lines == referrals(office.house, office.facilitator)[0].lines
    judged = {"together": Together.NOT_NOW, "by": "Frits", "why": "Ik denk het.", "mapped": True}
    with pytest.raises(NotAllowed):
        judge_together(office.house, second, card.id, **judged)
    meeting.do("ask_in", name="")
    assert referrals(office.house, second) == []


def test_only_a_facilitator_is_asked_in_and_not_oneself(office: Office, meeting: Meeting) -> None:
    for name, key in (
        (office.coordinator.name, "account.no_such_facilitator"),
        ("Niemand", "account.no_such_facilitator"),
        (office.facilitator.name, "account.leads_already"),
    ):
        with pytest.raises(DomainError) as refusal:
            meeting.do("ask_in", name=name)
        assert refusal.value.key == key
