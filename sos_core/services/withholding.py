"""Withholding, said beforehand: from whom words would be kept, while they are still being written."""

from __future__ import annotations

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError
from sos_core.domain.words import spoken
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House


def would_not_read(house: House, actor: Actor, conference: str, text: object) -> list[str]:
    """The ids of those who would not read this. Nothing of it is kept. Only for whoever leads.

    Raises NotFound, and the `words.…` errors of a text that could not be kept; a text of blanks is kept from nobody.
    """
    if not isinstance(text, str):
        raise DomainError("words.not_text")
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        withheld = house.boards.current(session, conference).lookup.withheld
    return withheld.would_not_read(spoken(text)) if text.strip() else []
