"""The product as a process of its own: started, killed and started again, and stopped by its own process id."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Server:
    """`url` stays the same over a kill and a new start."""

    def __init__(
        self,
        data: Path,
        *,
        log: Path,
        host: str = "127.0.0.1",
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = ("streamlit",),
    ) -> None:
        self.port = free_port()
        self.host = host
        self.url = f"http://{host}:{self.port}"
        self._log = log
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._env = os.environ | {
            "DRAAIBOEK_DATA": str(data),
            "DRAAIBOEK_PUBLIC_URL": self.url,
            "DRAAIBOEK_DEMO": "false",
            **(env or {}),
        }

    def start(self) -> None:
        """Start, and wait until it is well."""
        command = [sys.executable, "-m", *self._program, "run", "streamlit_app.py"]
        address = ["--server.address", "127.0.0.1", "--server.port", str(self.port)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *address], cwd=ROOT, env=self._env, stdout=log, stderr=subprocess.STDOUT
            )
        self._wait_until_well()

    def kill(self) -> None:
        """As a power cut does it: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def said(self) -> str:
        """What the server wrote to its log."""
        return self._log.read_text(errors="replace")

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=20)

    def _wait_until_well(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self._process is not None
            assert self._process.poll() is None, self.said
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"not well after {PATIENCE} s:\n{self.said}")
