"""The weekly reminder: sent to a real SMTP server, once a week to each who asked, and neutral for whoever reads along."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import select

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.mail_address import leave_address, mail_of, remove_address
from sos_core.services.reminding import Sent, remind
from sos_core.settings import Security
from sos_core.store.tables import Person
from tests.builders import Meeting, Somebody
from tests.mailbox import Mailbox, mailbox

RIET, SEM = "riet@voorbeeld.nl", "sem@voorbeeld.nl"


@pytest.fixture
def box(meeting: Meeting) -> Iterator[Mailbox]:
    with mailbox() as box:
        settings = meeting.house.settings
        settings.smtp_host, settings.smtp_port, settings.smtp_security = "127.0.0.1", box.port, Security.NONE
        settings.smtp_from = "Wijkpunt <post@wijkpunt.example>"
        yield box


@pytest.fixture
def riet(meeting: Meeting, box: Mailbox) -> Somebody:
    """She has a part in the plan, and asked for a mail in English."""
    riet = meeting.admitted("Riet")
    meeting.agree(riet)
    meeting.adopted()
    leave_address(meeting.house, meeting.guest(riet), RIET, person=riet.id, lang="en")
    return riet


def addresses(meeting: Meeting) -> list[str | None]:
    with meeting.house.store.reading() as session:
        return [row.mail for row in session.exec(select(Person)) if row.mail]


def test_each_gets_one_a_week_and_whoever_reads_along_learns_nothing(
    meeting: Meeting, box: Mailbox, riet: Somebody
) -> None:
    assert remind(meeting.house) == Sent(1, 0)
    assert remind(meeting.house) == Sent(0, 0)
    meeting.office.clock.forward(days=7)
    assert remind(meeting.house) == Sent(1, 0)
    assert [to for to, _ in box.got] == [RIET, RIET]
    message: Any = email.message_from_string(box.got[0][1], policy=email.policy.default)
    assert message["From"] == "Wijkpunt <post@wijkpunt.example>"
    assert message["Subject"] == "Reminder"
    assert message["Message-ID"].endswith("@wijkpunt.example>")
    assert "Have a look at your calendar this week, or open your own link." in message.get_content()
    for word in ("Riet", "Eekhoorn", "Draaiboek", "http", "plan", "Belt aan", "draaiboek.test"):
        assert word not in box.got[0][1]


def test_what_fails_is_tried_again_and_holds_up_nobody(meeting: Meeting, box: Mailbox, riet: Somebody) -> None:
    sem = meeting.admitted("Sem")
    leave_address(meeting.house, meeting.guest(sem), SEM, person=sem.id, lang="nl")
    assert remind(meeting.house) == Sent(1, 0)  # Sem has no part in the plan
    meeting.office.clock.forward(days=7)
    box.refuses.add(RIET)
    assert remind(meeting.house) == Sent(0, 1)
    box.refuses.clear()
    assert remind(meeting.house) == Sent(1, 0)


def test_nobody_gets_one_who_switched_it_off_left_or_whose_plan_is_closed(
    meeting: Meeting, box: Mailbox, riet: Somebody
) -> None:
    remove_address(meeting.house, meeting.guest(riet), person=riet.id)
    assert addresses(meeting) == []
    assert remind(meeting.house) == Sent(0, 0)
    leave_address(meeting.house, meeting.guest(riet), RIET, person=riet.id, lang="nl")
    meeting.do("leave", riet)
    assert remind(meeting.house) == Sent(0, 0)
    assert box.got == []


def test_the_address_is_of_oneself_and_comes_out_nowhere(meeting: Meeting, box: Mailbox, riet: Somebody) -> None:
    sem, kid = meeting.admitted("Sem"), meeting.admitted("Noor", "child")
    assert mail_of(meeting.house, meeting.guest(riet), person=riet.id) == {"offered": True, "on": True}
    assert mail_of(meeting.house, meeting.guest(kid), person=kid.id) == {"offered": False, "on": False}
    with pytest.raises(NotFound):
        leave_address(meeting.house, meeting.guest(sem), SEM, person=riet.id, lang="nl")
    with pytest.raises(NotAllowed):
        mail_of(meeting.house, meeting.facilitator, person=riet.id)
    with pytest.raises(DomainError):
        leave_address(meeting.house, meeting.guest(kid), SEM, person=kid.id, lang="nl")
    for bad in ("sem", "sem@voorbeeld", f"{SEM}\r\nBcc: x@y.nl", "a" * 250 + "@b.nl", None, f"{SEM}, {RIET}"):
        with pytest.raises(DomainError) as raised:
            leave_address(meeting.house, meeting.guest(sem), bad, person=sem.id, lang="nl")
        assert raised.value.key == "mail.not_an_address"
    assert addresses(meeting) == [RIET]
    for seen in (meeting.desk(), meeting.seen_by(riet), meeting.screen()):
        assert RIET not in str(seen)


def test_without_a_server_none_is_offered_and_a_server_that_is_away_is_one_sentence(
    meeting: Meeting, box: Mailbox, riet: Somebody
) -> None:
    settings = meeting.house.settings
    settings.smtp_security = Security.TLS  # this server speaks none: whatever it says, no address is in the refusal
    with pytest.raises(DomainError) as raised:
        remind(meeting.house)
    assert raised.value.key == "mail.not_reached"
    assert raised.value.__cause__ is None
    settings.smtp_host = None
    with pytest.raises(DomainError) as raised:
        remind(meeting.house)
    assert raised.value.key == "mail.no_server"
    assert mail_of(meeting.house, meeting.guest(riet), person=riet.id)["offered"] is False
