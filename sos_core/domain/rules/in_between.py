"""Between two meetings: how it goes with an agreement of the plan, whether that is so, and who speaks to whom about it.

Source: PRODUCT.md, step 6: worked / nearly / did not; after *did not*: who speaks to whom about it, and that it was done.
"""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Agreement, Board, CheckIn, Talk
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import Report, Standing
from sos_core.domain.rules.agreements import agreement_of


def check_in(
    board: Board,
    *,
    check_in: str,
    agreement: str,
    person: str,
    how: Report,
    words: str | None,
    on: date,
    today: date,
) -> e.CheckedIn:
    """Only who has a part in it, once a day: what is said later that day takes the place of what was said before.

    What was tapped without wifi keeps its day; a phone whose clock is wrong is set right: never after today, nor before the plan.
    """
    found = _of_the_plan(board, agreement)
    if person not in found.people:
        raise DomainError("agreements.not_yours")
    day = min(max(on, board.plans[max(board.plans)].adopted_on), today)
    before = said_on(board, agreement=agreement, person=person, on=day)
    return e.CheckedIn(before.id if before else check_in, agreement, person, how, words, day)


def take_back_check_in(board: Board, *, check_in: str, person: str) -> e.CheckInTakenBack:
    if _check_in_of(board, check_in).person != person:
        raise NotFound("check_ins.not_here")
    return e.CheckInTakenBack(check_in)


def confirm_report(board: Board, *, check_in: str, person: str | None) -> e.ReportConfirmed:
    """That it worked is so, says who keeps an eye on it and did not do it; where nobody does, whoever leads (None)."""
    found = _to_confirm(board, check_in, person)
    if found.how is not Report.WORKED:
        raise DomainError("check_ins.did_not_work")
    return e.ReportConfirmed(found.id, person)


def unconfirm_report(board: Board, *, check_in: str, person: str | None) -> e.ReportUnconfirmed:
    return e.ReportUnconfirmed(_to_confirm(board, check_in, person).id)


def agree_talk(
    board: Board, *, talk: str, check_in: str, by: str | None, speaks: str | None, to: str | None, on: date
) -> e.TalkAgreed:
    """After it did not go, and only then, by anybody with a part in it or the desk (`by` None): two people with a part in it, or one
    and the facilitator (None). Until it was done it can be agreed otherwise.
    """
    about = _check_in_of(board, check_in)
    _may_know(about, by)
    if about.how is not Report.NOT:
        raise DomainError("talks.only_after_not")
    for one in (speaks, to):
        if one is not None and one not in about.readers:
            raise NotFound("person.not_here")
    if speaks == to:
        raise DomainError("talks.two_people")
    if speaks and to and any(one.between(speaks, to) for one in board.restrictions.values()):
        raise DomainError("talks.somebody_else")  # whoever asks does not learn why
    before = next((one for one in board.talks.values() if one.check_in == about.id and one.done_on is None), None)
    return e.TalkAgreed(before.id if before else talk, about.id, speaks, to, on)


def finish_talk(board: Board, *, talk: str, by: str | None, on: date, words: str | None) -> e.TalkDone:
    found = board.talks.get(talk)
    if found is None:
        raise NotFound("talks.not_here")
    _may_know(found, by)
    if found.done_on:
        raise DomainError("talks.done_already")
    return e.TalkDone(found.id, by, on, words)


def confirmer(board: Board, told: CheckIn) -> str | None:
    """Who says whether it is so: the monitor, if that is not who told it or who does it, and is still here; else whoever leads."""
    agreement = board.agreements.get(told.agreement)
    monitor = agreement.monitor if agreement else None
    if agreement is None or monitor is None or monitor == told.person or monitor in agreement.hands:
        return None
    attendee = board.attendees.get(monitor)
    here = attendee is not None and attendee.standing is Standing.ADMITTED
    return monitor if here and monitor in told.readers else None


def said_on(board: Board, *, agreement: str, person: str, on: date) -> CheckIn | None:
    """What this person said of it on that day."""
    said = (one for one in board.check_ins.values() if one.agreement == agreement and one.person == person)
    return next((one for one in said if one.on == on), None)


def _of_the_plan(board: Board, agreement: str) -> Agreement:
    """It is lived by: what was agreed after the plan was adopted is not yet."""
    found = agreement_of(board, agreement)
    if not board.plans or found.seq > board.plans[max(board.plans)].seq:
        raise DomainError("check_ins.not_in_plan")
    return found


def _to_confirm(board: Board, check_in: str, person: str | None) -> CheckIn:
    found = _check_in_of(board, check_in)
    _may_know(found, person)
    if confirmer(board, found) != person:
        raise NotAllowed("check_ins.not_yours_to_confirm")
    return found


def _check_in_of(board: Board, check_in: str) -> CheckIn:
    if check_in not in board.check_ins:
        raise NotFound("check_ins.not_here")
    return board.check_ins[check_in]


def _may_know(about: CheckIn | Talk, person: str | None) -> None:
    if person is not None and person not in about.readers:
        raise NotFound("check_ins.not_here")
