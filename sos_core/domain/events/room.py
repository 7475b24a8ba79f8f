"""Facts about the room: the conference that was planned, its door, and who is in."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import Role


@dataclass(frozen=True, slots=True)
class BottomLineFacts:
    line: str
    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str


@dataclass(frozen=True, slots=True)
class ConferencePlanned:
    """A facilitator took the referral; its bottom lines are fixed from here on."""

    lines: tuple[BottomLineFacts, ...]


@dataclass(frozen=True, slots=True)
class FacilitatorAskedIn:
    """This account leads with the first from here on; None: the first leads alone again."""

    account: str | None


@dataclass(frozen=True, slots=True)
class FacilitatorChanged:
    """This account is the first from here on; who was it before leads no more."""

    account: str


@dataclass(frozen=True, slots=True)
class DoorOpened:
    pass


@dataclass(frozen=True, slots=True)
class DoorClosed:
    pass


@dataclass(frozen=True, slots=True)
class SessionBegun:
    """The people of this conference meet again. Their first session is the first opening of the door."""


@dataclass(frozen=True, slots=True)
class PersonInvited:
    """Somebody is asked to come, and is known at the desk alone until they are let in."""

    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class InvitationWithdrawn:
    """Somebody who did not come yet is not expected any more."""

    person: str


@dataclass(frozen=True, slots=True)
class InvitedCame:
    """Somebody who was invited came in by the own letter, and waits."""

    person: str


@dataclass(frozen=True, slots=True)
class PersonCame:
    """Somebody gave a first name at the door, and waits."""

    person: str


@dataclass(frozen=True, slots=True)
class PersonAdmitted:
    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class PersonCameBack:
    """Whoever came in as `came_as` is `person`, who was here before: one person, with all that was theirs."""

    person: str
    came_as: str


@dataclass(frozen=True, slots=True)
class PersonReturned:
    """Came by the own link, and speaks through another phone from here on; who had left by themselves is in again."""

    person: str


@dataclass(frozen=True, slots=True)
class LinkEnded:
    """The own link of this person opens nothing any more; the `phone` that was in by it, if any, is theirs no more."""

    person: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class PeopleHere:
    """These people, who were let in before, are at this session; or not, or not any more. It opens and closes nothing to them."""

    people: tuple[str, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """Left, was not let in, or was put out: sees nothing any more; what they said stays."""

    person: str
