"""A father who may not know the new address: it stands in every field that somebody can fill in, and he walks every door. So does the
facilitator through his eyes, and through the shared screen's. All others read what they read before.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from pages import running
from sos_core.domain.guarding import holds, plain_words
from sos_core.export.paper import Paper
from sos_core.export.press import press
from sos_core.services.house import new_id
from tests import builders
from tests.builders import Meeting, Somebody, open_office
from tests.doors import test_canaries as canaries
from tests.doors.test_canaries import EVERYBODY, WHO_MAY, Story, canaries_in, face_of, gets, posts, told

SECRET = "Lindelaan 12"
ON_PAPER = [" LINDELAAN-12", " lindelaan  12", " Líndelaan 12a"]
"""How people write it."""
HIS = {"ZqBram", "ZqStrength", "ZqRisk", "ZqFatherprivate"}
"""His own name, and what he says himself."""
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


@pytest.fixture(scope="module", params=["before anything was said", "when all was said, and once undone"])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Story]:
    office = open_office(tmp_path_factory.mktemp("restricted"), like=new_house)
    admitted = Meeting.admitted

    def and_restricted(meeting: Meeting, name: str, role: str = "network", **about: Any) -> Somebody:
        somebody = admitted(meeting, name, role, **about)
        if name == "ZqBram" and request.param.startswith("before"):
            restrict(meeting, somebody)
        return somebody

    with pytest.MonkeyPatch.context() as patch:
        for service in ("do", "say", "join"):
            patch.setattr(builders, service, planted(getattr(builders, service)))
        lines, line_form = canaries.line_form, builders.line_form
        patch.setattr(canaries, "line_form", lambda **said: lines(**with_the_address(said)) if said else line_form())
        patch.setattr(Meeting, "admitted", and_restricted)
        found = told(office)
        mother, father = found.people["mother"], found.people["father"]
        found.meeting.do("write_note", person=father.id, text="ZqNote")
        found.meeting.do("clarify", card=found.cards["ZqWorry"], text="ZqClearer")
        found.meeting.do("clarify", card=found.cards["ZqStrength"], text="ZqClearerhis")
        yes = found.meeting.do("note_help", person=mother.id, scene=found.meeting.scenes[0])
        assert yes
        when = {"on": "2026-11-16", "begins": "09:30", "ends": "12:00", "place": "ZqPlek"}
        found.meeting.do("plan_session", people=[mother.id, father.id], **when)
        found.meeting.do("note_preparation", preparation="unread", done=True, text="ZqAsked")
    if not request.param.startswith("before"):
        restrict(found.meeting, father)
        found.meeting.do("undo")
        found.meeting.do("redo")
    yield found
    office.house.store.close()


@pytest.fixture(autouse=True)
def open_doors(story: Story, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As for the canaries: the streams end after their first frames, and of the papers the plan alone is really printed, once."""
    printed, done = press.made, set()

    def made(form: str, paper: Paper, *, lang: str) -> bytes:
        real = form == "plan.pdf" and form not in done
        done.add(form)
        return printed(form, paper, lang=lang) if real else repr(paper).encode()

    monkeypatch.setattr(press, "made", made)
    running._running[:] = [story.office.house]
    story.office.house.hub._closed = True
    yield
    story.office.house.hub._closed = False
    running._running.clear()


def tells(answer: Any) -> bool:
    """Whether the address stands in it: in its bytes, in its headers, or in the text of a paper."""
    text = answer.content.decode("utf-8", "replace") + str(answer.headers.raw)
    if answer.content.startswith(b"%PDF"):
        paper = pypdf.PdfReader(io.BytesIO(answer.content))
        text = "".join(page.extract_text() for page in paper.pages) + str(paper.metadata)
    return holds(plain_words(text), plain_words(SECRET))


def test_he_finds_it_behind_no_door(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with EVERYBODY["father"](story) as browser:
        seen: set[str] = set()
        for door, more in gets(story):
            answer = browser.get(door, params=more)
            assert answer.status_code < 500
            assert not tells(answer), (door, more)
            seen |= canaries_in(answer)
    assert seen >= HIS
    assert not tells_in(caplog)


def test_nor_by_anything_that_he_tries(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with EVERYBODY["father"](story) as browser:
        for door, sent in posts(story):
            if door == "/m/meedoen" or sent.get("verb") == "leave":
                continue
            answer = browser.post(door, json={"key": new_id(), **sent})
            assert answer.status_code < 500
            assert not tells(answer), (door, sent)
        assert not tells(browser.post("/api/say", data={"kind": "worry", "text": ""}))
    assert not tells_in(caplog)


def test_nor_does_the_screen_or_the_facilitator_who_looks_through_his_eyes(story: Story) -> None:
    told_to: set[str] = set()
    with EVERYBODY["facilitator"](story) as browser:
        look = ("/kijk", {"conference": story.meeting.conference, "as": story.people["father"].id})
        assert not tells(browser.get(look[0], params=look[1]))
        for door, more in gets(story):
            face = face_of("facilitator", door, more, story)
            if door == "/export/days.ics":  # without a person it is the desk's
                face = face if more.get("as") or more.get("person") else "desk"
            answer = browser.get(door, params=more)
            if face in KEPT_FROM_HIM:
                assert not tells(answer), (door, more)
            elif tells(answer):
                told_to.add(face or "")
    others = {"mother", "child", "teacher", "waiting", "out", "refused"}
    assert told_to <= {"desk", *others, *(f"whole sheet of {who}" for who in others)}
    assert {"desk", "mother", "child"} <= told_to


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
    return holds(plain_words(caplog.text), plain_words(SECRET))
