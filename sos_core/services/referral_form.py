"""The form of a referral: what a referrer fills in, and what is refused in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Together
from sos_core.domain.words import name as checked_name
from sos_core.domain.words import spoken

OLDEST_CHILD = 23
"""Youth care reaches to 23 (Jeugdwet, artikel 1.1)."""
_LOOKS_LIKE_BSN = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_NINE_DIGITS = re.compile(r"(?<!\d)(?:\d[ .]?){8}\d(?!\d)")


class Reason(StrEnum):
    """Why a family is referred. Source: "naar aanleiding van een crisis of een onder toezichtstelling", "risicogezinnen"."""

    CRISIS = "crisis"
    SUPERVISION = "supervision"
    AT_RISK = "at_risk"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineForm:
    """A bottom line: what must be seen to happen, when it counts as broken, and who then does what within how long."""

    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralForm:
    """What a referrer fills in. `children` are first names with ages. `net_wanted`: the safety net is looked at first; with LVB it
    always is.
    """

    alias: str
    children: tuple[tuple[str, int], ...]
    reason: Reason
    reason_words: str
    mapped: bool
    lvb: bool
    net_wanted: bool = False
    together: Together | None
    together_by: str = ""
    together_why: str = ""
    lines: tuple[LineForm, ...] = ()


def checked(form: ReferralForm) -> ReferralForm:
    """The form as it is kept. Raises DomainError on what is missing or cannot be."""
    alias = checked_name(form.alias)
    if looks_like_bsn(alias) or any(holds_bsn(text) for text in _texts(form)):
        raise DomainError("referral.no_bsn")
    if not form.children:
        raise DomainError("referral.no_children")
    if not form.lines:
        raise DomainError("referral.no_bottom_lines")
    if any(not 0 <= age <= OLDEST_CHILD for _, age in form.children):
        raise DomainError("referral.age", oldest=OLDEST_CHILD)
    judged = form.together is not None
    return ReferralForm(
        alias=alias,
        children=tuple((checked_name(child), age) for child, age in form.children),
        reason=form.reason,
        reason_words=spoken(form.reason_words),
        mapped=form.mapped,
        lvb=form.lvb,
        net_wanted=form.net_wanted,
        together=form.together,
        together_by=checked_name(form.together_by) if judged else "",
        together_why=spoken(form.together_why) if judged else "",
        lines=tuple(_checked_line(line) for line in form.lines),
    )


def looks_like_bsn(alias: str) -> bool:
    """Whether eight or nine digits stand in it: no made-up name has them."""
    return _LOOKS_LIKE_BSN.search(alias) is not None


def holds_bsn(text: str) -> bool:
    """Whether a citizen's number stands in it: nine digits that pass the elfproef (a phone number has ten)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    found = ([int(sign) for sign in number if sign.isdigit()] for number in _NINE_DIGITS.findall(text))
    return any(any(digits) and sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0 for digits in found)


def _texts(form: ReferralForm) -> Iterator[str]:
    """Every text of the form."""
    yield from (form.alias, form.reason_words, form.together_by, form.together_why)
    yield from (child for child, _ in form.children)
    yield from (getattr(line, name) for line in form.lines for name in LineForm.__slots__)


def _checked_line(line: LineForm) -> LineForm:
    """A bottom line is whole or it is not one."""
    texts = {name: getattr(line, name) for name in LineForm.__slots__}
    if not all(text.strip() for text in texts.values()):
        raise DomainError("referral.line_not_whole")
    return LineForm(**{name: spoken(text) for name, text in texts.items()})
