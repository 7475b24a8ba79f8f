"""Agreements: who has a part in them, what they lean on, and who may read them."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from sos_core.domain import events as e
from sos_core.domain.audience import for_everybody, is_narrow, may_read, may_read_agreement
from sos_core.domain.errors import ChangedMeanwhile, NotFound
from sos_core.domain.kinds import Answer, Audience, CardKind, Proof
from sos_core.domain.replacing import replace
from sos_core.domain.rules import agreements
from sos_core.domain.rules.agreements import Draft
from sos_core.domain.when import When
from tests.domain.given import ROOM, TODAY, agreement, board_of, came, card, given


def draft(who: str = "grandmother", **changes: Any) -> Draft:
    return Draft(what="w-what", who=who, when="w-when", notice="w-notice", **changes)


def changed(base: str, **changes: Any) -> e.AgreementChanged:
    return e.AgreementChanged(**{**asdict(agreement()), "base": base, **changes})


def test_from_a_risk_to_an_agreement() -> None:
    said = (card("C1"), card("C2", CardKind.WORRY), card("C3", CardKind.STRENGTH))
    whole = {
        "backups": ("mother",),
        "monitor": "father",
        "risks": ("C1",),
        "worries": ("C2",),
        "bottom_lines": ("L1",),
        "strengths": ("C3",),
    }
    given(*ROOM, *said).when(agreements.make_agreement, draft(**whole), agreement="A1").then(agreement("A1", **whole))


def test_when_it_happens_is_kept_as_a_rule_too() -> None:
    rule = When("FREQ=DAILY", date(2026, 11, 27), "08:15")
    fact = replace(agreement("A1"), rule=rule)
    given(*ROOM).when(agreements.make_agreement, draft(rule=rule), agreement="A1").then(fact)
    assert board_of(*ROOM, fact).agreements["A1"].rule == rule
    again = {"agreement": "A1", "base": "A1", "change": "B1"}
    given(*ROOM, fact).when(agreements.change_agreement, draft(), **again).then(changed("B1"))


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"who": "stranger"}, "person.not_here"),
        ({"who": "waiting"}, "person.not_here"),
        ({"backups": ("mother", "stranger")}, "person.not_here"),
        ({"monitor": "waiting"}, "person.not_here"),
        ({"risks": ("gone",)}, "cards.no_such_card"),
        ({"risks": ("worry",)}, "cards.no_such_card"),
        ({"worries": ("risk",)}, "cards.no_such_card"),
        ({"strengths": ("risk",)}, "cards.no_such_card"),
        ({"bottom_lines": ("L1", "L9")}, "agreements.no_such_line"),
    ],
)
def test_what_it_names_is_at_this_conference(changes: dict[str, Any], key: str) -> None:
    room = (*ROOM, *came("waiting", None), card("risk"), card("worry", CardKind.WORRY))
    given(*room).when(agreements.make_agreement, draft(**changes), agreement="A1").refused(key, NotFound)


@pytest.mark.parametrize(
    ("backups", "key"),
    [
        (("mother", "grandmother"), "agreements.backup_is_doer"),
        (("mother", "father", "mother"), "agreements.backup_twice"),
        (("mother", "father", "child", "n1", "n2", "n3"), "agreements.too_many_backups"),
    ],
)
def test_the_back_ups_are_five_at_most_and_each_is_somebody_else(backups: tuple[str, ...], key: str) -> None:
    room = (*ROOM, *came("n1"), *came("n2"), *came("n3"))
    given(*room).when(agreements.make_agreement, draft(backups=backups), agreement="A1").refused(key)
    five = ("mother", "father", "child", "n1", "n2")
    given(*room).when(agreements.make_agreement, draft(backups=five), agreement="A1").then(agreement(backups=five))


def test_the_back_ups_are_asked_in_their_order_after_the_doer() -> None:
    board = board_of(*ROOM, agreement(backups=("father", "mother"), monitor="child"))
    assert board.agreements["A1"].hands == ("grandmother", "father", "mother")
    assert board.agreements["A1"].people == ("grandmother", "father", "mother", "child")


def test_nobody_gets_a_part_in_an_agreement_on_a_card_that_they_may_not_read() -> None:
    hidden = (*ROOM, card("C1", hidden_from=("father",)), card("C2", CardKind.WORRY, audience=Audience.ADULTS))
    for part in ({"who": "father"}, {"backups": ("mother", "father")}, {"monitor": "father"}):
        given(*hidden).when(agreements.make_agreement, draft(**part, risks=("C1",)), agreement="A1").refused(
            "agreements.not_for_them"
        )
    given(*hidden).when(agreements.make_agreement, draft("child", worries=("C2",)), agreement="A1").refused(
        "agreements.not_for_them"
    )
    given(*hidden).when(agreements.make_agreement, draft("mother", risks=("C1",)), agreement="A1").then(
        agreement("A1", "mother", risks=("C1",))
    )


def test_there_is_an_end_to_the_number_of_agreements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreements, "MOST_AGREEMENTS", 1)
    given(*ROOM, agreement()).when(agreements.make_agreement, draft(), agreement="A2").refused("agreements.too_many")


def test_the_second_of_two_who_change_it_at_once_is_told() -> None:
    made = (*ROOM, agreement("A1"))
    given(*made).when(agreements.change_agreement, draft(), agreement="A1", base="A1", change="B1").then(changed("B1"))
    second = given(*made, changed("B1")).when(
        agreements.change_agreement, draft(), agreement="A1", base="A1", change="B2"
    )
    second.refused("agreements.changed_meanwhile", ChangedMeanwhile)


def test_an_agreement_that_was_dropped_is_gone() -> None:
    given(*ROOM, agreement()).when(agreements.drop_agreement, agreement="A1").then(e.AgreementDropped("A1"))
    dropped = given(*ROOM, agreement(), e.AgreementDropped("A1"))
    dropped.when(agreements.drop_agreement, agreement="A1").refused("agreements.no_such_agreement", NotFound)
    dropped.when(agreements.change_agreement, draft(), agreement="A1", base="A1", change="B").refused(
        "agreements.no_such_agreement", NotFound
    )


@pytest.mark.parametrize("person", ["grandmother", "mother", "father"])
def test_who_has_a_part_in_it_answers(person: str) -> None:
    made = given(*ROOM, agreement(backups=("father", "mother"), monitor="father"))
    answer = {"agreement": "A1", "person": person}
    made.when(agreements.answer_agreement, **answer, answer=Answer.YES, words=None).then(
        e.AgreementAnswered("A1", person, Answer.YES, None)
    )
    made.when(agreements.answer_agreement, **answer, answer=Answer.YES_IF, words=None).refused("agreements.if_what")
    made.when(agreements.answer_agreement, **answer, answer=Answer.YES_IF, words="w-if").then(
        e.AgreementAnswered("A1", person, Answer.YES_IF, "w-if")
    )


def test_who_has_no_part_in_it_does_not_answer() -> None:
    given(*ROOM, agreement()).when(
        agreements.answer_agreement, agreement="A1", person="mother", answer=Answer.YES, words=None
    ).refused("agreements.not_yours")


def said(answer: Answer) -> e.AgreementAnswered:
    return e.AgreementAnswered("A1", "grandmother", answer, None)


@pytest.mark.parametrize("promise", [Answer.YES, Answer.YES_IF])
def test_after_a_yes_one_tells_back_in_own_words_what_one_will_do(promise: Answer) -> None:
    promised = given(*ROOM, agreement(), said(promise))
    for words in ("w-own", None):
        promised.when(agreements.tell_back, agreement="A1", person="grandmother", words=words).then(
            e.ToldBack("A1", "grandmother", words)
        )
    promised.when(agreements.tell_back, agreement="A1", person="mother", words="w-own").refused(
        "agreements.say_yes_first"
    )


def told_by_phone(words: str | None) -> e.ToldBack:
    return e.ToldBack("A1", "grandmother", words)


def test_the_desk_writes_down_what_was_said_aloud_and_never_over_what_somebody_told_on_a_phone() -> None:
    aloud: dict[str, Any] = {"agreement": "A1", "person": "grandmother"}
    made = (*ROOM, agreement(), said(Answer.YES))
    told = e.ToldAloud("A1", "grandmother", "w-aloud")
    given(*made).when(agreements.note_told_aloud, **aloud, words="w-aloud").then(told)
    given(*made, told).when(agreements.note_told_aloud, **aloud, words=None).then(
        e.ToldAloud("A1", "grandmother", None)
    )
    for words in ("w-other", None):
        given(*made, told_by_phone("w-own")).when(agreements.note_told_aloud, **aloud, words=words).refused(
            "agreements.told_themselves"
        )
    given(*ROOM, agreement()).when(agreements.note_told_aloud, **aloud, words="w").refused("agreements.say_yes_first")
    for last, marked in ((told, True), (e.ToldAloud("A1", "grandmother", None), False), (told_by_phone("w"), False)):
        assert board_of(*made, told, last).agreements["A1"].answers["grandmother"].aloud is marked
    assert board_of(*made, told, said(Answer.YES_IF)).agreements["A1"].answers["grandmother"].aloud


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NO_LONGER])
def test_who_did_not_promise_it_has_nothing_to_tell_back(answer: Answer) -> None:
    given(*ROOM, agreement(), said(answer)).when(
        agreements.tell_back, agreement="A1", person="grandmother", words="w-own"
    ).refused("agreements.say_yes_first")


@pytest.mark.parametrize(
    ("later", "told"), [(Answer.YES_IF, "w-own"), (Answer.NO_LONGER, None)], ids=["still yes", "no longer"]
)
def test_what_was_told_back_stays_as_long_as_the_promise(later: Answer, told: str | None) -> None:
    board = board_of(*ROOM, agreement(), said(Answer.YES), e.ToldBack("A1", "grandmother", "w-own"), said(later))
    assert board.agreements["A1"].answers["grandmother"].told_back == told


# -- how far it came ---------------------------------------------------------------------------------------------------


def noted(proof: Proof) -> e.ProofNoted:
    return e.ProofNoted("A1", proof, TODAY, "mother")


def test_the_desk_notes_that_it_was_practised_or_worked_and_who_told_so() -> None:
    made = given(*ROOM, *came("waiting", None), agreement())
    fields: dict[str, Any] = {"agreement": "A1", "proof": Proof.WORKED, "on": TODAY}
    for who in ("mother", None):
        made.when(agreements.note_proof, **fields, told_by=who).then(e.ProofNoted("A1", Proof.WORKED, TODAY, who))
    made.when(agreements.note_proof, **fields, told_by="waiting").refused("person.not_here", NotFound)
    made.when(agreements.note_proof, **{**fields, "agreement": "A9"}, told_by=None).refused(
        "agreements.no_such_agreement", NotFound
    )


@pytest.mark.parametrize(
    ("proofs", "rung", "worked"),
    [
        ((), None, 0),
        ((Proof.PRACTISED,), Proof.PRACTISED, 0),
        ((Proof.WORKED, Proof.PRACTISED), Proof.WORKED, 1),
        ((Proof.UNDER_STRESS, Proof.WORKED), Proof.UNDER_STRESS, 2),
    ],
)
def test_it_stands_at_the_furthest_that_it_came_and_counts_real_life(
    proofs: tuple[Proof, ...], rung: Proof | None, worked: int
) -> None:
    made = board_of(*ROOM, agreement(), *map(noted, proofs)).agreements["A1"]
    assert (made.proof, made.worked) == (rung, worked)


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"backups": ("mother",), "notice": "w-other"}, True),
        ({"who": "mother"}, False),
        ({"what": "w-other"}, False),
        ({"when": "w-other"}, False),
    ],
    ids=["others step in", "another doer", "another deed", "another time"],
)
def test_a_changed_agreement_keeps_its_proof_only_while_it_is_the_same_deed(change: dict[str, Any], kept: bool) -> None:
    board = board_of(*ROOM, agreement(), noted(Proof.WORKED), changed("B1", **change))
    assert bool(board.agreements["A1"].proven) is kept


# -- who may read -----------------------------------------------------------------------------------------------------

PEOPLE = ("mother", "father", "grandmother", "child")


def readers_of_card(*events: e.Event) -> set[str]:
    board = board_of(*ROOM, *events)
    return {person for person in PEOPLE if may_read(board, board.cards["C1"], person)}


def readers(*events: e.Event) -> set[str]:
    board = board_of(*ROOM, *events)
    return {person for person in PEOPLE if may_read_agreement(board, board.agreements["A1"], person)}


@pytest.mark.parametrize(
    ("audience", "hidden_from", "may"),
    [
        (Audience.EVERYBODY, (), {"mother", "father", "grandmother", "child"}),
        (Audience.EVERYBODY, ("father",), {"mother", "grandmother", "child"}),
        (Audience.ADULTS, (), {"mother", "father", "grandmother"}),
        (Audience.ADULTS, ("father", "grandmother"), {"mother"}),
        (Audience.AUTHOR, (), {"mother"}),
        (Audience.AUTHOR, ("father",), {"mother"}),
    ],
)
def test_a_card_is_read_by_its_audience_less_those_from_whom_it_is_hidden(
    audience: Audience, hidden_from: tuple[str, ...], may: set[str]
) -> None:
    assert readers_of_card(card("C1", audience=audience, hidden_from=hidden_from)) == may


def test_a_card_that_hangs_on_a_risk_point_is_as_narrow_as_that() -> None:
    risk = card("C9", hidden_from=("father",))
    sign = card("C1", CardKind.WARNING_SIGN, "grandmother", risk="C9")
    assert readers_of_card(risk, sign) == {"mother", "grandmother", "child"}
    assert readers_of_card(risk, sign, e.CardTakenBack("C9")) == {"mother", "grandmother", "child"}
    board = board_of(*ROOM, risk, sign)
    assert is_narrow(board, board.cards["C1"])
    assert not board.cards["C1"].narrow


def test_an_agreement_is_as_narrow_as_the_cards_that_it_answers() -> None:
    hidden, grown = card("C1", hidden_from=("father",)), card("C2", CardKind.WORRY, audience=Audience.ADULTS)
    assert readers(agreement()) == set(PEOPLE)
    assert readers(hidden, agreement(risks=("C1",))) == {"mother", "grandmother", "child"}
    assert readers(hidden, grown, agreement(risks=("C1",), worries=("C2",))) == {"mother", "grandmother"}


def test_an_agreement_narrows_when_a_card_is_hidden_afterwards() -> None:
    made = (card("C1"), agreement(risks=("C1",)))
    assert readers(*made) == set(PEOPLE)
    assert readers(*made, e.CardHidden("C1", Audience.ADULTS, ("father",))) == {"mother", "grandmother"}
    board = board_of(*ROOM, *made, e.CardHidden("C1", Audience.ADULTS, ()))
    assert not for_everybody(board, board.agreements["A1"])


def test_who_has_a_part_in_it_reads_it_whatever_was_hidden_since() -> None:
    made = (card("C1"), agreement(who="father", risks=("C1",)))
    assert "father" in readers(*made, e.CardHidden("C1", Audience.EVERYBODY, ("father",)))


def test_a_card_that_was_taken_back_keeps_its_agreement_as_narrow_as_it_was() -> None:
    made = (card("C1", hidden_from=("father",)), agreement(risks=("C1",)), e.CardTakenBack("C1"))
    assert readers(*made) == {"mother", "grandmother", "child"}
    board = board_of(*ROOM, *made)
    assert not for_everybody(board, board.agreements["A1"])


@pytest.mark.parametrize("kept", [("C1", "C2"), ("C2",), ()], ids=["all", "without it", "none"])
def test_a_change_does_not_loosen_an_agreement_from_a_card_that_was_taken_back(kept: tuple[str, ...]) -> None:
    made = (
        *ROOM,
        card("C1", hidden_from=("father",)),
        card("C2"),
        agreement(risks=("C1", "C2")),
        e.CardTakenBack("C1"),
    )
    fact = agreements.change_agreement(board_of(*made), draft(risks=kept), agreement="A1", base="A1", change="B1")
    assert set(fact.risks) == {"C1", *kept}
    board = board_of(*made, fact)
    assert not may_read_agreement(board, board.agreements["A1"], "father")
    given(*made).when(
        agreements.change_agreement, draft("father", risks=kept), agreement="A1", base="A1", change="B1"
    ).refused("agreements.not_for_them")


def test_a_new_agreement_does_not_lean_on_a_card_that_was_taken_back() -> None:
    given(*ROOM, card("C1"), e.CardTakenBack("C1")).when(
        agreements.make_agreement, draft(risks=("C1",)), agreement="A1"
    ).refused("cards.no_such_card", NotFound)
