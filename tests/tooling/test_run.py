"""`python3 sos.py run` as people start it: a real server on a free port, its accounts, its end, and what is in the way."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from sos_core.i18n.sentences import sentence
from sos_core.store.engine import DATABASE, open_store
from sos_core.store.tables import Account, Conference, JournalEntry

ROOT = Path(__file__).resolve().parents[2]
HERE = "127.0.0.1"
KEY = "5e" * 32
PATIENCE = 180.0
A_FEW_SECONDS = 8.0

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it is ended by a signal")


@dataclass
class Server:
    """`sos.py run` with this data; its words go to files, so that they can be read while it runs."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path
    left: list[httpx.Client] = field(default_factory=list)

    @property
    def said(self) -> str:
        return (self.folder / "said.txt").read_text("utf-8")

    @property
    def complained(self) -> str:
        return (self.folder / "complained.txt").read_text("utf-8")

    @property
    def accounts(self) -> list[list[str]]:
        """The rows of the printed table: name, duty, password."""
        return re.findall(r"^  (\S+) +(\S+) +([a-z2-7-]{19})$", self.said, re.MULTILINE)

    def wait_until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            assert self.process.poll() is None, self.said + self.complained
            assert time.monotonic() < until, self.said + self.complained
            try:
                if httpx.get(f"http://{HERE}:{self.port}/healthz", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)

    def signed_in(self, name: str, password: str) -> httpx.Client:
        client = httpx.Client(base_url=f"http://{HERE}:{self.port}", timeout=30)
        self.left.append(client)
        answer = client.post(
            "/login", data={"name": name, "password": password}, headers={"Origin": str(client.base_url)}
        )
        assert (answer.status_code, answer.headers["location"]) == (303, "/"), answer.text
        assert "draaiboek_staff" in client.cookies
        return client

    def stop(self) -> float:
        """The seconds that it took to end after SIGTERM."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        return time.monotonic() - begun


@pytest.fixture
def environment() -> dict[str, str]:
    """The key comes from the environment, and nothing else of ours does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAAIBOEK_")}
    return {**kept, "DRAAIBOEK_KEY": KEY}


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Iterator[Callable[..., Server]]:
    started: list[Server] = []

    def start(*command: str | Path, port: int | None = None, **env: str) -> Server:
        number = port or free_port()
        words = command or ("sos.py", "run", "--port", str(number), "--address", HERE, "--data", tmp_path / "data")
        folder = tmp_path / f"start-{len(started)}"
        folder.mkdir()
        with (folder / "said.txt").open("wb") as said, (folder / "complained.txt").open("wb") as complained:
            process = subprocess.Popen(
                [sys.executable, *words], cwd=ROOT, env={**environment, **env}, stdout=said, stderr=complained
            )
        started.append(Server(process, number, folder))
        return started[-1]

    yield start
    for server in started:
        for client in server.left:
            client.close()
        if server.process.poll() is None:
            server.process.kill()
            server.process.wait()


def free_port() -> int:
    with socket.create_server((HERE, 0)) as server:
        return int(server.getsockname()[1])


def what_is_kept(data: Path) -> tuple[int, int, list[str]]:
    """How many accounts and facts there are, and the conferences."""
    store = open_store(data, KEY)
    with store.reading() as session:
        conferences = list(session.exec(select(Conference.id).order_by(Conference.id)))
        accounts, entries = (len(session.exec(select(table)).all()) for table in (Account, JournalEntry))
    store.close()
    return accounts, entries, conferences


def assert_one_sentence(server: Server, *words: str) -> None:
    assert server.process.wait(PATIENCE) == 2, server.said + server.complained
    assert len(server.complained.strip().splitlines()) == 1, server.complained
    for word in words:
        assert word in server.complained


def test_it_serves_the_demo_lets_its_people_in_ends_in_seconds_and_starts_again_as_it_was(
    run: Callable[..., Server], tmp_path: Path
) -> None:
    first = run()
    first.wait_until_it_answers()
    assert f"http://localhost:{first.port}" in first.said
    assert [duty for _, duty, _ in first.accounts].count("procesbegeleider") == 2
    kept = what_is_kept(tmp_path / "data")

    name, _, password = first.accounts[0]
    client = first.signed_in(name, password)
    seen = {conference: client.get("/api/view", params={"conference": conference}) for conference in kept[2]}
    mine = next(conference for conference, answer in seen.items() if answer.status_code == 200)
    with client.stream("GET", "/api/live", params={"conference": mine}) as live:
        assert live.status_code == 200
        chunks = live.iter_bytes()
        began = next(chunks)
        assert b"event: hello" in began
        assert first.stop() < A_FEW_SECONDS
        assert b"event: snapshot" in began + b"".join(chunks)
    assert "Traceback" not in first.said + first.complained

    second = run()
    second.wait_until_it_answers()
    assert second.accounts == first.accounts
    assert what_is_kept(tmp_path / "data") == kept
    second.signed_in(name, password)
    assert second.stop() < A_FEW_SECONDS


def test_a_wrong_key_is_one_sentence_also_where_the_server_is_started_by_itself(
    run: Callable[..., Server], tmp_path: Path, new_house: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / DATABASE).write_bytes((new_house / DATABASE).read_bytes())
    before = (data / DATABASE).read_bytes()
    assert_one_sentence(run(), sentence("store.wrong_key", "nl"))

    port = free_port()
    words = ("-m", "streamlit", "run", "streamlit_app.py", "--server.address", HERE, "--server.port", str(port))
    by_itself = run(*words, port=port, DRAAIBOEK_DATA=str(data))
    assert_one_sentence(by_itself, sentence("store.wrong_key", "nl"))
    assert "Traceback" not in by_itself.said
    assert (data / DATABASE).read_bytes() == before


def test_a_port_in_use_is_one_sentence_and_nothing_is_made(run: Callable[..., Server], tmp_path: Path) -> None:
    with socket.create_server((HERE, 0)) as busy:
        port = int(busy.getsockname()[1])
        assert_one_sentence(run(port=port), f"Poort {port} is al in gebruik", "--port")
    assert not (tmp_path / "data").exists()
