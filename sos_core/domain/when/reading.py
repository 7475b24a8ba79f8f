"""From what people type to a rule. Every word must be understood, and in one way only; else nothing is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sos_core.domain.when import rule as r
from sos_core.domain.when.clock import Unclear, clock, minutes_between
from sos_core.domain.when.found import Found
from sos_core.domain.when.rule import DAYS, Part, When
from sos_core.domain.when.tongues import TONGUES, Tongue

LONGEST = 300
"""Characters: whoever writes more tells a story, and not only when."""
_BETWEEN = re.compile(r"(?:[\s,;:.]+|(?:en|and)(?=\s))*")


def understood(text: str, starts: date, *, lang: str | None = None) -> When | None:
    """What these words say about when, counted from `starts`: in `lang`, else in whichever language they are.

    None where a word is left over, where two readings are as good, or where no day is said. A day of the week by itself is
    every week. Spoken hours are those in which a day is lived: "half vier" is 15.30, "acht uur" is
    8.00; "zes uur" could be both. Whoever wrote it sees it said back: see `said`.
    """
    if len(text) > LONGEST:
        return None
    own = TONGUES.get(lang or "")
    tongues = [own] if own else list(TONGUES.values())
    found = {when for tongue in tongues if (when := _read(_plain(text), tongue, starts))}
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> str:
    """Small letters, one kind of quote, one kind of dash, single blanks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub("[’‘`´]", "'", plain)
    plain = re.sub("[–—−]", "-", plain)
    plain = re.sub(r"\b([ap])\.m\b\.?", r"\1m", plain)
    return " ".join(plain.split())


def _read(text: str, tongue: Tongue, starts: date) -> When | None:
    try:
        found = Found(tongue, starts)
        at = _past_blanks(text, 0)
        while at < len(text):
            name, match = _phrase(text, at, tongue)
            means: Callable[..., None] = getattr(found, name)
            means(*match.groups())
            at = _past_blanks(text, match.end())
        return _made(found)
    except Unclear:
        return None


def _past_blanks(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _phrase(text: str, at: int, tongue: Tongue) -> tuple[str, re.Match[str]]:
    for name, shape in tongue.phrases:
        if match := shape.match(text, at):
            return name, match
    raise Unclear


def _made(found: Found) -> When:
    """The pieces put together; what does not go together is not clear."""
    got = found.got
    starts = got.get("since", found.starts)
    rule = _rule(got)
    first = got["once"] if not rule else r.first_on(rule, starts)
    time, minutes, part = _times(got, found.tongue)
    until = _until(got, starts)
    if (until and until < first) or (not rule and (until or "but" in got or got.get("term_only") or "since" in got)):
        raise Unclear
    return When(rule, first, time, minutes, part, until, got.get("but", ()), got.get("term_only", False))


def _rule(got: dict[str, Any]) -> str:
    """The row of days: exactly one way of saying it."""
    days, interval = got.get("days"), got.get("interval", 1)
    days = days - got["but_days"] if days and "but_days" in got else days
    ways = [way for way in ("days", "month", "once", "other_day") if way in got]
    if len(ways) != 1 or days == frozenset() or ("but_days" in got and not days):
        raise Unclear
    if days is None and "interval" in got:
        raise Unclear
    if days is not None:
        if interval > 1 and days == frozenset(DAYS):
            raise Unclear
        return r.weekly(days, interval)
    if "other_day" in got:
        return r.daily(2)
    return str(got.get("month", ""))


def _times(got: dict[str, Any], tongue: Tongue) -> tuple[str | None, int | None, Part | None]:
    part = got.get("part")
    if "bedtime" in got:
        if part not in {None, Part.EVENING}:
            raise Unclear
        part = Part.BEDTIME
    if "time" not in got:
        if "minutes" in got or (part is Part.NIGHT and got.get("days") != frozenset(DAYS)):
            raise Unclear  # Monday's night begins or ends on Monday: nobody can tell
        return None, None, part
    begin = clock(got["time"], tongue, part)
    if "end" not in got:
        minutes = got.get("minutes")
        if minutes is not None and not 0 < minutes < r.DAY:
            raise Unclear
        return begin, minutes, None
    if "minutes" in got:
        raise Unclear
    nights = got.get("nights", 0)
    try:
        end = clock(got["end"], tongue, part if not nights else None)
    except Unclear:  # it goes on until after that part of the day
        end = clock(got["end"], tongue, None)
    return begin, minutes_between(begin, end, nights), None


def _until(got: dict[str, Any], starts: date) -> date | None:
    if "weeks" not in got:
        return got.get("until")
    if "until" in got:
        raise Unclear
    until: date = starts + timedelta(weeks=got["weeks"], days=-1)
    return until
