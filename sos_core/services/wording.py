"""The wording of a plan: what the check of sharpness finds in agreements and bottom lines, read as people wrote them."""

from __future__ import annotations

from sos_core.access.lookup import Lookup
from sos_core.domain.board import Agreement, Board
from sos_core.domain.checks.finding import Finding
from sos_core.domain.checks.sharpness import Spot, Terms, Vague, sharpness, vague_spots
from sos_core.services.word_lists import word_lists


def found_in_words(board: Board, lookup: Lookup) -> tuple[Finding, ...]:
    """What check 5 finds in the agreements of this board. One whose words were erased is not weighed."""
    terms = {key: found for key, one in board.agreements.items() if (found := _terms(one, lookup))}
    return sharpness(terms, word_lists())


def vague_in(agreement: Agreement, lookup: Lookup) -> tuple[Vague, ...]:
    """What is vague in one agreement."""
    terms = _terms(agreement, lookup)
    return tuple(spot.vague for spot in vague_spots(terms, word_lists())) if terms else ()


def vague_in_line(criterion: str) -> tuple[Spot, ...]:
    """The words in a bottom line that two people may see differently. That it names no act is no fault: it says what is to be seen."""
    spots = vague_spots(Terms("", criterion, "", ""), word_lists())
    return tuple(spot for spot in spots if spot.vague in {Vague.VAGUE_WORD, Vague.NOT_SEEN} and spot.words)


def _terms(agreement: Agreement, lookup: Lookup) -> Terms | None:
    what, when, notice = (lookup.text(words) for words in (agreement.what, agreement.when, agreement.notice))
    if what is None or when is None or notice is None:
        return None
    return Terms(lookup.profile(agreement.who).name or "", what, when, notice)
