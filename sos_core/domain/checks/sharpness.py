"""Sharpness: does an agreement say who, what one will see, when, and how it is noticed? Points out, never mends. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.checks.phrases import Hit, Phrases, words_in

Group = Mapping[str, Sequence[str]]
_QUOTED = re.compile(r"""["“„«][^"”»]{0,300}["”»]|(?<!\w)['‘][^'’]{0,300}['’](?!\w)""")
_QUOTES = frozenset("\"“„«'‘’")
_VAGUE = frozenset({"vague_verb", "vague_adverb"})


class Vague(StrEnum):
    """What makes an agreement vague."""

    NO_PERSON = "no_person"
    NOT_SEEN = "not_seen"
    VAGUE_WORD = "vague_word"
    NO_TIME = "no_time"
    NO_NOTICE = "no_notice"


WEIGHTS = {
    Vague.NO_PERSON: Weight.MUST_LOOK_AT,
    Vague.NOT_SEEN: Weight.LOOK_AT,
    Vague.VAGUE_WORD: Weight.LOOK_AT,
    Vague.NO_TIME: Weight.LOOK_AT,
    Vague.NO_NOTICE: Weight.LOOK_AT,
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What one agreement says, as people wrote it; empty where they wrote nothing. `who`: a name, a role, or a word like "we"."""

    who: str
    what: str
    when: str
    notice: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that is vague, with the entries of the word list that show it."""

    vague: Vague
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordList:
    """One language's list, ready to search with. Made by `word_list`."""

    common: frozenset[str]
    saying: frozenset[str]
    blunt: Phrases
    seen: Phrases
    nobody: Phrases
    nobody_anywhere: Phrases
    nobody_alone: frozenset[tuple[str, ...]]
    no_time: Phrases
    time: Phrases
    moment: Phrases
    no_notice: Phrases
    no_notice_alone: frozenset[tuple[str, ...]]


def word_list(groups: Mapping[str, Group]) -> WordList:
    """A language's list from its file (data/sharpness): groups of entries by name."""
    numbers = frozenset(groups["number"]["words"])

    def phrases(*, ends: bool = False, slips: bool = False, **of: Sequence[str]) -> Phrases:
        return Phrases(of, numbers=numbers, ends=ends, slips=slips)

    def alone(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(words_in(text)) for text in groups[name]["alone"])

    allowed = groups["allowed"]["phrases"]
    blunt = {name: groups[name]["phrases"] for name in ("vague_verb", "vague_adverb", "not_seen", "how")}
    act, thing = groups["act"], groups["thing"]
    return WordList(
        common=frozenset(groups["common"]["words"]),
        saying=frozenset(groups["saying"]["words"]),
        blunt=Phrases({"allowed": allowed, **blunt}, numbers=numbers, slips=True),
        seen=phrases(
            ends=True, act=(*act["phrases"], *act["words"]), light=act["light"], thing=(*thing["words"], *numbers)
        ),
        nobody=phrases(nobody=groups["nobody"]["phrases"]),
        nobody_anywhere=phrases(nobody=groups["nobody"]["anywhere"]),
        nobody_alone=alone("nobody"),
        no_time=phrases(slips=True, allowed=allowed, no_time=groups["no_time"]["phrases"]),
        time=phrases(time=groups["time"]["phrases"]),
        moment=phrases(moment=groups["time"]["strict"]),
        no_notice=phrases(no_notice=groups["no_notice"]["phrases"]),
        no_notice_alone=alone("no_notice"),
    )


def sharpness(agreements: Mapping[str, Terms], lists: Sequence[WordList]) -> tuple[Finding, ...]:
    """What is vague in each of these agreements (by id), a finding for each thing (PRODUCT.md, check 5)."""
    return tuple(
        Finding(check=Check.SHARPNESS, what=spot.vague, weight=WEIGHTS[spot.vague], agreements=(key,), words=spot.words)
        for key, terms in agreements.items()
        for spot in vague_spots(terms, lists)
    )


def vague_spots(terms: Terms, lists: Sequence[WordList]) -> tuple[Spot, ...]:
    """What makes this agreement vague, each thing once; nothing when it is sharp.

    In a language of which there is no list, only what is not filled in is pointed out.
    """
    deed, quoted = _without_speech(terms.what, lists)
    who, what, when, notice = (words_in(text) for text in (terms.who, deed, terms.when, terms.notice))
    spoken = _spoken((*who, *what, *when, *notice), lists)
    found = (
        _person(who, spoken),
        *_deed(what, spoken, quoted=quoted),
        _time(when, what, spoken),
        _notice(notice, spoken),
    )
    return tuple(spot for spot in found if spot is not None)


def _spoken(words: Sequence[str], lists: Sequence[WordList]) -> Sequence[WordList]:
    """The lists of the language it is written in: of both when that is not clear, of none when it is neither."""
    known = [len(words_of.common.intersection(words)) for words_of in lists]
    most = max(known, default=0)
    return [words_of for words_of, count in zip(lists, known, strict=True) if count == most] if most else ()


def _without_speech(what: str, lists: Sequence[WordList]) -> tuple[str, bool]:
    """The deed without what somebody says in it, which is not weighed; and whether there was any.

    "ik zeg: ik ben er als je me nodig hebt" is a sentence that one hears.
    """
    before, colon, _ = what.partition(": ")
    if colon and any(word in words_of.saying for word in words_in(before) for words_of in lists):
        return before, True
    if _QUOTES.isdisjoint(what):
        return what, False
    deed, count = _QUOTED.subn(" ", what)
    return deed, count > 0


def _person(who: Sequence[str], spoken: Sequence[WordList]) -> Spot | None:
    if not who:
        return Spot(Vague.NO_PERSON)
    for words_of in spoken:
        if tuple(who) in words_of.nobody_alone:
            return Spot(Vague.NO_PERSON, (" ".join(who),))
        begins, anywhere = words_of.nobody.first(who), words_of.nobody_anywhere.find(who)
        if hits := [begins] if begins else anywhere:
            return Spot(Vague.NO_PERSON, _texts(hits))
    return None


def _deed(what: Sequence[str], spoken: Sequence[WordList], *, quoted: bool) -> Iterator[Spot]:
    """A vague word is one whatever stands beside it; a word for how something is done is one when no plain act stands beside it."""
    hits = [hit for words_of in spoken for hit in words_of.blunt.find(what)]
    allowed = {place for hit in hits if "allowed" in hit.phrase.groups for place in hit.at}
    blunt = [hit for hit in hits if allowed.isdisjoint(hit.at)]
    words = [hit.phrase.text for hit in blunt if _VAGUE.intersection(hit.phrase.groups)]
    unseen = [hit.phrase.text for hit in blunt if "not_seen" in hit.phrase.groups]
    manner = [hit.phrase.text for hit in blunt if hit.phrase.groups == ("how",)]
    seen = _seen(what, spoken, but={place for hit in blunt for place in hit.at}, quoted=quoted)
    if words:
        yield Spot(Vague.VAGUE_WORD, _once(words))
    if manner and not ("thing" in seen and seen & {"act", "light"}):
        unseen += manner
    if unseen or not (what or quoted) or (spoken and not seen & {"act", "thing"}):
        yield Spot(Vague.NOT_SEEN, _once(unseen))


def _seen(what: Sequence[str], spoken: Sequence[WordList], *, but: set[int], quoted: bool) -> set[str]:
    """Whether an act, and a thing, a place, a number or somebody's very words stand in it, outside the places `but`."""
    found = {"thing"} if quoted or _has_figure(what) else set()
    enough = frozenset({"act", "thing"}) - found
    return found.union(*(words_of.seen.groups(what, enough=enough, but=but) for words_of in spoken))


def _has_figure(words: Sequence[str]) -> bool:
    return any(map(str.isdigit, map(itemgetter(0), words)))


def _time(when: Sequence[str], what: Sequence[str], spoken: Sequence[WordList]) -> Spot | None:
    """A day, an hour, a date or an event; it may also stand in what is done."""
    when = _before_speech(when, spoken)
    hits = [hit for words_of in spoken for hit in words_of.no_time.find(when)]
    if never := [hit for hit in hits if "allowed" not in hit.phrase.groups]:
        return Spot(Vague.NO_TIME, _texts(never))
    if when and (not spoken or _has_figure(when)):
        return None
    if any(words_of.time.find(when) for words_of in spoken):
        return None
    if any(words_of.moment.find(what) for words_of in spoken):
        return None
    return Spot(Vague.NO_TIME)


def _before_speech(when: Sequence[str], spoken: Sequence[WordList]) -> Sequence[str]:
    """Up to where somebody speaks: in "als mama zegt dat ze niet meer wil" it is that she says so that makes the moment."""
    places = [when.index(word) for words_of in spoken for word in words_of.saying.intersection(when)]
    return when[: min(places) + 1] if places else when


def _notice(notice: Sequence[str], spoken: Sequence[WordList]) -> Spot | None:
    if not notice:
        return Spot(Vague.NO_NOTICE)
    for words_of in spoken:
        if tuple(notice) in words_of.no_notice_alone:
            return Spot(Vague.NO_NOTICE, (" ".join(notice),))
        if hits := words_of.no_notice.find(notice):
            return Spot(Vague.NO_NOTICE, _texts(hits))
    return None


def _texts(hits: Iterable[Hit]) -> tuple[str, ...]:
    """The entries found, each once, as they stand in the list."""
    return _once([hit.phrase.text for hit in hits])


def _once(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
