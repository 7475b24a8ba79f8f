"""What is kept from somebody is in no view of theirs, nor on the shared screen; and nobody else sees that anything is."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.access.change import Moment, _texts, change
from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.lookup import Lookup, Profile
from sos_core.access.said import card_said
from sos_core.access.speaking import BY, speakers_in
from sos_core.access.view import View, view
from sos_core.access.withheld import withheld_by
from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.kinds import Answer, CardKind, Phase, RestrictionKind, Role
from tests.access.patching import patched, plain
from tests.access.test_change import EYES, LEANING
from tests.access.test_view import EveryWord
from tests.domain.given import ROOM, TODAY, agreement, board_of, card, journal
from tests.domain.random_events import any_event, any_event_of

ROOT = Path(__file__).parents[2]
SECRET = "Lindelaan 12"
WORDS = {
    "w-guard": SECRET,
    "w-told": "Ze wonen op LINDELAAN-12.",
    "w-said": "Er is ruzie.",
    "w-s1": "Ontbijt",
    "w-place": "lindelaan 12a",
    "w-what": "Belt aan bij Lindelaan 12.",
    "w-when": "Elke dag.",
    "w-notice": "Ze stuurt een duim.",
}
PEOPLE = {
    "mother": Profile("Anna", "moeder", None),
    "father": Profile("Karim", "vader", None),
    "grandmother": Profile("Riet", "oma, Lindelaan 12", None),
    "child": Profile("Noor", None, None),
}
GUARDED = e.RestrictionSet("X1", RestrictionKind.GUARDED, ("father",), "w-guard")
UNREAD = e.RestrictionSet("X2", RestrictionKind.UNREAD, ("father", "mother"), None)
APART = e.RestrictionSet("X3", RestrictionKind.APART, ("father", "mother"), None)
FATHER, GRANDMOTHER, MOTHER = (Eyes(Face.PERSON, who, (who,)) for who in ("father", "grandmother", "mother"))


def lookup_of(board: Board, words: Any, people: dict[str, Profile], speakers: dict[str, str]) -> Lookup:
    texts = {**words, **{f"relation:{key}": one.relation for key, one in people.items()}}
    return Lookup(words, people, withheld=withheld_by(board.restrictions, texts, words, speakers))


def at(*events: Any) -> Moment:
    board = board_of(*events)
    return Moment(board, lookup_of(board, WORDS, PEOPLE, speakers_in(journal(*events))))


def seen(eyes: Eyes, *events: Any) -> View:
    moment = at(*events)
    found: View = json.loads(json.dumps(view(moment.board, eyes, moment.lookup)))
    return found


TOLD = (
    *ROOM,
    card("C1", words="w-told"),
    card("C2", CardKind.SAFEGUARD, author="grandmother", risk="C1"),
    card("C3", CardKind.WORRY, author="child"),
    agreement("A1", "father", risks=("C3",)),
    e.SceneChanged("S1", "B1", "w-s1", None, "w-place", "coat"),
    e.NoteWritten("N1", "father", None, "w-told"),
)


def test_a_card_with_guarded_words_is_kept_with_all_that_leans_on_it() -> None:
    his, hers, room = (seen(eyes, *TOLD, GUARDED) for eyes in (FATHER, GRANDMOTHER, SCREEN))
    assert set(his["cards"]) == {"C3"} == set(room["cards"])
    assert set(hers["cards"]) == {"C1", "C2", "C3"}
    assert not his["notes"]


def test_an_agreement_with_guarded_words_is_not_there_even_for_who_has_a_part_in_it() -> None:
    his, hers = (seen(eyes, *TOLD, GUARDED) for eyes in (FATHER, GRANDMOTHER))
    assert not his["agreements"]
    assert set(hers["agreements"]) == {"A1"}


def test_a_place_a_relation_and_every_other_text_with_guarded_words_is_as_one_that_was_erased() -> None:
    for eyes in (FATHER, SCREEN):
        theirs = seen(eyes, *TOLD, GUARDED)
        assert (theirs["scenes"]["S1"]["title"], theirs["scenes"]["S1"]["place"]) == ("Ontbijt", None)
        assert (theirs["people"]["grandmother"]["name"], theirs["people"]["grandmother"]["relation"]) == ("Riet", None)
        assert "12" not in json.dumps(theirs["people"])


def test_nobody_else_sees_that_something_is_kept() -> None:
    told = (*TOLD, e.CardClarified("C3", "w-told"))
    for eyes in (GRANDMOTHER, MOTHER):
        before, after = seen(eyes, *told), seen(eyes, *told, GUARDED, UNREAD)
        assert before | {"seq": 0} == after | {"seq": 0}
    assert seen(DESK, *told, GUARDED)["restrictions"]["X1"]["text"] == SECRET


def test_the_desk_reads_everything_and_from_whom_it_is_kept() -> None:
    desk = seen(DESK, *TOLD, GUARDED)
    assert desk["cards"]["C1"]["withheld_from"] == ["father"]
    assert desk["cards"]["C3"]["withheld_from"] == []
    assert desk["agreements"]["A1"]["withheld_from"] == ["father"]
    assert desk["scenes"]["S1"]["withheld_from"] == ["father"]
    assert "withheld_from" not in seen(SCREEN, *TOLD, GUARDED)["scenes"]["S2"]


def test_nobodys_own_words_are_kept_from_them() -> None:
    """That would tell that something is. What the facilitator wrote beside them is."""
    own = (*ROOM, card("C1", author="father", words="w-told"), GUARDED)
    clearer = (*own, e.CardClarified("C1", "w-place"))
    for events in (own, clearer):
        his = seen(FATHER, *events)["cards"]["C1"]
        assert (his["text"], his["clearer"], his["base"]) == (WORDS["w-told"], None, None)
        assert (his["narrow"], his["hidden_from"]) == (False, [])
    assert seen(SCREEN, *own)["cards"]["C1"]["text"] == WORDS["w-told"]  # he sits before it
    assert "C1" not in seen(SCREEN, *clearer)["cards"]


def test_a_phone_that_somebody_shares_shows_what_both_may_read() -> None:
    shared = Eyes(Face.PERSON, "grandmother", ("father", "grandmother"))
    assert set(seen(shared, *TOLD, GUARDED)["cards"]) == {"C2", "C3"}  # C2 is their own


def test_whoever_does_not_read_somebody_sees_nothing_that_they_said() -> None:
    told = (
        *ROOM,
        card("C1"),
        card("C2", CardKind.SAFEGUARD, author="grandmother", risk="C1"),
        card("C3", CardKind.WORRY, author="father"),
        agreement("A1", "father", risks=("C1",)),
        UNREAD,
    )
    his, hers = seen(FATHER, *told), seen(MOTHER, *told)
    assert set(his["cards"]) == {"C3"}
    assert not his["agreements"]
    assert set(hers["cards"]) == {"C1", "C2", "C3"}
    assert set(seen(SCREEN, *told)["cards"]) == {"C3"}


MET = (*ROOM, card("C3", CardKind.WORRY, author="child"), e.SessionBegun(), APART)


def test_a_phone_does_not_tell_whether_somebody_else_comes_or_where_they_are() -> None:
    before = seen(FATHER, *MET)
    after = seen(
        FATHER,
        *MET,
        e.PeopleHere(("mother", "child"), here=True),
        e.PhaseMoved(Phase.SCALE, CardKind.STRENGTH),
        e.ScaleAsked("V1", TODAY, named=True),
    )
    assert before | {"seq": 0} == after | {"seq": 0}
    assert "mother" not in after["people"]
    assert {"child", "grandmother", "father"} == set(after["people"])


def test_who_is_named_in_an_agreement_is_known_by_name_and_no_more() -> None:
    told = (*MET, agreement("A1", "mother"), e.PersonLeft("mother"))
    assert seen(FATHER, *told)["people"]["mother"]["state"] == "admitted"


def test_the_screen_leaves_out_who_may_not_meet_those_in_the_room() -> None:
    there = (*MET, e.PeopleHere(("father",), here=True))
    assert "mother" not in seen(SCREEN, *there)["people"]
    assert "mother" in seen(SCREEN, *MET)["people"]


# -- streams ------------------------------------------------------------------------------------------------------------

IDS = ("1", "2", "3")
NUMBERS = {who: Profile(f"name-{who}", None, None) for who in IDS}
IN = st.permutations([Role.PARENT, Role.CHILD, Role.NETWORK]).map(
    lambda roles: [e.PersonAdmitted(who, role) for who, role in zip(IDS, roles, strict=True)]
)
SCENES = st.lists(any_event_of(e.RoutineAdded), min_size=1, max_size=2)
CARDS = st.lists(any_event_of(e.CardWritten), min_size=2, max_size=5)
HELD = st.lists(any_event_of(e.RestrictionSet), min_size=1, max_size=3)
MORE = st.lists(
    LEANING
    | any_event_of(e.RestrictionSet)
    | any_event_of(e.RestrictionLifted)
    | any_event_of(e.PeopleHere)
    | any_event(),
    min_size=1,
    max_size=6,
)


def told_by(event: Any) -> Any:
    """The same event; what somebody says has an id of its own, as it has in life, and is read by it."""
    who = getattr(event, BY.get(type(event), ""), None)
    return replace(event, words=f"{event.words} said by {who}") if who and event.words else event


def moment_of(*events: Any) -> Moment:
    told = [told_by(event) for event in events]
    board, speakers = board_of(*told), speakers_in(journal(*told))
    texts = EveryWord({text: text for text in (*_texts(board), *speakers)})
    return Moment(board, Lookup(texts, NUMBERS, withheld=withheld_by(board.restrictions, texts, texts, speakers)))


def is_fresh(event: Any, board: Board) -> bool:
    """A card that something hung on before it was there is none that is just said."""
    return isinstance(event, e.CardWritten) and all(one.risk != event.card for one in board.cards.values())


@settings(max_examples=200)
@given(st.tuples(IN, SCENES, CARDS, HELD, MORE))
def test_whoever_follows_the_stream_sees_what_a_fresh_look_shows_whatever_is_kept(story: tuple[list[Any], ...]) -> None:
    *beginning, more = story
    steps = [event for part in beginning for event in part]
    before = moment_of(*steps)
    shown = {eyes: json.loads(json.dumps(view(before.board, eyes, before.lookup))) for eyes in EYES}
    for event in more:
        steps.append(event)
        after = moment_of(*steps)
        changed = (is_fresh(event, before.board) and card_said(before, after, event.card)) or change(before, after)
        drawn: dict[object, View] = {}
        for eyes in EYES:
            alike = changed.audience(eyes, after.board)
            if alike not in drawn:
                drawn[alike] = json.loads(json.dumps(changed.patch(before, after, eyes)))
            shown[eyes] = patched(shown[eyes], drawn[alike])
            assert plain(shown[eyes]) == plain(json.loads(json.dumps(view(after.board, eyes, after.lookup)))), eyes
        before = after


@settings(max_examples=200)
@given(st.lists(any_event(), max_size=25), st.sampled_from(["guarded", "unread"]))
def test_whatever_happens_no_view_holds_what_is_kept_from_its_reader(said: list[Any], kind: str) -> None:
    """Every text has an id of its own here, which says by whom it was said; `3` is guarded from `2`, who does not read `1` either."""
    held = {
        "guarded": e.RestrictionSet("X1", RestrictionKind.GUARDED, ("2",), "3"),
        "unread": e.RestrictionSet("X1", RestrictionKind.UNREAD, ("2", "1"), None),
    }[kind]
    kept = [
        event
        for event in said
        if not isinstance(event, e.RestrictionSet | e.RestrictionLifted | e.InvitationWithdrawn | e.Undone)
    ]
    now = moment_of(e.PersonAdmitted("2", Role.PARENT), *kept, held)
    for eyes in (Eyes(Face.PERSON, "2", ("2",)), SCREEN):
        drawn = view(now.board, eyes, now.lookup)
        for text in texts_of(drawn):
            if kind == "guarded":
                assert "3" not in text.split() or text.endswith("said by 2")
            else:
                assert not text.endswith("said by 1")
        for one in drawn.get("cards", {}).values() if kind == "unread" else ():
            assert now.board.cards[one["id"]].author != "1"


READ = {
    *("text", "clearer", "parked_because", "what", "when", "notice", "told_back", "title", "place", "because", "call"),
    *("criterion", "trigger", "escalation_who", "escalation_what", "escalation_within", "question"),
}
"""Under these names a view holds what people read."""


def texts_of(drawn: Any) -> Iterator[str]:
    for name, one in drawn.items() if isinstance(drawn, dict) else enumerate(drawn):
        if isinstance(one, dict | list):
            yield from texts_of(one)
        elif name in READ and isinstance(one, str):
            yield one


@pytest.mark.parametrize("eyes", [FATHER, SCREEN])
def test_the_stream_takes_away_what_was_seen_before_it_was_kept(eyes: Eyes) -> None:
    before, after = at(*TOLD), at(*TOLD, GUARDED)
    patch = change(before, after).patch(before, after, eyes)
    assert set(patch["cut"]["cards"]) == {"C1", "C2"}
    assert patch["put"]["scenes"]["S1"]["place"] is None


def followed(eyes: Eyes, before: Moment, after: Moment, said: str = "") -> View:
    """What these eyes see after the patch to a later moment."""
    changed = (said and card_said(before, after, said)) or change(before, after)
    shown: View = json.loads(json.dumps(view(before.board, eyes, before.lookup)))
    return patched(shown, json.loads(json.dumps(changed.patch(before, after, eyes))))


def test_with_the_first_thing_that_somebody_says_their_name_is_known() -> None:
    before, after = at(*MET), at(*MET, card("C9", CardKind.WORRY))
    assert followed(FATHER, before, after, said="C9")["people"]["mother"]["name"] == "Anna"


def test_the_screen_follows_who_came_into_the_room() -> None:
    before, after = at(*MET), at(*MET, e.PeopleHere(("father",), here=True))
    assert "mother" not in followed(SCREEN, before, after)["people"]


def test_two_who_share_a_phone_read_each_other_on_it() -> None:
    shared = Eyes(Face.PERSON, "father", ("father", "mother"))
    assert set(seen(shared, *ROOM, card("C1"), UNREAD)["cards"]) == {"C1"}


def test_what_somebody_answers_to_an_agreement_is_not_read_by_who_does_not_read_them() -> None:
    told = (*ROOM, agreement("A1", "mother"), e.AgreementAnswered("A1", "mother", Answer.YES_IF, "w-said"))
    for eyes, text in ((FATHER, None), (GRANDMOTHER, "Er is ruzie.")):
        assert seen(eyes, *told, UNREAD)["agreements"]["A1"]["answers"]["mother"]["text"] == text


STATED = (*ROOM, e.StatementMade("mother", "w-said"), e.StatementMade("grandmother", "w-told"))


@pytest.mark.parametrize(
    ("kept", "theirs"),
    [(UNREAD, {"grandmother"}), (GUARDED, {"mother"}), (APART, {"mother", "grandmother"})],
)
def test_a_statement_is_not_there_for_who_may_not_read_it(kept: Any, theirs: set[str]) -> None:
    for eyes, whose in ((FATHER, theirs), (SCREEN, theirs), (GRANDMOTHER, {"mother", "grandmother"})):
        assert set(seen(eyes, *STATED, kept)["statements"]) == whose


def test_nobody_who_does_not_read_somebody_loses_their_name() -> None:
    came = (e.PersonCame("newcomer"), e.PersonAdmitted("newcomer", Role.NETWORK))
    unread = e.RestrictionSet("X4", RestrictionKind.UNREAD, ("father", "newcomer"), None)
    board = board_of(*ROOM, *came, unread)
    people = {**PEOPLE, "newcomer": Profile("Joke", None, None)}
    lookup = lookup_of(board, WORDS, people, speakers_in(journal(*ROOM, *came, unread)))
    assert view(board, FATHER, lookup)["people"]["newcomer"]["name"] == "Joke"


def test_the_screen_follows_who_speaks_by_one_phone() -> None:
    told = (*ROOM, card("C1", author="grandmother", words="w-told"), GUARDED)
    apart, together = (
        replace(at(*told), lookup=replace(at(*told).lookup, people=people))
        for people in (on_phones(father="1", grandmother="2"), on_phones(father="1", grandmother="1"))
    )
    assert "C1" not in view(apart.board, SCREEN, apart.lookup)["cards"]
    assert followed(SCREEN, apart, together)["cards"]["C1"]["text"] == WORDS["w-told"]


def on_phones(**phones: str) -> dict[str, Profile]:
    return {key: replace(one, phone=phones.get(key)) for key, one in PEOPLE.items()}


def test_whatever_is_made_for_a_reader_is_made_of_what_that_reader_may_read() -> None:
    """Services take board and words together, by `as_read_by`: the one without the other holds what is kept from somebody."""
    sources = [
        file for part in ("pages", "sos_core/services", "sos_core/export") for file in (ROOT / part).rglob("*.py")
    ]
    assert len(sources) > 60
    assert not [file.name for file in sources if "as_seen_by" in file.read_text("utf-8")]
