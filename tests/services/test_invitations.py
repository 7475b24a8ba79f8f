"""Who stands in the family's safety net is asked to come with one tap, under the same name, and once."""

import pytest

from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.safety_net import Circle
from sos_core.services.house import new_id
from sos_core.services.invitations import net_to_invite
from sos_core.services.safety_net import NetPersonForm, keep_net_person
from sos_core.store.tables import Conference, Person
from tests.builders import Meeting


def referral_of(meeting: Meeting) -> str:
    with meeting.house.store.reading() as session:
        return session.get_one(Conference, meeting.conference).referral


def around(meeting: Meeting, name: str = "Riet", *, id: str = "", informal: bool = True, relation: str = "oma") -> str:  # noqa: A002
    person = id or new_id()
    form = NetPersonForm(name=name, relation=relation, circle=Circle.INNER, informal=informal)
    keep_net_person(meeting.house, meeting.facilitator, referral_of(meeting), person, form)
    return person


def proposed(meeting: Meeting) -> list[tuple[str, str | None, str, bool]]:
    found = net_to_invite(meeting.house, meeting.facilitator, meeting.conference)
    return [(one.name, one.relation, one.role, one.namesake) for one in found]


def test_each_is_proposed_with_a_role_and_comes_over_by_the_same_name_once(meeting: Meeting) -> None:
    riet, _ = around(meeting), around(meeting, "Juf Els", informal=False, relation="")
    assert proposed(meeting) == [("Riet", "oma", "network", False), ("Juf Els", None, "professional", False)]
    assert meeting.do("invite_from_net", person=riet, role="network") == riet
    desk = meeting.desk()["people"][riet]
    assert (desk["name"], desk["relation"], desk["role"], desk["state"]) == ("Riet", "oma", "network", "invited")
    assert [name for name, *_ in proposed(meeting)] == ["Juf Els"]
    with pytest.raises(DomainError, match=r"invitations.already"):
        meeting.do("invite_from_net", person=riet, role="network")
    assert [one["name"] for one in meeting.desk()["people"].values()] == ["Riet"]


def test_who_was_taken_off_the_list_can_come_over_again(meeting: Meeting) -> None:
    riet = around(meeting)
    meeting.do("invite_from_net", person=riet, role="network")
    meeting.do("withdraw_invitation", person=riet)
    assert [name for name, *_ in proposed(meeting)] == ["Riet"]
    meeting.do("invite_from_net", person=riet, role="professional")
    assert meeting.desk()["people"][riet]["name"] == "Riet"


def test_somebody_with_the_same_name_is_said_to_be_on_the_list(meeting: Meeting) -> None:
    around(meeting, "Riét")
    meeting.do("invite", name="riet", role="network")
    assert proposed(meeting) == [("Riét", "oma", "network", True)]


def test_what_stands_on_the_list_does_not_change_with_the_net(meeting: Meeting) -> None:
    riet = around(meeting)
    meeting.do("invite_from_net", person=riet, role="network")
    around(meeting, "Truus", id=riet)
    assert meeting.desk()["people"][riet]["name"] == "Riet"


def test_nobody_of_another_family_and_nobody_by_a_strangers_id_comes_over(meeting: Meeting) -> None:
    elsewhere = meeting.office.meeting()
    hers, mo = around(elsewhere), elsewhere.do("invite", name="Mo", role="network")
    around(meeting, "Valse Mo", id=mo)  # the id of somebody at another conference
    for person in (hers, mo, "nobody", ""):
        with pytest.raises(DomainError):
            meeting.do("invite_from_net", person=person, role="network")
    with meeting.house.store.reading() as session:
        assert session.get_one(Person, mo).name == "Mo"


def test_only_who_leads_sees_who_can_be_asked(meeting: Meeting) -> None:
    around(meeting)
    office = meeting.office
    for staff in (office.referrer, office.coordinator, office.other_facilitator):
        with pytest.raises(NotFound):
            net_to_invite(meeting.house, staff, meeting.conference)
