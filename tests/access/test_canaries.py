"""Canary words in every text field: each pair of eyes gets exactly its own, on screen, in the stream and on paper."""

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest

from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.view import View
from sos_core.domain.errors import DomainError, NotFound
from sos_core.services.dashboard import dashboard
from sos_core.services.handouts import FORMS, as_file
from sos_core.services.papers import plan_paper
from sos_core.services.referrals import referrals
from sos_core.services.seeing import eyes_of, look, since
from tests.access.patching import patched, plain
from tests.builders import Meeting, Office, Somebody, line_form, open_office

LINE = {"Criterion", "Trigger", "EscWho", "EscWhat", "EscWithin", "LineBecause"}
NAMES = {"Mother", "Father", "Child", "Teacher", "MotherRelation"}
AGREEMENT = {"OpenWhat", "OpenWhen", "OpenNotice", "OpenIf", "OpenWeighed"}
HIDDEN_AGREEMENT = {"ShyWhat", "ShyWhen", "ShyNotice", "ShyIf", "ShyWeighed"}
ADULTS_AGREEMENT = {"AdultsWhat", "AdultsWhen", "AdultsNotice"}
HELD_AGREEMENT = {"HeldWhat", "HeldWhen", "HeldNotice"}
ROOM = (
    LINE
    | NAMES
    | AGREEMENT
    | {
        "Clearer",
        "Worry",
        "Strength",
        "ChildUp",
        "Parked",
        "ParkedBecause",
        "Help",
        "Ended",
        "WhatIf",
        "OwnWhatIf",
        "OwnQuestion",
        "Statement",
    }
)
HIDDEN = HIDDEN_AGREEMENT | {"ShyClearer", "ShyRisk", "ShySign", "ShyParked", "ShyParkedBecause"}
ADULTS = ADULTS_AGREEMENT | {"AdultsWorry"}
MOTHERS = {"MotherInbox", "MotherNote", "MotherHeld", "WrongBecause"}
TEACHERS = {"TeacherOff", "TeacherMerged", "TeacherTold", "TeacherTalk"}
PRIVATE = MOTHERS | TEACHERS | {"FatherPrivate", "ChildInbox", "LateName"}
MAY_SEE = {
    "mother": ROOM | HIDDEN | ADULTS | MOTHERS,
    "father": ROOM | ADULTS | {"FatherPrivate"},
    "child": ROOM | HIDDEN | {"ChildInbox"},
    "teacher": ROOM | HIDDEN | ADULTS | TEACHERS | {"TeacherReport"},
    "late": {"LateName"},
    "put out": {"OutName"},
    "screen": ROOM,
    "desk": ROOM | HIDDEN | ADULTS | PRIVATE | HELD_AGREEMENT | {"Confided", "Wrong", "Breach", "BreachDone"},
}
"""`TeacherReport`: at the desk what was reported stands until it is looked back at.
`OutName`, of somebody who was put out, is theirs; those who are in knew them: they see it too."""
STAFF_ONLY = {"Reason", "Together"}
NOBODYS = {"ConfidedBack", "ToldBefore", "TeacherBefore", "TakenBack", "TakenBackClearer"}


def says(name: str) -> str:
    """Short, so that the narrowest column of the paper need not break it."""
    return f"Kx{name} piept."


@dataclass
class Story:
    meeting: Meeting
    elsewhere: Somebody
    eyes: dict[str, Eyes]
    seen: dict[str, list[View]]
    """What each pair of eyes saw after every step, the last one the newest."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Any:
    office = open_office(tmp_path_factory.mktemp("canaries"), like=new_house)
    yield told(office)
    office.house.store.close()


def told(office: Office) -> Story:
    lines = {
        "criterion": says("Criterion"),
        "trigger": says("Trigger"),
        "escalation_who": says("EscWho"),
        "escalation_what": says("EscWhat"),
        "escalation_within": says("EscWithin"),
    }
    meeting = office.meeting(reason_words=says("Reason"), together_why=says("Together"), lines=(line_form(**lines),))
    mother = meeting.admitted("KxMother", "parent", relation="KxMotherRelation")
    father = meeting.admitted("KxFather", "parent")
    child = meeting.admitted("KxChild", "child")
    teacher = meeting.admitted("KxTeacher", "professional")
    out = meeting.admitted("KxOutName")
    late = meeting.join("KxLateName")
    eyes = {
        name: Eyes(Face.PERSON, who.id, (who.id,))
        for name, who in {
            "mother": mother,
            "father": father,
            "child": child,
            "teacher": teacher,
            "late": late,
            "put out": out,
        }.items()
    } | {"screen": SCREEN, "desk": DESK}
    story = Story(meeting, _elsewhere(office), eyes, {name: [] for name in eyes})
    for step in _steps(meeting, mother, father, child, teacher, out):
        assert step is not None
        for name, pair in eyes.items():
            view = look(meeting.house, meeting.conference, pair)
            story.seen[name].append(json.loads(json.dumps(view)))
    return story


def _elsewhere(office: Office) -> Somebody:
    other = office.meeting(facilitator=office.other_facilitator)
    return other.admitted("Buitenstaander", "parent")


def _steps(
    meeting: Meeting, mother: Somebody, father: Somebody, child: Somebody, teacher: Somebody, out: Somebody
) -> Any:
    """Everything that a conference can say, step by step; each yield is a step."""
    hide = {"hidden_from": [father.id]}
    yield (worry := meeting.shown(mother, "worry", says("Worry")))
    yield meeting.do("undo")
    yield meeting.do("put_on_board", card=worry, named=True)
    yield (strength := meeting.shown(father, "strength", says("Strength")))
    yield meeting.say(mother, "strength", says("MotherInbox"))
    yield (hidden := meeting.shown(mother, "risk", says("ShyRisk"), **hide))
    yield meeting.shown(teacher, "warning_sign", says("ShySign"), risk=hidden, **hide)
    yield (grown := meeting.shown(teacher, "worry", says("AdultsWorry"), audience="adults"))
    yield meeting.say(father, "worry", says("FatherPrivate"), audience="author")
    yield meeting.say(child, "child_action", says("ChildInbox"))
    yield (up := meeting.say(child, "worry", says("ChildUp")))
    yield meeting.do("agree_to_show", child, card=up)
    yield meeting.do("put_on_board", card=up, named=False)
    yield meeting.shown(teacher, "help_step_in", says("Help"), scene=meeting.scenes[0])
    yield (off := meeting.shown(teacher, "safeguard", says("TeacherOff")))
    yield meeting.do("take_off_board", card=off)
    yield (gone := meeting.shown(mother, "worry", says("TakenBack")))
    yield meeting.do("clarify", card=gone, text=says("TakenBackClearer"))
    yield meeting.do("take_back", mother, card=gone)
    yield meeting.do("clarify", card=worry, text=says("Clearer"))
    yield meeting.do("clarify", card=hidden, text=says("ShyClearer"))
    yield meeting.do("confide", mother, text=says("Confided"))
    taken = meeting.do("confide", mother, text=says("ConfidedBack"))
    meeting.do("take_back_confidence", mother, confidence=taken)
    yield taken
    yield (wrong := meeting.do("ask_correction", mother, text=says("Wrong")))
    yield meeting.do("answer_correction", correction=wrong, done=False, text=says("WrongBecause"))
    yield meeting.do("write_note", person=mother.id, card=worry, text=says("MotherNote"))
    yield (twice := meeting.say(teacher, "worry", says("TeacherMerged")))
    yield meeting.do("merge_cards", card=twice, into=worry)
    yield meeting.do("put_in_light", card=worry)
    yield meeting.do("show_without", people=[teacher.id, mother.id])
    yield meeting.do("stop_without")
    yield meeting.do("show_todo")
    yield meeting.do("hide_todo")
    yield meeting.do("set_timer", minutes=5)
    yield meeting.do("hold_cards")
    yield (held := meeting.say(mother, "worry", says("MotherHeld")))
    yield meeting.do("say_ready", mother, ready=True)
    yield (waits := _agree(meeting, teacher, "Held", worries=[held]))
    yield meeting.do("move_phase", phase="film")
    yield (parked := meeting.shown(mother, "worry", says("Parked")))
    yield meeting.do("park", card=parked, reason=says("ParkedBecause"))
    yield (narrow := meeting.shown(mother, "worry", says("ShyParked"), **hide))
    yield meeting.do("park", card=narrow, reason=says("ShyParkedBecause"))
    yield (first := _agree(meeting, teacher, "Open", worries=[worry], strengths=[strength], bottom_lines=meeting.lines))
    yield meeting.do("answer_agreement", teacher, agreement=first, answer="yes_if", text=says("OpenIf"))
    meeting.do("tell_back", teacher, agreement=first, text=says("ToldBefore"))
    yield meeting.do("tell_back", teacher, agreement=first, text=says("TeacherTold"))
    yield (second := _agree(meeting, teacher, "Shy", risks=[hidden]))
    yield meeting.do("answer_agreement", teacher, agreement=second, answer="yes_if", text=says("ShyIf"))
    yield (third := _agree(meeting, mother, "Adults", worries=[grown]))
    yield (what_if := meeting.do("draw_what_if", idea="oma-ziek"))
    yield meeting.do("move_phase", phase="dry_run")
    yield meeting.do("fit_what_if", what_if=what_if, scene=meeting.scenes[1])
    yield meeting.do("walk_what_if", what_if=what_if, base=what_if, outcome="almost", text=says("WhatIf"))
    for agreement in (first, second):
        yield meeting.do("answer_what_if", what_if=what_if, agreement=agreement)
    yield meeting.do("put_away_what_if", what_if=what_if)
    yield (own := meeting.do("write_what_if", title=says("OwnWhatIf"), question=says("OwnQuestion")))
    yield meeting.do("walk_what_if", what_if=own, base=own, outcome="holds", agreements=[first, second])
    yield meeting.do("put_away_what_if", what_if=own)
    yield meeting.do("admit", person=mother.id, role="parent", picture="person-woman")
    yield meeting.do("close_door")
    yield meeting.do("ask_scale")
    yield meeting.do("set_scale", mother, value=3)
    yield meeting.do("show_scale")
    referrer = meeting.office.referrer
    yield meeting.do("judge_line", referrer, bottom_line=meeting.lines[0], holds=False, because=says("LineBecause"))
    yield meeting.do("turn_away", person=out.id)
    yield meeting.do("adopt_plan")
    yield meeting.do("make_statement", mother, text=says("Statement"))
    yield (breach := meeting.do("record_breach", referrer, bottom_line=meeting.lines[0], text=says("Breach")))
    yield meeting.do("follow_up_breach", breach=breach, text=says("BreachDone"))
    yield (told := meeting.do("check_in", teacher, agreement=first, how="not", text=says("TeacherBefore")))
    yield meeting.do("check_in", teacher, agreement=first, how="not", text=says("TeacherReport"))
    yield (talk := meeting.do("agree_talk", check_in=told, speaks=teacher.id, to="facilitator"))
    yield meeting.do("finish_talk", talk=talk, text=says("TeacherTalk"))
    yield meeting.do("start_evaluation")
    yield meeting.do("weigh_agreement", agreement=first, how="well", text=says("OpenWeighed"))
    yield meeting.do("weigh_agreement", agreement=second, how="not", text=says("ShyWeighed"))
    yield meeting.do("weigh_agreement", agreement=third, how="partly")
    yield meeting.do("weigh_agreement", agreement=waits, how="partly")
    yield meeting.do("end_evaluation", decision="go_on", because=says("Ended"))


def _agree(meeting: Meeting, who: Somebody, name: str, **fields: Any) -> str:
    texts = {"what": says(f"{name}What"), "when": says(f"{name}When"), "notice": says(f"{name}Notice")}
    return meeting.agree(who, **texts, **fields)


def heard(text: object) -> set[str]:
    plain = text if isinstance(text, str) else json.dumps(text, default=str)
    return set(re.findall(r"Kx([A-Za-z]+)", plain))


# -- on screen --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", MAY_SEE)
def test_each_pair_of_eyes_gets_exactly_its_own(story: Story, who: str) -> None:
    wanted = MAY_SEE[who] | ({"OutName"} if who not in {"late", "put out"} else set())
    assert heard(story.seen[who][-1]) == wanted


def test_what_was_taken_back_is_heard_nowhere_afterwards(story: Story) -> None:
    for views in story.seen.values():
        assert not heard(views[-1]) & (NOBODYS | STAFF_ONLY)


def test_a_person_through_the_facilitators_eyes_sees_the_same_as_on_the_own_phone(story: Story) -> None:
    meeting = story.meeting
    for somebody in meeting.people.values():
        through = eyes_of(meeting.house, meeting.facilitator, meeting.conference, through=somebody.id)
        assert look(meeting.house, meeting.conference, through) == meeting.seen_by(somebody)


@pytest.mark.parametrize("who", ["coordinator", "referrer", "other_referrer", "other_facilitator", "administrator"])
def test_staff_who_do_not_lead_it_get_no_eyes(story: Story, who: str) -> None:
    meeting = story.meeting
    for through in ("", "desk", "screen", story.eyes["mother"].person):
        with pytest.raises(NotFound):
            eyes_of(meeting.house, getattr(meeting.office, who), meeting.conference, through=through)


def test_somebody_elsewhere_gets_their_own_conference_whatever_they_name(story: Story) -> None:
    meeting = story.meeting
    guest = meeting.guest(story.elsewhere)
    eyes = eyes_of(meeting.house, guest, meeting.conference)
    assert heard(look(meeting.house, guest.conference, eyes)) == set()
    assert heard(look(meeting.house, meeting.conference, eyes)) == set()
    with pytest.raises(NotFound):
        eyes_of(meeting.house, guest, guest.conference, through=story.eyes["mother"].person)


# -- in the stream ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", MAY_SEE)
def test_from_any_moment_on_the_stream_brings_the_newest_view_and_no_word_more(story: Story, who: str) -> None:
    meeting, eyes = story.meeting, story.eyes[who]
    newest = story.seen[who][-1]
    patches = 0
    for old in story.seen[who]:
        patch = since(meeting.house, meeting.conference, eyes, old["seq"])
        if patch is None:
            continue
        patches += 1
        patch = json.loads(json.dumps(patch))
        assert plain(patched(old, patch)) == plain(newest)
        assert heard(patch) <= heard(newest)
    assert patches > 5


def test_there_is_no_patch_from_before_the_beginning_or_from_the_future(story: Story) -> None:
    meeting = story.meeting
    for seq in (-1, 0, meeting.now.board.seq + 1):
        assert since(meeting.house, meeting.conference, DESK, seq) is None


# -- on paper ---------------------------------------------------------------------------------------------------------

NOT_ON_PAPER = {
    "Clearer",
    "ShyClearer",
    "OpenWeighed",
    "ShyWeighed",
    "Ended",
    "MotherRelation",
    "OutName",
    "Child",
    "Father",
    "Help",
}
"""Evaluations are not in a plan, nor is somebody without a part in it; of an offer of help the name is."""
NOT_PRINTED = {"ShySign", "OwnQuestion"}
"""The paper names the risk points and the "what if" cards; early signs and what a card asks are on the board."""
OWN = MOTHERS | TEACHERS | {"FatherPrivate", "ChildInbox", "TeacherReport"}
PAPER = {
    who: MAY_SEE[reader] - NOT_ON_PAPER - NOT_PRINTED - OWN
    for who, reader in {
        "mother": "mother",
        "father": "father",
        "child": "child",
        "teacher": "teacher",
        "facilitator": "screen",
        "referrer": "screen",
        "coordinator": "screen",
    }.items()
}


PRINTED = {"mother", "father", "facilitator"}
"""Whose copy is also read back from the PDF itself: a second's work each."""


@pytest.mark.parametrize("who", PAPER)
def test_each_copy_of_the_plan_holds_exactly_what_its_reader_may_read(story: Story, who: str) -> None:
    meeting = story.meeting
    actor = getattr(meeting.office, who, None) or meeting.guest(meeting.people[f"Kx{who.title()}"])
    paper = plan_paper(meeting.house, actor, meeting.conference, 1)
    wanted = PAPER[who]
    assert heard(repr(paper)) == wanted
    if who not in PRINTED:
        return
    pdf = pypdf.PdfReader(io.BytesIO(as_file(meeting.house, actor, meeting.conference, 1, form="plan.pdf")))
    assert heard("\n".join(page.extract_text() for page in pdf.pages)) == wanted


SAID_TO_OPEN = AGREEMENT - {"OpenWeighed"} | {"Teacher", "Worry", "Strength"}
SAID_TO_SHY = HIDDEN_AGREEMENT - {"ShyWeighed"} | {"ShyRisk"}
HANDOUTS = {
    ("mine.pdf", "mother"): {"Mother", "AdultsWorry"} | ADULTS_AGREEMENT,
    ("mine.pdf", "father"): {"Father"},
    ("mine.pdf", "child"): {"Child"},
    ("mine.pdf", "teacher"): SAID_TO_OPEN | SAID_TO_SHY,
    **{("child.pdf", who): {"Teacher"} for who in ("mother", "father", "child", "teacher", "facilitator", "referrer")},
    **{
        ("lines.pdf", who): PAPER["referrer"] | {"Breach", "BreachDone"}
        for who in ("facilitator", "referrer", "coordinator")
    },
    **{("plan.docx", who): PAPER[who] for who in PAPER},
    **{("plan.xlsx", who): PAPER[who] for who in PAPER},
}


@pytest.mark.parametrize(("form", "who"), HANDOUTS)
def test_each_handout_holds_exactly_what_its_reader_may_read(story: Story, form: str, who: str) -> None:
    meeting = story.meeting
    actor = getattr(meeting.office, who, None) or meeting.guest(meeting.people[f"Kx{who.title()}"])
    paper = FORMS[form](meeting.house, actor, meeting.conference, 1, through="")
    assert heard(repr(paper)) == HANDOUTS[form, who]


def test_the_facilitator_sees_anybodys_copy(story: Story) -> None:
    meeting = story.meeting
    father = meeting.people["KxFather"]
    own = plan_paper(meeting.house, meeting.guest(father), meeting.conference, 1)
    assert plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1, through=father.id) == own


@pytest.mark.parametrize("who", ["late", "put out"])
def test_there_is_no_copy_for_who_is_not_in(story: Story, who: str) -> None:
    meeting = story.meeting
    for form in set(FORMS) - {"lines.pdf", "pages.pdf"}:  # these two are made through nobody's eyes in particular
        with pytest.raises(NotFound):
            FORMS[form](meeting.house, meeting.facilitator, meeting.conference, 1, through=story.eyes[who].person)


@pytest.mark.parametrize("who", ["other_referrer", "other_facilitator", "administrator"])
def test_there_is_no_copy_for_staff_of_other_families(story: Story, who: str) -> None:
    meeting = story.meeting
    for paper in FORMS.values():
        with pytest.raises(NotFound):
            paper(meeting.house, getattr(meeting.office, who), meeting.conference, 1, through="")


def test_somebody_elsewhere_and_who_was_put_out_get_no_copy(story: Story) -> None:
    meeting = story.meeting
    for somebody in (story.elsewhere, meeting.people["KxOutName"]):
        for paper in FORMS.values():
            with pytest.raises(NotFound):
                paper(meeting.house, meeting.guest(somebody), meeting.conference, 1, through="")


# -- at the office ----------------------------------------------------------------------------------------------------


def test_why_a_family_was_referred_is_read_by_those_who_work_on_it(story: Story) -> None:
    office = story.meeting.office
    told = LINE - {"LineBecause"} | STAFF_ONLY
    for reader in (office.referrer, office.coordinator, office.facilitator):
        assert heard([repr(card) for card in referrals(office.house, reader)]) == told
    for other in (office.other_referrer, office.other_facilitator, office.administrator):
        assert heard([repr(card) for card in referrals(office.house, other)]) == set()


def test_the_dashboard_holds_no_words_of_a_family(story: Story) -> None:
    office = story.meeting.office
    assert heard([repr(one) for one in dashboard(office.house, office.coordinator).families]) == set()


def test_no_refusal_repeats_a_familys_words(story: Story) -> None:
    meeting = story.meeting
    for fields in ({"text": says("Risk") * 400}, {"text": says("Risk"), "scene": says("Scene")}):
        with pytest.raises(DomainError) as refusal:
            meeting.say(meeting.people["KxMother"], "risk", **fields)
        assert heard(f"{refusal.value!r} {refusal.value.facts}") == set()
