"""A rule said back in plain words, so that whoever wrote it sees how it was taken. Read again they are the same rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sos_core.domain.when.rule import DAY, DAYS, WORKDAYS, Part, When, first_on
from sos_core.domain.when.tongues import EN, NL, Tongue


@dataclass(frozen=True, slots=True)
class _Words:
    """The sentences of one language. `{days}` and such are filled in; a time is written as that language writes it."""

    tongue: Tongue
    capitals: bool
    between: str
    and_: str
    point: str
    phrases: Mapping[str, str]
    parts: Mapping[Part, str]
    every_part: Mapping[Part, str]
    nth: Mapping[int, str]


_NL = _Words(
    tongue=NL,
    capitals=False,
    between=", ",
    and_=" en ",
    point=".",
    phrases={
        "day": "elke dag",
        "other_day": "om de dag",
        "school_day": "elke schooldag",
        "workday": "elke werkdag",
        "days": "elke {days}",
        "week": "elke week",
        "other_week": "om de week",
        "weeks": "elke {n} weken",
        "on_days": "{weeks} op {days}",
        "nth": "elke {nth} {days} van de maand",
        "month_day": "elke maand op de {n}e",
        "once": "op {day}",
        "at": "om {time} uur",
        "hours": "van {time} tot {end} uur",
        "span": "van {first} {time} tot {last} {end} uur",
        "term_only": "niet in de schoolvakantie",
        "since": "vanaf {day}",
        "until": "tot en met {day}",
        "but": "behalve op {days}",
        "night": "in de nacht",
        "any_time": "ergens op de dag",
    },
    parts={
        Part.MORNING: "in de ochtend",
        Part.AFTERNOON: "in de middag",
        Part.EVENING: "in de avond",
        Part.BEDTIME: "voor het slapen",
    },
    every_part={
        Part.MORNING: "elke ochtend",
        Part.AFTERNOON: "elke middag",
        Part.EVENING: "elke avond",
        Part.BEDTIME: "elke avond voor het slapen",
        Part.NIGHT: "elke nacht",
    },
    nth={1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"},
)

_EN = _Words(
    tongue=EN,
    capitals=True,
    between=", ",
    and_=" and ",
    point=":",
    phrases={
        "day": "every day",
        "other_day": "every other day",
        "school_day": "every school day",
        "workday": "every working day",
        "days": "every {days}",
        "week": "every week",
        "other_week": "every other week",
        "weeks": "every {n} weeks",
        "on_days": "{weeks} on {days}",
        "nth": "every {nth} {days} of the month",
        "month_day": "every month on the {n}th",
        "once": "on {day}",
        "at": "at {time}",
        "hours": "from {time} to {end}",
        "span": "from {first} {time} to {last} {end}",
        "term_only": "not in the school holidays",
        "since": "from {day}",
        "until": "up to and including {day}",
        "but": "except on {days}",
        "night": "at night",
        "any_time": "some time that day",
    },
    parts={
        Part.MORNING: "in the morning",
        Part.AFTERNOON: "in the afternoon",
        Part.EVENING: "in the evening",
        Part.BEDTIME: "before bed",
    },
    every_part={
        Part.MORNING: "every morning",
        Part.AFTERNOON: "every afternoon",
        Part.EVENING: "every evening",
        Part.BEDTIME: "every evening before bed",
        Part.NIGHT: "every night",
    },
    nth={1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"},
)


def said(when: When, lang: str, *, today: date | None = None) -> str:
    """`elke schooldag om 8.15 uur, niet in de schoolvakantie`. Dutch where there are no words of `lang` for it.

    Where weeks are counted, or where it begins later than it could on `today`, the first day is said. `understood` of these
    words from that first day on is this same rule.
    """
    words = _words_of(lang)
    clauses = [_moment(when, words)]
    if when.term_only:
        clauses.append(words.phrases["term_only"])
    if when.rule and (when.interval > 1 or (today and first_on(when.rule, today) < when.first)):
        clauses.append(words.phrases["since"].format(day=_date(when.first, words)))
    if when.until:
        clauses.append(words.phrases["until"].format(day=_date(when.until, words)))
    if when.but:
        clauses.append(words.phrases["but"].format(days=_row([_date(day, words) for day in when.but], words)))
    return ", ".join(clauses)


def time_said(when: When, lang: str) -> str:
    """Only at what time of its day: `om 8.15 uur`, `in de ochtend`. What goes on into another day names both."""
    words = _words_of(lang)
    if names_days(when):
        return _span(when, words)
    if when.time is None and when.part is Part.NIGHT:
        return words.phrases["night"]
    return _time(when, words) or words.phrases["any_time"]


def names_days(when: When) -> bool:
    """Whether it goes on into another day, from one day of the week to another."""
    return bool(when.minutes) and when.rule.startswith("FREQ=WEEKLY") and len(when.days) == 1 and _ends_later(when)


def _words_of(lang: str) -> _Words:
    return _EN if lang == "en" else _NL


def _moment(when: When, words: _Words) -> str:
    if when.part and when.rule == "FREQ=DAILY":
        return words.every_part[when.part]
    if names_days(when):
        return f"{_weeks(when, words)} {_span(when, words)}"
    return " ".join(filter(None, (_days(when, words), _time(when, words))))


def _days(when: When, words: _Words) -> str:
    say = words.phrases
    if not when.rule:
        return say["once"].format(day=_date(when.first, words))
    if when.rule.startswith("FREQ=DAILY"):
        return say["day"] if when.interval == 1 else say["other_day"]
    if on := when.parts.get("BYMONTHDAY"):
        return _ordinal(say["month_day"].format(n=on))
    if when.rule.startswith("FREQ=MONTHLY"):
        nth, day = int(when.days[0][:-2]), when.days[0][-2:]
        return say["nth"].format(nth=words.nth[nth], days=_name(day, words))
    if when.days == WORKDAYS and when.interval == 1:
        return say["school_day" if when.term_only else "workday"]
    days = _row([_name(day, words) for day in when.days], words)
    return (
        say["days"].format(days=days)
        if when.interval == 1
        else say["on_days"].format(weeks=_weeks(when, words), days=days)
    )


def _weeks(when: When, words: _Words) -> str:
    if when.interval <= 2:
        return words.phrases["week" if when.interval == 1 else "other_week"]
    number = next(word for word, n in words.tongue.numbers.items() if n == when.interval)
    return words.phrases["weeks"].format(n=number)


def _time(when: When, words: _Words) -> str:
    if when.time is None:
        return words.parts[when.part] if when.part else ""
    if not when.minutes:
        return words.phrases["at"].format(time=_clock(when.time, words))
    return words.phrases["hours"].format(time=_clock(when.time, words), end=_clock(_end(when), words))


def _span(when: When, words: _Words) -> str:
    """Over more than a day: from that day to another."""
    begin = DAYS.index(when.days[0])
    hour, minute = map(int, (when.time or "00:00").split(":"))
    last = DAYS[(begin + (hour * 60 + minute + (when.minutes or 0)) // DAY) % 7]
    return words.phrases["span"].format(
        first=_name(when.days[0], words),
        time=_clock(when.time or "00:00", words),
        last=_name(last, words),
        end=_clock(_end(when), words),
    )


def _end(when: When) -> str:
    hour, minute = map(int, (when.time or "00:00").split(":"))
    hour, minute = divmod((hour * 60 + minute + (when.minutes or 0)) % DAY, 60)
    return f"{hour:02}:{minute:02}"


def _ends_later(when: When) -> bool:
    """Whether it goes on into another day."""
    hour, minute = map(int, (when.time or "00:00").split(":"))
    return hour * 60 + minute + (when.minutes or 0) >= DAY


def _clock(time: str, words: _Words) -> str:
    """Without a nought in front, but for the small hours: `3.30` alone could be meant for the afternoon."""
    hour, minute = time.split(":")
    short = hour if 0 < int(hour) < 6 else str(int(hour))
    return f"{short}{words.point}{minute}"


def _date(day: date, words: _Words) -> str:
    month = next(name for name, n in words.tongue.months.items() if n == day.month)
    return f"{day.day} {month.capitalize() if words.capitals else month} {day.year}"


def _name(day: str, words: _Words) -> str:
    name = next(name for name, n in words.tongue.days.items() if DAYS[n] == day)
    return name.capitalize() if words.capitals else name


def _row(names: Sequence[str], words: _Words) -> str:
    """`maandag, woensdag en vrijdag`."""
    *most, last = names
    return words.between.join(most) + words.and_ + last if most else last


def _ordinal(text: str) -> str:
    """1th is 1st: English has four endings."""
    for wrong, right in (
        ("11th", "11th"),
        ("12th", "12th"),
        ("13th", "13th"),
        ("1th", "1st"),
        ("2th", "2nd"),
        ("3th", "3rd"),
    ):
        if wrong in text:
            return text.replace(wrong, right)
    return text
