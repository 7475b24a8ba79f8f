"""From one board to a later one: what may look different, so that a patch is drawn from that alone. Pure.

Promise: the patch between the two slices is the patch between the two whole boards, for every pair of eyes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sos_core.access.eyes import Eyes, Face
from sos_core.access.lookup import Lookup
from sos_core.access.view import View, asked, beside, difference, things
from sos_core.access.withheld import NONE
from sos_core.domain.board import Board, Card
from sos_core.domain.kinds import HELP, CardKind
from sos_core.domain.replacing import replace

Ids = frozenset[str]
Touched = dict[str, set[Any]]
SLICED = ("attendees", "scenes", "cards", "notes", "agreements", "lines", "scales", "what_ifs", "plans", "evaluations")
"""The maps of which a slice holds a part."""
_DRAWN_AS = {"attendees": "people"}
_IN_EVERY_SLICE = {"seq", "planned", "door_open", "now", "routines", "removed"}
LEFT_OF_CARDS = ("risks", "worries", "inbox")
_LEFT = {
    "cards": LEFT_OF_CARDS,
    "lines": ("lines",),
    "scenes": ("scenes",),
    "agreements": ("gone", "cannot"),
}
"""What may be left open about which things."""
LEANT_ON = HELP | {CardKind.RISK, CardKind.SAFEGUARD}
"""The cards on which it leans how much help a scene has, and what is still to do there."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A board, with the words and people that it speaks of."""

    board: Board
    lookup: Lookup


@dataclass(frozen=True, slots=True)
class Change:
    """Of two boards the slices that hold all that may look different, with what its look leans on.

    `turned`: the people whose own place in the room changed: they may see anything anew. `named`: all who are named in the
    slices. To anybody else the change looks as it does to others with the same part in the room. `parts`: those of the view that may look
    different; None: all. `open`: what may be left
    open now, or be so no longer; None: anything. `asks`: whether phones may be asked
    something else. `said`: the card that is all that came, if nothing else did. `restricted`: those from whom something is kept: it looks
    the same to nobody else. `apart`: those of them who avoid somebody. Whom they see leans on all that they see: for them, and for the
    shared screen, it is drawn from the whole boards.
    """

    slices: tuple[Board, Board]
    turned: Ids
    named: Ids
    parts: set[str] | None
    open: Ids | None
    asks: bool
    said: str | None = None
    restricted: Ids = NONE
    apart: Ids = NONE

    def audience(self, eyes: Eyes, board: Board) -> object:
        """Equal for eyes to which this change looks the same, so that it is drawn and encoded once for all of them."""
        alone = self.named | self.restricted if self.restricted else self.named
        if eyes.face is not Face.PERSON or eyes.person in alone or not alone.isdisjoint(eyes.own):
            return eyes
        attendee = board.attendees.get(eyes.person)
        return eyes.lent, attendee and attendee.standing, attendee and attendee.role

    def patch(self, before: Moment, after: Moment, eyes: Eyes) -> View:
        """The patch for these eyes: as the `difference` of the two whole views."""
        now = self._things(1, after, eyes)
        said = self.said and not self._is_whole(eyes)
        then = self._unsaid(now, before, eyes) if said else self._things(0, before, eyes)
        drawn = difference(then, now)
        if (self.asks or self._is_whole(eyes)) and eyes.face is Face.PERSON:
            old, new = asked(before.board, eyes, before.lookup), asked(after.board, eyes, after.lookup)
            drawn["set"] |= {name: new.get(name) for name in old | new if old.get(name) != new.get(name)}
        return drawn

    def _is_whole(self, eyes: Eyes) -> bool:
        if not self.apart or eyes.face is Face.DESK:
            return False
        return eyes.face is Face.SCREEN or not self.apart.isdisjoint((eyes.person, *eyes.own))

    def _unsaid(self, now: View, before: Moment, eyes: Eyes) -> View:
        """What was there before this card was said: all but that card, and what it leaves open."""
        own = {self.said, *(f"{what}:{self.said}" for what in LEFT_OF_CARDS)}
        there: View = {
            part: {key: one for key, one in now[part].items() if key not in own}
            for part in ("cards", "left")
            if part in now
        }
        return {**now, **there, **beside(eyes, before.lookup)}

    def _things(self, which: int, moment: Moment, eyes: Eyes) -> View:
        if eyes.person in self.turned or self._is_whole(eyes):
            return things(moment.board, eyes, moment.lookup)
        there = moment.board.attendees
        own = {key: there[key] for key in (eyes.person, *eyes.own) if key in there}
        board = self.slices[which]
        drawn = things(replace(board, attendees={**board.attendees, **own}), eyes, moment.lookup, self.parts)
        if self.open is not None and "left" in drawn:
            drawn["left"] = {key: True for key in drawn["left"] if key in self.open}
        return drawn


def change(before: Moment, after: Moment, *, reworded: Ids = frozenset()) -> Change:
    """What came between two moments of one conference. `reworded`: the words that read otherwise than before."""
    boards = old, new = before.board, after.board
    touched = _touched(before, after, reworded)
    if touched is None:
        everybody = frozenset((*old.attendees, *new.attendees))
        return Change(boards, everybody, everybody, None, None, asks=True, **held_by(before, after))
    elsewhere = _elsewhere(boards, touched)
    trimmed = boards if elsewhere else (without_now(old), without_now(new))
    slices, named = _slices(trimmed, touched, counted=elsewhere)
    asks = _asks(boards, touched)
    if asks:
        named |= {who for board in boards for card in not_for_all(board) for who in (card.author, *card.hidden_from)}
    turned = {who for who in touched["attendees"] if old.attendees.get(who) != new.attendees.get(who)}
    parts = {_DRAWN_AS.get(part, part) for part in SLICED if touched[part]} | {"left"}
    parts |= {"now", "questions"} if elsewhere else set()
    parts |= {"order", "routines"} if old.routines is not new.routines else set()
    still_open = frozenset(f"{what}:{key}" for part, left in _LEFT.items() for key in touched[part] for what in left)
    return Change(slices, frozenset(turned), frozenset(named), parts, still_open, asks, **held_by(before, after))


def held_by(*moments: Moment) -> dict[str, Any]:
    """From whom something is kept at one of these moments, and who of them avoid somebody."""
    withheld = [moment.lookup.withheld for moment in moments]
    return {
        "restricted": NONE.union(*(one.people for one in withheld)),
        "apart": NONE.union(*(one.apart for one in withheld)),
    }


def _asks(boards: tuple[Board, Board], touched: Touched) -> bool:
    """Whether what can be said where may differ: it leans on where the group is, on the scenes, on the card on the table and on
    the risk points.
    """
    old, new = boards
    places = touched["scenes"] | touched["attendees"] | touched["what_ifs"]
    elsewhere = old.now != new.now or bool(places) or _reordered(old, new, "scenes")
    return elsewhere or any(card.kind is CardKind.RISK for board in boards for card in _cards(board, touched["cards"]))


def not_for_all(board: Board) -> Iterator[Card]:
    """The risk points that some see and some do not."""
    for card in board.cards.values():
        if card.kind is CardKind.RISK and (card.narrow or card.held or not card.on_board):
            yield card


def _elsewhere(boards: tuple[Board, Board], touched: Touched) -> bool:
    """Whether something may look different about where everybody is; then with all that this leans on."""
    old, new = boards
    lights = {old.now.light, new.now.light} - {None}
    counted = old.here != new.here or not touched["attendees"].isdisjoint(new.now.ready + new.now.without)
    same = old.now == new.now and old.door_open == new.door_open
    if same and not counted and lights.isdisjoint(touched["cards"]):
        return False
    touched["cards"] |= lights
    touched["attendees"] |= {*old.now.ready, *new.now.ready}
    return True


def without_now(board: Board) -> Board:
    """The board without where everybody is, so that nobody is named for having been ready."""
    return replace(board, now=replace(board.now, ready=(), light=None))


def named_by(board: Board, things: Iterable[Any]) -> Ids:
    """Those at the conference who are named in these things."""
    return frozenset(text for thing in things for text in _texts(thing) if text in board.attendees)


# -- what was touched -------------------------------------------------------------------------------------------------


def _touched(before: Moment, after: Moment, reworded: Ids) -> Touched | None:
    """The ids, by part of the board, of all that may look different to somebody. None: anything may."""
    old, new = before.board, after.board
    others = {part.name for part in fields(Board)} - {*SLICED, *_IN_EVERY_SLICE}
    if any(getattr(old, name) != getattr(new, name) for name in others):
        return None
    if new.proposals and old.scenes.keys() != new.scenes.keys():
        return None  # what is proposed at a scene that is gone is not shown
    touched = {part: _changed(getattr(old, part), getattr(new, part)) for part in SLICED}
    if reworded:
        for part in SLICED:
            touched[part] |= _naming(getattr(new, part), reworded)
    _add_what_leans_on_people(touched, old, new)
    if before.lookup.people is not after.lookup.people:
        if any(
            before.lookup.by_the_phone_of(who) != after.lookup.by_the_phone_of(who)
            for who in held_by(after)["restricted"]
        ):
            return None  # whatever those of one phone said is kept from none of them
        touched["attendees"] |= _changed(before.lookup.people, after.lookup.people)
    _add_what_leans_on_cards(touched, old, new)
    _add_what_agreements_settle(touched, old, new)
    _add_what_scenes_lean_on(touched, old, new)
    _add_what_the_screen_shows(touched, old, new)
    if new.check_ins and any(touched[part] for part in ("attendees", "agreements", "evaluations")):
        return None  # who confirms what was reported, and since when it counts, leans on all of these
    return touched


def _add_what_the_screen_shows(touched: Touched, old: Board, new: Board) -> None:
    """The scenes with help of those without whom the day is shown from now on, or no longer; all, if what is to do is."""
    if old.now.shows_todo != new.now.shows_todo:
        touched["scenes"] |= {*old.scenes, *new.scenes}
    missed = set(old.now.without) ^ set(new.now.without)
    for board in (old, new) if missed else ():
        there = [card for card in board.cards.values() if card.kind in HELP and card.author in missed]
        for agreement in board.agreements.values():
            there += _cards(board, set(agreement.risks)) if not missed.isdisjoint(agreement.hands) else []
        touched["scenes"] |= {card.scene for card in there if card.scene}


def _add_what_scenes_lean_on(touched: Touched, old: Board, new: Board) -> None:
    """How much help a scene has leans on its offers, its risk points, and the agreements about those; what is to do, on its
    safeguards too.
    """
    for board in (old, new):
        there = _cards(board, touched["cards"])
        touched["scenes"] |= {card.scene for card in there if card.kind in LEANT_ON and card.scene}


def _add_what_leans_on_people(touched: Touched, old: Board, new: Board) -> None:
    """All that names somebody: a child's card waits for the child's yes, an offer counts while its giver is there."""
    if turned := frozenset(touched["attendees"]):
        for part in SLICED[1:]:
            touched[part] |= _naming(getattr(old, part), turned) | _naming(getattr(new, part), turned)
        touched["scales"] |= {*old.scales, *new.scales}  # they say how many there are to set them


def _add_what_agreements_settle(touched: Touched, old: Board, new: Board) -> None:
    """The cards that they answer and the lines that they meet: those may be left open now, or be so no longer. Who may not
    read an agreement does not know that it settles them.
    """
    settled = [one for board in (old, new) for one in _some(board.agreements, touched["agreements"]).values()]
    for agreement in settled:
        touched["cards"].update(agreement.answers_to)
        touched["lines"].update(agreement.bottom_lines)


def _add_what_leans_on_cards(touched: Touched, old: Board, new: Board) -> None:
    """On a card: those that hang on it, the one that it stands behind, and the agreements that name it.
    On an agreement: what an evaluation says of it, and the "what if" that it came of.
    """
    cards = reached = touched["cards"]
    while reached:
        hanging = {card.id for board in (old, new) for card in board.cards.values() if card.risk in reached}
        reached = hanging - cards
        cards |= reached
    for board in (old, new):
        there = _cards(board, cards)
        touched["cards"] |= {card.behind for card in there if card.behind}
        touched["agreements"] |= {a.id for a in board.agreements.values() if not cards.isdisjoint(_cards_of(a))}
    if touched["agreements"]:
        touched["evaluations"] |= old.evaluations.keys() | new.evaluations.keys()
        for board in (old, new):
            touched["what_ifs"] |= _naming(board.what_ifs, frozenset(touched["agreements"]))


def _naming(things: Mapping[Any, Any], ids: Ids) -> set[Any]:
    """The things in which one of these ids stands."""
    return {key for key, thing in things.items() if not ids.isdisjoint(_texts(thing))}


def _changed(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> set[Any]:
    """What came, went, or is another now. What a fold left alone is the same object still: that is quickly seen."""
    if old is new:
        return set()
    get = old.get
    found = {key for key, thing in new.items() if (was := get(key)) is not thing and was != thing}
    came = sum(1 for key in found if key not in old)
    return found if len(old) + came == len(new) else found | (old.keys() - new.keys())


def _reordered(old: Board, new: Board, part: str) -> bool:
    """A step that was undone can leave the same things in another order."""
    was, now = getattr(old, part), getattr(new, part)
    return was is not now and list(was) != list(now)


# -- the slices -------------------------------------------------------------------------------------------------------


def _slices(boards: tuple[Board, Board], touched: Touched, *, counted: bool) -> tuple[tuple[Board, Board], set[str]]:
    """Of both boards the same part: the touched things, with all that their look leans on. And who is named in it. `counted`:
    how many people there are is told in it.
    """
    wanted = touched | {part: set(touched[part]) for part in ("agreements", "cards", "attendees")}
    for board in boards:
        if touched["evaluations"]:
            wanted["agreements"] |= board.agreements.keys()
        for what_if in _some(board.what_ifs, touched["what_ifs"]).values():
            wanted["agreements"].update(what_if.held + what_if.agreements)
        if scenes := touched["scenes"]:
            there = {card.id for card in board.cards.values() if card.kind in LEANT_ON and card.scene in scenes}
            wanted["cards"] |= there
        settled = wanted["cards"] | touched["lines"]
        settling = ((a.id, (*a.answers_to, *a.bottom_lines)) for a in board.agreements.values())
        wanted["agreements"] |= {key for key, things in settling if not settled.isdisjoint(things)}
    for board in boards:
        for agreement in _some(board.agreements, wanted["agreements"]).values():
            wanted["cards"].update(_cards_of(agreement))
    for board in boards:
        wanted["cards"] |= {card.risk for card in _cards(board, wanted["cards"]) if card.risk}
    for board in boards:
        wanted["cards"] |= {card.id for card in board.cards.values() if card.behind in wanted["cards"]}
    parts = [_parts(board, wanted) for board in boards]
    texts = {text for part in parts for things in part.values() for thing in things.values() for text in _texts(thing)}
    named = {who for who in texts | wanted["attendees"] if any(who in board.attendees for board in boards)}
    everybody = {who for board in boards for who in board.attendees}
    people = everybody if counted or touched["scales"] else named
    old, new = (replace(b, **part, attendees=_some(b.attendees, people)) for b, part in zip(boards, parts, strict=True))
    return (old, new), named


def _parts(board: Board, wanted: Touched) -> dict[str, Any]:
    parts = {part: _some(getattr(board, part), wanted[part]) for part in SLICED if part not in ("cards", "attendees")}
    cards = sorted(_cards(board, wanted["cards"]), key=lambda card: card.seq)
    return parts | {"cards": {card.id: card for card in cards}}


def _cards(board: Board, ids: set[str]) -> list[Card]:
    return [board.cards[key] for key in ids if key in board.cards]


def _cards_of(agreement: Any) -> Iterable[str]:
    return (*agreement.answers_to, *agreement.strengths)


def _some(things: Mapping[Any, Any], ids: set[Any]) -> dict[Any, Any]:
    """In the order of the board."""
    if not ids:
        return {}
    return {key: thing for key, thing in things.items() if key in ids}


def _texts(value: Any) -> Iterator[str]:
    """Every text in a thing, however deep: the ids of people and of words are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(key)
            yield from _texts(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
