"""Whatever comes in by a door: kept as it was said, or refused with a sentence. The board of before, and never a fault."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sos_core.services.doing import VERBS
from sos_core.services.house import new_id
from tests.builders import PASSWORD, Meeting, Office, Somebody
from tests.doors.conftest import Browser, Browsing, sentence_in

ENGLISH = {"accept-language": "en-GB,en;q=0.9"}
KEPT = {
    "emoji": "Opa 👨‍👩‍👧‍👦 helpt 🏳️‍🌈.",
    "a letter in parts": "Zoe\u0308 belt.",
    "right to left": "\u202bهو يصرخ\u202c en dan \u200fstil.",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)> & </script><!--",
    "a template": "{{ 7 * 7 }} {% raw %} ${x} %s {0}",
    "SQL": "'; DROP TABLE words; --",
    "lines": "Een.\r\nTwee.\n\n\tDrie.",
    "the longest": "a" * 4000,
    "the longest in emoji": "😀" * 4000,
    "a path": "../../etc/passwd",
}
REFUSED: dict[str, Any] = {
    "nothing": "",
    "blanks": " \n\t\u00a0 ",
    "signs that show nothing": "\u200b\u200f\u2060\ufeff",
    "absent": None,
    "too long": "a" * 4001,
    "too long in emoji": "😀" * 4001,
    "a null character": "ab\x00cd",
    "an escape": "\x1b[31mrood",
    "half a character": "ab\ud800cd",
    "a number": 7,
    "yes": True,
    "a list": ["a"],
    "a record": {"a": "b"},
    "too large a number": 10**400,
}
IDS: list[Any] = ["", "nothing", "0", "🙂", "a" * 65, "a\nb", "'--", 7, 1.5, True, None, [], {}, ["a"], "\ud800"]


@pytest.fixture
def phone(browser: Browsing, mother: Somebody) -> Browser:
    return browser(mother)


@pytest.fixture
def desk(browser: Browsing, meeting: Meeting) -> Browser:
    return browser(meeting.facilitator)


def sent(browser: Browser, door: str, body: dict[str, Any], **headers: str) -> Any:
    """As JSON, and also what no ordinary client would write."""
    return browser.post(
        door, content=json.dumps(body).encode(), headers={"content-type": "application/json", **headers}
    )


def refused(answer: Any) -> None:
    assert 400 <= answer.status_code < 500, answer.text
    assert sentence_in(answer).strip()


def new(**fields: Any) -> dict[str, Any]:
    return {"key": new_id(), **fields}


@pytest.mark.parametrize("what", KEPT)
def test_what_can_be_kept_is_kept_as_it_was_said_and_shown_as_text(
    what: str, phone: Browser, meeting: Meeting, mother: Somebody
) -> None:
    for answer in (
        sent(phone, "/api/say", new(kind="worry", text=KEPT[what])),
        phone.post("/api/say", data=new(kind="worry", text=KEPT[what])),
    ):
        assert answer.status_code in {200, 303}
    said = [card["text"] for card in meeting.seen_by(mother)["cards"].values()]
    assert len(said) == 2
    for text in said:
        assert text.encode() == KEPT[what].replace("\r\n", "\n").replace("e\u0308", "ë").encode()
    page = phone.get("/m").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_kept_is_refused_with_a_sentence(what: str, phone: Browser, meeting: Meeting) -> None:
    before = meeting.now.board
    for headers in ({}, ENGLISH):
        refused(sent(phone, "/api/say", new(kind="worry", text=REFUSED[what]), **headers))
    if isinstance(REFUSED[what], str) and what != "half a character":
        refused(phone.post("/api/say", data=new(kind="worry", text=REFUSED[what])))
    assert meeting.now.board == before


def test_a_text_that_is_too_long_for_a_form_stands_in_its_box_again(phone: Browser, meeting: Meeting) -> None:
    meeting.do("move_phase", phase="film")
    answer = phone.post("/api/say", data=new(kind="worry", text="b" * 4001))
    assert answer.status_code == 422
    assert "4.000" in sentence_in(answer)
    assert "b" * 4001 in answer.text


@pytest.mark.parametrize("name", ["kind", "scene", "risk", "person", "audience", "hidden_from", "key"])
def test_no_id_or_choice_that_is_not_there_changes_anything(name: str, phone: Browser, meeting: Meeting) -> None:
    usual = {"kind": "risk", "text": "Hij is laat.", "scene": meeting.scenes[0]}
    fine: dict[str, list[Any]] = {
        "risk": ["", None],
        "person": ["", None],
        "audience": ["", None],
        "hidden_from": ["", None, [], {}, False, 0],
        "key": ["nothing", "0", "🙂", "'--"],
    }
    for value in IDS:
        before = meeting.now.board
        answer = sent(phone, "/api/say", {**new(**usual), name: value})
        if value in fine.get(name, []) and not isinstance(value, bool):
            assert answer.status_code == 200, value
        else:
            refused(answer)
            assert meeting.now.board == before


def test_nothing_of_another_conference_can_be_used(
    browser: Browsing, phone: Browser, desk: Browser, meeting: Meeting, mother: Somebody, office: Office
) -> None:
    other = office.meeting(facilitator=office.other_facilitator)
    guest = other.admitted("Ginny", "parent")
    risk, worry = other.shown(guest, "risk"), other.shown(guest, "worry")
    agreement = other.agree(guest)
    own = meeting.agree(mother)
    at = {"conference": meeting.conference}
    deal = {"what": "a", "when": "b", "notice": "c"}
    boards = [meeting.now.board, other.now.board]
    for browsing, door, body in [
        (phone, "/api/say", {"kind": "risk", "text": "a", "scene": other.scenes[0]}),
        (phone, "/api/say", {"kind": "warning_sign", "text": "a", "risk": risk}),
        (phone, "/api/say", {"kind": "worry", "text": "a", "person": guest.id}),
        (phone, "/api/say", {"kind": "worry", "text": "a", "hidden_from": [guest.id]}),
        (phone, "/api/do", {"verb": "take_back", "card": worry}),
        (phone, "/api/do", {"verb": "hide_card", "card": worry, "audience": "author"}),
        (phone, "/api/do", {"verb": "answer_agreement", "agreement": agreement, "answer": "yes"}),
        (phone, "/api/do", {"verb": "answer_agreement", "agreement": own, "answer": "yes", "person": guest.id}),
        (phone, "/api/do", {"verb": "leave", "person": guest.id}),
        (desk, "/api/do", {**at, "verb": "admit", "person": guest.id, "role": "parent"}),
        (desk, "/api/do", {**at, "verb": "turn_away", "person": guest.id}),
        (desk, "/api/do", {**at, "verb": "put_on_board", "card": worry, "named": True}),
        (desk, "/api/do", {**at, "verb": "take_off_board", "card": worry}),
        (desk, "/api/do", {**at, "verb": "park", "card": worry, "reason": "a"}),
        (desk, "/api/do", {**at, "verb": "show_scene", "scene": other.scenes[0]}),
        (desk, "/api/do", {**at, "verb": "play", "scene": other.scenes[0]}),
        (desk, "/api/do", {**at, "verb": "talk_through", "scene": other.scenes[0]}),
        (desk, "/api/do", {**at, "verb": "drop_agreement", "agreement": agreement}),
        (desk, "/api/do", {**at, "verb": "make_agreement", **deal, "who": guest.id}),
        (desk, "/api/do", {**at, "verb": "make_agreement", **deal, "who": mother.id, "backups": [guest.id]}),
        (desk, "/api/do", {**at, "verb": "make_agreement", **deal, "who": mother.id, "risks": [risk]}),
        (desk, "/api/do", {**at, "verb": "make_agreement", **deal, "who": mother.id, "bottom_lines": other.lines}),
        (desk, "/api/do", {"verb": "undo", "conference": other.conference}),
        (
            browser(office.referrer),
            "/api/do",
            {**at, "verb": "judge_line", "bottom_line": other.lines[0], "holds": True},
        ),
    ]:
        answer = sent(browsing, door, new(**body))
        refused(answer)
        assert answer.status_code == 404, body
        assert [meeting.now.board, other.now.board] == boards


@pytest.mark.parametrize("verb", VERBS)
def test_no_verb_makes_a_fault_of_what_it_is_given(
    verb: str, phone: Browser, desk: Browser, meeting: Meeting, mother: Somebody
) -> None:
    good: dict[str, Any] = {
        "person": mother.id,
        "card": meeting.shown(mother, "worry"),
        "agreement": meeting.agree(mother),
        "scene": meeting.scenes[0],
        "who": mother.id,
        "what": "a",
        "when": "b",
        "notice": "c",
        "because": "d",
        "reason": "e",
    }
    names = [
        *good,
        "role",
        "phase",
        "audience",
        "answer",
        "how",
        "decision",
        "value",
        "holds",
        "evaluation_on",
        "next_on",
    ]
    names += ["risks", "hidden_from", "library", "scenes", "title", "relation", "picture", "text", "base", "named"]
    odd: list[Any] = [
        "",
        "nothing",
        "\x00",
        "a" * 5000,
        -1,
        1e400,
        True,
        None,
        [[]],
        [{"title": 7, "time": "25:00"}],
        {},
    ]
    for browsing, at in ((phone, {}), (desk, {"conference": meeting.conference})):
        refused_or_kept(sent(browsing, "/api/do", {"verb": verb, **at}))
        for value in odd:
            worse = dict.fromkeys(names, value)
            refused_or_kept(sent(browsing, "/api/do", new(**worse, **at, verb=verb)))
            for name in ("scenes", "evaluation_on") if at else ():
                refused_or_kept(sent(browsing, "/api/do", new(**{**good, name: value}, **at, verb=verb)))


def refused_or_kept(answer: Any) -> None:
    assert answer.status_code < 500, answer.request.content
    if answer.status_code != 200:
        refused(answer)


def test_a_verb_that_is_not_there_is_refused(phone: Browser, desk: Browser, meeting: Meeting) -> None:
    before = meeting.now.board
    for verb in ("", "nothing", "__class__", "Do", "undo ", 7, None, [], {}, "\x00"):
        for headers in ({}, ENGLISH):
            refused(sent(phone, "/api/do", new(verb=verb), **headers))
            refused(sent(desk, "/api/do", new(verb=verb, conference=meeting.conference), **headers))
    assert meeting.now.board == before


def test_no_name_that_cannot_be_kept_comes_in(browser: Browsing, meeting: Meeting) -> None:
    before, stranger = meeting.now.board, browser()
    for name in [*REFUSED.values(), "a" * 61, "😀" * 61]:
        for headers in ({}, ENGLISH):
            refused(sent(stranger, "/m/meedoen", new(name=name, code=meeting.code), **headers))
    assert meeting.now.board == before
    assert "draaiboek_phone" not in stranger.cookies


def test_any_name_of_a_person_is_kept(browser: Browsing, meeting: Meeting) -> None:
    names = ["Zoë", "Noor 🙂", "<b>Kees</b>", "عائشة", "\u202eseeK", "O'Brien; --", "{{ 7 * 7 }}", "Anna\nMaria"]
    for name in names:
        stranger = browser()
        assert stranger.post("/m/meedoen", data={"name": name, "code": meeting.code}).status_code == 303
        kept = next(iter(stranger.get("/api/view").json()["people"].values()))["name"]
        assert kept == " ".join(name.split())
        assert "<b>" not in stranger.get("/m").text


def test_a_wrong_code_or_token_opens_nothing(browser: Browsing, meeting: Meeting) -> None:
    before, stranger = meeting.now.board, browser()
    for code in ("", "AAAA-AAAA", "a" * 5000, "🙂", "'--", "\x00", 7, None, [], {}, "\ud800", "%"):
        for how in ("code", "token"):
            refused(sent(stranger, "/m/meedoen", new(name="Anna", **{how: code})))
            refused(sent(stranger, "/m/meedoen", new(name="Anna", **{how: code}), **ENGLISH))
    assert meeting.now.board == before


def test_joining_with_a_strange_key_is_joining_or_refused(browser: Browsing, meeting: Meeting) -> None:
    for key in ("", "a" * 5000, 7, None, [], {}, True, "🙂", "\x00"):
        stranger = browser()
        answer = sent(stranger, "/m/meedoen", {"name": "Anna", "code": meeting.code, "key": key})
        assert answer.status_code in {303, 422}
        assert stranger.get("/m").status_code == 200


def test_signing_in_with_anything_else_is_refused(browser: Browsing, office: Office) -> None:
    stranger = browser()
    for what in ("", " ", "a" * 100_000, "🙂", "\x00", "'--", "\ud800", 7, None, [], {}, True):
        for body in ({"name": what, "password": PASSWORD}, {"name": new_id(), "password": what}):
            for headers in ({}, ENGLISH):
                refused(sent(stranger, "/login", body, **headers))
    assert "draaiboek_staff" not in stranger.cookies


def test_signing_in_too_often_is_refused_with_a_sentence(browser: Browsing, office: Office) -> None:
    stranger = browser()
    name = f"Niemand {new_id()}"
    answers = [stranger.post("/login", data={"name": name, "password": "x"}) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    for answer in answers:
        refused(answer)
        assert f'value="{name}"' in answer.text


def test_no_question_in_the_address_is_a_fault(browser: Browsing, mother: Somebody, meeting: Meeting) -> None:
    meeting.house.hub.close()  # the stream ends after its first frames
    for browsing, at in ((browser(), ""), (browser(mother), ""), (browser(meeting.facilitator), meeting.conference)):
        for path in ("/m", "/welkom", "/api/view", "/api/live", "/qr", "/export/plan.pdf", "/export/agenda.ics"):
            for name in ("conference", "as", "person", "since", "version", "lang", "kind"):
                for value in ("", "nothing", "%00", "%ff%fe", "a" * 3000, "'--", "🙂", "../..", "-1"):
                    address = f"{path}?{name}={value}&conference={at}"
                    assert browsing.get(address).status_code < 500, address
