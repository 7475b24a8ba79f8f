"""What is kept from somebody: from when it is set on, for what was shown before too, and looked back at."""

import json

import pytest

from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import CardKind
from sos_core.services.doing import do
from sos_core.services.handouts import mine_paper
from sos_core.services.house import new_id
from sos_core.services.looking_back import look_back, story
from sos_core.services.papers import plan_paper
from sos_core.services.plan_in_words import plan_in_words
from sos_core.services.saying import say
from sos_core.services.seeing import picture
from sos_core.services.what_is_kept import kept_paper
from sos_core.store.tables import Words
from tests.builders import Meeting, Somebody
from tests.everything_said import WRITING, everything_said

ADDRESS = "Lindelaan 12"


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    return meeting.admitted("Anna", "parent")


@pytest.fixture
def father(meeting: Meeting) -> Somebody:
    return meeting.admitted("Karim", "parent")


def guarded(meeting: Meeting, father: Somebody) -> str:
    return meeting.do("restrict", kind="guarded", people=[father.id], text=ADDRESS)


def test_a_stream_that_was_away_when_words_were_guarded_begins_anew(
    meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    meeting.shown(mother, "worry", "Wij wonen op de lindelaan 12.")
    before = meeting.now.board.seq
    guarded(meeting, father)
    for eyes in (meeting.eyes(father), meeting.eyes(mother)):
        assert picture(meeting.house, meeting.conference, eyes, since=before).data.startswith(b"event: snapshot")
    assert "lindelaan" not in json.dumps(meeting.seen_by(father)).lower()
    assert "lindelaan" in json.dumps(meeting.seen_by(mother)).lower()


def test_what_comes_after_is_kept_from_its_first_moment_on(
    meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    guarded(meeting, father)
    card = meeting.shown(mother, "worry", "LINDELAAN-12 mag hij niet weten.")
    assert card not in meeting.seen_by(father)["cards"]
    assert card not in meeting.screen()["cards"]
    assert meeting.desk()["cards"][card]["withheld_from"] == [father.id]
    meeting.do("admit", person=meeting.join("Riet").id, role="network", relation="oma van Lindelaan 12")
    assert "lindelaan" not in json.dumps(meeting.seen_by(father)["people"]).lower()


def test_who_looks_back_at_the_meeting_sees_no_step_of_what_is_kept(
    meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    card = meeting.shown(mother, "risk", "Hij kan naar de Lindelaan 12 komen.")
    agreement = meeting.agree(mother, risks=[card])
    told = [step.kind for step in story(meeting.house, meeting.facilitator, meeting.conference)]
    guarded(meeting, father)
    then = meeting.now.board.seq
    kept = [step.kind for step in story(meeting.house, meeting.facilitator, meeting.conference)]
    gone = {"card_put_on_board", "agreement_made"}
    assert gone <= set(told)
    assert gone.isdisjoint(kept)
    seen = look_back(meeting.house, meeting.facilitator, meeting.conference, at=then - 1)
    assert card not in seen["cards"]
    assert agreement not in seen["agreements"]


def test_once_it_is_lifted_it_is_read_and_the_guarded_words_are_gone(
    meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    card = meeting.shown(mother, "worry", "Lindelaan 12.")
    held = guarded(meeting, father)
    words = meeting.now.board.restrictions[held].words
    meeting.do("lift_restriction", restriction=held)
    assert card in meeting.seen_by(father)["cards"]
    with meeting.house.store.reading() as session:
        assert session.get_one(Words, words).text is None


def test_paper_for_all_does_without_an_agreement_that_tells_it(
    meeting: Meeting, mother: Somebody, father: Somebody
) -> None:
    meeting.agree(mother, what="Haalt Sem op bij Lindelaan 12.")
    meeting.agree(mother, what="Belt aan.")
    guarded(meeting, father)
    meeting.adopted()
    for through, whats in (
        ("", {"Belt aan."}),
        (father.id, {"Belt aan."}),
        (mother.id, {"Belt aan.", "Haalt Sem op bij Lindelaan 12."}),
    ):
        paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1, through=through)
        assert {one.what for one in paper.agreements} == whats


READ_BY_OTHERS = {"make_statement", "answer_agreement", "check_in", "finish_talk", *CardKind}
"""What others with a part in it read of all that somebody can write."""


@pytest.mark.parametrize("kind", ["guarded", "unread"])
def test_whatever_another_writes_is_kept_from_him_on_every_face_and_read_by_all_others(
    meeting: Meeting, mother: Somebody, father: Somebody, kind: str
) -> None:
    grandmother = meeting.admitted("Riet")
    about = {"people": [father.id], "text": ADDRESS} if kind == "guarded" else {"people": [father.id, mother.id]}
    meeting.do("restrict", kind=kind, **about)
    meeting.agree(mother, backups=[father.id, grandmother.id])
    meeting.do("set_road", straight=True)
    for sent in everything_said(meeting, mother, f"Qq {ADDRESS}"):
        if "verb" in sent:
            do(meeting.house, meeting.guest(mother), {"key": new_id(), **sent})
        else:
            say(meeting.house, meeting.guest(mother), {"key": new_id(), **sent})
        assert "Qq" not in json.dumps(meeting.seen_by(father))
    assert "Qq" not in repr(faces_of(meeting, father))
    hers = repr(faces_of(meeting, grandmother))
    assert {what for what in (*WRITING, *CardKind) if f"Qq {ADDRESS} {what}'" in hers} == READ_BY_OTHERS


def faces_of(meeting: Meeting, somebody: Somebody) -> list[object]:
    """The own phone, the own papers and, with somebody from whom something is kept among them, what is for all in the room."""
    house, conference, guest = meeting.house, meeting.conference, meeting.guest(somebody)
    for_all = [meeting.screen(), plan_paper(house, meeting.office.coordinator, conference, 1)]
    own = [
        meeting.seen_by(somebody),
        plan_paper(house, guest, conference, 1),
        mine_paper(house, guest, conference, 1),
        kept_paper(house, guest, conference, somebody.id),
        plan_in_words(house, conference, meeting.eyes(somebody), lang="nl"),
    ]
    return [*own, *for_all]


def test_a_relation_that_the_desk_wrote_is_kept_from_him_on_his_own_sheet_too(meeting: Meeting) -> None:
    father = meeting.admitted("Karim", "parent", relation="vader, Lindelaan 12")
    held = guarded(meeting, father)
    sheet = kept_paper(meeting.house, meeting.facilitator, meeting.conference, father.id)
    assert (sheet.name, sheet.relation) == ("Karim", None)
    meeting.do("lift_restriction", restriction=held)
    assert kept_paper(meeting.house, meeting.facilitator, meeting.conference, father.id).relation


def test_two_who_are_kept_apart_meet_in_separate_sessions(meeting: Meeting, mother: Somebody) -> None:
    invited = meeting.do("invite", name="Karim", role="parent", relation="vader")
    meeting.do("restrict", kind="apart", people=[mother.id, invited])
    newcomer = meeting.join("Karim")
    with pytest.raises(DomainError, match=r"restrictions.apart"):
        meeting.do("admit_again", person=newcomer.id, same_as=invited)
    meeting.do("begin_session")
    meeting.do("admit_again", person=newcomer.id, same_as=invited)
    with pytest.raises(DomainError, match=r"restrictions.apart"):
        meeting.do("mark_here", people=[mother.id], here=True)
    assert mother.id not in meeting.seen_by(Somebody("Karim", invited, newcomer.token))["people"]


def test_somebody_with_a_name_that_something_is_kept_from_is_not_let_in_as_somebody_new(
    meeting: Meeting, mother: Somebody
) -> None:
    """By the code of the room he is a stranger to us: the desk is asked whether this is he."""
    invited = meeting.do("invite", name="Karim", role="parent", relation="vader")
    meeting.do("restrict", kind="guarded", people=[invited], text=ADDRESS)
    newcomer = meeting.join("karím")
    with pytest.raises(DomainError, match=r"restrictions.is_this_the_same"):
        meeting.do("admit", person=newcomer.id, role="network")
    meeting.do("admit", person=newcomer.id, role="network", someone_else=True)
    assert newcomer.id in meeting.now.board.here


def test_nobody_else_can_set_or_lift_anything(meeting: Meeting, mother: Somebody, father: Somebody) -> None:
    held = guarded(meeting, father)
    for staff in (meeting.office.other_facilitator, meeting.office.referrer, meeting.office.coordinator):
        with pytest.raises(NotFound):
            do(
                meeting.house,
                staff,
                {"key": new_id(), "verb": "lift_restriction", "conference": meeting.conference, "restriction": held},
            )
    with pytest.raises(DomainError, match=r"policy.not_yours"):
        meeting.do("restrict", mother, kind="guarded", people=[father.id], text="Eikenlaan")


@pytest.mark.parametrize("text", [None, "", "  ", " - ", 3])
def test_guarded_words_have_letters_or_figures(meeting: Meeting, father: Somebody, text: object) -> None:
    with pytest.raises(DomainError):
        meeting.do("restrict", kind="guarded", people=[father.id], text=text)
