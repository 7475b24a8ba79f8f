"""Somebody guesses what is kept from them: they write a right guess in every field that a phone has, and a wrong one. All that they
then see is alike: answers, errors, pages, streams, papers, the screen that they sit before, and what is kept of them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from pages import running
from pages.cookies import phone_cookie, staff_cookie
from sos_core.access.policy import GUESTS_VERBS
from sos_core.export.press import press
from sos_core.services.accounts import sign_in
from sos_core.services.doing import VERBS
from sos_core.services.house import new_id
from tests.builders import PASSWORD, Meeting, Office, Somebody, open_office
from tests.doors.conftest import HOST, Browser, app
from tests.everything_said import WRITING, everything_said

RIGHT, WRONG = "Lindelaan 12", "Lindenhof 12"
"""Of one length, and at one place in the alphabet."""
_ID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")


@dataclass
class Guessing:
    """One meeting with a father who guesses, and all that he was shown after each step. `ids`: each by how many came before it."""

    meeting: Meeting
    guess: str
    father: Somebody
    phone: Browser
    staff: Browser
    shown: list[tuple[str, str]] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    def note(self, what: str, answer: Any) -> None:
        text = f"{answer.status_code} {answer.headers.get('location')} {answer.text}"
        as_typed = (self.guess, self.guess.lower(), self.guess.lower().replace(" ", ""))
        named = reduce(lambda left, guess: left.replace(guess, "GUESS"), as_typed, text)
        plain = _ID.sub(lambda found: self.ids.setdefault(found[0], f"#{len(self.ids)}"), named)
        self.shown.append((what, plain.replace(self.meeting.code, "CODE")))

    def tries(self, door: str, sent: dict[str, Any]) -> None:
        before = self.meeting.now.board.seq
        what = f"{door} {sent.get('verb') or sent.get('kind') or ''}"
        self.note(what, self.phone.post(door, json={"key": new_id(), **sent}))
        self.looks(f"after {what}", since=before)

    def looks(self, when: str, *, since: int) -> None:
        for person in self.meeting.guest(self.father).people:
            self.note(f"{when}: view", self.phone.get("/api/view", params={"person": person}))
        self.note(f"{when}: stream", self.phone.get("/api/live", params={"since": str(since)}))
        self.note(f"{when}: screen", self.staff.get("/api/view", params={**self.at, "as": "screen"}))

    @property
    def at(self) -> dict[str, str]:
        return {"conference": self.meeting.conference}

    def looks_everywhere(self) -> None:
        version = {"version": "1"}
        people = self.meeting.guest(self.father).people
        for door in ("/api/plan", "/api/week", "/export/plan.pdf", "/export/mine.pdf", "/export/plan.docx"):
            self.note(door, self.phone.get(door, params=version))
        self.note("page", self.phone.get("/m", params={"plan": "1", "week": "1"}))
        for person in people:
            self.note(f"sheet of {len(self.ids)}", self.phone.get("/export/bewaard.pdf", params={"person": person}))
            self.note("whole sheet", self.staff.get("/export/bewaard.pdf", params={**self.at, "person": person}))
        self.note("paper for all", self.staff.get("/export/plan.pdf", params={**self.at, **version}))
        self.note("looked back", self.staff.get("/api/story", params=self.at))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Office]:
    office = open_office(tmp_path_factory.mktemp("guesses"), like=new_house)
    office.house.settings.smtp_host = "mail.test"
    yield office
    office.house.store.close()


@pytest.fixture(autouse=True)
def open_doors(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Streams end after their first frames; a paper is what went to the press."""
    monkeypatch.setattr(press, "made", lambda form, paper, **_: repr(paper).encode())
    running._running[:] = [office.house]
    office.house.hub._closed = True
    yield
    office.house.hub._closed = False
    running._running.clear()


@pytest.fixture
def guessing(office: Office) -> Iterator[Callable[[str], Guessing]]:
    opened: list[Browser] = []

    def begin(guess: str) -> Guessing:
        meeting = office.meeting()
        father = meeting.admitted("Karim", "parent")
        meeting.agree(father)
        meeting.do("set_road", straight=True)
        meeting.do("restrict", kind="guarded", people=[father.id], text=RIGHT)
        settings = office.house.settings
        for cookie, token in (
            (phone_cookie(settings), father.token),
            (staff_cookie(settings), sign_in(office.house, name=office.facilitator.name, password=PASSWORD)),
        ):
            opened.append(Browser(app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False))
            opened[-1].cookies.set(cookie, token)
        return Guessing(meeting, guess, father, *opened[-2:])

    yield begin
    for browser in opened:
        browser.close()


def everything_guessed(one: Guessing) -> None:
    meeting, guess = one.meeting, one.guess
    for sent in everything_said(meeting, one.father, guess):
        one.tries("/api/do" if "verb" in sent else "/api/say", sent)
    one.tries("/api/do", {"verb": "make_statement", "text": f"{guess} nog eens.", "person": one.father.id})
    one.tries("/api/mail", {"on": True, "address": f"{guess[:9]}12@mail.test".lower(), "person": one.father.id})
    one.looks_everywhere()


def on_his_phone_with_another(one: Guessing) -> None:
    """In the lobby before anybody of staff acts, then let in, and saying something; and on the page of a form."""
    one.tries("/m/meedoen", {"name": one.guess})
    added = one.meeting.guest(one.father).people[-1]
    one.note("lobby", one.phone.get("/m", params={"person": added}))
    one.note("its sheet", one.phone.get("/export/bewaard.pdf", params={"person": added}))
    before = one.meeting.now.board.seq
    one.meeting.do("admit", person=added, role="network")
    one.looks("let in", since=before)
    for who in (added, one.father.id):
        one.tries("/api/say", {"kind": "worry", "text": f"{one.guess} is ver.", "person": who, "audience": "author"})
    one.note("page", one.phone.get("/m", params={"person": added}))


def refused(one: Guessing) -> None:
    guess, person = one.guess, {"person": one.father.id}
    for sent in (
        {"kind": "worry", "text": guess * 400},
        {"kind": guess, "text": guess},
        {"kind": "worry", "text": guess, "scene": guess},
        {"kind": "worry", "text": guess, "hidden_from": [guess]},
    ):
        one.tries("/api/say", {**sent, **person})
        one.note("form", one.phone.post("/api/say", data={"key": new_id(), **sent, **person}))
    one.tries("/api/do", {"verb": "make_statement", "text": guess, **person})
    one.tries("/m/meedoen", {"name": guess * 6})
    one.tries("/m/meedoen", {"name": guess, "code": guess})
    one.tries("/api/mail", {"on": True, "address": guess, **person})
    one.tries("/api/withheld", {**one.at, "text": guess})


@pytest.mark.parametrize("story", [everything_guessed, on_his_phone_with_another, refused])
def test_a_right_guess_and_a_wrong_one_look_alike_to_who_makes_them(
    story: Callable[[Guessing], None], guessing: Callable[[str], Guessing]
) -> None:
    right, wrong = (guessing(guess) for guess in (RIGHT, WRONG))
    for one in (right, wrong):
        story(one)
    assert len(right.shown) == len(wrong.shown) > 10
    assert sum("GUESS" in text for _, text in right.shown) > 3
    for (what, told), (_, other) in zip(right.shown, wrong.shown, strict=True):
        assert told == other, what


def test_every_verb_that_takes_words_is_guessed_with() -> None:
    taking = {verb for verb in GUESTS_VERBS if "raw(" in inspect.getsource(VERBS[verb])}
    assert taking == WRITING
