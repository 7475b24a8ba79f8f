"""Patches are drawn from what changed alone, and once for all who see the same: nobody sees another view for that."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.access.change import Change, Moment, change
from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.lookup import Lookup, Profile
from sos_core.access.said import card_said
from sos_core.access.view import View, view
from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.kinds import HELP, Answer, Audience, CardKind, DryRunOutcome, Phase, Role
from tests.access.patching import patched, plain
from tests.access.test_view import LOOKUP, PEOPLE, marked
from tests.domain.given import ROOM, agreement, board_of, card
from tests.domain.random_events import FEW_IDS, any_event, any_event_of

EYES = [
    DESK,
    SCREEN,
    *(Eyes(Face.PERSON, who, (who,)) for who in PEOPLE),
    Eyes(Face.PERSON, "1", ("1", "2")),
    Eyes(Face.PERSON, "nobody", ("nobody",)),
]


def at(board: Board, lookup: Lookup = LOOKUP) -> Moment:
    return Moment(board, lookup)


def streamed(changed: Change, before: Moment, after: Moment) -> dict[Eyes, View]:
    """The patches as the streams get them: drawn for the first of each audience, and sent to all of it."""
    drawn: dict[object, View] = {}
    for eyes in EYES:
        audience = changed.audience(eyes, after.board)
        if audience not in drawn:
            drawn[audience] = json.loads(json.dumps(changed.patch(before, after, eyes)))
    return {eyes: drawn[changed.audience(eyes, after.board)] for eyes in EYES}


def shown(moment: Moment, eyes: Eyes) -> View:
    found: View = json.loads(json.dumps(view(moment.board, eyes, moment.lookup)))
    return found


IN = st.permutations([Role.PARENT, Role.CHILD, Role.NETWORK]).map(
    lambda roles: [e.PersonAdmitted(who, role) for who, role in zip(PEOPLE, roles, strict=True)]
)
SCENES = st.lists(any_event_of(e.RoutineAdded), min_size=1, max_size=2)
LEANING = st.one_of(
    *map(any_event_of, (e.CardWritten, e.CardHidden, e.CardPutOnBoard, e.CardTakenBack, e.ChildAgreed, e.CardParked)),
    *map(any_event_of, (e.CardsMerged, e.CardsHeld, e.CardsShown, e.CardPutInLight, e.PersonReady, e.HelpersOrdered)),
    *map(any_event_of, (e.AgreementMade, e.AgreementDropped, e.PersonAdmitted, e.PersonLeft)),
    *map(any_event_of, (e.PlanAdopted, e.AgreementWeighed)),
    *map(any_event_of, (e.WhatIfDrawn, e.WhatIfFitted, e.WhatIfWalked, e.WhatIfAnswered, e.SceneRemoved)),
)
"""What others lean on: these come more often than by chance, so that things meet."""
CARDS = st.lists(any_event_of(e.CardWritten), min_size=2, max_size=6)
STORY = st.tuples(IN, SCENES, CARDS, st.lists(LEANING | any_event(), min_size=1, max_size=8))


@settings(max_examples=300)
@given(STORY)
def test_whoever_follows_the_stream_sees_what_a_fresh_look_shows(story: tuple[list[Any], ...]) -> None:
    *beginning, more = story
    check_stream([event for part in beginning for event in part], more)


MISSED = st.one_of(
    *map(any_event_of, (e.DayWithoutShown, e.DayWithoutEnded, e.CardPutOnBoard, e.CardTakenBack)),
    *map(any_event_of, (e.PersonCame, e.PersonAdmitted, e.SessionBegun)),
)
OFFERS = st.tuples(
    *[st.builds(e.HelpNoted, st.just(card), st.sampled_from(sorted(HELP)), FEW_IDS, FEW_IDS) for card in "123"]
)


@settings(max_examples=150)
@given(st.tuples(IN, SCENES, OFFERS), st.lists(MISSED, min_size=1, max_size=8))
def test_a_day_without_somebody_is_followed_as_it_is_seen_afresh(story: tuple[list[Any], ...], more: list[Any]) -> None:
    check_stream([event for part in story for event in part], more)


ONE_FILM = e.RoutineAdded("1", "w", "p", tuple(e.SceneFacts(key, "w", None, None, "p", None) for key in ("1", "2")))
HIDDEN = st.sampled_from([(), (), ("1",)])
POINTS = st.tuples(
    *[
        st.builds(
            card,
            st.just(key),
            scene=st.sampled_from(["1", "1", "2"][: 1 if key == "1" else 3]),
            author=FEW_IDS,
            hidden_from=HIDDEN,
        )
        for key in "123"
    ]
)
HELPING = st.tuples(
    *[st.builds(e.HelpNoted, st.just(key), st.just(CardKind.HELP_STEP_IN), FEW_IDS, st.just("1")) for key in "45"]
)
AGREED = st.builds(agreement, st.sampled_from("78"), FEW_IDS, risks=st.lists(FEW_IDS, max_size=2).map(tuple))
SAFE = st.builds(
    card,
    st.just("a"),
    st.just(CardKind.SAFEGUARD),
    FEW_IDS,
    scene=st.just("1"),
    risk=st.sampled_from([None, "1"]),
    on_board=st.booleans(),
)
SAID = st.tuples(st.sampled_from([e.TodoShown(), e.TodoHidden()]), SAFE)
READY = st.one_of(
    AGREED,
    st.builds(e.AgreementDropped, st.sampled_from("78")),
    st.builds(e.AgreementAnswered, st.sampled_from("78"), FEW_IDS, st.sampled_from(Answer), st.none()),
    st.builds(e.CardHidden, FEW_IDS, st.just(Audience.EVERYBODY), HIDDEN),
    st.builds(e.CardTakenBack, st.sampled_from("12345a")),
    st.builds(e.CardPutOnBoard, st.just("a"), st.just(True)),
    st.builds(e.SceneTalkedThrough, st.just("1")),
    st.sampled_from([e.TodoShown(), e.TodoHidden()]),
    *map(any_event_of, (e.PersonLeft, e.DayWithoutShown, e.DayWithoutEnded, e.CardParked)),
)


@settings(max_examples=150)
@given(st.tuples(IN, POINTS, HELPING, SAID, st.lists(AGREED, max_size=2)), st.lists(READY, min_size=1, max_size=6))
def test_how_much_help_a_scene_has_and_what_is_to_do_there_is_followed_as_it_is_seen_afresh(
    story: tuple[list[Any], ...], more: list[Any]
) -> None:
    check_stream([ONE_FILM, *(event for part in story for event in part)], more)


def check_stream(beginning: list[Any], more: list[Any]) -> None:
    """Whoever was there from the beginning, and whoever was away for all the rest, see what a fresh look shows."""
    steps = list(map(marked, (*beginning, *more)))
    start = len(beginning)
    moments = [at(board_of(*steps[:seq])) for seq in range(start, len(steps) + 1)]
    fresh = [{eyes: shown(moment, eyes) for eyes in EYES} for moment in moments]
    views = fresh[0]
    for before, after, now in zip(moments, moments[1:], fresh[1:], strict=False):
        views = follow(views, before, after)
        for eyes in EYES:
            assert views[eyes] == plain(now[eyes]), eyes
    assert follow(fresh[0], moments[0], moments[-1]) == views  # who was away gets it all at once


@settings(max_examples=300)
@given(STORY, any_event_of(e.CardWritten))
def test_what_is_said_looks_the_same_when_it_is_drawn_by_itself(
    story: tuple[list[Any], ...], said: e.CardWritten
) -> None:
    steps = [*(event for part in story for event in part), replace(said, card="fresh")]
    before, after = (at(board_of(*map(marked, some))) for some in (steps[:-1], steps))
    if alone := card_said(before, after, "fresh"):
        assert streamed(alone, before, after) == streamed(change(before, after), before, after)
    else:
        todo = after.board.now.todo and said.kind is CardKind.SAFEGUARD
        alone_elsewhere = said.kind in HELP or said.kind is CardKind.RISK or todo
        assert alone_elsewhere or "fresh" not in after.board.cards  # a story can take back what is still to come


def follow(views: dict[Eyes, View], before: Moment, after: Moment) -> dict[Eyes, View]:
    patches = streamed(change(before, after), before, after)
    return {eyes: plain(patched(views[eyes], patch)) for eyes, patch in patches.items()}


def crowd(size: int) -> tuple[e.Event, ...]:
    return tuple(e.PersonAdmitted(f"p{number}", Role.NETWORK) for number in range(size))


def audiences(before: Board, after: Board, size: int) -> int:
    changed = change(at(before), at(after))
    eyes = [Eyes(Face.PERSON, f"p{number}", (f"p{number}",)) for number in range(size)]
    return len({changed.audience(one, after) for one in eyes})


def test_a_note_for_everybody_is_drawn_once_for_its_author_and_once_for_all_others() -> None:
    room = (*ROOM, *crowd(30))
    before = board_of(*room)
    assert audiences(before, board_of(*room, card("C1", author="p7")), 30) == 2
    assert audiences(before, board_of(*room, card("C1", author="p7", hidden_from=("p8",))), 30) == 3
    assert audiences(before, board_of(*room, e.PhaseMoved(Phase.FILM, CardKind.RISK)), 30) == 1


def test_a_note_among_a_thousand_draws_that_note_only() -> None:
    said = [card(f"C{number}", CardKind.WORRY, author="mother") for number in range(1000)]
    before, after = board_of(*ROOM, *said[:-1]), board_of(*ROOM, *said)
    changed = change(at(before), at(after))
    assert len(changed.slices[1].cards) == 1
    assert not changed.slices[0].cards


def test_a_risk_point_that_turns_narrow_takes_what_hangs_on_it_along() -> None:
    said = (
        card("C1"),
        card("C2", CardKind.SAFEGUARD, risk="C1", author="grandmother"),
        agreement(risks=("C1",), who="grandmother", monitor=None),
    )
    before, after = (
        at(board_of(*ROOM, *said)),
        at(board_of(*ROOM, *said, e.CardHidden("C1", Audience.EVERYBODY, ("father",)))),
    )
    patch = change(before, after).patch(before, after, Eyes(Face.PERSON, "father", ("father",)))
    assert set(patch["cut"]["cards"]) == {"C1", "C2"}
    assert patch["cut"]["agreements"] == ["A1"]


def test_an_agreement_that_turns_narrow_goes_from_the_what_if_that_it_came_of() -> None:
    said = (
        card("C1"),
        agreement(risks=("C1",), who="grandmother"),
        e.WhatIfDrawn("W1", "oma-ziek", "w-title", "w-question", "S1"),
        e.WhatIfAnswered("W1", "A1"),
    )
    before, after = (
        at(board_of(*ROOM, *said)),
        at(board_of(*ROOM, *said, e.CardHidden("C1", Audience.EVERYBODY, ("father",)))),
    )
    changed = change(before, after)
    for eyes, there in ((Eyes(Face.PERSON, "father", ("father",)), []), (SCREEN, [])):
        assert changed.patch(before, after, eyes)["put"]["what_ifs"]["W1"]["agreements"] == there
    assert view(after.board, DESK, LOOKUP)["what_ifs"]["W1"]["agreements"] == ["A1"]


IN_THE_DRY_RUN = (
    *ROOM,
    e.PhaseMoved(Phase.DRY_RUN, CardKind.STRENGTH),
    agreement(who="grandmother"),
    e.WhatIfDrawn("W1", "oma-ziek", "w-title", "w-question", "S1"),
    e.WhatIfAnswered("W1", "A1"),
)


def test_what_is_written_down_of_a_what_if_leaves_its_agreements_with_it() -> None:
    before, after = (
        at(board_of(*IN_THE_DRY_RUN)),
        at(board_of(*IN_THE_DRY_RUN, e.WhatIfWalked("W1", "B1", DryRunOutcome.HOLDS, None))),
    )
    put = change(before, after).patch(before, after, SCREEN)["put"]["what_ifs"]["W1"]
    assert (put["outcome"], put["agreements"]) == ("holds", ["A1"])


def test_a_what_if_that_comes_to_where_everybody_looks_already_asks_phones_there() -> None:
    looked = (*IN_THE_DRY_RUN, e.SceneShown("S2"))
    before, after = at(board_of(*looked)), at(board_of(*looked, e.WhatIfFitted("W1", "S2")))
    patch = change(before, after).patch(before, after, Eyes(Face.PERSON, "grandmother", ("grandmother",)))
    assert patch["set"]["ask"]["scene"] == "S2"


def test_a_name_that_changed_and_words_that_were_erased_are_told() -> None:
    board = board_of(*ROOM, card("C1"))
    words, nobody = {"w-said": "Er is ruzie."}, Profile(None, None, None)
    before = at(board, Lookup(words, {"mother": Profile("Anna", None, None)}))
    after = at(board, Lookup({"w-said": None}, {"mother": nobody}))
    patch = change(before, after, reworded=frozenset({"w-said"})).patch(before, after, DESK)
    assert patch["put"]["cards"]["C1"]["text"] is None
    assert patch["put"]["people"]["mother"]["name"] is None


def test_a_day_without_somebody_who_agreed_takes_that_help_off_the_screen() -> None:
    told = (*ROOM, card("R1"), agreement("A1", "grandmother", risks=("R1",)))
    before, after = at(board_of(*told)), at(board_of(*told, e.DayWithoutShown(("grandmother",))))
    put = change(before, after).patch(before, after, SCREEN)["put"]["scenes"]["S1"]
    assert (put["cover"], put["absent"]) == ("nobody", ["grandmother"])
