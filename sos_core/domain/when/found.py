"""What each phrase says about when. A thing that is said twice, and otherwise, is not clear."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sos_core.domain.when import rule as r
from sos_core.domain.when.clock import Unclear
from sos_core.domain.when.rule import DAYS, WORKDAYS
from sos_core.domain.when.tongues import Tongue

_AHEAD = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "today": 0, "tomorrow": 1}
_LENGTHS = {
    "een kwartier": 15,
    "a quarter of an hour": 15,
    "een half uur": 30,
    "half an hour": 30,
    "een uur": 60,
    "an hour": 60,
    "anderhalf uur": 90,
    "an hour and a half": 90,
}


@dataclass(slots=True)
class Found:
    """What was understood so far: a method for each phrase of `tongues`, with the words that stood in it."""

    tongue: Tongue
    starts: date
    got: dict[str, Any] = field(default_factory=dict)

    def put(self, name: str, value: Any) -> None:
        if self.got.setdefault(name, value) != value:
            raise Unclear

    # -- which days -------------------------------------------------------------------------------------------------

    def day_list(self, words: str) -> None:
        """`maandag- en dinsdagavond`: a part of the day that stands at the last day is that of all."""
        names = self._names_of_days(words)
        parts = re.findall("ochtend|morgen|middag|avond|morning|afternoon|evening", words)
        if parts and (len(set(parts)) > 1 or not re.search(rf"{parts[-1]}(?:en|s)?$", words)):
            raise Unclear
        self.put("days", frozenset(DAYS[self.tongue.days[name]] for name in names))
        if parts:
            self.put("part", self.tongue.parts[parts[0]])

    def day_range(self, first: str, last: str) -> None:
        begin, end = self.tongue.days[first], self.tongue.days[last]
        if begin >= end:
            raise Unclear
        self.put("days", frozenset(DAYS[begin : end + 1]))

    def school_day(self) -> None:
        self.put("days", frozenset(WORKDAYS))
        self.got.setdefault("term_only", True)

    def workday(self) -> None:
        self.put("days", frozenset(WORKDAYS))

    def every_day(self) -> None:
        self.put("days", frozenset(DAYS))

    def weekend(self) -> None:
        self.put("days", frozenset(DAYS[5:]))

    def every_part(self, part: str) -> None:
        self.every_day()
        self.part(part)

    def other_day(self) -> None:
        self.put("other_day", True)

    def other_week(self) -> None:
        self.put("interval", 2)

    def other_week_day(self, day: str) -> None:
        self.other_week()
        self.day_list(day)

    def every_n(self, *weeks: str | None) -> None:
        number = self.number(next(n for n in weeks if n))
        if not 1 < number <= 12:
            raise Unclear
        self.put("interval", number)

    def every_week(self) -> None:
        self.put("interval", 1)

    def nth_day(self, nth: str, day: str) -> None:
        self.put("month", r.monthly(self.tongue.numbers[nth], DAYS[self.tongue.days[day]]))

    def month_day(self, day: str) -> None:
        """The 29th and later are not in every month: that is not one way only."""
        if not 1 <= int(day) <= 28:
            raise Unclear
        self.put("month", r.monthly_on(int(day)))

    def once(self, day: str) -> None:
        self.put("once", self.day(day))

    def this_day(self, day: str, part: str | None) -> None:
        self._ahead((self.tongue.days[day] - self.starts.weekday()) % 7, part)

    def coming_day(self, day: str, part: str | None) -> None:
        self._ahead((self.tongue.days[day] - self.starts.weekday() - 1) % 7 + 1, part)

    def ahead(self, word: str, part: str | None) -> None:
        self._ahead(_AHEAD[word], part)

    def today_part(self, part: str, tonight: str | None = None) -> None:
        self._ahead(0, part or tonight)

    def _ahead(self, days: int, part: str | None) -> None:
        self.put("once", self.starts + timedelta(days))
        if part:
            self.part(part)

    # -- at what time -----------------------------------------------------------------------------------------------

    def time(self, *times: str | None) -> None:
        self.put("time", next(time for time in times if time))

    def hours(self, *times: str | None) -> None:
        begin, end = (time for time in times if time)
        self.put("time", begin)
        self.put("end", end)

    def span(self, first: str, begin: str, last: str, end: str) -> None:
        """From a day to another in the same stretch: `van vrijdag 18.00 tot zondag 20.00`."""
        days = (self.tongue.days[last] - self.tongue.days[first]) % 7
        if not days:
            raise Unclear
        self.day_list(first)
        self.put("time", begin)
        self.put("end", end)
        self.put("nights", days)

    def length(self, words: str) -> None:
        if words in _LENGTHS:
            self.put("minutes", _LENGTHS[words])
            return
        number, unit = words.split()[:2]
        self.put("minutes", self.number(number) * (1 if unit.startswith("min") else 60))

    def part(self, *parts: str | None) -> None:
        self.put("part", self.tongue.parts[next(part for part in parts if part)])

    def bedtime(self) -> None:
        self.put("bedtime", True)

    # -- from when to when, and when not ----------------------------------------------------------------------------

    def since(self, day: str) -> None:
        self.put("since", self.day(day))

    def until(self, day: str) -> None:
        last = self.day(day)
        self.put("until", last if self.tongue.until_includes else last - timedelta(1))

    def until_with(self, day: str) -> None:
        self.put("until", self.day(day))

    def weeks_long(self, weeks: str) -> None:
        self.put("weeks", self.number(weeks))

    def term_only(self, *_: str | None) -> None:
        self.got["term_only"] = True

    def not_term_only(self) -> None:
        self.got["term_only"] = False

    def but_days(self, words: str) -> None:
        names = self._names_of_days(words)
        self.put("but_days", frozenset(DAYS[self.tongue.days[name]] for name in names))

    def but_weekend(self) -> None:
        self.put("but_days", frozenset(DAYS[5:]))

    def but_dates(self, words: str) -> None:
        self.put("but", tuple(sorted(self.day(day) for day in re.split(r", (?:en |and )?| en | and ", words))))

    # -- words that stand for numbers -------------------------------------------------------------------------------

    def number(self, word: str) -> int:
        return int(word) if word.isdecimal() else self.tongue.numbers[word]

    def _names_of_days(self, words: str) -> list[str]:
        return re.findall(rf"\b({'|'.join(sorted(self.tongue.days, key=len, reverse=True))})", words)

    def day(self, words: str) -> date:
        """A date; without its year the first one from `starts` on. A day of the week beside it must be right."""
        year = re.search(r"20\d\d", words)
        numbers = [int(n) for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)]
        names = re.findall("[a-z]+", words)
        month = next((self.tongue.months[name] for name in names if name in self.tongue.months), None)
        try:
            found = date(int(year[0]) if year else self.starts.year, month or numbers[1], numbers[0])
            if not year and found < self.starts:
                found = found.replace(year=found.year + 1)
        except ValueError as error:
            raise Unclear from error
        if any(self.tongue.days[name] != found.weekday() for name in names if name in self.tongue.days):
            raise Unclear
        return found
