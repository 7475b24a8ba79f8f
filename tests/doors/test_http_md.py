"""docs/http.md is true: its examples run from top to bottom, and it leaves out no door and no verb."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from starlette.routing import Mount

from pages.doors.routes import routes
from sos_core.services.doing import VERBS
from sos_core.services.house import new_id
from tests.builders import PASSWORD, Meeting, Somebody
from tests.doors.conftest import Browser, Browsing

PAGE = (Path(__file__).parents[2] / "docs" / "http.md").read_text()
NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Example:
    """A request and what comes of it, as the page writes them."""

    method: str
    address: str
    who: str
    body: str
    status: int
    headers: dict[str, str]
    answer: str

    @property
    def door(self) -> str:
        return self.address.split("?")[0]


def example(block: str) -> Example:
    asked, _, came = block.partition("\n\n→ ")
    first, _, body = asked.partition("\n")
    method, address, who = re.fullmatch(r"(\w+) (\S+) \((.+)\)", first).groups()  # type: ignore[union-attr]
    status, *lines = came.strip().split("\n")
    headers = {}
    while lines and (found := re.match(r"(content-\w+|cache-control|location|set-cookie): (.*)", lines[0])):
        headers[found[1]] = found[2]
        lines.pop(0)
    return Example(method, address, who, body, int(status), headers, "\n".join(lines))


EXAMPLES = [example(block) for block in re.findall(r"```http\n(.*?)```", PAGE, re.DOTALL)]


class Reading:
    """The page as it is read: what `{names}` stand for by now."""

    def __init__(self, **known: str) -> None:
        self.known = known

    def filled(self, text: str, *, form: bool = False) -> str:
        def value(found: re.Match[str]) -> str:
            known = new_id() if found[1] == "key" else self.known[found[1]]
            return quote_plus(known) if form else known

        return NAME.sub(value, text)

    def check(self, expected: Any, found: Any) -> None:
        """What is expected is all there: of a map its named members, of a text with `…` all around it."""
        if isinstance(expected, dict):
            for key, part in expected.items():
                assert self.filled(key) in found, f"{key} is not in {sorted(found)}"
                self.check(part, found[self.filled(key)])
        elif isinstance(expected, list):
            assert len(expected) == len(found)
            for part, other in zip(expected, found, strict=True):
                self.check(part, other)
        elif isinstance(expected, str) and any(name not in self.known | {"key": ""} for name in NAME.findall(expected)):
            self.learn(expected, found)
        elif expected != "…":
            assert found == (self.filled(expected) if isinstance(expected, str) else expected)

    def learn(self, expected: str, found: str) -> None:
        """What a new name stands for is what stands there the first time."""
        parts = NAME.split(expected)  # text, name, text, name, text
        known = [re.escape(self.known[part]) if part in self.known else f"(?P<{part}>.+)" for part in parts[1::2]]
        texts = [re.escape(part) for part in parts[::2]]
        came = re.fullmatch("".join(one for pair in zip(texts, [*known, ""], strict=True) for one in pair), found)
        assert came, f"{expected} is not {found}"
        self.known |= came.groupdict()

    def check_text(self, expected: str, text: str) -> None:
        """Each expected line is in the text, one after another."""
        lines = [self.pattern(line) for line in expected.splitlines()]
        assert re.search(".*".join(lines), text, re.DOTALL), f"{expected}\n\nis not in\n\n{text}"

    def pattern(self, line: str) -> str:
        return ".*?".join(re.escape(part) for part in self.filled(line).split("…"))


def run(this: Example, reading: Reading, client: Browser) -> None:
    form = bool(this.body) and not this.body.startswith("{")
    sent = reading.filled(this.body, form=form)
    kind = "application/x-www-form-urlencoded" if form else "application/json"
    address = reading.filled(this.address)
    answer = client.request(this.method, address, content=sent.encode(), headers={"content-type": kind})
    assert answer.status_code == this.status, answer.text
    for name, value in this.headers.items():
        came = answer.headers.get_list(name)
        assert any(re.fullmatch(reading.pattern(value), one) for one in came), f"{name}: {came}"
    if this.answer.startswith("{"):
        reading.check(json.loads(this.answer), answer.json())
    elif this.answer:
        reading.check_text(this.answer, answer.content.decode("latin-1") if "pdf" in address else answer.text)


def test_every_example_of_the_page_is_true(
    browser: Browsing, meeting: Meeting, father: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    browsers = {
        "a stranger": browser(),
        "facilitator": browser(),
        "phone": browser(),
        "referrer": browser(meeting.office.referrer),
        "coordinator": browser(meeting.office.coordinator),
    }
    reading = Reading(
        conference=meeting.conference,
        code=meeting.code,
        scene=meeting.scenes[0],
        line=meeting.lines[0],
        login=meeting.facilitator.name,
        password=PASSWORD,
        father=father.id,
    )
    for this in EXAMPLES:
        with monkeypatch.context() as closing:
            if this.door == "/api/live":
                closing.setattr(meeting.house.hub, "_closed", True)  # the stream ends after its first frames
            run(this, reading, browsers[this.who])
        if this.door == "/m/meedoen" and this.status == 303:
            reading.known["riet"] = list(meeting.now.board.attendees)[-1]
    assert meeting.now.board.attendees[reading.known["riet"]].standing.value == "out"


def test_every_door_has_an_example() -> None:
    shown = {(this.method, this.door) for this in EXAMPLES}
    for route in routes:
        if isinstance(route, Mount):
            continue
        for method in route.methods - {"HEAD"}:
            assert (method, route.path) in shown
    assert any(door.startswith("/face/") for _, door in shown)


def test_the_table_of_doors_names_every_door_and_no_other() -> None:
    rows = {tuple(found) for found in re.findall(r"^\| `(GET|POST) (/[^` ]*)`", PAGE, re.MULTILINE)}
    ours = {(method, r.path) for r in routes if not isinstance(r, Mount) for method in r.methods - {"HEAD"}}
    assert rows == ours | {("GET", "/"), ("GET", "/face/…")}


def test_the_table_of_verbs_names_every_verb_and_no_other() -> None:
    table = PAGE.split("| verb | fields | who |")[1].split("\n\n")[0]
    named = [verb for row in table.splitlines() for verb in re.findall(r"`(\w+)`", row.split(" | ")[0])]
    assert sorted(named) == sorted(VERBS)


def test_an_example_that_is_not_true_is_noticed(browser: Browsing) -> None:
    stranger = browser()
    for lie in (
        "GET /welkom (x)\n\n→ 303",
        "GET /welkom (x)\n\n→ 200\nlocation: /m",
        "GET /welkom (x)\n\n→ 200\n<h1>Niet welkom</h1>",
        'GET /healthz (x)\n\n→ 200\n{"ok": false}',
        'GET /healthz (x)\n\n→ 200\n{"well": true}',
    ):
        with pytest.raises((AssertionError, KeyError)):
            run(example(lie), Reading(), stranger)
