"""The room on the board: what was planned, the door, who is in."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.kinds import Standing
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.ConferencePlanned, board: b.Board, entry: e.Entry) -> b.Board:
    lines = {
        f.line: b.BottomLine(f.line, f.criterion, f.trigger, f.escalation_who, f.escalation_what, f.escalation_within)
        for f in event.lines
    }
    return replace(board, planned=True, lines=lines)


@fold.register
def _(event: e.DoorOpened, board: b.Board, entry: e.Entry) -> b.Board:
    """The first opening is the first session."""
    return replace(board, door_open=True, now=replace(board.now, session=board.now.session or 1))


@fold.register
def _(event: e.DoorClosed, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, door_open=False)


@fold.register
def _(event: e.SessionBegun, board: b.Board, entry: e.Entry) -> b.Board:
    """Who was let in stays in; who is at the new session is to be seen."""
    nobody = {
        key: replace(a, here=False, saw=_at_rest(board.now)) if a.here else a for key, a in board.attendees.items()
    }
    return replace(board, attendees=nobody, now=replace(board.now, session=board.now.session + 1, ready=()))


@fold.register
def _(event: e.PersonInvited, board: b.Board, entry: e.Entry) -> b.Board:
    if event.person in board.attendees:
        return board
    invited = b.Attendee(event.person, Standing.INVITED, event.role)
    return replace(board, attendees={**board.attendees, event.person: invited})


@fold.register
def _(event: e.InvitationWithdrawn, board: b.Board, entry: e.Entry) -> b.Board:
    """With what was kept from this person, and when they were expected."""
    found = board.attendees.get(event.person)
    if found is None or found.standing is not Standing.INVITED:
        return board
    others = {key: a for key, a in board.attendees.items() if key != event.person}
    held = {key: one for key, one in board.restrictions.items() if event.person not in one.people}
    sessions = {
        key: replace(one, people=tuple(who for who in one.people if who != event.person))
        for key, one in board.sessions.items()
    }
    return replace(board, attendees=others, restrictions=held, sessions=sessions)


@fold.register
def _(event: e.InvitedCame, board: b.Board, entry: e.Entry) -> b.Board:
    found = board.attendees.get(event.person)
    if found is None or found.standing is not Standing.INVITED:
        return board
    return replace(board, attendees=changed(board.attendees, event.person, standing=Standing.WAITING))


@fold.register
def _(event: e.PersonCame, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, attendees={**board.attendees, event.person: b.Attendee(event.person)})


@fold.register
def _(event: e.PersonAdmitted, board: b.Board, entry: e.Entry) -> b.Board:
    admitted = b.Attendee(event.person, Standing.ADMITTED, event.role, here=True)
    return replace(board, attendees={**board.attendees, event.person: admitted})


@fold.register
def _(event: e.PersonCameBack, board: b.Board, entry: e.Entry) -> b.Board:
    back = changed(board.attendees, event.person, standing=Standing.ADMITTED, away=False, here=True)
    return replace(board, attendees={key: a for key, a in back.items() if key != event.came_as})


@fold.register
def _(event: e.PersonReturned, board: b.Board, entry: e.Entry) -> b.Board:
    """From home or in the room: who is at this session is to be seen, and nobody who waits is in by it."""
    who = board.attendees.get(event.person)
    if who is None or who.standing is not Standing.OUT or who.role is None:
        return board
    back = changed(board.attendees, event.person, standing=Standing.ADMITTED, away=False)
    return replace(board, attendees=back)


@fold.register
def _(event: e.PersonLeft, board: b.Board, entry: e.Entry) -> b.Board:
    """Whoever was invited and did not get in is expected as before."""
    found = board.attendees.get(event.person)
    if found is not None and found.expected:
        return replace(board, attendees=changed(board.attendees, event.person, standing=Standing.INVITED))
    return replace(
        board, attendees=changed(board.attendees, event.person, standing=Standing.OUT, away=True, here=False)
    )


@fold.register
def _(event: e.PeopleHere, board: b.Board, entry: e.Entry) -> b.Board:
    inside = (board.attendees.get(person) for person in event.people)
    there = {
        a.id: replace(a, here=event.here, saw=a.saw if event.here or not a.here else _at_rest(board.now))
        for a in inside
        if a and a.standing is Standing.ADMITTED
    }
    return replace(board, attendees={**board.attendees, **there})


def _at_rest(now: b.Now) -> b.Now:
    """Where everybody was, without what goes on in the room itself."""
    inside = {"playing": False, "holding": False, "ready": (), "without": (), "timer": None, "todo": False}
    return replace(now, light=None, what_if=None, scale=None, **inside)
