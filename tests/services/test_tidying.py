"""Tidying: words that were taken back leave the file at the first quiet moment, and never while people meet."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, update
from sqlmodel import col, select

from sos_core.access.eyes import SCREEN
from sos_core.services.house import House, new_id
from sos_core.services.referral_draft import Draft
from sos_core.services.referral_drafts import drop_draft, keep_draft
from sos_core.services.tidying import QUIET, clean, is_quiet, tidy
from sos_core.store import scrub
from sos_core.store.engine import Store
from sos_core.store.tables import Words
from tests.builders import Meeting, Office, Somebody
from tests.own_loop import awaited
from tests.raw_pages import raw_words


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    """In a house where nothing waits to leave the file."""
    mother = meeting.admitted("Anna", "parent")
    clean(meeting.house)
    return mother


def waits(house: House) -> bool:
    with house.store.reading() as session:
        return scrub.waits(session.connection())


def said_and_taken_back(meeting: Meeting, chance: random.Random) -> None:
    """So much is said, changed and taken back that SQLite moves it about: whether a copy stays behind is a matter of chance."""
    said: list[str] = []
    with meeting.house.store.writing() as session:
        words = session.connection()
        for _ in range(600):
            said.append(new_id())
            text = "ZqCanary " * chance.randint(1, 110)
            words.execute(insert(Words).values(id=said[-1], conference=meeting.conference, text=text))
            if chance.random() < 0.3:
                longer = "ZqCanary " * chance.randint(1, 440)
                words.execute(update(Words).where(col(Words.id) == chance.choice(said)).values(text=longer))
            if chance.random() < 0.3:
                words.execute(delete(Words).where(col(Words.id) == chance.choice(said)))
    with meeting.house.store.writing() as session:
        for row in session.exec(select(Words).where(col(Words.id).in_(said))):
            row.text = None
    meeting.house.store.forget()


def test_of_what_was_taken_back_no_page_holds_a_copy_after_tidying_and_before_it_one_does(
    meeting: Meeting, mother: Somebody
) -> None:
    card, folder = meeting.say(mother, "worry", "ZqCanary loopt."), meeting.house.settings.data
    meeting.do("take_back", mother, card=card)
    for seed in range(20):
        said_and_taken_back(meeting, random.Random(seed))
        if b"ZqCanary" in raw_words(folder):
            break
    assert b"ZqCanary" in raw_words(folder), "then emptying the log of changes would do"
    tidy(meeting.house)
    assert b"ZqCanary" not in raw_words(folder)
    assert not waits(meeting.house)


def test_while_somebody_looks_on_and_something_was_said_lately_it_waits(meeting: Meeting, mother: Somebody) -> None:
    meeting.do("take_back", mother, card=meeting.say(mother, "worry", "ZqCanary"))

    async def meet() -> tuple[bool, bool]:
        with meeting.house.hub.listen(meeting.conference, SCREEN):
            tidy(meeting.house)
            waited = waits(meeting.house)
            meeting.office.clock.now += QUIET
            tidy(meeting.house)
            return waited, waits(meeting.house)

    assert awaited(meet()) == (True, False)


def test_when_the_last_one_looks_away_it_is_quiet_at_once(meeting: Meeting, mother: Somebody) -> None:
    meeting.say(mother, "worry")

    async def meet() -> bool:
        with meeting.house.hub.listen(meeting.conference, SCREEN):
            return is_quiet(meeting.house)

    assert not awaited(meet())
    assert is_quiet(meeting.house)


def test_what_is_said_and_shown_leaves_nothing_to_tidy(meeting: Meeting, mother: Somebody) -> None:
    meeting.shown(mother, "worry")
    meeting.do("confide", mother, text="Alleen voor jou.")
    meeting.agree(mother)
    assert not waits(meeting.house)


def told(meeting: Meeting, mother: Somebody) -> dict[str, object]:
    agreement = meeting.agree(mother)
    meeting.do("answer_agreement", mother, agreement=agreement, answer="yes")
    meeting.do("tell_back", mother, agreement=agreement, text="Zo.")
    return {"verb": "tell_back", "by": mother, "agreement": agreement, "text": ""}


def statement(meeting: Meeting, mother: Somebody) -> dict[str, object]:
    meeting.agree(mother)
    meeting.adopted()
    meeting.do("make_statement", mother, text="Zo.")
    return {"verb": "make_statement", "by": mother, "text": ""}


def confidence(meeting: Meeting, mother: Somebody) -> dict[str, object]:
    said = meeting.do("confide", mother, text="Zo.")
    return {"verb": "take_back_confidence", "by": mother, "confidence": said}


def restriction(meeting: Meeting, mother: Somebody) -> dict[str, object]:
    made = meeting.do("restrict", kind="guarded", people=[mother.id], text="Eikenlaan")
    return {"verb": "lift_restriction", "restriction": made}


def invitation(meeting: Meeting, mother: Somebody) -> dict[str, object]:
    return {"verb": "withdraw_invitation", "person": meeting.do("invite", name="Bram", role="network")}


@pytest.mark.parametrize("made", [told, statement, confidence, restriction, invitation])
def test_whatever_it_was_that_was_taken_back_it_still_has_to_leave_the_file(
    meeting: Meeting, mother: Somebody, made: Callable[[Meeting, Somebody], dict[str, Any]]
) -> None:
    taking_back = made(meeting, mother)
    assert not waits(meeting.house)
    meeting.do(**taking_back)
    assert waits(meeting.house)


def test_a_draft_of_a_referral_that_was_thrown_away_has_to_leave_the_file_too(office: Office) -> None:
    clean(office.house)
    key = new_id()
    keep_draft(office.house, office.referrer, key, Draft())
    drop_draft(office.house, office.referrer, key)
    assert waits(office.house)


def test_what_goes_while_the_file_is_written_anew_waits_for_the_next_time(
    meeting: Meeting, mother: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (meeting.say(mother, "worry") for _ in range(2))
    meeting.do("take_back", mother, card=first)

    def meanwhile(_: Store) -> bool:
        meeting.do("take_back", mother, card=second)
        return True

    with monkeypatch.context() as patch:
        patch.setattr(Store, "scrub", meanwhile)
        assert clean(meeting.house)
    assert waits(meeting.house)


def test_what_goes_by_itself_goes_once_a_day_while_it_runs(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from sos_core.services import tidying

    swept: list[object] = []
    monkeypatch.setattr(tidying, "sweep", swept.append)
    for hours in (0, 1, 1, 24, 1):
        office.clock.now += timedelta(hours=hours)
        tidy(office.house)
    assert len(swept) == 2
