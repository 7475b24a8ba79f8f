"""Facts about the end: a conference closed, opened again, and what of it was erased."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import ClosedBecause, Keeping


@dataclass(frozen=True, slots=True)
class ConferenceClosed:
    """Nothing is said or done here any more, and nobody looks on. Retention starts to run."""

    because: ClosedBecause


@dataclass(frozen=True, slots=True)
class ConferenceReopened:
    """It goes on as it was, with its door shut. Retention stops."""


@dataclass(frozen=True, slots=True)
class WordsErased:
    """All that was kept of this kind is gone for good."""

    keeping: Keeping


@dataclass(frozen=True, slots=True)
class PersonErased:
    """Asked to be forgotten: left, and nothing that was said by or to this person has words any more. What was agreed stays."""

    person: str


@dataclass(frozen=True, slots=True)
class Erased:
    """Here stood a fact of which nothing may be left. It stays in its place, so that the journal has no gap."""
