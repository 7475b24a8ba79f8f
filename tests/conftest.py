"""What all tests share: a real house with a conference in it. `--long` also runs the tests that take minutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from sos_core.access import secrets
from sos_core.services import accounts
from sos_core.services.house import House, open_house
from sos_core.settings import Settings
from tests.builders import Clock, Meeting, Office, open_office

settings.register_profile("ours", deadline=None)  # how long something takes is the bench's to say
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests marked `long` too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: --long runs it"))


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """The same argon2id at its lowest cost: many accounts are made here, and none is worth a quarter of a second."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "_hasher", quick)
        patch.setattr(accounts, "NOBODYS_HASH", quick.hash("niemand"))
        yield


@pytest.fixture(scope="session")
def new_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a house in which nothing has happened yet, closed: to copy."""
    folder = tmp_path_factory.mktemp("new-house")
    open_house(Settings(data=folder)).store.close()
    return folder


@pytest.fixture
def office(tmp_path: Path, new_house: Path) -> Iterator[Office]:
    """A house of this test's own, with staff."""
    office = open_office(tmp_path / "house", like=new_house)
    yield office
    office.house.store.close()


@pytest.fixture
def house(office: Office) -> House:
    return office.house


@pytest.fixture
def clock(office: Office) -> Clock:
    """What time it is in the house: `clock.forward(days=3)`."""
    return office.clock


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference with one routine, its door open, nobody in yet."""
    return office.meeting()
