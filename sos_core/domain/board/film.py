"""What stands on the film: routines, scenes, what was said there, and the pictures that people would like. Frozen."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import Audience, CardKind


@dataclass(frozen=True, slots=True)
class Routine:
    id: str
    title: str
    picture: str
    scenes: tuple[str, ...]
    base: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """`helpers`: offers of help in the order in which they are asked; one that is not among them comes after."""

    id: str
    routine: str
    title: str
    time: str | None
    place: str | None
    picture: str
    library: str | None
    base: str = ""
    talked_through: bool = False
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """`words` is an id; `author` is empty where the reader may not know who said it. `seq` is when it was said.

    `held`: said while cards are held back, and not shown yet. `behind`: the card that says the same, and stands for both.
    `clearer` is the id of the facilitator's wording beside its own words. A card that was taken back stays as a mark without
    a face, so that what leaned on it stays as narrow as it was.
    `lapsed`: an offer of somebody who left; eyes that may not see whose it is know it by this.
    """

    id: str
    seq: int
    kind: CardKind
    words: str | None
    author: str
    scene: str | None
    risk: str | None
    audience: Audience
    hidden_from: tuple[str, ...]
    on_board: bool
    named: bool = True
    child_yes: bool = False
    parked: bool = False
    parked_because: str | None = None
    clearer: str | None = None
    behind: str | None = None
    held: bool = False
    taken_back: bool = False
    lapsed: bool = False

    @property
    def narrow(self) -> bool:
        """Not everybody in the room may read it."""
        return self.audience is not Audience.EVERYBODY or bool(self.hidden_from)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A picture that somebody would like at a scene."""

    id: str
    seq: int
    person: str
    scene: str
    picture: str
