"""One conference of the demo, played: every record of the file on its day, through the services that real people use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from sos_core.access.actor import Actor, Guest, Staff
from sos_core.access.eyes import DESK
from sos_core.access.view import View
from sos_core.domain.here import HERE, day_here
from sos_core.domain.kinds import Phase, RestrictionKind
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.doing import do
from sos_core.services.house import House, new_id
from sos_core.services.joining import guest_of, join
from sos_core.services.own_links import make_door_link
from sos_core.services.saying import say
from sos_core.services.seeing import look

Record = Mapping[str, Any]
Records = Sequence[Record]

BEGIN = time(14)
"""At what hour the people of the demo meet."""
A_WHILE = timedelta(seconds=15)
"""What passes between two things that happen."""


@dataclass(slots=True)
class Calendar:
    """The house's clock while the demo is played: at every look a little later, never past `today`."""

    today: date
    now: datetime

    def turn_to(self, day: int) -> None:
        """The afternoon of so many days from today; later that day when it is that day already."""
        if day_here(self.now) != self.day(day):
            self.now = datetime.combine(self.day(day), BEGIN, HERE)

    def day(self, day: int) -> date:
        return self.today + timedelta(days=day)

    def __call__(self) -> datetime:
        self.now += A_WHILE
        return self.now


@dataclass(slots=True)
class Meetings:
    """One conference of the demo. `ids` are the product's ids by those of the file, `deals` the agreements as they are,
    `told_at` the scenes of the cards, and `people` who is in the file.
    """

    house: House
    calendar: Calendar
    conference: str
    facilitator: Staff
    referrer: Staff
    ids: dict[str, str] = field(default_factory=dict)
    phones: dict[str, Guest] = field(default_factory=dict)
    deals: dict[str, Record] = field(default_factory=dict)
    told_at: dict[str, str] = field(default_factory=dict)
    people: dict[str, Record] = field(default_factory=dict)

    def play(self, told: Record) -> None:
        """Every record that has a day; on one day in the order that is said at the top of the file."""
        self.people = {person["id"]: person for person in told.get("people", ())}
        acts: tuple[tuple[str, Callable[[Records], None]], ...] = (
            ("sessions", self._meet_again),
            ("routines", self._choose_routines),
            ("apart", self._keep_apart),
            ("people", self._come),
            ("cards", self._say),
            ("talked_through", self._talk_through),
            ("parked", self._park),
            ("scales", self._scale),
            ("proofs", self._prove),
            ("first_looks", self._look_first),
            ("evaluations", self._evaluate),
            ("changes", self._change),
            ("agreements", self._agree),
            ("what_ifs", self._walk_through),
            ("answers", self._answer),
            ("judgements", self._judge),
            ("plans", self._adopt),
        )
        steps = [
            (record["day"], place, record) for place, (kind, _) in enumerate(acts) for record in told.get(kind, ())
        ]
        steps.sort(key=lambda step: step[:2])
        for day, of_day in groupby(steps, key=lambda step: step[0]):
            self.calendar.turn_to(day)
            for place, of_kind in groupby(of_day, key=lambda step: step[1]):
                acts[place][1]([record for _, _, record in of_kind])

    def desk(self) -> View:
        return look(self.house, self.conference, DESK)

    def name(self, records: Records, made: Sequence[str] | Mapping[str, Any]) -> None:
        """What was made in this order has these ids in the file."""
        self.ids.update(zip((record["id"] for record in records), made, strict=True))

    def _meet_again(self, sessions: Records) -> None:
        """Those who are kept apart come in turn: from then on the own phone stands where everybody was."""
        for _ in sessions:
            self._lead("begin_session")
            for one in self.desk()["restrictions"].values():
                for person in one["people"]:
                    self._lead("mark_here", people=[person], here=True)
                    self._lead("mark_here", people=[person], here=False)

    def _choose_routines(self, routines: Records) -> None:
        for routine in routines:
            own = {name: routine[name] for name in ("title", "picture", "scenes") if name in routine}
            made = self._lead("add_routine", library=routine["library"], **own)
            if "scenes" in routine:
                self.name(routine["scenes"], self.desk()["routines"][made]["scenes"])

    def _keep_apart(self, pairs: Records) -> None:
        """Two who are never in one room: both are invited, and known so before anybody comes."""
        for pair in pairs:
            for person in pair["people"]:
                about = {name: self.people[person][name] for name in ("name", "role", "relation")}
                self.ids[person] = self._lead("invite", **about)
            self._lead("restrict", kind=RestrictionKind.APART, people=self._known(pair["people"], ids=True))

    def _come(self, people: Records) -> None:
        """Everybody on a phone of their own, by the own letter or else by the code; then the door is closed. Whoever is kept apart from
        somebody who is there comes once that one went home.
        """
        self._lead("open_door")
        code = str(self.desk()["door"]["code"])
        for person in people:
            phone = guest_of(self.house, self._at_door(person, code))
            if phone is None:
                raise LookupError(person["id"])
            self.phones[person["id"]], self.ids[person["id"]] = phone, phone.people[0]
            self._send_home(phone.people[0])
            about = {name: person[name] for name in ("role", "relation", "picture")}
            self._lead("admit", person=phone.people[0], **about)
        self._lead("close_door")

    def _at_door(self, person: Record, code: str) -> str:
        """The token of the phone on which this person waits."""
        if invited := self.ids.get(person["id"]):
            link = make_door_link(self.house, self.facilitator, self.conference, invited)
            return join_by_link(self.house, link=link).token
        return join(self.house, name=person["name"], code=code, key=new_id())

    def _send_home(self, person: str) -> None:
        """Those who may not be in one room with this person, if they are there."""
        held = (one["people"] for one in self.desk()["restrictions"].values())
        apart = {who for pair in held if person in pair for who in pair} - {person}
        there = [who for who in apart if self.desk()["people"][who]["here"]]
        if there:
            self._lead("mark_here", people=there, here=False)

    def _say(self, cards: Records) -> None:
        """Worries and strengths first, then the film, scene by scene; what is said to a risk point is said at its scene."""
        self.told_at |= {card["id"]: card["scene"] for card in cards if "scene" in card}
        for scene, group in groupby(cards, key=lambda card: self.told_at.get(card.get("risk", card["id"]))):
            self._lead("move_phase", phase=Phase.FILM if scene else Phase.WORRIES_AND_STRENGTHS)
            if scene:
                self._lead("show_scene", scene=self.ids[scene])
            for card in group:
                self._say_one(card)

    def _say_one(self, card: Record) -> None:
        said = {name: card[name] for name in ("kind", "text", "audience") if name in card}
        said |= {name: self.ids[card[name]] for name in ("scene", "risk") if name in card}
        hidden_from = [self.ids[person] for person in card.get("hidden_from", ())]
        kept = say(self.house, self.phones[card["by"]], {"key": new_id(), **said, "hidden_from": hidden_from})
        self.ids[card["id"]] = str(kept.id)
        if card.get("child_yes"):
            self._do(self.phones[card["by"]], "agree_to_show", card=kept.id)
        if card.get("on_board", True):
            self._lead("put_on_board", card=kept.id, named=card.get("named", True))

    def _talk_through(self, talked: Records) -> None:
        for each in talked:
            self._lead("talk_through", scene=self.ids[each["scene"]])

    def _park(self, parked: Records) -> None:
        for each in parked:
            self._lead("park", card=self.ids[each["card"]], reason=each["reason"])

    def _scale(self, scales: Records) -> None:
        self._lead("move_phase", phase=Phase.SCALE)
        for scale in scales:
            self._lead("ask_scale")
            for person, value in scale["values"].items():
                self._do(self.phones[person], "set_scale", value=value)
            self._lead("show_scale")

    def _prove(self, proofs: Records) -> None:
        for each in proofs:
            said = {"proof": each["proof"], "told_by": self.ids[each["by"]]}
            self._lead("note_proof", agreement=self.ids[each["agreement"]], **said)

    def _look_first(self, looks: Records) -> None:
        """After a week every agreement goes the same."""
        for look_ in looks:
            ids = [agreement["id"] for agreement in self.desk()["agreements"].values()]
            self._hold(look_, [{"agreement": agreement, "how": look_["how"]} for agreement in ids])

    def _evaluate(self, evaluations: Records) -> None:
        self._lead("move_phase", phase=Phase.EVALUATION)
        for evaluation in evaluations:
            self._hold(evaluation, [{**one, "agreement": self.ids[one["agreement"]]} for one in evaluation["weighed"]])

    def _hold(self, evaluation: Record, weighed: Records) -> None:
        """The first that is planned: who weighed what, and what came of it."""
        self._lead("start_evaluation")
        for one in weighed:
            self._lead("weigh_agreement", agreement=one["agreement"], how=one["how"], text=one.get("text"))
        handed = evaluation.get("handover", {})
        people = {name: self.ids[handed[name]] for name in ("carries_on", "watches") if handed}
        ends = {"decision": evaluation["decision"], "because": evaluation["because"], "call": handed.get("call")}
        self._lead("end_evaluation", **ends, **people)

    def _change(self, changes: Records) -> None:
        self._lead("move_phase", phase=Phase.AGREEMENTS)
        for change in changes:
            local = change["agreement"]
            if change["kind"] == "drop":
                self._lead("drop_agreement", agreement=self.ids[local])
                continue
            self._change_one(local, change)

    def _change_one(self, local: str, change: Record) -> None:
        deal = self.deals[local] = {**self.deals[local], **{n: change[n] for n in _DEAL if n in change}}
        base = self.desk()["agreements"][self.ids[local]]["base"]
        self._lead("change_agreement", agreement=self.ids[local], base=base, **self._drafted(deal))

    def _agree(self, agreements: Records) -> None:
        self._lead("move_phase", phase=Phase.AGREEMENTS)
        for deal in agreements:
            self.deals[deal["id"]] = deal
            self.ids[deal["id"]] = self._lead("make_agreement", **self._drafted(deal))

    def _walk_through(self, what_ifs: Records) -> None:
        """Each card on the table, how it went, what it changed; then it is put away."""
        self._lead("move_phase", phase=Phase.DRY_RUN)
        for told in what_ifs:
            drawn = self._lead("draw_what_if", idea=told["idea"], scene=self.ids[told["scene"]])
            said = {
                "outcome": told["outcome"],
                "text": told["text"],
                "agreements": self._known(told.get("held", []), ids=True),
            }
            self._lead("walk_what_if", what_if=drawn, base=drawn, **said)
            for change in told.get("changes", ()):
                self._change_one(change["agreement"], change)
                self._lead("answer_what_if", what_if=drawn, agreement=self.ids[change["agreement"]])
            self._lead("put_away_what_if", what_if=drawn)

    def _drafted(self, deal: Record) -> dict[str, Any]:
        """The agreement with the product's ids."""
        return {name: self._known(deal[name], ids=name not in _TEXTS) for name in _DEAL if name in deal}

    def _known(self, value: Any, *, ids: bool) -> Any:
        if not ids:
            return value
        return self.ids[value] if isinstance(value, str) else [self.ids[one] for one in value]

    def _answer(self, answers: Records) -> None:
        for each in answers:
            said = {"agreement": self.ids[each["agreement"]], "answer": each["answer"], "text": each.get("text")}
            self._do(self.phones[each["by"]], "answer_agreement", **said)
            if own := each.get("told"):
                self._do(self.phones[each["by"]], "tell_back", agreement=said["agreement"], text=own)

    def _judge(self, judgements: Records) -> None:
        for each in judgements:
            said = {"holds": each["holds"], "because": each.get("because")}
            self._do(self.referrer, "judge_line", bottom_line=self.ids[each["bottom_line"]], **said)

    def _adopt(self, plans: Records) -> None:
        self._lead("move_phase", phase=Phase.ADOPTION)
        for plan in plans:
            self._lead("adopt_plan", evaluation_on=self.calendar.day(plan["evaluation_day"]).isoformat())

    def _lead(self, verb: str, **fields: Any) -> str:
        return self._do(self.facilitator, verb, **fields)

    def _do(self, actor: Actor, verb: str, **fields: Any) -> str:
        """The id of what it made, else ''."""
        done = {"key": new_id(), "verb": verb, "conference": self.conference, **fields}
        return do(self.house, actor, done).id or ""


_TEXTS = ("what", "when", "notice")
_DEAL = ("who", *_TEXTS, "backups", "monitor", "risks", "worries", "bottom_lines", "strengths")
