"""The safety net of a family: who is around it, and what the rule says of them as advice. A person decides. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

AT_LEAST = 2
"""So many informal people. PRODUCT.md, step 2."""


class Circle(StrEnum):
    """How near somebody stands to the family."""

    INNER = "inner"
    MIDDLE = "middle"
    OUTER = "outer"


class Known(StrEnum):
    """What is known of somebody on one question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class NetQuestion(StrEnum):
    """What is asked of each person; with whether there are two of them, these are the five questions of the check."""

    REACHABLE = "reachable"
    KNOWS = "knows"
    WILLING = "willing"
    DARES = "dares"


class NetOutcome(StrEnum):
    """What a person decided on the net: yes, yes if, or no, which asks for other measures."""

    YES = "yes"
    YES_IF = "yes_if"
    NO = "no"


CAN_BE_MENDED = frozenset({NetQuestion.KNOWS})
"""A "no" that is no end: somebody can be told the worries. That somebody is not willing, or does not dare, is theirs to say."""


@dataclass(frozen=True, slots=True)
class Around:
    """Somebody around the family, as far as the rule looks. A professional leaves one day, and is not counted."""

    id: str
    informal: bool
    reachable: Known = Known.UNKNOWN
    knows: Known = Known.UNKNOWN
    willing: Known = Known.UNKNOWN
    dares: Known = Known.UNKNOWN

    def answer(self, question: NetQuestion) -> Known:
        """What is known of them on this question."""
        found: Known = getattr(self, question.value)
        return found


@dataclass(frozen=True, slots=True)
class NetAdvice:
    """What the rule says. `carry`: who can be leaned on; `could`: who may, with what is still `open` for each of them.

    `says` is None while nobody of the own network was written down: then there is nothing to say yet.
    """

    says: NetOutcome | None
    carry: tuple[str, ...]
    could: tuple[str, ...]
    open: tuple[tuple[str, NetQuestion], ...]


def advise_on_net(people: Iterable[Around]) -> NetAdvice:
    """*Yes* with two informal people of whom all four questions are answered yes; *yes, if* when two may come to that; else *no*."""
    own = [person for person in people if person.informal]
    carry = tuple(person.id for person in own if not _open(person))
    could = [person for person in own if _open(person) and not _in_the_way(person)]
    return NetAdvice(
        says=_outcome(own, len(carry), len(could)),
        carry=carry,
        could=tuple(person.id for person in could),
        open=tuple((person.id, question) for person in could for question in _open(person)),
    )


def _outcome(own: list[Around], carry: int, could: int) -> NetOutcome | None:
    if not own:
        return None
    if carry >= AT_LEAST:
        return NetOutcome.YES
    return NetOutcome.YES_IF if carry + could >= AT_LEAST else NetOutcome.NO


def _open(person: Around) -> tuple[NetQuestion, ...]:
    """The questions that are not answered yes."""
    return tuple(question for question in NetQuestion if person.answer(question) is not Known.YES)


def _in_the_way(person: Around) -> bool:
    """A "no" that nobody else can turn."""
    return any(person.answer(one) is Known.NO for one in NetQuestion if one not in CAN_BE_MENDED)
