"""Check 8, professionals only: moments that rest on people who have office hours, and who leave when the worker steps out.

Source: "Professionele hulp kan onderdeel van het plan zijn, maar willen de ouders het structureel zelf redden, dan hebben ze ook
betrouwbare mensen in hun omgeving nodig"; PRODUCT.md, check 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.kinds import Role


def professionals(counted: Counted) -> Iterator[Finding]:
    """`only_professionals`: by scene, the risk points where nobody else helps, and who they are."""
    others = counted.bits(p for p in counted.people if counted.board.role_of(p) is not Role.PROFESSIONAL)
    for scene, risks in counted.at.items():
        resting = tuple(risk for risk in risks if counted.masks[risk] and not counted.masks[risk] & others)
        if resting:
            who = counted.names(reduce(or_, (counted.masks[risk] for risk in resting)))
            yield Finding(
                check=Check.PROFESSIONALS,
                what="only_professionals",
                weight=Weight.LOOK_AT,
                scenes=(scene,),
                cards=resting,
                people=who,
            )
