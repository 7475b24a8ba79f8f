"""Handouts: what each takes home of the plan, in the form they can use. The press makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import SCREEN, Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.domain import board as b
from sos_core.domain.audience import in_the_open
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import CardKind, Role, Standing
from sos_core.export import paper as p
from sos_core.export.password import usable
from sos_core.export.press import press
from sos_core.services.bottom_lines import SeenBreach, bottom_lines
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.papers import Writer, boards_of_all, boards_on_paper, part_of, plan_paper, readers_eyes


def as_file(
    house: House,
    actor: Actor,
    conference: str,
    version: int,
    *,
    form: str,
    through: str = "",
    lang: str = "nl",
    password: str | None = None,
) -> bytes:
    """One of `FORMS`, in the reader's language. Whose eyes it is made through: see `plan_paper` and the others here. One of `LOCKABLE`
    can be locked with a password, which is kept nowhere.

    Raises NotFound, and DomainError for a password that will not do.
    """
    paper = FORMS[form](house, actor, conference, version, through=through)
    if password is None:
        return press.made(form, paper, lang=lang)
    return press.made(form, paper, lang=lang, password=usable(password))


def mine_paper(house: House, actor: Actor, conference: str, version: int, *, through: str = "") -> p.MinePaper:
    """What one person promised: a guest's own, or for who leads the one of `through`. Raises NotFound."""
    eyes = readers_eyes(house, actor, conference, through)
    if eyes.face is not Face.PERSON:
        raise NotFound("plan.no_such_version")
    board, _, lookup = boards_on_paper(house, _where(actor, conference), version, eyes)
    return _mine(Writer(board, lookup), eyes.person, version)


def pages_paper(house: House, actor: Actor, conference: str, version: int, *, through: str = "") -> p.PagesPaper:
    """A page for everybody who is in, each through the own eyes, for whoever leads to hand out. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
    seen = boards_of_all(house, conference, version)
    pages = tuple(_mine(Writer(*theirs), person, version) for person, theirs in seen.items())
    if not pages:
        raise NotFound("plan.no_such_version")
    return p.PagesPaper(version, pages[0].adopted_on, pages)


def child_paper(house: House, actor: Actor, conference: str, version: int, *, through: str = "") -> p.ChildPaper:
    """The days for a child: through that child's own eyes; for everybody else with what all in the room may read.

    Raises NotFound.
    """
    where, eyes = _where(actor, conference), readers_eyes(house, actor, conference, through)
    board, _, lookup = boards_on_paper(house, where, version, eyes)
    if not _is_child(board, eyes):
        board, _, lookup = boards_on_paper(house, where, version, SCREEN)
    writer = Writer(board, lookup)
    routines = tuple(
        (writer.text(routine.title), routine.picture, tuple(_scene(writer, board.scenes[s]) for s in routine.scenes))
        for routine in board.routines.values()
    )
    return p.ChildPaper(version, board.plans[version].adopted_on, routines)


def lines_paper(house: House, actor: Actor, conference: str, version: int, *, through: str = "") -> p.PlanPaper:
    """For the referrer's sheet, and for coordinators and who leads: what all in the room may read, whoever it is asked through, and when
    each bottom line was broken, up to now.

    Raises NotFound.
    """
    stated = bottom_lines(house, actor, conference)
    broken = {line.number: tuple(_breach(one) for one in line.breaches) for line in stated}
    paper = plan_paper(house, actor, conference, version)
    lines = tuple(replace(line, breaches=broken.get(line.number, ())) for line in paper.bottom_lines)
    return replace(paper, bottom_lines=lines)


def handover_paper(house: House, actor: Actor, conference: str, version: int, *, through: str = "") -> p.HandoverPaper:
    """With whom the plan of this version goes on, since the facilitator stepped out of it, for who may have the plan.

    Raises NotFound, also while nobody stepped out.
    """
    plan = plan_paper(house, actor, conference, version, through=through)
    eyes = readers_eyes(house, actor, conference, through)
    with house.store.reading() as session:
        current = house.boards.current(session, _where(actor, conference))
    board, lookup = as_read_by(current.board, eyes, current.lookup)
    ended = [one for one in board.evaluations.values() if one.handover and one.version == version]
    if not ended or (handover := ended[-1].handover) is None:
        raise NotFound("plan.not_handed_over")
    writer = Writer(board, lookup)
    next_look = next(iter(board.planned_evaluations), None)
    return p.HandoverPaper(
        plan=plan,
        carries_on=writer.name(handover.carries_on) or "",
        watches=writer.name(handover.watches) or "",
        call=writer.text(handover.call),
        because=writer.text(ended[-1].because),
        next_on=next_look.on if next_look else None,
    )


def is_handed_over(house: House, actor: Actor, conference: str, version: int) -> bool:
    """Whether there is a letter of the handover for this reader."""
    try:
        handover_paper(house, actor, conference, version)
    except NotFound:
        return False
    return True


def people_on_paper(house: House, actor: Actor, conference: str, version: int) -> tuple[tuple[str, str, bool], ...]:
    """Whom a paper of their own can be printed for, as (id, name, is a child): for who leads; for others nobody."""
    with house.store.reading() as session:
        try:
            policy.may_lead(actor, stake_in(session, conference))
        except NotFound:
            return ()
    board, _, lookup = boards_on_paper(house, conference, version, SCREEN)
    writer, there = (
        Writer(board, lookup),
        [who.id for who in board.attendees.values() if who.standing is Standing.ADMITTED],
    )
    return tuple((key, writer.name(key) or "", board.role_of(key) is Role.CHILD) for key in there)


FORMS: dict[str, Callable[..., p.Paper]] = {
    "plan.pdf": plan_paper,
    "mine.pdf": mine_paper,
    "pages.pdf": pages_paper,
    "child.pdf": child_paper,
    "lines.pdf": lines_paper,
    "handover.pdf": handover_paper,
    "plan.docx": plan_paper,
    "plan.xlsx": plan_paper,
}
LOCKABLE = frozenset({"plan.pdf", "mine.pdf", "child.pdf", "lines.pdf"})
"""The forms that a password can lock."""


def _where(actor: Actor, conference: str) -> str:
    return actor.conference if isinstance(actor, Guest) else conference


def _is_child(board: b.Board, eyes: Eyes) -> bool:
    return eyes.face is Face.PERSON and board.role_of(eyes.person) is Role.CHILD


def _breach(breach: SeenBreach) -> p.Breach:
    return p.Breach(breach.on, breach.text or "", tuple((on, text or "") for on, text in breach.followed_up))


def _mine(writer: Writer, person: str, version: int) -> p.MinePaper:
    adoption = writer.board.plans[version]
    agreements = enumerate(writer.board.agreements.values(), 1)
    return p.MinePaper(
        name=writer.name(person) or "",
        version=version,
        adopted_on=adoption.adopted_on,
        evaluation_on=adoption.evaluation_on,
        parts=tuple(_part(writer, n, one, person) for n, one in agreements if person in one.people),
    )


def _part(writer: Writer, number: int, agreement: b.Agreement, person: str) -> p.OwnPart:
    part = part_of(agreement, person) or "watches"
    answer = writer.answer(agreement, person) if person in agreement.answers else None
    return p.OwnPart(part, number, writer.agreement(agreement), answer)


def _scene(writer: Writer, scene: b.Scene) -> p.ChildScene:
    """Of what hangs on a risk point the risk is not told."""
    board = writer.board
    actions = [c for c in board.cards.values() if c.kind is CardKind.CHILD_ACTION and c.scene == scene.id]
    return p.ChildScene(
        title=writer.text(scene.title),
        picture=scene.picture,
        time=scene.time,
        place=writer.text(scene.place) or None,
        helpers=tuple(writer.name(person) or "" for person in board.helpers_at(scene.id)),
        actions=tuple(writer.text(card.words) for card in actions if card.on_board and in_the_open(board, card)),
    )
