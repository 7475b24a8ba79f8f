"""What is kept from whom in one conference, by its restrictions: worked out once, when words come in. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sos_core.access.speaking import name_of
from sos_core.domain.board import Restriction
from sos_core.domain.guarding import holds_any, plain_words
from sos_core.domain.kinds import RestrictionKind
from sos_core.domain.replacing import replace

Ids = frozenset[str]
Guards = Mapping[str, tuple[tuple[str, ...], ...]]
"""By reader what that reader may not read, ready to be compared."""
NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Withheld:
    """By reader: the ids of the words that hold what is guarded from them (`words`), those of whom they read nothing (`unread`), and
    those with whom they are never in one room (`apart`). `speakers`: by the id of words whose own they are. A person's name and
    relation have ids too: see `sos_core.access.speaking`.
    """

    restrictions: Mapping[str, Restriction] = field(default_factory=dict)
    guards: Guards = field(default_factory=dict)
    words: Mapping[str, Ids] = field(default_factory=dict)
    unread: Mapping[str, Ids] = field(default_factory=dict)
    apart: Mapping[str, Ids] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)

    @property
    def people(self) -> Ids:
        """Those to whom the conference looks otherwise."""
        return frozenset((*self.guards, *self.unread, *self.apart))

    def kept_words(self, reader: str, mine: Ids) -> Ids:
        """The words that are kept from this reader: all that holds what is guarded, and all that those say of whom nothing is read.
        Never what somebody of `mine` said: who guesses what is guarded would see by it that the guess is right.
        """
        found = {words for words in self.words.get(reader, NONE) if self.speakers.get(words) not in mine}
        if unread := self.unread.get(reader, NONE) - mine:
            found |= {words for words, who in self.speakers.items() if who in unread and words != name_of(who)}
        return frozenset(found)

    def readers_of(self, *words: str | None, by: str = "") -> list[str]:
        """From whom something with these words, said `by` somebody, is kept. Nobody's own words are kept from them."""
        if not self.restrictions:
            return []
        found = {who for who, kept in self.words.items() if not kept.isdisjoint(words)}
        found |= {who for who, unread in self.unread.items() if by in unread}
        return sorted(found - {by})

    def would_not_read(self, text: str) -> list[str]:
        """From whom this text would be kept."""
        if not self.guards:
            return []
        plain = plain_words(text)
        return sorted(who for who, guards in self.guards.items() if holds_any(plain, guards))


NOTHING = Withheld()


def withheld_by(
    restrictions: Mapping[str, Restriction],
    texts: Mapping[str, str | None],
    guarded: Mapping[str, str | None],
    speakers: Mapping[str, str],
) -> Withheld:
    """Of all these texts what is kept from whom; `guarded` holds the words that the restrictions name, `speakers` says whose own
    they are.
    """
    if not restrictions:
        return NOTHING
    guards: dict[str, tuple[tuple[str, ...], ...]] = {}
    unread: dict[str, Ids] = {}
    apart: dict[str, Ids] = {}
    for one in restrictions.values():
        if one.kind is RestrictionKind.GUARDED and one.people:
            words = plain_words(guarded.get(one.words or "") or "")
            guards[one.people[0]] = (*guards.get(one.people[0], ()), words)
        elif one.kind is RestrictionKind.UNREAD and len(one.people) > 1:
            unread[one.people[0]] = unread.get(one.people[0], NONE) | {one.people[1]}
        elif one.kind is RestrictionKind.APART:
            for who in one.people:
                apart[who] = apart.get(who, NONE) | ({*one.people} - {who})
    return more_withheld(Withheld(restrictions, guards, {}, unread, apart), texts, speakers)


def more_withheld(before: Withheld, texts: Mapping[str, str | None], speakers: Mapping[str, str]) -> Withheld:
    """After these texts came in, or read otherwise. Costs what they cost."""
    if speakers and (before.guards or before.unread):
        before = replace(before, speakers={**before.speakers, **speakers})
    if not before.guards or not texts:
        return before
    plain = {key: plain_words(text) for key, text in texts.items() if text}
    found = {
        who: {key for key, one in plain.items() if holds_any(one, guards)} for who, guards in before.guards.items()
    }
    kept = {who: (before.words.get(who, NONE) - texts.keys()) | found[who] for who in before.guards}
    return replace(before, words=kept)
