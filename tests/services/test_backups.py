"""Back-ups: taken while people work, closed to who has no key, and put back without what was erased since."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sos_core.cli import app
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.i18n.sentences import sentence
from sos_core.services.backups import backup, restore
from sos_core.services.closing import close
from sos_core.services.erasing import confirm, propose
from sos_core.services.starting import start_house
from sos_core.settings import Settings
from sos_core.store.engine import DATABASE
from tests.builders import Meeting, Office
from tests.raw_pages import raw_words
from tests.services.test_closing import referral_of


@pytest.fixture
def kept(meeting: Meeting, tmp_path: Path) -> Path:
    """A back-up with a worry in it, of which the house is still open."""
    mother = meeting.admitted("ZqAnna", "parent")
    meeting.shown(mother, "worry", "ZqWorry loopt.")
    file = tmp_path / "copies" / "monday.db"
    backup(meeting.house.settings, file)
    return file


def refused(key: str) -> object:
    return pytest.raises(DomainError, match=key.replace(".", r"\."))


def test_a_backup_is_one_file_that_only_its_owner_may_read_and_nobody_without_the_key(kept: Path) -> None:
    assert [path.name for path in kept.parent.iterdir()] == ["monday.db"]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert b"ZqWorry" not in kept.read_bytes()
    assert b"SQLite format" not in kept.read_bytes()


def test_what_was_said_after_it_is_not_in_it_and_what_was_said_before_it_is(
    kept: Path, meeting: Meeting, office: Office
) -> None:
    meeting.shown(meeting.people["ZqAnna"], "worry", "ZqLater loopt.")
    office.house.store.close()
    restore(office.house.settings, kept)
    house = start_house(office.house.settings)
    with house.store.reading() as session:
        words = house.boards.current(session, meeting.conference).lookup.words.values()
    house.store.close()
    assert "ZqWorry loopt." in words
    assert "ZqLater loopt." not in words


def test_after_it_was_put_back_no_canary_is_left_of_what_was_erased_since(
    kept: Path, meeting: Meeting, office: Office
) -> None:
    referral = referral_of(meeting)
    close(office.house, office.coordinator, referral, because=ClosedBecause.WITHDREW)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.FAMILY, asked_for=True)
    confirm(office.house, office.administrator, wanted)
    office.house.store.close()
    restore(office.house.settings, kept)
    raw = raw_words(office.house.settings.data)
    assert not [word for word in (b"ZqWorry", b"ZqAnna", b"Eekhoorn") if word in raw]
    assert sorted(path.name for path in office.house.settings.data.iterdir()) == [DATABASE, "key"]


def test_it_is_not_put_back_under_the_feet_of_who_is_working(kept: Path, meeting: Meeting, office: Office) -> None:
    meeting.shown(meeting.people["ZqAnna"], "worry", "ZqLater loopt.")
    with refused("store.in_use"):
        restore(office.house.settings, kept)
    assert "ZqLater loopt." in meeting.now.lookup.words.values()


@pytest.mark.parametrize("harm", ["another key", "cut short", "no file"])
def test_what_is_no_backup_of_ours_changes_nothing(kept: Path, meeting: Meeting, office: Office, harm: str) -> None:
    office.house.store.close()
    before = (office.house.settings.data / DATABASE).read_bytes()
    settings, key = office.house.settings, "backup.not_there"
    if harm == "another key":
        settings, key = Settings(data=settings.data, key="0" * 64), "store.wrong_key"
    elif harm == "cut short":
        kept.write_bytes(kept.read_bytes()[:-4096])
        key = "store.damaged"
    else:
        kept.unlink()
    with refused(key):
        restore(settings, kept)
    assert (office.house.settings.data / DATABASE).read_bytes() == before


def test_a_database_that_is_damaged_is_replaced_by_its_backup(kept: Path, meeting: Meeting, office: Office) -> None:
    office.house.store.close()
    (office.house.settings.data / DATABASE).write_bytes(b"\0" * 8192)
    restore(office.house.settings, kept)
    house = start_house(office.house.settings)
    with house.store.reading() as session:
        assert house.boards.current(session, meeting.conference).board.cards
    house.store.close()


def test_where_there_is_nothing_yet_there_is_nothing_to_keep(tmp_path: Path) -> None:
    with refused("backup.nothing_yet"):
        backup(Settings(data=tmp_path / "empty"), tmp_path / "monday.db")
    assert not (tmp_path / "monday.db").exists()


def test_where_it_cannot_be_written_the_one_before_stays(kept: Path, meeting: Meeting) -> None:
    before = kept.read_bytes()
    with refused("backup.unwritable"):
        backup(meeting.house.settings, kept / "below a file" / "tuesday.db")
    assert kept.read_bytes() == before


def test_the_command_line_makes_one_and_puts_it_back(
    meeting: Meeting, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAAIBOEK_DATA", str(office.house.settings.data))
    file = tmp_path / "monday.db"
    made = CliRunner().invoke(app, ["backup", str(file)])
    assert (made.exit_code, file.exists()) == (0, True)
    running = CliRunner().invoke(app, ["restore", str(file), "--yes"])
    assert (running.exit_code, running.stderr) == (2, sentence("store.in_use", "nl") + "\n")
    office.house.store.close()
    assert CliRunner().invoke(app, ["restore", str(file)], input="n\n").exit_code == 1
    assert CliRunner().invoke(app, ["restore", str(file), "--yes"]).exit_code == 0
