"""The boards at hand: each read once from the journal, and from then on only what came since."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from sos_core.access.eyes import Eyes
from sos_core.access.view import Lookup, Profile, View
from sos_core.domain.board import Board
from sos_core.domain.encoding import body_of
from sos_core.domain.events import CardTakenBack, Entry, Redone, Undone
from sos_core.domain.fold import apply, replay
from sos_core.domain.rules.cards import words_about
from sos_core.domain.steps import Steps, steps_of
from sos_core.store import journal
from sos_core.store.tables import Conference, Person, Words

MOST = 64


@dataclass(frozen=True, slots=True)
class Current:
    """One conference as the database has it: its journal, the board that it adds up to, its words and people.

    `steps` is what the desk can take back; `drawn` holds the views that were drawn of it, by eyes; it goes with the next change.
    """

    entries: tuple[Entry, ...]
    board: Board
    steps: Steps
    lookup: Lookup
    drawn: dict[Eyes, View] = field(default_factory=dict)


class Boards:
    """The newest boards. The journal is asked every time, so what another process wrote is seen too."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: OrderedDict[str, Current] = OrderedDict()

    def current(self, session: Session, conference: str) -> Current:
        """The conference at the moment of this session."""
        with self._guard:
            before = self._kept.get(conference)
        seq = before.board.seq if before else 0
        newer = journal.read(session, conference, after=seq)
        if before is not None and not newer:
            return before
        entries = (before.entries if before else ()) + tuple(newer)
        now = Current(
            entries,
            _board(before, entries, newer),
            steps_of(newer, before.steps) if before else steps_of(newer),
            _lookup(session, conference, before, newer),
        )
        with self._guard:
            if (held := self._kept.get(conference)) is None or held.board.seq <= now.board.seq:
                self._kept[conference] = now
            self._kept.move_to_end(conference)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return now


def _board(before: Current | None, entries: tuple[Entry, ...], newer: list[Entry]) -> Board:
    if before is None or any(isinstance(entry.event, Undone | Redone) for entry in newer):
        return replay(entries)
    board = before.board
    for entry in newer:
        board = apply(entry, board)
    return board


def _lookup(session: Session, conference: str, before: Current | None, newer: list[Entry]) -> Lookup:
    """All words and people the first time; after that only those that the newer facts name, so that a note's cost does
    not grow with what was said before it.
    """
    if before is None:
        row = session.get_one(Conference, conference)
        said = or_(col(Words.conference) == conference, col(Words.referral) == row.referral)
        return Lookup(_words(session, said), _people(session, col(Person.conference) == conference))
    named = {text for entry in newer for text in _texts_in(body_of(entry.event))}
    for key in (entry.event.card for entry in newer if isinstance(entry.event, CardTakenBack)):
        if card := before.board.cards.get(key):
            named |= words_about(card, before.entries)
    words = _words(session, col(Words.id).in_(named))
    people = _people(session, col(Person.id).in_(named))
    return Lookup({**before.lookup.words, **words}, {**before.lookup.people, **people})


def _words(session: Session, which: ColumnElement[bool]) -> dict[str, str | None]:
    return dict(session.exec(select(Words.id, Words.text).where(which)).all())


def _people(session: Session, which: ColumnElement[bool]) -> dict[str, Profile]:
    found = session.exec(select(Person).where(which))
    return {person.id: Profile(person.name, person.relation, person.picture) for person in found}


def _texts_in(value: Any) -> Iterator[str]:
    """Every text in an event's body, however deep: ids of words and people are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(part)
