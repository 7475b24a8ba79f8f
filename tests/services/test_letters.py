"""A letter is of one person: the own days, the own way in, and no word or name of anybody else."""

from pathlib import Path

import pytest

from sos_core.domain.errors import DomainError, NotFound
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.joining import guest_of
from sos_core.services.letters import letter_paper
from tests.builders import Meeting

NOON = {"begins": "09:30", "ends": "12:00", "place": "Lindelaan 12"}


def invited(meeting: Meeting, name: str = "Riet", role: str = "network", **about: str) -> str:
    return meeting.do("invite", name=name, role=role, **about)


def letter_to(meeting: Meeting, person: str):  # type: ignore[no-untyped-def]
    return letter_paper(meeting.house, meeting.facilitator, meeting.conference, person)


def test_by_the_code_in_the_letter_somebody_waits_under_the_own_name_and_is_let_in_with_one_tap(
    meeting: Meeting,
) -> None:
    riet = invited(meeting, relation="oma van de kinderen")
    letter = letter_to(meeting, riet)
    came = join_by_link(meeting.house, link=letter.way_in.partition("#l=")[2])
    desk = meeting.desk()["people"][riet]
    assert (desk["name"], desk["relation"], desk["role"], desk["state"]) == (
        "Riet",
        "oma van de kinderen",
        "network",
        "waiting",
    )
    assert riet not in meeting.screen()["people"]
    meeting.do("admit", person=riet, role=desk["role"])
    guest = guest_of(meeting.house, came.token)
    assert guest
    assert guest.people == (riet,)
    assert riet in meeting.now.board.here
    assert meeting.desk()["people"][riet]["relation"] == "oma van de kinderen"


def test_only_the_newest_letter_opens_anything_and_none_after_the_invitation_is_withdrawn(meeting: Meeting) -> None:
    riet = invited(meeting)
    first, second = (letter_to(meeting, riet).way_in.partition("#l=")[2] for _ in range(2))
    with pytest.raises(DomainError, match=r"links.over"):
        join_by_link(meeting.house, link=first)
    meeting.do("withdraw_invitation", person=riet)
    with pytest.raises(DomainError, match=r"links.over"):
        join_by_link(meeting.house, link=second)


def test_with_the_door_closed_the_code_lets_nobody_wait(meeting: Meeting) -> None:
    riet = invited(meeting)
    link = letter_to(meeting, riet).way_in.partition("#l=")[2]
    meeting.do("close_door")
    with pytest.raises(DomainError, match=r"door.closed"):
        join_by_link(meeting.house, link=link)
    meeting.do("open_door")
    join_by_link(meeting.house, link=link)


def test_who_is_not_let_in_is_expected_as_before_and_sees_nothing(meeting: Meeting) -> None:
    riet = invited(meeting)
    join_by_link(meeting.house, link=letter_to(meeting, riet).way_in.partition("#l=")[2])
    meeting.do("turn_away", person=riet)
    assert meeting.desk()["people"][riet]["state"] == "invited"


def test_a_letter_has_the_own_days_that_still_come_and_no_place_that_may_not_be_known(meeting: Meeting) -> None:
    karim, riet = invited(meeting, "Karim", "parent"), invited(meeting)
    for on, people in (("2026-11-16", [karim]), ("2026-11-23", [riet])):
        meeting.do("plan_session", on=on, people=people, **NOON)
    meeting.do("restrict", kind="guarded", people=[karim], text="lindelaan 12")
    assert [(str(day), place) for day, _, _, place in letter_to(meeting, karim).days] == [("2026-11-16", None)]
    assert [(str(day), place) for day, _, _, place in letter_to(meeting, riet).days] == [("2026-11-23", "Lindelaan 12")]
    assert "Riet" not in repr(letter_to(meeting, karim))
    meeting.office.clock.forward(days=15)
    assert letter_to(meeting, karim).days == ()


def test_nobody_but_who_leads_makes_a_letter_and_only_for_who_is_known(meeting: Meeting) -> None:
    riet, waiting = invited(meeting), meeting.join("Mo")
    for staff in (meeting.office.referrer, meeting.office.coordinator, meeting.office.other_facilitator):
        with pytest.raises(NotFound):
            letter_paper(meeting.house, staff, meeting.conference, riet)
    for person in (waiting.id, "nobody"):
        with pytest.raises(NotFound):
            letter_to(meeting, person)


OURS = """
name = { nl = "Jeugdhulp Aan Zee", en = "Youth Care By The Sea" }
phone = "088 123 45 67"
hours = { nl = "Elke werkdag", en = "Every working day" }
"""


def test_it_says_in_the_readers_language_who_wrote_it_and_whom_to_call(
    meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    riet, file = invited(meeting), tmp_path / "ours.toml"
    monkeypatch.setattr(meeting.house.settings, "organisation", file)

    def told(ours: str, lang: str = "nl") -> tuple[str, str, str]:
        file.write_text(ours)
        letter = letter_paper(meeting.house, meeting.facilitator, meeting.conference, riet, lang=lang)
        return letter.sender, letter.call, letter.hours

    assert told(OURS) == ("Jeugdhulp Aan Zee", "088 123 45 67", "Elke werkdag")
    assert told(OURS, "en") == ("Youth Care By The Sea", "088 123 45 67", "Every working day")
    assert told(OURS.replace("088 123 45 67", "vraag het ons")) == ("Jeugdhulp Aan Zee", "", "Elke werkdag")
    assert told("made_up = true" + OURS) == ("", "", "")


def test_a_file_that_cannot_be_read_ends_no_way_in(
    meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    riet = invited(meeting)
    link = letter_to(meeting, riet).way_in.partition("#l=")[2]
    with monkeypatch.context() as broken:
        broken.setattr(meeting.house.settings, "organisation", tmp_path / "nowhere.toml")
        with pytest.raises(DomainError, match=r"organisation.unreadable"):
            letter_to(meeting, riet)
    join_by_link(meeting.house, link=link)
