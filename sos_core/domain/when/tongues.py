"""The words in which people say when, in Dutch and in English: what each phrase looks like. What it means: reading.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sos_core.domain.when.rule import Part

Phrases = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. `phrases` are tried in their order, and each is named after what it means."""

    days: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    parts: Mapping[str, Part]
    half_is_before: bool
    """Whether `half vier` is half an hour before four."""
    until_includes: bool
    """Whether until a day takes that day in."""
    phrases: Phrases


def _counted(words: str, first: int = 1) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split(), first)}


def _any(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _compiled(phrases: Mapping[str, str], **shapes: str) -> Phrases:
    """A name may come more than once, told apart by a star: `day_list*`."""
    for _ in range(3):  # shapes stand in shapes
        phrases = {name: re.sub(r"<(\w+)>", lambda m: shapes[m[1]], shape) for name, shape in phrases.items()}
    return tuple((name.rstrip("*"), re.compile(rf"(?:{shape})(?![\w])")) for name, shape in phrases.items())


_NL_DAYS = {
    **_counted("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", 0),
    **_counted("ma di wo do vr za zo", 0),
}
_NL_MONTHS = {
    **_counted("januari februari maart april mei juni juli augustus september oktober november december"),
    **_counted("jan feb mrt apr mei jun jul aug sep okt nov dec"),
}
_NL_NUMBERS = {
    **_counted("een twee drie vier vijf zes zeven acht negen tien elf twaalf"),
    "één": 1,
    "twintig": 20,
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "laatste": -1,
}
_NL_PARTS = {
    "ochtend": Part.MORNING,
    "ochtends": Part.MORNING,
    "morgen": Part.MORNING,
    "morgens": Part.MORNING,
    "middag": Part.AFTERNOON,
    "middags": Part.AFTERNOON,
    "avond": Part.EVENING,
    "avonds": Part.EVENING,
    "nacht": Part.NIGHT,
    "nachts": Part.NIGHT,
}
_NL_COUNT = "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"

NL = Tongue(
    days=_NL_DAYS,
    months=_NL_MONTHS,
    numbers=_NL_NUMBERS,
    parts=_NL_PARTS,
    half_is_before=True,
    until_includes=False,
    phrases=_compiled(
        {
            "span": r"van (<day>)(?: om)? (<time>) (?:tot|t/m) (<day>)(?: om)? (<time>)",
            "weeks_long": r"(?:de komende |gedurende |voor )?(\d{1,2}|<count>) weken(?: lang)?",
            "until_with": r"(?:tot en met|t/m) (<date>)",
            "until": r"tot (<date>)",
            "since": r"(?:vanaf|met ingang van) (<date>)",
            "term_only": r"<not> (?:in|tijdens) (?:de |een )?(?:school)?vakanties?",
            "not_term_only": r"ook (?:in|tijdens) de (?:school)?vakanties?",
            "but_dates": r"<not> (?:op )?(<date>(?:(?:, | en )(?:op )?<date>)*)",
            "but_weekend": r"<not> (?:in (?:het|de) |op )?weekend(?:en)?",
            "but_days": r"<not> (?:op )?(<day>(?:en)?(?:(?:, | en )(?:op )?<day>(?:en)?)*)",
            "nth_day": r"(?:<each> |op de |de )*(eerste|tweede|derde|vierde|laatste) (<day>) van (?:de|elke|iedere) maand",
            "month_day": r"(?:<each> maand )?op de (\d{1,2})(?:e|ste|de)(?: van de maand)?",
            "month_day*": r"<each> (\d{1,2})(?:e|ste|de) van de maand",
            "every_n": r"(?:<each>|om de|eens (?:per|in de)) (\d{1,2}|<count>) weken",
            "other_week": r"om de (?:andere )?week|<each> andere week",
            "other_day": r"om de (?:andere )?dag",
            "every_week": r"<each> week|wekelijks",
            "once": r"(?:op )?(<date>)",
            "this_day": r"deze (<day>)(<parts>)?",
            "coming_day": r"(?:komende|aanstaande) (<day>)(<parts>)?",
            "ahead": r"(vandaag|morgen|overmorgen)(<parts>)?",
            "today_part": r"van(ochtend|morgen|middag|avond|nacht)",
            "school_day": r"(?:<each> |op )?schooldag(?:en)?",
            "workday": r"(?:<each> |op )?(?:werkdag|weekdag|doordeweekse dag)(?:en)?|doordeweeks|door de week",
            "every_day": r"<each> dag|dagelijks|alle dagen",
            "weekend": r"(?:<each> |in (?:het|de) |op )?weekend(?:en)?",
            "day_range": r"(?:(?:<each>|op|van) )?(<day>) (?:tot en met|t/m|-) (<day>)",
            "day_list": r"(?:(?:<each>|op|alle|'s) )?(<days>(?:(?:, ?| en |, en )(?:(?:<each>|op|'s) )?<days>)*)",
            "every_part": r"<each> (ochtend|morgen|middag|avond|nacht)",
            "hours": r"(?:van|tussen|vanaf) (<time>) (?:tot|en) (<time>)|(<time>) ?- ?(<time>)",
            "length": r"(een half uur|een kwartier|anderhalf uur|een uur|(?:\d{1,2}|<count>) uur lang|\d{1,3} minuten)(?: lang)?",
            "time": r"om (<time>)|(<time>)",
            "part": r"'s (ochtends|morgens|middags|avonds|nachts)|in de (ochtend|morgen|middag|avond|nacht)",
            "bedtime": r"voor(?:dat)? (?:het|hij|zij|ze|we)? ?(?:slapen|slapengaan|naar bed gaan)|bij het slapen(?:gaan)?",
        },
        each=r"(?:elke|elk|iedere|ieder)",
        **{"not": r"(?:behalve|maar niet|niet|uitgezonderd)"},
        count=_NL_COUNT,
        day=_any(_NL_DAYS),
        parts=r"(?:ochtend|morgen|middag|avond)",
        days=r"<day>(?:-|en|s)?(?:ochtend|morgen|middag|avond)?(?:en)?",
        date=rf"(?:(?:<day>,? )?\d{{1,2}}(?:e|ste|de)? {_any(_NL_MONTHS)}(?: 20\d\d)?|\d{{1,2}}[-/]\d{{1,2}}[-/]20\d\d)",
        time=(
            r"(?:\d{1,2}[.:u]\d{2}|half <count>|kwart (?:over|voor) <count>"
            r"|(?:vijf|tien|twintig) (?:over|voor) (?:half )?<count>|\d{1,2}|<count>)"
            r"(?: uur| u)?(?: (?:'s )(?:ochtends|morgens|middags|avonds|nachts))?"
        ),
    ),
)

_EN_DAYS = {
    **_counted("monday tuesday wednesday thursday friday saturday sunday", 0),
    **_counted("mon tue wed thu fri sat sun", 0),
}
_EN_MONTHS = {
    **_counted("january february march april may june july august september october november december"),
    **_counted("jan feb mar apr may jun jul aug sep oct nov dec"),
}
_EN_NUMBERS = {
    **_counted("one two three four five six seven eight nine ten eleven twelve"),
    "twenty": 20,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": -1,
}
_EN_PARTS = {
    "morning": Part.MORNING,
    "am": Part.MORNING,
    "afternoon": Part.AFTERNOON,
    "pm": Part.AFTERNOON,
    "evening": Part.EVENING,
    "night": Part.NIGHT,
    "tonight": Part.EVENING,
}
_EN_COUNT = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

EN = Tongue(
    days=_EN_DAYS,
    months=_EN_MONTHS,
    numbers=_EN_NUMBERS,
    parts=_EN_PARTS,
    half_is_before=False,
    until_includes=True,
    phrases=_compiled(
        {
            "span": r"from (<day>)(?: at)? (<time>) (?:to|until|till) (<day>)(?: at)? (<time>)",
            "weeks_long": r"for (?:the next )?(\d{1,2}|<count>) weeks",
            "until_with": r"(?:up to and including|through) (<date>)",
            "until": r"(?:until|till) (<date>)",
            "since": r"(?:from|starting(?: on)?|beginning) (<date>)",
            "term_only": r"<not> (?:in|during) (?:the )?(?:school )?holidays?|in term time(?: only)?",
            "not_term_only": r"also (?:in|during) the (?:school )?holidays?",
            "but_dates": r"<not> (?:on )?(<date>(?:(?:, | and )(?:on )?<date>)*)",
            "but_weekend": r"<not> (?:(?:at|in|on) )?(?:the )?weekends?",
            "but_days": r"<not> (?:on )?(<day>s?(?:(?:, | and )(?:on )?<day>s?)*)",
            "nth_day": r"(?:<each> |on the |the )?(first|second|third|fourth|last) (<day>) of (?:the|each|every) month",
            "month_day": r"(?:<each> month )?on the (\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?",
            "every_n": r"<each> (\d{1,2}|<count>) weeks|once (?:in|every) (\d{1,2}|<count>) weeks",
            "other_week": r"<each> other week|<each> second week",
            "other_week_day": r"<each> other (<day>)",
            "other_day": r"<each> other day",
            "every_week": r"<each> week|weekly",
            "once": r"(?:on )?(<date>)",
            "this_day": r"this (<day>)(?: (<parts>))?",
            "coming_day": r"this coming (<day>)(?: (<parts>))?",
            "ahead": r"(today|tomorrow)(?: (<parts>))?",
            "today_part": r"this (morning|afternoon|evening)|(tonight)",
            "school_day": r"(?:<each> |on )?school ?days?",
            "workday": r"(?:<each> |on )?(?:working day|work ?day|week ?day)s?",
            "every_day": r"<each> day|daily",
            "weekend": r"(?:<each> |(?:at|in|on) (?:the )?)?weekends?",
            "day_range": r"(?:(?:<each>|on|from) )?(<day>) (?:to|through|-) (<day>)",
            "day_list": r"(?:(?:<each>|on) )?(<days>(?:(?:, ?| and |, and )(?:(?:<each>|on) )?<days>)*)",
            "every_part": r"<each> (morning|afternoon|evening|night)",
            "hours": r"(?:from|between) (<time>) (?:to|until|till|and) (<time>)|(<time>) ?- ?(<time>)",
            "length": r"for (half an hour|a quarter of an hour|an hour and a half|an hour|(?:\d{1,2}|<count>) hours|\d{1,3} minutes)",
            "time": r"at (<time>)|(<time>)",
            "part": r"in the (morning|afternoon|evening)|at (night)",
            "bedtime": r"(?:before|at) (?:bed ?time|bed|going to bed|going to sleep)",
        },
        each=r"(?:every|each)",
        **{"not": r"(?:except|but not|not)"},
        count=_EN_COUNT,
        day=_any(_EN_DAYS),
        parts=r"(?:morning|afternoon|evening)",
        days=r"<day>s?(?: (?:morning|afternoon|evening)s?)?",
        date=(
            rf"(?:(?:<day>,? )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_any(_EN_MONTHS)}(?:,? 20\d\d)?"
            rf"|(?:<day>,? )?{_any(_EN_MONTHS)} \d{{1,2}}(?:st|nd|rd|th)?(?:,? 20\d\d)?"
            r"|\d{1,2}[-/]\d{1,2}[-/]20\d\d)"
        ),
        time=(
            r"(?:\d{1,2}[.:]\d{2}|half past <count>|quarter (?:past|to) <count>|a quarter (?:past|to) <count>"
            r"|(?:five|ten|twenty) (?:past|to) <count>|\d{1,2}|<count>)"
            r"(?: o'clock)?(?: ?(?:am|pm)| in the (?:morning|afternoon|evening)| at night)?"
        ),
    ),
)

TONGUES: Mapping[str, Tongue] = {"nl": NL, "en": EN}
