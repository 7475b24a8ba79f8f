"""The road of every change: lock → replay → decide → append → publish. There is no second way into the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlmodel import Session

from sos_core.access.actor import Actor, Stake
from sos_core.domain.board import Board
from sos_core.domain.errors import NotFound
from sos_core.domain.events import Event
from sos_core.domain.words import spoken
from sos_core.services.boards import Current
from sos_core.services.house import House, new_id
from sos_core.store import journal
from sos_core.store.journal import Kept
from sos_core.store.tables import Conference, Referral, Words


@dataclass(slots=True)
class Step:
    """What a verb works with: the board as it is, and the pen for the words and rows that go with the fact."""

    session: Session
    conference: str
    current: Current
    made: str | None = None
    _texts: dict[str, str] = field(default_factory=dict)

    @property
    def board(self) -> Board:
        return self.current.board

    def keep(self, text: object) -> str:
        """Keep these words; their id is what goes into the fact. Raises the `words.…` errors."""
        words = new_id()
        self._texts[words] = spoken(text)
        return words

    def keep_if_any(self, text: object) -> str | None:
        """As `keep`; None for nothing, and for a text of blanks only."""
        nothing = text is None or (isinstance(text, str) and not text.strip())
        return None if nothing else self.keep(text)

    def make(self) -> str:
        """The id of what this step makes: it is part of the answer."""
        self.made = new_id()
        return self.made

    def write_words(self) -> None:
        for words, text in self._texts.items():
            self.session.add(Words(id=words, conference=self.conference, text=text))


def carry_out(house: House, actor: Actor, conference: str, key: str | None, decide: Callable[[Step], Event]) -> Kept:
    """Let `decide` look at the board and give one fact; keep it with its words and rows, all or nothing; tell the hub.

    A `key` that was sent before gives the same answer and changes nothing. Raises what `decide` raises.
    """
    with house.lock(conference), house.store.writing() as session:
        kept = record(house, session, actor, conference, key, decide)
    house.hub.publish(conference)
    return kept


def record(
    house: House, session: Session, actor: Actor, conference: str, key: str | None, decide: Callable[[Step], Event]
) -> Kept:
    """As `carry_out`, inside a transaction that the caller holds and publishes."""
    if key and (sent := journal.already(session, conference, key)):
        return sent
    current = house.boards.current(session, conference)
    step = Step(session, conference, current)
    event = decide(step)
    step.write_words()
    seq = current.board.seq + 1
    journal.append(session, conference, event, seq=seq, by=actor.id, at=house.now(), key=key, answer=step.made)
    return Kept(seq, step.made)


def stake_in(session: Session, conference: str) -> Stake:
    """Whose conference this is. Raises NotFound."""
    row = session.get(Conference, conference)
    if row is None:
        raise NotFound("conference.not_here")
    referral = session.get_one(Referral, row.referral)
    return Stake(row.id, row.facilitator, referral.referrer, row.second)
