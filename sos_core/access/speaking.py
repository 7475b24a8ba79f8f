"""Speaking: whose own words each text of a conference is. Pure.

Promise: whatever somebody writes on a phone is here in the name of that person, so that nothing is kept from them that they said
themselves; and what the desk writes, also about somebody, is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sos_core.domain import events as e

BY: dict[type, str] = {
    e.CardWritten: "author",
    e.AgreementAnswered: "person",
    e.ToldBack: "person",
    e.ToldAloud: "person",
    e.Confided: "person",
    e.CorrectionAsked: "person",
    e.StatementMade: "person",
    e.CheckedIn: "person",
    e.TalkDone: "by",
}
"""The facts that hold what somebody said, and where they say who."""


def name_of(person: str) -> str:
    """The id by which a person's name is looked up among words."""
    return f"name:{person}"


def relation_of(person: str) -> str:
    return f"relation:{person}"


def speakers_in(entries: Iterable[e.Entry]) -> dict[str, str]:
    """By the id of words who said them. The name that is given at the door is the own; who was invited was named by the desk."""
    return {words: who for entry in entries for words, who in _said(entry.event)}


def _said(event: e.Event) -> Iterator[tuple[str, str]]:
    if isinstance(event, e.PersonCame):
        yield name_of(event.person), event.person
    elif told := BY.get(type(event)):
        words, who = getattr(event, "words"), getattr(event, told)  # noqa: B009 - not every fact has them, these do
        if words and who:
            yield words, who
