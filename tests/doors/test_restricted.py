"""A father who may not know the new address: it stands in every field that somebody can fill in, and he walks every door. So does the
facilitator through his eyes, and through the shared screen's. All others read what they read before.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest
from starlette.routing import Mount

from pages import running
from pages.doors.routes import routes
from sos_core.export.paper import Paper
from sos_core.export.press import press
from sos_core.services.house import new_id
from tests import builders
from tests.builders import Meeting, Office, Somebody, open_office
from tests.doors import test_canaries as canaries
from tests.doors.test_canaries import EVERYBODY, LOCKABLE, WHO_MAY, Story, canaries_in, face_of, gets, posts, told

SECRET = "Lindelaan 12"
ON_PAPER = [" LINDELAAN-12", " lindelaan  12", " Líndelaan 12a"]
"""How people write it."""
HOWEVER_WRITTEN = re.compile(r"l(i|í|\\u00ed)ndelaan\W*12", re.IGNORECASE)
HIS = {"ZqBram", "ZqStrength", "ZqRisk", "ZqFatherprivate", "ZqTimed"}
"""His own name, what he says himself, and what he does by the clock."""
BEFORE, AFTER = "before anything was said", "when all was said, and once undone"
KEPT_FROM_HIM = {"father", "screen", "sheet of father", "whole sheet of father"}


def with_the_address(value: Any) -> Any:
    if isinstance(value, str) and value.startswith("Zq") and not value.startswith(tuple(HIS)):
        return value + ON_PAPER[len(value) % 3]
    if isinstance(value, dict):
        return {key: with_the_address(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(with_the_address(part) for part in value)
    return value


def planted(service: Callable[..., Any]) -> Callable[..., Any]:
    """The same service; whoever writes something writes the address with it."""

    def written(house: Any, *given: Any, **named: Any) -> Any:
        return service(house, *map(with_the_address, given), **with_the_address(named))

    return written


def restrict(meeting: Meeting, father: Somebody) -> None:
    meeting.do("restrict", kind="guarded", people=[father.id], text=SECRET)


def a_story(office: Office, restricted: str) -> Story:
    """Everything is said with the address in it, he has a part in what is agreed, and the plan goes on without who leads."""
    office.house.settings.smtp_host = "mail.test"
    admitted = Meeting.admitted

    def and_restricted(meeting: Meeting, name: str, role: str = "network", **about: Any) -> Somebody:
        somebody = admitted(meeting, name, role, **about)
        if name == "ZqBram" and restricted == BEFORE:
            restrict(meeting, somebody)
        return somebody

    agree = Meeting.agree

    def with_him(meeting: Meeting, who: Somebody, **fields: Any) -> str:
        father = meeting.people["ZqBram"]
        if fields["what"].startswith("ZqTimed"):
            return agree(meeting, father, **fields, backups=[who.id])
        hidden = fields.get("risks")  # in these two he can have no part
        return agree(meeting, who, **fields, backups=[] if hidden else [father.id])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Meeting, "agree", with_him)
        for service in ("do", "say", "join"):
            patch.setattr(builders, service, planted(getattr(builders, service)))
        lines, line_form = canaries.line_form, builders.line_form
        patch.setattr(canaries, "line_form", lambda **said: lines(**with_the_address(said)) if said else line_form())
        patch.setattr(Meeting, "admitted", and_restricted)
        found = told(office)
        mother, father = found.people["mother"], found.people["father"]
        handed = {"carries_on": mother.id, "watches": father.id, "call": "ZqCall"}
        found.meeting.evaluated("step_out", because="ZqSteppedout", **handed)
        found.meeting.do("write_note", person=father.id, text="ZqNote")
        found.meeting.do("clarify", card=found.cards["ZqWorry"], text="ZqClearer")
        found.meeting.do("clarify", card=found.cards["ZqStrength"], text="ZqClearerhis")
        yes = found.meeting.do("note_help", person=mother.id, scene=found.meeting.scenes[0])
        assert yes
        when = {"on": "2026-11-16", "begins": "09:30", "ends": "12:00", "place": "ZqPlek"}
        found.meeting.do("plan_session", people=[mother.id, father.id], **when)
        found.meeting.do("note_preparation", preparation="unread", done=True, text="ZqAsked")
    if restricted == AFTER:
        restrict(found.meeting, father)
        found.meeting.do("undo")
        found.meeting.do("redo")
    return found


@contextmanager
def opened(story: Story, *printed_already: str) -> Iterator[None]:
    """As for the canaries: the streams end after their first frames, and of the papers the plan alone is really printed, once."""
    printed, done = press.made, {*printed_already}

    def made(form: str, paper: Paper, *, lang: str, password: str = "") -> bytes:
        real = form == "plan.pdf" and form not in done
        done.add(form)
        return printed(form, paper, lang=lang) if real else repr(paper).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "made", made)
        running._running[:] = [story.office.house]
        story.office.house.hub._closed = True
        yield
        story.office.house.hub._closed = False
        running._running.clear()


@pytest.fixture(scope="module", params=[BEFORE, AFTER])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Story]:
    office = open_office(tmp_path_factory.mktemp("restricted"), like=new_house)
    yield a_story(office, request.param)
    office.house.store.close()


@pytest.fixture(autouse=True)
def open_doors(story: Story) -> Iterator[None]:
    with opened(story):
        yield


@dataclass(frozen=True)
class Answered:
    """How a door answered what was asked or sent: see `tells`."""

    door: str
    asked: dict[str, Any]
    status: int
    told: bool
    canaries: frozenset[str]


def walked(story: Story, who: str) -> list[Answered]:
    """Every door that is asked for something."""
    with EVERYBODY[who](story) as browser:
        return [answered(door, more, browser.get(door, params=more)) for door, more in askings(story)]


def tried(story: Story, who: str) -> list[Answered]:
    """Every door that something is sent to, as a script sends it and as a form."""
    found = []
    with EVERYBODY[who](story) as browser:
        for door, sent in sendings(story):
            if door in LOCKABLE:  # what is asked for stands in the address, the password does not
                found.append(answered(door, sent, browser.post(door, params=sent, data={"password": "drie woorden"})))
                continue
            for how in ("json",) if "conference" in sent else ("json", "data"):
                body: dict[str, Any] = {how: {"key": new_id(), **sent}}
                found.append(answered(door, sent, browser.post(door, **body)))
    return found


def askings(story: Story) -> Iterator[tuple[str, dict[str, str]]]:
    """As for the canaries, his page without its script, and who leads looks through his eyes, and the screen's."""
    yield from gets(story)
    yield "/m", {"plan": "1", "week": "1"}
    for face in (story.people["father"].id, "screen"):
        yield "/kijk", {"conference": story.meeting.conference, "as": face}


def answered(door: str, asked: dict[str, Any], answer: Any) -> Answered:
    assert answer.status_code < 500, (door, asked)
    door = door if not door.startswith("/agenda/") else "/agenda/{token}.ics"
    return Answered(door, asked, answer.status_code, tells(answer), frozenset(canaries_in(answer)))


def sendings(story: Story) -> Iterator[tuple[str, dict[str, Any]]]:
    """As for the canaries, and what a phone can send besides; at last what ends a visit."""
    father = {"person": story.people["father"].id}
    for door, sent in posts(story):
        if sent.get("verb") != "leave":
            yield door, sent
    for address in ("karim@mail.test", "geen adres"):
        yield "/api/mail", {**father, "on": True, "address": address}
    yield "/api/mail", {**father, "on": False}
    yield "/api/when", {"text": "Elke dag om 9 uur"}
    yield "/m/meedoen", {"name": "Ans"}
    for text in ("", "Sem slaapt slecht."):
        yield "/api/say", {**father, "kind": "worry", "text": text}
    yield "/api/do", {**father, "verb": "confide", "text": "Ik ben bang."}
    yield "/api/links", {**father, "purpose": "calendar", "on": True}
    yield from ((door, more) for door, more in gets(story) if door in LOCKABLE and more.get("version") == "2")
    yield "/logout", {}
    yield "/m/weg", {"to": "away"}


@pytest.fixture(scope="module")
def untold(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[dict[str, list[Answered]]]:
    """The same walks in the same story where nothing is kept from him: what a door tells there is what it must not tell else. A door that
    tells nothing there, because the walk does not know what to ask it for, is found by it.
    """
    office = open_office(tmp_path_factory.mktemp("free"), like=new_house)
    free = a_story(office, "never")
    before = list(running._running)
    with opened(free, "plan.pdf"):
        found = {"father": walked(free, "father"), "facilitator": walked(free, "facilitator")}
        found["father sends"] = tried(free, "father")
    running._running[:] = before
    yield found
    office.house.store.close()


def tells(answer: Any) -> bool:
    """Whether the address stands in it: in its bytes, in its headers, or in the text of a paper."""
    text = answer.content.decode("utf-8", "replace") + str(answer.headers.raw)
    if answer.content.startswith(b"%PDF"):
        paper = pypdf.PdfReader(io.BytesIO(answer.content))
        text = "".join(page.extract_text() for page in paper.pages) + str(paper.metadata)
    return bool(HOWEVER_WRITTEN.search(text))


DOORS = [route for route in routes if not isinstance(route, Mount)]
ASKED = {route.path for route in DOORS if "GET" in (route.methods or ())}
SENT = {route.path for route in DOORS if "POST" in (route.methods or ())}
FOR_STAFF = {"/kijk", "/api/story", "/api/findings", "/api/weeks", "/export/pages.pdf", "/export/lines.pdf"}
"""A guest is refused there. What they tell is walked through his eyes, or the screen's, by who leads."""
WORDLESS = {
    **dict.fromkeys(("/welkom", "/voor-gezinnen", "/voor-verwijzers"), "the house's own words"),
    **dict.fromkeys(("/healthz", "/qr", "/api/shelf"), "knows no family"),
    **dict.fromkeys(("/api/mail", "/api/links"), "whether something is on, never an address"),
    **dict.fromkeys(("/export/agenda.ics", "/agenda/{token}.ics", "/api/week"), "days and times, without words"),
    "/api/presence": "who is connected, by id",
    "/export/overview.xlsx": "aliases and figures, for a coordinator",
    **dict.fromkeys(("/api/findings", "/api/weeks"), "ids and figures: the desk has the words"),
}
"""Doors that tell nobody any words of a family, and why."""


def test_he_finds_it_behind_no_door(
    story: Story, untold: dict[str, list[Answered]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    his = walked(story, "father")
    assert_nothing_told(his, untold["father"])
    assert frozenset().union(*(one.canaries for one in his)) >= HIS
    assert not tells_in(caplog)
    assert {one.door for one in untold["father"] if one.told} == ASKED - FOR_STAFF - WORDLESS.keys()
    assert {one.door for one in his if one.status == 200}.isdisjoint(FOR_STAFF)


def test_nor_by_anything_that_he_tries(
    story: Story, untold: dict[str, list[Answered]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    his = tried(story, "father")
    assert_nothing_told(his, untold["father sends"])
    assert {one.door for one in his} == SENT
    assert not tells_in(caplog)
    assert {one.door for one in his if one.status < 400} == SENT - REFUSED
    assert {one.door for one in untold["father sends"] if one.told} == SENT - ANSWERS_WITHOUT_WORDS.keys()


REFUSED = {"/login", "/api/withheld", "/export/letter.pdf", "/export/lines.pdf"}
"""Whatever he sends there: he is nobody of staff. It is sent all the same."""
ANSWERS_WITHOUT_WORDS = {
    **dict.fromkeys(("/login", "/logout", "/m/weg"), "the house's own words"),
    "/api/when": "what was sent, in plain words",
    "/api/withheld": "for who leads, and by id",
    "/export/letter.pdf": "for who leads: see the letter",
}
"""Doors whose answer to something sent is no page and no paper with words of a family, and why."""


def assert_nothing_told(kept: list[Answered], untold: list[Answered]) -> None:
    """Nothing, at doors that answer as they do where nothing is kept from him."""
    assert [one.door for one in kept] == [other.door for other in untold]
    for one, other in zip(kept, untold, strict=True):
        assert not one.told, one
        assert one.status == other.status, (one, other)


def test_nor_does_the_screen_or_the_facilitator_who_looks_through_his_eyes(
    story: Story, untold: dict[str, list[Answered]]
) -> None:
    told_to: set[str] = set()
    behind: set[str] = set()
    for one, other in zip(walked(story, "facilitator"), untold["facilitator"], strict=True):
        face = face_of("facilitator", one.door, one.asked, story)
        if one.door == "/export/days.ics":  # without a person it is the desk's
            face = face if one.asked.get("as") or one.asked.get("person") else "desk"
        if one.door == "/kijk":
            face = "father"
        if face in KEPT_FROM_HIM:
            assert not one.told, one
            assert one.status == other.status, (one, other)
            behind |= {one.door + " at" * ("at" in one.asked)} if other.told else set()
        elif one.told:
            told_to.add(face or "")
    others = {"mother", "child", "teacher", "waiting", "out", "refused"}
    assert told_to <= {"desk", *others, *(f"whole sheet of {who}" for who in others)}
    assert {"desk", "mother", "child"} <= told_to
    theirs = {"/export/pages.pdf", "/export/mine.pdf"}  # each page as its own reader may know it; and nobody's own
    papers = {door for door in ASKED if door.startswith("/export/")}
    assert behind >= {*FOR_STAFF, *papers, "/api/view", "/api/view at", "/api/live"} - WORDLESS.keys() - theirs


def test_the_walk_got_into_every_door_and_those_that_have_no_words_have_none(untold: dict[str, list[Answered]]) -> None:
    answers = [one for walk in untold.values() for one in walk]
    assert {one.door for one in answers if one.status == 200} >= ASKED - {"/export/overview.xlsx"}
    assert {one.door for one in untold["father"] + untold["facilitator"] if one.told}.isdisjoint(WORDLESS)


@pytest.mark.parametrize(("who", "is_told"), [("father", False), ("mother", True)])
def test_a_letter_tells_the_place_only_to_who_may_know_it(who: str, is_told: bool, story: Story) -> None:
    to = {"conference": story.meeting.conference, "person": story.people[who].id}
    with EVERYBODY["facilitator"](story) as browser:
        letter = browser.post("/export/letter.pdf", json=to)
        days = browser.get("/export/days.ics", params={"conference": to["conference"], "as": to["person"]})
    assert (letter.status_code, days.status_code) == (200, 200)
    assert tells(letter) is tells(days) is is_told
    with EVERYBODY[who](story) as browser:
        assert tells(browser.get("/export/days.ics")) is is_told
        assert browser.post("/export/letter.pdf", json=to).status_code in {401, 403, 404}


@pytest.mark.parametrize("who", ["coordinator", "referrer"])
def test_papers_for_all_do_not_tell_it_whoever_prints_them(who: str, story: Story) -> None:
    with EVERYBODY[who](story) as browser:
        for door, more in gets(story):
            if (
                door.startswith("/export/") and door != "/export/bewaard.pdf"
            ):  # that is for one person, and the own words
                assert not tells(browser.get(door, params=more)), (door, more)


@pytest.mark.parametrize("who", ["mother", "child", "teacher"])
def test_all_others_read_what_they_read_before(who: str, story: Story) -> None:
    with EVERYBODY[who](story) as browser:
        answer = browser.get("/api/view")
    hers = {canary for canary, readers in WHO_MAY.items() if who in readers}
    assert canaries_in(answer) >= hers
    assert tells(answer)
    for shape in ("restriction", "withheld", "guarded"):
        assert shape not in answer.text


def test_the_desk_reads_from_whom_each_is_kept(story: Story) -> None:
    desk, father = story.meeting.desk(), story.people["father"].id
    kept = {key for key, card in desk["cards"].items() if father in card["withheld_from"]}
    assert story.cards["ZqWorry"] in kept
    assert story.cards["ZqRisk"] not in kept  # his own
    assert SECRET in [one["text"] for one in desk["restrictions"].values()]


def test_the_desk_hears_while_it_is_typed_that_he_would_not_read_it_and_nobody_else_hears_that(
    story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    father, at = story.people["father"].id, {"conference": story.meeting.conference}
    typed = [("Sem slaapt op LINDELAAN-12a.", [father]), ("Sem slaapt bij Riet.", []), ("  ", [])]
    with EVERYBODY["facilitator"](story) as browser:
        for text, names in typed:
            assert browser.post("/api/withheld", json={**at, "text": text}).json() == {"withheld_from": names}
        for sent in ({**at, "text": 3}, {**at, "text": SECRET * 400}, {"text": SECRET}, at):
            answer = browser.post("/api/withheld", json=sent)
            assert answer.status_code == 422
            assert not tells(answer)
        elsewhere = browser.post("/api/withheld", json={"conference": story.elsewhere.conference, "text": SECRET})
        assert elsewhere.status_code == 404
    for who in set(EVERYBODY) - {"facilitator"}:
        with EVERYBODY[who](story) as browser:
            refused = browser.post("/api/withheld", json={**at, "text": SECRET})
        assert refused.status_code in {401, 403, 404}, who
        assert father not in refused.text
    assert not tells_in(caplog)


def tells_in(caplog: pytest.LogCaptureFixture) -> bool:
    return bool(HOWEVER_WRITTEN.search(caplog.text))
