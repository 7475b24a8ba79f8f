"""A referral that is being written: kept as one goes, seen by its referrer alone, sent once, and gone when it is dropped."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import Together
from sos_core.services.dashboard import dashboard
from sos_core.services.referral_draft import (
    BLANK,
    MOST_ROWS,
    Draft,
    DraftChild,
    DraftLine,
    Step,
    body_of,
    draft_of,
    form_of,
    missing,
)
from sos_core.services.referral_drafts import MOST_DRAFTS, draft, drafts, drop_draft, keep_draft, send_draft
from sos_core.services.referral_form import LineForm, Reason, checked
from sos_core.services.referrals import referrals
from sos_core.services.wording import vague_in_line
from sos_core.store.tables import ReferralDraft
from tests.builders import Meeting, Office, line_form
from tests.services.test_referrals import refused

WHOLE = Draft(
    alias="gezin Kastanje",
    children=(DraftChild(id="c1", name="Sem", age=7),),
    reason=Reason.CRISIS,
    reason_words="Er was ruzie.",
    mapped=True,
    lvb=False,
    lines=(DraftLine(id="l1", **{name: getattr(line_form(), name) for name in LineForm.__slots__}),),
)


def half(**changes: Any) -> Draft:
    return replace(WHOLE, **changes)


# -- what is missing --------------------------------------------------------------------------------------------------


def test_a_whole_draft_becomes_the_form_that_is_sent() -> None:
    assert missing(WHOLE) == ()
    form = checked(form_of(WHOLE))
    assert (form.alias, form.children, form.lines) == ("gezin Kastanje", (("Sem", 7),), (line_form(),))


@pytest.mark.parametrize(
    ("changes", "step", "field", "key"),
    [
        ({"alias": " "}, Step.FAMILY, "alias", "referral.alias_missing"),
        ({"alias": "gezin 12345678"}, Step.FAMILY, "alias", "referral.no_bsn"),
        ({"alias": "x" * 61}, Step.FAMILY, "alias", "words.too_long"),
        ({"children": ()}, Step.FAMILY, "children", "referral.no_children"),
        ({"children": (DraftChild(id="c", age=3),)}, Step.FAMILY, "c-name", "referral.child_name"),
        ({"children": (DraftChild(id="c", name="Sem"),)}, Step.FAMILY, "c-age", "referral.age"),
        ({"children": (DraftChild(id="c", name="Sem", age=24),)}, Step.FAMILY, "c-age", "referral.age"),
        ({"reason": None}, Step.WHY, "reason", "referral.choose_reason"),
        ({"reason_words": ""}, Step.WHY, "reason_words", "referral.say_what_happened"),
        ({"mapped": None}, Step.WHY, "mapped", "referral.say_mapped"),
        ({"lvb": None}, Step.NET, "lvb", "referral.say_lvb"),
        ({"lines": (DraftLine(id="l"),)}, Step.LINES, "lines", "referral.no_bottom_lines"),
        (
            {"together": Together.SEPARATE, "together_why": "Bang."},
            Step.TOGETHER,
            "together_by",
            "referral.who_judged",
        ),
        ({"together": Together.SEPARATE, "together_by": "Jo"}, Step.TOGETHER, "together_why", "referral.why_judged"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changes: dict[str, Any], step: Step, field: str, key: str) -> None:
    (found,) = missing(half(**changes))
    assert (found.step, found.field, found.error.key) == (step, field, key)
    refused(key, lambda: form_of(half(**changes)))


def test_a_bottom_line_that_was_begun_is_whole_and_one_that_was_not_is_left_out() -> None:
    begun = half(lines=(*WHOLE.lines, DraftLine(id="l2", criterion="Iedereen slaapt."), DraftLine(id="l3")))
    assert [one.field for one in missing(begun)] == [
        "l2-trigger",
        "l2-escalation_who",
        "l2-escalation_what",
        "l2-escalation_within",
    ]
    assert len(form_of(half(lines=(*WHOLE.lines, DraftLine(id="l3")))).lines) == 1


texts = st.text(max_size=6)
built = st.builds(
    Draft,
    alias=texts,
    children=st.lists(st.builds(DraftChild, id=texts, name=texts, age=st.none() | st.integers(-2, 30)), max_size=2).map(
        tuple
    ),
    reason=st.none() | st.sampled_from(Reason),
    reason_words=texts,
    mapped=st.none() | st.booleans(),
    lvb=st.none() | st.booleans(),
    net_wanted=st.booleans(),
    lines=st.lists(st.builds(DraftLine, id=texts, criterion=texts, trigger=texts), max_size=2).map(tuple),
    together=st.none() | st.sampled_from(Together),
    together_by=texts,
    together_why=texts,
)


@given(built)
def test_what_is_kept_comes_back_as_it_was(one: Draft) -> None:
    assert draft_of(body_of(one)) == one
    assert draft_of({**body_of(one), "of an older program": 1}) == one


@given(built)
def test_a_draft_is_sent_or_says_what_is_missing(one: Draft) -> None:
    if missing(one):
        with pytest.raises(DomainError):
            form_of(one)
    else:
        form_of(one)


def test_vague_words_in_a_bottom_line_are_pointed_out_and_plain_ones_are_not() -> None:
    (spot,) = vague_in_line("Mama let beter op de kinderen.")
    assert "beter" in spot.words
    assert vague_in_line("Om 8.30 uur zijn alle kinderen op school.") == ()
    assert vague_in_line("") == ()


# -- kept, dropped, sent ----------------------------------------------------------------------------------------------


def test_it_is_kept_as_one_goes_and_no_time_begins_to_run(office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", BLANK)
    keep_draft(office.house, office.referrer, "d1", half(reason=None))
    office.clock.forward(days=2)
    keep_draft(office.house, office.referrer, "d2", half(alias="gezin Berk"))
    assert [(one.id, one.alias) for one in drafts(office.house, office.referrer)] == [
        ("d2", "gezin Berk"),
        ("d1", "gezin Kastanje"),
    ]
    assert draft(office.house, office.referrer, "d1") == half(reason=None)
    assert referrals(office.house, office.coordinator) == []
    assert dashboard(office.house, office.coordinator).families == ()


def test_it_is_sent_once_however_often_one_presses(office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    office.clock.forward(days=3)
    sent = {send_draft(office.house, office.referrer, "d1", WHOLE) for _ in range(2)}
    (card,) = referrals(office.house, office.coordinator)
    assert {card.id} == sent
    assert card.referred_at == office.clock.now
    assert drafts(office.house, office.referrer) == []
    keep_draft(office.house, office.referrer, "d1", WHOLE)  # a page that had not heard it yet
    assert drafts(office.house, office.referrer) == []


def test_a_draft_that_is_not_whole_is_not_sent_and_stays(office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", half(lvb=None))
    refused("referral.say_lvb", lambda: send_draft(office.house, office.referrer, "d1", half(lvb=None)))
    assert draft(office.house, office.referrer, "d1") == half(lvb=None)


def test_a_draft_that_is_thrown_away_is_gone(office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    for _ in range(2):
        drop_draft(office.house, office.referrer, "d1")
    with office.house.store.reading() as session:
        assert session.exec(select(ReferralDraft)).all() == []


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"reason_words": "Zijn nummer is 123456782."}, "referral.no_bsn"),
        ({"alias": "12345678"}, "referral.no_bsn"),
        ({"reason_words": "x" * 4001}, "words.too_long"),
        ({"children": tuple(DraftChild(id=str(n)) for n in range(MOST_ROWS + 1))}, "draft.too_much"),
    ],
)
def test_what_may_not_be_kept_is_not_kept_in_a_draft_either(office: Office, changes: dict[str, Any], key: str) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    refused(key, lambda: keep_draft(office.house, office.referrer, "d1", half(**changes)))
    assert draft(office.house, office.referrer, "d1") == WHOLE


def test_there_is_room_for_so_many_drafts(office: Office) -> None:
    for number in range(MOST_DRAFTS):
        keep_draft(office.house, office.referrer, f"d{number}", BLANK)
    refused("draft.too_many", lambda: keep_draft(office.house, office.referrer, "more", BLANK))
    keep_draft(office.house, office.referrer, "d0", WHOLE)


def test_nobody_else_sees_or_changes_a_draft(office: Office) -> None:
    keep_draft(office.house, office.referrer, "d1", WHOLE)
    for other in (office.other_referrer, office.coordinator):
        assert drafts(office.house, other) == []
        assert draft(office.house, other, "d1") is None
        refused("draft.not_here", lambda other=other: keep_draft(office.house, other, "d1", BLANK), NotFound)
        drop_draft(office.house, other, "d1")
    assert draft(office.house, office.referrer, "d1") == WHOLE


def test_who_does_not_refer_has_no_drafts(office: Office, meeting: Meeting) -> None:
    guest = meeting.guest(meeting.admitted("Riet"))
    for actor in (office.facilitator, office.administrator, guest):
        for act in (
            lambda actor=actor: drafts(office.house, actor),
            lambda actor=actor: draft(office.house, actor, "d1"),
            lambda actor=actor: keep_draft(office.house, actor, "d1", WHOLE),
            lambda actor=actor: drop_draft(office.house, actor, "d1"),
            lambda actor=actor: send_draft(office.house, actor, "d1", WHOLE),
        ):
            refused("policy.not_yours", act, NotAllowed)
