"""The coordinator's overview: what asks for something, which families, and how it goes. Aliases, dates and states; no words of a
family. What is chosen stands in the address.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from pages.choices import one_of, some_of
from pages.drawn import Node, draw, el, link, said
from pages.overview import address
from pages.overview.calendar import calendar_part
from pages.overview.charts import load_chart, load_in_words, waited_chart, waited_in_words
from pages.overview.rows import rows, whereabouts
from pages.overview.sheet import MOST_ROWS
from pages.overview.tiles import tiles
from pages.running import house
from pages.staff import day, done, number, only, signed_in, told, words
from pages.terms import gap_word, pace_word, stage_word, state_word
from sos_core.access.actor import Duty
from sos_core.services.dashboard import Cursor, Page, dashboard, read_cursor
from sos_core.services.dashboard_figures import Load, asking, loads, waited
from sos_core.services.dashboard_filters import (
    EVALUATION_STATES,
    GAPS,
    LONGEST_SEARCH,
    PACES,
    STAGES,
    Filters,
    pairs,
    read_filters,
    written,
)
from sos_core.services.retention_queue import retention_queue
from sos_core.services.saved_views import View, forget_view, save_view, saved_views

staff = signed_in()
only(staff, Duty.COORDINATOR)
t = words()
NAMES = ("facilitator", "stage", "state", "pace", "gap", "text")
"""What is chosen on the page; `day` stands in the address alone, by a link of a calendar."""


def in_the_address() -> Filters:
    return read_filters((name, value) for name in (*NAMES, "day") for value in st.query_params.get_all(name))


def wished(name: str, label: str, options: list[str], word: dict[str, str] | None = None) -> None:
    """One filter to choose from."""
    key, named = f"wish-{name}", word or {}
    st.session_state[key] = [one for one in st.session_state[key] if one in options]
    some_of(label, {one: named.get(one, one) for one in options}, key=key, placeholder=t("Alle"))


def take_over(before: Filters) -> None:
    """The address is what counts: when it is another than this page wrote last, by a link or a way back, the choices follow it."""
    if st.session_state.get("wished") != before or "wish-text" not in st.session_state:
        for name in NAMES:
            value = getattr(before, name)
            st.session_state[f"wish-{name}"] = value if isinstance(value, str) else list(value)


def choose(working: list[Load]) -> Filters:
    """The filters, kept in the address; other filters begin at the first page again."""
    before = in_the_address()
    take_over(before)
    first, second, stage, third, fourth, fifth = (*st.columns(3), *st.columns(3))
    with first:
        st.text_input(t("Gezin"), key="wish-text", max_chars=LONGEST_SEARCH, placeholder=t("Deel van de naam"))
    with second:
        wished("facilitator", t("Procesbegeleider"), sorted(load.facilitator for load in working))
    with stage:
        wished("stage", t("Hoe ver"), list(STAGES), {one: stage_word(one, t) for one in STAGES})
    with third:
        wished("state", t("Evaluatie"), list(EVALUATION_STATES), {one: state_word(one, t) for one in EVALUATION_STATES})
    with fourth:
        wished("pace", t("De 4 tot 6 weken"), list(PACES), {one: pace_word(one, t) for one in PACES})
    with fifth:
        wished("gap", t("Het plan"), list(GAPS), {one: gap_word(one, t) for one in GAPS})
    chosen = read_filters((name, one) for name in NAMES for one in _many(st.session_state[f"wish-{name}"]))
    filters = replace(chosen, day=before.day)
    if filters != before:
        st.query_params.pop("at", None)
    for name in NAMES:
        st.query_params[name] = [value for kind, value in pairs(filters) if kind == name]
    st.session_state["wished"] = filters
    return filters


def _many(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def place() -> Cursor | None:
    return read_cursor(st.query_params.get("at", ""))


def of_one_day(filters: Filters) -> Node | None:
    """That only one day is shown, and the way to all days."""
    if not filters.day:
        return None
    words_ = t("Alleen gezinnen met een evaluatie op {day}.").format(day=day(date.fromisoformat(filters.day)))
    return el("p", words_, " ", link(t("Toon alle dagen"), address(replace(filters, day=""))), cls="notice")


def views_row(views: list[View], filters: Filters) -> Node | None:
    """One's own views, each a way to it."""
    if not views:
        return None
    ways = []
    for view in views:
        way = link("", address(view.filters), cls="b")
        way[2:] = [said(view.name)]
        if view.filters == filters:
            way[1]["aria-current"] = "true"  # type: ignore[index]
        ways.append(way)
    return el("nav", el("span", t("Bewaarde weergaven"), cls="soft"), *ways, cls="pager views")


def keep_views(views: list[View], filters: Filters) -> None:
    """Giving what is chosen a name, and letting one go."""
    with st.expander(t("Weergave bewaren of weghalen")):
        with st.form("save-view", border=False):
            name = st.text_input(t("Hoe heet deze weergave?"), max_chars=60)
            if st.form_submit_button(t("Bewaar wat nu gekozen is")):
                done(lambda: save_view(house(), staff, name=name, filters=filters), t("De weergave is bewaard."))
        if views:
            named = {view.id: view.name for view in views}
            with st.form("forget-view", border=False):
                gone = one_of(t("Welke weergave wil je weghalen?"), named, start=views[0].id)
                if st.form_submit_button(t("Haal weg")) and gone:
                    done(lambda: forget_view(house(), staff, gone), t("De weergave is weg."))


def files(page: Page, filters: Filters) -> Node:
    """What is chosen, to take along."""
    door = link(t("Als Excel-bestand"), f"/export/overview.xlsx?{written(filters)}", cls="b")
    most = t("Het bestand heeft de eerste {most} gezinnen. Kies een filter voor minder.").format(most=number(MOST_ROWS))
    return el("div", door, el("span", most, cls="soft") if page.total > MOST_ROWS else None, cls="pager")


def nothing(heading: str, hint: str) -> None:
    draw("empty", el("div", el("h2", heading), el("p", hint), cls="empty"))


def the_families(filters: Filters, views: list[View]) -> None:
    page = dashboard(house(), staff, filters, place())
    if not page.families and place():
        page = dashboard(house(), staff, filters)  # the place was behind the last family
    here = whereabouts(page, filters, t) if page.families else None
    draw("whereabouts", of_one_day(filters), el("div", views_row(views, filters), here, cls="pager apart"))
    if not page.families:
        nothing(t("Niets gevonden"), t("Haal een filter weg om meer te zien."))
        return
    draw("rows", rows(page, t))
    onwards = whereabouts(page, filters, t) if page.total > len(page.families) else None
    draw("onwards", el("div", onwards, files(page, filters), cls="pager apart"))


def the_figures(working: list[Load], filters: Filters) -> None:
    """How long it took, and who has how much."""
    first, second = st.columns(2, gap="large")
    with first:
        st.header(t("Van aanmelding tot eerste sessie"))
        took = waited(house(), staff, filters)
        draw("waited", waited_in_words(took, t))
        if took.held:
            st.altair_chart(waited_chart(took, t), width="stretch")
    with second:
        st.header(t("Wie heeft hoeveel gezinnen"))
        if working:
            draw("load", load_in_words(working, t))
            st.altair_chart(load_chart(working, t), width="stretch")


st.title(t("Overzicht"))
told()
working = loads(house(), staff)
if not working and in_the_address() == Filters() and not asking(house(), staff).families:
    nothing(t("Er loopt nog niets"), t("Zodra een gezin is aangemeld, staat het hier."))
else:
    tiled = st.container()
    filters, views = choose(working), saved_views(house(), staff)
    counted = asking(house(), staff, filters)
    with tiled:
        draw("figures", tiles(counted, retention_queue(house(), staff), filters, t))
    the_families(filters, views)
    keep_views(views, filters)
    calendar_part(staff)
    the_figures(working, filters)
