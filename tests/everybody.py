"""Thirty people at once, doing anything in any order: a machine for hypothesis, which checks after each step what must always hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import Phase as Part
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import select

from sos_core.access.actor import Actor
from sos_core.access.eyes import DESK, SCREEN, Eyes
from sos_core.access.view import View
from sos_core.domain.errors import DomainError
from sos_core.domain.fold import replay
from sos_core.domain.kinds import (
    Answer,
    Audience,
    CardKind,
    Decision,
    DryRunOutcome,
    Outcome,
    Phase,
    Proof,
    RestrictionKind,
    Role,
)
from sos_core.live.frames import Frame
from sos_core.live.hub import Hub
from sos_core.services.boards import Boards
from sos_core.services.doing import VERBS, do
from sos_core.services.holidays import school_holidays
from sos_core.services.house import new_id
from sos_core.services.saying import say
from sos_core.services.seeing import look, since
from sos_core.services.showing import OTHERS_LEAD
from sos_core.services.silences import silences
from sos_core.settings import Region
from sos_core.store import journal
from sos_core.store.overview import derived
from sos_core.store.tables import Conference, Overview
from tests.access.patching import patched, plain
from tests.builders import Meeting, Office

PEOPLE = 30
FREQUENT = (
    "put_on_board",
    "take_off_board",
    "make_agreement",
    "park",
    "merge_cards",
    "clarify",
    "hold_cards",
    "show_cards",
    "talk_through",
    "undo",
    "redo",
    "add_routine",
    "remove_routine",
    "add_scene",
    "remove_scene",
    "move_scene",
    "move_card",
    "note_help",
    "note_proof",
    "draw_what_if",
    "write_what_if",
    "walk_what_if",
    "answer_what_if",
    "restrict",
    "lift_restriction",
    "mark_here",
)
PICKS = st.integers(0, 10_000)
"""Of however many there are, this one: counted round."""


class Followed(Hub):
    """A hub at which some follow one conference all the time: `views` is what their screens show; `afresh` what a stream that is
    behind looks up.
    """

    def __init__(self, conference: str, views: dict[Eyes, View], afresh: Callable[[Eyes], View]) -> None:
        super().__init__()
        self.conference = conference
        self.views = views
        self.afresh = afresh

    def audiences(self, conference: str) -> set[Hashable]:
        return set(self.views) if conference == self.conference else set()

    def publish(self, conference: str, frames: Mapping[Hashable, Frame]) -> None:
        if (
            not frames
        ):  # others lead: whether a reader may still read is looked up anew, and what there is to see with it
            self.views = {eyes: self.afresh(eyes) for eyes in self.views}
        for eyes, shown in self.views.items() if frames else ():
            assert frames[eyes].base == shown["seq"]
            patch = frames[eyes].data.decode().split("data: ")[1].split("\n")[0]
            self.views[eyes] = patched(shown, json.loads(patch))


@dataclass(frozen=True)
class Sent:
    """One submission as it went out, and what came of it."""

    actor: Actor
    body: dict[str, Any]
    seq: int


class Everybody(RuleBasedStateMachine):
    """One conference. `office` is set by the test."""

    office: Office

    @initialize()
    def begin(self) -> None:
        self.meeting: Meeting = self.office.meeting()
        roles = [role.value for role in Role]
        self.room = [self.meeting.admitted(f"Mens {n}", roles[n % len(roles)]) for n in range(PEOPLE)]
        risk = self.meeting.shown(self.room[0], "risk")
        self.meeting.say(self.room[1], "worry")
        self.meeting.agree(self.room[2], risks=[risk], backups=[self.room[3].id])
        self.meeting.do("set_road", straight=True)
        self.sent: list[Sent] = []
        self.streams: dict[Eyes, View] = {
            eyes: look(self.office.house, self.conference, eyes) for eyes in self.watchers
        }
        following = (DESK, SCREEN, *map(self.meeting.eyes, self.room[:5]))
        views = {eyes: self.fresh(eyes) for eyes in following}
        self.office.house.hub = self.followed = Followed(self.conference, views, self.afresh)
        self.heard: dict[Eyes, list[View]] = {eyes: [shown] for eyes, shown in self.streams.items()}

    @property
    def conference(self) -> str:
        return self.meeting.conference

    @property
    def watchers(self) -> list[Eyes]:
        """The desk, the screen, and a parent, a child and somebody of the network on their own phones."""
        return [
            DESK,
            SCREEN,
            *(Eyes(face=self.meeting.eyes(who).face, person=who.id, own=(who.id,)) for who in self.room[:3]),
        ]

    # -- what people do ---------------------------------------------------------------------------------------------

    @rule(who=PICKS, kind=st.sampled_from(CardKind), about=st.data())
    def somebody_says(self, who: int, kind: CardKind, about: st.DataObject) -> None:
        somebody = self.room[who % PEOPLE]
        body = about.draw(self.anything()) | {"kind": kind.value, "person": somebody.id}
        self.submit(say, self.meeting.guest(somebody), body)

    @rule(verb=st.sampled_from(sorted(VERBS)), about=st.data())
    def the_desk_does(self, verb: str, about: st.DataObject) -> None:
        staff = self.office.referrer if verb == "judge_line" else self.office.facilitator
        self.submit(do, staff, about.draw(self.anything()) | {"verb": verb, "conference": self.conference})

    @rule(who=PICKS, verb=st.sampled_from(sorted(VERBS)), about=st.data())
    def a_phone_does(self, who: int, verb: str, about: st.DataObject) -> None:
        somebody = self.room[who % PEOPLE]
        body = about.draw(self.anything()) | {"verb": verb, "person": somebody.id}
        self.submit(do, self.meeting.guest(somebody), body)

    @rule(who=PICKS, kind=st.sampled_from(["worry", "strength", "risk", "help_step_in"]), scene=PICKS)
    def somebody_says_something_that_can_be_kept(self, who: int, kind: str, scene: int) -> None:
        somebody, scenes = self.room[who % PEOPLE], self.meeting.scenes
        place = {"scene": scenes[scene % len(scenes)]} if scenes else {}
        self.submit(
            say,
            self.meeting.guest(somebody),
            {"key": new_id(), "kind": kind, "text": "Zo gaat het.", "person": somebody.id, **place},
        )

    @rule(verb=st.sampled_from(FREQUENT), about=st.data())
    def the_desk_does_what_it_often_does(self, verb: str, about: st.DataObject) -> None:
        self.the_desk_does(verb, about)

    @precondition(lambda self: self.sent)
    @rule(which=PICKS)
    def a_phone_did_not_hear_the_answer_and_sends_it_again(self, which: int) -> None:
        again = self.sent[which % len(self.sent)]
        before = self.meeting.now.board.seq
        kept = (do if "verb" in again.body else say)(self.office.house, again.actor, again.body)
        assert kept.seq == again.seq
        assert self.meeting.now.board.seq == before

    # -- what must hold ---------------------------------------------------------------------------------------------

    @invariant()
    def every_stream_shows_what_a_fresh_look_shows(self) -> None:
        for eyes, shown in self.streams.items():
            fresh = look(self.office.house, self.conference, eyes)
            patch = since(self.office.house, self.conference, eyes, shown["seq"])
            assert patch is None or plain(patched(shown, patch)) == plain(fresh)
            if shown["seq"] != fresh["seq"]:
                self.heard[eyes].append(patch or fresh)
            self.streams[eyes] = fresh

    @invariant()
    def whoever_follows_step_by_step_sees_it_too(self) -> None:
        for eyes, shown in self.followed.views.items():
            assert plain(shown) == plain(self.fresh(eyes))

    @invariant()
    def what_is_at_hand_is_what_is_on_disk(self) -> None:
        with self.office.house.store.reading() as session:
            assert Boards().current(session, self.conference).lookup == self.meeting.now.lookup

    @invariant()
    def the_board_is_what_its_journal_adds_up_to(self) -> None:
        with self.office.house.store.reading() as session:
            entries = journal.read(session, self.conference)
        assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
        assert self.meeting.now.board == replay(entries)

    @invariant()
    def the_overview_is_what_it_is_derived_from(self) -> None:
        with self.office.house.store.reading() as session:
            kept = [dict(row._mapping) for row in session.connection().execute(select(Overview))]
            assert kept == derived(session.connection(), [row["referral"] for row in kept])
            heard = session.get_one(Conference, self.conference).heard
            assert heard == silences(replay(journal.read(session, self.conference)), school_holidays(Region.MIDDLE))

    def fresh(self, eyes: Eyes) -> View:
        """As it travels."""
        shown: View = json.loads(json.dumps(look(self.office.house, self.conference, eyes)))
        return shown

    def afresh(self, eyes: Eyes) -> View:
        """What a stream that is behind looks up. None is, unless others lead now."""
        assert isinstance(self.meeting.now.entries[-1].event, OTHERS_LEAD)
        return self.fresh(eyes)

    # -- how ----------------------------------------------------------------------------------------------------------

    def submit(self, service: Any, actor: Actor, body: dict[str, Any]) -> None:
        """A refusal is a sentence, and leaves no trace; anything else that goes wrong fails the test."""
        before = self.meeting.now.board.seq
        try:
            kept = service(self.office.house, actor, body)
        except DomainError:
            assert self.meeting.now.board.seq == before
        else:
            assert kept.seq == before + 1
            self.sent.append(Sent(actor, body, kept.seq))

    def anything(self) -> st.SearchStrategy[dict[str, Any]]:
        """Every field that any verb asks for, about things that are there (and some that are not): a verb takes what it needs."""
        board = self.meeting.now.board
        people, cards, scenes = list(board.attendees), list(board.cards), list(board.scenes)
        nothing = new_id()
        one = {
            "card": cards, "risk": cards, "into": [*cards, *scenes], "before": [*scenes, *board.routines, None],
            "kind": [*CardKind, *RestrictionKind], "restriction": list(board.restrictions),
            "proposal": list(board.proposals), "picture": ["bed", "bath", "gone"],
            "scene": scenes, "routine": list(board.routines), "agreement": list(board.agreements),
            "bottom_line": list(board.lines), "who": people, "person": people, "same_as": people, "monitor": people,
            "base": [one.base for many in (board.agreements, board.scenes, board.routines, board.what_ifs) for one in many.values()],
            "what_if": list(board.what_ifs), "idea": ["sneeuw", "oma-ziek", None], "outcome": list(DryRunOutcome),
            "phase": list(Phase), "question": list(CardKind), "role": list(Role), "audience": list(Audience), "answer": list(Answer),
            "how": list(Outcome), "proof": list(Proof), "told_by": people, "decision": list(Decision),
        }  # fmt: skip
        some = {
            "agreements": list(board.agreements),
            "risks": cards, "worries": cards, "cards": cards, "strengths": cards, "bottom_lines": list(board.lines), "hidden_from": people,
            "backups": people,
            "people": people,
        }  # fmt: skip
        texts = ("text", "reason", "what", "when", "notice", "because", "relation", "title", "place")
        flags = ("named", "straight", "paused", "holds", "ready", "here")
        chosen = {name: st.sampled_from(_mostly(list(there) or [None], nothing)) for name, there in one.items()}
        lists = {
            name: st.lists(st.sampled_from(_mostly(there, nothing)), max_size=2, unique=True)
            for name, there in some.items()
        }
        said = {name: st.sampled_from(_mostly(["Zo gaat het.", "עברית"], "a" * 4001)) for name in texts}
        yes = {name: st.booleans() for name in flags}
        rest = {
            "value": st.integers(-1, 11),
            "minutes": st.integers(0, 61),
            "library": st.sampled_from(["naar-school", "gone"]),
            "key": st.builds(new_id),
        }
        return st.fixed_dictionaries({**chosen, **lists, **said, **yes, **rest})


def _mostly(right: list[Any], wrong: Any) -> list[Any]:
    """Nine times out of ten the one, else the other."""
    return [*right * (9 // max(1, len(right)) + 1), wrong] if right else [wrong]


def run_everybody(machine: type[Everybody], *, examples: int, steps: int) -> None:
    """So many meetings, of so many steps each."""
    calm = settings(
        max_examples=examples,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
        phases=[Part.reuse, Part.generate],  # to shrink a meeting takes longer than to read it
    )
    run_state_machine_as_test(machine, settings=calm)
