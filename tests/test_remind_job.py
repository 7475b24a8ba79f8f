"""The job `remind` as a timer runs it: a process of its own beside an open house, a real mail server, and another day each time."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sos_core.i18n.sentences import sentence
from sos_core.services.mail_address import leave_address
from sos_core.settings import ROOT
from tests.builders import Meeting
from tests.mailbox import Mailbox, mailbox

JOB = "-m sos_core.cli remind"
AS_IF = """
import sys
from datetime import datetime
from sos_core.cli import app
from sos_core.services import house

moment = datetime.fromisoformat(sys.argv.pop(1))
house.datetime = type("Then", (datetime,), {"now": classmethod(lambda cls, tz=None: moment.astimezone(tz))})
app()
"""
"""The same on another day: of the whole program only the clock of the house is another."""
ADDRESS = "riet@voorbeeld.nl"
Job = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mailbox() as box:
        yield box


@pytest.fixture
def job(meeting: Meeting, box: Mailbox) -> Job:
    """Run it, with the settings that belong to this house; on a day, or as it is."""
    settings = {"data": str(meeting.house.settings.data), "smtp_host": "127.0.0.1", "smtp_port": str(box.port)}
    settings |= {"smtp_security": "none", "smtp_from": "Wijkpunt <post@wijkpunt.example>"}

    def run(at: str = "", **otherwise: str) -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith("DRAAIBOEK_")}
        env |= {f"DRAAIBOEK_{name.upper()}": value for name, value in (settings | otherwise).items()}
        how = ["-c", AS_IF, at, "remind"] if at else shlex.split(JOB)
        return subprocess.run([sys.executable, *how], cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def asked(meeting: Meeting) -> Meeting:
    """Riet has a part in the plan and asked for a mail, on a Monday; the house stays open."""
    riet = meeting.admitted("Riet")
    meeting.agree(riet)
    meeting.adopted()
    settings = meeting.house.settings
    settings.smtp_host, settings.smtp_from = "127.0.0.1", "post@wijkpunt.example"
    leave_address(meeting.house, meeting.guest(riet), ADDRESS, person=riet.id, lang="nl")
    return meeting


def said(done: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    return done.returncode, done.stdout.strip(), done.stderr.strip()


def test_run_every_morning_it_mails_once_a_week_and_says_how_many(asked: Meeting, job: Job, box: Mailbox) -> None:
    assert said(job("2026-11-03T08:00+01:00")) == (0, "Verstuurd: 1. Niet gelukt: 0.", "")
    assert said(job("2026-11-08T23:59+01:00")) == (0, "Verstuurd: 0. Niet gelukt: 0.", "")
    assert said(job("2026-11-09T08:00+01:00")) == (0, "Verstuurd: 1. Niet gelukt: 0.", "")
    assert [to for to, _ in box.got] == [ADDRESS, ADDRESS]
    assert "Date: Mon, 09 Nov 2026" in box.got[1][1]
    asked.do("open_door")  # the house, open all the while, goes on


def test_what_is_in_its_way_is_one_sentence_without_an_address_and_nothing_is_made(
    asked: Meeting, job: Job, tmp_path: Path
) -> None:
    assert said(job(smtp_port="1")) == (2, "", sentence("mail.not_reached", "nl"))
    nowhere = tmp_path / "nowhere"
    assert said(job(data=str(nowhere))) == (2, "", sentence("store.nothing_there", "nl"))
    assert not nowhere.exists()


def test_the_timers_in_the_manual_run_this_job() -> None:
    manual = (ROOT / "docs" / "operations.md").read_text()
    service, timer = (read(block) for block in re.findall(r"```ini\n(.*?)```", manual, re.DOTALL))
    (cron,) = re.findall(r"```cron\n(.*)\n```", manual)
    assert service["Service"]["ExecStart"] == f"{service['Service']['WorkingDirectory']}/.venv/bin/python {JOB}"
    assert timer["Timer"]["OnCalendar"] == "*-*-* 08:00 Europe/Amsterdam"
    fields = cron.split(maxsplit=6)
    assert fields[:6] == ["0", "8", "*", "*", "*", service["Service"]["User"]]
    assert fields[6].endswith(f"&& .venv/bin/python {JOB}")
    assert f". {service['Service']['EnvironmentFile']} " in fields[6]


def read(block: str) -> configparser.ConfigParser:
    found = configparser.ConfigParser(interpolation=None)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read_string(block)
    return found
