"""The road of every change: lock → replay → decide → append → publish. There is no second way into the journal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from sos_core.access.actor import Actor, Stake
from sos_core.access.lookup import Profile
from sos_core.domain.board import Board
from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.domain.events import Event
from sos_core.domain.kinds import Together
from sos_core.domain.words import spoken
from sos_core.services.boards import Current
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House, new_id
from sos_core.services.showing import show
from sos_core.services.silences import silences
from sos_core.store import journal
from sos_core.store.engine import Pen
from sos_core.store.journal import Kept
from sos_core.store.tables import Conference, Person, Referral, Words

_TOLD_BY = ("plans", "agreements", "check_ins", "evaluations")
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")


@dataclass(slots=True)
class Step:
    """What a verb works with: the board as it is, and the pen for the words and rows that go with the fact."""

    pen: Pen
    conference: str
    current: Current
    made: str | None = None
    _texts: dict[str, str] = field(default_factory=dict)

    @property
    def board(self) -> Board:
        return self.current.board

    @property
    def session(self) -> Session:
        """For the rows that go with the fact."""
        return self.pen.session

    @property
    def judged(self) -> Together | None:
        """Whether these people may be together, as it was judged last; None while nobody did."""
        wanted = select(Referral.together).join(Conference, col(Conference.referral) == col(Referral.id))
        found = self.session.exec(wanted.where(Conference.id == self.conference)).first()
        return Together(found) if found else None

    def keep(self, text: object) -> str:
        """Keep these words; their id is what goes into the fact. Raises the `words.…` errors."""
        words = new_id()
        self._texts[words] = spoken(text)
        return words

    def keep_if_any(self, text: object) -> str | None:
        """As `keep`; None for nothing, and for a text of blanks only."""
        nothing = text is None or (isinstance(text, str) and not text.strip())
        return None if nothing else self.keep(text)

    def keep_unless(self, text: object, same_as: str | None) -> str:
        """As `keep`; the id of the words `same_as` when those read the same."""
        if same_as and self.current.lookup.text(same_as) == spoken(text):
            return same_as
        return self.keep(text)

    def make(self, key: str | None = None) -> str:
        """The id of what this step makes: it is part of the answer. What somebody says gets the `key` that it was sent with, if
        that is a ULID and nothing here has it yet: so a phone knows its own words on the stream before the answer is there.
        """
        self.made = key if key and _ULID.fullmatch(key) and not self.board.has(key) else new_id()
        return self.made

    def brought(self) -> tuple[dict[str, str | None], dict[str, Profile]]:
        """The words and people that this step wrote or changed, as the board is to know them."""
        rows = self.pen.touched()
        texts = {row.id: row.text for row in rows if isinstance(row, Words)}
        return {**texts, **self._texts}, {row.id: _profile(row) for row in rows if isinstance(row, Person)}

    def write(self) -> None:
        """The rows first: words and entries name them."""
        self.pen.write()
        journal.write_words(self.pen, self.conference, self._texts)


def carry_out(
    house: House,
    actor: Actor,
    conference: str,
    key: str | None,
    decide: Callable[[Step], Event],
    *,
    also_closed: bool = False,
) -> Kept:
    """Let `decide` look at the board and give one fact; keep it with its words and rows, all or nothing; then show it.

    A `key` that was sent before gives the same answer and changes nothing. Raises what `decide` raises, and `conference.closed`
    where nothing may change any more, unless it is what opens it again (`also_closed`).
    """
    with house.lock(conference):
        with house.store.pen() as pen:
            if key and (sent := journal.already(pen, conference, key)):
                return sent
            before = house.boards.current(pen, conference)
            if before.board.closed and not also_closed:
                raise NotAllowed("conference.closed")
            kept, after = _record(house, actor, key, Step(pen, conference, before), decide)
        house.wrote_at = house.now()
        house.boards.keep(conference, after)
        show(house, conference, before, after)
    return kept


def record(house: House, pen: Pen, actor: Actor, conference: str, decide: Callable[[Step], Event]) -> None:
    """The first fact of a conference, inside a transaction that the caller holds. Nobody is watching yet."""
    _record(house, actor, None, Step(pen, conference, house.boards.current(pen, conference)), decide)


def _record(
    house: House, actor: Actor, key: str | None, step: Step, decide: Callable[[Step], Event]
) -> tuple[Kept, Current]:
    """What was kept, and how the conference stands with it once it is on disk."""
    event = decide(step)
    brought = step.brought()
    step.write()
    seq = step.board.seq + 1
    entry = journal.append(
        step.pen, step.conference, event, seq=seq, by=actor.id, at=house.now(), key=key, answer=step.made
    )
    after = step.current.grown([entry], *brought)
    if _told_otherwise(step.board, after.board):
        keep_heard(house, step.session, step.conference, after.board)
    return Kept(seq, step.made), after


def keep_heard(house: House, session: Session, conference: str, board: Board) -> None:
    """The row by which the dashboard knows of which agreement nothing is heard is as this board says."""
    row = session.get_one(Conference, conference)
    heard = silences(board, school_holidays(house.settings.region))
    if row.heard != heard:
        row.heard = heard


def _told_otherwise(before: Board, after: Board) -> bool:
    """Whether a fact, whichever it was, changed what was told of a plan. What is said in a meeting does not."""
    return bool(after.plans) and any(getattr(before, part) is not getattr(after, part) for part in _TOLD_BY)


def stake_in(session: Session, conference: str) -> Stake:
    """Whose conference this is. Raises NotFound."""
    row = session.get(Conference, conference)
    if row is None:
        raise NotFound("conference.not_here")
    referral = session.get_one(Referral, row.referral)
    return Stake(row.id, row.facilitator, referral.referrer, row.second)


def _profile(person: Person) -> Profile:
    return Profile(person.name, person.relation, person.picture, person.phone)
