"""The letter as it leaves the printer: its code brings in the person of the letter and nobody else, and its pictures are on it.

There is no reader of QR codes among what the tests have, and Chromium has none on Linux. So the squares are read from the picture of
the page, by what is to be seen there alone, and held against those that the QR library makes for an address: alike, every reader
finds that address in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import numpy as np
import pypdfium2
import pytest
import segno

from sos_core.access.secrets import new_door_token
from sos_core.services import links
from tests.builders import Meeting
from tests.doors.conftest import HOST, Browser, Browsing, sentence_in

SHARP = 4
"""Dots of the picture for each point of the page: four or more for a square of a code."""
STEPS = ("We zitten bij elkaar", "Je praat mee", "We kijken naar gewone dagen", "We maken afspraken")
Picture = Any
Squares = list[list[bool]]


class Printed:
    """One page, as a picture: the squares of its code, and how much is drawn beside each step."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page, self._text = page, page.get_textpage()
        self._picture: Picture = page.render(scale=SHARP).to_numpy()[..., :3]
        self.code, self.drawn = self._code(), [self._drawn_beside(step) for step in STEPS]

    def _place_of(self, words: str) -> tuple[int, int, int]:
        """Where this stands: left, top and bottom, in dots."""
        at, _ = self._text.search(words).get_next()
        left, bottom, _, top = self._text.get_charbox(at)
        high = self._page.get_height()
        return round(left * SHARP), round((high - top) * SHARP), round((high - bottom) * SHARP)

    def _code(self) -> Squares:
        """The squares under its heading, dark or not: the first dark run is the upper side of its corner, seven squares wide."""
        left, top, bottom = self._place_of("Deze code is van jou")
        dark = self._picture[2 * bottom - top :, left : self._place_of("Scan deze code")[0]].max(axis=2) < 128
        top = int(np.argmax(dark.any(axis=1)))
        across = np.flatnonzero(dark[top : top + SHARP].any(axis=0))
        first, last = int(across[0]), int(across[-1])
        run = int(np.argmin(dark[top + 1, first + 1 :])) + 1
        square = run / 7
        many = round((last + 1 - first) / square)
        middle = [(number + 0.5) * square for number in range(many)]
        return [[bool(dark[round(top + down), round(first + beside)]) for beside in middle] for down in middle]

    def _drawn_beside(self, words: str) -> int:
        """How many dots of a picture stand left of these words."""
        left, top, bottom = self._place_of(words)
        return int((self._picture[top - 8 * SHARP : bottom + 8 * SHARP, : left - SHARP] < 200).any(axis=2).sum())


def squares_for(token: str) -> Squares:
    return [[bool(one) for one in row] for row in segno.make(f"{HOST}/m#l={token}", error="m", micro=False).matrix]


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The secrets that letters get here, in their order: nobody else ever knows one."""
    made = [new_door_token() for _ in range(3)]
    given: Iterator[str] = iter(made)
    monkeypatch.setattr(links, "new_door_token", lambda: next(given))
    return made


def letter(desk: Browser, meeting: Meeting, person: str) -> Printed:
    answer = desk.post("/export/letter.pdf", json={"conference": meeting.conference, "person": person})
    assert answer.status_code == 200
    with closing(pypdfium2.PdfDocument(answer.content)) as pages:
        return Printed(pages[0])


def test_the_code_on_a_printed_letter_brings_in_its_own_person_until_there_is_a_new_letter(
    browser: Browsing, meeting: Meeting, secrets: list[str]
) -> None:
    desk = browser(meeting.facilitator)
    riet = meeting.do("invite", name="Riet", role="network", relation="oma")
    mo = meeting.do("invite", name="Mo", role="network")
    first, others, second = (letter(desk, meeting, person) for person in (riet, mo, riet))
    codes = [squares_for(token) for token in secrets]
    assert [one.code for one in (first, others, second)] == codes
    assert len({str(code) for code in codes}) == 3
    assert min(first.drawn + others.drawn) > 100
    old = browser().post("/m/meedoen", data={"link": secrets[0]})
    assert sentence_in(old) == "Deze link werkt niet meer. Vraag de procesbegeleider om een nieuwe."
    for token, person in ((secrets[1], mo), (secrets[2], riet)):
        phone = browser()
        came = phone.post("/m/meedoen", data={"link": token})
        assert (came.status_code, came.headers["location"]) == (303, f"/m?person={person}")
        me = phone.get("/api/view").json()["me"]
        assert (me["person"], me["state"]) == (person, "waiting")
