"""Everything that somebody can write on a phone: each verb that takes words, with words in it. Promise: a verb that comes to take
words and is not said here makes a test red.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sos_core.domain.kinds import CardKind
from tests.builders import Meeting, Somebody

WRITING = frozenset(
    {"answer_agreement", "tell_back", "make_statement", "check_in", "finish_talk", "confide", "ask_correction"}
)
"""What a phone can do with words, besides saying something."""


def everything_said(meeting: Meeting, who: Somebody, text: str) -> Iterator[dict[str, Any]]:
    """What is sent, to be sent one after the other: what the desk has to do in between is done when the next is asked for. There is an
    agreement of this person, and no plan. What has no `verb` is said at `POST /api/say`.
    """
    for said in _everything(meeting, who.id):
        words = {"text": f"{text} {said.get('verb') or said['kind']}"}
        yield {**words, **said, "person": who.id}


def _everything(meeting: Meeting, person: str) -> Iterator[dict[str, Any]]:
    here: dict[str, Any] = {"scene": meeting.scenes[0]}
    yield {"kind": "worry", "audience": "author"}
    for kind in CardKind:  # a risk point comes before what hangs on it
        yield {"kind": kind.value, **(here if kind not in {CardKind.WORRY, CardKind.STRENGTH} else {})}
        if kind is CardKind.RISK:
            here["risk"] = next(reversed(meeting.now.board.cards))
    mine = {"agreement": next(key for key, one in meeting.now.board.agreements.items() if one.who == person)}
    for answer in ("no", "yes_if"):
        yield {"verb": "answer_agreement", **mine, "answer": answer}
    yield {"verb": "tell_back", **mine}
    yield {"verb": "confide"}
    yield {"verb": "ask_correction"}
    meeting.adopted()
    yield {"verb": "make_statement"}
    yield {"verb": "check_in", **mine, "how": "not"}
    told = next(one.id for one in meeting.now.board.check_ins.values() if one.person == person)
    yield {"verb": "finish_talk", "talk": meeting.do("agree_talk", check_in=told, speaks="facilitator", to=person)}
