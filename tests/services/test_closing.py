"""Closing: the door is shut, phones and screens see one sentence, and a family may withdraw at any moment."""

from __future__ import annotations

from datetime import date

import pytest

from sos_core.access.actor import Staff
from sos_core.access.eyes import DESK
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.fold import replay
from sos_core.domain.kinds import ClosedBecause
from sos_core.live.frames import GONE
from sos_core.services.closing import close, reopen
from sos_core.services.conferences import conferences, take
from sos_core.services.dashboard import dashboard
from sos_core.services.joining import leave_lobby
from sos_core.services.own_links import calendar_at, switch_on_calendar
from sos_core.services.seeing import eyes_of, picture
from sos_core.store.tables import Referral
from tests.builders import Meeting, Office


def referral_of(meeting: Meeting) -> str:
    return next(
        card.referral
        for card in conferences(meeting.house, meeting.office.coordinator)
        if card.id == meeting.conference
    )


def withdrawn(meeting: Meeting, by: Staff | None = None) -> str:
    referral = referral_of(meeting)
    close(meeting.house, by or meeting.facilitator, referral, because=ClosedBecause.WITHDREW)
    return referral


def row(meeting: Meeting, referral: str) -> Referral:
    with meeting.house.store.reading() as session:
        return session.get_one(Referral, referral)


def refused(key: str) -> object:
    return pytest.raises(DomainError, match=key.replace(".", r"\."))


def test_what_is_closed_says_so_with_the_day_and_the_reason(meeting: Meeting) -> None:
    referral = withdrawn(meeting)
    assert row(meeting, referral).closed_on == date(2026, 11, 2)
    assert row(meeting, referral).closed_because == "withdrew"
    assert meeting.now.board.closed is ClosedBecause.WITHDREW
    assert not meeting.now.board.door_open


def test_nobody_says_does_or_sees_anything_at_what_is_closed(meeting: Meeting) -> None:
    mother = meeting.admitted("Anna", "parent")
    withdrawn(meeting)
    for attempt in (
        lambda: meeting.say(mother, "worry"),
        lambda: meeting.do("leave", mother),
        lambda: meeting.do("open_door"),
        lambda: meeting.do("undo"),
        lambda: meeting.eyes(mother),
        lambda: eyes_of(meeting.house, meeting.facilitator, meeting.conference),
        lambda: eyes_of(meeting.house, meeting.facilitator, meeting.conference, through="screen"),
    ):
        with refused("conference.closed"):
            attempt()


def test_every_stream_ends_with_the_word_that_there_is_nothing_to_see(meeting: Meeting) -> None:
    mother = meeting.admitted("Anna", "parent")
    eyes, seq = meeting.eyes(mother), meeting.now.board.seq
    withdrawn(meeting)
    assert picture(meeting.house, meeting.conference, eyes, since=seq).out
    assert picture(meeting.house, meeting.conference, DESK, since=seq).out
    assert GONE


def test_what_is_closed_is_opened_again_by_the_coordinator_with_its_door_shut(meeting: Meeting, office: Office) -> None:
    mother = meeting.admitted("Anna", "parent")
    worry = meeting.shown(mother, "worry", "Er wordt geschreeuwd.")
    referral = withdrawn(meeting, office.coordinator)
    reopen(meeting.house, office.coordinator, referral)
    assert row(meeting, referral).closed_on is None
    assert not meeting.now.board.door_open
    assert meeting.seen_by(mother)["cards"][worry]["text"] == "Er wordt geschreeuwd."


def test_others_find_nothing_to_close(meeting: Meeting, office: Office) -> None:
    referral = referral_of(meeting)
    for staff in (office.other_facilitator, office.referrer, office.administrator):
        for attempt in (
            lambda staff=staff: close(meeting.house, staff, referral, because=ClosedBecause.WITHDREW),
            lambda staff=staff: reopen(meeting.house, staff, referral),
        ):
            with pytest.raises(NotFound):
                attempt()
    assert meeting.now.board.closed is None


def test_it_is_closed_once_and_opened_once(meeting: Meeting) -> None:
    referral = withdrawn(meeting)
    with refused("closing.closed_already"):
        withdrawn(meeting)
    reopen(meeting.house, meeting.facilitator, referral)
    with refused("closing.not_closed"):
        reopen(meeting.house, meeting.facilitator, referral)


def test_a_reason_has_to_be_so(meeting: Meeting) -> None:
    referral = referral_of(meeting)
    with refused("closing.not_stepped_out"):
        close(meeting.house, meeting.facilitator, referral, because=ClosedBecause.STEPPED_OUT)
    with refused("closing.was_held"):
        close(meeting.house, meeting.facilitator, referral, because=ClosedBecause.NO_CONFERENCE)


def test_after_the_facilitator_stepped_out_it_is_closed_as_such(meeting: Meeting) -> None:
    mother = meeting.admitted("Anna", "parent")
    meeting.agree(mother)
    meeting.adopted()
    meeting.evaluated("step_out")
    close(meeting.house, meeting.facilitator, referral_of(meeting), because=ClosedBecause.STEPPED_OUT)
    assert meeting.now.board.closed is ClosedBecause.STEPPED_OUT
    assert replay(meeting.now.entries) == meeting.now.board


def test_a_referral_of_which_nothing_came_is_closed_by_a_coordinator(office: Office) -> None:
    referral = office.referral()
    with pytest.raises(NotFound):
        close(office.house, office.facilitator, referral, because=ClosedBecause.NO_CONFERENCE)
    close(office.house, office.coordinator, referral, because=ClosedBecause.NO_CONFERENCE)
    with refused("referral.closed"):
        take(office.house, office.facilitator, referral)
    reopen(office.house, office.coordinator, referral)
    assert take(office.house, office.facilitator, referral)


def test_the_overview_of_what_runs_has_it_no_more(meeting: Meeting, office: Office) -> None:
    assert len(dashboard(office.house, office.coordinator).families) == 1
    withdrawn(meeting)
    assert dashboard(office.house, office.coordinator).families == ()


def test_the_calendar_that_somebody_follows_is_gone_until_it_is_opened_again(meeting: Meeting) -> None:
    mother = meeting.admitted("Anna", "parent")
    token = switch_on_calendar(meeting.house, meeting.guest(mother), person=mother.id)
    assert calendar_at(meeting.house, token, lang="nl")
    referral = withdrawn(meeting)
    with pytest.raises(NotFound):
        calendar_at(meeting.house, token, lang="nl")
    reopen(meeting.house, meeting.facilitator, referral)
    assert calendar_at(meeting.house, token, lang="nl")


def test_a_phone_that_waits_at_a_closed_door_can_still_go_away(meeting: Meeting) -> None:
    waiting = meeting.join("Wim")
    withdrawn(meeting)
    leave_lobby(meeting.house, meeting.guest(waiting))
