"""The database opens with its key or not at all, and on the disk there is nothing to read."""

import stat
from pathlib import Path

import pytest

from sos_core.domain.errors import DomainError
from sos_core.services.house import open_house
from sos_core.settings import Settings
from tests.builders import Office

OTHER_KEY = "0" * 64


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(key: str, settings: Settings) -> None:
    with pytest.raises(DomainError) as refusal:
        open_house(settings)
    assert refusal.value.key == key


@pytest.fixture
def closed(office: Office) -> Path:
    """The folder of a house with something in it, closed."""
    office.meeting()
    office.house.store.close()
    return office.house.settings.data


def test_a_house_opens_again_with_everything_in_it(office: Office) -> None:
    meeting = office.meeting()
    board = meeting.now.board
    office.house.store.close()
    again = open_house(office.house.settings)
    with again.store.reading() as session:
        assert again.boards.current(session, meeting.conference).board == board
    again.store.close()


def test_another_key_opens_nothing_and_changes_nothing(closed: Path) -> None:
    before = contents(closed)
    refused("store.wrong_key", Settings(data=closed, key=OTHER_KEY))
    assert contents(closed) == before


def test_without_its_key_a_database_is_left_alone(closed: Path) -> None:
    (closed / "key").unlink()
    before = contents(closed)
    refused("store.key_gone", Settings(data=closed))
    assert contents(closed) == before


@pytest.mark.parametrize("key", ["kort", "0" * 63, "0" * 65, "g" * 64, "x'" + "0" * 64, "0" * 64 + "\n; PRAGMA x"])
def test_a_key_that_is_none_is_refused(closed: Path, key: str) -> None:
    before = contents(closed)
    refused("store.bad_key", Settings(data=closed, key=key))
    assert contents(closed) == before


@pytest.mark.parametrize("read", [b"", b"geen sleutel", b"\xff\xfe\x00", b"\x80" * 64])
def test_a_key_file_with_something_else_in_it_is_refused(closed: Path, tmp_path: Path, read: bytes) -> None:
    file = tmp_path / "key"
    file.write_bytes(read)
    before = contents(closed)
    refused("store.bad_key", Settings(data=closed, key_file=file))
    assert contents(closed) == before


def test_a_key_file_that_is_not_there_is_said_so(closed: Path, tmp_path: Path) -> None:
    refused("store.no_key_file", Settings(data=closed, key_file=tmp_path / "gone"))


def test_a_folder_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("hier staat al iets")
    refused("store.unreadable", Settings(data=file))
    refused("store.unreadable", Settings(data=file / "below"))
    assert file.read_text() == "hier staat al iets"


def test_a_database_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "draaiboek.db").mkdir()
    refused("store.unreadable", Settings(data=tmp_path, key=OTHER_KEY))
    assert [path.name for path in tmp_path.iterdir()] == ["draaiboek.db"]


def test_a_file_that_is_no_database_of_ours_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "draaiboek.db").write_bytes(b"een brief aan oma" * 500)
    before = contents(tmp_path)
    refused("store.wrong_key", Settings(data=tmp_path, key=OTHER_KEY))
    assert contents(tmp_path) == before


def test_the_key_comes_from_outside_where_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(OTHER_KEY.upper() + "\n")
    house = open_house(Settings(data=tmp_path / "data", key_file=tmp_path / "elsewhere"))
    assert not house.key_beside_data
    assert not (tmp_path / "data" / "key").exists()
    house.store.close()
    again = open_house(Settings(data=tmp_path / "data", key=OTHER_KEY))
    again.store.close()


def test_a_key_made_on_the_first_start_is_for_its_owner_only_and_said_to_lie_beside_the_data(tmp_path: Path) -> None:
    house = open_house(Settings(data=tmp_path / "data"))
    assert house.key_beside_data
    assert stat.S_IMODE((tmp_path / "data" / "key").stat().st_mode) == 0o600
    house.store.close()


def test_no_word_can_be_read_on_the_disk(office: Office) -> None:
    meeting = office.meeting(alias="Familie Kanarie", reason_words="Kanarie in de reden.")
    somebody = meeting.admitted("Kanarie")
    meeting.shown(somebody, "worry", "Kanarie in de zorg.")
    while_open = contents(office.house.settings.data)
    assert {"draaiboek.db", "draaiboek.db-wal"} <= set(while_open)
    office.house.store.close()
    for name, read in {**while_open, **contents(office.house.settings.data)}.items():
        assert b"Kanarie" not in read
        assert b"CREATE TABLE" not in read
        assert not read.startswith(b"SQLite format 3"), name
