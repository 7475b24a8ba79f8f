"""The press prints what the house hands it, knows nothing else, and is started again when it is gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sos_core.export.plan_pdf import plan_pdf
from sos_core.export.press import Jammed, Press
from sos_core.i18n import words_for
from sos_core.settings import FONTS, PICTURES
from tests.export.papers import small_plan

PAPER = small_plan()


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    monkeypatch.setenv("DRAAIBOEK_KEY", "0" * 64)
    press = Press()
    yield press
    press.close()


def test_it_prints_the_same_paper_as_one_would_here(press: Press) -> None:
    for lang in ("nl", "en", "nl"):
        assert press.made("plan.pdf", PAPER, lang=lang) == plan_pdf(
            PAPER, t=words_for(lang), lang=lang, pictures=PICTURES, fonts=FONTS
        )


def test_a_press_that_was_killed_is_started_again(press: Press) -> None:
    first = press.made("plan.pdf", PAPER, lang="nl")
    assert press._process is not None
    press._process.kill()
    press._process.wait()
    assert press.made("plan.pdf", PAPER, lang="nl") == first


def test_what_cannot_be_printed_jams_once_and_the_next_paper_comes(press: Press) -> None:
    broken = replace(PAPER, worries=(7,))  # type: ignore[arg-type]
    with pytest.raises(Jammed) as jam:
        press.made("plan.pdf", broken, lang="nl")
    assert str(jam.value) == ""
    assert press.made("plan.pdf", PAPER, lang="nl").startswith(b"%PDF")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_has_no_key_and_gives_way_to_everybody(press: Press) -> None:
    press.made("plan.pdf", PAPER, lang="nl")
    assert press._process is not None
    number = press._process.pid
    assert b"DRAAIBOEK_KEY" not in Path(f"/proc/{number}/environ").read_bytes()
    assert os.sched_getscheduler(number) == os.SCHED_IDLE


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_password_goes_to_it_by_the_pipe_alone_and_is_not_on_the_next_paper(press: Press) -> None:
    locked = press.made("plan.pdf", PAPER, lang="nl", password="drie losse woorden")
    assert b"/Encrypt" in locked
    assert press._process is not None
    for told in ("cmdline", "environ"):
        assert b"losse" not in Path(f"/proc/{press._process.pid}/{told}").read_bytes()
    assert b"losse" not in locked
    assert b"/Encrypt" not in press.made("plan.pdf", PAPER, lang="nl")


def test_a_press_that_is_closed_leaves_no_process(press: Press) -> None:
    press.made("plan.pdf", PAPER, lang="nl")
    process = press._process
    assert process is not None
    press.close()
    assert process.returncode is not None
