"""Facts about what was said: cards, who may read them, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import Audience, CardKind


@dataclass(frozen=True, slots=True)
class CardWritten:
    card: str
    kind: CardKind
    words: str | None
    author: str
    scene: str | None
    risk: str | None
    audience: Audience
    hidden_from: tuple[str, ...]
    on_board: bool


@dataclass(frozen=True, slots=True)
class CardPutOnBoard:
    card: str
    named: bool


@dataclass(frozen=True, slots=True)
class CardTakenOffBoard:
    card: str


@dataclass(frozen=True, slots=True)
class ChildAgreed:
    """The child said that this card may be shown: on the own phone, or to the facilitator."""

    card: str
    on_board: bool


@dataclass(frozen=True, slots=True)
class CardTakenBack:
    card: str


@dataclass(frozen=True, slots=True)
class CardHidden:
    card: str
    audience: Audience
    hidden_from: tuple[str, ...]
