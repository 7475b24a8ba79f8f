"""The clock as people say it. Spoken hours are read by the part of the day, else as the hours in which a day is lived."""

from __future__ import annotations

import re

from sos_core.domain.when.rule import DAY, Part
from sos_core.domain.when.tongues import Tongue

_HOURS = {
    Part.MORNING: range(4, 12),
    Part.AFTERNOON: range(12, 19),
    Part.EVENING: range(17, 24),
    Part.BEDTIME: range(17, 24),
}
_NIGHT = frozenset({21, 22, 23, 0, 1, 2, 3, 4, 5, 6})
_LIVED = range(7, 19)
_ASKED = 6
"""A spoken six may be that of the morning or that of the evening: nobody can tell."""


class Unclear(Exception):
    """These words could mean nothing, or more than one thing."""


def clock(words: str, tongue: Tongue, part: Part | None) -> str:
    """`half vier` → `15:30`. A part of the day that stands in the words themselves goes before `part`. Raises Unclear."""
    own = [tongue.parts[word] for word in re.findall("[a-z]+", words) if word in tongue.parts]
    twelve = re.search(r"(?<![a-z])(am|pm)\b", words)
    hour, minute, exact = _said(words, tongue)
    if twelve:
        return _written(_of_twelve(hour, twelve[1]), minute)
    return _written(_hour(hour, exact, own[0] if own else part, words), minute)


def minutes_between(begin: str, end: str, nights: int) -> int:
    """By the clock on the wall; an end that is not later is the next day's. Raises Unclear for no time at all."""
    minutes = _minutes(end) - _minutes(begin) + nights * DAY
    if nights == 0 and minutes <= 0:
        minutes += DAY
    if nights == 0 and minutes == DAY:
        raise Unclear
    return minutes


def _said(words: str, tongue: Tongue) -> tuple[int, int, bool]:
    """Hour and minute as they stand there, and whether they were written with minutes."""
    if written := re.match(r"(\d{1,2})[.:u](\d{2})", words):
        hour, minute = int(written[1]), int(written[2])
        return _checked(hour, minute, exact=True)
    names = [word for word in re.findall(r"[^\W\d_]+|\d+", words) if word.isdecimal() or word in tongue.numbers]
    numbers = [int(name) if name.isdecimal() else tongue.numbers[name] for name in names]
    hour, minute = numbers[-1], 0
    if re.search(r"\b(half|quarter|kwart|over|voor|past|to)\b", words):
        minute = _beside(words, numbers, tongue)
        hour, minute = (hour + minute // 60) % 12 or 12, minute % 60
    return _checked(hour, minute, exact=False)


def _beside(words: str, numbers: list[int], tongue: Tongue) -> int:
    """The minutes after the hour that is named: `vijf voor half acht` is -35."""
    half = 30 if re.search(r"\bhalf\b", words) else 0
    minute = -half if tongue.half_is_before else half
    off = 15 if re.search(r"\b(quarter|kwart)\b", words) else numbers[0] if len(numbers) > 1 else 0
    return minute - off if re.search(r"\b(voor|to)\b", words) else minute + off


def _checked(hour: int, minute: int, *, exact: bool) -> tuple[int, int, bool]:
    if hour > 23 or minute > 59:
        raise Unclear
    return hour, minute, exact


def _of_twelve(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise Unclear
    return hour % 12 + (12 if half == "pm" else 0)


def _hour(hour: int, exact: bool, part: Part | None, words: str) -> int:
    as_written = hour > 12 or hour == 0 or words.startswith("0")
    could_be = {hour} if as_written else {hour, (hour + 12) % 24}
    if part is not None:
        likely = could_be & set(_NIGHT if part is Part.NIGHT else _HOURS[part])
    elif as_written or (exact and hour >= _ASKED):
        return hour
    elif exact or hour == _ASKED:
        raise Unclear
    else:
        likely = could_be & set(_LIVED)
    if len(likely) != 1:
        raise Unclear
    return likely.pop()


def _written(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)
