"""The press: a process of its own that makes papers, so that nobody's note waits for one. It has the paper and our own files, and
nothing else: no database, no key, no network.

`python -m sos_core.export.press` is that process: it reads one paper after another and writes each in its form, until its reader is gone.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from sos_core.export.paper import Paper, RowsPaper

PATIENCE = 60.0
"""Seconds, in which the thickest plan is printed many times."""
_ROOT = Path(__file__).parents[2]
_SIZE = 8
"""Bytes that say how long what follows is."""


class Jammed(Exception):
    """The paper could not be made. What stood on it is not told."""


class Press:
    """One press, started with the first paper. It prints one paper at a time."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def made(self, form: str, paper: Paper | RowsPaper, *, lang: str, password: str = "") -> bytes:
        """This paper in one of `forms.MAKERS`, in the reader's language. A PDF with a password opens with that alone; it goes over the
        pipe, and is kept nowhere. A press that is gone is started once more; raises Jammed.
        """
        with self._turn:
            for _ in range(2):
                with suppress(OSError, EOFError):
                    return self._printed(form, paper, lang, password)
                self._stop()
        raise Jammed

    def close(self) -> None:
        """The process ends; the next paper starts another."""
        with self._turn:
            self._stop()

    def _printed(self, form: str, paper: Paper | RowsPaper, lang: str, password: str) -> bytes:
        process = self._process = self._process or _started()
        late = threading.Timer(PATIENCE, process.kill)
        late.start()
        try:
            _write(process.stdin, (form, paper, lang, password))
            made = _read(process.stdout)
        finally:
            late.cancel()
        if not isinstance(made, bytes):
            raise Jammed
        return made

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


def _started() -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "sos_core.export.press"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("DRAAIBOEK_")}
    return subprocess.Popen(  # noqa: S603 - our own module
        words, cwd=_ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _write(pipe: IO[bytes] | None, what: Any) -> None:
    assert pipe
    data = pickle.dumps(what)
    pipe.write(len(data).to_bytes(_SIZE) + data)
    pipe.flush()


def _read(pipe: IO[bytes] | None) -> Any:
    assert pipe
    head = pipe.read(_SIZE)
    data = pipe.read(int.from_bytes(head))
    if len(head) < _SIZE or len(data) < int.from_bytes(head):
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from our own process, over a pipe that only we two have


def _work() -> None:
    """Whoever prints gives way to everybody who speaks."""
    from sos_core.export.forms import MAKERS
    from sos_core.i18n import words_for
    from sos_core.settings import FONTS, PICTURES

    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    with suppress(EOFError):
        while True:
            form, paper, lang, password = _read(sys.stdin.buffer)
            try:
                words = words_for(lang)
                made = MAKERS[form](paper, t=words, lang=lang, pictures=PICTURES, fonts=FONTS, password=password)
            except Exception:  # noqa: BLE001 - its text may hold a family's words
                made = None
            _write(sys.stdout.buffer, made)


press = Press()
"""The one of this program."""
atexit.register(press.close)

if __name__ == "__main__":
    _work()
