"""When: what people type is understood in one way or not at all, and said back so that they can see how."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain.when import Part, When, said, understood
from sos_core.domain.when.rule import daily
from tests.domain.random_whens import whens

FRIDAY = date(2026, 11, 27)

UNDERSTOOD = [
    ("Elke schooldag om 8.15", "elke schooldag om 8.15 uur, niet in de schoolvakantie"),
    ("elke dag om kwart over zeven", "elke dag om 7.15 uur"),
    ("maandag en woensdag van 15.00 tot 17.30", "elke maandag en woensdag van 15.00 tot 17.30 uur"),
    ("om de week op zaterdag", "om de week op zaterdag, vanaf 28 november 2026"),
    ("elke laatste vrijdag van de maand", "elke laatste vrijdag van de maand"),
    ("op 3 december om half vier", "op 3 december 2026 om 15.30 uur"),
    ("elke avond voor het slapen", "elke avond voor het slapen"),
    ("elke werkdag om 9 uur, behalve in de schoolvakantie", "elke schooldag om 9.00 uur, niet in de schoolvakantie"),
    ("elke schooldag om 9 uur, ook in de vakantie", "elke werkdag om 9.00 uur"),
    ("elke dag om 8.00 tot en met 1 februari", "elke dag om 8.00 uur, tot en met 1 februari 2027"),
    ("elke dag om 8.00 tot 1 februari", "elke dag om 8.00 uur, tot en met 31 januari 2027"),
    (
        "Maandag en dinsdag om 7.00 uur, vier weken lang",
        "elke maandag en dinsdag om 7.00 uur, tot en met 24 december 2026",
    ),
    (
        "Om de week: van vrijdag 18.00 tot zondag 20.00 uur",
        "om de week van vrijdag 18.00 tot zondag 20.00 uur, vanaf 27 november 2026",
    ),
    ("Deze zaterdag om 11.00 uur", "op 28 november 2026 om 11.00 uur"),
    ("komende vrijdag om 11.00 uur", "op 4 december 2026 om 11.00 uur"),
    ("vanavond om acht uur", "op 27 november 2026 om 20.00 uur"),
    ("morgen om 9.00 uur", "op 28 november 2026 om 9.00 uur"),
    ("elke avond om half acht", "elke dag om 19.30 uur"),
    ("elke zondag ’s avonds om 8 uur", "elke zondag om 20.00 uur"),
    ("vijf voor half acht, elke schooldag", "elke schooldag om 7.25 uur, niet in de schoolvakantie"),
    ("maandag- en dinsdagavond", "elke maandag en dinsdag in de avond"),
    ("ma t/m vr 8.15–8.45", "elke werkdag van 8.15 tot 8.45 uur"),
    ("elke dag behalve zondag om 8u15", "elke maandag, dinsdag, woensdag, donderdag, vrijdag en zaterdag om 8.15 uur"),
    ("dagelijks om 8:00, behalve in het weekend", "elke werkdag om 8.00 uur"),
    (
        "elke dag om 8.15 uur behalve op 25 december en 1 januari",
        "elke dag om 8.15 uur, behalve op 25 december 2026 en 1 januari 2027",
    ),
    ("elke maand op de 15e om 9.00 uur", "elke maand op de 15e om 9.00 uur"),
    (
        "om de drie weken op dinsdag om 19.00 uur vanaf 1 december",
        "elke drie weken op dinsdag om 19.00 uur, vanaf 1 december 2026",
    ),
    ("elke nacht van 23.00 tot 7.00 uur", "elke dag van 23.00 tot 7.00 uur"),
    (
        "Om de week: van zaterdag 14.00 tot zondag 12.00 uur",
        "om de week van zaterdag 14.00 tot zondag 12.00 uur, vanaf 28 november 2026",
    ),
    ("elke zaterdag om 8.00 uur, een half uur", "elke zaterdag van 8.00 tot 8.30 uur"),
    ("elke dag om 03.30", "elke dag om 03.30 uur"),
    ("om de dag om twaalf uur", "om de dag om 12.00 uur, vanaf 27 november 2026"),
]
UNDERSTOOD_IN_ENGLISH = [
    ("every school day at 8:15", "every school day at 8:15, not in the school holidays"),
    ("every other Saturday at 10 a.m.", "every other week on Saturday at 10:00, from 28 November 2026"),
    ("from Monday to Friday at half past three", "every working day at 15:30"),
    ("on 3 December at 3.30pm", "on 3 December 2026 at 15:30"),
    ("weekdays at 7:30 for an hour", "every working day from 7:30 to 8:30"),
    ("tonight at eight", "on 27 November 2026 at 20:00"),
    ("every evening before bed", "every evening before bed"),
    ("the first Monday of every month at 7pm", "every first Monday of the month at 19:00"),
    ("every month on the 2nd at 9:00", "every month on the 2nd at 9:00"),
    (
        "Mondays and Thursdays from 3 to 5, until December 20",
        "every Monday and Thursday from 15:00 to 17:00, up to and including 20 December 2026",
    ),
]
NOT_UNDERSTOOD = [
    "",
    "regelmatig",
    "vaker dan nu",
    "zodra Nadia merkt dat zij gaat trekken",
    "als zij het hoort, na 19.00 uur",
    "elke donderdag voor 18.00 uur",
    "elke schooldag bij het uitgaan van de school",
    "elke schooldag om 8.05 uur. Op dinsdag en donderdag loopt Joyce.",
    "om de week: zaterdag om 10.30 uur en zondag om 18.00 uur",
    "elke dag om zes uur",
    "elke dag om 3.30 uur",
    "elke maandagnacht",
    "elke ochtend om 15.00 uur",
    "maandag of dinsdag om 9.00 uur",
    "elke maand op de 31e om 9.00 uur",
    "op 31 februari om 9.00 uur",
    "op maandag 3 december 2026 om 9.00 uur",
    "elke dag om 25.00 uur",
    "elke dag van 8.00 tot 8.00 uur",
    "elke dag om 8.00 uur tot en met 1 november 2026",
    "om 8.15 uur",
    "even weken op zaterdag om 9.00 uur",
    "rond 8.15 uur, elke dag",
    "elke dag om 8.15 uur " + "en " * 100,
    "next Saturday at 10:00",
    "every day at half three",
    "sometimes at 8:15",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "back"), UNDERSTOOD)
def test_what_is_understood_is_said_back(typed: str, back: str) -> None:
    when = understood(typed, FRIDAY)
    assert when is not None
    assert said(when, "nl") == back


@pytest.mark.parametrize(("typed", "back"), UNDERSTOOD_IN_ENGLISH)
def test_english_is_understood_too(typed: str, back: str) -> None:
    when = understood(typed, FRIDAY)
    assert when is not None
    assert said(when, "en") == back


@pytest.mark.parametrize("typed", NOT_UNDERSTOOD)
def test_what_could_mean_something_else_is_not_guessed(typed: str) -> None:
    assert understood(typed, FRIDAY) is None


def test_a_rule_is_that_of_calendars_and_says_nothing_of_the_family() -> None:
    assert understood("elke schooldag om 8.15 uur tot en met 1 februari", FRIDAY) == When(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", FRIDAY, "08:15", until=date(2027, 2, 1), term_only=True
    )
    assert understood("elke maandagavond", FRIDAY) == When(
        "FREQ=WEEKLY;BYDAY=MO", date(2026, 11, 30), part=Part.EVENING
    )


def test_of_a_date_without_a_year_the_next_one_is_meant() -> None:
    for typed, day in (("op 27 november om 9.00 uur", FRIDAY), ("op 26 november om 9.00 uur", date(2027, 11, 26))):
        when = understood(typed, FRIDAY)
        assert when is not None
        assert when.first == day


def test_a_beginning_that_lies_ahead_is_said() -> None:
    when = understood("elke maandag om 9.00 uur vanaf 1 januari", FRIDAY)
    assert when is not None
    assert said(when, "nl", today=FRIDAY) == "elke maandag om 9.00 uur, vanaf 4 januari 2027"
    assert said(when, "nl", today=date(2027, 2, 1)) == "elke maandag om 9.00 uur"


def test_a_language_without_words_for_it_gets_dutch() -> None:
    assert said(When(daily(), FRIDAY, "08:15"), "xx") == "elke dag om 8.15 uur"


TOKENS = """elke om van tot t/m 8.15 0.00 12 uur half kwart voor over acht maandag zo vrijdagavond dag schooldag week weken
    maand de het 's avonds nachts op 3 29 februari 2027 1-1-2027 laatste vanaf behalve in schoolvakantie niet en , 31e
    deze morgen een lang 90 minuten every at from to until monday half past quarter 8pm am of the other except on"""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TOKENS.split()), max_size=9).map(" ".join))
def test_whatever_people_type_is_understood_or_not_and_never_breaks(typed: str) -> None:
    when = understood(typed, FRIDAY)
    assert when is None or understood(said(when, "nl"), when.first) == when


@settings(max_examples=150, deadline=None)
@given(whens(), st.sampled_from(("nl", "en")), st.booleans())
def test_what_is_said_back_is_understood_as_the_same(when: When, lang: str, named: bool) -> None:
    assert understood(said(when, lang), when.first, lang=lang if named else None) == when
