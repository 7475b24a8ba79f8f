"""Check 1, coverage: every risk point has a safeguard, a first person and a back-up.

Source: "Waar kan het mis gaan? En hoe voorkomen we dat? Wie kan er bijspringen of een oogje in het zeil houden?"; PRODUCT.md, check 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sos_core.domain.board.ready import counts, who_do
from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.finding import Check, Finding, Weight

_finding = partial(Finding, Check.COVERAGE)


def coverage(counted: Counted) -> Iterator[Finding]:
    """A risk point with nobody stands by itself; what else is missing is told scene by scene.

    `nobody`, `no_backup` (with the ones who are there), `no_safeguard`, and `not_agreed`: helped by offers alone. `agreement_alone`: an
    agreement that nobody takes over when its doer cannot.
    """
    for risk, helpers in counted.helpers.items():
        if not helpers:
            scene = counted.risks[risk].scene
            yield _finding("nobody", Weight.MUST_LOOK_AT, scenes=(scene,) if scene else (), cards=(risk,))
    for scene, risks in counted.at.items():
        alone = [risk for risk in risks if len(counted.helpers[risk]) == 1]
        first = tuple(dict.fromkeys(counted.helpers[risk][0] for risk in alone))
        if alone:
            yield _finding("no_backup", Weight.LOOK_AT, scenes=(scene,), cards=tuple(alone), people=first)
        lacking: tuple[tuple[str, Weight, Callable[[str], bool]], ...] = (
            ("no_safeguard", Weight.LOOK_AT, lambda risk: risk not in counted.safeguarded),
            ("not_agreed", Weight.GOOD_TO_KNOW, lambda r: bool(counted.helpers[r]) and not counted.agreements[r]),
        )
        for what, weight, is_so in lacking:
            if found := tuple(risk for risk in risks if is_so(risk)):
                yield _finding(what, weight, scenes=(scene,), cards=found)
    for agreement in counted.board.agreements.values():
        if agreement.carried and not any(counts(counted.board, person) for person in who_do(agreement)[1:]):
            yield _finding("agreement_alone", Weight.LOOK_AT, agreements=(agreement.id,), people=(agreement.who,))
