"""Languages: Dutch is the source; every other is a catalogue `locales/<language>.po`, read as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, reduce
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

SOURCE = "nl"
FOLDER = Path(__file__).parent / "locales"
_WRITTEN_AS_IN = {"en": "GB"}
"""Of a language that several countries write: whose days and times. Here nobody reads 11/25."""
Translate = Callable[[str], str]


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are, Dutch first."""
    return (SOURCE, *sorted(path.stem for path in FOLDER.glob("*.po")))


@cache
def own_names() -> dict[str, str]:
    """Each language by the name that its own readers give it."""
    return {lang: Locale(lang).get_display_name(lang) or lang for lang in languages()}


def chosen(*wishes: str | None) -> str:
    """The first of these wishes that there is, else Dutch. A browser's `nl-BE` is `nl`."""
    for wish in wishes:
        short = (wish or "").split("-")[0].lower()
        if short in languages():
            return short
    return SOURCE


def tag(lang: str) -> str:
    """The language as browsers and papers know it, with the country whose dates it writes: `nl`, `en-GB`."""
    country = _WRITTEN_AS_IN.get(lang)
    return f"{lang}-{country}" if country else lang


def locale_of(lang: str) -> Locale:
    """How dates are written in this language."""
    return Locale.parse(tag(lang), sep="-")


def direction(lang: str) -> str:
    """`ltr` or `rtl`, for a language or its tag."""
    return Locale.parse(lang, sep="-").text_direction


@cache
def words_for(lang: str) -> Translate:
    """From a Dutch sentence to the same in `lang`; one that has no translation stays Dutch. The same function every time."""
    if lang == SOURCE:
        return _as_it_is
    catalogue = _catalogue(lang)

    def translate(dutch: str) -> str:
        message = catalogue.get(dutch)
        return str(message.string) if message and message.string else dutch

    return translate


def one_after_another(names: Iterable[str | None], t: Translate) -> str:
    """Names of people who are asked in this order; "" for nobody. One that was erased is said to be."""
    known = [name or t("gewist") for name in names]
    return (
        reduce(lambda first, then: t("{first}, daarna {then}").format(first=first, then=then), known) if known else ""
    )


@cache
def words_in(lang: str, *places: str) -> dict[str, str]:
    """The sentences of these scripts, for the browser; a place is a folder (`pages/phone`) or a script in one. None for Dutch."""
    if lang == SOURCE:
        return {}
    return {
        str(message.id): str(message.string)
        for message in _catalogue(lang)
        if message.id and message.string and any(_is_script(path, places) for path, _ in message.locations)
    }


def _is_script(path: str, places: tuple[str, ...]) -> bool:
    return path.endswith(".js") and any(path == place or path.startswith(place + "/") for place in places)


def _as_it_is(dutch: str) -> str:
    return dutch


@cache
def _catalogue(lang: str) -> Catalog:
    with (FOLDER / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang)
