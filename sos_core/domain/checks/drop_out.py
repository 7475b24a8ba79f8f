"""Check 2, the drop-out test: take away any person, or any two, and see which risk points lose their last helper.

Source: "willen de ouders het structureel zelf redden, dan hebben ze ook betrouwbare mensen in hun omgeving nodig om op terug te
vallen"; PRODUCT.md, check 2. Why a scene has two smallest sets: docs/adr/0018-two-smallest-sets.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from operator import or_

from sos_core.domain.checks.counted import Counted, People
from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.checks.hitting import smallest


def drop_out(counted: Counted) -> Iterator[Finding]:
    """Of one or two people: `scene_without_one`, `scene_without_two` where a scene is then left with nobody at all, and
    `without_one`, `without_two` where more than one risk point elsewhere loses its last helper: a single one is for coverage to tell.
    `one_in_all`: somebody without whom every risk point of a scene that is helped has one helper less.
    """
    emptied = dict(_emptied(counted))
    for scene, who in emptied.items():
        weight = Weight.MUST_LOOK_AT if who.bit_count() == 1 else Weight.LOOK_AT
        yield _finding(f"scene_without_{_count(who)}", weight, counted, who, counted.at[scene], (scene,))
    for who, risks in last_helpers(counted).items():
        elsewhere = tuple(risk for risk in risks if emptied.get(counted.risks[risk].scene or "") != who)
        scenes = tuple(dict.fromkeys(where for risk in elsewhere if (where := counted.risks[risk].scene)))
        weight = Weight.LOOK_AT if who.bit_count() == 1 else Weight.GOOD_TO_KNOW
        if len(elsewhere) > 1:
            yield _finding(f"without_{_count(who)}", weight, counted, who, elsewhere, scenes)
    for scene, risks in counted.at.items():
        helped = tuple(risk for risk in risks if counted.masks[risk])
        leaning = leans_on(counted, scene)
        if scene not in emptied and len(helped) > 1 and leaning.bit_count() == 1:
            yield _finding("one_in_all", Weight.GOOD_TO_KNOW, counted, leaning, helped, (scene,))


def lost(counted: Counted, absent: People) -> tuple[str, ...]:
    """The risk points that have somebody, and nobody without these people."""
    return tuple(risk for risk, mask in counted.masks.items() if mask and not mask & ~absent)


def last_helpers(counted: Counted) -> dict[People, tuple[str, ...]]:
    """By one or two people: the risk points that have those and nobody else. Of a pair, what is lost besides what either alone
    would cost: so nothing is looked through twice, however many pairs there are.
    """
    found: dict[People, list[str]] = defaultdict(list)
    for risk, mask in counted.masks.items():
        if 1 <= mask.bit_count() <= 2:
            found[mask].append(risk)
    return {who: tuple(risks) for who, risks in found.items()}


def whole_cast(counted: Counted, scene: str) -> People:
    """All who help at a scene: the smallest set of people without whom it has nobody."""
    return reduce(or_, (counted.masks[risk] for risk in counted.at.get(scene, ())), 0)


def leans_on(counted: Counted, scene: str) -> People:
    """The smallest set of people such that each risk point of the scene that has helpers leans on one of them. Nobody where there
    are none, and where it could not be told for sure.
    """
    found = smallest([counted.masks[risk] for risk in counted.at.get(scene, ())])
    return 0 if found.at_most else found.people


def _emptied(counted: Counted) -> Iterator[tuple[str, People]]:
    """The scenes that one person, or two, can leave with nobody."""
    for scene in counted.at:
        cast = whole_cast(counted, scene)
        if 1 <= cast.bit_count() <= 2:
            yield scene, cast


def _count(who: People) -> str:
    return ("one", "two")[who.bit_count() - 1]


def _finding(
    what: str, weight: Weight, counted: Counted, who: People, risks: tuple[str, ...], scenes: tuple[str, ...]
) -> Finding:
    people = counted.names(who)
    return Finding(check=Check.DROP_OUT, what=what, weight=weight, scenes=scenes, cards=risks, people=people)
