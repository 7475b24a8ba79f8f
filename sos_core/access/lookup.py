"""What stands beside the journal and a view looks up: words and people by id, the door, what undo and redo would do. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sos_core.access.speaking import name_of, relation_of
from sos_core.access.withheld import NONE, NOTHING, Withheld
from sos_core.domain.replacing import replace


@dataclass(frozen=True, slots=True)
class Profile:
    """What is kept of a person beside the journal, so that it can be erased."""

    name: str | None
    relation: str | None
    picture: str | None
    phone: str | None = None


_NOBODY = Profile(None, None, None)


@dataclass(frozen=True, slots=True)
class Door:
    """What the shared screen shows of the door."""

    open: bool
    code: str
    where: str


@dataclass(frozen=True, slots=True)
class StepSaid:
    """A step of the desk, told by its kind, by whose thing it is about and by the id of its words; `before`: the step that is next
    to go the same way after it.
    """

    step: int
    kind: str
    who: str | None
    words: str | None
    before: int | None


@dataclass(frozen=True, slots=True)
class Lookup:
    """The words and people of one conference, by id; what was erased is not in it or is None, and so is what is `unseen`: kept from
    whose lookup it is. `withheld` is what is kept from whom. `name_first`: nobody is
    let in until it is said who may not be together.
    """

    words: Mapping[str, str | None]
    people: Mapping[str, Profile]
    door: Door | None = None
    undo: StepSaid | None = None
    redo: StepSaid | None = None
    together: str | None = None
    name_first: bool = False
    withheld: Withheld = NOTHING
    unseen: frozenset[str] = NONE

    def text(self, words: str | None) -> str | None:
        return None if words is None or words in self.unseen else self.words.get(words)

    def by_the_phone_of(self, person: str) -> frozenset[str]:
        """This person, with those who speak by the same phone."""
        phone = self.people.get(person, _NOBODY).phone
        return frozenset((person, *(who for who, one in self.people.items() if phone and one.phone == phone)))

    def profile(self, person: str | None) -> Profile:
        """What is known of this person; of somebody who is not here nothing."""
        found = self.people.get(person or "", _NOBODY)
        if not self.unseen or person is None:
            return found
        name = None if name_of(person) in self.unseen else found.name
        relation = None if relation_of(person) in self.unseen else found.relation
        return replace(found, name=name, relation=relation)
