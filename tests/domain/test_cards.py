"""What people say: to whom it goes, when it goes up, and whose it stays."""

from typing import Any

import pytest
from hypothesis import given as any_
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import HELP, Audience, CardKind
from sos_core.domain.rules import cards
from sos_core.domain.rules.cards import Contribution
from tests.domain.given import ROOM, STRAIGHT, board_of, card, given


def said(kind: CardKind = CardKind.RISK, author: str = "mother", **changes: Any) -> Contribution:
    usual: dict[str, Any] = {"card": "C9", "words": "w-said", "scene": "S1"}
    return Contribution(kind=kind, author=author, **{**usual, **changes})


def test_a_card_goes_to_the_inbox() -> None:
    given(*ROOM).when(cards.say, said()).then(card("C9", on_board=False))


def test_a_card_goes_straight_up_where_the_facilitator_opened_the_road() -> None:
    given(*ROOM, STRAIGHT).when(cards.say, said()).then(card("C9", on_board=True))
    given(*ROOM, STRAIGHT, e.RoadChanged(False)).when(cards.say, said()).then(card("C9", on_board=False))


def test_a_childs_card_goes_by_the_inbox_also_on_the_straight_road() -> None:
    given(*ROOM, STRAIGHT).when(cards.say, said(author="child")).then(card("C9", author="child", on_board=False))


def test_a_card_for_the_facilitator_goes_by_the_inbox_also_on_the_straight_road() -> None:
    wanted = card("C9", audience=Audience.AUTHOR, on_board=False)
    given(*ROOM, STRAIGHT).when(cards.say, said(audience=Audience.AUTHOR)).then(wanted)


@pytest.mark.parametrize("kind", CardKind)
def test_only_offers_of_help_may_go_without_words(kind: CardKind) -> None:
    story = given(*ROOM, card("C1")).when(cards.say, said(kind, words=None, risk="C1"))
    if kind in HELP:
        story.then(card("C9", kind, words=None, risk="C1", on_board=False))
    else:
        story.refused("words.empty")


def test_a_warning_sign_wants_a_risk_and_gets_its_scene() -> None:
    given(*ROOM).when(cards.say, said(CardKind.WARNING_SIGN)).refused("cards.which_risk")
    given(*ROOM, card("C1", scene="S2")).when(cards.say, said(CardKind.WARNING_SIGN, scene="S1", risk="C1")).then(
        card("C9", CardKind.WARNING_SIGN, scene="S2", risk="C1", on_board=False)
    )


@pytest.mark.parametrize("kind", [CardKind.RISK, CardKind.CHILD_ACTION])
def test_a_risk_and_what_a_child_does_want_a_scene(kind: CardKind) -> None:
    given(*ROOM).when(cards.say, said(kind, scene=None)).refused("cards.which_scene")


def test_a_worry_may_stand_outside_the_film() -> None:
    given(*ROOM).when(cards.say, said(CardKind.WORRY, scene=None)).then(
        card("C9", CardKind.WORRY, scene=None, on_board=False)
    )


def test_what_is_not_there_is_not_found() -> None:
    given(*ROOM).when(cards.say, said(scene="elsewhere")).refused("film.no_such_scene", NotFound)
    given(*ROOM).when(cards.say, said(risk="gone")).refused("cards.no_such_card", NotFound)
    given(*ROOM).when(cards.say, said(hidden_from=("stranger",))).refused("person.not_here", NotFound)
    given(*ROOM, card("C1", CardKind.WORRY)).when(cards.say, said(risk="C1")).refused("cards.no_such_card", NotFound)


def test_nobody_hides_a_card_from_themselves() -> None:
    given(*ROOM).when(cards.say, said(hidden_from=("father", "mother"))).refused("cards.hidden_from_author")


def test_there_is_an_end_to_the_number_of_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "MOST_CARDS", 2)
    given(*ROOM, card("C1"), card("C2")).when(cards.say, said()).refused("cards.too_many")


def test_the_facilitator_puts_a_card_up_with_or_without_its_name() -> None:
    inbox = given(*ROOM, card("C1", on_board=False))
    for named in (True, False):
        inbox.when(cards.put_on_board, card="C1", named=named).then(e.CardPutOnBoard("C1", named))


def test_a_card_for_the_facilitator_never_goes_up() -> None:
    private = card("C1", audience=Audience.AUTHOR, on_board=False)
    given(*ROOM, private).when(cards.put_on_board, card="C1", named=False).refused("cards.for_facilitator_only")


def test_a_childs_card_goes_up_only_after_the_childs_yes() -> None:
    childs = card("C1", author="child", on_board=False)
    given(*ROOM, childs).when(cards.put_on_board, card="C1", named=True).refused("cards.child_first")
    given(*ROOM, childs).when(cards.put_on_board, card="C1", named=False).refused("cards.child_first")
    given(*ROOM, childs, e.ChildAgreed("C1", False)).when(cards.put_on_board, card="C1", named=True).then(
        e.CardPutOnBoard("C1", True)
    )


def test_the_childs_yes_puts_the_card_up_on_the_straight_road_only() -> None:
    childs = card("C1", author="child", on_board=False)
    given(*ROOM, childs).when(cards.agree_to_show, card="C1").then(e.ChildAgreed("C1", on_board=False))
    given(*ROOM, childs, STRAIGHT).when(cards.agree_to_show, card="C1").then(e.ChildAgreed("C1", on_board=True))
    private = card("C1", author="child", audience=Audience.AUTHOR, on_board=False)
    given(*ROOM, private, STRAIGHT).when(cards.agree_to_show, card="C1").then(e.ChildAgreed("C1", on_board=False))


def test_an_adults_card_asks_for_no_childs_yes() -> None:
    given(*ROOM, card("C1")).when(cards.agree_to_show, card="C1").refused("cards.not_of_a_child")


def test_a_card_comes_off_the_board_when_it_is_on_it() -> None:
    given(*ROOM, card("C1")).when(cards.take_off_board, card="C1").then(e.CardTakenOffBoard("C1"))
    given(*ROOM, card("C1", on_board=False)).when(cards.take_off_board, card="C1").refused("cards.not_on_board")


def test_a_card_that_was_taken_back_is_gone_for_every_verb() -> None:
    gone = given(*ROOM, card("C1", CardKind.WORRY), e.CardTakenBack("C1"))
    for verb, fields in (
        (cards.take_back, {}),
        (cards.put_on_board, {"named": True}),
        (cards.take_off_board, {}),
        (cards.agree_to_show, {}),
        (cards.hide_card, {"audience": Audience.ADULTS, "hidden_from": (), "by_author": True}),
    ):
        gone.when(verb, card="C1", **fields).refused("cards.no_such_card", NotFound)


def test_words_taken_back_are_on_no_board() -> None:
    board = board_of(*ROOM, card("C1"), e.CardTakenBack("C1"))
    assert (board.cards["C1"].words, board.cards["C1"].on_board) == (None, False)


def test_a_card_is_hidden_afterwards_but_not_from_its_author_nor_from_strangers() -> None:
    up = given(*ROOM, card("C1"))
    up.when(cards.hide_card, card="C1", audience=Audience.ADULTS, hidden_from=("father",), by_author=False).then(
        e.CardHidden("C1", Audience.ADULTS, ("father",))
    )
    for people, key in ((("mother",), "cards.hidden_from_author"), (("stranger",), "person.not_here")):
        with pytest.raises(cards.DomainError) as refusal:
            cards.hide_card(up.board, card="C1", audience=Audience.EVERYBODY, hidden_from=people, by_author=True)
        assert refusal.value.key == key


@any_(
    st.sampled_from(["mother", "father", "child"]),
    st.sampled_from(list(Audience)),
    st.booleans(),
    st.booleans(),
)
def test_no_road_puts_up_a_childs_card_without_its_yes_nor_one_for_the_facilitator(
    author: str, audience: Audience, straight: bool, yes: bool
) -> None:
    before = [*ROOM, e.RoadChanged(straight)]
    fact = cards.say(board_of(*before), said(author=author, audience=audience))
    steps = [*before, fact]
    if yes and author == "child":
        steps.append(cards.agree_to_show(board_of(*steps), card="C9"))
    found = board_of(*steps).cards["C9"]
    allowed = audience is not Audience.AUTHOR and (author != "child" or yes)
    assert found.on_board == (straight and allowed)


@pytest.mark.parametrize("wider", [(Audience.EVERYBODY, ("father",)), (Audience.ADULTS, ())])
def test_what_somebody_kept_from_others_only_that_person_gives_to_them(
    wider: tuple[Audience, tuple[str, ...]],
) -> None:
    narrow = given(*ROOM, card("C1", audience=Audience.ADULTS, hidden_from=("father",), on_board=True))
    asked = {"card": "C1", "audience": wider[0], "hidden_from": wider[1]}
    narrow.when(cards.hide_card, **asked, by_author=False).refused("cards.only_author_widens")
    narrow.when(cards.hide_card, **asked, by_author=True).then(e.CardHidden("C1", *wider))
