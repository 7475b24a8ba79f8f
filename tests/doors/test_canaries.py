"""Canary words in every field that people fill in, and every door walked as everybody: each answer holds just what its reader may
see. Who may see what is written here by hand.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
import pytest
from starlette.routing import Mount

from pages import running
from pages.cookies import phone_cookie, staff_cookie
from pages.doors.routes import routes
from sos_core.access.actor import Staff
from sos_core.domain.safety_net import Circle, NetOutcome
from sos_core.export.paper import Paper
from sos_core.export.press import press
from sos_core.services.accounts import sign_in
from sos_core.services.doing import VERBS
from sos_core.services.house import new_id
from sos_core.services.library import routine
from sos_core.services.net_form import CheckForm, MeasureForm, NetPersonForm
from sos_core.services.open_evaluations import follow_evaluations
from sos_core.services.own_links import make_door_link, switch_on_calendar
from sos_core.services.referral_draft import Draft
from sos_core.services.referral_drafts import keep_draft
from sos_core.services.referrals import referrals
from sos_core.services.safety_net import decide_on_net, keep_measure, keep_net_person
from tests.builders import PASSWORD, Meeting, Office, Somebody, line_form, open_office
from tests.doors.conftest import HOST, Browser, app

CANARY = re.compile(r"Zq[A-Z][a-z]+")

NOBODY: set[str] = set()
IN_THE_ROOM = {"mother", "father", "child", "teacher", "screen", "desk"}
NOT_FATHER = IN_THE_ROOM - {"father", "screen"}
ADULTS = IN_THE_ROOM - {"child", "screen"}
WHO_MAY: dict[str, set[str]] = {
    # The referral is for staff's own pages: no door shows it, but the coordinator's overview, which names families by their alias.
    "ZqAlias": {"overview"},
    **dict.fromkeys(("ZqSibling", "ZqReason", "ZqJudge", "ZqTogether"), NOBODY),
    # So are its drafts, its safety net and the other measures; who stands in the net has a sheet.
    **dict.fromkeys(("ZqDraftalias", "ZqDraftreason"), NOBODY),
    **dict.fromkeys(("ZqNetname", "ZqNetrelation", "ZqNetwhy", "ZqNetby", "ZqNetif"), NOBODY),
    **dict.fromkeys(("ZqMeasurewho", "ZqMeasurewhat", "ZqMeasurewhen"), NOBODY),
    # The bottom lines, and the referrer's word on them: everybody who is in.
    **dict.fromkeys(("ZqCriterion", "ZqTrigger", "ZqEscwho", "ZqEscwhat", "ZqEscwithin", "ZqBecause"), IN_THE_ROOM),
    # Names and relations.
    **dict.fromkeys(("ZqAnna", "ZqMoeder", "ZqBram", "ZqNoor", "ZqJuf"), IN_THE_ROOM),
    "ZqWachter": {"desk", "waiting"},
    "ZqConfided": {"desk"},
    "ZqWrong": {"desk"},
    "ZqAnswered": {"mother", "desk"},
    # The preparation: who is asked to come and when, what was asked of them, what is kept from whom.
    **{key: {"desk"} for key in ("ZqGast", "ZqBuur", "ZqZaal", "ZqGevraagd", "ZqGuard")},
    "ZqWeg": IN_THE_ROOM | {"out"},
    "ZqGeweigerd": {"desk", "refused"},
    "ZqVreemd": {"guest elsewhere"},
    "ZqVreemdezorg": {"guest elsewhere"},
    # The film in the family's own words.
    **dict.fromkeys(("ZqRoutine", "ZqScene", "ZqPlaats"), IN_THE_ROOM),
    # Cards for everybody, one of each kind.
    **dict.fromkeys(
        (
            "ZqWorry",
            "ZqStrength",
            "ZqRisk",
            "ZqSign",
            "ZqSafeguard",
            "ZqStepin",
            "ZqWatch",
            "ZqChildaction",
            "ZqLaterparked",
            "ZqParked",
        ),
        IN_THE_ROOM,
    ),
    # Cards for fewer.
    **dict.fromkeys(
        ("ZqHidlater", "ZqHidworry", "ZqHidrisk", "ZqHidsign", "ZqHidparked", "ZqHangson", "ZqLaterhid"), NOT_FATHER
    ),
    **dict.fromkeys(("ZqAdultworry", "ZqAdultrisk"), ADULTS),
    "ZqMotherinbox": {"mother", "desk"},
    "ZqMotherprivate": {"mother", "desk"},
    "ZqFatherprivate": {"father", "desk"},
    "ZqChildinbox": {"child", "desk"},
    "ZqOffagain": {"teacher", "desk"},
    "ZqTakenback": NOBODY,
    # Agreements, what was answered to them, how they were weighed.
    **dict.fromkeys(("ZqWhat", "ZqWhen", "ZqNotice", "ZqIf", "ZqWeighed"), IN_THE_ROOM),
    **dict.fromkeys(("ZqHidwhat", "ZqHidwhen", "ZqHidnotice", "ZqHidif", "ZqHidweighed"), NOT_FATHER),
    **dict.fromkeys(("ZqAdultwhat", "ZqAdultwhen", "ZqAdultnotice"), ADULTS),
    **dict.fromkeys(("ZqDropwhat", "ZqDropwhen", "ZqDropnotice"), NOBODY),
    "ZqDecision": IN_THE_ROOM,
    # An agreement with a time: in calendars without its words.
    **dict.fromkeys(("ZqTimed", "ZqTimednotice"), IN_THE_ROOM),
    # What came of a card of the dry run.
    **dict.fromkeys(("ZqDryrun", "ZqOwnwhatif", "ZqOwnquestion"), IN_THE_ROOM),
    # What somebody wants to stand with the plan.
    "ZqStated": IN_THE_ROOM,
    # How it went between two meetings: who has a part in that agreement, and the desk. What was said before that day is gone.
    **{key: {"mother", "desk"} for key in ("ZqTalked", "ZqNottold")},
    "ZqNearlytold": NOBODY,
    # How contact grows is for staff's own page: no door shows it, but the whole sheet of whom it is about.
    **dict.fromkeys(("ZqStepwhat", "ZqStepasks", "ZqStepseen", "ZqStepwhy", "ZqStephalt"), NOBODY),
    # That a bottom line was broken: at the desk, and on the referrer's sheet.
    **{key: {"desk"} for key in ("ZqBreach", "ZqFollowup")},
}
"""Canary → who may ever see it at a door, on screen, in the stream or on paper. `desk` and `screen` are the facilitator's."""
ON_PAPER = {
    "ZqDropwhat": IN_THE_ROOM,
    "ZqDropwhen": IN_THE_ROOM,
    "ZqDropnotice": IN_THE_ROOM,
    "ZqZaal": {"mother", "desk"},
}
"""Dropped since, and in version 1 for good; and where a day is, for who is asked to come."""
ON_THE_SHEET = {key: {"desk", "screen"} for key in ("ZqBreach", "ZqFollowup")}
"""On `lines.pdf`, which staff alone can have."""
OWN_SHEET = {
    "mother": {
        *(
            "ZqNottold",
            "ZqAnna",
            "ZqMoeder",
            "ZqWorry",
            "ZqSign",
            "ZqLaterparked",
            "ZqHidworry",
            "ZqHidrisk",
            "ZqHidlater",
        ),
        *("ZqLaterhid", "ZqMotherinbox", "ZqMotherprivate", "ZqStated", "ZqTimed"),
        *("ZqTimednotice", "ZqAnswered", "ZqParked", "ZqHidparked", "ZqZaal"),
    },
    "father": {"ZqBram", "ZqStrength", "ZqRisk", "ZqFatherprivate"},
    "child": {"ZqNoor", "ZqChildaction", "ZqChildinbox"},
    "teacher": {
        *("ZqJuf", "ZqSafeguard", "ZqStepin", "ZqWatch", "ZqHidsign", "ZqHangson", "ZqAdultworry", "ZqAdultrisk"),
        *("ZqOffagain", "ZqIf", "ZqHidif", "ZqWorry", "ZqHidrisk"),
        *(f"Zq{which}" for which in ("What", "When", "Notice", "Hidwhat", "Hidwhen", "Hidnotice")),
        *("ZqAdultwhat", "ZqAdultwhen", "ZqAdultnotice", "ZqDropwhat", "ZqDropwhen"),
    },
    "out": {"ZqWeg"},
    "refused": {"ZqGeweigerd"},
    "waiting": {"ZqWachter"},
    "guest elsewhere": {"ZqVreemd", "ZqVreemdezorg"},
}
"""What is kept of each: own words, what was written beside them, the own days, and the agreements with a part for them, with what those
answer, also those of before.
"""
ONLY_HANDED_OUT = {
    "mother": {"ZqConfided", "ZqWrong", "ZqStepwhat", "ZqStepasks", "ZqStepseen", "ZqStepwhy", "ZqStephalt"},
    "net": {"ZqNetname", "ZqNetrelation"},
}
"""What was told to the facilitator alone, and what staff filled in about somebody: never on a phone."""
ON_SHEETS = {
    **{f"sheet of {who}": own for who, own in OWN_SHEET.items()},
    **{
        f"whole sheet of {who}": OWN_SHEET.get(who, set()) | ONLY_HANDED_OUT.get(who, set())
        for who in (*OWN_SHEET, "net")
    },
}
FACES = {"desk": "desk", "": "desk", "screen": "screen"}


@dataclass
class Story:
    """Everything that a conference can hold, said by its people."""

    office: Office
    meeting: Meeting
    elsewhere: Meeting
    people: dict[str, Somebody]
    guest: Somebody
    cards: dict[str, str] = field(default_factory=dict)
    agreement: str = ""
    net: str = ""
    secrets: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Story]:
    office = open_office(tmp_path_factory.mktemp("canaries"), like=new_house)
    yield told(office)
    office.house.store.close()


@pytest.fixture(autouse=True)
def open_doors(story: Story, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This story's house runs; a stream ends after its first frames. Of the papers only the plan is really printed: what went to
    the press is all that any form of it can say.
    """
    printed = press.made

    def made(form: str, paper: Paper, *, lang: str, password: str = "") -> bytes:
        return printed(form, paper, lang=lang) if form == "plan.pdf" and not password else repr(paper).encode()

    monkeypatch.setattr(press, "made", made)
    running._running[:] = [story.office.house]
    story.office.house.hub._closed = True
    yield
    story.office.house.hub._closed = False
    running._running.clear()


def told(office: Office) -> Story:
    line = {name: f"Zq{name.replace('escalation_', 'esc').capitalize()} loopt." for name in line_form().__slots__}
    meeting = office.meeting(
        library=None,
        alias="ZqAlias",
        children=(("ZqSibling", 3),),
        reason_words="ZqReason loopt.",
        together_by="ZqJudge",
        together_why="ZqTogether loopt.",
        lines=(line_form(**line),),
    )
    scenes = [{"title": "ZqScene", "place": "ZqPlaats"}, *({} for _ in routine("naar-school").scenes[1:])]
    meeting.do("add_routine", library="naar-school", title="ZqRoutine", scenes=scenes)
    meeting.do("open_door")
    people = {
        "mother": meeting.admitted("ZqAnna", "parent", relation="ZqMoeder"),
        "father": meeting.admitted("ZqBram", "parent"),
        "child": meeting.admitted("ZqNoor", "child"),
        "teacher": meeting.admitted("ZqJuf", "professional"),
        "out": meeting.admitted("ZqWeg"),
        "refused": meeting.join("ZqGeweigerd"),
        "waiting": meeting.join("ZqWachter"),
    }
    elsewhere = office.meeting(facilitator=office.other_facilitator)
    guest = elsewhere.admitted("ZqVreemd", "parent")
    elsewhere.say(guest, "worry", "ZqVreemdezorg loopt.")
    story = Story(office, meeting, elsewhere, people, guest)
    _look_at_the_net(story)
    _say_everything(story)
    _agree_everything(story)
    _switch_links_on(story)
    _prepare_everything(story)
    meeting.do("turn_away", person=people["out"].id)
    meeting.do("turn_away", person=people["refused"].id)
    return story


def _switch_links_on(story: Story) -> None:
    """Everybody who can has a calendar that follows the plan, and a way in; those of who is put out end. So has the coordinator."""
    meeting, house = story.meeting, story.meeting.house
    story.secrets.append(follow_evaluations(house, story.office.coordinator))
    for name in ("mother", "father", "child", "out"):
        who = story.people[name]
        story.secrets.append(switch_on_calendar(house, meeting.guest(who), person=who.id))
        story.secrets.append(make_door_link(house, meeting.facilitator, meeting.conference, who.id))


def _look_at_the_net(story: Story) -> None:
    """Who is around the family, what was decided on it, and a draft that nobody sent."""
    house, referrer = story.office.house, story.office.referrer
    referral = next(card.id for card in referrals(house, referrer) if card.conference == story.meeting.conference)
    around = NetPersonForm(name="ZqNetname", relation="ZqNetrelation", circle=Circle.INNER, informal=True)
    story.net = new_id()
    keep_net_person(house, referrer, referral, story.net, around)
    decided = CheckForm(outcome=NetOutcome.YES_IF, condition="ZqNetif", why="ZqNetwhy", by="ZqNetby")
    decide_on_net(house, referrer, referral, decided, key=new_id())
    measure = MeasureForm(who="ZqMeasurewho", what="ZqMeasurewhat", when="ZqMeasurewhen")
    keep_measure(house, referrer, referral, new_id(), measure)
    keep_draft(house, referrer, new_id(), Draft(alias="ZqDraftalias", reason_words="ZqDraftreason loopt."))


def _say_everything(story: Story) -> None:
    meeting, (mother, father, child, teacher) = story.meeting, list(story.people.values())[:4]
    hide = {"hidden_from": [father.id]}

    def up(who: Somebody, kind: str, canary: str, **how: Any) -> str:
        story.cards[canary] = meeting.shown(who, kind, f"{canary} loopt.", **how)
        return story.cards[canary]

    up(mother, "worry", "ZqWorry")
    up(father, "strength", "ZqStrength")
    risk = up(father, "risk", "ZqRisk")
    up(mother, "warning_sign", "ZqSign", risk=risk)
    up(teacher, "safeguard", "ZqSafeguard", risk=risk)
    up(teacher, "help_step_in", "ZqStepin", risk=risk)
    up(teacher, "help_keep_watch", "ZqWatch", risk=risk)
    meeting.do("park", card=up(mother, "worry", "ZqLaterparked"), reason="ZqParked loopt.")
    yes = meeting.say(child, "child_action", "ZqChildaction loopt.")
    meeting.do("agree_to_show", child, card=yes)
    meeting.do("put_on_board", card=yes, named=False)
    up(mother, "worry", "ZqHidworry", **hide)
    hidden = up(mother, "risk", "ZqHidrisk", **hide)
    up(teacher, "warning_sign", "ZqHidsign", risk=hidden, **hide)
    up(teacher, "safeguard", "ZqHangson", risk=hidden)
    meeting.do("park", card=up(mother, "worry", "ZqHidlater", **hide), reason="ZqHidparked loopt.")
    later = up(mother, "strength", "ZqLaterhid")
    meeting.do("hide_card", mother, card=later, audience="everybody", **hide)
    up(teacher, "worry", "ZqAdultworry", audience="adults")
    up(teacher, "risk", "ZqAdultrisk", audience="adults")
    story.cards["ZqMotherinbox"] = meeting.say(mother, "worry", "ZqMotherinbox loopt.")
    meeting.say(mother, "worry", "ZqMotherprivate loopt.", audience="author")
    meeting.say(father, "worry", "ZqFatherprivate loopt.", audience="author")
    meeting.say(child, "worry", "ZqChildinbox loopt.")
    meeting.do("take_off_board", card=up(teacher, "strength", "ZqOffagain"))
    meeting.do("take_back", mother, card=up(mother, "worry", "ZqTakenback"))
    meeting.do("confide", mother, text="ZqConfided loopt.")


def _prepare_everything(story: Story) -> None:
    meeting, people = story.meeting, story.people
    meeting.do("invite", name="ZqGast", role="network", relation="ZqBuur")
    when = {"on": "2026-11-16", "begins": "09:30", "ends": "12:00", "place": "ZqZaal"}
    meeting.do("plan_session", people=[people["mother"].id], **when)
    meeting.do("note_preparation", preparation="afraid", done=True, text="ZqGevraagd loopt.")
    meeting.do("restrict", kind="guarded", people=[people["father"].id], text="ZqGuard")


def _agree_everything(story: Story) -> None:
    meeting, cards, teacher = story.meeting, story.cards, story.people["teacher"]

    def agree(who: Somebody, name: str, **how: Any) -> str:
        texts = {part: f"Zq{(name + part).capitalize()} loopt." for part in ("what", "when", "notice")}
        return meeting.agree(who, **texts, **how)

    first = story.agreement = agree(teacher, "", worries=[cards["ZqWorry"]], bottom_lines=meeting.lines)
    meeting.do("answer_agreement", teacher, agreement=first, answer="yes_if", text="ZqIf loopt.")
    second = agree(teacher, "hid", risks=[cards["ZqHidrisk"]])
    meeting.do("answer_agreement", teacher, agreement=second, answer="yes_if", text="ZqHidif loopt.")
    third = agree(teacher, "adult", risks=[cards["ZqAdultrisk"]])
    fourth = agree(teacher, "drop")
    mother = story.people["mother"]
    timed = meeting.agree(mother, when="Elke dag om 9.00 uur", what="ZqTimed loopt.", notice="ZqTimednotice loopt.")
    what_if = meeting.do("draw_what_if", idea="oma-ziek")
    meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome="almost", text="ZqDryrun loopt.")
    meeting.do("answer_what_if", what_if=what_if, agreement=second)
    own = meeting.do("write_what_if", title="ZqOwnwhatif loopt.", question="ZqOwnquestion loopt.")
    meeting.do("walk_what_if", what_if=own, base=own, outcome="holds", agreements=[first, second])
    for line in meeting.lines:
        meeting.do("judge_line", story.office.referrer, bottom_line=line, holds=True)
    meeting.do("adopt_plan")
    step = meeting.do("plan_contact_step", person=mother.id, what="ZqStepwhat loopt.", asks="ZqStepasks loopt.")
    signed = {"step": step, "seen": "ZqStepseen loopt.", "because": "ZqStepwhy loopt."}
    meeting.do("sign_off_contact_step", story.office.referrer, **signed)
    meeting.do("halt_contact_step", step=step, because="ZqStephalt loopt.")
    breach = meeting.do("record_breach", bottom_line=meeting.lines[0], text="ZqBreach loopt.")
    meeting.do("follow_up_breach", breach=breach, text="ZqFollowup loopt.")
    meeting.do("start_evaluation")
    meeting.do("weigh_agreement", agreement=first, how="well", text="ZqWeighed loopt.")
    meeting.do("weigh_agreement", agreement=second, how="not", text="ZqHidweighed loopt.")
    for agreement in (third, fourth, timed):
        meeting.do("weigh_agreement", agreement=agreement, how="partly")
    meeting.do("end_evaluation", decision="adjust", because="ZqDecision loopt.")
    meeting.do("drop_agreement", agreement=fourth)
    for line in meeting.lines:
        meeting.do("judge_line", story.office.referrer, bottom_line=line, holds=False, because="ZqBecause loopt.")
    meeting.do("adopt_plan")
    meeting.do("make_statement", story.people["mother"], text="ZqStated loopt.")
    for how in ("nearly", "not"):
        told = meeting.do("check_in", mother, agreement=timed, how=how, text=f"Zq{how.capitalize()}told loopt.")
    talk = meeting.do("agree_talk", check_in=told, speaks="facilitator", to=mother.id)
    meeting.do("finish_talk", talk=talk, text="ZqTalked loopt.")
    wrong = meeting.do("ask_correction", story.people["mother"], text="ZqWrong loopt.")
    meeting.do("answer_correction", correction=wrong, done=False, text="ZqAnswered loopt.")


def client(story: Story, who: Staff | Somebody | None = None, **cookies: str) -> Browser:
    opened = Browser(app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False)
    settings = story.office.house.settings
    if isinstance(who, Staff):
        opened.cookies.set(staff_cookie(settings), sign_in(story.office.house, name=who.name, password=PASSWORD))
    if isinstance(who, Somebody):
        opened.cookies.set(phone_cookie(settings), who.token)
    for name, value in cookies.items():
        opened.cookies.set(name, value)
    return opened


def canaries_in(answer: Any) -> set[str]:
    """In its headers and its bytes; of a PDF in its text, its metadata and its bytes."""
    text = answer.content.decode("utf-8", "replace") + str(answer.headers.raw)
    if answer.content.startswith(b"%PDF"):
        paper = pypdf.PdfReader(io.BytesIO(answer.content))
        text += "".join(page.extract_text() for page in paper.pages) + str(paper.metadata)
    return set(CANARY.findall(text))


def asked(story: Story) -> list[dict[str, str]]:
    """Everything that can be asked for behind a door: each conference, each pair of eyes, from each moment."""
    here, elsewhere = story.meeting.conference, story.elsewhere.conference
    people = [somebody.id for somebody in (*story.people.values(), story.guest)]
    seq = story.meeting.now.board.seq
    eyes = [{"conference": here, "as": face} for face in ("desk", "screen", "nobody", *people)]
    moments = [{"since": str(number)} for number in (1, seq // 2, seq, seq + 1)]
    return [
        *({}, {"conference": "nothing"}, {"conference": here}, {"conference": elsewhere}, {"as": "desk"}),
        *({"person": person} for person in people),
        *eyes,
        *({"conference": elsewhere, "as": face} for face in ("desk", people[0])),
        *moments,
        *({"conference": here, **moment} for moment in moments),
    ]


def gets(story: Story) -> Iterator[tuple[str, dict[str, str]]]:
    doors = [route.path for route in routes if not isinstance(route, Mount) and "GET" in (route.methods or ())]
    yield from sheets(story)
    for door in [*doors, "/", "/desk", "/plan"]:
        if door == "/export/plan.pdf":
            at = {"conference": story.meeting.conference}
            yield from ((door, {**at, "version": version}) for version in ("1", "2", "99", "0", "-1", "x"))
            yield from ((door, {**more, "version": "2"}) for more in ({}, {"conference": story.elsewhere.conference}))
            for person in (story.people[name] for name in ("mother", "father", "child")):
                yield door, {"version": "2", "person": person.id}
                yield door, {**at, "version": "2", "as": person.id}
            yield from ((door, {**at, "version": "1", "as": face}) for face in ("screen", "desk"))
        elif door.startswith("/export/"):
            at = {"conference": story.meeting.conference, "version": "2"}
            yield from ((door, more) for more in ({}, at, {**at, "version": "1"}, {"version": "2"}))
            yield door, {"conference": story.elsewhere.conference, "version": "2"}
            for person in (story.people[name] for name in ("mother", "father", "child", "out")):
                yield door, {"version": "2", "person": person.id}
                yield door, {**at, "as": person.id}
        elif door in {"/api/view", "/api/live", "/m"}:
            yield from ((door, more) for more in asked(story))
            for where in (story.meeting.conference, story.elsewhere.conference):
                yield from ((door, {"conference": where, "at": at}) for at in ("0", "30", "99999", "-1", "x"))
        elif door.startswith("/agenda/"):
            yield from (
                (door.format(token=token), more) for token in (*story.secrets, "x") for more in ({}, {"lang": "en"})
            )
        elif door in {"/api/plan", "/api/week", "/api/links"}:
            yield from ((door, more) for more in asked(story))
        else:
            yield from ((door, more) for more in ({}, {"conference": story.meeting.conference}, {"lang": "en"}))
    yield from weeks(story)


def weeks(story: Story) -> Iterator[tuple[str, dict[str, str]]]:
    for where in (story.meeting.conference, story.elsewhere.conference):
        yield from (("/api/weeks", {"conference": where, "week": week}) for week in ("0", "7", "8", "-1", "x"))


def sheets(story: Story) -> Iterator[tuple[str, dict[str, str]]]:
    for person in (*(somebody.id for somebody in story.people.values()), story.guest.id, story.net, "nobody", ""):
        for at in ({}, {"conference": story.meeting.conference}, {"conference": story.elsewhere.conference}):
            yield "/export/bewaard.pdf", {**at, "person": person}


def face_of(who: str, door: str, more: dict[str, str], story: Story) -> str | None:
    """Through whose eyes this answer is, or None when it must hold no canary at all. Written apart from the code it tests."""
    ids = {somebody.id: name for name, somebody in story.people.items()}
    paper = door.startswith("/export/")
    if door in _APART:
        return _APART[door](who, more, ids, story)
    if door == "/api/story" or (door == "/api/view" and "at" in more):
        return "screen" if who == "facilitator" and more.get("conference") == story.meeting.conference else None
    if door not in {"/api/view", "/api/live", "/api/plan", "/m"} and not paper:
        return None
    if paper and door != "/export/plan.pdf":
        asked = {"conference": more.get("conference", "")} if door == "/export/lines.pdf" else more
        face = face_of(who, "/export/plan.pdf", asked, story)
        return _of_a_handout(door, face, who, {*story.people, "guest elsewhere"})
    if who in story.people or who == "guest elsewhere":
        return who
    if door == "/m":
        return None
    at, through = more.get("conference"), more.get("as", "")
    if paper and at == story.meeting.conference and who in {"facilitator", "coordinator", "referrer"} and not through:
        return ids.get(more.get("person", ""), "screen") if who == "facilitator" else "screen"
    if who == "facilitator" and at == story.meeting.conference:
        return FACES.get(through) or ids.get(through)
    return None


def _of_the_own_sheet(who: str, more: dict[str, str], ids: dict[str, str], story: Story) -> str | None:
    """Whose it is: the own, on the own phone; for who leads, and for a coordinator, that of anybody here, to hand out."""
    person = (ids | {story.guest.id: "guest elsewhere", story.net: "net"}).get(more.get("person", ""))
    if who in {*story.people, "guest elsewhere"}:
        return f"sheet of {who}" if who == person else None
    where = {story.meeting.conference: {*story.people, "net"}, story.elsewhere.conference: {"guest elsewhere"}}
    here = person in where.get(more.get("conference", ""), ())
    leads = who == "coordinator" or (who == "facilitator" and person in {*story.people, "net"})
    return f"whole sheet of {person}" if here and leads else None


def _of_the_days(who: str, more: dict[str, str], ids: dict[str, str], story: Story) -> str | None:
    """The own days; for the facilitator all, or one person's."""
    if who in story.people:
        return who
    if who != "facilitator" or more.get("conference") != story.meeting.conference:
        return None
    through = more.get("person") or more.get("as")
    return ids.get(through) if through else "desk"


def _of_the_overview(who: str, more: dict[str, str], ids: dict[str, str], story: Story) -> str | None:
    return "overview" if who == "coordinator" else None


def _of_all_pages(who: str, more: dict[str, str], ids: dict[str, str], story: Story) -> str | None:
    return "desk" if who == "facilitator" and more.get("conference") == story.meeting.conference else None


_APART: dict[str, Callable[[str, dict[str, str], dict[str, str], Story], str | None]] = {
    "/export/overview.xlsx": _of_the_overview,
    "/export/bewaard.pdf": _of_the_own_sheet,
    "/export/pages.pdf": _of_all_pages,
    "/export/days.ics": _of_the_days,
}
"""Doors of which it is said apart whose eyes an answer is through."""


def _of_a_handout(door: str, face: str | None, who: str, guests: set[str]) -> str | None:
    """As of the plan, but that a page of one's own is somebody's, bottom lines are no guest's, and a child's days are for the room."""
    if door == "/export/mine.pdf" and face in FACES.values():
        return None
    if door == "/export/lines.pdf":
        return None if who in guests or face is None else "screen"
    if door == "/export/child.pdf" and face in {"mother", "father", "teacher", "desk"}:
        return "screen"
    return face


LOCKABLE = [f"/export/{form}" for form in ("plan.pdf", "mine.pdf", "child.pdf", "lines.pdf")]


def _own_page(who: str, refused: Any) -> set[str]:
    """A phone whose form was refused gets its own page again."""
    if refused.status_code == 200:
        return set()
    return {canary for canary, readers in WHO_MAY.items() if who in readers}


EVERYBODY: dict[str, Callable[[Story], Browser]] = {
    **{
        who: lambda story, who=who: client(story, story.people[who])  # type: ignore[misc]
        for who in ("mother", "father", "child", "teacher", "out", "refused", "waiting")
    },
    **{
        who: lambda story, who=who: client(story, getattr(story.office, who))  # type: ignore[misc]
        for who in ("facilitator", "other_facilitator", "coordinator", "referrer", "other_referrer", "administrator")
    },
    "guest elsewhere": lambda story: client(story, story.guest),
    "stranger": lambda story: client(story),
    "forged": lambda story: client(story, draaiboek_staff="A" * 43, draaiboek_phone=story.meeting.code),
    "swapped": lambda story: client(story, draaiboek_staff=story.people["mother"].token),
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_door_shows_everybody_just_what_is_theirs(
    who: str, story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    seen: dict[str, set[str]] = {}
    with EVERYBODY[who](story) as browser:
        for door, more in gets(story):
            if who == "other_facilitator" and more.get("conference") == story.elsewhere.conference:
                continue
            answer = browser.get(door, params=more)
            assert answer.status_code < 500
            found = canaries_in(answer)
            assert not any(secret in answer.text for secret in story.secrets)
            face = face_of(who, door, more, story)
            may = WHO_MAY | (ON_PAPER if door.startswith("/export/") else {})
            may = may | (ON_THE_SHEET if door == "/export/lines.pdf" else {})
            allowed = ON_SHEETS.get(face or "") or {canary for canary, readers in may.items() if face in readers}
            assert found <= allowed, (door, more, found - allowed)
            assert answer.status_code < 400 or not found
            if door in LOCKABLE:
                locked = browser.post(door, params=more, data={"password": "drie losse woorden"})
                assert (locked.status_code == 200) == (answer.status_code == 200), (door, more)
                assert canaries_in(locked) <= allowed | _own_page(who, locked), (door, more)
            if door == "/api/view" and answer.status_code == 200 and face:
                seen.setdefault(face, set()).update(found)
    for face, found in seen.items():
        assert found == {canary for canary, readers in WHO_MAY.items() if face in readers}, face
    assert not CANARY.search(caplog.text)


def test_the_walk_saw_through_every_pair_of_eyes(story: Story) -> None:
    """Each face is really reached, so that the test above cannot pass by seeing nothing."""
    with EVERYBODY["facilitator"](story) as browser:
        for face in ("desk", "screen", *(story.people[name].id for name in ("mother", "father", "child", "teacher"))):
            answer = browser.get("/api/view", params={"conference": story.meeting.conference, "as": face})
            assert len(canaries_in(answer)) > 20


def test_the_paper_of_each_reader_says_what_that_reader_may_know(story: Story) -> None:
    expected = {
        "mother": {"ZqHidwhat", "ZqAdultwhat", "ZqWhat"},
        "father": {"ZqAdultwhat", "ZqWhat"},
        "child": {"ZqHidwhat", "ZqWhat"},
    }
    for who, whats in expected.items():
        with EVERYBODY[who](story) as browser:
            found = canaries_in(browser.get("/export/plan.pdf", params={"version": "2"}))
        assert {canary for canary in found if canary.endswith("what")} - {"ZqEscwhat", "ZqDropwhat"} == whats - {
            "ZqWhat"
        }
        assert "ZqWhat" in found


def test_the_overview_as_a_file_names_families_and_nothing_else_of_them(story: Story) -> None:
    with EVERYBODY["coordinator"](story) as browser:
        assert canaries_in(browser.get("/export/overview.xlsx")) == {"ZqAlias"}
    for who in set(EVERYBODY) - {"coordinator"}:
        with EVERYBODY[who](story) as browser:
            assert browser.get("/export/overview.xlsx").status_code in {401, 403}, who


def test_each_handout_reaches_who_may_have_it_and_nobody_else(story: Story) -> None:
    at = {"conference": story.meeting.conference, "version": "2"}
    guests = {"mother", "father", "child", "teacher"}
    staff = {"facilitator", "coordinator", "referrer"}
    having: dict[str, set[str]] = {}
    for who in EVERYBODY:
        with EVERYBODY[who](story) as browser:
            for form in ("mine.pdf", "pages.pdf", "child.pdf", "lines.pdf", "plan.docx", "plan.xlsx"):
                if browser.get(f"/export/{form}", params=at).status_code == 200:
                    having.setdefault(form, set()).add(who)
    assert having == {
        "mine.pdf": guests,
        "pages.pdf": {"facilitator"},
        "child.pdf": guests | staff,
        "lines.pdf": staff,
        "plan.docx": guests | staff,
        "plan.xlsx": guests | staff,
    }


def test_on_the_pages_for_everybody_each_has_what_its_own_person_may_know(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[Any] = []
    monkeypatch.setattr(press, "made", lambda form, paper, *, lang: handed.extend(paper.pages) or b"%PDF")
    with EVERYBODY["facilitator"](story) as browser:
        browser.get("/export/pages.pdf", params={"conference": story.meeting.conference, "version": "1"})
    names = {"mother": "ZqAnna", "father": "ZqBram", "child": "ZqNoor", "teacher": "ZqJuf"}
    whose = {page.name: set(CANARY.findall(repr(page))) for page in handed}
    assert whose.keys() == set(names.values())
    for who, name in names.items():
        assert whose[name] <= {canary for canary, readers in (WHO_MAY | ON_PAPER).items() if who in readers}
    assert {"ZqHidwhat", "ZqAdultwhat", "ZqHidrisk"} <= whose["ZqJuf"]


def test_everybodys_own_sheet_holds_all_that_is_theirs(story: Story) -> None:
    at = {"conference": story.meeting.conference}
    for who, somebody in story.people.items():
        with client(story, somebody) as browser:
            own = browser.get("/export/bewaard.pdf", params={"person": somebody.id})
        assert canaries_in(own) == ON_SHEETS[f"sheet of {who}"], who
    with EVERYBODY["facilitator"](story) as browser:
        for who, person in ({who: somebody.id for who, somebody in story.people.items()} | {"net": story.net}).items():
            whole = browser.get("/export/bewaard.pdf", params={**at, "person": person})
            assert canaries_in(whole) == ON_SHEETS[f"whole sheet of {who}"], who


def posts(story: Story) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every change that somebody could try with ids of this conference."""
    meeting, people = story.meeting, story.people
    person, card = people["mother"].id, story.cards["ZqHidworry"]
    base = {"conference": meeting.conference}
    fields = {
        "person": person,
        "role": "parent",
        "card": card,
        "scene": meeting.scenes[0],
        "agreement": story.agreement,
        "base": "before",
        "bottom_line": meeting.lines[0],
        "who": person,
        "what": "a",
        "when": "a",
        "notice": "a",
        "risks": [card],
        "audience": "everybody",
        "value": 99,
    }
    for verb in VERBS:
        yield "/api/do", {"verb": verb, **base, **fields}
        yield "/api/do", {"verb": verb, **fields}
    for kind in ("worry", "warning_sign", "risk"):
        yield "/api/say", {"kind": kind, "text": "a", "risk": story.cards["ZqHidrisk"], "person": person}
        yield "/api/say", {"kind": kind, "text": "a", "scene": meeting.scenes[0], "person": person, **base}
    for link in ({"purpose": "calendar", "on": True}, {"purpose": "door", "on": True}, {"on": False}):
        yield "/api/links", {"person": person, **link}
        yield "/api/links", {"person": person, **link, **base}
    for secret in story.secrets[-2:]:  # of who was put out: a calendar's, and a way in
        yield "/m/meedoen", {"link": secret}
    yield "/export/letter.pdf", {**base, "person": person}
    yield "/api/withheld", {**base, "text": "Lindelaan 12"}
    yield "/m/meedoen", {"name": "", "code": meeting.code}
    yield "/m/meedoen", {"name": "a" * 70, "code": meeting.code}
    yield "/login", {"name": meeting.facilitator.name, "password": "not it"}


BYSTANDERS = [who for who in EVERYBODY if who not in {"mother", "father", "child", "teacher", "facilitator"}]


@pytest.mark.parametrize("who", BYSTANDERS)
def test_no_change_by_somebody_else_is_made_and_no_refusal_tells_anything(
    who: str, story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    before = story.meeting.now.board
    with EVERYBODY[who](story) as browser:
        for door, sent in posts(story):
            if sent.get("verb") == "judge_line" and who == "referrer":
                continue  # theirs to say
            for form in (False, True):
                if form and "person" in sent and who == "guest elsewhere":
                    continue  # gets the own page again, with what is the own
                body = {"key": new_id(), **sent}
                answer = browser.post(door, data=body) if form else browser.post(door, json=body)
                page = form or door == "/m/meedoen"
                assert 400 <= answer.status_code < 500, (door, sent)
                own = {canary for canary, readers in WHO_MAY.items() if who in readers} if page else set()
                assert canaries_in(answer) <= own, (door, sent)
    assert story.meeting.now.board == before
    assert not CANARY.search(caplog.text)


@pytest.mark.parametrize("who", ["father", "child"])
def test_no_refusal_tells_those_inside_what_is_hidden_from_them(
    who: str, story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    """What they may do they may do; here everything else is tried, and each answer has only what they see anyway."""
    caplog.set_level(logging.DEBUG)
    mine = {canary for canary, readers in WHO_MAY.items() if who in readers}
    with EVERYBODY[who](story) as browser:
        for door, sent in posts(story):
            if door == "/m/meedoen" or sent.get("verb") == "leave":
                continue
            for form in (False, True):
                body = {"key": new_id(), **sent}
                answer = browser.post(door, data=body) if form else browser.post(door, json=body)
                assert answer.status_code < 500
                assert canaries_in(answer) <= (mine if form else set()), (door, sent)
    assert not CANARY.search(caplog.text)
