"""Builders: a real house with a clock that tests set, and a conference that is led and spoken at by the services' own doors."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sos_core.access.actor import Actor, Duty, Guest, Staff
from sos_core.access.eyes import DESK, SCREEN, Eyes
from sos_core.access.view import View
from sos_core.domain.kinds import Look, Together
from sos_core.services.accounts import open_account
from sos_core.services.boards import Current
from sos_core.services.conferences import take
from sos_core.services.doing import do
from sos_core.services.house import House, new_id, open_house
from sos_core.services.joining import guest_of, join
from sos_core.services.referral_form import LineForm, Reason, ReferralForm
from sos_core.services.referrals import record_referral
from sos_core.services.saying import say
from sos_core.services.seeing import eyes_of, look
from sos_core.settings import Settings

PASSWORD = "een lang wachtwoord"
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def left_in(view: View, what: str) -> list[str]:
    """The ids of those about which `what` is left open in this view."""
    return [key.partition(":")[2] for key in view["left"] if key.startswith(f"{what}:")]


@dataclass
class Clock:
    """The hour it is, until the test moves it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """As `forward(days=3)`."""
        self.now += timedelta(**by)


@dataclass
class Office:
    """A house with its clock and one account, or two, for each duty."""

    house: House
    clock: Clock
    facilitator: Staff
    other_facilitator: Staff
    coordinator: Staff
    referrer: Staff
    other_referrer: Staff
    administrator: Staff

    def referral(self, **changes: Any) -> str:
        """A referral that a conference can be planned on, or with these `changes` one that cannot."""
        return record_referral(self.house, self.referrer, referral_form(**changes))

    def meeting(
        self, *, facilitator: Staff | None = None, library: str | None = "naar-school", **changes: Any
    ) -> Meeting:
        """A conference that was taken; with a routine (None for none) its door is open."""
        leader = facilitator or self.facilitator
        conference = take(self.house, leader, self.referral(**changes))
        meeting = Meeting(self, conference, leader)
        if library:
            meeting.do("add_routine", library=library)
            meeting.do("open_door")
        return meeting


@dataclass(frozen=True)
class Somebody:
    """A person at a conference, with the cookie of the phone that they speak through."""

    name: str
    id: str
    token: str


@dataclass
class Meeting:
    """One conference. What its people say and do goes by the services' doors, and comes back as an id."""

    office: Office
    conference: str
    facilitator: Staff
    people: dict[str, Somebody] = field(default_factory=dict)

    @property
    def house(self) -> House:
        return self.office.house

    @property
    def now(self) -> Current:
        """The journal, board and words as they are."""
        with self.house.store.reading() as session:
            return self.house.boards.current(session, self.conference)

    @property
    def scenes(self) -> list[str]:
        return list(self.now.board.scenes)

    @property
    def lines(self) -> list[str]:
        return list(self.now.board.lines)

    def do(self, verb: str, by: Actor | Somebody | None = None, **fields: Any) -> str:
        """One verb, by the facilitator unless said otherwise. The id of what it made, else ''."""
        actor = self.guest(by) if isinstance(by, Somebody) else by or self.facilitator
        fields = {"key": new_id(), "conference": self.conference, **fields}
        if isinstance(by, Somebody):
            fields.setdefault("person", by.id)
        return do(self.house, actor, {"verb": verb, **fields}).id or ""

    def join(self, name: str, *, phone: Somebody | None = None) -> Somebody:
        """Somebody at the door, who waits; with `phone` on the phone of somebody who already joined."""
        token = join(self.house, name=name, code=self.code, phone_token=phone.token if phone else None)
        guest = guest_of(self.house, token)
        assert guest is not None
        return Somebody(name, guest.people[-1], token)

    def admitted(self, name: str, role: str = "network", *, phone: Somebody | None = None, **about: Any) -> Somebody:
        """Somebody who joined and was let in."""
        somebody = self.join(name, phone=phone)
        self.do("admit", person=somebody.id, role=role, **about)
        self.people[name] = somebody
        return somebody

    def guest(self, somebody: Somebody) -> Guest:
        """The phone, read afresh."""
        guest = guest_of(self.house, somebody.token)
        assert guest is not None
        return guest

    def say(self, who: Somebody, kind: str, text: str | None = "Zo gaat het.", **fields: Any) -> str:
        """One contribution; the card's id. A risk without a scene is at the first one."""
        if kind in {"risk", "child_action"}:
            fields.setdefault("scene", self.scenes[0])
        said = {"key": new_id(), "kind": kind, "text": text, "person": who.id, **fields}
        return say(self.house, self.guest(who), said).id or ""

    def shown(self, who: Somebody, kind: str, text: str | None = "Zo gaat het.", **fields: Any) -> str:
        """As `say`, and put on the board with the author's name."""
        card = self.say(who, kind, text, **fields)
        self.do("put_on_board", card=card, named=True)
        return card

    def agree(self, who: Somebody, **fields: Any) -> str:
        """An agreement of this person; its id."""
        texts = {"what": "Belt aan.", "when": "Elke dag om acht uur.", "notice": "Stuurt een duim."}
        return self.do("make_agreement", **{**texts, "who": who.id, **fields})

    def adopted(self, **fields: Any) -> str:
        """The referrer's yes on every bottom line, and the plan adopted; its evaluation's id."""
        for line in self.lines:
            self.do("judge_line", self.office.referrer, bottom_line=line, holds=True)
        return self.do("adopt_plan", **fields)

    def evaluated(self, decision: str, *, how: str = "well", look: Look = Look.EVALUATION, **fields: Any) -> None:
        """The evaluation held, or another look back, with every agreement weighed alike."""
        self.start(look)
        for agreement in self.now.board.agreements:
            self.do("weigh_agreement", agreement=agreement, how=how)
        if decision == "step_out":
            fields = {**self.handover(), **fields}
        self.do("end_evaluation", decision=decision, **{"because": "Zo kwam het uit.", **fields})

    def start(self, look: Look = Look.EVALUATION) -> None:
        """Begin this look back at the plan."""
        planned = (one.id for one in self.now.board.planned_evaluations if one.look is look)
        self.do("start_evaluation", evaluation=next(planned, None))

    def handover(self) -> dict[str, str]:
        """Two people here with whom the plan goes on; whoever is missing comes in."""
        names = [*self.people, *(name for name in ("Opa", "Buur") if name not in self.people)][:2]
        first, second = (self.people.get(name) or self.admitted(name) for name in names)
        return {"carries_on": first.id, "watches": second.id, "call": "De wijkagent, op werkdagen."}

    def desk(self) -> View:
        return look(self.house, self.conference, DESK)

    def left(self, what: str) -> list[str]:
        """The ids of those about which this is left open, as the desk sees it: see `left` in docs/http.md."""
        return left_in(self.desk(), what)

    def screen(self) -> View:
        return look(self.house, self.conference, SCREEN)

    def seen_by(self, somebody: Somebody) -> View:
        """What stands on this person's own phone."""
        return look(self.house, self.conference, self.eyes(somebody))

    def eyes(self, somebody: Somebody) -> Eyes:
        return eyes_of(self.house, self.guest(somebody), self.conference, through=somebody.id)

    @property
    def code(self) -> str:
        door = self.desk()["door"]
        return str(door["code"])


def referral_form(**changes: Any) -> ReferralForm:
    """A whole form of a made-up family, with these `changes`."""
    usual: dict[str, Any] = {
        "alias": "Familie Eekhoorn",
        "children": (("Sem", 7), ("Noor", 4)),
        "reason": Reason.CRISIS,
        "reason_words": "Er was ruzie waar de kinderen bij waren.",
        "mapped": True,
        "lvb": False,
        "together": Together.TOGETHER,
        "together_by": "Jo",
        "together_why": "Niemand is bang voor een ander.",
        "lines": (line_form(),),
    }
    return ReferralForm(**{**usual, **changes})


def line_form(**changes: str) -> LineForm:
    """A whole bottom line, with these `changes`."""
    usual = {
        "criterion": "De kinderen zijn nooit alleen met ruzie.",
        "trigger": "Als er weer geslagen wordt.",
        "escalation_who": "Jo",
        "escalation_what": "Belt Veilig Thuis.",
        "escalation_within": "Binnen een uur.",
    }
    return LineForm(**{**usual, **changes})


_numbers = count(1)


def open_office(folder: Path, *, like: Path | None = None) -> Office:
    """A house in this folder with its staff; `like` is the folder of a new house, so that its tables needn't be made again."""
    if like:
        shutil.copytree(like, folder, dirs_exist_ok=True)
    clock = Clock()
    house = open_house(Settings(data=folder, public_url="http://draaiboek.test"))
    house.clock = clock
    number = next(_numbers)  # sign-ins are counted by name for the whole program: every house has names of its own

    def account(name: str, duty: Duty) -> Staff:
        return open_account(house, name=f"{name} {number}", duty=duty, password=PASSWORD)

    return Office(
        house,
        clock,
        facilitator=account("Fien", Duty.FACILITATOR),
        other_facilitator=account("Frits", Duty.FACILITATOR),
        coordinator=account("Co", Duty.COORDINATOR),
        referrer=account("Rob", Duty.REFERRER),
        other_referrer=account("Rita", Duty.REFERRER),
        administrator=account("Ad", Duty.ADMINISTRATOR),
    )
