"""Letters: each person who is asked to come gets one of their own, with their own days and the way in that is theirs alone."""

from __future__ import annotations

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import NotFound
from sos_core.export.paper import LetterPaper
from sos_core.export.press import press
from sos_core.i18n import SOURCE
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.organisation import Readers, organisation
from sos_core.services.own_links import door_address, make_door_link
from sos_core.services.sessions import days_of


def letter_pdf(house: House, actor: Actor, conference: str, person: str, *, lang: str = SOURCE) -> bytes:
    """The letter of this person, as PDF. The way in of a letter before ends: only the newest opens anything.

    Only for whoever leads. Raises NotFound for who is not asked to come, was erased or has left.
    """
    return press.made("letter.pdf", letter_paper(house, actor, conference, person, lang=lang), lang=lang)


def letter_paper(house: House, actor: Actor, conference: str, person: str, *, lang: str = SOURCE) -> LetterPaper:
    """See `letter_pdf`. Nobody's words are in it, and no name but the own. What is an example is no sender and nobody to call."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    attendee, name = current.board.attendees.get(person), current.lookup.profile(person).name
    if attendee is None or attendee.role is None or name is None:
        raise NotFound("person.not_here")
    days = days_of(house, actor, conference, through=person)
    today = house.today()
    about = organisation(house.settings.organisation, lang, Readers.FAMILIES)
    ours = not about.made_up
    return LetterPaper(
        name=name,
        role=attendee.role.value,
        days=tuple((one.on, one.begins, one.ends, one.place) for one in days if one.on >= today),
        way_in=door_address(house, make_door_link(house, actor, conference, person)),
        where=house.settings.where,
        by=getattr(actor, "name", ""),
        call=about.phone if ours and about.dial else "",
        hours=about.hours if ours else "",
        sender=about.name if ours else "",
        written_on=today,
    )
