"""What the journal holds of one person, fact by fact: what they said and did, what was written to them, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatchmethod

from sos_core.access.eyes import Eyes
from sos_core.access.keeping import kept_from
from sos_core.access.lookup import Lookup
from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.audience import answered_by
from sos_core.domain.fold import apply
from sos_core.domain.here import day_here
from sos_core.domain.replacing import replace
from sos_core.domain.story import what_counts
from sos_core.export.paper import KeptLine
from sos_core.services.boards import Current
from sos_core.services.kept_lines import DAY, PLAIN, Plain, bare, line


@dataclass(frozen=True, slots=True)
class Finder:
    """Goes through a journal for what is of the person with these eyes. `theirs` is what others wrote, as these eyes may read it; own words
    are kept from nobody. `seen`: the agreements that stand on the sheet already. `on_phone`: what others said of this person, and
    what was told to the facilitator alone, has no words.
    """

    current: Current
    theirs: Lookup
    eyes: Eyes
    seen: dict[str, b.Agreement]
    on_phone: bool

    def lines(self) -> Iterator[tuple[int, KeptLine]]:
        """Each with the seq of its fact, in order; a fact can have more than one."""
        for entry in what_counts(self.current.entries):
            for told in self.told(entry.event, entry):
                yield entry.seq, replace(told, on=day_here(entry.at))

    @property
    def person(self) -> str:
        return self.eyes.person

    @property
    def board(self) -> b.Board:
        return self.current.board

    # -- words ---------------------------------------------------------------------------------------------------------

    def own(self, what: str, words: str | None) -> KeptLine:
        """What this person said."""
        return line(what, words, self.current.lookup.text(words))

    def written(self, what: str, words: str | None) -> KeptLine:
        """What somebody else wrote with a fact. Of words that this person may not read there is no trace: the fact stands there bare."""
        readable = None if words in self.theirs.unseen else words
        return line(what, readable, self.theirs.text(readable))

    def only_words(self, what: str, words: str | None) -> Iterator[KeptLine]:
        """What somebody else wrote, and that is nothing without its words."""
        if words is not None and words not in self.theirs.unseen:
            yield self.written(what, words)

    def of_them(self, what: str, words: str | None) -> KeptLine:
        """What others wrote about this person: only on the copy that is handed out."""
        return bare(what, "not_here") if self.on_phone else self.written(what, words)

    # -- facts ---------------------------------------------------------------------------------------------------------

    @singledispatchmethod
    def told(self, event: e.Event, entry: e.Entry) -> Iterator[KeptLine]:
        """What this fact says of the person, as lines without a day. What is left out stands in `what_is_left_out`."""
        yield from ()

    @told.register
    def _(self, event: e.CardWritten, entry: e.Entry) -> Iterator[KeptLine]:
        if event.author != self.person:
            return
        card = self.board.cards.get(event.card)
        gone = card is None or card.taken_back
        yield bare(event.kind.value, "taken_back") if gone else self.own(event.kind.value, event.words)

    @told.register
    def _(self, event: e.CardClarified, entry: e.Entry) -> Iterator[KeptLine]:
        if self._is_own(event.card):
            yield from self.only_words("clearer", event.words)

    @told.register
    def _(self, event: e.CardParked, entry: e.Entry) -> Iterator[KeptLine]:
        if self._is_own(event.card):
            yield self.written("parked", event.reason)

    def _is_own(self, card: str) -> bool:
        found = self.board.cards.get(card)
        return found is not None and found.author == self.person

    @told.register
    def _(self, event: e.NoteWritten, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield from self.only_words("note", event.words)

    @told.register
    def _(self, event: e.Confided, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person != self.person:
            return
        if event.confidence not in self.board.confidences:
            yield bare("confided", "taken_back")
        else:
            yield bare("confided", "not_here") if self.on_phone else self.own("confided", event.words)

    @told.register
    def _(self, event: e.CorrectionAsked, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield bare("correction", "not_here") if self.on_phone else self.own("correction", event.words)

    @told.register
    def _(self, event: e.CorrectionAnswered, entry: e.Entry) -> Iterator[KeptLine]:
        asked = self.board.corrections.get(event.correction)
        if asked and asked.person == self.person:
            yield self.written("corrected" if event.done else "not_corrected", event.words)

    @told.register
    def _(self, event: e.ScaleSet, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield KeptLine(DAY, "scale", str(event.value))

    @told.register(e.StatementMade)
    @told.register(e.ToldBack)
    def _(self, event: e.StatementMade | e.ToldBack, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield self.own("told_back" if isinstance(event, e.ToldBack) else "statement", event.words)

    # -- the plan ------------------------------------------------------------------------------------------------------

    @told.register
    def _(self, event: e.AgreementMade, entry: e.Entry) -> Iterator[KeptLine]:
        """As it was then. The one that stands is on the sheet by itself; one that answers what is kept from this person is not told."""
        if self.person not in (event.who, event.monitor, *event.backups):
            return
        now = self.seen.get(event.agreement)
        if (now is None or now.base != event.base) and self._may_know(entry, event.agreement):
            what, when = self.theirs.text(event.what), self.theirs.text(event.when)
            yield KeptLine(DAY, "agreement", f"{what} ({when})") if what and when else bare("agreement", "erased")

    def _may_know(self, entry: e.Entry, agreement: str) -> bool:
        made = apply(entry, b.Board()).agreements
        then = replace(self.board, agreements=made)
        kept, _ = kept_from(then, self.eyes, self.current.lookup)
        return agreement in kept.agreements and not any(card.held for card in answered_by(then, made[agreement]))

    @told.register
    def _(self, event: e.AgreementAnswered, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield replace(self.own("answered", event.words), answer=event.answer.value)

    @told.register
    def _(self, event: e.ProofNoted, entry: e.Entry) -> Iterator[KeptLine]:
        if event.told_by == self.person:
            yield bare("proof")

    @told.register
    def _(self, event: e.EvaluationEnded, entry: e.Entry) -> Iterator[KeptLine]:
        if event.handover and event.handover.carries_on == self.person:
            yield bare("carries_on")
        if event.handover and event.handover.watches == self.person:
            yield bare("watches_over")

    # -- in between ----------------------------------------------------------------------------------------------------

    @told.register
    def _(self, event: e.CheckedIn, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            what = f"reported_{event.how.value}"
            yield self.own(what, event.words) if event.check_in in self.board.check_ins else bare(what, "taken_back")

    @told.register
    def _(self, event: e.ReportConfirmed, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield bare("confirmed")

    @told.register
    def _(self, event: e.TalkAgreed, entry: e.Entry) -> Iterator[KeptLine]:
        if event.speaks == self.person:
            yield bare("talks")
        if event.to == self.person:
            yield bare("talked_to")

    @told.register
    def _(self, event: e.TalkDone, entry: e.Entry) -> Iterator[KeptLine]:
        if event.by == self.person:
            yield self.own("talk", event.words)

    @told.register
    def _(self, event: e.ContactStepPlanned, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person != self.person:
            return
        yield self.of_them("contact", event.what)
        if not self.on_phone:
            yield from self.only_words("contact_asks", event.asks)
            if event.hours is not None:
                yield KeptLine(DAY, "contact_hours", str(event.hours))

    @told.register
    def _(self, event: e.ContactStepSignedOff, entry: e.Entry) -> Iterator[KeptLine]:
        if self._is_about(event.step):
            yield self.written("contact_begins", event.because)
            yield from self.only_words("contact_seen", event.seen)

    @told.register
    def _(self, event: e.ContactStepHalted, entry: e.Entry) -> Iterator[KeptLine]:
        if self._is_about(event.step):
            yield self.written("contact_stops", event.because)

    def _is_about(self, step: str) -> bool:
        """Of the phone one line for each step is enough: that there is one."""
        found = self.board.contact_steps.get(step)
        return not self.on_phone and found is not None and found.person == self.person

    # -- coming --------------------------------------------------------------------------------------------------------

    @told.register
    def _(self, event: e.SessionPlanned, entry: e.Entry) -> Iterator[KeptLine]:
        if self.person in event.people:
            asked = self.written("session", event.place)
            yield replace(asked, day=event.on, hours=(event.begins, event.ends))

    @told.register
    def _(self, event: e.PeopleHere, entry: e.Entry) -> Iterator[KeptLine]:
        if self.person in event.people:
            yield bare("present" if event.here else "absent")

    @told.register
    def _(self, event: e.DayWithoutShown, entry: e.Entry) -> Iterator[KeptLine]:
        if self.person in event.people:
            yield bare("day_without")

    @told.register
    def _(self, event: e.PersonCame, entry: e.Entry) -> Iterator[KeptLine]:
        """Also by another number at the door, before it was seen who it was."""
        turned = (x.event for x in self.current.entries if isinstance(x.event, e.PersonCameBack))
        if event.person in {self.person, *(one.came_as for one in turned if one.person == self.person)}:
            yield bare("came")

    @told.register(e.PersonInvited)
    @told.register(e.InvitationWithdrawn)
    @told.register(e.InvitedCame)
    @told.register(e.PersonAdmitted)
    @told.register(e.PersonCameBack)
    @told.register(e.PersonReturned)
    @told.register(e.LinkEnded)
    @told.register(e.PersonLeft)
    @told.register(e.PersonErased)
    @told.register(e.PersonReady)
    @told.register(e.PictureProposed)
    def _(self, event: Plain, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield bare(PLAIN[type(event)])

    @told.register
    def _(self, event: e.HelpNoted, entry: e.Entry) -> Iterator[KeptLine]:
        if event.person == self.person:
            yield bare(event.kind.value)
