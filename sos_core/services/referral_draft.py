"""A referral that is being written: what is filled in so far, what is missing in which step, and the form that it becomes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Together
from sos_core.domain.words import LONGEST, LONGEST_NAME
from sos_core.domain.words import name as checked_name
from sos_core.services.referral_form import (
    OLDEST_CHILD,
    LineForm,
    Reason,
    ReferralForm,
    holds_bsn,
    looks_like_bsn,
)

MOST_ROWS = 30
"""Children, or bottom lines: more is no form any more."""


class Step(StrEnum):
    """The steps of the form, in their order."""

    FAMILY = "family"
    WHY = "why"
    NET = "net"
    LINES = "lines"
    TOGETHER = "together"
    SEND = "send"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChild:
    """A child as far as it was filled in; `id` tells one row of the form from another."""

    id: str
    name: str = ""
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A bottom line as far as it was filled in."""

    id: str
    criterion: str = ""
    trigger: str = ""
    escalation_who: str = ""
    escalation_what: str = ""
    escalation_within: str = ""

    @property
    def blank(self) -> bool:
        return not any(getattr(self, name).strip() for name in LineForm.__slots__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that the form asks; None or empty is not answered yet. `together`: None is also an answer, namely not judged yet."""

    alias: str = ""
    children: tuple[DraftChild, ...] = ()
    reason: Reason | None = None
    reason_words: str = ""
    mapped: bool | None = None
    lvb: bool | None = None
    net_wanted: bool = False
    lines: tuple[DraftLine, ...] = ()
    together: Together | None = None
    together_by: str = ""
    together_why: str = ""


BLANK = Draft(children=(DraftChild(id="first"),), lines=(DraftLine(id="first"),))
"""A form that nobody wrote in yet, with room for a child and a bottom line."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a field still wants: the key of the sentence that stands beside it."""

    step: Step
    field: str
    error: DomainError


def missing(draft: Draft) -> tuple[Missing, ...]:
    """Everything that keeps this draft from being sent, in the order of the form."""
    return tuple(_missing(draft))


def _missing(draft: Draft) -> Iterator[Missing]:
    yield from _of_family(draft)
    if draft.reason is None:
        yield _not_yet(Step.WHY, "reason", "referral.choose_reason")
    yield from _text(Step.WHY, "reason_words", draft.reason_words, "referral.say_what_happened")
    if draft.mapped is None:
        yield _not_yet(Step.WHY, "mapped", "referral.say_mapped")
    if draft.lvb is None:
        yield _not_yet(Step.NET, "lvb", "referral.say_lvb")
    yield from _of_lines(draft)
    if draft.together is not None:
        yield from _text(Step.TOGETHER, "together_by", draft.together_by, "referral.who_judged", named=True)
        yield from _text(Step.TOGETHER, "together_why", draft.together_why, "referral.why_judged")


def _of_family(draft: Draft) -> Iterator[Missing]:
    yield from _text(Step.FAMILY, "alias", draft.alias, "referral.alias_missing", named=True)
    if not draft.children:
        yield _not_yet(Step.FAMILY, "children", "referral.no_children")
    for child in draft.children:
        yield from _text(Step.FAMILY, f"{child.id}-name", child.name, "referral.child_name", named=True)
        if child.age is None or not 0 <= child.age <= OLDEST_CHILD:
            yield Missing(Step.FAMILY, f"{child.id}-age", DomainError("referral.age", oldest=OLDEST_CHILD))


def _of_lines(draft: Draft) -> Iterator[Missing]:
    """A bottom line that nobody began is left out; one that was begun is whole, or it is not one."""
    begun = [line for line in draft.lines if not line.blank]
    if not begun:
        yield _not_yet(Step.LINES, "lines", "referral.no_bottom_lines")
    for line in begun:
        for name in LineForm.__slots__:
            yield from _text(Step.LINES, f"{line.id}-{name}", getattr(line, name), "referral.part_of_line")


def _text(step: Step, field: str, text: str, empty: str, *, named: bool = False) -> Iterator[Missing]:
    if not text.strip():
        yield _not_yet(step, field, empty)
    elif number := number_in(text, alias=field == "alias"):
        yield Missing(step, field, number)
    elif len(text.strip()) > (LONGEST_NAME if named else LONGEST):
        longest = LONGEST_NAME if named else LONGEST
        yield Missing(step, field, DomainError("words.too_long", longest=longest, length=len(text.strip())))


def number_in(text: str, *, alias: bool = False) -> DomainError | None:
    """What is wrong with a text that holds a citizen's number: it is not kept, in a draft neither."""
    return DomainError("referral.no_bsn") if holds_bsn(text) or (alias and looks_like_bsn(text)) else None


def _not_yet(step: Step, field: str, key: str) -> Missing:
    return Missing(step, field, DomainError(key))


def form_of(draft: Draft) -> ReferralForm:
    """The form, of a draft in which nothing is missing. Raises the first thing that is."""
    if still := missing(draft):
        raise still[0].error
    assert draft.reason is not None
    judged = draft.together is not None
    return ReferralForm(
        alias=draft.alias,
        children=tuple((checked_name(child.name), child.age or 0) for child in draft.children),
        reason=draft.reason,
        reason_words=draft.reason_words,
        mapped=bool(draft.mapped),
        lvb=bool(draft.lvb),
        net_wanted=draft.net_wanted,
        together=draft.together,
        together_by=draft.together_by if judged else "",
        together_why=draft.together_why if judged else "",
        lines=tuple(
            LineForm(**{name: getattr(line, name) for name in LineForm.__slots__})
            for line in draft.lines
            if not line.blank
        ),
    )


# -- as it is kept ----------------------------------------------------------------------------------------------------


def body_of(draft: Draft) -> dict[str, Any]:
    """The draft as it stands in the database."""
    return asdict(draft)


def draft_of(body: Mapping[str, Any]) -> Draft:
    """And back. What an older program kept besides is left out."""
    rows: dict[str, Callable[[Any], Any]] = {
        "children": lambda many: tuple(DraftChild(**_known(one, DraftChild)) for one in many),
        "lines": lambda many: tuple(DraftLine(**_known(one, DraftLine)) for one in many),
        "reason": lambda one: one and Reason(one),
        "together": lambda one: one and Together(one),
    }
    return Draft(**{name: rows.get(name, lambda one: one)(value) for name, value in _known(body, Draft).items()})


def _known(body: Mapping[str, Any], kind: type[Draft | DraftChild | DraftLine]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in body.items() if name in names}


def texts_of(draft: Draft) -> Iterator[str]:
    """Every text in it."""
    yield from (draft.alias, draft.reason_words, draft.together_by, draft.together_why)
    yield from (child.name for child in draft.children)
    yield from (getattr(line, name) for line in draft.lines for name in LineForm.__slots__)
