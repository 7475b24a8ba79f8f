"""What a check found: which check, what, how heavily it weighs, and what it is about, as ids. No words of a family."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


class Check(StrEnum):
    """The ten checks of PRODUCT.md, in its order."""

    COVERAGE = "coverage"
    DROP_OUT = "drop_out"
    WEEK = "week"
    LOAD = "load"
    SHARPNESS = "sharpness"
    BOTTOM_LINES = "bottom_lines"
    SELF_CHECK = "self_check"
    PROFESSIONALS = "professionals"
    CHILD = "child"
    NOTHING_LEFT = "nothing_left"


class Weight(StrEnum):
    """The heaviest first. It says what to look at first, never how safe a family is."""

    MUST_LOOK_AT = "must_look_at"
    LOOK_AT = "look_at"
    GOOD_TO_KNOW = "good_to_know"


@dataclass(frozen=True, slots=True)
class Finding:
    """Advice: people decide. `what` is the key of its sentence, of why it matters and of what would mend it. `words`: vague words,
    as they stand in a word list of ours.
    """

    check: Check
    what: str
    weight: Weight
    _: KW_ONLY
    scenes: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


WEIGHTS, CHECKS = list(Weight), list(Check)


def heaviness(finding: Finding) -> tuple[int, int, int]:
    """To sort by: what weighs most first; then in the order of the checks; then what is about most risk points."""
    return WEIGHTS.index(finding.weight), CHECKS.index(finding.check), -len(finding.cards)
