"""The year of one family, day by day and by the services' own doors: every verb once, every kind of fact, and in every text a word of
its own that can be found again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sos_core.access.actor import Actor, Staff
from sos_core.domain.board import Evaluation
from sos_core.domain.kinds import CardKind, Look, Together
from sos_core.domain.safety_net import Circle, Known, NetOutcome
from sos_core.services import safety_net as net
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.conferences import take
from sos_core.services.house import new_id
from sos_core.services.invitations import net_to_invite
from sos_core.services.mail_address import leave_address
from sos_core.services.own_links import make_door_link, switch_on_calendar
from sos_core.services.referral_draft import Draft, DraftChild, DraftLine
from sos_core.services.referral_drafts import keep_draft, send_draft
from sos_core.services.referral_form import Reason
from tests.builders import Meeting, Office, Somebody

MARK = "Zq"
WHEN = "Elke dag om 8.15 uur."
"""Said in words that are understood: no place for a planted one."""
UNSAID = ("draft", "first", "not", "lifted", "back", "unsaid", "unstated", "nearly")
"""Hints of what is taken back, or written over, within the year: that is gone at once."""


@dataclass
class Planted:
    """Words that nobody says by chance, each once, and all of them."""

    all: set[str] = field(default_factory=set)

    def word(self, hint: str) -> str:
        """One that a name may be too."""
        word = f"{MARK}{hint.replace('_', '')}{len(self.all)}x"
        self.all.add(word)
        return word

    def __call__(self, hint: str) -> str:
        return f"{self.word(hint)} is gezegd."


@dataclass
class Year(Meeting):
    """A meeting that remembers which verbs were used, and with which words."""

    planted: Planted = field(default_factory=Planted)
    used: set[str] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    """How it went with the first agreement, as the desk read it before people looked back."""

    def do(self, verb: str, by: Actor | Somebody | None = None, **fields: Any) -> str:
        self.used.add(verb)
        return super().do(verb, by, **fields)

    def agree(self, who: Somebody, **fields: Any) -> str:
        if "notice" not in fields:
            fields["notice"] = self.planted("notice")
        return super().agree(who, **{"when": WHEN, **fields})

    def days(self, days: float) -> None:
        self.office.clock.forward(days=days)


def referred(office: Office, planted: Planted) -> str:
    """Written as a draft over two days, sent; then its safety net is looked at and decided on. The referral. Another draft of it is
    left lying.
    """
    w, house, rob = planted, office.house, office.referrer
    line = {name: w(name) for name in ("criterion", "trigger", "escalation_what", "escalation_within")}
    draft = Draft(
        alias=w.word("alias"),
        children=(DraftChild(id="one", name=w.word("child"), age=7),),
        reason=Reason.CRISIS,
        reason_words=w("reason"),
        mapped=True,
        lvb=True,
        net_wanted=True,
        lines=(DraftLine(id="one", escalation_who=w.word("who"), **line),),
        together=Together.TOGETHER,
        together_by=w.word("judge"),
        together_why=w("together"),
    )
    key = new_id()
    keep_draft(house, rob, key, Draft(alias=w.word("first"), reason_words=w("draft")))
    keep_draft(house, rob, new_id(), Draft(alias=w.word("lying"), reason_words=w("unsent")))
    office.clock.forward(days=1)
    referral = send_draft(house, rob, key, draft)
    for circle in (Circle.INNER, Circle.MIDDLE):
        answers = dict.fromkeys(("reachable", "knows", "willing", "dares"), Known.YES)
        form = net.NetPersonForm(name=w.word("net"), relation=w.word("as"), circle=circle, informal=True, **answers)
        net.keep_net_person(house, rob, referral, new_id(), form)
    measure = net.MeasureForm(who=w.word("measurer"), what=w("measure"), when=w("within"))
    net.keep_measure(house, rob, referral, new_id(), measure)
    decided = net.CheckForm(outcome=NetOutcome.YES_IF, condition=w("if"), why=w("why"), by=w.word("by"))
    net.decide_on_net(house, rob, referral, decided, key=new_id())
    return referral


def begun(office: Office, planted: Planted, *, facilitator: Staff | None = None) -> Year:
    """Referred, and taken by a facilitator."""
    leader = facilitator or office.facilitator
    conference = take(office.house, leader, referred(office, planted))
    return Year(office, conference, leader, planted=planted)


def prepared(year: Year) -> None:
    """Who comes, when, what may not be, what was asked; and the film as far as it is known."""
    w = year.planted
    asked = year.do("invite", name=w.word("invited"), role="network", relation=w.word("neighbour"))
    year.do("withdraw_invitation", person=year.do("invite", name=w.word("not"), role="network"))
    near = net_to_invite(year.house, year.facilitator, year.conference)
    year.do("invite_from_net", person=near[0].id, role="network")
    hours = {"begins": "09:30", "ends": "12:00", "people": [asked]}
    on = year.house.today() + timedelta(days=10)
    year.do("plan_session", on=on.isoformat(), place=w("place"), **hours)
    year.do("call_off_session", session=year.do("plan_session", on=on.isoformat(), place=w("elsewhere"), **hours))
    year.do("note_preparation", preparation="language", done=True, text=w("asked"))
    shots = [{"title": w("scene"), "time": "07:30", "place": w("where")}, {"title": w("scene")}]
    own = year.do("add_routine", title=w("routine"), scenes=shots)
    other = year.do("add_routine", library="naar-school")
    year.do("change_routine", routine=other, base=other, title=w("renamed"))
    year.do("move_routine", routine=other, before=own)
    year.do("remove_routine", routine=other)
    scene = year.do("add_scene", routine=own, title=w("added"), time="08:00", place=w("there"), before=year.scenes[0])
    year.do("change_scene", scene=scene, base=scene, title=w("changed"), time="08:15", place=w("then"))
    year.do("move_scene", scene=scene, routine=own, before=year.scenes[-1])
    year.do("remove_scene", scene=year.do("add_scene", routine=own, title=w("away")))
    year.do("undo")
    year.do("redo")


def met(year: Year) -> None:
    """The first session: who is in, what was said, what the desk did with it."""
    w = year.planted
    year.do("open_door")
    year.do("begin_session")
    came_by_letter(year)
    mother = year.admitted(w.word("mother"), "parent", relation=w.word("mama"))
    child = year.admitted(w.word("child"), "child")
    father = year.admitted(w.word("father"), "parent", phone=mother)
    granny = year.admitted(w.word("granny"), relation=w.word("oma"))
    year.do("turn_away", person=year.join(w.word("stranger")).id)
    year.do("leave", year.admitted(w.word("left")))
    year.people = {"mother": mother, "child": child, "father": father, "granny": granny}
    year.do("restrict", kind="unread", people=[father.id, child.id])
    guarded = {"kind": "guarded", "people": [father.id]}
    year.do("restrict", **guarded, text=w.word("address"))
    year.do("lift_restriction", restriction=year.do("restrict", **guarded, text=w.word("lifted")))
    year.do("mark_here", people=[mother.id, granny.id], here=True)
    year.do("set_road", straight=False)
    year.do("move_phase", phase="worries_strengths")
    for verb, fields in (("set_timer", {"minutes": 5}), ("add_minute", {}), ("stop_timer", {}), ("hold_cards", {})):
        year.do(verb, **fields)
    year.do("say_ready", mother, ready=True)
    said(year, mother, child, granny)
    film(year, mother, granny)


def came_by_letter(year: Year) -> None:
    """The one who was invited, who is let in, leaves, comes back by the same link, and by a new one once that is ended."""
    asked, *_ = year.now.board.attendees

    def letter() -> str:
        return make_door_link(year.house, year.facilitator, year.conference, asked).rsplit("#")[-1]

    link = letter()
    came = join_by_link(year.house, link=link)
    year.do("admit", person=asked, role="network", picture="bus")
    year.do("leave", Somebody("", asked, came.token))
    join_by_link(year.house, link=link)
    join_by_link(year.house, link=letter())


def said(year: Year, mother: Somebody, child: Somebody, granny: Somebody) -> None:
    w = year.planted
    worry, same = year.say(mother, "worry", w("worry")), year.say(granny, "worry", w("same"))
    strength = year.say(mother, "strength", w("strength"), hidden_from=[granny.id])
    year.do("show_cards")
    for card in (worry, same, strength):
        year.do("put_on_board", card=card, named=True)
    year.do("clarify", card=worry, text=w("clearer"), base=None)
    year.do("merge_cards", card=same, into=worry)
    year.do("split_card", card=same)
    year.do("put_in_light", card=worry)
    year.do("put_out_light")
    year.do("put_on_board", card=same, named=False)
    year.do("take_off_board", card=same)
    for reason in ("later", "parked"):
        year.do("park", card=same, reason=w(reason))
        if reason == "later":
            year.do("unpark", card=same)
    year.do("hide_card", mother, card=strength, audience="adults", hidden_from=[granny.id])
    year.do("agree_to_show", child, card=year.say(child, "worry", w("child")))
    year.do("take_back", mother, card=year.say(mother, "worry", w("back")))
    year.do("write_note", person=mother.id, card=worry, text=w("note"))
    year.do("hear_confidence", confidence=year.do("confide", mother, text=w("confided")))
    for done in (True, False):
        wrong = year.do("ask_correction", mother, text=w("wrong"))
        year.do("answer_correction", correction=wrong, done=done, text=w("answered"))
    year.do("take_back_confidence", granny, confidence=year.do("confide", granny, text=w("unsaid")))


def film(year: Year, mother: Somebody, granny: Somebody) -> None:
    w, (first, second, *_) = year.planted, year.scenes
    year.do("move_phase", phase="film")
    year.do("show_scene", scene=first)
    year.do("ask", question="risk")
    risk = year.shown(mother, "risk", w("risk"), scene=first)
    for kind in ("warning_sign", "safeguard"):
        year.shown(granny, kind, w(kind), risk=risk, scene=first)
    offers = [
        year.do("note_help", person=granny.id, scene=first),
        year.shown(mother, "help_step_in", w("help"), scene=first),
    ]
    year.do("order_helpers", scene=first, cards=offers[::-1])
    stray = year.shown(mother, "risk", w("stray"), scene=second)
    year.do("move_card", card=stray, scene=first)
    year.do("move_card", card=year.shown(mother, "safeguard", w("moved"), scene=first), scene=first, risk=risk)
    year.shown(mother, "child_action", w("does"), scene=first)
    for how, picture in (("put_picture", "bus"), ("leave_picture", "door"), (None, "door")):
        proposal = year.do("propose_picture", mother, scene=first, picture=picture)
        year.do(how, proposal=proposal) if how else year.do("take_back_picture", mother, proposal=proposal)
    year.do("talk_through", scene=first)
    for verb, fields in (
        *(("play", {"scene": first}), ("stop_playing", {}), ("pause_screen", {"paused": True})),
        *(("pause_screen", {"paused": False}), ("show_without", {"people": [granny.id]}), ("stop_without", {})),
        *(("show_todo", {}), ("hide_todo", {}), ("close_door", {})),
    ):
        year.do(verb, **fields)
    year.risk = risk  # type: ignore[attr-defined]


def agreed(year: Year) -> None:
    """The second session, led by somebody else: agreements, the dry run, numbers, and the plan."""
    w, (mother, granny, father) = year.planted, (year.people[name] for name in ("mother", "granny", "father"))
    old, new = year.facilitator, year.office.other_facilitator
    year.do("ask_in", name=new.name)
    year.do("hand_over", year.office.coordinator, name=new.name)
    year.facilitator = new
    year.do("hand_over", name=old.name)
    year.facilitator = old
    year.do("open_door")
    year.do("begin_session")
    again = year.join(granny.name)
    year.do("admit_again", person=again.id, same_as=granny.id)
    year.people["granny"] = granny = Somebody(granny.name, granny.id, again.token)
    switch_on_calendar(year.house, year.guest(granny), person=granny.id)
    texts = {name: w(name) for name in ("what", "notice")}
    leans = {"risks": [year.risk], "bottom_lines": year.lines, "backups": [mother.id], "monitor": father.id}  # type: ignore[attr-defined]
    cards = year.now.board.cards.values()
    for kind, name in ((CardKind.WORRY, "worries"), (CardKind.STRENGTH, "strengths")):
        leans[name] = [next(card.id for card in cards if card.kind is kind and card.on_board)]
    agreement = year.agree(granny, **texts, **leans)
    year.do(
        "change_agreement",
        agreement=agreement,
        base=agreement,
        who=granny.id,
        what=w("more"),
        when=w("when"),
        notice=w("thumb"),
        **leans,
    )
    year.do("drop_agreement", agreement=year.agree(mother, what=w("dropped")))
    year.do("answer_agreement", granny, agreement=agreement, answer="yes_if", text=w("yesif"))
    year.do("answer_agreement", granny, agreement=agreement, answer="yes")
    year.do("tell_back", granny, agreement=agreement, text=w("told"))
    silent = year.agree(father, what=w("aloud"))
    year.do("answer_agreement", father, agreement=silent, answer="yes")
    year.do("note_told_aloud", agreement=silent, person=father.id, text=w("said"))
    year.do("note_proof", agreement=agreement, proof="practised", told_by=mother.id)
    tried(year, agreement)
    scale = year.do("ask_scale", named=True)
    year.do("set_scale", mother, scale=scale, value=4)
    year.do("show_scale")
    adopted(year)
    for hint in ("unstated", "statement"):
        year.do("make_statement", father, text=w(hint))


def tried(year: Year, agreement: str) -> None:
    w, scene = year.planted, year.scenes[0]
    own = year.do("write_what_if", title=w("whatif"), question=w("question"), scene=scene)
    year.do("fit_what_if", what_if=own, scene=year.scenes[1])
    year.do("walk_what_if", what_if=own, base=own, outcome="almost", text=w("almost"))
    year.do("answer_what_if", what_if=own, agreement=agreement)
    drawn = year.do("draw_what_if", idea="oma-ziek", scene=scene)
    year.do("walk_what_if", what_if=drawn, base=drawn, outcome="holds", text=w("holds"), agreements=[agreement])
    year.do("put_away_what_if", what_if=drawn)


def adopted(year: Year) -> None:
    """With the referrer's word; somebody sees it otherwise."""
    for line in year.lines:
        year.do("judge_line", year.office.referrer, bottom_line=line, holds=False, because=year.planted("because"))
    year.do("adopt_plan")


def lived(year: Year) -> None:
    """Seven times it is told how it goes; then the bottom line is broken."""
    w, (first, *_) = year.planted, year.now.board.agreements
    for day in range(7):
        year.days(1)
        checked_in(year, first, how=("worked", "nearly", "not")[day % 3])
    year.do("note_proof", agreement=first, proof="worked", told_by=year.people["mother"].id)
    steps(year)
    left_address(year)
    year.do("move_evaluation", evaluation=planned(year, Look.RECHECK).id, on=day_from_now(year, 90))
    year.do("add_evaluation", on=day_from_now(year, 60))
    breach = year.do("record_breach", year.office.referrer, bottom_line=year.lines[0], text=w("broken"))
    year.days(1)
    year.do("follow_up_breach", breach=breach, text=w("followed"))
    reports = year.desk()["reports"][first]
    year.counted = {how: reports[how] for how in ("worked", "nearly", "not")}


def checked_in(year: Year, agreement: str, *, how: str) -> None:
    """From the phone; what worked is confirmed, and what did not is talked about."""
    w, (granny, mother, father) = year.planted, (year.people[name] for name in ("granny", "mother", "father"))
    told = year.do("check_in", granny, agreement=agreement, how=how, text=w(how))
    if how == "worked":
        year.do("confirm_report", father, check_in=told)
        year.do("unconfirm_report", father, check_in=told)
        year.do("confirm_report", father, check_in=told)
    elif how == "nearly":
        year.do("take_back_check_in", granny, check_in=told)
        year.do("check_in", granny, agreement=agreement, how=how, text=w("almost"))
    else:
        talk = year.do("agree_talk", granny, check_in=told, speaks=granny.id, to=mother.id)
        year.do("finish_talk", mother, talk=talk, text=w("talked"))


def steps(year: Year) -> None:
    """Contact grows by one step, and stops."""
    w, father = year.planted, year.people["father"].id
    step = year.do("plan_contact_step", person=father, what=w("contact"), asks=w("asks"), hours=2)
    year.do("sign_off_contact_step", year.office.referrer, step=step, because=w("enough"), seen=w("seen"))
    year.do("halt_contact_step", step=step, because=w("halted"))


def left_address(year: Year) -> None:
    """For a weekly reminder, where a mail server is named; nothing is sent here."""
    house, granny = year.house, year.people["granny"]
    settings, address = house.settings, f"{year.planted.word('mail')}@example.test"
    house.settings = settings.model_copy(update={"smtp_host": "mail.example.test"})
    leave_address(house, year.guest(granny), address, person=granny.id, lang="nl")
    house.settings = settings


def looked_back(year: Year) -> None:
    """Week five: the plan is adjusted, and adopted anew. Week five of that: the facilitator steps out. At month three people look once
    more, and go on by themselves.
    """
    evaluation(year, Look.EVALUATION, "adjust")
    year.agree(year.people["mother"], what=year.planted("anew"))
    adopted(year)
    evaluation(year, Look.EVALUATION, "step_out", **handed(year))
    evaluation(year, Look.RECHECK, "go_on")
    year.do("ask_in", name=year.office.other_facilitator.name)


def evaluation(year: Year, look: Look, decision: str, **fields: Any) -> None:
    """Held on its day."""
    due = planned(year, look)
    year.days((due.on - year.house.today()).days)
    year.do("start_evaluation", evaluation=due.id)
    for agreement in year.now.board.agreements:
        year.do("weigh_agreement", agreement=agreement, how="partly", text=year.planted("weighed"))
    year.do("end_evaluation", decision=decision, because=year.planted("decided"), **fields)


def handed(year: Year) -> dict[str, str]:
    carries, watches = year.people["granny"].id, year.people["mother"].id
    return {"carries_on": carries, "watches": watches, "call": year.planted("call")}


def planned(year: Year, look: Look) -> Evaluation:
    """The first of this kind that is to come."""
    return next(one for one in year.now.board.planned_evaluations if one.look is look)


def day_from_now(year: Year, days: int) -> str:
    return (year.house.today() + timedelta(days=days)).isoformat()


def played(office: Office, planted: Planted) -> Year:
    """All of it, up to the day on which it can be closed."""
    year = begun(office, planted)
    for days, part in ((1, prepared), (9, met), (7, agreed), (0, lived), (0, looked_back)):
        year.days(days)
        part(year)
    return year
