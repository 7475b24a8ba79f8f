"""A meeting in which everything goes wrong at once: eight phones, three of them in bad wifi, and a server that dies three times.

Two hundred things are said. Each stands on the board once, in the order in which its phone said it.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Error, Route, expect

from tests.browser.serving import Server
from tests.browser.windows import HIDING, Phone, Staff, Windows
from tests.builders import Meeting, Office, Somebody

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

ROUNDS = 25
NAMES = ("Anna", "Bram", "Cor", "Dina", "Els", "Fatma", "Gijs", "Hanna")
KILLED_IN = (6, 13, 20)
"""The server dies in the middle of these rounds, and comes back in the middle of the next."""
RECOVERED_WITHIN = 10.0
GIVEN_UP_AFTER = 60.0
UNSETTLED = 'Boolean(sessionStorage.getItem("draaiboek.outbox") || document.getElementById("link"))'
QUICKLY = """words => {
  const box = document.getElementById("text");
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.form.requestSubmit();
}"""
"""Typed and sent by a hand that is quicker than any person's, so that much is on its way when something breaks."""
Weather = Callable[["Talker", int], None]


@dataclass
class Talker:
    """Somebody with a phone, and what befalls that phone before each thing they say."""

    somebody: Somebody
    phone: Phone
    weather: Weather
    said: list[str] = field(default_factory=list)

    def speak(self, round_: int) -> None:
        self.weather(self, round_)
        self.said.append(f"{self.somebody.name} zegt zin {round_}.")
        self.phone.page.evaluate(QUICKLY, self.said[-1])


def fair(_talker: Talker, _round: int) -> None:
    pass


def in_and_out(talker: Talker, round_: int) -> None:
    """No wifi in two rounds of five."""
    talker.phone.context.set_offline(round_ % 5 in {2, 3})


def answers_get_lost(talker: Talker, round_: int) -> None:
    """In each third round the server keeps the words and its answer never comes; what is tried again is lost on the way once."""
    tries: list[Route] = []

    def lose(route: Route) -> None:
        tries.append(route)
        if len(tries) > 2:
            route.continue_()
        elif len(tries) == 2:
            route.abort()
        else:
            with suppress(Error):  # the server may be dead
                route.fetch()
            route.abort()

    page = talker.phone.page
    page.unroute_all(behavior="ignoreErrors")
    if round_ % 3 == 0:
        page.route("**/api/say", lose)


def put_away(talker: Talker, round_: int) -> None:
    """Each fourth time it goes into the pocket while the last words are still on their way: no stream, nothing is sent."""
    page = talker.phone.page
    page.evaluate("window.lookAway(false)")
    if round_ % 4 == 3:
        page.evaluate("addEventListener('submit', () => setTimeout(() => window.lookAway(true)), { once: true })")


WEATHER: tuple[Weather, ...] = (in_and_out, answers_get_lost, put_away, fair, fair, fair, fair, fair)


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    meeting.do("set_road", straight=True)
    return meeting


@pytest.fixture
def talkers(meeting: Meeting, windows: Windows) -> list[Talker]:
    return [Talker(meeting.admitted(name), windows.phone(), how) for name, how in zip(NAMES, WEATHER, strict=True)]


def test_two_hundred_things_said_stand_there_once_and_in_order_whatever_happens(
    meeting: Meeting, talkers: list[Talker], fien: Staff, server: Server
) -> None:
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    for talker in talkers:
        talker.phone.context.add_init_script(HIDING)
        talker.phone.enter(talker.somebody)
        expect(talker.phone.page.locator("#text")).to_be_visible()
    for round_ in range(ROUNDS):
        for place, talker in enumerate(talkers):
            if place == len(talkers) // 2 and round_ in KILLED_IN:
                server.kill()
            if place == len(talkers) // 2 and round_ - 1 in KILLED_IN:
                server.start()
                recover(talkers[3:])
            talker.speak(round_)
    for talker in talkers[:3]:
        talker.phone.page.unroute_all(behavior="ignoreErrors")
        talker.phone.context.set_offline(False)
        talker.phone.page.evaluate("window.lookAway(false)")
    recover(talkers)

    everything = {words for talker in talkers for words in talker.said}
    assert len(everything) == ROUNDS * len(NAMES) == 200
    expect(screen.locator(".card-words .said")).to_have_count(200)
    assert Counter(screen.locator(".card-words .said").all_inner_texts()) == Counter(everything)
    kept = sorted(meeting.desk()["cards"].values(), key=lambda card: card["seq"])
    for talker in talkers:
        assert [card["text"] for card in kept if card["author"] == talker.somebody.id] == talker.said
    expect(desk.get_by_text("Op het scherm: 200")).to_be_visible()


def recover(talkers: list[Talker]) -> None:
    """By itself, without a tap on any of these phones."""
    began = time.monotonic()
    while unsettled := [talker.somebody.name for talker in talkers if talker.phone.page.evaluate(UNSETTLED)]:
        assert time.monotonic() - began < GIVEN_UP_AFTER, unsettled
        talkers[0].phone.page.wait_for_timeout(20)
    took = time.monotonic() - began
    logging.info("%d phones recovered in %.1f s", len(talkers), took)
    assert took < RECOVERED_WITHIN
