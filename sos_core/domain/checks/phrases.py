"""Phrases of a word list, found in what people say: whatever the capitals, the accents and a slip in a long word. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

_WORD = re.compile(r"\d[\w.:]*|[^\W\d_]+")
_APOSTROPHES = "'’‘`´"
_WIDEST_GAP = 4
_LONG = 8
"""From so many letters on, a word with one slip in it is still that word; shorter ones are too near to others."""
_SHORTEST_END = 4
"""What is less long is looked for as it stands only: not as the beginning, nor as the end, of a word."""
_NEVER = 1_000_000
"""Longer than any word: for a list in which only whole words are looked for."""
_OPEN = frozenset("…#?*")
"""What a part ends with that is not one certain word."""


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, in order: small letters, without accents and apostrophes."""
    folded = text.casefold()
    for apostrophe in _APOSTROPHES:
        folded = folded.replace(apostrophe, "")
    if not folded.isascii():
        folded = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))
    return _WORD.findall(folded)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a list; `text` as it can be shown: "probeer…".

    Parts: a word, `word*` for its beginning, `#` a number, `?` any word, `…` one to four words between.
    """

    text: str
    parts: tuple[str, ...]
    groups: tuple[str, ...]


class Hit(NamedTuple):
    """A phrase found, and at which places its own words stand (not those in its gaps)."""

    phrase: Phrase
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Begin:
    """The phrases that begin with one word, the longest first: by the word that comes next, and those that fit before any."""

    by_next: Mapping[str, tuple[Phrase, ...]]
    others: tuple[Phrase, ...]

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> _Begin:
        inner: dict[str, list[Phrase]] = {}
        others: list[Phrase] = []
        for phrase in phrases:
            plain = len(phrase.parts) > 1 and phrase.parts[1][-1] not in _OPEN
            (inner.setdefault(phrase.parts[1], []) if plain else others).append(phrase)
        return cls({word: _longest_first([*found, *others]) for word, found in inner.items()}, _longest_first(others))


class Phrases:
    """A list to search with. Of phrases that begin at one place the one with most parts is found."""

    def __init__(
        self, groups: Mapping[str, Iterable[str]], *, numbers: frozenset[str], ends: bool = False, slips: bool = False
    ) -> None:
        """`ends`: an entry also counts as the end of a longer word (huissleutel). `slips`: long words are found with one slip."""
        self.phrases = tuple(_entries(groups))
        self._numbers = numbers
        self._ends = ends
        whole: dict[str, list[Phrase]] = {}
        begun: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            first = phrase.parts[0]
            if first.endswith("*"):
                begun.setdefault(first[:-1], []).append(phrase)
            else:
                whole.setdefault(first, []).append(phrase)
        for word, phrases in whole.items():
            for size in range(1, len(word) + 1):
                phrases.extend(begun.get(word[:size], ()))
        self._whole = {word: _Begin.of(phrases) for word, phrases in whole.items()}
        self._begun = {word: _Begin.of(phrases) for word, phrases in begun.items()}
        self._sizes = sorted({len(word) for word in begun}, reverse=True)
        self._shortest = self._sizes[-1] if begun else _LONG
        self._least = _SHORTEST_END if begun or ends or slips else _NEVER
        self._beginnings = frozenset(word[: self._shortest] for word in begun)
        self._slips = {
            slip: word for word in whole if slips and len(word) >= _LONG for slip in (word, *_without_one(word))
        }

    def find(self, words: Sequence[str]) -> list[Hit]:
        """What is found, from left to right. A word that belongs to one phrase is not looked at again."""
        found: list[Hit] = []
        covered: set[int] = set()
        for place, word in enumerate(words):
            begin = self._whole.get(word) or (self._begin_of(word) if len(word) >= self._least else None)
            if begin is not None and place not in covered and (hits := self._at(words, place, begin)):
                covered.update(hits[0].at)
                found.append(hits[0])
        return found

    def first(self, words: Sequence[str]) -> Hit | None:
        """What the text begins with."""
        begin = self._whole.get(words[0]) or self._begin_of(words[0])
        hits = self._at(words, 0, begin) if begin else []
        return hits[0] if hits else None

    def groups(self, words: Sequence[str], *, enough: Set[str], but: Container[int]) -> set[str]:
        """The groups of what is found, until all of `enough` are; nothing that begins at the places `but`."""
        found: set[str] = set()
        for place, word in enumerate(words):
            begin = self._whole.get(word) or (self._begin_of(word) if len(word) >= self._least else None)
            if begin is None or place in but:
                continue
            for hit in self._at(words, place, begin):
                found.update(hit.phrase.groups)
            if found >= enough:
                break
        return found

    def _at(self, words: Sequence[str], place: int, begin: _Begin) -> list[Hit]:
        """The phrases of `begin` that stand here, the longest first."""
        after = words[place + 1] if place + 1 < len(words) else ""
        found = []
        for phrase in begin.by_next.get(after, begin.others):
            if len(phrase.parts) == 1:
                found.append(Hit(phrase, (place,)))
            elif (at := self._rest(words, place + 1, phrase.parts, 1)) is not None:
                found.append(Hit(phrase, (place, *at)))
        return found

    def _begin_of(self, word: str) -> _Begin | None:
        """The phrases that may begin with a word that is not in the list as it stands."""
        if word[: self._shortest] in self._beginnings:
            for size in self._sizes:
                if (known := self._begun.get(word[:size])) is not None:
                    return known
        if self._ends:
            for start in range(2, len(word) - _SHORTEST_END + 1):
                if (known := self._whole.get(word[start:])) is not None:
                    return known
        if self._slips and len(word) >= _LONG:
            for slip in (word, *_without_one(word)):
                if slip in self._slips:
                    return self._whole[self._slips[slip]]
        return None

    def _rest(self, words: Sequence[str], place: int, parts: tuple[str, ...], number: int) -> tuple[int, ...] | None:
        """The places of the parts from `number` on when they stand from `place` on."""
        if number == len(parts):
            return ()
        if parts[number] == "…":
            gaps = (self._rest(words, place + gap, parts, number + 1) for gap in range(1, _WIDEST_GAP + 1))
            return next((found for found in gaps if found is not None), None)
        if place >= len(words) or not self._fits(words[place], parts[number]):
            return None
        rest = self._rest(words, place + 1, parts, number + 1)
        return None if rest is None else (place, *rest)

    def _fits(self, word: str, part: str) -> bool:
        if part == "#":
            return word[0].isdigit() or word in self._numbers
        return part == "?" or word == part or (part[-1] == "*" and word.startswith(part[:-1]))


def _entries(groups: Mapping[str, Iterable[str]]) -> Iterator[Phrase]:
    """Each entry once, with all the groups it stands in."""
    found: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    for group, texts in groups.items():
        for text in texts:
            found.setdefault(_parts(text), (text, []))[1].append(group)
    for parts, (text, of) in found.items():
        yield Phrase(text.replace("*", "…"), parts, tuple(dict.fromkeys(of)))


def _parts(text: str) -> tuple[str, ...]:
    parts: list[str] = []
    for part in text.split():
        if part in {"…", "#", "?"}:
            parts.append(part)
        elif part.endswith("*"):
            *before, last = words_in(part)
            parts += [*before, f"{last}*"]
        else:
            parts += words_in(part)
    return tuple(parts)


def _longest_first(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: len(phrase.parts), reverse=True))


def _without_one(word: str) -> Iterator[str]:
    """The word with one letter left out, for each letter but the first and the last: another ending is another word."""
    return (word[:place] + word[place + 1 :] for place in range(1, len(word) - 1))
