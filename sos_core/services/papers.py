"""Papers: the plan as one reader may have it, for the PDF and for the screens that show a plan."""

from __future__ import annotations

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import SCREEN, Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.access.lookup import Lookup
from sos_core.domain import board as b
from sos_core.domain.audience import in_the_open
from sos_core.domain.checks.finding import Finding
from sos_core.domain.checks.nothing_left import what_is_left
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import CardKind, Keeping, Standing
from sos_core.domain.plan import changes, plan_of
from sos_core.export import paper as p
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.plan_findings import found_on_paper
from sos_core.services.seeing import eyes_of
from sos_core.services.wording import vague_in


def plan_paper(house: House, actor: Actor, conference: str, version: int, *, through: str = "") -> p.PlanPaper:
    """The plan of this version as plain strings, with only what its reader may know.

    A guest gets the own copy. The facilitator's is what all in the room may read, or with `through` one person's; the
    referrer and coordinators get what all in the room may read. Raises NotFound.
    """
    eyes = readers_eyes(house, actor, conference, through)
    where = actor.conference if isinstance(actor, Guest) else conference
    now, before, lookup = boards_on_paper(house, where, version, eyes)
    found = found_on_paper(house, now, on=now.plans[version].adopted_on)
    return Writer(now, lookup).paper(version, before, found)


def boards_on_paper(house: House, conference: str, version: int, eyes: Eyes) -> tuple[b.Board, b.Board | None, Lookup]:
    """The board of this version as these eyes see it, the one of the version before, and the words. Raises NotFound."""
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
    if current.board.erased is Keeping.PLAN:
        raise NotFound("erasing.plan_gone")
    seen, lookup = as_read_by(plan_of(current.entries, version), eyes, current.lookup)
    if version not in seen.plans:
        raise NotFound("plan.no_such_version")
    if version == 1:
        return seen, None, lookup
    before, _ = as_read_by(plan_of(current.entries, version - 1), eyes, current.lookup)
    return seen, before, lookup


def boards_of_all(house: House, conference: str, version: int) -> dict[str, tuple[b.Board, Lookup]]:
    """The board of this version and the words as each sees them who is in, by person. Raises NotFound."""
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
    board = plan_of(current.entries, version)
    there = [who.id for who in board.attendees.values() if who.standing is Standing.ADMITTED]
    return {who: as_read_by(board, Eyes(Face.PERSON, who, lent=True), current.lookup) for who in there}


def readers_eyes(house: House, actor: Actor, conference: str, through: str) -> Eyes:
    """Never the desk's: paper lies on tables."""
    if isinstance(actor, Guest) or through:
        eyes = eyes_of(house, actor, conference, through=through)
        return SCREEN if eyes.face is Face.DESK else eyes
    with house.store.reading() as session:
        policy.may_see_bottom_lines(actor, stake_in(session, conference))
    return SCREEN


def part_of(agreement: b.Agreement, person: str) -> p.Part | None:
    """What this person has to do with it, the first if there is more."""
    if agreement.who == person:
        return "does"
    if person in agreement.backups:
        return "steps_in"
    return "watches" if agreement.monitor == person else None


class Writer:
    """From ids to strings, with one board and its words at hand."""

    def __init__(self, board: b.Board, lookup: Lookup) -> None:
        self.board = board
        self.lookup = lookup
        self.numbers = {line: number for number, line in enumerate(board.lines, 1)}

    def paper(self, version: int, before: b.Board | None, found: list[Finding]) -> p.PlanPaper:
        adoption = self.board.plans[version]
        return p.PlanPaper(
            version=version,
            adopted_on=adoption.adopted_on,
            evaluation_on=adoption.evaluation_on,
            routines=tuple(self._routine(routine) for routine in self.board.routines.values()),
            worries=self._said(CardKind.WORRY),
            strengths=self._said(CardKind.STRENGTH),
            agreements=tuple(self.agreement(a) for a in self.board.agreements.values()),
            bottom_lines=tuple(self._line(line) for line in self.board.lines.values()),
            left=self._left(found),
            changes=self._changes(before) if before else None,
            parked=tuple(
                (self.text(card.words), self.text(card.parked_because))
                for card in self.board.cards.values()
                if card.kind is CardKind.WORRY and card.parked and in_the_open(self.board, card)
            ),
            what_ifs=tuple(
                self._what_if(one, one.outcome.value)
                for one in self.board.what_ifs.values()
                if one.outcome and one.version == version
            ),
            statements=tuple(
                (self.name(one.id) or "", one.on, self.text(one.words)) for one in self.board.statements.values()
            ),
        )

    def text(self, words: str | None) -> str:
        return self.lookup.text(words) or ""

    def _texts(self, cards: tuple[str, ...]) -> tuple[str, ...]:
        """What these cards say; one that was taken back says nothing."""
        return tuple(self.text(self.board.cards[card].words) for card in cards if card in self.board.cards)

    def name(self, person: str | None) -> str | None:
        if person is None:
            return None
        return self.lookup.profile(person).name or "…"

    def _said(self, kind: CardKind) -> tuple[str, ...]:
        return tuple(self.text(c.words) for c in self.board.cards.values() if c.kind is kind and c.on_board)

    def _routine(self, routine: b.Routine) -> p.Routine:
        scenes = tuple(self._scene(self.board.scenes[scene]) for scene in routine.scenes)
        return p.Routine(self.text(routine.title), routine.picture, scenes)

    def _scene(self, scene: b.Scene) -> p.Scene:
        ready = self.board.ready()[scene.id]
        help_there = dict.fromkeys((*b.together(ready).agreed, *self.board.helpers_at(scene.id)))
        risks = [c for c in self.board.cards.values() if c.kind is CardKind.RISK and c.scene == scene.id]
        return p.Scene(
            title=self.text(scene.title),
            picture=scene.picture,
            cover=b.cover_of(ready).value,
            time=scene.time,
            place=self.text(scene.place) or None,
            helpers=tuple(self.name(person) or "" for person in help_there),
            risks=sum(1 for card in risks if card.on_board),
            talked_through=scene.talked_through,
        )

    def agreement(self, agreement: b.Agreement) -> p.Agreement:
        return p.Agreement(
            who=self.name(agreement.who) or "",
            what=self.text(agreement.what),
            when=self.text(agreement.when),
            notice=self.text(agreement.notice),
            backups=self._names(agreement.backups),
            monitor=self.name(agreement.monitor),
            answers=tuple(self.answer(agreement, person) for person in agreement.people),
            bottom_lines=tuple(self.numbers[line] for line in agreement.bottom_lines),
            strengths=self._texts(agreement.strengths),
            about=self._texts(agreement.answers_to),
            proof=agreement.proof.value if agreement.proof else "agreed",
            worked=agreement.worked,
        )

    def answer(self, agreement: b.Agreement, person: str) -> tuple[str, p.Answer, str | None]:
        reply = agreement.answers.get(person)
        name = self.name(person) or ""
        if reply is None:
            return (name, "open", None)
        return (name, reply.answer.value, self.text(reply.words) or None)

    def _line(self, line: b.BottomLine) -> p.BottomLine:
        met_by = [n for n, a in enumerate(self.board.agreements.values(), 1) if line.id in a.bottom_lines]
        return p.BottomLine(
            number=self.numbers[line.id],
            criterion=self.text(line.criterion),
            trigger=self.text(line.trigger),
            escalation_who=self.text(line.escalation_who),
            escalation_what=self.text(line.escalation_what),
            escalation_within=self.text(line.escalation_within),
            holds=line.holds,
            because=self.text(line.because) or None,
            met_by=tuple(met_by),
        )

    def _what_if(self, what_if: b.WhatIf, outcome: p.Held) -> p.WhatIf:
        return p.WhatIf(
            title=self.text(what_if.title),
            scene=self._title(what_if.scene),
            outcome=outcome,
            said=self.text(what_if.words) or None,
            held=self._numbers(what_if.held),
            agreements=self._numbers(what_if.agreements),
        )

    def _numbers(self, agreements: tuple[str, ...]) -> tuple[int, ...]:
        """How these are numbered in this plan."""
        return tuple(n for n, key in enumerate(self.board.agreements, 1) if key in agreements)

    def _left(self, found: list[Finding]) -> p.Left:
        left = what_is_left(self.board)
        numbered = list(enumerate(self.board.agreements.values(), 1))
        cards = self.board.cards
        return p.Left(
            risks=tuple((self._title(cards[risk].scene), self.text(cards[risk].words)) for risk in left.risks),
            lines=tuple(self.numbers[line] for line in left.lines),
            worries=tuple(self.text(cards[worry].words) for worry in left.worries),
            scenes=tuple(self._title(scene) for scene in left.scenes),
            gone=tuple((n, self._gone(a)) for n, a in numbered if a.id in left.gone),
            cannot=tuple((n, self._names(a.cannot)) for n, a in numbered if a.id in left.cannot),
            vague=tuple((n, vague) for n, a in numbered if (vague := vague_in(a, self.lookup))),
            found=tuple(self._found(one, {a.id: n for n, a in numbered}) for one in found),
        )

    def _found(self, finding: Finding, numbers: dict[str, int]) -> p.Found:
        cards = (self.board.cards[card] for card in finding.cards)
        return p.Found(
            what=finding.what,
            scenes=tuple(self._title(scene) for scene in finding.scenes),
            points=tuple((self._title(card.scene), self.text(card.words)) for card in cards),
            agreements=tuple(numbers[key] for key in finding.agreements),
            lines=tuple(self.numbers[line] for line in finding.lines),
            people=len(finding.people),
        )

    def _gone(self, agreement: b.Agreement) -> tuple[str, ...]:
        return self._names(tuple(person for person in agreement.people if self.board.is_away(person)))

    def _names(self, people: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.name(person) or "" for person in people)

    def _title(self, scene: str | None) -> str:
        """Of a scene that was undone with its routine nothing is left but what was said at it."""
        found = self.board.scenes.get(scene or "")
        return self.text(found.title) if found else ""

    def _changes(self, before: b.Board) -> p.Changes:
        found = changes(before, self.board)
        return p.Changes(
            added=tuple(self._sentence(self.board.agreements[key]) for key in found.added),
            dropped=tuple(self._sentence(before.agreements[key]) for key in found.dropped),
            changed=tuple(self._changed(before.agreements[key], self.board.agreements[key]) for key in found.changed),
        )

    def _changed(self, old: b.Agreement, new: b.Agreement) -> p.Changed:
        """Who, what, when, how it is noticed, who steps in and who watches, as far as it reads otherwise."""
        before, after = self._terms(old), self._terms(new)
        terms = tuple((term, before[term], after[term]) for term in after if before[term] != after[term])
        return p.Changed(self._sentence(new), terms or (("ties", None, None),))

    def _terms(self, agreement: b.Agreement) -> dict[p.Term, str | None]:
        return {
            "who": self.name(agreement.who),
            "what": self.text(agreement.what),
            "when": self.text(agreement.when),
            "notice": self.text(agreement.notice),
            "backups": ", ".join(self._names(agreement.backups)) or None,
            "monitor": self.name(agreement.monitor),
        }

    def _sentence(self, agreement: b.Agreement) -> str:
        return f"{self.name(agreement.who)}: {self.text(agreement.what)} ({self.text(agreement.when)})"
