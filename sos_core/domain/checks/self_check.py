"""Check 7, self-check: the one who checks is not the one who does.

Source: "Wie kan er bijspringen of een oogje in het zeil houden?": an eye that is somebody else's; PRODUCT.md, check 7. Whose behaviour a
risk point describes is in no field, and is not guessed from names in a family's text: that part is for people to see.
"""

from __future__ import annotations

from collections.abc import Iterator

from sos_core.domain.board import Agreement
from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.finding import Check, Finding, Weight


def self_check(counted: Counted) -> Iterator[Finding]:
    """`doer_watches`: the doer is the monitor. `backup_watches`: a back-up is, who watches nothing once they step in."""
    for agreement in counted.board.agreements.values():
        if agreement.monitor == agreement.who:
            yield _finding("doer_watches", Weight.MUST_LOOK_AT, agreement)
        elif agreement.monitor in agreement.backups:
            yield _finding("backup_watches", Weight.LOOK_AT, agreement)


def _finding(what: str, weight: Weight, agreement: Agreement) -> Finding:
    people = (agreement.monitor,) if agreement.monitor else ()
    return Finding(check=Check.SELF_CHECK, what=what, weight=weight, agreements=(agreement.id,), people=people)
