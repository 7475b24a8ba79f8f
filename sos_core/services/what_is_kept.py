"""What is kept of one person, for that person: their own words and deeds, what was written to them, their agreements. Nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.access.lookup import Lookup, Profile
from sos_core.domain import events as e
from sos_core.domain.errors import NotFound
from sos_core.domain.here import day_here
from sos_core.domain.story import what_counts
from sos_core.export import paper as p
from sos_core.export.press import press
from sos_core.services.boards import Current
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.papers import Writer, part_of


def kept_file(house: House, actor: Actor, conference: str, person: str, *, lang: str) -> bytes:
    """As a PDF: see `kept_paper`."""
    return press.made("kept.pdf", kept_paper(house, actor, conference, person), lang=lang)


def kept_paper(house: House, actor: Actor, conference: str, person: str) -> p.KeptPaper:
    """Everything of this person, also after the conference was closed. For that person by the own phone; for them by who leads, or by a
    coordinator. What was told to the facilitator alone has no words on a phone: somebody may be looking over the shoulder.

    Raises NotFound.
    """
    where = actor.conference if isinstance(actor, Guest) else conference
    with house.store.reading() as session:
        policy.may_read_what_is_kept(actor, person, stake_in(session, where))
        current = house.boards.current(session, where)
    if person not in current.lookup.people:
        raise NotFound("person.not_here")
    role = current.board.role_of(person)
    seen, lookup = as_read_by(current.board, Eyes(Face.PERSON, person, (person,)), current.lookup)
    profile = lookup.profile(person)
    return p.KeptPaper(
        name=profile.name or "…",
        made_on=house.today(),
        role=role.value if role else None,
        relation=profile.relation,
        lines=tuple(_Finder(current, lookup, person, on_phone=isinstance(actor, Guest)).lines()),
        parts=_parts(Writer(seen, lookup), person),
    )


def people_kept(house: House, actor: Actor, conference: str) -> dict[str, Profile]:
    """Those of whom something is kept: for who leads, and for a coordinator. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_read_what_is_kept(actor, "", stake_in(session, conference))
        current = house.boards.current(session, conference)
    return {key: profile for key, profile in current.lookup.people.items() if profile.name}


@dataclass(frozen=True, slots=True)
class _Finder:
    """Goes through a journal for what is of one person."""

    current: Current
    lookup: Lookup
    person: str
    on_phone: bool

    @property
    def own_corrections(self) -> set[str]:
        return {one.id for one in self.current.board.corrections.values() if one.person == self.person}

    def lines(self) -> Iterator[p.KeptLine]:
        for entry in what_counts(self.current.entries):
            found = self._of(entry.event)
            if found:
                what, words, why = found
                answer: p.Answer | None = (
                    entry.event.answer.value if isinstance(entry.event, e.AgreementAnswered) else None
                )
                yield p.KeptLine(day_here(entry.at), what, words, why, answer)

    def _of(self, event: e.Event) -> tuple[str, str | None, _Why] | None:
        """What kind of thing it is, its words, and why there are none; None for what is not of this person."""
        if isinstance(event, e.CardWritten):
            return self._card(event) if event.author == self.person else None
        if isinstance(event, e.CorrectionAnswered | e.ProofNoted | e.TalkDone):
            return self._by_the_way(event)
        if getattr(event, "person", None) != self.person:
            return None
        if isinstance(event, e.Confided | e.CorrectionAsked):
            return self._to_who_leads(event)
        if isinstance(event, e.ScaleSet):
            return "scale", str(event.value), ""
        if isinstance(event, e.CheckedIn | e.ContactStepPlanned):
            return self._in_between(event)
        if isinstance(event, e.HelpNoted):
            return self._said(event.kind.value, None)
        named = _KINDS.get(type(event))
        words = getattr(event, "words", None)
        if named is None and words is None:
            return None
        return self._said(named or "more", words)

    def _card(self, event: e.CardWritten) -> tuple[str, str | None, _Why]:
        card = self.current.board.cards.get(event.card)
        if card is None or card.taken_back:
            return event.kind.value, None, "taken_back"
        return self._said(event.kind.value, event.words)

    def _in_between(self, event: e.CheckedIn | e.ContactStepPlanned) -> tuple[str, str | None, _Why]:
        if isinstance(event, e.CheckedIn):
            return self._said(f"reported_{event.how.value}", event.words)
        return ("contact", None, "not_here") if self.on_phone else self._said("contact", event.what)

    def _by_the_way(
        self, event: e.CorrectionAnswered | e.ProofNoted | e.TalkDone
    ) -> tuple[str, str | None, _Why] | None:
        """Facts that say otherwise of whom they are."""
        if isinstance(event, e.ProofNoted):
            return self._said("proof", None) if event.told_by == self.person else None
        if isinstance(event, e.TalkDone):
            return self._said("talk", event.words) if event.by == self.person else None
        if event.correction not in self.own_corrections:
            return None
        return self._said("corrected" if event.done else "not_corrected", event.words)

    def _to_who_leads(self, event: e.Confided | e.CorrectionAsked) -> tuple[str, str | None, _Why]:
        if isinstance(event, e.Confided):
            return self._confided(event)
        return ("correction", None, "not_here") if self.on_phone else self._said("correction", event.words)

    def _confided(self, event: e.Confided) -> tuple[str, str | None, _Why]:
        if event.confidence not in self.current.board.confidences:
            return "confided", None, "taken_back"
        if self.on_phone:
            return "confided", None, "not_here"
        return self._said("confided", event.words)

    def _said(self, what: str, words: str | None) -> tuple[str, str | None, _Why]:
        if words is None:
            return what, None, "wordless"
        text = self.lookup.text(words)
        return what, text, "" if text is not None else "erased"


_Why = p.Why
_KINDS: dict[type, str] = {
    e.PersonCame: "came",
    e.PersonLeft: "left",
    e.AgreementAnswered: "answered",
    e.ToldBack: "told_back",
    e.NoteWritten: "note",
    e.PictureProposed: "picture",
    e.StatementMade: "statement",
}
"""What has a word of its own on the paper. Any other fact about a person that has words is told too."""


def _parts(writer: Writer, person: str) -> tuple[p.OwnPart, ...]:
    found = []
    for number, one in enumerate(writer.board.agreements.values(), 1):
        part = part_of(one, person)
        if part:
            answer = writer.answer(one, person) if person in one.answers else None
            found.append(p.OwnPart(part, number, writer.agreement(one), answer))
    return tuple(found)
