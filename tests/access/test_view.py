"""Whatever happens in whatever order: no view holds the words of a card that its reader may not read."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.lookup import Lookup, Profile
from sos_core.access.view import View, difference, view
from sos_core.domain import events as e
from sos_core.domain.audience import for_everybody, is_narrow, may_read, may_read_agreement
from sos_core.domain.board import Board
from sos_core.domain.kinds import Audience, CardKind, Role, Standing
from tests.access.patching import patched, plain
from tests.domain.given import ROOM, TODAY, agreement, board_of, card
from tests.domain.random_events import any_event


class EveryWord(dict[str, str]):
    """Each words' id is its own text."""

    def get(self, key: str, default: Any = None) -> Any:
        return key


PEOPLE = ("1", "2", "3")
LOOKUP = Lookup(words=EveryWord(), people={who: Profile(f"name-{who}", None, None) for who in PEOPLE})
EYES = [DESK, SCREEN, *(Eyes(Face.PERSON, who, (who,)) for who in PEOPLE)]


def marked(event: Any) -> Any:
    """The same event, its words named after the thing that they belong to."""
    if isinstance(event, e.CardWritten):
        return replace(event, words=event.words and f"<card {event.card}>")
    if isinstance(event, e.CardParked):
        return replace(event, reason=f"<card {event.card}>")
    if isinstance(event, e.AgreementMade):
        own = f"<agreement {event.agreement}>"
        return replace(event, what=own, when=own, notice=own)
    if isinstance(event, e.AgreementAnswered | e.AgreementWeighed):
        return replace(event, words=event.words and f"<agreement {event.agreement}>")
    return event


SAID = st.lists(any_event().map(marked), max_size=30)
ROOMS = st.lists(
    st.sampled_from(
        [e.PersonCame("1"), *(e.PersonAdmitted(who, role) for who in PEOPLE for role in Role), e.PersonLeft("3")]
    ),
    max_size=6,
)


def drawn(board: Board, eyes: Eyes) -> View:
    """The view as it travels."""
    found: View = json.loads(json.dumps(view(board, eyes, LOOKUP)))
    return found


@settings(max_examples=250)
@given(ROOMS, SAID, st.sampled_from(EYES))
def test_no_view_holds_words_that_its_reader_may_not_read(room: list[Any], said: list[Any], eyes: Eyes) -> None:
    board = board_of(*room, *said)
    text = json.dumps(view(board, eyes, LOOKUP))
    for one in board.cards.values():
        assert f"<card {one.id}>" not in text or may_see_card(board, one, eyes)
    for other in board.agreements.values():
        assert f"<agreement {other.id}>" not in text or may_see_agreement(board, other, eyes)


def may_see_card(board: Board, one: Any, eyes: Eyes) -> bool:
    if one.taken_back:
        return False
    if eyes is DESK:
        return True
    if eyes is SCREEN:
        return one.on_board and not is_narrow(board, one)
    return is_in(board, eyes) and (one.author == eyes.person or (one.on_board and may_read(board, one, eyes.person)))


def may_see_agreement(board: Board, other: Any, eyes: Eyes) -> bool:
    if eyes is DESK:
        return True
    if eyes is SCREEN:
        return for_everybody(board, other)
    return is_in(board, eyes) and may_read_agreement(board, other, eyes.person)


def is_in(board: Board, eyes: Eyes) -> bool:
    who = board.attendees.get(eyes.person)
    return who is not None and who.standing is Standing.ADMITTED


@settings(max_examples=200)
@given(ROOMS, SAID, st.sampled_from(EYES), st.integers(0, 36))
def test_the_old_view_and_the_patch_make_the_new_view(room: list[Any], said: list[Any], eyes: Eyes, seq: int) -> None:
    steps = [*room, *said]
    old, new = drawn(board_of(*steps[:seq]), eyes), drawn(board_of(*steps), eyes)
    assert plain(patched(old, difference(old, new))) == plain(new)


@settings(max_examples=100)
@given(ROOMS, SAID, st.sampled_from(EYES))
def test_a_view_of_the_same_board_differs_in_nothing(room: list[Any], said: list[Any], eyes: Eyes) -> None:
    same = drawn(board_of(*room, *said), eyes)
    assert difference(same, same) == {"seq": same["seq"], "set": {}, "put": {}, "cut": {}}


def test_a_patch_cuts_what_went_puts_what_came_and_sets_what_is_one_of_a_kind() -> None:
    old = drawn(board_of(*ROOM, card("C1"), card("C2")), DESK)
    steps = (card("C1"), card("C2"), e.CardTakenBack("C1"), card("C3"), e.SceneShown("S2"))
    new = drawn(board_of(*ROOM, *steps), DESK)
    patch = difference(old, new)
    assert patch["cut"] == {"cards": ["C1"], "left": ["risks:C1"]}
    assert set(patch["put"]["cards"]) == {"C3"}
    assert patch["put"]["left"] == {"risks:C3": True}
    assert patch["set"]["now"]["scene"] == "S2"
    assert plain(patched(old, patch)) == plain(new)


# -- one by one -------------------------------------------------------------------------------------------------------


def seen(who: str, *events: e.Event) -> View:
    lookup = Lookup(words=EveryWord(), people={})
    return view(board_of(*ROOM, *events), Eyes(Face.PERSON, who, (who,)), lookup)


def test_a_card_without_a_name_has_none_but_to_its_author_and_the_desk() -> None:
    steps = (card("C1", on_board=False), e.CardPutOnBoard("C1", False))
    assert seen("father", *steps)["cards"]["C1"]["author"] is None
    assert seen("mother", *steps)["cards"]["C1"]["author"] == "mother"
    board = board_of(*ROOM, *steps)
    assert view(board, DESK, LOOKUP)["cards"]["C1"]["author"] == "mother"
    assert view(board, SCREEN, LOOKUP)["cards"]["C1"]["author"] is None


def test_nobody_learns_from_whom_a_card_is_hidden_but_its_author_and_the_desk() -> None:
    hidden = card("C1", hidden_from=("father",))
    assert seen("grandmother", hidden)["cards"]["C1"]["hidden_from"] == []
    assert seen("mother", hidden)["cards"]["C1"]["hidden_from"] == ["father"]
    assert view(board_of(*ROOM, hidden), DESK, LOOKUP)["cards"]["C1"]["hidden_from"] == ["father"]


def test_an_agreement_names_no_card_that_its_reader_does_not_see() -> None:
    steps = (
        card("C1", CardKind.STRENGTH, hidden_from=("father",)),
        card("C2"),
        agreement(risks=("C2",), strengths=("C1",)),
    )
    assert seen("father", *steps)["agreements"]["A1"]["strengths"] == []
    assert seen("mother", *steps)["agreements"]["A1"]["strengths"] == ["C1"]
    assert "C1" not in json.dumps(seen("father", *steps))


def test_a_scenes_cover_counts_only_help_that_the_reader_sees() -> None:
    offer = card("C1", CardKind.HELP_STEP_IN, "grandmother", hidden_from=("father",))
    assert seen("mother", offer)["scenes"]["S1"]["cover"] == "one"
    assert seen("father", offer)["scenes"]["S1"]["cover"] == "nobody"


def scale_of(eyes: Eyes, *steps: e.Event, named: bool) -> View:
    """The scale of a mother (3) and a father (8), and whatever else happened."""
    asked = (e.ScaleAsked("Q1", TODAY, named), e.ScaleSet("Q1", "mother", 3), e.ScaleSet("Q1", "father", 8))
    found: View = view(board_of(*ROOM, *asked, *steps), eyes, LOOKUP)["scales"]["Q1"]
    return found


MOTHER, CHILD = Eyes(Face.PERSON, "mother"), Eyes(Face.PERSON, "child")
EVERYBODYS_EYES = (DESK, SCREEN, MOTHER, CHILD, Eyes(Face.PERSON, "mother", lent=True))


@pytest.mark.parametrize("named", [True, False])
def test_the_scale_is_unseen_until_it_is_shown_at_the_desk_too(named: bool) -> None:
    found = {eyes: scale_of(eyes, named=named) for eyes in EVERYBODYS_EYES}
    assert {(one["set"], one["of"], tuple(one["dots"])) for one in found.values()} == {(2, 4, ())}
    assert found[MOTHER].pop("values") == {"mother": 3}
    assert all(one.get("values", {}) == {} for one in found.values())


def test_nobody_is_told_who_has_not_set_it() -> None:
    """Whoever of the others is the one who has, everybody else's view is the same."""
    for eyes in (DESK, SCREEN, CHILD):
        one, other = (
            view(board_of(*ROOM, e.ScaleAsked("Q1", TODAY, False), e.ScaleSet("Q1", who, 3)), eyes, LOOKUP)
            for who in ("mother", "father")
        )
        assert one == other


def test_shown_with_names_all_see_whose_each_number_is() -> None:
    for eyes in EVERYBODYS_EYES:
        found = scale_of(eyes, e.ScaleShown("Q1"), named=True)
        assert (found["values"], found["dots"]) == ({"mother": 3, "father": 8}, [3, 8])


def test_shown_without_names_the_room_sees_the_numbers_and_the_desk_whose_they_are() -> None:
    found = {eyes: scale_of(eyes, e.ScaleShown("Q1"), named=False) for eyes in EVERYBODYS_EYES}
    assert {tuple(one["dots"]) for one in found.values()} == {(3, 8)}
    assert found[DESK]["values"] == {"mother": 3, "father": 8}
    assert (found[SCREEN]["values"], found[CHILD]["values"], found[MOTHER]["values"]) == ({}, {}, {"mother": 3})


def test_who_set_it_and_left_still_counts() -> None:
    assert scale_of(SCREEN, e.PersonLeft("father"), named=False)["of"] == 4
    assert scale_of(SCREEN, e.PersonLeft("child"), named=False)["of"] == 3


@pytest.mark.parametrize("steps", [(), (e.PersonCame("late"),), (e.PersonCame("late"), e.PersonLeft("late"))])
def test_who_is_not_in_sees_only_that_they_are_not(steps: tuple[e.Event, ...]) -> None:
    found = seen("late", card("C1"), *steps)
    assert set(found) == {"seq", "me", "people"}
    assert set(found["people"]) <= {"late"}
    assert found["me"]["state"] == ("waiting" if len(steps) == 1 else "out")


def test_those_who_wait_are_seen_at_the_desk_only() -> None:
    board = board_of(*ROOM, e.PersonCame("late"))
    assert "late" in view(board, DESK, LOOKUP)["people"]
    assert "late" not in view(board, SCREEN, LOOKUP)["people"]
    assert "late" not in seen("mother", e.PersonCame("late"))["people"]


def test_the_desk_knows_which_cards_the_screen_does_not_show() -> None:
    steps = (card("C1", audience=Audience.ADULTS), card("C2", hidden_from=("father",)), card("C3"))
    board = board_of(*ROOM, *steps, card("C4", audience=Audience.AUTHOR, on_board=False))
    narrow = {key for key, one in view(board, DESK, LOOKUP)["cards"].items() if one["narrow"]}
    assert narrow == {"C1", "C2", "C4"}
    assert view(board, SCREEN, LOOKUP)["cards"].keys() == {"C3"}


def test_a_text_that_was_erased_is_null() -> None:
    board = board_of(*ROOM, card("C1"))
    assert view(board, SCREEN, Lookup({"w-said": None}, {}))["cards"]["C1"]["text"] is None
    assert view(board, SCREEN, Lookup({}, {}))["cards"]["C1"]["text"] is None


def test_a_view_is_plain_json() -> None:
    assert json.loads(json.dumps(view(board_of(*ROOM, card("C1")), DESK, LOOKUP)))["cards"]["C1"]["kind"] == "risk"


# -- a day without somebody -------------------------------------------------------------------------------------------

TWO_HELP = (
    card("H1", CardKind.HELP_STEP_IN, "grandmother"),
    card("H2", CardKind.HELP_STEP_IN, "father"),
    card("H3", CardKind.HELP_KEEP_WATCH, "grandmother"),
)
WITHOUT = e.DayWithoutShown(("grandmother",))


def test_on_the_screen_alone_a_day_without_somebody_leaves_the_others() -> None:
    screen = drawn(board_of(*ROOM, *TWO_HELP, WITHOUT), SCREEN)
    scene = screen["scenes"]["S1"]
    assert screen["now"]["without"] == ["grandmother"]
    assert (scene["helpers"], scene["watchers"]) == (["H1", "H2"], ["H3"])
    assert (scene["absent"], scene["cover"]) == (["H1", "H3"], "one")
    assert drawn(board_of(*ROOM, TWO_HELP[0], WITHOUT), SCREEN)["scenes"]["S1"]["cover"] == "nobody"


def test_a_day_without_somebody_is_as_always_at_the_desk_and_unknown_on_phones() -> None:
    before, after = board_of(*ROOM, *TWO_HELP), board_of(*ROOM, *TWO_HELP, WITHOUT)
    desk = drawn(after, DESK)
    assert desk["now"]["without"] == ["grandmother"]
    assert desk["scenes"] == drawn(before, DESK)["scenes"]
    for who in ("grandmother", "father", "child"):
        eyes = Eyes(Face.PERSON, who, (who,))
        assert drawn(after, eyes) == drawn(before, eyes) | {"seq": after.seq}


def test_a_day_without_somebody_tells_of_no_nameless_offer_whose_it_is() -> None:
    nameless = (
        *TWO_HELP[1:],
        card("H4", CardKind.HELP_STEP_IN, "grandmother", on_board=False),
        e.CardPutOnBoard("H4", False),
    )
    scene = drawn(board_of(*ROOM, *nameless, WITHOUT), SCREEN)["scenes"]["S1"]
    assert "H4" in scene["helpers"]
    assert (scene["absent"], scene["cover"]) == (["H3"], "enough")


# -- what is still to do, for all to read -----------------------------------------------------------------------------


def test_what_is_to_do_is_said_on_the_screen_alone_and_of_what_all_may_see() -> None:
    told = (*ROOM, card("C1"), card("C2", hidden_from=("father",)))
    before, after = board_of(*told), board_of(*told, e.TodoShown())
    assert drawn(before, SCREEN)["scenes"]["S1"]["todo"] == {}
    shown = drawn(after, SCREEN)["scenes"]["S1"]["todo"]
    assert shown == {"nobody": 1, "no_safeguard": 1, "not_talked_through": 1}
    desk = drawn(after, DESK)
    assert (desk["now"]["todo"], desk["scenes"]["S1"]["todo"]) == (True, {})
    mother = Eyes(Face.PERSON, "mother", ("mother",))
    assert drawn(after, mother) == drawn(before, mother) | {"seq": after.seq}
