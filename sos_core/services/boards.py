"""The boards at hand: each read once from the journal, and from then on only what came since."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import col

from sos_core.access.change import Moment
from sos_core.access.eyes import Face
from sos_core.access.lookup import Lookup, Profile
from sos_core.access.speaking import name_of, relation_of, speakers_in
from sos_core.access.withheld import more_withheld, withheld_by
from sos_core.domain.board import Board
from sos_core.domain.encoding import body_of
from sos_core.domain.events import CardTakenBack, Entry, PersonErased, Redone, Undone, WordsErased
from sos_core.domain.fold import apply, replay
from sos_core.domain.replacing import replace
from sos_core.domain.rules.cards import words_about
from sos_core.domain.steps import Steps, steps_of
from sos_core.store import journal
from sos_core.store.quick import Hand
from sos_core.store.tables import Conference, Person, Words

Texts = Mapping[str, str | None]
People = Mapping[str, Profile]

MOST = 64
"""Conferences at hand."""
MOST_PAST = 32
"""Boards of the moments before: who was away for a moment gets the patch from there."""
MOST_REPLAYED = 2000
"""Entries that are replayed for who was away longer; after that all is shown anew."""


@dataclass(frozen=True, slots=True)
class Current:
    """One conference as the database has it: its journal, the board that it adds up to, its words and people.

    `steps` is what the desk can take back; `reworded`: the words that read otherwise than one entry before. `moments` hold
    what each face looks up. `beside`: what stands beside the journal, once it was asked (the door's code, and whether these
    people may be together); it goes along until `Boards.forget`.
    """

    entries: tuple[Entry, ...]
    board: Board
    steps: Steps
    lookup: Lookup
    reworded: frozenset[str] = frozenset()
    moments: dict[Face, Moment] = field(default_factory=dict)
    beside: list[tuple[str, str | None]] = field(default_factory=list)

    def grown(self, newer: Sequence[Entry], texts: Texts, people: People) -> Current:
        """After these entries, with the words and people that they brought or changed. Costs what the entries cost."""
        entries = self.entries + tuple(newer)
        before = self.lookup.words
        lookup = replace(
            self.lookup,
            words={**before, **texts} if texts else before,
            people={**self.lookup.people, **people} if people else self.lookup.people,
        )
        reworded = frozenset(key for key, text in texts.items() if key in before and before[key] != text)
        board, steps = _board(self.board, entries, newer), steps_of(newer, self.steps)
        if board.restrictions or lookup.withheld.restrictions:
            lookup = _with_what_is_withheld(lookup, board, (entries, newer), {**texts, **_said_of(people)})
        return Current(entries, board, steps, lookup, reworded, beside=self.beside)


def _nothing() -> Current:
    return Current((), Board(), Steps(), Lookup({}, {}))


def _with_what_is_withheld(lookup: Lookup, board: Board, entries: tuple[Sequence[Entry], ...], texts: Texts) -> Lookup:
    """By all entries and the newer ones. While the restrictions stay as they are this costs what the new `texts` cost."""
    every, newer = entries
    if lookup.withheld.restrictions == board.restrictions:
        withheld = more_withheld(lookup.withheld, texts, speakers_in(newer))
    else:
        guards = {one.words for one in board.restrictions.values()}
        said = {key: text for key, text in lookup.words.items() if key not in guards}
        said |= _said_of(lookup.people)
        withheld = withheld_by(board.restrictions, said, lookup.words, speakers_in(every))
    return replace(lookup, withheld=withheld)


def _said_of(people: People) -> dict[str, str | None]:
    """What people are called is read too."""
    names = {name_of(key): profile.name for key, profile in people.items()}
    return names | {relation_of(key): profile.relation for key, profile in people.items()}


class Boards:
    """The newest boards. The journal is asked every time, so what another process wrote is seen too."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: OrderedDict[str, Current] = OrderedDict()
        self._past: dict[str, deque[Board]] = {}

    def current(self, hand: Hand, conference: str) -> Current:
        """The conference at the moment of this transaction."""
        with self._guard:
            before = self._kept.get(conference) or _nothing()
        newer = journal.read(hand, conference, after=before.board.seq)
        if not newer:
            return before
        if any(isinstance(entry.event, WordsErased | PersonErased) for entry in newer):
            before, newer = _nothing(), journal.read(hand, conference)  # what was known holds words that are gone
        texts, people = _brought(hand, conference, before, newer)
        now = before.grown(newer, texts, people)
        self.keep(conference, now)
        return now

    def forget(self, conference: str) -> None:
        """What stands beside this conference's journal changed: it is looked up anew."""
        with self._guard:
            self._past.pop(conference, None)
            if held := self._kept.pop(conference, None):
                held.beside.clear()  # whoever grows from it at this moment has the same list

    def keep(self, conference: str, now: Current) -> None:
        """This is how it stands, on disk."""
        with self._guard:
            held = self._kept.get(conference)
            if held is None or held.board.seq < now.board.seq:
                self._kept[conference] = now
                self._past.setdefault(conference, deque(maxlen=MOST_PAST)).append(now.board)
            self._kept.move_to_end(conference)
            while len(self._kept) > MOST:
                gone, _ = self._kept.popitem(last=False)
                self._past.pop(gone, None)

    def then(self, conference: str, current: Current, seq: int) -> Board | None:
        """The board as it was at `seq`; None for what never was, or is too long ago."""
        if not 0 < seq <= current.board.seq:
            return None
        with self._guard:
            past = tuple(self._past.get(conference, ()))
        if kept := next((board for board in past if board.seq == seq), None):
            return kept
        return replay(current.entries[:seq]) if seq <= MOST_REPLAYED else None


def _board(before: Board, entries: tuple[Entry, ...], newer: Sequence[Entry]) -> Board:
    if not before.seq or any(isinstance(entry.event, Undone | Redone) for entry in newer):
        return replay(entries)
    return reduce(lambda board, entry: apply(entry, board), newer, before)


def _brought(hand: Hand, conference: str, before: Current, newer: list[Entry]) -> tuple[Texts, People]:
    """All words and people the first time; after that only those that the newer facts name, so that a note's cost does
    not grow with what was said before it.
    """
    if not before.board.seq:
        referral = select(col(Conference.referral)).where(col(Conference.id) == conference).scalar_subquery()
        said = or_(col(Words.conference) == conference, col(Words.referral) == referral)
        return _words(hand, said), _people(hand, col(Person.conference) == conference)
    named = {text for entry in newer for text in _texts_in(body_of(entry.event))}
    for key in (entry.event.card for entry in newer if isinstance(entry.event, CardTakenBack)):
        if card := before.board.cards.get(key):
            named |= words_about(card, before.entries)
    return _words(hand, col(Words.id).in_(named)), _people(hand, col(Person.id).in_(named))


def _words(hand: Hand, which: ColumnElement[bool]) -> Texts:
    rows = hand.connection().execute(select(col(Words.id), col(Words.text)).where(which))
    return {key: text for key, text in rows}  # noqa: C416 - a row of two is no pair to dict()


def _people(hand: Hand, which: ColumnElement[bool]) -> People:
    columns = (col(Person.id), col(Person.name), col(Person.relation), col(Person.picture), col(Person.phone))
    rows = hand.connection().execute(select(*columns).where(which))
    return {key: Profile(name, relation, picture, phone) for key, name, relation, picture, phone in rows}


def _texts_in(value: Any) -> Iterator[str]:
    """Every text in an event's body, however deep: ids of words and people are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(part)
