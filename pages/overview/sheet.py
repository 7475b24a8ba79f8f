"""The overview as rows of text, for a spreadsheet: worded here, laid out by the press. Aliases, dates and states."""

from __future__ import annotations

from datetime import date

from babel.numbers import format_decimal

from pages.terms import pace_word, state_word
from sos_core.access.actor import Actor
from sos_core.export.paper import RowsPaper
from sos_core.export.press import press
from sos_core.i18n import locale_of, words_for
from sos_core.services.dashboard import Family, dashboard
from sos_core.services.dashboard_filters import Filters
from sos_core.services.house import House

MOST_ROWS = 10_000
"""What still opens at once in a spreadsheet; who wants other families filters first."""
AT_ONCE = 1_000


def sheet(house: House, actor: Actor, filters: Filters, *, lang: str) -> bytes:
    """The families that are wanted as XLSX, the most urgent first. Raises NotAllowed for who is no coordinator."""
    families, at, total = [], None, 0
    while len(families) < MOST_ROWS:
        page = dashboard(house, actor, filters, at, most=AT_ONCE)
        families += page.families
        at, total = page.next, max(total, page.total)
        if at is None:
            break
    return press.made("rows.xlsx", worded(families, total, house.today(), lang=lang), lang=lang)


def worded(families: list[Family], total: int, on: date, *, lang: str) -> RowsPaper:
    t = words_for(lang)
    heads = (
        *((t("Gezin"), 28), (t("Procesbegeleider"), 22), (t("Samen met"), 22), (t("Evaluatie"), 18)),
        *((t("Dag van de evaluatie"), 14), (t("Versie"), 8), (t("Aangemeld"), 12), (t("Eerste sessie"), 12)),
        *((t("Dagen tot de eerste sessie"), 12), (t("De 4 tot 6 weken"), 24), (t("Afspraken zonder back-up"), 12)),
        *((t("Afspraken waar niemand op let"), 12), (t("Afspraken"), 10)),
        *((t("Afspraken waarvan niets is gehoord"), 12), (t("Laatst gehoord"), 14)),
    )
    rows = tuple(
        (
            *(family.alias, family.facilitator or "", family.second or "", state_word(family.state, t)),
            *(_text(family.evaluation_on), _text(family.version), _text(family.referred_on)),
            *(_text(family.first_session_on), _text(family.days_to_first), pace_word(family.pace, t)),
            *(_text(family.without_backup or None), _text(family.without_monitor or None)),
            *(_text(family.agreements or None), _text(family.silent or None), _text(family.heard_on)),
        )
        for family in families
    )
    note = ""
    if total > len(families):
        shown, all_ = (format_decimal(count, locale=locale_of(lang)) for count in (len(families), total))
        note = t("Dit zijn de eerste {shown} van {total} gezinnen.").format(shown=shown, total=all_)
    return RowsPaper(t("Overzicht"), on, heads, rows, note)


def _text(value: date | int | None) -> str:
    """A day as 2026-11-27: so it sorts, in every language."""
    return "" if value is None else str(value)
