"""The command line: what it prints, and one clear sentence for whatever is in the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlmodel import select
from typer.testing import CliRunner

from sos_core.cli import app
from sos_core.i18n.sentences import sentence
from sos_core.services.starting import MAKING, start_house
from sos_core.settings import ROOT, Settings
from sos_core.store.engine import DATABASE, KEY_FILE, Store, open_store
from sos_core.store.tables import Account

PREPARE = [sys.executable, "-m", "sos_core.cli", "prepare"]
OTHER_KEY = "ab" * 32
PATIENCE = 240.0

Prepare = Callable[..., Result]
posix = pytest.mark.skipif(os.name != "posix", reason="files that cannot be written are made otherwise there")


@pytest.fixture
def folder(tmp_path: Path, new_house: Path) -> Path:
    """The data of a house that was opened before, closed."""
    return Path(shutil.copytree(new_house, tmp_path / "data"))


@pytest.fixture
def prepare(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Prepare:
    """Runs `prepare` on that folder, or on another; `env` are settings."""

    def run(*words: str, data: Path = folder, **env: str) -> Result:
        for name in [name for name in os.environ if name.startswith("DRAAIBOEK_")]:
            monkeypatch.delenv(name)
        for name, value in {"DATA": str(data), **env}.items():
            monkeypatch.setenv(f"DRAAIBOEK_{name}", value)
        return CliRunner().invoke(app, ["prepare", *words])

    return run


def kept_in(folder: Path) -> dict[str, bytes]:
    """Everything that is kept, byte by byte; SQLite's own index of the last pages, and an empty file, keep nothing."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm")]
    return {str(path.relative_to(folder)): read for path in files if (read := path.read_bytes())}


def assert_one_sentence(done: Result, key: str) -> None:
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", sentence(key, "nl") + "\n")
    assert isinstance(done.exception, SystemExit)


def opened(folder: Path) -> Store:
    return open_store(folder, (folder / KEY_FILE).read_text().strip())


# What it prints


def test_it_says_where_to_go_and_how_phones_join(prepare: Prepare) -> None:
    done = prepare(PUBLIC_URL="https://draaiboek.example")
    assert done.exit_code == 0
    assert "Open in de browser: https://draaiboek.example" in done.stdout
    assert "Telefoons doen mee op draaiboek.example/m met de code" in done.stdout
    assert "--public-url" not in done.stdout


def test_it_says_when_phones_cannot_come_to_this_address(prepare: Prepare) -> None:
    assert "--public-url http" in prepare(PUBLIC_URL="http://localhost:8501").stdout


def test_it_warns_when_the_key_lies_beside_the_data_and_only_then(prepare: Prepare, folder: Path) -> None:
    assert "de sleutel ligt naast de gegevens" in prepare().stdout
    elsewhere = folder.parent / "elsewhere.key"
    (folder / KEY_FILE).rename(elsewhere)
    done = prepare(KEY_FILE=str(elsewhere))
    assert done.exit_code == 0
    assert "Let op" not in done.stdout


def test_a_house_without_the_demo_tells_no_accounts(prepare: Prepare, tmp_path: Path) -> None:
    done = prepare("--no-demo", data=tmp_path / "deep" / "new")
    assert done.exit_code == 0
    assert "wachtwoord" not in done.stdout
    assert set(kept_in(tmp_path / "deep" / "new")) == {DATABASE, KEY_FILE}


# What is in the way: one sentence, and nothing is changed


def test_a_wrong_key_gets_one_sentence(prepare: Prepare, folder: Path) -> None:
    before = kept_in(folder)
    assert_one_sentence(prepare(KEY=OTHER_KEY), "store.wrong_key")
    assert kept_in(folder) == before


def test_a_wrong_key_after_a_kill_loses_nothing_of_what_was_not_yet_written_over(
    prepare: Prepare, folder: Path
) -> None:
    key = (folder / KEY_FILE).read_text().strip()
    write = (
        "import os, sys; from pathlib import Path; from sos_core.store.engine import open_store\n"
        "store = open_store(Path(sys.argv[1]), sys.argv[2])\n"
        "connection = store.engine.connect(); connection.exec_driver_sql('CREATE TABLE kept (word)'); connection.commit()\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", write, folder, key], cwd=ROOT, check=False)
    assert (folder / f"{DATABASE}-wal").stat().st_size > 0
    before = kept_in(folder)
    assert_one_sentence(prepare(KEY=OTHER_KEY), "store.wrong_key")
    assert kept_in(folder) == before
    store = opened(folder)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM kept").scalar() == 0
    store.close()


@pytest.mark.parametrize("key", ["kort", "zz" * 32, OTHER_KEY + "00"])
def test_a_key_that_is_none_gets_one_sentence_before_a_folder_is_made(
    prepare: Prepare, tmp_path: Path, key: str
) -> None:
    assert_one_sentence(prepare(data=tmp_path / "new", KEY=key), "store.bad_key")
    assert not (tmp_path / "new").exists()


def test_a_key_file_that_is_none_gets_one_sentence(prepare: Prepare, folder: Path) -> None:
    (folder / KEY_FILE).write_bytes(b"\xff\xfe half a key")
    before = kept_in(folder)
    assert_one_sentence(prepare(), "store.bad_key")
    assert kept_in(folder) == before


def test_a_key_that_is_gone_gets_one_sentence_and_no_new_key(prepare: Prepare, folder: Path) -> None:
    (folder / KEY_FILE).unlink()
    before = kept_in(folder)
    assert_one_sentence(prepare(), "store.key_gone")
    assert kept_in(folder) == before


def test_a_key_file_that_is_not_there_gets_one_sentence(prepare: Prepare, tmp_path: Path) -> None:
    done = prepare(data=tmp_path / "new", KEY_FILE=str(tmp_path / "nowhere"))
    assert_one_sentence(done, "store.no_key_file")
    assert not (tmp_path / "new").exists()


def test_a_file_where_the_folder_should_be_gets_one_sentence(prepare: Prepare, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert_one_sentence(prepare(data=tmp_path / "file"), "store.unreadable")
    assert_one_sentence(prepare(data=tmp_path / "file" / "deeper"), "store.unreadable")
    assert (tmp_path / "file").read_text() == "not a folder"


@posix
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="/proc is what even root cannot write in")
def test_a_place_where_nothing_can_be_written_gets_one_sentence(prepare: Prepare) -> None:
    assert_one_sentence(prepare(data=Path("/proc/draaiboek")), "store.unreadable")
    assert_one_sentence(prepare(data=Path("/proc/self")), "store.unreadable")


@posix
def test_a_folder_without_permission_gets_one_sentence(folder: Path, prepare: Prepare) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder.chmod(0o500)
    try:
        assert_one_sentence(prepare(data=folder / "deeper"), "store.unreadable")
    finally:
        folder.chmod(0o700)


def test_a_database_of_a_newer_program_gets_one_sentence(prepare: Prepare, folder: Path) -> None:
    store = opened(folder)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = kept_in(folder)
    assert_one_sentence(prepare(), "store.newer")
    assert kept_in(folder) == before


@pytest.mark.parametrize(
    ("spoil", "key"), [("middle", "store.damaged"), ("cut", "store.damaged"), ("begin", "store.wrong_key")]
)
def test_a_damaged_database_gets_one_sentence(prepare: Prepare, folder: Path, spoil: str, key: str) -> None:
    whole = (folder / DATABASE).read_bytes()
    page = 4096
    spoilt = {
        "middle": whole[: 3 * page] + bytes(2 * page) + whole[5 * page :],
        "cut": whole[: len(whole) // 2 + 100],
        "begin": bytes(page) + whole[page:],
    }[spoil]
    (folder / DATABASE).write_bytes(spoilt)
    before = kept_in(folder)
    assert_one_sentence(prepare(), key)
    assert kept_in(folder) == before


def test_a_database_that_is_gone_but_for_its_last_pages_is_not_begun_anew(prepare: Prepare, folder: Path) -> None:
    (folder / DATABASE).rename(folder / f"{DATABASE}-wal")
    before = kept_in(folder)
    assert_one_sentence(prepare(), "store.half_gone")
    assert kept_in(folder) == before


# A kill in the middle


@posix
def test_a_kill_in_the_middle_of_the_first_start_leaves_no_half_a_family(tmp_path: Path) -> None:
    env = {**os.environ, "DRAAIBOEK_DATA": str(tmp_path)}
    making = subprocess.Popen(PREPARE, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    half = tmp_path / MAKING / f"{DATABASE}-wal"
    until = time.monotonic() + PATIENCE
    while not (half.exists() and half.stat().st_size > 200_000):
        assert making.poll() is None, "it was ready before it could be killed"
        assert time.monotonic() < until
        time.sleep(0.01)
    making.send_signal(signal.SIGKILL)
    making.wait()
    assert not (tmp_path / DATABASE).exists()
    assert half.exists()
    house = start_house(Settings(data=tmp_path, demo=False))
    with house.store.reading() as session:
        assert session.exec(select(Account)).all() == []
    house.store.close()
    assert set(kept_in(tmp_path)) == {DATABASE, KEY_FILE}


def test_two_first_starts_at_once_make_one_demo_and_tell_the_same(tmp_path: Path) -> None:
    env = {**os.environ, "DRAAIBOEK_DATA": str(tmp_path)}
    both = [
        subprocess.Popen(PREPARE, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [one.communicate(timeout=PATIENCE) for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    assert told[0] == told[1]
    assert "procesbegeleider" in told[0][0]
    assert set(kept_in(tmp_path)) == {DATABASE, KEY_FILE}
